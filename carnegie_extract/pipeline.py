"""A page, step by step: decode, parse, check the site, recognise the layout, judge the lines, assemble.

What only some pages need is imported where they need it: a run over one page feels each module.
"""

from __future__ import annotations

from carnegie_extract.base.errors import Container, ExtractionError, NotAPage, NotHtml
from carnegie_extract.fields import Article, article_of
from carnegie_extract.fields.field import Evidence
from carnegie_extract.forms import form_of, pages
from carnegie_extract.forms.member import HEAD, Member, SavedPage
from carnegie_extract.layouts.recognise import recognise, shows_article
from carnegie_extract.layouts.signs import Signs
from carnegie_extract.layouts.site import NO_ARTICLE_IN_TEXT, addresses, copied_at, other_site
from carnegie_extract.lines.headline import find_headline, guess_headline, with_headline_apart
from carnegie_extract.lines.judge import judge
from carnegie_extract.page import dom
from carnegie_extract.page.encoding import Decoded, decode
from carnegie_extract.page.head import EMPTY_HEAD, Metadata, find_metadata, holds_data, read_head
from carnegie_extract.page.nesting import check_nesting
from carnegie_extract.page.page import Page
from carnegie_extract.page.prepare import prepare
from carnegie_extract.page.saved import read_saved, read_saved_tags
from carnegie_extract.page.walk import flow_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.fields.field import Found
    from carnegie_extract.layouts.layout import Layout
    from carnegie_extract.lines.judge import Judged

_TOP = 2048
_XHTML = b"http://www.w3.org/1999/xhtml"
_HTML = (b"<!doctype html", b"<html")
_FEW_LETTERS = 1500
"""Characters of a page that may be a bot filter's answer."""


class Trace:
    """What the steps found, as far as a page got: for `--explain`."""

    decoded: Decoded | None = None
    page: Page | None = None
    addresses: tuple[str, ...] = ()
    signs: Signs | None = None
    layout: Layout | None = None
    judged: Judged | None = None
    article: Article | None = None

    def __init__(self) -> None:
        self.answers: list[tuple[str, str, Found | None]] = []
        """The answer of each witness of each field, in the order in which they are asked."""

    def hear(self, field: str, witness: str, answer: Found | None) -> None:
        """A witness was asked."""
        self.answers.append((field, witness, answer))


def extract(
    page: bytes | bytearray | memoryview,
    *,
    source: str = "-",
    url: str | None = None,
    saved_at: str | None = None,
    charset: str | None = None,
) -> Article:
    """Read one saved page of the Carnegie Endowment's sites.

    `page` is the page's bytes: HTML in any encoding, or the plain text of an article. `source` is
    the name that messages give it. If its container says so, pass `url` (its address),
    `saved_at` (RFC 3339) and `charset`; an address that the page gives itself has priority over `url`.

    Raises an ExtractionError, whose class says why, for anything that is not an article, and a TypeError for an
    argument of another type.
    """
    if not isinstance(page, bytes | bytearray | memoryview):
        raise TypeError(
            f"extract takes the bytes of a page, not {type(page).__name__}: "
            "give extract_file the path of a file, and encode text"
        )
    _check_text("source", source, "a str, the name of the page")
    _check_text("url", url, "a str or None", or_none=True)
    _check_text("saved_at", saved_at, "a str or None, a time in the form of RFC 3339", or_none=True)
    _check_text("charset", charset, "a str or None", or_none=True)
    content = bytes(page)
    otherwise = _refuse_container(content, source)
    return read(SavedPage(content, source, url, saved_at, charset, otherwise=otherwise))


def _check_text(name: str, value: object, wanted: str, *, or_none: bool = False) -> None:
    if not (isinstance(value, str) or (or_none and value is None)):
        raise TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def read(page: SavedPage, trace: Trace | None = None) -> Article:
    """Read a single page. Raises an ExtractionError."""
    try:
        return _read(page, trace)
    except NotAPage as error:
        if page.otherwise:
            raise NotHtml(f"{page.otherwise}: {error.reason}", page.source) from error
        error.source = page.source
        raise
    except ExtractionError as error:
        error.source = page.source
        raise


