"""Short paragraphs, large first letters, calls of notes in odd forms, and what is put between paragraphs."""

import pytest
from small_pages import LAST, MORE, PROSE, STRAY, current, legacy

from carnegie_extract import Article, extract

SHORT = ["The ferry has two crews.", "Neither crew has slept for a week.", "The mayor has slept for both."]


def read(page: str) -> Article:
    return extract(page.encode())


def rich(text: str) -> str:
    return current(
        f'<main><section id="content"><div class="cms-html payload-richtext">{text}</div></section></main>'
    )


def bare(text: str) -> str:
    """A page without class names."""
    return current(f"<main><div>{text}</div></main>")


def divs(*texts: str) -> str:
    return "".join(f"<div>{text}</div>" for text in texts)


@pytest.mark.parametrize("printed", [rich, bare, legacy])
@pytest.mark.parametrize(
    ("text", "body"),
    [
        (divs(*SHORT), SHORT),
        (divs(*(f"<span>{each}</span>" for each in SHORT)), SHORT),
        (
            divs(SHORT[0], "He said only this:") + f"<blockquote>{STRAY}</blockquote>" + divs(SHORT[2]),
            [SHORT[0], "He said only this:", STRAY, SHORT[2]],
        ),
        (
            divs(SHORT[0], "They want three things:") + f"<ul><li>Sleep.</li><li>{STRAY}</li></ul>",
            [SHORT[0], "They want three things:", "Sleep.", STRAY],
        ),
        (divs("船有两班船员。", "两班都一周没睡。"), ["船有两班船员。", "两班都一周没睡。"]),
    ],
)
def test_short_paragraphs_in_elements_of_no_kind(printed: object, text: str, body: list[str]) -> None:
    assert callable(printed)
    assert read(printed(text)).body == body


def test_a_lone_short_sentence_in_a_known_run() -> None:
    runs = "".join(
        f'<div class="payload-richtext">{each}</div>' for each in (f"<p>{PROSE}</p>", divs(SHORT[0]))
    )
    assert read(current(f"<main>{runs}</main>")).body == [PROSE, SHORT[0]]


def test_a_label_among_short_paragraphs_is_not_text() -> None:
    assert read(bare(divs(SHORT[0], "Ferry timetable", *SHORT[1:]))).body == SHORT


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


CALLED_LIKE_SECTIONS = (
    "Comments",
    "Notes",
    "Endnotes",
    "Speakers",
    "Topics",
    "Regions",
    "Authors",
    "Recent Work",
    "Read More, Write Less",
    "Subscribe",
    "Sign Up",
)


@pytest.mark.parametrize("printed", [rich, bare, legacy])
@pytest.mark.parametrize("heading", CALLED_LIKE_SECTIONS)
def test_a_heading_between_short_paragraphs_that_is_called_like_a_section(
    heading: str, printed: object
) -> None:
    assert callable(printed)
    text = f"<p>{SHORT[0]}</p><h3>{heading}</h3><p>{SHORT[1]}</p><h3>The Towns</h3><p>{SHORT[2]}</p>"
    assert read(printed(text)).body == SHORT


