"""HTML -> tree -> flow. The only importer of selectolax; says what the text of an element is."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from carnegie_extract.errors import UnreadablePage
from carnegie_extract.flow import HEADINGS, Block, Box, Flow, Run
from carnegie_extract.quick import pattern
from carnegie_extract.text import BRACKETS, fold

Node = LexborNode
Tree = LexborHTMLParser

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr br".split()
)
# What the walk does with an element; from _PARAGRAPH on, the roles of elements that break the line.
_TEXT, _PHRASE, _UNSEEN, _PARAGRAPH, _LEAF, _ITEM, _QUOTE, _FIGURE, _TABLE, _BOX, _CONTAINER = range(11)
_TEXT_KINDS = {_ITEM: "li", _QUOTE: "quote"}
_LONGEST_LINE = 600
"""The parts of a longer line are links in prose, not labels."""
_LINES_OF_TEXT = (_PARAGRAPH, _LEAF)
_TAKEN_IN = {_ITEM: "li", _QUOTE: "quote", _FIGURE: "figure", _TABLE: "table"}
_TAGS = {
    _PHRASE: sorted(INLINE),
    _UNSEEN: (
        "script style noscript template svg math head title iframe object embed video audio canvas map "
        "select textarea input datalist nav img picture hr"
    ).split(),
    _PARAGRAPH: ["p"],
    _LEAF: [*sorted(HEADINGS), "pre", "button"],
    _ITEM: ["li"],
    _QUOTE: ["blockquote"],
    _FIGURE: ["figure"],
    _TABLE: ["table"],
    _BOX: ["article", "aside", "form", "footer", "dialog"],
}


def _roles() -> dict[int, int]:
    """The roles by the parser's numbers for tags, which are quicker to ask for than names."""
    sample = LexborHTMLParser("<p>text<!--comment--></p>")
    roles = {sample.create_node(tag).tag_id: role for role, tags in _TAGS.items() for tag in tags}
    paragraph = sample.css_first("p")
    for node in paragraph.iter(include_text=True) if paragraph is not None else ():
        roles[node.tag_id] = _TEXT if node.is_text_node else _UNSEEN
    return roles


_ROLES = _roles()

_TOP = 2048
# Nearly every page has one of these in its first bytes: then the pattern is not even compiled.
_FIRST_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body")
_MARKUP = pattern(
    rb"<(?:!doctype|html|head|body|title|meta|div|p|h[1-6]|section|main|article)\b",
    re.I,
)

# The payload of Next.js repeats the page as escaped strings: two thirds of a page of 2026.
_PAYLOAD = b"<script>self.__next_f.push("
_END_SCRIPT = b"</script>"
_SEAMS = (_END_SCRIPT + _PAYLOAD, _END_SCRIPT + b"\n" + _PAYLOAD)

# Brackets around the number of a footnote marker, and of a link back to one: noncharacters.
MARK, END_MARK, BACK, END_BACK = tuple(BRACKETS)
BACK_LINK = pattern(f"{BACK}([^{END_BACK}]*){END_BACK}")
ARROWS = " ↩↑^⤴\ufe0e\ufe0f"
_NEVER_TEXT = ["script", "style", "noscript", "svg"]
MARKER = pattern(f"{MARK}([^{END_MARK}]*){END_MARK}")
_NOTE_FRAGMENT = pattern(r"foot|note|ftn|edn|^fn|^_?ref|^cite|^_?n\d|^en\d", re.I)
_NOTE_NUMBER = pattern(r"[\[(]?(\d{1,3}|[ivxlc]{1,6}|[*†‡§]{1,3}|[a-z])[\])]?\.?", re.I)
_LONGEST_NUMBER = 4
_BACK_FRAGMENT = pattern(r"ref|back|return|^_?r\d", re.I)


def without_payload(page: bytes) -> bytes:
    """Drop each `<script>self.__next_f.push(...)</script>` before it costs time to decode and to parse."""
    start = page.find(_PAYLOAD)
    kept, done = [], 0
    while start >= 0:
        kept.append(page[done:start])
        done = _end_of_payload(page, start)
        start = page.find(_PAYLOAD, done)
    return b"".join((*kept, page[done:])) if kept else page


def _end_of_payload(page: bytes, start: int) -> int:
    """Where the last of the payload's scripts ends that follow each other from `start`."""
    find, startswith = page.find, page.startswith
    # The payload has few "<": to look for one is quicker than for a whole tag.
    at = find(b"<", start + len(_PAYLOAD))
    while at >= 0:
        if startswith(_SEAMS, at):
            at = find(b"<", at + len(_SEAMS[0]))
        elif startswith(_END_SCRIPT, at):
            return at + len(_END_SCRIPT)
        else:
            at = find(b"<", at + 1)
    return len(page)  # cut off within the payload


