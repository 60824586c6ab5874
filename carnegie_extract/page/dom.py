"""HTML -> tree. The only importer of selectolax; says what the text of an element is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from carnegie_extract.base.errors import UnreadablePage
from carnegie_extract.base.quick import once, pattern
from carnegie_extract.base.text import fold
from carnegie_extract.page.marks import unmarked

Node = LexborNode

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr br".split()
)

_TOP = 2048
# Nearly every page has one of these in its first bytes: then the pattern is not even compiled.
_FIRST_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body")
_MARKUP = pattern(
    rb"<(?:!doctype|html|head|body|title|meta|div|p|h[1-6]|section|main|article)\b",
    re.I,
)

# The payload of Next.js repeats the page as escaped strings: two thirds of a page of 2026.
_PAYLOAD = b"<script>self.__next_f.push("
_END_SCRIPT = b"</script>"
_SEAMS = (_END_SCRIPT + _PAYLOAD, _END_SCRIPT + b"\n" + _PAYLOAD)


class Tree(LexborHTMLParser):
    """The elements of a page. What changes them gives none of them a name that no other had."""

    @once
    def _names(self) -> str:
        """The classes, roles and ids of all elements, in small letters."""
        names = {node.attrs[kind] for kind in _NAMES for node in self.css(f"[{kind}]")}
        return "\n".join(filter(None, names)).lower()

    def all(self, selectors: str, within: Node | None = None) -> list[Node]:
        """What some selectors find. One whose name no element has is not asked: each goes through all elements anew."""
        asked = ", ".join([each for each, name in _with_names(selectors) if name in self._names])
        if not asked:
            return []
        return self.css(asked) if within is None else within.css(asked)


_NAMES = ("class", "role", "id")


@lru_cache(maxsize=64)
def _with_names(selectors: str) -> list[tuple[str, str]]:
    """Each of some selectors with the class, role or id that it looks for, or a part of it; "" for none."""
    return [(each, _name_in(each).lower()) for each in selectors.split(", ")]


def _name_in(selector: str) -> str:
    before, _, within = selector.partition("[")
    attribute, _, value = within.partition('="')
    if ":" in before:
        return ""
    if attribute.rstrip("*^$") in _NAMES:
        return value.partition('"')[0]
    return before.replace("#", ".").partition(".")[2].partition(" ")[0]


def without_payload(page: bytes) -> bytes:
    """Drop each `<script>self.__next_f.push(...)</script>` before it costs time to decode and to parse."""
    start = page.find(_PAYLOAD)
    kept, done = [], 0
    while start >= 0:
        kept.append(page[done:start])
        done = _end_of_payload(page, start)
        start = page.find(_PAYLOAD, done)
    return b"".join((*kept, page[done:])) if kept else page


def _end_of_payload(page: bytes, start: int) -> int:
    """Where the last of the payload's scripts ends that follow each other from `start`."""
    find, startswith = page.find, page.startswith
    # The payload has few "<": to look for one is quicker than for a whole tag.
    at = find(b"<", start + len(_PAYLOAD))
    while at >= 0:
        if startswith(_SEAMS, at):
            at = find(b"<", at + len(_SEAMS[0]))
        elif startswith(_END_SCRIPT, at):
            return at + len(_END_SCRIPT)
        else:
            at = find(b"<", at + 1)
    return len(page)  # cut off within the payload


def is_html(utf8: bytes) -> bool:
    """Whether a page has markup."""
    return has_first_tag(utf8[:_TOP]) or _MARKUP.search(utf8) is not None


def has_first_tag(top: bytes) -> bool:
    """Whether the first bytes of a file hold a tag that pages begin with."""
    lowered = top.lower()
    return any(tag in lowered for tag in _FIRST_TAGS)


def parse(utf8: bytes) -> Tree:
    """Parse a page given as UTF-8; one of frames is what it shows without them. Raises UnreadablePage."""
    tree = _parsed(utf8)
    if tree.body is None and (frameless := tree.css_first("frameset > noframes")) is not None:
        head = tree.head.html if tree.head is not None else ""
        return _parsed(f"{head}{frameless.text()}".encode("utf-8", "replace"))
    return tree


def _parsed(utf8: bytes) -> Tree:
    """A tree. Raises UnreadablePage when the parser gives up."""
    try:
        tree = Tree(utf8)
    except SelectolaxError as error:
        raise UnreadablePage("the HTML parser gave up, probably because memory ran out") from error
    if tree.root is None:
        raise UnreadablePage("the parser found no elements")
    return tree


def href_of(link: Node) -> str:
    """The address that a link leads to, "" for none."""
    return (link.attributes.get("href") or "").strip()


