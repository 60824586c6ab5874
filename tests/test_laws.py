"""Laws: what holds for every page, not only for the fixtures.

HYPOTHESIS_PROFILE=deep looks fifty times longer.
"""

import html
import json
import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from corpus import Case, as_record, cases, html_cases
from hypothesis import assume, example, given
from hypothesis import strategies as st

from carnegie_extract import Article, ExtractionError, extract
from carnegie_extract.base.text import fold
from carnegie_extract.formats.json_lines import encode
from carnegie_extract.page import dom
from carnegie_extract.page.dom import is_html
from carnegie_extract.page.encoding import decode
from carnegie_extract.words.dates import find_date, lone_date
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.languages.language import Language
from carnegie_extract.words.names import split_names

pages = st.sampled_from(cases())
html_pages = st.sampled_from(html_cases())


def outcome(page: bytes) -> Article | ExtractionError:
    """What `extract` makes of any bytes; anything but an Article or one of our errors fails the test."""
    try:
        return extract(page, source="page.html")
    except ExtractionError as error:
        return error


# ---------------------------------------------------------------- any bytes at all

WORDS = r"""
By
By Ann Lee
Published on
Published on Apr 23, 2026
Apr 23, 2026
19 мая 2016 г.
نشرت في
٨ نوفمبر ٢٠٢٤
2025年3月7日
Commentary
Carnegie Politika
About the Author
Notes
1
[1]
More Work from Carnegie
Carnegie does not take institutional positions
Learn More
Blog
Subscribe
Invalid video URL
Link Copied
Source: Getty
A sentence of the text.
“A quotation.”
{"authors": ["Ann Lee"], "type": "commentary"}
{"authors": [
End of document
Comments (79)
Carnegie Endowment for International Peace
""".strip().splitlines()
TAGS = (
    "p div span h1 h2 h3 ul ol li article aside section main body html head title table tr td blockquote "
    "figure figcaption form nav script style pre template svg math select noscript a b sup time header "
    "footer frameset plaintext textarea"
).split()
ATTRIBUTES = """

id="content"
class="cms-html payload-richtext"
class="article-body"
class="blog-post"
class
href="/people/ann-lee"
href="#footnote-1"
id="footnote-1"
href="#footnote-ref-1"
href="https://carnegieendowment.org/x.pdf"
lang="ar"
hidden
type="application/ld+json"
""".splitlines()
EMPTY_TAGS = r"""
<br>
<hr>
<img src="/a.jpg" alt="x">
<!-- saved from url=(0001)http://x -->
<!--
<![CDATA[
</p>
</br>
</body>
</div>
<
>
&#x0;
&#xD800;
&nbsp
<meta name="author">
<meta property="og:site_name" content="Carnegie Endowment for International Peace">
<meta property="article:published_time" content="2026-04-23T12:00:46.000Z">
<link rel="canonical" href="https://carnegieendowment.org/posts/x">
""".strip().splitlines()


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attribute, inside: f"<{tag} {attribute}>{''.join(inside)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(ATTRIBUTES),
        st.lists(children, max_size=6),
    )


leaves = st.one_of(st.sampled_from(WORDS), st.sampled_from(EMPTY_TAGS), st.text(max_size=12))
soup = st.lists(st.recursive(leaves, _element, max_leaves=25), max_size=12).map(" ".join)


@given(st.binary(max_size=400))
def test_total_over_bytes(page: bytes) -> None:
    outcome(page)


@given(soup)
@example('<link rel="canonical" href="https://[if lt IE 10]/"><h1>Carnegie</h1>')
@example('<meta property="og:url" content="https://[::1/x"><h1>Carnegie</h1>')
@example('<a href="https://[x]/people/ann-lee">Ann Lee</a><h1>Carnegie</h1>')
def test_total_over_soup(text: str) -> None:
    outcome(text.encode("utf-8", "replace"))


