"""What closes old pages that somebody else printed, and what stands in their texts and is none of them."""

import pytest
from small_pages import BYLINE, DATE, LAST, MORE, PARAGRAPHS, PROSE, STRAY, current, legacy, within

from carnegie_extract import Article, extract

TEXT = [PROSE, MORE, LAST]
ENDOWMENT = "Carnegie Endowment for International Peace"
ADDRESS = "http://www.carnegieendowment.org/publications/index.cfm?fa=view&amp;id=22471"


def read(page: str) -> Article:
    return extract(page.encode())


def last(*lines: str) -> Article:
    """A page whose text these lines follow."""
    return read(legacy(PARAGRAPHS + "".join(lines)))


FEET = [
    f"<div>Printed from {ADDRESS}<br>&copy; 2017 {ENDOWMENT}. All rights reserved.</div>",
    f"<small>Source: {ADDRESS}</small><br><small>&copy; 2008 {ENDOWMENT}. All rights reserved.</small>",
    f"<p>Original at: {ADDRESS}</p><p>&copy; 2008 {ENDOWMENT}</p>",
    f"<p>{ADDRESS}</p>",
    "<p>Из архива: www.carnegie.ru/ru/pubs/70911.htm</p>",
]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("place", ["in the text", "below it"])
def test_the_address_in_the_foot_of_a_print(foot: str, place: str) -> None:
    page = legacy(PARAGRAPHS + foot) if place == "in the text" else legacy(after=foot)
    assert (read(page).body, read(page).warnings) == (TEXT, ())


def test_a_last_sentence_with_an_address_stays() -> None:
    end = f"The whole list of the piers can be had at {ADDRESS.replace('&amp;', '&')} until the spring."
    assert last(f"<p>{end.replace('&', '&amp;')}</p>").body == [*TEXT, end]


TRANSLATED = [
    "<p><em>This article was translated from Russian by Clara Voss.</em></p>",
    "<p>Translated from the Russian by Odile Marsh</p>",
    "<p><em>تُرجم هذا المقال من الفرنسية.</em></p>",
    "<p>Перевод с английского Анны Ли.</p>",
    "<p><i>Traduit de l’anglais par Anne Lys.</i></p>",
    "<p>本文译自英文。</p>",
    "<p>Переклад з англійської: Дарина Лісова</p>",
]


@pytest.mark.parametrize("line", TRANSLATED)
@pytest.mark.parametrize("bio", ["", "<p><em>Ann Lee is a pilot of the coast.</em></p>"])
def test_what_a_text_is_translated_from_is_not_part_of_it(line: str, bio: str) -> None:
    article = last(bio, line)
    assert (article.body, article.authors[0].bio) == (
        TEXT,
        "Ann Lee is a pilot of the coast." if bio else None,
    )
    assert read(current(f"<main>{PARAGRAPHS}{bio}{line}</main>")).body == TEXT
    assert read(legacy(PARAGRAPHS + line + "<table><tr><th>Pier</th><td>6</td></tr></table>")).body == TEXT


@pytest.mark.parametrize(
    "said",
    [
        "Translated from the Dutch at night, the book of the tides was sold on the quay the next morning.",
        "First published in 1911, the tables of the tides were in use until the war.",
    ],
)
def test_a_sentence_about_translations_and_reprints_stays(said: str) -> None:
    assert read(legacy(within(f"<p>{said}</p>"))).body == [PROSE, MORE, said, LAST]
    assert last(f"<p>{said}</p>").body == [*TEXT, said]


REPRINTS = [
    "Оригинал статьи был опубликован в <a href='http://x.example/'>«Степном обозрении»</a>.",
    "Originally published in the Harbor Gazette.",
    "Впервые опубликовано в «Вестнике гавани».",
    "L’article original a paru dans Le Matin du Port.",
    "نُشر هذا النص أولاً في صحيفة المرفأ.",
    "原文发表于《海港日报》。",
    "<a href='http://x.example/'>This article was originally published in The Quay Courant.</a>",
]


@pytest.mark.parametrize("said", REPRINTS)
def test_where_a_text_was_first_is_not_part_of_it(said: str) -> None:
    for line in (f"<p><em>{said}</em></p>", f"<p>{said}</p>", f"<div><i>{said}</i></div>"):
        assert last(line).body == TEXT
        assert last(line, "<p><em>Ann Lee is a pilot.</em></p>").body == TEXT


