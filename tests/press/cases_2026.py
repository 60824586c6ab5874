"""The fixtures of the layout site-2026."""

from dataclasses import replace

from . import site_2026, words_ar, words_en, words_fr, words_hi, words_ru, words_uk, words_zh
from .article import Box, Page, Piece
from .build import address, metadata, people, picture
from .fixture import Fixture, chrome
from .printed import local
from .site_2026 import Event, Skin

ABOUT = "docs/pages.md#the-site-of-2026. "
POLITIKA = "Carnegie Politika"

LABELS = {
    "commentary": {
        "en": "Commentary",
        "ru": "Комментарий",
        "ar": "مقال",
        "zh": "评论",
        "fr": "Commentaire",
        "hi": "टिप्पणी",
        "uk": "Коментар",
    },
    "questionAnswer": {"en": "Q&A", "ru": "Интервью", "ar": "سؤال وجواب", "zh": "问答"},
    "paper": {"en": "Paper", "ru": "Доклад", "ar": "ورقة", "zh": "论文"},
    "legacyinthemedia": {
        "en": "In The Media",
        "ru": "В прессе",
        "ar": "في الإعلام",
        "zh": "媒体报道",
    },
    "pressRelease": {
        "en": "Press Release",
        "ru": "Пресс-релиз",
        "ar": "بيان صحافي",
        "zh": "新闻稿",
    },
    "event": {"en": "Event", "ru": "Событие", "ar": "فعالية", "zh": "活动"},
}

PROGRAM = Box(
    "Program",
    "Coasts and Commerce",
    "The program studies what moves by water, what it costs, and who is kept waiting.",
)
BLOG = Box(
    "Blog",
    POLITIKA,
    "A place for short pieces about a long region, written by people who have been there.",
)


def page_of(piece: Piece, kind: str, date: str, path: str, language: str = "en") -> Page:
    """The page of a piece, with what most pages have."""
    byline = ", ".join(author.name for author in piece.authors) or None
    return Page(
        piece=piece,
        language=language,
        url=address(path),
        label=LABELS[kind][language],
        byline=byline,
        printed_authors=piece.authors,
        author_hrefs=people(piece.authors),
        about=bool(piece.authors),
        date=date,
        printed_date=local(date, language),
        published_at=f"{date}T12:00:46.000Z",
        image=picture(path.rsplit("/", 1)[-1], chrome(language).credit),
        metadata=metadata(piece, kind, language),
        topics=piece.topics,
        regions=piece.regions,
    )


def _fixture(case: str, kind: str, page: Page, skin: Skin, about: str) -> Fixture:
    text = site_2026.render(page, chrome(page.language), skin)
    return Fixture("site-2026", case, kind, ABOUT + about, page, text)


def _event(case: str, page: Page, event: Event, skin: Skin, about: str) -> Fixture:
    page = replace(
        page,
        byline=None,
        about=False,
        spoken=True,
        author_hrefs=(),
        published_at=None,
        printed_date=None,
        image=replace(page.image, credit=None) if page.image else None,
    )
    shown = replace(page, author_hrefs=(None,) * len(page.printed_authors))
    text = site_2026.render(shown, chrome(page.language), skin, event)
    return Fixture("site-2026", case, "event", ABOUT + about, page, text)


def in_blog(page: Page, blog: str) -> Page:
    """The page as a blog's."""
    block = metadata(page.piece, str((page.metadata or {})["type"]), page.language, blog)
    return replace(page, blog=blog, metadata=block)


# ---------------------------------------------------------------- English


def _commentary_en() -> Fixture:
    page = page_of(
        words_en.PORTS,
        "commentary",
        "2026-04-23",
        "russia-eurasia/politika/2026/04/the-quiet-ports-nobody-bothered-to-close",
    )
    page = in_blog(page, POLITIKA)
    page = replace(page, modified_at="2026-06-03T12:57:05.857Z", boxes=(BLOG, PROGRAM))
    about = (
        "Blog post with info boxes, a promo card first, cards and a newsletter box between the "
        "runs (seen). Inferred: span.sr-only for the block, an external PDF link in the text."
    )
    return _fixture("commentary-en", "commentary", page, Skin(), about)


