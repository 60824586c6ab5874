"""The suite notices what was forgotten, and says how to fix it."""

import ast
import codecs
import re
from collections.abc import Iterator

import pytest
from corpus import FIXTURES, KEYS, REJECTED, ROOT, Case, cases, real_cases

from carnegie_extract import ExtractionError
from carnegie_extract.base import errors
from carnegie_extract.base.record import BLOCK_TYPES
from carnegie_extract.batch.convert import Exit
from carnegie_extract.fields.warnings import WARNINGS, code_of
from carnegie_extract.layouts.recognise import LAYOUTS
from carnegie_extract.page import encoding

COMMAND, REFUSALS, RECORD, DESIGN = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("command", "refusals", "record", "design")
)
PROVOKED = {
    error.kind
    for error in (
        errors.Container,
        errors.EmptyFolder,
        errors.NoArticleInFile,
        errors.NeedsLibrary,
        errors.TooLarge,
        errors.TooNested,
        errors.TimedOut,
        errors.OutOfMemory,
        errors.Crashed,
    )
}
"""No file makes the parser give up everywhere; test_refusals.py, test_compressed.py, test_archives.py,
test_versions.py, test_python_api.py and test_messages.py provoke these."""

CODES = (*(code_of(warns) for warns in WARNINGS), *encoding.WARNINGS)
"""Of all warnings."""


def leaves(kind: type[ExtractionError] = ExtractionError) -> Iterator[type[ExtractionError]]:
    """The errors that are raised: those that no other error refines."""
    kinds = kind.__subclasses__()
    if not kinds:
        yield kind
    for refined in kinds:
        yield from leaves(refined)


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def test_every_layout_has_a_fixture() -> None:
    shown = {case.expected["layout"] for case in (*cases(), *real_cases())}
    missing = {layout.name for layout in LAYOUTS} - shown
    assert not missing, (
        f"No fixture for {missing}: add tests/fixtures/real/<name>/ for a page that you saved, "
        "or tests/fixtures/<layout>/<case>/ for one that tests/press prints."
    )


def test_every_fixture_has_a_layout() -> None:
    strange = {case.layout for case in cases()} - {layout.name for layout in LAYOUTS}
    assert not strange, f"No layout is called {strange}: rename the folder, or add the layout to LAYOUTS."


@pytest.mark.parametrize("case", [*cases(), *real_cases()], ids=lambda case: case.id)
def test_every_fixture_is_whole(case: Case) -> None:
    names = {path.name for path in case.folder.iterdir()}
    pages = {name for name in names if name.startswith("page.")}
    assert len(pages) == 1, f"{case.id} needs one page.html or page.txt."
    assert names - pages == {"article.json", "source.json"}, (
        f"{case.id} needs article.json (run pytest --update-golden and read what it wrote) and source.json "
        "(write down where the page comes from), and nothing else."
    )


def test_every_error_kind_has_a_rejected_file() -> None:
    missing = {kind.kind for kind in leaves()} - PROVOKED - {path.name for path in REJECTED.iterdir()}
    assert not missing, f"No file for {missing}: add one under {REJECTED.relative_to(ROOT)}/<kind>/."


def test_every_rejected_folder_is_an_error_kind() -> None:
    strange = {path.name for path in REJECTED.iterdir()} - {kind.kind for kind in leaves()}
    assert not strange, f"No error has the kind {strange}: rename {FIXTURES.name}/_rejected/{strange}."


@pytest.mark.parametrize("code", Exit, ids=lambda code: code.name)
def test_every_exit_code_is_described(code: Exit) -> None:
    assert re.search(rf"^\| (\d+, )?{code.value}(, \d+)? \|", COMMAND, re.M), (
        f"Add exit code {code.value} to the table in docs/command.md."
    )


@pytest.mark.parametrize("kind", sorted(kind.kind for kind in leaves()))
def test_every_error_kind_is_described(kind: str) -> None:
    assert f"`{kind}`" in REFUSALS, f"Add `{kind}` to docs/refusals.md."


def test_every_warning_is_described_and_no_other() -> None:
    table = RECORD.partition("| warning |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `([a-z-]+)", table, re.M)) == sorted(CODES), (
        "Update the warnings in docs/record.md."
    )


def test_fixtures_carry_known_warnings() -> None:
    carried = {warning.partition(" ")[0] for case in cases() for warning in case.expected["warnings"]}
    assert carried <= {*CODES}, "A warning comes from elsewhere: add it to a table of WARNINGS."


def test_decoding_warns_of_what_its_table_names() -> None:
    tree = ast.parse((ROOT / "carnegie_extract" / "page" / "encoding.py").read_text(encoding="utf-8"))
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    codes = [s for s in strings if isinstance(s, str) and re.fullmatch("[a-z]{2,}(-[a-z]{2,})+", s)]
    assert {code for code in codes if not _is_encoding(code)} == {*encoding.WARNINGS}
    unused = [code for code in encoding.WARNINGS if codes.count(code) < 2]
    assert not unused, f"Decoding never warns of {unused}: take it out of its WARNINGS."


@pytest.mark.parametrize("layout", [layout.name for layout in LAYOUTS])
def test_every_layout_is_described(layout: str) -> None:
    assert f"| `{layout}` |" in DESIGN, f"Add `{layout}` to the layouts in docs/design.md."


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_described(key: str) -> None:
    assert re.search(rf"^\| .*`{key}`.* \|", RECORD, re.M), f"Add `{key}` to docs/record.md."


@pytest.mark.parametrize("name", BLOCK_TYPES)
def test_every_block_type_is_described(name: str) -> None:
    assert f"`{name}`" in RECORD, f"Add `{name}` to the block types in docs/record.md."
