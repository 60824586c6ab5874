"""From a recognised page to its record: each field from its sources in their order."""

from __future__ import annotations

import re
from datetime import date

from carnegie_extract.addresses import original
from carnegie_extract.article import Article, Author
from carnegie_extract.authors import author_names, names_about, read_authors
from carnegie_extract.body import Form, Span, find_bios, find_span, typed_blocks
from carnegie_extract.chrome import find_chrome, find_inserted
from carnegie_extract.dates import day_of, timestamp, url_date
from carnegie_extract.dom import first_text, unmarked
from carnegie_extract.flow import SENTENCE_END
from carnegie_extract.head import without_site
from carnegie_extract.header import Header, read_header
from carnegie_extract.labels import blog_logo
from carnegie_extract.landmarks import is_in_the_media
from carnegie_extract.language import language_of
from carnegie_extract.layouts.layout import Layout
from carnegie_extract.media import read_image, read_pdf
from carnegie_extract.notes import read_notes, without_glued_markers
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.tags import Tags, read_tags
from carnegie_extract.text import letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SITE = "https://carnegieendowment.org"
_ORIGIN = pattern(r"https?://[^/?#]+", re.I)


class Reading:
    """A page read by a layout, before it becomes a record."""

    def __init__(self, page: Page, layout: Layout) -> None:
        assert page.headline is not None
        self.page = page
        self.layout = layout
        flow = page.flow
        self.chrome = find_chrome(page.tree, flow, page.headline, layout.chrome)
        root = _body_root(page, layout)
        self.header: Header = read_header(
            page, root.start if root else None, self.chrome, bare_byline=layout.bare_byline
        )
        self.names = author_names(page, self.header)
        limit = root.end if root else len(flow)
        start = self.header.end
        span = find_span(flow, start, limit, self.chrome, self.names)
        if inserted := find_inserted(flow, page.headline, start, span.end):
            self.chrome |= inserted
            span = find_span(flow, start, limit, self.chrome, self.names)
        self.span = span
        self.names = self.names or names_about(flow, self.span.end)
        self.bios = find_bios(flow, self.span, self.names)
        self.chrome |= frozenset(place for at in self.bios for place in (at, at + 1))

    @property
    def is_article(self) -> bool:
        """Whether the page shows an article: by data, by date and byline, or by one of them and a text.

        One of them alone stands on other pages too: a label, or a date in head or address, must join it.
        """
        head, header = self.page.head, self.header
        shown = (header.date is not None) + (header.byline is not None)
        if self.page.metadata.present or shown == 2:
            return True
        stamped = head.meta("article:published_time") or head.linked.published or url_date(head.canonical)
        return shown == 1 and bool(header.label or stamped) and self._has_sentence()

    def _has_sentence(self) -> bool:
        flow = self.page.flow
        blocks = (flow[at] for at in range(*self.span) if at not in self.chrome)
        texts = (unmarked(block.text)[0].rstrip("0123456789") for block in blocks if block.kind[0] != "h")
        return any(text and text[-1] in SENTENCE_END for text in texts)


def _body_root(page: Page, layout: Layout) -> Span | None:
    """The place of the element that a selector of the layout names, if it can be the body."""
    if page.tree is None or page.headline is None:
        return None
    for selector in layout.body:
        for root in page.tree.css(selector):
            start, end = page.flow.span(root)
            if page.headline < start < end:
                return Span(start, end)
    return None


def assemble(
    reading: Reading, *, source: str, own: list[str], saved_at: str | None, warnings: tuple[str, ...]
) -> Article:
    """The record of a page. `own` are the page's addresses, `warnings` what decoding had to say."""
    page, header, layout = reading.page, reading.header, reading.layout
    head, metadata = page.head, page.metadata
    url = own[0] if own else None
    said: list[str] = [*warnings]
    if metadata.broken or metadata.changed:
        said.append("metadata-broken" if metadata.broken else "metadata-changed")

    kind = metadata.string("type") or header.label
    elsewhere = kind == "legacyinthemedia" or is_in_the_media(header.label or "")
    form = Form(_quotations(reading), elsewhere, page.tree is None)
    blocks = typed_blocks(page.flow, reading.span, reading.chrome, form)
    notes = read_notes(page.tree, page.flow, reading.span.start, reading.names)
    if page.tree is None and notes:
        blocks = without_glued_markers(blocks, notes)
    published = timestamp(head.meta("article:published_time")) or timestamp(head.linked.published)
    modified = timestamp(head.meta("article:modified_time")) or timestamp(head.linked.modified)
    stamp = day_of(head.meta("article:published_time")) or day_of(head.linked.published)
    tags = Tags()
    if not all(isinstance((metadata.block or {}).get(name), list) for name in ("topics", "regions")):
        tags = read_tags(page.flow, reading.span.start, reading.span.end)
    language, language_differs = language_of(head.lang, _sample(header, blocks))
    image = read_image(page, reading.span.start)
    if image is not None:
        image = image._replace(url=_join(image.url, url) or image.url)
    article = Article(
        source=source,
        url=url,
        layout=layout.name,
        language=language,
        type=kind,
        blog=_blog(reading),
        headline=header.headline,
        dek=header.dek,
        byline=header.byline,
        authors=tuple(_absolute(author, url) for author in _authors(reading)),
        date=_iso(header.date or stamp or url_date(url)),
        published_at=published,
        modified_at=modified,
        image=image,
        metadata=metadata.block,
        blocks=tuple(blocks),
        notes=tuple(notes),
        topics=_listed(metadata.block, "topics", tags.topics),
        regions=_listed(metadata.block, "regions", tags.regions),
        pdf=_join(read_pdf(page.tree, layout.pdf), url) if page.tree is not None else None,
        saved_at=saved_at,
        warnings=(),
    )
    said += _disagreements(reading, article, stamp)
    if language_differs:
        said.append("language-differs")
    if page.tree is None and metadata.block is None and _unread_tags(reading):
        said.append("tags-unread")
    return _with_warnings(article, said)


