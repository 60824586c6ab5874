"""The body: the article's own prose between header and tail, as typed blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from carnegie_extract.article import Block as Typed
from carnegie_extract.article import Marker
from carnegie_extract.dom import BACK, MARK, Node, text_of, unmarked
from carnegie_extract.flow import HEADINGS, SENTENCE_END, Block, Flow, is_json, is_prose
from carnegie_extract.landmarks import LONGEST_LANDMARK, is_credit
from carnegie_extract.quick import NamedTuple, pattern
from carnegie_extract.text import fold, letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.article import BlockType

_CLOSING_MARKS = '»”")'
_LONGEST_OUTLET = 60
_LONGEST_NAME = 80
_SHORTEST_PULL_QUOTE = 40
_LONGEST_PULL_QUOTE = 400
_QUOTE_MARKS = " .,;:!?…“”\"'‘’«»—–-"
_ELLIPSIS = pattern(r"\s*[\[(]?(?:…|\.\.\.)[\])]?\s*")
# No punctuation at the end, not even before the digits of a footnote marker.
_ENDS_OPEN = pattern(rf"[^{re.escape(SENTENCE_END)}\d]$|(?<![{re.escape(SENTENCE_END)}\d])\d+$")
_FIGURE = pattern(r"(?:Figure|Рисунок|Рис\.|الشكل|图|Schéma|चित्र)\s*\d+\s*[.:：]", re.I)
_TAIL = frozenset(("about_authors", "notes", "speakers", "comments", "ends", "disclaimers"))
_MAY_BE_SECTION = frozenset(("notes",))
_BOX_OR_TAIL = frozenset(("recent_work", "newsletter", "tags"))
_NEVER_PROSE = frozenset(("buttons", "notices"))
_PROSE_KINDS = frozenset(("p", "li", "quote", "pre"))
_CHROME_LINK = ("/topics/", "/regions/", "/topic/", "/region/", "/people/", "/programs/", "/issue/", "/tags/")


class Span(NamedTuple):
    """Where the body stands in the flow: from `start` up to `end`."""

    start: int
    end: int


def find_span(flow: Flow, start: int, limit: int, chrome: frozenset[int], authors: Iterable[str]) -> Span:
    """The body's place: from `start` to the first landmark of the tail, at most to `limit`."""
    landmarks = (at for at in flow.landmarks if start <= at < limit and at not in chrome)
    end = next((at for at in landmarks if _ends_body(flow, at, limit, chrome)), limit)
    names = {letters(name) for name in authors} - {""}
    return Span(start, _before_bios(flow, start, end, chrome, names))


def _ends_body(flow: Flow, at: int, limit: int, chrome: frozenset[int]) -> bool:
    block, roles = flow[at], flow.landmarks[at]
    if "disclaimers" in roles:
        return True
    if len(block.text) > LONGEST_LANDMARK or block.kind in ("li", "quote"):
        return False
    if roles & _TAIL and not (roles <= _MAY_BE_SECTION and _paragraph_follows(flow, at, limit)):
        return True
    if not roles & _BOX_OR_TAIL:
        return False
    if block.node is None and at + 1 < limit and flow[at + 1].kind == "li":
        return True  # in plain text cards are list items that begin with a type label
    return not _prose_follows(flow, at, limit, chrome)


def _paragraph_follows(flow: Flow, at: int, limit: int) -> bool:
    """Whether a heading such as "Notes" stands over paragraphs: then it is a section's, and no list's."""
    after = flow[at + 1] if at + 1 < limit else None
    if after is None or after.kind != "p" or after.node is None or BACK in after.text:
        return False
    return is_prose(after.text) and not after.text[0].isdigit() and not after.text.startswith("[")


def _prose_follows(flow: Flow, at: int, limit: int, chrome: frozenset[int]) -> bool:
    """Whether paragraphs go on after a heading that may also stand over a box amid the body."""
    for later in range(at + 1, limit):
        if later in chrome:
            continue
        if later in flow.landmarks and flow.landmarks[later] & _TAIL:
            return False
        if flow[later].kind == "p" and is_prose(flow[later].text):
            return True
    return False


def _before_bios(flow: Flow, start: int, end: int, chrome: frozenset[int], names: set[str]) -> int:
    """Take off names, titles, bios and tags that stand after the last paragraph under no heading."""
    cut = end
    for at in range(end - 1, start - 1, -1):
        block = flow[at]
        if at in chrome or block.kind in ("button", "figure", "table"):
            continue
        if letters(block.text) in names and block.kind not in ("h3", "h4"):
            cut = at
        elif not _may_be_bio(block, names):
            break
    return cut


