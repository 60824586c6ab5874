"""Formats of output: what chooses them, which options make sense for them, and how one is added."""

import csv
import gzip
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard
from corpus import ROOT
from targets import usage
from test_additions import add, package
from test_command import CHALLENGE, ENVIRONMENT, OTHER, PAGE
from warm import run

from carnegie_extract import ExtractionError, extract, extract_file, formats
from carnegie_extract.batch.convert import Exit
from carnegie_extract.fields import keys
from carnegie_extract.formats.table import FORMATS

__all__ = ["package"]  # a fixture

NAMES = [each.name for each in FORMATS]
DATA = [each.name for each in FORMATS if each.is_data]
LINES = [name for name in NAMES if not next(each for each in FORMATS if each.name == name).is_binary]
NEW_FORMAT = """
from carnegie_extract.formats.format import Format

def headlines(records, style):
    for record in records:
        yield f"{record['headline']}\\n".encode()

HEADLINES = Format("headlines", (".heads",), headlines)
"""
HEADLINES = "The Quiet Ports Nobody Bothered to Close\nThe Bakers of the Old Market\n"


# Which format


@pytest.mark.parametrize("name", LINES)
def test_a_format_is_chosen_by_name_or_by_the_end_of_the_output(tmp_path: Path, name: str) -> None:
    form = next(each for each in FORMATS if each.name == name)
    output = tmp_path / f"articles{form.endings[0]}"
    named = [] if form.endings[0] != ".json" or name == "json" else ["--format", name]
    assert run("-q", PAGE, *named, "-o", output).returncode == Exit.OK
    assert output.read_bytes() == run("--format", name, PAGE).stdout
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize(
    ("ending", "unpacked"), [(".gz", gzip.decompress), (".zst", zstandard.ZstdDecompressor().decompress)]
)
def test_any_format_may_be_compressed(tmp_path: Path, ending: str, unpacked: object) -> None:
    output = tmp_path / f"ARTICLES.CSV{ending.upper()}"
    run("-q", PAGE, "-o", output)
    assert callable(unpacked)
    assert unpacked(output.read_bytes()) == run("--format", "csv", PAGE).stdout


def test_json_is_one_array_also_of_nothing(tmp_path: Path) -> None:
    for pages in ([], [PAGE], [PAGE, OTHER]):
        done = run("--format", "json", CHALLENGE, *pages)
        assert json.loads(done.stdout) == [
            json.loads(line) for line in run("-q", CHALLENGE, *pages).stdout.splitlines()
        ]
        pretty = run("--format", "json", "--pretty", CHALLENGE, *pages)
        assert json.loads(pretty.stdout) == json.loads(done.stdout)
    assert pretty.stdout.startswith(b'[\n  {\n    "source": ')
    output = tmp_path / "none.json"
    assert run("-q", CHALLENGE, "-o", output).returncode == Exit.FAILED
    assert json.loads(output.read_bytes()) == []


def test_each_article_is_written_before_the_next_page_is_read() -> None:
    """A run that is stopped by a failure has written those before it, and ends its document."""
    for name in ("json", "csv", "text", "bibtex", "csl-json"):
        done = run("--format", name, "--fail-fast", PAGE, CHALLENGE, OTHER)
        assert done.stdout == run("--format", name, PAGE).stdout
        assert done.returncode == Exit.FAILED


def test_a_pipe_takes_any_format() -> None:
    """What is no file can't be made of records that are kept."""
    done = run(PAGE, "--format", "csv", "-o", "/dev/stderr")
    assert done.stderr.startswith("\ufeffsource,".encode())


# Fields


@pytest.mark.parametrize("name", DATA)
def test_fields_are_picked_in_the_order_in_which_they_are_named(name: str) -> None:
    if name in ("jsonl", "json"):
        (record,) = json.loads(b"[%b]" % run("--fields", "date, headline,date", PAGE).stdout)
        assert list(record.items()) == [
            ("date", "2026-04-23"),
            ("headline", "The Quiet Ports Nobody Bothered to Close"),
        ]
    if name == "csv":
        rows = csv.reader(
            io.StringIO(run("--format", "csv", "--fields", "date,headline", PAGE).stdout.decode("utf-8-sig"))
        )
        assert list(rows) == [
            ["date", "headline"],
            ["2026-04-23", "The Quiet Ports Nobody Bothered to Close"],
        ]


def test_the_fields_of_several_options_are_joined() -> None:
    (record,) = json.loads(b"[%b]" % run("--fields", "date", "--fields", "blog,headline", PAGE).stdout)
    assert list(record) == ["date", "blog", "headline"]


