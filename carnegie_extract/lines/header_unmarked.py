"""Lines of a header that no label marks: known by their place, the lines before, or what the page says elsewhere."""

from __future__ import annotations

from carnegie_extract.base.quick import IGNORE_CASE, pattern
from carnegie_extract.base.text import key
from carnegie_extract.lines.grammar import (
    LONGEST_LABEL,
    SEPARATORS,
    between_bars,
    date_and_label,
    is_all,
    is_label,
    is_mostly,
    key_label,
    opening_label,
    unknown_label,
    without_languages,
)
from carnegie_extract.lines.header_parts import (
    has_byline,
    has_hours,
    is_among_people,
    is_called,
    is_dated,
    is_italic,
    is_label_cell,
    may_be_label,
    read_parts,
    same_list,
)
from carnegie_extract.lines.header_seen import Seen
from carnegie_extract.lines.judgement import Verdict
from carnegie_extract.lines.parts import (
    NO_NAMES,
    is_linked,
    is_set_in,
    leads_to,
    links_of,
    people_links,
    tokens,
)
from carnegie_extract.page.flow import (
    COMMAS,
    Line,
    ends_sentence,
    has_full_stop,
    is_prose,
    is_sentence,
)
from carnegie_extract.page.reading import Part, Reading
from carnegie_extract.words.dates import find_date
from carnegie_extract.words.kinds import kind_of
from carnegie_extract.words.names import (
    CONJUNCTIONS,
    are_names,
    has_two_words,
    is_affiliation,
    is_editor,
    is_title,
    split_names,
)
from carnegie_extract.words.vocabulary import after_label, is_in_the_media, is_published_by, is_summary

_LONGEST_PLACE = 160
_NO_PLACE_END = frozenset(".!?…:;。！？：；؟।")
_OUTLET_CLASS = pattern(r"(?:\b|[_-])(?:source|outlet)\b", IGNORE_CASE)
_MOST_OF_NAME = 4
"""Words behind "By" that may be what nothing reads as names; more of them are a dek."""
_FEW_WORDS, _LONG_WORD = 3, 4
"""A name of more than so many words has capitals where words are so long."""


def unlabelled(seen: Seen, part: Part) -> Part:
    """A part that only its links, its place or the page's other sources explain."""
    line, known = part.line, seen.page.known_authors
    names = line.text
    if key(names) == key(seen.page.metadata.string("blog") or ""):
        return part._replace(reading=Reading(blog=names))
    if seen.is_complete():
        return part
    label = seen.label.says.label if seen.label is not None else None
    if (label is None or kind_of(label) == "testimony") and (occasion := _occasion(names)) is not None:
        return part._replace(reading=occasion)
    if after_label("published", names) is not None:
        return part  # "Published by Foreign Affairs": the outlet
    people, may_be_names = people_links(line), are_names(names, known, seen.page.language)
    if is_all(names, known) or (people and (may_be_names or is_mostly(names, people))):
        return part._replace(reading=Reading(byline=names))
    if may_be_names and _awaits_names(seen, part):
        return part._replace(reading=Reading(byline=names, waits="byline"))
    return part


def _awaits_names(seen: Seen, part: Part) -> bool:
    """Whether names without a link may stand here: after a lone label, beside others in one list, over a title."""
    if seen.waits != "byline":
        return is_among_people(seen.page, part.at)
    if not seen.byline or seen.byline[-1].at < part.at - 1 == seen.labelled:
        return True
    before, here = seen.byline[-1], seen.flow[part.at]
    if same_list(seen.flow[before.at], here) or key(before.line.text.rpartition(" ")[2]) in CONJUNCTIONS:
        return True
    if is_affiliation(tokens(here)[-1]) and has_two_words(split_names(here.plain)[0]):
        return True
    return part.at + 1 < len(seen.flow) and is_title(seen.flow[part.at + 1].plain)


