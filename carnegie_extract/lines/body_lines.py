"""The lines of a body, filed once by what its rules ask for: a rule looks only at lines that it can concern."""

from __future__ import annotations

from collections import Counter

from carnegie_extract.base.quick import IGNORE_CASE, once, pattern
from carnegie_extract.lines.parts import is_linked
from carnegie_extract.lines.people import People
from carnegie_extract.page.dom import Node, ancestors
from carnegie_extract.page.flow import HEADINGS, Line, ends_sentence
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from re import Pattern

    from carnegie_extract.lines.judgement import Verdicts
    from carnegie_extract.page.page import Page
    from carnegie_extract.words.vocabulary import Word

_MAY_BE_SET_APART = '[class*="caption" i], [class*="cutline" i], [class*="quote" i], [class*="pull" i]'
"""Elements in whose classes the next three look: one way through the tree for all of them."""
_CAPTION_CLASS = pattern(
    r"(?:^|[\s_-])(?:wp-)?(?:img|image|photo|picture)?-?captions?(?:$|[\s_-])|figcaption|cutline", IGNORE_CASE
)
_QUOTE_CLASS = pattern(r"quote|(?:^|\s)pull(?:\s|$)", IGNORE_CASE)
_PULL_QUOTE_CLASS = pattern(r"pull[-_]?(?:quote|$|\s)", IGNORE_CASE)
_MOST_CLASSED = 4
"""Lines of a quotation set apart by an element of its own, with the name of who says it; of a caption."""
_MOST_UNDER_PICTURE = 2
_LONGEST_LABEL = 80
CLOSE = 4
"""Lines at the end of a body in which its source is looked for."""
_NUMBERED_TITLES = tuple(sorted(entries("captions") | entries("tables"), key=len, reverse=True))
_FIRST_LETTERS = frozenset(letter for word in _NUMBERED_TITLES for letter in (word[0], word[0].upper()))
_NUMBER = pattern(r"\s?(?:[A-Z][.-]?)?\d{1,3}(?:\.\d{1,2})?\s?(?:[.:：—–-]|$|\s)")


