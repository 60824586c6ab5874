"""The program in ten lines: decode, parse, recognise, read, assemble."""

from carnegie_extract import dom
from carnegie_extract.article import Article
from carnegie_extract.assemble import Reading, assemble
from carnegie_extract.decode import decode
from carnegie_extract.errors import BotChallenge, ExtractionError, NoArticle
from carnegie_extract.head import find_metadata, read_head
from carnegie_extract.headline import find_headline
from carnegie_extract.layouts import claimants
from carnegie_extract.page import Page
from carnegie_extract.plaintext import is_html, read_text
from carnegie_extract.refusals import is_challenge, not_an_article, other_site
from carnegie_extract.saved import read_saved, wayback_stamp
from carnegie_extract.site import addresses, is_carnegie


def extract(
    page: bytes,
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
    try:
        return _extract(page, source, url, saved_at, charset)
    except ExtractionError as error:
        error.source = source
        raise


def _extract(raw: bytes, source: str, url: str | None, saved_at: str | None, charset: str | None) -> Article:
    decoded = decode(dom.without_payload(raw), charset)
    saved = read_saved(decoded.utf8)
    page = _read_html(decoded.utf8) if is_html(decoded.utf8) else read_text(decoded.utf8)
    own = addresses(page.head, saved.url or url)
    reading = _read(page, own)
    if isinstance(reading, ExtractionError):
        if page.tree is not None and is_challenge(decoded.utf8, page.tree, page.flow):
            raise BotChallenge("a bot filter's challenge instead of the page")
        raise reading
    stamp = saved.at or wayback_stamp(page.head.canonical) or saved_at
    return assemble(reading, source=source, own=own, saved_at=stamp, warnings=decoded.warnings)


def _read_html(utf8: bytes) -> Page:
    tree = dom.parse(utf8)
    head = read_head(tree)
    dom.prepare(tree)
    flow = dom.flow(tree)
    return Page(tree, head, find_metadata(tree, flow), flow, find_headline(flow, head.titles))


def _read(page: Page, own: list[str]) -> Reading | ExtractionError:
    """Recognise a page and read it, or say why it can't be."""
    if not is_carnegie(page, own):
        return other_site(page, own)
    if page.headline is None:
        return not_an_article(page, own, "it has no headline")
    layouts = claimants(page)
    if len(layouts) != 1:
        names = ", ".join(layout.name for layout in layouts) or "none"
        return NoArticle(f"no single layout fits the page (claimed by: {names})")
    reading = Reading(page, layouts[0])
    if not reading.is_article:
        return not_an_article(page, own, "neither metadata block nor date nor byline")
    return reading