def with_stacked(seen: Seen, parts: list[Part]) -> list[Part]:
    """Names and a label that no word marks, stacked over a date in one line: pages before 2011."""
    parts = [part._replace(reading=part.reading or date_and_label(part.line.text)) for part in parts]
    if not is_dated(parts):
        return _names_before_label(seen, parts)
    stacked: list[Part] = []
    for part in parts:
        reading = part.reading
        if reading is None and _tell_of_meeting(stacked):
            reading = Reading(tool="place")
        if reading is None and not has_byline(stacked) and not has_byline(parts):
            reading = _stacked_names(seen, part.line.text)
        if reading is None and may_be_label(part.line.text) and not is_italic(part.line):
            reading = unknown_label(part.line.text)
        stacked.append(part._replace(reading=reading))
    return stacked


def _names_before_label(seen: Seen, parts: list[Part]) -> list[Part]:
    """Names that stand first in a line: over their title, or with a label: "Ann Lee | Op-Ed | Harbor Gazette"."""
    first, *others = parts
    labelled = any(part.says.label is not None for part in others)
    titled = all(_says_what_somebody_is(part) for part in others)
    if first.reading is not None or not (titled or (seen.bare_byline and labelled)):
        return parts
    return [first._replace(reading=_stacked_names(seen, first.line.text)), *others]


def _says_what_somebody_is(part: Part) -> bool:
    """Whether a part is a title, or the Endowment's name as what somebody belongs to."""
    if part.reading is not None:
        return part.reading == Reading(tool="center")
    return is_affiliation(part.line.text)


def _tell_of_meeting(parts: list[Part]) -> bool:
    """Whether parts of a line give the hours of an event, or say before whom somebody testifies."""
    return has_hours(parts) or any(_occasion(part.line.text) is not None for part in parts)


def _occasion(text: str) -> Reading | None:
    """What a line says that opens as testimony does and goes on to say before whom: "Testimony before the Senate"."""
    if ends_sentence(text) or find_date(text) is not None:
        return None
    label = key_label(opening_label(text))
    return Reading(label=label) if kind_of(label) == "testimony" else None


def _stacked_names(seen: Seen, text: str) -> Reading | None:
    if (
        seen.byline
        or seen.day is not None
        or not (has_two_words(text) and are_names(text, (), seen.page.language))
    ):
        return None
    return Reading(byline=text)


def bare_line(seen: Seen, at: int, line: Line) -> Verdict | None:
    """A short line that no grammar reads, judged by the lines before it."""
    is_term = line.holder is not None and line.holder.tag == "dt"
    if is_term or (is_label_cell(line) and not has_two_words(line.text)):
        return Verdict("tool", "label_of_a_value")
    names = after_label("by", line.plain)
    if names and len(names.split()) <= _MOST_OF_NAME and not is_sentence(line.plain):
        return Verdict("byline", "label_of_no_names")
    if is_published_by(line.text):
        return Verdict("outlet", "published_by")
    if _is_place(seen, at, line):
        seen.place = at
        return Verdict("tool", "place_below_hours")
    if seen.byline and _is_title(line) and _is_near_names(seen, at):
        return Verdict("author", "title_under_name")
    if seen.is_in_list_of_date(line):
        return seen.judge_in_list_of_date(at, line)
    if not seen.missed and _is_outlet(seen, at, line):
        return Verdict("outlet", "short_line_below_byline")
    return None


def _is_place(seen: Seen, at: int, line: Line) -> bool:
    """Whether a line says where an event takes place: no sentence, below the hours and beside them."""
    if seen.place is None or seen.missed or not _may_be_place(line.text):
        return False
    above = seen.flow[seen.place]
    if line.holder is None or is_label(above.text):
        return at == seen.place + 1
    return above.is_beside(line)


def _may_be_place(text: str) -> bool:
    """Whether a text is short and no sentence, as where an event takes place."""
    return len(text) <= _LONGEST_PLACE and text[-1:] not in _NO_PLACE_END


def _is_near_names(seen: Seen, at: int) -> bool:
    """Whether a line stands right below the byline, with a line of the header's between them at most."""
    names = seen.byline[-1].at
    return at - names <= 2 and not any(is_sentence(seen.flow[n].text) for n in seen.prose if n > names)


