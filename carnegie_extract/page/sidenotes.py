"""Notes in the margin whose text is inside the paragraph that calls them: moved out of it, to the line after it."""

from __future__ import annotations

from carnegie_extract.base.quick import IGNORE_CASE, pattern
from carnegie_extract.page.dom import INLINE, Node, Tree, brief_text, element_before, stand_in
from carnegie_extract.page.marks import BACK, CALL, END_BACK, END_CALL

SIDENOTE = "doc-footnote"
"""The role of the elements that hold the notes afterwards."""
_ROLES = ("note", SIDENOTE)
_NAME = pattern(r"(?:^|[\s_-])(?:side|margin)-?note(?:[_-]+(?:text|content|body))?(?:$|\s)", IGNORE_CASE)
_NUMBER = pattern(r"\s*[\[(]?(\d{1,3})[\])]?[.:]?(?:\s|$)")
_NEAR = 3
"""Elements before a note of which one is the number that calls it: between them may be a box to tick."""


def move_sidenotes(tree: Tree) -> None:
    """Put the notes that stand within lines behind the blocks around them, each with its number."""
    named = [
        node
        for node in tree.all('[class*="note" i], [role="note"], [role="doc-footnote"]')
        if _is_sidenote(node)
    ]
    within = stand_in(named)
    last: dict[int, Node] = {}
    for count, note in enumerate((node for node in named if node.mem_id not in within), 1):
        block = _block_around(note)
        if block is None:
            continue
        behind = last.get(block.mem_id, block)
        behind.insert_after(_taken_out(tree, note, count))
        if behind.next is not None:
            last[block.mem_id] = behind.next


def _is_sidenote(node: Node) -> bool:
    """Whether an element of a line is a note, and no number or switch of one."""
    called = node.attributes.get("role") in _ROLES or _NAME.search(node.attributes.get("class") or "")
    if node.tag not in INLINE or not called:
        return False
    shown = brief_text(node)
    return shown is None or any(map(str.isalpha, shown))


def _block_around(note: Node) -> Node | None:
    """The paragraph, list item or other element whose line a note stands in."""
    block = note.parent
    while block is not None and block.tag in INLINE:
        block = block.parent
    return block if block is not None and block.tag not in ("body", "html") else None


def _taken_out(tree: Tree, note: Node, count: int) -> Node:
    """An element with the number and the text of a note; in the text a call is left where its number stood.

    A number that style sheets count is drawn in the place of an empty label.
    """
    call, opening = _call_before(note), _first_text(note)
    match = _NUMBER.match(opening.text_content or "") if opening is not None else None
    called = _NUMBER.fullmatch(brief_text(call) or "") if call is not None else None
    number = called[1] if called is not None else str(count)
    if call is not None:
        call.replace_with(f"{CALL}{number}{END_CALL}")
    if match is not None and match[1] == number and opening is not None:
        opening.replace_with((opening.text_content or "")[match.end() :])
    moved = tree.create_node("aside")
    moved.attrs["role"] = SIDENOTE
    moved.insert_child(f"{BACK}{number}{END_BACK} ")
    for child in list(note.iter(include_text=True)):
        moved.insert_child(child)
    note.replace_with("")
    return moved


def _call_before(note: Node) -> Node | None:
    """The element before a note that shows its number, or the empty label where a style sheet draws it."""
    before = element_before(note)
    for _ in range(_NEAR):
        if before is None:
            return None
        shown = brief_text(before)
        numbered = shown is not None and _NUMBER.fullmatch(shown) is not None and _may_call(before)
        if numbered or (shown is not None and before.tag == "label" and not shown.strip()):
            return before
        before = element_before(before)
    return None


def _may_call(node: Node) -> bool:
    """Whether an element is set as calls of notes are, and is not a bold number among the words."""
    is_called = node.tag in ("sup", "label", "a") or bool(node.attributes.get("class"))
    return is_called or node.css_first("sup, a") is not None


def _first_text(node: Node) -> Node | None:
    """The first text in an element that holds more than space."""
    texts = (each for each in node.traverse(include_text=True) if each.is_text_node)
    return next((each for each in texts if not (each.text_content or "").isspace()), None)
