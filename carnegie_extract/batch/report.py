"""What people are told: a line for each failure, what was passed over, the sum of it all."""

from __future__ import annotations

import time

import orjson

from carnegie_extract.batch.names import count
from carnegie_extract.batch.reader import Failure
from carnegie_extract.batch.runner import Alone, Begin, Kept
from carnegie_extract.errors import NoArticle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.options import Options
    from carnegie_extract.batch.output import Lines
    from carnegie_extract.batch.runner import Event
    from carnegie_extract.batch.terminal import Terminal

_MANY = 100
"""So many pages are summed up even when no folder or list was named."""


class Report:
    """Hears all that happens, in order, and tells people what they must know."""

    def __init__(self, options: Options, terminal: Terminal) -> None:
        self.files = 0
        self.articles = 0
        self.kept = 0
        self.failures = 0
        """What gave no record and should have: what the exit code tells of."""
        self.refused: dict[str, int] = {}
        """Pages without a record, by kind."""
        self.errors: Lines | None = None
        """Where failures go for other programs."""
        self._options = options
        self._terminal = terminal
        self._start = time.monotonic()
        self._file: _File | None = None

    @property
    def pages(self) -> int:
        """How many so far, of whatever kind."""
        return self.articles + self.kept + sum(self.refused.values())

    def hear(self, event: Event) -> None:
        """Take note of what happened. Raises OutputFailed when the file of errors takes no more."""
        if isinstance(event, Begin):
            self.end_file()
            self._file = _File(event.source)
            return
        if isinstance(event, Alone):
            if not self._options.quiet:
                said = f"no process could be started ({event.reason}): the pages are read in this one"
                self._terminal.say(None, said)
            return
        assert self._file is not None, "nothing happens before the first file"
        if isinstance(event, Failure):
            self.refused[event.kind] = self.refused.get(event.kind, 0) + 1
            self._fail(event, self._file)
        elif isinstance(event, Kept):
            self.kept += 1
            self._file.records += 1
        else:
            self.articles += 1
            self._file.records += 1

    def end_file(self) -> None:
        """Say what there is to say of a file as a whole."""
        file, self._file = self._file, None
        if file is None:
            return
        self.files += 1
        self._tell_repeats(file)
        if not file.records and not file.failures:
            passed_over = f": passed over {in_words(file.passed_over)}" if file.passed_over else ""
            self._fail(Failure(file.source, NoArticle.kind, f"no article in it{passed_over}"), file)
        elif file.passed_over and not self._options.quiet:
            records = count(file.records, "record")
            self._terminal.say(file.source, f"{records}; passed over {in_words(file.passed_over)}")

    def summarize(self) -> None:
        """Say how much was read and how quickly; of a few pages nobody asks."""
        if self._options.quiet or (self.pages < _MANY and not self._options.many):
            return
        seconds = time.monotonic() - self._start
        said = [f"{count(self.pages, 'page')}: {count(self.articles, 'article')}"]
        if self.kept:
            said.append(f"{self.kept:,} there already")
        if self.refused:
            said.append(f"{sum(self.refused.values()):,} refused ({in_words(self.refused)})")
        rate = (self.pages - self.kept) / max(seconds, 1e-3)
        said.append(f"{seconds:.1f} s, {rate:,.0f} pages/s")
        self._terminal.say(None, ", ".join(said))

    def _fail(self, failure: Failure, file: _File) -> None:
        if failure.expected:
            file.passed_over[failure.kind] = file.passed_over.get(failure.kind, 0) + 1
            if not self._options.verbose:
                return
        else:
            self.failures += 1
            file.failures += 1
            if self.errors is not None:
                self.errors.write(error_line(failure))
        if failure == file.told:
            file.repeats += 1
            return
        self._tell_repeats(file)
        file.told = failure
        self._terminal.say(failure.source, failure.reason)

    def _tell_repeats(self, file: _File) -> None:
        """What is said of a nameless part again and again is counted."""
        if file.told is not None and file.repeats:
            self._terminal.say(file.told.source, f"{file.told.reason} ({file.repeats} times more)")
        file.repeats = 0


class _File:
    """What a file gave so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.records = 0
        self.failures = 0
        self.passed_over: dict[str, int] = {}
        self.told: Failure | None = None
        self.repeats = 0


def in_words(kinds: dict[str, int]) -> str:
    """How many of each kind, the most first: "12 list-page, 3 empty"."""
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {kind}" for kind, number in ordered)


def error_line(failure: Failure) -> bytes:
    """A failure for other programs; `--files-from` reads it too."""
    said = {"source": failure.source, "error": failure.kind, "message": failure.reason}
    return orjson.dumps(said, option=orjson.OPT_APPEND_NEWLINE)