def _is_outlet(seen: Seen, at: int, line: Line) -> bool:
    """Whether a line below a byline or of a reprint is too short and open for a dek or paragraph, and beside none."""
    below_names = bool(seen.byline) and seen.byline[-1].at < at
    reprinted = seen.label is not None and is_in_the_media(seen.label.line.text)
    if line.node is None or not (below_names or reprinted):
        return False
    text = without_languages(line.plain)
    if is_prose(text) or ends_sentence(text) or text.endswith(COMMAS):
        return False  # "Dear Colleagues,"
    words = text.split()
    if len(words) > _FEW_WORDS and any(len(word) >= _LONG_WORD and word[0].islower() for word in words):
        return False
    after = seen.flow[at + 1] if at + 1 < len(seen.flow) else None
    return (
        _is_marked_as_outlet(seen, at, line)
        or after is None
        or after.kind == "figure"
        or not after.is_beside(line)
        or (is_dated(read_parts(seen.page, at + 1)) and not same_list(line, after))
    )


def _is_marked_as_outlet(seen: Seen, at: int, line: Line) -> bool:
    """Whether a line is set as the titles of newspapers are, or called a source."""
    return is_set_in(line, ("i", "em", "cite")) or is_called(seen.page, at, _OUTLET_CLASS)


def take_list_of_date(seen: Seen) -> None:
    """The items of the date's list that stand above it, before which no line was dated."""
    for at in [at for at in seen.prose if seen.is_in_list_of_date(seen.flow[at])]:
        seen.verdicts[at] = seen.judge_in_list_of_date(at, seen.flow[at])
        seen.prose.remove(at)


def take_editors(seen: Seen) -> None:
    """The editors, on a page that names no author beside them."""
    for part in seen.parts:
        names = (after_label("edited", part.line.text) or "").strip(SEPARATORS)
        if are_names(names, seen.page.known_authors, seen.page.language):
            seen.keep(part, Reading(byline=names))
            seen.verdicts[part.at] = Verdict("byline", "edited_by")
            return


def take_bare_byline(seen: Seen) -> None:
    """Authors without a page of their own: plain text between headline and date."""
    if seen.day is not None and (beside := _names_in_line_of_date(seen, seen.day.at)) is not None:
        seen.byline.append(beside)
        return
    if not seen.prose:
        return
    if names := _names_over_date(seen):
        for at in names:
            _take_bare(seen, at)
        return
    if not seen.bare_byline:
        return
    line = seen.flow[seen.prose[0]]
    if line.node is None:
        _take_names_above_date(seen)
    elif seen.may_be_bare_names(line):
        _take_bare(seen, seen.prose[0])


def _names_in_line_of_date(seen: Seen, at: int) -> Part | None:
    """The names that bars or dots divide from the date in its line: "Ann Lee, Bo Ray · May 3, 2019".

    A name alone may be an outlet's, or a place's, where pages always label a byline or link it. Over the headline a
    periodical may name its editor: "Harbor Bulletin | May 2005 | Ann Lee, Editor".
    """
    line, pieces, language = seen.flow[at], between_bars(seen.flow[at].plain), seen.page.language
    for text in pieces:
        several = seen.bare_byline or len(split_names(text, (), language)) > 1
        editor = at < seen.at and is_editor(text.rpartition(",")[2])
        if several and not editor and has_two_words(text) and are_names(text, (), language):
            return Part(at, line.part(text, line.node), Reading(byline=text))
    return None


def _names_over_date(seen: Seen) -> list[int]:
    """The lines right above label and date that are names, each with a title perhaps."""
    below = [part.at for part in (seen.day, seen.label) if part is not None and part.at > seen.at]
    at = min(below, default=0) - 1
    at -= at - 1 in seen.prose and _is_title(seen.flow[at])
    names: list[int] = []
    while at in seen.prose and _may_be_names_over_date(seen, seen.flow[at]):
        names.insert(0, at)
        at -= 1
    return names


def _may_be_names_over_date(seen: Seen, line: Line) -> bool:
    """Whether a line over the date may be names; in plain text it may be the dek, but over a list."""
    listed = seen.day is not None and seen.flow[seen.day.at].kind == "li"
    return (listed or line.node is not None) and seen.may_be_bare_names(line)


