"""carnegie.ru and carnegiemoscow.org: a date in dots, day first."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import BODY, CHROME, PDF, QUOTATIONS, is_legacy

CARNEGIE_RU = Layout(
    name="carnegie-ru",
    claims=lambda signs: is_legacy(signs) and signs.dotted_date and not (signs.blog or signs.author_last),
    body=(*BODY, ".zone-main .zone-1"),
    chrome=CHROME,
    quotations=QUOTATIONS,
    pdf=PDF,
    bare_byline=True,
)
