"""The hero image."""

from __future__ import annotations

from carnegie_extract.base.record import Image
from carnegie_extract.base.text import fold, key
from carnegie_extract.fields.address import absolute
from carnegie_extract.fields.field import Evidence, Field, Found
from carnegie_extract.page.dom import Node, ancestors
from carnegie_extract.page.flow import Line
from carnegie_extract.words.agencies import ends_with_credit
from carnegie_extract.words.vocabulary import entries, is_credit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.fields.field import Place

_MISSING = entries("missing_image")
_MOST_UNDER = 2
"""Lines in an element with a picture and its credit: the picture may be a line without text."""
_REACH = 8
"""The hero stands at most so many lines above the headline, or below it before the body."""


def hero_image(evidence: Evidence) -> Found | None:
    """The address in the head, else that of the picture near the headline; alt and credit from the page."""
    near = _near(evidence)
    if any(key(line.text) in _MISSING for _, line in near):
        return None
    at, hero = next(((at, line) for at, line in near if _is_hero(evidence, line)), (0, None))
    picture = _picture(hero.node) if hero is not None and hero.node is not None else None
    places: tuple[tuple[str | None, Place], ...] = (
        (evidence.head.meta("og:image", "twitter:image"), "head"),
        (evidence.head.linked.image, "json-ld"),
        (_address(picture), at),
    )
    url, place = next(((url, place) for url, place in places if url), (None, at))
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


def _is_hero(evidence: Evidence, line: Line) -> bool:
    if _is_set_apart(evidence, line):
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
    return holder.css_first("img") is not None and holder.text().strip() == line.text


def _picture(node: Node) -> Node | None:
    """The picture in a figure, or beside a credit line; not a logo."""
    for around in (node, *(outer for outer, _ in zip(ancestors(node), range(2), strict=False))):
        if around.is_element_node and around.tag not in ("main", "section"):
            for image in around.css("img"):
                if "logo" not in (image.attributes.get("alt") or "").lower():
                    return image
    return None


def _address(picture: Node | None) -> str | None:
    return (picture.attributes.get("src") or "").strip() or None if picture is not None else None