def is_html(utf8: bytes) -> bool:
    """Whether a page has markup."""
    return has_first_tag(utf8[:_TOP]) or _MARKUP.search(utf8) is not None


def has_first_tag(top: bytes) -> bool:
    """Whether the first bytes of a file hold a tag that pages begin with."""
    lowered = top.lower()
    return any(tag in lowered for tag in _FIRST_TAGS)


def parse(utf8: bytes) -> Tree:
    """Parse a page given as UTF-8. Raises UnreadablePage when the parser gives up."""
    try:
        tree = LexborHTMLParser(utf8)
    except SelectolaxError as error:
        raise UnreadablePage(f"the parser gave up: {error}") from error
    if tree.root is None:
        raise UnreadablePage("the parser found no elements")
    return tree


def prepare(tree: Tree) -> None:
    """Make `node.text()` say what a reader sees: no scripts, `<br>` a space, footnote links bracketed."""
    for node in tree.css("br"):
        node.replace_with(" ")
    for link in tree.css('a[href*="#"]'):
        _bracket(link)
    _bracket_bare(tree.css("sup"))
    tree.strip_tags(_NEVER_TEXT)


def _bracket(link: Node) -> None:
    """Bracket the number of a link to a footnote, or of one back to the text; drop arrows back."""
    href = link.attributes["href"] or ""
    fragment = href[href.rindex("#") + 1 :]
    if _NOTE_FRAGMENT.search(fragment) is None:
        return
    shown = link.text().strip()
    back = "ref" in fragment or _BACK_FRAGMENT.search(fragment) is not None
    number = shown if shown.isdecimal() and len(shown) < _LONGEST_NUMBER else _number(shown)
    if not number:
        if back and not shown.strip(ARROWS):
            link.decompose()
        return
    top, parent = link, link.parent
    while parent is not None and parent.tag in INLINE and parent.text().strip() == shown:
        top, parent = parent, parent.parent
    opening, closing = (BACK, END_BACK) if back else (MARK, END_MARK)
    top.replace_with(f"{opening}{number}{closing}")


def _bracket_bare(superscripts: list[Node]) -> None:
    """Bracket superscripts that no link makes footnote markers, but that count 1, 2, 3: not "m2" alone."""
    numbered = [(node, shown) for node in superscripts if (shown := node.text().strip()).isdecimal()]
    counts = all(shown == str(number) for number, (_, shown) in enumerate(numbered, 1))
    if len(numbered) > 1 and counts:
        for node, shown in numbered:
            node.replace_with(f"{MARK}{shown}{END_MARK}")


def _number(shown: str) -> str:
    match = _NOTE_NUMBER.fullmatch(shown)
    return match[1] if match else ""


def href_of(link: Node) -> str:
    """The address that a link leads to, "" for none."""
    return (link.attributes.get("href") or "").strip()


def text_of(node: Node | None) -> str:
    """The folded text of an element, "" for none; footnote markers are gone."""
    if node is None:
        return ""
    return unmarked(fold(node.text()))[0]


def unmarked(text: str) -> tuple[str, list[tuple[str, int]]]:
    """Folded `text` without footnote markers, and the markers: number, place in the text."""
    if BACK in text or END_BACK in text:
        text = BACK_LINK.sub("", text).replace(BACK, "").replace(END_BACK, "").strip()
    if MARK not in text and END_MARK not in text:
        return text, []
    plain, markers = "", []
    for at, piece in enumerate(MARKER.split(text)):
        if at % 2:
            markers.append((piece, len(plain)))
            continue
        shown = piece.replace(MARK, "").replace(END_MARK, "")
        plain += shown.lstrip() if not plain or plain[-1] == " " else shown
    plain = plain.rstrip()
    return plain, [(number, min(at, len(plain))) for number, at in markers]


def first_text(tree: Tree | Node, *selectors: str) -> str:
    """The text of the first element that one of `selectors`, in their order, finds and that has any."""
    for selector in selectors:
        for node in tree.css(selector):
            if text := text_of(node):
                return text
    return ""


def flow(tree: Tree) -> Flow:
    """The text of the page in reading order; see flow.Block."""
    root = tree.body or tree.root
    return _walk(root) if root is not None else Flow()


