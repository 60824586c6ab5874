"""How long `extract` takes on a paper of 300 KB, against the parser alone on the same bytes.

python bench/inprocess.py        exit 1 when the ratio is over its limit

The two run in turns, so that a busy machine slows both; medians are compared, minimums shown.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from carnegie_extract import extract

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from press import big_page

LIMIT = 2.5
RUNS = 300


def run(read: Callable[[bytes], object], page: bytes) -> float:
    """Milliseconds that reading a page takes."""
    start = time.perf_counter()
    read(page)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Measure, print, and return the exit code."""
    page = big_page()
    readers: tuple[Callable[[bytes], object], ...] = (LexborHTMLParser, extract)
    for reader in readers:
        run(reader, page)  # fills the caches
    times = [[run(reader, page) for reader in readers] for _ in range(RUNS)]
    (parser, fastest_parser), (ours, fastest) = ((median(c), min(c)) for c in zip(*times, strict=True))
    ratio = ours / parser
    print(f"{len(page) // 1000} KB; minimums: parser {fastest_parser:.2f} ms, extract {fastest:.2f} ms")
    print(f"medians: parser {parser:.2f} ms, extract {ours:.2f} ms: ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