class Body:
    """The lines between header and tail, and what is known of them as a whole."""

    def __init__(
        self,
        page: Page,
        headline: int,
        start: int,
        end: int,
        people: People,
        runs: tuple[tuple[int, int], ...],
        judged: Verdicts,
    ) -> None:
        self._tree = page.tree
        self.flow = page.flow
        self.headline = headline
        self.start = start
        self.end = end
        self.people = people
        self.runs = runs
        """Spans of the elements that a layout knows to hold the article's own prose."""
        self.judged = frozenset(judged)  # by earlier stages
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
        self._look_for_pictures()
        self._classes = [
            (node, node.attributes.get("class") or "") for node in self._within(_MAY_BE_SET_APART)
        ]
        self.captioned = self._classed(_CAPTION_CLASS)
        self.quoted = self._classed(_QUOTE_CLASS)
        """The places of lines in small elements with a quotation's class; `captioned`: with a caption's."""

    def _look_for_pictures(self) -> None:
        media = self._within("img, iframe, video")
        self.pictures = _around(media, 2) - self.holders
        """The elements around pictures, charts and videos."""
        pictures = [node for node in media if node.tag == "img"]
        images = _around(pictures, 2) - self.holders if len(pictures) < len(media) else self.pictures
        self.pictured = self._places(images | self._played(images), _MOST_UNDER_PICTURE)
        """The places of lines in small elements around pictures, and around others that hold no prose."""

    def _within(self, selectors: str) -> list[Node]:
        """What selectors find in the element that holds the body; of a short one, whatever is around it, too.

        Most elements of a page stand in its menus.
        """
        if self._tree is None:
            return []
        around = self.flow[self.start].holder if self.end - self.start > _MOST_CLASSED else None
        while around is not None:
            first, last = self.flow.span(around)
            if first <= self.start and self.end <= last:
                break
            around = around.parent
        return self._tree.all(selectors, around)

    def _file(self) -> frozenset[int]:
        """Look at each line once; the elements that hold several paragraphs."""
        around: list[Node | None] = []
        for at, line in self.lines():
            text, kind = line.text, line.kind
            if kind == "p":
                if self.flow.prose[at]:
                    around.append(self._around(at, line))
            else:
                self._kinds.setdefault(kind, []).append(at)
            if len(text) <= LONGEST_LANDMARK:
                self.short.append((at, line))
            if line.runs:
                self.in_parts.append((at, line))
            if line.may_link and text and is_linked(line):
                self.linked.append((at, line))
        return _often(around)

    @once
    def pulled(self) -> frozenset[int]:
        """The places of lines in small elements with a pull quote's class."""
        return self._classed(_PULL_QUOTE_CLASS)

    @once
    def last(self) -> int:
        """Where it ends without what an earlier stage judged."""
        return next((at for at in range(self.end, self.start, -1) if at - 1 not in self.judged), self.start)

    @once
    def last_few(self) -> range:
        """The places of its last lines, of which some say where the text comes from."""
        return range(max(self.last - CLOSE, self.start), self.last)

    @once
    def closing(self) -> range:
        """The last lines that are each a label and what it says, "Pages: 40", if a heading stands over them."""
        at = self.last
        while at > self.start and _is_labelled(self.flow[at - 1]):
            at -= 1
        above = self.flow[at - 1] if self.start < at < self.last else None
        plain = above is not None and above.node is None and not ends_sentence(above.text)
        return range(at if above is not None and (plain or above.kind in HEADINGS) else self.last, self.last)

    @once
    def _nodes(self) -> dict[int, int]:
        """The places of lines by the `mem_id` of their elements."""
        return {line.node.mem_id: at for at, line in self.lines() if line.node is not None}

    @once
    def numbered(self) -> list[int]:
        """The places of lines that open with a word and a number, as "Figure 2: ..." does."""
        lines = [(at, line.plain) for at, line in self.lines() if line.text[:1] in _FIRST_LETTERS]
        return [at for at, text in lines if is_numbered(text, _NUMBERED_TITLES)]

    def _places(self, elements: frozenset[int], most: int) -> frozenset[int]:
        """The places of lines that are one of the elements, or stand in one that holds so many lines at most."""
        if not elements:
            return elements
        places = {self._nodes[element] for element in elements if element in self._nodes}
        for element in elements:
            start, end = self.flow.spans.get(element, (0, 0))
            if end - start <= most:
                places.update(range(max(start, self.start), min(end, self.end)))
        return frozenset(places)

    def _played(self, images: frozenset[int]) -> frozenset[int]:
        """The elements around charts and videos without prose, unless they are all that a page has."""
        others = self.pictures - images if self.holders else frozenset[int]()
        return frozenset(
            each for each in others if not self.flow.paragraphs(*self.flow.spans.get(each, (0, 0)))
        )

    def _classed(self, name: Pattern[str]) -> frozenset[int]:
        """The places of lines in small elements with a class, or around all that a line's element holds."""
        named = [node for node, classes in self._classes if name.search(classes)]
        outer = [node.parent for node in named if node.prev is None and node.next is None]
        inner = [node.first_child for node in named]
        elements = frozenset(node.mem_id for node in (*named, *outer, *inner) if node is not None)
        return self._places(elements, _MOST_CLASSED)

    @once
    def anchors(self) -> frozenset[str]:
        """The names of the places in the page that links can lead to."""
        nodes = self._tree.css("[id], a[name]") if self._tree is not None else []
        return frozenset(name for node in nodes if (name := node.id or node.attributes.get("name")))

    @once
    def texts(self) -> frozenset[int]:
        """The holders, and the elements that hold several sentences in elements of no kind."""
        sentences = (at for at in self.of_kind("text") if ends_sentence(self.flow[at].text))
        return self.holders | _often(self._around(at, self.flow[at]) for at in sentences)

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


def _often(nodes: Iterable[Node | None]) -> frozenset[int]:
    """The elements that come more than once, by `mem_id`."""
    counts = Counter(node.mem_id for node in nodes if node is not None)
    return frozenset(node for node, count in counts.items() if count > 1)


def _around(nodes: list[Node], outward: int) -> frozenset[int]:
    """Some elements and `outward` ones around each, by `mem_id`."""
    return frozenset(outer.mem_id for node in nodes for outer in (node, *ancestors(node, outward)))


def _is_labelled(line: Line) -> bool:
    """Whether a line is a label and a few words that it announces."""
    before, colon, after = line.text.partition(":")
    labelled = line.kind in ("p", "text") and bool(colon and after) and len(before) <= _LONGEST_LABEL
    return labelled and not ends_sentence(after)


def is_numbered(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text opens with one of some words, the longest first, and a number."""
    bare = text[:40].casefold()
    if not bare.startswith(words):
        return False
    word = next(word for word in words if bare.startswith(word))
    return _NUMBER.match(text[len(word) :]) is not None


def stretches(places: list[int]) -> Iterable[tuple[int, int]]:
    """Where places that follow each other begin and end."""
    first = 0
    for number, at in enumerate(places, 1):
        if number == len(places) or places[number] != at + 1:
            yield places[first], at + 1
            first = number
