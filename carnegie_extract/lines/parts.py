"""The parts of a line: the texts that different elements hold, the links to people."""

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.lines.grammar import SEPARATORS
from carnegie_extract.page.dom import Node, ancestors, href_of, text_of
from carnegie_extract.page.flow import Line
from carnegie_extract.words.languages.language import HAN
from carnegie_extract.words.names import (
    CONJUNCTIONS,
    are_joined,
    conjunctions,
    has_two_words,
    is_affiliation,
    is_name,
    opens_glued,
    split_names,
)
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, after_label

_PEOPLE = ("/people/", "/expert/", "/experts/", "/scholars/", "/author/", "/authors/")
TOPICS = ("/topics/", "/topic/", "/issue/", "/issues/", "/specialprograms/")
REGIONS = ("/regions/", "/region/")
TAGS = (*TOPICS, *REGIONS, "/tag/", "/tags/", "?tag=", "&tag=")
_OFFICES = ("/program/", "/programs/", "/project/", "/projects/")
BESIDE_TAGS = (*_PEOPLE, *_OFFICES)
NO_NAMES = (*TAGS, *_OFFICES, "/centers/", "/collections/")
"""Where links lead whose words are neither an author's name nor a blog's."""
_SEPARATOR = pattern(r"[,;|·•、،؛]")
_NEAR = 8
"""So many elements may stand between a text and the link around it."""
_FEW = 3
"""Elements around a text in which bold and italics are looked for."""
_SHORT = 200
"""Characters of a line whose words are looked for in several links: a row of buttons, a list of contents."""
_BLOCKS = frozenset(("p", "div", "li", "td", "section", "ul", "body"))


def tokens(line: Line) -> list[str]:
    """The texts of a line that different elements hold, without separators."""
    if line.runs:
        texts = [run.text for run in line.runs]
    elif line.node is None or _is_undivided(line.node):
        return [line.text]
    else:
        texts = [node.text() for node in line.node.traverse(include_text=True) if node.is_text_node]
    return [text for part in texts if (text := fold(part).strip(SEPARATORS))]


def _is_undivided(node: Node) -> bool:
    """Whether an element holds one text, however deep, or several deeper down than names stand."""
    inner = node.first_child
    for _ in range(_NEAR):
        if inner is None or inner.next is not None:
            return inner is None
        inner = inner.first_child
    return True


def spaced(
    line: Line, parts: list[str], language: str | None, space: str = " ", *, titles: bool = False
) -> str:
    """The text of a line with spaces where markup alone divides words: "By", "Ann Lee", "Published on".

    Without `titles`, a title in an element of its own behind a name is left out.
    """
    between = conjunctions(language)
    text, rest, previous, after_title = "", line.text, "", False
    for part in parts:
        before, found, rest = rest.partition(part)
        if not found:
            return line.text
        if not titles and not before.strip() and part[:1] != "(" and _is_title_of(previous, part, language):
            after_title = True
            continue
        if after_title and not before.strip():
            before = ", "
        after_title = False
        glued = not before and text[-1:].isalnum() and part[:1].isalnum() and key(previous) not in between
        glued = glued and not _joins_in_chinese(previous, part, between)
        text += f"{before}{space}{part}" if glued else before + part
        previous = part
    return text + rest


def _is_title_of(name: str, text: str, language: str | None) -> bool:
    """Whether a text behind a name is a title, and no more names follow in it."""
    if not is_affiliation(text) or not is_whole_name(name):
        return False
    return len(split_names(f"{name}, {text}", (), language)) == 1


def _joins_in_chinese(previous: str, part: str, between: frozenset[str]) -> bool:
    """Whether a conjunction joins two texts without a space, wherever markup divides them."""
    words = tuple(word for word in between if HAN[0] <= word[0] <= HAN[1])
    return previous.endswith(words) or part.startswith(words)


def separated(line: Line, byline: str, language: str | None) -> str:
    """The byline with ", " between names that nothing separates in the markup."""
    names = tokens(line)
    if names and after_label("by", names[0]) == "":
        names.pop(0)
    if len(names) < 2 or letters("".join(names)) != letters(byline):
        return byline
    if _SEPARATOR.search(byline) or are_joined(byline, language):
        return byline
    if any(opens_glued(name, language) for name in names[1:]):
        return byline
    between = conjunctions(language)
    if any(key(name) in CONJUNCTIONS or _joins_in_chinese(name, name, between) for name in names):
        return byline
    return ", ".join(names) if all(map(is_whole_name, names)) else byline


def is_whole_name(text: str) -> bool:
    """Whether a text is a name and not, as where markup divides one, a part of it."""
    return is_name(text) and has_two_words(text)


def people_links(line: Line) -> dict[str, str]:
    """The links of a line to pages of people: address by text."""
    if line.people is None:
        line.people = {}
        for link in _all_links(line):
            href = href_of(link)
            if leads_to(href.lower(), _PEOPLE) and (text := _name_in(link).strip(SEPARATORS)):
                line.people[text] = href
    return line.people


def _name_in(link: Node) -> str:
    """The text of a link, without a title in an element of its own behind a name."""
    texts = [node.text() for node in link.traverse(include_text=True) if node.is_text_node]
    if len(texts) == 2 and is_whole_name(fold(texts[0])) and is_affiliation(texts[1]):
        return fold(texts[0])
    return text_of(link)


