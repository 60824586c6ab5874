"""How names of the files that are written end: a file holds what its name says, or is not written."""

from pathlib import Path

import pytest
from targets import usage
from test_command import CHALLENGE, PAGE
from warm import run

from carnegie_extract.batch.convert import Exit
from carnegie_extract.batch.writing.endings import is_free
from carnegie_extract.formats.table import FORMATS

ENDINGS = ".jsonl, .json, .csv, .md, .txt, .bib or .parquet"
OTHERWISE = " (to write JSON Lines to a file of this name, add --format jsonl)"


@pytest.mark.parametrize(
    "name", ["articles", "articles.ndjson", "run.2026", "run-2026.11.26", "v1.2b", "tmp.kXo2fQ81aZ"]
)
def test_files_without_an_ending_hold_json_lines(tmp_path: Path, name: str) -> None:
    """A number is none, nor are the letters that mktemp puts after a dot."""
    output = tmp_path / name
    run("-q", PAGE, "-o", output)
    assert output.read_bytes() == run(PAGE).stdout == run("--format", "jsonl", PAGE).stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.cvs", f"unknown ending '.cvs': did you mean .csv?{OTHERWISE}"),
        ("A.CVS.GZ", f"unknown ending '.cvs': did you mean .csv?{OTHERWISE}"),
        ("a.markdow", f"unknown ending '.markdow': did you mean .markdown?{OTHERWISE}"),
        ("a.jsonlines", f"unknown ending '.jsonlines': did you mean .jsonl?{OTHERWISE}"),
        ("a.bibtex", f"unknown ending '.bibtex': did you mean .bib?{OTHERWISE}"),
        ("articles.of.mine", f"unknown ending '.mine': use {ENDINGS}{OTHERWISE}"),
        ("a.log", f"unknown ending '.log': use {ENDINGS}{OTHERWISE}"),
    ],
)
def test_an_unknown_ending_needs_a_format(tmp_path: Path, name: str, says: str) -> None:
    assert usage(PAGE, "-o", name, cwd=tmp_path) == says
    assert list(tmp_path.iterdir()) == []
    for form in ("jsonl", "csv"):
        assert run("-q", PAGE, "-o", f"{form}-{name}", "--format", form, cwd=tmp_path).returncode == Exit.OK


@pytest.mark.parametrize(
    "name",
    [
        "a.zip",
        "a.warc.gz",
        "a.TGZ",
        "a.tar.zst",
        "a.jsonl.xz",
        "a.tsv",
        "a.TSV.gz",
        "a.xlsx",
        "a.7z",
        "a.html",
    ],
)
def test_a_name_that_promises_something_else_is_refused(tmp_path: Path, name: str) -> None:
    ending = "." + name.lower().removesuffix(".gz").removesuffix(".zst").rpartition(".")[2]
    says = f"--output writes no {ending} files: use a name that ends in {ENDINGS}"
    assert usage(PAGE, "-o", name, cwd=tmp_path) == says
    says = f"--format jsonl does not fit the ending {ending}: use .jsonl or .ndjson"
    assert usage(PAGE, "-o", name, "--format", "jsonl", cwd=tmp_path) == says
    if not name.endswith((".gz", ".zst")):
        says = f"--errors writes JSON Lines, which do not fit the ending {ending}: use .jsonl or .ndjson"
        assert usage(PAGE, "--errors", name, cwd=tmp_path) == says
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("form", "name", "says"),
    [
        ("csv", "a.json", "--format csv does not fit the ending .json: use .csv"),
        ("csv", "a.xlsx.gz", "--format csv does not fit the ending .xlsx: use .csv"),
        ("csl-json", "a.bib", "--format csl-json does not fit the ending .bib: use .json"),
        ("jsonl", "a.json", "--format jsonl does not fit the ending .json: use .jsonl or .ndjson"),
        ("markdown", "a.txt", "--format markdown does not fit the ending .txt: use .md or .markdown"),
    ],
)
def test_a_name_and_a_format_that_differ_are_refused(tmp_path: Path, form: str, name: str, says: str) -> None:
    assert usage(PAGE, "--format", form, "-o", name, cwd=tmp_path) == says
    assert list(tmp_path.iterdir()) == []


def test_failures_go_to_files_of_other_names(tmp_path: Path) -> None:
    for name in ("errors.log", "errors.txt", "errors"):
        assert run("-q", CHALLENGE, "--errors", name, cwd=tmp_path).returncode == Exit.FAILED
        assert (tmp_path / name).read_bytes().startswith(b'{"source":')


def test_every_ending_of_a_format_is_taken() -> None:
    assert not [ending for form in FORMATS for ending in form.endings if is_free(ending)]
