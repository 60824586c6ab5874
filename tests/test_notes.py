"""Notes that no heading sets apart are found wherever they stand."""

import pytest
from small_pages import LAST, MORE, PARAGRAPHS, PROSE, current, legacy, within

from carnegie_extract import extract
from carnegie_extract.base.record import Article

BIO = "Ann Lee is a fellow at the harbor school, where she writes about pilots and the price of salt."
FIRST = "The pilots told the committee so in the spring, and the committee wrote it down with some care."
SECOND = "The tariffs of that year are kept in the harbor house."
TEXT = (
    f'<p>{PROSE}<sup><a href="#footnote-1" id="footnote-ref-1">1</a></sup></p>'
    f'<p>{MORE}<sup><a href="#footnote-2" id="footnote-ref-2">2</a></sup></p><p>{LAST}</p>'
)
AUTHORS = f"<section><h3>About the Author</h3><p>Ann Lee</p><p>{BIO}</p></section>"
TAIL = '<div><a href="/topics/trade">Trade</a></div>'
LISTS = {
    "ids": f'<ol><li id="footnote-1">{FIRST}</li><li id="footnote-2">{SECOND}</li></ol>',
    "ids and divs": (
        f'<ol><li id="footnote-1"><a href="#footnote-ref-1">1</a><div>{FIRST}</div></li>'
        f'<li id="footnote-2"><a href="#footnote-ref-2">2</a><div>{SECOND}</div></li></ol>'
    ),
    "numbers in spans": (
        f'<div id="footnote-1"><span>1</span><div>{FIRST}</div></div>'
        f'<div id="footnote-2"><span>2</span><div>{SECOND}</div></div>'
    ),
    "arrows back": (
        f'<ol><li id="fn1">{FIRST} <a href="#footnote-ref-1">↩</a></li>'
        f'<li id="fn2">{SECOND} <a href="#footnote-ref-2">↩</a></li></ol>'
    ),
    "superscripts": f"<p><sup>1</sup> {FIRST}</p><p><sup>2</sup> {SECOND}</p>",
    "small": (
        f'<p><small><a href="#footnote-ref-1" id="footnote-1">1</a> {FIRST}</small></p>'
        f'<p><small><a href="#footnote-ref-2" id="footnote-2">2</a> {SECOND}</small></p>'
    ),
}


def read(*parts: str) -> Article:
    body = f'<main><div class="payload-richtext">{TEXT}</div>{"".join(parts)}</main>'
    return extract(current(body).encode(), source="page.html")


def check(article: Article) -> None:
    assert [(note.id, note.text) for note in article.notes] == [("1", FIRST), ("2", SECOND)]
    assert article.body == [PROSE, MORE, LAST]


@pytest.mark.parametrize("form", LISTS)
def test_below_the_authors(form: str) -> None:
    article = read(AUTHORS, LISTS[form], TAIL)
    check(article)
    assert [author.bio for author in article.authors] == [BIO]


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("tag", ["div", "aside", "footer"])
def test_between_text_and_authors(form: str, tag: str) -> None:
    article = read(f"<{tag}>{LISTS[form]}</{tag}>", AUTHORS, TAIL)
    check(article)
    assert [author.bio for author in article.authors] == [BIO]


BY_HAND = f"<p>{PROSE}[1]</p><p>{MORE}[2]</p><p>{LAST}</p>"
HAND_MADE = f"<p>[1] {FIRST}</p><p>[2] {SECOND}</p>"


@pytest.mark.parametrize(
    "tail",
    [
        AUTHORS + HAND_MADE,
        f'{AUTHORS}<h4>Recent Work</h4><p><a href="/posts/salt">Salt of the Coast</a></p>{HAND_MADE}',
        f"{HAND_MADE}<div>Ann Lee · Fellow, Harbor School</div>",
        f"{AUTHORS}<aside>{HAND_MADE}</aside>",
        f"<footer><div>{HAND_MADE}</div></footer>{AUTHORS}",
    ],
)
def test_by_hand_below_the_text(tail: str) -> None:
    page = current(f"<main>{BY_HAND}{tail}{TAIL}</main>")
    check(extract(page.encode(), source="page.html"))


