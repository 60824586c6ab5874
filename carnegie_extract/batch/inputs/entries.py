"""What a command line or a list names, one by one."""

from carnegie_extract.base.errors import UnreadableFile
from carnegie_extract.base.quick import NamedTuple


class Pause:
    """A list or a pipe may be slow to go on: what came before is given out first."""


class Members(NamedTuple):
    """Some pages of an archive, by their `source`."""

    path: str
    sources: frozenset[str]


Path = str | Members | UnreadableFile | Pause
"""A file to read, or a part of it, or why there is none; or that the next one may be long in coming."""
