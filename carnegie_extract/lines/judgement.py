"""What a line of a page is: one role, and the name of the rule that gave it."""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    HeaderRole = Literal["headline", "dek", "label", "blog", "byline", "date", "credit", "notice", "tool"]
    BodyRole = Literal["paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table"]
    TailRole = Literal["note", "author", "tags", "disclaimer"]
    ChromeRole = Literal[
        "button", "box", "caption", "card", "comments", "contents", "embed", "footer", "form", "hidden",
        "metadata", "navigation", "newsletter", "outlet", "pdf", "player", "related",
    ]  # fmt: skip
    Role = Literal[HeaderRole, BodyRole, TailRole, ChromeRole, "unread"]

BODY: frozenset[BodyRole] = frozenset(
    ("paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table")
)
"""The roles that become blocks of the record."""
CHROME: frozenset[ChromeRole] = frozenset(
    (
        "button", "box", "caption", "card", "comments", "contents", "embed", "footer", "form", "hidden",
        "metadata", "navigation", "newsletter", "outlet", "pdf", "player", "related",
    )
)  # fmt: skip
"""The roles of lines that are not part of the article."""


class Verdict(NamedTuple):
    """The role of a line and the rule that gave it. The name of the rule stands where the verdict is made."""

    role: Role
    rule: str


Verdicts = dict[int, Verdict]
"""By place in the flow."""


def upwards(start: int, end: int, judged: Verdicts) -> Iterator[int]:
    """The places that are not judged yet, from the last one up."""
    return (at for at in range(end - 1, start - 1, -1) if at not in judged)