@pytest.mark.parametrize(
    "body",
    [
        BY_HAND,
        f"{PROSE}[1]<br><br>{MORE}[2]<br><br>{LAST}",
        f"<p>{PROSE}[١]</p><div>{MORE}[٢]</div><p>{LAST}</p>",
    ],
)
def test_calls_by_hand_are_taken_out_of_a_copy_without_its_notes(body: str) -> None:
    article = extract(current(f'<main><div class="payload-richtext">{body}</div>{TAIL}</main>').encode())
    assert article.body == [PROSE, MORE, LAST]
    assert [len(block.markers) for block in article.blocks] == [1, 1, 0]


@pytest.mark.parametrize("numbers", [("[1]", ""), ("[2]", "[3]"), (" [1]", " [2]")])
def test_numbers_in_brackets_that_no_note_answers_and_that_do_not_count_stay(
    numbers: tuple[str, str],
) -> None:
    first, second = numbers
    article = extract(
        current(f"<main><p>{PROSE}{first}</p><p>{MORE}{second}</p><p>{LAST}</p></main>").encode()
    )
    assert article.body == [PROSE + first, MORE + second, LAST]


@pytest.mark.parametrize(
    "unit",
    [
        "Сорок тонн соли на км<sup>2</sup> берега.",
        "أربعون طنا من الملح في كل كلم<sup>2</sup> من الساحل.",
        "每km<sup>2</sup>海岸产盐四十吨。",
    ],
)
def test_a_power_behind_a_unit_of_any_script_keeps_no_call_from_counting(unit: str) -> None:
    body = f"<p>{unit}</p><p>{PROSE}<sup>1</sup></p><p>{MORE}<sup>2</sup></p>"
    article = extract(current(f"<main>{body}</main>").encode())
    assert article.body == [unit.replace("<sup>2</sup>", "2"), PROSE, MORE]


@pytest.mark.parametrize(
    "label",
    ["Ann Lee, Fellow", "<b>Ann Lee</b>Senior Fellow, Program on Salt, Tides, and the Trade of Harbors"],
)
def test_the_author_below_the_notes_is_no_part_of_the_last(label: str) -> None:
    notes = f"<h3>Notes</h3>{LISTS['numbers in spans']}<div>{label}</div>"
    check(read(AUTHORS, notes, TAIL))


def test_ids_that_do_not_count_are_no_notes() -> None:
    article = read(f'<p id="note-7">{FIRST}</p>')
    assert not article.notes
    assert list(article.body) == [PROSE, MORE, LAST, FIRST]


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{number}</td><td>{text}</td></tr>",
        '<tr valign="top"><td><a name="note{number}"></a>{number}.</td><td>{text}</td></tr>',
        '<tr><td><a href="#ref{number}">[{number}]</a></td><td><p>{text}</p></td></tr>',
    ],
)
def test_notes_may_be_laid_out_as_a_table(row: str) -> None:
    texts = ["Harbor office, circular 14.", "Ibid., 57.", "Interview with a ferryman, May 1999."]
    rows = "".join(row.format(number=at, text=text) for at, text in enumerate(texts, 1))
    article = extract(legacy(f"{PARAGRAPHS}<h2>Notes</h2><table>{rows}</table>").encode())
    assert [(note.id, note.text) for note in article.notes] == [
        (str(at), text) for at, text in enumerate(texts, 1)
    ]
    assert article.body == [PROSE, MORE, LAST]


def test_a_ranking_is_a_table_of_data() -> None:
    ports = "".join(f"<tr><td>{at}</td><td>{name}</td></tr>" for at, name in enumerate(("Elm", "Ash"), 1))
    article = extract(legacy(within(f"<table>{ports}</table>")).encode())
    assert [block.type for block in article.blocks].count("table") == 1
    assert article.body == [PROSE, MORE, LAST]


NUMBERS_APART = {
    "words back": "<div><span>{0}</span><span>{1}</span><a href='#footnote-ref-{0}'>Return to text</a></div>",
    "no link back": "<div><span>{0}</span><span>{1}</span></div>",
    "deeper": "<div><div><b>{0}</b><span><i>{1}</i></span></div></div>",
}


@pytest.mark.parametrize("name", NUMBERS_APART)
def test_the_number_of_a_note_may_have_an_element_and_no_space(name: str) -> None:
    texts = ["Harbor office, Tables.", "Ibid., 14.", "A talk with a pilot."]
    notes = "".join(NUMBERS_APART[name].format(number, text) for number, text in enumerate(texts, 1))
    article = extract(legacy(after=f"<h3>Footnotes</h3><div>{notes}</div>").encode())
    assert [(note.id, note.text) for note in article.notes] == [
        (str(n), text) for n, text in enumerate(texts, 1)
    ]
