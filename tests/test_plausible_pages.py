"""Pages that a review thought of: nothing in the evidence shows them, and a reader would not err on them."""

import pytest
from small_pages import BYLINE, DATE, LAST, MORE, PARAGRAPHS, PROSE, STRAY, current, legacy, read, within

from carnegie_extract import extract

TEXT = [PROSE, MORE, LAST]


def test_an_article_of_one_paragraph_is_not_its_header() -> None:
    header = '<span>Commentary</span><h1>Harbor Lights</h1><p>By <a href="/people/ann-lee">Ann Lee</a></p>'
    below = "<p>The Carnegie Endowment does not take institutional positions on public policy issues.</p>"
    page = current("", header="", over="").replace(
        "<h1>Harbor Lights</h1>",
        f"<main><article>{header}<p>May 3, 2026</p><p>{PROSE}</p></article></main>{below}",
    )
    assert (read(page)["body"], read(page)["dek"]) == ([PROSE], None)


@pytest.mark.parametrize("word", ["Cairo", "Reuters", "Democracy"])
@pytest.mark.parametrize(
    "form", ["<p>{} | May 3, 2019</p>", "<p>{} · May 3, 2019</p>", "<p>{}<br>May 3, 2019</p>"]
)
def test_one_word_beside_the_date_is_not_an_author(word: str, form: str) -> None:
    assert read(legacy(header=form.format(word)))["authors"] == []


@pytest.mark.parametrize(
    "said",
    [
        "Correction: an earlier version of this article gave the wrong number of the lights of the harbor.",
        "The author thanks the crews of the harbor, who read the drafts of this text.",
    ],
)
def test_the_foot_of_an_article_is_its_own(said: str) -> None:
    page = legacy().replace("<main>", "<main><article>")
    record = read(page.replace("</main>", f"<footer><p>{said}</p></footer></article></main>"))
    assert record["body"] == [*TEXT, said]


def test_the_foot_of_an_article_may_hold_its_tags() -> None:
    tags = '<a href="/topics/energy">Energy</a> <a href="/topics/trade">Trade</a>'
    page = legacy().replace("<main>", "<main><article>")
    record = read(page.replace("</main>", f"<footer>{tags}</footer></article></main>"))
    assert record["topics"] == ["Energy", "Trade"]


@pytest.mark.parametrize(
    "name", ['<a href="https://twitter.com/annlee">Ann Lee</a>', '<a href="https://lee.example/">Ann Lee</a>']
)
def test_a_name_that_links_to_another_site_opens_a_bio(name: str) -> None:
    bio = "She is a fellow at the harbor school, where she writes about pilots and the price of salt."
    after = f"<h3>About the Author</h3><p>{name}</p><p>{bio}</p>"
    assert read(legacy(after=after))["authors"][0]["bio"] == bio


def test_a_note_ends_with_its_paragraph_where_the_text_goes_on_beside_it() -> None:
    call = '<sup><a href="#fn1" id="r1">1</a></sup>'
    note = '<p id="fn1">1. See the letters. <a href="#r1">↩</a></p>'
    record = read(legacy(f"<p>{PROSE}{call}</p><p>{MORE}</p><div>{note}<p>{LAST}</p></div>"))
    assert (record["body"], [each["text"] for each in record["notes"]]) == (TEXT, ["See the letters."])


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li>Russia: 5,580</li><li>US: 5,044</li><li>China: 500</li></ul>",
        "<ul><li>Paper 1</li><li>Paper 2</li></ul>",
        "<p>US: 38%</p>",
    ],
)
def test_numbers_of_a_text_are_not_what_a_book_costs(block: str) -> None:
    assert len(read(legacy(within(block)))["body"]) == len(TEXT) + block.count("</li>") + block.count("</p>")


@pytest.mark.parametrize(
    "said",
    [
        "The Carnegie Endowment, which lost 12 of its boats in the flood, has never asked for any of them back.",
        "Carnegie Europe, with 30 scholars in Brussels, did not answer the letters of the harbor that year.",
        "The authors, it turns out, had never been to the harbor, and the towns did not forgive them the book.",
        "Translated from the language of diplomats into plain words it means that the harbor will close.",
    ],
)
def test_a_last_sentence_stays(said: str) -> None:
    assert read(legacy(f"{PARAGRAPHS}<p>{said}</p>"))["body"] == [*TEXT, said]


