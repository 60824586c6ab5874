"""The grammar of a header's line: byline, date, label, tools, in any order, each with its own words."""

from __future__ import annotations

from carnegie_extract.base.quick import IGNORE_CASE, NamedTuple, pattern
from carnegie_extract.base.text import key, letters
from carnegie_extract.page.flow import ends_sentence, has_full_stop
from carnegie_extract.page.marks import unmarked
from carnegie_extract.page.reading import Reading
from carnegie_extract.words.carnegie import BLOGS, NETWORKS, is_carnegie_name, is_rights_line
from carnegie_extract.words.dates import find_date, find_month, lone_date, without_weekday
from carnegie_extract.words.names import are_names, ends_in_suffix, has_two_words, is_office, splitting
from carnegie_extract.words.scripts import is_language_name
from carnegie_extract.words.vocabulary import (
    after_label,
    before_label,
    entries,
    is_published_label,
    is_type_label,
    is_word,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from carnegie_extract.page.reading import Tool
    from carnegie_extract.words.vocabulary import Word

LONGEST_LINE = 600
LONGEST_LABEL = 60
DIGIT = pattern(r"\d")
SEPARATORS = " \t|·•–—-,،;:/"
_at_parts = splitting("|•", "–—/")
_IN_PARTS = "|·•–—/"
_at_bars = splitting("|•")
_STEPS = pattern(" (?:>|»|›|→) ")
_SHORTEST_MENU = 3
_DIVIDERS = frozenset("|·•,،;.")
_BETWEEN_PARTS = pattern(r"[|·•,،;]\s*|\.\s+")
_HALVES = "|".join(r"\.?".join((*word, "")) for word in sorted(entries("half_days")))
_HALF_DAY = rf"(?:{_HALVES})(?![^\W\d_])"
_CLOCK_TOKEN = pattern(
    rf"\d{{1,2}}[:.]\d\d|\d{{1,2}}|{_HALF_DAY}|\(?(?-i:[A-Z]{{2,5}})\)?(?![^\W\d_])|UTC[+\d]{{0,4}}|[\s,.:/|–—«»()-]+",
    IGNORE_CASE,
)
_CLOCK_START = pattern(rf"\d{{1,2}}[:.]\d\d|\d{{1,2}}\s?{_HALF_DAY}", IGNORE_CASE)
_MINUTES = pattern(r"\d{1,3}(?:[:.]\d\d)?\s?[-–]?")
_PLAYED = pattern(r"\d{1,2}(?::\d\d){1,2}\s?/\s?-?\d{1,2}(?::\d\d){1,2}")
_NUMBERED = pattern(
    rf"(?:^|[\s,(])(?:{'|'.join(sorted(entries('numbers'), reverse=True))})\s*\d.*$|\s(?:#\s?)?\d{{1,3}}$",
    IGNORE_CASE,
)
"""The number of a series or of an issue."""
_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDS = pattern(r"[^\W\d_]+")
_LONG_WORD = 5
_LONGEST_CLOCK = 80
_MOST_WORDS_OF_LABEL = 3
_LONGEST_READING_TIME = 45


class _When(NamedTuple):
    """A date in a line: what it says, and the text before and behind it."""

    reading: Reading
    before: str
    behind: str


def _when(text: str) -> _When | None:
    """The date in a line; None without one."""
    if DIGIT.search(text) is None:
        return None
    if (found := find_date(text)) is not None:
        day, start, end = found
        return _When(Reading(day=day), text[:start], text[end:])
    if (months := find_month(text)) is None:
        return None
    start, end = months
    return _When(Reading(month=text[start:end]), text[:start], text[end:])


def read_line(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
    """Take a line of the header apart; None when any part of it is something else."""
    if len(text) > LONGEST_LINE:
        return None
    if _is_update(text):
        return _published_behind(text, known, language) or Reading(tool="updated")
    when = _when(text)
    if when is None:
        reading = _read_parts(text.strip(SEPARATORS), known, language)
        return _dateless(text, known, language) if reading is None and is_label(text) else reading
    readings = []
    for part in filter(None, (when.before, when.behind)):
        if rest := " · ".join(filter(None, map(_without_date, _at_parts(part)))):
            reading = (
                _read_parts(rest, known, language)
                or _names_and_label(rest, known, language)
                or _series(rest.replace(" · ", ", "))
            )
            if reading is None:
                return None
            readings.append(reading)
    return _together([*readings, when.reading])


def _published_behind(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
    """The date of publication behind that of an update: "Updated June 3, 2020. Published May 3, 2019"."""
    updated = _when(text)
    rest = updated.behind.strip(SEPARATORS + ".()") if updated is not None else ""
    return read_line(rest, known, language) if after_label("published", rest) else None


def _read_parts(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
    """A text without a date, or several between dots and bars: "Commentary | Carnegie Politika"."""
    whole = _dateless(text, known, language)
    if whole is not None or not any(sign in text for sign in _IN_PARTS):
        return whole
    parts = [part.strip(SEPARATORS) for part in _at_parts(text)]
    if len(parts) == 1:
        return None
    found = [_dateless(part, known, language) for part in parts if part]
    readings = [reading for reading in found if reading is not None]
    return _together(readings) if len(readings) == len(found) else None


def _together(readings: list[Reading]) -> Reading:
    """The readings of a line's parts as one; the first value counts."""
    if len(readings) == 1:
        return readings[0]
    values: dict[str, Any] = {}
    for reading in reversed(readings):
        values |= {name: value for name, value in reading._asdict().items() if value is not None}
    return Reading(**values)


def _dateless(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
    if is_published_label(text):
        return Reading(waits="date")
    if key(text) in BLOGS:
        return Reading(blog=text)
    if is_type_label(label := text.rpartition(": ")[2]):
        return Reading(label=key_label(label))  # "Type: Paper"
    if (tool := tool_of(text)) is not None:
        return Reading(tool=tool)
    if (
        DIGIT.search(text) is not None
        and _NUMBERED.search(text) is not None
        and (series := _series(text)) is not None
    ):
        return series
    if is_label(text) and "speakers" in words_of(text):
        return Reading(waits="byline")
    if (names := after_label("by", text)) is not None:
        return _labelled_names(before_contributors(names).strip(SEPARATORS), known, language)
    label = opening_label(text)
    names = after_label("by", text[len(label) :].strip()) if label else None
    return _labelled_names(names, known, language, key_label(label)) if names else None


def _labelled_names(
    names: str, known: tuple[str, ...], language: str | None, label: str | None = None
) -> Reading | None:
    """The names behind "By", run into a type label perhaps: "By Ann Lee  Commentary"."""
    if not names:
        return Reading(waits="byline")
    if is_carnegie_name(names):
        return Reading(tool="center")
    before = before_label(is_type_label, names)
    if before != names and " " in before:
        names, label = before, key_label(names[len(before) :].strip())
    return Reading(byline=names, label=label) if are_names(names, known, language) else None


def opening_label(text: str) -> str:
    """The type label that a longer text opens with: "Testimony of Ann Lee"; "" for none."""
    words = text.split(" ")
    labels = (" ".join(words[:count]) for count in range(min(len(words) - 1, _MOST_WORDS_OF_LABEL), 0, -1))
    return next(filter(is_type_label, labels), "")


def before_contributors(names: str) -> str:
    """The names of a byline up to a translator or an illustrator: "Ann Lee, translated by Bo Ray"."""
    for match in _BETWEEN_PARTS.finditer(names) if not _DIVIDERS.isdisjoint(names) else ():
        if "contributors" in words_of(names[match.end() :]):
            return names[: match.start()]
    return names


def _is_update(text: str) -> bool:
    """Whether a line says when the page was last changed, or opens with the label and is not a sentence."""
    rest = after_label("updated", text)
    if rest is None:
        return False
    return not ends_sentence(rest) or not without_date_words(rest) or lone_date(rest) is not None


def tool_of(text: str) -> Tool | None:
    """What a line is that says nothing of the article."""
    if _is_update(text):
        return "updated"
    words = words_of(text)
    tool = next((tool for word, tool in _TOOLS.items() if word in words), None) if words else None
    if tool is not None and not (tool == "contributor" and _is_sentence_about_work(text)):
        return tool
    if "/" in text and _PLAYED.fullmatch(text):
        return "player"
    if is_clock(text):
        return "clock"
    if is_reading_time(text):
        return "reading-time"
    if is_language_name(text):
        return "languages"
    if is_sharing(text):
        return "share"
    return "center" if is_carnegie_name(text) else None


def _is_sentence_about_work(text: str) -> bool:
    """Whether a line opens as one about a contributor does, and is a sentence: "Edited by nine hands, it says so."."""
    names = next((rest for word in _CONTRIBUTORS if (rest := after_label(word, text)) is not None), text)
    return has_full_stop(text) and not are_names(names.rstrip(". "))


def is_sharing(text: str) -> bool:
    """Whether a text is a network that people share on, or "Share on" before it."""
    return key(text) in NETWORKS or key(after_label("sharing", text) or "") in NETWORKS


_CONTRIBUTORS: tuple[Word, ...] = ("contributors", "edited", "moderated")
_TOOLS: dict[Word, Tool] = {
    "contributors": "contributor",
    "edited": "contributor",
    "moderated": "contributor",
    "places": "place",
    "comments": "comments",
    "languages_offered": "languages",
    "players": "player",
    "buttons": "share",
}


def _names_and_label(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
    """Bylines of 2011-2016 run into the label: "Michael Pettis Book September 24, 2013"."""
    names = before_label(is_type_label, text)
    if (
        key(text[len(names) :]).strip() in _NEWSPAPERS
        or names == text
        or not has_two_words(names)
        or not are_names(names, known, language)
    ):
        return None
    return Reading(byline=names, label=key_label(text[len(names) :].strip()))


def _series(text: str) -> Reading | None:
    """A series, by the label that its name ends with: "Carnegie Paper", "Conference Report No. 4", "Brief 35"."""
    name = _NUMBERED.sub("", text).strip(SEPARATORS)
    if " " not in name and text.removeprefix(name).strip().isdecimal():
        return None  # how many there are, in a menu: "Papers 12"
    short = 0 < len(name) <= LONGEST_LABEL and name[:1] == name[:1].upper()
    series = before_label(is_type_label, name)
    if short and series != name:
        return Reading(label=key_label(name))
    return Reading(tool="series") if not name or (name != text and is_office(name)) else None


def unknown_label(text: str) -> Reading:
    """A few words beside a date that no list knows: a label, if not the name of a series or of a program."""
    return Reading(tool="series") if is_office(text) else Reading(label=key_label(text))


def without_number(text: str) -> str:
    """The name of a series or a periodical without the number behind it: "Carnegie Paper, No. 4"."""
    return _NUMBERED.sub("", text).strip(SEPARATORS)


def is_reprint_note(text: str) -> bool:
    """Whether a text says where a piece was first and whose the rights are, and nothing else.

    "Reprinted with permission from the Gazette (May 2003). © 2003 The Gazette": what is said of it are names.
    """
    sentences = [sentence for each in text.split(". ") if (sentence := each.strip(" ."))]
    noted = any(is_word("reprints", sentence) for sentence in sentences)
    return noted and all(is_rights_line(sentence) or _names_outlet(sentence) for sentence in sentences)


def _names_outlet(text: str) -> bool:
    """Whether a text that opens as a note on a reprint has nothing but names behind that: its long words are large."""
    rest = after_label("reprints", text)
    long = [word for word in _WORDS.findall(rest or "") if len(word) >= _LONG_WORD]
    large = any(word[0].isupper() for word in long) and not any(word[0].islower() for word in long)
    return rest is not None and (not rest or large)


def is_numbered(text: str) -> bool:
    """Whether a text is a label and a number behind it, as pieces of a series bear: "Policy Brief 12"."""
    name = without_number(text)
    return name != text and is_type_label(name)


def is_issue(text: str) -> bool:
    """Whether a text names a periodical, the number of an issue and its year: "Harbor Review, Vol. 9, No. 2 (2005)"."""
    name = without_number(text)
    return 0 < len(name) < len(text) <= _LONGEST_OUTLET and _YEAR.search(text[len(name) :]) is not None


def _without_date(text: str) -> str:
    """What is left of the text beside a date, with the full stop of "Jr." behind a name."""
    rest = without_date_words(text)
    return f"{rest}." if ends_in_suffix(rest) and f"{rest}." in text else rest


def ends_with_date(text: str) -> bool:
    """Whether a text ends with a date, or with hours behind one: how readers' comments are signed."""
    when = _when(text)
    return when is not None and not without_date_words(when.behind)


def without_date_words(text: str) -> str:
    """What is left of the text beside a date without weekday, label, time and separators."""
    rest = before_label(is_published_label, text.strip()).strip(SEPARATORS + ".()")
    rest = before_label(is_published_label, rest).strip(SEPARATORS + ".()")
    if not rest or lone_date(f"1.1.2020 {rest}") or lone_date(f"{rest} 1.1.2020"):
        return ""
    before, _, after = rest.partition(" ")
    rest = after if key(before) in _BEFORE_TIMES and clock_end(after) else rest
    rest = rest[clock_end(rest) :].strip(SEPARATORS + ".()")
    before, _, after = rest.rpartition(" ")
    rest = without_weekday(before if key(after) in _BEFORE_TIMES else rest)
    return "" if is_published_label(rest) else rest


def is_clock(text: str) -> bool:
    """Whether a line is the hours of an event and nothing else."""
    return 0 < len(text) <= _LONGEST_CLOCK and clock_end(text) == len(text)


_HOURS = entries("hours")
_BEFORE_TIMES = entries("before_times")


def clock_end(text: str) -> int:
    """Where the hours end that a text begins with; 0 where it begins with something else. Linear in the text."""
    if not text[:1].isdigit() or _CLOCK_START.match(text) is None:
        return 0
    at = 0
    while at < len(text):
        match = _CLOCK_TOKEN.match(text, at)
        if match is not None and match.end() > at:
            at = match.end()
            continue
        word = text[at:].split(None, 1)[0].rstrip(".,)") if at < len(text) else ""
        if key(word) not in _HOURS:
            break
        at += len(word)
    return at


_NEWSPAPERS = entries("newspapers")
_READING_TIME = entries("reading_time")


def is_reading_time(text: str) -> bool:
    """Whether a line says how long the piece takes: "9 min read", "Reading time: 9 minutes"."""
    if len(text) > _LONGEST_READING_TIME or DIGIT.search(text) is None:
        return False
    before, _, after = _MINUTES.sub("…", text.strip("()."), count=1).partition("…")
    if (before := key(before).rstrip(" :：~≈")) and f"{before}…" not in _READING_TIME:
        return False
    after = key(after).strip(" .")
    return after in _READING_TIME if after else bool(before)


def date_and_label(text: str) -> Reading | None:
    """A date and, beside it, a few words that are not a sentence: a label that no list has. None for anything else."""
    when = _when(text)
    if when is None:
        return None
    rest = " ".join(part for each in (when.before, when.behind) if (part := without_date_words(each)))
    if len(rest) > LONGEST_LABEL or not rest[:1].isupper():
        return None
    return _together([when.reading, unknown_label(rest)])


def date_behind_outlet(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
    """The date at the end of a line, behind an outlet or a place that nothing else tells: "Harbor Gazette, May 3".

    Where bars or dots divide the line, it may stand anywhere: "Ann Lee · May 3, 2019 · 5 min read".
    """
    when = _when(text) if len(text) <= _LONGEST_OUTLET else None
    if when is None:
        return None
    if when.behind.strip(SEPARATORS + ".)"):
        parts = between_bars(text)
        readings = [read_line(part, known, language) for part in parts] if len(parts) > 1 else []
        return next((reading for reading in readings if reading is not None and reading.dated), None)
    before = when.before.rstrip()
    divided = before.endswith(_DIVIDES) or after_label("published", text) is not None
    return when.reading if divided and before[:1].isupper() else None


_DIVIDES = tuple(",|·•–—(")
_LONGEST_OUTLET = 120


def without_languages(text: str) -> str:
    """A text without the names of languages behind bars at its end, which lead to translations: "| English"."""
    parts = text.split("|")
    while len(parts) > 1 and is_language_name(parts[-1].strip()):
        parts.pop()
    return "|".join(parts).strip()


def between_bars(text: str) -> list[str]:
    """What bars or dots divide in a text: "Ann Lee | Op-Ed | Harbor Gazette"."""
    return [part for each in _at_bars(text) if (part := each.strip(SEPARATORS))]


def divided(text: str) -> list[str]:
    """What bars, dots, dashes or slashes divide: "Commentary / Middle East"."""
    return [part for each in _at_parts(text) if (part := each.strip(SEPARATORS))]


def path_of(text: str) -> list[str]:
    """The steps of a path to a page: "Home > Publications > Commentary"; one for any other text."""
    return [step for each in _STEPS.split(text) if (step := each.strip())]


def is_row(text: str) -> bool:
    """Whether a text is a path, or a menu in a row: "About | Papers | Events"."""
    return len(path_of(text)) > 1 or len(between_bars(text)) >= _SHORTEST_MENU


def is_label(text: str) -> bool:
    """Whether a text ends as a label does before what it announces: "Speakers:"."""
    return text.endswith((":", "："))


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
    bare = letters(text)
    return is_mostly(text, dict.fromkeys(names, "")) and all(letters(name) in bare for name in names)
