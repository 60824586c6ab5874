"""Laws of the runner: whatever the pages do to their processes, the rest comes out, in order."""

import io
import itertools
import os
import signal
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import DEEP
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from carnegie_extract import NotHtml
from carnegie_extract.batch.convert import Exit, convert
from carnegie_extract.batch.inputs.entries import Members
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading import pool, reader, runner, worker
from carnegie_extract.batch.reading.cores import usable_cores
from carnegie_extract.batch.reading.done import Done
from carnegie_extract.batch.reading.events import Begin, Event, Kept
from carnegie_extract.batch.reading.reader import Failure, Record
from carnegie_extract.batch.reading.runner import run
from carnegie_extract.forms.member import SavedPage

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the pages of these tests reach workers by fork"
)

TIMEOUT = 0.4
KINDS = {"bad": "not-html", "hang": "timeout", "crash": "crashed", "exit": "crashed", "eat": "out-of-memory"}
"""What a page does to its process, and the kind of error that it is told by."""


class Fake:
    """An article that is its page."""

    def __init__(self, page: str, source: str) -> None:
        self.page = page
        self.source = source

    def record(self, **_: object) -> dict[str, str]:
        return {"source": self.source, "page": self.page}


def fake_read(page: SavedPage, _: object) -> Fake:
    word, source = page.content.decode().strip(), page.source
    match word:
        case "bad":
            raise NotHtml("bad", source)
        case "hang":
            time.sleep(60)
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(3)
        case "eat":
            raise MemoryError
    return Fake(word, source)


@pytest.fixture(autouse=True)
def fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "read", fake_read)
    monkeypatch.setattr(runner, "FEW", 0)


def archive(words: list[str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for number, word in enumerate(words):
            file.writestr(f"{number}.html", word)
    return buffer.getvalue()


def write(folder: Path, files: list[list[str]]) -> list[str]:
    """A file for each list: of one word a page, of more an archive."""
    paths = []
    for number, words in enumerate(files):
        path = folder / f"{number:03}{'' if len(words) == 1 else '.zip'}"
        path.write_bytes(words[0].encode() if len(words) == 1 else archive(words))
        paths.append(str(path))
    return paths


def expected(paths: list[str], files: list[list[str]]) -> Iterator[tuple[str, str]]:
    """The source of each page, and what is told of it."""
    for path, words in zip(paths, files, strict=True):
        for number, word in enumerate(words):
            source = path if len(words) == 1 else f"{path}#{number}.html"
            yield source, KINDS.get(word, "record")


def told(events: Iterator[Event]) -> Iterator[tuple[str, str]]:
    for event in events:
        if isinstance(event, Record):
            yield event.source, "record"
        elif isinstance(event, Failure):
            yield event.source, event.kind


def events(paths: list[str], jobs: int, done: Done | None = None) -> Iterator[Event]:
    return run(iter(paths), Options(jobs=jobs, timeout=TIMEOUT), done, lambda: None)


WORDS = st.sampled_from(["good", "good", "good", "fine", "bad", "crash", "exit", "eat", "hang"])
FILES = st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=10).filter(
    lambda files: sum(words.count("hang") for words in files) <= 2
)


@settings(max_examples=200 if DEEP else 6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, st.integers(1, 4))
@example([["hang"], ["good"], ["crash", "good", "hang", "good"], ["good"]], 1)
@example([["crash"]] * 3 + [["good"]] * 5, 3)
def test_any_mixture_gives_each_page_once_in_order(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[str]], jobs: int
) -> None:
    paths = write(tmp_path_factory.mktemp("pages"), files)
    assert list(told(events(paths, jobs))) == list(expected(paths, files))


def test_what_comes_out_does_not_depend_on_the_number_of_jobs(tmp_path: Path) -> None:
    files = [["good"], ["fine", "bad", "good"], ["crash"], ["good"]] * 3
    paths = write(tmp_path, files)
    first, *others = (list(events(paths, jobs)) for jobs in (1, 2, 5))
    assert all(other == first for other in others)
    assert [event.source for event in first if isinstance(event, Begin)] == paths


def test_a_page_has_as_much_time_as_it_is_given(tmp_path: Path) -> None:
    paths = write(tmp_path, [["hang"], ["good"]])
    start = time.monotonic()
    assert [kind for _, kind in told(events(paths, 1))] == ["timeout", "record"]
    assert time.monotonic() - start < 5 * TIMEOUT


def test_workers_that_are_killed_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write(tmp_path, [["good"]] * 300)
    pools: list[pool.Pool] = []
    create = pool.Pool.__init__

    def remember(self: pool.Pool, *arguments: object) -> None:
        create(self, *arguments)  # type: ignore[arg-type]  # passed on as they are
        pools.append(self)

    monkeypatch.setattr(pool.Pool, "__init__", remember)
    found = []
    for number, event in enumerate(events(paths, 2)):
        found.append(event)
        if number % 50 == 7:
            os.kill(pools[0].workers[0].process.pid or 0, signal.SIGKILL)
    assert [event.source for event in found if isinstance(event, Record)] == paths


