"""A folder with a file for each article: each is complete or absent, and none is replaced without --force."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from stat import S_ISDIR, S_ISREG

from carnegie_extract.batch.interrupts import Interrupts
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.stops import Refused
from carnegie_extract.batch.writing.encoded import encoded, record_of
from carnegie_extract.batch.writing.output import Lines, failed, write_whole
from carnegie_extract.formats.file_names import stem
from carnegie_extract.formats.table import named


class Folder(Lines):
    """The folder of `--output`. Run again, it keeps the files that say the same, and adds those that it lacks."""

    takes_records = True

    def __init__(self, path: str, options: Options, hear: Callable[[], Interrupts]) -> None:
        """Look at it, and change nothing. Raises Refused."""
        super().__init__(-1, path, hear)
        self.path = os.path.realpath(path)
        self.ending = named(options.format).endings[0]
        self._options = options
        self._numbers: dict[int, int] = {}
        """How many files have had a name, by its hash."""
        if os.path.exists(self.path) and not os.path.isdir(self.path):
            raise Refused(path, "is a file; a folder is needed")

    def begin(self) -> None:
        """Make the folder if it is not there. Raises OutputFailed."""
        try:
            with suppress(FileExistsError):
                os.mkdir(self.path)
            self.is_continued_anew = True
        except OSError as error:
            raise failed(error, self.name) from error

    @property
    def example(self) -> str:
        """The path of a file, as it could be."""
        return os.path.join(self.path, f"article{self.ending}")

    def may_replace(self, path: str) -> bool:
        """Whether the file at `path` may be replaced by an article's."""
        inside = os.path.dirname(os.path.realpath(path)) == self.path
        return inside and self._options.force and path.endswith(self.ending)

    def write(self, line: bytes) -> None:
        """Write the file of an article. Raises OutputFailed."""
        record = record_of(line)
        content = b"".join(encoded([record], self._options, self.name))
        try:
            with self.hear().held():
                self._put(stem(record), content)
        except OSError as error:
            raise failed(error, self.name) from error

    def _put(self, base: str, content: bytes) -> None:
        """Write a file under the first name that is free, or that holds the same. Raises OSError, OutputFailed."""
        new: str | None = None
        try:
            for path in self._names(base):
                if _holds(path, content):
                    return
                new = new or self._written(content)
                if self._moved(new, path):
                    new = None
                    return
        finally:
            if new is not None:
                os.unlink(new)

    def _names(self, base: str) -> Iterator[str]:
        """Paths with the names that no article of this run has: "a.md", "a-2.md" ..."""
        for number in count(self._numbers.get(hash(base), 0) + 1):
            name = base if number == 1 else f"{base}-{number}"
            self._numbers[hash(base)] = number
            if number == 1 or hash(name) not in self._numbers:
                self._numbers.setdefault(hash(name), 1)
                yield os.path.join(self.path, name + self.ending)

    def _written(self, content: bytes) -> str:
        """A new file that nobody reads yet. Raises OSError, OutputFailed."""
        new = os.path.join(self.path, f".carnegie-extract-{os.urandom(8).hex()}")
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            write_whole(descriptor, content, self.name)
        except BaseException:
            os.unlink(new)
            raise
        finally:
            os.close(descriptor)
        return new

    def _moved(self, new: str, path: str) -> bool:
        """Whether a file could be moved to a name: one that is free, or a file's with --force. Raises OSError."""
        if self._options.force and os.path.lexists(path) and not S_ISDIR(os.lstat(path).st_mode):
            os.replace(new, path)
            return True
        try:
            os.link(new, path)
        except FileExistsError:
            return False
        except OSError:  # the file system has no links
            if os.path.lexists(path):
                return False
            os.rename(new, path)
            return True
        os.unlink(new)
        return True


def _holds(path: str, content: bytes) -> bool:
    """Whether a file of this name is there and says the same."""
    try:
        status = os.lstat(path)
        if not S_ISREG(status.st_mode) or status.st_size != len(content):
            return False
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False
