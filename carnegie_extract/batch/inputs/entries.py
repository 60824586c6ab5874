"""What a command line or a list names, one by one."""

from carnegie_extract.base.errors import UnreadableFile
from carnegie_extract.base.quick import NamedTuple


class Pause:
    """A list or a pipe may be slow to go on: what came before is given out first."""


class Members(NamedTuple):
    """Some pages of an archive, by their `source`."""

    path: str
    sources: frozenset[str]


class LeftOut(NamedTuple):
    """How many files of a folder are not read since their names are not those of pages."""

    number: int


NoFile = UnreadableFile | Pause | LeftOut
Path = str | Members | NoFile
"""A file to read, or a part of it; or what there is to tell instead, such as that the next may be long in coming."""
