"""Blog posts before mid-2024: China Financial Markets (seen), Diwan, Sada, Strategic Europe."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP, PDF

LEGACY_BLOG = Layout(
    name="legacy-blog", markup=MARKUP, blog=(".blog-zone-title__logo",), of_blog=True, pdf=PDF
)
