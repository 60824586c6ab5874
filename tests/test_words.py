"""Each word of each language decides on some page what a line is; without the word the line is another."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from small_pages import BYLINE, DATE, PARAGRAPHS, PROSE, STRAY, current, legacy, within

from carnegie_extract import ExtractionError, extract
from carnegie_extract.base.text import key
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.lines import grammar, inserts
from carnegie_extract.lines.grammar import is_clock
from carnegie_extract.page import calls, encoding
from carnegie_extract.page.encoding import decode
from carnegie_extract.pipeline import Trace, read
from carnegie_extract.words import agencies, carnegie, vocabulary
from carnegie_extract.words.agencies import AGENCIES, ends_with_credit, is_agency
from carnegie_extract.words.dates import find_date, lone_date
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.languages.language import Language
from carnegie_extract.words.names import is_name, is_office, is_title, split_names
from carnegie_extract.words.scripts import by_script, is_language_name, language_of

OTHER = "Tide Tables"
"""A line that goes with the word and is judged with it."""

Page = Callable[[str], str]
"""A page on which a word decides."""


def _in_text(markup: str) -> Page:
    return lambda word: legacy(within(markup.format(word)))


def _after(markup: str) -> Page:
    return lambda word: legacy(after=markup.format(word))


def _in_header(markup: str) -> Page:
    return lambda word: legacy(header=BYLINE + DATE + markup.format(word))


def _under(word: str) -> str:
    """A page with a headline, and neither byline nor date."""
    return (
        legacy(header="", over="").replace("<h1>Harbor Lights", f"<h1>{word}").replace("Harbor Lights", word)
    )


def titled(word: str) -> str:
    """A page of no address with a title and no article."""
    address = '<link rel="canonical" href="https://carnegieendowment.org/2019/05/03/harbor-lights-pub-123">'
    logo = '<img alt="Carnegie lettermark logo" src="/m.svg">'
    return _under(word).replace(address, logo)


PAGES: dict[str, tuple[Page, str]] = {
    "notes": (_after(f"<h2>{{}}</h2><ol><li>{STRAY}</li></ol>"), "note"),
    "about_authors": (_after("<h2>{}</h2>"), "author"),
    "speakers": (_after("<h2>{}</h2>"), "author"),
    "comments": (_after("<h2>{} (3)</h2>"), "comments"),
    "tags": (_after("<h2>{}</h2>"), "tags"),
    "newsletter": (_after("<h2>{}</h2>"), "newsletter"),
    "recent_work": (_after("<h2>{} Harbors</h2>"), "related"),
    "ends": (_after("<p>{}</p>"), "footer"),
    "disclaimers": (_after("<p>{} of its own</p>"), "disclaimer"),
    "boxes": (_in_text(f"<div>{{}}</div><div>{OTHER}</div><div>Learn More</div>"), "box"),
    "learn_more": (_in_text(f"<div>Blog</div><div>{OTHER}</div><div>{{}}</div>"), "box"),
    "subscribe": (_in_text(f"<div>Stay Connected</div><div>{OTHER}</div><div>{{}}</div>"), "newsletter"),
    "buttons": (_in_header("<p>{}</p>"), "button"),
    "table_notes": (_in_text("<table><tr><th>Pier</th><td>6</td></tr></table><p>{}: in boats</p>"), "credit"),
    "sharing": (_in_text("<p>{} Facebook</p>"), "button"),
    "players": (_in_text("<p>{}</p>"), "player"),
    "contents": (_in_text('<h3>{}</h3><ul><li><a href="#one">One</a></li></ul>'), "contents"),
    "captions": (_in_text("<p>{} 2 Boats of the coast</p>"), "caption"),
    "tables": (_in_text("<p>{} 2 Boats of the coast</p>"), "caption"),
    "notices": (_in_text("<p>{}</p>"), "notice"),
    "thanks": (
        _after(f"<h2>About the Author</h2><p>Ann Lee is a pilot.</p><p>{{}} {STRAY}</p>"),
        "paragraph",
    ),
    "type_labels": (lambda word: legacy(over=f"<span>{word}</span>"), "label"),
    "source": (_in_header("<div>{}: Harbor Office</div>"), "credit"),
    "summary": (_in_header("<p>{}</p>"), "tool"),
    "by": (
        lambda word: current(f"<main>{PARAGRAPHS}</main>", header=f"<p>{word} Bo Ray</p>{DATE}"),
        "byline",
    ),
    "languages_offered": (_in_header("<p>{} Malay</p>"), "tool"),
    "contributors": (_in_header("<p>{} Bo Ray</p>"), "tool"),
    "edited": (_in_header("<p>{} Bo Ray</p>"), "tool"),
    "places": (_in_header("<p>{}</p>"), "tool"),
    "reading_time": (_in_header("<p>{}</p>"), "tool"),
    "published": (lambda word: legacy(header=f"{BYLINE}<p>{word} May 3, 2019</p>"), "date"),
    "back_links": (
        _after(f'<h2>Notes</h2><ol><li>{STRAY} <a href="#ref-1">{{}}</a></li></ol>'),
        "none",
    ),
    "without_text": (lambda word: legacy("", over=f"<span>{word}</span>"), "label"),
    "updated": (_in_header("<p>{} May 5, 2019</p>"), "tool"),
    "not_found": (_under, "not-found"),
    "home": (titled, "home-page"),
    "search": (_under, "search-page"),
    "institutional": (_under, "institutional-page"),
}


def words(kind: str) -> list[str]:
    """The entries of a kind in all languages, as a page may print them."""
    found = {key(word): word for language in LANGUAGES for word in getattr(language, kind)}
    return [printed(kind, word) for word in found.values()]


def printed(kind: str, word: str) -> str:
    """An entry as a page prints it; a number of minutes stands before it, or where it has room for one."""
    if kind == "reading_time":
        return word.replace("…", " 5 ") if "…" in word else f"5 {word}"
    word = word.replace("…", "Endowment does")
    return word[:1].upper() + word[1:]


def role(page: str, word: str) -> str:
    """The role of the line that a word opens, or why the page is refused."""
    trace = Trace()
    try:
        read(SavedPage(page.encode(), "page"), trace)
    except ExtractionError as error:
        return error.kind
    assert trace.judged is not None
    flow, verdicts = trace.judged.page.flow, trace.judged.verdicts
    shown = OTHER if OTHER in page else word
    lines = [at for at, line in enumerate(flow) if key(shown).rstrip(":： ") in key(line.plain)]
    return verdicts[lines[0]].role if lines and lines[0] in verdicts else "none"


PAIRS = [pytest.param(kind, word, id=f"{kind}-{word}") for kind in PAGES for word in words(kind)]


@pytest.mark.parametrize(("kind", "word"), PAIRS)
def test_a_word_gives_its_line_a_role(kind: str, word: str) -> None:
    page, expected = PAGES[kind]
    assert role(page(word), word) == expected


@contextmanager
def without(kind: str, word: str) -> Iterator[None]:
    """The vocabulary without an entry."""

    def rest(language: Language) -> Language:
        rest_of: dict[str, Any] = {kind: tuple(w for w in getattr(language, kind) if key(w) != key(word))}
        return language._replace(**rest_of)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "LANGUAGES", tuple(map(rest, LANGUAGES)))
        patch.setattr(vocabulary, "_BY_WHOLE", vocabulary._by_whole())
        patch.setattr(vocabulary, "_BY_START", vocabulary._by_start())
        openings = [each for found in vocabulary._BY_START.values() for each in found]
        longs = [each for each in openings if each[2] in vocabulary._LONG]
        patch.setattr(vocabulary, "_LONG_OPENINGS", longs)
        titles = vocabulary.entries("captions") | vocabulary.entries("tables")
        patch.setattr(inserts, "_NUMBERED_TITLES", tuple(titles))
        patch.setattr(inserts, "_TABLES", tuple(vocabulary.entries("tables")))
        patch.setattr(grammar, "_READING_TIME", vocabulary.entries("reading_time"))
        patch.setattr(calls, "_BACK_WORDS", vocabulary.entries("back_links"))
        vocabulary._short_words.cache_clear()
        yield
    vocabulary._short_words.cache_clear()


REMOVABLE = [
    pytest.param(kind, word, id=f"{kind}-{word}")
    for kind in PAGES
    for word in dict.fromkeys(word for language in LANGUAGES for word in getattr(language, kind))
]


@pytest.mark.parametrize(("kind", "word"), REMOVABLE)
def test_without_the_word_the_line_is_another(kind: str, word: str) -> None:
    page, expected = PAGES[kind]
    shown = printed(kind, word)
    with without(kind, word):
        assert role(page(shown), shown) != expected


# ---------------------------------------------------------------- words that show in the record alone


def _media(word: str) -> object:
    """The first block of an item that another outlet published first."""
    page = legacy(f"<p>Harbor Gazette</p>{PARAGRAPHS}", over=f"<span>{word}</span>")
    return extract(page.encode()).blocks[0].text


def _pdf(word: str) -> object:
    link = '<a href="https://example.org/salt.pdf">Full Text</a>'
    return extract(legacy(after=f"<h4>{word}</h4><p>{link}</p>").encode()).pdf


def _layout(word: str) -> object:
    page = current(f"<main>{PARAGRAPHS}</main><div>{word}</div>").replace("/_next/", "/assets/")
    return extract(page.encode()).layout


SHOWN = {
    "in_the_media": (_media, PROSE),
    "additional_links": (_pdf, "https://example.org/salt.pdf"),
    "link_copied": (_layout, "site-2026"),
}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_word_shows_in_the_record(kind: str) -> None:
    show, expected = SHOWN[kind]
    for word in words(kind):
        assert show(word) == expected, word
        with without(kind, word):
            assert show(word) != expected, word


# ---------------------------------------------------------------- words that other tables are made of


def each(kind: str) -> list[object]:
    """The entries of a kind with their languages."""
    return [
        pytest.param(language, word, id=f"{language.code}-{word}")
        for language in LANGUAGES
        for word in getattr(language, kind)
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_spelling_of_a_month_dates_a_page(language: Language) -> None:
    for number, names in enumerate(language.months, 1):
        for name in filter(None, names.split("|")):
            found = find_date(f"2024年{number}月7日" if language.code == "zh" else f"7 {name} 2024")
            assert found is not None, name
            assert found[0] == date(2024, number, 7)


def _own_date(language: Language) -> str:
    return "2024年5月7日" if language.code == "zh" else f"7 {language.months[4].partition('|')[0]} 2024"


@pytest.mark.parametrize(("language", "word"), each("weekdays"))
def test_a_weekday_may_stand_before_a_date(language: Language, word: str) -> None:
    assert lone_date(f"{word}, {_own_date(language)}") == date(2024, 5, 7)
    assert lone_date(f"Hafen, {_own_date(language)}") is None


@pytest.mark.parametrize(("language", "word"), each("published"))
def test_a_weekday_may_stand_between_the_label_and_the_date(language: Language, word: str) -> None:
    reading = grammar.read_line(f"{word} {language.weekdays[0]}, {_own_date(language)}", (), language.code)
    assert reading is not None
    assert reading.day == date(2024, 5, 7)


@pytest.mark.parametrize(("language", "word"), each("date_words"))
def test_a_word_of_dates_may_stand_after_one(language: Language, word: str) -> None:
    assert lone_date(f"{_own_date(language)} {word}") == date(2024, 5, 7)
    assert lone_date(f"{_own_date(language)} Hafen") is None


@pytest.mark.parametrize(("language", "word"), each("conjunctions"))
def test_a_conjunction_stands_between_names_on_pages_in_its_language(language: Language, word: str) -> None:
    assert split_names(f"Ana Souza {word} Rui Lima", language=language.code) == ("Ana Souza", "Rui Lima")
    others = [other.code for other in LANGUAGES if word not in other.conjunctions and word != "&"]
    for code in others:
        assert split_names(f"Ana Souza {word} Rui Lima", language=code) == (f"Ana Souza {word} Rui Lima",)


@pytest.mark.parametrize("language", ["en", "pt", None])
def test_an_initial_is_no_conjunction(language: str | None) -> None:
    assert split_names("Jean E Carroll", language=language) == ("Jean E Carroll",)


def test_a_portuguese_page_has_two_authors() -> None:
    assert split_names("Ana Souza e Rui Lima", language="pt-BR") == ("Ana Souza", "Rui Lima")
    assert split_names("Ana Souza e Rui Lima", language="en") == ("Ana Souza e Rui Lima",)


@pytest.mark.parametrize(("language", "word"), each("titles"))
def test_a_title_is_no_name(language: Language, word: str) -> None:
    assert is_title(f"Hafen {word}"), language.code
    assert not is_title("Hafen")


@pytest.mark.parametrize(("language", "word"), each("units"))
def test_a_part_of_an_institution_is_no_name(language: Language, word: str) -> None:
    assert is_office(f"Hafen {word}"), language.code
    assert not is_title(f"Hafen {word}")


@pytest.mark.parametrize(("language", "word"), each("particles"))
def test_a_name_may_open_with_a_particle(language: Language, word: str) -> None:
    assert is_name(f"{word} Souza"), language.code
    assert not is_name("hafen Souza")


@pytest.mark.parametrize("name", ["Ann Lee", "Άννα Λούκα", "ანა ლომიძე", "آن لي", "安娜李"])
def test_a_name_is_written_as_its_script_writes_names(name: str) -> None:
    assert is_name(name)
    assert not is_name("harbor lights")
    assert not is_name("φώτα λιμανιού")


@pytest.mark.parametrize(("language", "word"), each("hours"))
def test_a_word_may_stand_between_hours(language: Language, word: str) -> None:
    assert is_clock(f"10:00 {word} 11:00"), language.code
    assert not is_clock("10:00 harbor 11:00")


@pytest.mark.parametrize(("language", "word"), each("stop_words"))
def test_a_common_word_tells_its_language(language: Language, word: str) -> None:
    assert word in language.stop_words
    alike = {other.code for other in LANGUAGES if word in other.stop_words}
    assert by_script(f"Zürich {word} {word} Zürich") in alike


@pytest.mark.parametrize(("language", "word"), each("ordinals"))
def test_an_ordinal_may_follow_a_day(language: Language, word: str) -> None:
    assert find_date(f"7{word} {language.months[4].partition('|')[0]} 2024") is not None
    assert find_date("7xq May 2024") is None


@pytest.mark.parametrize(("language", "word"), each("date_links"))
def test_a_word_may_stand_between_day_month_and_year(language: Language, word: str) -> None:
    month = language.months[4].partition("|")[0]
    assert find_date(f"7 {word} {month} {word} 2024") is not None
    assert find_date(f"7 hafen {month} hafen 2024") is None


@pytest.mark.parametrize(("language", "word"), each("date_units"))
def test_a_unit_stands_behind_each_number_of_a_date(language: Language, word: str) -> None:
    printed = "".join(
        f"{number}{unit}" for number, unit in zip((2024, 5, 7), language.date_units, strict=True)
    )
    assert find_date(printed) is not None
    assert find_date(printed.replace(word, "x")) is None


@pytest.mark.parametrize(("language", "word"), each("half_days"))
def test_a_half_of_the_day_may_follow_an_hour(language: Language, word: str) -> None:
    assert is_clock(f"10 {word}"), language.code
    assert is_clock(f"10:30 {'.'.join(word)}.")
    assert not is_clock("10 hafen")


@pytest.mark.parametrize(("language", "word"), each("name_suffixes"))
def test_a_suffix_belongs_to_the_name_before_it(language: Language, word: str) -> None:
    assert split_names(f"Ann Lee, {word}.") == (f"Ann Lee, {word}.",), language.code
    assert split_names("Ann Lee, Bo Ray") == ("Ann Lee", "Bo Ray")


@pytest.mark.parametrize(("language", "word"), each("editors"))
def test_what_says_that_a_name_is_an_editors_is_none(language: Language, word: str) -> None:
    assert split_names(f"Ann Lee ({word}.)") == split_names(f"Ann Lee, {word}") == ("Ann Lee",), language.code


@pytest.mark.parametrize(("language", "word"), each("top_links"))
def test_a_link_to_the_top_may_carry_an_arrow(language: Language, word: str) -> None:
    assert vocabulary.is_top_link(f"↑ {word.title()}"), language.code
    assert not vocabulary.is_top_link("↑ Hafen")


@pytest.mark.parametrize(("language", "word"), each("photographs"))
def test_a_photographs_credit_stands_in_brackets(language: Language, word: str) -> None:
    assert ends_with_credit(f"Cranes over the quay ({word.title()}: Bo Ray)"), language.code
    assert not ends_with_credit("Cranes over the quay (Hafen: Bo Ray)")


@pytest.mark.parametrize(("language", "word"), each("missing_image"))
def test_a_page_that_says_so_has_no_picture(language: Language, word: str) -> None:
    def image(line: str) -> object:
        head = '<meta property="og:image" content="/placeholder.png">'
        return extract(legacy(over=f"<p>{line}</p>", head=head).encode()).image

    assert image(word.upper()) is None, language.code
    assert image("Hafen") is not None


@pytest.mark.parametrize(("language", "word"), each("language_names"))
def test_a_language_is_called_so(language: Language, word: str) -> None:
    assert is_language_name(word), language.code
    assert not is_language_name("Hafen")


# ---------------------------------------------------------------- letters and tags

SAMPLES = {"ru": "молоко и вода", "ar": "الميناء والبحر", "zh": "港口的灯", "hi": "बंदरगाह की रोशनी"}
CYRILLIC = {language.code: language.own_letters for language in LANGUAGES if language.own_letters}


@pytest.mark.parametrize(("language", "tag"), each("akin"))
def test_a_language_without_a_file_agrees_with_the_script_of_its_texts(language: Language, tag: str) -> None:
    assert language_of(tag, SAMPLES[language.code]) == (tag, False)
    assert language_of("xx", SAMPLES[language.code]) == (language.code, True)


@pytest.mark.parametrize(("code", "letter"), [(code, each) for code in CYRILLIC for each in CYRILLIC[code]])
def test_a_letter_tells_its_language_from_another(code: str, letter: str) -> None:
    other = next(each for each in CYRILLIC if each != code)
    assert by_script(f"молоко {CYRILLIC[other][0]}") == other
    assert by_script(f"молоко {CYRILLIC[other][0]} {letter}{letter}") == code


@pytest.mark.parametrize(
    "language", [each for each in LANGUAGES if each.common_letters], ids=lambda each: each.code
)
def test_common_letters_tell_an_encoding(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    charset = next(
        each for each, letters in encoding._COMMON_LETTERS.items() if letters == language.common_letters
    )
    page = SAMPLES[language.code].encode(charset) * 9
    assert decode(page).charset == charset
    wrong = dict.fromkeys(encoding._COMMON_LETTERS, "")
    monkeypatch.setattr(encoding, "_COMMON_LETTERS", wrong)
    assert decode(page).charset != charset


# ---------------------------------------------------------------- the Endowment


@pytest.mark.parametrize(("language", "word"), each("carnegie"))
def test_carnegie_is_written_so(language: Language, word: str) -> None:
    written = word.replace(r"\b", "")
    assert carnegie.names_carnegie(f"| {written.upper()} |"), language.code
    assert carnegie.is_logo(f"{written} India logo")
    assert not carnegie.names_carnegie("Receipts")
    assert not carnegie.names_carnegie("Hafen")


@pytest.mark.parametrize(("language", "word"), each("namesakes"))
def test_others_are_called_carnegie_too(language: Language, word: str) -> None:
    assert carnegie.is_other_site(f"Carnegie {word}"), language.code
    assert not carnegie.is_other_site("Carnegie Hafen")


CALLED = (
    "Carnegie Endowment for International Peace",
    "Malcolm H. Kerr Carnegie Middle East Center",
    "Carnegie-Tsinghua Center for Global Policy",
    "Carnegie Europe",
    "Московский центр Карнеги",
    "Фонд Карнегі за міжнародний мир",
    "مركز كارنيغي للشرق الأوسط",
    "卡内基国际和平基金会",
    "कार्नेगी इंडिया",
)


@pytest.mark.parametrize(("language", "pattern"), each("institution"))
def test_a_name_of_the_endowment_is_known_by_one_pattern(language: Language, pattern: str) -> None:
    called = [name for name in CALLED if re.fullmatch(pattern, name, re.I)]
    assert len(called) == 1, language.code
    assert carnegie.is_carnegie_name(called[0])
    others = [each for one in LANGUAGES for each in one.institution if each != pattern]
    assert not any(re.fullmatch(each, called[0], re.I) for each in others)


@pytest.mark.parametrize(("language", "words"), each("rights_reserved"))
def test_rights_that_are_reserved_for_nobody_are_no_others(
    language: Language, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not carnegie.is_copyright_of_another(f"© 2026. {words}"), language.code
    assert carnegie.is_copyright_of_another(f"© 2026 The Marsh Gazette. {words}")
    monkeypatch.setattr(carnegie, "_NOT_A_HOLDER", re.compile(r"[©\d.]"))
    assert carnegie.is_copyright_of_another(f"© 2026. {words}")


@pytest.mark.parametrize(("language", "word"), each("numbers"))
def test_the_number_of_a_series_is_no_dek(
    language: Language, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = grammar.read_line(f"{word.title()} 4", (), language.code)
    assert reading is not None
    assert reading.tool == "series"
    others = [each for one in LANGUAGES for each in one.numbers if each != word]
    monkeypatch.setattr(grammar, "_NUMBERED", re.compile(rf"(?:^|\s)(?:{'|'.join(others)})\s*\d.*$", re.I))
    assert grammar.read_line(f"{word.title()} 4", (), language.code) is None


@pytest.mark.parametrize("host", carnegie._HOSTS)
def test_a_host_is_the_endowments(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"https://www{host}/2019/05/03/harbor-lights"
    assert carnegie.is_carnegie_address(address)
    assert carnegie.is_carnegie_address(address.replace("www.", ""))
    monkeypatch.setattr(carnegie, "_HOSTS", tuple(each for each in carnegie._HOSTS if each != host))
    assert not carnegie.is_carnegie_address(address)


@pytest.mark.parametrize("agency", AGENCIES)
def test_an_agency_is_known(agency: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_agency(f"Bo Ray/{agency.title()}")
    monkeypatch.setattr(agencies, "AGENCIES", tuple(each for each in AGENCIES if each != agency))
    assert not is_agency(f"Bo Ray/{agency.title()}")


# ---------------------------------------------------------------- no field is forgotten

TESTED = {
    "months", "weekdays", "date_words", "conjunctions", "titles", "particles", "hours", "stop_words", "ordinals",
    "date_links", "date_units", "half_days", "name_suffixes", "editors", "units", "top_links", "photographs",
    "missing_image", "language_names", "akin", "own_letters", "common_letters", "carnegie", "namesakes", "institution",
    "rights_reserved", "numbers", "glued", "not_glued",
}  # fmt: skip
IN_REMOVALS = {"blogs", "centers"}


def test_every_field_of_a_language_is_tested() -> None:
    assert set(Language._fields) == {"code", "script"} | set(PAGES) | set(SHOWN) | TESTED | IN_REMOVALS
