"""Which files to read: folders walked and lists read, as a stream.

Names are as the system gives them: bytes that are not UTF-8 are kept by Python's surrogates.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from heapq import heapify, heappop
from itertools import chain, groupby
from stat import S_ISDIR, S_ISREG

import orjson

from carnegie_extract.base.errors import EmptyFolder, UnreadableFile
from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.inputs.entries import LeftOut, Members, Path, Pause
from carnegie_extract.batch.inputs.lists import lines_of
from carnegie_extract.batch.inputs.names import path_of, source_name
from carnegie_extract.batch.inputs.reasons import os_reason
from carnegie_extract.batch.options import STDIN
from carnegie_extract.forms import FORMS

_PAGES = frozenset(
    (
        *".html .htm .xhtml .xht .shtml .php .asp .aspx .jsp .txt .text".split(),
        *(ending for form in FORMS if not form.packs for ending in form.endings),
    )
)
_PACKED = tuple(ending for form in FORMS if form.packs for ending in form.endings)
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_QUERY = re.compile(r"[?@#]")
_PARTS_OF_PAGE = "_files"
"""How browsers end the name of the folder beside a page that they saved with its pictures."""
_LONGEST_PATH = 2**15
"""Bytes or letters: no system takes a longer one."""
_ERROR = b'{"source":'
"""How a line of `--errors` begins."""


class Rules(NamedTuple):
    """Which files of a folder are read.

    A glob with a slash is for the path below the folder; one that ends in a slash, for all that is below that path.
    """

    include: tuple[str, ...] = ()
    """Globs; without one that says more of the ending, names that can be pages."""
    exclude: tuple[str, ...] = ()

    def admits(self, path: str) -> bool:
        """Whether the file at `path`, below its folder, is to be read."""
        if any(_matches(path, glob) for glob in self.exclude):
            return False
        if self.include:
            return any(_matches(path, glob) and _may_be_meant(path, glob) for glob in self.include)
        return may_be_page(os.path.basename(path))

    @property
    def nothing(self) -> str:
        """The message for a folder without a file that is read."""
        options = [
            option for option, globs in (("--include", self.include), ("--exclude", self.exclude)) if globs
        ]
        if options:
            return f"no file in this folder passes {' and '.join(options)}"
        return "no web pages or archives found in this folder"


def walk(folder: str, rules: Rules) -> Iterator[Path]:
    """The files of a folder and those below it, sorted by name; an error where there are none.

    Links to folders are followed, but to none that holds this one, and each folder is read once. Hidden files
    and the folders of browser saves are passed over.
    """
    empty, left_out = True, 0
    for path in _walk(folder, rules):
        if isinstance(path, LeftOut):
            left_out += path.number
            continue
        empty = False
        yield path
    if left_out and not (rules.include or rules.exclude):
        yield LeftOut(left_out)
    if empty:
        yield EmptyFolder(rules.nothing, source_name(folder))


def listed(name: str, *, null: bool) -> Iterator[Path]:
    """The paths in a file, one a line or, with `null`, separated by NUL; "-" is standard input.

    A line may also be the `source` of a record, or a line of `--errors`: of an archive, these pages alone
    are read. Raises Refused for a file that is not a list.
    """
    try:
        yield from _grouped(_entries(name, lines_of(name, null=null)))
    except OSError as error:
        yield UnreadableFile(os_reason(error, name), source_name(name))


def member(path: str) -> Members | str | None:
    r"""The file, or the page of an archive, whose `source` is `path`; None where there is no such file.

    It is read as printed, with `\xNN` for odd bytes, or else as the system gives names.
    """
    end = min(len(path), _LONGEST_PATH)
    while end > 0:
        for name in (path_of(path[:end]), path[:end]):
            if os.path.isfile(name):
                rest = os.fsencode(path[end:]).decode("utf-8", "backslashreplace")
                return Members(name, frozenset([source_name(name) + rest])) if rest else name
        end = path.rfind("#", 0, end)
    return None


def may_be_page(name: str) -> bool:
    """Whether a name can be a page's or an archive's: by its ending, where it has one."""
    base = _QUERY.split(name.lower(), maxsplit=1)[0]
    for ending in _PACKED:
        if base.endswith(ending):
            base = base.removesuffix(ending)
            if not os.path.splitext(base)[1]:
                return True
            break
    ending = os.path.splitext(base)[1]
    # Addresses that end in a word have no ending, and "u.s.-china-relations" has none either.
    return ending in _PAGES or not _ENDING.fullmatch(ending) or ending[1:].isdigit()


def walk_meets(rules: Rules, path: str, folder: str) -> bool:
    """Whether a walk of `folder` reads the file at `path` as soon as there is one."""
    top = os.path.join(os.path.realpath(folder), "")
    below = os.path.realpath(path).removeprefix(top)
    if os.path.isabs(below):
        return False
    *folders, name = below.split(os.sep)
    passed_over = any(each.startswith(".") or each.endswith(_PARTS_OF_PAGE) for each in folders)
    return not passed_over and not name.startswith(".") and rules.admits(below)


def _walk(folder: str, rules: Rules) -> Iterator[Path]:
    """Without recursion: folders nest deeper than Python's stack."""
    walked = set(_around(folder))
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
        elif kind == "file":
            yield os.path.join(folder, inner) if rules.admits(inner) else LeftOut(1)


