"""What a report holds, as its script finds it, and how its colors contrast: for the tests of `--report`."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from carnegie_extract.report.entry import Entry, columns, entry_of
from carnegie_extract.report.page import Summary, page

SCRIPT = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.S)
PART = re.compile(r"carnegieReport\((\d+),(.*)\);\n", re.S)
EMPTY = Summary("0", "2026-11-26T10:00:00Z", 1, {}, {}, 0, 0)
HOSTILE = (
    "</script><script>window.hostile = 1</script>",
    "<!--<script>",
    "<img src=x onerror='window.hostile = 1'>",
    "\u2028\u2029\x00\x7f'\"\\",
    "\ud800 alone",
    "{{data}}{{script}}",
    "&lt;b&gt;",
)
"""Texts that are markup, end a script, or are no text at all."""


def content(file: Path) -> dict[str, Any]:
    """The data of a report by the names of their scripts, and its rows as dictionaries."""
    found = {name: json.loads(text) for name, text in SCRIPT.findall(file.read_text(encoding="utf-8"))}
    places = columns()
    found["articles"] = [{name: row[at] for name, at in places.items()} for row in found["articles"]]
    return found


def details(file: Path) -> list[dict[str, Any]]:
    """The articles of a report, in it or beside it."""
    found = content(file)
    if found["run"]["folder"] is None:
        return [found[f"article-{number}"] for number in range(len(found["articles"]))]
    articles: list[dict[str, Any]] = []
    for number, (name, first) in enumerate(found["run"]["parts"]):
        match = PART.fullmatch((file.parent / found["run"]["folder"] / name).read_text(encoding="utf-8"))
        assert match is not None
        assert (int(match[1]), first) == (number, len(articles))
        articles += map(json.loads, json.loads(match[2].replace(",\n]", "]")))
    return articles


def record(number: int = 0, **values: Any) -> dict[str, Any]:
    """A record as somebody made it."""
    made = {
        "source": f"pages/{number:05}.html",
        "url": f"https://carnegieendowment.org/posts/{number}",
        "layout": ("site-2026", "legacy-blog")[number % 2],
        "language": ("en", "ar", "ru")[number % 3],
        "type": "commentary",
        "kind": ("commentary", "q-and-a")[number % 2],
        "headline": f"Harbor Lights {number}",
        "authors": [{"name": "Ann Lee", "title": None, "bio": None, "url": None}],
        "date": f"{2010 + number % 15}-05-03",
        "body": ["The harbor kept its lights on.", "Nobody had expected it."],
        "warnings": ["no-date"] if number % 10 == 7 else [],
    }
    return made | values


def written(
    path: Path, entries: Iterable[Entry], summary: Summary = EMPTY, failures: Iterable[bytes] = ()
) -> Path:
    """A report of some entries."""
    kept = list(entries)
    rows, inner = [entry.row for entry in kept], [entry.detail for entry in kept if summary.folder is None]
    path.write_bytes(b"".join(page(summary, rows, failures, inner)))
    return path


def entries(count: int) -> list[Entry]:
    """Articles that were made earlier."""
    return [entry_of(record(number)) for number in range(count)]


def rgb(color: str) -> tuple[float, ...]:
    """A color of a style sheet, `#123` or `#112233`, or as a browser says it, `rgb(17, 34, 51)`."""
    if color.startswith("rgb("):
        return tuple(int(part) / 255 for part in re.findall(r"\d+", color))
    whole = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    return tuple(int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast ratio of two colors by WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: tuple[float, ...]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