SECTIONS = {
    "notes": "<h3>Notes</h3><p>Harbor office.</p><p>Ibid.</p>",
    "numbered notes": "<h3>Notes</h3><p>1. Harbor office.</p><p>2. Ibid.</p><h3>Salt</h3><p>Salt.</p>",
    "authors": "<h3>About the Author</h3><p>Ann Lee is a fellow.</p>",
    "speakers": "<h3>Speakers</h3><p>Bo Ray is a fellow of the harbor school.</p>",
    "topics": '<h3>Topics</h3><p><a href="/topics/salt">Salt</a></p>',
    "other pieces": '<h3>Recent Work</h3><p><a href="/research/salt">Salt.</a></p>',
    "readers": "<h3>Comments (2)</h3><p>Salt for all.</p><p>And rope.</p>",
    "a reader": "<h3>Comments</h3><p>Bo Ray</p><p>Salt for all.</p>",
}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_below_short_paragraphs_ends_the_text(section: str) -> None:
    for printed in (rich, bare):
        assert read(printed(paragraphs(*SHORT) + SECTIONS[section])).body == SHORT


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Subscribe</h3><p>Our letter comes on Mondays.</p><form><input></form></div>",
        "<div><h4>Subscribe</h4><p>Our letter comes on Mondays.</p></div>",
        "<section><h3>Sign up</h3><p>It is free.</p></section>",
        '<div><p>Harbor Letter</p><h3>Sign up</h3><p>It is free.</p><a href="/mail">Subscribe now</a></div>',
        "<div><h3>Sign up for Harbor News</h3><p>It is free.</p><button>Subscribe</button></div>",
    ],
)
def test_a_newsletter_box_between_short_paragraphs_is_not_text(box: str) -> None:
    for printed in (rich, bare):
        assert read(printed(f"<p>{SHORT[0]}</p>{box}<p>{SHORT[1]}</p><p>{SHORT[2]}</p>")).body == SHORT


@pytest.mark.parametrize("heading", ["Comments (2)", "Read More, Write Less", "Topics"])
def test_short_paragraphs_below_a_section_of_one_element_with_the_text_are_not_lost_in_silence(
    heading: str,
) -> None:
    article = read(
        rich(f"{paragraphs(*SHORT)}<h3>{heading}</h3><p>Two Towns</p><p>{SHORT[0][:-1]} again.</p>")
    )
    assert article.body == SHORT
    assert f"text-unread {len(SHORT[0]) + 6}" in article.warnings


DROPPED = "he harbor has a tower, and nobody has climbed it since the winter."


@pytest.mark.parametrize(
    "opening",
    [
        f'<span class="dropcap" aria-hidden="true">T</span>{DROPPED}',
        f'<span aria-hidden="true">T</span><span class="sc">{DROPPED[:9]}</span>{DROPPED[9:]}',
        f'<span aria-hidden="true">“T</span>{DROPPED}',
        f'<span class="sr-only">The</span><span aria-hidden="true">T</span>{DROPPED}',
        f'<span class="sr-only">The</span><span aria-hidden="true">The</span>{DROPPED[2:]}',
        f'<span aria-hidden="true">The</span><span class="visually-hidden">The</span>{DROPPED[2:]}',
        f'<span class="screen-reader-text">T</span><b aria-hidden="true">T</b>{DROPPED}',
        f'<span class="a"><span aria-hidden="true">T</span></span>{DROPPED}',
    ],
)
def test_a_large_first_letter_is_text_and_is_so_once(opening: str) -> None:
    body = read(rich(f"<p>{opening}</p><p>{PROSE}</p>")).body
    assert [body[0].lstrip("“"), body[1]] == [f"T{DROPPED}", PROSE]


def test_a_large_first_letter_may_be_a_word() -> None:
    assert read(rich(f'<p><span aria-hidden="true">A</span> tower stands here.</p><p>{PROSE}</p>')).body == [
        "A tower stands here.",
        PROSE,
    ]


@pytest.mark.parametrize(
    "icon",
    [
        '<i aria-hidden="true">f</i>',
        '<span aria-hidden="true">→</span>',
        '<span aria-hidden="true">S</span>',
        '<span aria-hidden="true">link</span> ',
    ],
)
def test_an_icon_before_a_word_is_not_text(icon: str) -> None:
    assert read(rich(f"<p>{icon}{STRAY}</p><p>{PROSE}</p>")).body == [STRAY, PROSE]


@pytest.mark.parametrize(("initials", "name"), [("AL", "Ann Lee"), ("A", "Ann Lee"), ("李", "李明")])
def test_initials_before_a_name_are_not_among_its_letters(initials: str, name: str) -> None:
    byline = f'<p>By <a href="/people/1"><span aria-hidden="true">{initials}</span>{name}</a></p>'
    page = current(f"<main>{paragraphs(PROSE, MORE)}</main>", header=f"{byline}<p>May 3, 2026</p>")
    assert read(page).byline == name


