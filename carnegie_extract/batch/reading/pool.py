"""Workers that read pages at the same time; their results come out in the order of the tasks.

What is under way is bounded, in tasks and in bytes. A worker that dies is replaced, and of what it had to do
the page that it died of alone is given up.
"""

from __future__ import annotations

import gc
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from math import inf
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pickle import UnpicklingError

from carnegie_extract.base.errors import Crashed, ExtractionError, OutOfMemory
from carnegie_extract.batch.inputs.entries import LeftOut, Pause
from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.inputs.reasons import os_reason
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading.cores import usable_cores
from carnegie_extract.batch.reading.events import Alone, Event, Task, Whole
from carnegie_extract.batch.reading.reader import (
    MEMORY_IS_OUT,
    Failure,
    Outcome,
    Record,
    failure,
    fits_alone,
    found_here,
    outcome_here,
    timed_out,
)
from carnegie_extract.batch.reading.worker import END, NO_MEMORY, Message, Reading, work
from carnegie_extract.forms.member import SavedPage

_QUEUE = 16
"""Files that a worker is given at most; it is given more when half of them are done."""
_QUEUE_LETTERS = 2048
"""Letters in their names: what a connection surely takes without waiting for the worker."""
_AHEAD = 64
"""Tasks for each worker that may be under way or wait for an earlier one."""
_AHEAD_BYTES = 32 * 2**20
"""Bytes of records that may wait for an earlier one."""
_DEATHS = 5
"""So many workers may die of a page before it is given up: somebody else may have killed them."""
_TICK = 0.1
"""Seconds until `idle` is called again."""
_SLOW = 0.05
"""Seconds for the next task to come, after which what is there is given out before another is waited for."""
_AWAY = 1.0
"""Seconds without listening, after which a page that takes too long is given another chance."""
_ALARMS = tuple(-getattr(signal, name, 0) for name in ("SIGALRM", "SIGPROF"))
_LOST = -getattr(signal, "SIGKILL", 9)


class _Slot:
    """A task under way, and what it gave so far."""

    def __init__(self, number: int, task: Task) -> None:
        self.number = number
        self.task: Task | None = task
        self.events: deque[Event] = deque()
        self.given = 0
        """Outcomes so far, written or not."""
        self.reading: Reading | None = None
        """The page of an archive that is being read."""
        self.deaths = 0
        self.ended = not isinstance(task, SavedPage | Whole)
        self.is_pause = isinstance(task, Pause)
        if not isinstance(task, SavedPage | Whole | Pause):
            self.events.append(task)

    @property
    def letters(self) -> int:
        """What telling a worker of it takes. A page takes all there is: it goes to who has nothing to do."""
        return len(self.task.path) if isinstance(self.task, Whole) else _QUEUE_LETTERS

    @property
    def source(self) -> str:
        """The page that is being read."""
        if self.reading is not None:
            return self.reading.source
        if self.task is None or isinstance(self.task, Pause | LeftOut):
            return ""
        return source_name(self.task.path) if isinstance(self.task, Whole) else self.task.source

    @property
    def url(self) -> str | None:
        """The address of that page, where it is known."""
        page = self.reading or self.task
        return page.url if isinstance(page, Reading | SavedPage) else None

    def end(self) -> None:
        """It gave its last; a page need not be kept until that is written."""
        self.ended = True
        self.task = None


class _Worker:
    """A process, and what it has to do, in its order."""

    def __init__(self, context: BaseContext, options: Options, inherited: list[int]) -> None:
        self.connection, theirs = context.Pipe()
        forked = context.get_start_method() == "fork"
        others = [*inherited, self.connection.fileno()] if forked else []
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # each kind of context has it
            target=work, args=(theirs, options, others), daemon=True
        )
        with _signals_held():
            self.process.start()
        theirs.close()
        self.slots: deque[_Slot] = deque()
        self.untold: list[SavedPage | Whole] = []
        self.hungry = True
        self.was_heard = False

    def takes(self, slot: _Slot) -> bool:
        """Give it a task, if that is possible without waiting."""
        letters = sum(waiting.letters for waiting in self.slots)
        full = len(self.slots) == _QUEUE or letters + slot.letters > _QUEUE_LETTERS
        self.hungry = self.hungry and (not self.slots or not full)
        if self.hungry:
            self.slots.append(slot)
            self.untold.append(slot.task)  # type: ignore[arg-type]  # other tasks are done already
            if len(self.slots) == 1:
                self.tell()  # the next task may be long in coming
        return self.hungry

    def tell(self) -> None:
        """Send it what it was given. One that is dead hears nothing, which `hear` finds out."""
        if self.untold:
            with suppress(OSError):
                self.connection.send(self.untold)
            self.untold = []

    def hear(self) -> Message | None:
        """What it answers; None when it is dead."""
        try:
            message: Message = self.connection.recv()
        except (OSError, EOFError, UnpicklingError):
            return None
        return message

    def bury(self) -> int:
        """Its exit code; minus the number of the signal that ended it."""
        self.connection.close()
        self.process.join(1)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        # Without an exit code somebody else has heard of its end.
        return self.process.exitcode if self.process.exitcode is not None else _LOST


