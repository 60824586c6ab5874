"""A long paper of today's site, for the benchmarks."""

from . import words_en
from .article import Block, Figure, Heading, Page, Piece, body, record
from .build import address, metadata, people, picture
from .fixture import chrome
from .inline import to_text
from .site_2026 import Skin, render

SECTIONS = 36
SOURCES = (words_en.FERRIES, words_en.GRANARIES, words_en.SHORT_WAVE, words_en.SMALL_THINGS)


def _blocks() -> tuple[Block, ...]:
    blocks: list[Block] = []
    for section in range(1, SECTIONS + 1):
        source = SOURCES[section % len(SOURCES)]
        blocks.append(Heading(f"{section}. {to_text(source.headline)}"))
        blocks.append(Figure(f"Figure {section}: {to_text(source.headline)}"))
        blocks.extend(
            f"{section}.{number} {text}[^{section}]" if number == 1 else f"{section}.{number} {text}"
            for number, text in enumerate(body(source), 1)
        )
    return tuple(blocks)


def page() -> Page:
    """The paper."""
    notes = tuple(
        f"Note {number}: see the ledger of that year, pages {number} to {number * 2}."
        for number in range(1, SECTIONS + 1)
    )
    piece = Piece(
        headline="The Long Ledger: Thirty-Six Notes on Freight, Grain, and Patience",
        dek="A paper that is as long as papers get.",
        blocks=_blocks(),
        authors=(words_en.FARRAR, words_en.PELL),
        notes=notes,
        topics=("Trade", "Food Security"),
        regions=("Baltic Sea", "North Africa"),
    )
    return Page(
        piece=piece,
        language="en",
        url=address("research/2026/06/the-long-ledger"),
        label="Paper",
        byline="Olwen Farrar, Jonas A. Pell",
        printed_authors=piece.authors,
        author_hrefs=people(piece.authors),
        about=True,
        date="2026-06-02",
        printed_date="Jun 2, 2026",
        published_at="2026-06-02T12:00:00.000Z",
        image=picture("ledger", "Source: Getty"),
        metadata=metadata(piece, "paper"),
        topics=piece.topics,
        regions=piece.regions,
    )


def html() -> bytes:
    """The page."""
    return render(page(), chrome("en"), Skin(json_ld="object")).encode()


def article() -> dict[str, object]:
    """The record expected of it."""
    return record(page(), "site-2026", "page.html")
