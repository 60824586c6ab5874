"""What formats for citing share: what kind of work an article is, its authors' names in parts, and its key."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple
from unicodedata import normalize

from carnegie_extract.formats.format import Record
from carnegie_extract.formats.prose import clean
from carnegie_extract.words.carnegie import is_carnegie_name
from carnegie_extract.words.languages.language import HAN
from carnegie_extract.words.names import ends_in_suffix, is_particle

PUBLISHER = "Carnegie Endowment for International Peace"
_LONG = 4
"""Letters of a word that tells something of a headline: "the" and "for" do not."""


class Name(NamedTuple):
    """A name in parts; what has none, as that of an office, is a `family` alone."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""


def names(record: Record) -> list[Name]:
    """The authors' names. The last word is the family's, with the small words before it."""
    return [name_in_parts(clean(author["name"])) for author in record["authors"]]


def name_in_parts(name: str) -> Name:
    """A name as citations need it: "Ludwig van der Aa, Jr." has all four parts."""
    name, _, suffix = name.rpartition(" ") if " " in name and ends_in_suffix(name) else (name, "", "")
    name = name.rstrip(",")
    words = name.split(" ")
    if is_carnegie_name(name) or len(words) < 2 or HAN[0] <= name[-1] <= HAN[1]:
        return Name(name, suffix=suffix)
    start = len(words) - 1
    while start > 1 and is_particle(words[start - 1]):
        start -= 1
    return Name(words[-1], " ".join(words[:start]), " ".join(words[start:-1]), suffix)


def day(stamp: str | None) -> tuple[int, int, int] | None:
    """Year, month and day of a date or a time."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", stamp or "")
    return (int(found[1]), int(found[2]), int(found[3])) if found is not None else None


class Keys:
    """Keys of the articles of one document, no two of them alike: "mcbride2026quiet", "mcbride2026quiet-2"."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, record: Record) -> str:
        """The author's family name, the year, and the first longer word of the headline; else the date."""
        authors, words = names(record), _words(record["headline"])
        name = "".join(_words(authors[0].family)) if authors else ""
        word = next((word for word in words if len(word) >= _LONG), "".join(words[:1]))
        date = record["date"] or ""
        stem = f"{name}{date[:4]}{word}" if name or word else f"carnegie{date.replace('-', '')}"
        key = stem
        while self._given[key]:
            self._given[stem] += 1
            key = f"{stem}-{self._given[stem]}"
        self._given[key] += 1
        return key


def _words(text: str) -> list[str]:
    """The Latin words of a text without accents, small."""
    return re.findall("[a-z0-9]+", normalize("NFKD", text).encode("ascii", "ignore").decode().lower())