WHOLE = [
    '<p><a href="http://gazette.example/x">Read the full text of this article in <em>Border Weekly</em></a>.</p>',
    '<p><em><a href="http://gazette.example/x">Read the original article in the Gazette.</a></em></p>',
    '<p>Read the <a href="http://gazette.example/x">full article</a> in the Gazette.</p>',
    '<p><a href="http://gazette.example/x">Читать полностью в «Вестнике гавани».</a></p>',
    '<p><a href="http://gazette.example/x">Lire l’article complet dans Le Matin.</a></p>',
]


@pytest.mark.parametrize("line", WHOLE)
def test_a_line_that_leads_to_the_whole_text_elsewhere(line: str) -> None:
    assert last(line).body == TEXT
    assert last(line.replace("http://gazette.example/x", "/2019/05/04/salt")).body != []
    plain = line.replace("<a href=", "<span title=").replace("</a>", "</span>")
    assert len(last(plain).body) == 4


ROWS = [
    '<p align="center"><a href="#top">Top</a> | <a href="/russian/briefings.htm">All issues</a></p>',
    '<p><a href="https://p.example/x">Apple Podcasts</a> | <a href="/f.mp3">Download</a></p>',
    '<p class="buy"><a href="http://b.example/k">Order online</a> | ISBN: 978-0-00-0 | $27.95</p>',
    '<p class="back"><a href="/ru/pubs/media/">Все публикации раздела</a></p>',
    '<p><a href="/eurasiaoutlook/">More of these letters</a></p>',
    '<ul><li><a href="https://p.example/x">Apple Podcasts</a></li><li><a href="/s">Spotify</a></li></ul>',
    "<div>Listen on Spotify</div>",
]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("above", ["", "<hr>", "<p><em>Ann Lee is a pilot of the coast.</em></p>"])
def test_a_last_row_of_links_is_not_text(row: str, above: str) -> None:
    article = last(above, row)
    assert (article.body, article.authors[0].bio is not None) == (TEXT, above.endswith("</p>"))


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="/x">The boats came back.</a></p>',
        '<p>Fish | <a href="/x">salt</a> | and an end that nobody on the quay had foreseen.</p>',
        '<ul><li><a href="/x">Salt of the coast</a></li><li><a href="/y">The price of salt</a></li></ul>',
    ],
)
def test_what_only_looks_like_a_row_of_links_stays(line: str) -> None:
    assert last(line).body[:3] == TEXT
    assert len(last(line).body) > 3


@pytest.mark.parametrize(
    "line",
    [
        "<p>Carnegie reserves the right to delete comments.</p>",
        '<p><a href="/p">Carnegie reserves the right to edit or delete any comment</a></p>',
        f"<p>Carnegie reserves the right to moderate comments. {STRAY}</p>",
    ],
)
def test_what_becomes_of_comments(line: str) -> None:
    for page in (legacy(after=line), legacy(PARAGRAPHS + line)):
        assert read(page).body == TEXT


def test_several_lines_of_links_are_the_author_s() -> None:
    row = '<p><a href="/2018/04/0{}/salt">Salt of the coast</a></p>'
    assert len(last(*map(row.format, range(3))).body) == 6
    assert last(*map(row.format, range(2))).body == TEXT


