"""The feet of old pages: offices, notes about who wrote a text, where it was first and where the whole of it is."""

import pytest
from small_pages import BYLINE, DATE, PARAGRAPHS, STRAY, legacy, within
from test_ends_of_old_pages import ENDOWMENT, TEXT, last, read

from carnegie_extract import Article

BIO = "Ann Lee is a senior associate at the Endowment, where she directs the work on harbors."
OFFICES = [
    f"<p>{ENDOWMENT}<br>1779 Massachusetts Avenue, NW, Washington, DC 20036<br>202-483-7600 Fax: 202-483-1840</p>",
    f"<hr>{ENDOWMENT}<br>1779 Massachusetts Avenue, NW<br>Washington, D.C.<br>Email: info@carnegieendowment.org",
    f"<p>{ENDOWMENT} &nbsp; 1779 Massachusetts Ave NW, Washington DC 20036<br>&copy; 2004 All Rights Reserved.</p>",
    "<p>1779 Massachusetts Ave, NW<br>Washington, DC 20036<br>Tel. 202-483-7600</p>",
    "<address>Carnegie Moscow Center<br>16/2 Tverskaya, Moscow 125009<br>Tel. 7 095 935-8904</address>",
    "<p>For more about the harbors, write to Bo Ray, 202-939-2200 or bray@ceip.org.</p>",
]


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize(
    "bio", [f"<hr><font size=-1><i>{BIO}</i></font>", f"<br><br>{BIO}<br><br>", f"<p>{BIO}</p>"]
)
@pytest.mark.parametrize(
    "row", ["", '<p><font size="1"><a href="#top">Back to top</a> | <a href="/pubs/">Papers</a></font></p>']
)
def test_an_office_closes_the_page_and_a_bio_stands_over_it(office: str, bio: str, row: str) -> None:
    article = last(bio, row, office)
    assert (article.body, article.authors[0].bio, article.warnings) == (TEXT, BIO, ())


@pytest.mark.parametrize(
    "end",
    [
        f"In 1910 the {ENDOWMENT}, of all houses, bought a pier, and nobody has asked it what it paid.",
        f"{ENDOWMENT}, Summer 2003, and the boats of the coast, as the painters of the time saw them, in oil.",
        "The letters of the pilots to the council, and what it wrote back, are at pilots@harbor.example today.",
    ],
)
def test_a_last_sentence_with_the_name_of_the_house_and_a_number_stays(end: str) -> None:
    assert last(f"<p>{end}</p>").body == [*TEXT, end]


def unsigned(*lines: str) -> Article:
    """A page without a byline, whose text these lines follow."""
    return read(legacy(PARAGRAPHS + "".join(lines), header=f"<p>Policy Brief 3</p>{DATE}"))


@pytest.mark.parametrize(
    "bio",
    [
        "Ann Lee is a senior associate with the Harbor Project.",
        "Ann Lee, Jr. was director of the Harbor Project until the spring of 2004.",
        "The author, a former minister, is an associate of the Harbor Project.",
    ],
)
@pytest.mark.parametrize(
    "form", ["<p><i>{}</i></p>", "<hr><em>{}</em>", "<p><i>{}</i></p><p><a href='/b'>Next</a></p>"]
)
def test_a_note_in_italics_says_who_wrote_a_text_that_nobody_signs(bio: str, form: str) -> None:
    assert unsigned(form.format(bio)).body == TEXT


@pytest.mark.parametrize(
    "end",
    [
        "<p>Ann Lee is a senior associate with the Harbor Project.</p>",
        "<p><i>Nobody on the quay is a director of anything.</i></p>",
        "<p><i>Ann Lee is tired of the harbor, and so are we.</i></p>",
    ],
)
def test_any_other_last_sentence_of_an_unsigned_text_stays(end: str) -> None:
    assert len(unsigned(end).body) == len(TEXT) + 1


