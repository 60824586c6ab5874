"""Notes in the margin, whose text stands within the paragraph that calls them, are notes and leave it whole."""

from collections.abc import Callable

import pytest
from small_pages import DEK, LAST, MORE, PROSE, STRAY, current, legacy, within

from carnegie_extract import extract

FIRST = "The <i>Harbor Almanac</i> counts fewer lamps."
SECOND = "12 pilots were asked, in October."
BARE = ["The Harbor Almanac counts fewer lamps.", "12 pilots were asked, in October."]
_SWITCH = '<label for="s{0}" class="toggle sidenote-number">{1}</label><input type="checkbox" id="s{0}">'
NOTES = {
    "number twice": _SWITCH.format("{0}", "{0}") + '<span class="sidenote"><b>{0}</b> {1}</span>',
    "number once": _SWITCH.format("{0}", "{0}") + '<span class="sidenote">{1}</span>',
    "number drawn": _SWITCH.format("{0}", "") + '<span class="sidenote">{1}</span>',
    "superscript": '<sup><a href="#n{0}">{0}</a></sup><small class="side-note"><sup>{0}</sup>{1}</small>',
    "role": '<sup>{0}</sup><span role="note">{0} {1}</span>',
    "wrapped": '<span class="sidenote-wrapper"><sup>{0}</sup><span class="sidenote__text">{0}. {1}</span></span>',
}
PRINTED: dict[str, Callable[..., str]] = {
    "paragraphs": lambda *texts: current("".join(f"<p>{text}</p>" for text in texts)),
    "elements": lambda *texts: current(f"<main>{''.join(f'<div>{text}</div>' for text in texts)}</main>"),
    "items": lambda *texts: legacy(f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"),
}


def noted(form: str) -> tuple[str, str, str]:
    """A text with a note amid its first sentence and one behind its second."""
    first, second = (NOTES[form].format(number, text) for number, text in ((1, FIRST), (2, SECOND)))
    return PROSE.replace("winter,", f"winter,{first}"), MORE + second, LAST


@pytest.mark.parametrize("printed", PRINTED)
@pytest.mark.parametrize("form", NOTES)
def test_a_note_in_the_margin_is_not_part_of_its_paragraph(form: str, printed: str) -> None:
    article = extract(PRINTED[printed](*noted(form)).encode())
    assert list(article.body) == [PROSE, MORE, LAST]
    assert [(note.id, note.text) for note in article.notes] == [("1", BARE[0]), ("2", BARE[1])]
    assert [mark.id for block in article.blocks for mark in block.markers] == ["1", "2"]


@pytest.mark.parametrize("form", NOTES)
def test_notes_in_the_margin_that_a_list_repeats_are_read_once(form: str) -> None:
    listed = f"<h3>Notes</h3><p>1. {FIRST}</p><p>2. {SECOND}</p>"
    article = extract(PRINTED["paragraphs"](*noted(form)).replace("</body>", f"{listed}</body>").encode())
    assert list(article.body) == [PROSE, MORE, LAST]
    assert [note.text for note in article.notes] == BARE


def test_two_notes_of_one_paragraph_keep_their_order() -> None:
    first, second = (NOTES["number once"].format(n, text) for n, text in ((1, FIRST), (2, SECOND)))
    page = PRINTED["paragraphs"](f"{PROSE}{first} {MORE}{second}", LAST)
    article = extract(page.encode())
    assert list(article.body) == [f"{PROSE} {MORE}", LAST]
    assert [note.text for note in article.notes] == BARE


def test_a_note_without_a_number_is_a_note() -> None:
    article = extract(
        PRINTED["paragraphs"](f'{PROSE}<span class="marginnote">{FIRST}</span>', MORE, LAST).encode()
    )
    assert list(article.body) == [PROSE, MORE, LAST]
    assert [(note.id, note.text) for note in article.notes] == [("1", BARE[0])]


def test_the_number_of_a_note_is_not_a_note() -> None:
    page = PRINTED["paragraphs"](f'{PROSE} <span class="sidenote">1847</span> was dark.', MORE, LAST)
    article = extract(page.encode())
    assert not article.notes


LONG = f"{STRAY} {DEK}"
CALL = '<sup><a href="#note-{0}" id="ref-{0}">{0}</a></sup>'
OF_TWO_PARAGRAPHS = {
    "in the line": f'<label>{{0}}</label><span class="sidenote">{STRAY}<br><br>{DEK}</span></p>',
    "linked": f'{CALL}</p><aside id="note-{{0}}"><p><a href="#ref-{{0}}">{{0}}</a> {STRAY}</p><p>{DEK}</p></aside>',
    "numbered": f"<sup>{{0}}</sup></p><aside><p>{{0}} {STRAY}</p><p>{DEK}</p></aside>",
}


@pytest.mark.parametrize("form", OF_TWO_PARAGRAPHS)
def test_a_note_beside_the_text_may_have_two_paragraphs(form: str) -> None:
    first, second = map(OF_TWO_PARAGRAPHS[form].format, (1, 2))
    article = extract(legacy(f"<p>{PROSE}{first}<p>{MORE}{second}<p>{LAST}</p>").encode())
    assert list(article.body) == [PROSE, MORE, LAST]
    assert [(note.id, note.text) for note in article.notes] == [("1", LONG), ("2", LONG)]


@pytest.mark.parametrize(
    "below", ["<h4>Related Content</h4>", f"<h4>Salt</h4><p>{LAST}</p>", f"<p>2 {DEK}</p>"]
)
def test_what_stands_below_a_note_in_the_element_of_several_is_none(below: str) -> None:
    called = f"<p>{STRAY}{CALL.format(1)}</p>"
    article = extract(legacy(within(f'{called}<div><p id="note-1">1 {SECOND}</p>{below}</div>')).encode())
    assert [note.text for note in article.notes] == [SECOND]
