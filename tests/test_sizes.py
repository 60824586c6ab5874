"""Functions are short, and so are modules of tests: a long one is split by what it tests."""

import ast

from corpus import ROOT
from test_rooms import modules

_MOST_LINES = 40
_MOST_LINES_OF_TESTS = 500
LONG = {("page.walk", "_walk")}
"""The one way through all elements of a page, which a call for each would slow down."""


def test_no_function_is_long() -> None:
    long = {
        (module, node.name)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= _MOST_LINES
    }
    assert long == LONG


def test_no_module_of_tests_is_long() -> None:
    lines = {
        path.name: len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "tests").glob("test_*.py")
    }
    assert [name for name in lines if lines[name] > _MOST_LINES_OF_TESTS] == []
