"""Which blocks of a page are chrome: cards, boxes, forms, promo. Told by what they say, then by markup.

Class names are a layout's own witness (`Layout.chrome`); everything here works without them.
"""

from carnegie_extract.byline import are_names
from carnegie_extract.dom import Node, Tree, ancestors, is_linked
from carnegie_extract.flow import HEADINGS, Block, Box, Flow, is_prose, is_sentence
from carnegie_extract.landmarks import Roles, glued_label, is_type_label, roles

_TEASERS = 2
"""A card or box has no more paragraphs."""
_BOX_LINES = 7
_LONGEST_SIGNAL = 200
_CLOSING = frozenset(("learn_more", "subscribe", "newsletter"))


def find_chrome(tree: Tree | None, flow: Flow, headline: int, selectors: tuple[str, ...]) -> frozenset[int]:
    """The places in `flow` of blocks that are chrome wherever they stand.

    `selectors` name elements that the layout knows to be chrome.
    """
    places = _labelled_boxes(flow)
    if tree is None:
        return frozenset(places)
    places |= _set_apart(flow, headline)
    for selector in selectors:
        for node in tree.css(selector):
            places |= _inside(flow, node, headline)
    for at, found in flow.landmarks.items():
        if at > headline and found & _CLOSING and _closes_box(flow[at], found):
            box = _outermost(flow, at, headline, first=False)
            if box is not None and _is_box(flow, box, found):
                places |= _inside(flow, box, headline)
    return frozenset(places)


def _is_box(flow: Flow, node: Node, found: Roles) -> bool:
    """Whether an element is a box: it opens with no paragraph, and a newsletter's has a way to subscribe."""
    start, end = flow.span(node)
    if flow[start].kind == "p" and is_sentence(flow[start].text):
        return False
    if "newsletter" not in found or node.css_first("form, input, button") is not None:
        return True
    return any(_is(flow, at, "subscribe") for at in range(start, end))


def find_inserted(flow: Flow, headline: int, start: int, end: int) -> frozenset[int]:
    """The places between `start` and `end` of cards and boxes inserted into the body."""
    if flow[headline].node is None:
        return frozenset(_text_cards(flow, start, end))
    places: set[int] = set()
    landmarks = flow.landmarks
    runs = _run_signature(flow, start, end)
    for at in range(start, end):
        block = flow[at]
        if (block.kind != "p" or at in landmarks) and at not in places and _opens_card(block):
            box = _outermost(flow, at, headline, first=True)
            if box is not None and (runs is None or _signature(box) != runs):
                places |= _inside(flow, box, headline)
    prose = {at for at in range(start, end) if _is_paragraph(flow[at])}
    # No card is all that there is.
    return frozenset() if prose and prose <= places else frozenset(places)


def _run_signature(flow: Flow, start: int, end: int) -> tuple[str, str] | None:
    """Tag and class of the elements that hold most of the prose; None where no class tells them."""
    counts: dict[tuple[str, str], int] = {}
    for at in range(start, end):
        block = flow[at]
        if block.kind == "p" and block.node is not None and (outer := block.node.parent) is not None:
            signature = _signature(outer)
            counts[signature] = counts.get(signature, 0) + 1
    most = max(counts, key=lambda each: counts[each], default=("", ""))
    return most if most[1] else None


def _signature(node: Node) -> tuple[str, str]:
    return node.tag or "", node.attributes.get("class") or ""


def _is_paragraph(block: Block) -> bool:
    return block.kind in ("p", "li", "quote") and is_prose(block.text)


def _inside(flow: Flow, node: Node, headline: int) -> set[int]:
    start, end = flow.span(node)
    return set() if start <= headline < end else set(range(start, end))


def _labelled_boxes(flow: Flow) -> set[int]:
    """Boxes told by their first and last line: "Blog" ... "Learn More", newsletter ... "Subscribe"."""
    places: set[int] = set()
    for at, found in flow.landmarks.items():
        if "learn_more" in found:
            lines = range(at - 1, max(at - _BOX_LINES, -1), -1)
            places.update(range(next((n for n in lines if _is(flow, n, "boxes")), at), at + 1))
        elif "newsletter" in found:
            lines = range(at, min(at + _BOX_LINES, len(flow)))
            places.update(range(at, next((n for n in lines if _is(flow, n, "subscribe")), at) + 1))
        elif "subscribe" in found and flow[at].kind == "text":
            places.add(at)
    return places


