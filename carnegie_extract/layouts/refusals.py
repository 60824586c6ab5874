"""Pages that are not articles: which kind they are. Each refusal is made where its reason is found.

Sections of the site (programs, topics, pages about the Endowment) are recognized by their address. A page below
them is an article all the same where the address has a date and a name, or the page a byline, a date and a text.
A press release is an article of the Endowment's, with or without a byline; the page that lists them is a list.
"""

import re
from itertools import dropwhile

from carnegie_extract.base.errors import (
    BotChallenge,
    ExtractionError,
    Feed,
    HomePage,
    InstitutionalPage,
    ListPage,
    NoArticle,
    NotFoundPage,
    NotHtml,
    PersonPage,
    ProgrammePage,
    SearchPage,
    Sitemap,
    TopicPage,
)
from carnegie_extract.base.quick import pattern
from carnegie_extract.layouts.recognise import count_sentences
from carnegie_extract.lines.judge import Judged
from carnegie_extract.lines.parts import is_linked, links_of, people_links
from carnegie_extract.lines.sections import TAIL
from carnegie_extract.page.flow import HEADINGS, Flow, Line, is_sentence
from carnegie_extract.page.page import Page
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.carnegie import is_carnegie_name
from carnegie_extract.words.languages import BY_CODE
from carnegie_extract.words.names import is_name
from carnegie_extract.words.vocabulary import (
    is_home,
    is_institutional,
    is_not_found,
    is_search,
    is_type_label,
    may_have_no_text,
)

_CHALLENGE = (
    b"request unsuccessful. incapsula",
    b"cf-browser-verification",
    b"/cdn-cgi/challenge-platform",
    b"_cf_chl",
    b"cf-chl-",
    b"just a moment...",
    b"attention required! | cloudflare",
    b"checking your browser",
    b"verifying you are human",
    b"enable javascript and cookies to continue",
    b"ddos protection by",
    b"px-captcha",
    b"pardon our interruption",
    b"access denied | ",
)
"""In small letters. One by one they are found ten times as quickly as by a pattern."""
_INCAPSULA = b"_Incapsula_Resource"
CHALLENGE_LENGTH = 1500
_CHALLENGE_LINKS = 8
_XML_ROOT = pattern(
    rb"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+"
    rb"<(?:\w+:)?(rss|feed|RDF|opml|urlset|sitemapindex)[\s/>]",
    re.I | re.S,
)
_QUOTED_PAGE = pattern(rb"[^<]*[\"'](?:\\+[nrt])*[ \t]*<(?:!doctype|html|head|body)\b", re.I)
_CARDS = 3
_PLAYERS = "iframe, video, audio, object, embed"
NOTHING_SHOWN = "no metadata block, and no text with a date and a byline or a label"
_INSTITUTIONAL = "a page about the Endowment itself, not an article"
_KINDS: tuple[tuple[re.Pattern[str], type[ExtractionError], str], ...] = (
    (pattern(r"/(?:people|experts?|scholars)/[^/]+"), PersonPage, "a person's page, not an article"),
    (
        pattern(r"/(?:programs?|projects|collections|specialprojects|centers?)/[^/]+"),
        ProgrammePage,
        "a program's page, not an article",
    ),
    (pattern(r"/(?:topics?|regions?|issues?)/[^/]+"), TopicPage, "a topic's page, not an article"),
    (pattern(r"/search(?:/|$)"), SearchPage, "a search page, not an article"),
    (pattern(r"^/site-?map(?:[/.]|$)"), Sitemap, "a sitemap, not an article"),
    (
        pattern(
            r"^/(?:research|posts|publications|commentary|events|people|experts|programs|projects|collections|"
            r"topics|regions|issues|podcasts|blogs?|news(?:room)?|archives?|emissary|politika|diwan|sada|"
            r"strategic-?europe|chinafinancialmarkets|china-financial-markets)"
            r"(?:/(?:all|results|archives?|past|upcoming|calendar|page/\d+))?/?$|"
            r"^/(?:research|posts|archives?|emissary|diwan|sada|strategic-?europe)/(?:19|20)\d\d(?:/\d\d)?/?$|"
            r"/press-?releases?(?:/(?:19|20)\d\d)?/?$"
        ),
        ListPage,
        "a list of articles, not an article",
    ),
    (
        pattern(
            r"^/(?:about(?:-us)?|privacy[\w-]*|terms[\w-]*|cookie[\w-]*|contact[\w-]*|accessibility|donate|support|"
            r"give|giving|employment|jobs?|careers?|internships?|fellowships?|history|staff|leadership|trustees|"
            r"permissions|legal|funding|code-of-conduct|disclaimers?|log-?in|faqs?|visit|diversity|newsletters?)(?:/|$)|"
            r"^/(?:press(?:-?room|-contacts?)?|media)/?$|"
            r"^/(?:(?:email-)?sign-?up|subscribe|subscriptions?)(?:/|$)"
        ),
        InstitutionalPage,
        _INSTITUTIONAL,
    ),
)
_VIEWS = frozenset(("view", "show", "print", "detail", "eventdetail"))
_SECTIONS = (ProgrammePage, TopicPage, InstitutionalPage, SearchPage)
_ARTICLE_PATH = pattern(r"/(?:19|20)\d\d/\d\d?/(?:\d\d?/)?(?!\d\d?(?:/|$))[^/]+|/press-?releases?/[^/]+")
"""A date with a name behind it, or a press release."""
_TAIL = TAIL | {"recent_work"}
_LANGUAGE_OR_CENTER = pattern(
    rf"^(?:{'|'.join(BY_CODE)}|russia-eurasia|middle-east|europe|india|china|washington)$"
)


