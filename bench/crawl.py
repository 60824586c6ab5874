"""How a large crawl is read: pages per second against the same pages as files, and the memory that it takes.

python bench/crawl.py [MEGABYTES]        exit 1 when a limit is missed; 1,000 MB take two minutes and the disk

The crawl repeats the records of a WARC file that wget made. Both runs are the command as a process of its
own. Memory is the peak resident set, in millions of bytes.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LEAST_RATIO = 0.5
MOST_MEMORY = 150
FILES = 2000
SAVED = Path(__file__).parent.parent / "tests" / "fixtures" / "_saved"


def main(arguments: list[str]) -> int:
    """Measure, print, and return the exit code."""
    megabytes = int(arguments[0]) if arguments else 1000
    command = shutil.which("carnegie-extract", path=os.path.dirname(sys.executable))
    if command is None:
        print("Install the project into this Python first: pip install .", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        crawl = Path(folder) / "crawl.warc"
        records = (SAVED / "wget-warc" / "crawl.warc").read_bytes()
        with crawl.open("wb") as file:
            for _ in range(megabytes * 10**6 // len(records)):
                file.write(records)
        pages = sorted((SAVED / "chromium-dom").glob("*.html")) * (FILES // 4)
        files = rate(lambda: read(command, *map(str, pages)))
        crawled = rate(lambda: read(command, str(crawl)))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 // 10**6
    ratio = crawled / files
    print(f"files {files:.0f} pages/s; WARC of {megabytes} MB {crawled:.0f} pages/s: ratio {ratio:.2f}")
    print(f"peak memory {memory} MB (limits: ratio {LEAST_RATIO}, {MOST_MEMORY} MB)")
    return 0 if ratio >= LEAST_RATIO and memory <= MOST_MEMORY else 1


def read(command: str, *paths: str) -> int:
    """How many records the command prints for `paths`."""
    with subprocess.Popen([command, *paths], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        return sum(1 for _ in process.stdout)


def rate(run: Callable[[], int]) -> float:
    """Pages per second."""
    start = time.perf_counter()
    count = run()
    return count / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
