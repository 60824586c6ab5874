"""Functions are short, and so are modules of tests: a long one is split by what it tests."""

import ast
from pathlib import Path

import pytest
from corpus import ROOT
from test_rooms import modules

_MOST_LINES = 40
_MOST_LINES_OF_TESTS = 500
LONG = {("page.walk", "_walk")}
"""The one way through all elements of a page, which a call for each would slow down."""


@pytest.mark.parametrize("module", modules())
def test_no_function_is_long(module: str) -> None:
    long = {
        (module, node.name)
        for node in ast.walk(modules()[module])
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= _MOST_LINES
    }
    assert long <= LONG


@pytest.mark.parametrize("path", sorted((ROOT / "tests").glob("test_*.py")), ids=lambda path: path.name)
def test_no_module_of_tests_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= _MOST_LINES_OF_TESTS
