"""The layouts: one file each, one line here. A page's own markup and text choose; the order does not."""

from carnegie_extract.layouts.carnegie_mec import CARNEGIE_MEC
from carnegie_extract.layouts.carnegie_ru import CARNEGIE_RU
from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy_blog import LEGACY_BLOG
from carnegie_extract.layouts.legacy_publication import LEGACY_PUBLICATION
from carnegie_extract.layouts.legacy_report import LEGACY_REPORT
from carnegie_extract.layouts.plain_text import PLAIN_TEXT
from carnegie_extract.layouts.politika_2022 import POLITIKA_2022
from carnegie_extract.layouts.signs import Signs
from carnegie_extract.layouts.site_2024 import SITE_2024
from carnegie_extract.layouts.site_2026 import SITE_2026
from carnegie_extract.page import Page

LAYOUTS: tuple[Layout, ...] = (
    SITE_2026,
    SITE_2024,
    LEGACY_PUBLICATION,
    LEGACY_REPORT,
    LEGACY_BLOG,
    CARNEGIE_RU,
    POLITIKA_2022,
    CARNEGIE_MEC,
    PLAIN_TEXT,
)


def claimants(page: Page) -> list[Layout]:
    """The layouts that claim a page: exactly one for every page that the project knows."""
    signs = Signs(page)
    return [layout for layout in LAYOUTS if layout.claims(signs)]
