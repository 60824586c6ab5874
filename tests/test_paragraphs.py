"""What reads like a paragraph is one, whatever element it stands in and whatever stands beside it."""

import pytest
from small_pages import LAST, MORE, PROSE, STRAY, current, legacy

from carnegie_extract import Article, ExtractionError, extract

TEXT = [PROSE, MORE, LAST]
INFO = (
    "<div><p>Program</p><h3>Rivers and Harbors</h3><p>Harbors of the coast.</p>"
    '<a href="/programs/x">Learn More</a></div>'
)
NEWSLETTER = "<form><h3>Sign up for updates</h3><p>Harbors of the coast.</p><button>Subscribe</button></form>"
RELATED = (
    "<div><h3>Related Content</h3>"
    '<ul><li><a href="/posts/1">Salt of the Coast</a></li><li><a href="/posts/2">Tides</a></li></ul></div>'
)
CONTENTS = '<nav><h3>Contents</h3><ul><li><a href="#a">Salt</a></li></ul></nav>'


def read(page: str) -> Article:
    return extract(page.encode())


def printed(text: str) -> list[str]:
    """The text on a page of either generation."""
    return [
        legacy(text),
        current(f'<section id="content"><div class="payload-richtext">{text}</div></section>'),
    ]


@pytest.mark.parametrize(
    "paragraph", ["<div>{}</div>", "<div><span>{}</span></div>", "<section><div>{}</div></section>"]
)
@pytest.mark.parametrize("insert", ["", INFO, NEWSLETTER, RELATED, CONTENTS])
def test_in_any_element_and_beside_boxes(paragraph: str, insert: str) -> None:
    first, second, third = map(paragraph.format, TEXT)
    for page in printed(f"{first}{second}{insert}{third}"):
        article = read(page)
        assert article.body == TEXT
        assert not any(warning.startswith("text-unread") for warning in article.warnings)


@pytest.mark.parametrize(
    "call",
    [
        '<sup><a href="#fn1">1</a>, <a href="#fn2">2</a></sup>',
        '<a href="#fn1">[1]</a>, <a href="#fn2">[2]</a>',
        '<a href="#fn1">١</a>، <a href="#fn2">٢</a>',
    ],
)
def test_before_several_calls(call: str) -> None:
    for page in printed(f"<div>{PROSE}{call}</div><div>{MORE}</div><div>{LAST}</div>"):
        assert read(page).body == TEXT


@pytest.mark.parametrize("short", ["It was not enough.", "盐价在春天又涨了一成。", "Хватит."])
def test_a_short_sentence_between_others(short: str) -> None:
    for page in printed(f"<div>{PROSE}</div><div>{short}</div><div>{MORE}</div>"):
        assert read(page).body == [PROSE, short, MORE]


@pytest.mark.parametrize("between", ["<nav><a href='/'>Home</a></nav>", "<hr>", "<hr><nav></nav>"])
def test_texts_that_a_menu_or_a_rule_divides(between: str) -> None:
    assert read(legacy(f"{PROSE}{between}{MORE}<br><br>{LAST}")).body == TEXT


@pytest.mark.parametrize(
    "last",
    [
        LAST,
        "Update (May 4, 2019): A figure in the text has been corrected.",
        "作者感谢两位匿名读者对初稿提出的意见。",
    ],
)
def test_a_last_paragraph_below_a_list_of_links(last: str) -> None:
    for page in printed(f"<p>{PROSE}</p><p>{MORE}</p>{RELATED}<p>{last}</p>"):
        assert read(page).body == [PROSE, MORE, last]


@pytest.mark.parametrize(
    "first",
    [f"<p>{PROSE}</p>", f"<div>{PROSE}</div>", f"<p>{PROSE}</p><table><tr><td>1</td><td>2</td></tr></table>"],
)
def test_a_list_of_links_opens_the_text(first: str) -> None:
    for page in printed(f"{RELATED}{first}<p>{MORE}</p><p>{LAST}</p>"):
        assert read(page).body == TEXT


OWN = {
    "a list": f"<ul><li>{MORE}</li><li>{STRAY}</li></ul>",
    "texts in div": f"<div>{MORE}</div><div>{STRAY}</div>",
    "a quotation": f"<blockquote>Salt for all.</blockquote><p>{MORE}</p><p>{STRAY}</p>",
    "a figure": f'<figure><img src="/a.png" alt="Cranes"></figure><p>{MORE}</p><p>{STRAY}</p>',
    "paragraphs": f"<p>{MORE}</p><p>{STRAY}</p>",
}


@pytest.mark.parametrize("heading", ["Comments", "Topics", "Related Work"])
@pytest.mark.parametrize("form", OWN)
def test_a_heading_of_the_article_that_is_called_like_a_section(heading: str, form: str) -> None:
    for page in printed(f"<p>{PROSE}</p><h3>{heading}</h3>{OWN[form]}<p>{LAST}</p>"):
        body = read(page).body
        assert [body[0], *body[-3:]] == [PROSE, MORE, STRAY, LAST]


