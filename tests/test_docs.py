"""The documents say what the code does: tables are current, citations lead somewhere, files are all named."""

import re
from collections.abc import Iterator
from pathlib import Path

import make_docs
import make_schema
import pytest
import written
from corpus import KEYS, ROOT

from carnegie_extract.base.record import BLOCK_TYPES, KINDS, Block
from carnegie_extract.fields import FIELDS

DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "tests" / "README.md",
]
CODE = sorted(
    path for folder in ("carnegie_extract", "tests", "bench") for path in (ROOT / folder).rglob("*.py")
)
FILES = re.compile(
    r"\b((?:base|words|page|lines|layouts|fields|forms|formats|report|batch|bench|tests|docs)/[\w/.-]*\w\.(?:py|md))\b"
)
BESIDE = {"report": ("explain",), "batch": ("explain", "pipeline")}
"""Modules beside the rooms that some of them use."""
ROW = re.compile(r"^\| `(\w+\.py)` \|", re.M)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", read(path), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def links() -> Iterator[tuple[Path, Path, str]]:
    """Each document with each file that it links, and the anchor there."""
    for document in DOCUMENTS:
        for target in re.findall(r"(?:\]\(|<img src=\")(?!https?:)([^)\"\s]+)[)\"]", read(document)):
            file, _, anchor = target.partition("#")
            yield document, (document.parent / file).resolve() if file else document, anchor


def test_what_is_made_from_the_code_is_current() -> None:
    assert written.differing(make_docs.FILES) == [], "Run: python tests/make_docs.py"


def test_a_check_writes_nothing_and_fails_where_the_file_differs(tmp_path: Path) -> None:
    file, missing = tmp_path / "a" / "fields.md", tmp_path / "missing.md"
    file.parent.mkdir()
    file.write_text("old", encoding="utf-8")
    files = {file: lambda: "new", missing: lambda: "more"}
    assert written.main("", files, ["--check"]) == 1
    assert (file.read_text(encoding="utf-8"), missing.exists()) == ("old", False)
    assert written.main("", files, []) == written.main("", files, ["--check"]) == 0
    assert (file.read_text(encoding="utf-8"), missing.read_text(encoding="utf-8")) == ("new", "more")


def test_each_module_says_in_a_line_what_it_does() -> None:
    lines = {path: make_docs.module_line(path) for path in (ROOT / "carnegie_extract").rglob("*.py")}
    open_ended = [path for path in lines if not lines[path].endswith(".")]
    assert open_ended == [], "Its first line becomes a row of docs/modules.md."


def test_each_key_has_witnesses_or_a_source() -> None:
    named = [field.name for field in FIELDS]
    assert sorted([*named, *make_docs.FIXED]) == sorted(KEYS)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_witness_says_in_a_sentence_where_it_looks(field: object) -> None:
    for witness in getattr(field, "witnesses", ()):
        line = make_docs.first_line(witness)
        assert line.endswith("."), f"{witness.__name__} needs a docstring whose first line is a sentence."


def test_the_contract_has_every_key_kind_and_block_type() -> None:
    assert [key for key in make_schema.meanings("The record") if key != "blocks"] == list(KEYS)
    assert list(make_schema.meanings("Kinds")) == list(KINDS)
    assert list(make_schema.meanings("Blocks")) == list(Block._fields)
    assert all(f"`{kind}`" in make_schema.sections()["Blocks"] for kind in BLOCK_TYPES)


def test_links_lead_somewhere() -> None:
    broken = [
        f"{document.name}: {file.name}#{anchor}"
        for document, file, anchor in links()
        if not file.exists() or (anchor and anchor not in anchors(file))
    ]
    assert not broken


def test_comments_cite_what_is_there() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {file}#{anchor}"
        for path in CODE
        for file, anchor in re.findall(r"(docs/[\w/]+\.md)(?:#([\w-]+))?", read(path))
        if not (ROOT / file).exists() or (anchor and anchor not in anchors(ROOT / file))
    ]
    assert not broken


def test_documents_name_files_that_exist() -> None:
    missing = [
        f"{document.name}: {name}"
        for document in DOCUMENTS
        for name in FILES.findall(read(document))
        if not any((folder / name).exists() for folder in (ROOT, ROOT / "carnegie_extract", document.parent))
    ]
    assert not missing


def rooms() -> list[str]:
    """The rooms of the code, in the order of the map in docs/design.md."""
    return re.findall(r"^\| `(\w+)/` \|", read(ROOT / "docs" / "design.md"), re.M)


def test_the_map_of_the_code_names_every_room() -> None:
    there = sorted(path.parent.name for path in (ROOT / "carnegie_extract").glob("*/__init__.py"))
    assert sorted(rooms()) == there, "Update the table of packages in docs/design.md."


def test_the_map_of_the_code_names_files_that_exist() -> None:
    rows = re.findall(r"^\| `(\w+/)` \|.*\| (.*) \|$", read(ROOT / "docs" / "design.md"), re.M)
    named = [
        f"carnegie_extract/{room}{file}" for room, files in rows for file in re.findall(r"`(.*?)`", files)
    ]
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("room", rooms())
def test_a_room_imports_only_from_those_above(room: str) -> None:
    allowed = {*rooms()[: rooms().index(room) + 1], *BESIDE.get(room, ())}
    imports = re.compile(r"^ *(?:from|import) carnegie_extract\.(\w+)", re.M)
    used = {
        (name, path.name)
        for path in (ROOT / "carnegie_extract" / room).rglob("*.py")
        for name in imports.findall(
            re.sub(r"^if TYPE_CHECKING:\n(?:    .*\n|\n)*", "", read(path), flags=re.M)
        )
    }
    assert not {each for each in used if each[0] not in allowed}


def test_the_map_of_the_tests_names_every_file() -> None:
    named = ROW.findall(read(ROOT / "tests" / "README.md"))
    there = sorted(path.name for path in (ROOT / "tests").glob("*.py"))
    assert sorted(named) == there, "Update the tables in tests/README.md."
