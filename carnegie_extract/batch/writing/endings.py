"""The endings of output names, and what they promise: a file holds what its name says."""

from __future__ import annotations

import re

from carnegie_extract.base.english import joined
from carnegie_extract.batch.writing.packing import PACKINGS, ending_of
from carnegie_extract.formats.table import FORMATS, unknown
from carnegie_extract.forms import FORMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.formats.format import Format

_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,8}")
"""What names a kind of file: neither the end of a date, nor the letters that mktemp puts after a dot."""
_INPUT = frozenset(ending for form in FORMS for ending in form.endings) - PACKINGS.keys()
"""How names end of files that pages are read from."""
_FOREIGN = frozenset(
    ".csv .tsv .tab .xls .xlsx .ods .parquet .arrow .feather .avro .orc .pickle .pkl .sqlite .sqlite3 .db "
    ".html .htm .xhtml .xml .rss .yaml .yml .toml .doc .docx .odt .rtf .pdf .epub .7z".split()
)
"""Ends of names that promise a format."""
_KNOWN = tuple(ending for form in FORMATS for ending in form.endings)
_FIRST = tuple(dict.fromkeys(form.endings[0] for form in FORMATS))
"""One for each format, as people read them."""


def is_free(ending: str) -> bool:
    """Whether records in any format may stand in a file whose name ends so."""
    return ending not in _INPUT | _FOREIGN | {*_KNOWN}


def misfit(output: str, form: Format | None) -> str | None:
    """Why `--output` cannot have this name, where `form` is the format that was asked for; None where it can."""
    ending = ending_of(output)
    if form is not None:
        fits = ending in form.endings or is_free(ending)
        return None if fits else f"--format {form.name} does not fit the ending {ending}: use {_or(form)}"
    endings = joined(_FIRST, "or")
    if ending in _KNOWN:
        return None
    if not is_free(ending):
        return f"--output writes no {ending} files: use a name that ends in {endings}"
    if not _ENDING.fullmatch(ending):
        return None
    says = unknown("ending", ending, _KNOWN, f"use {endings}")
    return f"{says} (to write JSON Lines to a file of this name, add --format jsonl)"


def misfit_of_errors(name: str) -> str | None:
    """The same of `--errors`, which writes JSON Lines."""
    ending, form = ending_of(name), FORMATS[0]
    if ending not in (_INPUT | _FOREIGN) - {*form.endings}:
        return None
    return f"--errors writes JSON Lines, which do not fit the ending {ending}: use {_or(form)}"


def _or(form: Format) -> str:
    return joined(form.endings, "or")