def refuse_foreign(utf8: bytes) -> None:
    """Raises the refusal of a feed, a list of feeds or a sitemap in XML, and of a page that is spelled out.

    In programs and data, pages stand within quotation marks; read as HTML, such a one would be full of backslashes.
    """
    if _QUOTED_PAGE.match(utf8):
        raise NotHtml("a page inside quotation marks, as in source code or data")
    match = _XML_ROOT.match(utf8)
    if match is None:
        return
    root = match[1].lower()
    if root in (b"urlset", b"sitemapindex"):
        raise Sitemap("a sitemap, not an article")
    raise Feed(f"a {'list of feeds' if root == b'opml' else 'feed of articles'}, not an article")


def challenge(utf8: bytes, page: Page) -> BotChallenge | None:
    """The refusal of a page that is the answer of a bot filter: its marks, and next to no text."""
    tree = page.tree
    if tree is None or sum(len(line.text) for line in page.flow) > CHALLENGE_LENGTH:
        return None
    links = len(tree.css("a[href]"))
    lowered = utf8.lower()
    if any(mark in lowered for mark in _CHALLENGE):
        found = links <= _CHALLENGE_LINKS
    else:
        # Real pages of the legacy sites end with Incapsula's script too.
        headed = any(line.kind in HEADINGS for line in page.flow)
        found = _INCAPSULA in utf8 and links == 0 and not headed
    return BotChallenge("a bot filter's challenge instead of the page") if found else None


def no_article(page: Page, own: list[str], missing: str) -> ExtractionError:
    """The refusal of a page of the Endowment's that lacks what an article has: `missing`."""
    headline = page.flow[page.headline].text if page.headline is not None else ""
    heads = [headline, *(line.text for line in page.flow if line.kind in HEADINGS)][:6]
    if any(is_not_found(text) for text in (*heads, *page.head.titles) if len(text) < 80):
        return _not_found()
    path = _path(own)
    if (kind := _kind_of_path(path)) is not None:
        return kind
    if page.tree is not None and is_institutional(headline):
        return InstitutionalPage(_INSTITUTIONAL)
    if is_search(headline):
        return SearchPage("a search page, not an article")
    if path == "/" or (
        path is None and (any(map(is_home, page.head.titles)) or is_carnegie_name(page.head.title))
    ):
        return HomePage("a home page, not an article")
    if page.head.meta("og:type") == "profile" or _opens_with_person(page.flow, headline):
        return PersonPage("a person's page, not an article")
    if page.tree is not None and _count_cards(page) >= _CARDS:
        return ListPage("a list of articles, not an article")
    return NoArticle(f"no article: {missing}")


def _not_found() -> NotFoundPage:
    return NotFoundPage("the site's “page not found”, not an article")


def other_kind(judged: Judged, own: list[str]) -> ExtractionError | None:
    """The refusal of a page that shows what an article shows, and yet is of another kind.

    Asked of pages without a metadata block: by address, by title, by the headline's words, by its cards.
    What is under a section, and signed, is an article.
    """
    page = judged.page
    headline = page.flow[judged.headline].plain
    if page.tree is None:
        return ListPage("a list of articles, not an article") if _is_list_as_text(judged) else None
    if is_not_found(headline) and not _is_signed(judged):
        return _not_found()
    path = _path(own)
    if path is None and any(map(is_carnegie_name, (page.head.title, headline))) and not _is_titled_so(judged):
        return HomePage("a home page, not an article")
    if path == "/":
        return HomePage("a home page, not an article")
    kind = _kind_of_path(path)
    if kind is not None and not (_is_in_section(path, kind) and _is_signed(judged)):
        return kind
    if is_institutional(headline) and not (_is_article_path(path) or _is_signed(judged)):
        return InstitutionalPage(_INSTITUTIONAL)
    return ListPage("a list of articles, not an article") if _is_list(judged) else None


def without_text(
    judged: Judged, label: str | None, pdf: str | None, own: list[str]
) -> ExtractionError | None:
    """The refusal of a page without a text, unless it plainly is an article that has none.

    A podcast, a video, an event; of a page with a metadata block the block says that it is an article.
    """
    page, header = judged.page, judged.header
    if page.tree is None:
        needs_none = page.metadata.present and may_have_no_text(label or "")
    elif page.metadata.present or may_have_no_text(header.type_label):
        needs_none = True
    else:
        whole = header.day is not None and bool(header.byline)
        needs_none = whole and (pdf is not None or page.tree.css_first(_PLAYERS) is not None)
    return None if needs_none else no_article(page, own, "it has no text")


