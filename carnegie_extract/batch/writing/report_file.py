"""The file of `--report`: its content is kept on disk until the run has ended without failure of its own.

A report of many articles has a folder beside it, whose files no other report knows: so the report that was there
stays whole until the new one takes its place.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from tempfile import TemporaryFile
from typing import BinaryIO
from urllib.parse import quote

from carnegie_extract.batch.interrupts import Interrupts
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading.done import Done
from carnegie_extract.batch.reading.earlier_records import records_in
from carnegie_extract.batch.reading.reader import Failure, Record
from carnegie_extract.batch.stops import Refused
from carnegie_extract.batch.writing.our_lines import Kind, NotOurs
from carnegie_extract.batch.writing.output import Lines, batches, failed
from carnegie_extract.batch.writing.part_file import PartFile, is_stream
from carnegie_extract.report.entry import Entry, to_script
from carnegie_extract.report.page import START, Summary, page, part

REPORT = Kind("--report", "a report", ())
_EMBEDDED = 8 * 2**20
"""Bytes of articles that the report itself may hold: some 200 articles. More stand beside it."""
_PART = 2**20
"""Bytes of articles in a file beside it, about: what a browser loads to show one."""
_NAMED = 1000
"""Failures in the list of the report."""
_PART_NAME = re.compile(r"articles-[0-9a-f]{12}-\d{5,}\.js")


class ReportFile(PartFile):
    """FILE.html, made when all pages are read."""

    def __init__(self, path: str, options: Options, hear: Callable[[], Interrupts]) -> None:
        """Look at what is there, and change nothing. Raises OutputFailed, Refused."""
        if is_stream(path):
            raise Refused(path, "not a file; --report needs one")
        super().__init__(path, REPORT, options, hear)
        self.folder = folder_of(path)
        self._check_folder()
        self._spools: list[_Spool] = []
        self._without_lines = 0
        self._failures = 0
        self._written: list[str] = []
        """Files in the folder that this run made."""

    def begin(self) -> None:
        """Open what waits on the disk. Raises OutputFailed."""
        super().begin()
        try:
            self._spools = [_Spool(os.path.dirname(self.path)) for _ in range(3)]
        except OSError as error:
            raise failed(error, self.name) from error
        self._rows, self._details, self._failed = self._spools

    def add(self, entry: Entry) -> None:
        """An article was read. Raises OutputFailed."""
        self._without_lines += not entry.has_lines
        self._keep(self._rows, entry.row)
        self._keep(self._details, entry.detail)

    def add_earlier(self, output: Lines | None) -> None:
        """The articles in the file that `--resume` continues. Raises OutputFailed."""
        if not isinstance(output, PartFile) or not self._options.resume:
            return
        # Another descriptor of the file would take its lock away when it is closed.
        end = os.lseek(output.descriptor, 0, os.SEEK_CUR)
        os.lseek(output.descriptor, 0, os.SEEK_SET)
        with open(output.descriptor, "rb", closefd=False) as file:
            for record in records_in(file):
                if isinstance(record, Record) and record.entry is not None:
                    self.add(record.entry)
        os.lseek(output.descriptor, end, os.SEEK_SET)

    def fail(self, failure: Failure) -> None:
        """A page gave no record and should have. Raises OutputFailed."""
        self._failures += 1
        if self._failures <= _NAMED:
            row = (failure.source, failure.kind, failure.reason, failure.url)
            self._keep(self._failed, to_script(row))

    def finish(self, files: int, failed_by: dict[str, int], skipped_by: dict[str, int]) -> None:
        """Write the report of a run that has ended well, and move it to its place. Raises OutputFailed.

        It says how many files were read, and how many pages failed and were skipped, by kind.
        """
        try:
            is_embedded = self._details.size <= _EMBEDDED
            parts = [] if is_embedded else list(self._write_parts())
            folder = None if is_embedded else quote(os.fsencode(os.path.basename(self.folder)))
            summary = Summary(
                version=self._options.made_by,
                made=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                files=files,
                failed=failed_by,
                skipped=skipped_by,
                unnamed=max(0, self._failures - _NAMED),
                without_lines=self._without_lines,
                folder=folder,
                parts=tuple(parts),
            )
            details = self._details.lines() if is_embedded else ()
            for piece in page(summary, self._rows.lines(), self._failed.lines(), details):
                self.write(piece)
            self._flush()
        except OSError as error:
            raise failed(error, self.name) from error
        self.close(complete=True)
        self._remove_parts(but=self._written)

    def close(self, *, complete: bool) -> None:
        """Leave nothing of a report that is not whole. Raises OutputFailed."""
        if self._is_open and not complete:
            self._frame.clear()
            with suppress(OSError):
                os.ftruncate(self.descriptor, 0)
            self._remove_parts(only=self._written)
        super().close(complete=complete)
        for spool in self._spools:
            spool.close()

    def _keep(self, spool: _Spool, line: bytes) -> None:
        try:
            spool.add(line)
        except OSError as error:
            raise failed(error, self.name) from error

    def _write_parts(self) -> Iterator[tuple[str, int]]:
        """Write the files of the folder; their names, with the number of the first article. Raises OSError."""
        os.makedirs(self.folder, exist_ok=True)
        run, first = secrets.token_hex(6), 0
        for number, details in enumerate(batches(self._details.lines(), _PART)):
            name = f"articles-{run}-{number:05}.js"
            path = os.path.join(self.folder, name)
            self._written.append(name)
            with open(path, "xb") as file:
                file.writelines(part(number, details))
            yield name, first
            first += len(details)

    def _check_folder(self) -> None:
        """Raises Refused where the folder holds what is not a report's."""
        if self._options.force or not os.path.lexists(self.folder):
            return
        foreign = not os.path.isdir(self.folder) or not all(
            map(_PART_NAME.fullmatch, os.listdir(self.folder))
        )
        if foreign:
            name = os.path.join(os.path.dirname(self.name), os.path.basename(self.folder))
            says = "holds other files, and a large report writes there (use --force to write beside them)"
            raise Refused(name, says)

    def _remove_parts(self, *, but: Iterable[str] = (), only: Iterable[str] | None = None) -> None:
        """Remove files of reports from the folder, and the folder when it is empty."""
        with suppress(OSError):
            names = set(os.listdir(self.folder) if only is None else only) - set(but)
            for name in filter(_PART_NAME.fullmatch, names):
                os.unlink(os.path.join(self.folder, name))
            os.rmdir(self.folder)

    def _look_at_part(self) -> None:
        """Half a report is worth nothing to anybody."""
        try:
            with open(self.descriptor, "rb", closefd=False) as file:
                self._scan(file, goes_on=False)
        except NotOurs as error:
            self.part_is_ours = False
            self._may_replace(self.part_name, error)

    def _scan(self, file: BinaryIO, *, goes_on: bool) -> tuple[Done, int]:  # noqa: ARG002  # nothing goes on
        """Raises NotOurs unless it begins as a report does."""
        head = file.read(len(START))
        if not START.startswith(head):
            raise NotOurs("not a report of this tool")
        return Done(), os.fstat(file.fileno()).st_size


class _Spool:
    """Lines that wait on the disk; the file has no name and ends with the process."""

    def __init__(self, folder: str) -> None:
        self.size = 0
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115  # it is open as long as the run

    def add(self, line: bytes) -> None:
        """Keep a line. Raises OSError."""
        self._file.write(line + b"\n")
        self.size += len(line) + 1

    def lines(self) -> Iterator[bytes]:
        """All lines so far, without their ends. Raises OSError."""
        self._file.seek(0)
        return (line[:-1] for line in self._file)

    def close(self) -> None:
        """It is gone."""
        with suppress(OSError):
            self._file.close()


def folder_of(path: str) -> str:
    """The folder beside a report, for the articles of a large run."""
    return f"{os.path.splitext(os.path.abspath(path))[0]}_files"
