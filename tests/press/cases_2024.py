"""The fixtures of the layout site-2024."""

from . import site_2024, words_ar, words_en, words_fr, words_hi, words_ru, words_uk, words_zh
from .article import Page, Piece
from .build import address, people, picture
from .fixture import Fixture, chrome
from .printed import local, long_english
from .site_2024 import GRID, LISTS, SOUP, TERMS, Names

ABOUT = (
    "docs/pages.md#the-site-of-2024: lower-case label, full month, ?lang= in the "
    "address, no metadata block. The markup is not known and is invented here. "
)

DESIGNS = {
    SOUP: "Here: nested divs, a div around every paragraph.",
    LISTS: "Here: the byline is a list, list items hold paragraphs.",
    TERMS: "Here: byline and date in a definition list, the text in sections.",
    GRID: "Here: two cells, byline and date after the picture.",
}


def _fixture(
    case: str,
    kind: str,
    piece: Piece,
    label: str,
    date: str,
    path: str,
    names: Names,
    language: str = "en",
    blog: str | None = None,
    stamp: bool = True,
) -> Fixture:
    words = chrome(language)
    printed = long_english(date) if language == "en" else local(date, language)
    page = Page(
        piece=piece,
        language=language,
        url=address(path),
        label=label,
        blog=blog,
        byline=", ".join(author.name for author in piece.authors),
        printed_authors=piece.authors,
        author_hrefs=people(piece.authors),
        about=True,
        date=date,
        printed_date=printed,
        published_at=f"{date}T08:00:00.000Z" if stamp else None,
        image=picture(case, words.credit),
        topics=piece.topics,
        regions=piece.regions,
    )
    text = site_2024.render(page, words, names)
    return Fixture("site-2024", case, kind, ABOUT + DESIGNS[names], page, text)


def fixtures() -> list[Fixture]:
    """All of them."""
    commentary = "commentary"
    return [
        _fixture(
            "commentary-en",
            commentary,
            words_en.FERRIES,
            "commentary",
            "2023-11-25",
            "posts/2023/11/freight-ferries-and-the-price-of-neutrality?lang=en",
            SOUP,
        ),
        _fixture(
            "commentary-blog-en",
            commentary,
            words_en.PORTS,
            "commentary",
            "2024-09-04",
            "russia-eurasia/politika/2024/09/quiet-ports?lang=en&center=russia-eurasia",
            GRID,
            blog="Carnegie Politika",
            stamp=False,
        ),
        _fixture(
            "paper-en",
            "paper",
            words_en.RIVERS,
            "paper",
            "2024-10-08",
            "research/2024/10/counting-the-water?lang=en",
            LISTS,
        ),
        _fixture(
            "qa-en",
            "questionAnswer",
            words_en.GRID,
            "q&a",
            "2025-02-03",
            "emissary/2025/02/small-grid-long-winter?lang=en",
            TERMS,
            blog="Emissary",
        ),
        _fixture(
            "commentary-ru",
            commentary,
            words_ru.GARDENS,
            "комментарий",
            "2024-08-15",
            "russia-eurasia/politika/2024/08/six-acres?lang=ru",
            LISTS,
            "ru",
            "Carnegie Politika",
        ),
        _fixture(
            "commentary-ar",
            commentary,
            words_ar.ORCHARDS,
            "مقال",
            "2024-11-08",
            "posts/2024/11/orchards?lang=ar&center=middle-east",
            SOUP,
            "ar",
        ),
        _fixture(
            "commentary-zh",
            commentary,
            words_zh.SAVINGS,
            "评论",
            "2025-03-07",
            "posts/2025/03/savings?lang=zh&center=china",
            TERMS,
            "zh",
        ),
        _fixture(
            "commentary-fr",
            commentary,
            words_fr.BAC,
            "commentaire",
            "2024-06-12",
            "posts/2024/06/le-bac?lang=fr",
            GRID,
            "fr",
        ),
        _fixture(
            "commentary-hi",
            commentary,
            words_hi.GAUGE,
            "टिप्पणी",
            "2025-01-20",
            "posts/2025/01/pani?lang=hi&center=india",
            LISTS,
            "hi",
        ),
        _fixture(
            "commentary-uk",
            commentary,
            words_uk.PORT,
            "коментар",
            "2025-05-06",
            "posts/2025/05/porty?lang=uk",
            SOUP,
            "uk",
        ),
    ]
