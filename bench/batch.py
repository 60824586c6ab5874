"""How quickly many pages are read: against a bare script, one job, trafilatura; the memory; and growth.

python bench/batch.py [PAGES] [TRAFILATURA]        exit 1 when a limit is missed

PAGES are 5,000 unless said otherwise: every HTML fixture with as much around it as pages of its layout have
(tests/press/dressed.py), again and again. All contenders are processes of their own that read the same files,
two at a time. TRAFILATURA is the command of an installation of its own; it takes minutes. Growth reads 1,000,
10,000 and 100,000 of the fixtures as they are; its rates are those that the command tells, without the 0.2 s
in which Python starts. Memory is the sum of what all processes have for
themselves and their shares of the rest (PSS, Linux), in millions of bytes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from corpus import html_cases
from press import dressed

PAGES = 5000
JOBS = "2"
LEAST_OF_BARE, LEAST_OF_ONE_JOB, LEAST_OF_TRAFILATURA = 0.8, 1.8, 15
MOST_MEMORY = 250
GROWTH, MOST_GROWTH = (1_000, 10_000, 100_000), 0.1
BARE = """\
import os
import sys
from multiprocessing import Pool

import orjson
from selectolax.lexbor import LexborHTMLParser


def read(path):
    with open(path, "rb") as file:
        tree = LexborHTMLParser(file.read())
    headline = tree.css_first("h1, h2")
    record = {
        "source": path,
        "headline": headline.text(strip=True) if headline else None,
        "body": [paragraph.text(strip=True) for paragraph in tree.css("p")],
    }
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    folder, jobs = sys.argv[1], int(sys.argv[2])
    paths = sorted(entry.path for entry in os.scandir(folder))
    with Pool(jobs) as pool:
        for line in pool.imap(read, paths, chunksize=16):
            sys.stdout.buffer.write(line)
"""


def main(arguments: list[str]) -> int:
    """Measure, print, and return the exit code."""
    pages = int(arguments[0]) if arguments else PAGES
    command = shutil.which("carnegie-extract", path=os.path.dirname(sys.executable))
    if command is None:
        print("Install the project into this Python first: pip install .", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        missed = contest(command, folder, pages, arguments[1:2])
        missed += growth(command, folder)
    for limit in missed:
        print(f"MISSED: {limit}")
    return 1 if missed else 0


def contest(command: str, folder: Path, pages: int, trafilatura: list[str]) -> list[str]:
    """Pages per second of each contender; the limits that were missed."""
    cases = [(dressed(case.page, case.layout), case) for case in html_cases() if is_utf8(case.page)]
    (folder / "pages").mkdir()
    for number, (page, _) in enumerate(islice(cycle(cases), pages)):
        (folder / "pages" / f"{number:06}.html").write_bytes(page)
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    given = str(folder / "pages")
    run([command, "-q", given])  # fills the caches
    bare, *_ = run([sys.executable, str(folder / "bare.py"), given, JOBS])
    ours, memory, _ = run([command, "-q", given, "--jobs", JOBS])
    alone, *_ = run([command, "-q", given, "--jobs", "1"])
    ratios = [("bare script", bare / ours, LEAST_OF_BARE), ("one job", alone / ours, LEAST_OF_ONE_JOB)]
    if trafilatura:
        options = ["--input-dir", given, "--output-dir", str(folder / "out"), "--parallel", JOBS]
        theirs, *_ = run([*trafilatura, *options, "--json", "--with-metadata"])
        ratios.append(("trafilatura", theirs / ours, LEAST_OF_TRAFILATURA))
    print(f"{pages} pages, {JOBS} jobs: {pages / ours:.0f} pages/s, {memory} MB (limit {MOST_MEMORY})")
    for contender, ratio, least in ratios:
        rate = pages / (ours * ratio)
        print(f"  {contender}: {rate:.0f} pages/s; ours is {ratio:.2f} times as quick (limit {least})")
    missed = [
        f"{contender} {ratio:.2f}, limit {least}" for contender, ratio, least in ratios if ratio < least
    ]
    return missed + ([f"memory {memory} MB"] if memory > MOST_MEMORY else [])


def growth(command: str, folder: Path) -> list[str]:
    """Pages per second for more and more pages; whether they are further apart than they may be."""
    paths = [str(case.path) for case in html_cases()]
    rates = []
    for pages in GROWTH:
        names = folder / f"{pages}.txt"
        names.write_text("".join(f"{path}\n" for path in islice(cycle(paths), pages)), encoding="utf-8")
        _, memory, said = run([command, "--jobs", JOBS, "--files-from", str(names)])
        rates.append(int(said.rstrip().rpartition(" s, ")[2].removesuffix(" pages/s").replace(",", "")))
        print(f"{pages} pages: {rates[-1]} pages/s, {memory} MB")
    apart = 1 - min(rates) / max(rates)
    print(f"growth: {apart:.0%} apart (limit {MOST_GROWTH:.0%})")
    return [f"growth {apart:.0%}"] if apart > MOST_GROWTH else []


def run(command: list[str]) -> tuple[float, int, str]:
    """Seconds that a command takes, the most memory that its processes have at once, and what it says."""
    most = [0]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        watch = threading.Thread(target=remember_memory, args=(process.pid, most), daemon=True)
        watch.start()
        _, said = process.communicate()
    return time.perf_counter() - start, most[0] // 1000, said


def remember_memory(pid: int, most: list[int]) -> None:
    """Look at the memory of a process and its children until it ends."""
    while memory := sum(map(memory_of, family(pid))):
        most[0] = max(most[0], memory)
        time.sleep(0.1)


def family(pid: int) -> list[int]:
    """A process and those that it started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in family(int(child)))]


def memory_of(pid: int) -> int:
    """Thousands of bytes that a process has for itself, and its share of the rest; 0 where nobody says."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def is_utf8(page: bytes) -> bool:
    """Whether a page can be dressed."""
    try:
        page.decode()
    except UnicodeDecodeError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
