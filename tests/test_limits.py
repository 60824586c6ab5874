"""The limits on time and memory hold for one page as for many, in this process and in others."""

import gzip
import io
import signal
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus import DEEP, html_cases
from processes import unread, wait_for
from test_command import ENVIRONMENT, OTHER, PAGE, records, start
from warm import run

from carnegie_extract.base.errors import Damaged
from carnegie_extract.batch.convert import Exit
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading import reader
from carnegie_extract.batch.reading.light import is_light
from carnegie_extract.batch.reading.limits import Watch
from carnegie_extract.batch.reading.reader import fits_here
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import Member, SavedPage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it lacks the signals")

RUN = "\nfrom carnegie_extract.command import run\nrun()\n"
FORKS = """
import os
left = {left}
fork = os.fork
def limited():
    global left
    if not left:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    left -= 1
    return fork()
os.fork = limited
"""
SLOW = """
from carnegie_extract.batch.reading import reader
whole = reader.read
def read(page, trace):
    if b"{word}" in page.content:
        {busy}
    return whole(page)
reader.read = read
"""
BUSY = {
    "Python": "while True: pass",
    "a pattern": "import re; re.match('(a+)+$', 'a' * 60 + 'b')",
    "one that forgives": "[0 for _ in iter(int, 1) if forgive()]",
}
HERE = """
from carnegie_extract.batch.reading import reader
reader._LEAST_TIME = 0
"""
FORGIVE = """
def forgive():
    try:
        while True: pass
    except Exception:
        pass
"""


