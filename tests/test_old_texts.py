"""Pages of the sites before mid-2024 that a browser saved as text, or that somebody printed."""

import pytest
from small_pages import LAST, MORE, PROSE

from carnegie_extract import Article, extract

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
def test_what_asks_for_an_address_is_no_text(asking: str) -> None:
    for header in (("Ann Lee", DATED, asking), ("Ann Lee", DATED, "Summary:  Lamps cost much.", asking)):
        assert (saved(*header).body, saved(*header).authors[0].name) == (TEXT, "Ann Lee")


def test_a_line_over_a_date_in_no_list_may_be_the_dek() -> None:
    text = "\n\n".join(["Article", "Harbor Lights", "Night Boats", "May 3, 2019", *TEXT, FOOT])
    assert (extract(text.encode()).dek, extract(text.encode()).authors) == ("Night Boats", ())
