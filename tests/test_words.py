"""Each word of each language decides on some page what a line is; without the word the line is another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from small_pages import BYLINE, DATE, PARAGRAPHS, PROSE, STRAY, current, legacy, within

from carnegie_extract import ExtractionError, extract
from carnegie_extract.base.text import key
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.lines import body_lines, grammar, people
from carnegie_extract.page import calls
from carnegie_extract.pipeline import Trace, read
from carnegie_extract.words import vocabulary
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.languages.language import Language

OTHER = "Tide Tables"
"""A line that goes with the word and is judged with it."""

Page = Callable[[str], str]
"""A page on which a word decides."""


def _in_text(markup: str) -> Page:
    return lambda word: legacy(within(markup.format(word)))


def _after(markup: str) -> Page:
    return lambda word: legacy(after=markup.format(word))


def _in_header(markup: str) -> Page:
    return lambda word: legacy(header=BYLINE + DATE + markup.format(word))


def _under(word: str) -> str:
    """A page with a headline, and neither byline nor date."""
    return (
        legacy(header="", over="").replace("<h1>Harbor Lights", f"<h1>{word}").replace("Harbor Lights", word)
    )


def titled(word: str) -> str:
    """A page of no address with a title and no article."""
    address = '<link rel="canonical" href="https://carnegieendowment.org/2019/05/03/harbor-lights-pub-123">'
    logo = '<img alt="Carnegie lettermark logo" src="/m.svg">'
    return _under(word).replace(address, logo)


PAGES: dict[str, tuple[Page, str]] = {
    "notes": (_after(f"<h2>{{}}</h2><ol><li>{STRAY}</li></ol>"), "note"),
    "about_authors": (_after("<h2>{}</h2>"), "author"),
    "speakers": (_after("<h2>{}</h2>"), "author"),
    "comments": (_after("<h2>{} (3)</h2>"), "comments"),
    "tags": (_after("<h2>{}</h2>"), "tags"),
    "bios": (lambda word: legacy(f"{PARAGRAPHS}<p>{word} a pilot.</p>"), "author"),
    "introduce": (lambda word: legacy(f"{PARAGRAPHS}<p>Ann Lee {word} {OTHER} {STRAY}</p>"), "author"),
    "newsletter": (_after("<h2>{}</h2>"), "newsletter"),
    "recent_work": (_after("<h2>{} Harbors</h2>"), "related"),
    "ends": (_after("<p>{}</p>"), "footer"),
    "disclaimers": (_after("<p>{} of its own</p>"), "disclaimer"),
    "boxes": (_in_text(f"<div>{{}}</div><div>{OTHER}</div><div>Learn More</div>"), "box"),
    "learn_more": (_in_text(f"<div>Blog</div><div>{OTHER}</div><div>{{}}</div>"), "box"),
    "subscribe": (_in_text(f"<div>Stay Connected</div><div>{OTHER}</div><div>{{}}</div>"), "newsletter"),
    "buttons": (_in_header("<p>{}</p>"), "button"),
    "share": (_in_text(f"<div class='box'><p>{OTHER}: {STRAY}</p><button>{{}}</button></div>"), "paragraph"),
    "table_notes": (_in_text("<table><tr><th>Pier</th><td>6</td></tr></table><p>{}: in boats</p>"), "credit"),
    "sharing": (_in_text("<p>{} Facebook</p>"), "button"),
    "players": (_in_text("<p>{}</p>"), "player"),
    "contents": (_in_text('<h3>{}</h3><ul><li><a href="#one">One</a></li></ul>'), "contents"),
    "captions": (_in_text("<p>{} 2 Boats of the coast</p>"), "caption"),
    "tables": (_in_text("<p>{} 2 Boats of the coast</p>"), "caption"),
    "notices": (_in_text("<p>{}</p>"), "notice"),
    "reprints": (_in_text("<p><em>{}</em></p>"), "outlet"),
    "translated": (lambda word: legacy(f"{PARAGRAPHS}<p>{word} the sea.</p>"), "credit"),
    "full_text": (
        lambda word: legacy(f'{PARAGRAPHS}<p><a href="http://gazette.example/a">{word} of it.</a></p>'),
        "outlet",
    ),
    "series": (_in_text("<div><p>{} of salt</p></div>"), "box"),
    "thanks": (
        _after(f"<h2>About the Author</h2><p>Ann Lee is a pilot.</p><p>{{}} {STRAY}</p>"),
        "paragraph",
    ),
    "corrections": (
        _after(f"<h2>About the Author</h2><p>Ann Lee is a pilot.</p><p>{{}} {STRAY}</p>"),
        "paragraph",
    ),
    "type_labels": (lambda word: legacy(over=f"<span>{word}</span>"), "label"),
    "source": (_in_header("<div>{}: Harbor Office</div>"), "credit"),
    "summary": (_in_header("<p>{}</p>"), "tool"),
    "by": (
        lambda word: current(f"<main>{PARAGRAPHS}</main>", header=f"{DATE}<p>{word} Bo Ray</p>"),
        "byline",
    ),
    "languages_offered": (_in_header("<p>{} Malay</p>"), "tool"),
    "contributors": (_in_header("<p>{} Bo Ray</p>"), "tool"),
    "edited": (_in_header("<p>{} Bo Ray</p>"), "tool"),
    "moderated": (_in_header("<p>{} Bo Ray</p>"), "tool"),
    "places": (_in_header("<p>{}</p>"), "tool"),
    "reading_time": (_in_header("<p>{}</p>"), "tool"),
    "published": (lambda word: legacy(header=f"{BYLINE}<p>{word}</p>{DATE}"), "date"),
    "back_links": (
        _after(f'<h2>Notes</h2><ol><li>{STRAY} <a href="#ref-1">{{}}</a></li></ol>'),
        "none",
    ),
    "without_text": (lambda word: legacy("", over=f"<span>{word}</span>"), "label"),
    "updated": (_in_header("<p>{} May 5, 2019</p>"), "tool"),
    "not_found": (_under, "not-found"),
    "home": (titled, "home-page"),
    "search": (_under, "search-page"),
    "institutional": (_under, "institutional-page"),
}


def words(kind: str) -> list[str]:
    """The entries of a kind in all languages, as a page may print them."""
    found = {key(word): word for language in LANGUAGES for word in getattr(language, kind)}
    return [printed(kind, word) for word in found.values()]


def printed(kind: str, word: str) -> str:
    """An entry as a page prints it; a number of minutes stands before it, or where it has room for one."""
    if kind == "reading_time":
        return word.replace("…", " 5 ") if "…" in word else f"5 {word}"
    word = word.replace("…", "Endowment does")
    return word[:1].upper() + word[1:]


def role(page: str, word: str) -> str:
    """The role of the line that a word opens, or why the page is refused."""
    trace = Trace()
    try:
        read(SavedPage(page.encode(), "page"), trace)
    except ExtractionError as error:
        return error.kind
    assert trace.judged is not None
    flow, verdicts = trace.judged.page.flow, trace.judged.verdicts
    shown = OTHER if OTHER in page else word
    lines = [at for at, line in enumerate(flow) if key(shown).rstrip(":： ") in key(line.plain)]
    return verdicts[lines[0]].role if lines and lines[0] in verdicts else "none"


@pytest.mark.parametrize("kind", PAGES)
def test_each_word_gives_its_line_a_role(kind: str) -> None:
    page, expected = PAGES[kind]
    found = {word: role(page(word), word) for word in words(kind)}
    assert found == dict.fromkeys(found, expected)


folded = cache(key)


@contextmanager
def without(kind: str, word: str) -> Iterator[None]:
    """The vocabulary without an entry."""

    def rest(language: Language) -> Language:
        whole = getattr(language, kind)
        rest_of: dict[str, Any] = {kind: tuple(each for each in whole if folded(each) != folded(word))}
        return language._replace(**rest_of) if len(rest_of[kind]) < len(whole) else language

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "key", folded)
        patch.setattr(vocabulary, "LANGUAGES", tuple(map(rest, LANGUAGES)))
        if kind in vocabulary._WHOLE:
            patch.setattr(vocabulary, "_BY_WHOLE", vocabulary._by_whole())
        if kind in vocabulary._OPENING:
            patch.setattr(vocabulary, "_BY_START", vocabulary._by_start())
        titles = vocabulary.entries("captions") | vocabulary.entries("tables")
        patch.setattr(body_lines, "_NUMBERED_TITLES", tuple(titles))
        patch.setattr(grammar, "_READING_TIME", vocabulary.entries("reading_time"))
        patch.setattr(people, "_INTRODUCE", vocabulary.entries("introduce"))
        patch.setattr(calls, "_BACK_WORDS", vocabulary.entries("back_links"))
        _forget()
        yield
    _forget()


def _forget() -> None:
    """Empty what the vocabulary remembers of texts."""
    vocabulary._short_words.cache_clear()
    vocabulary._openings.cache_clear()


@pytest.mark.parametrize("kind", PAGES)
def test_without_its_word_a_line_is_another(kind: str) -> None:
    page, expected = PAGES[kind]
    found = {}
    for word in dict.fromkeys(word for language in LANGUAGES for word in getattr(language, kind)):
        shown = printed(kind, word)
        with without(kind, word):
            found[word] = role(page(shown), shown)
    assert [word for word in found if found[word] == expected] == []


# ---------------------------------------------------------------- words that show in the record alone


def _media(word: str) -> object:
    """The first block of an item that another outlet published first."""
    page = legacy(f"<p>Harbor Gazette</p>{PARAGRAPHS}", over=f"<span>{word}</span>")
    return extract(page.encode()).blocks[0].text


def _pdf(word: str) -> object:
    link = '<a href="https://example.org/salt.pdf">Full Text</a>'
    return extract(legacy(after=f"<h4>{word}</h4><p>{link}</p>").encode()).pdf


def _layout(word: str) -> object:
    page = current(f"<main>{PARAGRAPHS}</main><div>{word}</div>").replace("/_next/", "/assets/")
    return extract(page.encode()).layout


SHOWN = {
    "in_the_media": (_media, PROSE),
    "additional_links": (_pdf, "https://example.org/salt.pdf"),
    "link_copied": (_layout, "site-2026"),
}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_word_shows_in_the_record(kind: str) -> None:
    show, expected = SHOWN[kind]
    for word in words(kind):
        assert show(word) == expected, word
        with without(kind, word):
            assert show(word) != expected, word
