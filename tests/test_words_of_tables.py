"""Words that other tables are made of: dates, names, languages, the Endowment; without each, something is unknown."""

import re
from datetime import date

import pytest
from small_pages import legacy, within
from test_words import PAGES, SHOWN

from carnegie_extract import extract
from carnegie_extract.lines import grammar, inserts
from carnegie_extract.lines.grammar import is_clock
from carnegie_extract.page import encoding
from carnegie_extract.page.encoding import decode
from carnegie_extract.words import agencies, carnegie, vocabulary
from carnegie_extract.words.agencies import AGENCIES, ends_with_credit, is_agency
from carnegie_extract.words.dates import find_date, find_month, lone_date
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.languages.en import ENGLISH
from carnegie_extract.words.languages.language import Language
from carnegie_extract.words.names import is_name, is_office, is_title, split_names
from carnegie_extract.words.scripts import by_script, is_language_name, language_of


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


@pytest.mark.parametrize(("language", "word"), each("seasons"))
def test_a_season_may_stand_before_a_year(language: Language, word: str) -> None:
    assert find_month(f"{word.title()} 2024") is not None, language.code
    assert find_month("Hafen 2024") is None


@pytest.mark.parametrize(("language", "word"), each("conjunctions"))
def test_a_conjunction_stands_between_names_in_its_language_and_one_of_english_in_all(
    language: Language, word: str
) -> None:
    assert split_names(f"Ana Souza {word} Rui Lima", language=language.code) == ("Ana Souza", "Rui Lima")
    known = {*ENGLISH.conjunctions, "&"}
    for code in [each.code for each in LANGUAGES if word not in {*known, *each.conjunctions}]:
        assert split_names(f"Ana Souza {word} Rui Lima", language=code) == (f"Ana Souza {word} Rui Lima",)


@pytest.mark.parametrize("language", ["en", "pt", None])
def test_an_initial_is_not_a_conjunction(language: str | None) -> None:
    assert split_names("Jean E Carroll", language=language) == ("Jean E Carroll",)


def test_a_portuguese_page_has_two_authors() -> None:
    assert split_names("Ana Souza e Rui Lima", language="pt-BR") == ("Ana Souza", "Rui Lima")
    assert split_names("Ana Souza e Rui Lima", language="en") == ("Ana Souza e Rui Lima",)


@pytest.mark.parametrize(("language", "word"), each("titles"))
def test_a_title_is_not_a_name(language: Language, word: str) -> None:
    assert is_title(f"Hafen {word}"), language.code
    assert not is_title("Hafen")


@pytest.mark.parametrize(("language", "word"), each("units"))
def test_a_part_of_an_institution_is_not_a_name(language: Language, word: str) -> None:
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


@pytest.mark.parametrize(("language", "word"), each("before_times"))
def test_a_word_may_join_names_date_and_hour(language: Language, word: str) -> None:
    for line in (f"By Ann Lee {word} 3 May 2020", f"3 May 2020 {word} 10:30"):
        reading = grammar.read_line(line, (), language.code)
        assert reading is not None
        assert (reading.byline or "Ann Lee", reading.day) == ("Ann Lee", date(2020, 5, 3))
    assert grammar.read_line("3 May 2020 harbor 10:30", (), language.code) is None


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


@pytest.mark.parametrize(("language", "word"), [*each("carnegie"), *each("initials")])
def test_carnegie_is_written_so(language: Language, word: str) -> None:
    assert carnegie.names_carnegie(f"| {word.upper()} |"), language.code
    assert carnegie.is_carnegie(word)
    assert carnegie.is_logo(f"{word} India logo")
    assert not carnegie.names_carnegie("Receipts")
    assert not carnegie.names_carnegie("Hafen")


@pytest.mark.parametrize(("language", "word"), each("namesakes"))
def test_others_are_called_carnegie_too(language: Language, word: str) -> None:
    assert carnegie.is_other_site(f"Carnegie {word}"), language.code
    assert not carnegie.is_other_site("Carnegie Hafen")


