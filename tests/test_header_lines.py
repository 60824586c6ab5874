"""Lines of a header that look alike: titles, deks, names over the date, credits, speakers."""

import pytest
from small_pages import BYLINE, DATE, DEK, MORE, PARAGRAPHS, PROSE, current, legacy, read

from carnegie_extract import extract


@pytest.mark.parametrize(
    "line",
    [
        "A minister who stays at home is seldom fined.",
        "The ambassador of the salt towns was late!",
        "Why does a researcher count the boats?",
    ],
)
def test_a_short_first_paragraph_about_an_office_is_not_a_title(line: str) -> None:
    page = current(
        f'<main><div class="payload-richtext"><p>{line}</p><p>{PROSE}</p><p>{MORE}</p></div></main>'
    )
    record = read(page)
    assert record["body"] == [line, PROSE, MORE]
    assert record["authors"][0]["title"] is None


@pytest.mark.parametrize("title", ["Fellow (on leave)", "Fellow, Harbor School", "Senior Fellow"])
def test_a_title_under_the_name_is_one(title: str) -> None:
    header = f'<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>{title}</p>{DATE}'
    assert read(current(f"<main>{PARAGRAPHS}</main>", header=header))["authors"][0]["title"] == title


@pytest.mark.parametrize(
    "items",
    [
        "<ul><li>Google Calendar</li><li>Apple / Outlook</li></ul>",
        "<ul><li>Paperback: $19.95</li><li>ISBN: 978-0-00000-000-0</li></ul><div>Buy Now</div>",
        "<ul><li>48 pages</li><li>12 maps</li><li>Hardcover</li></ul>",
    ],
)
def test_the_items_of_a_list_are_not_a_dek(items: str) -> None:
    record = read(current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}{items}{DATE}"))
    assert record["dek"] is None
    assert len(record["body"]) == 3


@pytest.mark.parametrize(
    "line",
    ["<b>Ann Lee</b><br><i>Policy Outlook, May 3, 2004</i>", "<div>Ann Lee</div><div>Policy Outlook, May 3, 2004</div>",
     "<p>Ann Lee</p><p>May 3, 2004</p>"],
)  # fmt: skip
def test_a_name_right_above_the_date_is_the_author_on_any_site(line: str) -> None:
    record = read(current(f"<main>{PARAGRAPHS}</main>", header=line, over=""))
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", "2004-05-03", None)


def test_the_title_block_of_a_testimony_is_not_a_byline() -> None:
    header = f"<div>Ann Lee</div><div>Congressional Testimony, May 3, 2007</div><p class='summary'>{DEK}</p>"
    block = "<p align='center'><b>Testimony of Ann Lee<br>Senior Fellow<br>May 3, 2007</b></p>"
    record = extract(
        legacy(
            f"{block}{PARAGRAPHS}", over="<div>Home | Publications | Testimony</div>", header=header
        ).encode()
    )
    assert (record.byline, record.dek, record.type) == ("Ann Lee", DEK, "congressional testimony")


@pytest.mark.parametrize("name", ["lead", "article__standfirst", "summary"])
def test_a_line_below_the_date_that_its_class_calls_a_dek(name: str) -> None:
    header = f'{BYLINE}{DATE}<div class="{name}">{DEK}</div>'
    assert read(current(f"<main>{PARAGRAPHS}</main>", header=header))["dek"] == DEK


@pytest.mark.parametrize(
    "line", ["Publisher: Carnegie Endowment", "Publisher: Salt Press", "Series: Quiet Harbors"]
)
def test_a_labelled_line_behind_the_byline_names_no_author(line: str) -> None:
    header = f'<p>By <a href="/experts/12">Ann Lee</a><br>{line}<br>Policy Brief, May 3, 2005</p>'
    record = read(legacy(header=header))
    assert [author["name"] for author in record["authors"]] == ["Ann Lee"]
    assert (record["date"], record["type"]) == ("2005-05-03", "policy brief")


