"""How quick the report of many articles is in Chromium: to open, to search, to sort, to read one.

python bench/report.py [ARTICLES]        exit 1 when something takes longer than its limit; 20,000 take a minute

The articles are those of the fixtures, with headlines, names, dates and addresses that differ.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from carnegie_extract.cli import main as command

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from browser import Browser
from corpus import cases

LIMITS = {"open": 2000, "search": 100, "sort": 500, "article": 500}
"""Milliseconds, on a machine that does nothing else."""
TIMED = "(() => { const from = performance.now(); %s; document.body.offsetHeight; return performance.now() - from; })()"
SEARCH = "const field = document.querySelector('#search'); field.value = %s; field.dispatchEvent(new Event('input'))"
QUERIES = ("p", "po", "por", "ports", "2024 arabic", "nowhere at all", "")


def records(count: int) -> Iterator[dict[str, Any]]:
    """Articles of which no two are alike."""
    draw = Random(5)
    known = [case.expected for case in cases() if case.expected["body"]]
    for number in range(count):
        record = draw.choice(known)
        words = [word[:12] for word in " ".join(record["body"]).split()]
        date = f"{draw.randint(1999, 2026)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        yield record | {
            "source": f"pages/{number:05}.html",
            "url": f"https://carnegieendowment.org/{date[:4]}/" + "-".join(draw.choices(words, k=8)),
            "headline": " ".join(draw.choices(words, k=draw.randint(5, 12))),
            "authors": [
                author | {"name": " ".join(draw.choices(words, k=2))} for author in record["authors"]
            ],
            "date": date,
        }


def made(folder: Path, count: int) -> Path:
    """The report of these articles."""
    file, report = folder / "records.jsonl", folder / "report.html"
    file.write_text("".join(json.dumps(record) + "\n" for record in records(count)), encoding="utf-8")
    if command(["-q", str(file), "--report", str(report)]):
        raise SystemExit("the report was not made")
    return report


def took(action: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def measured(window: Browser, report: Path, count: int) -> dict[str, float]:
    """The median of each: openings, searches, sorts by each column, articles all over the list."""
    opened = [took(lambda: window.open(report)) for _ in range(5)]
    first = window.evaluate(TIMED % SEARCH % json.dumps("p"))
    searched = [window.evaluate(TIMED % SEARCH % json.dumps(query)) for query in QUERIES * 3]
    heads = range(window.js("document.querySelectorAll('#articles-here th').length"))
    sort = "document.querySelectorAll('#articles-here th button')[%d].click()"
    sorts = [[window.evaluate(TIMED % sort % head) for head in heads] for _ in range(3)]
    articles = [took(lambda at=at: read(window, at)) for at in range(0, count, count // 9)]  # type: ignore[misc]
    return {
        "open": median(opened),
        "first search": first,
        "search": median(searched),
        "sort": max(map(median, zip(*sorts, strict=True))),
        "article": median(articles),
    }


def read(window: Browser, number: int) -> None:
    """Open an article, and wait until it is there."""
    window.do(f"document.querySelector('.record')?.remove(); location.hash = '#read={number}'")
    window.wait("document.querySelector('.record')")


def main(arguments: list[str]) -> int:
    """Measure, print, and return the exit code."""
    count = int(arguments[0]) if arguments else 20_000
    with tempfile.TemporaryDirectory() as folder, Browser() as window:
        report = made(Path(folder), count)
        print(f"{count:,} articles: {report.stat().st_size / 1e6:.1f} MB")
        times = measured(window, report, count)
    for name, milliseconds in times.items():
        print(f"{name:14}{milliseconds:6.0f} ms")
    return int(any(times[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
