"""What goes with pictures, tables and charts: captions, titles, sources, keys, numbers set large."""

from __future__ import annotations

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import letters
from carnegie_extract.lines.body_lines import Body, is_numbered
from carnegie_extract.lines.parts import ITALICS, is_set_in
from carnegie_extract.lines.sections import OWN_WORDS
from carnegie_extract.page.dom import Node, ancestors, brief_text, element_before
from carnegie_extract.page.flow import (
    HEADINGS,
    Line,
    ends_sentence,
    is_prose,
)
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.agencies import ends_with_agency, is_agency
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    after_label,
    entries,
    has_early_colon,
    is_credit,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_CAPTION = 300
_NUMBER_SHOWN = pattern(r"[$€£¥]\s?\d[\d.,]*[a-zA-Z]{0,2}|\d[\d.,]*\s?[%×x]|\d{1,3}(?:,\d{3})+")
"""No bare number, which may be an item's or a year, and none in dots, which may be a day."""
_OPENS_NUMBER = frozenset("0123456789$€£¥")
_NO_CAPTION = HEADINGS | {"li", "quote", "figure", "table", "caption"}
_TABLES = tuple(sorted(entries("tables"), key=len, reverse=True))
_LITTLE = 80
"""Letters that may stand beside a caption in the element of its picture."""
_NEAR = 3
"""Elements around a line in which its picture is looked for."""


def caption(body: Body) -> Iterable[int]:
    """The text that goes with a picture or a table: beside it, in an element of its own, or numbered."""
    yield from body.of_kind("caption")
    sure = body.captioned.union([at for at in body.numbered if _is_caption_title(body, at)])
    for at in sure | body.pictured:
        line = body.flow[at]
        if line.kind in _NO_CAPTION or len(line.text) > _LONGEST_CAPTION or line.node is None:
            continue
        if words_of(line.text) & OWN_WORDS:
            continue
        if at in sure or not is_prose(_title_of(line)) or _is_set_as_caption(line):
            yield at


def picture_of(line: Line) -> Node | None:
    """The picture that a caption goes with: in its element, right before that, or in a small one around the two."""
    around = (line.node, *ancestors(line.node, _NEAR)) if line.node is not None else ()
    for each in (node for outer in around for node in (outer, element_before(outer)) if node is not None):
        text = brief_text(each) if each.is_element_node else None
        if (
            text is not None
            and len(letters(text)) <= len(line.letters) + _LITTLE
            and (image := each.css_first("img"))
        ):
            return image
    return None


def _is_set_as_caption(line: Line) -> bool:
    """Whether a sentence beside a picture is set as captions are, or ends with the picture's agency."""
    return is_set_in(line, ITALICS) or ends_with_agency(line.text)


def number_box(body: Body) -> Iterable[int]:
    """A number set large and what it counts, in an element of their own: "61%" over "of wagons wait for a day"."""
    for at, line in body.short:
        if line.text[:1] not in _OPENS_NUMBER or _NUMBER_SHOWN.fullmatch(line.plain) is None:
            continue
        if (
            body.flow.span(line.holder) == (at, at + 2)
            and len(body.flow[at + 1].text) <= LONGEST_LANDMARK
            and not ends_sentence(body.flow[at + 1].text)
        ):
            yield from (at, at + 1)


def _is_caption_title(body: Body, at: int) -> bool:
    """Whether a numbered line is a title; beside a table it may be a short sentence."""
    line = body.flow[at]
    beside = {at - 1, at + 1}.intersection(body.of_kind("table"))
    if not ends_sentence(_title_of(line)):
        return True
    is_short = bool(beside) and len(line.text) <= LONGEST_LANDMARK
    return is_short and (line.kind != "p" or is_numbered(line.plain, _TABLES))


def _title_of(line: Line) -> str:
    """The text of a line up to a source or a note that a break or an element of its own sets apart in it."""
    pieces = line.text.split(BREAK) if BREAK in line.text else [run.text for run in line.runs]
    below = next((n for n, piece in enumerate(pieces) if n and _is_source_or_note(piece.strip())), 0)
    return " ".join(pieces[:below]).strip() or line.text


def table_source(body: Body) -> Iterable[int]:
    """Lines "Source: ..." and "Note: ..." right below a table, a figure, a picture, a caption or a numbered title.

    One that ends with an agency for pictures is a picture's anywhere.
    """
    yield from (at for at in body.worded("source") if is_agency(body.flow[at].plain))
    pictured = [at - 1 for at in body.worded("source", "table_notes") if _is_below_picture(body, at)]
    for above in (*body.of_kind("table", "figure", "caption"), *body.numbered, *pictured):
        at = above + 1
        while at < body.end and _is_source_or_note(body.flow[at].plain):
            yield at
            at += 1


def _is_below_picture(body: Body, at: int) -> bool:
    """Whether a line stands right below an element with a picture."""
    before = element_before(body.flow[at].node)
    return before is not None and before.mem_id in body.pictures


def _is_source_or_note(text: str) -> bool:
    """Whether a text opens with "Source:" or "Note:"."""
    return is_credit(text) or (has_early_colon(text) and after_label("table_notes", text) is not None)
