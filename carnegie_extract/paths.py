"""Which files to read: folders walked and lists read, as a stream.

Names are as the system gives them: bytes that are not UTF-8 are kept by Python's surrogates.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from carnegie_extract.errors import UnreadableFile
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedReader

_PAGES = frozenset(
    ".html .htm .xhtml .xht .shtml .php .asp .aspx .jsp .mhtml .mht .webarchive .txt .text .warc .wacz .zip "
    ".tar .tgz .tbz2 .txz".split()
)
_COMPRESSED = (".gz", ".zst", ".br", ".bz2", ".xz")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_QUERY = re.compile(r"[?@#]")
_PARTS_OF_PAGE = "_files"
"""How browsers end the name of the folder beside a page that they saved with its pictures."""
_CHUNK = 2**16

Path = str | UnreadableFile
"""A file to read, or why there is none."""


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

    Hidden files and the folders of browser saves are passed over, and links that lead around in circles.
    """
    empty = True
    for path in _walk(folder, "", rules, frozenset()):
        empty = False
        yield path
    if empty:
        yield UnreadableFile("no file in it that can be a page", folder)


def listed(name: str, *, null: bool) -> Iterator[Path]:
    """The paths in a file, one a line or, with `null`, separated by NUL; "-" is standard input."""
    separator = b"\0" if null else b"\n"
    try:
        with open(0 if name == "-" else name, "rb", closefd=name != "-") as file:
            for path in _split(file, separator):
                if path:
                    yield os.fsdecode(path)
    except OSError as error:
        yield UnreadableFile((error.strerror or str(error)).lower(), name)


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


def _walk(folder: str, below: str, rules: Rules, around: frozenset[tuple[int, int]]) -> Iterator[Path]:
    path = os.path.join(folder, below) if below else folder
    try:
        status = os.stat(path)
        entries = sorted(os.scandir(path), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield UnreadableFile((error.strerror or str(error)).lower(), path)
        return
    here = (status.st_dev, status.st_ino)
    if here in around:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        inner = os.path.join(below, entry.name) if below else entry.name
        kind = _kind(entry)
        if kind == "folder" and not entry.name.endswith(_PARTS_OF_PAGE):
            yield from _walk(folder, inner, rules, around | {here})
        elif kind == "file" and rules.admits(inner):
            yield os.path.join(folder, inner)


def _kind(entry: os.DirEntry[str]) -> str:
    """What an entry of a folder is at the end of its links; one that leads nowhere is a file to tell of."""
    try:
        if entry.is_dir():
            return "folder"
        return "file" if entry.is_file() or not os.path.exists(entry.path) else "device"
    except OSError:
        return "file"


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
        yield from _files(argument, rules) if argument != "-" else [argument]
    for name in lists:
        for path in listed(name, null=null):
            yield from _files(path, rules) if isinstance(path, str) else [path]


def _files(path: str, rules: Rules) -> Iterator[Path]:
    return walk(path, rules) if os.path.isdir(path) else iter([path])
