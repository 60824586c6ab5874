"""Nothing is lost by going on: what `--resume` continues, keeps and adds to."""

import os
import subprocess
from pathlib import Path

import pytest
from faults import unpacked
from processes import LIMITED_ENVIRONMENT, limited
from targets import (
    FAILURE,
    FOREIGN_JSON,
    INDENTED,
    NOTES,
    RECORD,
    WITH_BLOCKS,
    content_of,
    must_refuse,
    named,
    not_continued,
    not_ours,
    packed,
    unfinished,
)
from test_command import COMMAND, ENVIRONMENT, OTHER, PAGE, records
from warm import run

from carnegie_extract.batch.convert import Exit

BROKEN = b'{"source":"a.html","url":GARBAGE\n'
NOT_RECORDS = (
    NOTES,
    BROKEN,
    BROKEN + RECORD,
    RECORD + b'{"source":"a.html","title":null}\n',
    RECORD + NOTES,
    RECORD + b"my not",
    FOREIGN_JSON,
    FAILURE,
    PAGE.read_bytes(),
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("a.jsonl", content) for content in NOT_RECORDS),
        *((name, content) for name in ("a.jsonl.gz", "a.jsonl.zst") for content in NOT_RECORDS[:5]),
    ],
    ids=named,
)
def test_only_whole_records_are_gone_on_with(tmp_path: Path, name: str, content: bytes) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    part.write_bytes(packed(name, content))
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=not_continued(part))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
@pytest.mark.parametrize("kind", ["plain", "torn", "after records", "packed otherwise", "tiny"])
def test_foreign_bytes_in_a_packed_file_are_not_dropped(tmp_path: Path, name: str, kind: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    other_name = "a.zst" if name.endswith(".gz") else "a.gz"
    part.write_bytes(
        {
            "plain": PAGE.read_bytes(),
            "torn": packed(name, os.urandom(400_000))[:350_000],
            "after records": packed(name, RECORD) + NOTES,
            "packed otherwise": packed(other_name, RECORD),
            "tiny": b"x",
        }[kind]
    )
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=not_continued(part))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_records_of_another_shape_are_not_gone_on_with(tmp_path: Path, name: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    for content, blocks, reason in (
        (RECORD, ["--blocks"], "its records have no blocks"),
        (WITH_BLOCKS, [], "its records have blocks (see --blocks)"),
        (WITH_BLOCKS + RECORD, ["--blocks"], "its records have no blocks"),
        (INDENTED, [], "its records are indented (see --pretty)"),
        (RECORD + b'{"date":null,"url":null}\n', [], "its records have only the fields date and url"),
    ):
        part.write_bytes(packed(name, content))
        must_refuse(tmp_path, OTHER, "-o", output, "--resume", *blocks, says=not_continued(part, reason))
    part.write_bytes(packed(name, WITH_BLOCKS))
    assert run("-q", OTHER, "-o", output, "--resume", "--blocks").returncode == Exit.OK
    assert unpacked(output) == WITH_BLOCKS + run("--blocks", OTHER).stdout


def test_a_complete_file_of_another_shape_or_owner_is_not_added_to(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    for content, reason in (
        (NOTES, "not a file of records"),
        (FAILURE, "not a file of records"),
        (RECORD + NOTES, "not a file of records"),
        (INDENTED, "its records are indented (see --pretty)"),
        (WITH_BLOCKS, "its records have blocks (see --blocks)"),
    ):
        output.write_bytes(content)
        must_refuse(
            *(tmp_path, OTHER, "-o", output, "--resume"),
            says=f"{output}: {reason}, so --resume will not add to it",
        )


def test_a_complete_file_of_others_beside_an_unfinished_one_is_kept(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    output.write_bytes(NOTES)
    part.write_bytes(RECORD)
    must_refuse(tmp_path, OTHER, "-o", output, "--resume", says=not_ours(output))
    assert run("-q", OTHER, "-o", output, "--resume", "--force").returncode == Exit.OK
    assert output.read_bytes() == RECORD + run(OTHER).stdout


def test_the_same_command_goes_on_with_force_too(tmp_path: Path) -> None:
    """What --force means is FILE; what --resume goes on with is looked at all the same."""
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    output.write_bytes(RECORD + NOTES)
    assert run("-q", OTHER, "-o", output, "--resume", "--force").returncode == Exit.OK
    assert output.read_bytes() == run(OTHER).stdout
    part.write_bytes(NOTES)
    must_refuse(tmp_path, OTHER, "-o", output, "--resume", "--force", says=not_continued(part))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_a_line_longer_than_a_record_is_not_held(tmp_path: Path, name: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    start_of_line = b'{"source":"a.html","url":"'
    if name == "a.jsonl":
        part.write_bytes(start_of_line)
        os.truncate(part, 2**31)
    else:
        part.write_bytes(packed(name, start_of_line) + packed(name, b"x" * 2**20) * 270)
    size = part.stat().st_size
    shell = ["sh", "-c", 'ulimit -v 1000000; exec "$@"', "sh"]
    command = [*shell, *COMMAND, str(PAGE), "-o", str(output), "--resume"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=ENVIRONMENT)
    says = not_continued(part, "a line is longer than a record may be")
    assert (done.stderr.decode(), done.returncode) == (f"carnegie-extract: {says}\n", Exit.USAGE)
    assert part.stat().st_size == size


@pytest.mark.parametrize("tail", [b"", b"\0" * 4096, RECORD[:5], RECORD[:30], RECORD[:-1]], ids=named)
def test_what_a_crash_leaves_behind_the_last_record_is_written_again(tmp_path: Path, tail: bytes) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    part.write_bytes(RECORD + tail)
    assert run("-q", PAGE, OTHER, "-o", output, "--resume").returncode == Exit.OK
    assert output.read_bytes() == RECORD + run(OTHER).stdout


def test_continuing_starts_a_new_file_of_errors(tmp_path: Path) -> None:
    """The pages that failed are tried again, so that each failure is told again."""
    output, errors = tmp_path / "a.jsonl", tmp_path / "errors.jsonl"
    output.with_name("a.jsonl.part").write_bytes(RECORD)
    part = errors.with_name("errors.jsonl.part")
    part.write_bytes(FAILURE + FAILURE[:20])
    pages = (PAGE, "missing.html", OTHER)
    must_refuse(tmp_path, *pages, "--errors", errors, "-o", tmp_path / "b", says=unfinished(part))
    run("-q", *pages, "-o", output, "--errors", errors, "--resume")
    assert [line["source"] for line in records(errors.read_bytes())] == ["missing.html"]
    assert len(records(output.read_bytes())) == 2
    assert not part.exists()


def test_going_on_looks_at_the_errors_too(tmp_path: Path) -> None:
    output, errors = tmp_path / "a.jsonl", tmp_path / "errors.jsonl"
    part = errors.with_name("errors.jsonl.part")
    arguments = (PAGE, "-o", output, "--errors", errors, "--resume")
    for content in (NOTES, RECORD, FAILURE + NOTES, FAILURE + FOREIGN_JSON):
        part.write_bytes(content)
        must_refuse(tmp_path, *arguments, says=not_continued(part, "not a file of error lines"))
    part.unlink()
    errors.write_bytes(NOTES)
    must_refuse(tmp_path, *arguments, says=not_ours(errors, "--errors"))


def test_a_disk_that_is_full_while_a_complete_file_is_copied_costs_nothing(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_bytes(RECORD * 20)
    done = subprocess.run(
        [*COMMAND, "-q", OTHER, "-o", output, "--resume"],
        capture_output=True,
        check=False,
        env=LIMITED_ENVIRONMENT,
        preexec_fn=limited(len(RECORD) * 10),  # there are no threads
    )
    assert done.stderr.decode() == f"carnegie-extract: {output}: file too large\n"
    assert done.returncode == Exit.FAILED
    assert content_of(tmp_path) == {"a.jsonl": RECORD * 20}
