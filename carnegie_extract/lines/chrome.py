"""Which lines are chrome anywhere on a page: by their words, by the element around them, by a layout.

Class names are a layout's own witness (`Markup.removals`); everything else here works without them.
"""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.lines.grammar import ends_with_date
from carnegie_extract.lines.header_parts import same_list
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import is_linked, letters_beside, links_of
from carnegie_extract.lines.sections import leads_to_topics
from carnegie_extract.page.dom import Node, Tree, ancestors
from carnegie_extract.page.flow import (
    HEADINGS,
    Box,
    Flow,
    Line,
    ends_sentence,
    has_full_stop,
    is_sentence,
)
from carnegie_extract.words.carnegie import names_carnegie
from carnegie_extract.words.names import is_name, is_title, split_names
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, at_colon, heads_comments, is_comments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.lines.judgement import Role
    from carnegie_extract.words.vocabulary import Words

TEASERS = 2
"""A card or box has no more paragraphs."""
_BOX_LINES = 7
_MOST_LINES = 40
"""A card has no more lines."""
_MOST_TAGS = 12
_SHORTEST_BOX = 2
"""Lines of an element that can be nothing but a box: "Subscribe", and a sentence on what comes by mail."""
_MAY_BE_PROSE = ("p", "li", "quote", "text")
_CLOSING: Words = frozenset(("learn_more", "subscribe", "newsletter"))
_MAY_BE_COMMENTS: Words = frozenset(("comments", "type_labels"))
_IN_FOOT: Words = frozenset(("about_authors", "notes", "tags", "disclaimers"))
_OVER_PEOPLE: Words = frozenset(("about_authors", "speakers"))
_QUOTATION_MARKS = frozenset("“„«‘『「《\"'")
"""Those that may open a title."""
_DAY_OF_PIECE = pattern(r"\([^()]{4,30}\)")
_AUTHORS_BESIDE = Verdict("author", "box_in_column")
_LABELLED_TAGS = Verdict("tags", "labelled_tags")
_OF_PERSON = Verdict("author", "article_of_person")
_BOX_ROLES: dict[str, Role] = {
    "article": "card",
    "aside": "box",
    "form": "form",
    "footer": "footer",
    "dialog": "box",
    "hidden": "hidden",
}


class Removal(NamedTuple):
    """Elements that a layout knows to be no part of the article, and what they are."""

    selector: str
    role: Role


def find_chrome(
    tree: Tree | None, flow: Flow, headline: int, removals: tuple[Removal, ...], judged: Verdicts
) -> Verdicts:
    """The lines that are chrome wherever they stand; the first rule that takes a line judges it."""
    found: Verdicts = {}
    block = [at for at, line in enumerate(flow) if is_metadata_line(line)]
    _judge(found, block, Verdict("metadata", "metadata_block"))
    if tree is not None:
        _set_apart(found, flow, headline)
        for removal in removals:
            verdict = Verdict(removal.role, f"removal {removal.selector}")
            for node in tree.all(removal.selector):
                inside = _inside(flow, node, headline)
                _judge(found, _about_authors(flow, inside), _AUTHORS_BESIDE)
                _judge(found, _labelled_tags(flow, inside, headed=removal.role != "footer"), _LABELLED_TAGS)
                _judge(found, inside, verdict)
        cards = [
            at for at, line in enumerate(flow) if len(line.runs) > 1 and at > headline and _is_card(line)
        ]
        _judge(found, cards, Verdict("card", "card_in_link"))
    _signed_comments(found, flow, headline)
    _linked_comments(found, tree, flow, headline)
    _labelled_boxes(found, flow)
    _naming_the_piece(found, flow, headline)
    if tree is not None:
        _closed_boxes(found, flow, headline)
    return {at: verdict for at, verdict in found.items() if at not in judged}


def _about_authors(flow: Flow, inside: range) -> range:
    """The lines of a box about the authors in a column beside the text: of the element that its heading opens."""
    at = next((n for n in inside if "about_authors" in flow.words_at(n)), None)
    holder = flow[at].holder if at is not None else None
    start, end = flow.span(holder) if holder is not None else (0, 0)
    return range(start, end) if start == at and end > start + 1 else range(0)


def _labelled_tags(flow: Flow, inside: range, *, headed: bool) -> range:
    """The article's tags in a column beside it or in a foot below it: links, or a list, behind "Topics:".

    "Regions:" may follow them. `headed`: the label may be a heading without a colon, which over links in a foot is
    a menu's.
    """
    for at in inside:
        start = end = at
        while end < inside.stop and (tags := _count_tags(flow, end, inside.stop, headed=headed)):
            end += tags
        if end > start:
            return range(start, end)
    return range(0)


