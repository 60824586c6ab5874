"""Which lines are our own: records, and the error lines that `--errors` writes. Others belong to the user."""

from __future__ import annotations

import re
from typing import NamedTuple

from carnegie_extract.batch.reading.reader import ErrorLine
from carnegie_extract.fields import keys
from carnegie_extract.formats.json_lines import decode

_STARTS = (b'{"source":"', b'{\n  "source": "')
_TORN = re.compile(rb'\{\s*"source": ?"(?:[^"\\]|\\.)*+(?:"(.*))?', re.S)


class NotOurs(Exception):
    """A file holds something else; `str()` says what is wrong with it."""


class Kind(NamedTuple):
    """What a file of ours holds."""

    option: str
    """The option that names it."""
    lines: str
    """What its lines are called."""
    shapes: tuple[tuple[str, ...], ...]
    """The keys that a line may have, in their order."""

    @property
    def foreign(self) -> NotOurs:
        """It holds something else."""
        return NotOurs(f"not a file of {self.lines}")

    def read(self, line: bytes | bytearray) -> tuple[str, tuple[str, ...]]:
        """The source that a line names, and its keys. Raises NotOurs."""
        try:
            found = decode(line)
        except (ValueError, RecursionError):
            raise self.foreign from None
        if not isinstance(found, dict) or tuple(found) not in self.shapes:
            raise self.foreign
        if not isinstance(found["source"], str):
            raise self.foreign
        return found["source"], tuple(found)

    def picked(self, line: bytes | bytearray) -> tuple[str, ...]:
        """The keys of a line that has some of ours, as `--fields` picks them; none for any other line."""
        try:
            found = decode(line)
        except (ValueError, RecursionError):
            return ()
        known = {key for shape in self.shapes for key in shape}
        return tuple(found) if isinstance(found, dict) and known.issuperset(found) else ()

    def may_begin(self, part: bytes | bytearray) -> bool:
        """Whether a line of ours can begin so."""
        head = bytes(part[: max(map(len, _STARTS))])
        return any(head.startswith(start) or start.startswith(head) for start in _STARTS)

    def may_be_torn(self, part: bytes) -> bool:
        """Whether a line of ours, cut off somewhere, can look so."""
        try:
            decode(part)
        except (ValueError, RecursionError):
            pass
        else:
            self.read(part)
            return True
        match = _TORN.match(part)
        if match is None:
            return self.may_begin(part)
        second = f',"{self.shapes[0][1]}":'.encode()
        rest = b"".join((match[1] or b"")[: 2 * len(second)].split())
        return rest.startswith(second) or second.startswith(rest)


RECORDS = Kind("--output", "records", (keys(), keys(blocks=True)))
ERROR_LINES = Kind("--errors", "error lines", (ErrorLine._fields, ErrorLine._fields[:-1]))
