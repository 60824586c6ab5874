"""A stream whose first bytes were read already, to look at them."""

import io


class Prefixed(io.RawIOBase):
    """`head` and then what `rest` still has; a read never waits for more than `rest` has at hand."""

    def __init__(self, head: bytes, rest: io.BufferedIOBase) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        """Fill `buffer`, from the head first."""
        if self._head:
            taken, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            taken = self._rest.read1(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)


def prefixed(head: bytes, rest: io.BufferedIOBase) -> io.BufferedReader:
    """The stream that `head` was read from, from its start."""
    return io.BufferedReader(Prefixed(head, rest), 2**16)