def _paper_en() -> Fixture:
    page = page_of(
        words_en.RIVERS, "paper", "2026-03-10", "research/2026/03/counting-the-water-shared-rivers"
    )
    caption = "A gauge reader at work in autumn. (Photo by Wilma Tarn/Imagined via Getty Images)"
    page = replace(
        page,
        image=picture("gauge", caption, "A wooden gauge in brown water"),
        modified_at="2026-03-12T09:14:00.120Z",
        pdf="https://assets.carnegieendowment.org/static/files/Counting_the_Water-2026.pdf",
    )
    about = (
        "Notes with ids and back links, figures with the caption in alt, h3 and h4, pull quotes, "
        "acknowledgments, update (seen). Inferred: where the PDF link stands, an alt text."
    )
    skin = Skin(block="pre", json_ld="object")
    return _fixture("paper-en", "paper", page, skin, about)


def _qa_en() -> Fixture:
    page = page_of(
        words_en.GRID,
        "questionAnswer",
        "2026-02-27",
        "emissary/2026/02/can-a-small-grid-survive-a-long-winter",
    )
    page = replace(in_blog(page, "Emissary"), boxes=(PROGRAM,))
    about = "Q&A with four authors, speakers in strong, Invalid video URL (seen)."
    return _fixture("qa-en", "questionAnswer", page, Skin(block="div", rich_chrome=True), about)


def _in_the_media_en() -> Fixture:
    page = page_of(
        words_en.MAP,
        "legacyinthemedia",
        "2023-09-28",
        "posts/2023/09/the-map-on-the-classroom-wall",
    )
    about = "An item published elsewhere first; its outlet is the first line of the text (seen)."
    return _fixture("in-the-media-en", "legacyinthemedia", page, Skin(promo=False), about)


def _press_release_en() -> Fixture:
    page = page_of(
        words_en.FELLOWSHIP,
        "pressRelease",
        "2026-05-14",
        "about/press/2026/05/fellowship-for-young-mapmakers",
    )
    about = "No byline, authors [] in the block (seen). Label and place of the text inferred."
    return _fixture("press-release-en", "pressRelease", page, Skin(content="main"), about)


def _event_en() -> Fixture:
    page = page_of(words_en.CABLE, "event", "2026-04-17", "events/2026/04/who-repairs-the-cable")
    page = replace(page, metadata=metadata(words_en.CABLE, "event", event=True))
    event = Event("Fri, April 17th, 2026", "10:00 AM - 10:45 AM (EDT)", "Live Online")
    about = "Day, hours, place, speakers with bios (seen). The elements are inferred."
    return _event("event-en", page, event, Skin(), about)


def _real_quotation_en() -> Fixture:
    page = page_of(
        words_en.SMALL_THINGS,
        "commentary",
        "2025-12-18",
        "posts/2025/12/a-letter-from-the-ministry-of-small-things",
    )
    about = "One blockquote holds somebody else's words, the other repeats the text (inferred)."
    return _fixture("real-quotation-en", "commentary", page, Skin(block="code"), about)


def _table_en() -> Fixture:
    page = page_of(words_en.DEMURRAGE, "commentary", "2026-01-09", "posts/2026/01/what-ships-pay-to-wait")
    about = "table.lexical-table, as Payload writes it (inferred; no table was seen)."
    return _fixture("table-en", "commentary", page, Skin(time_tag=True), about)


def _no_image_en() -> Fixture:
    page = page_of(words_en.LIGHTHOUSE, "commentary", "2026-02-02", "posts/2026/02/lighthouse-keepers-union")
    page = replace(page, image=None)
    about = "The literal words REQUIRED IMAGE in place of the hero (seen); no og:image (inferred)."
    return _fixture("no-image-en", "commentary", page, Skin(), about)


def _empty_body_en() -> Fixture:
    piece = Piece("Trial Balloon", "A test of the new template.", (), (words_en.QUINT,))
    page = page_of(piece, "commentary", "2025-12-01", "posts/2025/12/trial-balloon")
    page = replace(page, warnings=("empty-body",))
    about = "A published page without any text (a test post was seen)."
    return _fixture("empty-body-en", "commentary", page, Skin(), about)


def _broken_metadata_en() -> Fixture:
    page = page_of(words_en.SEED_BANK, "commentary", "2026-03-03", "posts/2026/03/what-a-seed-bank-owes")
    page = replace(page, metadata=None, warnings=("metadata-broken",))
    about = "The metadata block breaks off in the middle of a list (inferred)."
    return _fixture("broken-metadata-en", "commentary", page, Skin(broken_block=True), about)


