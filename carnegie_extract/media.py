"""The hero image and the PDF that a page offers."""

import re

from carnegie_extract.addresses import original
from carnegie_extract.article import Image
from carnegie_extract.dom import Node, Tree, ancestors, href_of, text_of, unmarked
from carnegie_extract.flow import Block
from carnegie_extract.landmarks import is_button, is_credit
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.site import is_carnegie_address
from carnegie_extract.text import fold

_PHOTOGRAPH = pattern(
    r"\((?:Photo|Image|Illustration|Фото|صورة|تصوير|图)[^()]*\)\s*$|via Getty Images\)?\s*$", re.I
)
_MISSING = "required image"
_NOTE_IDS = ("footnote", "_ftn", "_edn")
_REACH = 8
"""The hero stands at most so many lines above the headline, or below it before the body."""


def read_image(page: Page, body: int) -> Image | None:
    """The hero image: its address from the head, else from the page; `body` is where the body begins."""
    assert page.headline is not None
    near = page.flow[max(page.headline - _REACH, 0) : max(body, page.headline + 1)]
    if any(block.text.casefold() == _MISSING for block in near):
        return None
    hero = next((block for block in near if _is_hero(block)), None)
    picture = _picture(hero.node) if hero is not None and hero.node is not None else None
    url = page.head.meta("og:image", "twitter:image") or page.head.linked.image or _address(picture)
    if not url:
        return None
    alt = fold(picture.attributes.get("alt") or "") if picture is not None else ""
    credit = unmarked(hero.text)[0] if hero is not None else ""
    return Image(url=url, alt=alt or None, credit=credit or None)


def _is_hero(block: Block) -> bool:
    if block.box is not None and block.box.tag in ("article", "form"):
        return False
    if block.kind == "figure" or is_credit(block.text):
        return True
    return block.text[-1:] in ")s" and _PHOTOGRAPH.search(block.text) is not None


def _picture(node: Node) -> Node | None:
    """The picture in a figure, or beside a credit line; not a logo."""
    for around in (node, *list(ancestors(node))[:2]):
        if around.is_element_node and around.tag not in ("main", "section"):
            for image in around.css("img"):
                if "logo" not in (image.attributes.get("alt") or "").lower():
                    return image
    return None


def _address(picture: Node | None) -> str | None:
    return (picture.attributes.get("src") or "").strip() or None if picture is not None else None


def read_pdf(tree: Tree, selectors: tuple[str, ...]) -> str | None:
    """The address of the PDF that the page offers: a link of its own, not one in the prose."""
    for selector in selectors:
        for link in tree.css(selector):
            if ".pdf" in href_of(link).lower():
                return href_of(link)
    for link in tree.css('a[href*=".pdf" i]'):
        if _offers(link) and _stands_alone(link):
            return href_of(link)
    return None


def _offers(link: Node) -> bool:
    """Whether a link reads as an offer of the page's own PDF, and leads to the Endowment's files."""
    text = text_of(link)
    if "pdf" not in text.casefold() and not is_button(text):
        return False
    href = href_of(link)
    return is_carnegie_address(original(href)) or not href.lower().startswith(("http:", "https:", "//"))


def _stands_alone(link: Node) -> bool:
    length = len(link.text())
    for outer in ancestors(link):
        tag = outer.tag
        if tag in ("p", "li", "td", "dd") and len(outer.text()) > length + 30:
            return False
        if tag in ("article", "nav", "footer", "blockquote") or (outer.id or "").startswith(_NOTE_IDS):
            return False
    return True
