"""Make a tree say what a reader sees, before its lines are read.

Streamed parts go where they belong, what is hidden is found, `<br>` and footnote calls become marks (`marks`).
"""

from __future__ import annotations

import re

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.base.text import fold, letters
from carnegie_extract.page.calls import mark_calls
from carnegie_extract.page.dom import (
    INLINE,
    Node,
    Tree,
    ancestors,
    brief_text,
    element_before,
    element_behind,
    opening_text,
    stand_in,
    text_of,
)
from carnegie_extract.page.flow import HEADINGS
from carnegie_extract.page.marks import BREAK
from carnegie_extract.page.sidenotes import move_sidenotes
from carnegie_extract.words.vocabulary import after_label, is_button

_NEVER_TEXT = ["script", "style", "noscript", "svg"]
_MAY_BE_HIDDEN = (
    '[hidden], [aria-hidden="true"], .visuallyhidden, .visually-hidden, .hidden, .sr-only, .screen-reader-text, '
    '.d-none, .invisible, [style*="visibility" i], [style*="display" i], [popover], [role="tooltip"], '
    'dialog:not([open]), [class*="popover" i], [class*="tooltip" i], [role="progressbar"], .print-only, '
    ".visible-print-block, .show-for-print"
)
"""Asked of every page, as all selectors here: to look for their words in its bytes takes longer."""
_SWITCHED_OFF = pattern(r"display\s?:\s?none|visibility\s?:\s?hidden", re.I)
_SHOWN_AT_A_WIDTH = pattern(r"\b(?:xs|sm|md|lg|xl|2xl):\S|\bd-(?:xs|sm|md|lg|xl)-\S", re.I)
_DRAWN_TABLES = '[role="table"], [role="grid"]'
_ROW = '[role="row"]'
_TITLE = '[role="caption"]'
_CELLS = f'[role="cell"], [role="gridcell"], [role="columnheader"], [role="rowheader"], {_TITLE}'
_DATA_CELLS = ("cell", "gridcell")
_DIALOG = '[role$="dialog"], [aria-modal="true"]'
_LEAVES = frozenset(("p", *HEADINGS, "pre", "button"))
_TEXTS = ("p", *HEADINGS, *INLINE)
_LONGEST_ICON = 40
_AROUND_WORD = 3
"""Elements around a word in which the label that says it is looked for."""
_MUCH = 2000
"""Characters above which a hidden element may be the page itself, waiting for a script."""
_DEEP = 5
"""So often the page's length is read of hidden elements: what does not stand in each other never takes as much."""
_MOST_TORN_OUT = 4
_UNREAD = "-"
_NEAR = 12

_MOST_QUOTED = 2
"""Paragraphs of a quotation that has a heading."""
_TEMPLATES = 'template[id^="B:"], template[id^="P:"]'
_LONGEST_FALLBACK = 20
"""Nodes."""
_MOST_AROUND = 16
"""Parts that may stand around another: what it says is copied for each."""


class Prepared(NamedTuple):
    """What the walk must know: elements that are boxes, by `mem_id`: "hidden", "dialog"; streamed parts missing."""

    boxes: dict[int, str]
    missing: int


def prepare(tree: Tree, utf8: bytes) -> Prepared:
    """Change `tree`, which was parsed from `utf8`, in place."""
    missing = _place_streamed(tree)
    suspects = tree.all(f"{_DIALOG}, {_MAY_BE_HIDDEN}")
    dialogs = filter(_is_dialog, suspects)
    boxes = {each.mem_id: "dialog" for node in dialogs for each in (node, *_torn_out(node))}
    _hide(tree, list(filter(_is_hidden, suspects)), boxes, _DEEP * len(utf8))
    _unwrap_indents(tree)
    _set_tables(tree)
    for node in tree.css("br"):
        node.replace_with(f" {BREAK} ")
    move_sidenotes(tree)
    mark_calls(tree)
    tree.strip_tags(_NEVER_TEXT)
    return Prepared(boxes, missing)


_HEADLINES = 'h1, h2, center, [class$="title" i]'
"""What block quotations that only indent a page hold: a headline, or what is called one."""


def _unwrap_indents(tree: Tree) -> None:
    """Take away block quotations that only indent the page, as before 2011: they hold a header and paragraphs."""
    quotations = tree.css("blockquote")
    around = stand_in(quotations)
    for node in quotations:
        headed = node.mem_id not in around and node.css_first(_HEADLINES) is not None
        if headed and len(node.css("p")) > _MOST_QUOTED:
            node.unwrap()