@pytest.mark.parametrize("data", [[], ["Bo Ray"], ["Ann Lee"]])
def test_an_event_has_all_speakers_that_it_prints(data: list[str]) -> None:
    speakers = "".join(
        f'<h4><a href="/people/{name}">{name}</a></h4><p>Fellow</p>' for name in ("Ann Lee", "Bo Ray")
    )
    head = "".join(f'<meta name="author" content="{name}">' for name in data)
    page = current(
        f"<main>{PARAGRAPHS}<h3>Event Speakers</h3>{speakers}</main>",
        over="<p>Event</p>",
        header=DATE,
        head=head,
    )
    assert [author["name"] for author in read(page)["authors"]] == ["Ann Lee", "Bo Ray"]


@pytest.mark.parametrize(
    "line",
    [
        "Edited by nine hands, the text says nothing.",
        "Photos by satellites show two ships, and neither moved for nine days.",
        "Translated by a machine, the letter made no sense to its readers.",
        "Moderated by the tide, the current turns twice a day.",
    ],
)
def test_a_sentence_that_opens_like_a_credit_is_a_paragraph(line: str) -> None:
    for text in (f"<p>{line}</p>{PARAGRAPHS}", f"{PARAGRAPHS}<p>{line}</p>"):
        assert line in read(current(f"<main>{text}</main>"))["body"]


@pytest.mark.parametrize(
    "line", ["Edited by Bo Ray.", "Photos by Bo Ray and Cy Fox.", "Translated by Bo Ray"]
)
def test_a_credit_may_end_with_a_full_stop(line: str) -> None:
    assert line not in read(current(f"<main><p>{line}</p>{PARAGRAPHS}</main>"))["body"]


SERVICES = "".join(
    f"<li><a href='https://pods.example/{name}'>{name}</a></li>" for name in ("Salt Podcasts", "Tidal")
)
CITATION = "Ann Lee, “Harbor Lights,” Carnegie Endowment for International Peace."
ABOVE_BYLINE = {
    "how to cite": f"<div><h4>Cite</h4><p>{CITATION}</p></div>",
    "a list of jumps": "<div><ul><li><a href='#a'>Salt</a></li><li><a href='#b'>Tide</a></li></ul></div>",
    "services that play it": f"<ul>{SERVICES}</ul>",
    "the name for paper": "<p>Carnegie Endowment for International Peace</p>",
    "a box with a heading": "<div><h3>At a glance</h3><p>Two boats.</p><p>Six piers.</p></div>",
}


@pytest.mark.parametrize("box", ABOVE_BYLINE)
def test_what_stands_over_the_byline_does_not_hide_it(box: str) -> None:
    record = read(current(f"<main>{PARAGRAPHS}</main>", header=f"{ABOVE_BYLINE[box]}{BYLINE}{DATE}"))
    assert (record["byline"], record["date"], len(record["body"])) == ("Ann Lee", "2019-05-03", 3)
    assert record["dek"] is None


@pytest.mark.parametrize("box", ["services that play it", "the name for paper"])
def test_what_stands_over_the_date_is_not_a_byline(box: str) -> None:
    record = read(current(f"<main>{PARAGRAPHS}</main>", header=f"{ABOVE_BYLINE[box]}{DATE}"))
    assert (record["byline"], record["authors"], record["date"]) == (None, [], "2019-05-03")


@pytest.mark.parametrize(("language", "heading"), [("en", "Authors"), ("ru", "Авторы"), ("uk", "Автори")])
def test_a_section_called_authors(language: str, heading: str) -> None:
    about = f'<h3>{heading}</h3><a href="/people/ann-lee">Ann Lee</a><p>Fellow, Harbor School</p>'
    page = current(f"<main>{PARAGRAPHS}{about}</main>").replace('lang="en"', f'lang="{language}"')
    record = read(page)
    assert record["authors"][0]["title"] == "Fellow, Harbor School"
    assert len(record["body"]) == 3
