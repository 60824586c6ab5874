"""How far a long run is, on a terminal. It and `view` are the only importers of rich."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterator

from rich.console import Console
from rich.live import Live
from rich.text import Text

from carnegie_extract.base.english import count
from carnegie_extract.batch.display.messages import Messages
from carnegie_extract.batch.inputs.entries import LeftOut, Path, Pause

_WINDOW = 5.0
"""Seconds that "now" is, for rates."""
_REDRAWN = 0.2
"""Seconds between two pictures."""
_PATIENCE = 0.5
"""Seconds until the first picture: a short run needs none."""
_COUNTING = 0.005
"""Seconds to go on counting files, between two pages or so: nobody should wait for a number."""
_SHORTEST, _LONGEST = 8, 40
"""Letters of the bar itself."""


class Bar:
    """Files, failures, time left, the rate. It is drawn on demand: threads and forks don't mix."""

    def __init__(self, messages: Messages, paths: Iterator[Path] | None, *, colored: bool) -> None:
        """`paths` are all files once more, to be counted; None when they can't be read twice."""
        self._messages = messages
        self._uncounted = paths
        self._is_counted = False
        self._files = 0
        self._recent: deque[_Moment] = deque([self._moment(time.monotonic())])
        self._drawn = time.monotonic() + _PATIENCE - _REDRAWN
        self._console = Console(file=sys.stderr, no_color=not colored)
        self._live = Live(console=self._console, auto_refresh=False, transient=True)

    def draw(self) -> None:
        """Show how far it is, unless that was shown just now."""
        self._count()
        now = time.monotonic()
        if now - self._drawn < _REDRAWN:
            return
        self._drawn = now
        self._recent.append(self._moment(now))
        while len(self._recent) > 2 and self._recent[0][0] < now - _WINDOW:
            self._recent.popleft()
        self._live.start()
        self._live.update(self._line(self._console.width), refresh=True)

    def print(self, line: str) -> None:
        """Put a line above the bar."""
        self._console.print(Text.from_ansi(line), soft_wrap=True)

    def close(self) -> None:
        """Leave the terminal as it was."""
        self._live.stop()

    def _count(self) -> None:
        """Count on for a moment."""
        end = time.monotonic() + _COUNTING
        while self._uncounted is not None and time.monotonic() < end:
            path = next(self._uncounted, None)
            if path is None:
                self._uncounted, self._is_counted = None, True
            elif not isinstance(path, Pause | LeftOut):
                self._files += 1

    @property
    def _total(self) -> int | None:
        """All files; None before they are counted."""
        return max(self._files, self._messages.files) if self._is_counted else None

    def _moment(self, now: float) -> _Moment:
        return now, self._messages.files, self._messages.pages - self._messages.kept

    def _line(self, width: int) -> Text:
        """As much as fits, what matters most first; the bar where there is room for one."""
        text = ""
        for part in self._parts():
            longer = f"{text}  {part}" if text else part
            if len(longer) < width:
                text = longer
        room = min(width - len(text) - 3, _LONGEST)
        if self._total is None or room < _SHORTEST:
            return Text(text, no_wrap=True, overflow="crop")
        done = room * self._messages.files // max(self._total, 1)
        full, empty = "=-" if self._console.options.ascii_only else "━─"
        return Text.assemble((full * done, "green"), empty * (room - done), f"  {text}", no_wrap=True)

    def _parts(self) -> Iterator[str]:
        messages, total = self._messages, self._total
        files = f"{messages.files:,} of {total:,}" if total is not None else ""
        pages = count(messages.pages, "page")
        yield f"{files} files, {pages}" if files and messages.of_archives else files or pages
        if messages.failures:
            yield f"{messages.failures:,} failed"
        (then, files_then, pages_then), (now, files_now, pages_now) = self._recent[0], self._recent[-1]
        seconds = max(now - then, 1e-3)
        if total is not None and files_now > files_then:
            yield f"{_clock((total - files_now) * seconds / (files_now - files_then))} left"
        yield f"{(pages_now - pages_then) / seconds:,.0f}/s"


_Moment = tuple[float, int, int]
"""A time, and the files and the pages that were read by then."""


def _clock(seconds: float) -> str:
    """A time as clocks show it: "0:07", "1:02:03"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
