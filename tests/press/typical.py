"""A commentary of today's site at the size that such pages are known to have, for the benchmarks.

About 300 KB: 28 KB of menus, as on the one whole page seen, 28 scripts by address (seen), an article of 30
paragraphs with cards and boxes, and a payload of `self.__next_f.push` scripts that makes up the rest
(100 to 250 KB, inferred). See docs/pages.md#the-site-of-2026.
"""

from dataclasses import replace

from . import words_en
from .article import Block, Page, Piece, body
from .cases_2026 import POLITIKA, in_blog, page_of
from .fixture import chrome
from .site_2026 import Skin, render

SIZE = 300_000
PARAGRAPHS = 30
MENUS, ENTRIES = 16, 18
CHUNK = 2_000
SOURCES = (words_en.PORTS, words_en.FERRIES, words_en.GRANARIES, words_en.SHORT_WAVE)


def page() -> Page:
    """The commentary: a text with cards and boxes, and paragraphs of others up to the usual length."""
    blocks: list[Block] = list(words_en.PORTS.blocks)
    more = [text for source in SOURCES[1:] for text in body(source)]
    blocks.extend(f"{number}. {text}" for number, text in enumerate(more[: PARAGRAPHS - len(blocks)], 1))
    piece: Piece = replace(words_en.PORTS, blocks=tuple(blocks))
    page = page_of(piece, "commentary", "2026-04-23", "russia-eurasia/politika/2026/04/ports")
    return in_blog(page, POLITIKA)


def html() -> bytes:
    """The page."""
    text = render(page(), chrome("en"), Skin(json_ld="object"))
    text = text.replace('<nav aria-label="Main">', f'<nav aria-label="Main">{menus()}', 1)
    text = text.replace("</head>", f"{scripts()}</head>", 1)
    missing = SIZE - len(text.encode())
    return text.replace("</body>", f"{payload(missing)}</body>", 1).encode()


def menus(times: int = 1) -> str:
    """Menus, one entry a list item; `times` as many as are usual."""
    groups = []
    for menu in range(MENUS * times):
        entries = "".join(
            f'<li><a class="text-body hover:underline" href="/topics/{menu}-{entry}">Entry {entry}</a></li>'
            for entry in range(ENTRIES)
        )
        groups.append(
            f'<div class="group"><button type="button">Menu {menu}</button><ul>{entries}</ul></div>'
        )
    return "".join(groups)


def scripts() -> str:
    """Scripts by their address."""
    return "".join(
        f'<script src="/_next/static/chunks/{n:02d}c9b1e7.js" async=""></script>' for n in range(12, 28)
    )


def payload(size: int) -> str:
    """Scripts that push the payload, `size` bytes in all."""
    words = " ".join(text for source in SOURCES for text in body(source)).replace('"', "").replace("<", "")
    script = f'<script>self.__next_f.push([1,"{words[:CHUNK]}"])</script>'
    return script * max(size // len(script.encode()), 0)
