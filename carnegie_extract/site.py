"""Whether a page is one of the Carnegie Endowment's, and its address."""

import re

from carnegie_extract.dom import Tree
from carnegie_extract.flow import Flow
from carnegie_extract.head import BEFORE_SITE, Head
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.saved import original

_HOSTS = (
    ".carnegieendowment.org",
    ".carnegie-mec.org",
    ".carnegieeurope.eu",
    ".carnegie.ru",
    ".carnegiemoscow.org",
    ".carnegieindia.org",
    ".carnegietsinghua.org",
    ".ceip.org",
)
_ADDRESS = pattern(r"https?://([^\s/?#]+)", re.I)
_CENTERS = (
    "-Tsinghua| (?:Endowment|Middle East|Europe|India|China|Russia|Moscow|Politika|California|Africa|Cent)"
)
_NAME = pattern(
    rf"Carnegie(?:{_CENTERS})|^Carnegie$|Карнеги|Карнегі|كارنيغي|卡内基|卡內基|कार्नेगी|कारनेगी", re.I
)
_OTHER_NAMES = pattern(r"Mellon|Corporation|Council|Hall|Library|Museum|Foundation for the Advancement", re.I)
_LEGACY_MARKS = (
    'link[href*="/css/ceip_"]',
    "#left-tsinghua",
    'meta[name="msvalidate.01"]',
)
_LOGO = 'img[alt*="Carnegie" i][alt*="logo" i]'
_OWN_KEYS = ("centers", "primaryCenter", "centerAffiliationAll", "programAffiliation", "englishNewsletterAll")
_LAST_LINES = 12
_SITE_PART = pattern(r"[|–—]|\s-\s")


def addresses(head: Head, saved_from: str | None) -> list[str]:
    """The absolute addresses that a page gives as its own, surest first."""
    said = (head.canonical, head.meta("og:url"), head.linked.url, saved_from)
    return [bare for url in said if url and _ADDRESS.match(bare := original(url))]


def is_carnegie_address(url: str) -> bool:
    """Whether `url` leads to one of the Endowment's sites; their names may end with a dot."""
    match = _ADDRESS.match(url)
    host = match[1].rpartition("@")[2].partition(":")[0].lower().rstrip(".") if match else ""
    return f".{host}".endswith(_HOSTS)


def is_carnegie_name(name: str) -> bool:
    """Whether `name` is the Endowment or one of its centers and blogs."""
    return _NAME.search(name) is not None and _OTHER_NAMES.search(name) is None


def is_site_title(title: str) -> bool:
    """Whether a page's title is the Endowment's name and nothing more."""
    return is_carnegie_name(title) and not _SITE_PART.search(title)


def is_carnegie(page: Page, own: list[str]) -> bool:
    """Whether a page is the Endowment's; `own` are its addresses.

    An address of another host settles it: pages about the Endowment name it everywhere.
    """
    if own:
        return any(map(is_carnegie_address, own))
    if page.tree is None or any(name in (page.metadata.block or {}) for name in _OWN_KEYS):
        return True
    head = page.head
    name = head.meta("og:site_name", "publisher", "application-name")
    if name is not None:
        return is_carnegie_name(name)
    for separator in BEFORE_SITE:
        if separator in head.title:
            site = head.title.rpartition(separator)[2].strip()
            if is_carnegie_name(site):
                return True
    return has_legacy_marks(page) or _says_so(page.tree, head, page.flow)


def has_legacy_marks(page: Page) -> bool:
    """Whether a page carries the style sheets, scripts or ids of the sites before mid-2024."""
    if any("ceip_script" in source for source in page.head.sources):
        return True
    return page.tree is not None and any(page.tree.css_first(mark) is not None for mark in _LEGACY_MARKS)


def _says_so(tree: Tree, head: Head, flow: Flow) -> bool:
    """Whether the page's furniture names the Endowment; a title that ends with another name weighs more."""
    if tree.css_first(_LOGO) is not None or any(
        "©" in block.text and is_carnegie_name(block.text) for block in flow[-_LAST_LINES:]
    ):
        return True
    if _SITE_PART.search(head.title):
        return False
    return is_carnegie_name(head.title) or any("disclaimers" in roles for roles in flow.landmarks.values())
