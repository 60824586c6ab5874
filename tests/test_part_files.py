"""Nothing unfinished is lost: what a run does with a `.part` file that another run left or writes."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import unpacked
from processes import wait_for
from targets import FAILURE, NOTES, RECORD, must_refuse, packed, unfinished
from test_command import OTHER, PAGE, records, start
from warm import run

from carnegie_extract.batch.convert import Exit


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_an_unfinished_file_is_not_thrown_away(tmp_path: Path, name: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    part.write_bytes(packed(name, RECORD))
    must_refuse(tmp_path, OTHER, "-o", output, says=unfinished(part))
    assert run("-q", OTHER, "-o", output, "--force").returncode == Exit.OK
    assert unpacked(output) == run(OTHER).stdout
    assert not part.exists()


def test_only_ways_that_exist_are_named(tmp_path: Path) -> None:
    output, part = tmp_path / "a", tmp_path / "a.part"
    part.write_bytes(RECORD)
    indented = "indented records cannot be continued; use --force to start over"
    without_output = "a run without --output cannot be continued; use --force to start over"
    must_refuse(tmp_path, PAGE, "--pretty", "-o", output, says=unfinished(part, indented))
    part.write_bytes(FAILURE)
    must_refuse(tmp_path, PAGE, "--errors", output, says=unfinished(part, without_output))


def test_an_interrupted_run_promises_only_what_can_be(tmp_path: Path) -> None:
    output = tmp_path / "a"
    done = run("--pretty", PAGE, "missing.html", "-o", output, "--fail-fast")
    assert done.stderr.decode().splitlines()[-1].endswith(f"unfinished output: {output}.part")


def test_an_unfinished_file_beside_a_link_s_target_is_seen(tmp_path: Path) -> None:
    link, target, part = tmp_path / "link", tmp_path / "d" / "a", tmp_path / "d" / "a.part"
    target.parent.mkdir()
    link.symlink_to(target)
    part.write_bytes(RECORD)
    must_refuse(tmp_path, OTHER, "-o", link, says=unfinished(part))


def test_an_empty_unfinished_file_is_taken_over(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    part.touch()
    assert run("-q", PAGE, "-o", output).returncode == Exit.OK
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize(
    "kind", ["link", "link to nothing", "folder", "pipe", "hard link", "empty hard link"]
)
def test_only_a_plain_file_is_taken_over(tmp_path: Path, kind: str) -> None:
    output, part, precious = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part", tmp_path / "precious"
    precious.write_bytes(b"" if "empty" in kind else RECORD)
    make: dict[str, Callable[[], object]] = {
        "link": lambda: part.symlink_to(precious),
        "link to nothing": lambda: part.symlink_to("nowhere"),
        "folder": part.mkdir,
        "pipe": lambda: os.mkfifo(part),
        "hard link": lambda: part.hardlink_to(precious),
        "empty hard link": lambda: part.hardlink_to(precious),
    }
    make[kind]()
    says = f"{part}: not a regular file (perhaps a link), so nothing is written to it; remove it first"
    for way in ([], ["--force"], ["--resume"]):
        must_refuse(tmp_path, OTHER, "-o", output, *way, says=says)


def test_two_names_beside_the_output_are_left_alone(tmp_path: Path) -> None:
    """Adding to a complete file takes a copy of it."""
    output, other = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part.copy"
    output.write_bytes(RECORD)
    other.write_bytes(NOTES)
    run("-q", PAGE, OTHER, "-o", output, "--resume")
    assert len(records(output.read_bytes())) == 2
    assert other.read_bytes() == NOTES
    assert sorted(tmp_path.iterdir()) == [output, other]


# While it runs


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    with start("-q", "-", "-o", output, stdin=subprocess.PIPE) as process:
        wait_for(part.exists)
        output.write_bytes(NOTES)
        _, said = process.communicate(PAGE.read_bytes())
    assert f"{output}: was changed by another program, so --output did not replace it\n" in said.decode()
    assert process.returncode == Exit.FAILED
    assert output.read_bytes() == NOTES
    assert part.read_bytes() == run("-", stdin=PAGE.read_bytes()).stdout


def test_an_unfinished_file_that_was_exchanged_meanwhile_is_not_taken(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    with start("-q", "-", "-o", output, stdin=subprocess.PIPE) as process:
        wait_for(part.exists)
        part.unlink()
        part.write_bytes(NOTES)
        _, said = process.communicate(PAGE.read_bytes())
    assert f"{part}: was changed by another program\n" in said.decode()
    assert process.returncode == Exit.FAILED
    assert not output.exists()
    assert part.read_bytes() == NOTES


def test_another_run_s_file_is_not_thrown_away_with_force(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    with start("-q", "-", "-o", output, stdin=subprocess.PIPE) as first:
        wait_for(part.exists)
        for arguments in ([], ["--resume"], ["--force"]):
            second = run(PAGE, "-o", output, *arguments)
            assert second.stderr.decode() == f"carnegie-extract: {output}: another run is writing to it\n"
        first.communicate(PAGE.read_bytes())
    assert len(records(output.read_bytes())) == 1
