"""The common publication page of 2017-2024: byline, date and label in one list, "Summary:"."""

from carnegie_extract.layouts.carnegie_mec import is_carnegie_mec
from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import BODY, CHROME, PDF, QUOTATIONS, is_legacy
from carnegie_extract.layouts.signs import Signs


def _claims(signs: Signs) -> bool:
    if not is_legacy(signs) or is_carnegie_mec(signs):
        return False
    return not (signs.blog or signs.dotted_date or signs.published_label or signs.author_last)


LEGACY_PUBLICATION = Layout(
    name="legacy-publication",
    claims=_claims,
    body=BODY,
    chrome=CHROME,
    quotations=QUOTATIONS,
    pdf=PDF,
    bare_byline=True,
)
