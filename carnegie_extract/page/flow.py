"""The flow of a page: its text in reading order, as lines. HTML and plain text both become one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from carnegie_extract.base.quick import NamedTuple, once, pattern
from carnegie_extract.base.text import letters
from carnegie_extract.page.marks import BACK, CALL, END_BACK, END_CALL, is_marked, unmarked
from carnegie_extract.words.vocabulary import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.page.dom import Node
    from carnegie_extract.words.vocabulary import Words

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_DIGITS = "".join(chr(zero + number) for zero in (0x30, 0x660, 0x966) for number in range(10))
_AFTER_END = f"{_DIGITS} ,،[]{CALL}{END_CALL}{BACK}{END_BACK}"
"""Of footnote calls behind the end of a sentence."""
STOPS = ".!?…。！？؟।"
PAUSES = ":;：；"
COMMAS = (",", "،", "，", "、")
SENTENCE_END = f'{STOPS}{PAUSES}”»")'
_AFTER_STOP = f"{_AFTER_END}'’\"”»)"
_STOPS = frozenset(STOPS)
_NUMBERS_AT_END = pattern(r"\d(?:\.\d{1,2}\.\d{4}|:\d\d)$")
"""A date in dots, an hour: their stops end no sentence."""
_LONGEST_NUMBERS = 10
_PROSE_BYTES = 80
_PROSE_KINDS = ("p", "li", "quote")
_NONE: Words = frozenset()


class Box(NamedTuple):
    """An element that sets its contents apart: `article`, `aside`, `form`; or "hidden", "dialog"."""

    tag: str
    node: Node
    outer: Box | None


class Run(NamedTuple):
    """One text of a line that other elements of that line do not hold: a label, a name, a date."""

    text: str
    node: Node


class Line:
    """A line or paragraph: text that markup or a blank line sets apart.

    `kind` is the tag of the element (p, h1-h6, pre, figure, table, button), "li" or "quote" for the text of list
    items and block quotations, "caption" for captions, "text" for text that stands in no such element. `text` is
    folded and may carry marks, see `marks`. `holder` is the element around it, `runs` are the parts of a line
    whose markup has more than one. `item` tells the list items apart, in plain text the paragraphs that blank
    lines set apart. What is asked of a line more than once is worked out once.
    """

    # What is worked out when it is asked for.
    _calls: list[tuple[str, int]] = []  # noqa: RUF012  # nobody changes it
    people: dict[str, str] | None = None
    anchors: list[Node] | None = None
    links: list[tuple[str, str]] | None = None
    linked: bool | None = None
    image: Node | None = None
    may_link = True
    """Whether there can be links in it: false where the walk saw that there are none."""

    def __init__(
        self,
        kind: str,
        text: str,
        node: Node | None = None,
        box: Box | None = None,
        item: int = 0,
        runs: tuple[Run, ...] = (),
        holder: Node | None = None,
    ) -> None:
        self.kind = kind
        self.text = text
        self.node = node
        self.box = box
        self.item = item
        self.runs = runs
        self.holder = holder
        if text.isascii() or not is_marked(text):
            self.plain = text

    def __repr__(self) -> str:
        return f"Line({self.kind!r}, {self.text!r})"

    @once
    def plain(self) -> str:
        """The text without marks, as a record has it; known beforehand where it has none."""
        plain, self._calls = unmarked(self.text)
        return plain

    @property
    def calls(self) -> list[tuple[str, int]]:
        """The footnote calls of the line: number, place in the plain text."""
        return self._calls if self.plain else []

    @once
    def letters(self) -> str:
        """The letters and digits of the plain text, to compare by."""
        return letters(self.plain)

    def is_beside(self, other: Line) -> bool:
        """Whether it stands in the same element as another line."""
        own, others = self.holder, other.holder
        return own is not None and others is not None and own.mem_id == others.mem_id

    def part(self, text: str, node: Node | None) -> Line:
        """A part of this line as a line of its own."""
        return Line("text", text, node, self.box, self.item, (), self.holder)


class Flow(list[Line]):
    """The lines of a page; `spans` says for each element around lines, by `mem_id`, which it holds."""

    def __init__(self, lines: Iterable[Line] = (), spans: dict[int, tuple[int, int]] | None = None) -> None:
        super().__init__(lines)
        self.spans = spans or {}

    @once
    def landmarks(self) -> dict[int, Words]:
        """What the lines that are landmarks can be, by place and in order: a few of hundreds."""
        return {at: found for at, line in enumerate(self) if (found := words_of(line.text))}

    @once
    def text(self) -> str:
        """The lines as one text, in which a sign is looked for quickly."""
        return "\n".join([line.text for line in self])

    @once
    def may_have_notes(self) -> bool:
        """Whether any line holds a call or a note's number: the quick test."""
        return any(sign in self.text for sign in (CALL, BACK, "["))

    def paragraphs(self, start: int, end: int) -> int:
        """How many paragraphs of prose stand from `start` up to `end`."""
        return self._paragraphs[end] - self._paragraphs[start]

    @once
    def _paragraphs(self) -> list[int]:
        """How many paragraphs of prose stand above each line, and on the whole page."""
        return [0, *accumulate(self.prose)]

    @once
    def prose(self) -> list[bool]:
        """Whether each line is a paragraph, list item or quotation of prose."""
        return [
            line.kind in _PROSE_KINDS and (len(line.text) > _PROSE_BYTES or is_prose(line.text))
            for line in self
        ]

    def words_at(self, at: int) -> Words:
        """What the line at a place can be, as a landmark."""
        return self.landmarks.get(at, _NONE)

    def span(self, node: Node | None) -> tuple[int, int]:
        """The places from the first line in an element up to the last; (0, 0) where there is none."""
        return self.spans.get(node.mem_id, (0, 0)) if node is not None else (0, 0)


def is_prose(text: str) -> bool:
    """Whether a text is too long for a label, a title or a name, in any script."""
    if len(text) > _PROSE_BYTES or text.isascii():
        return len(text) > _PROSE_BYTES
    return len(text.encode("utf-8", "replace")) > _PROSE_BYTES


def is_sentence(text: str) -> bool:
    """Whether a text is prose and ends as a sentence does."""
    return is_prose(text) and ends_sentence(text)


def is_paragraph(text: str) -> bool:
    """Whether a text is prose and ends with a full stop or the like, possibly before quotation marks and calls."""
    return is_prose(text) and has_full_stop(text)


def has_full_stop(text: str) -> bool:
    """Whether a text ends with a full stop or its like, as no title or name does; see `is_paragraph`."""
    return _before_calls(text).rstrip(_AFTER_STOP)[-1:] in _STOPS


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, footnote calls aside."""
    bare = _before_calls(text).rstrip(_AFTER_END)
    if bare[-2:-1].isdigit() and _NUMBERS_AT_END.search(text[-_LONGEST_NUMBERS:]) is not None:
        return False
    return (bare or text)[-1:] in SENTENCE_END


def _before_calls(text: str) -> str:
    """A text without the calls at its end, in letters, numbers or stars."""
    while text.endswith(END_CALL):
        text = text[: max(text.rfind(CALL), 0)].rstrip(" ,،")
    return text
