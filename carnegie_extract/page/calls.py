"""Footnote calls and the numbers of notes, in every form that pages have them, become marks.

A call is a link to a note, a button that opens one, or a superscript that counts; a number at the start of a
block, or a link back, is a note's own.
"""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key
from carnegie_extract.page.dom import INLINE, Node, Tree, ancestors, brief_text, opening_text, stand_in
from carnegie_extract.page.flow import HEADINGS, has_full_stop
from carnegie_extract.page.marks import BACK, BREAK, CALL, END_BACK, END_CALL, STARS
from carnegie_extract.words.vocabulary import entries, is_word

ARROWS = " ↩↑^⤴\ufe0e\ufe0f"
_NOTE_FRAGMENT = pattern(r"foot|note|ftn|edn|^fn|^_?ref|^cite|^_?n\d|^en\d", re.I)
_NOTE_NUMBER = pattern(rf"[\[(]?(\d{{1,3}}|[ivxlc]{{1,6}}|[{STARS}]{{1,3}}|[a-z])[\])]?\.?", re.I)
_SIGN = pattern(rf"[a-z]|[{STARS}]{{1,3}}")
_BACK_FRAGMENT = pattern(r"ref|back|return|^_?r\d", re.I)
_NOTE_ROLES = ("doc-noteref", "doc-backlink")
_NAMES_NOTE = ("aria-label", "id", "aria-controls", "aria-describedby")
_LONGEST_NUMBER = 4
_LONGEST_BACK = 40
_NEAR = 8
"""So many elements may stand around the text before a superscript."""
_CLIMB = 4
"""So many elements may stand around a call that hold nothing else."""
_BLOCKS = frozenset(("hr", "p", "div", "table", "ul", "ol", "blockquote"))
"""Behind these a line begins."""
_NUMBERS = pattern(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}")
_BETWEEN_NUMBERS = pattern(r"\s?[,;]\s?")
_RANGE = pattern(r"(\d+)\s?[–-]\s?(\d+)")
_BRACKETS = dict.fromkeys(map(ord, "[]()"))
_UNIT = pattern(r"(?<![A-Za-z\d])(?:[kcdm]?m|ft|mi|in|yd|km|CO|10|10\s?)$|\d$")
_DASH = pattern(r"\s?[–-]\s?")
_MOST_CALLS = 10
_TEN = pattern(r"(?<![\d.,])10\s?$")
_POWERS = ("2", "3")
_LONGEST_UNIT = 3
_BACK_WORDS = entries("back_links")
_BUTTONS = 'button, [role="button"], [role="doc-noteref"], [class*="footnote" i]:not(sup)'
_NOTES_HEADINGS = "h2, h3, h4, h5, h6, strong, b, button, summary"


def mark_calls(tree: Tree) -> None:
    """Replace calls by their numbers between marks, and take links back away."""
    for link in tree.all('a[href*="#"], [class*="note" i], [class^="fn" i]'):
        if link.tag in ("a", "span"):
            _mark_link(link)
    _mark_buttons(tree)
    superscripts = _without_lettered(tree.css("sup"))
    if superscripts:
        _mark_superscripts(tree, superscripts)


def _mark_link(link: Node) -> None:
    """Mark the number of a link to a footnote, or of one back to the text; drop arrows and words back."""
    attributes = link.attributes
    fragment = (attributes.get("href") or "").rpartition("#")[2]
    shown = brief_text(link)
    role = attributes.get("role") or ""
    if shown is None or (
        role not in _NOTE_ROLES and _NOTE_FRAGMENT.search(fragment or _classes(link)) is None
    ):
        if shown is not None and fragment and (_is_sign_of_place(link, shown) or _is_arrow(shown)):
            link.replace_with("")
        return
    shown = shown.strip()
    back = role == "doc-backlink" or "ref" in fragment or _BACK_FRAGMENT.search(fragment) is not None
    number = shown if shown.isdecimal() and len(shown) < _LONGEST_NUMBER else _number(shown)
    if not number:
        bare = shown.strip(f"{ARROWS}[]")
        if back and (
            not bare or (len(bare) < _LONGEST_BACK and (key(bare) in _BACK_WORDS or _ends_note(link)))
        ):
            link.replace_with("")
        return
    top, parent = link, link.parent
    for _ in range(_CLIMB):
        if parent is None or parent.tag not in INLINE or not _shows_only(parent, shown):
            break
        top, parent = parent, parent.parent
    if not fragment:
        if not number.isdecimal():
            return
        back = _opens_block(top)
    opening, closing = (BACK, END_BACK) if back else (CALL, END_CALL)
    top.replace_with(f"{opening}{number}{closing}")