def _set_tables(tree: Tree) -> None:
    """Make tables of what is drawn as one and only says so by its roles: rows and cells are elements of any kind."""
    drawn = [node for node in tree.all(_DRAWN_TABLES) if node.tag != "table"]
    outer = stand_in(drawn)
    tables = [(node, node.css(_ROW), node.css(_CELLS)) for node in drawn if node.mem_id not in outer]
    nested = {*stand_in([row for _, rows, _ in tables for row in rows])}
    nested.update(stand_in([cell for _, _, cells in tables for cell in cells]))
    for node, rows, cells in tables:
        if not nested.isdisjoint(each.mem_id for each in (*rows, *cells)):
            continue
        if rows and letters("".join(cell.text() for cell in cells)) == letters(node.text()):
            node.replace_with(_table_of(tree, node, rows))  # else it says more than a table can


def _table_of(tree: Tree, node: Node, rows: list[Node]) -> Node:
    table = tree.create_node("table")
    for title in node.css(_TITLE):
        table.insert_child(_as(tree, "caption", title))
    for row in rows:
        made = tree.create_node("tr")
        for cell in row.css(_CELLS):
            is_data = cell.attributes.get("role") in _DATA_CELLS
            made.insert_child(_as(tree, "td" if is_data else "th", cell))
        table.insert_child(made)
    return table


def _as(tree: Tree, tag: str, node: Node) -> Node:
    """An element with what another one holds."""
    made = tree.create_node(tag)
    for child in list(node.iter(include_text=True)):
        made.insert_child(child)
    return made


def _torn_out(dialog: Node) -> list[Node]:
    """What a dialog within a paragraph held when its page was saved: read again, paragraphs end the one around them.

    Its button to close it tells where that ends.
    """
    held = brief_text(dialog)
    if held is None or held.strip():
        return []
    around = next((outer for outer in ancestors(dialog, _NEAR) if outer.tag == "p"), None)
    found: list[Node] = []
    node = around.next if around is not None else None
    while node is not None and len(found) < _MOST_TORN_OUT:
        if node.tag == "button" and found:
            return found if is_button(text_of(node)) else []
        if node.tag == "p":
            found.append(node)
        elif not node.is_text_node or not (node.text_content or "").isspace():
            break
        node = node.next
    return []


def _place_streamed(tree: Tree) -> int:
    """Put what React streamed late (`<div hidden id="S:0">`) where its template stands; how many were not placed."""
    templates = {_number(node): node for node in reversed(tree.all(_TEMPLATES))}
    if not templates:
        return 0
    elements = tree.css('[id^="S:"]')
    around = stand_in(elements)
    parts = {_number(part): part for part in reversed(elements) if part.mem_id not in around}
    placed = _inner_first(templates, parts)
    for number in placed:
        template, part = templates[number], parts[number]
        _take_fallback_out(template)
        for child in list(part.iter(include_text=True)):
            template.insert_before(child)
        part.decompose()
    return len(templates) - len(placed)


def _number(node: Node) -> str:
    """The number of a part or of its template."""
    return (node.id or "").partition(":")[2]


def _inner_first(templates: dict[str, Node], parts: dict[str, Node]) -> list[str]:
    """The parts that have a template, those within others before these: what is placed is copied."""
    within = {_number(node): outer for outer, part in parts.items() for node in part.css(_TEMPLATES)}
    depths = {number: _depth(number, within) for number in templates if number in parts}
    placed = [number for number, depth in depths.items() if depth <= _MOST_AROUND]
    return sorted(placed, key=lambda number: depths[number], reverse=True)


def _depth(number: str, within: dict[str, str]) -> int:
    """How many parts stand around one; more than there may be for a circle."""
    depth = 0
    while number in within and depth <= _MOST_AROUND:
        number = within[number]
        depth += 1
    return depth


def _take_fallback_out(template: Node) -> None:
    """Remove what React shows until the part comes: all from its template to the comment "/$"."""
    shown: list[Node] = []
    node = template.next
    while node is not None and len(shown) < _LONGEST_FALLBACK:
        if node.is_comment_node:
            if (node.comment_content or "").strip() == "/$":
                for each in shown:
                    each.decompose()
            return
        shown.append(node)
        node = node.next


def _is_dialog(node: Node) -> bool:
    attributes = node.attributes
    return (attributes.get("role") or "").endswith("dialog") or attributes.get("aria-modal") == "true"


