"""Tree -> flow: one pass over the nodes outside of text."""

from __future__ import annotations

from carnegie_extract.base.text import fold
from carnegie_extract.page.breaks import split_at_breaks
from carnegie_extract.page.dom import (
    INLINE,
    Node,
    Tree,
    brief_text,
    element_before,
    is_called_headline,
    text_of,
)
from carnegie_extract.page.flow import HEADINGS, Box, Flow, Line, Run, ends_sentence, is_paragraph, is_prose
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.dates import lone_date
from carnegie_extract.words.vocabulary import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What the walk does with an element; from _PARAGRAPH on, the roles of elements that break the line.
_TEXT, _PHRASE, _UNSEEN, _PARAGRAPH, _LEAF, _ITEM, _QUOTE, _FIGURE, _TABLE, _BOX, _CONTAINER, _MENU = range(
    1, 13
)
_BOLD = ("b", "strong", "font")
_TEXT_KINDS = {_ITEM: "li", _QUOTE: "quote"}
_NEAR = 4
"""So many nodes without text may stand between an element and a text beside it, or phrases around it."""
_LONGEST_NUMBER = 8
_LONGEST_DATE = 40
_LONGEST_CAPTION = 300
_LONGEST_LINE = 600
"""The parts of a longer line are links in prose, not labels."""
_LINES_OF_TEXT = (_PARAGRAPH, _LEAF)
_TAKEN_IN = {_ITEM: "li", _QUOTE: "quote", _FIGURE: "figure", _TABLE: "table"}
_LEAF_KINDS = {"figcaption": "caption", "caption": "caption"}
_TAGS = {
    _PHRASE: sorted(INLINE),
    _UNSEEN: (
        "script style noscript template svg math head title iframe object embed video audio canvas map "
        "select textarea input datalist img picture progress meter"
    ).split(),
    _PARAGRAPH: ["p"],
    _LEAF: [*sorted(HEADINGS), "pre", "figcaption", "caption"],
    _ITEM: ["li"],
    _QUOTE: ["blockquote"],
    _FIGURE: ["figure"],
    _TABLE: ["table"],
    _BOX: ["article", "aside", "form", "footer", "dialog"],
    _CONTAINER: (
        "html body div section main header hgroup center address details summary fieldset legend hr "
        "ul ol menu dir dl dt dd thead tbody tfoot tr td th colgroup col noframes"
    ).split(),
    _MENU: ["nav"],
}


def _roles() -> dict[int, int]:
    """The roles by the parser's numbers for tags, which are quicker to ask for than names."""
    sample = Tree("<p>text<!--comment--></p>")
    roles = {sample.create_node(tag).tag_id: role for role, tags in _TAGS.items() for tag in tags}
    paragraph = sample.css_first("p")
    for node in paragraph.iter(include_text=True) if paragraph is not None else ():
        roles[node.tag_id] = _TEXT if node.is_text_node else _UNSEEN
    return roles


_ROLES = _roles()


def _role(node: Node) -> int:
    """What the walk does with an element; a button, or one with a custom name, is a phrase within running text."""
    known = _ROLES.get(node.tag_id)
    if known is not None:
        return known
    before, after, around = _beside(node)
    if node.tag != "button":
        return _PHRASE if before or after else _CONTAINER
    runs_on = bool(after or (before and not ends_sentence(before)))
    return _PHRASE if runs_on and _is_paragraph(around) else _LEAF


def is_phrase(node: Node) -> bool:
    """Whether an element is a phrase of the line around it."""
    return _role(node) == _PHRASE


def _beside(node: Node) -> tuple[str, str, Node | None]:
    """The texts right before and behind an element, and the element around all of them, even with phrases between."""
    before = after = ""
    outer = node.parent
    for _ in range(_NEAR):
        before, after = _text_beside(node, behind=False), _text_beside(node, behind=True)
        if before or after or outer is None or _ROLES.get(outer.tag_id, _PHRASE) != _PHRASE:
            break
        node, outer = outer, outer.parent
    return before, after, outer


def _text_beside(node: Node, *, behind: bool) -> str:
    """The text right before or behind an element, "" where there is none or a line ends."""
    beside = node.next if behind else node.prev
    for _ in range(_NEAR):
        if beside is None or not (beside.is_text_node or beside.is_comment_node):
            break
        if text := (beside.text_content or "").strip() if beside.is_text_node else "":
            return text.strip(BREAK)
        beside = beside.next if behind else beside.prev
    return ""


def _is_paragraph(around: Node | None) -> bool:
    """Whether an element holds a paragraph, or much text."""
    text = brief_text(around) if around is not None else ""
    return text is None or is_paragraph(fold(text))


