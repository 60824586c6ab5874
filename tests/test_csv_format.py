"""CSV as its readers see it, Python's and pandas, and as a spreadsheet must not."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from corpus import Case, cases
from hypothesis import example, given
from hypothesis import strategies as st
from test_command import OTHER, PAGE
from warm import run

from carnegie_extract.fields import keys
from carnegie_extract.formats import encode

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
]


def record(**said: object) -> dict[str, Any]:
    lists: dict[str, Any] = {key: [] for key in ("authors", "body", "notes", "topics", "regions", "warnings")}
    return dict.fromkeys(keys()) | lists | {"source": "page.html", "headline": "Harbor Lights"} | said


def written(*records: dict[str, Any], **options: Any) -> bytes:
    return b"".join(encode(records, "csv", **options))


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_row_says_what_the_record_says(case: Case) -> None:
    said = case.unchanged
    (row,) = rows(written(said))
    assert list(row) == list(keys())
    assert row["headline"] == said["headline"]
    assert row["body"] == "\n\n".join(said["body"])
    assert row["authors"] == "; ".join(author["name"] for author in said["authors"])
    assert row["topics"] == "; ".join(said["topics"])
    assert (json.loads(row["metadata"]) if row["metadata"] else None) == said["metadata"]
    assert all(row[key] == "" for key in keys() if said[key] in (None, []))


def test_values_that_are_not_texts_have_forms_of_their_own() -> None:
    said = record(
        image={"url": "https://example.org/a.png", "alt": "A", "credit": None},
        notes=[{"id": "1", "text": "See there."}, {"id": "*", "text": "And there."}],
        warnings=["no-date", "text-unread 12"],
        blocks=[{"type": "paragraph"}],
    )
    (row,) = rows(written(said, blocks=True))
    assert row["image"] == "https://example.org/a.png"
    assert row["notes"] == "[1] See there.\n[*] And there."
    assert row["warnings"] == "no-date; text-unread 12"
    assert row["blocks"] == '[{"type":"paragraph"}]'


def test_a_table_opens_in_a_spreadsheet() -> None:
    """Excel takes UTF-8 by its mark; RFC 4180 ends rows in CR LF."""
    table = written(record(), record(headline='A "quoted", comma'))
    assert table.startswith(b"\xef\xbb\xbfsource,")
    assert table.count(b"\r\n") == table.count(b"\n") == 3
    assert b'"A ""quoted"", comma"' in table


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str) -> None:
    said = record(
        headline=formula,
        topics=[formula],
        body=[formula],
        authors=[{"name": formula, "title": None, "bio": None, "url": None}],
    )
    (row,) = rows(written(said))
    assert {row[key] for key in ("headline", "topics", "body", "authors")} == {f"'{formula}"}


@given(TEXTS)
@example("-")
@example("=")
def test_all_else_stays_as_it_is(text: str) -> None:
    (row,) = rows(written(record(headline=text)))
    assert row["headline"].removeprefix("'") == text.removeprefix("'")
    assert row["headline"][:1] not in ("=", "+", "@", "\t", "\r") or len(text) == 1


def test_the_name_of_standard_input_is_not_a_formula() -> None:
    assert rows(run("-", "--format", "csv", stdin=PAGE.read_bytes()).stdout)[0]["source"] == "-"


def test_pandas_reads_the_table(tmp_path: Path) -> None:
    output = tmp_path / "articles.csv.gz"
    run("-q", PAGE, OTHER, "-o", output)
    frame = pd.read_csv(output, parse_dates=["date"], keep_default_na=True)
    assert list(frame.columns) == list(keys())
    assert list(frame["source"]) == [str(PAGE), str(OTHER)]
    assert frame["date"].dt.year.tolist()[0] == 2026
    assert frame["body"][0].split("\n\n") == json.loads(run(PAGE).stdout)["body"]


def test_a_table_of_nothing_has_its_head() -> None:
    assert written(fields=["date", "headline"]) == b"\xef\xbb\xbfdate,headline\r\n"
