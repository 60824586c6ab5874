"""carnegie.ru and carnegiemoscow.org: a date in dots, day first."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP, PDF

CARNEGIE_RU = Layout(name="carnegie-ru", markup=MARKUP, pdf=PDF)
