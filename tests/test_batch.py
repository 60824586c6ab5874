"""Many pages as a process: output, limits, and what fails."""

import fcntl
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
import zipfile
from multiprocessing import get_context
from pathlib import Path
from select import select

import pytest
from corpus import FIXTURES
from faults import unpacked
from processes import LIMITED_ENVIRONMENT, folder_of, limited, unread, wait_for
from test_command import CHALLENGE, COMMAND, ENVIRONMENT, OTHER, PAGE, needs_dev_full, records, start
from warm import run

from carnegie_extract.batch.convert import Exit
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading import pool, runner
from carnegie_extract.batch.reading.events import Begin
from carnegie_extract.batch.reading.reader import Failure, Record

DEEP = b"<html><title>Carnegie</title><svg><foreignObject>" + b"<div>" * 100_000
"""It keeps the parser busy for a quarter of a minute, where depth is not foretold."""


WAITING = """
import os, sys
from carnegie_extract.batch.reading import reader
from carnegie_extract.command import run
let_on, whole = sys.argv.pop(1), reader.read
def read(page, trace):
    os.write(2, b"reading\\n")
    while not os.path.exists(let_on):
        pass
    return whole(page)
reader.read = read
run()
"""
"""The command, whose pages are not read until there is a file of some name."""
IMPATIENT = """
from carnegie_extract.batch.reading import pool
from carnegie_extract.command import run
pool._SLOW = 0
run()
"""
"""The command, for which every list is a slow one."""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of forty pages, of which two fail."""
    return folder_of(tmp_path / "pages", 40)


def run_limited(most: int, *arguments: str | Path, stdout: int) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        env=LIMITED_ENVIRONMENT,
        preexec_fn=limited(most),  # there are no threads
    )


def test_output_is_the_same_for_every_number_of_jobs(pages: Path) -> None:
    one, two, many = (run(pages, "--jobs", jobs) for jobs in ("1", "2", "7"))
    assert len(records(one.stdout)) == 38
    assert one.stdout == two.stdout == many.stdout
    failed = [done.stderr.splitlines()[:-1] for done in (one, two, many)]
    assert len(failed[0]) == 2
    assert failed[0] == failed[1] == failed[2]
    assert {done.returncode for done in (one, two, many)} == {Exit.FAILED}


def test_the_summary(pages: Path) -> None:
    summary = run(pages).stderr.decode().splitlines()[-1]
    assert summary.startswith("38 articles, 0 skipped, 2 failed (2 bot-challenge); ")
    assert summary.endswith("/s")


def test_quiet_tells_failures_alone(pages: Path) -> None:
    assert len(run("--quiet", pages).stderr.splitlines()) == 2
    assert run("-q", PAGE).stderr == b""


def test_few_pages_are_not_summed_up() -> None:
    assert run(*[PAGE] * 12, "--jobs", "2").stderr == b""


def test_a_page_that_never_ends_costs_itself_alone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "pages", 20)
    (folder / "0010-deep.html").write_bytes(DEEP)
    done = run(folder, "--timeout", "0.5", "--jobs", "2")
    assert len(records(done.stdout)) == 19
    assert f"{folder}/0010-deep.html: took longer than 0.5 s (see --timeout)\n" in done.stderr.decode()


def test_a_page_that_never_ends_is_guarded_among_few_too(tmp_path: Path) -> None:
    deep = tmp_path / "deep.html"
    deep.write_bytes(DEEP)
    done = run(PAGE, deep, OTHER, "--timeout", "0.5")
    assert [record["source"] for record in records(done.stdout)] == [str(PAGE), str(OTHER)]
    assert done.stderr.decode() == f"carnegie-extract: {deep}: took longer than 0.5 s (see --timeout)\n"


def test_a_page_that_never_ends_in_an_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (("a", PAGE.read_bytes()), ("b", DEEP), ("c", OTHER.read_bytes())):
            archive.writestr(f"{name}.html", content)
    for arguments in ([path], [path, *[PAGE] * 9]):
        done = run(*arguments, "--timeout", "0.5")
        assert [record["source"] for record in records(done.stdout)][:2] == [
            f"{path}#a.html",
            f"{path}#c.html",
        ]
        assert (
            done.stderr.decode()
            == f"carnegie-extract: {path}#b.html: took longer than 0.5 s (see --timeout)\n"
        )


def test_a_page_that_eats_memory_costs_itself_alone(tmp_path: Path) -> None:
    hungry = tmp_path / "hungry.html"
    hungry.write_bytes(b"<html><title>Carnegie</title>" + b"<p>" * 1_500_000)
    done = run(PAGE, hungry, OTHER, "--max-memory", "200M")
    assert len(records(done.stdout)) == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"carnegie-extract: {hungry}: ")


def test_time_does_not_pass_while_everything_is_stopped(tmp_path: Path) -> None:
    """Ctrl-Z, and later fg."""
    let_on = tmp_path / "on"
    command = [sys.executable, "-c", WAITING, str(let_on), str(PAGE), "--timeout", "1", "--jobs", "1"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=pipe, env=ENVIRONMENT, start_new_session=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"reading\n"
        os.killpg(process.pid, signal.SIGSTOP)
        time.sleep(1.2)  # more than the page may take
        let_on.touch()
        os.killpg(process.pid, signal.SIGCONT)
        out, said = process.communicate(timeout=60)
    assert [record["source"] for record in records(out)] == [str(PAGE)]
    assert said in (b"", b"reading\n")


def test_processes_that_are_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on systems that know no fork, or should not use it."""
    monkeypatch.setattr(pool, "get_context", lambda _: get_context("spawn"))
    paths = [str(path) for path in (PAGE, OTHER, CHALLENGE)] * 4
    found = list(runner.run(iter(paths), Options(jobs=2), None, lambda: None))
    assert [type(event) for event in found] == [Begin, Record, Begin, Record, Begin, Failure] * 4