def _json_ld_graph_en() -> Fixture:
    page = page_of(
        words_en.VISAS, "commentary", "2026-05-05", "posts/2026/05/the-visa-line-as-foreign-policy"
    )
    page = replace(
        page,
        published_at="2026-05-05T04:30:00.000Z",
        modified_at="2026-05-06T08:00:00.000Z",
    )
    skin = Skin(block="script", json_ld="graph", head_times=False, title_suffix=True)
    about = "Time stamps only in JSON-LD with @graph; og:title with the suffix (inferred shapes)."
    return _fixture("json-ld-graph-en", "commentary", page, skin, about)


def _json_ld_list_en() -> Fixture:
    page = page_of(words_en.ISLAND, "commentary", "2026-05-20", "posts/2026/05/an-island-with-two-clocks")
    page = replace(page, published_at="2026-05-21T01:15:00.000Z")
    skin = Skin(json_ld="list", head_times=False)
    about = "JSON-LD as a list; the UTC stamp falls on the day after the printed one (inferred)."
    return _fixture("json-ld-list-en", "commentary", page, skin, about)


def _outside_author_en() -> Fixture:
    page = page_of(words_en.BRIDGES, "commentary", "2026-04-02", "posts/2026/04/half-a-bridge-is-a-border")
    page = replace(page, byline="Greta Voss, Ines Achterberg, and Emeka Talbot Jr.")
    about = "Outside authors are plain text (seen); the word and before the last is inferred."
    skin = Skin(byline="and", content="schemes")
    return _fixture("outside-author-en", "commentary", page, skin, about)


def _no_dek_en() -> Fixture:
    page = page_of(words_en.ARCHIVE, "commentary", "2026-01-22", "posts/2026/01/opening-the-archive")
    about = "No line under the headline and none in the head (inferred)."
    return _fixture("no-dek-en", "commentary", page, Skin(headline="h1"), about)


def _no_date_en() -> Fixture:
    page = page_of(words_en.LIGHTHOUSE, "commentary", "2026-01-01", "features/lighthouse-keepers-union")
    page = replace(page, date=None, printed_date=None, published_at=None, warnings=("no-date",))
    about = "Neither a printed date nor a time stamp nor a date in the URL (inferred)."
    return _fixture("no-date-en", "commentary", page, Skin(block="pre"), about)


def _stamp_date_en() -> Fixture:
    page = page_of(words_en.ISLAND, "commentary", "2026-06-11", "posts/2026/06/two-clocks")
    page = replace(page, printed_date=None)
    about = "No printed date: the day of the time stamp is the date (inferred)."
    return _fixture("date-from-stamp-en", "commentary", page, Skin(), about)


def _dates_differ_en() -> Fixture:
    page = page_of(words_en.SEED_BANK, "commentary", "2019-08-14", "posts/2019/08/what-a-seed-bank-owes")
    page = replace(page, published_at="2024-05-01T07:00:00.000Z", warnings=("date-published-differ",))
    about = "A piece carried over from an older site: the stamp is years later (inferred)."
    return _fixture("dates-differ-en", "commentary", page, Skin(), about)


def _byline_differs_en() -> Fixture:
    page = page_of(words_en.VISAS, "commentary", "2026-06-01", "posts/2026/06/the-visa-line-again")
    block = metadata(words_en.VISAS, "commentary", authors=("Hamza Ridley",), short=True)
    page = replace(page, metadata=block, warnings=("byline-metadata-differ",))
    about = "The block names one author, the byline two (seen for interviewers); short block."
    return _fixture("byline-differs-en", "commentary", page, Skin(), about)


def _title_differs_en() -> Fixture:
    page = page_of(words_en.DEMURRAGE, "commentary", "2026-01-30", "posts/2026/01/waiting-ships")
    page = replace(page, warnings=("title-headline-differ",))
    skin = Skin(other_title="Anchored: The Price of a Day at Sea")
    about = "title and og:title are not the headline that the page shows (inferred)."
    return _fixture("title-differs-en", "commentary", page, skin, about)


def _byline_list_en() -> Fixture:
    page = page_of(words_en.FERRIES, "commentary", "2026-02-18", "europe/strategic-europe/2026/02/freight")
    page = in_blog(page, "Strategic Europe")
    about = "The byline is a list without separators (inferred); quotation, list, br, sup."
    skin = Skin(byline="list", content="schemes", rich_chrome=True)
    return _fixture("byline-list-en", "commentary", page, skin, about)


# ---------------------------------------------------------------- Russian