def started(program: str, *arguments: str | Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", program + RUN, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)


def ran(program: str, *arguments: str | Path) -> tuple[int, list[str], list[str]]:
    """Exit code, the sources of records, and what was said."""
    done = run(*arguments, program=program)
    sources = [str(record["source"]) for record in records(done.stdout)]
    return done.returncode, sources, done.stderr.decode().splitlines()


# Without processes

ALONE = (
    "carnegie-extract: no process could be started (resource temporarily unavailable): "
    "pages are read without one where that is safe"
)


@pytest.mark.parametrize("jobs", ["1", "4"])
def test_where_no_process_can_be_started_pages_are_read_in_this_one(jobs: str) -> None:
    paths = [PAGE, OTHER] * 10
    assert ran(FORKS.format(left=0), "-j", jobs, *paths) == (Exit.OK, [str(path) for path in paths], [ALONE])


def test_quiet_says_nothing_of_it() -> None:
    assert ran(FORKS.format(left=0), "-q", *[PAGE] * 9) == (Exit.OK, [str(PAGE)] * 9, [])


def heavy(path: Path) -> Path:
    path.write_bytes(b"<html><title>Carnegie</title><svg><foreignObject>" + b"<div>" * 100_000)
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_process_can_be_started_later_in_the_run(tmp_path: Path, jobs: int) -> None:
    slow = [heavy(tmp_path / f"{number}.html") for number in range(jobs)]
    paths = [*[PAGE] * 5, *slow, *[OTHER] * 30]
    code, sources, said = ran(HERE + FORKS.format(left=jobs), "-j", str(jobs), "--timeout", "0.5", *paths)
    assert (code, sources) == (Exit.FAILED, [str(path) for path in paths if path not in slow])
    assert said == [
        *(f"carnegie-extract: {path}: took longer than 0.5 s (see --timeout)" for path in slow),
        ALONE,
    ]


def test_a_page_that_this_process_could_die_of_is_named(tmp_path: Path) -> None:
    slow = heavy(tmp_path / "slow.html")
    code, sources, said = ran(FORKS.format(left=0), PAGE, slow, OTHER)
    assert (code, sources) == (Exit.FAILED, [str(PAGE), str(OTHER)])
    assert said == [
        ALONE,
        f"carnegie-extract: {slow}: it can be read safely only in a process of its own, and none could be "
        "started: resource temporarily unavailable",
    ]


def test_long_pages_and_short_limits_need_no_process_where_there_is_none(tmp_path: Path) -> None:
    """A report with hundreds of notes, a page with its pictures in it, any page under limits that are hard to keep."""
    notes, pictures = tmp_path / "notes.html", tmp_path / "pictures.html"
    mark = b"</main>"
    notes.write_bytes(PAGE.read_bytes().replace(mark, b"<p>A note.<br></p>" * 2_500 + mark))
    picture = b'<img alt="" src="data:image/png;base64,' + b"QUJD" * 2**20 + b'">'
    pictures.write_bytes(PAGE.read_bytes().replace(mark, picture * 2 + mark))
    paths = [PAGE, notes, pictures, *[OTHER] * 7]
    for limits in ([], ["--timeout", "4"], ["--max-memory", "900M"]):
        assert ran(FORKS.format(left=0), *limits, *paths) == (Exit.OK, [str(path) for path in paths], [ALONE])


# A page in this process


@pytest.mark.parametrize("busy", BUSY.values(), ids=BUSY)
@pytest.mark.parametrize("here", ["", HERE], ids=["in another process", "in this process"])
def test_a_slow_page_among_few_costs_itself_alone(tmp_path: Path, busy: str, here: str) -> None:
    slow = tmp_path / "slow.html"
    slow.write_bytes(PAGE.read_bytes() + b"<!-- endless -->")
    begun = time.monotonic()
    program = here + FORGIVE + SLOW.format(word="endless", busy=busy)
    code, sources, said = ran(program, "--timeout", "0.5", PAGE, slow, OTHER)
    assert (code, sources) == (Exit.FAILED, [str(PAGE), str(OTHER)])
    assert said == [f"carnegie-extract: {slow}: took longer than 0.5 s (see --timeout)"]
    assert time.monotonic() - begun > 0.5


def test_a_page_that_eats_memory_in_this_process_costs_itself_alone(tmp_path: Path) -> None:
    hungry = tmp_path / "hungry.html"
    hungry.write_bytes(PAGE.read_bytes() + b"<!-- endless -->" + b" " * 70_000)
    program = SLOW.format(word="endless", busy="x = [bytes(10**7) for _ in range(200)]")
    code, sources, said = ran(program, PAGE, hungry, OTHER)
    assert (code, sources) == (Exit.FAILED, [str(PAGE), str(OTHER)])
    assert said == [f"carnegie-extract: {hungry}: out of memory (see --max-memory)"]


def test_ctrl_c_is_heard_while_one_page_is_read() -> None:
    program = SLOW.format(word="<", busy="os.write(2, b'reading\\n')\n        while True: pass")
    with started("import os\n" + program, PAGE) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"reading\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == Exit.INTERRUPTED


# What is light

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
Kind = Callable[[int], str]
KINDS: dict[str, Kind] = {
    "attributes": lambda n: f"<p {' '.join(map(_name, range(n)))}>",
    "attributes behind a quoted end of tag": lambda n: f"<p a='>' {' '.join(map(_name, range(n)))}>",
    "attributes that hide in quotes": lambda n: '<p =" b=">" ' + " ".join(map(_name, range(n))) + ">",
    "attributes that hold ends": lambda n: "<p " + " ".join(f"{_name(i)}='>'" for i in range(n)) + ">",
    "attributes of end tags": lambda n: f"</p {' '.join(map(_name, range(n)))}>",
    "attributes of roots": lambda n: "".join(f"<body {_name(i)}>" for i in range(n)),
    "boxes": lambda n: "<div>" * n,
    "lists": lambda n: "<ul><li>" * n,
    "tables": lambda n: "<table><td>" * n,
    "rubies": lambda n: "<ruby>" + "<rt>" * n,
    "menus": lambda n: "<select><optgroup>" * n,
    "choices": lambda n: "<select>" + "<option>" * n,
    "templates": lambda n: "<template>" * n,
    "ends of paragraphs": lambda n: "<div>" * n + "</p>" * n,
    "ends of what is not open": lambda n: "<div>" * n + "</x>" * n,
    "formatting in paragraphs": lambda n: "<p>" + _bold(n) + "<p>x" * n,
    "formatting in lower and upper case": lambda n: "<p>" + _bold(n).replace("<b", "<B") + "<p>x" * n,
    "formatting that is closed, it seems": lambda n: (
        "<p>" + "".join(f"<b {i} x='>x</b>'>" for i in range(n)) + "<p>x" * n
    ),
    "some formatting in many paragraphs": lambda n: "<p>" + _bold(20) + "<p>x" * n,
    "formatting without attributes": lambda n: "<p>" + "<b><i><u><s><em><code>" * 3 + "<p>x" * n,
    "formatting moved about": lambda n: _bold(20) + "<div>" * n + "</b>x" * n,
    "formatting alike moved about": lambda n: "<b x>" * 3 + "<b>" * 3 + "<div>" * n + "</b>x" * n,
    "all formatting moved about": lambda n: (
        "<b><big><code><em><font><i><s><small><strong><tt><u>" * 3
        + "<div>" * n
        + "</b></i></em></u>x" * (n // 4)
    ),
    "formatting in tables": lambda n: "<table>" + _bold(n) + "<tr>x" * n,
    "a long attribute of a link": lambda n: f"<p><a x={'A' * n}>" + "<p>x" * (n // 10),
    "a long attribute of formatting": lambda n: f"<p><b x={'A' * n}>" + "<p>x" * (n // 10),
    "many attributes of formatting": lambda n: (
        f"<p><b {' '.join(map(_name, range(n)))}>" + "<p>x" * (n // 10)
    ),
    "text": lambda n: "x" * n,
}
PARSE = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
from carnegie_extract.page import dom
page = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
dom.parse(page)
os._exit(0)
"""


def _name(number: int) -> str:
    return "".join(_LETTERS[number // 36**place % 36] for place in (3, 2, 1, 0))


def _bold(count: int) -> str:
    return "".join(f"<b {number}>" for number in range(count))


def _page(kind: Kind, count: int, padding: int) -> bytes:
    return ("<!doctype html><title>x</title>" + kind(count) + " " * padding).encode()


@pytest.mark.parametrize("padding", [0, 70_000] if DEEP else [0])
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_heaviest_light_page_of_its_kind_is_parsed_within_the_limits(kind: Kind, padding: int) -> None:
    most = 2
    while most < 2**16 and is_light(_page(kind, most, padding)):
        most *= 2
    least = most // 2
    while least < most:
        count = (least + most + 1) // 2
        least, most = (count, most) if is_light(_page(kind, count, padding)) else (least, count - 1)
    assert run(stdin=_page(kind, least, padding), program=PARSE).returncode == 0


def test_what_takes_long_to_look_at_is_not_light() -> None:
    page = SavedPage(b"<!doctype html>" + b"<a x='" * 5_400 + b"y" * 3_000_000, "page.html")
    begun = time.monotonic()
    assert not fits_here(page, Options())
    assert time.monotonic() - begun < 5


def test_no_fixture_needs_a_process_of_its_own() -> None:
    assert [case.id for case in html_cases() if not is_light(case.page)] == []


def test_wide_letters_hide_no_tags() -> None:
    page = "<!doctype html>" + _bold(400) + "<p>x" * 4000
    assert not is_light(page.encode())
    assert not is_light(page.encode("utf-16"))


# Containers


def zeros(head: bytes, megabytes: int) -> bytes:
    """A gzip file in a gzip file: `head`, and zeros without end."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = pack.compress(head) + pack.flush(zlib.Z_FULL_FLUSH)
    piece = pack.compress(bytes(2**20)) + pack.flush(zlib.Z_FULL_FLUSH)
    return gzip.compress(b"\x1f\x8b\x08" + bytes(6) + b"\xff" + first + piece * megabytes)


@pytest.mark.parametrize("before", [0, 9], ids=["among few", "among many"])
def test_a_container_that_gives_nothing_for_long_is_stopped(tmp_path: Path, before: int) -> None:
    path = tmp_path / "crawl.warc.gz.gz"
    record = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 99999999999\r\n\r\n"
    path.write_bytes(zeros(record, 30_000))
    code, sources, said = ran("", "--timeout", "0.5", *[PAGE] * before, path, OTHER)
    assert (code, sources) == (Exit.FAILED, [*[str(PAGE)] * before, str(OTHER)])
    assert said == [f"carnegie-extract: {path}: took longer than 0.5 s (see --timeout)"]


def test_a_container_that_comes_slowly_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pages.tar"
    with tarfile.open(path, "w") as archive:
        archive.add(PAGE, "a.html")
        archive.add(OTHER, "b.html")
    content = path.read_bytes()
    with start("--timeout", "1", "-", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(content[:5000])
        process.stdin.flush()
        wait_for(lambda: unread(process.stdin) == 0)
        time.sleep(1.5)  # more than it may take
        out, said = process.communicate(content[5000:], timeout=60)
    assert ([record["source"] for record in records(out)], said) == (["-#a.html", "-#b.html"], b"")


def nested(depth: int, width: int) -> bytes:
    """Zip archives in zip archives, each twenty times over."""
    content, name = b"<html>x" + b" " * 10_000, "x.html"
    for _ in range(depth):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(width):
                archive.writestr(f"{number}-{name}", content)
        content, name = held.getvalue(), "x.zip"
    return content


def test_archives_in_archives_give_no_more_than_one_may(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(nested(5, 20))
    _, sources, said = ran("", "--max-page-size", "1M", path, PAGE)
    assert sources == [str(PAGE)]
    assert f"{path}: unpacks to more than 150 times its size; the rest was not read" in said[0]


@pytest.mark.parametrize("length", [900_000, 1_100_000], ids=["pages", "too large to be pages"])
def test_entries_that_are_all_blanks_end_an_archive_and_what_came_before_is_kept(
    length: int, tmp_path: Path
) -> None:
    path = tmp_path / "blanks.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(PAGE, "first.html")
        for number in range(200):
            archive.writestr(f"{number}.html", b"<html>" + b" " * length)
        archive.write(PAGE, "last.html")
    for others in ([], [PAGE] * 9):
        code, sources, said = ran("", "-q", "--max-page-size", "1M", path, *others)
        assert sources == [f"{path}#first.html", *map(str, others)]
        says = f"carnegie-extract: {path}: unpacks to more than 150 times its size; the rest was not read"
        assert (code, said.count(says)) == (Exit.FAILED, 1)
        assert len(said) <= 12, "ten failures of a kind, and their number"


def test_an_archive_of_many_small_pages_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "pages.tar.xz"
    page = PAGE.read_bytes()[:30_000]
    with tarfile.open(path, "w:xz", preset=1) as archive:
        for number in range(1500):
            info = tarfile.TarInfo(f"{number}.html")
            content = page + " ".join(f"{number * each:x}" for each in range(1, 150)).encode()
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    assert 40 * path.stat().st_size < 1500 * len(page), "much of it is alike"
    pages = reader.found(str(path), Options(max_page_size=2**20), Watch())
    assert sum(isinstance(each, SavedPage) for each in pages) == 1500


def overlapping(count: int) -> bytes:
    """One entry, to which the directory points again and again."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(PAGE, "a.html")
        archive.filelist *= count
    return held.getvalue()


def test_entries_that_overlap_are_refused_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(overlapping(500))
    code, sources, said = ran("", path, PAGE)
    assert (code, sources) == (Exit.FAILED, [str(PAGE)])
    assert said == [f"carnegie-extract: {path}: entries of the zip archive overlap"]


def message(part: bytes) -> bytes:
    return b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n' + part + b"\n--b--\n"


HTML = b"\n--b\nContent-Type: text/html\n"
MESSAGES = {
    "semicolons": message(b"\n--b\nContent-Type: text/html" + b";" * 3_000_000 + b"\n\n<p>x"),
    "spaces": message(b"\n--b\nContent-Type: text/html" + b" " * 3_000_000 + b"\n\n<p>x"),
    "a header without end": message(b"\n--b\n" + b"Content-Type: text/html\n" * 200_000),
    "parts": message(b"\n--b\nContent-Type: text/css\n\nx" * 300_000 + HTML + b"\n<p>x"),
    "almost boundaries": message(HTML + b"\n" + b"\n--b " * 500_000),
    "lines of a coding": message(
        HTML + b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=3D " * 1_000_000
    ),
    "empty lines": message(HTML + b"\n" + b"\n" * 5_000_000),
}


@pytest.mark.parametrize("content", MESSAGES.values(), ids=MESSAGES)
def test_a_message_takes_time_as_it_is_long(content: bytes) -> None:
    begun = time.process_time()
    found = list(pages(Member(io.BytesIO(content), "file", "file", rewinds=True)))
    assert len(found) == 1
    assert time.process_time() - begun < 3


def crawl(body: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:1>\r\nContent-Length: %d\r\n\r\n"
    return head % len(block) + block + b"\r\n\r\n"


@pytest.mark.parametrize(
    "body",
    [
        b"ffffffffffffffff\r\n<p>x\r\n0\r\n\r\n",
        b"f" * 99 + b"\r\n<p>x\r\n0\r\n\r\n",
        b"3\r\n<p>x\r\n0\r\n\r\n",
        b"5\r\n<p>x\r\n0\r\n\r\n",
        b"6\r\n<p>x\r\n1\r\ny\r\n0\r\n\r\n",
        b"4\r\n<p>x\r\n",
    ],
)
def test_lengths_of_chunks_that_lie_are_damage(body: bytes) -> None:
    (found,) = pages(Member(io.BytesIO(crawl(body)), "file", "file", rewinds=True))
    assert isinstance(found, Damaged)


def lists_that_share(lists: int) -> bytes:
    """A binary property list of lists that share a million bytes."""
    count = 2**20
    body = b"bplist00" + b"\xaf\x12" + struct.pack(">I", lists) + bytes(range(1, lists + 1))
    shared = len(body)
    body += b"\xaf\x12" + struct.pack(">I", count) + bytes([lists + 1]) * count
    last = len(body)
    places = [len(b"bplist00"), *[shared] * lists, last]
    table = b"".join(struct.pack(">I", place) for place in places)
    trailer = bytes(6) + bytes([4, 1]) + struct.pack(">QQQ", len(places), 0, last + 1)
    return body + b"\x08" + table + trailer


def test_a_property_list_that_eats_memory_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.webarchive"
    path.write_bytes(lists_that_share(200))
    _, sources, said = ran("", "--max-memory", "200M", path, PAGE)
    assert sources == [str(PAGE)]
    assert said == [f"carnegie-extract: {path}: out of memory (see --max-memory)"]


def test_a_property_list_that_takes_long_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.webarchive"
    path.write_bytes(lists_that_share(200))
    _, sources, said = ran("", "--timeout", "0.5", path, PAGE)
    assert sources == [str(PAGE)]
    assert said == [f"carnegie-extract: {path}: took longer than 0.5 s (see --timeout)"]
