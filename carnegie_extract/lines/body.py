"""The body: the article's own lines between header and tail, each with the role of a block."""

from __future__ import annotations

from carnegie_extract.base.text import letters
from carnegie_extract.lines.body_lines import Body, is_numbered
from carnegie_extract.lines.closing import closing_verdict
from carnegie_extract.lines.judgement import Verdict, Verdicts, upwards
from carnegie_extract.lines.parts import ITALICS, image_of, is_set_in, is_whole_name, opens_with_link
from carnegie_extract.lines.people import People, introduces_somebody
from carnegie_extract.lines.pull_quotes import find_pull_quotes
from carnegie_extract.lines.sections import OWN_WORDS, leads_to_topics
from carnegie_extract.page.dom import Node, text_of
from carnegie_extract.page.flow import (
    COMMAS,
    HEADINGS,
    PAUSES,
    SENTENCE_END,
    STOPS,
    Flow,
    Line,
    ends_sentence,
    is_paragraph,
    is_prose,
)
from carnegie_extract.page.marks import BACK, CALLED
from carnegie_extract.words.names import is_title
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, entries, is_word, words_of

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
_OPENS_NOTE = ("[", "(", BACK)


def trim_end(flow: Flow, start: int, end: int, judged: Verdicts, people: People) -> int:
    """Where the body ends without what stands after it under no known heading: names, titles, bios, tags, cards."""
    cut, place = end, _place_of_prose(flow, start, end, judged)
    below = flow.spans[place.mem_id][1] if place is not None else end
    for at in upwards(start, end, judged):
        line = flow[at]
        over_others = line.kind in HEADINGS and (at + 1 < cut or below <= at < end - 1)
        over_cards = over_others and all(n in judged for n in range(at + 1, cut))
        over_none = at + 1 == cut or (at + 1 < end and is_title(flow[at + 1].plain))
        named = (over_none or line.kind not in ("h3", "h4")) and _names_author(line, people)
        if over_cards or named or leads_to_topics(line) or (at >= below and _is_beside(line, place)):
            cut = at
        elif line.kind in HEADINGS or not _may_be_bio(line, people):
            break
    return cut


def _place_of_prose(flow: Flow, start: int, end: int, judged: Verdicts) -> Node | None:
    """The element in which the last paragraph stands beside others; one alone in its cell of a table is another's."""
    for at in upwards(start, end, judged):
        if flow[at].kind != "p" or not is_prose(flow[at].text):
            continue
        holder = flow[at].holder
        if at == end - 1 and (holder is None or holder.tag != "td"):
            return None  # nothing follows
        while holder is not None and holder.tag != "td" and flow.paragraphs(*flow.span(holder)) < 2:
            holder = holder.parent
        if holder is None or flow.paragraphs(*flow.span(holder)) > 1:
            return holder
    return None


def _is_beside(line: Line, place: Node | None) -> bool:
    """Whether a line below the element of the prose does not belong to it: in another cell, a label, a link."""
    if place is not None and place.tag == "td":
        return line.text[:1] not in _OPENS_NOTE and not line.text[:1].isdecimal()
    label = line.kind in ("p", "text") and len(line.text) <= LONGEST_LANDMARK and not ends_sentence(line.text)
    return label or opens_with_link(line)


def _names_author(line: Line, people: People) -> bool:
    """Whether a line is an author's name, alone or before a title."""
    return bool(people.heads(line)) or (not is_paragraph(line.text) and people.is_bio(line))


def _may_be_bio(line: Line, people: People) -> bool:
    text = line.text
    if len(text) <= LONGEST_LANDMARK and text[-1:] not in SENTENCE_END and line.kind not in ("li", "quote"):
        return CALLED.search(text) is None
    return people.is_bio(line)


def judge_closing_bio(flow: Flow, start: int, end: int, judged: Verdicts, people: People) -> Verdicts:
    """The notes about the authors that close a text, in italics or as one introduces somebody.

    What else closes it may follow them: a mark, a correction, a credit in italics.
    """
    found: Verdicts = {}
    for at in upwards(start, end, judged):
        line = flow[at]
        if _is_closing_bio(line, people):
            found[at] = Verdict("author", "closing_bio")
        elif line.kind in ("p", "li", "quote") and not _closes_text(line):
            return found
    return {}


def _is_closing_bio(line: Line, people: People) -> bool:
    """Whether a paragraph is about an author: it opens with the name, in italics or before a verb: "Ann Lee is".

    Where no author is known, it is one in italics that says what office somebody holds.
    """
    if line.kind not in ("p", "text"):
        return False
    if is_word("bios", line.text) and "thanks" not in words_of(line.text):
        return True
    if not people:
        return _is_emphasized(line) and introduces_somebody(line.plain)
    if not people.is_bio(line):
        return False
    return line.node is None or _is_emphasized(line) or people.introduces(line.plain)


def _closes_text(line: Line) -> bool:
    """Whether a paragraph is one of those behind a text: without words, in italics, an acknowledgment, a correction."""
    if not line.letters or _is_emphasized(line) or closing_verdict(line) is not None:
        return True
    return bool(words_of(line.text) & (OWN_WORDS | {"notices"}))


def _is_emphasized(line: Line) -> bool:
    """Whether most of a line is in italics."""
    if is_set_in(line, ITALICS):
        return True
    node = line.node
    emphasis = node.css_first("em, i") if node is not None and node.is_element_node else None
    return emphasis is not None and len(emphasis.text().strip()) * 2 > len(line.text)


