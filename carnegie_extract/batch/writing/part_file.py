"""A file of lines that is never incomplete: it grows beside its place and is moved there at the end.

What grows, FILE.part, is a sequence of frames of whole lines, each compressed for itself where the name asks
for it. So an interrupted run can be continued behind its last whole frame.

Neither FILE nor FILE.part is written over unless it holds lines of ours, or somebody means it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from stat import S_IMODE, S_ISREG
from tempfile import mkstemp
from typing import BinaryIO

from carnegie_extract.base.errors import NeedsLibrary
from carnegie_extract.batch.interrupts import Interrupts
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading.done import Done
from carnegie_extract.batch.stops import OutputFailed, Refused
from carnegie_extract.batch.writing.our_lines import ERROR_LINES, RECORDS, Kind, NotOurs
from carnegie_extract.batch.writing.output import Lines, failed, write_whole
from carnegie_extract.batch.writing.packing import packing_of
from carnegie_extract.batch.writing.resume import Scan

if sys.platform != "win32":
    import fcntl

FRAME = 2**18
"""Bytes of lines that are written together."""
_LONGEST_EMPTY = 64
"""Bytes of a compressed file that holds nothing."""
_LEAST_LIMIT = 2**28
"""Bytes. No line is held that is longer than this, and than four times what a page may have."""
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class PartFile(Lines):
    """FILE.part, to become FILE."""

    takes_records = True

    def __init__(self, path: str, kind: Kind, options: Options, hear: Callable[[], Interrupts]) -> None:
        """Look at what is there, and change nothing. Raises OutputFailed, Refused."""
        super().__init__(-1, path, hear)
        self.done = Done()
        self.kind = kind
        self.path = os.path.realpath(path)
        self.part = f"{self.path}.part"
        self.is_ours = self.part_is_ours = True
        """Whether FILE, and FILE.part, is missing, empty, or holds lines of this kind alone."""
        self._options = options
        self._goes_on = options.resume and kind is RECORDS
        self._most = 1 if kind is ERROR_LINES else FRAME
        self._frame: list[bytes] = []
        self._size = 0
        self._end = 0
        """Where the lines end that are kept."""
        self._is_open = self._has_begun = False
        try:
            self._packing = packing_of(path)
            self._before = _status(self.path)
            self._look()
        except NeedsLibrary as error:
            raise OutputFailed(path, error.reason) from error
        except OSError as error:
            raise failed(error, path) from error

    @property
    def part_name(self) -> str:
        """FILE.part as people know it."""
        return f"{self.name}.part" if self.path == os.path.abspath(self.name) else self.part

    @property
    def left_in(self) -> str | None:
        """FILE.part, unless it has become FILE or has nothing in it."""
        return self.part if self._has_begun and os.path.exists(self.part) else None

    def begin(self) -> None:
        """Open FILE.part, behind what is kept of it. Raises OutputFailed."""
        try:
            if self.descriptor < 0 and self._end:
                self._copy()
            with self.hear().held():
                self._begin()
        except FileExistsError as error:
            raise OutputFailed(self.name, "another run is writing to it") from error
        except OSError as error:
            raise failed(error, self.name) from error

    def _begin(self) -> None:
        """Raises OSError."""
        if self.descriptor < 0:
            self.descriptor = os.open(self.part, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFELY, 0o666)
            _lock(self.descriptor)
        os.ftruncate(self.descriptor, self._end)
        os.lseek(self.descriptor, self._end, os.SEEK_SET)
        if self._before is not None:
            there = self.descriptor if os.chmod in os.supports_fd else self.part
            os.chmod(there, S_IMODE(self._before.st_mode))
        self._is_open = self._has_begun = True

    def write(self, line: bytes) -> None:
        """Keep it, and write what is kept when it is enough. Raises OutputFailed."""
        self._frame.append(line)
        self._size += len(line)
        if self._size >= self._most:
            self._flush()

    def close(self, *, complete: bool) -> None:
        """Move it to its place; or leave it where it is, to be continued. Raises OutputFailed."""
        if not self._is_open:
            return
        with self.hear().held():
            self._is_open = False
            self._flush()
            try:
                self.is_left = complete and self._would_empty_file()
                if complete and not self.is_left:
                    os.fsync(self.descriptor)
                    self._make_sure_of_both()
                    self._put_in_place()
                elif not os.fstat(self.descriptor).st_size and self._is_same_part():
                    os.unlink(self.part)
                os.close(self.descriptor)
            except OSError as error:
                raise failed(error, self.name) from error

    def _put_in_place(self) -> None:
        """Make FILE of FILE.part. Raises OSError."""
        os.replace(self.part, self.path)

    def _would_empty_file(self) -> bool:
        """Whether a run without a single record would take the place of the records of another."""
        held = self._before is not None and self._before.st_size > 0
        empty = not os.fstat(self.descriptor).st_size
        return held and empty and self.kind is RECORDS and not self._options.force

    def _flush(self) -> None:
        frame, self._frame, self._size = b"".join(self._frame), [], 0
        if frame:
            with self.hear().held():
                write_whole(self.descriptor, self._packing.pack(frame), self.name)

    def _look(self) -> None:
        """See what FILE and FILE.part hold, and what of it is kept. Raises OSError, Refused."""
        if os.path.isdir(self.path):
            raise Refused(self.name, f"is a folder; {self.kind.option} needs a file name")
        if os.path.basename(self.name) in ("", os.curdir, os.pardir):
            how = "ends in a slash" if self.name.endswith(os.sep) else "names a folder"
            raise Refused(self.name, f"{how}; {self.kind.option} needs a file name")
        folder, output = os.path.dirname(self.path), self._options.output
        if not (self._options.in_folder and output is not None and folder == os.path.realpath(output)):
            os.stat(folder)  # a folder that takes the articles is made before its files
        self._open_part()
        if self.descriptor >= 0:
            self._look_at_part()
        if self._before is not None:
            self._look_at_file()

    def _look_at_part(self) -> None:
        resume, force = self._options.resume, self._options.force
        try:
            with open(self.descriptor, "rb", closefd=False) as file:
                found = self._scan(file, goes_on=self._goes_on)
        except NotOurs as error:
            self.part_is_ours = False
            if resume:
                raise Refused(self.part_name, f"{error}, so --resume cannot continue it") from error
            self._may_replace(self.part_name, error)
            return
        if self._goes_on:
            self.done, self._end = found
        elif os.fstat(self.descriptor).st_size and not (resume or force):
            raise Refused(self.part_name, f"left by an unfinished run ({self._ways_on})")

    @property
    def _ways_on(self) -> str:
        if self._options.output is None:
            return "a run without --output cannot be continued; use --force to start over"
        if self._options.pretty:
            return "indented records cannot be continued; use --force to start over"
        return "use --resume to continue it or --force to start over"

    def _look_at_file(self) -> None:
        adds = self._goes_on and self.descriptor < 0
        try:
            with open(self.path, "rb") as file:
                found = self._scan_whole(file, goes_on=adds)
        except NotOurs as error:
            self.is_ours = False
            if adds and not self._options.force:
                raise Refused(self.name, f"{error}, so --resume will not add to it") from error
            self._may_replace(self.name, error)
            return
        if adds:
            self.done, self._end = found

    def _may_replace(self, name: str, error: NotOurs) -> None:
        """Raises Refused unless somebody means it."""
        if not self._options.force:
            way_on = "" if name in self._options.named else " (use --force to replace it)"
            raise Refused(name, f"{error}, so {self.kind.option} will not replace it{way_on}") from error

    def _scan_whole(self, file: BinaryIO, *, goes_on: bool) -> tuple[Done, int]:
        """Read a file that may not end within a line, as FILE.part may. Raises NotOurs, OSError."""
        done, end = self._scan(file, goes_on=goes_on)
        if end != os.fstat(file.fileno()).st_size:
            raise NotOurs(f"not a file of whole {self.kind.lines}")
        return done, end

    def _scan(self, file: BinaryIO, *, goes_on: bool) -> tuple[Done, int]:
        """Read all of it: what is done if the run goes on with it, and its end. Raises NotOurs, OSError."""
        done, end, held = Done(), 0, False
        longest = max(_LEAST_LIMIT, 4 * self._options.max_page_size)
        shape = RECORDS.shapes[self._options.blocks] if goes_on else None
        for sources, frame_end in Scan(self.kind, longest, shape).frames(self._packing.pieces(file)):
            end, held = frame_end, held or bool(sources)
            for source in sources if goes_on else ():
                done.add(source)
        if end > _LONGEST_EMPTY and not held:  # what is packed can hold somebody's data beside its content
            raise self.kind.foreign
        return done, end

    def _open_part(self) -> None:
        """Open and lock FILE.part if it is there. Raises OSError, Refused."""
        try:
            status = os.lstat(self.part)
            if S_ISREG(status.st_mode) and status.st_nlink == 1:
                self.descriptor = os.open(self.part, os.O_RDWR | _SAFELY)
        except FileNotFoundError:
            return
        if self.descriptor < 0:
            says = "not a regular file (perhaps a link), so nothing is written to it; remove it first"
            raise Refused(self.part_name, says)
        _lock(self.descriptor)
        if not self._is_same_part():  # it has become FILE meanwhile
            raise OSError(None, "another run is writing to it")

    def _is_same_part(self) -> bool:
        """Whether FILE.part is still what is open."""
        try:
            return os.path.samestat(os.lstat(self.part), os.fstat(self.descriptor))
        except FileNotFoundError:
            return False

    def _make_sure_of_both(self) -> None:
        """Raises OutputFailed where another program wrote FILE or FILE.part meanwhile."""
        if not self._is_same_part():
            raise OutputFailed(self.part_name, "was changed by another program")
        if _is_changed(_status(self.path), self._before):
            says = f"was changed by another program, so {self.kind.option} did not replace it"
            raise OutputFailed(self.name, says)

    def _copy(self) -> None:
        """Copy FILE to FILE.part, wholly or not at all, and open that. Raises OSError."""
        descriptor, copy = mkstemp(prefix=".carnegie-extract-", dir=os.path.dirname(self.path))
        os.close(descriptor)
        try:
            shutil.copyfile(self.path, copy)
            _move(copy, self.part)
        except BaseException:
            with suppress(OSError):
                os.unlink(copy)
            raise
        self._open_part()


class Stream(Lines):
    """A device or a named pipe."""

    def begin(self) -> None:
        """Open it; a pipe waits for its reader. Raises OutputFailed."""
        try:
            self.descriptor = os.open(self.name, os.O_WRONLY)
        except OSError as error:
            raise failed(error, self.name) from error
        if S_ISREG(os.fstat(self.descriptor).st_mode):
            raise OutputFailed(self.name, "was changed by another program")


def is_stream(path: str) -> bool:
    """Whether it is there and no file that could be moved: a device, a named pipe."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not S_ISREG(mode) and not os.path.isdir(path)


def _move(path: str, to: str) -> None:
    """Move a file to a name that is free. Raises OSError."""
    if os.path.lexists(to):
        raise FileExistsError
    os.rename(path, to)


def _status(path: str) -> os.stat_result | None:
    """What the system says of a file; None where there is none. Raises OSError."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _is_changed(now: os.stat_result | None, before: os.stat_result | None) -> bool:
    """Whether a file came, or was written or replaced; one that has gone leaves nothing to lose."""
    if now is None or before is None:
        return now is not None
    same = os.path.samestat(now, before) and now.st_size == before.st_size
    return not same or now.st_mtime_ns != before.st_mtime_ns


def _lock(descriptor: int) -> None:
    """Two runs that write one file would write over each other. Raises OSError.

    The lock is this process's: its workers don't inherit it, and it ends with the process.
    """
    if sys.platform != "win32":
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OSError(None, "another run is writing to it") from None
