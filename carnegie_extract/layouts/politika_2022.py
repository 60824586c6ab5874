"""Carnegie Politika 2022-2024 (`/politika/NNNNN`): summary, date and then the author."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import BODY, CHROME, PDF, QUOTATIONS, is_legacy

POLITIKA_2022 = Layout(
    name="politika-2022",
    claims=lambda signs: is_legacy(signs) and signs.author_last and not signs.blog,
    body=BODY,
    chrome=CHROME,
    quotations=QUOTATIONS,
    of_blog=True,
    pdf=PDF,
    bare_byline=True,
)