def is_linked(line: Line) -> bool:
    """Whether all of a line's text is links, separators aside: a card's title, tags, an author's name."""
    if line.linked is None:
        texts = [run.node for run in line.runs if run.text.strip(SEPARATORS)] or _nodes(line)
        nodes = texts if line.may_link else []
        line.linked = bool(nodes) and all(map(_in_link, nodes))
    return line.linked


def links_of(line: Line) -> list[tuple[str, str]]:
    """The links in and around the texts of a line: text, address."""
    if line.links is None:
        line.links = [(text, href_of(link)) for link in _all_links(line) if (text := text_of(link))]
    return line.links


def image_of(line: Line) -> Node | None:
    """The picture of a figure."""
    if line.image is None and line.node is not None:
        line.image = line.node.css_first("img")
    return line.image


def letters_beside(line: Line, links: list[tuple[str, str]]) -> int:
    """How many letters of a line stand beside its links."""
    return len(line.letters) - sum(len(letters(text)) for text, _ in links)


def opens_with_link(line: Line) -> bool:
    """Whether a line begins with a link, as the entries of lists of other pieces do: title, day."""
    links = links_of(line)
    return bool(links) and len(line.text) <= LONGEST_LANDMARK and line.plain.startswith(links[0][0])


def tags_of(line: Line) -> list[tuple[str, str]]:
    """Those links of a line that are tags: they lead to topics, regions or a tag, or are marked as one."""
    return [
        (text, href)
        for link in _all_links(line)
        if (leads_to(href := href_of(link), TAGS) or _is_marked(link)) and (text := text_of(link))
    ]


def _is_marked(link: Node) -> bool:
    """Whether a link has the class or the relation "tag": docs/pages.md#blog-posts."""
    attributes = link.attributes
    return "tag" in f"{attributes.get('class') or ''} {attributes.get('rel') or ''}".split()


def _all_links(line: Line) -> list[Node]:
    if line.anchors is None:
        line.anchors = [link for node in _nodes(line) for link in _links(node)] if line.may_link else []
    return line.anchors


def share_links(line: Line, pieces: list[Line]) -> list[Line]:
    """The pieces of a line, each with those of its links whose words it holds."""
    for piece in pieces:
        piece.anchors = [link for link in _all_links(line) if text_of(link) in piece.text]
    return pieces


def without_sections(line: Line, text: str) -> str:
    """A text of a line without the links at its ends to topics, programs and the like, unless these are all of it."""
    for shown, href in links_of(line):
        if leads_to(href.lower(), NO_NAMES):
            bare = text.strip(SEPARATORS)
            text = bare.removesuffix(shown).removeprefix(shown).strip(SEPARATORS) or text
    return text


def note_text(line: Line) -> str:
    """The plain text, with a space behind a number that an element of its own sets before it."""
    number = line.runs[0].text.strip() if line.runs else ""
    glued = number.isdecimal() and line.plain.startswith(number)
    return f"{number} {line.plain[len(number) :].lstrip()}" if glued else line.plain


def leads_to(href: str, parts: tuple[str, ...]) -> bool:
    """Whether an address holds one of the parts that mark a kind of page: "/topics/"."""
    for part in parts:  # noqa: SIM110  # twice as quick as any(), and asked of every link
        if part in href:
            return True
    return False


ITALICS = ("em", "i")


def is_set_in(line: Line, tags: tuple[str, ...]) -> bool:
    """Whether all of a line stands in elements of some tags: in bold, in italics."""
    if line.runs:
        return all(_is_in(run.node, tags) for run in line.runs if letters(run.text))
    node = line.node
    if node is None or not node.is_element_node or line.kind == "text":
        return node is not None and _is_in(node, tags)
    held = [letters(part.text()) for part in node.css(", ".join(tags))]
    return line.letters in ("".join(held), *held)


def _is_in(node: Node, tags: tuple[str, ...]) -> bool:
    return any(outer.tag in tags for outer in (node, *ancestors(node, _FEW)))


def _nodes(line: Line) -> list[Node]:
    return [run.node for run in line.runs] or ([line.node] if line.node is not None else [])


def _links(node: Node) -> list[Node]:
    if node.tag == "a":
        return [node]
    found = node.css("a") if node.is_element_node else []
    if (link := _around(node)) is not None:
        found.append(link)
    return found


def _around(node: Node) -> Node | None:
    """The link around a text, where it stands within the line."""
    for outer in ancestors(node, _NEAR):
        tag = outer.tag
        if tag == "a":
            return outer
        if tag in _BLOCKS:
            return None
    return None


def _are_links(node: Node, text: str) -> bool:
    """Whether the texts of an element's links are all of its words."""
    return letters("".join(link.text() for link in node.css("a"))) == letters(text)


def _opens_with_text(node: Node) -> bool:
    """Whether an element begins with text that no link within it holds."""
    first = node.first_child
    if first is None or not first.is_text_node:
        return False
    return any(map(str.isalnum, (first.text_content or "").strip()[:_NEAR]))


def _in_link(node: Node) -> bool:
    if node.tag == "a":
        return True
    if node.is_element_node and (link := node.css_first("a")) is not None:
        if _opens_with_text(node):
            return False
        text = text_of(node)
        return text_of(link) == text or (len(text) <= _SHORT and _are_links(node, text))
    return any(outer.tag == "a" for outer in ancestors(node, _NEAR))
