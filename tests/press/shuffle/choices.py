"""A choice is one independent decision about a page; a hand draws the values of one page from its seed."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

SURE = ("seen", "measured", "relied on", "inferred", "custom")
"""How sure the evidence is. "custom": nobody saw it on these sites, web developers write it elsewhere."""


@dataclass(frozen=True)
class Value:
    """One way to decide: how often it is drawn, how sure it is, and the evidence in our own words."""

    weight: float
    sure: str
    evidence: str


@dataclass(frozen=True)
class Choice:
    """A decision with a name and its values; the first value is the ordinary one."""

    name: str
    values: Mapping[str, Value]


CHOICES: dict[str, Choice] = {}

ALWAYS_DRAWN = ("layout", "language", "kind")
"""What calm never settles: a calm page is an ordinary page of its layout, language and kind."""


def choice(name: str, /, **values: tuple[float, str, str]) -> Choice:
    """Define a choice. Underscores in the names of values stand for hyphens."""
    made = Choice(
        name, {value.strip("_").replace("_", "-"): Value(*about) for value, about in values.items()}
    )
    if name in CHOICES:
        raise ValueError(f"two choices are called {name}")
    CHOICES[name] = made
    return made


class Hand:
    """The values that one seed draws, and the means to draw anything else of the page from it."""

    def __init__(self, seed: int, forced: Mapping[str, str] | None = None, calm: float = 0.0) -> None:
        self.rng = random.Random(seed)
        self.drawn: set[tuple[str, str]] = set()
        self._forced = forced or {}
        self._calm = calm

    def draw(self, which: Choice) -> str:
        """Draw a value of the choice. A forced value leaves all other draws of the seed as they are."""
        at, calm = self.rng.random(), self.rng.random()
        drawn = self._forced.get(which.name) or self._value(which, at, calm)
        self.drawn.add((which.name, drawn))
        return drawn

    def forget(self, *which: Choice) -> None:
        """What was drawn for these shows nowhere on the page."""
        names = {each.name for each in which}
        self.drawn = {(name, value) for name, value in self.drawn if name not in names}

    def settle(self, which: Choice, value: str) -> None:
        """The layout leaves no choice: the page has this value, whatever was drawn."""
        self.forget(which)
        self.drawn.add((which.name, value))

    def _value(self, which: Choice, at: float, calm: float) -> str:
        names = list(which.values)
        if calm < self._calm and which.name not in ALWAYS_DRAWN:
            return names[0]
        rest = at * sum(value.weight for value in which.values.values())
        for name, value in which.values.items():
            rest -= value.weight
            if rest < 0:
                return name
        return names[-1]

    def one(self, of: tuple[str, ...] | list[str]) -> str:
        return self.rng.choice(of)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def some(self, of: tuple[str, ...], least: int, most: int) -> list[str]:
        """Different ones, in random order."""
        return self.rng.sample(of, min(len(of), self.rng.randint(least, most)))