BOOKS = "<h3>Notes</h3><ol><li>Harbor office.</li><li>Ibid.</li><li>The same, annex.</li></ol>"


@pytest.mark.parametrize(
    ("odd", "read_as"),
    [
        ("One ton in 10<sup>6</sup> is lost.", "One ton in 106 is lost."),
        ("They hold 3.1×10<sup>9</sup> tons.", "They hold 3.1×109 tons."),
        ("The pool holds <sup>235</sup>U.", "The pool holds 235U."),
        ("They dated it by <sup>14</sup><i>C</i> alone.", "They dated it by 14C alone."),
        ("It covers 10<sup>4</sup> km<sup>2</sup> of sea.", "It covers 104 km2 of sea."),
    ],
)
@pytest.mark.parametrize(
    "calls", ["<sup>1</sup>|<sup>2</sup>|<sup>3</sup>", "<sup>1</sup>|<sup>2, 3</sup>|", "<sup>1–3</sup>||"]
)
def test_a_superscript_that_is_not_a_call_leaves_the_calls(odd: str, read_as: str, calls: str) -> None:
    first, second, third = calls.split("|")
    text = f"<p>{odd}</p><p>{PROSE}{first}</p><p>{MORE}{second}</p><p>{STRAY}{third}</p>"
    article = read(rich(text + BOOKS))
    assert article.body == [read_as, PROSE, MORE, STRAY]
    assert [marker.id for block in article.blocks for marker in block.markers] == ["1", "2", "3"]


def test_a_call_may_stand_behind_a_ten() -> None:
    calls = f"<p>{PROSE}<sup>1–3</sup></p><p>Of them came 10<sup>4</sup> to the quay.</p><p>{MORE}<sup>5</sup></p>"
    assert read(rich(calls + BOOKS)).body == [PROSE, "Of them came 10 to the quay.", MORE]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        (
            '<button type="button" aria-label="Footnote 1">1</button>',
            "<h3>Notes</h3><div><span>1</span><p>{}</p></div>",
        ),
        (
            '<button data-footnote="1">1</button>',
            '<h3>Notes</h3><div id="footnote-1"><span>1</span><p>{}</p></div>',
        ),
        ('<a role="button">1</a>', '<h3>Notes</h3><ol><li id="footnote-1">{}</li></ol>'),
        ('<span role="button">[1]</span>', '<h3>Notes</h3><p id="fn1">1. {}</p>'),
        ('<sup role="button">1</sup>', '<h3>Notes</h3><ol><li id="en-1">{}</li></ol>'),
    ],
)
def test_a_lone_call_that_is_a_button(call: str, note: str) -> None:
    text = f"<p>{PROSE}{call}</p><p>{MORE}</p>{note.format('Harbor office, 1971.')}"
    article = read(rich(text))
    assert article.body == [PROSE, MORE]
    assert [marker.id for marker in article.blocks[0].markers] == ["1"]
    assert [each.text for each in article.notes] == ["Harbor office, 1971."]


def test_a_button_that_shows_a_number_and_calls_no_note_is_none() -> None:
    article = read(rich(f"<p>{PROSE} <button>1</button></p><p>{MORE}</p>"))
    assert not article.blocks[0].markers


POPPED = "Harbor office, 1971, where it is called a rumor."


@pytest.mark.parametrize(
    "dialog",
    [
        '<span role="dialog"><p>{}</p><button>Close</button></span>',
        '<span><span id="n2" aria-modal="true">\n<p>{}</p> <p>Page 4.</p><button>Close</button></span></span>',
        '<span role="alertdialog"><p>{}</p><button type="button"><span>Close</span></button></span>',
    ],
)
def test_an_opened_note_in_a_paragraph_is_not_text(dialog: str) -> None:
    text = f"<p>{PROSE}{dialog.format(POPPED)}</p><p>{MORE}</p>"
    for printed in (rich, bare):
        assert read(printed(text)).body == [PROSE, MORE]


