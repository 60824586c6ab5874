"""Files in other formats than JSON Lines: whole or not there, continued, and nothing of the user's replaced."""

import gzip
import json
import signal
import subprocess
from pathlib import Path

import pytest
from processes import LIMITED_ENVIRONMENT, folder_of, limited
from targets import RECORD, content_of, must_refuse, unfinished
from test_command import CHALLENGE, COMMAND, OTHER, PAGE
from test_interrupted import interrupted
from warm import run

from carnegie_extract.batch.convert import Exit
from carnegie_extract.formats.table import FORMATS

ENDINGS = [each.endings[0] for each in FORMATS[1:] if not each.is_single and each.name != "csl-json"]
NOT_EMPTY = "{}: not empty, so --output will not replace it (use --force to replace it)"


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_order_is_that_of_the_pages_however_many_processes_read(tmp_path: Path, ending: str) -> None:
    pages = folder_of(tmp_path / "pages", 40)
    written = set()
    for jobs in ("1", "3"):
        output = tmp_path / f"{jobs}{ending}"
        assert run("-q", pages, "-o", output, "-j", jobs).returncode == Exit.FAILED
        written.add(output.read_bytes())
    assert len(written) == 1


def test_an_interrupted_run_is_continued_in_any_format(tmp_path: Path) -> None:
    pages, output, whole = folder_of(tmp_path / "pages", 400), tmp_path / "a.csv.gz", tmp_path / "whole.csv"
    ended, said, _ = interrupted(output, pages, number=signal.SIGINT)
    assert ended == Exit.INTERRUPTED
    assert f"run the same command with --resume (unfinished output: {output}.part)" in said
    assert not output.exists()
    done = run(pages, "-o", output, "--resume")
    assert " already there, 0 skipped, 20 failed" in done.stderr.decode()
    run("-q", pages, "-o", whole)
    assert gzip.decompress(output.read_bytes()) == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv.gz", "pages", "whole.csv"]


INTERRUPTING = """
import os, signal
from carnegie_extract.batch.writing import document_file
made = document_file.encoded
def interrupted(*arguments):
    os.kill(os.getpid(), signal.SIGINT)
    return made(*arguments)
document_file.encoded = interrupted
"""


