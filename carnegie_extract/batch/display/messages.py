"""Messages to users: a line for each failure, what was skipped, and the totals."""

from __future__ import annotations

import time

from carnegie_extract.base.english import count, joined
from carnegie_extract.base.errors import EmptyFolder, NoArticleInFile
from carnegie_extract.batch.inputs.entries import LeftOut
from carnegie_extract.batch.reading.events import Alone, Begin, Kept
from carnegie_extract.batch.reading.reader import ErrorLine, Failure
from carnegie_extract.formats.json_lines import encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.display.terminal import Terminal
    from carnegie_extract.batch.options import Options
    from carnegie_extract.batch.reading.events import Event
    from carnegie_extract.batch.writing.output import Lines
    from carnegie_extract.batch.writing.report_file import ReportFile

_OF_NO_PAGE = (EmptyFolder.kind, NoArticleInFile.kind)
"""Failures of a folder or file whose pages, if there are any, were counted already."""
_MANY = 100
"""So many pages are summed up even when no folder or list was named."""
_LISTED = 10
"""Failures of a kind that are reported one by one."""


class Messages:
    """Hears all that happens, in order, and tells people what they must know."""

    def __init__(self, options: Options, terminal: Terminal) -> None:
        self.files = 0
        self.articles = 0
        self.kept = 0
        self.skipped: dict[str, int] = {}
        """Pages of archives that are not articles, by kind."""
        self.failed: dict[str, int] = {}
        """What gave no record and should have, by kind: the exit code is theirs."""
        self.left_out = 0
        """Files in folders that were not read, since their names are not those of pages."""
        self.of_archives = False
        """Some file holds pages: there are more pages than files."""
        self.errors: Lines | None = None
        """Where failures go for other programs."""
        self.report: ReportFile | None = None
        """Where a person will judge the run."""
        self._options = options
        self._terminal = terminal
        self._start = time.monotonic()
        self._file: _File | None = None
        self._unlisted: dict[str, int] = {}

    @property
    def pages(self) -> int:
        """How many so far, of any kind."""
        failures = self.failures - sum(self.failed.get(kind, 0) for kind in _OF_NO_PAGE)
        return self.articles + self.kept + sum(self.skipped.values()) + failures

    @property
    def failures(self) -> int:
        """How many so far."""
        return sum(self.failed.values())

    def hear(self, event: Event) -> None:
        """Take note of what happened. Raises OutputFailed when the file of errors takes no more."""
        if isinstance(event, Begin):
            self.end_file()
            self._file = _File(event.source)
            return
        if isinstance(event, Alone):
            if not self._options.quiet:
                why = f"no process could be started ({event.reason})"
                self._terminal.say(None, f"{why}: pages are read without one where that is safe")
            return
        if isinstance(event, LeftOut):
            self.left_out += event.number
            return
        assert self._file is not None, "nothing happens before the first file"
        self.of_archives = self.of_archives or event.source != self._file.source
        if isinstance(event, Failure):
            self._fail(event, self._file)
            return
        self._file.records += 1
        if isinstance(event, Kept):
            self.kept += 1
        else:
            self.articles += 1

    def end_file(self) -> None:
        """Say what there is to say of a file as a whole."""
        file, self._file = self._file, None
        if file is None:
            return
        self.files += 1
        self._report_repeats(file)
        skipped = in_words(file.skipped)
        if not file.records and not file.failures:
            reason = f"holds no article (skipped {skipped})" if skipped else "holds no page"
            self._fail(Failure(file.source, NoArticleInFile.kind, reason), file)
        elif skipped and not self._options.quiet:
            number = sum(file.skipped.values())
            self._terminal.note(
                f"{file.source}: {count(file.records, 'article')}, {number:,} skipped ({skipped})"
            )

    def end(self) -> None:
        """Say how many failures there are of those that were not reported one by one."""
        for kind, number in self._unlisted.items():
            self._terminal.say(None, f"... and {number:,} more: {kind}")
        self._unlisted.clear()

    def summarize(self, written: list[str]) -> None:
        """Say how much was read, how quickly, and which files were written; of a few pages nobody asks."""
        self.end()
        is_short = self.pages < _MANY and not self._options.many and self.report is None
        if self._options.quiet or is_short:
            return
        seconds = time.monotonic() - self._start
        counts = [count(self.articles, "article")]
        if self.kept:
            counts.append(f"{self.kept:,} already there")
        for word, kinds in (("skipped", self.skipped), ("failed", self.failed)):
            total = f"{sum(kinds.values()):,} {word}"
            counts.append(f"{total} ({in_words(kinds)})" if kinds else total)
        if self.left_out:
            counts.append(f"{count(self.left_out, 'other file')} left out")
        read = self.pages - self.kept
        rate = f", {count(round(read / max(seconds, 1e-3)), 'page')}/s" if read else ""
        where = f"; written to {joined(written, 'and')}" if written else ""
        self._terminal.note(f"{', '.join(counts)}; {seconds:.1f} s{rate}{where}")

    def _fail(self, failure: Failure, file: _File) -> None:
        kinds = self.skipped if failure.expected else self.failed
        kinds[failure.kind] = kinds.get(failure.kind, 0) + 1
        if failure.expected:
            file.skipped[failure.kind] = file.skipped.get(failure.kind, 0) + 1
        else:
            file.failures += 1
        if self.errors is not None and (self._options.errors_all or not failure.expected):
            self.errors.write(error_line(failure))
        if self.report is not None and not failure.expected:
            self.report.fail(failure)
        if failure == file.reported:
            file.repeats += 1
            return
        self._report_repeats(file)
        if self._is_reported(failure):
            file.reported = failure
            self._terminal.say(_name(failure), failure.reason)
        elif self.errors is None and not failure.expected:
            self._unlisted[failure.kind] = self._unlisted.get(failure.kind, 0) + 1

    def _is_reported(self, failure: Failure) -> bool:
        """Whether people read of it: of pages that they named, always; else of the first of each kind."""
        if self._options.verbose or failure.source in self._options.named:
            return True
        return not failure.expected and self.errors is None and self.failed[failure.kind] <= _LISTED

    def _report_repeats(self, file: _File) -> None:
        """Repeated messages about a nameless part are counted."""
        if file.reported is not None and file.repeats:
            reason = f"{file.reported.reason} (repeated {count(file.repeats, 'more time')})"
            self._terminal.say(file.reported.source, reason)
        file.reported, file.repeats = None, 0


class _File:
    """What a file gave so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.records = 0
        self.failures = 0
        self.skipped: dict[str, int] = {}
        self.reported: Failure | None = None
        """The failure that people read last."""
        self.repeats = 0


def in_words(kinds: dict[str, int]) -> str:
    """How many of each kind, the most first: "12 list-page, 3 empty"."""
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {kind}" for kind, number in ordered)


def error_line(failure: Failure) -> bytes:
    """A failure for other programs; `--files-from` reads it too."""
    line = ErrorLine(failure.source, failure.kind, failure.reason, failure.url)
    return encode(line._asdict())


def _name(failure: Failure) -> str:
    """A page as people know it: in an archive, by its address too."""
    if failure.url is None or "#" not in failure.source or failure.url in failure.source:
        return failure.source
    return f"{failure.source} ({failure.url})"
