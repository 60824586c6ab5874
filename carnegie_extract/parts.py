"""The parts of a line: the texts that different elements hold, the links to people."""

import re
from collections.abc import Iterator

from carnegie_extract.byline import is_name
from carnegie_extract.dom import Node, ancestors, href_of, text_of
from carnegie_extract.flow import Block
from carnegie_extract.header_line import SEPARATORS
from carnegie_extract.landmarks import after_label
from carnegie_extract.quick import pattern
from carnegie_extract.text import fold, letters

_PEOPLE = pattern(r"/(?:people|experts?|scholars|authors?)/", re.I)
_SEPARATED = pattern(r"[,;|·•、،؛]|\s(?:and|и|et|та|і|and|और|و|和|与)\s", re.I)


def tokens(block: Block) -> list[str]:
    """The texts of a line that different elements hold, without separators."""
    if block.runs:
        texts = [run.text for run in block.runs]
    elif block.node is None or (child := block.node.first_child) is None or child.next is None:
        return [block.text]
    else:
        texts = [node.text() for node in block.node.traverse(include_text=True) if node.is_text_node]
    return [text for part in texts if (text := fold(part).strip(SEPARATORS))]


def spaced(block: Block, parts: list[str]) -> str:
    """The text of a line with spaces where markup alone divides words: "By", "Ann Lee", "Published on"."""
    text, rest = "", block.text
    for part in parts:
        before, found, rest = rest.partition(part)
        if not found:
            return block.text
        glued = not before and text[-1:].isalnum() and part[:1].isalnum()
        text += f"{before} {part}" if glued else before + part
    return text + rest


def separated(block: Block, byline: str) -> str:
    """The byline with ", " between names that nothing separates in the markup."""
    names = tokens(block)
    if names and after_label("by", names[0]) == "":
        names.pop(0)
    together = letters("".join(names)) == letters(byline)
    if len(names) > 1 and together and all(map(is_name, names)) and not _SEPARATED.search(byline):
        return ", ".join(names)
    return byline


def people_links(block: Block) -> Iterator[tuple[str, str]]:
    """Text and address of each link of a block to a person's page."""
    for node in [run.node for run in block.runs] or ([block.node] if block.node else []):
        for link in _links(node):
            href = href_of(link)
            text = text_of(link).strip(SEPARATORS)
            if text and _PEOPLE.search(href):
                yield text, href


def has_people_links(block: Block) -> bool:
    """Whether a line links to a person's page."""
    return any(True for _ in people_links(block))


def _links(node: Node) -> Iterator[Node]:
    if node.tag == "a":
        yield node
        return
    if node.is_element_node:
        yield from node.css("a")
    for outer in ancestors(node):
        if outer.tag == "a":
            yield outer
        if outer.tag in ("p", "div", "li", "td", "section"):
            break
