"""The flow of a page: its text in reading order, as blocks. HTML and plain text both become one."""

from collections.abc import Iterable

from carnegie_extract.landmarks import Roles, roles
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.dom import Node

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SENTENCE_END = '.!?…:;。！？：；؟।”»")'
_PROSE_BYTES = 80


class Box(NamedTuple):
    """An element that sets its contents apart: `article`, `aside`, `form` ..."""

    tag: str
    node: "Node"
    outer: "Box | None"


class Run(NamedTuple):
    """One text of a line that other elements of that line do not hold: a label, a name, a date."""

    text: str
    node: "Node"


class Block(NamedTuple):
    """A line or paragraph: text that markup or a blank line sets apart.

    `kind` is the tag of the element (p, h1-h6, pre, figure, table, button), "li" or "quote" for the
    text of list items and block quotations, "text" for text that stands in no such element. `text`
    is folded; footnote markers are bracketed in it, see dom.MARK. `runs` are the parts of a line
    whose markup has more than one. `item` tells the list items apart, in plain text the paragraphs
    that blank lines set apart.
    """

    kind: str
    text: str
    node: "Node | None" = None
    box: Box | None = None
    item: int = 0
    runs: tuple[Run, ...] = ()


class Flow(list[Block]):
    """The blocks of a page; `spans` says for each element around blocks, by `mem_id`, which it holds."""

    __slots__ = ("_landmarks", "spans")

    def __init__(self, blocks: Iterable[Block] = (), spans: dict[int, tuple[int, int]] | None = None) -> None:
        super().__init__(blocks)
        self.spans = spans or {}
        self._landmarks: dict[int, Roles] | None = None

    @property
    def landmarks(self) -> dict[int, Roles]:
        """The roles of the blocks that have any, by place and in order: a few of hundreds, found once."""
        if self._landmarks is None:
            self._landmarks = {at: found for at, block in enumerate(self) if (found := roles(block.text))}
        return self._landmarks

    def span(self, node: "Node") -> tuple[int, int]:
        """The places from the first block in an element up to the last; (0, 0) where it holds none."""
        return self.spans.get(node.mem_id, (0, 0))


def is_prose(text: str) -> bool:
    """Whether a text is too long for a label, a title or a name, in any script."""
    return len(text) > _PROSE_BYTES or len(text.encode("utf-8", "replace")) > _PROSE_BYTES


def is_sentence(text: str) -> bool:
    """Whether a text is prose and ends as a sentence does."""
    return is_prose(text) and text.rstrip()[-1:] in SENTENCE_END


def is_json(block: Block) -> bool:
    """Whether a block is the page's metadata block."""
    return block.text.startswith("{") and '"authors"' in block.text
