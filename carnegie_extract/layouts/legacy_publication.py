"""The common publication page of 2017-2024: byline, date and label in one list, "Summary:"."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP, PDF

LEGACY_PUBLICATION = Layout(name="legacy-publication", markup=MARKUP, pdf=PDF)
