"""The sites before mid-2024 share one body and one set of boxes. evidence/legacy-site.md."""

from carnegie_extract.layouts.signs import Signs

BODY = (".article-body",)
CHROME = (
    ".author-box",
    ".related-pubs",
    ".no-print",
    ".related-topics",
    ".comment-wrapper",
    ".zone-2",
    ".overlay-content",
    "#left-tsinghua",
)
QUOTATIONS = ("p.extQuote",)  # China Financial Markets
PDF = ("a.analytics-download", ".related-docs a")


def is_legacy(signs: Signs) -> bool:
    """Whether a page is of one of the legacy layouts."""
    return not (signs.plain_text or signs.metadata_block) and signs.legacy
