"""The options as `--help` tells them: what the man page and the completions are made of."""

import re
from typing import NamedTuple

import typer.main

from carnegie_extract.fields import keys
from carnegie_extract.formats.table import FORMATS
from carnegie_extract.parser import COLORS, HELP, SHELLS, parser

VALUES = {
    "FORMAT": tuple(each.name for each in FORMATS),
    "NAMES": keys(blocks=True),
    "SHELL": SHELLS,
    "WHEN": tuple(COLORS),
}
"""What may stand for a word of the help."""
FREE = {"GLOB", "N", "SIZE", "TIME"}
"""Words of the help for which anything may stand: a shell has nothing to offer."""
_LINE = re.compile(r"  (?:(-\w), )?(--[\w-]+)(?: ([A-Z]+))? {2,}(.+)")


class Option(NamedTuple):
    """A line of the help."""

    short: str | None
    """With its hyphen."""
    name: str
    """With its hyphens."""
    value: str | None
    """The word for its value; None for a flag."""
    says: str
    repeatable: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The short name, if there is one, and the long one."""
        return (self.name,) if self.short is None else (self.short, self.name)


class Section(NamedTuple):
    """A part of the help with a title."""

    title: str
    options: list[Option]


def paragraphs() -> list[str]:
    """The parts of the help: usage, what the command does, a section each, and the end."""
    return HELP.strip().split("\n\n")


def sections() -> list[Section]:
    """The options below their titles."""
    parts = [part.splitlines() for part in paragraphs()[2:-1]]
    return [Section(title.rstrip(":"), [*map(_option, lines)]) for title, *lines in parts]


def options() -> list[Option]:
    """All options, in the order of the help."""
    return [option for section in sections() for option in section.options]


def _option(line: str) -> Option:
    found = _LINE.fullmatch(line)
    assert found is not None, f"not the line of an option: {line}"
    short, name, value, says = found.groups()
    return Option(short, name, value, says, repeatable=name in _repeatable())


def _repeatable() -> set[str]:
    """The options that typer takes more than once."""
    params = typer.main.get_command(typed()).params
    return {name for each in params if getattr(each, "multiple", False) for name in each.opts}


def typed() -> typer.Typer:
    """The command as typer has it."""
    app = parser()
    assert isinstance(app, typer.Typer)
    return app
