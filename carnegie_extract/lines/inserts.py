"""What is inserted between the paragraphs of a body, each kind by a named rule; the first that takes a line judges it.

A rule sees the whole body (`Body`) and gives the places that it takes.
"""

from __future__ import annotations

from itertools import islice

from carnegie_extract.base.quick import pattern
from carnegie_extract.lines.chrome import outermost
from carnegie_extract.lines.grammar import is_reading_time
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import is_linked, links_of, people_links
from carnegie_extract.lines.people import People
from carnegie_extract.page.dom import Node, Tree, ancestors
from carnegie_extract.page.flow import HEADINGS, Flow, Line, ends_sentence, is_prose
from carnegie_extract.page.marks import BACK
from carnegie_extract.words.agencies import ends_with_agency
from carnegie_extract.words.names import are_names
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    entries,
    glued_label,
    is_credit,
    is_top_link,
    is_type_label,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carnegie_extract.lines.judgement import Role
    from carnegie_extract.words.vocabulary import Word

_SHORT = 120
"""Characters; a sentence that is longer is a paragraph unless a picture or its element says otherwise."""
_LONGEST_DIVIDER = 20
_LONGEST_SIGNAL = 200
_SHORTEST = 40
"""Characters of a paragraph below the element that holds the body: an address of a footer has fewer."""
_LONGEST_NAME = 80
_LONGEST_CAPTION = 300
_CHROME_LINKS = (
    "/topics/",
    "/regions/",
    "/topic/",
    "/region/",
    "/people/",
    "/programs/",
    "/issue/",
    "/tags/",
)
_CAPTION_CLASS = pattern(
    r"(?:^|[\s_-])(?:wp-)?(?:img|image|photo|picture)?-?captions?(?:$|[\s_-])|figcaption", 2
)
_TWEET_CLASS = pattern(r"(?:^|\s)(?:twitter-|instagram-|bluesky-|tiktok-)", 2)
_NEAR = 3
"""Elements around a line in which a quotation is looked for."""
_TWEET_END = pattern(r"[—–-]\s?[^@]{1,60}\(@\w{1,30}\)")
_NUMBER = pattern(r"\s?\d{1,3}(?:\.\d{1,2})?\s?(?:[.:：—–-]|$|\s)")


class Body:
    """The lines between header and tail, and what is known of them as a whole."""

    def __init__(
        self,
        tree: Tree | None,
        flow: Flow,
        headline: int,
        start: int,
        end: int,
        people: People,
        runs: tuple[tuple[int, int], ...],
        limit: int,
    ) -> None:
        self.flow = flow
        self.headline = headline
        self.start = start
        self.end = end
        self.people = people
        self.runs = runs
        """Spans of the elements that a layout knows to hold the article's own prose."""
        self.limit = limit
        """Where the last element ends that a layout knows to be the body."""
        self.holders = _holders(flow, start, end)
        """The `mem_id` of elements that hold several paragraphs: where loose text is a paragraph, too."""

        self.pictures = _around(tree, "img", 2) - self.holders
        """The elements around pictures; `captions`: those with a caption's class."""
        self.captions = _around(tree, '[class*="caption" i]', 0)
        self.quoted = _around(tree, '[class*="quote" i]', 0)
        """Those with a quotation's class."""
        self.signals = self._signals()
        """The lines, with their places, that may be more than a paragraph of some length."""

    def _signals(self) -> list[tuple[int, Line]]:
        landmarks, special = self.flow.landmarks, self.pictures | self.captions
        return [
            (at, line)
            for at in range(self.start, self.end)
            if len((line := self.flow[at]).text) <= _SHORT
            or line.kind != "p"
            or not ends_sentence(line.text)
            or at in landmarks
            or _stands_in(line, special)
        ]

    def lines(self) -> Iterable[tuple[int, Line]]:
        """All lines with their places."""
        return ((at, self.flow[at]) for at in range(self.start, self.end))

    def in_run(self, at: int) -> bool:
        """Whether a line stands in an element that holds the article's own prose."""
        return any(start <= at < end for start, end in self.runs)


def _stands_in(line: Line, elements: frozenset[int]) -> bool:
    """Whether a line's element or the one around it is one of `elements`."""
    if not elements or line.node is None:
        return False
    return line.node.mem_id in elements or (line.holder is not None and line.holder.mem_id in elements)


def _holders(flow: Flow, start: int, end: int) -> frozenset[int]:
    counts: dict[int, int] = {}
    for at in range(start, end):
        line = flow[at]
        if line.kind == "p" and line.holder is not None and is_prose(line.text):
            counts[line.holder.mem_id] = counts.get(line.holder.mem_id, 0) + 1
    return frozenset(holder for holder, count in counts.items() if count > 1)


