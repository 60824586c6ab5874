"""Formats that records are written in: one file each, and one line here."""

from carnegie_extract.formats import json_lines

DEFAULT = json_lines.encode
FORMATS = {".jsonl": DEFAULT}
"""By the end of the name of the file that `--output` names; a file of any other name is of the first one."""


def format_of(output: str | None) -> "json_lines.Encode":
    """How records are written to a file, compressed or not; to standard output where `output` is None."""
    if output is None:
        return DEFAULT
    name = output.lower().removesuffix(".gz").removesuffix(".zst")
    return next((encode for ending, encode in FORMATS.items() if name.endswith(ending)), DEFAULT)
