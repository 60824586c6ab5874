"""Each line is judged once: a stage leaves alone what an earlier one judged, and changes nothing that it is given."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from corpus import Case, cases
from small_pages import RULED, SMALL

from carnegie_extract import ExtractionError, extract
from carnegie_extract.lines import header_parts, judge
from carnegie_extract.lines.judgement import Verdicts
from carnegie_extract.page.page import Page

STAGES = {
    "judge_identified": ("box", "footer"),
    "judge_numbered": ("box", "footer"),
    "judge_closing_bio": (),
    "judge_tail": (),
    "judge_inserts": (),
    "judge_body": (),
}
"""The stages after the first, with the roles that they outrank: a note in an aside or a footer is a note."""


def watched(stage: Callable[..., Verdicts], outranked: tuple[str, ...]) -> Callable[..., Verdicts]:
    """A stage that fails where it judges a line again, or changes the verdicts that it is given."""

    def watch(*given: Any, **named: Any) -> Verdicts:
        (judged,) = (each for each in given if type(each) is dict)
        before = dict(judged)
        found = stage(*given, **named)
        assert judged == before
        again = {before[at].role for at in found if at in before}
        assert again <= {*outranked}, f"{stage.__name__} judges {again} again"
        return found

    return watch


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, outranked in STAGES.items():
        monkeypatch.setattr(judge, name, watched(getattr(judge, name), outranked))


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

    def counted(page: Page, at: int) -> list[header_parts.Part]:
        taken.append(at)
        return take(page, at)

    monkeypatch.setattr(header_parts, "_read_parts", counted)
    extract(case.page)
    assert taken
    assert len(taken) == len(set(taken))
