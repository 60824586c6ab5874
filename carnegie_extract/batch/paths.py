"""Which files to read: folders walked and lists read, as a stream.

Names are as the system gives them: bytes that are not UTF-8 are kept by Python's surrogates.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from heapq import heapify, heappop
from itertools import groupby
from stat import S_ISDIR, S_ISREG

import orjson

from carnegie_extract.batch.names import path_of, source_name
from carnegie_extract.batch.options import STDIN
from carnegie_extract.batch.reader import os_reason
from carnegie_extract.errors import UnreadableFile
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedReader

_PAGES = frozenset(
    ".html .htm .xhtml .xht .shtml .php .asp .aspx .jsp .mhtml .mht .eml .mbox .har .webarchive .txt .text "
    ".warc .wacz .zip .tar .tgz .tbz2 .txz".split()
)
_COMPRESSED = (".gz", ".zst", ".br", ".bz2", ".xz")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_QUERY = re.compile(r"[?@#]")
_PARTS_OF_PAGE = "_files"
"""How browsers end the name of the folder beside a page that they saved with its pictures."""
_CHUNK = 2**16

_ERROR = b'{"source":'
"""How a line of `--errors` begins."""


class Members(NamedTuple):
    """Some pages of an archive, by their `source`."""

    path: str
    sources: frozenset[str]


Path = str | Members | UnreadableFile
"""A file to read, or a part of it, or why there is none."""


class Rules(NamedTuple):
    """Which files of a folder are read. A glob with a slash is for the path below the folder."""

    include: tuple[str, ...] = ()
    """Globs; without one, names that can be pages."""
    exclude: tuple[str, ...] = ()

    def admits(self, path: str) -> bool:
        """Whether the file at `path`, below its folder, is to be read."""
        if any(_matches(path, glob) for glob in self.exclude):
            return False
        if self.include:
            return any(_matches(path, glob) for glob in self.include)
        return may_be_page(os.path.basename(path))


def walk(folder: str, rules: Rules) -> Iterator[Path]:
    """The files of a folder and those below it, sorted by name; an error where there are none.

    Hidden files and the folders of browser saves are passed over, and links to folders walked before.
    """
    empty = True
    for path in _walk(folder, rules):
        empty = False
        yield path
    if empty:
        yield UnreadableFile("no file in it that can be a page", source_name(folder))


def listed(name: str, *, null: bool) -> Iterator[Path]:
    """The paths in a file, one a line or, with `null`, separated by NUL; "-" is standard input.

    A line that `--errors` wrote names the page that failed; of an archive those pages alone are read again.
    """
    separator = b"\0" if null else b"\n"
    try:
        with _opened_list(name) as file:
            entries = (_entry(line) for line in _split(file, separator) if line)
            for archive, group in groupby(entries, key=lambda entry: entry[0]):
                if archive is None:
                    yield from (path for _, path in group)
                else:
                    yield Members(archive, frozenset(str(source) for _, source in group))
    except OSError as error:
        yield UnreadableFile(os_reason(error), source_name(name))


def may_be_page(name: str) -> bool:
    """Whether a name can be a page's or an archive's: by its ending, where it has one."""
    base = _QUERY.split(name.lower(), maxsplit=1)[0]
    for ending in _COMPRESSED:
        if base.endswith(ending):
            base = base.removesuffix(ending)
            if not os.path.splitext(base)[1]:
                return True
            break
    ending = os.path.splitext(base)[1]
    # Addresses that end in a word have no ending, and "u.s.-china-relations" has none either.
    return ending in _PAGES or not _ENDING.fullmatch(ending) or ending[1:].isdigit()


def _walk(folder: str, rules: Rules) -> Iterator[Path]:
    """Without recursion: folders nest deeper than Python's stack."""
    walked: set[tuple[int, int]] = set()
    # Folders that are open: their place below the first one, and a heap of the names still to come. The
    # first of a million names comes out of a heap long before they are sorted.
    opened: list[tuple[str, list[str]]] = []
    inside: str | None = ""
    while inside is not None or opened:
        if inside is not None:
            path = os.path.join(folder, inside) if inside else folder
            try:
                opened.append((inside, _names(path, walked)))
            except OSError as error:
                yield UnreadableFile(os_reason(error), source_name(path))
            inside = None
            continue
        below, names = opened[-1]
        if not names:
            opened.pop()
            continue
        name = heappop(names)
        inner = os.path.join(below, name) if below else name
        kind = _kind(os.path.join(folder, inner))
        if kind == "folder" and not name.endswith(_PARTS_OF_PAGE):
            inside = inner
        elif kind == "file" and rules.admits(inner):
            yield os.path.join(folder, inner)


def _names(path: str, walked: set[tuple[int, int]]) -> list[str]:
    """What a folder holds, as a heap; nothing for a link to one that was walked. Raises OSError."""
    status = os.stat(path)
    here = (status.st_dev, status.st_ino)
    if here in walked and os.path.islink(path):
        return []
    walked.add(here)
    names = [name for name in os.listdir(path) if not name.startswith(".")]
    heapify(names)
    return names


def _kind(path: str) -> str:
    """What is at the end of links; one that leads nowhere is a file to tell of."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return "file"
    return "folder" if S_ISDIR(mode) else "file" if S_ISREG(mode) else "device"


def _opened_list(name: str) -> BufferedReader:
    if name != STDIN:
        return open(name, "rb")
    if sys.stdin is None:
        raise OSError(None, "standard input is closed")
    return open(0, "rb", closefd=False)


def _entry(line: bytes) -> tuple[str | None, str | UnreadableFile]:
    """What a line of a list names: no archive and a path, or an archive and the `source` of a page in it."""
    source = _failed_source(line) if line.startswith(_ERROR) else None
    if source is None:
        return None, _listed_path(line)
    if source == STDIN or source.startswith(f"{STDIN}#"):
        return None, UnreadableFile("came from standard input, and can't be read again", source)
    end = len(source)
    while end > 0 and not os.path.lexists(path_of(source[:end])):
        end = source.rfind("#", 0, end)
    return (path_of(source[:end]), source) if 0 < end < len(source) else (None, path_of(source))


def _failed_source(line: bytes) -> str | None:
    """The source in a line that `--errors` wrote; None for any other line."""
    try:
        source = orjson.loads(line)["source"]
    except orjson.JSONDecodeError:
        return None
    return source if isinstance(source, str) and "\0" not in source else None


def _listed_path(line: bytes) -> str | UnreadableFile:
    path = os.fsdecode(line)
    if "\0" in path:
        return UnreadableFile(
            "no name of a file; are the names separated by NUL (-0)?", source_name(path)[:200]
        )
    return os.path.join(os.curdir, path) if path == STDIN else path


def _matches(path: str, glob: str) -> bool:
    return fnmatchcase(path if "/" in glob else os.path.basename(path), glob)


def _split(file: BufferedReader, separator: bytes) -> Iterator[bytes]:
    rest = b""
    while chunk := file.read1(_CHUNK):
        *whole, rest = (rest + chunk).split(separator)
        yield from whole
    yield rest


def expanded(arguments: list[str], lists: list[str], rules: Rules, *, null: bool) -> Iterator[Path]:
    """The files that a command line means: those it names, those in folders, those in lists."""
    for argument in arguments:
        yield from _files(argument, rules) if argument != STDIN else [argument]
    for name in lists:
        for entry in listed(name, null=null):
            yield from _files(entry, rules) if isinstance(entry, str) else [entry]


def _files(path: str, rules: Rules) -> Iterator[Path]:
    return walk(path, rules) if os.path.isdir(path) else iter([path])
