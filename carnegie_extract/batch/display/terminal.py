"""Standard error: lines for users, in color if they want that."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from stat import S_ISFIFO, S_ISREG, S_ISSOCK

from carnegie_extract.batch.inputs.names import printable
from carnegie_extract.batch.options import PROGRAM, STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Bar(Protocol):
        """What is drawn below the lines: `progress.Bar`."""

        def draw(self) -> None:
            """Show how far the run is."""

        def print(self, line: str) -> None:
            """Put a line above it."""

        def close(self) -> None:
            """Leave the terminal as it was."""


_RED, _BOLD, _PLAIN = "\x1b[1;31m", "\x1b[1m", "\x1b[0m"


class Terminal:
    """Where people look. While a bar is shown, lines go above it."""

    def __init__(self, *, color: bool | None = None) -> None:
        self.bar: Bar | None = None
        self.colored = wants_color(sys.stderr) if color is None else color

    def say(self, source: str | None, text: str) -> None:
        """What went wrong, in one line: with `source`, or with the run as a whole."""
        source = "standard input" if source == STDIN else source
        self._print(self._line(None if source is None else printable(source), printable(text)))

    def note(self, text: str) -> None:
        """One line about what went well."""
        self._print(printable(text))

    def _print(self, line: str) -> None:
        if sys.stderr is None:
            return
        with suppress(OSError, ValueError):  # nobody left to tell; the exit code still does
            if self.bar is not None:
                self.bar.print(line)
            else:
                print(line, file=sys.stderr, flush=True)  # noqa: T201  # the one place that talks to people

    def _line(self, source: str | None, text: str) -> str:
        if not self.colored:
            return f"{PROGRAM}: {text}" if source is None else f"{PROGRAM}: {source}: {text}"
        about = "" if source is None else f"{_BOLD}{source}:{_PLAIN} "
        return f"{_RED}{PROGRAM}:{_PLAIN} {about}{text}"


def complain(source: str, reason: str) -> None:
    """One line, where there is no report."""
    Terminal().say(source, reason)


def is_terminal(stream: object) -> bool:
    """Whether people see what goes to a standard stream as it comes."""
    try:
        return stream is not None and stream.isatty()  # type: ignore[attr-defined]  # it is a file
    except ValueError:
        return False


def is_piped() -> bool:
    """Whether data comes down standard input: a pipe or a file, no terminal or device."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return S_ISFIFO(mode) or S_ISREG(mode) or S_ISSOCK(mode)


def is_screen(stream: object) -> bool:
    """Whether a terminal can do more than print one line after the other."""
    return os.environ.get("TERM") != "dumb" and is_terminal(stream)


def wants_color(stream: object) -> bool:
    """As terminals and https://no-color.org have it."""
    return not os.environ.get("NO_COLOR") and is_screen(stream)