def judge_body(body: Body, judged: Verdicts, quotations: frozenset[int], *, plain_text: bool) -> Verdicts:
    """The verdicts of all lines of the body that are not judged yet: blocks, and what reads like none."""
    found: Verdicts = {}
    for at, line in body.lines():
        if at not in judged:
            found[at] = _judge(body, at, line, quotations, plain_text=plain_text)
    prose = [at for at, verdict in found.items() if verdict.role in ("paragraph", "list-item", "quotation")]
    quoted = {at for at in prose if found[at].role == "quotation"}
    for at in find_pull_quotes(body.flow, prose, quoted, body.quoted, body.pulled, plain_text=plain_text):
        found[at] = Verdict("pull-quote", "repeats_the_text")
    questions = [at for at in prose if body.flow[at].text[-1:] in _ASKS and _is_bold_line(body, at, _BOLD)]
    if len(questions) == 1:  # several are an interviewer's
        found[questions[0]] = Verdict("heading", "bold_line_over_text")
    return found


def _judge(body: Body, at: int, line: Line, quotations: frozenset[int], *, plain_text: bool) -> Verdict:
    if at in quotations:
        return Verdict("quotation", "quotation_of_layout")
    if plain_text and line.kind == "p" and at not in body.closing:
        return _plain(line)
    if line.kind == "figure" and not line.text and image_of(line) is None:
        return Verdict("navigation", "empty_figure")
    if line.kind == "p" and len(line.text) > LONGEST_LANDMARK:
        return _BY_KIND["p"]
    if line.plain[-1:] not in _NO_HEADING_END:
        if _is_bold_line(body, at, _LOUD):
            return Verdict("heading", "bold_line_over_text")
        if _names_who_answers(body, at, line):
            return Verdict("heading", "name_over_answer")
    return _BY_KIND.get(line.kind) or _loose(body, at, line)


def _is_bold_line(body: Body, at: int, tags: tuple[str, ...]) -> bool:
    """Whether a line can be a heading that its editor made bold or large: all of it is, and it stands over text.

    Nobody is named by it alone, as who speaks next in an interview is.
    """
    line = body.flow[at]
    if line.kind not in ("p", "text") or len(line.text) > LONGEST_LANDMARK or line.node is None:
        return False
    if at + 1 >= body.end or body.people.named(line.plain):
        return False
    return is_set_in(line, tags)


def _names_who_answers(body: Body, at: int, line: Line) -> bool:
    """Whether a line is a bold name and, in italics, who that is: over an answer to a question of the week."""
    node = line.node
    if line.kind != "p" or node is None or not node.is_element_node:
        return False
    first = node.first_child
    if first is None or (first.is_text_node and not (first.text_content or "").isspace()):
        return False  # it opens with plain text, as most short paragraphs
    bold, italic = node.css_first("b, strong"), node.css_first("em, i")
    if bold is None or italic is None:
        return False
    name, title = text_of(bold), text_of(italic)
    whole = line.letters == letters(name + title) and at + 1 < body.end
    return whole and is_whole_name(name) and _may_be_title(title)


def _may_be_title(text: str) -> bool:
    """Whether a text says who somebody is: it has a word of titles, or begins as a phrase of its own; no sentence."""
    return (is_title(text) or text[:1].isupper()) and not ends_sentence(text)


_NO_HEADING_END = frozenset((*STOPS, *PAUSES, *COMMAS))
_ASKS = frozenset("?？؟")
_BOLD = ("b", "strong")
_LOUD = (*_BOLD, "u", "font")


def _plain(line: Line) -> Verdict:
    """In plain text a heading is a short line that ends no sentence, a figure one that is numbered."""
    if is_numbered(line.text, _FIGURES) and not is_paragraph(line.text):
        return Verdict("figure", "numbered_caption")
    if len(line.text) <= LONGEST_LANDMARK and not ends_sentence(line.text):
        return Verdict("heading", "short_open_line")
    return Verdict("paragraph", "p_in_body")


def _loose(body: Body, at: int, line: Line) -> Verdict:
    """Text in no element of rich text: a paragraph where it reads like one, else a label."""
    if line.holder is not None and line.holder.attributes.get("role") == "heading":
        return Verdict("heading", "role_of_heading")
    if ends_sentence(line.text) and (
        len(line.text) > LONGEST_LANDMARK // 2 or _is_among_items(body, at, line)
    ):
        return Verdict("paragraph", "loose_sentence")
    if _is_in_prose(body, at, line) and (
        is_prose(line.text) or ends_sentence(line.text) or line.text.endswith(COMMAS) or _opens_list(body, at)
    ):
        return Verdict("paragraph", "loose_text_among_paragraphs")
    return Verdict("unread" if is_prose(line.text) else "navigation", "loose_label")


def _is_among_items(body: Body, at: int, line: Line) -> bool:
    """Whether a line stands in the list of the item above it, but in no item."""
    above = body.flow[at - 1]
    return at > body.start and above.kind == "li" and above.is_beside(line)


def _is_in_prose(body: Body, at: int, line: Line) -> bool:
    """Whether a line's element, or the one around it, is known to hold the prose, or holds several paragraphs."""
    if body.is_in_run(at):
        return True
    holder = line.holder
    for _ in range(2):
        if holder is not None and holder.mem_id in body.texts:
            return True
        holder = holder.parent if holder is not None else None
    return False


def _opens_list(body: Body, at: int) -> bool:
    return at + 1 < body.end and body.flow[at + 1].kind in ("li", "quote")