BOXES = [
    "<h3>Get more from Carnegie Europe</h3><p>Sign up for our emails.</p>",
    "<h4>Get more from Carnegie</h4><div>All our work, once a week.</div>",
    "<h3>Stay Connected</h3><p>Sign up for our letters.</p>",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_offers_mail_within_the_text(box: str) -> None:
    assert read(legacy(within(f'<div class="block"><div>{box}</div></div>'))).body == TEXT


TWO = BYLINE.replace("</p>", " and Bo Ray</p>") + DATE
BIOS = [
    "<p><em><strong>Ann Lee</strong> is a pilot of the coast.</em></p>"
    "<p><em><strong>Bo Ray</strong> draws maps for the pilots.</em></p>",
    "<p><i>Ann Lee is a pilot of the coast.</i></p><p><i>Bo Ray draws maps for the pilots.</i></p><hr>",
    "<p><em><b>Ann Lee</b></em><em> is a pilot of the coast.</em></p>"
    "<p><em><b>Bo Ray</b> draws maps for the pilots.</em></p>",
]
BELOW = [
    "",
    "<p>Carnegie reserves the right to delete comments.</p>",
    '<p><a href="#top">Top</a> | <a href="/all">All issues</a></p>',
    f"<p>Printed from {ADDRESS}</p>",
    "<p>Translated from the Russian by Odile Marsh.</p>",
]


@pytest.mark.parametrize("bios", BIOS)
@pytest.mark.parametrize("below", BELOW)
def test_a_note_about_each_author_closes_the_text(bios: str, below: str) -> None:
    article = read(legacy(f"{PARAGRAPHS}{bios}", header=TWO, after=below))
    assert article.body == TEXT
    assert [author.bio for author in article.authors] == [
        "Ann Lee is a pilot of the coast.",
        "Bo Ray draws maps for the pilots.",
    ]


COLUMN = '<div id="zone2"><div><h3>About the Author</h3>{}</div></div>'
WHO = [
    "<img src='/x.jpg'><strong>Ann Lee</strong><br><em>Fellow, Harbor Program</em><p>Lee studies piers.</p>",
    "<p><b>Ann Lee</b></p><p>Fellow, Harbor Program</p><p>Lee studies piers.</p>",
    "<div><strong>Ann Lee</strong></div><div>Fellow, Harbor Program</div><div>Lee studies piers.</div>",
]


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("more", ["", '<ul><li><a href="/x">Salt</a>, December 1, 2018</li></ul>'])
def test_the_author_s_box_in_the_column_beside_the_text(who: str, more: str) -> None:
    article = read(legacy(after=COLUMN.format(who + more)))
    (author,) = article.authors
    assert (author.title, author.bio, article.body) == ("Fellow, Harbor Program", "Lee studies piers.", TEXT)


COMMENTS = [
    f"<h3>Комментарии</h3><p>{STRAY}</p><p><small>Рустам, 28 марта 2019 г.</small></p>",
    f"<h3>Comments</h3><p>Bo Ray, May 5, 2019</p><p>{STRAY}</p>",
    f"<h4>Comments</h4><p>{STRAY}</p><div>May 5, 2019 at 9:15 am</div>",
]


@pytest.mark.parametrize("comments", COMMENTS)
@pytest.mark.parametrize("box", ['<div id="comments">{}</div>', "<section><div>{}</div></section>"])
def test_comments_in_the_element_of_the_text(comments: str, box: str) -> None:
    assert read(legacy(PARAGRAPHS + box.format(comments))).body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Bo Ray</strong> <em>Director of the Harbor Institute</em></p>",
        '<p><b>Bo Ray</b><span class="x"> </span><i>Former pilot on the quay</i></p>',
        "<p><strong>Bo Ray</strong><br><em>Member of the council of Elm Quay</em></p>",
    ],
)
def test_who_answers_a_question_of_the_week_is_not_text(line: str) -> None:
    other = line.replace("Bo Ray", "Cyd Poe")
    article = read(legacy(f"<p>{PROSE}</p>{line}<p>{MORE}</p>{other}<p>{LAST}</p>"))
    assert (article.body, article.warnings) == (TEXT, ())
    assert [block.type for block in article.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Bo Ray</strong> <em>drew the map and sold it.</em></p>",
        "<p><strong>Ships first</strong> <em>and boats later</em></p>",
        "<p><strong>Bo Ray</strong> sold maps</p>",
    ],
)
def test_a_name_and_the_text_about_it_stay(line: str) -> None:
    assert len(read(legacy(within(line))).body) == 4


LISTS = [
    "<h4>Table of Contents</h4><ol><li>The Late Rain</li><li>Fodder and Credit</li></ol>",
    "<h3>Contents</h3><ul><li>1. The Late Rain</li><li>2. Fodder and Credit</li></ul>",
    "<p><b>Содержание</b></p><ol><li>Поздний дождь</li><li>Корм и кредит</li></ol>",
]


@pytest.mark.parametrize("listed", LISTS)
def test_the_contents_of_a_book_are_not_text(listed: str) -> None:
    assert read(legacy(within(listed))).body == TEXT
    prose = listed.replace("</li>", " is what the second part of the book is about.</li>")
    assert len(read(legacy(within(prose))).body) == 5


@pytest.mark.parametrize(
    "who", ["—Review of Public Budgets", "— Bo Ray, <em>Salt Weekly</em>", "– Harbor Gazette"]
)
@pytest.mark.parametrize("make", ['<p class="attribution">{}</p>', "<p>{}</p>", "<div>{}</div>"])
def test_whose_a_quotation_is_stands_below_it(who: str, make: str) -> None:
    quoted = f"<blockquote><p>{STRAY}</p></blockquote>{make.format(who)}"
    assert read(legacy(within(quoted))).body == [PROSE, MORE, STRAY, LAST]
    assert len(read(legacy(within(f"<p>{STRAY}</p><p>— And then?</p>"))).body) == 5


