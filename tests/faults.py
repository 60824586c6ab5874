"""Faults at random moments of a run: what is written must be whole, and nothing may be lost.

python tests/faults.py [FAULTS] [SEED]        exit 1 when something was lost or torn

Each fault is a run of the command that is disturbed, most of them followed by one that continues it. What
they wrote is compared with what an undisturbed run writes. Where it may, the script fills a small file system
of its own; else the disk is full when the process may write no more.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import zstandard
from warm import ENVIRONMENT

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
COMMAND = [sys.executable, "-m", "carnegie_extract", "--quiet"]
DISTURBED = {**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"}
"""What a disturbed run leaves half written, no later one imports."""
ENDINGS = ("", ".gz", ".zst")
PAGES = 150
MOST_SECONDS = 60


class Lost(Exception):
    """What a fault has cost."""


class Scene:
    """A folder of pages, good and bad, alone and in an archive, and the records that they give."""

    def __init__(self, folder: Path, chance: random.Random, pages: int = PAGES) -> None:
        self.folder = folder
        self.chance = chance
        self.processes: list[subprocess.Popen[bytes]] = []
        self.pages = folder / "pages"
        self.pages.mkdir()
        sources = sorted(FIXTURES.glob("*/*/page.html")) + sorted(FIXTURES.glob("_rejected/*/*.html"))
        for number in range(pages):
            shutil.copy(chance.choice(sources), self.pages / f"{number:04}.html")
        shutil.copy(FIXTURES / "_saved" / "zip" / "pages.zip", self.pages / "0050.zip")
        start = time.monotonic()
        self.whole = subprocess.run(
            [*COMMAND, self.pages], capture_output=True, check=False, env=ENVIRONMENT
        ).stdout
        self.seconds = time.monotonic() - start
        self.lines = self.whole.splitlines(keepends=True)

    def start(self, *arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
        """A run that is to be disturbed; its workers are killed with it."""
        jobs = str(self.chance.choice((1, 2, 3)))
        process: subprocess.Popen[bytes] = subprocess.Popen(
            [*COMMAND, self.pages, "--jobs", jobs, *arguments],
            stdout=options.get("stdout", subprocess.DEVNULL),  # type: ignore[call-overload]  # as Popen takes it
            stderr=subprocess.DEVNULL,
            env=DISTURBED,
            preexec_fn=options.get("preexec_fn"),  # noqa: PLW1509  # there are no threads
        )
        self.processes.append(process)
        return process

    def moment(self) -> float:
        """Seconds until something happens, within a run or just behind it."""
        return self.chance.uniform(0, self.seconds * 1.1)

    def must_be_whole(self, content: bytes) -> None:
        """Raises Lost unless these are all records in their order."""
        if content != self.whole:
            raise Lost(f"{len(content)} bytes instead of {len(self.whole)}")

    def must_begin(self, content: bytes, *, lines: bool = True) -> None:
        """Raises Lost unless the records begin so, and end with a line when `lines`."""
        if not self.whole.startswith(content) or (lines and content and not content.endswith(b"\n")):
            raise Lost(f"torn after {len(content)} bytes")

    def must_be_continued(self, output: Path) -> None:
        """Raises Lost unless what is there is right, and the same command with --resume does the rest."""
        part = Path(f"{output}.part")
        if part.exists():
            self.must_begin(unpacked(part, whole=False), lines=False)
        if output.exists():
            self.must_be_whole(unpacked(output))
        subprocess.run(
            [*COMMAND, self.pages, "-o", output, "--resume"],
            capture_output=True,
            check=False,
            env=ENVIRONMENT,
        )
        self.must_be_whole(unpacked(output))
        if part.exists():
            raise Lost(f"{part} is left")


def unpacked(path: Path, *, whole: bool = True) -> bytes:
    """The lines of a file; of one that is cut off, those up to there."""
    content = path.read_bytes()
    name = path.name.removesuffix(".part")
    if name.endswith(".gz") and whole:
        return gzip.decompress(content)
    if name.endswith(".gz"):
        pieces = []
        while content:
            unpacker = zlib.decompressobj(31)
            pieces.append(unpacker.decompress(content))
            content = unpacker.unused_data
        return b"".join(pieces)
    if name.endswith(".zst"):
        with zstandard.ZstdDecompressor().stream_reader(content, read_across_frames=True) as reader:
            return reader.read()
    return content


def kill_workers(scene: Scene) -> None:
    """Some workers are killed, again and again."""
    kills = scene.chance.randrange(1, 6)
    with scene.start(stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        content = process.stdout.readline()
        while kills and process.poll() is None:
            with suppress(OSError, IndexError):
                children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
                os.kill(int(scene.chance.choice(children)), signal.SIGKILL)
                kills -= 1
            content += process.stdout.read(scene.chance.randrange(1, 2 * len(scene.whole) // 5))
        content += process.stdout.read()
    scene.must_be_whole(content)


def interrupt(scene: Scene) -> None:
    """Ctrl-C, or a request to end."""
    output = scene.folder / f"out.jsonl{scene.chance.choice(ENDINGS)}"
    with scene.start("-o", output) as process:
        time.sleep(scene.moment())
        process.send_signal(scene.chance.choice((signal.SIGINT, signal.SIGTERM)))
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Lost("it does not end") from None
    scene.must_be_continued(output)


def interrupt_a_pipe(scene: Scene) -> None:
    """Ctrl-C while another program reads."""
    with scene.start(stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        content = process.stdout.readline()
        time.sleep(scene.moment() / 2)
        process.send_signal(signal.SIGINT)
        time.sleep(scene.chance.choice((0, 0.2)))
        content += process.stdout.read()
    scene.must_begin(content)


def kill_the_run(scene: Scene) -> None:
    """The whole of it is killed, and can tell nobody."""
    output = scene.folder / f"out.jsonl{scene.chance.choice(ENDINGS)}"
    with scene.start("-o", output) as process:
        time.sleep(scene.moment())
        process.kill()
    scene.must_be_continued(output)


def close_the_pipe(scene: Scene) -> None:
    """The reader goes when he has read enough."""
    enough = scene.chance.randrange(len(scene.whole))
    with scene.start(stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        content = process.stdout.read(enough)
        process.stdout.close()
        code = process.wait(10)
    scene.must_begin(content, lines=False)
    if code not in (0, 1):
        raise Lost(f"exit code {code}")


def fill_the_disk(scene: Scene) -> None:
    """There is no more room; then there is."""
    room = scene.chance.randrange(1, len(scene.whole))
    with disk(scene.folder / "disk", room) as limit:
        output = scene.folder / "disk" / f"out.jsonl{scene.chance.choice(ENDINGS)}"
        with scene.start("-o", output, preexec_fn=limit) as process:
            process.wait(30)
        left = {path.name: path.read_bytes() for path in output.parent.iterdir()}
    (scene.folder / "room").mkdir()
    for name, content in left.items():
        (scene.folder / "room" / name).write_bytes(content)
    part = scene.folder / "room" / f"{output.name}.part"
    if part.exists():
        scene.must_begin(unpacked(part))
    scene.must_be_continued(scene.folder / "room" / output.name)


def fill_the_disk_of_standard_output(scene: Scene) -> None:
    """As that, where the shell opened the file."""
    room = scene.chance.randrange(1, len(scene.whole))
    with disk(scene.folder / "disk", room) as limit:
        output = scene.folder / "disk" / "out.jsonl"
        with output.open("wb") as file, scene.start(stdout=file, preexec_fn=limit) as process:
            if process.wait(30) != 1:
                raise Lost("a full disk is no failure")
        scene.must_begin(output.read_bytes())


FAULTS: tuple[Callable[[Scene], None], ...] = (
    kill_workers,
    interrupt,
    interrupt_a_pipe,
    kill_the_run,
    close_the_pipe,
    fill_the_disk,
    fill_the_disk_of_standard_output,
)


@contextmanager
def disk(folder: Path, room: int) -> Iterator[Callable[[], None] | None]:
    """A place with so many bytes of room, or else what makes a process believe that."""
    folder.mkdir()
    size = max(room // 4096, 1) * 4096
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    mounted = os.geteuid() == 0 and not subprocess.run(command, capture_output=True, check=False).returncode
    try:
        yield None if mounted else (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def inject(fault: Callable[[Scene], None], seed: int, pages: int = PAGES) -> None:
    """Disturb one run. Raises Lost."""
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene(Path(folder), random.Random(seed), pages)

        def end(*_: object) -> None:
            for process in scene.processes:
                process.kill()
            raise Lost("it does not end")

        signal.signal(signal.SIGALRM, end)
        signal.alarm(MOST_SECONDS)
        try:
            fault(scene)
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)


def main(arguments: list[str]) -> int:
    """Disturb many runs, print what that has cost, and return the exit code."""
    number, seed = [*map(int, arguments), *(350, int(time.time()))[len(arguments) :]]
    lost: Counter[str] = Counter()
    for at in range(seed, seed + number):
        fault = FAULTS[at % len(FAULTS)]
        try:
            inject(fault, at)
        except Lost as error:
            lost[fault.__name__] += 1
            print(f"{fault.__name__}, seed {at}: {error}", flush=True)
    print(json.dumps({"faults": number, "seed": seed, "lost": dict(lost)}))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
