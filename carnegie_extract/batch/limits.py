"""The time and the memory that reading may take, in this process and in one of its own.

A process of its own ends by a signal, whatever it is busy with. In this one a signal raises `TimeIsUp`,
which stops Python and its patterns, but not the parser: `light` says which pages cannot keep that busy. Time
here is the processor's, so that none passes while the process waits for a pipe or is stopped.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import TypeVar

    T = TypeVar("T")

_AGAIN = 0.1
"""Seconds until a signal comes again: Python drops what is raised while it destroys an object."""
_STEP = 16 * 2**20
"""Bytes. Reading so many more of a file is a sign that reading it goes on."""
HAS_SIGNALS = sys.platform != "win32"


class TimeIsUp(BaseException):
    """Reading takes too long. No `except Exception` may hold it back."""


def in_time(seconds: float, read: Callable[[], T]) -> T:
    """What `read` gives. Raises TimeIsUp after `seconds` of the processor's time."""
    clock = Clock(seconds)
    clock.start()
    try:
        return read()
    finally:
        clock.stop()


class Clock:
    """Raises TimeIsUp in this process, in the main thread of systems that have such signals."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._running = False
        self._before: object = None

    def start(self) -> None:
        """From now on, or again from the start."""
        if not HAS_SIGNALS:
            return
        if not self._running:
            try:
                self._before = signal.signal(signal.SIGPROF, self._ring)
            except ValueError:  # not in the main thread
                return
        self._running = True
        signal.setitimer(signal.ITIMER_PROF, self._seconds, _AGAIN)

    def stop(self) -> None:
        """It rings no more."""
        if self._running:
            self._running = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, self._before)  # type: ignore[arg-type]  # as it was

    def _ring(self, _number: int, _: FrameType | None) -> None:
        if self._running:
            raise TimeIsUp


class DeadlyClock:
    """Ends this process, whatever it is busy with: for a process of its own."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def start(self) -> None:
        """From now on, or again from the start."""
        if HAS_SIGNALS:
            signal.setitimer(signal.ITIMER_PROF, self._seconds)

    def stop(self) -> None:
        """It rings no more."""
        if HAS_SIGNALS:
            signal.setitimer(signal.ITIMER_PROF, 0)


class Watch:
    """Watches over the reading of a container.

    It may take its time for each page, and for each 16 MiB of the file: a crawl may have films for an hour.
    """

    def __init__(self, clock: Clock | DeadlyClock, max_memory: int | None = None) -> None:
        self._clock = clock
        self._max_memory = max_memory
        self._read = 0
        self._limit: Iterator[None] | None = None
        self._entered = False

    def enter(self) -> None:
        """A container is about to be read."""
        self._entered = True
        self.resume()

    def pause(self) -> None:
        """Somebody else is at work."""
        if self._entered:
            self._clock.stop()
            if self._limit is not None:
                next(self._limit, None)
                self._limit = None

    def resume(self) -> None:
        """Reading goes on."""
        if self._entered:
            if self._max_memory is not None:
                self._limit = _memory_limit(self._max_memory)
                next(self._limit)
            self._clock.start()

    def hear(self, length: int) -> None:
        """So many bytes of the file were read."""
        before, self._read = self._read, self._read + length
        if self._entered and before // _STEP != self._read // _STEP:
            self._clock.start()


class _WatchedFile(FileIO):
    watch: Watch

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]  # what BufferedReader hands over
        length = super().readinto(buffer)
        self.watch.hear(length or 0)
        return length


def watched(path: str | int, watch: Watch) -> BufferedReader:
    """A file, opened; what is read of it is told to `watch`. Raises OSError."""
    file = _WatchedFile(path, closefd=isinstance(path, str))
    file.watch = watch
    return BufferedReader(file)


@contextmanager
def memory_limited(most: int) -> Iterator[None]:
    """Within, this process may take `most` bytes more than it has, where the system counts them."""
    yield from _memory_limit(most)


def _memory_limit(most: int) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    limit_memory(most)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def limit_memory(most: int) -> None:
    """From now on this process may take `most` bytes more than it has."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most += _size(resource.getpagesize())
        known = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min([most, *known]), hard))


def _size(page: int) -> int:
    """Bytes of addresses that this process has; 0 where nobody says."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * page
    except OSError:
        return 0
