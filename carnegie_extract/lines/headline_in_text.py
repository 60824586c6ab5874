"""Finding the headline of a plain text: by the lines above it and the date below."""

from __future__ import annotations

from carnegie_extract.base.text import key
from carnegie_extract.lines.grammar import is_row
from carnegie_extract.lines.header_parts import has_byline, is_dated, read_parts
from carnegie_extract.lines.sections import TAIL
from carnegie_extract.page.flow import Flow, Line
from carnegie_extract.page.page import Page
from carnegie_extract.words.addresses import Address, read_address
from carnegie_extract.words.carnegie import BLOGS, is_carnegie_address, is_carnegie_name
from carnegie_extract.words.vocabulary import after_label, is_button, is_credit, is_type_label, is_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.page.reading import Awaited, Part

_LONGEST_HEADER = 12


def find_headline_in_text(page: Page) -> int | None:
    """The headline: the first line under type label and blog, above the line with the date."""
    flow, metadata = page.flow, page.metadata
    dated = next((at for at in range(len(flow)) if _is_dated_text(page, at)), None)
    tail = next((at for at, words in flow.landmarks.items() if words & TAIL), len(flow))
    if dated is None or dated > tail:
        return None
    top = max(dated - _LONGEST_HEADER, 0)
    labels = [at for at in range(top, dated) if flow[at].kind == "p" and is_type_label(flow[at].text)]
    start = labels[-1] + 1 if labels else _below_furniture(flow, top, dated)
    lines = [at for at in range(start, dated) if not _is_furniture(page, at)]
    if not (labels or metadata.present or _is_labelled(flow, start, dated) or address_above(flow, start)):
        return None  # it may as well be a menu's last line
    blog = metadata.string("blog")
    while len(lines) > 1 and labels and _is_blog(flow, lines[0], labels[-1], blog):
        lines.pop(0)
    return lines[0] if lines else None


def address_above(flow: Flow, headline: int) -> str:
    """The address of the article, alone in a line above its headline, as mails of a page print it; "" without one."""
    found = (_address_of(line) for line in flow[:headline])
    own = [each for each in found if each is not None and is_carnegie_address(each.url) and each.path[1:]]
    return own[-1].url if own else ""


def _address_of(line: Line) -> Address | None:
    """The address that a line is, in angle brackets perhaps; None for a line with other words."""
    text = line.text.strip("<>")
    return read_address(text) if text.startswith(("http://", "https://")) and " " not in text else None


def _is_labelled(flow: Flow, start: int, dated: int) -> bool:
    """Whether a header says "By" or "Published on", or lists its date with the type label."""
    lines = [flow[at].text for at in range(start, min(dated + 2, len(flow)))]
    labelled = any(after_label(role, text) is not None for role in ("by", "published") for text in lines)
    return labelled or _is_beside_label(flow, dated)


def _is_dated_text(page: Page, at: int) -> bool:
    if page.flow[at].kind != "p" and not _is_beside_label(page.flow, at):
        return False
    parts = read_parts(page, at)
    return is_dated(parts) or _waits_for(parts, "date")


def _is_beside_label(flow: Flow, at: int) -> bool:
    """Whether an item of a list has a type label beside it: legacy publications list date, type and outlet."""
    beside = flow[max(at - 2, 0) : at + 3] if flow[at].kind == "li" else ()
    return any(
        line.item == flow[at].item and line.kind == "li" and is_type_label(line.text) for line in beside
    )


def _waits_for(parts: list[Part], what: Awaited) -> bool:
    return any(part.says.waits == what for part in parts)


def _below_furniture(flow: Flow, top: int, dated: int) -> int:
    """Without a type label: below the site's name, a menu or a path, the credit, a control, an address, a rule."""
    above = [
        at
        for at in range(top, dated)
        if flow[at].kind == "li"
        or is_credit(flow[at].text)
        or is_button(flow[at].text)
        or is_carnegie_name(flow[at].text)
        or is_row(flow[at].text)
        or _address_of(flow[at]) is not None
        or not flow[at].letters
    ]
    below_menu = [
        at
        for at in above
        if any(flow[n].kind == "p" and not is_button(flow[n].text) for n in range(at + 1, dated))
    ]
    furniture = [at for at in below_menu if not _link_copied(flow, at, dated)]
    return furniture[-1] + 1 if furniture else top


def _link_copied(flow: Flow, at: int, dated: int) -> bool:
    """Whether a control stands between dek and byline and so below the headline."""
    return is_button(flow[at].text) and all(
        after_label("by", flow[n].text) is not None or is_button(flow[n].text) for n in range(at + 1, dated)
    )


def _is_furniture(page: Page, at: int) -> bool:
    line = page.flow[at]
    if line.kind == "li" or is_button(line.text) or is_credit(line.text) or is_word("subscribe", line.text):
        return True
    parts = read_parts(page, at)
    return has_byline(parts) or _waits_for(parts, "byline")


def _is_blog(flow: Flow, at: int, label: int, blog: str | None) -> bool:
    """Whether the line under the type label is a blog's name: a known one, or one that comes again."""
    text = key(flow[at].text)
    if blog is not None:
        return text == key(blog)
    if text in BLOGS:
        return True
    again = sum(key(line.text) == text for line in flow[at + 1 :])
    return at == label + 1 and flow[at].item == flow[label].item and again > 0
