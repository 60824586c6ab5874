"""What a careful reader should check: witnesses that disagree, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import letters
from carnegie_extract.fields.date import json_ld_date, published_time
from carnegie_extract.fields.field import Evidence
from carnegie_extract.lines.judgement import BODY
from carnegie_extract.page.flow import is_sentence
from carnegie_extract.page.head import without_site
from carnegie_extract.words.carnegie import without_name_of_site
from carnegie_extract.words.names import natural, same_person
from carnegie_extract.words.vocabulary import is_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def metadata_broken(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The metadata block cannot be read, or other data is in its place; `metadata` is null."""
    return evidence.metadata.broken or evidence.metadata.unlike


def metadata_changed(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The metadata block repeats a key (the last one is kept), or holds numbers that JSON cannot hold."""
    return evidence.metadata.changed and not evidence.metadata.broken


def title_headline_differ(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The page's title is not its headline; the record has the headline."""
    title = evidence.head.title
    bare = without_site(title)
    titles = (bare, without_name_of_site(bare))
    return bool(title) and letters(values["headline"]) not in (letters(text) for text in titles if text)


def byline_metadata_differ(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The byline and the metadata block name different authors; the record follows the byline."""
    if values["byline"] is None or evidence.metadata.block is None:
        return False
    return not _same_people(values, evidence.metadata.strings("authors"))


def byline_json_ld_differ(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The byline and the JSON-LD name different authors; the record follows the byline."""
    linked = evidence.head.linked.authors
    return values["byline"] is not None and bool(linked) and not _same_people(values, linked)


def _same_people(values: dict[str, Any], names: Iterable[str]) -> bool:
    printed = [author.name for author in values["authors"]]
    listed = [natural(name) for name in names]
    return len(printed) == len(listed) and all(
        any(same_person(name, other) for other in listed) for name in printed
    )


def date_published_differ(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The printed date and the time stamp are more than a day apart; the record has the printed date."""
    day, stamp = evidence.header.day, published_time(evidence) or json_ld_date(evidence)
    if day is None or stamp is None or day.says.day is None:
        return False
    return bool(abs((day.says.day - stamp.value).days) > 1)


def date_unread(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The page prints something that looks like its date but could not be read; the record's date is from elsewhere."""
    headline = evidence.page.headline
    if headline is None or isinstance(values["date_at"], int):
        return False
    flow = evidence.flow
    body = (at for at, line in evidence.lines(*BODY) if is_sentence(line.text))
    end = min(next(body, len(flow)), headline + _LONGEST_HEADER)
    return any(
        _looks_like_date(_without_month(evidence, line.plain))
        for line in flow[max(headline - _ABOVE, 0) : end]
    )


def _without_month(evidence: Evidence, text: str) -> str:
    """A text without the date that the page prints, if it names a month: such a one has no day to be read."""
    day = evidence.header.day
    month = day.says.month if day is not None else None
    return text.replace(month, "") if month and any(map(str.isalpha, month)) else text


def _looks_like_date(text: str) -> bool:
    """Whether a short text holds a year and a day, whatever the month is called, and is no note on an update."""
    numbers = _NUMBER.findall(text) if len(text) <= _LONGEST_DATE else []
    years = [number for number in numbers if len(number) == _YEAR and "1900" < number < "2100"]
    days = [number for number in numbers if len(number) < _YEAR and 0 < int(number) <= _LAST_DAY]
    return len(years) == 1 and bool(days) and not is_word("updated", text)


def no_date(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The page has no date."""
    return bool(values["date"] is None)


def date_from_url(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The only date is in the page's address; it may be weeks off."""
    return values["date"] is not None and values["date_at"] == "address"


def empty_body(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The page has no text."""
    return not values["prose"]


def language_differs(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The text is not in the language that the page declares; the record follows the text."""
    return bool(values["language_differs"])


def tags_unread(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The plain text has tags, but does not tell topics from regions, so both are empty."""
    return evidence.page.tree is None and evidence.metadata.block is None and bool(evidence.places("tags"))


def part_missing(evidence: Evidence, values: dict[str, Any]) -> bool:
    """The copy lacks a part that the server sends after the page."""
    return evidence.page.missing > 0


def text_unread(evidence: Evidence, values: dict[str, Any]) -> bool:
    """Text that reads like the article's prose was left out; the code is followed by the number of characters."""
    return _unread(evidence) > 0


_NUMBER = pattern(r"\d+")
_YEAR, _LAST_DAY = 4, 31
_LONGEST_DATE = 40
"""Characters."""
_ABOVE, _LONGEST_HEADER = 3, 12
"""Lines over the headline, and below it."""

Warns = Callable[[Evidence, "dict[str, Any]"], bool]

WARNINGS: tuple[Warns, ...] = (
    metadata_broken,
    metadata_changed,
    title_headline_differ,
    byline_metadata_differ,
    byline_json_ld_differ,
    date_published_differ,
    date_unread,
    no_date,
    date_from_url,
    empty_body,
    language_differs,
    tags_unread,
    part_missing,
    text_unread,
)


def warnings_of(evidence: Evidence, values: dict[str, Any]) -> tuple[str, ...]:
    """The codes of a page: those of decoding, then the others in the order of WARNINGS."""
    codes = [*evidence.decoding]
    for warns in WARNINGS:
        if warns(evidence, values):
            code = code_of(warns)
            codes.append(f"{code} {_unread(evidence)}" if warns is text_unread else code)
    return tuple(dict.fromkeys(codes))


def code_of(warns: Warns) -> str:
    """The code of a warning: the name of its function, with hyphens."""
    return warns.__name__.replace("_", "-")


def _unread(evidence: Evidence) -> int:
    return sum(len(line.plain) for _, line in evidence.lines("unread"))
