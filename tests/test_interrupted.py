"""Runs that are interrupted: how they end, and that `--resume` continues them."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from corpus import DEEP
from faults import unpacked
from processes import folder_of, is_stuck, needs_syscalls, wait_for
from test_command import ENVIRONMENT, OTHER, PAGE, records, start
from warm import run

from carnegie_extract.batch.convert import Exit


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of forty pages, of which two fail."""
    return folder_of(tmp_path / "pages", 40)


def interrupted(output: Path, *arguments: str | Path, number: int = signal.SIGINT) -> tuple[int, str, float]:
    """Interrupt a run that has written something; how it ended, what it said, and how long that took."""
    part = Path(f"{output}.part")
    with start(*arguments, "-o", output) as process:
        wait_for(lambda: part.exists() and part.stat().st_size > 0)
        process.send_signal(number)
        sent = time.monotonic()
        assert process.stderr is not None
        said = process.stderr.read().decode()
        return process.wait(60), said, time.monotonic() - sent


INTERRUPTED, TERMINATED = (signal.SIGINT, Exit.INTERRUPTED), (signal.SIGTERM, Exit.TERMINATED)


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("articles.jsonl", *INTERRUPTED),
        ("articles.jsonl.gz", *TERMINATED),
        *([("articles.jsonl", *TERMINATED), ("articles.jsonl.zst", *INTERRUPTED)] if DEEP else []),
    ],
)
def test_an_interrupted_run_is_continued(tmp_path: Path, name: str, number: int, code: Exit) -> None:
    folder, output = folder_of(tmp_path / "pages", 400), tmp_path / name
    ended, said, seconds = interrupted(output, folder, number=number)
    assert ended == code
    assert f"run the same command with --resume (unfinished output: {output}.part)" in said
    assert seconds < 1
    assert not output.exists()
    written = len(records(unpacked(Path(f"{output}.part"))))
    assert 0 < written < 380
    done = run(folder, "-o", output, "--resume")
    summary = f"{380 - written} articles, {written} already there, 0 skipped, 20 failed"
    assert summary in done.stderr.decode()
    assert unpacked(output) == run("-q", folder).stdout
    assert not Path(f"{output}.part").exists()


