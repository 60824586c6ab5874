"""Whether a page is one of the Carnegie Endowment's, and its address."""

import re

from carnegie_extract.addresses import copied, is_service, original, read_address
from carnegie_extract.dom import unmarked
from carnegie_extract.flow import Flow
from carnegie_extract.head import Head, Metadata
from carnegie_extract.labels import BLOGS
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.text import fold, key, letters

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
_CARNEGIE = pattern("Carnegie|Карнеги|Карнегі|كارنيغي|卡内基|卡內基|कार्नेगी|कारनेगी", re.I)
_OTHER_NAMES = pattern(
    r"Mellon|Corporation|Council|Hall|Library|Museum|Hotel|Foundation for the Advancement", re.I
)
_NAMES = (
    r"(?:the )?carnegie endowment(?: for international peace)?(?: \(ceip\))?",
    r"(?:malcolm h\. kerr )?carnegie (?:middle east|moscow|(?:berlin )?russia eurasia) center",
    r"carnegie[ –-]tsinghua(?: center(?: for global policy)?)?",
    r"carnegie (?:europe|india|china|california|africa|politika|middle east|russia eurasia)",
    r"(?:\w+ центр|фонд|центр) карнеги(?: за международный мир)?(?: - carnegie)?",
    r"фонд карнегі(?: за міжнародний мир)?",
    r"(?:مركز|مؤسسة) (?:مالكوم كير )?[–-]? ?كارنيغي(?: للشرق الأوسط| للسلام الدولي| أوروبا)?",
    r"卡[内內]基(?:国际和平(?:基金会|研究院)|国际和平|基金会|中国|[–-]?清华(?:全球政策)?中心)",
    r"(?:कार्नेगी|कारनेगी) (?:इंडिया|एंडोमेंट.{0,40})",
)
"""The Endowment, its centers and its blogs that carry its name, whole."""
_NAME = pattern("|".join(_NAMES), re.I)
_SITE_AT_END = pattern(rf"\s*(?:[|–—]|\s-\s)\s*(?:{'|'.join(_NAMES)})\s*\Z", re.I)
_LEGACY_MARKS = ('link[href*="/css/ceip_"]', "#left-tsinghua")
_LOGO = pattern(r"(?:Carnegie|Карнеги|كارنيغي)(?: [\w-]+){0,4} logo", re.I)
_OWN_KEYS = frozenset(
    "primaryCenter centerAffiliationAll programAffiliation englishNewsletterAll "
    "nonEnglishNewsletterAll eventCollection".split()
)
"""Keys that no other publisher's block is likely to have."""
_ENDOWMENT = "Carnegie Endowment for International Peace"
_AFTER_HEADLINE = pattern(r"\s*(?:[|–—]|\s-\s)\s*(?:.*[|–—]\s*)?([^|–—]+)")
_COPYRIGHT = pattern(rf"©[\s\d,–-]*(?:{'|'.join(_NAMES)})(?:[.。].{{0,60}})?", re.I)
_LAST_LINES = 12
ENOUGH_MARKS = 2
"""Marks that make a page without an address the Endowment's: each alone may stand on a page about it."""


def addresses(head: Head, saved_from: str | None) -> list[str]:
    """The absolute addresses that a page gives as its own, surest first; of a copy the original's."""
    found = []
    for url in _said(head, saved_from):
        address = read_address(original(url))
        if address is not None and not is_service(address.host):
            found.append(address.url)
    return found


def copied_at(head: Head, saved_from: str | None) -> str | None:
    """When a copy was made, as its address says, RFC 3339."""
    copies = (copied(url) for url in _said(head, saved_from))
    return next((copy.at for copy in copies if copy is not None and copy.at), None)


def _said(head: Head, saved_from: str | None) -> list[str]:
    said = (head.canonical, head.meta("og:url"), head.linked.url, saved_from)
    return [url for url in said if url]


def is_carnegie_address(url: str) -> bool:
    """Whether `url` leads to one of the Endowment's sites."""
    address = read_address(url)
    return address is not None and f".{address.host}".endswith(_HOSTS)


