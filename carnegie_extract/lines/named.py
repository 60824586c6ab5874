"""The people whom the section about the authors or speakers names: for a page that names them nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from carnegie_extract.base.text import letters
from carnegie_extract.lines.judgement import Verdicts
from carnegie_extract.lines.parts import is_whole_name, people_links
from carnegie_extract.lines.people import opening_name
from carnegie_extract.lines.sections import TAIL, leads_to_topics
from carnegie_extract.page.dom import ancestors
from carnegie_extract.page.flow import HEADINGS, Flow, Line, has_full_stop
from carnegie_extract.words.names import is_name, is_title, same_person

_OTHERS = (TAIL | {"tags", "recent_work"}) - {"about_authors", "speakers"}
"""The landmarks of sections that are not about people."""


def names_about(flow: Flow, start: int, end: int, judged: Verdicts, language: str | None) -> tuple[str, ...]:
    """The names in the section from `end` on, or set apart beside the text that begins at `start`, in order.

    A name opens an element that holds a title or a bio, too, or a line that does, or is a heading or a link.
    """
    headings = (
        at
        for at, words in flow.landmarks.items()
        if words & {"about_authors", "speakers"}
        and (at >= end or (at in judged and (at >= start or judged[at].role == "author")))
    )
    sections = (_names_below(flow, at, judged, language) for at in headings)
    return next(filter(None, sections), ())


def closing_speakers(flow: Flow, start: int, end: int, judged: Verdicts) -> tuple[int, tuple[str, ...]]:
    """Where the speakers begin that close the text of an event under no heading, and their names; `end` and none.

    Each has a heading, and below it a sentence that opens with the same name.
    """
    names: list[str] = []
    at = next((n - 1 for n in range(end - 1, start, -1) if n not in judged), start - 1)
    while at >= start and _introduces(flow[at], flow[at + 1]):
        names.insert(0, flow[at].plain)
        at -= 2
    return at + 2 if names else end, tuple(names)


def _introduces(heading: Line, line: Line) -> bool:
    """Whether a heading is a name, and the sentence below it opens with that name."""
    name = heading.plain
    named = heading.kind in HEADINGS and is_whole_name(name)
    return named and line.letters.startswith(letters(name)) and has_full_stop(line.text)


def _names_below(flow: Flow, heading: int, judged: Verdicts, language: str | None) -> tuple[str, ...]:
    """The names in the section that a heading opens; where that is judged, among the lines judged with it."""
    names: dict[str, None] = {}
    own = {"author", judged[heading].role if heading in judged else None}
    stop, whole = _section_end(flow, heading, language), heading + 1
    for at in range(heading + 1, stop):
        if (judged[at].role if at in judged else None) not in own:
            continue
        linked = [text for text in people_links(flow[at]) if is_name(text)]
        name = None if linked or _heads_group(flow, at) else opening_name(flow[at], language)
        if name is not None and (at >= whole or _opens_another(flow, at, name)):
            linked = [name]
        if linked:
            names |= dict.fromkeys(linked)
            whole = max(whole, _end_of_person(flow, heading, at, stop, linked[0]))
    return tuple(names)


def as_printed(names: Iterable[str], printed: tuple[str, ...]) -> tuple[str, ...]:
    """The people that a page prints, where those that its data name are among them; else these, spelled as printed."""
    spelled = tuple(next((each for each in printed if same_person(each, name)), name) for name in names)
    return printed if {*spelled} <= {*printed} else spelled


def _section_end(flow: Flow, heading: int, language: str | None) -> int:
    """Where the section ends: at another one, at tags, at a heading that is above its own or names nobody."""
    level = flow[heading].kind
    for at in range(heading + 1, len(flow)):
        line = flow[at]
        words = flow.words_at(at)
        if words & _OTHERS or leads_to_topics(line):
            return at
        if "speakers" in words:
            continue  # "Moderator", below the speakers
        if line.kind not in HEADINGS or level not in HEADINGS or line.kind > level or people_links(line):
            continue
        if (
            line.kind < level
            or opening_name(line, language) is None
            or not _opens_another(flow, at, line.plain)
        ):
            return at
    return len(flow)


def _end_of_person(flow: Flow, heading: int, at: int, stop: int, name: str) -> int:
    """Where the element around a person's name and title ends; the line itself, where that says more."""
    line = flow[at]
    if len(line.letters) > len(letters(name)):
        return at + 1
    for outer in ancestors(line.node) if line.node is not None and line.node.tag != "li" else ():
        start, end = flow.span(outer)
        if start <= heading:
            break
        if outer.tag == "li" or end - start > 1:
            return min(end, stop)
    if line.kind == "li":
        return at + 1
    return stop


def _heads_group(flow: Flow, at: int) -> bool:
    """Whether a heading stands over a list or over headings of its own: "Panel One"."""
    line = flow[at]
    if line.kind not in HEADINGS or at + 1 >= len(flow):
        return False
    after = flow[at + 1]
    return (after.kind in HEADINGS and after.kind > line.kind) or (
        after.kind == "li" and after.item != line.item
    )


def _opens_another(flow: Flow, at: int, name: str) -> bool:
    """Whether a line names the next person in a section that has no element for each: a heading, or over a title."""
    if at + 1 >= len(flow):
        return False
    after = flow[at + 1].plain
    return is_title(after) or letters(after).startswith(letters(name))
