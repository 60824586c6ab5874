"""Notes that no heading sets apart are found wherever they stand."""

import pytest
from small_pages import LAST, MORE, PARAGRAPHS, PROSE, current, legacy, within

from carnegie_extract import extract
from carnegie_extract.fields import Article

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
    "definitions": (
        f'<h3>References</h3><dl><dt id="footnote-1"><a href="#footnote-ref-1">1</a></dt><dd>{FIRST}</dd>'
        f'<dt id="footnote-2"><a href="#footnote-ref-2">2</a></dt><dd>{SECOND}</dd></dl>'
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


def test_a_last_note_of_one_word() -> None:
    page = legacy(f"<p>{PROSE}<sup>1</sup></p><p>{MORE}</p><p><sup>1</sup> Ibid.</p>")
    assert [note.text for note in extract(page.encode()).notes] == ["Ibid."]


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
        f"{AUTHORS}<footer><h3>Notes</h3><div>{HAND_MADE}</div></footer>",
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
def test_the_author_below_the_notes_is_not_part_of_the_last(label: str) -> None:
    notes = f"<h3>Notes</h3>{LISTS['numbers in spans']}<div>{label}</div>"
    check(read(AUTHORS, notes, TAIL))


def test_ids_that_do_not_count_are_not_notes() -> None:
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


ITEMS = {
    "links back with words": (
        '<p id="footnote-{0}">{1} <a href="#footnote-ref-{0}">{2}</a></p>',
        ("Back", "Return to article", "[back]", "Go to reference 1"),
    ),
    "nothing but text": ("<p>{1}</p>", ("",)),
    "numbers between breaks": ("<sup>{0}</sup> {1}<br>", ("",)),
    "numbers in items": ("<li><sup>[{0}]</sup> {1}</li>", ("",)),
}


@pytest.mark.parametrize(("form", "words"), [(form, each) for form in ITEMS for each in ITEMS[form][1]])
def test_below_a_heading_no_note_is_lost(form: str, words: str) -> None:
    texts = "".join(
        ITEMS[form][0].format(at, text, words) for at, text in enumerate(("Ibid., 57.", SECOND), 1)
    )
    notes = f"<p>{texts}</p>" if form == "numbers between breaks" else texts
    article = read(f"<section><h3>Notes</h3>{notes}</section>", TAIL)
    assert [(note.id, note.text) for note in article.notes] == [("1", "Ibid., 57."), ("2", SECOND)]
    assert article.body == [PROSE, MORE, LAST]


@pytest.mark.parametrize("heading", ["<h3>Notes (2)</h3>", "<button><b>Notes</b> <i>2</i></button>"])
def test_a_heading_may_count_the_notes(heading: str) -> None:
    check(read(f"<section>{heading}<ol><li>{FIRST}</li><li>{SECOND}</li></ol></section>", TAIL))


CALLS = {
    "a button without id": "<button>{}</button>",
    "a button by its role": '<span role="button" tabindex="0">{}</span>',
    "a reference by its role": '<span role="doc-noteref">{}</span>',
    "a class": '<span class="footnote-number">[{}]</span>',
}


@pytest.mark.parametrize("form", CALLS)
def test_numbers_behind_text_that_open_notes_are_calls(form: str) -> None:
    body = f"<p>{PROSE}{CALLS[form].format(1)}</p><p>{MORE}{CALLS[form].format(2)}</p><p>{LAST}</p>"
    article = extract(current(f"<main>{body}<h3>Notes</h3>{LISTS['ids']}{TAIL}</main>").encode())
    check(article)
    assert [len(block.markers) for block in article.blocks if block.type == "paragraph"] == [1, 1, 0]


@pytest.mark.parametrize("numbers", [("3", "5"), ("1", "3")])
def test_buttons_that_do_not_count_are_not_calls(numbers: tuple[str, str]) -> None:
    body = "".join(f"<p>{PROSE} Pier <button>{number}</button></p>" for number in numbers)
    article = extract(current(f"<main>{body}<p>{LAST}</p>{TAIL}</main>").encode())
    assert article.body[0] == f"{PROSE} Pier {numbers[0]}"


def test_two_calls_in_brackets_in_one_superscript() -> None:
    article = extract(
        current(
            f"<main><p>{PROSE}<sup>[1], [2]</sup></p><p>{MORE}</p><h3>Notes</h3>{LISTS['ids']}</main>"
        ).encode()
    )
    assert article.body == [PROSE, MORE]


@pytest.mark.parametrize(
    "section",
    [
        "<p>The index counts towns and no boats.</p><p>Small ferries are left out of it.</p>",
        f"<p>{LAST}</p><p>Small ferries are left out of it.</p>",
        "<ul><li>The index counts towns and no boats.</li><li>Small ferries are left out of it.</li></ul>",
    ],
)
def test_a_section_called_notes_within_the_text_is_not_a_section_of_notes(section: str) -> None:
    body = f"<p>{PROSE}</p><h4>Notes</h4>{section}<h3>Salt</h3><p>{MORE}</p><h3>Notes</h3>{LISTS['ids']}"
    article = extract(current(f'<main><div class="payload-richtext">{body}</div>{TAIL}</main>').encode())
    assert len(article.body) == 4
    assert article.body[-1] == MORE
    assert [note.text for note in article.notes] == [FIRST, SECOND]


OLD_CALLS = {
    "superscripts": "<sup>{}</sup>",
    "brackets": " [{}]",
    "triggers": '<span class="note"><a href="#">{}</a><span class="note-popover">A note.</span></span>',
    "spans": '<span class="footnote-ref">{}</span>',
}
BELOW = {
    "table": f"<hr><table><tr><td>1</td><td>{FIRST}</td></tr><tr><td>2</td><td>{SECOND}</td></tr></table>",
    "table with stops": f"<table><tr><td>1.</td><td>{FIRST}</td></tr><tr><td>2.</td><td>{SECOND}</td></tr></table>",
    "one paragraph": f"<hr><p><sup>1</sup> {FIRST}<br><sup>2</sup> {SECOND}</p>",
    "no paragraph": f"<hr><font size=1>[1] {FIRST}<br>[2] {SECOND}</font>",
    "list": f"<hr><ol><li>{FIRST}</li><li>{SECOND}</li></ol>",
    "heading": f"<h4>Notes</h4><ol><li>{FIRST}</li><li>{SECOND}</li></ol>",
}


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("calls", OLD_CALLS)
def test_of_older_pages(calls: str, below: str) -> None:
    call = OLD_CALLS[calls]
    text = f"<p>{PROSE}{call.format(1)}</p><p>{MORE}{call.format(2)}</p><p>{LAST}</p>"
    check(extract(legacy(text + BELOW[below]).encode()))


def test_arabic_numbers_in_a_table() -> None:
    text = f"<p>{PROSE}<sup>١</sup></p><p>{MORE}<sup>٢</sup></p>"
    rows = f"<tr><td>١</td><td>{FIRST}</td></tr><tr><td>٢</td><td>{SECOND}</td></tr>"
    notes = extract(legacy(f"{text}<table>{rows}</table>").encode()).notes
    assert [(note.id, note.text) for note in notes] == [("١", FIRST), ("٢", SECOND)]


def test_a_list_longer_than_its_calls_is_text() -> None:
    items = f"<ol><li>{FIRST}</li><li>{SECOND}</li><li>{LAST}</li></ol>"
    article = extract(legacy(f"<p>{PROSE}<sup>1</sup></p><p>{MORE}<sup>2</sup></p>{items}").encode())
    assert (len(article.notes), article.body) == (0, [PROSE, MORE, FIRST, SECOND, LAST])


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


_CALLED = "<p>{}<sup><a id='ref{}' href='#{}'>{}</a></sup></p>"
_FORMS = {
    "letters for numbers": (("footnote-1", "i"), ("footnote-2", "ii"),
        '<h3>Notes</h3><p id="footnote-1"><a href="#footnote-ref-1">i</a> {0}</p>'
        '<p id="footnote-2"><a href="#footnote-ref-2">ii</a> {1}</p>'),
    "a hidden heading": (("user-content-fn-1", "1"), ("user-content-fn-2", "2"),
        '<section><h2 class="sr-only">Notes</h2><ol><li id="user-content-fn-1"><p>{0} '
        '<a href="#user-content-fnref-1">↩</a></p></li><li id="user-content-fn-2"><p>{1} '
        '<a href="#user-content-fnref-2">↩</a></p></li></ol></section>'),
    "roles": (("n1", "1"), ("n2", "2"),
        '<section role="doc-endnotes"><h3>Notes</h3><ol><li id="n1"><p>{0} <a href="#r1" role="doc-backlink">Return</a>'
        '</p></li><li id="n2"><p>{1} <a href="#r2" role="doc-backlink">Return</a></p></li></ol></section>'),
}  # fmt: skip


@pytest.mark.parametrize("form", _FORMS)
def test_notes_as_other_programs_write_them(form: str) -> None:
    (one, first), (two, second), notes = _FORMS[form]
    called = _CALLED.format(PROSE, 1, one, first) + _CALLED.format(MORE, 2, two, second)
    article = extract(
        current(f"<main>{called}<p>{LAST}</p>{notes.format(FIRST, SECOND)}{TAIL}</main>").encode()
    )
    assert [(note.id, note.text) for note in article.notes] == [(first, FIRST), (second, SECOND)]
    assert list(article.body) == [PROSE, MORE, LAST]


def test_notes_that_stand_beside_their_paragraphs() -> None:
    beside = '<aside id="footnote-{0}"><a href="#footnote-ref-{0}">{0}</a> <span>{1}</span></aside>'
    text = "".join(
        _CALLED.format(words, at, f"footnote-{at}", at) + beside.format(at, note)
        for at, (words, note) in enumerate(((PROSE, FIRST), (MORE, SECOND)), 1)
    )
    article = extract(current(f"<main><section>{text}<p>{LAST}</p></section>{TAIL}</main>").encode())
    check(article)
    assert list(article.body) == [PROSE, MORE, LAST]


def test_a_line_of_nothing_but_calls_leaves_no_text_unread() -> None:
    calls = '<a href="#fn1">1</a> ' * 40
    assert extract(current(f"<main>{PARAGRAPHS}</main><span>{calls}</span>").encode()).warnings == ()


@pytest.mark.parametrize(
    "items",
    [
        ["12 boats sailed.", "Ibid., 57."],
        ["Salt is dear.", "1,200 crews stayed.", "3 ships sailed."],
        ["12 boats sailed.", "13 crews stayed."],
    ],
)
def test_a_number_that_opens_an_item_of_a_list_is_its_text(items: list[str]) -> None:
    notes = f"<h2>Notes</h2><ol>{''.join(f'<li>{item}</li>' for item in items)}</ol>"
    found = extract(legacy(PARAGRAPHS, after=notes).encode()).notes
    assert [(note.id, note.text) for note in found] == [(str(at), item) for at, item in enumerate(items, 1)]