@pytest.mark.parametrize(
    "after", ["", "<button>Read the next part</button>", "<p></p><h3>Salt</h3><button>Close</button>"]
)
def test_a_paragraph_behind_a_dialog_that_was_never_filled_is_text(after: str) -> None:
    text = f'<p>{PROSE}<span role="dialog"></span></p><p>{MORE}</p>{after}<p>{STRAY}</p>'
    assert read(rich(text)).body == [PROSE, MORE, STRAY]


CARD = '<a href="/research/2026/04/salt">{}</a>'
POST = "Nine boats, six crews."
AT_THE_END = {
    "credits": "<section><h4>Credits</h4><p>Design: Harbor Studio</p><p>Photo editing: M. Osei</p></section>",
    "one credit": "<h3>Production</h3><div>Illustrations: Bo Ray</div>",
    "credits in text": "<h4>Who Made This</h4><p>Maps: Bo Ray</p><p>Editing and design: Salt &amp; Rope</p>",
    "the full text": '<p><a href="https://gazette.example/salt">Read the full article in The Harbor Gazette</a></p>',
    "the original": '<p><a href="https://gazette.example/salt">Оригинал статьи</a></p><p><a href="#">Print</a></p>',
    "the full text, bold": '<p><strong><a href="https://gazette.example/salt">Read Full Text</a></strong></p>',
    "an institution": "<div>About the Carnegie Endowment: The Endowment advances cooperation between nations.</div>",
    "a copyright": f"<p>© 1999 Carnegie Endowment<br>1779 Massachusetts Ave., NW<br>{'Tel: 202-483 ' * 6}</p>",
}
AMID = {
    "a card in a link": f"<div>{CARD.format(f'<div><h4>Salt</h4><p>{STRAY}</p></div>')}</div>",
    "a card in a link, bare": CARD.format(f"<h4>Salt</h4><p>{STRAY}</p>"),
    "a card with a picture": f"<div>{CARD.format(f'<p><img src=x></p><h3>Salt</h3><div><p>{STRAY}</p></div>')}</div>",
    "a player's window": "<div><video></video><div><p>This is a modal window.</p></div></div>",
    "a player's dialog": "<p>Beginning of dialog window. Escape will cancel and close the window.</p>",
    "consent": '<div><iframe src="/v"></iframe><p>Another company shows this video. You accept its rules.</p></div>',
    "consent above": (
        '<div><p>Another company shows this video. You accept its rules.</p><iframe src="/v"></iframe></div>'
    ),
    "a chart's source": '<p><iframe src="/c"></iframe></p><p align="center"><small>Source: Customs data.</small></p>',
    "a chart's note": '<div><iframe src="/c"></iframe></div><p>Note: Figures are rounded.</p>',
    "a post": f"<div class='sky'><p>{POST}</p><p>— Bex (@bex.example) May 3, 2026 at 11:52 PM</p></div>",
    "a post's text": f"<div><p>{POST}</p><p>So it is.</p>– Bo Ray (@bo@sea.example) 3 May 2026</div>",
    "a post in a quotation": f"<blockquote><p>{POST}</p>— Bex (@bex.example) May 3, 2026</blockquote>",
    "pieces with days": (
        "<div><h4>More From This Author</h4><ul><li>"
        '<a href="/2012/x">Sand</a><br>Article, June 1, 2012</li></ul></div>'
    ),
    "pieces with labels": (
        '<h4>See Also</h4><ul><li><a href="/a">Sand</a>, Paper</li>'
        '<li><a href="/b">Rope</a> (Video)</li></ul>'
    ),
    "pieces under a heading": (
        '<div><h4>Archive</h4><ul><li><a href="/a">Sand</a> 2012</li>'
        '<li><a href="/b">Rope</a> 2013</li></ul></div>'
    ),
    "a pull quote": (
        '<blockquote class="pull"><p>The harbor kept its lights on all winter.</p>'
        '<a href="/t">Tweet This</a></blockquote>'
    ),
    "a pull quote in a paragraph": '<p class="pull-quote">Pilots learned to trust the lights</p>',
    "a pull quote in an aside": (
        '<div class="c-pullquote"><p>Through the winter the harbor kept its lights on</p></div>'
    ),
    "a notice": "<p>Если вы хотите поделиться материалом с пользователем из России, используйте эту ссылку.</p>",
}


