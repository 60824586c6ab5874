"""The lines of a body, filed once by what its rules ask for: a rule looks only at lines that it can concern."""

from __future__ import annotations

from carnegie_extract.base.quick import once, pattern
from carnegie_extract.lines.parts import is_linked
from carnegie_extract.lines.people import People
from carnegie_extract.page.dom import Node, Tree
from carnegie_extract.page.flow import Flow, Line, ends_sentence, is_prose
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carnegie_extract.words.vocabulary import Word

PICTURES = "img, iframe, video"
"""What has a caption or a source."""
_QUOTES = '[class*="quote" i], [class~="pull" i]'
_PULLED = pattern(r"pull[-_]?(?:quote|$|\s)", 2)
_QUOTATION = 4
"""Lines of a quotation set apart by an element of its own, with the name of who says it."""


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
        self._tree = tree
        self.flow = flow
        self.headline = headline
        self.start = start
        self.end = end
        self.people = people
        self.runs = runs
        """Spans of the elements that a layout knows to hold the article's own prose."""
        self.limit = limit
        """Where the last element ends that a layout knows to be the body."""
        self.short: list[tuple[int, Line]] = []
        """The lines that are no longer than a label, with their places, as in the next lists."""
        self.linked: list[tuple[int, Line]] = []
        """Those whose whole text is links."""
        self.in_parts: list[tuple[int, Line]] = []
        """Those whose markup has more than one text."""
        self._kinds: dict[str, list[int]] = {}
        self._words = self._by_word()
        self.holders = self._file()
        """The `mem_id` of elements that hold several paragraphs: where loose text is a paragraph, too."""
        self.pictures = _around(tree, PICTURES, 2) - self.holders
        """The elements around pictures, charts and videos; `captions`: those with a caption's class."""
        self.captions = _around(tree, '[class*="caption" i], [class*="cutline" i]', 0)
        self.quoted = self._within(tree)
        """The places of lines in small elements with a quotation's class; `pulled`: with a pull quote's."""
        self.pulled = self._within(tree, _PULLED.search)

    def _file(self) -> frozenset[int]:
        """Look at each line once; the elements that hold several paragraphs."""
        once: set[int] = set()
        often: set[int] = set()
        for at, line in self.lines():
            text, kind = line.text, line.kind
            if kind == "p":
                if is_prose(text) and (around := self._around(at, line)) is not None:
                    (often if around.mem_id in once else once).add(around.mem_id)
            else:
                self._kinds.setdefault(kind, []).append(at)
            if len(text) <= LONGEST_LANDMARK:
                self.short.append((at, line))
            if line.runs:
                self.in_parts.append((at, line))
            if line.may_link and text and is_linked(line):
                self.linked.append((at, line))
        return frozenset(often)

    def _within(self, tree: Tree | None, is_meant: Callable[[str], object] = bool) -> frozenset[int]:
        """The places of lines in small elements with a quotation's class, of which some are meant."""
        quotes = tree.css('[class*="quote" i], [class~="pull" i]') if tree is not None else []
        named = [node for node in quotes if is_meant(node.attributes["class"] or "")]
        if not named:
            return frozenset()
        spans = map(self.flow.span, named)
        places = {at for first, last in spans if last - first <= _QUOTATION for at in range(first, last)}
        elements = {node.mem_id for node in named}
        elements |= {node.parent.mem_id for node in named if node.parent is not None and _is_all(node)}
        places.update(
            at for at, line in self.lines() if line.node is not None and line.node.mem_id in elements
        )
        return frozenset(places)

    @once
    def anchors(self) -> frozenset[str]:
        """The names of the places in the page that links can lead to."""
        nodes = self._tree.css("[id], a[name]") if self._tree is not None else []
        return frozenset(name for node in nodes if (name := node.id or node.attributes.get("name")))

    @once
    def texts(self) -> frozenset[int]:
        """The holders, and the elements that hold several sentences in elements of no kind."""
        once: set[int] = set()
        often: set[int] = set()
        for at in self._kinds.get("text", ()):
            around = self._around(at, self.flow[at])
            if around is not None and ends_sentence(self.flow[at].text):
                (often if around.mem_id in once else once).add(around.mem_id)
        return self.holders | often

    def is_in_run(self, at: int) -> bool:
        """Whether a line stands in an element that a layout knows to hold the article's own prose."""
        return any(first <= at < last for first, last in self.runs)

    def _around(self, at: int, line: Line) -> Node | None:
        """The element around a paragraph, which may be text alone in an element of no kind."""
        holder = line.holder
        if holder is None or line.node is None or not (line.node.is_text_node or line.kind == "text"):
            return holder
        return holder.parent if self.flow.span(holder) == (at, at + 1) else holder

    def _by_word(self) -> dict[Word, list[int]]:
        places: dict[Word, list[int]] = {}
        for at, words in self.flow.landmarks.items():
            if self.start <= at < self.end:
                for word in words:
                    places.setdefault(word, []).append(at)
        return places

    def lines(self) -> Iterable[tuple[int, Line]]:
        """All lines with their places."""
        return enumerate(self.flow[self.start : self.end], self.start)

    def of_kind(self, *kinds: str) -> list[int]:
        """The places of the lines of some kinds, of each kind in order; of paragraphs there is no list."""
        return [at for kind in kinds for at in self._kinds.get(kind, ())]

    def worded(self, *words: Word) -> list[int]:
        """The places of the landmarks that can be one of `words`, of each word in order."""
        return [at for word in words for at in self._words.get(word, ())]

    def outside_runs(self) -> list[int]:
        """The places of the lines in no element that holds the article's own prose."""
        places: list[int] = []
        at = self.start
        for first, last in sorted(self.runs):
            places += range(at, first)
            at = max(at, last)
        return [*places, *range(at, self.end)]


def _is_all(node: Node) -> bool:
    """Whether an element is all that the one around it holds."""
    return node.prev is None and node.next is None


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


def stands_in(line: Line, elements: frozenset[int]) -> bool:
    """Whether a line's element or the one around it is one of `elements`; of text alone, or the next one."""
    if not elements or line.node is None:
        return False
    outer = line.node.parent if line.node.is_text_node else None
    around = (line.node, line.holder, outer, outer.parent if outer is not None else None)
    return any(each is not None and each.mem_id in elements for each in around)