def test_ctrl_c_while_the_file_is_made_leaves_the_records(tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    done = run(PAGE, "-o", output, program=INTERRUPTING)
    assert done.returncode == Exit.INTERRUPTED
    assert b"to continue, run the same command with --resume" in done.stderr
    assert content_of(tmp_path) == {"a.csv.part": RECORD}
    assert run("-q", PAGE, "-o", output, "--resume").returncode == Exit.OK
    assert output.read_bytes() == run("--format", "csv", PAGE).stdout


def test_fields_are_picked_of_what_is_continued(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    Path(f"{output}.part").write_bytes(RECORD)
    assert run("-q", PAGE, OTHER, "-o", output, "--fields", "source", "--resume").returncode == Exit.OK
    assert [json.loads(line) for line in output.read_bytes().splitlines()] == [
        {"source": str(PAGE)},
        {"source": str(OTHER)},
    ]


def test_an_unfinished_file_needs_a_decision(tmp_path: Path) -> None:
    output, part = tmp_path / "a.csv", tmp_path / "a.csv.part"
    part.write_bytes(RECORD)
    must_refuse(tmp_path, OTHER, "-o", output, says=unfinished(part))


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.md", "a.txt", "a.bib"])
def test_what_is_there_is_replaced_only_with_force(tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    for content in (b"my notes\n", RECORD):
        output.write_bytes(content)
        says = NOT_EMPTY.format(output)
        must_refuse(tmp_path, PAGE, "-o", output, says=says)
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=nothing_to_continue(output))
    assert run("-q", PAGE, "-o", output, "--force").returncode == Exit.OK
    assert b"Harbor masters" in output.read_bytes() or b"Quiet Ports" in output.read_bytes()
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.csv.gz", "a.parquet"])
def test_what_a_run_without_a_record_has_written_is_replaced(tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    assert run("-q", tmp_path / "mistyped", "-o", output).returncode == Exit.FAILED
    assert output.stat().st_size > 0
    assert run("-q", PAGE, "-o", output).returncode == Exit.OK
    must_refuse(tmp_path, PAGE, "-o", output, says=NOT_EMPTY.format(output))


def nothing_to_continue(output: Path, adds: str = "adds to a finished file only if it is JSON Lines") -> str:
    why = f"no interrupted run to continue ({output.name}.part is missing), and --resume {adds}"
    return f"{output}: {why}; use --force instead to replace this file"


@pytest.mark.parametrize("name", ["a.csv", "a.json.gz"])
@pytest.mark.parametrize("content", [b"name,age\n", b"PK", b"\0" * 99], ids=["a table", "a mark", "zeros"])
def test_a_file_of_somebody_s_is_not_taken_for_a_complete_one(
    tmp_path: Path, name: str, content: bytes
) -> None:
    output = tmp_path / name
    output.write_bytes(content)
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=nothing_to_continue(output))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.zst"])
@pytest.mark.parametrize(
    ("earlier", "has"),
    [
        ([], "all fields"),
        (["--blocks"], "all fields"),
        (["--fields", "date,headline,url"], "the fields date, headline and url"),
    ],
)
def test_a_finished_file_says_which_fields_it_has(
    tmp_path: Path, name: str, earlier: list[str], has: str
) -> None:
    output = tmp_path / name
    run("-q", PAGE, OTHER, *earlier, "-o", output)
    adds = f"does not add to a finished file with --fields (this one has {has})"
    says = nothing_to_continue(output, adds)
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", "--fields", "date", says=says)
    if earlier[:1] == ["--fields"]:
        says = "its records have only the fields date, headline and url, so --resume will not add to it"
        must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=f"{output}: {says}")


def test_a_finished_file_without_records_says_so(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_bytes(b"my notes\n")
    adds = "does not add to a finished file with --fields (this one has no records)"
    says = nothing_to_continue(output, adds)
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", "--fields", "date", says=says)


def test_picked_fields_are_not_records_to_replace(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    assert run("-q", PAGE, "-o", output, "--fields", "date").returncode == Exit.OK
    says = f"{output}: not a file of records, so --output will not replace it (use --force to replace it)"
    must_refuse(tmp_path, PAGE, "-o", output, says=says)
    says = NOT_EMPTY.format(output)
    must_refuse(tmp_path, PAGE, "-o", output, "--fields", "date", says=says)


def test_an_empty_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    output.touch()
    output.chmod(0o640)
    assert run("-q", PAGE, "-o", output).returncode == Exit.OK
    assert output.stat().st_size > 0
    assert output.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    run("-q", PAGE, "-o", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").stat().st_mode == usual.stat().st_mode


def test_a_run_without_an_article_leaves_what_is_there(tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    output.write_bytes(b"my notes\n")
    done = run(CHALLENGE, "-o", output, "--force", "--fail-fast")
    assert done.returncode == Exit.FAILED
    assert content_of(tmp_path) == {"a.csv": b"my notes\n"}


def test_failures_go_to_their_file_in_any_format(tmp_path: Path) -> None:
    output, errors = tmp_path / "a.csv", tmp_path / "errors.jsonl"
    assert run("-q", CHALLENGE, PAGE, "-o", output, "--errors", errors).returncode == Exit.FAILED
    assert json.loads(errors.read_bytes())["source"] == str(CHALLENGE)
    assert output.read_bytes() == run("--format", "csv", PAGE).stdout


def test_a_full_disk_leaves_what_can_be_continued(tmp_path: Path) -> None:
    """The records fit, what is made of them does not."""
    output, part = tmp_path / "a.json", tmp_path / "a.json.part"
    run("-q", PAGE, "-o", tmp_path / "r.jsonl")
    part.write_bytes((tmp_path / "r.jsonl").read_bytes())
    done = subprocess.run(
        [*COMMAND, "-q", PAGE, "-o", output, "--resume"],
        capture_output=True,
        check=False,
        timeout=60,
        env=LIMITED_ENVIRONMENT,
        preexec_fn=limited(part.stat().st_size + 1),
    )
    assert done.returncode == Exit.FAILED, done.stderr
    assert b"a.json: file too large" in done.stderr
    assert content_of(tmp_path) == {"r.jsonl": RECORD, "a.json.part": RECORD}
    assert run("-q", PAGE, "-o", output, "--resume").returncode == Exit.OK
    assert json.loads(output.read_bytes()) == [json.loads(RECORD)]


@pytest.mark.parametrize(
    "arguments", [[PAGE, OTHER], [PAGE.parent], ["--files-from", "-"]], ids=["pages", "folder", "list"]
)
@pytest.mark.parametrize("target", [["--format", "markdown"], ["-o", "a.md"]], ids=" ".join)
def test_a_document_of_one_article_is_not_asked_for_several(
    tmp_path: Path, arguments: list[str | Path], target: list[str]
) -> None:
    done = run(*arguments, *target, cwd=tmp_path)
    says = "a Markdown file holds one article; for several, use --output FOLDER/"
    assert done.stderr.decode().endswith(f"Error: {says}\n")
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert list(tmp_path.iterdir()) == []


def test_an_archive_of_several_articles_stops_a_document_of_one(tmp_path: Path) -> None:
    archive = Path(__file__).parent / "fixtures" / "_saved" / "tar-gz" / "pages.tgz"
    says = "a Markdown file holds one article; for several, use --output FOLDER/"
    done = run("-q", archive, "--format", "markdown")
    assert done.stderr.decode() == f"carnegie-extract: standard output: {says}\n"
    assert done.stdout.count(b"---\n") == 2
    assert done.returncode == Exit.FAILED
    output = tmp_path / "a.md"
    done = run("-q", archive, "-o", output)
    assert done.stderr.decode().startswith(f"carnegie-extract: {output}: {says}\n")
    assert not output.exists()
