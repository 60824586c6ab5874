"""A commentary of today's site at the size that the evidence gives such pages, for the benchmarks.

About 300 KB: 28 KB of menus, as on the one whole page seen, 28 scripts by address (seen), an article of 30
paragraphs with cards and boxes, and a payload of `self.__next_f.push` scripts that makes up the rest
(100 to 250 KB, inferred). evidence/current-site.md, evidence/legacy-site.md.
"""

from dataclasses import replace

from . import words_en
from .article import Block, Page, Piece, body
from .build import address, metadata, people, picture
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
    return Page(
        piece=piece,
        language="en",
        url=address("russia-eurasia/politika/2026/04/ports"),
        label="Commentary",
        blog="Carnegie Politika",
        byline=", ".join(author.name for author in piece.authors),
        printed_authors=piece.authors,
        author_hrefs=people(piece.authors),
        about=True,
        date="2026-04-23",
        printed_date="Apr 23, 2026",
        published_at="2026-04-23T12:00:46.000Z",
        image=picture("ports", "Source: Getty"),
        metadata=metadata(piece, "commentary", blog="Carnegie Politika"),
    )


def html() -> bytes:
    """The page."""
    text = render(page(), chrome("en"), Skin(json_ld="object"))
    text = text.replace('<nav aria-label="Main">', f'<nav aria-label="Main">{_menus()}', 1)
    text = text.replace("</head>", f"{_scripts()}</head>", 1)
    missing = SIZE - len(text.encode())
    return text.replace("</body>", f"{_payload(missing)}</body>", 1).encode()


def _menus() -> str:
    groups = []
    for menu in range(MENUS):
        entries = "".join(
            f'<li><a class="text-body hover:underline" href="/topics/{menu}-{entry}">Entry {entry}</a></li>'
            for entry in range(ENTRIES)
        )
        groups.append(
            f'<div class="group"><button type="button">Menu {menu}</button><ul>{entries}</ul></div>'
        )
    return "".join(groups)


def _scripts() -> str:
    return "".join(
        f'<script src="/_next/static/chunks/{n:02d}c9b1e7.js" async=""></script>' for n in range(12, 28)
    )


def _payload(size: int) -> str:
    words = " ".join(text for source in SOURCES for text in body(source)).replace('"', "").replace("<", "")
    script = f'<script>self.__next_f.push([1,"{words[:CHUNK]}"])</script>'
    return script * max(size // len(script.encode()), 0)
