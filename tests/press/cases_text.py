"""The fixtures of the layout plain-text."""

from dataclasses import replace

from . import plain_text, words_ar, words_en, words_fr, words_ru, words_zh
from .article import Box, Card, Page, Piece, Table
from .build import metadata
from .cases_2026 import BLOG, LABELS
from .fixture import Fixture, chrome
from .printed import local, long_english

ABOUT = "docs/pages.md#plain-text. "


def _page(piece: Piece, kind: str, date: str, language: str, block: bool) -> Page:
    blocks = tuple(b for b in piece.blocks if not isinstance(b, Card | Table))
    return Page(
        piece=replace(piece, blocks=blocks),
        language=language,
        label=LABELS[kind][language],
        byline=", ".join(author.name for author in piece.authors) or None,
        signed=True,
        printed_authors=piece.authors,
        date=date,
        printed_date=local(date, language),
        metadata=metadata(piece, kind, language) if block else None,
        warnings=() if block else ("tags-unread",),
    )


def _fixture(case: str, kind: str, page: Page, about: str) -> Fixture:
    shown = replace(page, topics=page.piece.topics, regions=page.piece.regions)
    text = plain_text.render(shown, chrome(page.language))
    return Fixture("plain-text", case, kind, ABOUT + about, page, text, "page.txt")


def _with_block_en() -> Fixture:
    page = _page(words_en.PORTS, "commentary", "2026-04-23", "en", True)
    block = metadata(words_en.PORTS, "commentary", blog="Carnegie Politika")
    page = replace(page, metadata=block, blog="Carnegie Politika", boxes=(BLOG,))
    about = "As the seed text, with a newsletter box inside the text (inferred for plain copies)."
    return _fixture("commentary-block-en", "commentary", page, about)


def _without_block_en() -> Fixture:
    page = _page(words_en.SHORT_WAVE, "commentary", "2024-09-12", "en", False)
    page = replace(page, label="commentary", printed_date=long_english("2024-09-12"))
    return _fixture("commentary-en", "commentary", page, "The text of a 2024 page, no block.")


def _paper_en() -> Fixture:
    page = replace(_page(words_en.RIVERS, "paper", "2026-03-10", "en", True), about=True)
    about = "About the Authors and Notes; markers glued to the words; headings have no full stop."
    return _fixture("paper-en", "paper", page, about + " How notes are numbered is inferred.")


def _qa_en() -> Fixture:
    page = _page(words_en.GRID, "questionAnswer", "2026-02-27", "en", True)
    return _fixture("qa-en", "questionAnswer", page, "Four authors; Invalid video URL.")


def _ru() -> Fixture:
    page = _page(words_ru.GARDENS, "commentary", "2026-01-23", "ru", False)
    return _fixture("commentary-ru", "commentary", page, "Notice before the text; no block.")


def _ar() -> Fixture:
    page = _page(words_ar.BREAD, "commentary", "2026-03-08", "ar", False)
    return _fixture("commentary-ar", "commentary", page, "Arabic labels inferred; no block.")


def _zh() -> Fixture:
    page = _page(words_zh.HARBOR, "commentary", "2026-03-07", "zh", True)
    return _fixture("commentary-block-zh", "commentary", page, "Chinese labels inferred.")


def _fr() -> Fixture:
    page = _page(words_fr.BAC, "commentary", "2026-02-14", "fr", True)
    box = Box("Programme", "Côtes et commerce", "Ce qui passe par l’eau, et ce qu’il en coûte.")
    page = replace(page, boxes=(box,))
    return _fixture("commentary-block-fr", "commentary", page, "French labels inferred.")


def fixtures() -> list[Fixture]:
    """All of them."""
    makers = (_with_block_en, _without_block_en, _paper_en, _qa_en, _ru, _ar, _zh, _fr)
    return [make() for make in makers]
