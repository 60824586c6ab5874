"""Formats that records are written in: one file each, and one line here."""

from carnegie_extract.formats import json_lines

DEFAULT = json_lines.encode
FORMATS = {".jsonl": DEFAULT}
"""By the end of the name of the file that `--output` names; a file of any other name is of the first one."""

FOREIGN = frozenset(
    ".csv .tsv .tab .xls .xlsx .ods .parquet .arrow .feather .avro .orc .pickle .pkl .sqlite .sqlite3 .db "
    ".xml .rss .yaml .yml .toml .doc .docx .odt .rtf .pdf .epub .7z".split()
)
"""Ends of names that promise another format: what is written must be what its name says. `FORMATS` goes first."""


def format_of(output: str | None) -> "json_lines.Encode":
    """How records are written to a file, compressed or not; to standard output where `output` is None."""
    if output is None:
        return DEFAULT
    name = output.lower().removesuffix(".gz").removesuffix(".zst")
    return next((encode for ending, encode in FORMATS.items() if name.endswith(ending)), DEFAULT)
