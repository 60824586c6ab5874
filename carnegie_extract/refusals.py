"""Pages that are no article: which kind they are, and what was missing."""

import re

from carnegie_extract.addresses import read_address
from carnegie_extract.article import Article
from carnegie_extract.assemble import Reading
from carnegie_extract.byline import is_name
from carnegie_extract.dom import Tree, is_linked
from carnegie_extract.errors import (
    BotChallenge,
    ExtractionError,
    Feed,
    HomePage,
    InstitutionalPage,
    ListPage,
    NoArticle,
    NotFoundPage,
    NotHtml,
    OtherSite,
    PersonPage,
    ProgrammePage,
    SearchPage,
    Sitemap,
    TopicPage,
)
from carnegie_extract.flow import HEADINGS, Block, Flow, is_sentence
from carnegie_extract.landmarks import (
    is_home,
    is_institutional,
    is_not_found,
    is_search,
    is_type_label,
    may_have_no_text,
)
from carnegie_extract.layouts import claimants
from carnegie_extract.page import Page
from carnegie_extract.parts import has_people_links
from carnegie_extract.quick import pattern
from carnegie_extract.site import is_carnegie, is_carnegie_address, is_carnegie_name

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
_XML_ROOT = pattern(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>]*>)*+"
    rb"<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]",
)
_XML_TOP = 4096
_CARDS = 3
_PLAYERS = "iframe, video, audio, object, embed"
NOTHING_SHOWN = "no metadata block, and no text with a date and a byline or a label"
INSTITUTIONAL = "a page about the Endowment itself, not an article"
_KINDS: tuple[tuple[re.Pattern[str], type[ExtractionError], str], ...] = (
    (pattern(r"/(?:people|experts?|scholars)/[^/]+"), PersonPage, "a person's page, not an article"),
    (
        pattern(r"/(?:programs?|projects|collections|specialprojects|centers?)/[^/]+"),
        ProgrammePage,
        "a programme's page, not an article",
    ),
    (pattern(r"/(?:topics?|regions?|issues?)/[^/]+"), TopicPage, "a topic's page, not an article"),
    (pattern(r"/search(?:/|$)"), SearchPage, "a search page, not an article"),
    (pattern(r"^/site-?map(?:[/.]|$)"), Sitemap, "a site map, not an article"),
    (
        pattern(
            r"^/(?:about(?:-us)?|privacy[\w-]*|terms[\w-]*|cookie[\w-]*|contact[\w-]*|accessibility|donate|support|"
            r"give|giving|employment|jobs?|careers?|internships?|fellowships?|history|staff|leadership|trustees|"
            r"permissions|legal)(?:/|$)|^/(?:press(?:-?room|-contacts?)?|media|newsletters?|(?:email-)?sign-?up|"
            r"subscribe|subscriptions?)/?$"
        ),
        InstitutionalPage,
        INSTITUTIONAL,
    ),
    (
        pattern(
            r"^/(?:research|posts|publications|commentary|events|people|experts|programs|projects|collections|"
            r"topics|regions|issues|podcasts|blogs?|news(?:room)?|archives?|emissary|politika|diwan|sada|"
            r"strategic-?europe|chinafinancialmarkets|china-financial-markets)"
            r"(?:/(?:all|archives?|past|upcoming|calendar|page/\d+))?/?$|"
            r"^/(?:research|posts|archives?|emissary|diwan|sada|strategic-?europe)/(?:19|20)\d\d(?:/\d\d)?/?$"
        ),
        ListPage,
        "a list of articles, not an article",
    ),
)
_TAIL = frozenset(("recent_work", "disclaimers", "ends", "about_authors", "notes"))
_NO_ROLES: frozenset[str] = frozenset()
_LANGUAGE_OR_CENTER = pattern(
    r"^(?:en|ru|zh|ar|fr|hi|uk|russia-eurasia|middle-east|europe|india|china|washington)$"
)


def refusal(utf8: bytes, page: Page, own: list[str], missing: str = NOTHING_SHOWN) -> ExtractionError:
    """Why a page is no article of the Endowment's; `own` are its addresses, `missing` what an article has."""
    if page.tree is not None and _is_challenge(utf8, page.tree, page.flow):
        return BotChallenge("a bot filter's challenge instead of the page")
    if not is_carnegie(page, own):
        return _other_site(page, own)
    if page.headline is None:
        return _not_an_article(page, own, "no headline found")
    layouts = [layout.name for layout in claimants(page)]
    if len(layouts) != 1:
        return NoArticle(f"no single layout matches the page (matching: {', '.join(layouts) or 'none'})")
    return _not_an_article(page, own, missing)