def test_blocks_may_be_a_field() -> None:
    picked = json.loads(run("--fields", "blocks", PAGE).stdout)
    assert picked == {"blocks": json.loads(run("--blocks", PAGE).stdout)["blocks"]}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "jsn"], "unknown format 'jsn': did you mean json?"),
        (["--format", "Markdwon"], "unknown format 'Markdwon': did you mean markdown?"),
        (["--format", "md"], "unknown format 'md': did you mean markdown?"),
        (["--format", "cvs"], "unknown format 'cvs': did you mean csv?"),
        (["--format", "txt"], "unknown format 'txt': did you mean text?"),
        (["--format", "ndjson"], "unknown format 'ndjson': did you mean jsonl?"),
        (
            ["--format", "xml"],
            "unknown format 'xml': the formats are "
            "jsonl, json, csv, markdown, text, bibtex, csl-json and parquet",
        ),
        (["--fields", "headline,autors"], "unknown field 'autors': did you mean authors?"),
        (
            ["--fields", "???"],
            f"unknown field '???': the fields are {', '.join(keys(blocks=True)[:-1])} and warnings",
        ),
        (["--fields", " ,"], "--fields needs field names, such as headline,date,authors"),
        (
            ["--fields", "date", "--format", "bibtex"],
            "--fields needs a format that keeps the fields of the record: jsonl, json, csv or parquet",
        ),
        (
            ["--blocks", "--format", "bibtex"],
            "--blocks needs a format that keeps the fields of the record: jsonl, json, csv or parquet",
        ),
        (
            ["--blocks", "--fields", "date"],
            "--blocks cannot be combined with a list of fields: add blocks to that list",
        ),
        (["--pretty", "--format", "csv"], "--pretty needs JSON: jsonl, json or csl-json"),
        (["--pretty", "-o", "a.md"], "--pretty needs JSON: jsonl, json or csl-json"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_wrong_usage(arguments: list[str], says: str) -> None:
    assert usage(PAGE, *arguments) == says


def test_the_formats_do_not_explain_a_page() -> None:
    assert usage(PAGE, "--explain", "--format", "json") == "--explain cannot be combined with --format"


def test_help_and_documents_name_every_format() -> None:
    shown = run("--help").stdout.decode()
    listed = re.findall(r"[\w-]+", shown.partition("--format FORMAT")[2].partition("--fields")[0])
    table = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for form in FORMATS:
        assert form.name in listed
        assert re.search(rf"^\| `{form.name}` \|.*`{re.escape(form.endings[0])}`", table, re.M), (
            "Update docs/formats.md."
        )


# In Python


@pytest.mark.parametrize("name", LINES)
def test_the_library_writes_what_the_command_writes(name: str) -> None:
    article = extract(PAGE.read_bytes(), source=str(PAGE))
    assert b"".join(formats.encode([article], name)) == run("--format", name, PAGE).stdout
    record = article.record(blocks=True)
    assert b"".join(formats.encode([record], name)) == run("--format", name, PAGE).stdout


def test_options_have_the_same_names_in_python() -> None:
    found = list(extract_file(PAGE))
    assert b"".join(formats.encode(found, fields=["date"])) == b'{"date":"2026-04-23"}\n'  # type: ignore[arg-type]  # no error is among them
    article = extract(PAGE.read_bytes(), source=str(PAGE))
    assert b"".join(formats.encode([article], blocks=True)) == run("--blocks", PAGE).stdout
    assert (
        b"".join(formats.encode([article], "json", pretty=True))
        == run("--format", "json", "--pretty", PAGE).stdout
    )
    assert max(map(len, b"".join(formats.encode([article], "text", width=50)).decode().splitlines())) <= 50


def test_what_makes_no_sense_is_an_error_in_python() -> None:
    article = extract(PAGE.read_bytes())
    with pytest.raises(ValueError, match=r"^unknown format 'jsn': did you mean json"):
        formats.encode([article], "jsn")
    with pytest.raises(ValueError, match=r"^unknown field 'autors': did you mean authors"):
        formats.encode([article], fields=["autors"])
    with pytest.raises(ValueError, match=r"^pretty needs JSON"):
        formats.encode([article], "csv", pretty=True)
    with pytest.raises(ValueError, match=r"^a Markdown file holds one article"):
        list(formats.encode([article, article], "markdown"))
    with pytest.raises(TypeError, match=r"^must be an article or its record, not str"):
        list(formats.encode(["a.html"]))  # type: ignore[list-item]  # that is the point
    with pytest.raises(ExtractionError):
        list(formats.encode(extract_file(CHALLENGE)))  # type: ignore[arg-type]  # that is the point


# A new one


def test_a_new_format_is_a_file_and_its_line_in_the_table(package: Path) -> None:
    folder = package / "formats"
    (folder / "headlines.py").write_text(NEW_FORMAT, encoding="utf-8")
    add(
        folder / "table.py",
        "from carnegie_extract.formats.headlines import HEADLINES",
        "from carnegie_extract.formats.json_text ",
    )
    table = (folder / "table.py").read_text(encoding="utf-8")
    (folder / "table.py").write_text(
        table.replace("(JSON_LINES, ", "(JSON_LINES, HEADLINES, "), encoding="utf-8"
    )
    output = package.parent / "out.heads.gz"
    for arguments in (["-o", output], ["--format", "headlines"]):
        done = subprocess.run(
            [sys.executable, "-m", "carnegie_extract", PAGE, OTHER, *arguments],
            capture_output=True,
            check=True,
            timeout=60,
            env={**ENVIRONMENT, "PYTHONPATH": str(package.parent)},
            cwd=package.parent,
        )
    assert done.stdout.decode() == gzip.decompress(output.read_bytes()).decode() == HEADLINES
    helped = subprocess.run(
        [sys.executable, "-m", "carnegie_extract", "--help"],
        capture_output=True,
        check=True,
        timeout=60,
        env={**ENVIRONMENT, "PYTHONPATH": str(package.parent)},
        cwd=package.parent,
    )
    assert b"jsonl (default), headlines, json," in helped.stdout
