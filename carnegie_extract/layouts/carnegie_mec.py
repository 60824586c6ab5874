"""carnegie-mec.org in Arabic: label, headline, summary, then "نشرت في" and the date."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP, PDF

CARNEGIE_MEC = Layout(name="carnegie-mec", markup=MARKUP, pdf=PDF)