def _count_tags(flow: Flow, at: int, stop: int, *, headed: bool) -> int:
    """How many lines a label of tags and those behind it are, 0 where none stands at a place."""
    if not _heads_tags(flow, at, headed=headed):
        return 0
    if at_colon(flow[at].plain)[1]:
        return 1
    below = flow[at + 1 : min(at + 2 + _MOST_TAGS, stop)]
    tags = list(takewhile(partial(_goes_on_tags, flow[at + 1]), below)) if below else []
    unlinked = not any(links_of(line) or ends_sentence(line.text) for line in tags)
    taken = 0 < len(tags) <= _MOST_TAGS and (unlinked or all(map(_are_links, tags)))
    return 1 + len(tags) if taken else 0


def _are_links(line: Line) -> bool:
    """Whether links are all the words of a line, whatever stands between them."""
    return bool(links := links_of(line)) and letters_beside(line, links) == 0


def _heads_tags(flow: Flow, at: int, *, headed: bool) -> bool:
    """Whether a line is the label of tags, or a heading over them, and no entry of a menu."""
    words = flow.words_at(at)
    if "tags" not in words or "recent_work" in words or is_linked(flow[at]):
        return False
    labelled = at_colon(flow[at].plain)[0] != flow[at].plain
    return labelled or (headed and flow[at].kind != "li")


def _goes_on_tags(first: Line, line: Line) -> bool:
    """Whether a line may be a tag as the first one is: an item of its list, or else a line of links."""
    if first.kind == "li":
        return line is first or same_list(first, line)
    return line.kind == first.kind and line.kind not in HEADINGS and _are_links(line)


def _judge(found: Verdicts, places: range | list[int], verdict: Verdict) -> None:
    for at in places:
        found.setdefault(at, verdict)


def is_metadata_line(line: Line) -> bool:
    """Whether a line is the page's metadata block."""
    return line.text[:1] == "{" and '"authors"' in line.text


def _set_apart(found: Verdicts, flow: Flow, headline: int) -> None:
    """Buttons, and what stands in an `article`, `aside`, `form` that the headline does not stand in."""
    known: dict[int, Verdict | None] = {}
    last: Box | None = None
    verdict: Verdict | None = None
    button = Verdict("button", "button_element")
    for at, line in enumerate(flow):
        if line.box is not last:
            last = line.box
            verdict = _apart(last, flow, headline, known) if last is not None else None
        if verdict is not None:
            found.setdefault(at, verdict)
        elif line.kind == "button" and "notes" not in flow.words_at(at):
            found.setdefault(at, button)


def _apart(box: Box | None, flow: Flow, headline: int, known: dict[int, Verdict | None]) -> Verdict | None:
    """The verdict of a box, or of the first one around it that sets its contents apart; `known` keeps them."""
    passed: list[int] = []
    verdict: Verdict | None = None
    while box is not None and verdict is None:
        if box.node.mem_id in known:
            verdict = known[box.node.mem_id]
            break
        passed.append(box.node.mem_id)
        if _sets_apart(box, flow, headline):
            verdict = _OF_PERSON if _is_of_person(box, flow, known) else _box_verdict(box, flow)
        box = box.outer
    known.update(dict.fromkeys(passed, verdict))
    return verdict


def _is_of_person(box: Box, flow: Flow, known: dict[int, Verdict | None]) -> bool:
    """Whether an `article` is one of those that stand below "About the Authors", one for each person."""
    start = flow.span(box.node)[0]
    if box.tag != "article":
        return False
    if flow.words_at(start - 1) & _OVER_PEOPLE:
        return True
    above = flow[start - 1].box
    while above is not None and above.outer is not box.outer:
        above = above.outer
    return above is not None and known.get(above.node.mem_id) is _OF_PERSON


def _sets_apart(box: Box, flow: Flow, headline: int) -> bool:
    start, end = flow.span(box.node)
    if start <= headline < end:
        return False
    if box.tag == "footer":
        return not _is_foot_of_article(box.node, flow, headline)
    if box.tag == "article":
        # A card has few paragraphs and no more; the article's own element may hold the text alone.
        return not _is_text(flow, start, end)
    return True


def _is_foot_of_article(footer: Node, flow: Flow, headline: int) -> bool:
    """Whether a footer is the article's own, which holds what follows its text: the authors, tags, the disclaimer.

    In `main` other footers stand, too: the site's with its address or its copyright, those of inserts.
    """
    around = next((node for node in ancestors(footer) if node.tag in ("article", "main")), None)
    start, end = flow.span(around)
    words = [word for at in range(*flow.span(footer)) for word in flow.words_at(at)]
    own = around is not None and around.tag == "article"
    return start <= headline < end and (own or ("ends" not in words and not _IN_FOOT.isdisjoint(words)))


