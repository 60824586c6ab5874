"""What a line of a page is: one role, and the name of the rule that gave it."""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Role = Literal[
        # header
        "headline", "dek", "label", "blog", "byline", "date", "credit", "notice", "tool",
        # body
        "paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table",
        # tail
        "note", "author", "tags", "disclaimer",
        # chrome
        "button", "box", "caption", "card", "comments", "contents", "embed", "footer", "form", "hidden",
        "metadata", "navigation", "newsletter", "outlet", "pdf", "player", "related",
        "unread",
    ]  # fmt: skip

BODY: frozenset[Role] = frozenset(
    ("paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table")
)
"""The roles that become blocks of the record."""
CHROME: frozenset[Role] = frozenset(
    (
        "button", "box", "caption", "card", "comments", "contents", "embed", "footer", "form", "hidden",
        "metadata", "navigation", "newsletter", "outlet", "pdf", "player", "related",
    )
)  # fmt: skip
"""The roles of what is no part of the article."""


class Verdict(NamedTuple):
    """The role of a line and the rule that gave it; a rule is named as its function is."""

    role: Role
    rule: str


Verdicts = dict[int, Verdict]
"""By place in the flow."""