def refuse_xml(utf8: bytes) -> None:
    """Raises the refusal of a feed or a site map in XML."""
    match = _XML_ROOT.match(utf8[:_XML_TOP])
    if match is None:
        return
    if match[1] in (b"urlset", b"sitemapindex"):
        raise Sitemap("a site map, not an article")
    raise Feed("a feed of articles, not an article")


def is_other_kind(page: Page, reading: Reading, own: list[str]) -> bool:
    """Whether address, title or text say that a page without a metadata block is of another kind."""
    assert page.headline is not None
    if page.tree is None:
        return _is_list_as_text(page.flow, reading)
    path = _path(own)
    if path is None and any(map(is_carnegie_name, (page.head.title, page.flow[page.headline].text))):
        return True
    if path is not None and (path == "/" or any(form.search(path) for form, _, _ in _KINDS)):
        return True
    header = reading.header
    if not (header.date and header.links) and is_institutional(header.headline):
        return True
    return _is_list(page.flow, reading)


def has_body_or_needs_none(page: Page, reading: Reading, article: Article) -> bool:
    """Whether a page has a text, or is plainly an article without one: a podcast, a video, an event.

    Of a page with a metadata block the block says that it is an article.
    """
    if article.body:
        return True
    header = reading.header
    if page.tree is None:
        return page.metadata.present and may_have_no_text(article.type or "")
    if page.metadata.present or may_have_no_text(header.label or ""):
        return True
    whole = header.date is not None and header.byline is not None
    return whole and (article.pdf is not None or page.tree.css_first(_PLAYERS) is not None)


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
        if is_carnegie_address(own[0]):
            return OtherSite("a copy at another site, which leads to the original at the Endowment's")
        return OtherSite(f"a page of another site ({_parts(own[0])[0]}), not of the Carnegie Endowment")
    if not page.head.title and page.headline is None:
        return NotHtml(
            "not a Carnegie page: no title, no headline, nothing that names the Carnegie Endowment"
        )
    return OtherSite("a page of another site: no address, and fewer than two signs of the Carnegie Endowment")


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
    if page.tree is not None and is_institutional(headline):
        return InstitutionalPage(INSTITUTIONAL)
    if is_search(headline):
        return SearchPage("a search page, not an article")
    if _is_home(page, path):
        return HomePage("a home page, not an article")
    return _by_text(page, headline, missing)


def _parts(url: str) -> tuple[str, str]:
    """Host and path of an absolute address."""
    address = read_address(url)
    return (address.host, address.path) if address else (url, "")


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
    return any(map(is_home, page.head.titles)) or is_carnegie_name(page.head.title)


def _by_text(page: Page, headline: str, missing: str) -> ExtractionError:
    if page.head.meta("og:type") == "profile" or _opens_with_person(page.flow, headline):
        return PersonPage("a person's page, not an article")
    if _cards(page) >= _CARDS:
        return ListPage("a list of articles, not an article")
    return NoArticle(f"no article: {missing}")


def _opens_with_person(flow: Flow, headline: str) -> bool:
    """Whether the headline is a name of several words that a paragraph begins with, spelled the same."""
    if not is_name(headline) or (headline.isascii() and " " not in headline):
        return False
    starts = (block.text for block in flow if block.kind in ("p", "text") and len(block.text) > 80)
    return any(text.startswith(headline) for text in starts)


def _is_list(flow: Flow, reading: Reading) -> bool:
    """Whether cards, and not more than a paragraph before them, stand where an article has its text."""
    assert reading.page.headline is not None
    under = range(reading.page.headline + 1, len(flow))
    cards = [at for at in under if _is_card(flow[at])]
    if len(cards) < _CARDS or any(flow.landmarks.get(at, _NO_ROLES) & _TAIL for at in under if at < cards[0]):
        return False
    if reading.header.byline is not None and reading.header.end <= cards[0]:
        return False
    return sum(is_sentence(flow[at].text) for at in under if at < cards[0]) <= 1


def _is_list_as_text(flow: Flow, reading: Reading) -> bool:
    """Whether further pieces, each under its type label, follow a header and not more than a paragraph."""
    assert reading.page.headline is not None
    start = reading.page.headline + 1
    tail = next((at for at, roles in flow.landmarks.items() if at >= start and roles & _TAIL), len(flow))
    labels = [at for at in range(start, tail) if flow[at].kind == "p" and is_type_label(flow[at].text)]
    return (
        len(labels) >= _CARDS - 1 and sum(is_sentence(block.text) for block in flow[start : labels[0]]) <= 1
    )


def _is_card(block: Block) -> bool:
    return block.kind in HEADINGS and is_linked(block) and not has_people_links(block)


def _cards(page: Page) -> int:
    if page.tree is None:
        return sum(block.kind == "p" and is_type_label(block.text) for block in page.flow)
    return max(
        len(page.tree.css("article")), len(page.tree.css("h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5"))
    )