def is_carnegie_name(name: str) -> bool:
    """Whether `name` is that of the Endowment or one of its centers, and nothing more."""
    return _NAME.fullmatch(fold(name)) is not None


def is_carnegie(page: Page, own: list[str]) -> bool:
    """Whether a page is the Endowment's; `own` are its addresses.

    The first address settles it, for pages about the Endowment name it everywhere; but a copy at
    another site may lead to the original and still say whose page it is.
    """
    if own:
        return is_carnegie_address(own[0]) and not _is_elsewhere(page)
    return page.tree is None or count_marks(page) >= ENOUGH_MARKS


def _is_elsewhere(page: Page) -> bool:
    """Whether a page that leads to an address of the Endowment's says that it stands at another site."""
    address = read_address(original(page.head.meta("og:url") or ""))
    if address is not None and not is_service(address.host) and not is_carnegie_address(address.url):
        return True
    name = page.head.meta("og:site_name")
    return name is not None and _is_foreign(name)


def _is_foreign(name: str) -> bool:
    """Whether a site's name is another publisher's."""
    if key(name) in BLOGS or is_service(name.lower()) or is_service(f"{name.lower()}.com"):
        return False
    return _CARNEGIE.search(name) is None or _OTHER_NAMES.search(name) is not None


def count_marks(page: Page) -> int:
    """How many marks of the Endowment's a page bears, each independent of the others.

    The site's name in the head, the same at the end of the title, a title that is the headline and
    this name, the keys or names in the metadata block, the files of the old sites, a logo, the
    copyright line, the disclaimer. None where the page names another site as its own.
    """
    name = page.head.meta("og:site_name", "publisher", "application-name")
    if (name is not None and _is_foreign(name)) or _is_foreign(_site_in_title(page)):
        return 0
    return (
        (name is not None and is_carnegie_name(name))
        + _title_marks(page)
        + metadata_marks(page.metadata)
        + has_legacy_marks(page)
        + _has_logo(page)
        + has_copyright(page.flow)
        + has_disclaimer(page.flow)
    )


def _site_in_title(page: Page) -> str:
    """What follows the headline in the title, or the Endowment's name where nothing does."""
    if page.headline is None:
        return _ENDOWMENT
    headline = unmarked(page.flow[page.headline].text)[0]
    match = _AFTER_HEADLINE.fullmatch(page.head.title.removeprefix(headline))
    return match[1] if match else _ENDOWMENT


def _title_marks(page: Page) -> int:
    """The Endowment's name at the end of the title; where the rest is the headline, the page is its own."""
    match = _SITE_AT_END.search(page.head.title)
    if match is None:
        return 0
    headline = page.flow[page.headline].text if page.headline is not None else ""
    return 1 + (letters(page.head.title[: match.start()]) == letters(headline) != "")


def metadata_marks(metadata: Metadata) -> int:
    """The marks in a metadata block: two of the site's own keys make two, a blog or a center one."""
    block = metadata.block or {}
    if len(_OWN_KEYS & block.keys()) > 1:
        return 2
    names = (metadata.string("blog") or "", *metadata.strings("centers"), *metadata.strings("primaryCenter"))
    return int(any(key(name) in BLOGS or is_carnegie_name(name) for name in names))


def has_copyright(flow: Flow) -> bool:
    """Whether the last lines bear the Endowment's copyright, and not another's for a reprint."""
    return any(_COPYRIGHT.fullmatch(block.text) for block in flow[-_LAST_LINES:])


def has_disclaimer(flow: Flow) -> bool:
    """Whether a page bears the Endowment's disclaimer."""
    return any("disclaimers" in roles for roles in flow.landmarks.values())


def _has_logo(page: Page) -> bool:
    images = page.tree.css("img[alt*=logo i]") if page.tree is not None else []
    return any(_LOGO.fullmatch(fold(image.attributes.get("alt") or "")) for image in images)


def has_legacy_marks(page: Page) -> bool:
    """Whether a page carries the style sheets, scripts or ids of the sites before mid-2024."""
    if any("ceip_script" in source for source in page.head.sources):
        return True
    return page.tree is not None and any(page.tree.css_first(mark) is not None for mark in _LEGACY_MARKS)