@st.composite
def damaged_pages(draw: st.DrawFn) -> bytes:
    """A fixture cut short, with a piece cut out, moved, doubled, overwritten or taken from another page."""
    page = bytearray(draw(pages).page)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(page)))
        end = min(start + draw(st.sampled_from((1, 7, 60, 500, 5000, 10**6))), len(page))
        other = draw(pages).page
        at = draw(st.integers(0, len(other)))
        page[start:end] = draw(
            st.one_of(
                st.just(b""),
                st.just(bytes(page[start:end] * 2)),
                st.just(other[at : at + 2000]),
                st.binary(max_size=8),
                soup.map(lambda text: text.encode("utf-8", "replace")),
            )
        )
    return bytes(page)


@given(damaged_pages())
def test_total_over_damaged_pages(page: bytes) -> None:
    outcome(page)


# ---------------------------------------------------------------- what every article keeps


def letters(text: str) -> str:
    """Letters alone: markers of notes are digits, and white space is free."""
    return re.sub(r"[\W\d_]+", "", fold(text).casefold())


def words_of(page: bytes) -> str:
    """All that stands in a page, as letters: what its tree shows, then all that is outside of tags."""
    text = decode(dom.without_payload(page)).utf8.decode()
    if not is_html(text.encode()):
        return letters(text)
    tree = dom.parse(text.encode())
    for node in tree.css("script, style, template, noscript"):
        node.decompose()
    assert tree.root is not None
    return letters(tree.root.text(separator=" ")) + letters(html.unescape(re.sub("<[^<>]*>", " ", text)))


def assert_lawful(page: bytes, article: Article) -> None:
    line = encode(article.record(blocks=True))
    assert line.count(b"\n") == 1
    assert json.loads(line)["body"] == article.body
    texts = [article.headline, *article.body, *(note.text for note in article.notes)]
    assert all(text == fold(text) != "" for text in texts)
    shown = words_of(page)
    for paragraph in article.body:
        assert letters(paragraph) in shown


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases()])
def test_fixtures_are_lawful(case: Case) -> None:
    assert_lawful(case.page, extract(case.page))


@given(damaged_pages())
def test_damaged_pages_are_lawful(page: bytes) -> None:
    article = outcome(page)
    assume(isinstance(article, Article))
    assert isinstance(article, Article)
    assert_lawful(page, article)


names = st.text(max_size=8)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | names
nested = scalars | st.lists(scalars, max_size=3) | st.dictionaries(names, scalars, max_size=3)
json_values = nested | st.lists(nested, max_size=3) | st.dictionaries(names, nested, max_size=3)
BLOCK = re.compile(r'<span class="sr-only">\{.*?\}</span>', re.S)
PORTS = next(case for case in cases() if case.id == "site-2026/commentary-en")


@given(
    st.dictionaries(st.text(max_size=8), json_values, max_size=5), st.sampled_from((None, 2)), st.booleans()
)
def test_metadata_is_kept_as_it_is(extra: dict[str, object], indent: int | None, plain: bool) -> None:
    assume(all(-(2**63) <= n < 2**64 for n in map(int, re.findall(r"-?\d{15,}", json.dumps(extra)))))
    block = {
        **extra,
        "authors": ["Olwen Farrar"],
        "type": "commentary",
        "topics": [],
        "regions": [],
        "blog": "B",
    }
    text = json.dumps(block, indent=indent, ensure_ascii=plain).replace("&", "&amp;").replace("<", "&lt;")
    page = BLOCK.sub(lambda _: f'<span class="sr-only">{text}</span>', PORTS.text)
    record = as_record(extract(page.encode("utf-8", "replace")))
    assert record["metadata"] == json.loads(json.dumps(block))


@pytest.mark.parametrize("value", ['"\\ud800"', "[" * 300 + "]" * 300, "9" * 40, "NaN"], ids=lambda v: v[:9])
def test_odd_metadata_is_not_a_bug(value: str) -> None:
    page = PORTS.text.replace('"centers": [', f'"odd": {value}, "centers": [', 1)
    article = extract(page.encode())
    assert_lawful(page.encode(), article)