def test_a_line_about_somebody_over_the_headline_is_not_a_byline() -> None:
    over = '<p>New from <a href="/experts/12">Bo Ray</a>: The Salt Talks</p>'
    assert read(legacy(over=over, header=DATE))["byline"] is None


def test_the_day_of_a_sentence_about_a_change_is_not_the_date() -> None:
    changed = '<p><time datetime="2026-06-01">Revised in the summer</time></p>'
    record = read(legacy(header=f"{BYLINE}{changed}{DATE}"))
    assert (record["date"], record["body"]) == ("2019-05-03", TEXT)


def test_an_entry_of_a_menu_with_a_day_is_not_the_date() -> None:
    over = "<ul><li>Event April 3, 2018</li></ul>"
    assert read(legacy(over=over, header=BYLINE))["date"] == "2019-05-03"


@pytest.mark.parametrize("last", ["May 3, 2026", "5 min read"])
def test_a_label_may_stand_first_of_three_over_the_headline(last: str) -> None:
    over = f"<p><span>Commentary</span> <span>Diwan</span> <span>{last}</span></p>"
    assert read(current(f"<main>{PARAGRAPHS}</main>", over=over))["type"] == "commentary"


@pytest.mark.parametrize(
    "said", ["Figure 2 shows what the lights cost.", "Map 1 shows the towns of the coast."]
)
def test_a_sentence_about_a_figure_beside_a_table_stays(said: str) -> None:
    table = "<table><tr><th>Town</th><th>Cost</th></tr><tr><td>Ur</td><td>3</td></tr></table>"
    assert read(legacy(within(f"<p>{said}</p>{table}")))["body"] == [PROSE, MORE, said, LAST]


@pytest.mark.parametrize("said", ["— So she said, and left.", "— Так он сказал и ушел."])
def test_a_sentence_that_opens_with_a_dash_below_a_quotation_stays(said: str) -> None:
    quotation = f"<blockquote><p>{STRAY}</p></blockquote>"
    assert read(legacy(within(f"{quotation}<p>{said}</p>")))["body"] == [PROSE, MORE, STRAY, said, LAST]


def test_a_long_line_below_a_number_is_not_what_it_counts() -> None:
    said = f"of all wagons that leave the yard, {PROSE[:-1].lower()}, {MORE[:-1].lower()}"
    assert said in read(legacy(within(f"<div><p>61%</p><p>{said}</p></div>")))["body"]


def test_a_picture_below_a_heading_called_like_the_comments_ends_nothing() -> None:
    figure = '<figure><img src="/a.jpg"><figcaption>The harbor at night</figcaption></figure>'
    block = f"<h3>Comments</h3>{figure}"
    assert read(legacy(f"<p>{PROSE}</p><p>{MORE}</p>{block}<p>{LAST}</p>"))["body"] == TEXT


def test_a_dek_that_opens_like_a_byline_is_one() -> None:
    dek = "By the Numbers, and by the Lights of the Northern Harbor"
    assert (
        read(current(f"<main>{PARAGRAPHS}</main>", header=f"<p>{dek}</p>{BYLINE}<p>May 3, 2026</p>"))["dek"]
        == dek
    )


def test_a_dek_that_opens_like_a_testimony_is_one() -> None:
    dek = "Testimony and Memory in the Age of Salt"
    assert (
        read(current(f"<main>{PARAGRAPHS}</main>", header=f"<p>{dek}</p>{BYLINE}<p>May 3, 2026</p>"))["dek"]
        == dek
    )


@pytest.mark.parametrize(
    "said",
    [
        "Emmanuel Moreau is president of the harbor towns.",
        "Bo Ray is director of the harbor, and he will answer for the lights that failed last winter.",
    ],
)
def test_a_last_sentence_about_an_officer_stays_where_nobody_signs(said: str) -> None:
    assert read(legacy(f"{PARAGRAPHS}<p><em>{said}</em></p>", header=DATE))["body"] == [*TEXT, said]


def test_a_caption_beside_a_figure_is_not_a_figure_more() -> None:
    figure = '<figure><img src="/quay.jpg" alt=""></figure><p class="caption">The harbor at night</p>'
    blocks = extract(legacy(within(figure)).encode()).blocks
    assert len([block for block in blocks if block.type == "figure"]) == 1
