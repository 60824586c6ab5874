"""Where records go: only whole lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from stat import S_ISREG

from carnegie_extract.batch.stops import OutputFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.interrupts import Interrupts
    from carnegie_extract.batch.reading.done import Done


_AT_ONCE = 2**16
"""Bytes that an empty pipe takes in one go: nothing interrupts that, and to listen takes a millisecond."""


class Lines:
    """Standard output, or what else is open: each line is written out before the next is made."""

    takes_records = False
    """Whether records are written to it as lines of JSON in any format: it converts them."""
    is_continued_anew = False
    """Whether the same command goes on where it was interrupted, without --resume."""

    def __init__(self, descriptor: int, name: str, hear: Callable[[], Interrupts]) -> None:
        self.descriptor = descriptor
        self.name = name
        self.hear = hear
        self._is_first = True
        self.done: Done | None = None
        """What a run that is continued has written."""
        self.is_left = False
        """Whether the file keeps what it held, as the run has no record to put in its place."""

    @property
    def left_in(self) -> str | None:
        """Where the lines are that can be continued; None for nowhere."""
        return None

    def begin(self) -> None:
        """Get ready to write. Raises OutputFailed."""

    def write(self, line: bytes) -> None:
        """Write it out. Raises OutputFailed."""
        alone, self._is_first = self._is_first and len(line) <= _AT_ONCE, False
        with nullcontext() if alone else self.hear().held():
            write_whole(self.descriptor, line, self.name)

    def close(self, *, complete: bool) -> None:
        """No more will come; `complete` when that was all."""


def standard_output(hear: Callable[[], Interrupts]) -> Lines:
    """Raises OutputFailed where it is closed."""
    if sys.stdout is None:
        raise OutputFailed("standard output", "is closed")
    sys.stdout.flush()
    return Lines(sys.stdout.fileno(), "standard output", hear)


def write_whole(descriptor: int, piece: bytes, name: str) -> None:
    """Write all of it; of a file, take back what was written when that fails. Raises OutputFailed."""
    left = memoryview(piece)
    try:
        while left:
            try:
                left = left[os.write(descriptor, left) :]
            except BlockingIOError:
                _wait_for_room(descriptor)
    except OSError as error:
        _take_back(descriptor, len(piece) - len(left))
        raise failed(error, name) from error


def batches(pieces: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    """The pieces, so many together that they have about `size` bytes; where there are none, one empty list."""
    batch: list[bytes] = []
    held = 0
    for piece in pieces:
        if held >= size:
            yield batch
            batch, held = [], 0
        batch.append(piece)
        held += len(piece)
    yield batch


def failed(error: OSError, name: str) -> OutputFailed:
    """What the system says of it."""
    from carnegie_extract.batch.inputs.reasons import os_reason

    reason = "no such folder" if isinstance(error, FileNotFoundError) else os_reason(error)
    return OutputFailed(name, reason, enough=isinstance(error, BrokenPipeError))


def _wait_for_room(descriptor: int) -> None:
    import select

    select.select([], [descriptor], [])


def _take_back(descriptor: int, written: int) -> None:
    """Half a line is worse than none. A pipe gives nothing back; a file does if nobody wrote after us."""
    status = os.fstat(descriptor)
    if written and S_ISREG(status.st_mode) and status.st_size == os.lseek(descriptor, 0, os.SEEK_CUR):
        os.ftruncate(descriptor, status.st_size - written)
        os.lseek(descriptor, 0, os.SEEK_END)
