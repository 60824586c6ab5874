"""The fixtures of the layouts before mid-2024."""

from dataclasses import replace

from . import legacy, words_ar, words_en, words_ru, words_zh
from .article import Author, Image, Page, Piece, PullQuote
from .build import experts
from .fixture import Fixture, chrome
from .legacy import BEIJING, BEIRUT, MOSCOW, MOSCOW_RU, WASHINGTON
from .printed import dotted, local, long_english

SEEN = "docs/pages.md#publications (seen). "
REPORT = "docs/pages.md#publications, books and long reports (relied on). "
BLOG = "docs/pages.md#blog-posts. "
RU = "docs/pages.md#carnegieru-and-carnegiemoscoworg (relied on). "
POLITIKA = "docs/pages.md#carnegie-politika (relied on). "
MEC = "docs/pages.md#arabic-pages (text order seen, the tree inferred). "


def _page(piece: Piece, language: str, date: str, printed: str, url: str | None) -> Page:
    return Page(
        piece=_bare(piece),
        language=language,
        url=url,
        byline=", ".join(author.name for author in piece.authors) or None,
        printed_authors=piece.authors,
        author_hrefs=experts(piece.authors),
        date=date,
        printed_date=printed,
        topics=piece.topics,
    )


def _bare(piece: Piece) -> Piece:
    """The piece without what is not known of these pages."""
    blocks = tuple(block for block in piece.blocks if not isinstance(block, PullQuote))
    return replace(piece, blocks=blocks)


