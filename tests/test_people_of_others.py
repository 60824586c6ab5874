"""What pages say of their authors, as others set it: boxes, bios within the text, links and labels beside names."""

import pytest
from small_pages import DATE, PARAGRAPHS, STRAY, current, legacy, read

from carnegie_extract import extract

BIO = "Ann Lee is a fellow who studies the harbors of the north and the salt that is landed there."
HER = f"Lee has sailed with three crews. {STRAY}"
HIS = "Bo Ray teaches the history of canals and keeps a diary of the tides at the mouth of the river."
TWO = '<p>By <a href="/people/ann-lee">Ann Lee</a> and <a href="/people/bo-ray">Bo Ray</a></p>' + DATE
ANN = '<h4><a href="/people/ann-lee">Ann Lee</a></h4>'
BO = '<h4><a href="/people/bo-ray">Bo Ray</a></h4>'
CARD = '<article><a href="/research/2026/04/salt"><span>Commentary</span><span>Salt</span></a><p>Bo Ray</p></article>'
BODY = [text.removesuffix("</p>") for text in PARAGRAPHS.split("<p>")[1:]]


def said(page: str) -> list[tuple[object, object, object]]:
    """Name, title and bio of each author; the body is whole and nothing but the text."""
    record = read(page)
    assert record["body"] == BODY
    return [(each["name"], each["title"], each["bio"]) for each in record["authors"]]


@pytest.mark.parametrize("printed", [current, legacy])
@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (f"<article>{ANN}<p>{BIO}</p></article>", [None, BIO]),
        (f"<article>{ANN}<p>Fellow</p><p>{BIO}</p></article>", ["Fellow", BIO]),
        (f"<article><p>{BIO}</p></article>", [None, BIO]),
        (f"<ul><li><article>{ANN}<p>{BIO}</p>{CARD}</article></li></ul>", [None, BIO]),
    ],
)
@pytest.mark.parametrize("second", [True, False])
def test_an_article_element_for_each_author(
    printed: object, people: str, expected: list[str], second: bool
) -> None:
    assert callable(printed)
    other = f"<article>{BO}<p>{HIS}</p></article>"
    both = people.replace("</ul>", f"<li>{other}</li></ul>") if "</ul>" in people else people + other
    after = f"<section><h3>About the Authors</h3>{both if second else people}</section>"
    text = f"<main>{PARAGRAPHS}</main>"
    page = legacy(after=after, header=TWO) if printed is legacy else current(text + after, header=TWO)
    assert said(page) == [("Ann Lee", *expected), ("Bo Ray", None, HIS if second else None)]


FIXED = "Correction: An earlier version named the wrong pier."
CLOSES = {
    "a mark": "<p>■</p>",
    "a rule": "<hr><p><br></p>",
    "a correction": f"<p>{FIXED}</p>",
    "a correction in italics": f"<p><em>{FIXED}</em></p>",
    "thanks": "<p>The author thanks the pilots of the north.</p>",
    "three of them": f"<p><i>Update: The pier is open.</i></p><p>{FIXED}</p><p>* * *</p>",
}


def closing(after: str) -> tuple[object, list[object]]:
    """The body, and the authors' bios, of a page whose text something closes."""
    record = read(legacy(PARAGRAPHS + after))
    return record["body"], [each["bio"] for each in record["authors"]]


@pytest.mark.parametrize("after", CLOSES.values(), ids=CLOSES)
@pytest.mark.parametrize(
    "bio", [f"<p><em>{BIO}</em></p>", f"<p>{BIO}</p>", f"<h3>About the Author</h3><p>{BIO}</p>"]
)
def test_what_closes_a_text_may_follow_the_bio_that_does(bio: str, after: str) -> None:
    assert closing(bio + after) == (closing(after)[0], [BIO])


@pytest.mark.parametrize("after", ["thanks", "a correction", "a correction in italics", "three of them"])
def test_corrections_and_thanks_are_text(after: str) -> None:
    body, _ = closing(CLOSES[after])
    assert isinstance(body, list)
    assert body[: len(BODY)] == BODY
    assert len(body) > len(BODY)


def test_a_paragraph_below_a_sentence_about_the_author_goes_on_with_the_text() -> None:
    assert closing(f"<p><em>{BIO}</em></p><p>{STRAY}</p>")[0] == [*BODY, BIO, STRAY]


@pytest.mark.parametrize(
    "sign",
    [
        '<a href="#about">#</a>',
        ' <a href="#about" aria-label="Link">¶</a>',
        '<span><a href="/x#about"><span>§</span></a></span>',
    ],
)
def test_the_sign_of_a_place_is_no_word_of_a_heading(sign: str) -> None:
    assert closing(f"<h3>About the Author{sign}</h3><p>{BIO}</p>") == (BODY, [BIO])
    blocks = extract(legacy(f"{PARAGRAPHS}<h3>Salt{sign}</h3><p>{STRAY}</p>").encode()).blocks
    assert [block.text for block in blocks][len(BODY)] == "Salt"


LONG = f"{BIO} {HER}"
BOX = "<div><h3>About the Author</h3><p>Ann Lee</p><p>{}</p></div>"


@pytest.mark.parametrize(
    ("above", "amid", "below"),
    [
        (BOX.format(BIO), "", ""),
        (BOX.format(BIO), f"<p><em>{BIO}</em></p>", ""),
        ("", f"<p><em>{BIO}</em></p>", "<h2>Notes</h2><ol><li>Salt.</li></ol>" + BOX.format(LONG)),
        (BOX.format(BIO), "", BOX.format(LONG)),
    ],
)
def test_a_bio_in_two_places_is_one(above: str, amid: str, below: str) -> None:
    header = '<p>By <a href="/people/ann-lee">Ann Lee</a></p>' + DATE + above
    record = read(legacy(PARAGRAPHS + amid, header=header, after=below))
    assert record["body"] == BODY
    assert [each["bio"] for each in record["authors"]] == [BIO]
