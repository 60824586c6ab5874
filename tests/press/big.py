"""A long paper of today's site, for the benchmarks."""

from . import words_en
from .article import Block, Figure, Heading, Page, Piece, body
from .cases_2026 import page_of
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
    return page_of(piece, "paper", "2026-06-02", "research/2026/06/the-long-ledger")


def html() -> bytes:
    """The page."""
    return render(page(), chrome("en"), Skin(json_ld="object")).encode()
