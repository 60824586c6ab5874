"""Cards within a body: labels, linked titles and teasers that lead to other pages."""

from __future__ import annotations

from carnegie_extract.base.text import letters
from carnegie_extract.lines.body_lines import Body
from carnegie_extract.lines.chrome import outermost
from carnegie_extract.lines.header_parts import opens_list
from carnegie_extract.lines.parts import is_linked, links_of, opens_with_link
from carnegie_extract.lines.sections import leads_to_topics
from carnegie_extract.page.dom import signature
from carnegie_extract.page.flow import HEADINGS, Flow, Line, ends_sentence
from carnegie_extract.words.dates import lone_date
from carnegie_extract.words.names import are_names
from carnegie_extract.words.vocabulary import at_colon, glued_label, is_type_label, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_OPENING = 200
_FEWEST, _MOST = 2, 20
"""Links of a list under a heading."""
_FEWEST_OF_TEASER = 3
_BESIDE = 8
"""Lines of an element that are looked at."""


def card(body: Body) -> Iterable[int]:
    """An element that begins with a type label, a linked title or "Related ...", and holds a teaser or two."""
    flow = body.flow
    if flow[body.headline].node is None:
        yield from _text_cards(body)
        return
    places: set[int] = set()
    prose: tuple[str, str] | None = None
    for at in _openings(body):
        box = outermost(flow, at, body.headline, first=True) if at not in places else None
        if box is not None:
            prose = prose or _around_prose(body)
            inside = range(*flow.span(box))
            if signature(box) != prose and (
                any(_leads_away(flow[n]) and not leads_to_topics(flow[n]) for n in inside)
                or _is_labelled_link(flow[at])
                or _is_teaser(flow, inside)
            ):
                places.update(inside)
    taken = sum(flow.paragraphs(at, at + 1) for at in places)
    if not taken or taken < flow.paragraphs(body.start, body.end):  # no card is all that there is
        yield from sorted(places)


def _openings(body: Body) -> list[int]:
    """The places of lines that can be a card's first, in order."""
    near = body.linked + body.in_parts
    places = {*body.worded("type_labels", "recent_work"), *(at for at, _ in near)}
    return [at for at in sorted(places - body.judged) if _opens_card(body.flow[at])]


def _opens_card(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_OPENING:
        return False
    if is_loose(line):
        first = line.runs[0].text.strip() if line.runs else text
        return is_type_label(first) or _leads_away(line)
    if line.kind == "p":
        return is_type_label(text) or "recent_work" in words_of(text) or opens_list(line)
    if line.kind in HEADINGS:
        return "recent_work" in words_of(text) or _leads_away(line)
    return False


def _is_teaser(flow: Flow, inside: range) -> bool:
    """Whether an element without a link is a card: all of it loose, a label, a title and one sentence at most.

    Scripts may make the whole card lead to its page.
    """
    lines = [flow[at] for at in inside]
    if len(lines) < _FEWEST_OF_TEASER or not all(map(is_loose, lines)):
        return False
    return sum(ends_sentence(line.text) for line in lines) <= 1


def is_loose(line: Line) -> bool:
    """Whether a line stands in no element of rich text: a label, a card's title, a tag."""
    if line.kind in ("li", "quote"):
        return line.node is not None and line.node.tag not in ("li", "p", "blockquote")
    return line.kind == "text"


def _leads_away(line: Line) -> bool:
    """Whether all of a line is links, and one leads to another page, not to a PDF; or it stands within a link."""
    if not is_linked(line):
        return False
    addresses = {href for _, href in links_of(line)}
    return len(addresses) < 2 and not any(
        href.startswith("#") or ".pdf" in href.lower() for href in addresses
    )


def _is_labelled_link(line: Line) -> bool:
    """Whether a line is a type label and, in one link beside it, the title of another piece."""
    links = links_of(line) if len(line.runs) > 1 else []
    if len({href for _, href in links}) != 1:
        return False
    return line.letters == letters(line.runs[0].text + "".join(text for text, _ in links))


def _lists_piece(line: Line) -> bool:
    """Whether a line leads away, or is a list item that does before a label and a day: "Salt, Article, May 3, 2019"."""
    if line.kind == "li" and opens_with_link(line):
        beside = line.plain.removeprefix(links_of(line)[0][0])
        return not ends_sentence(line.text.rstrip(")")) or lone_date(beside.strip()) is not None
    return _leads_away(line)


def _around_prose(body: Body) -> tuple[str, str]:
    """Tag and class of the elements that hold most of the prose; empty where they have no class."""
    makes: dict[int, tuple[str, str]] = {}
    counts: dict[tuple[str, str], int] = {}
    for _, line in body.lines():
        if line.kind == "p" and line.node is not None and (outer := line.node.parent) is not None:
            make = makes.get(outer.mem_id) or makes.setdefault(outer.mem_id, signature(outer))
            counts[make] = counts.get(make, 0) + 1
    most = max(counts, key=lambda each: counts[each], default=("", ""))
    return most if most[1] else ("", "")


def _text_cards(body: Body) -> Iterable[int]:
    """Cards in plain text: a type label, the title and what stands with it up to the names of its authors."""
    flow, end = body.flow, body.end
    at = body.start
    while at < end:
        if not ("type_labels" in flow.words_at(at) or glued_label(flow[at].text)):
            at += 1
            continue
        after = next((n for n in range(at, end) if flow[n].item != flow[at].item), end)
        names = next((n for n in range(after, min(after + 2, end)) if are_names(flow[n].text)), None)
        while names is not None and names < end and are_names(flow[names].text):
            after = names = names + 1
        yield from range(at, after)
        at = max(after, at + 1)


def related_list(body: Body) -> Iterable[int]:
    """A label such as "Related Content" and the links below it; any heading in one element with nothing but links."""
    flow, after = body.flow, body.start
    for at in body.of_kind(*sorted(HEADINGS)):
        first, last = flow.span(flow[at].holder)
        if first == at and _FEWEST < last - at <= _MOST and all(map(_lists_piece, flow[at + 1 : last])):
            yield from range(at, last)
    for at in body.worded("recent_work"):
        after = at + 1
        while after < body.end and _lists_piece(flow[after]):
            after += 1
        if after > at + 1 or _labels_link(flow[at]):
            yield from range(at, after)


def _labels_link(line: Line) -> bool:
    """Whether a link follows a label in its line: "Read more: Salt of the Coast"."""
    (_, rest), links = at_colon(line.plain), links_of(line)
    if not rest or not links or not rest.startswith(links[0][0]):
        return False
    return not rest.removeprefix(links[0][0]).lstrip()[:1].isalnum()


def insert_outside_runs(body: Body) -> Iterable[int]:
    """Where a layout knows the elements of the prose: what stands outside them beside links or labels."""
    flow = body.flow
    for at in body.outside_runs() if body.runs else ():
        line = flow[at]
        if line.kind not in ("p", "li", "text") or line.holder is None or line.holder.mem_id in body.holders:
            continue
        if "thanks" in words_of(line.text):
            continue
        start, end = flow.span(line.holder)
        beside = (
            n for n in range(start, min(end, start + _BESIDE)) if n != at and "notes" not in flow.words_at(n)
        )
        if any(flow[n].kind == "button" or (n not in body.judged and is_linked(flow[n])) for n in beside):
            yield at