def flow_of(tree: Tree, boxes: dict[int, str]) -> Flow:
    """The text of the page in reading order; `boxes` are elements that set their contents apart, by `mem_id`."""
    root = tree.body or tree.root
    return split_at_breaks(_walk(root, boxes, _with_links(tree))) if root is not None else Flow()


def _with_links(tree: Tree) -> frozenset[int]:
    """The elements, by `mem_id`, that hold links with nothing but phrases between."""
    found: set[int] = set()
    role_of = _ROLES.get
    for link in tree.css("a"):
        outer = link.parent
        while outer is not None and (name := outer.mem_id) not in found:
            found.add(name)
            if (role_of(outer.tag_id) or _role(outer)) != _PHRASE:
                break
            outer = outer.parent
    return frozenset(found)


def _walk(root: Node, boxes: dict[int, str], with_links: frozenset[int]) -> Flow:  # noqa: C901, PLR0912, PLR0915  # see the docstring
    """One pass over the nodes outside of text, without recursion: pages nest deeper than Python's stack.

    In one piece and with all it knows in local names, for it is a third of a page's time.
    """
    flow = Flow()
    runs: list[tuple[str, Node]] = []
    stack: list[tuple[Node, bool, int, str, int, Box | None, Node, bool, bool]] = []
    # What applies to the following lines; `judged` is true within a phrase of which it is known what holds blocks.
    kind, item, box, holder, judged, within_link = "text", 0, None, root, False, False
    may_link = root.mem_id in with_links
    with_blocks: set[int] = set()
    counted = 0
    role_of, spans = _ROLES.get, flow.spans
    node = root.first_child
    while node is not None or stack:
        if node is None:
            node, inline, start, outer_kind, outer_item, outer_box, outer_holder, judged, within_link = (
                stack.pop()
            )
            if runs and not inline:
                _end_line(flow, runs, kind, box, item, holder, may_link)
            kind, item, box, holder = outer_kind, outer_item, outer_box, outer_holder
            may_link = within_link or holder.mem_id in with_links
            spans[node.mem_id] = (start, len(flow) + bool(runs))
            if runs:
                counted = len(flow) + 1
        elif (role := role_of(node.tag_id) or _role(node)) == _TEXT:
            text = node.text_content or ""
            if runs or not text.isspace():
                runs.append((text, node))
        elif role == _UNSEEN:
            pass
        elif (child := node.first_child) is None or role == _MENU:
            if runs and role != _PHRASE:
                _end_line(flow, runs, kind, box, item, holder, may_link)
        elif role == _PHRASE and child.next is None and child.is_text_node:
            runs.append((child.text_content or "", node))
        elif boxes and node.mem_id in boxes:
            if runs:
                _end_line(flow, runs, kind, box, item, holder, may_link)
            stack.append((node, False, len(flow), kind, item, box, holder, judged, within_link))
            box, holder = Box(boxes[node.mem_id], node, box), node
            may_link = within_link or node.mem_id in with_links
            node = child
            continue
        elif role in _LINES_OF_TEXT:
            if runs:
                _end_line(flow, runs, kind, box, item, holder, may_link)
            if text := fold(node.text_lexbor()):
                own = kind if role == _PARAGRAPH else _LEAF_KINDS.get(node.tag or "", node.tag or "")
                line = Line(own if own != "text" else "p", text, node, box, item, (), holder)
                line.may_link = within_link or node.mem_id in with_links
                flow.append(line)
        elif role < _BOX and role != _PHRASE and (taken := _taken_in(node, child, role)) is not None:
            if runs:
                _end_line(flow, runs, kind, box, item, holder, may_link)
            if taken or role not in _TEXT_KINDS:
                line = Line(_TAKEN_IN[role], taken, node, box, node.mem_id, (), holder)
                line.may_link = within_link or role not in _TEXT_KINDS or node.mem_id in with_links
                flow.append(line)
        else:
            if role == _PHRASE and not judged:
                _note_blocks(node, with_blocks)
            inline = role == _PHRASE and node.mem_id not in with_blocks
            if runs and not inline:
                _end_line(flow, runs, kind, box, item, holder, may_link)
            stack.append((node, inline, len(flow), kind, item, box, holder, judged, within_link))
            judged = judged or role == _PHRASE
            within_link = within_link or (role == _PHRASE and not inline and node.tag == "a")
            if role in _TEXT_KINDS:
                kind, item = _TEXT_KINDS[role], node.mem_id
            elif role == _BOX:
                box = Box(node.tag or "", node, box)
            if not inline:
                holder = node
                may_link = within_link or node.mem_id in with_links
            node = child
            continue
        node = node.next
    _end_line(flow, runs, kind, box, item, holder, may_link)
    return _without_line(flow) if counted > len(flow) else flow