@pytest.mark.parametrize(
    "comments",
    [
        f"<div><h4>Comments<span>(2)</span></h4><p>{STRAY}</p><p>{STRAY}</p></div>",
        f"<div><h3>Comments</h3><div><b>Bo Ray</b><p>{STRAY}</p></div></div>",
        f"<section><h3>Comments</h3><p>Bo Ray</p><p>May 4, 2019</p><p>{STRAY}</p></section>",
    ],
)
def test_comments_of_readers_are_not_text(comments: str) -> None:
    assert read(legacy(after=comments)).body == TEXT


@pytest.mark.parametrize(
    "quotation",
    [
        "<blockquote>{}</blockquote>",
        "<blockquote><p>{}</p></blockquote>",
        "<figure><blockquote>{}</blockquote></figure>",
    ],
)
def test_a_quoted_disclaimer_ends_no_text(quotation: str) -> None:
    words = "Carnegie does not take institutional positions on public policy issues."
    quoted = quotation.format(words)
    for page in printed(f"<p>{PROSE}</p><p>{MORE} {words}</p>{quoted}<p>{LAST}</p>"):
        assert read(page).body == [PROSE, f"{MORE} {words}", LAST]


@pytest.mark.parametrize(
    "opening", ["", "<h3>An Older Quarrel</h3>", '<figure><img src="/a.png" alt="Cranes"></figure>']
)
def test_an_article_element_without_links_is_not_a_card(opening: str) -> None:
    article = read(
        current(f"<main><article>{opening}<p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p></article></main>")
    )
    assert article.body == TEXT


@pytest.mark.parametrize(
    "heading", ["<h3>Related Work</h3>", "<h4>Related Content</h4>", "<h3>Related Reading on Salt</h3>"]
)
def test_an_element_without_links_is_not_a_card(heading: str) -> None:
    runs = [
        f'<div class="payload-richtext">{text}</div>'
        for text in (f"<p>{PROSE}</p><p>{MORE}</p>", f"{heading}<p>{LAST}</p>")
    ]
    assert read(current(f'<section id="content">{"".join(runs)}</section>')).body == TEXT


@pytest.mark.parametrize("loose", ["Salt for all.", "盐价在春天又涨了一成。", f"{MORE}"])
def test_a_sentence_in_a_list_but_in_no_item(loose: str) -> None:
    for page in printed(f"<p>{PROSE}</p><ul><li>{STRAY}</li>{loose}<li>{LAST}</li></ul><p>{MORE}</p>"):
        assert read(page).body == [PROSE, STRAY, loose, LAST, MORE]


@pytest.mark.parametrize(
    "label",
    ["Ann Lee · Fellow", "<b>Ann Lee</b>, Fellow", "<span>Ann Lee</span><span>Fellow, Program “Salt”</span>"],
)
def test_names_and_titles_below_the_closing_note_about_the_author(label: str) -> None:
    bio = "Ann Lee is a fellow at the harbor school, where she writes about pilots and the price of salt."
    text = (
        f'<div class="payload-richtext"><p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p><p><em>{bio}</em></p></div>'
    )
    article = read(current(f"<main>{text}<div>{label}</div></main>"))
    assert article.body == TEXT
    assert [author.bio for author in article.authors] == [bio]


def test_a_phrase_without_words_at_the_very_end_is_not_a_line() -> None:
    notes = "<div>1<br><small><a >2</div>\n<m"
    for page in (notes, f"<title>Harbor Lights</title><p>{PROSE}</p>{notes}"):
        with pytest.raises(ExtractionError) as caught:
            extract(page.encode())
        assert caught.value.kind != "internal-error"


@pytest.mark.parametrize("element", ["p", "div"])
@pytest.mark.parametrize("cards", [0, 4])
def test_breaks_divide_the_text_of_an_element_beside_anything(element: str, cards: int) -> None:
    text = f"<div><{element}>{PROSE}<br><br>{MORE}<br>\n<br>{LAST}</{element}></div>"
    card = f"<div><a href='/posts/1'>Tides</a><p>{STRAY}</p></div>"
    for page in printed(text):
        below = f"<h2>More Work</h2>{card * cards}"
        assert read(page.replace("</body>", f"{below}</body>")).body == TEXT


def test_breaks_in_an_element_that_stands_before_the_page() -> None:
    page = f"<p ><br><br></p>!DOCTYPE html><html><head><title>Harbor Lights</title></head><body>{PROSE}</body></html>"
    with pytest.raises(ExtractionError) as caught:
        extract(page.encode())
    assert caught.value.kind != "internal-error"


def test_two_breaks_in_one_of_several_paragraphs_are_a_space() -> None:
    for page in printed(f"<div><p>{PROSE}</p><p>{MORE}<br><br>{LAST}</p></div>"):
        assert read(page).body == [PROSE, f"{MORE} {LAST}"]