def _is_sign_of_place(link: Node, shown: str) -> bool:
    """Whether a link is the sign behind a heading that gives the heading's address: "#", "¶"."""
    return not any(map(str.isalnum, shown)) and any(outer.tag in HEADINGS for outer in ancestors(link, 2))


def _is_arrow(shown: str) -> bool:
    """Whether a link into the page shows an arrow back, or up, and nothing else."""
    return bool(shown.strip()) and not shown.strip(ARROWS)


def _ends_note(link: Node) -> bool:
    """Whether a link is the last thing in an element that an id calls a note: its text does not belong to the note."""
    if link.next is not None and (link.next.next is not None or not _is_empty(link.next)):
        return False
    return any(_NOTE_FRAGMENT.search(outer.id or "") is not None for outer in ancestors(link, _CLIMB))


def _mark_buttons(tree: Tree) -> None:
    """Mark numbers behind text that open a note on a click, or that a class calls footnotes, and that count."""
    numbers = [(node, (brief_text(node) or "").strip(" []()")) for node in tree.all(_BUTTONS)]
    calls = [
        (node, shown)
        for node, shown in numbers
        if shown.isdecimal() and len(shown) < _LONGEST_NUMBER and not _opens_block(node)
    ]
    if count_up([int(shown) for _, shown in calls]) and (len(calls) > 1 or _is_answered(tree, *calls[0])):
        within = stand_in([node for node, _ in calls])
        for node, shown in calls:
            if node.mem_id not in within:
                node.replace_with(f"{CALL}{shown}{END_CALL}")


def _is_answered(tree: Tree, node: Node, number: str) -> bool:
    """Whether a number says of itself that it is a note's, or an element with its number is one by its id."""
    if any(_NOTE_FRAGMENT.search(node.attributes.get(name) or "") is not None for name in _NAMES_NOTE):
        return True
    ends = (id_.removesuffix(number) for each in tree.css(f'[id$="{number}"]') if (id_ := each.id))
    return any(not end[-1:].isdecimal() and _NOTE_FRAGMENT.search(end) is not None for end in ends)


def _classes(link: Node) -> str:
    """The classes of a link that leads nowhere and of the element around it, which opens the note in a box."""
    around = link.parent
    return " ".join(node.attributes.get("class") or "" for node in (link, around) if node is not None)


def _shows_only(node: Node, text: str) -> bool:
    """Whether an element holds only a text, possibly in brackets."""
    shown = brief_text(node)
    return shown is not None and shown.strip(" []()") == text.strip(" []()")


def _mark_superscripts(tree: Tree, superscripts: list[Node]) -> None:
    """Mark superscripts that no link makes calls but that count 1, 2, 3; those that open a block are notes'."""
    calls: list[tuple[Node, list[str]]] = []
    notes: list[tuple[Node, str]] = []
    around = stand_in(superscripts)
    nested = around.keys() | around.values()
    for node in superscripts:
        if node.mem_id in nested:
            continue
        shown = (brief_text(node) or "").strip().translate(_BRACKETS)
        numbers = _numbers(shown) if shown[:1].isdigit() and _NUMBERS.fullmatch(shown) else []
        if len(numbers) == 1 and _opens_block(node):
            notes.append((node, numbers[0]))
        elif numbers and not (numbers[0] in _POWERS and _is_power(node)):
            calls.append((node, numbers))
    sure = [(node, numbers) for node, numbers in calls if not _may_be_none(node, numbers)]
    calls = next((those for those in (sure, calls) if _are_calls(those)), [])
    if calls and (len(calls) > 1 or notes or _is_note_call(calls[0][0]) or _has_notes(tree)):
        for node, numbers in calls:
            node.replace_with("".join(f"{CALL}{number}{END_CALL}" for number in numbers))
        for node, number in notes:
            node.replace_with(f"{BACK}{number}{END_BACK}")
    elif notes and count_up([int(number) for _, number in notes]):
        for node, number in notes:
            node.replace_with(f"{BACK}{number}{END_BACK}")


