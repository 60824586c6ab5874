"""The file of `--report`: what it replaces, what stands beside it, what is left when a run ends early."""

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from corpus import SAVED
from processes import LIMITED_ENVIRONMENT, folder_of, limited, wait_for
from reports import content, details, entries, record, written
from targets import NOTES, RECORD, content_of, must_refuse, packed
from test_command import CHALLENGE, COMMAND, OTHER, PAGE, start
from warm import run

from carnegie_extract.batch.convert import Exit
from carnegie_extract.fields import keys
from carnegie_extract.forms import compressed
from carnegie_extract.report.page import START

BESIDE = "from carnegie_extract.batch.writing import report_file; report_file._EMBEDDED = 0; report_file._PART = 9000"
"""Articles go into the folder, a few to a file."""
OWN = "--report writes this file and the folder report_files beside it; give the other files different names"
ARCHIVE = SAVED / "tar-gz" / "pages.tgz"
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def lines(file: Path) -> list[str]:
    """The first line of each article's page."""
    return [article["lines"][0][2] for article in details(file)]


# The folder beside it


def test_many_articles_stand_beside_the_report(tmp_path: Path) -> None:
    whole, report = tmp_path / "whole.html", tmp_path / "a b&#%é.html"
    run("-q", ARCHIVE, "--report", whole)
    run("-q", ARCHIVE, "--report", report, program=BESIDE)
    folder = tmp_path / "a b&#%é_files"
    assert len(list(folder.iterdir())) > 3
    assert content(report)["run"]["folder"] == "a%20b%26%23%25%C3%A9_files"
    assert "article-0" not in content(report)
    assert details(_unquoted(report)) == details(whole)


def _unquoted(report: Path) -> Path:
    """The report as a browser finds its folder."""
    shutil.copytree(report.with_name("a b&#%é_files"), report.with_name("a%20b%26%23%25%C3%A9_files"))
    return report


def test_a_new_report_takes_the_old_one_s_files_away(report: Path) -> None:
    folder = report.with_name("report_files")
    run("-q", ARCHIVE, "--report", report, program=BESIDE)
    before = set(folder.iterdir())
    run("-q", ARCHIVE, "--report", report, program=BESIDE)
    assert before.isdisjoint(folder.iterdir())
    assert len(lines(report)) == 11
    run("-q", PAGE, "--report", report)
    assert list(report.parent.iterdir()) == [report]


def test_a_folder_of_somebody_s_is_not_written_to(report: Path) -> None:
    folder = report.with_name("report_files")
    folder.mkdir()
    (folder / "notes").write_bytes(NOTES)
    says = f"{folder}: holds other files, and a large report writes there (use --force to write beside them)"
    must_refuse(report.parent, PAGE, "--report", report, says=says)
    for _ in range(2):
        assert run("-q", ARCHIVE, "--report", report, "--force", program=BESIDE).returncode == Exit.OK
    run("-q", PAGE, "--report", report, "--force")
    assert content_of(folder) == {"notes": NOTES}


# What is replaced


@pytest.mark.parametrize("name", ["report.html", "report.html.part"])
def test_only_a_report_is_replaced(report: Path, name: str) -> None:
    there = report.with_name(name)
    there.write_bytes(PAGE.read_bytes())
    says = f"{there}: not a report of this tool, so --report will not replace it (use --force to replace it)"
    must_refuse(report.parent, PAGE, "--report", report, says=says)
    for ours in (START + b"of another version", b"", START[:20]):
        there.write_bytes(ours)
        assert run("-q", PAGE, "--report", report).returncode == Exit.OK
        assert list(report.parent.iterdir()) == [report]
    there.write_bytes(NOTES)
    assert run("-q", PAGE, "--report", report, "--force").returncode == Exit.OK
    assert content(report)["articles"]


def test_what_is_read_or_written_otherwise_is_not_replaced(report: Path) -> None:
    shutil.copy(PAGE, report)
    link = report.with_name("link")
    link.symlink_to(report)
    for option in ("--output", "--errors"):
        must_refuse(report.parent, PAGE, option, link, "--report", report, says=f"{report}: {OWN}")
    link.unlink()
    written(report, entries(1))
    says = f"{report}: also an input of this run, so --report will not replace it"
    for way in ([], ["--force"]):
        must_refuse(report.parent, report, "--report", report, *way, says=says)
        must_refuse(report.parent, report.parent, "--report", report, *way, says=says)
    report.unlink()
    says = f"{report}: would be read as a page of the folder {report.parent}; write it elsewhere"
    must_refuse(report.parent, report.parent, "--report", report, says=says)


