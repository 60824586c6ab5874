"""Each rule is needed: a function that decides by a row of conditions decides otherwise on some page without any one.

A rule here is an `if` that ends in a `return`. It is taken out of the function's source, and some page must then be
read differently, or one of its lines judged differently.
"""

import __future__

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from corpus import cases
from small_pages import RULED, SMALL
from test_words import PAGES, words

from carnegie_extract import ExtractionError
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.lines import (
    body,
    chrome,
    closing,
    grammar,
    header,
    header_parts,
    header_seen,
    header_unmarked,
    inserts,
    notes,
    pull_quotes,
    sections,
)
from carnegie_extract.page import prepare, walk
from carnegie_extract.pipeline import Trace
from carnegie_extract.pipeline import read as read_page

FUNCTIONS: tuple[tuple[ModuleType, str], ...] = (
    (grammar, "read_line"),
    (grammar, "_dateless"),
    (grammar, "tool_of"),
    (grammar, "_names_and_label"),
    (grammar, "_is_update"),
    (grammar, "without_date_words"),
    (grammar, "beside_date"),
    (header, "_line_verdict"),
    (header, "_dek_verdict"),
    (header, "_take_summary"),
    (header, "_credit"),
    (header, "_take_parts"),
    (header_unmarked, "unlabelled"),
    (header_seen, "Seen.keep"),
    (header_unmarked, "bare_line"),
    (header, "_judge_above"),
    (header, "_take_day_above"),
    (header, "_take_names_above"),
    (header, "_take_column_before"),
    (header_unmarked, "_awaits_names"),
    (header_unmarked, "with_stacked"),
    (header_unmarked, "_stacked_names"),
    (header_seen, "Seen._goes_on"),
    (header_unmarked, "_is_outlet"),
    (header, "_repeats_headline"),
    (header, "_opens_section"),
    (header_seen, "Seen.is_description"),
    (header_unmarked, "take_bare_byline"),
    (header_seen, "Seen.may_be_bare_names"),
    (header_unmarked, "_take_names_above_date"),
    (header_parts, "opens_list"),
    (pull_quotes, "_may_repeat"),
    (pull_quotes, "_repeats"),
    (pull_quotes, "_repeats_mostly"),
    (pull_quotes, "_holds_in_order"),
    (pull_quotes, "_stretches"),
    (sections, "_ends_body"),
    (sections, "_goes_on_after_disclaimer"),
    (sections, "_is_own_heading"),
    (sections, "_heads_sentences"),
    (sections, "_prose_resumes"),
    (sections, "_prose_follows"),
    (sections, "_Tail.judge"),
    (sections, "_Tail._opened"),
    (sections, "_Tail._enter"),
    (sections, "_Tail._is_note"),
    (sections, "_Tail._are_tags"),
    (sections, "_Tail._author_line"),
    (sections, "_Tail._other"),
    (sections, "leads_to_topics"),
    (body, "_may_be_bio"),
    (body, "judge_closing_bio"),
    (notes, "find_notes"),
    (notes, "_answering"),
    (body, "_judge"),
    (body, "_is_bold_line"),
    (body, "_plain"),
    (body, "_loose"),
    (chrome, "_is_of_person"),
    (chrome, "_is_box"),
    (inserts, "_leads_to_original"),
    (chrome, "_is_card"),
    (closing, "closing_verdict"),
    (closing, "_closing_note"),
    (closing, "_is_address"),
    (closing, "_leads_to_whole_text"),
    (closing, "_is_row_of_links"),
    (body, "_closes_text"),
    (prepare, "_is_seen"),
    (walk, "_role"),
    (walk, "_ends_group"),
)
SPARES_TIME = {
    "len(text) > LONGEST_LINE": "a paragraph of a plain text is not read as a line of its header",
    "not flow.may_have_notes": "most pages have no notes",
    "line.kind == 'p' and len(line.text) > LONGEST_LANDMARK": "a long paragraph is no heading, whatever else it is",
    "number is None": "above the last numbered lines no others are asked",
}
"""What changes no record, and why it is there."""


