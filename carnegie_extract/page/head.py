"""What a page says of itself apart from its text: the metadata block, JSON-LD, head tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.page.dom import Node, Tree, href_of, text_of
from carnegie_extract.page.flow import Flow
from carnegie_extract.words.addresses import as_read
from carnegie_extract.words.carnegie import BLOGS, names_carnegie, without_name_of_site

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PEOPLE = ("author", "citation_author")
_TITLES = ("og:title", "title", "twitter:title")
BEFORE_SITE = ("|", " - ", " – ", " — ", " « ", "::")
_OWN_NAMES = ("authors", "primaryCenter", "centerAffiliationAll")
_OWN_KEYS = pattern(rf"""["'](?:{"|".join(_OWN_NAMES)})["']""")
_KEYED = pattern(rf"""["'](?:{"|".join(_OWN_NAMES)})\\?["']\s*:""")
_LINKED_DATA = "application/ld+json"
_SITE = "WebSite"
_OWN_TITLE_STARTS = 60
"""Letters of a title, at which programs cut it off."""
_ARTICLE_TYPE = pattern(r"(?:.*[/:])?(?:[A-Z]\w*Article|Article|BlogPosting|Report|Event)")
_INFINITY = float("inf")
_FORGIVING = json.JSONDecoder(strict=False)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_MOST_LEVELS = 253
"""Of objects and lists in each other; with the record around them orjson, for one, writes no more."""
_ASSIGNMENT = pattern(r"""(?:(?:var|let|const)\s+)?[\w$.\["'\]]+\s*=\s*(\{.*\})\s*;?""", re.S)


_MOST_MENUS = 50
_IN_MENU = "[hidden], pre, code, script, div, span, font"
"""Elements of a menu that may hold the metadata block."""
_NOT_PRINTED = ("script", "textarea")
_MOST_ASKED = 1000
"""So many elements that begin with "{" are looked at; a page with a metadata block has one or two."""


class LinkedData(NamedTuple):
    """The article as schema.org describes it; see docs/pages.md#the-head."""

    headline: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    image: str | None = None
    publisher: str | None = None
    """The publisher's name, or that of the site."""


class Head(NamedTuple):
    """Head tags by name, wherever in the document they ended up; "" where the page has none."""

    title: str
    metas: dict[str, str]
    canonical: str
    lang: str
    linked: LinkedData
    scripts: tuple[str, ...] = ()
    """Texts of scripts that may be the metadata block."""
    sources: tuple[str, ...] = ()
    """Addresses of scripts."""
    base: str = ""
    """The address that relative links of the page start from."""
    people: dict[str, tuple[str, ...]] = {}  # noqa: RUF012  # it is never changed
    """The values of tags that may come several times, each one person's name."""

    def values(self, name: str) -> tuple[str, ...]:
        """The folded values of a tag that may come several times."""
        return self.people.get(name, ())

    def meta(self, *names: str) -> str | None:
        """The first of the `<meta>` tags `names` that says something, folded."""
        for name in names:
            if value := fold(self.metas.get(name, "")):
                return value
        return None

    @property
    def titles(self) -> list[str]:
        """The headline as `<title>`, `og:title` and their like say it, without the site's name."""
        return _titles(self.title, self.metas, self.linked.headline)

    @property
    def descriptions(self) -> list[str]:
        """The dek as the head says it; often nothing, sometimes the site's own description."""
        texts = (
            self.meta("og:description"),
            self.meta("description"),
            self.meta("twitter:description"),
            self.linked.description,
        )
        return [text for text in texts if text]


def _titles(title: str, metas: dict[str, str], *more: str | None) -> list[str]:
    titles = (title, *map(metas.get, _TITLES), *more)
    bare = [without_site(title) for title in dict.fromkeys(titles) if title]
    return [title for title in (*bare, *map(without_name_of_site, bare)) if title]


EMPTY_HEAD = Head("", {}, "", "", LinkedData())
"""That of a plain text."""


def read_head(tree: Tree) -> Head:
    """Read the head tags and the JSON-LD of a page."""
    root = tree.root
    metas: dict[str, str] = {}
    people: dict[str, list[str]] = {}
    found = _elements(tree)
    for node in found.get("meta", ()):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and (content := attributes.get("content")):
            metas.setdefault(name.lower(), content)
            if name.lower() in _PEOPLE and (person := fold(content)):
                people.setdefault(name.lower(), []).append(person)
    data, inline, sources = _read_scripts(found.get("script", ()))
    titles = (node for node in found.get("title", ()) if _in_head(node))
    title = next((text for node in titles if (text := fold(node.text()))), "")
    canonical = next(filter(None, map(href_of, found.get("link", ()))), "")
    heading = next(filter(None, map(text_of, found.get("h1", ()))), "")
    address = canonical or metas.get("og:url", "")
    return Head(
        title=title,
        metas=metas,
        canonical=canonical,
        lang=(root.attributes.get("lang") or root.attributes.get("xml:lang") or "").strip() if root else "",
        linked=_linked_data(data, _titles(title, metas, heading), address),
        scripts=tuple(text for text in map(_assigned, inline) if looks_like_metadata(text)),
        sources=tuple(sources),
        base=_base(found.get("base", ())),
        people={name: tuple(persons) for name, persons in people.items()},
    )


def _elements(tree: Tree) -> dict[str, list[Node]]:
    """The elements that the head is read from, by tag: found on one way through the tree."""
    found: dict[str, list[Node]] = {}
    for node in tree.css('meta, title, h1, script, base[href], link[rel~="canonical" i]'):
        found.setdefault(node.tag or "", []).append(node)
    return found


def _base(bases: Sequence[Node]) -> str:
    href = as_read(href_of(bases[0])) if bases else ""
    return href if href.startswith(("http", "/")) else ""


def _read_scripts(scripts: Iterable[Node]) -> tuple[list[str], list[str], list[str]]:
    """The texts of JSON-LD and of other scripts, and the addresses of those that stand elsewhere."""
    data, inline, sources = [], [], []
    for script in scripts:
        attributes = script.attributes
        if source := attributes.get("src"):
            sources.append(source)
        elif (attributes.get("type") or "").lower() == _LINKED_DATA:
            data.append(script.text())
        else:
            inline.append(script.text().strip())
    return data, inline, sources


def _assigned(script: str) -> str:
    """The object of a script that does nothing but assign one; any other script as it is."""
    # Scripts are long, and nearly all are somebody else's.
    if script[:1] == "{" or not any(name in script for name in _OWN_NAMES):
        return script
    match = _ASSIGNMENT.fullmatch(script)
    return match[1] if match else script


def _in_head(title: Node) -> bool:
    return title.parent is None or title.parent.tag != "svg"


def without_site(title: str) -> str:
    """`title` without " | Carnegie Endowment for International Peace" and its like."""
    bare = fold(title)
    for _ in range(3):  # a center's name may stand before the Endowment's
        for separator in BEFORE_SITE:
            headline, _, site = bare.rpartition(separator)
            if headline and (names_carnegie(site) or key(site) in BLOGS):
                bare = headline.rstrip()
                break
        else:
            break
    return bare


def _linked_data(scripts: list[str], titles: list[str], address: str) -> LinkedData:
    """The article in JSON-LD that is the page: the one with its title, or else its address.

    Another may describe what the page is about, and surely does where title and address are not the page's.
    """
    items = list(_items(scripts))
    names = _names_of_publishers(items)
    articles = [_described(item, names) for item in items if _is_article(item)]
    titled = (article for article in articles if _has_title(article, titles))
    addressed = (article for article in articles if address and _place(article.url) == _place(address))
    other = (article for article in articles if not (titles and article.headline and _place(article.url)))
    found = next(chain(titled, addressed, other), LinkedData())
    return found if found.publisher else found._replace(publisher=names.get(_SITE))


def _place(url: str | None) -> str:
    """An address without query and fragment."""
    return re.split("[?#]", url or "", maxsplit=1)[0].rstrip("/")


def _has_title(article: LinkedData, titles: list[str]) -> bool:
    """Whether an article's headline is one of a page's titles, perhaps cut off, or with a site's name behind it."""
    headline = key(without_site(article.headline or ""))
    return bool(headline) and any(_begins_with(key(title), headline) for title in titles)


def _begins_with(title: str, headline: str) -> bool:
    """Whether a title is a headline, its beginning is a long one, or a site's name stands behind it."""
    bare, start = letters(title), letters(headline)
    if bare == start or (len(start) >= _OWN_TITLE_STARTS and bare.startswith(start)):
        return True
    return title.startswith(tuple(headline + between for between in (*BEFORE_SITE, " |")))


def _is_article(item: dict[str, Any]) -> bool:
    kinds = _listed(item.get("@type"))
    return any(isinstance(kind, str) and _ARTICLE_TYPE.fullmatch(kind) for kind in kinds)


def _names_of_publishers(items: list[dict[str, Any]]) -> dict[str, str]:
    """The names that organizations and sites have in JSON-LD, by their ids; the site's own by its type."""
    names: dict[str, str] = {}
    for item in items:
        name = item.get("name")
        if isinstance(name, str) and fold(name):
            ids = (item.get("@id"), *(kind for kind in _listed(item.get("@type")) if kind == _SITE))
            names |= {own: fold(name) for own in ids if isinstance(own, str)}
    return names


def _publisher(item: dict[str, Any], names: dict[str, str]) -> str | None:
    """The name of an item's publisher, which may be given by the id of another item."""
    for publisher in _listed(item.get("publisher")):
        if isinstance(publisher, dict) and isinstance(known := publisher.get("@id"), str) and known in names:
            return names[known]
    return next(_names(item.get("publisher")), None)


def _described(item: dict[str, Any], names: dict[str, str]) -> LinkedData:
    return LinkedData(
        headline=_string(item, "headline", "name"),
        description=_string(item, "description"),
        authors=tuple(each_name(_names(item.get("author")))),
        published=_string(item, "datePublished"),
        modified=_string(item, "dateModified"),
        url=_string(item, "url", "mainEntityOfPage", "@id"),
        image=_string(item, "image", "thumbnailUrl"),
        publisher=_publisher(item, names),
    )


def _items(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """Every object of every JSON-LD script: bare, in a list, in an `@graph`."""
    for script in scripts:
        found = _listed(load_json(script))
        for item in found:  # which grows
            if isinstance(item, dict):
                yield item
                found += _listed(item.get("@graph"))  # its items come in their turn


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _string(item: dict[str, Any], *keys: str) -> str | None:
    for name in keys:
        for value in _listed(item.get(name)):
            text = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(text, str) and fold(text):
                return fold(text)
    return None


def _names(authors: object) -> Iterator[str]:
    for author in _listed(authors):
        names = author.get("name") if isinstance(author, dict) else author
        for name in _listed(names):
            if isinstance(name, str) and fold(name):
                yield fold(name)


def each_name(values: Iterable[str]) -> Iterator[str]:
    """The names in values that hold one each, or several with semicolons between."""
    return (name.strip() for value in values for name in value.split(";") if name.strip())


def load_json(text: str) -> Any:
    """The JSON value in `text`, None where there is none; forgives raw control characters."""
    try:
        return _FORGIVING.decode(text)
    except (ValueError, RecursionError):
        return None


class Metadata(NamedTuple):
    """The page's metadata block: `block` None and `broken` true where it can't be read.

    `changed`: the record can't say all of it as it is. `unlike`: data of another shape stand in its place, which
    do not tell that the page is an article.
    """

    block: dict[str, Any] | None = None
    broken: bool = False
    changed: bool = False
    unlike: bool = False

    @property
    def present(self) -> bool:
        """Whether the page has a block, readable or not."""
        return self.block is not None or self.broken

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of strings, or of objects with a name, in the block; () where there is none."""
        values = _listed((self.block or {}).get(name))
        named = (value.get("name") if isinstance(value, dict) else value for value in values)
        return tuple(s for v in named if isinstance(v, str) and (s := fold(v)))

    def string(self, name: str) -> str | None:
        """A string in the block; None where there is none."""
        value = (self.block or {}).get(name)
        return fold(value) or None if isinstance(value, str) else None


class _BlockReader:
    """Reads JSON and notes whether the record can say it as it is: else it is `changed`."""

    def __init__(self) -> None:
        self.changed = False
        self._decoder = json.JSONDecoder(
            strict=False,
            object_pairs_hook=self._object,
            parse_float=self._float,
            parse_constant=self._constant,
        )

    def read(self, text: str) -> tuple[Any, int]:
        """The value that a text begins with and where it ends; None where there is none."""
        try:
            return self._decoder.raw_decode(text)
        except (ValueError, RecursionError):
            return None, 0

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.changed = self.changed or len(found) < len(pairs)
        return found

    def _float(self, text: str) -> float | None:
        value = float(text)
        if _digits(text) != _digits(repr(value)):
            self.changed = True
        return None if value in (_INFINITY, -_INFINITY) else value

    def _constant(self, _: str) -> None:
        self.changed = True


def _digits(number: str) -> str:
    """The digits of a number that count."""
    return number.lower().partition("e")[0].replace(".", "").lstrip("-0").rstrip("0")


def read_block(text: str) -> tuple[Metadata | None, int]:
    """The metadata block that a text begins with and where it ends; None where it begins with another value.

    A text that begins with no JSON at all ends at 0.
    """
    reader = _BlockReader()
    block, end = reader.read(text)
    if not is_metadata(block):
        return None, end
    if not _can_be_written(block):
        return Metadata(broken=True), end
    return Metadata(block, changed=reader.changed), end


def find_metadata(tree: Tree, head: Head, flow: Flow, headline: int | None) -> Metadata:
    """Find the block by its shape: a JSON object with `authors` and `type`, in text or in a script."""
    broken = False
    in_menus: list[str] = []
    for text in _candidates(tree, head, flow, in_menus):
        metadata, end = read_block(text)
        if text[end:].strip():
            metadata, end = None, 0
        if metadata is not None and metadata.block is not None:
            return metadata
        broken = broken or end == 0 or metadata is not None
    return Metadata(broken=broken, unlike=holds_data((line.text for line in flow[: headline or 0]), in_menus))


def holds_data(*texts: Iterable[str]) -> bool:
    """Whether one of the texts over a headline is data, or holds a key of the metadata block and a colon.

    A number alone in brackets is the call of a note.
    """
    return any(_is_data(text) or _KEYED.search(text) for text in chain(*texts) if "{" in text or "[" in text)


def _is_data(text: str) -> bool:
    if text[0] not in "{[" or text[-1] not in "}]":
        return False
    value = load_json(text)
    return isinstance(value, dict) or (isinstance(value, list) and len(value) != 1)


def _can_be_written(block: object) -> bool:
    """Whether a record can hold a JSON value: no half of a surrogate pair, no nesting without end."""
    if not _is_shallow(block, _MOST_LEVELS):
        return False
    try:
        _ENCODER.encode(block).encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_shallow(value: object, levels: int) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return not isinstance(value, list) or (
        levels > 0 and all(_is_shallow(part, levels - 1) for part in value)
    )


def is_metadata(block: object) -> bool:
    """Whether a JSON value has the shape of a metadata block, with any content."""
    if not (isinstance(block, dict) and "authors" in block and "type" in block):
        return False
    return isinstance(block["authors"], list) or any(name in block for name in _OWN_NAMES[1:])


def looks_like_metadata(text: str) -> bool:
    """Whether `text` starts as a metadata block does, readable or not."""
    return text.startswith("{") and _OWN_KEYS.search(text) is not None


_AUTHORS = '"authors"'


def _candidates(tree: Tree, head: Head, flow: Flow, in_menus: list[str]) -> Iterator[str]:
    """Texts that may be the block; what else is printed in menus goes to `in_menus`."""
    asked: set[int] = set()
    for block in flow:
        if block.text[:1] == "{" and block.node is not None:
            yield from _around(block.node, asked)
        elif _AUTHORS in block.text:  # in one line with the links of a bar
            for run in block.runs:
                if run.text.lstrip()[:1] == "{":
                    yield from _around(run.node, asked)
    yield from head.scripts
    menus = tree.css("nav")[:_MOST_MENUS]
    yield from chain.from_iterable(map(_bare_in, menus))
    for element in chain(tree.css("textarea"), *(menu.css(_IN_MENU) for menu in menus)):
        first = element.first_child
        text = (first.text_content or "").strip() if first is not None and first.is_text_node else ""
        if text[:1] == "{":
            yield from _around(element, asked)
        if text and element.tag not in _NOT_PRINTED:
            in_menus.append(text)


def _bare_in(menu: Node) -> Iterator[str]:
    """The texts of a menu that no element of it holds and that begin as the block does."""
    for child in menu.iter(include_text=True):
        if child.is_text_node and looks_like_metadata(text := (child.text_content or "").strip()):
            yield text


def _around(node: Node, asked: set[int]) -> Iterator[str]:
    """The text of an element that starts with "{", or, where markup colours it, of one around it.

    `asked` are the elements, by `mem_id`, that other lines were in.
    """
    for _ in range(4):
        if node.mem_id in asked or len(asked) > _MOST_ASKED:
            return
        asked.add(node.mem_id)
        text = node.text().strip()
        if looks_like_metadata(text):
            yield text
            return
        if node.parent is None or not text.startswith("{"):
            return
        node = node.parent
