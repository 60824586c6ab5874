"""The hero image."""

from __future__ import annotations

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.record import Image
from carnegie_extract.base.text import fold, key
from carnegie_extract.fields.address import absolute
from carnegie_extract.fields.field import Evidence, Field, Found
from carnegie_extract.page.dom import Node, ancestors
from carnegie_extract.page.flow import Line
from carnegie_extract.words.agencies import ends_with_credit
from carnegie_extract.words.carnegie import BLOGS, is_carnegie
from carnegie_extract.words.vocabulary import entries, is_credit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.fields.field import Place

_MISSING = entries("missing_image")
_MOST_UNDER = 2
"""Lines in an element with a picture and its credit: the picture may be a line without text."""
_HERO = pattern(r"(?<![a-z])(?:hero|lead|featured|cover)(?![a-z])")
_SIGN = pattern(r"(?<![a-z])(?:logo|icon|avatar|portrait|headshot)(?![a-z])")
_WIDE = 400
"""Pixels."""
_NO_HEROES = frozenset(("a", "button", "nav", "aside", "footer", "form"))
"""Elements whose pictures lead elsewhere."""
_OF_HEADER = ("label", "blog", "headline", "dek", "byline", "date", "tool")
"""Lines that a picture may be beside and that are not a credit: an icon, a portrait."""
_REACH = 8
"""The hero stands at most so many lines above the headline, or below it before the body."""


def hero_image(evidence: Evidence) -> Found | None:
    """The address in the head, else that of the picture near the headline; alt and credit from the page."""
    near = _near(evidence)
    if any(key(line.text) in _MISSING for _, line in near):
        return None
    at, hero = next(((at, line) for at, line in near if _is_hero(evidence, at, line)), (0, None))
    picture = _picture(hero.node) if hero is not None and hero.node is not None else None
    places: tuple[tuple[str | None, Place], ...] = (
        (evidence.head.meta("og:image", "twitter:image"), "head"),
        (evidence.head.linked.image, "json-ld"),
        (_address(picture), at),
    )
    url, place = next(((url, place) for url, place in places if url), (None, at))
    if not url:
        picture, place = _named_hero(evidence), "markup"
        url = _address(picture)
    if not url:
        return None
    alt = fold(picture.attributes.get("alt") or "") if picture is not None else ""
    credit = hero.plain if hero is not None else ""
    return Found(Image(absolute(url, evidence.url) or url, alt or None, credit or None), place)


def _near(evidence: Evidence) -> list[tuple[int, Line]]:
    headline, body = evidence.judged.headline, evidence.judged.start
    first = max(headline - _REACH, 0)
    return list(enumerate(evidence.flow[first : max(body, headline + 1)], first))


IMAGE = Field("image", (hero_image,))


def _is_hero(evidence: Evidence, at: int, line: Line) -> bool:
    verdict = evidence.judged.verdicts.get(at)
    if _is_set_apart(evidence, line) or (verdict is not None and verdict.role in _OF_HEADER):
        return False
    if line.kind == "figure" or is_credit(line.text) or _is_under_picture(evidence, line):
        return True
    return ends_with_credit(line.text)


def _is_set_apart(evidence: Evidence, line: Line) -> bool:
    """Whether a line stands in a card or a form; an `article` around the headline is the article's own."""
    if line.box is None or line.box.tag not in ("article", "form"):
        return False
    start, end = evidence.flow.span(line.box.node)
    return not start <= evidence.judged.headline < end


def _is_under_picture(evidence: Evidence, line: Line) -> bool:
    """Whether a line is the only text in one element with a picture: a credit without a label."""
    holder = line.holder
    if (
        holder is None
        or holder.tag in ("main", "section", "header", "body")
        or line.kind not in ("p", "text")
    ):
        return False
    start, end = evidence.flow.span(holder)
    if end - start > _MOST_UNDER:
        return False
    return any(not _is_logo(image) for image in holder.css("img")) and holder.text().strip() == line.text


def _named_hero(evidence: Evidence) -> Node | None:
    """The picture without a caption that is called so, or wide, in one element with the headline and no other text."""
    tree, flow = evidence.page.tree, evidence.flow
    for image in tree.css("img[src]") if tree is not None else ():
        inner = [image]
        for outer in ancestors(image):
            start, end = flow.span(outer)
            if outer.tag in _NO_HEROES or end > start:
                break
            inner.append(outer)
        else:
            continue
        beside = outer.tag not in _NO_HEROES and start <= evidence.judged.headline < end
        if beside and not _is_logo(image) and (_is_wide(image) or any(map(_is_called_hero, inner))):
            return image
    return None


def _is_wide(image: Node) -> bool:
    width = image.attributes.get("width") or ""
    return width.isdecimal() and int(width) >= _WIDE


def _is_called_hero(node: Node) -> bool:
    return _HERO.search(_called(node)) is not None


def _called(node: Node) -> str:
    """The classes and the id of an element."""
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()


def _is_logo(image: Node) -> bool:
    """Whether a picture stands for a site, a blog or a person, by its words or its name."""
    alt = image.attributes.get("alt") or ""
    if key(alt) in BLOGS or "logo" in alt.lower() or is_carnegie(alt):
        return True
    return any(_SIGN.search(_called(node)) for node in (image, image.parent) if node is not None)


def _picture(node: Node) -> Node | None:
    """The picture in a figure, or beside a credit line; no logo."""
    for around in (node, *ancestors(node, 2)):
        if around.is_element_node and around.tag not in ("main", "section"):
            for image in around.css("img"):
                if not _is_logo(image):
                    return image
    return None


def _address(picture: Node | None) -> str | None:
    return (picture.attributes.get("src") or "").strip() or None if picture is not None else None