# Output


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.jsonl.gz", "articles.jsonl.zst"])
def test_output_to_a_file(pages: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    done = run("-q", pages, "-o", output)
    assert (done.stdout, done.returncode) == (b"", Exit.FAILED)
    assert unpacked(output) == run("-q", pages).stdout
    assert sorted(tmp_path.iterdir()) == [output, pages]


def test_output_through_a_link_and_to_a_stream(tmp_path: Path) -> None:
    link, target = tmp_path / "link.jsonl", tmp_path / "target.jsonl"
    link.symlink_to(target)
    run("-q", PAGE, "-o", link)
    assert link.is_symlink()
    assert len(records(target.read_bytes())) == 1
    assert len(records(run("-q", PAGE, "-o", "/dev/stdout").stdout)) == 1
    assert len(records(run("-q", PAGE, "-o", "-").stdout)) == 1


def test_an_output_without_its_folder_can_t_be_written(pages: Path, tmp_path: Path) -> None:
    output = f"{tmp_path}/nowhere/x.jsonl"
    done = run(pages, "-o", output)
    assert done.stderr.decode() == f"carnegie-extract: {output}: no such folder\n"
    assert done.returncode == Exit.FAILED


def test_a_full_disk_leaves_whole_lines_and_says_how_to_go_on(tmp_path: Path) -> None:
    pages, output = folder_of(tmp_path / "pages", 200), tmp_path / "articles.jsonl"
    done = run_limited(300_000, "-q", pages, "-o", output, stdout=subprocess.DEVNULL)
    assert done.returncode == Exit.FAILED
    *_, full, how = done.stderr.decode().splitlines()
    assert full == f"carnegie-extract: {output}: file too large"
    assert "--resume" in how
    assert not output.exists()
    part = tmp_path / "articles.jsonl.part"
    assert 0 < len(records(part.read_bytes())) < 190
    run("-q", pages, "-o", output, "--resume")
    assert output.read_bytes() == run("-q", pages).stdout


def test_a_full_disk_behind_standard_output_leaves_whole_lines(pages: Path, tmp_path: Path) -> None:
    output = tmp_path / "articles.jsonl"
    with output.open("wb") as file:
        done = run_limited(50_001, "-q", pages, stdout=file.fileno())
    assert b"carnegie-extract: standard output: file too large\n" in done.stderr
    assert done.returncode == Exit.FAILED
    assert 0 < len(records(output.read_bytes())) < 38


@needs_dev_full
def test_a_full_device_ends_a_long_run_in_one_line(pages: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(pages, stdout=full)
    assert done.stderr == b"carnegie-extract: standard output: no space left on device\n"
    assert done.returncode == Exit.FAILED


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    output = tmp_path / "articles.jsonl"
    with start("-", "-o", output, stdin=subprocess.PIPE) as first:
        wait_for(lambda: is_locked(tmp_path / "articles.jsonl.part"))
        second = run(PAGE, "-o", output)
        first.communicate(PAGE.read_bytes())
    assert second.stderr.decode() == f"carnegie-extract: {output}: another run is writing to it\n"
    assert len(records(output.read_bytes())) == 1


def is_locked(path: Path) -> bool:
    """Whether another process has locked a file; this one must not, or it would be in the way."""
    if not path.exists():
        return False
    asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    with path.open("r+b") as file:
        kind: int = struct.unpack("hhqqi4x", fcntl.fcntl(file, fcntl.F_GETLK, asked))[0]
    return kind != fcntl.F_UNLCK


# Failures


def test_errors_are_kept_and_can_be_run_again(tmp_path: Path) -> None:
    path, missing, errors = tmp_path / "crawl.zip", tmp_path / "later.html", tmp_path / "errors.jsonl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(PAGE, "a.html")
        archive.writestr("b.html", DEEP)
    run(path, missing, PAGE, CHALLENGE, "--errors", errors, "--timeout", "0.5")
    lines = [json.loads(line) for line in errors.read_bytes().splitlines()]
    assert [(line["source"], line["error"]) for line in lines] == [
        (f"{path}#b.html", "timeout"),
        (str(missing), "unreadable-file"),
        (str(CHALLENGE), "bot-challenge"),
    ]
    assert all(line["message"] for line in lines)
    shutil.copy(OTHER, missing)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(PAGE, "a.html")
        archive.write(OTHER, "b.html")
    again = run("--files-from", errors, "--errors", errors)
    assert [record["source"] for record in records(again.stdout)] == [f"{path}#b.html", str(missing)]
    assert [json.loads(line)["source"] for line in errors.read_bytes().splitlines()] == [str(CHALLENGE)]


def test_without_failures_the_file_of_errors_is_empty(tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    run(PAGE, "--errors", errors)
    assert errors.read_bytes() == b""


def test_fail_fast_stops_at_the_first(pages: Path, tmp_path: Path) -> None:
    done = run(pages, "--fail-fast")
    assert len(records(done.stdout)) == 7
    assert done.returncode == Exit.FAILED
    output = tmp_path / "a.jsonl"
    done = run(pages, "--fail-fast", "-o", output)
    assert not output.exists()
    assert (
        "stopped at the first failure after 8 pages: to continue, run the same command with --resume"
        in done.stderr.decode()
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["-0", str(PAGE)],
        ["-o", "x", "--errors", "./x", str(PAGE)],
        ["--timeout", "0", str(PAGE)],
        ["--timeout", "soon", str(PAGE)],
        ["--color", "green", str(PAGE)],
        ["--jobs", "many", str(PAGE)],
    ],
)
def test_what_makes_no_sense_is_wrong_usage(arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--resume"], "--resume needs --output FILE"),
        (["--resume", "-o", "-"], "--resume needs --output FILE"),
        (["--resume", "--pretty", "-o", "x"], "--resume cannot be combined with --pretty"),
    ],
)
def test_only_what_is_wrong_with_resume_is_reported(arguments: list[str], says: str, tmp_path: Path) -> None:
    done = run(*arguments, PAGE, cwd=tmp_path)
    assert (done.stderr.decode().splitlines()[-1], done.returncode) == (f"Error: {says}", Exit.USAGE)


# Names


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be any bytes")
def test_sources_tell_names_apart(tmp_path: Path) -> None:
    names = [b"caf\xe9.html", b"caf\\xe9.html", b"caf\\x5cxe9.html", b"new\nline.html", "Кафе.html".encode()]
    for name in names:
        shutil.copy(PAGE, os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
    errors = tmp_path / "errors"
    errors.mkdir()
    sources = [str(record["source"]) for record in records(run("-q", tmp_path).stdout)]
    assert len(set(sources)) == len(names)
    listing = "".join(json.dumps({"source": source}, separators=(",", ":")) + "\n" for source in sources)
    again = run("-q", "--files-from", "-", stdin=listing.encode())
    assert [record["source"] for record in records(again.stdout)] == sources


def test_fixtures_as_a_folder() -> None:
    """All of them at once, by workers, as each by itself."""
    done = run("-q", FIXTURES / "site-2026")
    golden = sorted((FIXTURES / "site-2026").glob("*/article.json"))
    found = [record["headline"] for record in records(done.stdout)]
    assert found == [json.loads(path.read_bytes())["headline"] for path in golden]


# What a review found


def test_errors_may_go_to_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    run("missing.html", "--errors", pipe)
    assert b'"missing.html"' in reader.communicate(timeout=10)[0]
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "line", [b'{"source":5}', b'{"source":"a\\u0000b"}', b"a\0b", b'{"source":"-"}', b"-", b'{"source":']
)
def test_odd_lines_in_a_list_cost_themselves_alone(line: bytes) -> None:
    for count in (1, 12):
        listing = f"{PAGE}\n".encode() * count
        done = run("-q", "--files-from", "-", stdin=listing + line + b"\n" + listing)
        assert len(records(done.stdout)) == 2 * count
        assert len(done.stderr.splitlines()) == 1
        assert done.returncode == Exit.FAILED


def test_folders_nest_without_end(tmp_path: Path) -> None:
    here = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1500):
            os.mkdir("d")
            os.chdir("d")
        shutil.copy(PAGE, "page.html")
        done = run("-q", tmp_path)
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # Python would have to nest as deeply
    assert (len(records(done.stdout)), done.stderr) == (1, b"")


