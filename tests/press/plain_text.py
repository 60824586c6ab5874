"""Pages saved as plain text (docs/pages.md#plain-text).

Paragraphs stand on lines of their own with blank lines between them, list items begin with a
bullet, NBSP stays, addresses and markup are gone, and the tags are glued together.
"""

import json
from collections.abc import Iterator

from .article import (
    ENDOWMENT,
    Block,
    Break,
    Bullets,
    Card,
    Figure,
    Heading,
    Newsletter,
    Outlet,
    Page,
    PullQuote,
    Quotation,
    Table,
    Video,
)
from .chrome import Chrome
from .inline import to_copy


def glued(number: str) -> str:
    """A note marker as a browser copies it: the figure alone, right behind the word."""
    return number


def render(page: Page, chrome: Chrome) -> str:
    """The whole text."""
    lines = [
        "",
        *_menu(chrome),
        json.dumps(page.metadata, indent=2, ensure_ascii=False) if page.metadata else None,
        "Attribution logo",
        "",
        chrome.credit,
        "",
        page.label,
        page.blog,
        "",
        _copy(page.piece.headline),
        "",
        _copy(page.piece.dek) if page.piece.dek else None,
        "",
        chrome.copied,
        f"{chrome.by} {page.byline}" if page.byline else None,
        f"{chrome.published} {page.printed_date}" if page.printed_date else None,
        *_boxes(page, chrome),
        "",
        *([chrome.notice, ""] if chrome.notice else []),
        *(line for block in page.piece.blocks for line in _block(block, chrome)),
        *_authors(page, chrome),
        *_notes(page, chrome),
        *(author.name for author in page.printed_authors),
        "".join((*page.topics, *page.regions)),
        "",
        chrome.disclaimer,
        "",
        f"{chrome.more} {page.blog or 'Carnegie Endowment'}",
        "",
        *_teasers(chrome),
        chrome.newsletter,
        ENDOWMENT,
        *(f"  • {word}" for word in chrome.menu),
        f"© 2026 {ENDOWMENT}. {chrome.rights}",
    ]
    return "\n".join(line for line in lines if line is not None) + "\n"


def _copy(text: str) -> str:
    return to_copy(text, glued)


def _menu(chrome: Chrome) -> list[str]:
    first, *rest = chrome.menu
    return [
        f"• {first}",
        *(f"  • {word}" for word in rest),
        "Carnegie Russia Eurasia center logoCarnegie lettermark logo",
        "  • Donate",
    ]


def _boxes(page: Page, chrome: Chrome) -> Iterator[str]:
    for box in page.boxes:
        yield from (box.name, "", box.kind, "", box.name, "", box.blurb, "", chrome.learn_more)


def _block(block: Block, chrome: Chrome) -> tuple[str, ...]:
    match block:
        case str():
            return (_copy(block), "")
        case Heading(text) | Quotation(text) | PullQuote(text) | Outlet(text):
            return (_copy(text), "")
        case Figure(caption):
            return (caption, "")
        case Bullets(items):
            return (*(f"  • {_copy(item)}" for item in items), "")
        case Newsletter(name, blurb):
            return (chrome.newsletter, name, "", blurb, "", chrome.subscribe, "")
        case Video():
            return ("Invalid video URL", "")
        case Break():
            return ()
        case Card() | Table():
            raise TypeError("not to be told from the text in a plain copy", block)


def _authors(page: Page, chrome: Chrome) -> Iterator[str]:
    if page.about:
        yield chrome.about_one if len(page.printed_authors) == 1 else chrome.about_many
        yield ""
    for author in page.printed_authors:
        yield from (author.name, "")
        if author.title and (page.about or page.signed):
            yield from (author.title, "")
        if page.about and author.bio:
            yield from (_copy(author.bio), "")


def _notes(page: Page, chrome: Chrome) -> Iterator[str]:
    if not page.piece.notes:
        return
    yield from (chrome.notes, "")
    for number, text in enumerate(page.piece.notes, 1):
        yield f"  {number}. {_copy(text)}"
    yield ""


def _teasers(chrome: Chrome) -> Iterator[str]:
    for card in chrome.teasers:
        yield f"  • {card.label}"
        if card.blog:
            yield f"    {card.blog}"
        yield from (f"    {card.title}", "", f"    {card.dek}", "", f"      {card.author}", "")