def _take_bare(seen: Seen, at: int) -> None:
    line = seen.flow[at]
    seen.byline.append(Part(at, line, Reading(byline=line.plain.strip(SEPARATORS))))
    seen.verdicts[at] = Verdict("byline", "bare_names")
    seen.prose.remove(at)
    seen.last = max(seen.last, at)
    if at + 1 in seen.prose and _is_title(seen.flow[at + 1]):
        seen.verdicts[at + 1] = Verdict("author", "title_under_name")
        seen.prose.remove(at + 1)


def _is_title(line: Line) -> bool:
    """Whether a line is an author's title or affiliation and nothing more: no sentence, no name before it."""
    return is_affiliation(line.text) and not has_full_stop(line.text) and not are_names(line.text)


def _take_names_above_date(seen: Seen) -> None:
    """In plain text: the line right above the date, where the dek stands above it."""
    above = [at for at in seen.prose if at < seen.last]
    if len(above) > 1 and are_names(seen.flow[above[-1]].text, (), seen.page.language):
        _take_bare(seen, above[-1])


def take_dek(seen: Seen, end: int) -> None:
    """The prose between the headline and what follows it; what is printed again counts once."""
    previous: int | None = None
    for at in seen.prose:
        if at >= end or (previous is not None and at != previous + 1) or end_of_list(seen, at):
            break
        if is_item_of_list(seen, at):
            seen.verdicts[at] = Verdict("tool", "item_of_list")
        elif _is_above_hours(seen, at):
            seen.verdicts[at] = Verdict("tool", "place_above_hours")
        elif seen.is_among(seen.dek, seen.flow[at]):
            seen.verdicts[at] = Verdict("dek", "dek_repeated")
        elif _is_outlet(seen, at, seen.flow[at]):
            seen.verdicts[at] = Verdict("outlet", "short_line_below_byline")
        elif not is_prose(seen.flow[at].text) and _leads_to_section(seen.flow[at]):
            seen.verdicts[at] = Verdict("tool", "short_link_in_header")
        else:
            seen.verdicts[at] = seen.add_dek(at, "prose_in_header")
        previous = at


def end_of_list(seen: Seen, at: int) -> int:
    """Where a list of sentences ends that stands below a line: "Key takeaways". It is the text's; 0 for none."""
    line, end = seen.flow[at], at + 1
    if (
        line.kind == "li"
        or len(line.text) > LONGEST_LABEL
        or ends_sentence(line.text)
        or is_summary(line.plain)
    ):
        return 0
    while end < len(seen.flow) and end not in seen.chrome and seen.flow[end].kind == "li":
        end += 1
    items = seen.flow[at + 1 : end]
    is_text = all(has_full_stop(item.plain) and not is_linked(item) for item in items)
    return end if is_text and is_prose(" ".join(item.plain for item in items)) else 0


def _leads_to_section(line: Line) -> bool:
    """Whether a short line is a link, or holds one to a series, a program or the like: "Salt Papers, Part 2 of 4"."""
    if is_linked(line):
        return True
    return not ends_sentence(line.text) and any(
        leads_to(href.lower(), NO_NAMES) for _, href in links_of(line)
    )


def _is_above_hours(seen: Seen, at: int) -> bool:
    """Whether a line right above the hours of an event says where it takes place: no sentence."""
    below = seen.verdicts.get(at + 1)
    return (
        below is not None
        and below.rule == "clock"
        and seen.day is not None
        and seen.day.at == at - 1
        and _may_be_place(seen.flow[at].text)
    )


def is_item_of_list(seen: Seen, at: int) -> bool:
    """Whether a line is one of several short items of a list: calendars for an event, a book's price and number."""
    line, near = seen.flow[at], seen.flow[at - 1 : at + 2 : 2]
    return not is_prose(line.text) and any(same_list(line, each) for each in near)


def tell_of_lost_prose(seen: Seen, end: int) -> None:
    """Prose above the end of the header that no rule took would be lost: it is in no body either."""
    for at in seen.prose:
        if at < end and is_sentence(seen.flow[at].text):
            seen.verdicts.setdefault(at, Verdict("unread", "prose_beside_dek"))
