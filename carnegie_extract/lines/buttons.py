"""Buttons within a body, and the lines beside them: the PDF, controls, answers to a question, other pages."""

from __future__ import annotations

from collections import Counter

from carnegie_extract.base.quick import IGNORE_CASE, pattern
from carnegie_extract.lines.body_lines import Body
from carnegie_extract.lines.grammar import SEPARATORS, is_sharing
from carnegie_extract.lines.parts import (
    is_linked,
    letters_beside,
    links_of,
    tokens,
)
from carnegie_extract.page.dom import Node, signature
from carnegie_extract.page.flow import (
    HEADINGS,
    Line,
    ends_sentence,
    is_prose,
    is_sentence,
)
from carnegie_extract.words.carnegie import NETWORKS
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    entries,
    is_button,
    is_top_link,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_BESIDE = 12
"""Letters beside a link to a file: its kind and size."""
_LONGEST_NOTICE, _MOST_BESIDE_BUTTON = 200, 2
"""Characters and lines of what buttons answer."""
_FEW_BOXES = 2
"""More boxes with buttons of one make are how a page prints its paragraphs."""
_MOST_PAGES = 20
_PLACE_OF_PAGE = pattern(r"\D{1,12}\d{1,3}\D{1,8}\d{1,3}(?:\D{1,3}\d{1,3})?\D{0,3}")
"""Behind it the number of this page may stand in the same text: "Page 1 of 2: 1"."""
_ONE_OF = pattern(r"\d{1,3}\s?/\s?\d{1,3}")
_CONTROL = pattern(r"^#(?:top)?$|^javascript:|^mailto:(?:$|\?)|[/?&=]print\b|#top$", IGNORE_CASE)
_BARS = pattern(r"[|·•/]")
_START = 3
_CONTROLS = frozenset(word[:_START].rstrip() for word in entries("buttons") | entries("sharing") | NETWORKS)
"""How they begin: the quick test before the careful one."""


def pdf_button(body: Body) -> Iterable[int]:
    """A line that is links to a PDF and perhaps what it holds: the button of a paper, "Full Text (PDF, 1 MB)".

    A sentence that says where the whole text is, and leads to a PDF, is one, too.
    """
    named = [(at, line) for at, line in body.short if line.may_link and "PDF" in line.text]
    yield from (at for at, line in (*body.linked, *named) if line.kind not in HEADINGS and _offers(line))
    whole = body.worded("full_text", "notices")
    yield from (at for at in whole if any(map(_is_pdf, links_of(body.flow[at]))))


def _is_pdf(link: tuple[str, str]) -> bool:
    return ".pdf" in link[1].lower()


def _offers(line: Line) -> bool:
    if len(line.text) > LONGEST_LANDMARK:
        return False
    links, name = links_of(line), line.text.removesuffix(" (PDF)")
    if not links or (name == line.text and not _is_pdf(links[0])):
        return False
    if line.kind == "li" and not is_button(name):
        return False  # one of the documents that the text lists
    return not ends_sentence(line.text.rstrip(")]")) and letters_beside(line, links) <= _MOST_BESIDE


def pdf_heading(body: Body) -> Iterable[int]:
    """The heading over such buttons: "Additional Links", which may be a label."""
    labels = frozenset(body.worded("additional_links"))
    return [
        at - 1
        for at in pdf_button(body)
        if at > body.start and (body.flow[at - 1].kind in HEADINGS or at - 1 in labels)
    ]


def button(body: Body) -> Iterable[int]:
    """Words of controls: "Print", "Share on X", or several beside each other: "Print | Close"; links that are some."""
    for at, line in body.short:
        if line.text[:_START].rstrip(SEPARATORS).casefold() in _CONTROLS and _are_controls(line):
            yield at
    yield from (at for at, line in body.linked if line.kind not in HEADINGS and _do_something(line))


def _are_controls(line: Line) -> bool:
    """Whether all parts of a line, between bars or in elements of their own, are words of controls."""
    if line.kind in HEADINGS:
        return False
    parts = [part for text in _BARS.split(line.plain) if (part := text.strip(f" {SEPARATORS}"))]
    return bool(parts) and all(is_button(part) or is_sharing(part) for part in parts)


def beside_buttons(body: Body) -> Iterable[int]:
    """A question or notice over the buttons that answer it, the numbers of a player: in an element of their own.

    It has several buttons, or is of another make than the elements around single paragraphs.
    """
    for box, _ in _boxes_of_buttons(body):
        yield from (at for at in range(*body.flow.span(box)) if body.flow[at].kind != "button")


