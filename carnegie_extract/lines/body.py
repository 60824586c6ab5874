"""The body: the article's own lines between header and tail, each with the role of a block."""

from __future__ import annotations

from itertools import islice

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import letters
from carnegie_extract.lines.body_lines import Body
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.people import People
from carnegie_extract.lines.pull_quotes import find_pull_quotes
from carnegie_extract.lines.sections import leads_to_topics
from carnegie_extract.page.dom import Node, ancestors
from carnegie_extract.page.flow import (
    HEADINGS,
    SENTENCE_END,
    Flow,
    Line,
    ends_sentence,
    is_paragraph,
    is_prose,
)
from carnegie_extract.page.marks import CALLED
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, entries, is_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.lines.judgement import Role

_ROLES: dict[str, Role] = {
    "p": "paragraph",
    "pre": "paragraph",
    "li": "list-item",
    "quote": "quotation",
    "figure": "figure",
    "table": "table",
}
for _heading in HEADINGS:
    _ROLES[_heading] = "heading"
_BY_KIND = {kind: Verdict(role, f"{kind}_in_body") for kind, role in _ROLES.items()}
_FIGURES = tuple(sorted(entries("captions"), key=len, reverse=True))
_FIGURE_NUMBER = pattern(r"\s?\d+\s?[.:：]")
_NO_BIO = frozenset(("figure", "table", "button"))


def trim_end(flow: Flow, start: int, end: int, judged: Verdicts, people: People) -> int:
    """Where the body ends without what stands after it under no known heading: names, titles, bios, tags, cards."""
    cut = end
    for at in range(end - 1, start - 1, -1):
        line = flow[at]
        if at in judged or line.kind in _NO_BIO:
            continue
        over_cards = line.kind in HEADINGS and at + 1 < cut and all(n in judged for n in range(at + 1, cut))
        named = line.kind not in ("h3", "h4") and _names_author(line, people)
        if over_cards or named or leads_to_topics(line):
            cut = at
        elif line.kind in HEADINGS or not _may_be_bio(line, people):
            break
    return cut


def _names_author(line: Line, people: People) -> bool:
    """Whether a line is an author's name, alone or before a title."""
    return bool(people.heads(line)) or (not is_paragraph(line.text) and people.is_bio(line))


def _may_be_bio(line: Line, people: People) -> bool:
    text = line.text
    if len(text) <= LONGEST_LANDMARK and text[-1:] not in SENTENCE_END and line.kind not in ("li", "quote"):
        return CALLED.search(text) is None
    return people.is_bio(line)


def judge_closing_bio(flow: Flow, start: int, end: int, judged: Verdicts, people: People) -> Verdicts:
    """The note about the author that closes a text: its last paragraph, all in italics, opens with the name."""
    for at in range(end - 1, start - 1, -1):
        line = flow[at]
        if at in judged or line.kind in HEADINGS:
            continue
        if line.kind == "p" and people.is_bio(line) and (line.node is None or _is_emphasized(line, people)):
            return {at: Verdict("author", "closing_bio")}
        return {}
    return {}


def _is_emphasized(line: Line, people: People) -> bool:
    """Whether most of a line is in italics, or an author's name in it."""
    node = line.node
    if node is None or not node.is_element_node:
        return False
    emphasis = node.css_first("em, i")
    if emphasis is None:
        return False
    text = emphasis.text().strip()
    return len(text) * 2 > len(line.text) or people.named(text) is not None


def judge_body(body: Body, judged: Verdicts, quotations: frozenset[int], *, plain_text: bool) -> Verdicts:
    """The verdicts of all lines of the body that are not judged yet: blocks, and what reads like none."""
    found: Verdicts = {}
    for at, line in body.lines():
        if at not in judged:
            found[at] = _judge(body, at, line, quotations, plain_text=plain_text)
    prose = [at for at, verdict in found.items() if verdict.role in ("paragraph", "list-item", "quotation")]
    quoted = {at for at in prose if found[at].role == "quotation"}
    for at in find_pull_quotes(body.flow, prose, quoted, body.quoted, plain_text=plain_text):
        found[at] = Verdict("pull-quote", "repeats_the_text")
    return found


