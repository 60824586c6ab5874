"""A page, stage by stage: each line gets one role, and no stage changes the verdict of an earlier one.

notes without a heading -> chrome -> header -> the end of the body and what follows -> what is inserted -> the body

What only pages without a byline need is imported where they need it, as in `pipeline`.
"""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.lines.body import judge_body, judge_closing_bio, trim_end
from carnegie_extract.lines.body_lines import Body
from carnegie_extract.lines.chrome import Removal, find_chrome
from carnegie_extract.lines.header import Header, is_event, read_header
from carnegie_extract.lines.inserts import judge_inserts
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.notes import find_notes, judge_numbered
from carnegie_extract.lines.parts import people_links
from carnegie_extract.lines.people import People
from carnegie_extract.lines.sections import below_authors, end_around, find_end, judge_tail
from carnegie_extract.page.dom import find
from carnegie_extract.page.flow import Flow
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
    judged = find_notes(tree, flow, headline)
    judged |= find_chrome(tree, flow, headline, markup.removals, judged)
    root = _root(page, headline, markup)
    header = read_header(page, headline, root[0] if root else None, judged, bare_byline=markup.bare_byline)
    judged |= {at: verdict for at, verdict in header.verdicts.items() if at not in judged}
    named = People(names_of(page, header))
    start = below_authors(flow, header.end, judged, named)
    judged |= authors_above(flow, headline, start, judged, named)
    spans = _spans(page, markup.runs, start)
    landmark = find_end(flow, start, judged, named, _limit(root, spans, len(flow)))
    people = named if header.byline else _as_printed(named, page, (start, landmark), judged)
    if not people and is_event(header):
        from carnegie_extract.lines.named import closing_speakers

        landmark, names = closing_speakers(flow, start, landmark, judged)
        people = People(names)
    end = trim_end(flow, start, landmark, judged, people)
    judged |= judge_numbered(flow, start, end, judged)
    judged |= judge_tail(flow, (end, len(flow)), judged, people)
    runs = tuple([run for run in spans if run[1] <= end])
    body = Body(page, headline, start, end, people, runs, judged)
    judged |= judge_inserts(body, judged)
    judged |= judge_closing_bio(flow, start, end, judged, people)
    judged |= judge_body(body, judged, _quotations(page, markup.quotations), plain_text=tree is None)
    judged |= dict.fromkeys(
        (at for at in range(start) if at not in judged), Verdict("navigation", "above_the_article")
    )
    return Judged(page, headline, header, people, judged, start, end)


def _as_printed(named: People, page: Page, text: tuple[int, int], judged: Verdicts) -> People:
    """The people of a page without a byline, spelled as the section about them prints them."""
    from carnegie_extract.lines.named import as_printed, names_about

    return People(as_printed(named.names, names_about(page.flow, *text, judged, page.language)))


def authors_above(flow: Flow, headline: int, start: int, judged: Verdicts, people: People) -> Verdicts:
    """The verdicts of what stands about the authors between header and body, below a heading that says so."""
    found: Verdicts = {}
    for at in range(headline + 1, start):
        if at not in judged and at not in found and "about_authors" in flow.words_at(at):
            found |= judge_tail(flow, (at, min(end_around(flow, at), start)), judged, people)
    return found


def names_of(page: Page, header: Header) -> tuple[str, ...]:
    """The authors' names: the byline's, else those that the page's data give."""
    printed = ", ".join(part.says.byline or "" for part in header.byline)
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


def _limit(root: tuple[int, int] | None, runs: tuple[tuple[int, int], ...], otherwise: int) -> int:
    """Where the last element ends that a layout knows to be the body."""
    return max([root[1], *(last for _, last in runs)]) if root else otherwise


def _spans(page: Page, selectors: tuple[str, ...], start: int) -> tuple[tuple[int, int], ...]:
    if page.tree is None:
        return ()
    spans = (page.flow.span(node) for selector in selectors for node in find(page.tree, selector))
    return tuple((first, last) for first, last in spans if start <= first < last)


def _quotations(page: Page, selectors: tuple[str, ...]) -> frozenset[int]:
    if page.tree is None or not selectors:
        return frozenset()
    nodes = {node.mem_id for selector in selectors for node in page.tree.css(selector)}
    if not nodes:
        return frozenset()
    return frozenset(
        at for at, line in enumerate(page.flow) if line.node is not None and line.node.mem_id in nodes
    )
