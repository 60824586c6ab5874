"""Footnotes: the lines that are notes, one for each number or list item."""

from __future__ import annotations

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.record import Note
from carnegie_extract.base.text import fold
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.page.calls import ARROWS
from carnegie_extract.page.dom import Node, Tree, ancestors
from carnegie_extract.page.flow import Line
from carnegie_extract.page.marks import BACK, BACK_LINK, unmarked

_NOTE_ID = pattern(r"(?:foot|end)?note[-_]?(\d+)|_?(?:ftn|edn|fn|en)[-_:]?(\d+)|_?n(\d+)", 2)
_NOTE_IDS = '[id*="note" i], [id*="ftn" i], [id*="edn" i], [id^="fn" i], [name*="ftn" i], [name*="edn" i]'
_NUMBERED = pattern(r"[\[(]?(\d{1,3})[\])]?[.:)]?(?:\s+|(?<=[.:)\]])|$)")
_BEFORE_TEXT = "[("
_NOTE_ELEMENTS = ("li", "p", "div", "dd", "td", "section")


def noted_lines(evidence: Evidence) -> Found | None:
    """The lines under the heading "Notes", or numbered lines below the text."""
    places = [at for at in evidence.places("note") if "notes" not in evidence.flow.landmarks.get(at, ())]
    notes: list[tuple[str, list[str]]] = []
    item = 0
    for at in places:
        line = evidence.flow[at]
        back = _back_number(line.text)
        number, text = _taken_apart(line.plain, back)
        waiting = bool(notes) and not notes[-1][1]
        bare = not text and number == str(len(notes) + 1)
        if back is not None or bare or (not waiting and _begins(line, number, len(notes), item)):
            notes.append((number or str(len(notes) + 1), [text] if text else []))
        elif notes and line.plain:
            notes[-1][1].append(line.plain)
        item = line.item
    told = tuple(Note(number, " ".join(texts).strip()) for number, texts in notes if texts)
    return found(told, places[0] if places else "")


def identified_elements(evidence: Evidence) -> Found | None:
    """The elements whose ids are those of notes, on pages whose notes link back into the text."""
    if evidence.page.tree is None or not any(
        BACK in line.text for line in evidence.flow[evidence.judged.start :]
    ):
        return None
    return found(tuple(_by_id(evidence.page.tree)), "markup")


NOTES = Field("notes", (noted_lines, identified_elements), empty=())


def _begins(line: Line, number: str | None, before: int, item: int) -> bool:
    """Whether a line without a link back begins a note: the next number, or the next list item."""
    if number is not None and number.isdecimal() and int(number) == before + 1:
        return True
    return line.kind == "li" and (line.node is None or line.item != item)


def _back_number(text: str) -> str | None:
    """The number of a text's link back, None where it has none."""
    back = BACK_LINK.search(text) if BACK in text else None
    return back[1] if back is not None else None


def _taken_apart(plain: str, back: str | None) -> tuple[str | None, str]:
    """The number of a note, where its line or its link back says it, and its text."""
    plain = plain.strip(ARROWS)
    said = _NUMBERED.match(plain) if plain[:1].isdecimal() or plain[:1] in _BEFORE_TEXT else None
    if back is not None:
        return back, plain[said.end() :] if said and said[1] == back else plain
    return (said[1], plain[said.end() :]) if said else (None, plain)


def _by_id(tree: Tree) -> list[Note]:
    notes: dict[str, Note] = {}
    for node, name in _note_elements(tree):
        marked = fold(node.text())
        number, text = _taken_apart(unmarked(marked)[0], _back_number(marked))
        if number is None:
            match = _NOTE_ID.fullmatch(name)
            number = next((group for group in match.groups() if group), None) if match else None
        if number and text and number not in notes:
            notes[number] = Note(number, text)
    return list(notes.values())


def _note_elements(tree: Tree) -> list[tuple[Node, str]]:
    """The elements of the single notes with the id or name that tells them."""
    found_at: dict[int, tuple[Node, str]] = {}
    for anchor in tree.css(_NOTE_IDS):
        name = anchor.attributes.get("id") or anchor.attributes.get("name") or ""
        if not _NOTE_ID.fullmatch(name):
            continue
        element = anchor
        if anchor.tag not in _NOTE_ELEMENTS:
            near = (outer for outer, _ in zip(ancestors(anchor), range(8), strict=False))
            element = next((outer for outer in near if outer.tag in _NOTE_ELEMENTS), anchor)
        found_at.setdefault(element.mem_id, (element, name))
    return list(found_at.values())
