"""The sites before mid-2024 share one body and one set of boxes: docs/pages.md#before-mid-2024."""

from carnegie_extract.lines.chrome import Removal
from carnegie_extract.lines.judge import Markup

MARKUP = Markup(
    body=(".article-body",),
    runs=(".article-body",),
    removals=(
        Removal(".author-box", "author"),
        Removal(".related-pubs", "related"),
        Removal(".panel", "newsletter"),
        Removal(".related-topics", "tags"),
        Removal(".comment-wrapper", "comments"),
        Removal(".zone-2", "related"),
        Removal("#zone2", "related"),  # 2011-2016: the sign-up "Stay in the Know"
        Removal(".overlay-content", "box"),
        Removal("#left-tsinghua", "notice"),
    ),
    quotations=("p.extQuote",),  # China Financial Markets
    bare_byline=True,
)
PDF = ("a.analytics-download", ".related-docs a")
