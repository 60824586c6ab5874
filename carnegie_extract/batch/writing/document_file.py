"""A file of another format than JSON Lines: FILE.part holds the records, FILE is made of them at the end.

So a run can be interrupted and continued in any format.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from stat import S_IMODE
from tempfile import mkstemp

from carnegie_extract.base.english import joined
from carnegie_extract.batch.stops import Refused
from carnegie_extract.batch.writing.encoded import encoded, record_of
from carnegie_extract.batch.writing.our_lines import RECORDS, NotOurs
from carnegie_extract.batch.writing.output import batches, failed, write_whole
from carnegie_extract.batch.writing.part_file import FRAME, PartFile
from carnegie_extract.batch.writing.resume import cut
from carnegie_extract.fields import keys
from carnegie_extract.formats.table import FORMATS


class DocumentFile(PartFile):
    """FILE.part, of which FILE is made."""

    _made: str | None = None
    """What becomes FILE."""

    def close(self, *, complete: bool) -> None:
        """Make FILE of it; or leave it where it is, to be continued. Raises OutputFailed."""
        if self._is_open and complete:
            self._flush()
            if not self._would_empty_file():
                self._made = self._make()
        super().close(complete=complete)

    def _put_in_place(self) -> None:
        assert self._made is not None, "it is made before"
        os.replace(self._made, self.path)
        os.unlink(self.part)

    def _make(self) -> str:
        """Write what becomes FILE beside it, and give its name. Raises OutputFailed."""
        try:
            descriptor, made = mkstemp(prefix=".carnegie-extract-", dir=os.path.dirname(self.path))
        except OSError as error:
            raise failed(error, self.name) from error
        try:
            records = map(record_of, self._lines(self.part))
            for frame in batches(encoded(records, self._options, self.name), FRAME):
                write_whole(descriptor, self._packing.pack(b"".join(frame)), self.name)
            os.fsync(descriptor)
            os.chmod(made, S_IMODE(os.fstat(self.descriptor).st_mode))
        except BaseException as error:
            with suppress(OSError):
                os.unlink(made)
            if isinstance(error, OSError):
                raise failed(error, self.name) from error
            raise
        finally:
            os.close(descriptor)
        return made

    def _lines(self, path: str) -> Iterator[bytes]:
        """The lines of FILE.part, or of FILE. Raises NotOurs, OSError."""
        rest = bytearray()
        with open(path, "rb") as file:
            for piece, _ in self._packing.pieces(file):
                seen = len(rest)
                rest += piece
                yield from map(bytes, cut(rest, seen))

    def _look_at_file(self) -> None:
        """The content of FILE can't be distinguished from somebody's work, so it is only replaced with --force."""
        assert self._before is not None, "FILE is there"
        if not self._before.st_size or self._holds_nothing():
            return
        self.is_ours = False
        if self._goes_on and self.descriptor < 0:
            raise Refused(self.name, self._not_continued)
        self._may_replace(self.name, NotOurs("not empty"))

    def _holds_nothing(self) -> bool:
        """Whether FILE is what a run without any record writes, such as the head of a table."""
        nothing = self._packing.pack(b"".join(encoded(iter(()), self._options, self.name)))
        with suppress(OSError), open(self.path, "rb") as file:
            return file.read(len(nothing) + 1) == nothing
        return False

    @property
    def _not_continued(self) -> str:
        """Why there is nothing to go on with."""
        nothing = f"no interrupted run to continue ({os.path.basename(self.part)} is missing)"
        adds = "--resume adds to a finished file only if it is JSON Lines"
        if self._options.format == FORMATS[0].name:
            adds = f"--resume does not add to a finished file with --fields (this one has {self._fields})"
        return f"{nothing}, and {adds}; use --force instead to replace this file"

    @property
    def _fields(self) -> str:
        """Which fields the records in FILE have, by its first line."""
        try:
            line = next(self._lines(self.path), b"")
        except (NotOurs, OSError):
            line = b""
        picked = RECORDS.picked(line)
        if len(picked) >= len(keys()):
            return "all fields"
        return f"the fields {joined(picked, 'and')}" if picked else "no records"
