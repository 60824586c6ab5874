"""How far a long run is, on a terminal: the only importer of rich."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from carnegie_extract.batch.names import count
from carnegie_extract.batch.paths import Path
from carnegie_extract.batch.report import Report

_WINDOW = 5.0
"""Seconds that "now" is, when a rate is told."""
_REDRAWN = 0.2
"""Seconds between two pictures."""
_PATIENCE = 0.5
"""Seconds until the first picture: a short run needs none."""
_COUNTING = 0.005
"""Seconds to go on counting files, between two pages or so: nobody should wait for a number."""


class Bar:
    """Pages, their rate, the time left, failures. It is drawn on demand: threads and forks don't mix."""

    def __init__(self, report: Report, paths: Iterator[Path] | None, *, colored: bool) -> None:
        """`paths` are all files once more, to be counted; None when they can't be read twice."""
        self._report = report
        self._uncounted = paths
        self._files = 0
        self._recent: deque[tuple[float, int]] = deque([(time.monotonic(), report.pages - report.kept)])
        self._drawn = time.monotonic() + _PATIENCE - _REDRAWN
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.fields[said]}"),
            TimeRemainingColumn(compact=True),
            TextColumn("left"),
            console=Console(file=sys.stderr, no_color=not colored),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._progress.add_task("", total=None, said="")
        self._shown = False

    def draw(self) -> None:
        """Show how far it is, unless that was shown just now."""
        self._count()
        now = time.monotonic()
        if now - self._drawn < _REDRAWN:
            return
        self._drawn = now
        self._progress.update(
            self._task,
            completed=self._report.files,
            total=None if self._uncounted is not None else max(self._files, self._report.files),
            said=self._said(now),
        )
        if not self._shown:
            self._shown = True
            self._progress.start()
        self._progress.refresh()

    def print(self, line: str) -> None:
        """Put a line above the bar."""
        self._progress.console.print(Text.from_ansi(line), soft_wrap=True)

    def close(self) -> None:
        """Leave the terminal as it was."""
        self._progress.stop()

    def _count(self) -> None:
        """Count on for a moment."""
        end = time.monotonic() + _COUNTING
        while self._uncounted is not None and time.monotonic() < end:
            if next(self._uncounted, None) is None:
                self._uncounted = None
            else:
                self._files += 1

    def _said(self, now: float) -> str:
        report = self._report
        read = report.pages - report.kept
        self._recent.append((now, read))
        while len(self._recent) > 2 and self._recent[0][0] < now - _WINDOW:
            self._recent.popleft()
        then, pages = self._recent[0]
        rate = (read - pages) / max(now - then, 1e-3)
        return f"{count(report.pages, 'page')}  {rate:,.0f}/s  {report.failures:,} failed"