def _hide(tree: Tree, hidden: list[Node], boxes: dict[int, str], left: int) -> None:
    """Take hidden words out of lines; note hidden elements that are lines of their own.

    All of these are known beforehand: what is seen only may stand beside what is heard only. Of elements that hold
    much, at most `left` characters are read.
    """
    total: int | None = None
    for node in hidden:
        if node.parent is None:
            continue
        text = brief_text(node)
        if text is None:
            text = node.text() if left > 0 else _UNREAD
            left -= max(len(text), _MUCH)
        text = fold(text)
        if not text or text[0] == "{" or _is_label(text):
            continue  # the metadata block, and labels for screen readers, are read all the same
        if len(text) > _MUCH:
            total = len(tree.body.text()) if total is None and tree.body is not None else total
            if len(text) * 2 > (total or 0):
                continue
        if _stands_in_a_line(node):
            node.replace_with("")  # it is not freed: what it holds may be in the list too
        else:
            boxes[node.mem_id] = "hidden"


def _is_hidden(node: Node) -> bool:
    """Whether a reader does not see an element that one of the selectors found, and that may be a dialog."""
    attributes = node.attributes
    if "hidden" in attributes or "popover" in attributes or attributes.get("role") in _NO_TEXT:
        return True
    if (style := attributes.get("style")) and _SWITCHED_OFF.search(style):
        return True
    names = attributes.get("class") or ""
    if any(word in names.lower() for word in _POP_UPS) and _POPS_UP.search(names):
        return True
    if _HIDING.intersection(names.split()):
        return not (":" in names or "d-" in names) or _SHOWN_AT_A_WIDTH.search(names) is None
    if attributes.get("aria-hidden") == "true":
        text = brief_text(node)
        return text is not None and len(text.strip()) <= _LONGEST_ICON and not _is_seen(node, text)
    return node.tag == "dialog" and "open" not in attributes


def _is_seen(node: Node, text: str) -> bool:
    """Whether what screen readers skip is text, not an icon: a word begins with it, or stands beside it for them alone.

    The initials of a name before it do not count as its letters.
    """
    if _is_said_by_label(node, text):
        return True
    outer = node.parent
    if not text[-1:].isalpha() or node.tag == "i" or outer is None or outer.tag not in _TEXTS:
        return False
    if any(side is not None and _is_heard(side) for side in (node.prev, node.next)):
        return True
    if _is_heard_beside(node, text):
        return True
    if outer.tag in HEADINGS:
        return False
    beside = node.next or (outer.next if outer.tag in INLINE else None)
    if beside is not None and beside.is_element_node and "aria-hidden" in beside.attributes:
        return False  # the initials of the next person
    after = opening_text(beside)
    is_word = node.prev is None and outer.tag == "p" and len(text) == 1 and text.isupper()
    bare = after.lstrip() if is_word else after
    return bare[:1].isalpha() and not bare[0].isupper() and not after.startswith(text)


def _is_said_by_label(node: Node, text: str) -> bool:
    """Whether what screen readers pass over is shown word by word, and the label of an element around it says it whole.

    Scripts that make the words of a headline appear one after the other leave it so. The icon of a link is not such a
    word: its label says what the link does.
    """
    bare = letters(text)
    near = ancestors(node, _AROUND_WORD)
    outer = next((each for each in near if bare and each.attributes.get("aria-label")), None)
    label = (outer.attributes.get("aria-label") or "") if outer is not None else ""
    if outer is None or len(label) > _MUCH or bare not in (heard := letters(label)):
        return False
    shown = brief_text(outer)
    return letters(shown) == heard if shown is not None else outer.tag in _LEAVES


def _is_heard_beside(node: Node, text: str) -> bool:
    """Whether the same words are beside it for screen readers alone, possibly after a space."""
    beside = (element_before(node), element_behind(node))
    heard = (brief_text(each) or "" for each in beside if each is not None and _is_heard(each))
    return letters(text) in map(letters, heard)


def _is_heard(node: Node) -> bool:
    return (
        not _HIDING.isdisjoint((node.attributes.get("class") or "").split())
        if node.is_element_node
        else False
    )


_POP_UPS = ("popover", "tooltip")
_POPS_UP = pattern(
    rf"note[-_]?(?:{'|'.join(_POP_UPS)})(?!\S)|(?:{'|'.join(_POP_UPS)})[-_]?(?:content|body|text|inner)(?!\S)",
    re.I,
)
_HIDING = frozenset(
    "sr-only visuallyhidden visually-hidden screen-reader-text hidden d-none invisible print-only "
    "visible-print-block show-for-print".split()
)
_NO_TEXT = ("tooltip", "progressbar")


def _is_label(text: str) -> bool:
    return any(after_label(kind, text) == "" for kind in ("summary", "by", "published"))


def _stands_in_a_line(node: Node) -> bool:
    if node.tag in INLINE:
        return True
    outer = node.parent
    if outer is not None and outer.tag in INLINE:
        return True
    return any(each.tag in _LEAVES for each in ancestors(node, _NEAR))