@cache
def pages() -> tuple[bytes, ...]:
    worded = [page(words(kind)[0].title()) for kind, (page, _) in PAGES.items()]
    return (*(page.encode() for page in (*RULED, *worded, *SMALL)), *(case.page for case in cases()))


def judged(page: bytes) -> object:
    """The record of a page, and the roles of its lines."""
    trace = Trace()
    try:
        record = read_page(SavedPage(page, "page"), trace).record(blocks=True)
    except ExtractionError as error:
        return error.kind
    except (
        AttributeError,
        LookupError,
        NameError,
        TypeError,
    ) as error:  # without a rule, what it guards fails
        return type(error)
    assert trace.judged is not None
    return record, {at: verdict.role for at, verdict in trace.judged.verdicts.items()}


@cache
def unchanged() -> tuple[tuple[object, frozenset[CodeType]], ...]:
    """What comes of each page, and which functions were called for it: the others have no part in it."""
    return tuple(map(_watched, pages()))


def _watched(page: bytes) -> tuple[object, frozenset[CodeType]]:
    called: set[CodeType] = set()
    before = sys.getprofile()
    sys.setprofile(lambda frame, _event, _argument: called.add(frame.f_code))
    try:
        return judged(page), frozenset(called)
    finally:
        sys.setprofile(before)


def _owner(module: ModuleType, name: str) -> tuple[Any, str]:
    owner: Any = module
    *path, last = name.split(".")
    for each in path:
        owner = getattr(owner, each)
    return owner, last


def _parsed(module: ModuleType, name: str) -> ast.FunctionDef:
    owner, last = _owner(module, name)
    found = ast.parse(textwrap.dedent(inspect.getsource(getattr(owner, last)))).body[0]
    assert isinstance(found, ast.FunctionDef)
    return found


def _rules(function: ast.AST) -> list[ast.If]:
    """The conditions that a function returns or decides by; `elif` is one of its own."""
    return [node for node in ast.walk(function) if isinstance(node, ast.If)]


class _Without(ast.NodeTransformer):
    def __init__(self, rule: ast.If) -> None:
        self.rule = rule

    def visit_If(self, node: ast.If) -> Any:  # ast's name
        self.generic_visit(node)
        return (node.orelse or ast.Pass()) if node is self.rule else node


def without(module: ModuleType, name: str, number: int) -> FunctionType:
    """A function without one of its rules."""
    function = _parsed(module, name)
    _Without(_rules(function)[number]).visit(function)
    tree = ast.fix_missing_locations(ast.Module([function], []))
    made: dict[str, FunctionType] = {}
    code = compile(
        tree, module.__name__, "exec", flags=__future__.annotations.compiler_flag, dont_inherit=True
    )
    exec(code, vars(module), made)
    return made[function.name]


def rules() -> Iterator[object]:
    for module, name in FUNCTIONS:
        for number, rule in enumerate(_rules(_parsed(module, name))):
            test = ast.unparse(rule.test)
            if test not in SPARES_TIME:
                yield pytest.param(module, name, number, id=f"{name}-{test[:60]}")


@pytest.mark.parametrize(("module", "name", "number"), list(rules()))
def test_each_rule_is_needed(
    module: ModuleType, name: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = unchanged()
    owner, last = _owner(module, name)
    whole, rest = getattr(owner, last), without(module, name, number)
    for each in (owner, *(each for room, each in sys.modules.items() if room.startswith("carnegie_extract"))):
        if getattr(each, last, None) is whole:
            monkeypatch.setattr(each, last, rest)
    code = inspect.unwrap(whole).__code__
    assert any(
        judged(page) != before
        for page, (before, called) in zip(pages(), known, strict=True)
        if code in called
    )
