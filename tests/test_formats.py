"""A format of output is a function and a line in a table; the end of a file's name chooses it."""

import gzip
import json
from pathlib import Path

import pytest
from small_pages import legacy
from warm import run

from carnegie_extract.formats import encode

NEW_FORMAT = """
from carnegie_extract import formats
formats.FORMATS[".tab"] = lambda record, *, pretty=False: f"{record['headline']}\\n".encode()
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(legacy(), encoding="utf-8")
    return path


def test_a_new_format_is_a_function_and_a_line(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "headlines.tab"
    done = run(page, page, "--output", output, program=NEW_FORMAT)
    assert done.returncode == 0, done.stderr
    assert output.read_text(encoding="utf-8") == "Harbor Lights\nHarbor Lights\n"


def test_a_format_may_be_compressed(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "headlines.tab.gz"
    run(page, "--output", output, program=NEW_FORMAT)
    assert gzip.decompress(output.read_bytes()) == b"Harbor Lights\n"


def test_standard_output_and_files_of_other_names_are_json(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.of.page"
    run(page, "--output", output, program=NEW_FORMAT)
    line = run(page, program=NEW_FORMAT).stdout
    assert json.loads(line)["headline"] == "Harbor Lights"
    assert output.read_bytes() == line


@pytest.mark.parametrize("output", [None, "a.jsonl", "A.JSONL.GZ", "a.jsonl.zst", "a.ndjson", "a.json", "a"])
def test_json_lines_are_the_format_of_all_names_today(output: str | None) -> None:
    assert format_of(output) is DEFAULT
