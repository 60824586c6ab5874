"""Which layout a page is of, and that the decision tree decides as the signs say."""

from functools import cached_property
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from corpus import Case, cases

from carnegie_extract.layouts.recognise import LAYOUTS, recognise
from carnegie_extract.layouts.signs import Signs

SIGNS = [
    name
    for name, value in vars(Signs).items()
    if isinstance(value, cached_property) and not name.startswith("_")
]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_page_has_the_layout_that_its_record_says(case: Case) -> None:
    assert case.unchanged["layout"] == case.layout


def test_every_layout_is_recognised_by_some_signs() -> None:
    pages: list[Any] = [
        SimpleNamespace(**dict(zip(SIGNS, values, strict=True)))
        for values in product((False, True), repeat=len(SIGNS))
    ]
    assert {recognise(signs).name for signs in pages} == {layout.name for layout in LAYOUTS}
