"""Each line is judged once: a stage leaves alone what an earlier one judged, and changes nothing that it is given."""

import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from corpus import Case, cases
from small_pages import RULED, SMALL

from carnegie_extract import ExtractionError, extract, fields
from carnegie_extract.fields import kind
from carnegie_extract.fields.field import Evidence, Field, Found, Witness
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.lines import grammar, header_parts, judge
from carnegie_extract.lines.judgement import Verdicts
from carnegie_extract.page.page import Page
from carnegie_extract.page.reading import Part, Reading
from carnegie_extract.pipeline import Trace
from carnegie_extract.pipeline import read as read_page
from carnegie_extract.words import names, vocabulary
from carnegie_extract.words.dates import find_date

STAGES = (
    "find_chrome",
    "authors_above",
    "judge_numbered",
    "judge_closing_bio",
    "judge_tail",
    "judge_inserts",
    "judge_body",
)
"""The stages after the first. That of the header starts anew below the headline and gives way to what is judged."""


def watched(stage: Callable[..., Verdicts]) -> Callable[..., Verdicts]:
    """A stage that fails where it judges a line again, or changes the verdicts that it is given."""

    def watch(*given: Any, **named: Any) -> Verdicts:
        (judged,) = (each for each in given if type(each) is dict)
        before = dict(judged)
        found = stage(*given, **named)
        assert judged == before
        again = {at for at in found if at in before}
        assert not again, f"{stage.__name__} judges {again} again"
        return found

    return watch


ASKED = (find_date, names._split, vocabulary._short_words)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in STAGES:
        monkeypatch.setattr(judge, name, watched(getattr(judge, name)))


def read(page: bytes) -> None:
    with suppress(ExtractionError):
        extract(page)


@pytest.mark.usefixtures("stages")
def test_no_stage_judges_a_line_again() -> None:
    for case in cases():
        read(case.page)
    for page in (*SMALL, *RULED):
        read(page.encode())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_no_line_of_a_header_is_taken_apart_twice(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    take = header_parts._read_parts

    def counted(page: Page, at: int) -> list[Part]:
        taken.append(at)
        return take(page, at)

    monkeypatch.setattr(header_parts, "_read_parts", counted)
    extract(case.page)
    assert taken
    assert len(taken) == len(set(taken))


@pytest.mark.parametrize(
    "case", [case for case in cases() if case.layout == "plain-text"], ids=lambda case: case.id
)
def test_no_line_of_a_plain_text_is_read_twice(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that find the headline go by the same reading as the header."""
    read_texts: Counter[str] = Counter()
    whole = grammar.read_line

    def counted(text: str, known: tuple[str, ...], language: str | None) -> Reading | None:
        read_texts[text] += 1
        return whole(text, known, language)

    for name, module in list(sys.modules.items()):
        if name.startswith("carnegie_extract") and getattr(module, "read_line", None) is whole:
            monkeypatch.setattr(module, "read_line", counted)
    trace = Trace()
    read_page(SavedPage(case.page, "page.txt"), trace)
    assert trace.page is not None
    printed = Counter(line.text.strip(grammar.SEPARATORS) for line in trace.page.flow)
    assert read_texts
    assert {
        text: times for text, times in read_texts.items() if times > printed[text.strip(grammar.SEPARATORS)]
    } == {}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_no_field_is_settled_twice(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """`kind` follows from `type`, whose witnesses are asked once."""
    asked: list[str] = []

    def watched_field(field: Field) -> Field:
        def watch(witness: Witness) -> Witness:
            def ask(evidence: Evidence) -> Found | None:
                asked.append(witness.__name__)
                return witness(evidence)

            return ask

        return field._replace(witnesses=tuple(map(watch, field.witnesses)))

    known = {field.name: watched_field(field) for field in fields.FIELDS}
    monkeypatch.setattr(fields, "FIELDS", tuple(known.values()))
    monkeypatch.setattr(kind, "TYPE", known["type"])
    extract(case.page)
    assert asked
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_no_text_is_asked_twice_for_its_date_its_names_or_its_words(case: Case) -> None:
    """What is found is kept: a page that is read again gives nothing new to look through."""
    extract(case.page)
    found = [asked.cache_info().misses for asked in ASKED]
    extract(case.page)
    assert [asked.cache_info().misses for asked in ASKED] == found
