"""Paths in, lines out: reads, writes and tells, until all is done or something ends it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from enum import IntEnum

from carnegie_extract.batch.names import count
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.output import OutputFailed, standard_output
from carnegie_extract.batch.reader import Record, os_reason
from carnegie_extract.batch.report import Report
from carnegie_extract.batch.runner import FEW, run
from carnegie_extract.batch.terminal import Terminal, is_screen, is_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.interrupts import Interrupts
    from carnegie_extract.batch.output import Lines
    from carnegie_extract.batch.paths import Path

    Paths = Callable[[], Iterator[Path]]


class Exit(IntEnum):
    """How the command ends."""

    OK = 0
    """Every page gave a record."""
    FAILED = 1
    """Some page gave none, or the records could not be written."""
    USAGE = 2
    """The command line makes no sense."""
    INTERRUPTED = 130
    """Ctrl-C."""
    TERMINATED = 143
    """Somebody asked the process to end."""


def convert(
    paths: Iterable[Path],
    options: Options = Options(),  # noqa: B008  # it is immutable
    recount: Paths | None = None,
) -> Exit:
    """Write one record per page, in order, and one line per failure to standard error.

    A path is as the command line gives it, "-" for standard input; or else why there is none. `recount`
    gives the paths once more, to say how many there are. Raises nothing.
    """
    interrupts = None if _is_one_page(paths, options) else _interrupts()
    try:
        return _Run(options, interrupts, recount).convert(iter(paths))
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    finally:
        if interrupts is not None:
            interrupts.stop()


class _Run:
    """A run of the command: where it writes, and whom it tells."""

    def __init__(self, options: Options, interrupts: Interrupts | None, recount: Paths | None) -> None:
        self.options = options
        self.interrupts = interrupts
        self.recount = recount
        self.terminal = Terminal(color=options.color)
        self.report = Report(options, self.terminal)
        self.output: Lines | None = None

    def convert(self, paths: Iterator[Path]) -> Exit:
        """Read, write and tell; however it ends, leave nothing half done."""
        try:
            self._open()
            complete = self._write_all(paths)
            return self._end(complete=complete)
        except OutputFailed as error:
            return self._output_failed(error)
        except OSError as error:
            self.terminal.say(None, f"no process could be started: {os_reason(error)}")
            self._close(complete=False)
            return Exit.FAILED
        except KeyboardInterrupt as interrupt:
            return self._interrupted(interrupt)

    def _open(self) -> None:
        options = self.options
        if options.output is None:
            self.output = standard_output(self.interrupts)
        if options.output is None and options.errors is None:
            return
        from carnegie_extract.batch.part_file import PartFile, opened

        assert self.interrupts is not None, "only a run without files goes without"
        if options.output is not None:
            self.output = opened(options.output, self.interrupts, resume=options.resume)
        if options.errors is not None:
            self.report.errors = PartFile(options.errors, self.interrupts, frame=1)

    def _write_all(self, paths: Iterator[Path]) -> bool:
        """Whether that was all, and the run was not stopped by a failure."""
        assert self.output is not None, "it is opened first"
        with closing(run(paths, self.options, self.output.done, self._show_progress)) as events:
            for event in events:
                if isinstance(event, Record):
                    self.output.write(event.line)
                self.report.hear(event)
                if self.options.fail_fast and self.report.failures:
                    return False
        self.report.end_file()
        return not (self.options.fail_fast and self.report.failures)

    def _end(self, *, complete: bool) -> Exit:
        self._close(complete=complete)
        self.report.summarize()
        if not complete:
            self._tell_how_to_continue("stopped at the first failure")
        return Exit.FAILED if self.report.failures else Exit.OK

    def _output_failed(self, error: OutputFailed) -> Exit:
        """What it means that a file takes no more: a closed pipe is a reader who has enough."""
        self._hide_bar()
        if not error.enough:
            self.terminal.say(error.place, error.reason)
        with suppress(OutputFailed):  # it was said
            self._close(complete=False)
        if error.enough:
            return Exit.OK
        if self.options.output is not None:
            self._tell_how_to_continue("stopped")
        return Exit.FAILED

    def _interrupted(self, interrupt: KeyboardInterrupt) -> Exit:
        self._hide_bar()
        try:
            self._close(complete=False)
        except OutputFailed as error:
            self.terminal.say(error.place, error.reason)
        self._tell_how_to_continue("interrupted")
        return Exit(128 + getattr(interrupt, "signal", Exit.INTERRUPTED - 128))

    def _close(self, *, complete: bool) -> None:
        self._hide_bar()
        if self.output is not None:
            self.output.close(complete=complete)
        if self.report.errors is not None:
            self.report.errors.close(complete=True)

    def _tell_how_to_continue(self, why: str) -> None:
        pages = self.report.pages
        if self.options.output is not None and self.output is not None and pages:
            rest = f"the records so far are in {self.output.left_in}; the same command with --resume goes on"
        elif self.options.output is None and (pages > FEW or self.options.many):
            rest = "with --output FILE, a run can be continued"
        else:
            return
        self.terminal.say(None, f"{why} after {count(pages, 'page')}: {rest}")

    def _show_progress(self) -> None:
        """Called while the workers work."""
        if self.terminal.bar is None and self._wants_bar():
            from carnegie_extract.batch.progress import Bar

            bar = self.terminal.bar = Bar(
                self.report, self.recount and self.recount(), colored=self.terminal.colored
            )
            if self.interrupts is not None:
                self.interrupts.last_act = bar.close
        if self.terminal.bar is not None:
            self.terminal.bar.draw()

    def _wants_bar(self) -> bool:
        """Records on the same terminal would run through it."""
        seen = is_terminal(sys.stdout) and self.options.output is None
        return not self.options.quiet and not seen and is_screen(sys.stderr)

    def _hide_bar(self) -> None:
        if self.terminal.bar is not None:
            self.terminal.bar.close()
            self.terminal.bar = None


def _is_one_page(paths: Iterable[Path], options: Options) -> bool:
    """Whether Ctrl-C comes before or after all there is to do: to hear it otherwise takes a millisecond."""
    return isinstance(paths, list) and len(paths) == 1 and options.output is None and options.errors is None


def _interrupts() -> Interrupts:
    from carnegie_extract.batch.interrupts import Interrupts

    return Interrupts().listen()