NOTES_ON_REPRINTS = [
    "<i>Reprinted with permission from</i> Harbor Quarterly <i>(July/August 2005). &copy; 2005 Harbor Quarterly, Inc. "
    "All rights reserved.</i>",
    "Reprinted with permission from Harbor Quarterly, July/August 2005. Copyright 2005 Harbor Quarterly, Inc.",
    "Reprinted by permission of the <i>Harbor Gazette</i>, May 2003.",
    "Originally published in the Harbor Gazette, May 3, 2003",
    "This article first appeared in the Harbor Gazette on May 3, 2003.",
    "&copy; 2003 The Harbor Gazette. Reprinted with permission.",
]


@pytest.mark.parametrize("note", NOTES_ON_REPRINTS)
def test_where_a_text_was_first_stands_over_it_too(note: str) -> None:
    for article in (
        read(legacy(f"<p>{note}</p>{PARAGRAPHS}")),
        last(f"<p>{note}</p>", f"<p><i>{BIO}</i></p>"),
    ):
        assert (article.body, article.type, article.date) == (TEXT, None, "2019-05-03")
    header = f"{BYLINE}{DATE}<p>{note}</p>"
    article = read(legacy(header=header).replace(' class="article-body"', ""))
    assert (article.body, article.dek, article.type) == (TEXT, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "First published in 1909, the book of the harbor has been read by all who pay for it, and by the pilots.",
        "Originally published in Paris, the letters of the pilots were reprinted in Elm Quay within the year.",
        "Reprinted from Elm Quay to Marsh End, the letters say nothing of the lamps, and little of the harbor.",
    ],
)
def test_a_sentence_about_a_reprint_stays(text: str) -> None:
    for article in (read(legacy(f"<p>{text}</p>{PARAGRAPHS}")), last(f"<p>{text}</p>")):
        assert sorted(article.body) == sorted([text, *TEXT])


FILE = '<a href="/files/harbor.pdf">{}</a>'
WHOLE_TEXTS = [
    "<em>Click on the link above for the full text of this Carnegie publication.</em>",
    "Click on the icon above to view the full report.",
    "Click here for the full text of this paper.",
    "<b>For the full text of this working paper, please click the PDF icon above.</b>",
    f"{FILE.format('Click here')} for the full text of this paper (PDF).",
    f"To read the full text, click {FILE.format('here')}.",
    f"The full text of this paper is available {FILE.format('in PDF format')}.",
]


@pytest.mark.parametrize("line", WHOLE_TEXTS)
def test_where_to_click_for_the_whole_text(line: str) -> None:
    author = "<h3>About the Author</h3><p>Ann Lee is a pilot.</p>"
    for article in (last(f"<p>{line}</p>", author), read(legacy(f"<p>{line}</p>{PARAGRAPHS}"))):
        assert (article.body, article.warnings) == (TEXT, ())
        assert (article.pdf is not None) == ("href" in line)


def test_a_sentence_that_opens_with_a_click_stays() -> None:
    text = "Click farms are older than the harbor, above all those of the north, which sell boats to no one."
    assert last(f"<p>{text}</p>").body == [*TEXT, text]


@pytest.mark.parametrize(
    "rights", ["Copyright 2003 The Harbor Gazette. All rights reserved.", "&copy; Harbor Press, 2003"]
)
def test_whose_the_rights_are_is_no_text(rights: str) -> None:
    assert last(f"<p><i>{BIO}</i></p>", f"<p>{rights}</p>").authors[0].bio == BIO
    assert last(f"<p>{rights}</p>").body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "<p><i>Summary prepared by Ann Lee, Junior Fellow.</i></p>",
        "<p>Prepared by Ann Lee and Bo Ray</p>",
        "<p>Transcribed by Ann Lee.</p>",
        "<p><a href=\"javascript:play('harbor.ram')\">Listen to the event</a> (RealAudio)</p>",
    ],
)
def test_who_wrote_the_summary_of_an_event_and_where_to_hear_it(line: str) -> None:
    assert last(line).body == TEXT


