"""Notes that no heading sets apart: known by the ids of their elements, or by their numbers below the text."""

from __future__ import annotations

from carnegie_extract.base.quick import IGNORE_CASE, pattern
from carnegie_extract.lines.judgement import Verdict, Verdicts, upwards
from carnegie_extract.page.dom import INLINE, Node, Tree, ancestors
from carnegie_extract.page.flow import HEADINGS, Flow, Line, is_prose
from carnegie_extract.page.marks import BACK, BACK_LINK, CALL, CALLED
from carnegie_extract.page.sidenotes import SIDENOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER = pattern(r"[\[(]?(\d{1,3})[\])]?[.:)–-]?(?:\s|$)")
_BEFORE_NUMBER = ("[", "(")
_NOTE_ID = pattern(
    r"(?:[a-z]+[-_])*(?:(?:foot|end|side)?note[-_]?(\d+)|_?(?:ftn|edn|fn|en)[-_:]?(\d+)|_?n(\d+))",
    IGNORE_CASE,
)
_NOTE_IDS = (
    '[role="doc-endnote"], [role="doc-footnote"], [id*="note" i], [id*="ftn" i], [id*="edn" i], [id*="fn" i], '
    '[name*="ftn" i], [name*="edn" i]'
)
_NOTE_ELEMENTS = ("li", "p", "div", "dd", "td", "section")
_BRACKETED = pattern(r"\[(\d{1,3})\]")
_BOXES = ("aside", "footer")
"""Elements that set apart what stands in them, and may hold the notes."""
_OF_NOTE = ("li", "aside", "dd")
_LONGEST_NUMBER = 6
_NEAR = 8
"""Elements around an anchor in which that of its note is looked for."""


def find_notes(tree: Tree | None, flow: Flow, headline: int) -> Verdicts:
    """The verdicts of notes under no heading that are known wherever they stand, before anything is chrome.

    Notes of today's pages have ids that count from 1, and their list stands in an aside or a footer, or below the
    authors (docs/pages.md); without ids those in such a box are known by their numbers. A heading makes notes of
    all that stands under it.
    """
    if not flow.may_have_notes:
        return {}
    if beside := _sidenotes(flow, headline):
        return beside
    headed = any(
        "notes" in words for at, words in flow.landmarks.items() if at > headline and not _is_hidden(flow[at])
    )
    called = CALL in flow.text or BACK in flow.text
    places = [] if headed or not called else _places_by_id(tree, flow, headline)
    places += [] if headed else _places_by_link_back(flow, headline)
    return dict.fromkeys(places, Verdict("note", "numbered_by_id")) or _numbered_in_boxes(flow, headline)


def _sidenotes(flow: Flow, headline: int) -> Verdicts:
    """The verdicts of notes in the margin; where the page lists them once more, they are that list's."""
    if not any(line.text[:1] == BACK and _is_sidenote(line) for line in flow):
        return {}
    places = [at for at, line in enumerate(flow) if at > headline and _is_sidenote(line)]
    others = {_bare(line) for line in flow if not _is_sidenote(line)}
    repeated = Verdict("hidden", "sidenote_repeated")
    return {at: repeated if _bare(flow[at]) in others else Verdict("note", "sidenote") for at in places}


def _is_sidenote(line: Line) -> bool:
    return line.box is not None and line.box.node.attributes.get("role") == SIDENOTE


def _bare(line: Line) -> str:
    """The letters of a note without its number."""
    return line.letters.lstrip("0123456789")


def _is_hidden(line: Line) -> bool:
    """Whether a line is for screen readers only: a heading that nobody sees sets nothing apart."""
    return line.box is not None and line.box.tag == "hidden"


def _numbered_in_boxes(flow: Flow, headline: int) -> Verdicts:
    """The verdicts of lines in asides and footers that are numbered from 1 up and answer calls of the text."""
    boxes = [(at, line.box) for at, line in enumerate(flow) if line.box is not None and at > headline]
    boxed = dict.fromkeys([at for at, box in boxes if box.tag in _BOXES])
    numbered = [(number, at) for at in boxed if (number := _number_of(flow[at])) is not None]
    return _answering(flow, numbered, (at for at in range(headline + 1, len(flow)) if at not in boxed))


def _places_by_link_back(flow: Flow, headline: int) -> list[int]:
    backs = (at for at, line in enumerate(flow) if at > headline and line.text[:1] == BACK)
    return [n for at in backs for n in _whole_note(flow, at)]


def _whole_note(flow: Flow, at: int) -> range:
    """The lines of a note: that of its number, the text below a number alone, the rest of an element of its own.

    An element is not a note's own where it holds another number, a heading or a landmark, nor where paragraphs follow
    and it is not called a note's.
    """
    holder, end = flow[at].holder, min(at + 1 + _is_number(flow[at]), len(flow))
    start, last = flow.span(holder) if holder is not None else (at, end)
    own = start == at and not any(_opens_another(flow, n) for n in range(end, last))
    if own and flow.paragraphs(end, last) > 0:
        own = holder is not None and _is_of_note(holder)
    return range(at, max(last, end) if own else end)


