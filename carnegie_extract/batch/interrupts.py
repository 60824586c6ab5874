"""Ctrl-C and SIGTERM: noticed between lines, never within one; the second time at once."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

_ONE_TIME = 0.3
"""Seconds. A terminal and `timeout` signal a process, and then its group: that is once."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupted(KeyboardInterrupt):
    """The run is to end in good order."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


class Interrupts:
    """Turns signals into `Interrupted` while it listens."""

    def __init__(self) -> None:
        self.last_act: Callable[[], object] | None = None
        """What must be done even when the process ends at once."""
        self._heard = 0
        self._heard_at = -inf
        self._held = False
        self._pending = False
        self._before: dict[int, object] = {}

    def listen(self) -> Interrupts:
        """From now on, in the main thread: others hear no signals."""
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.getsignal(number) for number in _SIGNALS}
            for number, before in self._before.items():
                if before is not signal.SIG_IGN:  # a shell ignores Ctrl-C for what runs in its background
                    signal.signal(number, self._hear)
        return self

    def stop(self) -> None:
        """Leave the signals to whom they were left before."""
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]  # as it was

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done within is done wholly."""
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before
        if self._pending and not before:
            self._pending = False
            raise Interrupted(self._heard)

    def _hear(self, number: int, _: FrameType | None) -> None:
        now = time.monotonic()
        again, self._heard_at = now - self._heard_at > _ONE_TIME, now
        if self._heard and not again:
            return
        if self._heard:
            if self.last_act is not None:
                self.last_act()
            if "multiprocessing" in sys.modules:
                for worker in sys.modules["multiprocessing"].active_children():
                    worker.kill()
            os._exit(128 + number)
        self._heard = number
        self._pending = self._held
        if not self._held:
            raise Interrupted(number)
