"""Topics and regions of pages without a metadata block: the tag links after the body."""

from collections.abc import Iterator
from itertools import islice

from carnegie_extract.dom import Node, ancestors, text_of
from carnegie_extract.flow import Block, Flow
from carnegie_extract.quick import NamedTuple

_TOPIC = ("/topics/", "/topic/", "/issue/", "/issues/", "/specialprograms/")
_LONGEST_TAG = 60
_REGION = ("/regions/", "/region/")
_LINK_REACH = 4
"""So many elements may stand between a tag's text and its link."""


class Tags(NamedTuple):
    """The names of topics and regions, in the page's order."""

    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


def read_tags(flow: Flow, start: int, after: int) -> Tags:
    """The tags in or after the body: told by where their links lead, after it (`after`) by a label too."""
    topics: dict[str, None] = {}
    regions: dict[str, None] = {}
    labelled = False
    for at in range(start, len(flow)):
        block = flow[at]
        if at < after and ((block.kind == "p" and len(block.text) > _LONGEST_TAG) or block.kind[0] == "h"):
            continue
        roles = flow.landmarks.get(at, ()) if at >= after else ()
        if "disclaimers" in roles or ("comments" in roles and topics):
            break  # readers' comments come last, and there may be hundreds
        if block.box is not None and block.box.tag in ("article", "form", "footer"):
            continue
        if "tags" in roles:
            labelled = True
            continue
        links = list(_links(block))
        labelled = labelled and bool(links)
        for text, href in links:
            if any(part in href for part in _REGION):
                regions.setdefault(text)
            elif any(part in href for part in _TOPIC) or labelled:
                topics.setdefault(text)
    return Tags(tuple(topics), tuple(regions))


def _links(block: Block) -> Iterator[tuple[str, str]]:
    """The links of a line that holds nothing else, with their addresses."""
    nodes = [run.node for run in block.runs] or ([block.node] if block.node is not None else [])
    for node in nodes:
        link = _link(node)
        if link is None or (block.kind == "p" and len(text_of(link)) < len(block.text) // 3):
            continue
        for each in node.css("a") if node.tag != "a" and node.is_element_node else [link]:
            text = text_of(each)
            if text:
                yield text, each.attributes.get("href") or ""


def _link(node: Node) -> Node | None:
    if node.tag == "a":
        return node
    if node.is_element_node:
        return node.css_first("a")
    near = islice(ancestors(node), _LINK_REACH)
    return next((outer for outer in near if outer.tag == "a"), None)
