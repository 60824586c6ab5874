"""The PDF that a page offers."""

from __future__ import annotations

from carnegie_extract.fields.address import absolute
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.lines.parts import links_of
from carnegie_extract.page.dom import Node, ancestors, find, href_of, text_of
from carnegie_extract.words.addresses import original
from carnegie_extract.words.carnegie import is_carnegie_address
from carnegie_extract.words.vocabulary import is_button

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from carnegie_extract.fields.field import Place
    from carnegie_extract.page.flow import Line

_NOTE_IDS = ("footnote", "_ftn", "_edn")
_NEAR = 12
_MOST_LINKS = 4


def selected_pdf(evidence: Evidence) -> Found | None:
    """The link in which the layout expects it."""
    tree = evidence.page.tree
    for selector in evidence.layout.pdf if tree is not None else ():
        for link in find(tree, selector) if tree is not None else ():
            if ".pdf" in href_of(link).lower():
                return _found(evidence, href_of(link))
    return None


def offered_pdf(evidence: Evidence) -> Found | None:
    """A link outside the prose that offers a PDF and leads to the Endowment's files."""
    tree = evidence.page.tree
    for link in tree.css('a[href*=".pdf" i]') if tree is not None else ():
        if _offers(link) and _is_own(href_of(link)) and _stands_alone(evidence, link):
            return _found(evidence, href_of(link))
    return None


def pdf_button(evidence: Evidence) -> Found | None:
    """A line that is nothing but a link to a PDF of the Endowment's."""
    return _first(evidence, evidence.lines("pdf"), own=True)


def header_pdf(evidence: Evidence) -> Found | None:
    """A button for a PDF between headline and text, wherever it leads: files have hosts of their own."""
    header = range(evidence.judged.headline + 1, evidence.judged.start)
    return _first(evidence, ((at, line) for at, line in evidence.lines("button") if at in header))


def additional_link(evidence: Evidence) -> Found | None:
    """A PDF below "Additional Links", also on another site: the page may represent another institution's paper."""
    landmarks = evidence.flow.landmarks.items()
    labels = [at for at, words in landmarks if "additional_links" in words and at >= evidence.judged.headline]
    return _first(
        evidence,
        ((n, line) for at in labels for n, line in enumerate(evidence.flow[at : at + _MOST_LINKS + 1], at)),
    )


PDF = Field("pdf", (selected_pdf, offered_pdf, pdf_button, header_pdf, additional_link))


def _first(evidence: Evidence, lines: Iterable[tuple[int, Line]], *, own: bool = False) -> Found | None:
    """The first link of some lines to a PDF; `own`: that leads to the Endowment's files."""
    for at, line in lines:
        for _, href in links_of(line):
            if ".pdf" in href.lower() and (not own or _is_own(href)):
                return _found(evidence, href, at)
    return None


def _found(evidence: Evidence, href: str, at: Place = "markup") -> Found | None:
    return found(absolute(href, evidence.url, evidence.head.base), at)


def _offers(link: Node) -> bool:
    text = text_of(link)
    return "pdf" in text.casefold() or is_button(text.partition(" (")[0])


def _is_own(href: str) -> bool:
    """Whether a link leads to the Endowment's files."""
    return is_carnegie_address(original(href)) or not href.lower().startswith(("http:", "https:", "//"))


def _stands_alone(evidence: Evidence, link: Node) -> bool:
    length = len(link.text())
    for outer in ancestors(link, _NEAR):
        tag = outer.tag
        if tag in ("p", "li", "td", "dd") and len(outer.text()) > length + 30:
            return False
        if tag in ("nav", "footer", "blockquote") or (outer.id or "").startswith(_NOTE_IDS):
            return False
        if tag == "article":
            verdict = evidence.judged.verdicts.get(evidence.flow.span(outer)[0])
            return verdict is None or verdict.role != "card"
    return True