def _may_be_bio(block: Block, names: set[str]) -> bool:
    text = block.text
    if len(text) <= LONGEST_LANDMARK and text[-1:] not in SENTENCE_END and block.kind not in ("li", "quote"):
        return block.kind not in HEADINGS
    opening = letters(text[:80])
    return any(opening.startswith(name) for name in names)


def find_bios(flow: Flow, span: Span, names: Iterable[str]) -> dict[int, str]:
    """Boxes about an author amid the body: the place of each line that is a name and that a bio follows.

    A bio begins with the name; the value is the name.
    """
    known = {letters(name): name for name in names if letters(name)}
    found: dict[int, str] = {}
    for at in range(span.start, span.end - 1):
        text = flow[at].text
        if len(text) < _LONGEST_NAME and (name := letters(text)) in known:
            bio = flow[at + 1].text[: 2 * LONGEST_LANDMARK]
            # In an interview the name and a colon open an answer.
            if letters(bio).startswith(name) and bio[len(text) : len(text) + 2].strip()[:1] not in (
                ":",
                "：",
            ):
                found[at] = known[name]
    return found


class Form(NamedTuple):
    """What is known of a body before its blocks are told apart."""

    quotations: frozenset[int] = frozenset()
    """Places of paragraphs that the layout knows to be block quotations."""
    elsewhere: bool = False
    """The item was published elsewhere first, so its first line may be the outlet's name."""
    plain_text: bool = False
    """Headings, figures and pull quotes stand as paragraphs and are told by their form."""


def typed_blocks(flow: Flow, span: Span, chrome: frozenset[int], form: Form) -> list[Typed]:
    """The blocks of the article in its span."""
    quotations, elsewhere, plain_text = form
    kept = [
        block._replace(kind="quote") if at in quotations else block
        for at, block in enumerate(flow[span.start : span.end], span.start)
        if at not in chrome and _is_kept(flow, at, block)
    ]
    kept = _without_outlet(kept, elsewhere=elsewhere)
    if plain_text:
        kept = [_plain_heading(block) for block in kept]
    blocks = [_typed(block) for block in kept]
    while blocks and blocks[-1].type == "heading":
        blocks.pop()
    return _mark_pull_quotes(blocks, [plain_text or _stands_alone(flow, block) for block in kept])


def _stands_alone(flow: Flow, block: Block) -> bool:
    """Whether a paragraph has an element of its own, as a quotation set apart has."""
    if block.kind != "p" or len(block.text) > _LONGEST_PULL_QUOTE or block.node is None:
        return False
    outer = block.node.parent
    start, end = flow.span(outer) if outer is not None else (0, 0)
    return end - start == 1


def _plain_heading(block: Block) -> Block:
    """In plain text a heading is a short line that ends no sentence, a figure one that is numbered."""
    if block.kind != "p":
        return block
    if _FIGURE.match(block.text):
        return block._replace(kind="figure")
    if len(block.text) <= LONGEST_LANDMARK and _ENDS_OPEN.search(block.text):
        return block._replace(kind="h3")
    return block


def _is_kept(flow: Flow, at: int, block: Block) -> bool:
    text, kind = block.text, block.kind
    if at in flow.landmarks and flow.landmarks[at] & _NEVER_PROSE and kind not in HEADINGS:
        return False
    if kind in _PROSE_KINDS:
        if text[0] == BACK or (text[0] == "{" and is_json(block)):
            return False  # a footnote that no heading sets apart, or the metadata block
        return len(text) > LONGEST_LANDMARK or not _is_chrome_link(block)
    if kind == "text":
        # Rich text stands in elements of its own; loose text is a label unless it is a sentence.
        return len(text) > LONGEST_LANDMARK // 2 and text[-1] in SENTENCE_END and not is_json(block)
    return kind in HEADINGS or kind == "table" or (kind == "figure" and _shows_something(block))


def _shows_something(figure: Block) -> bool:
    return bool(figure.text) or (figure.node is not None and figure.node.css_first("img") is not None)


def _is_chrome_link(block: Block) -> bool:
    if block.node is None or len(block.text) > LONGEST_LANDMARK or not block.node.is_element_node:
        return False
    links = block.node.css("a")
    if not links or any(not _leads_to_chrome(link) for link in links):
        return False
    return letters(block.text) == letters("".join(text_of(link) for link in links))


