"""The files that a run writes: they differ from each other and from its inputs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import product
from stat import S_ISBLK, S_ISREG

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.inputs.entries import NoFile, Path
from carnegie_extract.batch.interrupts import Interrupts
from carnegie_extract.batch.options import STDIN, Inputs, Options
from carnegie_extract.batch.stops import Refused
from carnegie_extract.batch.writing.document_file import DocumentFile
from carnegie_extract.batch.writing.folder import Folder
from carnegie_extract.batch.writing.our_lines import ERROR_LINES, RECORDS, Kind
from carnegie_extract.batch.writing.output import Lines
from carnegie_extract.batch.writing.part_file import PartFile, Stream, is_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.writing.report_file import ReportFile

_NEEDS_ITS_OWN = "--errors needs a file of its own"
_Identity = tuple[int, int]
"""By which the system identifies a file under any name."""


class _Place(NamedTuple):
    """A file that is there, and is written or replaced."""

    name: str
    option: str
    passed_over: bool
    """It is what this run or an earlier one has begun to write, and no page when a folder has it."""
    may_be_list: bool = False

    @property
    def is_read(self) -> Refused:
        """It is one of the inputs too."""
        return Refused(self.name, f"also an input of this run, so {self.option} will not replace it")


class Targets:
    """The files of `--output`, `--errors` and `--report`."""

    def __init__(self, options: Options, hear: Callable[[], Interrupts]) -> None:
        """Look at them, and change nothing. Raises OutputFailed, Refused."""
        if options.report is not None:
            _check_report(options.report, options)
        if options.errors is not None and _names(options.output) & _names(options.errors):
            raise Refused(options.errors, _NEEDS_ITS_OWN)
        self.errors: Lines | None = None
        self.output: Lines | None = None
        self.report: ReportFile | None = None
        if options.errors is not None:
            self.errors = _opened(options.errors, ERROR_LINES, options, hear)
        if options.output is not None:
            self.output = _opened(options.output, RECORDS, options, hear)
        if options.report is not None:
            self.report = _opened_report(options.report, options, hear)

    def begin(self) -> None:
        """Get ready to write: a new folder before the files that may stand in it. Raises OutputFailed."""
        if isinstance(self.output, Folder):
            self.output.begin()
        if self.errors is not None:
            self.errors.begin()
        if self.output is not None and not isinstance(self.output, Folder):
            self.output.begin()
        if self.report is not None:
            self.report.begin()
            self.report.add_earlier(self.output)

    def check(self, inputs: Inputs, known: Iterator[Path]) -> None:
        """Raises Refused unless all outputs differ from all inputs; `known` are the paths known beforehand."""
        errors, output = _places(self.errors), _places(self.output)
        if self.errors is not None and errors.keys() & output.keys():
            raise Refused(self.errors.name, _NEEDS_ITS_OWN)
        places = errors | output | _places(self.report)
        for stream in (1, 2):
            if place := places.get(_identity(stream)):
                raise Refused(place.name, "standard output or standard error already goes to this file")
        parts = _parts(self.errors) | _parts(self.output) | _parts(self.report)
        for name in inputs.pages + inputs.lists:
            place = places.get(_identity(name)) or parts.get(os.path.realpath(name))
            if place is not None and not (place.may_be_list and name in inputs.lists):
                raise place.is_read
        if not all(place.passed_over for place in places.values()) or isinstance(self.output, Folder):
            for _ in self.watch(known):
                pass
        self._check_folders(inputs)

    def _checked(self, path: Path) -> Path:
        """The same path. Raises Refused for a page that --force could replace by the file of an article."""
        if isinstance(self.output, Folder) and not isinstance(path, NoFile):
            page = path if isinstance(path, str) else path.path
            if self.output.may_replace(page):
                says = f"holds input files, such as {page}, so --force will not replace files there"
                raise Refused(self.output.name, says)
        return path

    def _check_folders(self, inputs: Inputs) -> None:
        """Raises Refused for a file that the next run would find among its pages."""
        targets = (self.errors, self.output, self.report)
        files = [file for file in targets if isinstance(file, PartFile | Folder)]
        for file, folder in product(files, filter(os.path.isdir, inputs.pages)):
            path = file.example if isinstance(file, Folder) else file.path
            way_on = "" if isinstance(file, Folder) or file is self.report else ", or as .jsonl"
            if inputs.meets is not None and inputs.meets(path, folder):
                says = f"would be read as a page of the folder {folder}; write it elsewhere{way_on}"
                raise Refused(file.name, says)

    def watch(self, paths: Iterator[Path]) -> Iterator[Path]:
        """The paths of a run, without what it writes. Raises Refused for what it replaces in the end."""
        places = _places(self.errors) | _places(self.output) | _places(self.report)
        return map(self._checked, _watched(paths, places))


def _opened(path: str, kind: Kind, options: Options, hear: Callable[[], Interrupts]) -> Lines:
    """What a name stands for; nothing is changed before it begins. Raises OutputFailed, Refused."""
    if os.path.exists(path) and S_ISBLK(os.stat(path).st_mode):
        raise Refused(path, "is a disk, not a file")
    if is_stream(path):
        if options.resume and kind is RECORDS:
            raise Refused(path, "not a file, so there is nothing to continue")
        return Stream(-1, path, hear)
    if kind is RECORDS and options.in_folder:
        return Folder(path, options, hear)
    if kind is RECORDS and not options.is_plain:
        return DocumentFile(path, kind, options, hear)
    return PartFile(path, kind, options, hear)


def _check_report(path: str, options: Options) -> None:
    """Raises Refused where the report, or what stands beside it, goes where something else does."""
    from carnegie_extract.batch.writing.report_file import folder_of

    if (_names(path) | _names(folder_of(path))) & (_names(options.output) | _names(options.errors)):
        beside = os.path.basename(folder_of(path))
        says = f"--report writes this file and the folder {beside} beside it; give the other files different names"
        raise Refused(path, says)


def _opened_report(path: str, options: Options, hear: Callable[[], Interrupts]) -> ReportFile:
    from carnegie_extract.batch.writing.report_file import ReportFile

    return ReportFile(path, options, hear)


def _watched(paths: Iterator[Path], places: dict[_Identity | None, _Place]) -> Iterator[Path]:
    for path in paths:
        place = None
        if not isinstance(path, NoFile):
            place = places.get(_identity(path if isinstance(path, str) else path.path))
        if place is None:
            yield path
        elif not place.passed_over:
            raise place.is_read


def _names(path: str | None) -> set[str]:
    """What a run writes under a name."""
    if path is None:
        return set()
    name = os.path.realpath(path)
    return {name, f"{name}.part"}


def _places(file: Lines | None) -> dict[_Identity | None, _Place]:
    """What of a target is there."""
    if not isinstance(file, PartFile):
        return {}
    may_be_list = file.kind is ERROR_LINES and file.is_ours
    complete = _Place(file.name, file.kind.option, passed_over=False, may_be_list=may_be_list)
    places = {_identity(file.path): complete}
    places |= {_identity(name): part for name, part in _parts(file).items()}
    places.pop(None, None)
    return places


def _parts(file: Lines | None) -> dict[str, _Place]:
    """What of a target grows, by its name: it may be still to come."""
    if not isinstance(file, PartFile):
        return {}
    return {file.part: _Place(file.part_name, file.kind.option, passed_over=file.part_is_ours)}


def _identity(file: str | int) -> _Identity | None:
    """What a name or a descriptor stands for; None for what is missing or no file."""
    try:
        status = os.stat(0 if file == STDIN else file)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if S_ISREG(status.st_mode) else None