CALLED = (
    "Carnegie-Tsinghua Center for Global Policy",
    "Carnegie China Program",
    "Centre Carnegie pour le Moyen-Orient",
    "Centro Carnegie de Oriente Medio",
    "Fundación Carnegie para la Paz Internacional",
    "Fondation Carnegie pour la paix internationale",
    "清华-卡内基全球政策中心",
    "Московский центр Карнеги",
    "Фонд Карнегі за міжнародний мир",
    "مركز كارنيغي للشرق الأوسط",
    "مؤسسة كارنيغي",
    "卡内基国际和平基金会",
    "卡内基中国",
    "कार्नेगी इंडिया",
)


@pytest.mark.parametrize(("language", "name"), [*each("names"), *each("periodicals")])
def test_a_name_of_the_endowment_is_known(language: Language, name: str) -> None:
    assert carnegie.is_carnegie_name(name.upper()), language.code
    assert carnegie.is_copyright(f"© 2019 {name}. Some of it.")
    assert not carnegie.is_copyright_of_another(f"© 2019 {name}")
    assert carnegie.without_name_of_site(f"Salt | {name}") == "Salt"
    assert carnegie.without_name_of_site(f"{name} :: Salt") == "Salt"
    patterns = [each for one in LANGUAGES for each in one.institution]
    assert not any(re.fullmatch(each, name, re.I) for each in patterns)


@pytest.mark.parametrize(("language", "pattern"), each("institution"))
def test_a_name_of_the_endowment_is_known_by_one_pattern(language: Language, pattern: str) -> None:
    called = [name for name in CALLED if re.fullmatch(pattern, name, re.I)]
    assert len(called) == 1, language.code
    assert carnegie.is_carnegie_name(called[0])
    others = [each for one in LANGUAGES for each in one.institution if each != pattern]
    assert not any(re.fullmatch(each, called[0], re.I) for each in others)


@pytest.mark.parametrize(("language", "words"), each("rights_reserved"))
def test_rights_that_are_reserved_for_nobody_are_not_another_s(
    language: Language, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not carnegie.is_copyright_of_another(f"© 2026. {words}"), language.code
    assert carnegie.is_copyright_of_another(f"© 2026 The Marsh Gazette. {words}")
    monkeypatch.setattr(carnegie, "_NOT_A_HOLDER", re.compile(r"[©\d.]"))
    assert carnegie.is_copyright_of_another(f"© 2026. {words}")


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
    "months", "weekdays", "seasons", "date_words", "conjunctions", "titles", "particles", "hours", "stop_words",
    "ordinals", "date_links", "date_units", "half_days", "before_times", "name_suffixes", "editors", "units",
    "top_links", "photographs", "editions", "articles", "newspapers",
    "missing_image", "language_names", "akin", "own_letters", "common_letters", "carnegie", "initials",
    "namesakes", "names", "institution", "periodicals",
    "rights_reserved",
    "numbers",
    "types_in_metadata",
    "glued",
    "not_glued",
}  # fmt: skip
IN_REMOVALS = {"blogs"}


def test_every_field_of_a_language_is_tested() -> None:
    assert set(Language._fields) == {"code", "script"} | set(PAGES) | set(SHOWN) | TESTED | IN_REMOVALS


@pytest.mark.parametrize(("language", "word"), each("numbers"))
def test_the_number_of_a_series_is_not_a_dek(
    language: Language, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = grammar.read_line(f"{word.title()} 4", (), language.code)
    assert reading is not None
    assert reading.tool == "series"
    others = [each for one in LANGUAGES for each in one.numbers if each != word]
    monkeypatch.setattr(grammar, "_NUMBERED", re.compile(rf"(?:^|\s)(?:{'|'.join(others)})\s*\d.*$", re.I))
    assert grammar.read_line(f"{word.title()} 4", (), language.code) is None


@pytest.mark.parametrize(("language", "word"), each("editions"))
def test_the_price_of_an_edition_is_no_text(
    language: Language, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"{word.title()}: $19.95"
    page = legacy(within(f"<p>{line}</p>")).encode()
    assert line not in extract(page).body, language.code
    monkeypatch.setattr(inserts, "_EDITIONS", inserts._EDITIONS - {word})
    assert line in extract(page).body