SERIES = [
    "This commentary is part of our series <a href='/s'>Counting Carbon</a>.",
    "This article is part of the Tides series.",
    "Cet article fait partie de notre série Marées.",
]


@pytest.mark.parametrize("said", SERIES)
def test_a_box_that_names_the_series(said: str) -> None:
    box = f'<div class="series-box"><p>{said}</p></div>'
    for body in (box + PARAGRAPHS, f"<p>{said}</p>{PARAGRAPHS}", within(box)):
        assert read(legacy(body)).body == TEXT
    assert len(read(legacy(within(f"<p>{said}</p>"))).body) == 4
    long = f"<p>{said[:-1]}, {STRAY}</p>"
    assert len(read(legacy(long + PARAGRAPHS)).body) == 4


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Discussants:</strong> Guo Peilin, Shen Yulan</p>",
        "<p>Moderator: Bo Ray</p>",
        "<p><b>Speakers</b>: Bo Ray and Cyd Poe</p>",
    ],
)
def test_a_last_line_that_names_who_took_part(line: str) -> None:
    assert last(line).body == TEXT
    assert (
        len(
            last(line.replace("Ray", "rows and what they said of salt").replace("Yulan", "and all else")).body
        )
        == 4
    )


def test_the_label_of_a_commentary_beside_its_date_heads_no_comments() -> None:
    for header in (
        "<ul><li>Комментарии</li><li>3 мая 2019 г.</li></ul>",
        "<div><h3>Комментарии</h3><p>3 мая 2019 г.</p></div>",
    ):
        article = read(legacy(header=BYLINE + header))
        assert (article.date, article.body) == ("2019-05-03", TEXT)


NOTED = ["<p><i>{}</i></p>", "<p><font size='-1'><i>{}</i></font></p>", "<p>{}</p>"]


@pytest.mark.parametrize("make", NOTED)
def test_a_note_with_a_label_is_about_whom_it_names(make: str) -> None:
    note = "Lee is a pilot of the coast."
    article = read(legacy(PARAGRAPHS + make.format(f"About the author: {note}"), header=TWO))
    assert (article.body, [author.bio for author in article.authors]) == (TEXT, [note, None])


@pytest.mark.parametrize(
    "note",
    [
        "The writer, a pilot of the coast, served on Elm Quay until 1999.",
        "The author is a pilot of the coast.",
    ],
)
@pytest.mark.parametrize("make", NOTED)
def test_a_note_that_does_not_name_the_only_author(note: str, make: str) -> None:
    article = last(make.format(note))
    assert (article.body, article.authors[0].bio) == (TEXT, note)
    two = read(legacy(PARAGRAPHS + make.format(note), header=TWO))
    assert (two.body, [author.bio for author in two.authors]) == (TEXT, [None, None])


@pytest.mark.parametrize("heading", ["Recent Posts", "Recent Analysis", "Also in this issue"])
@pytest.mark.parametrize(
    "item",
    [
        "<li>Snow <span>February 12, 2018</span></li>",
        "<li>Snow<div>February 12, 2018</div></li>",
        "<li>Snow</li>",
    ],
)
def test_a_list_of_other_pieces_without_links_ends_the_text(heading: str, item: str) -> None:
    listed = f"<div><h3>{heading}</h3><ul>{item}{item.replace('Snow', 'Salt')}</ul></div>"
    assert read(legacy(after=listed)).body == TEXT
    assert read(legacy(PARAGRAPHS + listed)).body == TEXT


@pytest.mark.parametrize("label", ["By:", "By", "Authors:"])
@pytest.mark.parametrize(
    "names",
    ["<ul><li>{} <ul><li>Ann Lee</li><li>Bo Ray</li></ul></li></ul>", "<p>{}</p><p>Ann Lee</p><p>Bo Ray</p>"],
)
def test_the_label_over_names_below_a_text_is_not_part_of_it(label: str, names: str) -> None:
    assert extract(legacy(PARAGRAPHS + names.format(label), header=TWO).encode()).body == TEXT