def test_a_killed_run_is_continued_after_its_torn_line(pages: Path, tmp_path: Path) -> None:
    whole = run("-q", pages).stdout
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    for length in (0, 10, len(whole) // 2, len(whole)):
        part.write_bytes(whole[:length])
        run("-q", pages, "-o", output, "--resume")
        assert output.read_bytes() == whole


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_torn_frames_are_dropped(tmp_path: Path, name: str) -> None:
    pages = folder_of(tmp_path / "pages", 120)
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    run("-q", pages, "-o", output)
    packed, whole = output.read_bytes(), unpacked(output)
    assert packed.count(packed[:4]) > 1, "there are several frames"
    for length in (0, 3, len(packed) // 3, len(packed) - 1, len(packed)):
        part.write_bytes(packed[:length] + b"\x00" * 5 * (length == len(packed) // 3))
        run("-q", pages, "-o", output, "--resume")
        assert unpacked(output) == whole


def test_a_finished_file_is_added_to(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    run(PAGE, "-o", output)
    done = run(PAGE, OTHER, "-o", output, "--resume")
    assert [record["source"] for record in records(output.read_bytes())] == [str(PAGE), str(OTHER)]
    assert b"1 article, 1 already there, 0 skipped, 0 failed" in done.stderr


def test_archives_are_continued_within(tmp_path: Path) -> None:
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(30):
            archive.write((PAGE, OTHER)[number % 2], f"{number}.html")
    whole = run("-q", path).stdout
    lines = whole.splitlines(keepends=True)
    output = tmp_path / "a.jsonl"
    Path(f"{output}.part").write_bytes(b"".join(lines[:17]) + lines[17][:40])
    run("-q", path, *[PAGE] * 9, "-o", output, "--resume")
    assert output.read_bytes() == whole + run(*[PAGE] * 9).stdout


def test_interrupted_without_output_says_what_would_have_helped(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "pages", 400)
    with start(folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, said = process.stdout.read(), process.stderr.read().decode()
        assert process.wait(60) == Exit.INTERRUPTED
    assert 1 <= len(records(first + rest)) < 380
    assert "to make a run resumable, use --output FILE" in said


AMID_AN_IMPORT = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == {!r}:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting())
from carnegie_extract.command import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("carnegie_extract.cli", []),
        ("carnegie_extract.parser", ["-q"]),
        ("typer", ["--files-from", os.devnull]),
        ("carnegie_extract.batch.explained", ["--explain"]),
        ("carnegie_extract.batch.writing.part_file", ["--errors", os.devnull]),
    ],
)
def test_ctrl_c_while_it_starts_says_so(module: str, arguments: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AMID_AN_IMPORT.format(module), *arguments, PAGE],
        capture_output=True,
        check=False,
        timeout=60,
        env=ENVIRONMENT,
        cwd=tmp_path,
    )
    assert done.stderr.decode() == "carnegie-extract: interrupted\n"
    assert (done.stdout, done.returncode) == (b"", Exit.INTERRUPTED)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
def test_ctrl_c_while_it_waits_for_a_page_leaves_nothing(tmp_path: Path) -> None:
    output = tmp_path / "articles.jsonl"
    with start("-o", output, "-", stdin=subprocess.PIPE) as process:
        wait_for(Path(f"{output}.part").exists)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == Exit.INTERRUPTED
        assert process.stderr is not None
        assert process.stderr.read() == b"carnegie-extract: interrupted\n"
    assert list(tmp_path.iterdir()) == []


@needs_syscalls
def test_ctrl_c_while_an_explanation_is_read_says_so(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.read_bytes().replace(b"</article>", b"<p>A line</p>" * 3_000 + b"</article>"))
    with start("--explain", "--json", page) as process:
        wait_for(lambda: is_stuck(process))
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read()
        assert process.wait(60) == Exit.INTERRUPTED
        assert process.stderr.read() == b"carnegie-extract: interrupted\n"


def test_failures_of_a_run_without_output_are_kept_and_both_runs_say_what_to_do(tmp_path: Path) -> None:
    folder, errors = folder_of(tmp_path / "pages", 400), tmp_path / "errors.jsonl"
    part = Path(f"{errors}.part")
    with start("-q", folder, "--errors", errors) as process:
        wait_for(lambda: part.exists() and part.stat().st_size > 0)
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read()
        said = process.stderr.read().decode().splitlines()
        assert process.wait(60) == Exit.INTERRUPTED
    assert said[-1] == f"carnegie-extract: failures so far: {part} (to start over, add --force)"
    again = run("-q", folder, "--errors", errors)
    ways = "a run without --output cannot be continued; use --force to start over"
    assert again.stderr.decode() == f"carnegie-extract: {part}: left by an unfinished run ({ways})\n"
    assert again.returncode == Exit.USAGE
    assert run("-q", folder, "--errors", errors, "--force").returncode == Exit.FAILED


@needs_syscalls
def test_ctrl_c_twice_ends_at_once(tmp_path: Path) -> None:
    """The reader takes nothing, so that the first can't be heeded."""
    folder = folder_of(tmp_path / "pages", 400)
    with start(folder) as process:
        wait_for(lambda: is_stuck(process))
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)  # as `timeout` does: that is once
        wait_for(lambda: is_stuck(process))
        time.sleep(0.4)  # more than passes between two that are one
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == Exit.INTERRUPTED


def test_a_reader_who_has_enough_ends_a_long_run(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "pages", 400)
    with start("-q", folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        process.stderr.read()
        assert process.wait(10) == Exit.OK


@needs_syscalls
def test_ctrl_c_within_an_archive_given_alone_leaves_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(300):
            archive.write((PAGE, OTHER)[number % 2], f"{number}.html")
    for number, code in ((signal.SIGINT, Exit.INTERRUPTED), (signal.SIGTERM, Exit.TERMINATED)):
        with start(path) as process:
            assert process.stdout is not None
            content = process.stdout.readline()
            wait_for(lambda process=process: is_stuck(process))  # type: ignore[misc]  # it is of this turn
            process.send_signal(number)
            wait_for(lambda process=process: is_stuck(process))  # type: ignore[misc]  # as above
            content += process.stdout.read()
            assert process.wait(60) == code
        assert content.endswith(b"\n")


def test_failures_that_are_tried_again_are_kept_when_that_is_interrupted(tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    sources = [str(PAGE), *(f"missing-{number}" for number in range(3)), *[str(PAGE)] * 3000]
    said = {"error": "unreadable-file", "message": "no such file"}
    lines = "".join(json.dumps({"source": name, **said}, separators=(",", ":")) + "\n" for name in sources)
    errors.write_text(lines, encoding="utf-8")
    with start("--files-from", errors, "--errors", errors) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        process.wait(60)
    assert errors.read_text(encoding="utf-8") == lines
