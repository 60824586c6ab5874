"""Blog posts before mid-2024: China Financial Markets (seen), Diwan, Sada, Strategic Europe."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import BODY, CHROME, PDF, QUOTATIONS, is_legacy

LEGACY_BLOG = Layout(
    name="legacy-blog",
    claims=lambda signs: is_legacy(signs) and signs.blog,
    body=BODY,
    chrome=CHROME,
    quotations=QUOTATIONS,
    blog=(".blog-zone-title__logo",),
    of_blog=True,
    pdf=PDF,
    bare_byline=True,
)
