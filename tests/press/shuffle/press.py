"""One seed in, one page and its right record out."""

from collections.abc import Mapping
from dataclasses import dataclass

from .article import new_sheet
from .choices import Hand
from .form import printed
from .legacy import legacy_page
from .site import site_page


@dataclass(frozen=True)
class Page:
    """A page, the fields that it decides, and the values that were drawn for it."""

    seed: int
    html: bytes
    expected: dict[str, object]
    drawn: frozenset[tuple[str, str]]


def shuffle(seed: int, forced: Mapping[str, str] | None = None, calm: float = 0.0) -> Page:
    """Compose the page of a seed. `calm` is the chance that a choice takes its ordinary value."""
    hand = Hand(seed, forced, calm)
    sheet = new_sheet(hand)
    page = legacy_page(sheet) if sheet.legacy else site_page(sheet)
    html = printed(sheet, page)
    expected = {field: value for field, value in sheet.expected.items() if field not in sheet.undecided}
    return Page(seed, html, expected, frozenset(hand.drawn))
