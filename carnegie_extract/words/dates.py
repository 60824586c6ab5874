r"""Dates as the pages of all generations and languages print them.

Formats: docs/pages.md#dates. Digits may be of any script: Python's `\d` and `int` read Arabic-Indic ones.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from carnegie_extract.base.quick import date, pattern
from carnegie_extract.base.text import fold, key
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.vocabulary import entries

MONTHS: dict[str, int] = {
    key(name): number
    for language in LANGUAGES
    for number, names in enumerate(language.months, start=1)
    for name in names.split("|")
}


SEASONS = entries("seasons")


def _one_of(words: Iterable[str]) -> str:
    """The pattern of any of some words, the longest first; escaped at once, which is quicker."""
    return re.escape("|".join(sorted(words, key=len, reverse=True))).replace(r"\|", "|")


# Between the first day and the last: a dash, "to", "and".
_TO_WORDS = _one_of(word for language in LANGUAGES for word in (*language.conjunctions, *language.hours))
_TO = rf"\s*(?:[–—-]|(?<!\w)(?:{_TO_WORDS})(?!\w))\s*"
# A month is one or two words ("تشرين الأول"), perhaps two names ("تشرين الأول/أكتوبر").
# Not \w: the vowel signs of Devanagari are not letters for `re`.
_WORD = r"[^\s\d,،./()|:][^\d,،./()|:]{0,40}?"
_MONTH = rf"({_WORD}(?:\s{{0,3}}/\s{{0,3}}{_WORD})?)\.?"
_END = r"(?!\d)"
# An ordinal in an element of its own, "1<sup>er</sup>", may have a space before it.
_ORDINAL = rf"(?:\s?(?:{'|'.join(word for language in LANGUAGES for word in language.ordinals)}))?"
_LINK = rf"(?:(?:{'|'.join({word for language in LANGUAGES for word in language.date_links})})\s++)?"
_WITH_UNITS = [language for language in LANGUAGES if language.date_units]
_MONTH_AND_DAYS = pattern(
    rf"(?<!\S)\(?([^\s\d,،./()|:]+)\.?\s+(\d{{1,2}}){_TO}\d{{1,2}}\s*[,،]?\s+(\d{{4}}){_END}"
)
_DAY_FIRST = pattern(rf"(?<!\d)(\d{{1,2}}){_ORDINAL}\s++{_LINK}{_MONTH}[\s,،]++{_LINK}(\d{{4}}){_END}")
_MONTH_FIRST = pattern(
    rf"(?<!\S)\(?([^\s\d,،./()|:]+)\.?\s++(\d{{1,2}}){_ORDINAL}(?:\s*+[,،]\s++|\s++)(\d{{4}}){_END}"
)
_DOTTED = pattern(rf"(?<!\d)(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}){_END}")
_ISO = pattern(rf"(?<!\d)(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_END}")


def _with_units(year: str, month: str, day: str) -> "re.Pattern[str]":
    """Year, month and day, each with its unit behind it."""
    return pattern(rf"(?<!\d)(\d{{4}})\s*{year}\s*(\d{{1,2}})\s*{month}\s*(\d{{1,2}})\s*{day}")


_IN_SLASHES = pattern(rf"(?<!\d)(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}){_END}")
"""America has the month first, Europe the day."""
_YEAR = pattern(rf"(?<!\d)(\d{{4}})(?:\s?[/–-]\s?(?:\d\d){{1,2}})?{_END}")
"""That of a month, or the two of a winter."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MONTHS_WITH_UNITS = [
    pattern(rf"(?<!\d)\d{{4}}\s*{year}\s*\d{{1,2}}\s*{month}(?!\s*\d)")
    for year, month, _ in (language.date_units for language in _WITH_UNITS)
]
_NAME = r"[^\s\d,،./()|:–—-]+"
_ENDS = (pattern(rf"(?<![^\s(])({_NAME}\s{_NAME})\.?$"), pattern(rf"({_NAME})\.?$"))
"""The last two words of a text, the last one."""
_TO_AT_END = pattern(rf"(?:[/–—-]|(?<!\w)(?:{_TO_WORDS}))$")
_LINK_AT_END = pattern(rf"\s{_LINK}$")
_LONGEST_MONTHS = 60

_FOUR_DIGITS = pattern(r"\d{4}")
"""A year: every form has one."""
# A form, the order of its parts, and what every date of the form holds.
_FORMS = (
    (_MONTH_FIRST, "mdy", " "),
    (_MONTH_AND_DAYS, "mdy", "20"),
    (_DAY_FIRST, "dmy", " "),
    (_DOTTED, "dmy", "."),
    *((_with_units(*language.date_units), "ymd", language.date_units[0]) for language in _WITH_UNITS),
    (_ISO, "ymd", "-"),
    (_ISO, "ymd", "/"),
)
_IN_URL = pattern(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|$)")
_TIMESTAMP = pattern(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)"
    r"\s*([Zz]|[+-][0-2][0-9]:?[0-5][0-9])?"
)

# What may stand around a date on its line: a weekday before, "г." or "року" or a time after.
_AROUND_DATE = _one_of(word for language in LANGUAGES for word in (*language.weekdays, *language.date_words))
_AROUND = pattern(rf"(?:{_AROUND_DATE})?[\s.,،、:|·•–—-]*", re.I)
# The first of two days: "March 5th – Fri, March 6th, 2026", "March 5–6, 2026", "30 мая – 2 июня 2026".
_FIRST_DAY = pattern(
    rf"(?:(?<!\S)\(?([^\s\d,،./()|:]+)\.?\s+)?(?<!\d)(\d{{1,2}}){_ORDINAL}(?:\s+([^\s\d,،./()|:]+?)\.?)??{_TO}"
    rf"(?:(?:{_AROUND_DATE})[.,،]?\s*)?$",
    re.I,
)
_LAST_DAY = pattern(_TO, re.I)
_LONGEST_RANGE = 60
_WEEKDAYS = _one_of(word for language in LANGUAGES for word in language.weekdays)
_WEEKDAY_AT_END = pattern(rf"\s(?:{_WEEKDAYS})\.?$", re.I)


