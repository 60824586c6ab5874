"""carnegie-mec.org in Arabic: label, headline, summary, then "نشرت في" and the date."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import BODY, CHROME, PDF, QUOTATIONS, is_legacy
from carnegie_extract.layouts.signs import Signs


def is_carnegie_mec(signs: Signs) -> bool:
    """Whether an Arabic legacy page has a label before its date."""
    if not (is_legacy(signs) and signs.arabic and signs.published_label):
        return False
    return not (signs.blog or signs.dotted_date or signs.author_last)


CARNEGIE_MEC = Layout(
    name="carnegie-mec",
    claims=is_carnegie_mec,
    body=BODY,
    chrome=CHROME,
    quotations=QUOTATIONS,
    pdf=PDF,
    bare_byline=True,
)