def _leads_to_chrome(link: Node) -> bool:
    href = link.attributes.get("href") or ""
    return any(part in href for part in _CHROME_LINK)


def _without_outlet(blocks: list[Block], *, elsewhere: bool) -> list[Block]:
    """Leave out "Source: OUTLET", or just the outlet's name, at the head of the body."""
    for at, block in enumerate(blocks):
        if block.kind in HEADINGS or block.kind in ("figure", "table"):
            continue
        text = block.text
        is_outlet = len(text) <= _LONGEST_OUTLET and text.rstrip(_CLOSING_MARKS)[-1:] not in SENTENCE_END
        if is_outlet and (elsewhere or is_credit(text)):
            return blocks[:at] + blocks[at + 1 :]
        break
    return blocks


_TYPES: dict[str, BlockType] = {"li": "list-item", "quote": "quotation", "figure": "figure", "table": "table"}


def _typed(block: Block) -> Typed:
    kind, text = block.kind, block.text
    marks: tuple[Marker, ...] = ()
    if MARK in text or BACK in text:
        text, markers = unmarked(text)
        marks = tuple(Marker(number, at) for number, at in markers)
    if kind in HEADINGS:
        return Typed("heading", text, int(kind[1]), markers=marks)
    if kind == "figure" and block.node is not None:
        return _figure(block.node, text)
    if kind == "table" and block.node is not None:
        return Typed("table", text, rows=_rows(block.node))
    return Typed(_TYPES.get(kind, "paragraph"), text, markers=marks)


def _figure(node: Node, caption: str) -> Typed:
    image = node.css_first("img")
    alt = (image.attributes.get("alt") or "") if image is not None else ""
    url = (image.attributes.get("src") or "") if image is not None else ""
    return Typed("figure", caption or fold(alt), url=url or None)


def _rows(table: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text_of(cell) for cell in row.css("th, td")) for row in table.css("tr"))


def _mark_pull_quotes(blocks: list[Typed], suspects: list[bool]) -> list[Typed]:
    """Turn quotations whose words stand elsewhere in the body into pull quotes.

    `suspects` says of each block whether, as a paragraph, it may be one too.
    """
    if not any(
        block.type == "quotation" or suspect for block, suspect in zip(blocks, suspects, strict=False)
    ):
        return blocks
    prose = [block.text for block in blocks if block.type in ("paragraph", "list-item")]
    together = "\n".join(prose)
    return [
        Typed("pull-quote", block.text, markers=block.markers)
        if (block.type == "quotation" and _stands_in(block.text, prose, together))
        or (suspects[at] and block.type == "paragraph" and _repeats(block, blocks[:at], prose))
        else block
        for at, block in enumerate(blocks)
    ]


def _repeats(block: Typed, before: list[Typed], prose: list[str]) -> bool:
    """Whether a paragraph of plain text repeats an earlier one, or part of any."""
    if len(block.text.encode()) < _SHORTEST_PULL_QUOTE:
        return False
    # The digits are those of a footnote marker.
    if any(block.text == other.text.rstrip("0123456789") for other in before):
        return True
    longer = [text for text in prose if len(text) > len(block.text) + 10]
    return _stands_in(block.text, longer, "\n".join(longer))


def _stands_in(quote: str, prose: list[str], together: str) -> bool:
    """Whether the words of `quote` stand in one of the texts, whatever the punctuation."""
    bare = quote.strip(_QUOTE_MARKS)
    if not bare:
        return False
    if bare in together:
        return True
    pieces = [piece for piece in _ELLIPSIS.split(quote) if piece.strip()]
    words, samples = list(map(letters, pieces)), _samples(pieces[0].strip(_QUOTE_MARKS))
    return any(_in_order(words, letters(text)) for text in prose if any(sample in text for sample in samples))


def _in_order(words: list[str], text: str) -> bool:
    at = 0
    for piece in words:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _samples(quote: str) -> list[str]:
    """Three stretches of the quote, to find the paragraphs worth comparing letter by letter."""
    words = quote.split()
    if len(words) < 6:
        return [quote] if len(words) > 1 else words
    middle = len(words) // 2
    return [" ".join(words[:3])[1:], " ".join(words[middle : middle + 3]), " ".join(words[-3:])]