@pytest.mark.parametrize("option", ["--output", "--errors"])
def test_the_folder_beside_it_is_its_own(report: Path, option: str) -> None:
    folder = report.with_name("report_files")
    must_refuse(report.parent, PAGE, option, folder, "--report", report, says=f"{report}: {OWN}")
    if option == "--output":
        articles = ("--format", "text", "-o", f"{folder}/")
        must_refuse(report.parent, PAGE, *articles, "--report", report, says=f"{report}: {OWN}")


@pytest.mark.parametrize("name", ["", "-", "report", "report.jsonl", "/dev/stdout"])
def test_the_name_says_that_it_is_html(name: str) -> None:
    done = run(PAGE, "--report", name)
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert done.stderr.decode().endswith("--report needs a file name that ends in .html or .htm\n")


@pytest.mark.parametrize("name", ["report.htm", "REPORT.HTML"])
def test_the_endings_of_html_are_taken(report: Path, name: str) -> None:
    assert run("-q", ARCHIVE, "--report", report.with_name(name), program=BESIDE).returncode == Exit.OK
    assert len(lines(report.with_name(name))) == 11
    assert report.with_name(f"{Path(name).stem}_files").is_dir()


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe.html", tmp_path / "folder.html"
    os.mkfifo(pipe)
    folder.mkdir()
    must_refuse(tmp_path, PAGE, "--report", pipe, says=f"{pipe}: not a file; --report needs one")
    must_refuse(tmp_path, PAGE, "--report", folder, says=f"{folder}: is a folder; --report needs a file name")


def test_one_page_is_explained_without_a_report(report: Path) -> None:
    done = run("--explain", PAGE, "--report", report)
    assert done.stderr.decode().endswith("--explain cannot be combined with --report\n")
    assert done.returncode == Exit.USAGE


# Runs that end early


def test_a_run_that_stops_leaves_no_report(report: Path) -> None:
    written(report, entries(1))
    before = content_of(report.parent)
    done = run(CHALLENGE, PAGE, "--fail-fast", "--report", report, program=BESIDE)
    why = f"carnegie-extract: {report}: not written because the run is not complete"
    assert why in done.stderr.decode().splitlines()
    assert content_of(report.parent) == before


def test_an_interrupted_run_leaves_no_report(report: Path, tmp_path: Path) -> None:
    process = start("-", "--report", report, stdin=subprocess.PIPE)
    wait_for(report.with_name("report.html.part").exists)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == Exit.INTERRUPTED
    assert b"not written because the run is not complete" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files here")
def test_a_full_disk_costs_the_report_and_no_record(report: Path) -> None:
    output = report.with_name("records.jsonl")
    most = 8 * len(RECORD)
    command = [*COMMAND, "-q", str(PAGE), "-o", str(output), "--report", str(report)]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        timeout=60,
        env=LIMITED_ENVIRONMENT,
        preexec_fn=limited(most),
    )
    assert done.stderr.decode() == f"carnegie-extract: {report}: file too large\n"
    assert done.returncode == Exit.FAILED
    assert content_of(report.parent) == {"records.jsonl": RECORD}


def test_without_a_reader_the_missing_report_is_mentioned(report: Path) -> None:
    errors = report.with_name("errors.jsonl")
    for pages in ([PAGE] * 100, [PAGE, "gone.html", *[PAGE] * 100]):
        with start(*pages, "--report", report, "--errors", errors, "--force") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            told = process.stderr.read().decode()
            assert process.wait(60) == Exit.FAILED
        assert f"carnegie-extract: {report}: not written because the run is not complete\n" in told
        left = f"carnegie-extract: failures so far: {errors}.part (to start over, add --force)\n"
        assert (left in told) == ("gone.html" in pages)
        assert not report.exists()


