"""What was read against what should have been read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import takewhile
from typing import Any

from carnegie_extract import extract

from .press import Page

Difference = tuple[str, object, object]
STAMPS = ("published_at", "modified_at", "saved_at")


def differences(page: Page) -> list[Difference]:
    """(field, expected, read) of every field that is not right; the page is whole when there is none."""
    try:
        record = extract(page.html, source="page.html").record()
    except Exception as error:
        return [("refused", None, f"{type(error).__name__}: {error}")]
    wrong: list[Difference] = []
    for field, expected in page.expected.items():
        read = _read(record, field)
        if _comparable(field, expected) != _comparable(field, read):
            wrong.append((field, expected, read))
    if not wrong and "text-unread" in record["warnings"]:
        wrong.append(("warnings", [], record["warnings"]))
    return wrong


def _read(record: Mapping[str, Any], field: str) -> object:
    authors = record["authors"]
    if field == "authors":
        return [author["name"] for author in authors]
    if field in {"titles", "bios"}:
        return [author[field.removesuffix("s")] for author in authors]
    if field == "credit":
        return record["image"]["credit"] if record["image"] else None
    return record[field]


def _comparable(field: str, value: object) -> object:
    return datetime.fromisoformat(value) if field in STAMPS and isinstance(value, str) else value


def _around(words: str, others: list[str]) -> str:
    """The words, or only where they part from another text that opens alike."""
    for other in others:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, other, strict=False)))
        if same > 30:
            return f"...{words[same - 20 : same + 60]}"
    return words


def difference_lines(wrong: Iterable[Difference]) -> Iterable[str]:
    """Differences for eyes: of lists only what one of the two has."""
    for field, expected, read in wrong:
        yield field
        if isinstance(expected, list) and isinstance(read, list) and expected and read:
            lost = [str(each) for each in expected if each not in read]
            extra = [str(each) for each in read if each not in expected]
            yield from (f"  lost  {_around(each, extra)}" for each in lost)
            yield from (f"  extra {_around(each, lost)}" for each in extra)
        else:
            yield f"  expected {expected}"
            yield f"  read     {read}"
