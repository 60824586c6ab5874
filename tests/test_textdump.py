"""What programs do to a text when they print it is undone, and other texts are left alone."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carnegie_extract.base.text import MARKS
from carnegie_extract.page.textdump import split_label, undumped, without_pictures
from carnegie_extract.words.vocabulary import glued_label

PARAGRAPH = (
    "The ferry left at six, as it had left at six for forty years, and nobody on the quay looked up. "
    "By noon the tariff was in force, the queue at the gate was gone, and the captain was selling coffee. "
    "It was good coffee. The town remembers that, and little else of the day on which its harbor ended."
)
WORDS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x52F), min_size=3, max_size=12)


@pytest.mark.parametrize("width", [64, 72, 76, 80, 99])
@pytest.mark.parametrize("indent", ["", "   "])
def test_wrapped_lines_are_joined(width: int, indent: str) -> None:
    wrapped = textwrap.wrap(PARAGRAPH, width, initial_indent=indent, subsequent_indent=indent)
    joined = undumped([*wrapped, "", *wrapped])
    assert [line.strip() for line in joined] == [PARAGRAPH, "", PARAGRAPH]


def test_a_list_is_not_joined_to_the_line_above() -> None:
    wrapped = textwrap.wrap(PARAGRAPH, 72)
    assert undumped([*wrapped, "  * Timber goes west", "  * Fish go both ways"])[-2:] == [
        "  * Timber goes west",
        "  * Fish go both ways",
    ]


@pytest.mark.parametrize("bullet", ["  * ", "     + ", "  • ", "   12. "])
def test_items_may_be_narrower_than_paragraphs(bullet: str) -> None:
    indent = " " * len(bullet)
    items = [PARAGRAPH, PARAGRAPH.upper(), PARAGRAPH]
    wrapped = [
        line
        for item in items
        for line in textwrap.wrap(item, 72 - len(bullet), initial_indent=bullet, subsequent_indent=indent)
    ]
    paragraph = textwrap.wrap(PARAGRAPH, 72)
    lines = undumped([*paragraph, "", *paragraph, "", *wrapped])
    assert lines[-3:] == [bullet + item for item in items]


def test_a_teaser_below_a_title_that_does_not_fill_its_line_stays_apart() -> None:
    paragraph = textwrap.wrap(PARAGRAPH, 72, initial_indent="   ", subsequent_indent="   ")
    card = ["     * CommentaryWhy the Harbor Closed at Noon", "       A quay of forty meters."]
    assert undumped([*paragraph, "", *card])[-2:] == card


@pytest.mark.parametrize(
    "field",
    [
        "   ____________________ Search",
        "   ____________________ (Submit)",
        "   Search: [____________________] [ Go ]",
        "[                    ] [Search]",
        "   Your e-mail address ______________________________",
        "   بحث ____________________",
    ],
)
def test_fields_of_forms_go_with_their_labels_and_buttons(field: str) -> None:
    assert undumped(["   Harbors", field, "", "   Quays"]) == ["   Harbors", "", "", "   Quays"]


def test_a_blank_within_a_sentence_is_not_a_field() -> None:
    line = f"{PARAGRAPH} Its name was ____________________ and stays so."
    assert undumped([line]) == [line]


def test_a_text_that_nobody_wrapped_stays() -> None:
    lines = [PARAGRAPH, "", "A heading", PARAGRAPH, "x" * 40, "y" * 40]
    assert undumped(lines) == lines


@given(st.lists(st.lists(WORDS, min_size=80, max_size=100).map(" ".join), min_size=1, max_size=4))
def test_joining_gives_back_what_was_wrapped(paragraphs: list[str]) -> None:
    wrapped = [line for paragraph in paragraphs for line in ("", *textwrap.wrap(paragraph, 72))]
    assert [line for line in undumped(wrapped) if line] == paragraphs


@pytest.mark.parametrize("title", ["References", "   References:", "Links:"])
def test_the_list_of_addresses_goes_and_with_it_the_numbers(title: str) -> None:
    lines = [
        "   By [3]Ann Lee",
        "",
        title,
        "",
        "   Visible links:",
        "   1. http://a.example/",
        "   2. file:///a b",
        "",
    ]
    assert undumped(lines)[:1] == ["   By Ann Lee"]
    assert not any("http" in line for line in undumped(lines))


def test_numbers_in_brackets_stay_where_no_list_explains_them() -> None:
    assert (
        undumped(["As Lee says [3], it floats.", "", "Notes", "1. See below."])[0]
        == "As Lee says [3], it floats."
    )


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("   (BUTTON)", "   "),
        ("   (BUTTON) Subscribe", "   Subscribe"),
        ("   [ Submit ]", ""),
        ("[ Subscribe ]", "Subscribe"),
        ("He said [sic] and went", "He said [sic] and went"),
    ],
)
def test_buttons(line: str, left: str) -> None:
    assert undumped([line]) == [left]


def test_raised_words_are_lowered_and_numbers_that_count_are_markers() -> None:
    mark, end = MARKS[0], MARKS[1]
    assert undumped(["the 2^nd strike.^1 It rained.^2"]) == [
        f"the 2nd strike.{mark}1{end} It rained.{mark}2{end}"
    ]
    assert undumped(["10^6 of 4^2"]) == ["106 of 42"]
    assert undumped(["a ^ b, ^caret"]) == ["a ^ b, ^caret"]


def test_the_name_of_the_picture_before_its_credit() -> None:
    assert without_pictures("   Attribution logo[eyJrZXk] Source: Getty") == "   Source: Getty"
    assert without_pictures("Attribution logoالمصدر: Getty") == "المصدر: Getty"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("CommentaryCarnegie Politika", "Commentary"),
        ("Podcast EpisodeEmissaryThe Chair", "Podcast Episode"),
        ("مقالديوانلماذا", "مقال"),
        ("Commentary", ""),
        ("Commentary on Trade", ""),
        ("Commentaries", ""),
        ("PaperA Ledger", "Paper"),
    ],
)
def test_a_label_with_nothing_between_it_and_the_rest(text: str, label: str) -> None:
    assert glued_label(text) == label


def test_a_label_and_a_blog_are_two_lines() -> None:
    assert split_label("CommentaryDiwan", "Diwan".__eq__) == ["Commentary", "Diwan"]
    assert split_label("CommentaryDawn", "Diwan".__eq__) == ["CommentaryDawn"]


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("   [2]Ports emit CO[2] and drink H[2]O.", "   Ports emit CO2 and drink H2O."),
        ("   See[3]the ports and [4]the quays.", "   Seethe ports and the quays."),
        ("   Ports emit SF[6] and PM[10], [2]too.", "   Ports emit SF6 and PM10, too."),
        ("   Ports[2][3]are CO[2]-heavy.", "   Portsare CO2-heavy."),
        ("   Commentary[12]Diwan", "   CommentaryDiwan"),
    ],
)
def test_link_numbers_go_and_subscripts_stay(line: str, bare: str) -> None:
    assert undumped(["   [1]Research", "", line, "", "References", "", "   1. http://a.example/"])[2] == bare


@pytest.mark.parametrize("blanks", ["\u00a0 ", " \u00a0", "\u00a0\u00a0"])
@pytest.mark.parametrize("width", [64, 72, 79])
def test_two_blanks_after_a_stop_of_which_one_does_not_break_the_line(blanks: str, width: int) -> None:
    words = PARAGRAPH.replace(". ", f".{blanks}")
    wrapped = [line.replace("\u00a0", " ") for line in _wrap(words, width)]
    assert [" ".join(line.split()) for line in undumped(wrapped)] == [PARAGRAPH]


def _wrap(words: str, width: int) -> list[str]:
    """Lines broken at ordinary blanks alone."""
    lines = [""]
    for word in words.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip(" ")
    return lines