def _commentary_ru() -> Fixture:
    page = page_of(
        words_ru.FERRY,
        "commentary",
        "2026-01-23",
        "ru/russia-eurasia/politika/2026/01/ferry-by-habit",
        "ru",
    )
    about = "The notice about the list of organisations between byline and text (seen)."
    return _fixture("commentary-ru", "commentary", in_blog(page, POLITIKA), Skin(), about)


def _paper_ru() -> Fixture:
    page = page_of(words_ru.SNOW, "paper", "2025-12-12", "ru/research/2025/12/snow-resource", "ru")
    page = replace(page, pdf="https://assets.carnegieendowment.org/static/files/snow-resource-ru.pdf")
    about = "Notes in the other shape: the marker link carries the id itself (inferred)."
    return _fixture("paper-ru", "paper", page, Skin(bare_markers=True, content="main"), about)


def _qa_ru() -> Fixture:
    page = page_of(words_ru.ELEVATOR, "questionAnswer", "2026-03-05", "ru/posts/2026/03/grain", "ru")
    about = "Three authors, speakers in strong (English page seen, Russian inferred)."
    return _fixture("qa-ru", "questionAnswer", page, Skin(rich_chrome=True), about)


def _in_the_media_ru() -> Fixture:
    page = page_of(words_ru.STATION, "legacyinthemedia", "2016-05-19", "ru/posts/2016/05/station", "ru")
    about = "The outlet's line in Russian (English seen); an old piece in the new layout."
    return _fixture("in-the-media-ru", "legacyinthemedia", page, Skin(block="div"), about)


def _press_release_ru() -> Fixture:
    page = page_of(words_ru.PRIZE, "pressRelease", "2026-05-14", "ru/about/press/2026/05/mapmakers", "ru")
    return _fixture("press-release-ru", "pressRelease", page, Skin(), "No byline. Inferred.")


def _event_ru() -> Fixture:
    page = page_of(words_ru.ROADS, "event", "2026-02-06", "ru/events/2026/02/winter-roads", "ru")
    page = replace(page, metadata=metadata(words_ru.ROADS, "event", "ru", event=True))
    event = Event("6 февраля 2026 г.", "18:00 - 19:30 (CET)", "Онлайн")
    return _event("event-ru", page, event, Skin(), "A Russian event page was not seen.")


# ---------------------------------------------------------------- Arabic


def _commentary_ar() -> Fixture:
    page = page_of(
        words_ar.BREAD,
        "commentary",
        "2026-03-08",
        "ar/middle-east/diwan/2026/03/bakers-of-the-old-market",
        "ar",
    )
    page = replace(page, metadata=None, blog="ديوان")
    about = "No metadata block (as on the one Arabic page seen); Arabic-Indic digits; dir rtl."
    return _fixture("commentary-ar", "commentary", page, Skin(), about)


def _qa_ar() -> Fixture:
    page = page_of(words_ar.SCALES, "questionAnswer", "2026-01-15", "ar/posts/2026/01/scales", "ar")
    about = "Three authors; the block as on English pages (inferred)."
    return _fixture("qa-ar", "questionAnswer", page, Skin(), about)


def _paper_ar() -> Fixture:
    page = page_of(words_ar.WELLS, "paper", "2026-05-21", "ar/research/2026/05/wells", "ar")
    about = "Notes, a figure, a Levantine double month in the text (seen in prose)."
    return _fixture("paper-ar", "paper", page, Skin(rich_chrome=True, headline="h1"), about)


def _in_the_media_ar() -> Fixture:
    page = page_of(words_ar.SCHOOL, "legacyinthemedia", "2024-11-08", "ar/posts/2024/11/map", "ar")
    return _fixture("in-the-media-ar", "legacyinthemedia", page, Skin(), "Outlet's line inferred.")


def _press_release_ar() -> Fixture:
    page = page_of(words_ar.AWARD, "pressRelease", "2026-05-14", "ar/about/press/2026/05/mapmakers", "ar")
    return _fixture("press-release-ar", "pressRelease", page, Skin(), "No byline. Inferred.")


def _event_ar() -> Fixture:
    page = page_of(words_ar.SHIPS, "event", "2026-04-20", "ar/events/2026/04/cable", "ar")
    page = replace(page, metadata=metadata(words_ar.SHIPS, "event", "ar", event=True))
    event = Event("٢٠ أبريل ٢٠٢٦", "٤:٠٠ - ٥:٣٠ (بيروت)", "عبر الإنترنت")
    return _event("event-ar", page, event, Skin(), "An Arabic event page was not seen.")


