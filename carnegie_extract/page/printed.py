"""Text that was printed page by page: without the heads and feet of the pages, whole where they cut a paragraph."""

from __future__ import annotations

from collections import Counter

from carnegie_extract.base.quick import pattern
from carnegie_extract.page.flow import ends_sentence

PAGE = "\f"
_MOST_LINES = 4
"""Lines of a page's head, or of its foot."""
_LONGEST = 200
_DIGITS = pattern(r"\d+")
_COUNTER = pattern(r"^\s*(\d{1,3})\D{1,5}(\d{1,3})(?!\S)|(?<![\d/.])(\d{1,3})\D{1,5}(\d{1,3})\s*$")
"""The number of a page and how many there are: "Page 1 of 2", "1/2"."""


def without_pages(lines: list[str]) -> list[str]:
    """The lines of a text without what stands at the edges of its pages again and again, numbers aside."""
    starts = [at for at, line in enumerate(lines) if line.startswith(PAGE)] or _counted(lines)
    bounds = zip([0, *starts], [*starts, len(lines)], strict=True)
    pages = [page for start, end in bounds if (page := _trimmed(lines[start:end]))]
    if not starts or len(pages) < 2:
        return [line.strip(PAGE) for line in lines]
    heads, feet = _drop_repeated(pages, 0), _drop_repeated(pages, -1)
    joined = [*heads, ""]
    for page in pages:
        if ends_sentence(joined[-1].strip()):
            joined.append("")
        joined += page
    return [*joined, "", *reversed(feet)]


def _counted(lines: list[str]) -> list[int]:
    """Where the pages after the first begin, if their heads or feet count them all: "Page 1 of 2", "Page 2 of 2"."""
    counters: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        if len(line) < _LONGEST and (match := _COUNTER.search(line)) is not None:
            counters.setdefault(match[2] or match[4], []).append((at, int(match[1] or match[3])))
    for total, counted in counters.items():
        if [number for _, number in counted] == [*range(1, int(total) + 1)]:
            places = [at for at, _ in counted]
            first = next(at for at, line in enumerate(lines) if line.strip())
            head = places[0] - first
            return [at - head for at in places[1:]] if head < _MOST_LINES else [at + 1 for at in places[:-1]]
    return []


def _trimmed(page: list[str]) -> list[str]:
    """The lines of a page without blank ones at its edges."""
    said = [at for at, line in enumerate(page) if line.strip()]
    return [line.strip(PAGE) for line in page[said[0] : said[-1] + 1]] if said else []


def _drop_repeated(pages: list[list[str]], edge: int) -> list[str]:
    """Take the lines off one edge of the pages that come again there; those that are the same each time.

    One of these may be the name of the house or its copyright, and stays once; the others count pages.
    """
    same: list[str] = []
    for _ in range(_MOST_LINES):
        lines = [page[edge].strip() for page in pages if page]
        count, whole = Counter(map(_without_numbers, lines)), Counter(lines)
        often = {line for line in count if count[line] > max(1, len(pages) // 3)}
        alike = (line for line in whole if whole[line] == count[_without_numbers(line)] > 1)
        same += [line for line in alike if _without_numbers(line) in often]
        for page in pages:
            if page and _without_numbers(page[edge]) in often:
                page.pop(edge)
                page[:] = _trimmed(page)
    return same


def _without_numbers(line: str) -> str:
    return _DIGITS.sub("#", line.strip())