def _around(tree: Tree | None, selector: str, outward: int) -> frozenset[int]:
    """The elements that a selector finds and `outward` ones around each, by `mem_id`."""
    found: set[int] = set()
    for node in tree.css(selector) if tree is not None else ():
        outer: Node | None = node
        for _ in range(outward + 1):
            if outer is None:
                break
            found.add(outer.mem_id)
            outer = outer.parent
    return frozenset(found)


def judge_inserts(body: Body, judged: Verdicts) -> Verdicts:
    """The verdicts of inserted lines that are not judged yet."""
    found: Verdicts = {}
    for rule, role in RULES:
        verdict = Verdict(role, rule.__name__)
        for at in rule(body):
            if at not in judged and at not in found:
                found[at] = verdict
    return found


def author_box(body: Body) -> Iterable[int]:
    """A name and, below it, a bio that begins with the name: a box about an author."""
    for at in range(body.start, body.end - 1):
        line = body.flow[at]
        may_be_name = len(line.text) < _LONGEST_NAME and line.node is not None
        if may_be_name and body.people.named(line.plain) and body.people.is_bio(body.flow[at + 1]):
            yield from (at, at + 1)


def card(body: Body) -> Iterable[int]:
    """An element that begins with a type label, a linked title or "Related ...", and holds a teaser or two."""
    flow = body.flow
    if flow[body.headline].node is None:
        yield from _text_cards(body)
        return
    places: set[int] = set()
    signature = _run_signature(body)
    for at, line in body.signals:
        if at in places or (line.kind == "p" and at not in flow.landmarks and not _starts_element(flow, at)):
            continue
        if _opens_card(line):
            box = outermost(flow, at, body.headline, first=True)
            if box is not None and (signature is None or _signature(box) != signature):
                places.update(range(*flow.span(box)))
    inside = sum(flow.paragraphs(at, at + 1) for at in places)
    if not inside or inside < flow.paragraphs(body.start, body.end):  # no card is all that there is
        yield from sorted(places)


def _starts_element(flow: Flow, at: int) -> bool:
    holder = flow[at].holder
    return holder is not None and flow.span(holder)[0] == at


def _opens_card(line: Line) -> bool:
    text = line.text
    if line.node is None or len(text) > _LONGEST_SIGNAL:
        return False
    if is_loose(line):
        first = line.runs[0].text.strip() if line.runs else text
        return is_type_label(first) or (is_linked(line) and not _leads_within(line))
    if line.kind == "p":
        return is_type_label(text) or "recent_work" in words_of(text)
    if line.kind in HEADINGS:
        return "recent_work" in words_of(text) or (is_linked(line) and not _leads_within(line))
    return False


def is_loose(line: Line) -> bool:
    """Whether a line stands in no element of rich text: a label, a card's title, a tag."""
    if line.kind in ("li", "quote"):
        return line.node is not None and line.node.tag not in ("li", "p", "blockquote")
    return line.kind == "text"


def _leads_within(line: Line) -> bool:
    return all(href.startswith("#") for _, href in links_of(line))


def _run_signature(body: Body) -> tuple[str, str] | None:
    """Tag and class of the elements that hold most of the prose; None where no class tells them."""
    counts: dict[tuple[str, str], int] = {}
    for _, line in body.lines():
        if line.kind == "p" and line.node is not None and (outer := line.node.parent) is not None:
            signature = _signature(outer)
            counts[signature] = counts.get(signature, 0) + 1
    most = max(counts, key=lambda each: counts[each], default=("", ""))
    return most if most[1] else None


def _signature(node: Node) -> tuple[str, str]:
    return node.tag or "", node.attributes.get("class") or ""


def _text_cards(body: Body) -> Iterable[int]:
    """Cards in plain text: a type label, the title and what stands with it up to the names of its authors."""
    flow, end = body.flow, body.end
    at = body.start
    while at < end:
        if not ("type_labels" in flow.landmarks.get(at, ()) or glued_label(flow[at].text)):
            at += 1
            continue
        after = next((n for n in range(at, end) if flow[n].item != flow[at].item), end)
        names = next((n for n in range(after, min(after + 2, end)) if are_names(flow[n].text)), None)
        while names is not None and names < end and are_names(flow[names].text):
            after = names = names + 1
        yield from range(at, after)
        at = max(after, at + 1)


def related_list(body: Body) -> Iterable[int]:
    """A label such as "Related Content" and the links below it, in no element of their own."""
    flow, at = body.flow, body.start
    while at < body.end:
        after = at + 1
        if "recent_work" in flow.landmarks.get(at, ()) and flow[at].kind != "li":
            while after < body.end and is_linked(flow[after]) and not _leads_within(flow[after]):
                after += 1
            if after > at + 1:
                yield from range(at, after)
        at = after


