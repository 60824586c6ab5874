"""The time and the memory that reading may take, in this process and in a separate one.

A process of its own is ended by a signal at any moment. In this one a signal raises `TimeIsUp`,
which stops Python and its patterns, but not the parser: `light` says which pages cannot keep that busy. Time
here is the processor's, so that none passes while the process waits for a pipe or is stopped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType
    from typing import TypeVar

    T = TypeVar("T")
else:
    # What `signal` is made of. It makes enumerations of the numbers, which takes half a millisecond.
    import _signal as signal

_AGAIN = 0.5
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


class DeadlyClock:
    """Ends this process at any moment: for a process of its own."""

    def __init__(self, seconds: float) -> None:
        self._seconds = self._left = seconds

    def start(self) -> None:
        """From now on, or again from the start."""
        self._left = self._seconds
        self.resume()

    def resume(self) -> None:
        """Go on with the time that was left."""
        if HAS_SIGNALS:
            signal.setitimer(signal.ITIMER_PROF, self._left, _AGAIN)

    def stop(self) -> None:
        """It rings no more."""
        if HAS_SIGNALS:
            self._left = signal.setitimer(signal.ITIMER_PROF, 0)[0] or self._left


class Clock(DeadlyClock):
    """Raises TimeIsUp in this process, in the main thread of systems that have such signals."""

    _running = False
    _before: object = None

    def resume(self) -> None:
        """Go on with the time that was left."""
        if not self._running and HAS_SIGNALS:
            try:
                self._before = signal.signal(signal.SIGPROF, self._ring)
            except ValueError:  # not in the main thread
                return
            self._running = True
        super().resume()

    def stop(self) -> None:
        """It rings no more."""
        if self._running:
            self._running = False
            super().stop()
            signal.signal(signal.SIGPROF, self._before)  # type: ignore[arg-type]  # as it was

    def _ring(self, _number: int, _: FrameType | None) -> None:
        if self._running:
            raise TimeIsUp


class Watch:
    """Watches over the reading of a container.

    It may take so long for each page, and for each 16 MiB of the file: a crawl may hold hours of film.
    Without a clock it may take as long as it likes.
    """

    def __init__(self, clock: DeadlyClock | None = None, max_memory: int | None = None) -> None:
        self._clock = clock if clock is not None else DeadlyClock(0)
        self._is_timed = clock is not None
        self._max_memory = max_memory
        self.read = 0
        """Bytes of the file so far."""
        self._limit: Iterator[None] | None = None
        self._entered = False

    def enter(self) -> None:
        """A container is about to be read."""
        self._entered = self._is_timed
        self.resume(afresh=True)

    def pause(self) -> None:
        """Somebody else is at work."""
        if self._entered:
            self._clock.stop()
            if self._limit is not None:
                next(self._limit, None)
                self._limit = None

    def resume(self, *, afresh: bool) -> None:
        """Reading goes on, `afresh` when it gave a page."""
        if self._entered:
            if self._max_memory is not None:
                self._limit = _memory_limit(self._max_memory)
                next(self._limit)
            if afresh:
                self._clock.start()
            else:
                self._clock.resume()

    def hear(self, length: int) -> None:
        """So many bytes of the file were read."""
        before, self.read = self.read, self.read + length
        if self._entered and before // _STEP != self.read // _STEP:
            self._clock.start()


class _WatchedFile(FileIO):
    watch: Watch

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]  # what BufferedReader hands over
        length = super().readinto(buffer)
        self.watch.hear(length or 0)
        return length


def watched(path: str | int, watch: Watch) -> BufferedReader:
    """A file, opened; `watch` learns how much of it is read. Raises OSError."""
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
