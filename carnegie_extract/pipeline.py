"""The program in ten lines: decode, parse, recognise, read, assemble.

What only some pages need is imported where they need it: a run over one page feels each module.
"""

from carnegie_extract import dom
from carnegie_extract.article import Article
from carnegie_extract.assemble import Reading, assemble
from carnegie_extract.decode import decode
from carnegie_extract.errors import Container, ExtractionError
from carnegie_extract.forms import form_of, pages
from carnegie_extract.forms.member import HEAD, Member, SavedPage
from carnegie_extract.head import find_metadata, read_head
from carnegie_extract.headline import find_headline, split_headline
from carnegie_extract.layouts import claimants
from carnegie_extract.nesting import check_nesting
from carnegie_extract.page import Page
from carnegie_extract.saved import read_saved, read_saved_tags
from carnegie_extract.site import addresses, copied_at, is_carnegie

_TOP = 2048
_XHTML = b"http://www.w3.org/1999/xhtml"
_XML = (b"<?xml", b"<rss", b"<feed", b"<rdf:RDF", b"<urlset", b"<sitemapindex")


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
    the name to report it by. What the container of the page says goes in `url` (its address),
    `saved_at` (RFC 3339) and `charset`; what the page says of itself goes before `url`.

    Raises an ExtractionError, whose class tells why, for anything that is no article.
    """
    if not isinstance(page, bytes | bytearray | memoryview):
        raise TypeError(
            f"extract takes the bytes of a page, not {type(page).__name__}: "
            "give extract_file the path of a file, and encode text"
        )
    if not isinstance(source, str):
        raise TypeError(f"source is the name of the page as str, not {type(source).__name__}")
    content = bytes(page)
    _refuse_container(content, source)
    return read(SavedPage(content, source, url, saved_at, charset))


def read(page: SavedPage) -> Article:
    """Read a page that stands in nothing else. Raises an ExtractionError."""
    try:
        return _extract(page.content, page.source, page.url, page.saved_at, page.charset)
    except ExtractionError as error:
        error.source = page.source
        raise


def _refuse_container(content: bytes, source: str) -> None:
    """Raises Container for a file that a page stands in."""
    form = form_of(content[:HEAD], "")
    if form is not None and not _is_bare(content):
        raise Container(f"{form.name}: extract_file reads the pages in it, extract a bare page", source)


def _is_bare(content: bytes) -> bool:
    """Whether a file that begins like a container is a page after all, as its reader finds."""
    from io import BytesIO

    first = next(pages(Member(BytesIO(content), "", "", limit=len(content), rewinds=True)), None)
    return isinstance(first, SavedPage) and first.content == content


def _extract(raw: bytes, source: str, url: str | None, saved_at: str | None, charset: str | None) -> Article:
    decoded = decode(dom.without_payload(raw), charset)
    if decoded.utf8.startswith(_XML):
        from carnegie_extract.refusals import refuse_xml

        refuse_xml(decoded.utf8)
    saved = read_saved(decoded.utf8)
    page = _read_html(decoded.utf8) if dom.is_html(decoded.utf8) else _read_text(decoded.utf8)
    tags = read_saved_tags(page.head)
    saved_from = saved.url or tags.url or url
    own = addresses(page.head, saved_from)
    reading = _read(page, own)
    if reading is None:
        from carnegie_extract.refusals import refusal

        raise refusal(decoded.utf8, page, own)
    stamp = saved.at or tags.at or copied_at(page.head, saved_from) or saved_at
    article = assemble(reading, source=source, own=own, saved_at=stamp, warnings=decoded.warnings)
    if not article.body:
        from carnegie_extract.refusals import has_body_or_needs_none, refusal

        if not has_body_or_needs_none(page, reading, article):
            raise refusal(decoded.utf8, page, own, missing="it has no text")
    return article


def _read_html(utf8: bytes) -> Page:
    if b"/>" in utf8 and (utf8.startswith(b"<?xml") or _XHTML in utf8[:_TOP]):
        from carnegie_extract.xhtml import closed

        utf8 = closed(utf8)
    check_nesting(utf8)
    tree = dom.parse(utf8)
    head = read_head(tree)
    dom.prepare(tree)
    flow = dom.flow(tree)
    headline = find_headline(flow, head.titles)
    if headline is None and (split := split_headline(flow, head.titles)):
        flow, headline = split
    return Page(tree, head, find_metadata(tree, head, flow), flow, headline)


def _read_text(utf8: bytes) -> Page:
    from carnegie_extract.plaintext import read_text

    return read_text(utf8)


def _read(page: Page, own: list[str]) -> Reading | None:
    """Recognise a page and read it; None for what is no article of the Endowment's."""
    if page.headline is None or not is_carnegie(page, own):
        return None
    layouts = claimants(page)
    if len(layouts) != 1:
        return None
    reading = Reading(page, layouts[0])
    if not reading.is_article:
        return None
    if page.metadata.present:
        return reading
    from carnegie_extract.refusals import is_other_kind

    return None if is_other_kind(page, reading, own) else reading
