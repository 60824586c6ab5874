"""Books and long reports before mid-2024: "Published September 24, 2013" in the header."""

from carnegie_extract.layouts.carnegie_mec import is_carnegie_mec
from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import BODY, CHROME, PDF, QUOTATIONS, is_legacy
from carnegie_extract.layouts.signs import Signs


def _claims(signs: Signs) -> bool:
    if not (is_legacy(signs) and signs.published_label) or is_carnegie_mec(signs):
        return False
    return not (signs.blog or signs.dotted_date or signs.author_last)


LEGACY_REPORT = Layout(
    name="legacy-report",
    claims=_claims,
    body=BODY,
    chrome=CHROME,
    quotations=QUOTATIONS,
    pdf=PDF,
    bare_byline=True,
)