@contextmanager
def _signals_held() -> Iterator[None]:
    """A signal during a fork would be lost: Python has code there that lets no exception out."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool:
    """As many workers as there are jobs, started when there is something for them to do."""

    def __init__(self, options: Options, idle: Callable[[], None]) -> None:
        gc.freeze()  # the workers share what is there
        gc.enable()
        self.options = options
        self.idle = idle
        self.jobs = options.jobs or usable_cores()
        # Where it is safe, a fork is ten times as quick as a new interpreter, and shares its memory.
        self.context = get_context("fork" if sys.platform == "linux" else "spawn")
        self.workers: list[_Worker] = []
        self.order: deque[_Slot] = deque()
        """All tasks that are not done with: what they give comes out in this order."""
        self.no_worker = ""
        """Why the system starts no further process."""
        self.is_alone = False
        self.homeless: list[_Slot] = []
        """What no worker has."""
        self.waiting_bytes = 0
        self.is_slow = False
        """The last task took a while to come, or the next one may."""
        self.listened_at = time.monotonic()
        self.back_at = -inf
        """When we listened again after a while: what was stopped with us may have had no time at all."""

    def run(self, tasks: Iterator[Task]) -> Iterator[Event]:
        """What the tasks give, in their order."""
        slots = (_Slot(number, task) for number, task in enumerate(tasks))
        try:
            while True:
                more = self._hand_out(slots)
                yield from self._ready()
                if not self.order and not more:
                    return
                if self.homeless and not self.workers:
                    yield from self._read_here(self.homeless.pop(0))
                elif self.order:
                    self._listen()
                self.idle()
        finally:
            for worker in self.workers:
                worker.process.kill()
            for worker in self.workers:
                worker.bury()

    def _hand_out(self, slots: Iterator[_Slot]) -> bool:
        """Give the workers what they can take; whether there may be more."""
        more = True
        while True:
            if self.homeless:
                if not self._placed(self.homeless[0]):
                    break
                self.homeless.pop(0)
                continue
            crowded = len(self.order) >= _AHEAD * self.jobs or self.waiting_bytes >= _AHEAD_BYTES
            if crowded or (self.is_slow and self.order):
                break
            slot = self._next(slots)
            if slot is None:
                more = False
                break
            self.order.append(slot)
            self.waiting_bytes += sum(map(_size, slot.events))
            if not slot.ended:
                self.homeless.append(slot)
        for worker in self.workers:
            worker.tell()
        return more

    def _next(self, slots: Iterator[_Slot]) -> _Slot | None:
        start = time.monotonic()
        slot = next(slots, None)
        self.is_slow = time.monotonic() - start > _SLOW or (slot is not None and slot.is_pause)
        return slot

    def _placed(self, slot: _Slot) -> bool:
        """Give a task to the worker with the least to do, or to a new one."""
        worker = min((w for w in self.workers if w.hungry), key=lambda w: len(w.slots), default=None)
        if (worker is None or worker.slots) and len(self.workers) < self.jobs:
            worker = self._started() or worker
        return worker is not None and worker.takes(slot)

    def _started(self) -> _Worker | None:
        """A new worker; None where the system allows no more than there are."""
        try:
            inherited = [worker.connection.fileno() for worker in self.workers]
            self.workers.append(_Worker(self.context, self.options, inherited))
        except OSError as error:
            self.no_worker = os_reason(error)
            self.jobs = max(1, len(self.workers))
            return None
        return self.workers[-1]

    def _read_here(self, slot: _Slot) -> Iterator[Event]:
        """Do a task, the first of all that are left, where no process can be started."""
        if not self.is_alone:
            self.is_alone = True
            yield Alone(self.no_worker)
        if slot.deaths:  # this process must not die of it too
            yield Failure(slot.source, Crashed.kind, self._needs_worker)
        elif isinstance(slot.task, SavedPage):
            yield self._outcome_here(slot.task)
        elif isinstance(slot.task, Whole):
            for page in islice(found_here(slot.task.path, self.options), slot.task.skip, None):
                yield failure(page) if isinstance(page, ExtractionError) else self._outcome_here(page)
        slot.end()

    def _outcome_here(self, page: SavedPage) -> Outcome:
        if fits_alone(page):
            return outcome_here(page, self.options)
        return Failure(page.source, Crashed.kind, self._needs_worker)

    @property
    def _needs_worker(self) -> str:
        return (
            f"it can be read safely only in a process of its own, and none could be started: {self.no_worker}"
        )

    def _ready(self) -> Iterator[Event]:
        while self.order:
            slot = self.order[0]
            while slot.events:
                event = slot.events.popleft()
                if isinstance(event, Record):
                    self.waiting_bytes -= event.size
                yield event
            if not slot.ended:
                return
            self.order.popleft()

    def _listen(self) -> None:
        """Hear what the workers answer; when too much waits for an earlier task, its worker alone."""
        crowded = self.waiting_bytes >= _AHEAD_BYTES
        first = [w for w in self.workers if w.slots and w.slots[0] is self.order[0]]
        heard = {w.connection: w for w in (first if crowded and first else self.workers)}
        ready = wait(list(heard), _TICK)
        now = time.monotonic()
        if now - self.listened_at > _AWAY:
            self.back_at = now
        self.listened_at = now
        for connection in ready:
            worker = heard[connection]  # type: ignore[index]  # they are all connections
            message = worker.hear()
            if message is None:
                self._replace(worker)
            else:
                self._take(worker, message)

    def _take(self, worker: _Worker, message: Message) -> None:
        worker.was_heard = True
        for item in message:
            slot = worker.slots[0]
            if item is END:
                slot.end()
                worker.slots.popleft()
            elif isinstance(item, Reading):
                slot.reading = item
            else:
                slot.reading = None
                slot.given += 1
                slot.deaths = 0
                slot.events.append(item)
                self.waiting_bytes += _size(item)
        worker.hungry = worker.hungry or len(worker.slots) <= _QUEUE // 2

    def _replace(self, worker: _Worker) -> None:
        """Take a dead worker's tasks back; the next one that is started gets them."""
        self.workers.remove(worker)
        code = worker.bury()
        if worker.slots and (code or not worker.was_heard):
            self._blame(worker.slots[0], code)
        left = [slot for slot in worker.slots if not slot.ended]
        for slot in left:
            slot.reading = None
            if isinstance(slot.task, Whole):
                slot.task = slot.task._replace(skip=slot.given)
        self.homeless = sorted([*self.homeless, *left], key=lambda slot: slot.number)

    def _blame(self, slot: _Slot, code: int) -> None:
        """Give a page up that is too slow, or of which workers died again and again."""
        slow = code in _ALARMS
        had_its_time = self.listened_at - self.back_at > self.options.timeout
        slot.deaths += 1
        if slot.deaths < _DEATHS and code != NO_MEMORY and not (slow and had_its_time):
            return
        slot.deaths = 0
        slot.given += 1
        if code == NO_MEMORY:
            slot.events.append(Failure(slot.source, OutOfMemory.kind, MEMORY_IS_OUT, url=slot.url))
        elif slow:
            slot.events.append(timed_out(slot.source, self.options, url=slot.url))
        else:
            rest = "; the rest of the file was not read" if slot.given > 1 and slot.reading is None else ""
            reason = f"the process reading it died {_DEATHS} times ({_ending(code)}){rest}"
            slot.events.append(Failure(slot.source, Crashed.kind, reason, url=slot.url))
        if slot.reading is None:
            slot.end()


def _size(event: Event) -> int:
    """Bytes of a record that waits for an earlier one."""
    return event.size if isinstance(event, Record) else 0


def _ending(code: int) -> str:
    """How a process ended: "SIGSEGV", "exit code 1"."""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"
