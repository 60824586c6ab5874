"""Parquet as its readers see it, pyarrow and pandas."""

import io
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from corpus import cases
from scale_runs import need
from test_command import CHALLENGE, OTHER, PAGE
from test_text_format import on_terminal
from warm import run

from carnegie_extract import NeedsLibrary, extract
from carnegie_extract.batch.convert import Exit
from carnegie_extract.fields import keys
from carnegie_extract.formats import encode, parquet

need("pyarrow", "parquet")
pq: Any = import_module("pyarrow.parquet")
pd: Any = import_module("pandas")
MISSING = "import sys; sys.modules['pyarrow'] = None\n"
NEEDED = (
    "parquet needs the library pyarrow: pip install pyarrow (with pipx: pipx inject carnegie-extract pyarrow)"
)


def rows(content: bytes) -> list[dict[str, Any]]:
    return list(pq.read_table(io.BytesIO(content)).to_pylist())


def test_every_record_comes_back() -> None:
    articles = [extract(case.page, source=case.id) for case in cases()]
    found = rows(b"".join(encode(articles, "parquet", blocks=True)))
    for row in found:
        row["metadata"] = row["metadata"] and json.loads(row["metadata"])
    assert found == json.loads(b"".join(encode(articles, "json", blocks=True)))


def test_fields_are_columns_in_their_order(tmp_path: Path) -> None:
    output = tmp_path / "a.parquet"
    assert run("-q", PAGE, OTHER, "-o", output, "--fields", "headline,date,blocks").returncode == Exit.OK
    frame = pd.read_parquet(output)
    assert list(frame.columns) == ["headline", "date", "blocks"]
    assert frame["date"][0] == "2026-04-23"
    assert rows(run("--format", "parquet", "--fields", "headline,date,blocks", PAGE, OTHER).stdout) == rows(
        output.read_bytes()
    )


def test_a_table_of_nothing_has_its_columns() -> None:
    done = run("-q", CHALLENGE, "--format", "parquet")
    assert pq.read_schema(io.BytesIO(done.stdout)).names == list(keys())
    assert rows(done.stdout) == []


@pytest.mark.parametrize(("most", "groups"), [("_MOST_ROWS", 3), ("_MOST_LETTERS", 6)])
def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch, most: str, groups: int) -> None:
    monkeypatch.setattr(parquet, most, 2 if groups == 3 else 1)
    article = extract(PAGE.read_bytes())
    content = b"".join(encode([article] * 6, "parquet"))
    assert pq.ParquetFile(io.BytesIO(content)).num_row_groups == groups
    assert len(rows(content)) == 6


def test_it_is_not_written_to_a_terminal() -> None:
    assert "--format parquet is not for a terminal: use --output FILE" in on_terminal(
        100, "--format", "parquet", PAGE
    )


@pytest.mark.parametrize("arguments", [["--format", "parquet"], ["-o", "a.parquet"]], ids=" ".join)
def test_an_installation_without_the_library_says_so_at_once(tmp_path: Path, arguments: list[str]) -> None:
    done = run(PAGE, *arguments, program=MISSING, cwd=tmp_path)
    assert done.stderr.decode().endswith(f"Error: {NEEDED}\n")
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert list(tmp_path.iterdir()) == []


def test_so_does_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(import_module("sys").modules, "pyarrow", None)
    with pytest.raises(NeedsLibrary) as caught:
        encode([], "parquet")
    assert caught.value.reason == NEEDED
