"""Draw docs/report.png and docs/report-article.png, the pictures of a report, with Chromium.

python tests/make_report.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from browser import Browser
from corpus import ROOT, Case, cases, html_cases
from devtools import CHROMIUM
from reports import EMPTY, written

from carnegie_extract.forms.member import SavedPage
from carnegie_extract.pipeline import Trace, read
from carnegie_extract.report.entry import Entry, entry_of

DOCS = ROOT / "docs"
ARTICLE = "site-2026/commentary-en"
SUMMARY = EMPTY._replace(
    version="0.1.0",
    files=2741,
    failed={"bot-challenge": 31, "other-site": 9, "damaged": 4, "timeout": 1},
    skipped={"list-page": 214, "person-page": 88, "topic-page": 51, "not-found": 12},
)
YEARS = {
    "legacy-publication": (2007, 2023),
    "legacy-blog": (2013, 2023),
    "legacy-report": (2007, 2022),
    "carnegie-mec": (2007, 2023),
    "carnegie-ru": (2012, 2022),
    "politika-2022": (2022, 2023),
    "site-2024": (2024, 2025),
    "site-2026": (2026, 2026),
}
COUNT = 2696


def articles() -> Iterator[Entry]:
    """Many articles like those of the fixtures, spread over the years; the first is whole."""
    draw = Random(7)
    first = next(case for case in cases() if case.id == ARTICLE)
    trace = Trace()
    yield entry_of(read(SavedPage(first.page, "saved/quiet-ports.html"), trace).record(), trace)
    for number in range(1, COUNT):
        year = int(draw.triangular(2007, 2027, 2022))
        fitting = [case for case in html_cases() if YEARS[case.layout][0] <= year <= YEARS[case.layout][1]]
        yield entry_of(_like(draw.choice(fitting), year, number, draw))


def _like(case: Case, year: int, number: int, draw: Random) -> dict[str, Any]:
    warnings = [code for code in ("no-date", "date-from-url", "tags-unread") if draw.random() < 0.01]
    date = None if "no-date" in warnings else f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    source = f"saved/{case.folder.name}-{number:04}.html"
    return case.expected | {"source": source, "date": date, "warnings": warnings}


def main() -> int:
    if CHROMIUM is None:
        print("no Chromium here", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder, Browser() as window:
        report = written(Path(folder, "report.html"), articles(), SUMMARY)
        window.emulate(1180, 1050)
        window.open(report)
        (DOCS / "report.png").write_bytes(window.photograph())
        window.open(report, "#read=0")
        window.wait("document.querySelector('#lines')")
        (DOCS / "report-article.png").write_bytes(window.photograph())
    return 0


if __name__ == "__main__":
    sys.exit(main())
