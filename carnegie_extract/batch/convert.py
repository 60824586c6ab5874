"""Paths in, lines out: reads, writes and reports, until all is done or something ends it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from enum import IntEnum

from carnegie_extract.base.english import count
from carnegie_extract.batch.display.messages import Messages
from carnegie_extract.batch.display.terminal import Terminal, is_screen, is_terminal
from carnegie_extract.batch.options import Inputs, Options
from carnegie_extract.batch.reading.reader import Record, reason_of
from carnegie_extract.batch.reading.runner import FEW, run
from carnegie_extract.batch.stops import OutputFailed, Refused
from carnegie_extract.batch.writing.output import standard_output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.inputs.entries import Path
    from carnegie_extract.batch.interrupts import Interrupts
    from carnegie_extract.batch.reading.events import Event
    from carnegie_extract.batch.writing.output import Lines

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
    inputs: Inputs = Inputs([], []),  # noqa: B008  # nobody changes it
) -> Exit:
    """Write one record per page, in order, and one line per failure to standard error.

    A path is as the command line gives it, "-" for standard input; or else why there is none. `recount`
    gives the paths once more, to say how many there are. `inputs` are not written. Raises nothing.
    """
    command = _Run(options, recount, inputs)
    try:
        return command.convert(iter(paths))
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    finally:
        if command.interrupts is not None:
            command.interrupts.stop()


class _Run:
    """A run of the command: where it writes, and whom it tells."""

    def __init__(self, options: Options, recount: Paths | None, inputs: Inputs) -> None:
        self.options = options
        self.inputs = inputs
        self.interrupts: Interrupts | None = None
        self.recount = recount
        self.terminal = Terminal(color=options.color)
        self.messages = Messages(options, self.terminal)
        self.output: Lines | None = None

    def convert(self, paths: Iterator[Path]) -> Exit:
        """Read, write and tell; however it ends, leave nothing half done."""
        try:
            complete = self._write_all(self._open(paths))
            return self._end(complete=complete)
        except Refused as error:
            self._stopped(error.place, error.reason)
            return Exit.USAGE
        except OutputFailed as error:
            if error.enough:
                return self._enough()
            return self._stopped(error.place, error.reason)
        except KeyboardInterrupt as interrupt:
            return self._interrupted(interrupt)
        except Exception as error:
            return self._stopped(None, reason_of(error))

    def hear(self) -> Interrupts:
        """Be there for Ctrl-C: from the first line on, after which another may be torn."""
        if self.interrupts is None:
            from carnegie_extract.batch.interrupts import Interrupts

            self.interrupts = Interrupts().listen()
        return self.interrupts

    def _open(self, paths: Iterator[Path]) -> Iterator[Path]:
        """Open what is written, and return what of the paths is read: nothing changes before all is checked.

        Raises OutputFailed, Refused.
        """
        if self.inputs.lists:
            from carnegie_extract.batch.inputs.lists import check_lists

            check_lists(self.inputs)
        if (self.options.output, self.options.errors, self.options.report) == (None, None, None):
            self.output = standard_output(self.hear)
            return paths
        from carnegie_extract.batch.writing.targets import Targets

        self.hear()  # what is begun is also ended
        targets = Targets(self.options, self.hear)
        targets.check(self.inputs, self.recount() if self.recount is not None else iter(()))
        self.output = targets.output if targets.output is not None else standard_output(self.hear)
        self.messages.errors, self.messages.report = targets.errors, targets.report
        targets.begin()
        return targets.watch(paths)

    def _write_all(self, paths: Iterator[Path]) -> bool:
        """Whether that was all, and the run was not stopped by a failure."""
        assert self.output is not None, "it is opened first"
        with closing(run(paths, self.options, self.output.done, self._show_progress)) as events:
            for piece in self._pieces(self._lines(events)):
                self.output.write(piece)
        if self._fails_fast:
            return False
        self.messages.end_file()
        return not self._fails_fast

    def _lines(self, events: Iterator[Event]) -> Iterator[bytes]:
        """The records among the events, as lines. An event is reported when the record before it is written."""
        for event in events:
            if isinstance(event, Record):
                if event.line:  # of a record that was made earlier there is none
                    yield event.line
                if event.entry is not None and self.messages.report is not None:
                    self.messages.report.add(event.entry)
            self.messages.hear(event)
            if self._fails_fast:
                return

    def _pieces(self, lines: Iterator[bytes]) -> Iterator[bytes]:
        """What is written."""
        assert self.output is not None, "it is opened first"
        if self.options.is_plain or self.output.takes_records:
            return lines
        from carnegie_extract.batch.writing.encoded import encoded, record_of

        return encoded(map(record_of, lines), self.options, self.output.name)

    @property
    def _fails_fast(self) -> bool:
        return self.options.fail_fast and self.messages.failures > 0

    def _end(self, *, complete: bool) -> Exit:
        self._hide_bar()
        for lines in filter(None, (self.output, self.messages.errors)):
            lines.close(complete=complete)
            if lines.is_left:
                self.terminal.say(
                    lines.name, "left as it was because no article was read (use --force to empty it)"
                )
        self._end_report(complete=complete)
        self.messages.summarize(self._written() if complete else [])
        if not complete:
            self._tell_how_to_continue("stopped at the first failure")
        return Exit.FAILED if self.messages.failures else Exit.OK

    def _end_report(self, *, complete: bool) -> None:
        """Write it when all records are in their place. Raises OutputFailed."""
        report = self.messages.report
        if report is not None and complete:
            report.finish(self.messages.files, self.messages.failed, self.messages.skipped)
        elif report is not None:
            report.close(complete=False)
            self._tell_of_no_report()

    def _tell_of_no_report(self) -> None:
        if self.messages.report is not None:
            self.terminal.say(self.messages.report.name, "not written because the run is not complete")

    def _enough(self) -> Exit:
        """The reader of the records has closed the pipe: not a failure, unless another file is not complete."""
        self._close_quietly()
        self._tell_of_no_report()
        is_told = self._tell_of_failures() or self.messages.report is not None
        return Exit.FAILED if is_told else Exit.OK

    def _stopped(self, place: str | None, reason: str) -> Exit:
        """Something ends the run that is not a page's fault."""
        self._hide_bar()
        self.messages.end()
        self.terminal.say(place, reason)
        self._close_quietly()
        if self.messages.report is not None and place != self.messages.report.name:
            self._tell_of_no_report()
        if self.options.output is not None:
            self._tell_how_to_continue("stopped")
        return Exit.FAILED

    def _interrupted(self, interrupt: KeyboardInterrupt) -> Exit:
        self._close_quietly()
        self.messages.end()
        self._tell_of_no_report()
        if not self._tell_how_to_continue("interrupted"):
            self.terminal.say(None, "interrupted")
        return Exit(128 + getattr(interrupt, "signal", Exit.INTERRUPTED - 128))

    def _close_quietly(self) -> None:
        """Close what is open after the reason has been reported."""
        self._hide_bar()
        for lines in self._files():
            with suppress(OutputFailed):
                lines.close(complete=False)

    def _written(self) -> list[str]:
        """The names of the files that the run has written."""
        files = self._files()[self.options.output is None :]
        return [each.name for each in files if not each.is_left]

    def _files(self) -> list[Lines]:
        """All that is written, standard output included."""
        return [*filter(None, (self.output, self.messages.errors, self.messages.report))]

    def _tell_how_to_continue(self, why: str) -> bool:
        """Whether there is something to continue."""
        pages, part = self.messages.pages, self.output.left_in if self.output is not None else None
        if part is not None:
            rest = f"unfinished output: {part}"
            if not self.options.pretty:
                rest = f"to continue, run the same command with --resume ({rest})"
        elif self.output is not None and self.output.is_continued_anew:
            rest = "to continue, run the same command again; files that are complete are kept"
        elif self.options.output is None and (pages > FEW or self.options.many):
            rest = "to make a run resumable, use --output FILE"
        else:
            return False
        self.terminal.say(None, f"{why} after {count(pages, 'page')}: {rest}")
        self._tell_of_failures()
        return True

    def _tell_of_failures(self) -> bool:
        """Where those are that a run which did not end has written, if there are any."""
        failures = self.messages.errors.left_in if self.messages.errors is not None else None
        if failures is None:
            return False
        replaced = "" if self.options.output is not None else " (to start over, add --force)"
        self.terminal.say(None, f"failures so far: {failures}{replaced}")
        return True

    def _show_progress(self) -> None:
        """Called when workers start, and while they work."""
        self.hear()
        if self.terminal.bar is None and self._wants_bar():
            from carnegie_extract.batch.display.progress import Bar

            bar = self.terminal.bar = Bar(
                self.messages, self.recount and self.recount(), colored=self.terminal.colored
            )
            self.hear().last_act = bar.close
        if self.terminal.bar is not None:
            self.terminal.bar.draw()

    def _wants_bar(self) -> bool:
        """Records on the same terminal would run through it."""
        seen = is_terminal(sys.stdout) and self.options.output is None
        return not seen and is_screen(sys.stderr)

    def _hide_bar(self) -> None:
        if self.terminal.bar is not None:
            self.terminal.bar.close()
            self.terminal.bar = None
