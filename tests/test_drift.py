"""A page that looks different and says the same gives the same record.

Each change names the fields that the removed parts alone may carry; all others must not change.
"""

from dataclasses import replace

import drift
import pytest
from corpus import Case, Record, html_cases, without
from press import cases_2026, printed, site_2026
from press.fixture import chrome

HEAD = frozenset(("url", "published_at", "modified_at", "image", "warnings"))
"""What only head tags and JSON-LD say; `warnings` because they compare the head with the page."""

HTML = [pytest.param(case, id=case.id) for case in html_cases()]
every_page = pytest.mark.parametrize("case", HTML)


def assert_unchanged(case: Case, text: str, lost: frozenset[str] = frozenset()) -> None:
    assert without(case.read(text), lost) == without(case.unchanged, lost)


@every_page
def test_class_names_replaced(case: Case) -> None:
    assert_unchanged(case, drift.rename_classes(case.text))


@every_page
def test_class_names_gone(case: Case) -> None:
    assert_unchanged(case, drift.drop_classes(case.text))


@every_page
def test_content_id_gone(case: Case) -> None:
    assert_unchanged(case, drift.drop_content_id(case.text))


def _authors_by_text(record: Record) -> Record:
    """Links of authors are read against the address of the page, which the head carries."""
    return {**record, "authors": [{**author, "url": None} for author in record["authors"]]}


@every_page
def test_head_reduced_to_its_title(case: Case) -> None:
    lost = HEAD if _printed(case) else HEAD | {"date"}
    record, expected = case.read(drift.bare_head(case.text)), case.unchanged
    assert without(_authors_by_text(record), lost) == without(_authors_by_text(expected), lost)


@every_page
def test_headline_in_another_heading(case: Case) -> None:
    for tag in ("h1", "h2"):
        text = drift.headline_as(tag, case.expected["headline"])(case.text)
        assert f"</{tag}>" in text
        if text != case.text:
            assert_unchanged(case, text)


@every_page
def test_minified(case: Case) -> None:
    assert_unchanged(case, drift.minify(case.text))


@every_page
def test_pretty_printed(case: Case) -> None:
    assert_unchanged(case, drift.pretty_print(case.text))


def _printed(case: Case) -> str | None:
    """The date as the page prints it, where it stands alone between two tags."""
    day, language = case.expected["date"], case.expected["language"]
    if day is None:
        return None
    forms = (printed.local(day, language), printed.short_english(day), printed.long_english(day))
    padded = (printed.long_english(day, padded=True), printed.dotted(day))
    return next((form for form in forms + padded if drift.wrap(form, "time")(case.text) != case.text), None)


DATED = [pytest.param(case, form, id=case.id) for case in html_cases() if (form := _printed(case))]


def test_most_pages_print_their_date() -> None:
    assert len(DATED) > len(HTML) * 0.6


@pytest.mark.parametrize(("case", "words"), DATED)
def test_date_in_an_element_of_its_own(case: Case, words: str) -> None:
    for element in ("time", "span", "b", "p", "li"):
        assert_unchanged(case, drift.wrap(words, element)(case.text))


SKINS = {
    "block-in-pre": site_2026.Skin(block="pre"),
    "block-in-div": site_2026.Skin(block="div"),
    "block-in-code": site_2026.Skin(block="code"),
    "block-in-script": site_2026.Skin(block="script"),
    "headline-in-h1": site_2026.Skin(headline="h1"),
    "byline-as-list": site_2026.Skin(byline="list"),
    "byline-with-and": site_2026.Skin(byline="and"),
    "body-in-schemes": site_2026.Skin(content="schemes"),
    "body-in-main": site_2026.Skin(content="main"),
    "json-ld-object": site_2026.Skin(json_ld="object"),
    "json-ld-graph": site_2026.Skin(json_ld="graph", head_times=False),
    "json-ld-list": site_2026.Skin(json_ld="list", head_times=False),
    "title-with-site": site_2026.Skin(title_suffix=True),
    "date-in-time": site_2026.Skin(time_tag=True),
    "chrome-with-body-classes": site_2026.Skin(rich_chrome=True),
    "no-promo": site_2026.Skin(promo=False),
}
COMMENTARY = {
    f"{fixture.layout}/{fixture.case}": replace(fixture.page, warnings=())
    for fixture in cases_2026.fixtures()
    if fixture.case.startswith(("commentary-", "outside-author", "qa-", "paper-"))
}
BY_ID = {case.id: case for case in html_cases()}


@pytest.mark.parametrize("skin", SKINS)
def test_details_that_nobody_has_seen(skin: str) -> None:
    for name, page in COMMENTARY.items():
        text = site_2026.render(page, chrome(page.language), SKINS[skin])
        # The byline is what the page prints: its separators change with the skin.
        assert_unchanged(BY_ID[name], text, lost=frozenset(("byline",)))