# ---------------------------------------------------------------- more chrome changes nothing

RICH = 'class="cms-html payload-richtext"'
teasers = st.sampled_from(
    (
        "A river pilot explains why charts lie.",
        "Гравий дешевле, чем кажется.",
        "لماذا توقفت العبارة؟",
        "轮渡为何停航。",
        "Commentary",
        "Ann Lee",
        "The Quiet Ports Nobody Bothered to Close",
    )
)
CHROME: tuple[Callable[[str], str], ...] = (
    lambda words: (
        f'<article class="card"><a href="/x"><span>Podcast Episode</span><h3>{words}</h3></a>'
        f"<p {RICH}>{words}</p><ul><li>Maribel Quint</li></ul></article>"
    ),
    lambda words: f"<script>var a = '<p>{words}</p>';</script>",
    lambda words: f"<style>.x {{ content: '{words}' }}</style>",
    lambda words: f'<nav><ul><li><a href="/menu">{words}</a></li></ul></nav>',
    lambda words: f"<!-- <p>{words}</p> -->",
    lambda words: (
        f"<aside><p>Get more news and analysis from</p><h3>Emissary</h3><p {RICH}>{words}</p>"
        "<form><button>Subscribe</button></form></aside>"
    ),
)
BETWEEN_RUNS = re.compile(r'(?<=</div>)\s*(?=<div class="cms-html payload-richtext">)')
TOP = re.compile(r"<body\b[^>]*>|(?<=>)(?=\s*<main\b)")
END = re.compile(r"(?=</main>|</body>)")


def places(text: str) -> list[int]:
    """Where chrome stands on real pages: over and under the article, between its runs of text."""
    return [match.end() for pattern in (TOP, BETWEEN_RUNS, END) for match in pattern.finditer(text)]


insertions = st.lists(
    st.tuples(st.sampled_from(CHROME), teasers, st.floats(0, 0.999)), min_size=1, max_size=4
)


def insert(text: str, chosen: Sequence[tuple[Callable[[str], str], str, float]]) -> str:
    for chrome, words, share in chosen:
        spots = places(text)
        at = spots[int(share * len(spots))]
        text = text[:at] + chrome(words) + text[at:]
    return text


@given(html_pages, insertions)
def test_more_chrome_changes_nothing(
    case: Case, chosen: list[tuple[Callable[[str], str], str, float]]
) -> None:
    text = insert(case.text, chosen)
    if case.layout != "site-2026":
        text = text.replace(RICH, "")  # a mark of that site
    assert case.read(text) == case.unchanged


# ---------------------------------------------------------------- dates, bylines, text

DIGITS = {"": "0123456789", "ar": "٠١٢٣٤٥٦٧٨٩", "hi": "०१२३४५६७८९"}
FORMS: dict[str, tuple[str, ...]] = {
    "en": ("{m} {d}, {y}", "{d} {m} {y}", "Published on {m} {d:02}, {y}", "Fri, {m} {d}th, {y}"),
    "ru": ("{d} {m} {y} г.", "{d} {m} {y}", "Опубликовано {d} {m} {y} года"),
    "uk": ("{d} {m} {y} р.", "{d} {m} {y} року"),
    "ar": ("{d} {m} {y}", "نشرت في {d} {m} {y}"),
    "fr": ("{d} {m} {y}", "Publié le {d} {m} {y}"),
    "hi": ("{d} {m} {y}",),
    "zh": ("{y}年{n}月{d}日", "{y} 年 {n} 月 {d} 日"),
    "pt": ("{d} de {m} de {y}", "{d} {m} {y}"),
    "es": ("{d} de {m} de {y}", "{d} de {m} {y}", "{d} {m} {y}"),
}
EVERYWHERE = ("{y}-{n:02}-{d:02}", "{d:02}.{n:02}.{y}")
days = st.dates(date(1990, 1, 1), date(2049, 12, 31))


