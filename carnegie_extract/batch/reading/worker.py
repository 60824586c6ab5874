"""A process that reads pages for the pool, and may die from one: nothing is lost with it.

It hears by a connection what to do, and answers by the same: lists of what a task gave, `END` after its
last. Before a page of an archive it says which, so that the pool knows of what it died. A page that takes
long, or a container that gives no page for so long, is ended by an alarm, which ends the process: nothing
else stops the parser.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection

from carnegie_extract.base.errors import ExtractionError
from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading.events import Whole
from carnegie_extract.batch.reading.limits import DeadlyClock, Watch, limit_memory
from carnegie_extract.batch.reading.reader import Outcome, failure, found, outcome
from carnegie_extract.forms.member import Found, SavedPage

if sys.platform != "win32":
    import resource

_RETIRES_AT = 128 * 2**20
"""Bytes. So much more memory stays with a process that has read a large page; a new one takes its place."""

NO_MEMORY = 77
"""How a process ends that can't even take in a page."""

END = None
"""A task gave its last."""


class Reading(NamedTuple):
    """A page of an archive is about to be read."""

    source: str
    url: str | None = None


Message = list[Outcome | Reading | None]


def work(connection: Connection, options: Options, others: list[int]) -> None:
    """Read what comes down the connection until it closes, or until too much memory is taken.

    `others` are descriptors of the pool's, which a process that was forked has inherited.
    """
    _heed_signals()
    for descriptor in others:
        os.close(descriptor)
    limit_memory(options.max_memory)
    reader = _Reader(connection, options)
    memory = _most_memory()
    try:
        while True:
            for task in connection.recv():
                reader.do(task)
            if _most_memory() - memory > _RETIRES_AT:
                return
    except (EOFError, OSError):
        pass  # the pool is gone
    except MemoryError:
        os._exit(NO_MEMORY)


class _Reader:
    def __init__(self, connection: Connection, options: Options) -> None:
        self.connection = connection
        self.options = options

    def do(self, task: SavedPage | Whole) -> None:
        """Answer with what a task gives."""
        if isinstance(task, SavedPage):
            self.connection.send([self._outcome(task), END])
            return
        last: Message = []
        for number, page in enumerate(self._found(task.path)):
            if number < task.skip:
                continue
            if isinstance(page, ExtractionError):
                self.connection.send([failure(page)])
            elif page.of_archive:
                self.connection.send([Reading(page.source, page.url)])
                self.connection.send([self._outcome(page)])
            else:
                last.append(self._outcome(page))
        self.connection.send([*last, END])

    def _found(self, path: str) -> Iterator[Found]:
        return found(path, self.options, Watch(DeadlyClock(self.options.timeout)))

    def _outcome(self, page: SavedPage) -> Outcome:
        """What a page gives, if it does so in time."""
        _alarm(self.options.timeout)
        result = outcome(page, self.options)
        _alarm(0)
        return result


def _heed_signals() -> None:
    """Ctrl-C is for the pool to hear; what else this process was born with may be anything."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _most_memory() -> int:
    """Bytes that this process has had at once, or, on Linux, the one that it was forked from."""
    if sys.platform == "win32":
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