def contents(body: Body) -> Iterable[int]:
    """A list of links into the page, with its heading; links to the top."""
    flow, at = body.flow, body.start
    while at < body.end:
        after = at
        while after < body.end and _is_jump(flow[after]):
            after += 1
        headed = at > body.start and "contents" in flow.landmarks.get(at - 1, ())
        if after - at > 1 or (after > at and (headed or is_top_link(flow[at].plain))):
            yield from range(at - headed, after)
        at = max(after, at + 1)


def _is_jump(line: Line) -> bool:
    if not line.may_link or line.kind in HEADINGS or len(line.text) > _LONGEST_SIGNAL or not is_linked(line):
        return False
    links = links_of(line)
    return bool(links) and all(href.startswith("#") for _, href in links)


def player(body: Body) -> Iterable[int]:
    """Lines of audio and video players, and the duration beside them."""
    flow = body.flow
    for at, line in body.signals:
        if len(line.text) > LONGEST_LANDMARK:
            continue
        if "players" in flow.landmarks.get(at, ()) or (line.kind != "li" and is_reading_time(line.plain)):
            yield at


def pdf_button(body: Body) -> Iterable[int]:
    """A line that is one link to a PDF: the button of a paper."""
    for at, line in body.signals:
        if line.kind not in HEADINGS and len(line.text) <= LONGEST_LANDMARK and not ends_sentence(line.text):
            links = links_of(line) if line.kind != "li" and is_linked(line) else []
            if links and ".pdf" in links[0][1].lower():
                yield at
        elif line.text.endswith("(PDF)") and line.kind != "li" and is_linked(line):
            yield at


def pdf_heading(body: Body) -> Iterable[int]:
    """The heading over such buttons: "Additional Links"."""
    buttons = set(pdf_button(body))
    for at, line in body.signals:
        if at + 1 in buttons and line.kind in HEADINGS:
            yield at


def caption(body: Body) -> Iterable[int]:
    """The text that goes with a picture or a table: beside it, in an element of its own, or numbered."""
    for at, line in body.signals:
        if line.kind == "caption" or (len(line.text) <= _LONGEST_CAPTION and _is_caption(body, at, line)):
            yield at


def _is_caption(body: Body, at: int, line: Line) -> bool:
    if line.kind in HEADINGS or line.kind in ("li", "quote", "figure", "table"):
        return False
    if line.node is None:
        return False
    if not ends_sentence(line.text) and _is_numbered(line.plain, _NUMBERED_TITLES):
        return True
    if _is_numbered(line.plain, _TABLES) and _stands_by_table(body, at):
        return True
    if _stands_in(line, body.captions) and _has_caption_class(line):
        return True
    return _stands_in(line, body.pictures) and (_holds_picture(line) or _stands_by_picture(body, line))


_NUMBERED_TITLES = tuple(sorted(entries("captions") | entries("tables"), key=len, reverse=True))
_TABLES = tuple(sorted(entries("tables"), key=len, reverse=True))


