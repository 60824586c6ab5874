"""A stream whose first bytes were read already, to look at them."""

import io

from carnegie_extract.base.errors import Damaged


class Prefixed(io.RawIOBase):
    """`head` and then what `rest` still has; a read never waits for more than `rest` has at hand.

    `damage` is raised between the two: what came to light when the head was read.
    """

    def __init__(self, head: bytes, rest: io.BufferedIOBase, damage: Damaged | None) -> None:
        self._head = head
        self._damage = damage
        self._rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        """Fill `buffer`, from the head first."""
        if self._head:
            taken, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        elif self._damage is not None:
            damage, self._damage = self._damage, None
            raise damage
        else:
            taken = self._rest.read1(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)


def prefixed(head: bytes, rest: io.BufferedIOBase, damage: Damaged | None = None) -> io.BufferedReader:
    """The stream that `head` was read from, from its start."""
    return io.BufferedReader(Prefixed(head, rest, damage), 2**16)


def peeked(file: io.BufferedIOBase, length: int) -> tuple[bytes, Damaged | None, io.BufferedReader]:
    """The first `length` bytes of a stream, what damage came to light, and the stream from its start.

    The bytes end at a damaged place. One before them all is passed over, and raised by the first read.
    """
    head, first, later = b"", None, None
    while len(head) < length and later is None:
        try:
            data = file.read1(length - len(head))
        except Damaged as damage:
            first, later = (first, damage) if head else (first or damage, None)
            continue
        if not data:
            break
        head += data
    stream = prefixed(head, file, later)
    return head, first or later, prefixed(b"", stream, first) if first is not None else stream