# Headline, layout and header ask about the same lines.
@lru_cache(maxsize=256)
def find_date(text: str) -> tuple[date, int, int] | None:
    """A date in `text`, the first of its form, with the places where it begins and ends; None without one."""
    if _FOUR_DIGITS.search(text) is None:
        return None
    for form, order, sign in _FORMS:
        if sign not in text:
            continue
        for match in form.finditer(text):
            day = _day(dict(zip(order, match.groups(), strict=True)))
            if day is not None:
                first, start = _first_day(text, match.start(), day)
                return first, start, _end_of_days(text, match.end())
    return _in_slashes(text) if text.count("/") > 1 else None


def _in_slashes(text: str) -> tuple[date, int, int] | None:
    """A date in slashes that has only one meaning, in America and in Europe."""
    for match in _IN_SLASHES.finditer(text):
        one, other, year = match.groups()
        days = {day for day in (_numbers(year, one, other), _numbers(year, other, one)) if day is not None}
        if len(days) == 1:
            return days.pop(), match.start(), match.end()
    return None


def find_month(text: str) -> tuple[int, int] | None:
    """Where a date without a day begins and ends: a month or a season and a year, or numbers of two meanings."""
    for form in (_IN_SLASHES, *_MONTHS_WITH_UNITS):
        if (match := form.search(text)) is not None:
            return match.span()
    for year in _YEAR.finditer(text):
        if (
            _FIRST_YEAR < int(year[1]) < _LAST_YEAR
            and (start := _months_before(text, year.start())) is not None
        ):
            return start, year.end()
    return None


def _months_before(text: str, end: int) -> int | None:
    """Where the month begins, or the first of two, that stands before `end`; None where none does."""
    before = text[max(end - _LONGEST_MONTHS, 0) : end]
    last = _month_at_end(_LINK_AT_END.sub("", before).rstrip(" ,،")) if before[-1:].isspace() else None
    if last is None:
        return None
    until = _TO_AT_END.search(before[:last].rstrip())
    first = _month_at_end(before[: until.start()].rstrip()) if until is not None else None
    return end - len(before) + (last if first is None else first)


def _month_at_end(text: str) -> int | None:
    """Where the name of a month or a season begins that a text ends with; None where it ends otherwise."""
    for words in _ENDS:
        match = words.search(text)
        if match is not None and ((name := key(fold(match[1]))) in MONTHS or name in SEASONS):
            return match.start()
    return None


def _end_of_days(text: str, end: int) -> int:
    """Where the last of two days ends, each with its year; `end`, where a date ends, if it stands alone."""
    if not _has_digit(text[end:]):
        return end
    between = _LAST_DAY.match(text, end)
    if between is None or lone_date(text[between.end() :]) is None:
        return end
    return len(text)


def _has_digit(text: str) -> bool:
    """The quick test before the careful one: another day beside a date has a number."""
    return any(map(str.isdigit, text))


def _first_day(text: str, start: int, day: date) -> tuple[date, int]:
    """The first day of two and where it begins; `day` itself, which begins at `start`, where it stands alone."""
    before = text[max(start - _LONGEST_RANGE, 0) : start]
    match = _FIRST_DAY.search(before) if _has_digit(before) else None
    if match is None:
        return day, start
    name = match[3] or match[1]
    month = MONTHS.get(key(fold(name))) if name else day.month
    first = _numbers(str(day.year), str(month), match[2]) if month else None
    if first is None or first > day:
        return day, start
    return first, start - len(before) + match.start()


def without_weekday(text: str) -> str:
    """`text`, which stands before a date, without the weekday at its end."""
    return _WEEKDAY_AT_END.sub("", text)


def lone_date(text: str) -> date | None:
    """The date that is all of `text`, weekday and "г." aside; None if there is anything else."""
    if len(text) > 60 or not any(char.isdigit() for char in text):
        return None
    found = find_date(text)
    if found is None:
        return None
    day, start, end = found
    if _AROUND.fullmatch(text[:start].strip()) and _AROUND.fullmatch(text[end:].strip()):
        return day
    return None


def url_date(url: str | None) -> date | None:
    """The day in `/YYYY/MM/DD/` of an address: a last resort, it may be off by weeks."""
    match = _IN_URL.search(url or "")
    return _numbers(*match.groups()) if match else None


def timestamp(value: str | None) -> str | None:
    """`value` as RFC 3339 when it names a day, a time and an offset; None otherwise."""
    match = _TIMESTAMP.fullmatch((value or "").strip())
    if match is None:
        return None
    day, clock, offset = match.groups()
    if offset is None or _numbers(*day.split("-")) is None:
        return None
    if clock > "24" or offset[1:3] > "23":
        return None
    if len(clock) == 5:
        clock += ":00"
    if len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{day}T{clock}{offset.upper()}"


def day_of(value: str | None) -> date | None:
    """The day that an ISO date or time stamp begins with."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", (value or "").strip())
    return _numbers(*match.groups()) if match else None


def _day(parts: dict[str, str]) -> date | None:
    month = parts["m"]
    if not month.isdigit():
        for name in reversed(month.split("/")):
            if number := MONTHS.get(key(fold(name))):
                return _numbers(parts["y"], str(number), parts["d"])
        return None
    return _numbers(parts["y"], month, parts["d"])


def _numbers(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