def _box_verdict(box: Box, flow: Flow) -> Verdict:
    """What a box is by its element; an aside that opens as a section after the body does is that section."""
    start, end = flow.span(box.node)
    words = flow.words_at(start) if box.tag == "aside" else frozenset()
    if "notes" in words:
        return Verdict("note", "aside_of_notes")
    if words & _OVER_PEOPLE or _opens_with_person(flow, start, end):
        return Verdict("author", "aside_of_authors")
    if box.tag == "aside" and _are_tags(flow, start, end):
        return Verdict("tags", "aside_of_tags")
    return Verdict(_BOX_ROLES[box.tag], f"{box.tag}_element")


def _are_tags(flow: Flow, start: int, end: int) -> bool:
    """Whether an element holds nothing but links to topics and regions, below their heading perhaps."""
    first = start + (end - start > 1 and "tags" in flow.words_at(start))
    return first < end <= first + _MOST_TAGS and all(map(leads_to_topics, flow[first:end]))


def _opens_with_person(flow: Flow, start: int, end: int) -> bool:
    """Whether an element opens with a name and a title, below a picture perhaps."""
    texts = [line.plain for line in flow[start : min(end, start + 3)] if line.kind != "figure"]
    return len(texts) > 1 and not has_full_stop(texts[1]) and is_title(texts[1]) and is_name(texts[0])


def _is_text(flow: Flow, start: int, end: int) -> bool:
    """Whether an element holds more sentences than a card, or several and no link, or opens with one of several."""
    sentences = [at for at in range(start, min(end, start + _MOST_LINES)) if is_sentence(flow[at].text)]
    if max(len(sentences), flow.paragraphs(start, end)) > 2 * TEASERS:
        return True
    if len(sentences) > TEASERS and not any(map(is_linked, flow[start : min(end, start + _MOST_LINES)])):
        return True
    return len(sentences) > 1 and sentences[0] == start and flow[start].kind in ("p", "text")


def _is_card(line: Line) -> bool:
    """Whether a line of parts is one link, with no words but theirs, one of them a sentence: a teaser."""
    if not any(is_sentence(run.text.strip()) for run in line.runs):
        return False
    if not is_linked(line) or len({href for _, href in links_of(line)}) > 1:
        return False
    return not any(
        run.node.is_text_node and run.node.parent is not None and run.node.parent.tag == "a"
        for run in line.runs
    )


def _signed_comments(found: Verdicts, flow: Flow, headline: int) -> None:
    """Elements below the text that open with "Comments" and say when a reader wrote: "Bo Ray, May 5"."""
    for at, words in flow.landmarks.items():
        if flow[at].kind not in HEADINGS or not words & _MAY_BE_COMMENTS:
            continue
        if at < headline or not flow.paragraphs(headline, at) or not heads_comments(flow[at].text):
            continue
        start, end = flow.span(flow[at].holder)
        below = flow[at + 1 : min(end, at + _MOST_LINES)]
        if start == at and any(ends_with_date(line.plain) for line in below):
            _judge(found, range(at, end), Verdict("comments", "signed_comments"))


def _linked_comments(found: Verdicts, tree: Tree | None, flow: Flow, headline: int) -> None:
    """The element below a text that a link "Comments (3)" beside the text leads to."""
    short = (line for line in flow[headline:] if line.may_link and len(line.text) <= LONGEST_LANDMARK)
    counted = (line for line in short if any(map(str.isdecimal, line.text)))
    links = (link for line in counted for link in links_of(line))
    places = {href[1:] for text, href in links if href[:1] == "#" and is_comments(text)}
    for node in tree.css("[id]") if tree is not None and places else []:
        start = flow.span(node)[0]
        if node.id in places and start > headline and flow.paragraphs(headline, start):
            _judge(found, _inside(flow, node, headline), Verdict("comments", "linked_comments"))


def _labelled_boxes(found: Verdicts, flow: Flow) -> None:
    """Boxes known by their first and last line: "Blog" ... "Learn More", newsletter ... "Subscribe"."""
    box, newsletter = Verdict("box", "info_box"), Verdict("newsletter", "newsletter_box")
    for at, words in flow.landmarks.items():
        if "learn_more" in words:
            lines = range(at - 1, at - _BOX_LINES, -1)
            first = next((n for n in lines if "boxes" in flow.words_at(n)), at)
            _judge(found, range(first, at + 1), box)
        elif "newsletter" in words:
            lines = range(at, at + _BOX_LINES)
            alone = at if not is_sentence(flow[at].text) else at - 1
            last = next((n for n in lines if "subscribe" in flow.words_at(n)), alone)
            _judge(found, range(at, last + 1), newsletter)


