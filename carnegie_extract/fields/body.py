"""The blocks of the article: the lines whose role is a block's."""

from __future__ import annotations

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.record import Block, Link, Marker, Note
from carnegie_extract.base.text import fold
from carnegie_extract.fields.address import reached_by
from carnegie_extract.fields.field import Evidence, Field, Found
from carnegie_extract.lines.captions import picture_of
from carnegie_extract.lines.judgement import BODY
from carnegie_extract.lines.parts import image_of
from carnegie_extract.page.calls import count_up
from carnegie_extract.page.dom import Node, text_of
from carnegie_extract.page.flow import PAUSES, STOPS, Line
from carnegie_extract.page.links import Links
from carnegie_extract.page.marks import STARS
from carnegie_extract.words.vocabulary import is_in_the_media

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from carnegie_extract.lines.judgement import Role

_LONGEST_OUTLET = 60
_CLOSING_MARKS = '»”")'
# Digits behind a word or its punctuation, but no decimal: "ended.1", "in 2010.3", not "2.5" or "CO2".
# It begins with a digit, which is looked for at the speed of C, and then looks at what stands before.
_GLUED = pattern(r"(\d(?<=[^\W\d_A-Z]\d|[.,;:!?”\"’)\]»…]\d)(?<!(?<!\d\d\d)\d[.,:]\d)\d*)(?![\w%])")
_SEVERAL = r"\d{1,3}(?:\s?[,;،–-]\s?\d{1,3})*"
# "[1]", "[1, 2]"; a comma before the next belongs to them.
_BRACKETED = pattern(rf"\s?\[({_SEVERAL})\](?:[,;،](?=\s?\[{_SEVERAL}\]))?|(?<=\S)([{STARS}]{{1,3}})(?!\S)")
_NUMBER = pattern(rf"\d+|[{STARS}]+")
_GLUED_BRACKETED = pattern(r"(?<=\S)\[(\d{1,3})\]")


def judged_blocks(evidence: Evidence) -> Found | None:
    """The lines between the header and the sections after the article that no rule takes out."""
    places = sorted((*evidence.places(*sorted(BODY)), *_captions(evidence)))
    lines = [(at, evidence.flow[at]) for at in places]
    citations = _Citations(evidence)
    blocks = [
        _block(
            line,
            evidence.judged.verdicts[at].role,
            citations.of(line) if line.may_link and line.kind != "figure" else (),
        )
        for at, line in lines
    ]
    while blocks and blocks[-1].type == "heading":
        blocks.pop()
    return Found(tuple(blocks), lines[0][0]) if blocks else None


def _captions(evidence: Evidence) -> Iterable[int]:
    """The captions of pictures in no `figure`, of each the first line: it stands for the two."""
    figures = {image.mem_id for _, line in evidence.lines("figure") if (image := image_of(line)) is not None}
    first: dict[int, int] = {}
    for at, line in evidence.lines("caption"):
        if (image := picture_of(line)) is not None and image.mem_id not in figures:
            first.setdefault(image.mem_id, at)
    return first.values()


BLOCKS = Field("body", (judged_blocks,), empty=())


class _Citations:
    """The hyperlinks of the lines, asked in their order; links into the page itself are none."""

    def __init__(self, evidence: Evidence) -> None:
        self._url, self._base = evidence.url, evidence.head.base
        self._known: dict[int, Links] = {}

    def of(self, line: Line) -> tuple[Link, ...]:
        """Those of a line. Its text is that of its element, or with other texts that of the element around it."""
        for node in (line.node, line.holder):
            if node is None or node.is_text_node:
                continue
            if (found := self._in(node).within(line.plain)) is not None:
                reached = [(link, reached_by(link.href, self._url, self._base)) for link in found]
                return tuple([Link._make((*link[:2], url)) for link, url in reached if url is not None])
        return ()

    def _in(self, node: Node) -> Links:
        if node.mem_id not in self._known:
            self._known[node.mem_id] = Links(node)
        return self._known[node.mem_id]


def _block(line: Line, role: Role, links: tuple[Link, ...]) -> Block:
    text, calls = line.plain, line.calls
    markers = tuple(map(Marker._make, calls)) if calls else ()
    if role == "heading":
        level = int(line.kind[1]) if line.kind[1:].isdigit() else 3
        return Block("heading", text, level, None, None, markers, links)
    if role in ("figure", "caption") and line.node is not None:
        return _figure(image_of(line) if role == "figure" else picture_of(line), text)
    if role == "table" and line.node is not None:
        return Block("table", text, rows=_rows(line.node), links=links)
    # At the speed of C: a paper has hundreds of paragraphs.
    return Block._make((role, text, None, None, None, markers, links))


