"""Footnotes: under the heading "Notes", else by their ids and their links back into the text."""

import re
from collections.abc import Iterable

from carnegie_extract.article import Block as Typed
from carnegie_extract.article import Note
from carnegie_extract.dom import ARROWS, BACK, BACK_LINK, Node, Tree, ancestors, unmarked
from carnegie_extract.flow import HEADINGS, Block, Flow, is_prose
from carnegie_extract.quick import pattern
from carnegie_extract.text import fold, letters

_NOTE_ID = pattern(r"(?:foot|end)?note[-_]?(\d+)|_?(?:ftn|edn|fn|en)[-_:]?(\d+)|_?n(\d+)", re.I)
_NOTE_IDS = '[id*="note" i], [id*="ftn" i], [id*="edn" i], [id^="fn" i], [name*="ftn" i], [name*="edn" i]'
_NUMBERED = pattern(r"[\[(]?(\d{1,3})[\])]?[.:)]?(?:\s+|(?<=[.:)\]])|$)")
# Digits behind a word or its punctuation, but no decimal: "ended.1", "in 2010.3", not "2.5" or "CO2".
_GLUED = pattern(r"(?<=[^\W\d_A-Z]|[.,;:!?”\"’)\]»…])(?<!(?<!\d\d\d)\d[.,:])(\d+)(?![\w%])")
_BEFORE_TEXT = "0123456789[("
_AFTER_NOTES = frozenset(("about_authors", "disclaimers", "tags", "comments", "ends", "recent_work"))
_NOTE_ELEMENTS = ("li", "p", "div", "dd", "td", "section")


def read_notes(tree: Tree | None, flow: Flow, start: int, authors: Iterable[str]) -> list[Note]:
    """The footnotes of a page by `authors` whose body begins at `start` in `flow`, in their order."""
    if notes := _under_heading(flow, start, authors):
        return notes
    opened = [_taken_apart(block.text) for block in flow[start:] if block.text[:1] == BACK]
    if notes := [Note(number, text) for number, text in opened if number and text]:
        return notes
    if tree is None or not any(BACK in block.text for block in flow[start:]):
        return []
    return _by_id(tree)


def _under_heading(flow: Flow, start: int, authors: Iterable[str]) -> list[Note]:
    """The notes as the lines after the heading: one for each list item, or for each numbered line."""
    names = {letters(author) for author in authors} - {""}
    landmarks = flow.landmarks
    headings = (
        at for at, roles in landmarks.items() if at >= start and "notes" in roles and flow[at].kind != "li"
    )
    first = next(headings, len(flow)) + 1
    notes: list[list[str]] = []
    kind, item = "", 0
    for at in range(first, len(flow)):
        block = flow[at]
        number, text = _taken_apart(block.text)
        numbered = BACK_LINK.search(block.text) is not None
        waiting = bool(notes) and not notes[-1][1]
        bare = not text and number == str(len(notes) + 1)
        if not _AFTER_NOTES.isdisjoint(landmarks.get(at, ())) or (
            not (numbered or waiting or bare) and _is_apart(flow, at, kind, number)
        ):
            break
        again = block.node is None and block.kind != "li"
        if again and any(letters(text).startswith(name) for name in names):
            break  # the authors again, after the notes
        if numbered or bare or (not waiting and _begins(block, number, len(notes), item)):
            notes.append([number or str(len(notes) + 1), text])
        elif notes:
            notes[-1][1] = f"{notes[-1][1]} {unmarked(block.text)[0]}".strip()
        kind, item = kind or (block.kind if text else ""), block.item
    return [Note(number, text) for number, text in notes if text]


def _begins(block: Block, number: str | None, before: int, item: int) -> bool:
    """Whether a line without a link back begins a note: the next number, or the next list item."""
    if number == str(before + 1):
        return True
    return block.kind == "li" and (block.node is None or block.item != item)


def _taken_apart(line: str) -> tuple[str | None, str]:
    """The number of a note, where its line says it, and its text."""
    back = BACK_LINK.search(line) if BACK in line else None
    text = unmarked(line)[0].strip(ARROWS)
    said = _NUMBERED.match(text) if text[:1] in _BEFORE_TEXT else None
    if back is not None:
        number = back[1]
        return number, text[said.end() :] if said and said[1] == number else text
    return (said[1], text[said.end() :]) if said else (None, text)


def _is_apart(flow: Flow, at: int, kind: str, number: str | None) -> bool:
    """Whether a line is of another make than the notes before it: no list item, no numbered paragraph."""
    block = flow[at]
    if block.kind in HEADINGS or (kind and block.kind != kind):
        return True
    goes_on = (
        block.kind == "li"
        or (bool(kind) and block.node is None and block.item == flow[at - 1].item)
        or is_prose(block.text)
    )
    return not goes_on and number is None


def _by_id(tree: Tree) -> list[Note]:
    notes: dict[str, Note] = {}
    for node, name in _note_elements(tree):
        number, text = _taken_apart(fold(node.text()))
        if number is None:
            match = _NOTE_ID.fullmatch(name)
            number = next((group for group in match.groups() if group), None) if match else None
        if number and text and number not in notes:
            notes[number] = Note(number, text)
    return list(notes.values())


def _note_elements(tree: Tree) -> list[tuple[Node, str]]:
    """The elements of the single notes with the id or name that tells them."""
    found: dict[int, tuple[Node, str]] = {}
    for anchor in tree.css(_NOTE_IDS):
        name = anchor.attributes.get("id") or anchor.attributes.get("name") or ""
        if not _NOTE_ID.fullmatch(name):
            continue
        element = anchor
        if anchor.tag not in _NOTE_ELEMENTS:
            element = next((outer for outer in ancestors(anchor) if outer.tag in _NOTE_ELEMENTS), anchor)
        found.setdefault(element.mem_id, (element, name))
    return list(found.values())


def without_glued_markers(blocks: list[Typed], notes: list[Note]) -> list[Typed]:
    """Take out the markers that plain text leaves as digits behind a word: "ended.1", "towns.34".

    They must be all of them, in order; else the text stays as it is.
    """
    numbers = [note.id for note in notes]
    found: list[tuple[int, int, int]] = []
    for place, block in enumerate(blocks):
        for match in _GLUED.finditer(block.text):
            if count := _leading(numbers, match[1]):
                found.append((place, match.start(1), match.end(1)))
                del numbers[:count]
    if numbers:
        return blocks
    cleared = list(blocks)
    for place, start, end in reversed(found):
        text = cleared[place].text
        cleared[place] = cleared[place]._replace(text=fold(text[:start] + text[end:]))
    return cleared


def _leading(numbers: list[str], digits: str) -> int:
    """How many of the next numbers `digits` spells; 0 when it is something else."""
    for count in range(1, len(numbers) + 1):
        spelled = "".join(numbers[:count])
        if spelled == digits:
            return count
        if len(spelled) > len(digits):
            break
    return 0