def _is_numbered(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text opens with a word and a number, as "Figure 2" does."""
    bare = text[:40].casefold()
    if not bare.startswith(words):
        return False
    word = next(word for word in words if bare.startswith(word))
    return _NUMBER.match(text[len(word) :]) is not None


def _stands_by_table(body: Body, at: int) -> bool:
    return any(body.start <= n < body.end and body.flow[n].kind == "table" for n in (at - 1, at + 1))


def _has_caption_class(line: Line) -> bool:
    node = line.node
    for each in (node, node.parent if node is not None else None):
        if (
            each is not None
            and each.is_element_node
            and _CAPTION_CLASS.search(each.attributes.get("class") or "")
        ):
            return True
    return False


def _holds_picture(line: Line) -> bool:
    """A paragraph that is a picture with its words."""
    node = line.node
    if node is None or not node.is_element_node or node.tag != "p" or is_prose(line.text):
        return False
    return node.css_first("img") is not None


def _stands_by_picture(body: Body, line: Line) -> bool:
    """Whether the only texts beside a picture in one small element are a caption's."""
    holder = line.holder
    if (
        holder is None
        or holder.mem_id in body.holders
        or holder.tag in ("td", "th", "main", "section", "body")
    ):
        return False
    start, end = body.flow.span(holder)
    if not 0 < end - start <= 2 or body.flow.paragraphs(start, end) > 1:
        return False
    if not ends_with_agency(line.text) and is_prose(line.text):
        return False
    around = holder.parent if holder.css_first("img") is None else holder
    if around is None or around.mem_id in body.holders or around.css_first("img") is None:
        return False
    start, end = body.flow.span(around)
    return end - start <= 2


def table_source(body: Body) -> Iterable[int]:
    """A line "Source: ..." and notes right below a table or a figure."""
    for at, line in body.signals:
        if (
            at > body.start
            and body.flow[at - 1].kind in ("table", "figure", "caption")
            and is_credit(line.plain)
        ):
            yield at


def embed(body: Body) -> Iterable[int]:
    """A post of another network, which signs itself with a handle."""
    for at, line in body.signals:
        if line.kind == "quote" and _is_embed(body.flow, line):
            yield at


def _is_embed(flow: Flow, line: Line) -> bool:
    """Whether the quotation that a line stands in has an embed's class, or ends with a handle and a date."""
    if line.node is None:
        return False
    for outer in (line.node, *islice(ancestors(line.node), _NEAR)):
        if outer.is_element_node and outer.tag == "blockquote":
            if _TWEET_CLASS.search(outer.attributes.get("class") or ""):
                return True
            start, end = flow.span(outer)
            last = flow[end - 1].plain if end > start else ""
            return _TWEET_END.search(last[-200:]) is not None
    return False


def outlet(body: Body) -> Iterable[int]:
    """The line "Source: OUTLET" at the head of the body."""
    for at, line in body.lines():
        if line.kind in HEADINGS or line.kind in ("figure", "table"):
            continue
        if is_credit(line.plain) and not ends_sentence(line.text):
            yield at
            continue
        return


def beyond_body(body: Body) -> Iterable[int]:
    """Below the element that holds the body, what does not read like its paragraphs."""
    for at in range(max(body.limit, body.start), body.end):
        line = body.flow[at]
        if line.kind in HEADINGS:
            continue
        is_text = line.kind in ("p", "li", "quote") and len(line.text) >= _SHORTEST
        if not (is_text and ends_sentence(line.text)) and "thanks" not in words_of(line.text):
            yield at


def divider(body: Body) -> Iterable[int]:
    """Lines without words: "***"."""
    for at, line in body.signals:
        if len(line.text) <= _LONGEST_DIVIDER and line.kind not in ("figure", "table") and not line.letters:
            yield at


def chrome_link(body: Body) -> Iterable[int]:
    """A line that is nothing but links to topics, people and programs."""
    for at, line in body.signals:
        if (
            line.node is None
            or len(line.text) > LONGEST_LANDMARK
            or line.kind in HEADINGS
            or not is_linked(line)
        ):
            continue
        links = links_of(line)
        if links and all(any(part in href for part in _CHROME_LINKS) for _, href in links):
            yield at


def notice(body: Body) -> Iterable[int]:
    """Notices of the institution to its readers."""
    return _worded(body, "notices")


def button(body: Body) -> Iterable[int]:
    """Words of controls."""
    return (at for at in _worded(body, "buttons") if body.flow[at].kind not in HEADINGS)


def _worded(body: Body, word: Word) -> Iterable[int]:
    return (at for at, words in body.flow.landmarks.items() if body.start <= at < body.end and word in words)


def insert_outside_runs(body: Body) -> Iterable[int]:
    """Where a layout knows the elements of the prose: what stands outside them beside links or labels."""
    if not body.runs:
        return
    for at, line in body.lines():
        if body.in_run(at) or line.kind not in ("p", "li", "text") or line.holder is None:
            continue
        start, end = body.flow.span(line.holder)
        beside = [body.flow[n] for n in range(start, min(end, start + 8)) if n != at]
        if line.holder.mem_id not in body.holders and any(
            (is_linked(each) and not people_links(each)) or each.kind == "button" for each in beside
        ):
            yield at


def numbered_by_link_back(body: Body) -> Iterable[int]:
    """A note that no heading sets apart: it begins with a link back into the text."""
    return (at for at, line in body.lines() if line.text.startswith(BACK))


RULES: tuple[tuple[Callable[[Body], Iterable[int]], Role], ...] = (
    (numbered_by_link_back, "note"),
    (author_box, "author"),
    (contents, "contents"),
    (card, "card"),
    (related_list, "related"),
    (player, "player"),
    (pdf_button, "pdf"),
    (pdf_heading, "pdf"),
    (caption, "caption"),
    (table_source, "credit"),
    (embed, "embed"),
    (outlet, "outlet"),
    (notice, "notice"),
    (button, "button"),
    (chrome_link, "navigation"),
    (insert_outside_runs, "card"),
    (beyond_body, "navigation"),
    (divider, "navigation"),
)
"""What may be inserted into a body: a new kind is a function and a line here."""