def _figure(image: Node | None, caption: str) -> Block:
    attributes = image.attributes if image is not None else {}
    return Block("figure", caption or fold(attributes.get("alt") or ""), None, attributes.get("src") or None)


def _rows(table: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text_of(cell) for cell in row.css("th, td")) for row in table.css("tr"))


def without_printed_markers(
    blocks: tuple[Block, ...], notes: tuple[Note, ...], *, plain_text: bool
) -> tuple[Block, ...]:
    """Make markers of those that are text: "[1]", in plain text "ended.1", "towns.34"."""
    if plain_text:
        return _without_glued(blocks, [note.id for note in notes])
    known = _answered(blocks, notes)
    starred = not known.isdisjoint(STARS)
    return tuple(
        [_without_bracketed(each, known) if starred or "[" in each.text else each for each in blocks]
    )


def _answered(blocks: tuple[Block, ...], notes: tuple[Note, ...]) -> set[str]:
    """The numbers that notes answer; of a copy without its notes those that count, each glued to a text."""
    if notes:
        return {_decimal(note.id) for note in notes}
    texts = [block.text for block in blocks if "[" in block.text]
    printed = [int(number) for text in texts for number in _GLUED_BRACKETED.findall(text)]
    return set(map(str, printed)) if len(printed) > 1 and count_up(printed) else set()


def _decimal(number: str) -> str:
    """A number in the digits by which those of all scripts are compared; a star as it is."""
    return str(int(number)) if number.isdecimal() else number


def _without_bracketed(block: Block, known: set[str]) -> Block:
    """A block with the calls "[1]", "[1, 2]" and "*" of known notes as markers; its links move along."""
    found = [
        (match.span(), numbers)
        for match in _BRACKETED.finditer(block.text)
        if known.issuperset(map(_decimal, numbers := _NUMBER.findall(match[0])))
    ]
    if not found:
        return block
    spans = [span for span, _ in found]

    def moved(at: int) -> int:
        return at - sum(min(end, at) - start for start, end in spans if start < at)

    ends = [0, *(place for span in spans for place in span), len(block.text)]
    text = "".join(block.text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))
    return block._replace(
        text=fold(text),
        markers=block.markers
        + tuple([Marker(number, moved(span[0])) for span, numbers in found for number in numbers]),
        links=tuple([Link(moved(each.start), moved(each.end), each.url) for each in block.links]),
    )


def _without_glued(blocks: tuple[Block, ...], numbers: list[str]) -> tuple[Block, ...]:
    """They must be all of them, in order; else the text stays as it is."""
    left = list(reversed(numbers))
    places: list[tuple[int, int, int]] = []
    for place, block in enumerate(blocks):
        for match in _GLUED.finditer(block.text):
            if count := _leading(left, match[1]):
                places.append((place, match.start(1), match.end(1)))
                del left[-count:]
    if left:
        return blocks
    cleared = list(blocks)
    for place, start, end in reversed(places):
        text = cleared[place].text
        cleared[place] = cleared[place]._replace(text=fold(text[:start] + text[end:]))
    return tuple(cleared)


def _leading(left: list[str], digits: str) -> int:
    """How many of the next numbers, of which the last is the next, `digits` spells; 0 when it is something else."""
    spelled = ""
    for count, number in enumerate(reversed(left), 1):
        spelled += number
        if spelled == digits:
            return count
        if len(spelled) > len(digits):
            break
    return 0


def without_outlet(blocks: tuple[Block, ...], kind: str | None, label: str | None) -> tuple[Block, ...]:
    """Leave out the outlet's name at the head of an item that was published elsewhere first."""
    if kind != "legacyinthemedia" and not is_in_the_media(label or ""):
        return blocks
    for at, block in enumerate(blocks):
        if block.type in ("heading", "figure", "table"):
            continue
        bare = block.text.rstrip(_CLOSING_MARKS)
        is_outlet = len(block.text) <= _LONGEST_OUTLET and bare[-1:] not in STOPS + PAUSES
        return blocks[:at] + blocks[at + 1 :] if is_outlet else blocks
    return blocks
