"""Footnotes: the lines that are notes, one for each number or list item."""

from __future__ import annotations

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.record import Note
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.lines.parts import note_text
from carnegie_extract.page.calls import ARROWS
from carnegie_extract.page.flow import Line
from carnegie_extract.page.marks import BACK, BACK_LINK, STARS

_NUMBERED = pattern(
    rf"[\[(]?(\d{{1,3}}|[{STARS}]{{1,3}})[\])]?(?:[.:)–-]|\s[–-])?(?:\s+|(?<=[.:)\]{STARS}])|$)"
)
_BARE = pattern(r"\d{1,3} \w")
_BEFORE_TEXT = f"[({STARS}"


def noted_lines(evidence: Evidence) -> Found | None:
    """The lines under the heading "Notes", or numbered lines below the text."""
    places = [at for at in evidence.places("note") if "notes" not in evidence.flow.words_at(at)]
    lines = [evidence.flow[at] for at in places]
    read = [_taken_apart(note_text(line), _back_number(line.text)) for line in lines]
    if not _count_items(lines, read):
        read = [
            (None, line.plain) if _has_bare_number(line) else each
            for line, each in zip(lines, read, strict=True)
        ]
    counted = any(number is not None for number, _ in read)
    notes: list[tuple[str, list[str]]] = []
    item = 0
    for line, (number, text) in zip(lines, read, strict=True):
        waiting = bool(notes) and not notes[-1][1]
        bare = not text and number == str(len(notes) + 1)
        back = BACK in line.text and _back_number(line.text) is not None
        begins = not waiting and _begins(line, number, len(notes), item, counted=counted)
        if back or bare or not notes or begins:
            notes.append((number or str(len(notes) + 1), [text] if text else []))
        elif line.plain:
            notes[-1][1].append(line.plain)
        item = line.item
    whole = tuple(Note(number, " ".join(texts).strip()) for number, texts in notes if texts)
    return found(whole, places[0]) if places else None


NOTES = Field("notes", (noted_lines,), empty=())


def _count_items(lines: list[Line], read: list[tuple[str | None, str]]) -> bool:
    """Whether the numbers that items of a list begin with are theirs: 1, 2, 3, and not "12 boats sailed."."""
    numbers = [number for line, (number, _) in zip(lines, read, strict=True) if line.kind == "li"]
    return numbers == [str(count) for count in range(1, len(numbers) + 1)]


def _has_bare_number(line: Line) -> bool:
    """Whether an item of a list begins with a number that nothing divides from the words behind it."""
    return line.kind == "li" and BACK not in line.text and _BARE.match(note_text(line)) is not None


def _begins(line: Line, number: str | None, before: int, item: int, *, counted: bool) -> bool:
    """Whether a line without a link back begins a note: the next number, a star, or the next list item.

    Where no note has a number (`counted`), each paragraph is one.
    """
    if number is not None and (number[0] in STARS or _counts(number, before + 1)):
        return True
    if line.kind != "li":
        return not counted and (line.node is not None or line.item != item)
    return line.node is None or line.item != item


def _counts(number: str, expected: int) -> bool:
    """Whether a number in figures of any script is the next one; a note may be numbered "ii" as well."""
    return number.isdecimal() and int(number) == expected


def _back_number(text: str) -> str | None:
    """The number of a text's link back, None where it has none."""
    back = BACK_LINK.search(text) if BACK in text else None
    return back[1] if back is not None else None


def _taken_apart(plain: str, back: str | None) -> tuple[str | None, str]:
    """The number of a note, where its line or its link back says it, and its text."""
    plain = plain.strip(ARROWS)
    numbered = _NUMBERED.match(plain) if plain[:1].isdecimal() or plain[:1] in _BEFORE_TEXT else None
    if back is not None:
        return back, plain[numbered.end() :] if numbered and numbered[1] == back else plain
    return (numbered[1], plain[numbered.end() :]) if numbered else (None, plain)