def _without_lettered(superscripts: list[Node]) -> list[Node]:
    """Mark raised letters and stars that others answer, each at the start of a block; the superscripts left over."""
    signs = [(brief_text(node) or "").strip().translate(_BRACKETS) for node in superscripts]
    opens_block = {
        at: _opens_block(superscripts[at]) for at, sign in enumerate(signs) if _SIGN.fullmatch(sign)
    }
    called, noted = (
        {signs[at] for at, opens in opens_block.items() if opens is back} for back in (False, True)
    )
    marked = [at for at in opens_block if signs[at] in called & noted]
    for at in marked:
        opening, closing = (BACK, END_BACK) if opens_block[at] else (CALL, END_CALL)
        node, parent = superscripts[at], superscripts[at].parent
        if parent is not None and parent.tag == "a" and _shows_only(parent, brief_text(node) or ""):
            node = parent
        node.replace_with(f"{opening}{signs[at]}{closing}")
    return [node for at, node in enumerate(superscripts) if at not in marked]


def _numbers(shown: str) -> list[str]:
    """The numbers of one superscript: "1, 2", "5–7"."""
    numbers: list[str] = []
    for part in _BETWEEN_NUMBERS.split(shown):
        match = _RANGE.fullmatch(part)
        several = range(int(match[1]), int(match[2]) + 1) if match else range(0)
        numbers += map(str, several) if 0 < len(several) <= _MOST_CALLS else _DASH.split(part)
    return numbers


def _may_be_none(node: Node, numbers: list[str]) -> bool:
    """Whether a superscript may not be a call: a power, even of ten, or the number of an isotope before its sign."""
    if numbers[0] in _POWERS and _may_be_power(node):
        return True
    before, after = _last_text(node.prev)[-8:] if node.prev is not None else "", node.next
    if has_full_stop(before):
        return False
    goes_on = after is not None and (after.is_text_node or after.tag in INLINE)
    return _TEN.search(before) is not None or (goes_on and opening_text(after)[:1].isalpha())


def _are_calls(calls: list[tuple[Node, list[str]]]) -> bool:
    return count_up([int(number) for _, numbers in calls for number in numbers])


def count_up(numbers: list[int]) -> bool:
    """Whether numbers count up from 1; one may come again."""
    highest = 0
    for number in numbers:
        if number > highest + 1:
            return False
        highest = max(highest, number)
    return highest > 0


def _opens_block(node: Node) -> bool:
    """Whether a superscript stands first in a block, or first behind a `<br>`."""
    for _ in range(_CLIMB):
        before = node.prev
        while before is not None and (before.is_text_node or _is_anchor(before)):
            text = (before.text_content or "").rstrip() if before.is_text_node else ""
            if text:
                return text[-1] == BREAK
            before = before.prev
        parent = node.parent
        if parent is None or (before is not None and before.tag not in _BLOCKS):
            return False
        if before is not None or parent.tag not in INLINE:
            return True
        if parent.tag == "a" or node.next is None:
            return False
        node = parent
    return False


def _is_anchor(node: Node) -> bool:
    """Whether an element is a place that links lead to, and shows nothing: the note's."""
    return node.tag == "a" and _is_empty(node)


def _is_empty(node: Node) -> bool:
    text = brief_text(node)
    return text is not None and not text.strip()


def _is_power(node: Node) -> bool:
    """Whether a superscript stands behind a unit: "40 m2"."""
    return node.prev is not None and _UNIT.search(_last_text(node.prev)[-8:]) is not None


def _may_be_power(node: Node) -> bool:
    """Whether a superscript stands behind a short word of another script, as units are: the rest must count then."""
    words = _last_text(node.prev).split() if node.prev is not None else []
    return bool(words) and len(words[-1]) <= _LONGEST_UNIT and words[-1].isalpha() and not words[-1].isascii()


def _last_text(node: Node) -> str:
    """The last text in an element, as deep as a few others."""
    last: Node | None = node
    for _ in range(_NEAR):
        while last is not None and last.is_comment_node:
            last = last.prev
        if last is None or last.is_text_node:
            return (last.text_content if last is not None else "") or ""
        last = last.last_child
    return ""


def _is_note_call(node: Node) -> bool:
    return _NOTE_FRAGMENT.search(node.id or "") is not None


def _has_notes(tree: Tree) -> bool:
    return any(
        is_word("notes", (brief_text(node) or "").strip()[:40] or "-") for node in tree.css(_NOTES_HEADINGS)
    )


def _number(shown: str) -> str:
    match = _NOTE_NUMBER.fullmatch(shown)
    return match[1] if match else ""
