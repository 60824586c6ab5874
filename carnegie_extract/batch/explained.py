"""One page in, how it was read out: on standard output, for people or as JSON."""

from __future__ import annotations

import sys

from carnegie_extract.base.errors import ExtractionError, OutOfMemory, TimedOut, UnreadableFile
from carnegie_extract.batch.convert import Exit
from carnegie_extract.batch.display.terminal import Terminal, is_screen, wants_color
from carnegie_extract.batch.inputs.entries import NoFile
from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.inputs.paths import Rules, expanded
from carnegie_extract.batch.interrupts import Interrupted, Interrupts
from carnegie_extract.batch.reading.limits import TimeIsUp, in_time, memory_limited
from carnegie_extract.batch.reading.reader import MEMORY_IS_OUT, reason_of, too_long
from carnegie_extract.batch.reading.runner import found_at
from carnegie_extract.batch.stops import OutputFailed
from carnegie_extract.batch.writing.output import standard_output
from carnegie_extract.explain import explain
from carnegie_extract.formats.json_lines import encode
from carnegie_extract.forms.member import SavedPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from carnegie_extract.batch.options import Options


class _Several(Exception):
    """The file holds several pages; `source` names the first."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


def explain_page(path: str, options: Options, *, as_json: bool) -> Exit:
    """Show how the page at `path`, or `PATH#MEMBER`, was read. Raises nothing but KeyboardInterrupt."""
    terminal = Terminal(color=options.color)
    try:
        explained = _explained(_page(path, options), options)
        _write(_encoded(explained, options, as_json=as_json))
    except _Several as several:
        reason = f"holds several pages: choose one as PATH#MEMBER, such as '{several.source}'"
        terminal.say(source_name(path), reason)
        return Exit.USAGE
    except ExtractionError as error:
        terminal.say(error.source, error.reason)
        return Exit.FAILED
    except OutputFailed as error:
        if error.enough:
            return Exit.OK
        terminal.say(error.place, error.reason)
        return Exit.FAILED
    except Interrupted as interrupt:
        terminal.say(None, "interrupted")
        return Exit(128 + interrupt.signal)
    if explained["refusal"] is None:
        return Exit.OK
    if as_json:  # what is for people ends with the reason
        terminal.say(explained["source"], explained["refusal"]["reason"])
    return Exit.FAILED


def _page(path: str, options: Options) -> SavedPage:
    """The one page that is meant. Raises _Several, ExtractionError."""
    (entry,) = expanded([path], [], Rules(), null=False)
    if isinstance(entry, UnreadableFile):
        raise entry
    assert not isinstance(entry, NoFile), "a file is named"
    page: SavedPage | None = None
    failed: ExtractionError | None = None
    for found in found_at(entry, options):
        if isinstance(found, ExtractionError):
            failed = failed or found
        elif page is None:
            page = found
        elif isinstance(entry, str):
            raise _Several(page.source)
    if page is not None:
        return page
    raise failed or UnreadableFile("holds no page", source_name(path))


def _explained(page: SavedPage, options: Options) -> dict[str, Any]:
    """How a page was read, within the limits. Raises ExtractionError."""
    try:
        with memory_limited(options.max_memory):
            return in_time(options.timeout, lambda: explain(page))
    except TimeIsUp:
        raise TimedOut(too_long(options), page.source) from None
    except MemoryError:
        raise OutOfMemory(MEMORY_IS_OUT, page.source) from None
    except Exception as error:
        raise ExtractionError(reason_of(error), page.source) from error


def _encoded(explained: dict[str, Any], options: Options, *, as_json: bool) -> bytes:
    if as_json:
        return encode(explained, pretty=True)
    from carnegie_extract.batch.display.view import view

    colored = wants_color(sys.stdout) if options.color is None else options.color
    text = view(explained, is_terminal=is_screen(sys.stdout), colored=colored)
    return text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "backslashreplace")


def _write(content: bytes) -> None:
    """Raises OutputFailed."""
    interrupts = Interrupts()
    try:
        standard_output(interrupts.listen).write(content)
    finally:
        interrupts.stop()