def printed(day: date, form: str, month: str) -> str:
    return form.format(d=day.day, m=month, n=day.month, y=day.year)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@given(day=days, data=st.data())
def test_dates_round_trip(language: Language, day: date, data: st.DataObject) -> None:
    names = language.months[day.month - 1].split("|")
    spelled = data.draw(st.sampled_from([name for name in names if name]))
    month = data.draw(st.sampled_from((spelled, spelled.title(), spelled.upper())))
    text = printed(day, data.draw(st.sampled_from(FORMS[language.code] + EVERYWHERE)), month)
    if data.draw(st.booleans()) and language.code in DIGITS:
        text = text.translate(str.maketrans(DIGITS[""], DIGITS[language.code]))
    found = find_date(text)
    assert found is not None
    assert found[0] == day


@given(days)
def test_a_date_alone_on_its_line(day: date) -> None:
    assert lone_date(day.isoformat()) == day
    assert lone_date(f"Ports and {day.isoformat()}") is None


NAMES = {
    "latin": (
        *("Olwen Farrar", "Jonas A. Pell", "Emeka Talbot Jr.", "Maria del Carmen Ruiz", "Jean-Luc d'Aubigny"),
        *("Ann Lee", "Ariel (Eli) Levite", "Sandy Withers", "Andrea Anderson", "Ludwig van der Berg"),
        *("Byron Byrd", "Ángel Núñez"),
    ),
    "cyrillic": ("Игорь Ильин", "Анна-Мария Иванова", "Юлия Таран", "Ігор Таран", "Иван И. Петров"),
    "arabic": ("وليد وهبة", "سلمى الطيّان", "عبد الرحمن والي", "هدى ورد"),
    "chinese": ("陆知远", "和文", "欧阳与同", "李四"),
}
SCRIPTS = {"ru": "cyrillic", "uk": "cyrillic", "ar": "arabic", "zh": "chinese"}
LAST = {
    "en": (", ", " and ", ", and ", " & ", " with "),
    "fr": (", ", " et "),
    "es": (", ", " y "),
    "ru": (", ", " и "),
    "uk": (", ", " та "),
    "ar": ("، ", ", "),
    "zh": ("、", "，"),
}
"""What stands between names on pages in a language: a comma, or a word before the last."""


@pytest.mark.parametrize("language", LAST)
@given(data=st.data())
def test_bylines_round_trip(language: str, data: st.DataObject) -> None:
    choice = NAMES[SCRIPTS.get(language, "latin")]
    names = data.draw(st.lists(st.sampled_from(choice), min_size=1, max_size=5, unique=True))
    comma = LAST[language][0]
    last = data.draw(st.sampled_from(LAST[language]))
    byline = last.join((comma.join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    assert split_names(byline, language=language) == tuple(names)
    assert split_names(byline, known=names) == tuple(names)
    assert split_names(byline, known=reversed(names)) == tuple(names)


capitalised = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True)
english_names = st.lists(capitalised, min_size=2, max_size=3).map(" ".join)
CONJUNCTIONS = {word for language in LANGUAGES for word in language.conjunctions}


@given(st.lists(english_names, min_size=1, max_size=6, unique=True), st.sampled_from(LAST["en"]))
def test_bylines_of_any_names_round_trip(names: list[str], last: str) -> None:
    assume(not CONJUNCTIONS & {word.casefold() for name in names for word in name.split()})
    byline = last.join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    assert split_names(byline) == tuple(names)


PIECES = ("By ", ",", " and ", "Ann", "Lee", " Jr.", ";", " و ", " и ", "&", " ")


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_splitting_a_byline_is_total_and_settles(pieces: list[str]) -> None:
    names = split_names("".join(pieces))
    assert all(name == name.strip() != "" for name in names)
    assert split_names(", ".join(names)) == names


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == once.strip()
    assert "\n" not in once