def _without_line(flow: Flow) -> Flow:
    """A flow whose last texts, counted as a line of the elements around them, hold nothing to see."""
    end = len(flow)
    for name, (first, last) in flow.spans.items():
        if last > end:
            flow.spans[name] = (min(first, end), end)
    return flow


def _taken_in(node: Node, child: Node, role: int) -> str | None:
    """The text of an element that is one line: a figure, a table of data, a plain list item."""
    if role in _TEXT_KINDS:
        return fold(node.text_lexbor()) if _is_link(child) or not _holds_blocks(node) else None
    if (role == _FIGURE and _is_picture(node)) or (role == _TABLE and _is_data(node)):
        return text_of(node)
    return None


def _end_line(
    flow: Flow,
    runs: list[tuple[str, Node]],
    kind: str,
    box: Box | None,
    item: int,
    holder: Node,
    may_link: bool,  # it is called for each line of a page
) -> None:
    """Make a line of the runs since the last one; two where `<br><br>` divides them."""
    text = fold("".join([text for text, _ in runs]))
    if BREAK in text and kind == "text":
        for part in _between_two_breaks(runs):
            piece = fold("".join([text for text, _ in part])).strip(f" {BREAK}")
            if piece:
                own = "p" if is_prose(piece) else kind
                flow.append(Line(own, piece, part[0][1], box, item, _parts(part, piece), holder))
    elif text:
        if kind == "text" and len(runs) > 1 and "disclaimers" in words_of(fold(runs[-1][0])):
            # Behind tags, in one element with them.
            last = [runs.pop()]
            _end_line(flow, runs, kind, box, item, holder, may_link)
            runs, text, may_link = last, fold(last[0][0]), False
        own = "p" if kind == "text" and is_paragraph(text) else kind
        line = Line(own, text, runs[0][1], box, item, _parts(runs, text), holder)
        line.may_link = may_link
        flow.append(line)
    runs.clear()


def _parts(runs: list[tuple[str, Node]], text: str) -> tuple[Run, ...]:
    if len(runs) < 2 or len(text) >= _LONGEST_LINE:
        return ()
    parts = tuple([Run._make(run) for run in runs if not run[0].isspace()])
    return parts if len(parts) > 1 else ()


def _between_two_breaks(runs: list[tuple[str, Node]]) -> list[list[tuple[str, Node]]]:
    """The runs in groups that two breaks divide, or one after a line that does not belong to the next.

    It is none where all before the break is bold or called a headline, where all behind it is called so, or where the
    line is a date; it is one behind a colon, as after the name of who speaks.
    """
    groups: list[list[tuple[str, Node]]] = [[]]
    breaks = 0
    for run in runs:
        shown = run[0].strip()
        if (
            breaks == 1
            and groups[-1]
            and shown not in ("", BREAK)
            and any(map(is_called_headline, _phrases(run[1])))
        ):
            groups.append([])
        breaks = breaks + 1 if shown == BREAK else breaks if not shown else 0
        if breaks == 2 or (breaks == 1 and groups[-1] and _ends_group(groups[-1])):
            groups.append([])
        elif shown or groups[-1]:
            groups[-1].append(run)
    return [group for group in groups if group]


def _ends_group(group: list[tuple[str, Node]]) -> bool:
    last = group[-1][0].strip()
    if last.endswith((":", "：")):
        return False
    return all(map(_is_bold, group)) or (len(last) <= _LONGEST_DATE and lone_date(last) is not None)


def _is_bold(run: tuple[str, Node]) -> bool:
    return not run[0].strip() or any(
        node.tag in _BOLD or is_called_headline(node) for node in _phrases(run[1])
    )


def _phrases(node: Node | None) -> Iterator[Node]:
    """A text and the elements around it within its line."""
    while node is not None and _role(node) < _PARAGRAPH:
        yield node
        node = node.parent


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
    return any(_role(inner) >= _PARAGRAPH for inner in inner_nodes)


def _note_blocks(phrase: Node, with_blocks: set[int]) -> None:
    """Add the elements in `phrase`, itself included, that hold elements which break the line. Linear."""
    for inner in phrase.traverse():
        if _role(inner) < _PARAGRAPH:
            continue
        outer = inner.parent
        while outer is not None and outer.mem_id not in with_blocks:
            with_blocks.add(outer.mem_id)
            if outer.mem_id == phrase.mem_id:
                break
            outer = outer.parent