def is_called_headline(node: Node) -> bool:
    """Whether the class of an element says that it is a headline: pages before 2011 have hardly any headings."""
    called = node.attributes.get("class") if node.is_element_node else None
    return called is not None and not _HEADLINES.isdisjoint(called.lower().split())


def may_be_called_headline(node: Node) -> bool:
    """Whether the class of an element says that it is a title of some kind: "pubtitle", and no subtitle."""
    called = node.attributes.get("class") if node.is_element_node else None
    return called is not None and any(
        each.endswith("title") and not each.endswith("subtitle") for each in called.lower().split()
    )


_HEADLINES = frozenset(("title", "headline", "hed"))


def stands_before(node: Node, other: Node) -> bool:
    """Whether an element ends before another one begins."""
    around = {node.mem_id, *(outer.mem_id for outer in ancestors(node))}
    for outer in (other, *ancestors(other)):
        before = outer.prev
        while before is not None:
            if before.mem_id in around:
                return True
            before = before.prev
    return False


def element_before(node: Node | None) -> Node | None:
    """The element right before a node, None where there is none."""
    before = node.prev if node is not None else None
    while before is not None and not before.is_element_node:
        before = before.prev
    return before


def element_behind(node: Node) -> Node | None:
    """The element right behind a node, None where there is none."""
    behind = node.next
    while behind is not None and not behind.is_element_node:
        behind = behind.next
    return behind


def text_of(node: Node | None) -> str:
    """The folded text of an element, "" for none; marks are gone."""
    if node is None:
        return ""
    return unmarked(fold(node.text()))[0]


_BRIEF = 400
_FEW = 64
"""Characters and nodes of an element that holds little."""
_DEEP = 8
"""So many elements may stand around the first text of one."""


def brief_text(node: Node) -> str | None:
    """The text of an element that holds little, None for any other.

    Who asks elements in elements for all of their text takes the square of their depth.
    """
    child = node.first_child
    if child is None or (child.next is None and child.is_text_node):
        return node.text()
    texts: list[str] = []
    left = _BRIEF
    for count, inner in enumerate(node.traverse(include_text=True)):
        if inner.is_text_node:
            texts.append(inner.text_content or "")
            left -= len(texts[-1])
        if left < 0 or count > _FEW:
            return None
    return "".join(texts)


def signature(node: Node) -> tuple[str, str]:
    """Tag and class of an element."""
    return node.tag or "", node.attributes.get("class") or ""


def opening_text(node: Node | None) -> str:
    """The text that a node begins with, as deep as a few others; "" for none."""
    for _ in range(_DEEP):
        if node is None or node.is_text_node:
            break
        node = node.first_child if node.is_element_node else node.next
    return (node.text_content if node is not None and node.is_text_node else "") or ""


def stand_in(nodes: list[Node]) -> dict[int, int]:
    """Which of some elements stand in others of them, and in which: by `mem_id`, the nearest.

    Linear: each element around them is looked at once.
    """
    own = {node.mem_id for node in nodes}
    found: dict[int, int] = {}
    known: dict[int, int] = {}
    for node in nodes:
        passed: list[int] = []
        outer = node.parent
        while outer is not None and outer.mem_id not in own and outer.mem_id not in known:
            passed.append(outer.mem_id)
            outer = outer.parent
        nearest = known.get(outer.mem_id, outer.mem_id) if outer is not None else 0
        known.update(dict.fromkeys(passed, nearest))
        if nearest:
            found[node.mem_id] = nearest
    return found


def find(tree: Tree, selector: str) -> list[Node]:
    """What a selector finds, "A B" in the outermost A: the parser's library climbs up again from each B."""
    outer, _, inner = selector.rpartition(" ")
    scopes = tree.all(outer or inner)
    if not outer:
        return scopes
    around = stand_in(scopes)
    outermost = (scope for scope in scopes if scope.mem_id not in around)
    return [node for scope in outermost for node in tree.all(inner, scope) if node.mem_id != scope.mem_id]


def shows_any(tree: Tree, selectors: Iterable[str]) -> bool:
    """Whether one of some selectors finds anything."""
    return bool(tree.all(", ".join(selectors)))


def first_text(tree: Tree, *selectors: str) -> str:
    """The text of the first element that one of `selectors`, in their order, finds and that has any."""
    for selector in selectors:
        for node in tree.all(selector):
            if text := text_of(node):
                return text
    return ""


def ancestors(node: Node | None, most: int = -1) -> Iterator[Node]:
    """The elements around a node, inside out, up to but without `body`: all, or so many at most."""
    outer = node.parent if node is not None else None
    while most and outer is not None and outer.tag not in ("body", "html", None):
        yield outer
        outer = outer.parent
        most -= 1
