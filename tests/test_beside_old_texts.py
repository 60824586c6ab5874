"""What stands beside the texts of old pages, as others print it: pagers, boxes, letters, cards, speakers, comments."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_pages import BYLINE, DATE, LAST, MORE, PARAGRAPHS, PROSE, legacy, read, within

TEXT = [PROSE, MORE, LAST]
SHORT = "Lamps are paid by the night."


def old(body: str = PARAGRAPHS, **parts: str) -> Mapping[str, Any]:
    """The record of a page before mid-2024, which must have no more text than its three paragraphs."""
    record = read(legacy(body, **parts))
    assert (record["body"], record["warnings"]) == (TEXT, [])
    return record


def with_text(body: str = PARAGRAPHS, **parts: str) -> list[str]:
    return list(read(legacy(body, **parts))["body"])


PAGERS = [
    '<div>Page 1 of 2: <b>1</b> <a href="?p=2">2</a> <a href="?p=2">Next &raquo;</a></div>',
    '<p>Page 2 of 3 <a href="?p=1">1</a> 2 <a href="?p=3">3</a></p>',
    '<div>Страница 1 из 2: 1 <a href="?p=2">2</a></div>',
]


@pytest.mark.parametrize("pager", PAGERS)
def test_a_pager_may_say_which_page_this_is(pager: str) -> None:
    old(PARAGRAPHS + pager)
    old(f"<p>{PROSE}</p>{pager}<p>{MORE}</p><p>{LAST}</p>")
    said = '<p>Page 14 of the report 1 <a href="/p">says</a> so at length, and nobody minded it.</p>'
    assert len(with_text(PARAGRAPHS + said)) == 4


LETTERS = [
    '<p><strong>Correspondence:</strong> <a href="mailto:press@harbor.example">press office</a></p>',
    '<p>For more on this, write to: <a href="MAILTO:ann@harbor.example">Ann Lee</a></p>',
    '<div>Контакт: <a href="mailto:a@harbor.example">отдел прессы</a></div>',
]


@pytest.mark.parametrize("letter", LETTERS)
def test_where_to_write_is_not_text(letter: str) -> None:
    old(PARAGRAPHS + letter)
    told = '<p>Two words of hers: <a href="mailto:ann@harbor.example">write to me</a>, as she said that night.</p>'
    assert len(with_text(PARAGRAPHS + told)) == 4
    assert len(with_text(PARAGRAPHS + told.replace("mailto:ann@harbor.example", "/a"))) == 4


CREDITS = ["（本文图片来源：海港社）", "(Source: Harbor Gazette)", "[Фото: Анна Лей]"]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_in_brackets_closes_a_text(credit: str) -> None:
    old(f"{PARAGRAPHS}<p>{credit}</p>")
    assert (
        len(with_text(f"{PARAGRAPHS}<p>(So says the harbor master, and he has the books to prove it.)</p>"))
        == 4
    )


PROMOS = [
    f'<div><h4>Podcast of the Harbor</h4><p>{SHORT}</p><a href="https://pod.example/1">Lampcast</a> '
    '<a href="https://pod.example/2">Piercast</a></div>',
    '<div><h3>Подкаст о гавани</h3><p>Слушайте новый выпуск.</p><p><a href="https://pod.example/1">Лампы</a></p></div>',
    f'<div><b>Video:</b><p>{SHORT}</p><div><a href="https://video.example/1">Watch it there</a></div></div>',
]


@pytest.mark.parametrize("promo", PROMOS)
def test_a_box_that_offers_a_podcast_elsewhere(promo: str) -> None:
    old(f"<p>{PROSE}</p>{promo}<p>{MORE}</p><p>{LAST}</p>")
    own = promo.replace("https://pod.example", "").replace("https://video.example", "")
    for kept in (
        own.replace("Podcast", "Lamps").replace("Подкаст", "Лампы").replace("Video:", "Lamps"),
        promo[5:-6],
    ):
        text = with_text(f"<p>{PROSE}</p>{kept}<p>{MORE}</p><p>{LAST}</p>")
        assert any(said in text for said in (SHORT, "Слушайте новый выпуск."))


CARDS = [
    "<ul><li><h5>Ann Lee</h5><p>Journalist.</p></li><li><h5>Bo Ray</h5><p>Keeper of lamps.</p></li></ul>",
    "<div><div><b>Ann Lee</b><div>Journalist.</div></div><div><b>Bo Ray</b><div>Keeper of lamps.</div></div></div>",
    "<div><h4>Ann Lee</h4><p>Journalist.</p></div><div><h4>Bo Ray</h4><p>Keeper of lamps.</p></div>",
]


@pytest.mark.parametrize("cards", CARDS)
def test_cards_with_a_word_about_each_author_close_a_text(cards: str) -> None:
    byline = f'<p><a href="/experts/1">Ann Lee</a>, <a href="/experts/2">Bo Ray</a></p>{DATE}'
    record = old(PARAGRAPHS + cards, header=byline)
    assert [author["bio"] for author in record["authors"]] == ["Journalist.", "Keeper of lamps."]
    talk = cards.replace("Journalist.", "Yes.").replace("Keeper of lamps.", "No.")
    assert len(with_text(talk + PARAGRAPHS, header=byline)) == 5
    assert len(with_text(f"<h4>Ann Lee</h4><p>Well.</p>{PARAGRAPHS}{talk}", header=byline)) == 6


SPEAKERS = [
    "<h4>Ann Lee</h4><p>Ann Lee is a fellow at the harbor school.</p><h4>Bo Ray</h4><p>Bo Ray keeps the lamps.</p>",
    "<h3>Ann Lee</h3><p>Ann Lee, a fellow, has written on lamps.</p><h3>Bo Ray</h3><div>Bo Ray keeps the lamps.</div>",
    "<div><h5>Ann Lee</h5><p>Ann Lee is a fellow.</p></div><div><h5>Bo Ray</h5><p>Bo Ray keeps the lamps.</p></div>",
]
EVENT = "<p>Friday, May 3, 2019</p><p>6:00 p.m. to 8:00 p.m.</p>"


@pytest.mark.parametrize("speakers", SPEAKERS)
def test_speakers_close_the_text_of_an_event_under_no_heading(speakers: str) -> None:
    record = old(PARAGRAPHS + speakers, header=EVENT)
    assert [author["name"] for author in record["authors"]] == ["Ann Lee", "Bo Ray"]
    assert all(author["bio"] for author in record["authors"])
    labelled = old(PARAGRAPHS + speakers, header=DATE, over="<p>Event</p>")
    assert labelled["authors"] == record["authors"]
    assert len(with_text(PARAGRAPHS + speakers, header=f"{DATE}<p>Policy Brief</p>")) == 5
    assert len(with_text(PARAGRAPHS + speakers.replace("<p>Ann Lee", "<p>She"), header=EVENT)) == 4


@pytest.mark.parametrize(
    "place", ["1779 Massachusetts Avenue NW, Washington, DC", "Elm Hall, Harbor House", "Beirut"]
)
def test_a_place_between_the_day_and_the_hours_is_not_a_dek(place: str) -> None:
    record = old(header=EVENT.replace("</p><p>", f"</p><p>{place}</p><p>"))
    assert (record["dek"], record["date"]) == (None, "2019-05-03")
    dek = "Who pays for the lamps, and who should."
    assert old(header=EVENT.replace("</p><p>", f"</p><p>{dek}</p><p>"))["dek"] == dek


COMMENTS = [
    '<p><a href="#c">Comments (2)</a> | <a href="#">Print</a></p>',
    '<div><a href="/feed">Follow</a> <a href="#c">2 Comments</a></div>',
    '<p><a href="/x">Share</a> <a href="#c">Комментарии (2)</a></p>',
]


@pytest.mark.parametrize("link", COMMENTS)
def test_what_a_link_to_comments_leads_to_is_not_text(link: str) -> None:
    said = "In my village the boats go out twice a night, once for the fish and once for the lamps."
    bio = "<p><i>Ann Lee is a fellow of the harbor school.</i></p>"
    record = old(f'{PARAGRAPHS}{bio}{link}<div id="c"><p><b>Sami</b>, May 9, 2019: {said}</p></div>')
    assert record["authors"][0]["bio"] == "Ann Lee is a fellow of the harbor school."
    assert said in with_text(f'{PARAGRAPHS}{link.replace("#c", "/c")}<div id="c"><p>{said}</p></div>')


@pytest.mark.parametrize(
    "foot",
    [
        '<ul><li>Topics:</li><li><a href="/topics/?fa=1">Salt</a></li><li><a href="/topics/?fa=2">Lamps</a></li></ul>',
        '<div><span>Tags:</span><ul><li><a href="/x/1">Salt</a></li><li><a href="/x/2">Lamps</a></li></ul></div>',
        '<p>Copyright</p><ul><li>Темы:</li><li><a href="/t/1">Salt</a></li><li><a href="/t/2">Lamps</a></li></ul>',
    ],
)
def test_tags_may_stand_in_the_foot_of_an_old_page(foot: str) -> None:
    assert old(after=f'<div id="zoneDocFooter">{foot}</div>')["topics"] == ["Salt", "Lamps"]
    for menu in (
        foot.replace(":", ""),
        foot.replace(">Lamps<", "><b>Lamps</b>.<").replace("</b>.", "</b></a> of old<a>"),
    ):
        assert old(after=f'<div id="zoneDocFooter">{menu}</div>')["topics"] in ([], None)


@pytest.mark.parametrize("name", ["b-post__lead", "summary", "pub-dek"])
def test_a_short_sentence_called_a_lead_is_the_dek(name: str) -> None:
    tools = '<div><a href="?print">Print</a> <a href="#">Share</a></div>'
    record = old(header=f'{BYLINE}{DATE}{tools}<div class="{name}">{SHORT}</div>')
    assert record["dek"] == SHORT
    label = f'{BYLINE}{DATE}{tools}<div class="{name}">Lamps</div>'
    assert old(header=label)["dek"] != "Lamps"


FIGURES = [
    '<figure><img src="/f.png"><figcaption>Ships a year. Source: Harbor Papers</figcaption></figure>',
    "<figure><table><tr><td>Salt</td><td>1</td></tr><tr><td>Lamps</td><td>2</td></tr></table></figure>",
    '<figure><img src="/g.png"></figure>',
]


@pytest.mark.parametrize("first", FIGURES)
def test_two_figures_below_the_first_paragraph_take_it_from_no_body(first: str) -> None:
    page = legacy(f"<p>{PROSE}</p>{first}{FIGURES[0]}<p>{MORE}</p><p>{LAST}</p>").replace(
        "article-body", "column"
    )
    assert (read(page)["body"], read(page)["dek"]) == (TEXT, None)


@pytest.mark.parametrize(
    "line", ["A Market Without a Center", "Director of the docks", "The Harbor Institute"]
)
def test_a_line_below_the_first_paragraph_is_not_a_title_of_its_author(line: str) -> None:
    byline = "<p>By Ann Lee<br>May 3, 2019</p>"
    page = legacy(f"<p>{PROSE}</p><div>{line}</div><p>{MORE}</p><p>{LAST}</p>", header=byline)
    record = read(page.replace("article-body", "column"))
    assert (record["body"][-3:], record["dek"]) == (TEXT, None)
    assert record["authors"][0]["title"] is None


@pytest.mark.parametrize("heading", ["<p>Comments</p>", "<p><b>Comments</b></p>", "<div>Comments</div>"])
def test_text_goes_on_below_comments_where_no_element_of_headings_holds_the_word(heading: str) -> None:
    text = f"<div><p>{PROSE}</p></div>{heading}<div><p>{MORE}</p></div><div><p>{LAST}</p></div>"
    assert with_text(text)[0] == PROSE
    assert with_text(text)[-2:] == [MORE, LAST]


EDITIONS = [
    "<div><h3>Buy the Book</h3><ul><li>Paperback: $19.95</li><li>Hardback: $49.95</li></ul></div>",
    "<p>Paperback $19.95 | Cloth $49.95</p><p>ISBN: 978-0-00000-111-2</p>",
    "<div><b>Order the Book</b><div>Hardcover: US$49.95</div><div>Paper: US$19.95</div><div>240 pages</div></div>",
    "<p>Цена: 250 ₽</p><p>320 стр., твердый переплет, ISBN 5-00000-012-3</p>",
    "<p><b>Broché :</b> 19,95 €<br><b>Relié :</b> 49,95 €</p>",
]


@pytest.mark.parametrize("editions", EDITIONS)
def test_what_a_book_costs_is_no_text(editions: str) -> None:
    order = f'{editions}<a href="http://books.example/x">Order now</a>'
    for text in (PARAGRAPHS + order, within(order), order + PARAGRAPHS):
        assert with_text(text) == TEXT


@pytest.mark.parametrize("item", ["Salt: $19.95 a sack", "Paper: twice as dear as cloth", "Paperback"])
def test_what_other_things_cost_is_text(item: str) -> None:
    assert with_text(within(f"<ul><li>{item}</li></ul>")) == [PROSE, MORE, item, LAST]


ASKING = [
    "Subscribe to Harbor Lights and receive the letters of the week every Friday, free of charge.",
    "Sign up for news of the quay, which costs nothing and comes on Fridays.",
    "Подпишитесь на рассылку, чтобы получать письма каждую пятницу.",
    "Abonnez-vous à notre lettre, qui paraît chaque vendredi.",
    "اشتركوا في نشرتنا لتصلكم الرسائل كل يوم جمعة.",
    "订阅我们的通讯，每周五收到新文章。",
]


@pytest.mark.parametrize("said", ASKING)
@pytest.mark.parametrize("heading", ["", "<h4>The Mail of the Harbor</h4>"])
def test_a_box_that_asks_readers_to_subscribe_is_not_text(said: str, heading: str) -> None:
    old(within(f'<div class="letters no-print">{heading}<p>{said}</p></div>'))


@pytest.mark.parametrize("form", ["<p>{}</p>", "<div>{}</div>", "<div><p>{}</p></div>"])
def test_a_sentence_that_nothing_sets_apart_may_ask_to_subscribe(form: str) -> None:
    said = "Subscribe to that view, and the harbor is lost."
    assert said in with_text(within(form.format(said)))


def test_a_sentence_in_a_box_like_those_of_the_text_may_ask_to_subscribe() -> None:
    said = "Subscribe to that view, and the harbor is lost."
    boxes = "".join(f'<div class="text"><p>{each}</p></div>' for each in (PROSE, said, LAST))
    assert with_text(boxes) == [PROSE, said, LAST]


PICTURE = '<img src="/a.png" alt="Lamps" width="580">'
CAPTIONS = [
    "<p><strong>Figure 1. Cost of Lamps, 2008–2011</strong><br>{}<br><small>Source: Harbor office.</small></p>",
    "<p><strong>Figure 1. Cost of <i>Lamps</i></strong>{}<small>Source: Harbor office.</small></p>",
    "<div><b>Figure 1. Lamps</b><br>{}<br><em>Note: Those of glass.</em><br><em>Source: Harbor office.</em></div>",
    "<p><b>Table 2. Lamps by Quay</b><br>Source: Harbor office.</p>{}",
    "<p><b>The Lamps of the Quay</b><br>{}<br><small>Source: The office of the harbor, which counts all.</small></p>",
    "<p><b>Рисунок 1. Стоимость огней</b><br>{}<br><small>Источник: Управление гавани.</small></p>",
    "<p><b>图1 海港灯的费用</b><br>{}<br><small>资料来源：海港办公室。</small></p>",
    "<p><b>الشكل 1. كلفة المصابيح</b><br>{}<br><small>المصدر: مكتب المرفأ.</small></p>",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_may_have_its_source_in_the_same_line(caption: str) -> None:
    old(within(caption.format(PICTURE)))


def test_a_paragraph_about_a_figure_may_have_breaks() -> None:
    said = "Figure 1 shows the lamps that the board lit<br>in the autumn: it counts them every year."
    assert said.replace("<br>", " ") in with_text(within(f"<p>{said}</p>"))


BOXES = [
    '<div><h5>Related Analysis</h5><ul><li><a href="/a">Who Owns the Quay?</a><em>(Brief, June 5)</em></li></ul></div>',
    '<div><b>Related Analysis</b><ul><li><a href="/a">Salt</a>, June 5</li><li><a href="/b">Oil</a></li></ul></div>',
    '<div><h4>Also by the Author</h4><ul><li><a href="/a">Salt</a> Op-Ed</li><li><a href="/b">Oil</a></li></ul></div>',
]


@pytest.mark.parametrize("box", BOXES)
def test_a_list_of_other_pieces_with_their_kinds_and_days_may_stand_over_the_text(box: str) -> None:
    header = f"{BYLINE}{DATE}"
    for text in (f"{box}{PARAGRAPHS}", within(box)):
        page = legacy(header=header, body=text).replace('<div class="article-body">', '<div id="zone1">')
        assert read(page)["body"] == TEXT
