"""A page, stage by stage: each line gets one role, and no stage changes what an earlier one said.

chrome -> header -> the end of the body and what follows -> what is inserted -> the body
"""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.lines.body import judge_body, judge_closing_bio, trim_end
from carnegie_extract.lines.body_lines import Body
from carnegie_extract.lines.chrome import Removal, find_chrome
from carnegie_extract.lines.header import Header, read_header
from carnegie_extract.lines.inserts import judge_inserts
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.named import as_printed, names_about
from carnegie_extract.lines.notes import find_notes, judge_identified
from carnegie_extract.lines.parts import people_links
from carnegie_extract.lines.people import People
from carnegie_extract.lines.sections import find_end, judge_tail
from carnegie_extract.page.dom import Node, Tree, stand_in
from carnegie_extract.page.page import Page
from carnegie_extract.words.names import is_name, split_names


class Markup(NamedTuple):
    """What a layout knows of its class names and ids: witnesses beside what a page says, never instead of it."""

    body: tuple[str, ...] = ()
    """Elements that hold the whole body and nothing above it."""
    runs: tuple[str, ...] = ()
    """Elements that hold the article's own prose, of which a body has one or several."""
    removals: tuple[Removal, ...] = ()
    quotations: tuple[str, ...] = ()
    """Paragraphs that are block quotations."""
    bare_byline: bool = False
    """Whether names may stand under the headline without label and link."""


class Judged(NamedTuple):
    """A page whose lines are judged."""

    page: Page
    headline: int
    header: Header
    people: People
    verdicts: Verdicts
    start: int
    end: int
    """The body's place."""


def judge(page: Page, headline: int, markup: Markup) -> Judged:
    """Give each line of a page its role."""
    flow, tree = page.flow, page.tree
    chrome = find_chrome(tree, flow, headline, markup.removals)
    chrome |= judge_identified(tree, flow, headline, chrome)
    root = _root(page, headline, markup)
    header = read_header(page, headline, root[0] if root else None, chrome, bare_byline=markup.bare_byline)
    judged = chrome | {at: verdict for at, verdict in header.verdicts.items() if at not in chrome}
    people = People(names_of(page, header))
    start = header.end
    end = find_end(flow, start, judged, people)
    if not header.byline:
        people = People(as_printed(people.names, names_about(flow, start, end, judged, page.language)))
    end = trim_end(flow, start, end, judged, people)
    for at in find_notes(flow, start, end, judged):
        judged[at] = Verdict("note", "numbered_below_the_text")
    judged |= judge_closing_bio(flow, start, end, judged, people)
    judged |= judge_tail(flow, end, judged, people)
    runs = _spans(page, markup.runs, start, end)
    limit = max([root[1], *(last for _, last in runs)]) if root else end
    body = Body(tree, flow, headline, start, end, people, runs, limit)
    judged |= judge_inserts(body, judged)
    quotations = _quotations(page, markup.quotations)
    judged |= judge_body(body, judged, quotations, plain_text=tree is None)
    above = Verdict("navigation", "above_the_article")
    for at in range(start):
        judged.setdefault(at, above)
    return Judged(page, headline, header, people, judged, start, end)


def names_of(page: Page, header: Header) -> tuple[str, ...]:
    """The authors' names: the byline's, else those that the page's data give."""
    printed = ", ".join(part.reading.byline or "" for part in header.byline if part.reading is not None)
    if not printed:
        return page.known_authors
    linked = [text for part in header.byline for text in people_links(part.line)]
    if not linked:
        return split_names(printed, page.known_authors, page.language)
    names = split_names(printed, linked, page.language)
    return names if all(map(is_name, names)) else tuple(linked)


def _root(page: Page, headline: int, markup: Markup) -> tuple[int, int] | None:
    """The place of the element that a selector of the layout names, if it can be the body."""
    if page.tree is None:
        return None
    for selector in markup.body:
        for root in page.tree.css(selector):
            start, end = page.flow.span(root)
            if headline < start <= end:
                return start, end
    return None


def _spans(page: Page, selectors: tuple[str, ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    if page.tree is None:
        return ()
    spans = (page.flow.span(node) for selector in selectors for node in _found(page.tree, selector))
    return tuple((first, last) for first, last in spans if start <= first < last <= end)


def _found(tree: Tree, selector: str) -> list[Node]:
    """What a selector finds, "A B" in the outermost A: the parser's library climbs from each B anew."""
    outer, _, inner = selector.rpartition(" ")
    if not outer:
        return tree.css(inner)
    scopes = tree.css(outer)
    around = stand_in(scopes)
    outermost = (scope for scope in scopes if scope.mem_id not in around)
    return [node for scope in outermost for node in scope.css(inner) if node.mem_id != scope.mem_id]


def _quotations(page: Page, selectors: tuple[str, ...]) -> frozenset[int]:
    if page.tree is None or not selectors:
        return frozenset()
    nodes = {node.mem_id for selector in selectors for node in page.tree.css(selector)}
    if not nodes:
        return frozenset()
    return frozenset(
        at for at, line in enumerate(page.flow) if line.node is not None and line.node.mem_id in nodes
    )
