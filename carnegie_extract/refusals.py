"""Pages that are no article: which kind they are, and what was missing."""

import re

from carnegie_extract.byline import is_name
from carnegie_extract.dom import Tree
from carnegie_extract.errors import (
    BotChallenge,
    ExtractionError,
    HomePage,
    ListPage,
    NoArticle,
    NotFoundPage,
    NotHtml,
    OtherSite,
    PersonPage,
    ProgrammePage,
    SearchPage,
    TopicPage,
)
from carnegie_extract.flow import HEADINGS, Flow
from carnegie_extract.landmarks import is_home, is_not_found, is_search
from carnegie_extract.layouts import claimants
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.site import is_carnegie, is_site_title
from carnegie_extract.text import letters

_CHALLENGE = pattern(
    rb"Request unsuccessful\. Incapsula|cf-browser-verification|/cdn-cgi/challenge-platform|"
    rb"_cf_chl|cf-chl-|Just a moment\.\.\.|Attention Required! \| Cloudflare|Checking your browser|"
    rb"Verifying you are human|Enable JavaScript and cookies to continue|DDoS protection by|px-captcha|"
    rb"Pardon Our Interruption|Access denied \| ",
    re.I,
)
_INCAPSULA = b"_Incapsula_Resource"
_CHALLENGE_LENGTH = 1500
_CHALLENGE_LINKS = 8
_ADDRESS = pattern(r"https?://([^/?#]*)([^?#]*)", re.I)
_CARDS = 3
_KINDS: tuple[tuple[re.Pattern[str], type[ExtractionError], str], ...] = (
    (pattern(r"/(?:people|experts?|scholars)/[^/]+"), PersonPage, "a person's page, not an article"),
    (
        pattern(r"/(?:programs?|projects|collections|specialprojects|centers?)/[^/]+"),
        ProgrammePage,
        "a programme's page, not an article",
    ),
    (pattern(r"/(?:topics?|regions?|issues?)/[^/]+"), TopicPage, "a topic's page, not an article"),
    (pattern(r"/search(?:/|$)"), SearchPage, "a search page, not an article"),
)
_LISTS = ("/research", "/posts", "/events", "/people", "/experts", "/programs", "/topics", "/regions")
_LANGUAGE_OR_CENTER = pattern(
    r"^(?:en|ru|zh|ar|fr|hi|uk|russia-eurasia|middle-east|europe|india|china|washington)$"
)


def refusal(utf8: bytes, page: Page, own: list[str]) -> ExtractionError:
    """Why a page is no article of the Endowment's. `own` are the page's addresses."""
    if page.tree is not None and _is_challenge(utf8, page.tree, page.flow):
        return BotChallenge("a bot filter's challenge instead of the page")
    if not is_carnegie(page, own):
        return _other_site(page, own)
    if page.headline is None:
        return _not_an_article(page, own, "no headline found")
    layouts = [layout.name for layout in claimants(page)]
    if len(layouts) != 1:
        return NoArticle(f"no single layout matches the page (matching: {', '.join(layouts) or 'none'})")
    return _not_an_article(page, own, "no metadata block, and no text with a date or a byline")


def is_other_kind(page: Page, own: list[str]) -> bool:
    """Whether address or title say that a page without a metadata block is of another kind."""
    path = _path(own)
    if path is None:
        return is_site_title(page.head.title)
    return path == "/" or path in _LISTS or any(form.search(path) for form, _, _ in _KINDS)


def _is_challenge(utf8: bytes, tree: Tree, flow: Flow) -> bool:
    """Whether a page is the answer of a bot filter: its marks, and next to no text."""
    if sum(len(block.text) for block in flow) > _CHALLENGE_LENGTH:
        return False
    links = len(tree.css("a[href]"))
    if _CHALLENGE.search(utf8):
        return links <= _CHALLENGE_LINKS
    # Real pages of the legacy sites end with Incapsula's script too.
    headed = any(block.kind in HEADINGS for block in flow)
    return _INCAPSULA in utf8 and links == 0 and not headed


def _other_site(page: Page, own: list[str]) -> ExtractionError:
    """The refusal of a page that is not the Endowment's."""
    if own:
        return OtherSite(f"a page of another site ({_parts(own[0])[0]}), not of the Carnegie Endowment")
    if not page.head.title and page.headline is None:
        return NotHtml(
            "not a Carnegie page: no title, no headline, nothing that names the Carnegie Endowment"
        )
    return OtherSite(
        "a page of another site: nothing in its head, links or text names the Carnegie Endowment"
    )


def _not_an_article(page: Page, own: list[str], missing: str) -> ExtractionError:
    """The refusal of a page of the Endowment's that is no article; `missing` says what an article has."""
    headline = page.flow[page.headline].text if page.headline is not None else ""
    heads = [headline, *(block.text for block in page.flow if block.kind in HEADINGS)][:6]
    if any(is_not_found(text) for text in (*heads, *page.head.titles) if len(text) < 80):
        return NotFoundPage("the site's “page not found”, not an article")
    path = _path(own)
    if path is not None:
        for form, error, reason in _KINDS:
            if form.search(path):
                return error(reason)
        if path in _LISTS:
            return ListPage("a list of articles, not an article")
    if is_search(headline):
        return SearchPage("a search page, not an article")
    if _is_home(page, path):
        return HomePage("a home page, not an article")
    return _by_text(page, headline, missing)


def _parts(url: str) -> tuple[str, str]:
    """Host and path of an absolute address, however odd."""
    match = _ADDRESS.match(url)
    return (match[1], match[2]) if match else (url, "")


def _path(own: list[str]) -> str | None:
    """The path of the page's address without language and center."""
    if not own:
        return None
    parts = [part for part in _parts(own[0])[1].split("/") if part]
    while parts and _LANGUAGE_OR_CENTER.match(parts[0]):
        parts.pop(0)
    return "/" + "/".join(parts)


def _is_home(page: Page, path: str | None) -> bool:
    if path is not None:
        return path == "/"
    return any(map(is_home, page.head.titles)) or is_site_title(page.head.title)


def _by_text(page: Page, headline: str, missing: str) -> ExtractionError:
    linked = page.head.meta("og:type") == "profile"
    bare = letters(headline)
    starts = [block.text for block in page.flow if block.kind in ("p", "text") and len(block.text) > 80]
    if linked or (headline and is_name(headline) and any(letters(text).startswith(bare) for text in starts)):
        return PersonPage("a person's page, not an article")
    if page.tree is not None and _cards(page) >= _CARDS:
        return ListPage("a list of articles, not an article")
    return NoArticle(f"no article: {missing}")


def _cards(page: Page) -> int:
    assert page.tree is not None
    return max(
        len(page.tree.css("article")), len(page.tree.css("h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5"))
    )