def test_an_output_that_fails_is_reported_with_the_report_that_is_missing(report: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no full device here")
    done = run(PAGE, "-o", "/dev/full", "--report", report)
    first, second = done.stderr.decode().splitlines()[:2]
    assert first == "carnegie-extract: /dev/full: no space left on device"
    assert second == f"carnegie-extract: {report}: not written because the run is not complete"
    assert done.returncode == Exit.FAILED


# With other outputs


def test_records_and_failures_may_go_to_files_as_well(report: Path) -> None:
    output, errors = report.with_name("records.jsonl"), report.with_name("errors.jsonl")
    run("-q", PAGE, CHALLENGE, "-o", output, "--errors", errors, "--report", report)
    assert output.read_bytes() == RECORD
    assert [json.loads(errors.read_bytes())["error"]] == [row[1] for row in content(report)["failures"]]


@pytest.mark.parametrize("fields", [[], ["--fields", "date,headline"]], ids=["all fields", "some fields"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.csv.gz", "a.json", "a.parquet"])
def test_records_of_any_format_are_reported_whole(report: Path, name: str, fields: list[str]) -> None:
    output = report.with_name(name)
    run("-q", ARCHIVE, *fields, "-o", output)
    before = output.read_bytes()
    done = run("-q", ARCHIVE, *fields, "-o", output, "--report", report, "--force", program=BESIDE)
    assert done.returncode == Exit.OK
    assert output.read_bytes() == before
    assert len(lines(report)) == 11
    assert keys() == tuple(details(report)[0]["record"])


@pytest.mark.parametrize("options", [["--format", "csv"], ["--fields", "headline"], ["--format", "bibtex"]])
def test_the_output_of_any_format_may_go_on(report: Path, options: list[str]) -> None:
    done = run("-q", ARCHIVE, *options, "--report", report)
    assert done.stdout == run("-q", ARCHIVE, *options).stdout
    assert len(lines(report)) == 11


@pytest.mark.parametrize("form", ["markdown", "text"])
def test_a_folder_of_articles_is_reported_each_time_as_a_whole(report: Path, form: str) -> None:
    folder, errors = report.with_name("articles"), report.with_name("errors.jsonl")
    made = []
    for pages in ([PAGE, CHALLENGE], [PAGE, CHALLENGE, OTHER], [PAGE, CHALLENGE, OTHER]):
        files = ("--format", form, "-o", f"{folder}/", "--errors", errors, "--report", report)
        assert run("-q", *pages, *files).returncode == Exit.FAILED
        assert len(lines(report)) == len(content_of(folder)) == len(pages) - 1
        assert "blocks" not in details(report)[0]["record"]
        assert len(content(report)["failures"]) == len(errors.read_bytes().splitlines()) == 1
        made.append(content_of(folder))
    assert made[1] == made[2]


def test_a_report_may_stand_among_the_articles(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    report = folder / "report.html"
    for _ in range(2):
        done = run("-q", ARCHIVE, "--format", "text", "-o", f"{folder}/", "--report", report, program=BESIDE)
        assert done.returncode == Exit.OK
        assert len(lines(report)) == len(list(folder.glob("*.txt"))) == 11


def test_a_document_that_takes_one_article_leaves_no_report_of_two(report: Path) -> None:
    output = report.with_name("article.md")
    done = run("-q", ARCHIVE, "-o", output, "--report", report)
    assert done.returncode == Exit.FAILED
    assert b"a Markdown file holds one article" in done.stderr
    assert not report.exists()
    assert run("-q", PAGE, "-o", output, "--report", report, "--force").returncode == Exit.OK
    assert len(lines(report)) == 1


@pytest.mark.parametrize("name", ["articles.csv", "articles.csv.gz", "articles.json.zst"])
def test_a_run_of_any_format_that_is_continued_reports_all_its_records(report: Path, name: str) -> None:
    output = report.with_name(name)
    part = report.with_name(f"{name}.part")
    part.write_bytes(packed(name, RECORD))
    errors = report.with_name("errors.jsonl")
    more = ("-o", output, "--resume", "--errors", errors, "--report", report)
    done = run("-q", PAGE, OTHER, CHALLENGE, *more)
    assert done.returncode == Exit.FAILED
    assert [article["lines"] is None for article in details(report)] == [True, False]
    assert len(content(report)["failures"]) == 1
    whole = report.with_name(f"whole.{name}")
    run("-q", PAGE, OTHER, "-o", whole)
    assert unpacked(output) == unpacked(whole)
    assert set(report.parent.iterdir()) == {report, errors, output, whole}


def unpacked(file: Path) -> bytes:
    """What a file holds, compressed or not."""
    with open(file, "rb") as packed_file:
        return compressed.unpacked(packed_file).read()


@pytest.mark.parametrize("ending", PACKED)
def test_a_run_that_is_continued_reports_all_its_records(report: Path, ending: str) -> None:
    output = report.with_name(f"records.jsonl{ending}")
    output.write_bytes(PACKED[ending](RECORD))
    done = run("-q", PAGE, OTHER, CHALLENGE, "-o", output, "--resume", "--report", report)
    assert done.returncode == Exit.FAILED
    assert [row["source"] for row in content(report)["articles"]] == [str(PAGE), str(OTHER)]
    assert [article["lines"] is None for article in details(report)] == [True, False]
    assert content(report)["run"]["without_lines"] == 1
    assert run("-q", output, "--report", report).returncode == Exit.OK


# Records that were made earlier


@pytest.mark.parametrize(("ending", "option"), list(zip(PACKED, ("--blocks", "--pretty", "-q"), strict=True)))
def test_records_that_were_made_earlier_are_reported(report: Path, ending: str, option: str) -> None:
    made = run(PAGE, OTHER, option)
    file = report.with_name(f"records.json{ending}")
    file.write_bytes(PACKED[ending](made.stdout))
    done = run(file, "--report", report)
    assert (done.returncode, done.stdout) == (Exit.OK, b"")
    assert [row["source"] for row in content(report)["articles"]] == [str(PAGE), str(OTHER)]
    assert [article["lines"] for article in details(report)] == [None, None]
    assert "blocks" not in details(report)[0]["record"]


def test_records_of_other_versions_are_reported(report: Path) -> None:
    file = report.with_name("records.jsonl")
    file.write_text(
        "".join(json.dumps(record(number, kind="op-ed")) + "\n" for number in range(20)), encoding="utf-8"
    )
    assert run(file, "--report", report).returncode == Exit.OK
    assert {row["kind"] for row in content(report)["articles"]} == {"op-ed"}


def test_pages_and_records_may_be_reported_together(report: Path) -> None:
    file = report.with_name("records.jsonl")
    file.write_bytes(RECORD)
    done = run("-j", "2", *[OTHER] * 9, file, "--report", report)
    assert len(done.stdout.splitlines()) == 9
    assert [article["lines"] is None for article in details(report)] == [False] * 9 + [True]


@pytest.mark.parametrize(
    "damage",
    [
        b'{"source":"torn',
        b"{}\n",
        b"[[" * 5000 + b"\n",
        b'{"source":1,"layout":"","headline":"","body":[]}\n',
    ],
    ids=["torn", "other JSON", "deep", "no source"],
)
def test_what_is_not_a_record_is_reported(report: Path, damage: bytes) -> None:
    file = report.with_name("records.jsonl")
    file.write_bytes(RECORD + b"\n" + damage)
    done = run(file, "--report", report)
    assert done.stderr.decode().splitlines()[0] == f"carnegie-extract: {file}: line 3 is not a record"
    assert done.returncode == Exit.FAILED
    assert len(content(report)["articles"]) == 1


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_damaged_files_of_records_are_reported(report: Path, ending: str) -> None:
    file = report.with_name(f"records.jsonl{ending}")
    file.write_bytes(PACKED[ending](RECORD) + PACKED[ending](RECORD)[:-9])
    done = run(file, "--report", report)
    assert done.stderr.decode().startswith(f"carnegie-extract: {file}: ")
    assert done.returncode == Exit.FAILED
    assert content(report)["articles"]


def test_earlier_records_go_into_no_format(report: Path) -> None:
    file, output = report.with_name("records.jsonl"), report.with_name("articles.csv")
    file.write_bytes(RECORD)
    assert run(file, OTHER, "-o", output, "--report", report).returncode == Exit.OK
    assert output.read_bytes() == run(OTHER, "--format", "csv").stdout
    assert len(details(report)) == 2


@pytest.mark.parametrize("options", [["--format", "json"], ["--format", "csv"], ["--fields", "source,body"]])
def test_earlier_records_are_json_lines_with_all_keys(report: Path, options: list[str]) -> None:
    file = report.with_name("records")
    file.write_bytes(run(PAGE, *options).stdout)
    done = run(file, "--report", report)
    assert (done.returncode, done.stdout) == (Exit.FAILED, b"")
    assert not content(report)["articles"]


def test_pages_in_json_are_pages_and_records_without_a_report_are_refused(report: Path) -> None:
    file = report.with_name("pages.jsonl")
    file.write_text(
        json.dumps({"source": "a", "html": PAGE.read_text(encoding="utf-8")}) + "\n", encoding="utf-8"
    )
    done = run(file, "--report", report)
    assert len(done.stdout.splitlines()) == len(details(report)) == 1
    file.write_bytes(RECORD)
    assert b"records of carnegie-extract, not a page" in run(file).stderr


def test_memory_does_not_grow_with_the_run(report: Path, tmp_path: Path) -> None:
    """What was said of a page is on the disk, and not kept."""
    folder = folder_of(tmp_path / "pages", 40)
    program = """
import atexit, gc, sys
from carnegie_extract.batch import convert
from carnegie_extract.report.entry import Entry
before = convert._Run._end_report
def counted(self, **complete):
    print(sum(isinstance(each, Entry) for each in gc.get_objects()), file=sys.stderr)
    before(self, **complete)
convert._Run._end_report = counted
"""
    done = run("-q", folder, "--errors", tmp_path / "errors.jsonl", "--report", report, program=program)
    assert int(done.stderr) <= 1
    assert len(details(report)) == 38