MISTAKES = [
    "If you found a mistake, select it and press <strong>Ctrl+Enter</strong>.",
    "If you notice an error in this post, mark it with the mouse and press Ctrl + Enter, so that we can mend it.",
    "Нашли опечатку? Выделите её и нажмите Ctrl+Enter",
    "Если вы заметили ошибку, пожалуйста, выделите фрагмент текста и нажмите <b>Ctrl+Enter</b>.",
    "Знайшли помилку? Виділіть її та натисніть Ctrl+Enter.",
    "Si vous constatez une erreur, sélectionnez-la et appuyez sur Ctrl+Entrée.",
    "إذا وجدت خطأً، ظلّله واضغط Ctrl+Enter.",
    "如果您发现错误，请选中并按 Ctrl+Enter。",
]
NOTES = "<h4>Notes</h4><p>1 Salt Papers, 2011.</p>"


@pytest.mark.parametrize("said", MISTAKES)
@pytest.mark.parametrize("above", ["", "<h4>About the Author</h4><p>Ann Lee is a fellow.</p>", NOTES])
def test_how_to_report_a_mistake_is_not_text(said: str, above: str) -> None:
    line = f"<p>{said}</p>"
    for page in (
        legacy(PARAGRAPHS + above + line),
        legacy(within(line)),
        legacy(PARAGRAPHS + above, after=line),
    ):
        assert (read(page).body, read(page).warnings) == (TEXT, ())
        assert read(page).authors[0].bio in (None, "Ann Lee is a fellow.")


def test_a_paragraph_about_a_mistake_stays() -> None:
    said = "If you found a mistake in the tables of the tides, the office paid you a bottle of rum for it."
    assert last(f"<p>{said}</p>").body == [*TEXT, said]


STREET = "1779 Massachusetts Avenue, NW, Washington, DC 20036"
RIGHTS = f"Copyright &copy; 1999 {ENDOWMENT}. {STREET}. Last updated April 2, 1999."
ROW = '<a href="a.htm">Previous Brief</a> | <a href="b.htm">All Briefs</a> | <a href="mailto:a@b.org">Comments</a>'


@pytest.mark.parametrize(
    "foot", [f"<p>{ROW}<br>{RIGHTS}", f"<p>{RIGHTS}<br>{ROW}", f"<p>{ROW}</p><p>{RIGHTS}</p>"]
)
def test_links_beside_a_copyright_below_the_closing_note(foot: str) -> None:
    bio = "Ann Lee is a senior associate at the harbor school and directs its study of boats."
    article = last(f"<p><i>{bio}</i></p>{foot}")
    assert (article.body, article.authors[0].bio) == (TEXT, bio)


def test_a_sentence_over_a_copyright_stays() -> None:
    said = f'The <a href="a.htm">briefs</a> of the harbor are sent to every pilot.<br>&copy; 1999 {ENDOWMENT}'
    assert len(last(f"<p>{said}</p>").body) == 4


LABELS = ["<b>About the Author</b><br>", "<strong>About the Author</strong><br><br>", "<b>Об авторе</b><br>"]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_and_the_bio_in_one_paragraph(label: str) -> None:
    bio = "Ann Lee is a visiting scholar at the harbor school. She wrote on its customs from 1996 to 1999."
    copies = '<p>Request a copy from <a href="mailto:pubs@ceip.org">pubs@ceip.org</a>.</p>'
    article = last(f"<p>{label}<b>Ann Lee</b>{bio[7:]}</p>{copies}")
    assert (article.body, article.authors[0].bio) == (TEXT, bio)


@pytest.mark.parametrize(
    "label", ["<p><b>Summary</b></p>", "<p><strong>Summary:</strong></p>", "<b>Summary</b><br>"]
)
def test_a_summary_of_several_paragraphs_beside_its_label_is_text(label: str) -> None:
    page = legacy(f"{BYLINE}{DATE}{label}{PARAGRAPHS}").replace('<div class="article-body">', "<div>")
    assert (read(page).body, read(page).dek) == (TEXT, None)
    page = legacy(f"{BYLINE}{DATE}{label}<p>{STRAY}</p><h4>Salt</h4>{PARAGRAPHS}")
    page = page.replace('<div class="article-body">', "<div>")
    assert (read(page).body, read(page).dek) == (TEXT, STRAY)
