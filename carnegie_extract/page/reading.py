"""What a line of a header says: kept with its page, so that each line is read once, whoever asks first."""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple, date
from carnegie_extract.page.flow import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Awaited = Literal["byline", "date", "dek"]
    """What the line after a lone label should bring."""
    Tool = Literal[
        "updated", "contributor", "place", "clock", "comments", "languages", "reading-time", "player",
        "share", "center", "series",
    ]  # fmt: skip


class Reading(NamedTuple):
    """What a line of the header says; `waits` names what the next line should bring.

    `tool` names what stands on the line and says nothing of the article: "clock", "share", "reading-time".
    """

    byline: str | None = None
    day: date | None = None
    month: str | None = None
    """A date without a day, as printed."""
    label: str | None = None
    blog: str | None = None
    waits: Awaited | None = None
    tool: Tool | None = None

    @property
    def dated(self) -> bool:
        """Whether it has a date, with a day or without."""
        return self.day is not None or self.month is not None


class Part(NamedTuple):
    """A line of the header, or a part of one that other elements do not hold, as it was read."""

    at: int
    line: Line
    reading: Reading | None

    @property
    def says(self) -> Reading:
        """What it was read as: nothing, where no grammar reads it."""
        return self.reading or _NOTHING


_NOTHING = Reading()