def _quotations(reading: Reading) -> frozenset[int]:
    """The places of paragraphs that the layout knows to be block quotations."""
    tree, flow, selectors = reading.page.tree, reading.page.flow, reading.layout.quotations
    if tree is None or not selectors:
        return frozenset()
    nodes = {node.mem_id for selector in selectors for node in tree.css(selector)}
    if not nodes:
        return frozenset()
    return frozenset(
        at for at, block in enumerate(flow) if block.node is not None and block.node.mem_id in nodes
    )


def _with_warnings(article: Article, said: list[str]) -> Article:
    return article._replace(warnings=tuple(dict.fromkeys(said))) if said else article


def _sample(header: Header, blocks: list[Any]) -> str:
    return " ".join([header.headline, header.dek or "", *(block.text for block in blocks[:2])])[:600]


def _blog(reading: Reading) -> str | None:
    page, layout = reading.page, reading.layout
    if blog := page.metadata.string("blog"):
        return blog
    if layout.of_site:
        return reading.header.blog
    if page.tree is not None and (named := first_text(page.tree, *layout.blog)):
        return named
    return blog_logo(page) if layout.of_blog else None


def _listed(block: dict[str, Any] | None, name: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    if block is not None and isinstance(block.get(name), list):
        return tuple(value for value in block[name] if isinstance(value, str))
    return tags


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _join(href: str | None, url: str | None) -> str | None:
    """`href` made absolute against the page's address; links of a page always lead to its own site."""
    if not href:
        return None
    href = original(href)
    if href.startswith("//"):
        return f"https:{href}"
    if href.startswith("/"):
        origin = _ORIGIN.match(url or _SITE)
        return f"{origin[0] if origin else _SITE}{href}"
    return href


def _authors(reading: Reading) -> list[Author]:
    """The authors; what stands of them in a box amid the body counts where no section tells more."""
    flow = reading.page.flow
    boxed = {name: unmarked(flow[at + 1].text)[0] for at, name in reading.bios.items()}
    authors = read_authors(reading.names, reading.header, flow, reading.span.end)
    return [author._replace(bio=author.bio or boxed.get(author.name)) for author in authors]


def _absolute(author: Author, url: str | None) -> Author:
    return Author(author.name, author.title, author.bio, _join(author.url, url))


def _disagreements(reading: Reading, article: Article, stamp: date | None) -> list[str]:
    """Codes for sources that should agree and do not, and for what is missing."""
    page, header = reading.page, reading.header
    said = []
    if page.head.title and letters(without_site(page.head.title)) != letters(header.headline):
        said.append("title-headline-differ")
    if header.byline is not None:
        printed = {letters(author.name) for author in article.authors}
        if page.metadata.block is not None and printed != _named(page.metadata.strings("authors")):
            said.append("byline-metadata-differ")
        if page.head.linked.authors and printed != _named(page.head.linked.authors):
            said.append("byline-json-ld-differ")
    if header.date is not None and stamp is not None and abs((header.date - stamp).days) > 1:
        said.append("date-published-differ")
    if article.date is None:
        said.append("no-date")
    elif header.date is None and stamp is None:
        said.append("date-from-url")
    if not article.body:
        said.append("empty-body")
    return said


def _named(names: tuple[str, ...]) -> set[str]:
    return {letters(name) for name in names}


def _unread_tags(reading: Reading) -> bool:
    """Whether a plain text has tags: under a heading, or run together as browsers copy links."""
    flow = reading.page.flow
    for at, roles in flow.landmarks.items():
        if at >= reading.span.end and "tags" in roles:
            return True
        if at >= reading.span.end and "disclaimers" in roles:
            last = flow[at - 1]
            named = any(letters(last.text).startswith(letters(name)) for name in reading.names)
            return (
                at > reading.span.start and not named and len(last.text) < 200 and last.text[-1:] not in ".!?"
            )
    return False