def _is_of_note(node: Node) -> bool:
    """Whether an element is one that holds a note: an item, an aside, one with a note's id."""
    return node.tag in _OF_NOTE or number_in_id(node.attributes.get("id") or "") is not None


def _opens_another(flow: Flow, at: int) -> bool:
    """Whether a line opens another note, or a section."""
    return at in flow.landmarks or flow[at].kind in HEADINGS or _number_of(flow[at]) is not None


def _places_by_id(tree: Tree | None, flow: Flow, headline: int) -> list[int]:
    elements = note_elements(tree) if tree is not None else []
    lines = (
        {line.node.mem_id: at for at, line in enumerate(flow) if line.node is not None} if elements else {}
    )
    places, count = list[int](), 0
    for node, name in elements:
        at = lines.get(node.mem_id)
        start, end = flow.span(node) if at is None else (at, at + 1)
        if start == end or start <= headline:
            continue
        count += 1
        if number_in_id(name) != str(count):
            return []
        places += range(start, max(end, _whole_note(flow, start).stop))
    return places


def number_in_id(name: str) -> str | None:
    """The number of a note in the id of its element: "footnote-2"."""
    match = _NOTE_ID.fullmatch(name)
    return next((group for group in match.groups() if group), None) if match else None


def note_elements(tree: Tree) -> list[tuple[Node, str]]:
    """The elements of the single notes with the id or name that they are known by."""
    found_at: dict[int, tuple[Node, str]] = {}
    for anchor in tree.all(_NOTE_IDS):
        name = anchor.attributes.get("id") or anchor.attributes.get("name") or ""
        if not _NOTE_ID.fullmatch(name):
            continue
        element = anchor
        if anchor.tag in INLINE:
            near = ancestors(anchor, _NEAR)
            element = next((outer for outer in near if outer.tag in _NOTE_ELEMENTS), anchor)
        found_at.setdefault(element.mem_id, (element, name))
    return list(found_at.values())


def judge_numbered(flow: Flow, start: int, end: int, judged: Verdicts) -> Verdicts:
    """The verdicts of notes under no heading that are the last lines of a body, numbered from 1 up."""
    if not flow.may_have_notes:
        return {}
    numbered = _last_numbered(flow, start, end, judged) or _last_items(flow, start, end, judged)
    first = numbered[0][1] if numbered else end
    return _answering(flow, numbered, (at for at in range(start, first) if at not in judged))


def _answering(flow: Flow, numbered: list[tuple[int, int]], text: Iterable[int]) -> Verdicts:
    """The verdicts of lines, each with its number, as notes: where they count from 1, and answer calls of the text."""
    if [number for number, _ in numbered] != list(range(1, len(numbered) + 1)) or not numbered:
        return {}
    calls = "".join(flow[at].text for at in text)
    called = {
        int(number) for found in (CALLED, _BRACKETED) for number in found.findall(calls) if number.isdecimal()
    }
    sure = flow[numbered[0][1]].text[:1] == BACK
    if not sure and not called.issuperset(number for number, _ in numbered):
        return {}
    if flow[numbered[0][1]].kind == "li" and len(called) > len(numbered):
        return {}
    places = (n for _, at in numbered for n in _whole_note(flow, at))
    return dict.fromkeys(places, Verdict("note", "numbered_below_the_text"))


def _last_numbered(flow: Flow, start: int, end: int, judged: Verdicts) -> list[tuple[int, int]]:
    """The numbers and places of the last lines of a body that are numbered, from number 1 on."""
    numbered: list[tuple[int, int]] = []
    for at in upwards(start, end, judged):
        line = flow[at]
        if _is_number(flow[at - 1]):
            continue  # beside the number is the note's text, in a table
        number = _number_of(line)
        if number is None:
            if not numbered and not is_prose(line.text) and line.kind not in HEADINGS:
                continue  # the authors' names and titles
            break
        numbered.append((number, at))
    numbered.reverse()
    while numbered and numbered[0][0] != 1:
        numbered.pop(0)
    return numbered


def _last_items(flow: Flow, start: int, end: int, judged: Verdicts) -> list[tuple[int, int]]:
    """The last items of a body in an ordered list, which the browser numbers."""
    last = next((flow[at] for at in upwards(start, end, judged)), None)
    items = last.holder if last is not None and last.kind == "li" else None
    if items is None or items.tag != "ol":
        return []
    return list(enumerate(range(*flow.span(items)), 1))


def _is_number(line: Line) -> bool:
    """Whether a line is a note's number alone."""
    short = len(line.plain) < _LONGEST_NUMBER and not any(map(str.isalpha, line.plain))
    return short and _number_of(line) is not None


def _number_of(line: Line) -> int | None:
    if line.text[:1] == BACK and (back := BACK_LINK.match(line.text)) is not None:
        return int(back[1]) if back[1].isdecimal() else None
    if line.kind not in ("p", "text") or not (line.text[:1].isdecimal() or line.text[:1] in _BEFORE_NUMBER):
        return None
    match = _NUMBER.match(line.text)
    return int(match[1]) if match is not None else None