def _around(folder: str) -> Iterator[tuple[int, int]]:
    """The folders that hold a folder, each as what `_same` makes of it."""
    outer, path = os.path.split(os.path.realpath(folder))
    while path:
        yield _same(outer)
        outer, path = os.path.split(outer)


def _same(path: str) -> tuple[int, int]:
    """What tells a folder from all others, by whatever name it is reached. Raises OSError."""
    status = os.stat(path)
    return status.st_dev, status.st_ino


def _names(path: str, walked: set[tuple[int, int]]) -> list[str]:
    """What a folder holds, as a heap; nothing for one that was walked before. Raises OSError."""
    here = _same(path)
    if here in walked and here[1]:  # some network drives number no files
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


def _entries(name: str, lines: Iterable[bytes | None]) -> Iterator[Path]:
    """What the lines of the list `name` stand for."""
    number = 0
    for line in lines:
        number += line is not None
        if line is None:
            yield Pause()
        elif line:
            yield _entry(name, number, line)


def _entry(name: str, number: int, line: bytes) -> Path:
    """What a line of the list `name` stands for."""
    source = _failed_source(line) if line.startswith(_ERROR) else None
    if source is not None:
        if source == STDIN or source.startswith(f"{STDIN}#"):
            return UnreadableFile("came from standard input, which cannot be read again", source)
        found = member(source) or path_of(source)
        if found != source or len(source) <= _LONGEST_PATH:
            return found
    if len(line) > _LONGEST_PATH:
        return UnreadableFile(f"line {number} is longer than any path", source_name(name))
    if b"\0" in line:
        reason = f"line {number} contains a NUL character; for paths separated by NUL, add -0"
        return UnreadableFile(reason, source_name(name))
    path = os.fsdecode(line)
    return os.path.join(os.curdir, path) if path == STDIN else _named(path)


def _named(path: str) -> str | Members:
    """A file or folder; if there is none of this name, the one that is printed as `path`."""
    if ("#" not in path and "\\x" not in path) or os.path.lexists(path):
        return path
    return member(path) or path


def _grouped(entries: Iterable[Path]) -> Iterator[Path]:
    """Pages that follow each other in an archive, together."""
    for archive, group in groupby(entries, key=lambda entry: isinstance(entry, Members) and entry.path):
        if not archive:
            yield from group
            continue
        pages = (entry.sources for entry in group if isinstance(entry, Members))
        yield Members(archive, frozenset(source for sources in pages for source in sources))


def _failed_source(line: bytes) -> str | None:
    """The source in a line that `--errors` wrote; None for any other line."""
    try:
        source = orjson.loads(line)["source"]
    except orjson.JSONDecodeError:
        return None
    return source if isinstance(source, str) and "\0" not in source else None


def _may_be_meant(path: str, glob: str) -> bool:
    """Whether a glob asks for what it matches: one that takes any ending does not ask for `.json`."""
    return may_be_page(os.path.basename(path)) or not _matches(f"{os.path.splitext(path)[0]}.\0", glob)


def _matches(path: str, glob: str) -> bool:
    glob = f"{glob}*" if glob.endswith("/") else glob
    return fnmatchcase(path if "/" in glob else os.path.basename(path), glob)


def expanded(arguments: list[str], lists: list[str], rules: Rules, *, null: bool) -> Iterator[Path]:
    """The files that a command line means: those it names, those in folders, those in lists."""
    named = (argument if argument == STDIN else _named(argument) for argument in arguments)
    for entry in chain(_grouped(named), *(listed(name, null=null) for name in lists)):
        if isinstance(entry, str) and entry != STDIN and os.path.isdir(entry):
            yield from walk(entry, rules)
        else:
            yield entry
