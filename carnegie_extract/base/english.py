"""How numbers and names are put in messages."""

from collections.abc import Iterable


def count(number: int, thing: str) -> str:
    """A number of things as people say it: "1 record", "2 records"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def joined(names: Iterable[str], word: str) -> str:
    """Names as people list them: "jsonl, json or csv"."""
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last
