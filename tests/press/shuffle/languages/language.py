"""What the press needs to know of a language: its sentences, its people, its labels, its dates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Language:
    """The vocabulary of a language; every text on a page is put together from it."""

    code: str
    openers: tuple[str, ...]
    subjects: tuple[str, ...]
    predicates: tuple[str, ...]
    tails: tuple[str, ...]
    quotations: tuple[str, ...]
    """What somebody else said: no word of it is the author's."""
    headlines: tuple[tuple[str, ...], tuple[str, ...]]
    sections: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    titles: tuple[str, ...]
    bios: tuple[str, ...]
    topics: tuple[str, ...]
    regions: tuple[str, ...]
    indices: tuple[str, ...]
    """Sentences with _x_ for a subscript and ^x^ for a superscript that are words."""
    labels: dict[str, str]
    types: dict[str, str]
    long_date: Callable[[date], str]
    short_date: Callable[[date], str]
    after_opener: str = ", "
    gap: str = " "
    before_tail: str = ", "
    stop: str = "."
    between: str = " "
    colon: str = ": "
    quotes: tuple[str, str] = ("“", "”")
    family_first: bool = False
    charset: str = ""
    """The single-byte encoding of old pages in this language, if its letters allow one."""
    weekdays: tuple[str, ...] = field(default=())
