"""What a field is: witnesses asked in their order. What a witness sees is gathered once for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carnegie_extract.base.quick import NamedTuple, once
from carnegie_extract.lines.judge import Judged
from carnegie_extract.page.flow import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from carnegie_extract.layouts.layout import Layout
    from carnegie_extract.lines.judgement import Role

    Place = int | Literal["address", "head", "json-ld", "markup", "metadata"]
    """The number of a line, or what else says a value; "markup" is an element that is not a line of its own."""


class Found(NamedTuple):
    """What a witness says, and where it stands."""

    value: Any
    at: Place


class Evidence:
    """A page whose lines are judged, with all that its container says; witnesses ask it and change nothing."""

    def __init__(
        self,
        judged: Judged,
        layout: Layout,
        addresses: tuple[str, ...] = (),
        saved_at: str | None = None,
        decoding: tuple[str, ...] = (),
    ) -> None:
        self.judged = judged
        self.page = judged.page
        self.head = judged.page.head
        self.metadata = judged.page.metadata
        self.flow = judged.page.flow
        self.header = judged.header
        self.layout = layout
        self.addresses = addresses
        self.saved_at = saved_at
        self.decoding = decoding
        """Codes of what decoding had to say."""
        self.settled: dict[str, Found | None] = {}
        """What fields have settled, by name: a field that follows from another asks its witnesses once."""

    @property
    def url(self) -> str | None:
        """The page's own address, the surest."""
        return self.addresses[0] if self.addresses else None

    @once
    def _by_role(self) -> dict[Role, list[int]]:
        places: dict[Role, list[int]] = {}
        for at, verdict in sorted(self.judged.verdicts.items()):
            places.setdefault(verdict.role, []).append(at)
        return places

    def places(self, *roles: Role) -> list[int]:
        """The places of the lines that have one of the roles, in order."""
        found = [at for role in roles for at in self._by_role.get(role, ())]
        return sorted(found) if len(roles) > 1 else found

    def lines(self, *roles: Role) -> Iterator[tuple[int, Line]]:
        """These lines, with their places."""
        return ((at, self.flow[at]) for at in self.places(*roles))


Witness = Callable[[Evidence], "Found | None"]
Trace = Callable[[str, str, "Found | None"], object]


class Field(NamedTuple):
    """A key of the record, and who is asked for it; the first that answers counts."""

    name: str
    witnesses: tuple[Witness, ...]
    empty: Any = None
    """What the record has where none answers."""
    meaning: Callable[[Any], Any] | None = None
    """What is compared of two answers, where the same may be said in several ways."""

    def agree(self, one: Any, other: Any) -> bool:
        """Whether two answers say the same."""
        return bool(one == other or (self.meaning and self.meaning(one) == self.meaning(other)))

    def settle(self, evidence: Evidence, trace: Trace | None = None) -> Found | None:
        """The first answer, None where no witness knows one. With `trace` all are asked, and it hears the answers."""
        if self.name in evidence.settled:
            return evidence.settled[self.name]
        settled: Found | None = None
        for ask in self.witnesses:
            answer = ask(evidence)
            if trace is not None:
                trace(self.name, ask.__name__, answer)
            settled = settled or answer
            if settled is not None and trace is None:
                break
        evidence.settled[self.name] = settled
        return settled


def found(value: Any, at: Place) -> Found | None:
    """An answer, or None where the value says nothing."""
    return Found(value, at) if value else None