def test_workers_that_never_work_are_an_end_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "work", lambda *_: None)
    paths = write(tmp_path, [["good"]] * 3)
    assert [kind for _, kind in told(events(paths, 2))] == ["crashed"] * 3


def test_a_large_page_does_not_leave_a_large_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_RETIRES_AT", -1)
    paths = write(tmp_path, [["good"]] * 25)
    assert [kind for _, kind in told(events(paths, 2))] == ["record"] * 25


def test_no_worker_is_left_behind(tmp_path: Path) -> None:
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    before = children.read_text()
    stream = events(write(tmp_path, [["good"]] * 50), 2)
    for _ in range(5):
        next(stream)
    assert len(children.read_text()) > len(before)
    stream.close()  # type: ignore[attr-defined]  # it is a generator
    assert children.read_text() == before


def test_what_is_under_way_is_bounded(tmp_path: Path) -> None:
    """While the first page hangs, a bounded number of others is read ahead."""
    paths = write(tmp_path, [["hang"], *[["good"]] * 5])
    taken = itertools.count()

    def endless() -> Iterator[str]:
        for path in itertools.chain(paths, itertools.repeat(paths[-1])):
            next(taken)
            yield path

    stream = run(endless(), Options(jobs=2, timeout=TIMEOUT), None, lambda: None)
    assert [next(stream), next(stream)] == [
        Begin(paths[0]),
        Failure(paths[0], "timeout", f"took longer than {TIMEOUT} s (see --timeout)"),
    ]
    assert next(taken) < 500
    stream.close()


def test_many_records_ahead_of_a_slow_one_are_bounded_in_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_AHEAD_BYTES", 1000)
    files = [["hang"], *[["x" * 500]] * 60, ["good"] * 30]
    paths = write(tmp_path, files)
    assert list(told(events(paths, 2))) == list(expected(paths, files))


def test_idle_is_called_while_workers_work(tmp_path: Path) -> None:
    calls: list[None] = []
    paths = write(tmp_path, [["hang"]])
    list(run(iter(paths), Options(jobs=1, timeout=TIMEOUT), None, lambda: calls.append(None)))
    assert len(calls) >= 3


def test_what_is_there_already_is_not_read_again(tmp_path: Path) -> None:
    files = [["good"], ["good", "fine", "good"], ["crash"]]
    paths = write(tmp_path, files)
    done = Done()
    for source in (paths[0], f"{paths[1]}#1.html"):
        done.add(source)
    found = list(events(paths, 2, done))
    assert [event.source for event in found if isinstance(event, Kept)] == [paths[0], f"{paths[1]}#1.html"]
    left = [pair for pair in expected(paths, files) if pair[0] not in (paths[0], f"{paths[1]}#1.html")]
    assert list(told(iter(found))) == left


def test_chosen_pages_of_an_archive(tmp_path: Path) -> None:
    (path,) = write(tmp_path, [["good", "fine", "good"]])
    chosen = Members(path, frozenset([f"{path}#1.html", f"{path}#9.html"]))
    found = list(told(run(iter([chosen]), Options(), None, lambda: None)))
    assert found == [(f"{path}#1.html", "record"), (f"{path}#9.html", "unreadable-file")]


def test_cores_are_at_least_one_and_at_most_those_allowed() -> None:
    assert 1 <= usable_cores() <= len(os.sched_getaffinity(0))


@pytest.mark.parametrize(
    ("files", "cores"),
    [
        ({"cpu.max": "max 100000"}, 8),
        ({"cpu.max": "150000 100000"}, 2),
        ({"inner/cpu.max": "max 100000", "cpu.max": "300000 100000"}, 3),
        ({"cpu.max": "nonsense"}, 8),
        ({"inner/cpu.max": "1000 100000"}, 1),
    ],
)
def test_a_container_s_share_of_the_cores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], cores: int
) -> None:
    own = tmp_path / "own"
    own.write_text("0::/inner\n", encoding="utf-8")
    groups = tmp_path / "groups"
    (groups / "inner").mkdir(parents=True)
    for name, content in files.items():
        (groups / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr("carnegie_extract.batch.reading.cores._CGROUPS", groups)
    monkeypatch.setattr("carnegie_extract.batch.reading.cores._OWN_CGROUPS", own)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    assert usable_cores() == cores


def test_without_any_process_the_run_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool, "_Worker", refuse)
    assert convert(write(tmp_path, [["good"]]), Options()) == Exit.OK
    out, said = capfd.readouterr()
    assert out.count("\n") == 1
    why = "no process could be started (resource temporarily unavailable)"
    assert said == f"carnegie-extract: {why}: pages are read without one where that is safe\n"


def test_a_bug_outside_of_pages_ends_the_run_in_good_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pool.Pool, "_listen", fail)
    output = tmp_path / "out.jsonl"
    assert convert(write(tmp_path, [["good"]]), Options(output=str(output))) == Exit.FAILED
    assert "internal error: ZeroDivisionError" in capfd.readouterr().err
    assert not output.exists()
