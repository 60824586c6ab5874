"""Pages of the sites before mid-2024 that a browser saved as text, or that somebody printed."""

import textwrap

import pytest
from small_pages import ADDRESS, DEK, LAST, MORE, PROSE, STRAY

from carnegie_extract import Article, extract
from carnegie_extract.page.printed import without_pages

TEXT = [PROSE, MORE, LAST]
MENU = "Skip to main content\n\n    * Experts\n    * Publications\n    * Donate\n\n\n"
FOOT = "End of document\n\n    * Trade\n    * Fisheries\n\nCarnegie Endowment for International Peace\n"
DATED = "    * May 3, 2019\n    * Article\n"


def saved(*header: str) -> Article:
    """A page that a browser saved as text, with these lines below its headline."""
    return extract("\n\n".join([f"{MENU}  Harbor Lights", *header, *TEXT, FOOT]).encode())


HEADERS = [
    ("Ann Lee,  Bo Ray", DATED),
    ("Ann Lee and Bo Ray", "    * Article\n    * May 3, 2019", "Source: Getty"),
    ("    * Ann Lee\n    * Bo Ray", DATED),
    ("By Ann Lee, Bo Ray", " • May 3, 2019\n • Article"),
    ("Ann Lee\nBo Ray", "* Article\n* Harbor Gazette\n* May 3, 2019"),
    ("Анна Ли, Борис Рай", "    * 3 мая 2019 г.\n    * Статья"),
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("dek", [None, "The lamps cost more than the boats."])
def test_the_header_of_a_saved_text_lists_date_and_label(header: tuple[str, ...], dek: str | None) -> None:
    article = saved(*header, *([f"Summary:  {dek}"] if dek else []))
    assert (article.headline, article.date, article.dek) == ("Harbor Lights", "2019-05-03", dek)
    assert len(article.authors) == 2
    assert (article.kind, article.body, article.warnings) == ("article", TEXT, ())


ASKING = [
    "Sign up to receive emails from Carnegie!\nEnter your email and select your subscriptions below.",
    "Subscribe for updates\n\nEnter your e-mail address to get them.",
    "Подпишитесь на рассылку Карнеги!\nВведите ваш адрес и выберите темы.",
    "Inscrivez-vous à la lettre de Carnegie !\nSaisissez votre adresse et choisissez.",
    "اشتركوا في نشرة كارنيغي!\nأدخل بريدك الإلكتروني هنا.",
]


@pytest.mark.parametrize("asking", ASKING)
def test_what_asks_for_an_address_is_not_text(asking: str) -> None:
    for header in (("Ann Lee", DATED, asking), ("Ann Lee", DATED, "Summary:  Lamps cost much.", asking)):
        assert (saved(*header).body, saved(*header).authors[0].name) == (TEXT, "Ann Lee")


def test_a_line_over_a_date_in_no_list_may_be_the_dek() -> None:
    text = "\n\n".join(["Article", "Harbor Lights", "Night Boats", "May 3, 2019", *TEXT, FOOT])
    assert (extract(text.encode()).dek, extract(text.encode()).authors) == ("Night Boats", ())


HOUSE = "Carnegie Endowment for International Peace"
LONG = [f"{PROSE} {MORE} {LAST}", f"{DEK} {STRAY} {PROSE}", f"{LAST} {DEK} {MORE}", f"{STRAY} {LAST} {DEK}"]
PRINTED = {
    "a title and numbers": ("Harbor Lights", "{page}", True),
    "numbers alone": ("", "- {page} -", True),
    "a number of all": ("", "{page}/{pages}", False),
    "an address": (
        f"{HOUSE} - Harbor Lights      Page {{page}} of {{pages}}",
        f"{ADDRESS}     2/9/2020",
        False,
    ),
    "a day": (f"5/9/2020, 10:14 AM      Harbor Lights - {HOUSE}", f"{ADDRESS}   {{page}}/{{pages}}", True),
    "two lines": (f"{HOUSE}\nPage {{page}} of {{pages}}", "", False),
    "russian": ("Страница {page} из {pages}", "www.carnegie.ru", False),
    "nothing": ("", "", True),
}


def printed(head: str, foot: str, height: int, *, feeds: bool) -> str:
    """A text in lines of one width, on pages of one height; `feeds`: a form feed opens each page but the first."""
    text = [line for paragraph in LONG for line in ("", *textwrap.wrap(paragraph, 78))]
    lines = ["Commentary", "", "Harbor Lights", "", "By Ann Lee", "May 3, 2019", *text, "", f"© 2019 {HOUSE}"]
    sheets = [lines[at : at + height] for at in range(0, len(lines), height)]
    pages = []
    for number, sheet in enumerate(sheets, 1):
        top, bottom = (edge.format(page=number, pages=len(sheets)) for edge in (head, foot))
        pages.append("\n\n".join(filter(None, (top, "\n".join(sheet).strip("\n"), bottom))))
    return ("\n\f" if feeds else "\n\n").join(pages)


@pytest.mark.parametrize("edges", PRINTED)
@pytest.mark.parametrize("height", [9, 11, 13, 17])
def test_heads_and_feet_of_printed_pages_are_not_text(edges: str, height: int) -> None:
    head, foot, feeds = PRINTED[edges]
    article = extract(printed(head, foot, height, feeds=feeds).encode())
    assert (article.headline, article.date, article.body) == ("Harbor Lights", "2019-05-03", LONG)


@pytest.mark.parametrize("line", ["Of the lamps 1 of 2", "1/2 of the lamps", "2 of 2", "6/7", "1 of 1"])
def test_lines_that_count_no_pages_stay(line: str) -> None:
    lines = [PROSE, "", line, "", MORE]
    assert without_pages(lines) == lines
