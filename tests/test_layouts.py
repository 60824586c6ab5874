"""Exactly one layout claims each page."""

import pytest
from corpus import Case, cases

from carnegie_extract.decode import decode
from carnegie_extract.dom import is_html
from carnegie_extract.layouts import claimants
from carnegie_extract.page import Page
from carnegie_extract.pipeline import _read_html
from carnegie_extract.plaintext import read_text


def page_of(raw: bytes) -> Page:
    utf8 = decode(raw).utf8
    return _read_html(utf8) if is_html(utf8) else read_text(utf8)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_one_layout_claims_the_page(case: Case) -> None:
    assert [layout.name for layout in claimants(page_of(case.page))] == [case.layout]
