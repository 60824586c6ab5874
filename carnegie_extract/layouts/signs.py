"""What distinguishes the layouts: marks of the site's generations, and the forms around the headline."""

from functools import cached_property

from carnegie_extract.base.quick import pattern
from carnegie_extract.layouts.site import LEGACY_MARKS, has_legacy_marks
from carnegie_extract.lines.grammar import DIGIT
from carnegie_extract.lines.header_parts import is_dated, read_parts
from carnegie_extract.lines.parts import people_links
from carnegie_extract.page.dom import ancestors, shows_any
from carnegie_extract.page.page import Page
from carnegie_extract.words.carnegie import begins_with_site
from carnegie_extract.words.dates import find_date
from carnegie_extract.words.languages import BY_CODE
from carnegie_extract.words.scripts import by_script
from carnegie_extract.words.vocabulary import after_label, is_comments

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
_BLOG_MARKS = ".blog-post, .blog-zone-title, .blog-zone-title__logo"
_BLOG_EXPERT = pattern(rf"/(?!(?:experts|{'|'.join(BY_CODE)})/)[a-z]+/experts/")
_EXPERTS = 'a[href*="/experts/"]'
_OF_2011 = pattern(r"/20\d\d/\d\d/\d\d/[^/]+/[a-z\d]{4}/?$")
"""How addresses of 2011 to 2016 end, which lead elsewhere since: "/2013/09/03/harbor-lights/gl9v"."""
_BEFORE_STYLES = ("font", "center")
"""What pages before 2011 are set with."""
SELECTORS: dict[str, tuple[str, ...]] = {
    "current": _CURRENT_MARKS,
    "legacy": (*LEGACY_MARKS, *_LEGACY_BODY, _EXPERTS, *_BEFORE_STYLES),
    "blog": tuple(_BLOG_MARKS.split(", ")),
}
"""The selectors that signs use, by the name of the sign."""


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
        return _author_last(self._page, self._below)

    @cached_property
    def arabic(self) -> bool:
        """The headline is Arabic."""
        page = self._page
        return page.headline is not None and by_script(page.flow[page.headline].text) == "ar"

    @cached_property
    def _below(self) -> list[int]:
        page = self._page
        if page.headline is None:
            return []
        return list(range(page.headline + 1, min(page.headline + _REACH, len(page.flow))))

    @cached_property
    def _dated(self) -> str:
        page = self._page
        return next((page.flow[at].text for at in self._below if _has_date_line(page, at)), "")


def _is_current(page: Page) -> bool:
    """Whether a page carries marks of the site of 2026."""
    tree, flow = page.tree, page.flow
    if tree is None:
        return False
    if any("/_next/" in source for source in page.head.sources):
        return True
    if shows_any(tree, _CURRENT_MARKS):
        return True
    return any("link_copied" in words for words in flow.landmarks.values())


def _is_legacy(page: Page) -> bool:
    """Whether a page carries marks of the sites before mid-2024."""
    tree, head, flow = page.tree, page.head, page.flow
    if tree is None:
        return False
    if has_legacy_marks(page) or shows_any(tree, _LEGACY_BODY):
        return True
    ends = (flow[at].text for at, words in flow.landmarks.items() if "ends" in words)
    if any(len(text) < 40 and "©" not in text and DIGIT.search(text) is None for text in ends):
        return True
    if shows_any(tree, (_EXPERTS, *_BEFORE_STYLES)) or _is_in_cell(page):
        return True
    if _OF_2011.search(head.canonical) is not None:
        return True
    return (" - " in head.title and "|" not in head.title) or begins_with_site(head.title)


def _is_in_cell(page: Page) -> bool:
    """Whether the headline stands in a cell: pages before 2011 are laid out by tables."""
    node = page.flow[page.headline].node if page.headline is not None else None
    return any(outer.tag == "td" for outer in ancestors(node))


def _has_date_line(page: Page, at: int) -> bool:
    text = page.flow[at].text
    if len(text) > 200:
        return False
    if after_label("published", text) is not None:
        return True
    if is_dated(read_parts(page, at)):
        return True
    return len(text) < 60 and find_date(text) is not None


def _has_blog(page: Page, below: list[int]) -> bool:
    """A blog's own header: its style names, the count of comments, experts under the blog's path."""
    tree = page.tree
    if tree is not None and tree.all(_BLOG_MARKS):
        return True
    lines = [page.flow[at] for at in below]
    if any(is_comments(line.text) and any(char.isdigit() for char in line.text) for line in lines):
        return True
    return any(_BLOG_EXPERT.search(href) for line in lines for href in people_links(line).values())


def _author_last(page: Page, below: list[int]) -> bool:
    """Politika 2022-24: headline, summary, date, author."""
    seen_date, summary = False, False
    for at in below:
        line = page.flow[at]
        if after_label("summary", line.text) is not None:
            return False
        if _has_date_line(page, at):
            seen_date = True
        elif people_links(line) and len(line.text) < 200:
            return seen_date and summary
        elif not seen_date:
            summary = summary or len(line.text) > 20
    return False
