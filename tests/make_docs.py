"""Write docs/fields.md from the tables of the code: FIELDS, and the WARNINGS of fields and of decoding.

python tests/make_docs.py           write it
python tests/make_docs.py --check   write nothing; exit 1 when the file differs
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from carnegie_extract.fields import FIELDS
from carnegie_extract.fields.warnings import WARNINGS, code_of
from carnegie_extract.page import encoding

FILE = Path(__file__).parent.parent / "docs" / "fields.md"

FIXED = {
    "source": "The caller: the path, and within an archive the member.",
    "layout": "The decision tree in `layouts/recognise.py`.",
    "language": "`lang` of the page, unless the script of the text contradicts it; without it, the text.",
    "metadata": "The metadata block as it is.",
    "saved_at": "What the saving tool noted, the stamp in a copy's address, what the container says.",
    "warnings": "The witnesses that disagree, and what is missing: see below.",
}
"""Keys that no witness is asked for."""

TEXT = """\
# Fields and their witnesses

<!-- Written by tests/make_docs.py from carnegie_extract/fields and carnegie_extract/page/encoding.py. -->

A field has witnesses: functions that look for its value, each in one place. They are asked in the order of
this table, and the first that has an answer counts. `carnegie-extract --explain page.html` shows what each of
them says of a page. What the keys mean stands in [record.md](record.md).

| key | witness | where it looks |
|---|---|---|
{fields}

These keys have no witnesses:

| key | where it comes from |
|---|---|
{fixed}

## Warnings

`warnings` holds these codes. Each says what a careful reader should look at.

| code | meaning |
|---|---|
{warnings}
"""


def first_line(function: Callable[..., object]) -> str:
    """What a function's docstring says first."""
    return (function.__doc__ or "").strip().partition("\n")[0]


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """The rows of a table; a bar within a cell is escaped."""
    cells = ([cell.replace("|", r"\|") for cell in row] for row in rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def fields() -> Iterable[tuple[str, ...]]:
    """A row for each witness, with the key in the first of them."""
    for field in FIELDS:
        for number, witness in enumerate(field.witnesses):
            name = f"`{field.name}`" if not number else ""
            yield name, f"`{witness.__name__}`", first_line(witness)


def warnings() -> Iterable[tuple[str, ...]]:
    """A row for each code."""
    for code, meaning in encoding.WARNINGS.items():
        yield f"`{code}`", meaning
    for warns in WARNINGS:
        yield f"`{code_of(warns)}`", first_line(warns)


def written() -> str:
    """What the file should hold."""
    fixed = ((f"`{key}`", meaning) for key, meaning in FIXED.items())
    return TEXT.format(fields=table(fields()), fixed=table(fixed), warnings=table(warnings()))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Write docs/fields.md from the code.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    text = written()
    if not parser.parse_args(arguments).check:
        FILE.write_text(text, encoding="utf-8")
    if FILE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/fields.md differs. Run: python tests/make_docs.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