def _bios_only(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    return tuple(replace(author, title=None) for author in authors)


def _image(host: str, name: str, credit: str | None) -> Image:
    return Image(f"{host}/images/article_images/{name}.jpg", None, credit)


# ---------------------------------------------------------------- publications


def _publication_en() -> Fixture:
    url = f"{WASHINGTON.host}/2019/02/19/freight-ferries-and-price-of-neutrality-pub-78407"
    page = _page(words_en.FERRIES, "en", "2019-02-19", "February 19, 2019", url)
    page = replace(
        page,
        label="Commentary",
        about=True,
        printed_authors=_bios_only(page.printed_authors),
        image=_image(WASHINGTON.host, "ferry", "Source: Getty"),
    )
    text = legacy.publication(WASHINGTON, page, chrome("en"))
    about = SEEN + "What stands inside div.author-box is inferred."
    return Fixture("legacy-publication", "commentary-en", "commentary", about, page, text)


def _publication_plain_author_en() -> Fixture:
    url = f"{WASHINGTON.host}/2021/06/08/half-bridge-is-kind-of-border-pub-84700"
    page = _page(words_en.BRIDGES, "en", "2021-06-08", "June 08, 2021", url)
    page = replace(
        page,
        label="Article",
        pdf=f"{WASHINGTON.host}/files/Voss_Half_a_Bridge.pdf",
        image=_image(WASHINGTON.host, "bridge", "Source: Getty"),
    )
    text = legacy.publication(WASHINGTON, page, chrome("en"), 84700)
    about = SEEN + "Authors without an expert page; a PDF."
    return Fixture("legacy-publication", "plain-authors-en", "article", about, page, text)


def _publication(site: legacy.Site, language: str, piece: Piece, label: str, date: str, slug: str) -> Fixture:
    url = f"{site.host}/{date.replace('-', '/')}/{slug}"
    page = _page(piece, language, date, local(date, language), url)
    credit = chrome(language).credit
    page = replace(page, label=label, image=_image(site.host, "x", credit))
    text = legacy.publication(site, page, chrome(language), 63000)
    about = SEEN + "Seen in English; labels and the order in this language are inferred."
    case = f"commentary-{language}"
    return Fixture("legacy-publication", case, "commentary", about, page, text)


# ---------------------------------------------------------------- reports


def _report_en() -> Fixture:
    url = f"{WASHINGTON.host}/2013/09/03/granaries-of-last-resort-pub-53000"
    page = _page(words_en.GRANARIES, "en", "2013-09-24", "Published September 24, 2013", url)
    page = replace(
        page,
        label="Report",
        pdf=f"{WASHINGTON.host}/files/granaries_of_last_resort.pdf",
        image=_image(WASHINGTON.host, "granary", None),
    )
    text = legacy.report(WASHINGTON, page, chrome("en"))
    about = REPORT + "The URL names another day than the page. The label's place is inferred."
    return Fixture("legacy-report", "report-en", "report", about, page, text)


def _report_zh() -> Fixture:
    url = f"{BEIJING.host}/2015/10/10/zh-pub-61500"
    page = _page(words_zh.SAVINGS, "zh", "2015-10-10", "出版于2015年10月10日", url)
    page = replace(page, label="报告", pdf=f"{BEIJING.host}/files/savings_zh.pdf")
    text = legacy.report(BEIJING, page, chrome("zh"))
    return Fixture("legacy-report", "report-zh", "report", REPORT + "Chinese: inferred.", page, text)


# ---------------------------------------------------------------- blogs


def _cfm_en() -> Fixture:
    page = _page(words_en.SAVINGS, "en", "2019-08-06", "August 06, 2019", None)
    base = "/chinafinancialmarkets"
    page = replace(
        page,
        blog="China Financial Markets",
        author_hrefs=experts(page.printed_authors, f"{base}/experts"),
    )
    text = legacy.blog(WASHINGTON, page, chrome("en"), "cfm", base, full=False)
    text = text.replace(
        '<a href="https://example.org/earlier">',
        '<a carnegieendowment.org=" " chinafinancialmarkets="" href=" https:=">',
    )
    about = BLOG + "China Financial Markets (seen): the head has the title only; a broken anchor."
    return Fixture("legacy-blog", "china-financial-markets-en", "blog", about, page, text)


def _diwan(language: str, piece: Piece, blog: str, date: str, printed: str, full: bool) -> Fixture:
    url = f"{BEIRUT.host}/diwan/80{date[5:7]}{date[8:]}" if full else None
    page = _page(piece, language, date, printed, url)
    page = replace(page, blog=blog, author_hrefs=experts(page.printed_authors, "/diwan/experts"))
    text = legacy.blog(BEIRUT, page, chrome(language), "diwan", "/diwan", full)
    about = BLOG + "Diwan: blog-diwan and its likeness to China Financial Markets are inferred."
    return Fixture("legacy-blog", f"diwan-{language}", "blog", about, page, text)


def _cfm_zh() -> Fixture:
    page = _page(words_zh.SAVINGS, "zh", "2018-03-05", "2018年3月5日", None)
    page = replace(page, blog="中国金融市场")
    text = legacy.blog(BEIJING, page, chrome("zh"), "cfm", "/chinafinancialmarkets", full=False)
    about = BLOG + "A Chinese post was not seen: inferred."
    return Fixture("legacy-blog", "china-financial-markets-zh", "blog", about, page, text)


# ---------------------------------------------------------------- carnegie.ru, Politika, mec


def _commentary_ru_banner() -> Fixture:
    url = f"{MOSCOW_RU.host}/commentary/86430"
    page = _page(words_ru.GARDENS, "ru", "2022-02-14", dotted("2022-02-14"), url)
    text = legacy.commentary_ru(MOSCOW_RU, page, chrome("ru"), "Общество", words_ru.BANNER, article_body=True)
    about = RU + "The banner that was put first after April 2022. The dek's element is inferred."
    return Fixture("carnegie-ru", "banner-ru", "commentary", about, page, text)


def _commentary_ru() -> Fixture:
    url = f"{MOSCOW_RU.host}/commentary/84111"
    page = _page(words_ru.FERRY, "ru", "2021-03-09", dotted("2021-03-09"), url)
    blocks = tuple(b for b in page.piece.blocks if isinstance(b, str))
    page = replace(page, piece=replace(page.piece, blocks=blocks))
    text = legacy.commentary_ru(MOSCOW_RU, page, chrome("ru"), "Экономика", None, article_body=False)
    about = RU + "The text right in div.zone-1, without div.article-body."
    return Fixture("carnegie-ru", "commentary-ru", "commentary", about, page, text)


def _commentary_moscow_en() -> Fixture:
    url = f"{MOSCOW.host}/commentary/86001"
    page = _page(words_en.DACHAS, "en", "2022-01-28", dotted("2022-01-28"), url)
    banner = (
        "This website is a collection of work by the Carnegie Endowment’s global network of "
        "scholars and is kept for the record."
    )
    text = legacy.commentary_ru(MOSCOW, page, chrome("en"), "Society", banner, article_body=True)
    about = RU + "The English site, with its banner."
    return Fixture("carnegie-ru", "moscow-en", "commentary", about, page, text)


def _politika(language: str, piece: Piece, date: str, printed: str) -> Fixture:
    url = f"{WASHINGTON.host}/politika/8{date[2:4]}{date[8:]}"
    page = _page(piece, language, date, printed, url)
    page = replace(page, blog="Carnegie Politika", topics=())
    text = legacy.politika(page, chrome(language))
    about = POLITIKA + "The blog's logo and the date's form are inferred."
    return Fixture("politika-2022", f"commentary-{language}", "commentary", about, page, text)


def _mec(case: str, piece: Piece, label: str, date: str) -> Fixture:
    url = f"{BEIRUT.host}/{date.replace('-', '/')}/ar-pub-82983"
    page = _page(piece, "ar", date, local(date, "ar"), url)
    byline = "، ".join(author.name for author in piece.authors) or None
    page = replace(page, label=label, byline=byline, image=_image(BEIRUT.host, "x", "المصدر: Getty"))
    text = legacy.mec(page, chrome("ar"))
    return Fixture("carnegie-mec", case, case.removesuffix("-ar"), MEC, page, text)


def fixtures() -> list[Fixture]:
    """All of them."""
    return [
        _publication_en(),
        _publication_plain_author_en(),
        _publication(MOSCOW_RU, "ru", words_ru.GARDENS, "Комментарий", "2016-05-19", "ru-pub-63610"),
        _publication(BEIRUT, "ar", words_ar.ORCHARDS, "مقال", "2020-10-19", "ar-pub-82990"),
        _publication(BEIJING, "zh", words_zh.HARBOR, "评论", "2015-10-10", "zh-pub-61577"),
        _report_en(),
        _report_zh(),
        _cfm_en(),
        _cfm_zh(),
        _diwan("en", words_en.BAKERS, "Diwan", "2019-12-05", "Thursday, December 05, 2019", False),
        _diwan("ar", words_ar.BREAD, "ديوان", "2020-10-19", local("2020-10-19", "ar"), True),
        _commentary_ru_banner(),
        _commentary_ru(),
        _commentary_moscow_en(),
        _politika("en", words_en.TRAINS, "2022-11-07", long_english("2022-11-07")),
        _politika("ru", words_ru.GARDENS, "2023-06-21", dotted("2023-06-21")),
        _mec("commentary-ar", words_ar.ORCHARDS, "مقال", "2020-10-19"),
        _mec("press-release-ar", words_ar.AWARD, "بيان صحافي", "2019-04-03"),
    ]