def _judge(body: Body, at: int, line: Line, quotations: frozenset[int], *, plain_text: bool) -> Verdict:
    if at in quotations:
        return Verdict("quotation", "quotation_of_layout")
    if plain_text and line.kind == "p":
        return _plain(line)
    if line.kind == "figure" and not line.text and (line.node is None or line.node.css_first("img") is None):
        return Verdict("navigation", "empty_figure")
    if _is_bold_heading(body, at, line):
        return Verdict("heading", "bold_line_over_text")
    return _BY_KIND.get(line.kind) or _loose(body, at, line)


def _is_bold_heading(body: Body, at: int, line: Line) -> bool:
    """Whether a line is a heading that its editor made bold: all of it is, and it ends no sentence.

    It stands over text; nobody is named by it alone, as who speaks next in an interview is.
    """
    if line.kind not in ("p", "text") or len(line.text) > LONGEST_LANDMARK or line.node is None:
        return False
    if at + 1 >= body.end or line.text[-1:] in _NO_HEADING_END or body.people.named(line.plain):
        return False
    return all(map(_is_bold, (run.node for run in line.runs))) if line.runs else _holds_bold(line)


_NO_HEADING_END = frozenset(".!?…:;。！？：；؟।,،，")
_BOLD_TAGS = ("b", "strong")
_NEAR = 3


def _is_bold(node: Node) -> bool:
    return any(outer.tag in _BOLD_TAGS for outer in (node, *islice(ancestors(node), _NEAR)))


def _holds_bold(line: Line) -> bool:
    """Whether what is bold in the element of a line is its text, or holds its text."""
    node = line.node
    if node is None or not node.is_element_node or line.kind == "text":
        return node is not None and _is_bold(node)
    bold = [letters(part.text()) for part in node.css("b, strong")]
    return line.letters in ("".join(bold), *bold)


def _plain(line: Line) -> Verdict:
    """In plain text a heading is a short line that ends no sentence, a figure one that is numbered."""
    bare = line.text[:40].casefold()
    word = next((word for word in _FIGURES if bare.startswith(word)), None)
    if word is not None and _FIGURE_NUMBER.match(line.text[len(word) :]):
        return Verdict("figure", "numbered_caption")
    if len(line.text) <= LONGEST_LANDMARK and not _ends(line.text):
        return Verdict("heading", "short_open_line")
    return Verdict("paragraph", "p_in_body")


def _ends(text: str) -> bool:
    """Whether a line ends with punctuation, be it before the digits of a footnote call."""
    bare = text.rstrip("0123456789")
    return bool(bare) and bare[-1] in SENTENCE_END


def _loose(body: Body, at: int, line: Line) -> Verdict:
    """Text in no element of rich text: a paragraph where it reads like one, else a label."""
    if ends_sentence(line.text) and (
        len(line.text) > LONGEST_LANDMARK // 2 or _is_among_items(body, at, line)
    ):
        return Verdict("paragraph", "loose_sentence")
    if _is_in_prose(body, line) and (
        is_prose(line.text) or ends_sentence(line.text) or _opens_list(body, at, line)
    ):
        return Verdict("paragraph", "loose_text_among_paragraphs")
    return Verdict("unread" if is_prose(line.text) else "navigation", "loose_label")


def _is_among_items(body: Body, at: int, line: Line) -> bool:
    """Whether a line stands in the list of the item above it, but in no item."""
    above = body.flow[at - 1]
    if at <= body.start or above.kind != "li" or above.holder is None or line.holder is None:
        return False
    return above.holder.mem_id == line.holder.mem_id


def _is_in_prose(body: Body, line: Line) -> bool:
    """Whether a line's element, or the one around it, holds several paragraphs."""
    holder = line.holder
    for _ in range(2):
        if holder is not None and holder.mem_id in body.holders:
            return True
        holder = holder.parent if holder is not None else None
    return False


def _opens_list(body: Body, at: int, line: Line) -> bool:
    if at + 1 >= body.end or body.flow[at + 1].kind != "li":
        return False
    return not is_word("buttons", line.text) and not body.people.named(line.plain)
