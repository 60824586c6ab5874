"""What tells the layouts apart: marks of the site's generations, and the forms around the headline."""

from functools import cached_property

from carnegie_extract.dates import find_date
from carnegie_extract.flow import Block
from carnegie_extract.header_line import read_line
from carnegie_extract.landmarks import after_label, is_comments
from carnegie_extract.language import by_script
from carnegie_extract.page import Page
from carnegie_extract.parts import has_people_links, people_links
from carnegie_extract.quick import pattern
from carnegie_extract.site import has_legacy_marks
from carnegie_extract.text import key

_REACH = 14
"""Lines below the headline in which a header's forms are looked for."""
_DOTTED = pattern(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
_CURRENT_MARKS = (
    ".payload-richtext",
    'link[href*="/_next/"]',
    'img[alt="Attribution logo"]',
    'img[alt$="lettermark logo"]',
)
_LEGACY_BODY = (".article-body", ".commentary-detail")
_BLOG_EXPERT = pattern(r"/(?!(?:experts|ru|ar|zh|en|fr)/)[a-z]+/experts/")
_EXPERTS = 'a[href*="/experts/"]'
_LINK_COPIED = frozenset(
    map(
        key,
        (
            "Link Copied",
            "Ссылка скопирована",
            "تم نسخ الرابط",
            "链接已复制",
            "Lien copié",
            "Посилання скопійовано",
            "लिंक कॉपी किया गया",
        ),
    )
)


class Signs:
    """What a page shows of its design; each property names one thing seen, and looks when asked."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def plain_text(self) -> bool:
        """The page has no markup."""
        return self._page.tree is None

    @cached_property
    def metadata_block(self) -> bool:
        """The page carries a metadata block, readable or not."""
        return self._page.metadata.present

    @cached_property
    def current(self) -> bool:
        """Marks of the site of 2026: its style names, its scripts, its logos, "Link Copied"."""
        return _is_current(self._page)

    @cached_property
    def legacy(self) -> bool:
        """Marks of the sites before mid-2024."""
        return _is_legacy(self._page)

    @cached_property
    def published_label(self) -> bool:
        """A label stands before the date under the headline."""
        return after_label("published", self._dated) is not None

    @cached_property
    def dotted_date(self) -> bool:
        """The date under the headline has the form 14.02.2022."""
        return _DOTTED.search(self._dated) is not None

    @cached_property
    def blog(self) -> bool:
        """A blog's style names, the count of its readers' comments, its own experts."""
        return self.legacy and _has_blog(self._page, self._below)

    @cached_property
    def author_last(self) -> bool:
        """The author stands below the date, a dek above it."""
        return _author_last(self._below)

    @cached_property
    def arabic(self) -> bool:
        """The headline is Arabic."""
        page = self._page
        return page.headline is not None and by_script(page.flow[page.headline].text) == "ar"

    @cached_property
    def _below(self) -> list[Block]:
        page = self._page
        return page.flow[page.headline + 1 : page.headline + _REACH] if page.headline is not None else []

    @cached_property
    def _dated(self) -> str:
        return next((block.text for block in self._below if _has_date_line(block.text)), "")


def _is_current(page: Page) -> bool:
    """Whether a page carries marks of the site of 2026."""
    tree, flow = page.tree, page.flow
    if tree is None:
        return False
    if any("/_next/" in source for source in page.head.sources):
        return True
    if any(tree.css_first(mark) is not None for mark in _CURRENT_MARKS):
        return True
    return any(key(flow[at].text) in _LINK_COPIED for at in flow.landmarks)


def _is_legacy(page: Page) -> bool:
    """Whether a page carries marks of the sites before mid-2024."""
    tree, head, flow = page.tree, page.head, page.flow
    if tree is None:
        return False
    if has_legacy_marks(page) or any(tree.css_first(mark) is not None for mark in _LEGACY_BODY):
        return True
    ends = (flow[at].text for at, roles in flow.landmarks.items() if "ends" in roles)
    if any(len(text) < 40 and "©" not in text for text in ends):
        return True
    return tree.css_first(_EXPERTS) is not None or (" - " in head.title and "|" not in head.title)


def _has_date_line(text: str) -> bool:
    if len(text) > 200:
        return False
    if after_label("published", text) is not None:
        return True
    line = read_line(text, ())
    return (line is not None and line.day is not None) or (len(text) < 60 and find_date(text) is not None)


def _has_blog(page: Page, below: list[Block]) -> bool:
    """A blog's own header: its style names, the count of comments, experts under the blog's path."""
    tree = page.tree
    if (
        tree is not None
        and tree.css_first(".blog-post, .blog-zone-title, .blog-zone-title__logo") is not None
    ):
        return True
    if any(is_comments(block.text) and any(char.isdigit() for char in block.text) for block in below):
        return True
    return any(_BLOG_EXPERT.search(href) for block in below for _, href in people_links(block))


def _author_last(below: list[Block]) -> bool:
    """Politika 2022-24: headline, summary, date, author."""
    seen_date, summary = False, False
    for block in below:
        if after_label("summary", block.text) is not None:
            return False
        if _has_date_line(block.text):
            seen_date = True
        elif has_people_links(block) and len(block.text) < 200:
            return seen_date and summary
        elif not seen_date:
            summary = summary or len(block.text) > 20
    return False
