"""The report as a person meets it: in a browser, by eye, by keyboard, on paper."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from browser import Browser, needs_chromium
from corpus import FIXTURES
from reports import EMPTY, HOSTILE, contrast, entries, record, rgb, written
from small_pages import PARAGRAPHS, STRAY, legacy

from carnegie_extract.batch.writing import report_file
from carnegie_extract.cli import main
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.pipeline import Trace, read
from carnegie_extract.report.entry import Entry, entry_of, to_script

pytestmark = needs_chromium
MANY = 20_000
PAGES = tuple(
    FIXTURES / name for name in ("site-2026/commentary-en/page.html", "carnegie-mec/commentary-ar/page.html")
)
STRAYING = legacy(f"<table><tr><td>{PARAGRAPHS}</td></tr><tr><td><small>{STRAY}</small></td></tr></table>")
SUMMARY = EMPTY._replace(files=7, failed={"empty": 2, "list-page": 1}, skipped={"other-site": 30})
FAILURES = [
    to_script(("gone.html", "empty", "is empty", None)),
    to_script((HOSTILE[0], HOSTILE[1], HOSTILE[2], "x:")),
]
PAIRS = """(() => {
  const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".unseen");
  const isClear = (e) => getComputedStyle(e).backgroundColor === "rgba(0, 0, 0, 0)";
  const behind = (e) => (isClear(e) ? behind(e.parentElement) : getComputedStyle(e).backgroundColor);
  const pairs = [];
  for (const e of document.body.querySelectorAll("*")) {
    if (!isSeen(e)) continue;
    const says = [...e.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (says) pairs.push([getComputedStyle(e).color, behind(e)]);
    for (const pseudo of ["::before", "::after", "::placeholder"]) {
      const style = getComputedStyle(e, pseudo);
      const text = pseudo === "::placeholder" ? e.placeholder : style.content.replace(/^none$|^normal$|"/g, "");
      if (text) pairs.push([style.color, behind(e)]);
    }
  }
  return pairs;
})()"""
"""The color of each text in the window, with that behind it."""
NODES = "document.getElementsByTagName('*').length"


def entry(page: bytes, source: str) -> Entry:
    trace = Trace()
    return entry_of(read(SavedPage(page, source), trace).record(), trace)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with Browser() as opened:
        yield opened


@pytest.fixture(autouse=True)
def quiet(window: Browser) -> Iterator[None]:
    """Nothing is ever complained of, and nobody is asked for anything but files."""
    window.emulate()
    yield
    assert window.complaints() == []
    assert {url.partition(":")[0] for url in window.requests()} <= {"file", "about", "data"}


@pytest.fixture(scope="module")
def report(folder: Path) -> Path:
    """Two articles of fixtures, one with prose left out, one hostile, one in Russian."""
    pages = [entry(page.read_bytes(), f"pages/{page.parent.name}.html") for page in PAGES]
    straying = entry(STRAYING.replace("article-body", "text").encode(), "pages/straying.html")
    all_of_them = "".join(HOSTILE)
    hostile = entry_of(
        record(
            source=all_of_them, headline=all_of_them, url="javascript:window.hostile=1", blog=all_of_them,
            language='"><b>', kind=all_of_them, date=all_of_them, layout=all_of_them, warnings=[all_of_them],
            body=list(HOSTILE), authors=[{"name": all_of_them, "url": "javascript:window.hostile=1"}],
            metadata={all_of_them: all_of_them},
        )
    )  # fmt: skip
    return written(
        folder / "report.html", [*pages, straying, hostile, entry_of(record(2))], SUMMARY, FAILURES
    )


@pytest.fixture(scope="module")
def large(folder: Path) -> Path:
    return written(
        folder / "large.html", entries(MANY), EMPTY._replace(folder="nowhere", parts=(("none.js", 0),))
    )


def headlines(window: Browser) -> list[str]:
    return window.texts("#articles-here td.headline a")


def status(window: Browser) -> str:
    return window.texts("#articles-here [role=status]")[0]


def test_the_numbers_are_on_top(window: Browser, report: Path) -> None:
    window.open(report)
    assert window.texts("#numbers dt") == ["Articles", "Failed", "Skipped", "With warnings"]
    assert [said.split("\n") for said in window.texts("#numbers dd")] == [
        ["5", "from 7 files"],
        ["3", "2 empty, 1 list-page"],
        ["30", "30 other-site"],
        ["2", "40% of the articles"],
    ]
    assert window.texts(".chart h3") == [
        "Articles per year", "Languages", "Layouts", "Kinds", "Fields", "Warnings", "Failed", "Skipped",
    ]  # fmt: skip
    assert window.texts("#failures-here tbody tr")[0].split("\t") == ["gone.html", "empty", "is empty"]


def test_all_kinds_of_failures_are_counted_on_top(window: Browser, folder: Path) -> None:
    failed = {"bot-challenge": 4, "other-site": 3, "damaged": 2, "empty": 1, "timeout": 1}
    window.open(written(folder / "failed.html", entries(1), EMPTY._replace(failed=failed)))
    assert window.texts("#numbers dd small")[1] == (
        "4 bot-challenge, 3 other-site, 2 damaged, 1 empty, 1 timeout"
    )


def test_a_run_without_articles_shows_its_failures(window: Browser, folder: Path) -> None:
    window.open(written(folder / "none.html", (), SUMMARY, FAILURES))
    assert window.texts(".chart h3") == ["Failed", "Skipped"]
    assert window.texts("main .screen") == [], "there is no bar to choose"
    assert [
        window.js("document.querySelectorAll('table')[arguments[0]].checkVisibility()", at) for at in (0, 1)
    ] == [
        False,
        True,
    ]


def test_nothing_is_left_of_a_list_in_which_nothing_is_found(window: Browser, report: Path) -> None:
    window.open(report)
    window.type("#search", "nowhere")
    assert status(window) == "0 articles (of 5)"
    assert window.js("document.querySelector('#articles-here .sheet').checkVisibility()") is False


def test_the_picture_of_years_says_which_color_is_which_language(window: Browser, folder: Path) -> None:
    codes = ("en", "ru", "ar", "zh", "fr", "hi", "uk", "de", "")
    shares = {code: 2 + 2 * (len(codes) - at) for at, code in enumerate(codes)}
    pages = [code for code, number in shares.items() for _ in range(number)]
    made = [entry_of(record(language=code, date="2019-05-03")) for code in pages]
    window.open(written(folder / "languages.html", made))
    names = ["English", "Russian", "Arabic", "Chinese", "French", "Hindi", "Ukrainian"]
    assert window.texts(".legend li") == [*names, "other languages"]
    said = window.js("document.querySelector('.column').ariaLabel")
    assert said == (
        "2019: 108 articles (English 20, Russian 18, Arabic 16, Chinese 14, French 12, Hindi 10, Ukrainian 8,"
        " other languages 10)"
    )
    colors = "[...document.querySelectorAll(arguments[0])].map(e => getComputedStyle(e).backgroundColor)"
    legend = window.js(colors, ".legend [data-shade]")
    assert len(set(legend)) == 8
    assert window.js(colors, ".stack span") == legend
    assert window.js(colors, "[data-group=language] .filled") == [*legend, legend[-1]]


def test_columns_of_years_are_as_tall_as_their_numbers(window: Browser, folder: Path) -> None:
    shares = {"2019": 40, "2020": 36, "2021": 20, "2022": 2}
    made = [entry_of(record(date=f"{year}-01-01")) for year, number in shares.items() for _ in range(number)]
    window.open(written(folder / "columns.html", made))
    tall = window.js("[...document.querySelectorAll('.stack')].map(e => e.getBoundingClientRect().height)")
    assert [number / 40 for number in shares.values()] == pytest.approx(
        [each / tall[0] for each in tall], abs=0.01
    )
    tops = "[...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect().top)"
    assert min(window.js(tops, ".years .number")) >= min(window.js(tops, ".years"))


@pytest.mark.parametrize("width", [320, 820, 1280])
def test_labels_of_years_never_touch(window: Browser, folder: Path, width: int) -> None:
    dates = [f"{year}-01-01" for year in range(1999, 2027)]
    made = [entry_of(record(date=date)) for date in (*dates, *[None] * 3, *["3 May 2019"] * 1500)]
    window.emulate(width)
    window.open(written(folder / "years.html", made))
    sides = (
        "[...document.querySelectorAll(arguments[0])].filter(e => e.innerText && e.checkVisibility("
        "{visibilityProperty: true})).map(e => { const range = document.createRange();"
        " range.selectNodeContents(e); const box = range.getBoundingClientRect();"
        " return [e.innerText, box.left, box.right]; })"
    )
    for selector in (".years .year", ".years .number"):
        labels = window.js(sides, selector)
        assert all(before[2] + 1 <= after[1] for before, after in pairwise(labels)), labels
    labels = [text for text, _, _ in window.js(sides, ".years .year")]
    assert labels[0].split() == ["no", "date"], "a date without a year at its beginning is none"
    assert {"2000", "2025"} <= set(labels)
    assert width < 1000 or labels[1:] == [date[:4] for date in dates]


def test_a_bar_of_what_no_record_has_is_empty(window: Browser, report: Path) -> None:
    window.open(report)
    filled = "document.querySelectorAll(`[data-value=${arguments[0]}] .filled`).length"
    assert [window.js(filled, key) for key in ("saved_at", "dek")] == [0, 1]


def test_a_kind_that_no_page_states_has_a_bar_that_says_so(window: Browser, folder: Path) -> None:
    window.open(written(folder / "stated.html", [entry_of(record(0, kind=None)), entry_of(record(1))]))
    window.click("button[data-group=kind][data-value='']")
    assert [said.partition(" ×")[0] for said in window.texts(".chip")] == ["Kind: not stated"]
    assert headlines(window) == ["Harbor Lights 0"]


def test_a_bar_lists_its_articles_and_gives_them_back(window: Browser, report: Path) -> None:
    window.open(report)
    window.click("button[data-group=language][data-value=ar]")
    assert len(headlines(window)) == 1
    assert window.js("document.querySelector('[data-value=ar]').ariaPressed") == "true"
    window.click("button[data-group=field][data-value=dek]")
    assert status(window) == "0 articles (of 5)"
    assert [said.partition(" ×")[0] for said in window.texts(".chip")] == ["Language: Arabic", "Without: dek"]
    for _ in range(2):
        window.click(".chip")
    assert status(window) == "5 articles"


@pytest.mark.parametrize(("words", "number"), [("russian", 1), ("english", 2), ("charset-differs", 0)])
def test_languages_are_found_by_the_names_that_are_shown(
    window: Browser, report: Path, words: str, number: int
) -> None:
    window.open(report)
    window.type("#search", words)
    assert len(headlines(window)) == number


def test_an_article_shows_what_became_of_each_line(window: Browser, report: Path) -> None:
    window.open(report)
    window.type("#search", "QUIET pörts")
    assert headlines(window) == ["The Quiet Ports Nobody Bothered to Close"]
    window.click("td.headline a")
    window.wait("document.querySelector('#lines')")
    assert window.js("document.activeElement.tagName") == "H1"
    assert window.js("document.title").startswith("The Quiet Ports")
    date = window.js("[...document.querySelectorAll('#lines [data-group=header]')].at(-1).innerText")
    assert date.split() == ["7", "date", "printed_date", "Published", "on", "Apr", "23,", "2026"]
    everything = window.js("document.querySelectorAll('#lines li').length")
    window.choose("#show-out")
    left_out = window.js(
        "[...document.querySelectorAll('#lines li')].filter(e => e.checkVisibility()).length"
    )
    assert 0 < left_out < everything
    assert "Olwen Farrar\nname" not in window.texts(".record")[0]
    window.click("button.witness")
    assert window.js("document.activeElement.id") == "line-3"
    window.press("Escape")
    window.wait("!document.querySelector('#overview').hidden")
    assert window.js("document.activeElement.innerText") == "The Quiet Ports Nobody Bothered to Close"


def test_prose_that_was_left_out_stands_out(window: Browser, report: Path) -> None:
    window.open(report, "#read=2")
    window.wait("document.querySelector('#lines')")
    assert [said.split("\n")[-1] for said in window.texts("#lines [data-group=unread]")] == [STRAY]
    assert any(said.startswith("Unread prose") for said in window.texts(".balance li"))
    assert window.texts(".warnings li")[0].startswith(f"text-unread {len(STRAY)} ")


def test_nothing_that_a_page_says_is_run(window: Browser, report: Path) -> None:
    window.open(report)
    window.type("#search", "window.hostile")
    assert len(headlines(window)) == 1
    window.open(report, "#read=3")
    window.wait("document.querySelector('.record')")
    shown = window.js("JSON.stringify([...document.querySelectorAll('.prose p')].map(e => e.textContent))")
    assert json.loads(shown) == list(HOSTILE)
    assert window.js("typeof window.hostile") == "undefined"
    assert window.js("document.querySelectorAll('main :is(img, script)').length") == 0
    assert window.js("document.querySelectorAll('a[href^=javascript]').length") == 0


def test_arabic_runs_from_right_to_left(window: Browser, report: Path) -> None:
    direction = "getComputedStyle(document.querySelector(arguments[0])).direction"
    window.open(report)
    assert window.js(direction, "td.headline a[lang=ar]") == "rtl"
    window.open(report, "#read=1")
    window.wait("document.querySelector('#lines')")
    for selector in ("#reader h1", ".prose p", "#lines [data-group=text] .text"):
        assert window.js(direction, selector) == "rtl"
    assert window.js(direction, "#lines") == "ltr"
    said = "[...document.querySelectorAll('.record dd > div')].map(each => getComputedStyle(each).direction)"
    assert {*window.js(said)} == {"ltr", "rtl"}


def test_keys_alone_find_read_and_leave_an_article(window: Browser, report: Path) -> None:
    focused = "document.activeElement.innerText || document.activeElement.id"
    window.open(report)
    window.press("Tab")
    assert window.js(focused) == "Articles", "a way past all bars"
    window.press("Enter")
    window.wait("document.querySelector('#list').getBoundingClientRect().top < 100")
    window.press("Tab")
    assert window.js(focused) == "search"
    window.type("#search", "quiet")
    stops: list[str] = []
    while stops[-1:] != ["The Quiet Ports Nobody Bothered to Close"]:
        window.press("Tab")
        stops.append(window.js(focused))
    assert stops[:-1] == ["Date", "Article", "Kind", "Language", "Layout", "Characters", "Warnings"]
    window.press("Enter")
    window.wait("document.querySelector('#lines')")
    assert window.js("document.activeElement.tagName") == "H1"
    window.press("Escape")
    window.wait("!document.querySelector('#overview').hidden")
    assert window.js(focused) == stops[-1]
    assert window.js("document.querySelector('#search').value") == "quiet"


def test_the_focus_stays_where_keys_are_pressed(window: Browser, large: Path) -> None:
    focused = "document.activeElement.innerText || document.activeElement.value"
    window.open(large)
    turn = [status(window).partition(", ")[2]]
    window.click(".pages button:last-child")
    for _ in range(2):
        assert window.js(focused) == "Next"
        turn.append(status(window).partition(", ")[2])
        window.press("Enter")
    assert turn == [f"{first} to {first + 49} shown" for first in (1, 51, 101)]
    window.type("#search", "lights 100")
    window.click(".pages button:last-child")
    window.click(".pages button:last-child")
    assert status(window) == "140 articles (of 20,000), 101 to 140 shown"
    assert window.js(focused) == "3", "the number of the page, as there is no next one"
    for group in ("language", "kind"):
        window.click(f"button[data-group={group}]")
    window.click(".chip")
    assert window.js("document.activeElement.className") == "chip"
    window.press("Enter")
    assert window.js("document.activeElement.id") == "search"


def test_the_focus_returns_to_the_article_last_read(window: Browser, large: Path) -> None:
    window.open(large, "#read=49")
    window.click("#reader .steps a:last-child")
    window.wait("document.title.startsWith('Harbor Lights 50 ')")
    assert window.js("document.activeElement.innerText") == "Harbor Lights 50"
    window.click("#reader .back")
    window.wait("!document.querySelector('#overview').hidden")
    assert window.js("document.activeElement.innerText") == "Harbor Lights 50"
    assert status(window) == "20,000 articles, 51 to 100 shown"
    assert all("ERR_FILE_NOT_FOUND" in said for said in window.complaints()), "its folder is nowhere"


def test_a_list_of_many_stays_quick(window: Browser, large: Path) -> None:
    """Each letter typed costs one look at each article, and a page of rows; each column is sorted once."""
    window.open(large)
    assert status(window) == "20,000 articles, 1 to 50 shown"
    assert window.js(NODES) < 2500
    window.do(
        "window.looks = 0; const includes = String.prototype.includes;"
        "String.prototype.includes = function (...all) { looks += 1; return includes.apply(this, all); };"
        "window.added = 0; const count = (list) => { for (const each of list) added += each.addedNodes.length; };"
        "const list = document.querySelector('#articles-here');"
        "new MutationObserver(count).observe(list, { childList: true, subtree: true });"
    )
    window.type("#search", "lights 1234")
    assert status(window) == "12 articles (of 20,000)"
    assert window.js("looks") <= 11 * 2 * MANY
    assert window.js("added") <= 11 * 60
    window.click("#articles-here th.date button")
    assert window.js("document.querySelector('th.date').ariaSort") == "descending"
    assert window.texts("td.date") == sorted(window.texts("td.date"), reverse=True)
    window.clear("#search")
    window.click("#articles-here th.headline button")
    assert headlines(window)[:3] == ["Harbor Lights 0", "Harbor Lights 1", "Harbor Lights 2"]
    window.click(".pages button:last-child")
    assert status(window) == "20,000 articles, 51 to 100 shown"
    assert window.js(NODES) < 2500


def test_articles_beside_the_report_are_loaded_one_by_one(
    window: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "a &#é.html"
    for limit in ("_EMBEDDED", "_PART"):
        monkeypatch.setattr(report_file, limit, 1)
    assert main([*map(str, PAGES), str(PAGES[0]), "--report", str(report)]) == 0
    capfd.readouterr()
    window.open(report, "#read=0")
    window.wait("document.querySelector('#lines')")
    window.do("location.hash = '#read=1'")
    window.wait("document.querySelector('#reader h1').lang == 'ar' && document.querySelector('#lines')")
    assert window.texts("#reader h1")[0] in window.texts("#lines [data-group=header] .text")
    assert len(window.requests()) == 3, "the report and a file for each article"
    (tmp_path / "a &#é_files").rename(tmp_path / "lost")
    window.open(report, "#read=2")
    window.wait("document.querySelector('[role=alert]')")
    assert "a &#é_files" in window.texts("[role=alert]")[0]
    assert all("ERR_FILE_NOT_FOUND" in said for said in window.complaints())


def test_everything_can_be_reached_and_has_a_name(window: Browser, report: Path) -> None:
    for fragment in ("", "#read=0"):
        window.open(report, fragment)
        window.wait("document.querySelector('#lines') || !document.querySelector('#overview').hidden")
        seen = "[...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
        assert window.js(f"{seen}.filter(e => e.tabIndex > 0).length", "*") == 0
        nameless = window.js(
            f"{seen}.filter(e => !(e.innerText || e.ariaLabel || e.labels?.[0]?.innerText"
            " || document.getElementById(e.getAttribute('aria-labelledby'))?.innerText)).length",
            "a, button, input, [tabindex='0'], section, nav",
        )
        assert nameless == 0
        ids = window.js("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))
        assert window.js(f"{seen}.length", "h1") == 1


@pytest.mark.parametrize("media", ["", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_told_from_what_is_behind_it(
    window: Browser, report: Path, scheme: str, media: str
) -> None:
    """As it is drawn, by WCAG 2, whatever the style sheet calls its colors."""
    window.emulate(scheme=scheme, media=media)
    found: set[tuple[str, str]] = set()
    for fragment in ("", "#read=0", "#read=2", "#read=4"):
        window.open(report, fragment)
        window.wait("document.querySelector('.record') || !document.querySelector('#overview').hidden")
        if not fragment:
            window.do("choose = document.querySelector('[data-group=warning]'); choose.click();")
            window.do("document.querySelector('th.date button').click()")
        found |= {(ink, back) for ink, back in window.js(PAIRS)}
    assert len(found) >= 8
    assert {pair for pair in found if contrast(*map(rgb, pair)) < 4.5} == set()


def test_pictures_are_seen_where_the_system_forces_its_colors(window: Browser, report: Path) -> None:
    window.emulate(forced_colors="active")
    painted = "[...document.querySelectorAll(arguments[0])].map(e => getComputedStyle(e).backgroundColor)"
    window.open(report)
    for marks in (".filled", ".stack span", ".swatch"):
        assert set(window.js(painted, marks)).isdisjoint(window.js(painted, ".chart")), marks
    window.open(report, "#read=0")
    window.wait("document.querySelector('#lines')")
    assert len(set(window.js(painted, ".strip span"))) == 4


@pytest.mark.parametrize("width", [320, 820])
def test_nothing_stands_beyond_a_narrow_screen(window: Browser, report: Path, width: int) -> None:
    window.emulate(width)
    for fragment in ("", "#read=0", "#read=3"):
        window.open(report, fragment)
        window.wait("document.querySelector('.record') || !document.querySelector('#overview').hidden")
        assert window.js("document.documentElement.scrollWidth") <= width
    window.open(report)
    for sheet in ("#articles-here .sheet", "#failures-here .sheet"):
        wide = window.js(
            "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.querySelector(arguments[0]))",
            sheet,
        )
        assert width > 700 or wide[0] <= wide[1]
    assert set(window.js("[...document.querySelectorAll('td')].map(e => e.role)")) == {"cell"}, (
        "a block is no cell"
    )


def test_paper_holds_all_lines_and_no_controls(window: Browser, report: Path) -> None:
    window.emulate(media="print", scheme="dark")
    window.open(report)
    for selector in (".search", ".screen", ".chart .screen"):
        assert window.js("document.querySelector(arguments[0]).checkVisibility()", selector) is False
    assert window.js("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    window.open(report, "#read=0")
    window.wait("document.querySelector('#lines')")
    assert window.js("document.querySelector('.steps').checkVisibility()") is False
    assert window.js("getComputedStyle(document.querySelector('.scroll')).overflowY") == "visible"