# ---------------------------------------------------------------- Chinese


def _commentary_zh() -> Fixture:
    page = page_of(words_zh.HARBOR, "commentary", "2026-03-07", "zh/posts/2026/03/ports", "zh")
    about = "Date in the Chinese form; a list-based byline; full-width punctuation (inferred)."
    return _fixture("commentary-zh", "commentary", page, Skin(byline="list"), about)


def _qa_zh() -> Fixture:
    page = page_of(words_zh.GRID, "questionAnswer", "2026-02-28", "zh/posts/2026/02/grid", "zh")
    about = "Speakers in strong with a full-width colon (inferred)."
    return _fixture("qa-zh", "questionAnswer", page, Skin(content="schemes"), about)


def _paper_zh() -> Fixture:
    page = page_of(words_zh.WATER, "paper", "2025-12-30", "zh/research/2025/12/water", "zh")
    about = "Notes and subscript in Chinese text (inferred)."
    return _fixture("paper-zh", "paper", page, Skin(bare_markers=True), about)


def _in_the_media_zh() -> Fixture:
    page = page_of(words_zh.ATLAS, "legacyinthemedia", "2023-10-10", "zh/posts/2023/10/map", "zh")
    return _fixture("in-the-media-zh", "legacyinthemedia", page, Skin(), "Outlet's line inferred.")


def _press_release_zh() -> Fixture:
    page = page_of(words_zh.GRANT, "pressRelease", "2026-05-14", "zh/about/press/2026/05/mapmakers", "zh")
    return _fixture("press-release-zh", "pressRelease", page, Skin(), "No byline. Inferred.")


def _event_zh() -> Fixture:
    page = page_of(words_zh.SEABED, "event", "2026-05-12", "zh/events/2026/05/cable", "zh")
    page = replace(page, metadata=metadata(words_zh.SEABED, "event", "zh", event=True))
    event = Event("2026年5月12日", "19:00 - 20:00（北京时间）", "线上")
    return _event("event-zh", page, event, Skin(), "A Chinese event page was not seen.")


# ---------------------------------------------------------------- other languages


def _commentary_fr() -> Fixture:
    page = page_of(words_fr.BAC, "commentary", "2026-02-14", "fr/posts/2026/02/le-bac", "fr")
    about = "French page; labels inferred."
    return _fixture("commentary-fr", "commentary", page, Skin(), about)


def _commentary_hi() -> Fixture:
    page = page_of(words_hi.GAUGE, "commentary", "2026-04-11", "hi/posts/2026/04/pani", "hi")
    about = "Hindi page with the English word By before the names (inferred)."
    return _fixture("commentary-hi", "commentary", page, Skin(time_tag=True), about)


def _commentary_uk() -> Fixture:
    page = page_of(
        words_uk.PORT,
        "commentary",
        "2026-03-19",
        "uk/russia-eurasia/politika/2026/03/quiet-ports",
        "uk",
    )
    block = metadata(words_uk.PORT, "commentary", "ru", POLITIKA)
    page = replace(page, metadata=block, blog=POLITIKA)
    about = "Ukrainian page of the blog; labels inferred."
    return _fixture("commentary-uk", "commentary", page, Skin(), about)


ENGLISH = (
    _commentary_en,
    _paper_en,
    _qa_en,
    _in_the_media_en,
    _press_release_en,
    _event_en,
    _real_quotation_en,
    _table_en,
    _no_image_en,
    _empty_body_en,
    _broken_metadata_en,
    _json_ld_graph_en,
    _json_ld_list_en,
    _outside_author_en,
    _no_dek_en,
    _no_date_en,
    _stamp_date_en,
    _dates_differ_en,
    _byline_differs_en,
    _title_differs_en,
    _byline_list_en,
)
OTHERS = (
    _commentary_ru,
    _paper_ru,
    _qa_ru,
    _in_the_media_ru,
    _press_release_ru,
    _event_ru,
    _commentary_ar,
    _qa_ar,
    _paper_ar,
    _in_the_media_ar,
    _press_release_ar,
    _event_ar,
    _commentary_zh,
    _qa_zh,
    _paper_zh,
    _in_the_media_zh,
    _press_release_zh,
    _event_zh,
    _commentary_fr,
    _commentary_hi,
    _commentary_uk,
)


def fixtures() -> list[Fixture]:
    """All of them."""
    return [make() for make in (*ENGLISH, *OTHERS)]
