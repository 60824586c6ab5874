"""What an article is made of, and the record that is expected of it.

The record is computed from here, never from a rendered page.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from .inline import to_text

KINDS = {
    "article": "article",
    "commentaire": "commentary",
    "commentary": "commentary",
    "event": "event",
    "legacyinthemedia": "in-the-media",
    "paper": "paper",
    "pressRelease": "press-release",
    "q&a": "q-and-a",
    "questionAnswer": "q-and-a",
    "report": "report",
    "коментар": "commentary",
    "комментарий": "commentary",
    "بيان صحافي": "press-release",
    "مقال": "article",
    "टिप्पणी": "commentary",
    "报告": "report",
    "评论": "commentary",
}
"""The kinds of the types that are printed."""
HOME = "https://carnegieendowment.org"
ENDOWMENT = "Carnegie Endowment for International Peace"


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 3


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Quotation:
    """Somebody's words, standing nowhere else in the text: body."""

    text: str


@dataclass(frozen=True)
class PullQuote:
    """A sentence of the text shown again: not body."""

    text: str


@dataclass(frozen=True)
class Figure:
    caption: str


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Outlet:
    """Where an "In The Media" item was published first."""

    text: str


@dataclass(frozen=True)
class Card:
    """A teaser of another piece."""

    label: str
    blog: str | None
    title: str
    dek: str
    author: str


@dataclass(frozen=True)
class Newsletter:
    name: str
    blurb: str


@dataclass(frozen=True)
class Video:
    """An embedded video that does not load."""


@dataclass(frozen=True)
class Break:
    """One run of rich text ends here and the next begins."""


Block = (
    str
    | Heading
    | Bullets
    | Quotation
    | PullQuote
    | Figure
    | Table
    | Outlet
    | Card
    | Newsletter
    | Video
    | Break
)


@dataclass(frozen=True)
class Author:
    name: str
    slug: str | None = None
    title: str | None = None
    bio: str | None = None


@dataclass(frozen=True)
class Piece:
    """The words of one article in one language."""

    headline: str
    dek: str | None
    blocks: tuple[Block, ...]
    authors: tuple[Author, ...] = ()
    notes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Image:
    url: str
    alt: str | None
    credit: str | None


@dataclass(frozen=True)
class Box:
    """An info box beside the text: what it is, its name, a few words."""

    kind: str
    name: str
    blurb: str


@dataclass(frozen=True)
class Page:
    """A piece as one site published it."""

    piece: Piece
    language: str
    url: str | None = None
    label: str | None = None
    blog: str | None = None
    byline: str | None = None
    printed_authors: tuple[Author, ...] = ()
    author_hrefs: tuple[str | None, ...] = ()
    about: bool = False
    """Whether a section about the authors gives their titles and bios."""
    spoken: bool = False
    """Whether a section about the speakers gives the bio of each one, or the title of one who has none."""
    signed: bool = False
    """Whether names and titles stand again after the text, under no heading."""
    date: str | None = None
    printed_date: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    image: Image | None = None
    metadata: dict[str, object] | None = None
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    pdf: str | None = None
    boxes: tuple[Box, ...] = ()
    warnings: tuple[str, ...] = ()


def asset(name: str) -> str:
    """The address of a picture, in the form today's site uses."""
    key = json.dumps({"key": f"static/media/images/{name}"}, separators=(",", ":"))
    return "https://assets.carnegieendowment.org/_/" + base64.b64encode(key.encode()).decode()


def comma_byline(piece: Piece) -> str | None:
    """The names with commas between them."""
    return ", ".join(author.name for author in piece.authors) or None


def body(piece: Piece) -> list[str]:
    """The article's own prose in reading order."""
    return [to_text(text) for block in piece.blocks for text in _prose(block)]


def _prose(block: Block) -> Iterator[str]:
    match block:
        case str():
            yield block
        case Quotation(text):
            yield text
        case Bullets(items):
            yield from items
        case _:
            return


def check_quotes(piece: Piece) -> None:
    """A pull quote repeats the text; a quotation does not."""
    whole = "\n".join(body(piece))
    for block in piece.blocks:
        if isinstance(block, PullQuote) and to_text(block.text) not in whole:
            raise ValueError(f"this pull quote repeats nothing: {block.text}")
        if isinstance(block, Quotation) and whole.count(to_text(block.text)) != 1:
            raise ValueError(f"this quotation stands in the text too: {block.text}")


def _authors(page: Page) -> list[dict[str, str | None]]:
    hrefs = page.author_hrefs or (None,) * len(page.printed_authors)
    return [
        {
            "name": author.name,
            "title": author.title if page.about or page.signed or (page.spoken and not author.bio) else None,
            "bio": to_text(author.bio) if (page.about or page.spoken) and author.bio else None,
            "url": urljoin(page.url or HOME, href) if href else None,
        }
        for author, href in zip(page.printed_authors, hrefs, strict=True)
    ]


def _strings(page: Page, key: str, tags: tuple[str, ...]) -> list[str]:
    if page.metadata is None:
        return list(tags)
    listed = page.metadata[key]
    assert isinstance(listed, list)
    return [str(item) for item in listed]


def _type(page: Page) -> str | None:
    if page.metadata is not None:
        return str(page.metadata["type"])
    return page.label.casefold() if page.label else None


def record(page: Page, layout: str, source: str) -> dict[str, object]:
    """The complete record expected of the page."""
    check_quotes(page.piece)
    image, printed = page.image, _type(page)
    return {
        "source": source,
        "url": page.url,
        "layout": layout,
        "language": page.language,
        "type": printed,
        "kind": KINDS[printed] if printed is not None else None,
        "blog": page.blog,
        "headline": to_text(page.piece.headline),
        "dek": to_text(page.piece.dek) if page.piece.dek else None,
        "byline": page.byline,
        "authors": _authors(page),
        "date": page.date,
        "published_at": page.published_at,
        "modified_at": page.modified_at,
        "image": {"url": image.url, "alt": image.alt, "credit": image.credit} if image else None,
        "metadata": page.metadata,
        "body": body(page.piece),
        "notes": [
            {"id": str(number), "text": to_text(text)} for number, text in enumerate(page.piece.notes, 1)
        ],
        "topics": _strings(page, "topics", page.topics),
        "regions": _strings(page, "regions", page.regions),
        "pdf": page.pdf,
        "saved_at": None,
        "warnings": list(page.warnings),
    }