@pytest.mark.parametrize("heading", ["Most Read", "Most Popular", "Most Viewed"])
def test_what_others_read_is_not_text(heading: str) -> None:
    box = f"<div><h3>{heading}</h3><ol><li>Salt for the Winter</li><li>Rope and Tar</li></ol></div>"
    assert extract(legacy(PARAGRAPHS, header=TWO, after=box).encode()).body == TEXT


@pytest.mark.parametrize(
    "what", ["a global network", "a nonpartisan institution", "an independent organization"]
)
def test_what_a_press_release_says_of_the_endowment_is_a_notice(what: str) -> None:
    note = f"<h3>About the Endowment</h3><p>The Carnegie Endowment for International Peace is {what} of towns.</p>"
    assert extract(legacy(PARAGRAPHS + note, header=TWO).encode()).body == TEXT


@pytest.mark.parametrize("mark", ["©", "(c)", "Copyright"])
def test_a_copyright_may_name_the_endowment_twice(mark: str) -> None:
    foot = f"<p>{mark} 2004 Carnegie Moscow Center, Carnegie Endowment for International Peace</p>"
    assert extract(legacy(PARAGRAPHS + foot, header=TWO).encode()).body == TEXT


ORIGINS = [
    "本文英文版原载于《海港评论》。译者：梁子默。",
    "译者：梁子默。本文原载《海港评论》，2015年10月。",
    "（本文首发于《海港评论》，译者梁子默）",
    "（本文英文版首发于《海港评论》网站，由梁子默翻译。）",
    "［本文原載《海港評論》，由梁子默譯］",
    "Translated by Clara Voss. Originally published in the Harbor Gazette.",
    "The English original appeared in the Harbor Gazette, May 3, 2019; translated by Clara Voss.",
    "Перевод: Анна Ли. Оригинал статьи опубликован в «Вестнике гавани».",
    "Опубликовано на английском языке в «Вестнике гавани». Перевод с английского Анны Ли.",
    "نُشر هذا المقال بالإنكليزية في صحيفة المرفأ، وترجمته ليلى حداد.",
    "ترجمة ليلى حداد. نُشر هذا المقال في صحيفة المرفأ.",
    "Article paru dans Le Matin du Port. Traduit de l’anglais par Anne Lys.",
]


@pytest.mark.parametrize("said", ORIGINS)
@pytest.mark.parametrize("line", ["<p>{}</p>", "<p><em>{}</em></p>", "<p>　　<em>{}</em></p>"])
def test_where_a_text_was_first_and_who_translated_it(said: str, line: str) -> None:
    for bio in ("", "<p><em>Ann Lee is a pilot of the coast.</em></p>"):
        article = last(bio, line.format(said))
        assert (article.body, article.warnings) == (TEXT, ())
        assert [author.name for author in article.authors] == ["Ann Lee"]


SET_APART = [
    "* This article was originally published in Arabic.",
    "*This article was first published in Arabic.",
    "** Translated from Arabic by Clara Voss",
    "[This article first appeared in the Harbor Gazette.]",
    "(Originally published in the Harbor Gazette.)",
    "(Впервые опубликовано в «Вестнике гавани».)",
    "* Перевод с английского Анны Ли.",
    "（本文首发于《海港评论》网站。）",
    "* نُشر هذا المقال بالإنكليزية في صحيفة المرفأ.",
]


@pytest.mark.parametrize("said", SET_APART)
@pytest.mark.parametrize("divider", ["", "<hr>", "<p>***</p>"])
def test_a_note_on_a_text_may_stand_in_brackets_or_behind_a_star(said: str, divider: str) -> None:
    bio = "Ann Lee is a pilot of the coast. Follow her on Twitter @annlee."
    article = last(f"<p><em>{bio}</em></p>{divider}<p>{said}</p>")
    assert (article.body, article.warnings, article.authors[0].bio) == (TEXT, (), bio)


@pytest.mark.parametrize(
    "said", ["（由此可见，海港的灯不够。）", "(The lamps were lit in the autumn.)", "* Lamps cost 12 crowns."]
)
def test_other_last_lines_in_brackets_or_behind_a_star_stay(said: str) -> None:
    assert last(f"<p>{said}</p>").body == [*TEXT, said]


def test_a_last_sentence_about_a_translation_and_its_readers_stays() -> None:
    said = "Translated by nine pilots, the tables were read on every quay. Published in 1911, they lasted."
    assert last(f"<p>{said}</p>").body == [*TEXT, said]
