"""Topics and regions: from the metadata block, else from the tag links after the body."""

from __future__ import annotations

from collections.abc import Iterator

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.lines.parts import BESIDE_TAGS, REGIONS, TOPICS, leads_to, links_of, tags_of
from carnegie_extract.lines.sections import leads_to_topics
from carnegie_extract.page.dom import Tree, ancestors, href_of, text_of
from carnegie_extract.page.flow import Line, ends_sentence
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.vocabulary import at_colon, is_word, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.fields.field import Place

_MOST_MENUS = 20
_LONGEST_TAG = 40
_BETWEEN = pattern(r"[,;|·•،؛，、；]")


def _listed(evidence: Evidence, name: str) -> Found | None:
    block = evidence.metadata.block
    if block is None or not isinstance(block.get(name), list):
        return None
    return Found(tuple(value for value in block[name] if isinstance(value, str)), "metadata")


def metadata_topics(evidence: Evidence) -> Found | None:
    """`topics` of the metadata block."""
    return _listed(evidence, "topics")


def metadata_regions(evidence: Evidence) -> Found | None:
    """`regions` of the metadata block."""
    return _listed(evidence, "regions")


def linked_topics(evidence: Evidence) -> Found | None:
    """The tags below the article that lead to topics, or that are under a label."""
    return _as_found([tag for tag in _tags(evidence) if not leads_to(tag.href, REGIONS)])


def linked_regions(evidence: Evidence) -> Found | None:
    """The tags below the article that lead to regions."""
    return _as_found([tag for tag in _tags(evidence) if leads_to(tag.href, REGIONS)])


class _Tag(NamedTuple):
    text: str
    href: str
    at: Place


def _as_found(tags: list[_Tag]) -> Found | None:
    """The texts of some tags, each once, and where the first one stands."""
    return found(tuple(dict.fromkeys(tag.text for tag in tags)), tags[0].at) if tags else None


def _tags(evidence: Evidence) -> Iterator[_Tag]:
    tagged = False
    lines = list(evidence.lines("tags"))
    alone = not any(leads_to_topics(line) for _, line in lines)
    for at, line in lines:
        sure = leads_to_topics(line)
        if alone and "tags" in evidence.flow.words_at(at - 1) and _are_plain(line):
            yield from (_Tag(text, "", at) for text in map(str.strip, line.text.split(BREAK)))
            continue
        if not (sure or alone or "tags" in evidence.flow.words_at(at)):
            continue  # "Donate", below the tags
        for text, href in tags_of(line) if sure else _labelled(line):
            tagged = True
            yield _Tag(text, href, at)
    if not tagged and evidence.page.tree is not None:
        yield from _in_menu(evidence.page.tree)


def _are_plain(line: Line) -> bool:
    """Whether a line below a label is nothing but tags without links, one below the other."""
    if line.node is None or links_of(line) or words_of(line.plain) or ends_sentence(line.text):
        return False
    return all(0 < len(text.strip()) <= _LONGEST_TAG for text in line.text.split(BREAK))


def _labelled(line: Line) -> list[tuple[str, str]]:
    """The links of a line under a label, or the item of a list; behind a label what follows it, links or text."""
    links = [(text, href) for text, href in links_of(line) if not leads_to(href.lower(), BESIDE_TAGS)]
    label, rest = at_colon(line.plain)
    if label == line.plain:
        listed = line.kind == "li" and line.node is not None and not links and not is_word("tags", label)
        return [(label, "")] if listed else links
    if links:
        return [(text, href) for text, href in links if text not in label]
    return [(text, "") for part in _BETWEEN.split(rest) if (text := part.strip(" ."))]


def _in_menu(tree: Tree) -> Iterator[_Tag]:
    """The tags in a `nav` that leads to topics and regions alone, outside of the site's own header."""
    for menu in tree.css("nav")[:_MOST_MENUS]:
        links = menu.css("a[href]")
        if not links or any(outer.tag == "header" for outer in ancestors(menu)):
            continue
        if all(leads_to(href_of(link), (*TOPICS, *REGIONS)) for link in links):
            yield from (_Tag(text_of(link), href_of(link), "markup") for link in links)


TOPICS_FIELD = Field("topics", (metadata_topics, linked_topics), empty=())
REGIONS_FIELD = Field("regions", (metadata_regions, linked_regions), empty=())
