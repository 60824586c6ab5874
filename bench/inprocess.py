"""How long `extract` takes on 300 KB, against the parser alone on the same bytes.

python bench/inprocess.py        exit 1 when the ratio of the commentary is over its limit

Two pages of one size: a commentary as docs/pages.md describes such pages, most of whose bytes are menus and
payload, and a paper that is nothing but text, with 279 paragraphs and 36 notes. The limit is for the first;
the second shows what text costs in Python. Parser and extract run in turns, so that a busy machine slows
both; medians are compared.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from carnegie_extract import extract

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from press import big_page, typical_page

LIMIT = 2
RUNS = 300


def run(read: Callable[[bytes], object], page: bytes) -> float:
    """Milliseconds that reading a page takes."""
    start = time.perf_counter()
    read(page)
    return (time.perf_counter() - start) * 1000


def measure(name: str, page: bytes) -> float:
    """Print what parser and extract take on a page, and return the ratio of their medians."""
    readers: tuple[Callable[[bytes], object], ...] = (LexborHTMLParser, extract)
    for reader in readers:
        run(reader, page)  # fills the caches
    times = [[run(reader, page) for reader in readers] for _ in range(RUNS)]
    parser, ours = (float(median(column)) for column in zip(*times, strict=True))
    size = len(page) // 1000
    print(f"{name}, {size} KB: parser {parser:.2f} ms, extract {ours:.2f} ms: ratio {ours / parser:.2f}")
    return ours / parser


def main() -> int:
    """Measure, print, and return the exit code."""
    ratio = measure("commentary", typical_page())
    measure("paper", big_page())
    print(f"limit for the commentary: {LIMIT}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
