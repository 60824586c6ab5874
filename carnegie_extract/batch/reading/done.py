"""Which pages were read by the run that is continued."""

from __future__ import annotations

import re
from collections import Counter


class Done:
    """The pages whose records are there. It takes about a hundred bytes for each."""

    def __init__(self) -> None:
        self._pages: Counter[int] = Counter()
        self._archives: set[int] = set()

    def add(self, source: str) -> None:
        """The record of `source` is there."""
        self._pages[hash(source)] += 1
        self._archives.update(hash(source[: mark.start()]) for mark in re.finditer("#", source))

    def take(self, source: str) -> bool:
        """Whether there is a record of `source`, once for each."""
        key = hash(source)
        if key not in self._pages:
            return False
        self._pages[key] -= 1
        if not self._pages[key]:
            del self._pages[key]
        return True

    def has_part_of(self, source: str) -> bool:
        """Whether there are records of an archive's pages."""
        return hash(source) in self._archives