def _walk(root: Node) -> Flow:  # noqa: PLR0912  # one for each role; calls would cost more than they do
    """One pass over the nodes outside of text, without recursion: pages nest deeper than Python's stack.

    In one piece and with all it knows in local names, for it is a third of a page's time.
    """
    flow = Flow()
    runs: list[tuple[str, Node]] = []
    stack: list[tuple[Node, bool, int, str, int, Box | None]] = []
    # What holds for the blocks to come.
    kind, item, box = "text", 0, None
    role_of, spans = _ROLES.get, flow.spans
    node = root.first_child
    while node is not None or stack:
        if node is None:
            node, inline, start, outer_kind, outer_item, outer_box = stack.pop()
            if runs and not inline:
                _end_line(flow, runs, kind, box, item)
            kind, item, box = outer_kind, outer_item, outer_box
            spans[node.mem_id] = (start, len(flow) + bool(runs))
        elif (role := role_of(node.tag_id, _CONTAINER)) == _TEXT:
            text = node.text_content or ""
            if runs or not text.isspace():
                runs.append((text, node))
        elif role == _UNSEEN:
            pass
        elif (child := node.first_child) is None:
            if runs and role != _PHRASE:
                _end_line(flow, runs, kind, box, item)
        elif role == _PHRASE and child.next is None and child.is_text_node:
            runs.append((child.text_content or "", node))
        elif role in _LINES_OF_TEXT:
            if runs:
                _end_line(flow, runs, kind, box, item)
            if text := fold(node.text_lexbor()):
                own = kind if role == _PARAGRAPH else node.tag or ""
                flow.append(Block(own if own != "text" else "p", text, node, box, item))
        elif role < _BOX and role != _PHRASE and (taken := _taken_in(node, child, role)) is not None:
            if runs:
                _end_line(flow, runs, kind, box, item)
            if taken or role not in _TEXT_KINDS:
                flow.append(Block(_TAKEN_IN[role], taken, node, box, node.mem_id))
        else:
            inline = role == _PHRASE and not _holds_blocks(node)
            if runs and not inline:
                _end_line(flow, runs, kind, box, item)
            stack.append((node, inline, len(flow), kind, item, box))
            if role in _TEXT_KINDS:
                kind, item = _TEXT_KINDS[role], node.mem_id
            elif role == _BOX:
                box = Box(node.tag or "", node, box)
            node = child
            continue
        node = node.next
    _end_line(flow, runs, kind, box, item)
    return flow


def _taken_in(node: Node, child: Node, role: int) -> str | None:
    """The text of an element that is one block: a figure, a table of data, a plain list item."""
    if role in _TEXT_KINDS:
        return fold(node.text_lexbor()) if _is_link(child) or not _holds_blocks(node) else None
    if role == _FIGURE or (role == _TABLE and _is_data(node)):
        return text_of(node)
    return None


def _end_line(flow: Flow, runs: list[tuple[str, Node]], kind: str, box: Box | None, item: int) -> None:
    """Make a block of the runs since the last one."""
    text = fold("".join([text for text, _ in runs]))
    if text:
        parts: tuple[Run, ...] = ()
        if len(runs) > 1 and len(text) < _LONGEST_LINE:
            parts = tuple(Run(*run) for run in runs if not run[0].isspace())
        several = parts if len(parts) > 1 else ()
        flow.append(Block(kind, text, runs[0][1], box, item, several))
    runs.clear()


def _is_link(only: Node) -> bool:
    """Whether an element has one child and that is text, or holds nothing else: an entry of a menu."""
    if only.next is not None:
        return False
    if _ROLES.get(only.tag_id) == _PHRASE and (inner := only.first_child) is not None:
        return inner.is_text_node and inner.next is None
    return only.is_text_node


def _holds_blocks(node: Node) -> bool:
    inner_nodes = node.traverse()
    next(inner_nodes)  # the node itself
    return any(_ROLES.get(inner.tag_id, _CONTAINER) >= _PARAGRAPH for inner in inner_nodes)


def _is_data(table: Node) -> bool:
    """Whether a table holds data and not, as on pages before 2011, the page itself."""
    return all(inner.mem_id == table.mem_id for inner in table.css("h1, h2, form, table"))


def ancestors(node: Node) -> Iterator[Node]:
    """The elements around `node`, inside out, up to but without `body`."""
    parent = node.parent
    while parent is not None and parent.tag not in ("body", "html", None):
        yield parent
        parent = parent.parent


def is_linked(block: Block) -> bool:
    """Whether all of a block's text is links: a card's title, a tag, an author's name."""
    nodes = [run.node for run in block.runs] or ([block.node] if block.node is not None else [])
    return bool(nodes) and all(map(_in_link, nodes))


def _in_link(node: Node) -> bool:
    if node.tag == "a":
        return True
    if node.is_element_node and (link := node.css_first("a")) is not None:
        return text_of(link) == text_of(node)
    return any(outer.tag == "a" for outer in ancestors(node))
