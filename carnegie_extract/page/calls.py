"""Footnote calls and the numbers of notes, in every form that pages have them, become marks.

A call is a link to a note, a button that opens one, or a superscript that counts; a number at the start of a
block, or a link back, is a note's own.
"""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key
from carnegie_extract.page.dom import INLINE, Node, Tree
from carnegie_extract.page.marks import BACK, CALL, END_BACK, END_CALL
from carnegie_extract.words.vocabulary import entries, is_word

ARROWS = " ↩↑^⤴\ufe0e\ufe0f"
_NOTE_FRAGMENT = pattern(r"foot|note|ftn|edn|^fn|^_?ref|^cite|^_?n\d|^en\d", re.I)
_NOTE_NUMBER = pattern(r"[\[(]?(\d{1,3}|[ivxlc]{1,6}|[*†‡§]{1,3}|[a-z])[\])]?\.?", re.I)
_BACK_FRAGMENT = pattern(r"ref|back|return|^_?r\d", re.I)
_LONGEST_NUMBER = 4
_LONGEST_BACK = 40
_CLIMB = 4
"""So many elements may stand around a call that hold nothing else."""
_NUMBERS = pattern(r"[\[(]?(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9})[\])]?")
_UNIT = pattern(r"(?:^|[^\w])(?:[kcdm]?m|ft|mi|in|yd|km|CO|10|10\s?)$|\d$")
_POWERS = ("2", "3")
_BACK_WORDS = entries("back_links")
_NOTES_HEADINGS = "h2, h3, h4, h5, h6, strong, b, button, summary"


def mark_calls(tree: Tree) -> None:
    """Replace calls by their numbers between marks, and take links back away."""
    for link in tree.css('a[href*="#"]'):
        _mark_link(link)
    for button in tree.css(
        'button[id*="note" i], button[aria-controls*="note" i], button[aria-describedby*="note" i]'
    ):
        if (number := _number(button.text().strip())) and number.isdecimal():
            button.replace_with(f"{CALL}{number}{END_CALL}")
    superscripts = tree.css("sup")
    if superscripts:
        _mark_superscripts(tree, superscripts)


def _mark_link(link: Node) -> None:
    """Mark the number of a link to a footnote, or of one back to the text; drop arrows and words back."""
    href = link.attributes["href"] or ""
    fragment = href[href.rindex("#") + 1 :]
    if _NOTE_FRAGMENT.search(fragment) is None:
        return
    shown = link.text().strip()
    back = "ref" in fragment or _BACK_FRAGMENT.search(fragment) is not None
    number = shown if shown.isdecimal() and len(shown) < _LONGEST_NUMBER else _number(shown)
    if not number:
        bare = shown.strip(ARROWS)
        if back and (not bare or (len(bare) < _LONGEST_BACK and key(bare) in _BACK_WORDS)):
            link.replace_with("")
        return
    top, parent = link, link.parent
    for _ in range(_CLIMB):
        if parent is None or parent.tag not in INLINE or parent.text().strip(" []()") != shown.strip(" []()"):
            break
        top, parent = parent, parent.parent
    opening, closing = (BACK, END_BACK) if back else (CALL, END_CALL)
    top.replace_with(f"{opening}{number}{closing}")


def _mark_superscripts(tree: Tree, superscripts: list[Node]) -> None:
    """Mark superscripts that no link makes calls but that count 1, 2, 3; those that open a block are notes'."""
    calls: list[tuple[Node, list[str]]] = []
    notes: list[tuple[Node, str]] = []
    for node in superscripts:
        shown = node.text().strip() if node.css_first("sup sup") is None else ""
        match = _NUMBERS.fullmatch(shown) if shown[:1].isdigit() or shown[:1] in "[(" else None
        numbers = re.split(r"\s?[,;–-]\s?", match[1]) if match is not None else []
        if len(numbers) == 1 and _opens_block(node):
            notes.append((node, numbers[0]))
        elif numbers and not (numbers[0] in _POWERS and _is_power(node)):
            calls.append((node, numbers))
    if _count([int(number) for _, numbers in calls for number in numbers]) and (
        len(calls) > 1 or notes or _is_note_call(calls[0][0]) or _has_notes(tree)
    ):
        for node, numbers in calls:
            node.replace_with("".join(f"{CALL}{number}{END_CALL}" for number in numbers))
        for node, number in notes:
            node.replace_with(f"{BACK}{number}{END_BACK}")
    elif notes and _count([int(number) for _, number in notes]):
        for node, number in notes:
            node.replace_with(f"{BACK}{number}{END_BACK}")


def _count(numbers: list[int]) -> bool:
    """Whether numbers count up from 1; one may come again."""
    highest = 0
    for number in numbers:
        if number > highest + 1:
            return False
        highest = max(highest, number)
    return highest > 0


def _opens_block(node: Node) -> bool:
    before = node.prev
    while before is not None and before.is_text_node and not (before.text_content or "").strip():
        before = before.prev
    if before is not None and before.tag == "a" and not before.text().strip():
        before = before.prev  # the note's anchor
    return before is None and node.parent is not None and node.parent.tag not in ("span", "a", "em", "strong")


def _is_power(node: Node) -> bool:
    """Whether a superscript stands behind a unit: "40 m2"."""
    before = node.prev
    text = (before.text_content if before.is_text_node else before.text()) or "" if before is not None else ""
    return _UNIT.search(text[-8:]) is not None


def _is_note_call(node: Node) -> bool:
    return _NOTE_FRAGMENT.search(node.id or "") is not None


def _has_notes(tree: Tree) -> bool:
    return any(is_word("notes", node.text().strip()[:40] or "-") for node in tree.css(_NOTES_HEADINGS))


def _number(shown: str) -> str:
    match = _NOTE_NUMBER.fullmatch(shown)
    return match[1] if match else ""