def over_button(body: Body) -> Iterable[int]:
    """A sentence over one button of unknown words, in an element that nothing marks as a box: it may be the text's."""
    for box, buttons in _boxes_of_buttons(body):
        marked = any(box.attributes.get(name) for name in ("class", "id", "role"))
        if len(buttons) == 1 and not marked and buttons[0] not in body.flow.landmarks:
            yield from (at for at in range(*body.flow.span(box)) if is_sentence(body.flow[at].text))


def _boxes_of_buttons(body: Body) -> Iterable[tuple[Node, list[int]]]:
    """The boxes that hold buttons and what these answer, with their buttons."""
    boxes: dict[int, tuple[Node, list[int]]] = {}
    for at in [*body.of_kind("button"), *(at for at, line in body.linked if is_button(line.plain))]:
        if (box := _box_of(body, at)) is not None:
            boxes.setdefault(box.mem_id, (box, []))[1].append(at)
    often = Counter(signature(box) for box, _ in boxes.values())
    single = _makes_of_paragraphs(body) if boxes else frozenset()
    for box, buttons in boxes.values():
        make = signature(box)
        if often[make] <= _FEW_BOXES and (len(buttons) > 1 or make not in single):
            yield box, buttons


def _box_of(body: Body, button: int) -> Node | None:
    """The element of a button, or the one around, if it holds a short line or two and one sentence at most, above."""
    flow, box = body.flow, body.flow[button].holder
    for _ in range(2):
        start, end = flow.span(box)
        beside = [at for at in range(start, end) if flow[at].kind != "button"]
        if beside:
            fits = len(beside) <= _MOST_BESIDE_BUTTON and flow.paragraphs(start, end) <= 1
            may = (_may_stand_beside(flow[at], flow[button], above=at < button) for at in beside)
            return box if fits and all(may) else None
        box = box.parent if box is not None else None
    return None


def _may_stand_beside(line: Line, button: Line, *, above: bool) -> bool:
    """Whether a line may be what a button answers; one that shares a sentence is no answer to it."""
    short = line.kind in ("p", "text") and len(line.text) <= _LONGEST_NOTICE
    shares = "share" in words_of(button.plain) or is_sharing(button.plain)
    asks = above and not (shares and is_sentence(line.text))
    return short and (asks or not ends_sentence(line.text)) and "thanks" not in words_of(line.text)


def _makes_of_paragraphs(body: Body) -> frozenset[tuple[str, str]]:
    """Tag and class of the elements that hold one paragraph and nothing else."""
    prose = [
        (at, line.holder) for at, line in body.lines() if is_prose(line.text) and line.holder is not None
    ]
    return frozenset(signature(holder) for at, holder in prose if body.flow.span(holder) == (at, at + 1))


def pager(body: Body) -> Iterable[int]:
    """Links to the other pages of a text, and the number of this one: "1 2 Next", or of all: "1 / 2"."""
    for at, line in body.short:
        if not line.may_link and not line.plain[-1:].isdecimal():
            continue
        if "/" in line.plain and _ONE_OF.fullmatch(line.plain):
            yield at
        lone = line.plain.isdecimal()
        if not lone and not (line.may_link and any(map(str.isdecimal, line.text))):
            continue
        places = range(*body.flow.span(line.holder)) if lone else range(at, at + 1)
        if len(places) <= _MOST_PAGES and _are_pages([body.flow[n] for n in places]):
            yield from places


def _are_pages(lines: list[Line]) -> bool:
    """Whether lines are nothing but numbers and links, one of each at least, behind "Page 1 of 2" perhaps."""
    linked = {text for line in lines for text, _ in links_of(line)}
    texts = [text for line in lines for text in ([line.plain] if is_linked(line) else tokens(line))]
    return (
        bool(linked)
        and all(
            text in linked or text.isdecimal() for text in texts if _PLACE_OF_PAGE.fullmatch(text) is None
        )
        and not linked.issuperset(texts)
    )


def _do_something(line: Line) -> bool:
    """Whether the links of a line lead nowhere: they print the page, send it, or go to its top."""
    links = links_of(line) if len(line.text) <= LONGEST_LANDMARK else []
    return bool(links) and all(_CONTROL.search(href) or is_top_link(text) for text, href in links)