def _is_picture(figure: Node) -> bool:
    """Whether a figure shows something, and does not set a quotation or prose apart.

    Linear for figures in figures: the first inner one ends the search.
    """
    inner_nodes = figure.traverse()
    next(inner_nodes)  # the figure itself
    return not any(
        inner.tag in _NO_PICTURE
        or (inner.tag == "p" and _follows_paragraph(inner) and is_prose(inner.text().strip()))
        for inner in inner_nodes
    )


_NO_PICTURE = frozenset(("figure", "blockquote", "h2", "h3"))


def _follows_paragraph(node: Node) -> bool:
    before = element_before(node)
    return before is not None and before.tag == "p"


def _is_data(table: Node) -> bool:
    """Whether a table holds data and not, as on pages before 2011, the page or a picture beside its text.

    Data has headings of columns, or at least two rows of at least two texts, or no prose.
    """
    # The first one found ends the search, so that tables in tables take no square of their depth.
    if any(part.css_first("h1, h2, form, table") is not None for part in table.iter()):
        return False
    if _lays_out(table) or _are_fields(table):
        return False
    if table.css_first("th, caption") is not None:
        return True
    full, prose = 0, False
    notes = True
    rows = [
        (row, [text for cell in row.css("td") if (text := cell.text().strip())]) for row in table.css("tr")
    ]
    if _is_captioned(rows):
        return True
    if _are_facts([texts for _, texts in rows]):
        return False
    for number, (_, texts) in enumerate(rows, 1):
        full += len(texts) > 1
        prose = prose or any(map(is_prose, texts))
        notes = notes and _is_note(texts, number)
        if full > 1 and not notes:
            return True
    return not prose and not notes


def _lays_out(table: Node) -> bool:
    """Whether a table says that it is for the look alone, or that it is a section about people."""
    if table.attributes.get("role") in ("presentation", "none"):
        return True
    caption = table.css_first("caption")
    return caption is not None and not _OVER_PEOPLE.isdisjoint(words_of(fold(caption.text())))


_OVER_PEOPLE = frozenset(("about_authors", "speakers"))


def _is_captioned(rows: list[tuple[Node, list[str]]]) -> bool:
    """Whether a table is a picture and, in a row below it, a caption."""
    if [len(texts) for _, texts in rows] != [0, 1] or len(rows[1][1][0]) > _LONGEST_CAPTION:
        return False
    return rows[0][0].css_first("img") is not None and rows[1][0].css_first(_SEVERAL) is None


_SEVERAL = "p + p, div + div, div + p, br + p, h1, h2, h3, h4"
"""What holds more than a caption."""


def _are_fields(table: Node) -> bool:
    """Whether each row of a table has a label and what it announces, as an event's day and place: "Date:".

    Without colons, some of them say who wrote a piece and when it appeared.
    """
    firsts = [row.css_first("td, th") for row in table.css("tr")]
    if bool(firsts) and all(cell is not None and _is_field(cell) for cell in firsts):
        return True
    labels = (fold(cell.text()) for cell in firsts[:_MOST_FIELDS] if cell is not None)
    return {word for label in labels for word in words_of(f"{label}:")} >= _OF_PIECE


def _is_field(cell: Node) -> bool:
    """Whether a cell is a label: it has a colon, or is a heading that says who wrote a piece or when it appeared."""
    text = fold(cell.text())
    if text.endswith((":", "：")):
        return True
    return cell.tag == "th" and bool(text) and not _FIELDS.isdisjoint(words_of(f"{text}:"))


_OF_PIECE = frozenset(("by", "published"))
_MOST_FIELDS = 8
_FIELDS = frozenset(("by", "published", "updated", "contributors", "places", "speakers"))


def _are_facts(rows: list[list[str]]) -> bool:
    """Whether a table of one row, or one column, is an article's header: a date or a byline among short texts."""
    if sum(len(texts) > 0 for texts in rows) > 1 and any(len(texts) > 1 for texts in rows):
        return False
    texts_of_all = [text for texts in rows for text in texts]
    return not any(map(is_prose, texts_of_all)) and any(
        lone_date(text) is not None or "by" in words_of(f"{text}:") for text in texts_of_all
    )


def _is_note(texts: list[str], number: int) -> bool:
    """Whether a row holds a note of a list laid out as a table: its number, and a text that ends as a sentence."""
    if len(texts) != 2 or len(texts[0]) > _LONGEST_NUMBER or not ends_sentence(texts[1]):
        return False
    digits = "".join(filter(str.isdecimal, texts[0]))
    return bool(digits) and int(digits) == number