@pytest.mark.parametrize("printed", [rich, bare, legacy])
@pytest.mark.parametrize("name", AMID)
def test_an_insert_between_paragraphs_is_left_out(name: str, printed: object) -> None:
    assert callable(printed)
    assert read(printed(f"{paragraphs(PROSE, MORE)}{AMID[name]}{paragraphs(LAST)}")).body == [
        PROSE,
        MORE,
        LAST,
    ]


@pytest.mark.parametrize("printed", [rich, bare, legacy])
@pytest.mark.parametrize("name", AT_THE_END)
def test_what_stands_below_the_last_paragraph_and_is_none(name: str, printed: object) -> None:
    assert callable(printed)
    assert read(printed(paragraphs(PROSE, MORE, LAST) + AT_THE_END[name])).body == [PROSE, MORE, LAST]


KEPT = {
    "labels that answer": ("<h3>Facts</h3><p>Boats: they have nine.</p>", ["Boats: they have nine."]),
    "a link amid text": (
        f'<p><a href="https://gazette.example/salt">The gazette has the story</a>'
        f"</p>{paragraphs(*SHORT)}<p>{STRAY}</p>",
        ["The gazette has the story", *SHORT, STRAY],
    ),
    "a link that is a sentence": (
        '<p><a href="https://gazette.example/salt">The gazette had the story first.</a></p>',
        ["The gazette had the story first."],
    ),
    "a link to the Endowment": (
        '<p><a href="https://carnegieendowment.org/2019/salt">The letter, in full</a></p>',
        ["The letter, in full"],
    ),
    "a handle": (
        "<p>He writes as Bex (@bex.example) every night.</p>",
        ["He writes as Bex (@bex.example) every night."],
    ),
    "items that open with links": (
        '<div><h4>Three Ideas</h4><ul><li><a href="/a">Sand</a> is cheap.</li>'
        '<li><a href="/b">Rope</a> is not.</li></ul></div>',
        ["Sand is cheap.", "Rope is not."],
    ),
    "a quotation": (
        '<blockquote class="pull">The sea is nobody’s friend.</blockquote>',
        ["The sea is nobody’s friend."],
    ),
    "a video's text": (
        f'<div><iframe src="/v"></iframe><p>{STRAY}</p><p>{SHORT[0]}</p></div>',
        [STRAY, SHORT[0]],
    ),
}


@pytest.mark.parametrize("printed", [rich, bare, legacy])
@pytest.mark.parametrize("name", KEPT)
def test_what_looks_so_and_is_text(name: str, printed: object) -> None:
    assert callable(printed)
    insert, kept = KEPT[name]
    assert read(printed(f"<p>{PROSE}</p>{insert}<p>{MORE}</p>")).body == [PROSE, *kept, MORE]


def test_a_video_and_a_short_text_are_the_article() -> None:
    assert read(rich(f'<div><iframe src="/v"></iframe><p>{SHORT[0]}</p></div>')).body == [SHORT[0]]


@pytest.mark.parametrize(
    "note", ["<font size=1><i>{}</i></font>", "<p><font size=1><i>{}</i></font></p>", "<i>{}</i>"]
)
def test_a_closing_note_about_the_author_over_a_copyright(note: str) -> None:
    bio = "Ann Lee is a fellow of the harbor school, where she counts the boats that nobody has sold."
    end = f"<hr>{note.format(bio)}{AT_THE_END['a copyright']}"
    article = read(legacy(paragraphs(PROSE, MORE, LAST) + end))
    assert (article.body, article.authors[0].bio) == ([PROSE, MORE, LAST], bio)