def _naming_the_piece(found: Verdicts, flow: Flow, headline: int) -> None:
    """Boxes that say how to cite the piece, with the heading above; lists of the others that it stands among."""
    title = flow[headline].plain
    for at in [at for at, line in enumerate(flow) if title in line.plain and at > headline]:
        if flow[at].kind == "li" and flow[at].plain == title:
            _judge(found, _among_others(flow, at), Verdict("related", "piece_among_others"))
        elif _is_citation(flow[at].plain, title):
            above = flow[at - 1]
            headed = above.kind in HEADINGS and at - 1 > headline
            _judge(found, range(at - headed, at + 1), Verdict("box", "cites_the_piece"))


def _among_others(flow: Flow, at: int) -> range:
    """The list of links that the line at `at` stands in, and what is above it in an element of its own."""
    holder = flow[at].holder
    start, end = flow.span(holder) if holder is not None else (at, at + 1)
    if holder is None or end - start == 1 or not all(map(is_linked, flow[start:at] + flow[at + 1 : end])):
        return range(0)
    first, last = flow.span(holder.parent) if holder.parent is not None else (start, end)
    headed = start - first <= TEASERS and last == end and flow[first].kind in HEADINGS
    return range(first if headed else start, end)


def _is_citation(text: str, title: str) -> bool:
    """Whether a text cites a piece: "Ann Lee, “Harbor Lights,” Carnegie Endowment for International Peace".

    In some styles the title has no quotation marks, but the authors or the day stand before it: "Lee, A. (2019)."
    """
    before, _, behind = text.partition(title)
    quoted = before[-1:] in _QUOTATION_MARKS
    if not (quoted or before.rstrip().endswith(".")) or not names_carnegie(behind):
        return False
    named = _DAY_OF_PIECE.sub("", before).rstrip("".join(_QUOTATION_MARKS)).strip(" ,.:")
    names = split_names(named, (), None)
    if not names and not {",", "."}.intersection(behind[:2]):
        return False  # a sentence about the piece: "“Harbor Lights” is"
    return all(map(is_name, names))


def _closed_boxes(found: Verdicts, flow: Flow, headline: int) -> None:
    """The elements around a "Learn More" or a "Subscribe" that hold no more than a box does."""
    for at, words in flow.landmarks.items():
        if at <= headline or not words & _CLOSING or ("learn_more" in words and flow[at].kind == "p"):
            continue  # a "Learn More" that is a paragraph needs no box around it
        box = outermost(flow, at, headline, first=False)
        if box is not None and _is_box(flow, box, at):
            role: Role = "box" if "learn_more" in words else "newsletter"
            _judge(found, _inside(flow, box, headline), Verdict(role, "closed_box"))


def _is_box(flow: Flow, node: Node, at: int) -> bool:
    """Whether an element is a box: it opens with no paragraph, and what its heading at `at` offers can be had."""
    start, end = flow.span(node)
    if flow[start].kind == "p" and is_sentence(flow[start].text):
        return False
    offers = flow[at].kind in HEADINGS or "newsletter" in flow.words_at(at)
    short = end - start <= _SHORTEST_BOX and not flow.paragraphs(start, end)
    if not offers or short or node.css_first("form, input, button") is not None:
        return True
    return any(
        "subscribe" in flow.words_at(n) for n in range(start, min(end, start + 4 * _BOX_LINES)) if n != at
    )


def _inside(flow: Flow, node: Node, headline: int) -> range:
    start, end = flow.span(node)
    return range(0) if start <= headline < end else range(start, end)


def outermost(flow: Flow, at: int, headline: int, *, first: bool) -> Node | None:
    """The largest element around a line that can be a card: a title and a teaser or two at most.

    A card that has its teaser takes no more prose in. `first`: the line is the card's first.
    """
    top: Node | None = None
    teasers = lines = 0
    for outer in ancestors(flow[at].node):
        start, end = flow.span(outer)
        if start <= headline < end or (first and start < at):
            break
        if flow.paragraphs(start, end) > TEASERS or end - start > _MOST_LINES:
            break
        sentences = sum(line.kind in _MAY_BE_PROSE and ends_sentence(line.text) for line in flow[start:end])
        if (lines or teasers) and sentences > teasers:
            break
        top, teasers = outer, sentences
        lines = lines or sum(flow[n].kind in ("p", "li") for n in range(start, end) if n != at)
    return top