def _parts(url: str) -> tuple[str, str]:
    """Host and path of an absolute address."""
    address = read_address(url)
    return (address.host, address.path) if address else (url, "")


def _path(own: list[str]) -> str | None:
    """The path of the page's address without language and center; of an article of 2010 the query tells which."""
    if not own:
        return None
    if _is_named_by_query(own[0]):
        return "/publications/view"
    parts = [part for part in _parts(own[0])[1].split("/") if part]
    return "/" + "/".join(dropwhile(_LANGUAGE_OR_CENTER.match, parts))


def _is_named_by_query(url: str) -> bool:
    """Whether an address is an article's of 2002 to 2014: "/publications/?fa=40313", "?fa=view&id=4711"."""
    parts = (part.partition("=") for part in url.partition("#")[0].partition("?")[2].lower().split("&"))
    query = {name: value for name, _, value in parts}
    view = query.get("fa", "")
    return view.isdecimal() or (view in _VIEWS and query.get("id", "").isdecimal())


def _kind_of_path(path: str | None) -> ExtractionError | None:
    if path is None:
        return None
    kind = next((error(reason) for form, error, reason in _KINDS if form.search(path)), None)
    return None if isinstance(kind, _SECTIONS) and _is_article_path(path) else kind


def _is_article_path(path: str | None) -> bool:
    return path is not None and _ARTICLE_PATH.search(path) is not None


def _is_titled_so(judged: Judged) -> bool:
    """Whether a page whose title is the site's name shows one article: pages before 2011 may all have this title.

    A dated text that nobody signs, as that of a transcript, is one where no link leads from it to others.
    """
    headed = is_carnegie_name(judged.page.flow[judged.headline].plain)
    shown = _is_signed(judged) or _is_text_alone(judged)
    return not headed and shown and _count_cards(judged.page) < _CARDS


def _is_text_alone(judged: Judged) -> bool:
    """Whether below a date stand more paragraphs than a home page's greeting has, and no link in any."""
    flow, verdicts = judged.page.flow, judged.verdicts
    text = [
        flow[at] for at, verdict in verdicts.items() if verdict.role in ("paragraph", "list-item", "heading")
    ]
    long = count_sentences(judged) >= _CARDS
    return judged.header.day is not None and long and not any(map(links_of, text))


def _is_in_section(path: str | None, kind: ExtractionError) -> bool:
    """Whether a path leads to something under a section, which may be a page of the section's or an article."""
    return isinstance(kind, _SECTIONS) and path is not None and path.rstrip("/").count("/") > 1


def _is_signed(judged: Judged) -> bool:
    """Whether a page shows all that an article has: a byline, a date and a text, longer than a card's teaser."""
    return judged.header.day is not None and bool(judged.header.byline) and count_sentences(judged) > 1


def _opens_with_person(flow: Flow, headline: str) -> bool:
    """Whether the headline is a name of several words that a paragraph begins with, spelled the same."""
    if not is_name(headline) or (headline.isascii() and " " not in headline):
        return False
    starts = (line.text for line in flow if line.kind in ("p", "text") and len(line.text) > 80)
    return any(text.startswith(headline) for text in starts)


def _is_list(judged: Judged) -> bool:
    """Whether cards, and not more than a paragraph before them, stand where an article has its text."""
    flow, header = judged.page.flow, judged.header
    under = range(judged.headline + 1, len(flow))
    cards = [at for at in under if _is_card(flow[at])]
    if len(cards) < _CARDS or any(
        words & _TAIL for at, words in flow.landmarks.items() if judged.headline < at < cards[0]
    ):
        return False
    if header.byline and header.end <= cards[0]:
        return False
    return sum(is_sentence(flow[at].text) for at in under if at < cards[0]) <= 1


def _is_list_as_text(judged: Judged) -> bool:
    """Whether further pieces, each under its type label, follow a header and not more than a paragraph."""
    flow, start = judged.page.flow, judged.headline + 1
    tail = next((at for at, words in flow.landmarks.items() if at >= start and words & _TAIL), len(flow))
    labels = [at for at in range(start, tail) if flow[at].kind == "p" and is_type_label(flow[at].text)]
    return len(labels) >= _CARDS - 1 and sum(is_sentence(line.text) for line in flow[start : labels[0]]) <= 1


def _is_card(line: Line) -> bool:
    return line.kind in HEADINGS and is_linked(line) and not people_links(line)


def _count_cards(page: Page) -> int:
    """The titles of cards: `article` elements, or headings that are links or hold one."""
    assert page.tree is not None
    linked = sum(line.kind in HEADINGS and bool(links_of(line)) for line in page.flow)
    return max(len(page.tree.css("article")), linked)
