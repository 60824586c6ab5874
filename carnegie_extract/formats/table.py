"""The formats: each is one file, and one line here."""

from __future__ import annotations

from carnegie_extract.base.english import joined
from carnegie_extract.formats.bibtex import BIBTEX
from carnegie_extract.formats.csl_json import CSL_JSON
from carnegie_extract.formats.csv_table import CSV
from carnegie_extract.formats.json_text import JSON, JSON_LINES
from carnegie_extract.formats.markdown import MARKDOWN
from carnegie_extract.formats.parquet import PARQUET
from carnegie_extract.formats.text import TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carnegie_extract.formats.format import Format

FORMATS: tuple[Format, ...] = (JSON_LINES, JSON, CSV, MARKDOWN, TEXT, BIBTEX, CSL_JSON, PARQUET)
"""The first is the one that is written where nothing else is asked for. An ending stands for the first that has it."""
_ALIKE = 0.65
"""From here on, one word is taken for another: "cvs" for "csv", but not "arrow" for "markdown"."""


def named(name: str) -> Format:
    """The format of a name. Raises ValueError, which says what was meant, perhaps."""
    found = next((each for each in FORMATS if each.name == name), None)
    if found is None:
        names = [each.name for each in FORMATS]
        endings = {ending[1:]: each.name for each in reversed(FORMATS) for ending in each.endings}
        raise ValueError(unknown("format", name, names, f"the formats are {joined(names, 'and')}", endings))
    return found


def of_ending(ending: str) -> Format | None:
    """The format whose files' names end in `ending`, such as ".csv"; None where there is none."""
    return next((each for each in FORMATS if ending in each.endings), None)


def unknown(
    thing: str, name: str, names: Iterable[str], otherwise: str, others: Mapping[str, str] | None = None
) -> str:
    """The message for an unknown name: the nearest known name, else `otherwise`.

    `others` are words that people use for some of the names.
    """
    from difflib import get_close_matches

    meant = {**(others or {}), **{each: each for each in names}}
    near = get_close_matches(name.lower(), meant, 1, _ALIKE)
    return f"unknown {thing} {name!r}: {f'did you mean {meant[near[0]]}?' if near else otherwise}"
