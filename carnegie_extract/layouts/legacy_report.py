"""Books and long reports before mid-2024: "Published September 24, 2013" in the header."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP, PDF

LEGACY_REPORT = Layout(name="legacy-report", markup=MARKUP, pdf=PDF)
