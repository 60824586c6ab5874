"""How long `extract` takes on 300 KB, against the parser alone on the same bytes.

python bench/inprocess.py        exit 1 when the ratio of the commentary is over its limit

Two pages of one size: a commentary as docs/pages.md describes such pages, most of whose bytes are menus and
payload, and a paper that is nothing but text, with 279 paragraphs and 36 notes. The limit is for the first;
the second shows what text costs in Python. Parser and extract run in turns, so that a busy machine slows
both; medians are compared. Where turbohtml is installed (pip install turbohtml), its generic article, title
and text without notes, authors and record, runs beside them: the peer to approach.
"""

import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

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


def peer() -> list[Callable[[bytes], object]]:
    """What finds a generic article, if it is installed."""
    if find_spec("turbohtml") is None:
        return []
    turbohtml: Any = import_module("turbohtml")
    return [lambda page: turbohtml.parse(page).article().text]


def measure(name: str, page: bytes) -> float:
    """Print what parser and extract take on a page, and return the ratio of their medians."""
    readers: tuple[Callable[[bytes], object], ...] = (LexborHTMLParser, extract, *peer())
    for reader in readers:
        run(reader, page)  # fills the caches
    times = [[run(reader, page) for reader in readers] for _ in range(RUNS)]
    parser, ours, *generic = (float(median(column)) for column in zip(*times, strict=True))
    size = len(page) // 1000
    print(f"{name}, {size} KB: parser {parser:.2f} ms, extract {ours:.2f} ms: ratio {ours / parser:.2f}")
    if generic:
        print(f"{name}: turbohtml's generic article {generic[0]:.2f} ms: ratio {generic[0] / parser:.2f}")
    return ours / parser


def main() -> int:
    """Measure, print, and return the exit code."""
    ratio = measure("commentary", typical_page())
    measure("paper", big_page())
    print(f"limit for the commentary: {LIMIT}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