def _refuse_container(content: bytes, source: str) -> str:
    """Raises Container for a file that holds pages.

    A file that begins like a container may be a page after all, as its reader finds; this is the message
    if it is none.
    """
    form = form_of(content[:HEAD], "")
    if form is None:
        return ""
    from io import BytesIO

    first = next(pages(Member(BytesIO(content), "", "", limit=len(content), rewinds=True)), None)
    if isinstance(first, SavedPage) and first.content == content:
        return first.otherwise
    raise Container(f"{form.name}: read it with extract_file; extract reads only single pages", source)


def _read(saved_page: SavedPage, trace: Trace | None) -> Article:
    decoded = decode(dom.without_payload(saved_page.content), saved_page.charset)
    if trace is not None:
        trace.decoded = decoded
    utf8 = decoded.utf8
    top = utf8[:_TOP].lstrip().lower()
    if not top.startswith(_HTML):
        from carnegie_extract.layouts.refusals import refuse_foreign

        refuse_foreign(utf8)
    saved = read_saved(utf8)
    page = _read_html(utf8) if dom.is_html(utf8) else _read_text(utf8)
    tags = read_saved_tags(page.head)
    places = [url for url in (saved.url, tags.url, saved_page.url) if url]
    saved_from = places[0] if places else None
    own = addresses(page.head, saved_from)
    if trace is not None:
        trace.page, trace.addresses = page, tuple(own)
    judged, layout = _judged(utf8, page, own, places, trace)
    stamp = saved.at or tags.at or copied_at(page.head, saved_from) or saved_page.saved_at
    evidence = Evidence(judged, layout, tuple(own), stamp, decoded.warnings)
    article = article_of(evidence, saved_page.source, trace.hear if trace is not None else None)
    if trace is not None:
        trace.article = article
    if not article.body:
        from carnegie_extract.layouts.refusals import without_text

        if (refusal := without_text(judged, article.type, article.pdf, own)) is not None:
            raise refusal
    return article


def _judged(
    utf8: bytes, page: Page, own: list[str], places: list[str], trace: Trace | None
) -> tuple[Judged, Layout]:
    """The page with its lines judged, and its layout. Raises the refusal of a page that is not an article."""
    if len(page.flow.text) - len(page.flow) < _FEW_LETTERS:
        from carnegie_extract.layouts.refusals import challenge

        if (filtered := challenge(utf8, page)) is not None:
            raise filtered
    if (foreign := other_site(page, own, places)) is not None:
        raise foreign
    if page.headline is None:
        from carnegie_extract.layouts.refusals import no_article

        raise no_article(page, own, "no headline found")
    signs = Signs(page)
    layout = recognise(signs)
    judged = judge(page, page.headline, layout.markup)
    if trace is not None:
        trace.signs, trace.layout, trace.judged = signs, layout, judged
    if page.metadata.present:
        return judged, layout
    from carnegie_extract.layouts.refusals import NOTHING_SHOWN, no_article, other_kind

    if not shows_article(judged):
        raise no_article(page, own, NOTHING_SHOWN)
    if (other := other_kind(judged, own)) is not None:
        raise other
    return judged, layout


def _read_html(utf8: bytes) -> Page:
    if (utf8.startswith(b"<?xml") or _XHTML in utf8[:_TOP]) and b"/>" in utf8:
        from carnegie_extract.page.xhtml import closed

        utf8 = closed(utf8)
    check_nesting(utf8)
    tree = dom.parse(utf8)
    head = read_head(tree)
    prepared = prepare(tree, utf8)
    flow = flow_of(tree, prepared.boxes)
    headline = find_headline(flow, head.titles)
    if headline is None:
        flow = with_headline_apart(flow, head.titles)
        headline = find_headline(flow, head.titles)
    if headline is None:
        headline = guess_headline(flow, head.titles)
    return Page(tree, head, find_metadata(tree, head, flow, headline), flow, headline, prepared.missing)


def _read_text(utf8: bytes) -> Page:
    from carnegie_extract.lines.headline_in_text import address_above, find_headline_in_text
    from carnegie_extract.page.plain import read_text

    flow, metadata = read_text(utf8)
    page = Page(None, EMPTY_HEAD, metadata, flow, None)
    page.headline = find_headline_in_text(page)
    if page.headline is None:
        raise NotHtml(NO_ARTICLE_IN_TEXT)
    page.head = EMPTY_HEAD._replace(canonical=address_above(flow, page.headline))
    if not metadata.present:
        page.metadata = Metadata(unlike=holds_data(line.text for line in flow[: page.headline]))
    return page