def test_many_attributes_are_guarded_too(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    attributes = " ".join(f"a{number}=1" for number in range(80_000))
    page.write_bytes(f"<html><title>Carnegie</title><div {attributes}>".encode())
    done = run(PAGE, page, "--timeout", "0.5")
    assert done.stderr.decode() == f"carnegie-extract: {page}: took longer than 0.5 s (see --timeout)\n"


def test_messages_go_nowhere_where_nobody_hears_them() -> None:
    shell = ["sh", "-c", '"$@" 2>&-', "sh", *COMMAND, "missing.html", str(PAGE)]
    done = subprocess.run(shell, capture_output=True, check=False, timeout=60, env=ENVIRONMENT)
    assert len(records(done.stdout)) == 1


def test_no_list_comes_from_a_closed_standard_input(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    shell = ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "-q", "--files-from", "-", "-o", str(output)]
    done = subprocess.run(shell, capture_output=True, check=False, timeout=60, env=ENVIRONMENT)
    assert done.stderr == b"carnegie-extract: standard input: is closed\n"
    assert done.returncode == Exit.FAILED


def test_a_name_mistyped_costs_nothing_that_an_older_run_left(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    content = run(PAGE).stdout
    part.write_bytes(content)
    for way in ("--resume", "--force"):
        mistyped = run(PAGE, "-o", output, "--errors", tmp_path / "nowhere" / "e", way)
        assert mistyped.returncode == Exit.FAILED
        assert part.read_bytes() == content


def test_nothing_is_promised_where_nothing_was_written(tmp_path: Path) -> None:
    done = run("missing.html", PAGE, "-o", tmp_path / "a.jsonl", "--fail-fast")
    assert b"--resume" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.touch(mode=0o600)
    run(PAGE, "-o", output)
    assert output.stat().st_mode & 0o777 == 0o600
    assert len(records(output.read_bytes())) == 1


def test_limits_beyond_all_measure_are_none() -> None:
    done = run(*[PAGE] * 9, "--timeout", "999999999h", "--max-memory", "999999999999G")
    assert (len(records(done.stdout)), done.stderr) == (9, b"")


def test_a_slow_list_is_not_waited_for() -> None:
    command = [sys.executable, "-c", IMPATIENT, "-q", "--files-from", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=ENVIRONMENT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(16):
            process.stdin.write(f"{PAGE}\n".encode())
            process.stdin.flush()
            wait_for(lambda: unread(process.stdin) == 0)
        first = [process.stdout.readline() for _ in range(6)]
        process.stdin.write(f"{PAGE}\n".encode() * 14)
        process.stdin.close()
        rest = process.stdout.read()
    assert len(records(b"".join(first) + rest)) == 30


@pytest.mark.parametrize("separator", ["\n", "\0"])
def test_each_page_of_a_list_is_read_as_it_is_named(separator: str) -> None:
    arguments = ["-q", "--files-from", "-", *(["-0"] if separator == "\0" else [])]
    with start(*arguments, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(24):
            names = [str(PAGE), str(OTHER)] if number % 5 == 4 else [str(PAGE)]
            process.stdin.write("".join(f"{name}{separator}" for name in names).encode())
            process.stdin.flush()
            content = b""
            while content.count(b"\n") < len(names):
                assert select([process.stdout], [], [], 60)[0], f"nothing came of {number}"
                content += os.read(process.stdout.fileno(), 65536)
            assert [record["source"] for record in records(content)] == names
        process.stdin.close()
        assert process.wait(60) == Exit.OK


@pytest.mark.parametrize("way", ["named", "standard input"])
def test_what_comes_before_a_slow_pipe_is_not_held_back(tmp_path: Path, way: str) -> None:
    pages, pipe = [PAGE, OTHER] * 6, tmp_path / "pipe"
    os.mkfifo(pipe)
    last = pipe if way == "named" else "-"
    output = tmp_path / "records"
    command = [*COMMAND, *pages, last, PAGE]
    with (
        output.open("wb") as file,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=file, env=ENVIRONMENT) as process,
    ):
        try:
            wait_for(lambda: output.read_bytes().count(b"\n") == len(pages))
            assert process.stdin is not None
            with pipe.open("wb") if way == "named" else process.stdin as slow:
                slow.write(PAGE.read_bytes())
            assert process.wait(60) == Exit.OK
        finally:
            process.kill()
    written = [record["source"] for record in records(output.read_bytes())]
    assert written == [*map(str, pages), str(last), str(PAGE)]