def _is(flow: Flow, at: int, role: str) -> bool:
    return role in flow.landmarks.get(at, ())


def _text_cards(flow: Flow, start: int, end: int) -> set[int]:
    """Cards in plain text: a type label, the title and what stands with it up to the names of its authors."""
    places: set[int] = set()
    for at in range(start, end):
        if at in places or not ("type_labels" in flow.landmarks.get(at, ()) or glued_label(flow[at].text)):
            continue
        after = next((n for n in range(at, end) if flow[n].item != flow[at].item), end)
        names = next((n for n in range(after, min(after + 2, end)) if are_names(flow[n].text)), None)
        while names is not None and names < end and are_names(flow[names].text):
            after = names = names + 1
        places.update(range(at, after))
    return places


def _set_apart(flow: Flow, headline: int) -> set[int]:
    """Buttons, and what stands in an `article`, `aside`, `form` that the headline does not stand in."""
    apart: dict[int, bool] = {}
    places: set[int] = set()
    last: Box | None = None
    last_is_apart = False
    for at, (kind, _, _, box, *_) in enumerate(flow):
        if box is not last:
            last, last_is_apart = box, box is not None and _is_apart(box, flow, headline, apart)
        if last_is_apart or kind == "button":
            places.add(at)
    return places


def _is_apart(box: Box, flow: Flow, headline: int, known: dict[int, bool]) -> bool:
    """Whether a box or one around it sets its contents apart; `known` keeps what was found out."""
    around: Box | None = box
    passed: list[int] = []
    found = False
    while around is not None and not found:
        if around.node.mem_id in known:
            found = known[around.node.mem_id]
            break
        passed.append(around.node.mem_id)
        start, end = flow.span(around.node)
        found = not start <= headline < end and not (around.tag == "article" and _is_long(flow, start, end))
        around = around.outer
    known.update(dict.fromkeys(passed, found))
    return found


def _is_long(flow: Flow, start: int, end: int) -> bool:
    """Whether an `article` holds more paragraphs than any card: the design of a page not seen yet."""
    return _paragraphs(flow, start, end, 2 * _TEASERS + 1) > 2 * _TEASERS


def _paragraphs(flow: Flow, start: int, end: int, most: int) -> int:
    """How many paragraphs of prose stand there; `most` is as far as it counts."""
    count = 0
    for at in range(start, end):
        if _is_paragraph(flow[at]):
            count += 1
            if count == most:
                break
    return count


def _closes_box(block: Block, found: Roles) -> bool:
    """Whether a block belongs to an info or newsletter box: "Learn More", "Subscribe"."""
    if block.node is None:
        return False
    return bool(found & {"newsletter", "subscribe"}) or block.kind in ("button", "text")


def _opens_card(block: Block) -> bool:
    """Whether a block is what cards begin with: a type label, a linked title, "Related ..."."""
    text = block.text
    if block.node is None or len(text) > _LONGEST_SIGNAL:
        return False
    if is_loose(block):
        first = block.runs[0].text.strip() if block.runs else text
        return is_type_label(first) or is_linked(block)
    if block.kind == "p":
        return is_type_label(text)
    if block.kind in HEADINGS:
        return "recent_work" in roles(text) or is_linked(block)
    return False


def is_loose(block: Block) -> bool:
    """Whether a block stands in no element of rich text: a label, a card's title, a tag."""
    if block.kind in ("li", "quote"):
        return block.node is not None and block.node.tag not in ("li", "p", "blockquote")
    return block.kind == "text"


def _outermost(flow: Flow, at: int, headline: int, *, first: bool) -> Node | None:
    """The largest element around a block that can be a card: a title and a teaser or two at most.

    A card that has its teaser takes no more prose in. `first`: the block is the card's first.
    """
    block = flow[at]
    node = block.runs[0].node if block.runs else block.node
    top: Node | None = None
    teasers, lines = 0, 0
    for outer in ancestors(node) if node is not None else ():
        start, end = flow.span(outer)
        if start <= headline < end or (first and start < at) or outer.tag == "main" or outer.id == "content":
            break
        prose = _paragraphs(flow, start, end, _TEASERS + 1)
        if prose > _TEASERS or (lines and prose > teasers):
            break
        top, teasers, lines = outer, prose, _others(flow, start, end, at)
    return top


def _others(flow: Flow, start: int, end: int, at: int) -> int:
    return sum(flow[other].kind in ("p", "li") for other in range(start, end) if other != at)
