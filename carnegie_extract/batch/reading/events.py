"""What a run is made of: its tasks, and what happens, in the order of the paths."""

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.inputs.entries import LeftOut, Pause
from carnegie_extract.batch.reading.reader import Outcome
from carnegie_extract.forms.member import SavedPage


class Begin(NamedTuple):
    """What follows is of this file."""

    source: str


class Kept(NamedTuple):
    """A page whose record is there from a run that this one continues."""

    source: str


class Whole(NamedTuple):
    """A file that a worker reads, from its page number `skip` on."""

    path: str
    skip: int = 0


class Alone(NamedTuple):
    """No process could be started: the pages are read in this one, as far as that is safe."""

    reason: str


Event = Begin | Kept | Alone | LeftOut | Outcome
Task = Begin | Kept | LeftOut | Outcome | SavedPage | Whole | Pause
"""An event that is known, or what gives some: a page, or a file of pages."""
