"""Write docs/fields.md from the tables FIELDS and WARNINGS, and docs/modules.md from what modules say of themselves.

python tests/make_docs.py           write them
python tests/make_docs.py --check   write nothing; exit 1 when one differs
"""

import ast
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from corpus import ROOT
from written import main

from carnegie_extract.fields import FIELDS
from carnegie_extract.fields.warnings import WARNINGS, code_of
from carnegie_extract.page import encoding

PACKAGE, DOCS = ROOT / "carnegie_extract", ROOT / "docs"
DESIGN = DOCS / "design.md"

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
this table, and the first that has an answer counts. `carnegie-extract --explain page.html` shows the answer of
each for a page. [record.md](record.md) says what the keys mean.

| key | witness | where it looks |
|---|---|---|
{fields}

These keys have no witnesses:

| key | where it comes from |
|---|---|
{fixed}

## Warnings

`warnings` holds these codes. Each says what a careful reader should check.

| code | meaning |
|---|---|
{warnings}
"""

MODULES = """\
# Modules

<!-- Written by tests/make_docs.py from the docstrings of the modules. -->

What each module does, package by package. [design.md](design.md) says what the packages are for; each imports only
from those above it.

{rooms}

## Outside of packages

{others}
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


def fields_and_warnings() -> str:
    """What docs/fields.md should hold."""
    fixed = ((f"`{key}`", meaning) for key, meaning in FIXED.items())
    return TEXT.format(fields=table(fields()), fixed=table(fixed), warnings=table(warnings()))


def room(name: str) -> str:
    """The modules of a room, a row for each; without a name, those beside the rooms."""
    folder = PACKAGE / name
    files = sorted((folder.rglob if name else folder.glob)("*.py"))
    rows = (
        (f"`{path.relative_to(folder).as_posix()}`", module_line(path))
        for path in files
        if name or path.name not in ("__init__.py", "__main__.py")
    )
    return f"| module | what it does |\n|---|---|\n{table(rows)}"


def module_line(path: Path) -> str:
    """What the docstring of a module says first."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def modules() -> str:
    """What docs/modules.md should hold: the rooms in the order of docs/design.md."""
    rooms = re.findall(r"^\| `(\w+)/` \|", DESIGN.read_text(encoding="utf-8"), re.M)
    sections = [f"## {name}/\n\n{room(name)}" for name in rooms]
    return MODULES.format(rooms="\n\n".join(sections), others=room(""))


FILES = {DOCS / "fields.md": fields_and_warnings, DOCS / "modules.md": modules}

if __name__ == "__main__":
    sys.exit(main("Write docs/fields.md and docs/modules.md from the code.", FILES, sys.argv[1:]))
