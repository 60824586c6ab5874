"""The links in the text of an element, with their places in it: the citations of newer pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.base.text import fold
from carnegie_extract.page.dom import Node, href_of
from carnegie_extract.page.marks import END_LINK, LINK, unmarked
from carnegie_extract.page.walk import is_phrase


class Linked(NamedTuple):
    """A link as the page writes it: characters `start` up to `end` of a text, and where it leads."""

    start: int
    end: int
    href: str


class Links:
    """The links of an element, asked for by the texts that it divides into, in their order."""

    def __init__(self, node: Node) -> None:
        self._hrefs: list[str] = []
        marked = "".join(self._marked(node))
        self._text, self._places = _places(unmarked(fold(marked), keep_links=True)[0])
        self._at = 0

    def _marked(self, node: Node) -> Iterator[str]:
        """The text of an element piece by piece, with marks around its links; other lines in it are passed over."""
        stack = [node.iter(include_text=True)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.is_text_node:
                yield child.text_content or ""
            elif child.tag == "a" and (href := href_of(child)):
                self._hrefs.append(href)
                yield f"{LINK}{child.text()}{END_LINK}"
            elif is_phrase(child):
                stack.append(child.iter(include_text=True))
            elif not child.is_comment_node:
                yield " "

    def within(self, text: str) -> list[Linked] | None:
        """Those in the next such text; None where the element does not go on with it."""
        first = self._text.find(text, self._at)
        if first < 0:
            return None
        self._at = end = first + len(text)
        here = bisect_left(self._places, (first, 0)), bisect_left(self._places, (end, 0))
        return [
            Linked._make((start - first, stop - first, href))
            for (start, stop), href in zip(self._places[slice(*here)], self._hrefs[slice(*here)], strict=True)
            if start < stop <= end
        ]


def _places(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Text without the marks of links, and where each link begins and ends."""
    before, *linked = marked.split(LINK)
    text = before.lstrip()
    places: list[tuple[int, int]] = []
    for each in linked:
        start = len(text)
        shown, _, after = each.partition(END_LINK)
        text = _joined(text, shown)
        start += text[start : start + 1] == " "
        places.append((start, len(text.rstrip())))
        text = _joined(text, after)
    return text.rstrip(), places


def _joined(text: str, piece: str) -> str:
    """A text and the next piece of it, with one space between them at most."""
    return text + (piece.lstrip() if not text or text[-1] == " " else piece)
