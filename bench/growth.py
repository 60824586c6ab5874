"""How the time that a page takes grows with the page, for pages that are made to take long.

python bench/growth.py [WORD ...]        exit 1 when the time of one grows faster than it may

Each page is doubled until it takes long enough to measure, and once more: an exponent of 1 means twice
the time, of 2 four times. What the parser takes is not counted. Words choose the pages by their names.
"""

import math
import sys
import time
from contextlib import suppress
from pathlib import Path

from carnegie_extract import ExtractionError, extract
from carnegie_extract.page import dom

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from long_pages import GENERATORS, Generator

LIMIT = 1.3
FIRST, LARGEST = 500, 16_000
LONG_ENOUGH = 0.05
"""Seconds."""
RUNS = 3


def seconds(page: bytes) -> float:
    """What reading a page takes beside parsing it: the least of some runs."""
    return max(min(_run(page) for _ in range(RUNS)), 1e-6)


def _run(page: bytes) -> float:
    start = time.process_time()
    with suppress(ExtractionError):
        extract(page)
    read = time.process_time()
    if dom.is_html(page):
        dom.parse(page)
    return read - start - (time.process_time() - read)


def exponent(generator: Generator) -> tuple[float, int, float]:
    """The exponent of a page's growth, the page's size and the seconds that it took."""
    size = FIRST
    before = seconds(generator(size))
    while True:
        size *= 2
        page = generator(size)
        after = seconds(page)
        if before > LONG_ENOUGH or size >= LARGEST:
            # What takes no time worth measuring does not grow.
            return (math.log2(after / before) if after > LONG_ENOUGH else 0.0), len(page), after
        before = after


def main(words: list[str]) -> int:
    """Measure, print, and return the exit code."""
    worst = 0.0
    for name, generator in GENERATORS.items():
        if words and not any(word in name for word in words):
            continue
        grows, size, took = exponent(generator)
        worst = max(worst, grows)
        mark = "  <--" if grows > LIMIT else ""
        print(
            f"{name:50} {size / 1000:8.0f} KB {took * 1000:8.1f} ms  exponent {grows:4.2f}{mark}", flush=True
        )
    print(f"limit {LIMIT}, worst {worst:.2f}")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
