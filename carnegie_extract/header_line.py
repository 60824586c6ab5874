"""The grammar of a header's line: byline, date, label and hours, in any order, each with its own words."""

import re
from datetime import date

from carnegie_extract.byline import are_names
from carnegie_extract.dates import find_date, lone_date
from carnegie_extract.dom import unmarked
from carnegie_extract.landmarks import (
    after_label,
    before_label,
    is_comments,
    is_place,
    is_published_label,
    is_type_label,
)
from carnegie_extract.quick import NamedTuple, pattern
from carnegie_extract.text import letters

LONGEST_LINE = 600
DIGIT = pattern(r"\d")
SEPARATORS = " \t|·•–—-,،;:/"
_CLOCK = pattern(
    r"(?:\d{1,2}[:.]\d\d|\d{1,2}\s*[ap]\.?m\.?)(?:[\s\d:.,–—-]|[ap]\.?m\.?|to|\(?[A-Z]{2,5}\)?|[«»()]|GMT|UTC[+\d]*|"
    r"ч\.?|م|ص|بتوقيت|上午|下午|至)*",
    re.I,
)


class Line(NamedTuple):
    """A line of the header taken apart; `waits` names what the next line should bring."""

    byline: str | None = None
    day: date | None = None
    label: str | None = None
    waits: str | None = None


def read_line(text: str, known: tuple[str, ...]) -> Line | None:
    """Take a line of the header apart; None when any part of it is something else."""
    if len(text) > LONGEST_LINE:
        return None
    if after_label("updated", text) is not None:
        return Line()  # not the date of publication, whatever follows
    found = find_date(text) if DIGIT.search(text) else None
    if found is None:
        return _dateless(text.strip(SEPARATORS), known)
    day, start, end = found
    byline, label = None, None
    for part in (text[:start], text[end:]):
        rest = _without_date_words(part)
        if not rest:
            continue
        line = _dateless(rest, known) or _names_and_label(rest, known)
        if line is None:
            return None
        byline, label = byline or line.byline, label or line.label
    return Line(byline=byline, day=day, label=label)


def _dateless(text: str, known: tuple[str, ...]) -> Line | None:
    if not text:
        return None
    if is_published_label(text):
        return Line(waits="date")
    if after_label("updated", text) is not None:
        return Line()
    if is_type_label(text):
        return Line(label=key_label(text))
    if is_place(text) or is_clock(text) or is_comments(text):
        return Line()
    names = after_label("by", text)
    if names is None:
        return None
    names = names.strip(SEPARATORS)
    if not names:
        return Line(byline=None, waits="byline")
    return Line(byline=names) if are_names(names, known) else None


def _names_and_label(text: str, known: tuple[str, ...]) -> Line | None:
    """Bylines of 2011-2016 run into the label: "Michael Pettis Book September 24, 2013"."""
    names = before_label(is_type_label, text)
    label = key_label(text[len(names) :].strip()) if names != text else None
    if names and are_names(names, known) and (label is not None or is_all(names, known)):
        return Line(byline=names, label=label)
    return None


def _without_date_words(text: str) -> str:
    """What is left of the text beside a date without weekday, label, time and separators."""
    rest = text.strip(SEPARATORS + ".()")
    rest = before_label(is_published_label, rest).strip(SEPARATORS + ".()")
    if not rest or lone_date(f"1.1.2020 {rest}") or lone_date(f"{rest} 1.1.2020"):
        return ""
    clock = _CLOCK.match(rest) if rest[0].isdigit() else None
    if clock is not None:
        rest = rest[clock.end() :].strip(SEPARATORS + ".()")
    published = after_label("published", rest)
    if published is not None and not published:
        return ""
    return rest


def is_clock(text: str) -> bool:
    """Whether a line is the hours of an event."""
    return text[:1].isdigit() and _CLOCK.fullmatch(text) is not None


def key_label(text: str) -> str:
    """A label as the record has it: case-folded, letters unchanged."""
    return unmarked(text)[0].casefold().rstrip(":： ")


def is_mostly(text: str, parts: dict[str, str]) -> bool:
    """Whether little is left of `text` without `parts`: separators, "and"."""
    rest = letters(text)
    for part in sorted(parts, key=len, reverse=True):
        rest = rest.replace(letters(part), "")
    return len(rest) <= 3 * max(1, len(parts))


def is_all(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text is all of `names`, in any order, and nothing else."""
    if not names:
        return False
    return is_mostly(text, dict.fromkeys(names, "")) and all(letters(n) in letters(text) for n in names)
