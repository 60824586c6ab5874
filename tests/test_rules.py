"""Each rule is needed: a function that decides by a row of conditions decides otherwise on some page without any one.

A rule here is an `if` that ends in a `return`. It is taken out of the function's source, and some page must then be
read differently, or one of its lines judged differently; only pages on which its condition holds are asked.
"""

import __future__

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import cache
from types import FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from corpus import cases
from small_pages import RULED, SMALL
from test_growth import forget
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
    (header, "_line_verdict"),
    (header, "_dek_verdict"),
    (header, "_take_summary"),
    (header, "_credit"),
    (header, "_take_parts"),
    (header_unmarked, "unlabelled"),
    (header_seen, "Seen.keep"),
    (header_unmarked, "bare_line"),
    (header, "_judge_above"),
    (header, "_take_date_over_headline"),
    (header, "_take_names_over_headline"),
    (header_unmarked, "_awaits_names"),
    (header_unmarked, "with_stacked"),
    (header_unmarked, "_stacked_names"),
    (header_seen, "Seen._goes_on"),
    (header_unmarked, "_is_outlet"),
    (header, "_skip_repeated_headline"),
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
    (sections, "_Tail._take_note"),
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


Line = tuple[str, int]
"""A line of code: the file of its module and its number there."""
Trap = Callable[[FrameType, str, object], Any]
"""What Python calls for each line that it runs."""
FILES = {module.__file__ for module, _ in FUNCTIONS}


@cache
def unchanged(page: bytes) -> tuple[object, frozenset[Line]]:
    """What comes of a page, and which lines of the modules run for it: the others have no part in it."""
    ran: set[Line] = set()

    def note(frame: FrameType, _event: str, _argument: object) -> Trap:
        ran.add((frame.f_code.co_filename, frame.f_lineno))
        return note

    def enter(frame: FrameType, _event: str, _argument: object) -> Trap | None:
        return note if frame.f_code.co_filename in FILES else None

    forget()
    before = sys.gettrace()
    sys.settrace(enter)
    try:
        return judged(page), frozenset(ran)
    finally:
        sys.settrace(before)


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


def _lines(module: ModuleType, name: str, number: int) -> set[Line]:
    """What runs where the condition of a rule holds."""
    owner, last = _owner(module, name)
    _, start = inspect.getsourcelines(getattr(owner, last))
    body = _rules(_parsed(module, name))[number].body
    inside = range(start + body[0].lineno - 1, start + (body[-1].end_lineno or 0))
    return {(str(module.__file__), line) for line in inside}


@pytest.mark.parametrize(("module", "name", "number"), list(rules()))
def test_each_rule_is_needed(module: ModuleType, name: str, number: int) -> None:
    owner, last = _owner(module, name)
    whole, rest = getattr(owner, last), without(module, name, number)
    rooms = [each for room, each in sys.modules.items() if room.startswith("carnegie_extract")]
    users = [each for each in (owner, *rooms) if getattr(each, last, None) is whole]
    lines = _lines(module, name, number)

    def decides_on(page: bytes) -> bool:
        before, ran = unchanged(page)
        if lines.isdisjoint(ran):
            return False
        with pytest.MonkeyPatch.context() as patch:
            for each in users:
                patch.setattr(each, last, rest)
            forget()
            return judged(page) != before

    needed = any(map(decides_on, pages()))
    forget()
    assert needed
