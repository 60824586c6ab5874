"""Roles and kinds of words are typed: a misspelt one fails mypy, and each role stands where it belongs."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy import api
from test_rooms import modules, room, strings

from carnegie_extract.base.record import BLOCK_TYPES
from carnegie_extract.layouts.recognise import LAYOUTS
from carnegie_extract.lines.inserts import RULES
from carnegie_extract.lines.judgement import BODY, CHROME
from carnegie_extract.lines.sections import SECTIONS
from carnegie_extract.words import vocabulary
from carnegie_extract.words.languages.language import Language

PROGRAM = """
from collections.abc import Callable, Iterable
from carnegie_extract.fields.field import Evidence
from carnegie_extract.layouts.layout import Layout
from carnegie_extract.lines.chrome import Removal
from carnegie_extract.page.reading import Reading
from carnegie_extract.layouts.recognise import LAYOUTS
from carnegie_extract.lines.body_lines import Body
from carnegie_extract.lines.judgement import Role, Verdict
from carnegie_extract.lines.sections import Section
from carnegie_extract.words.vocabulary import after_label, entries, is_word
Given = tuple[Evidence, Verdict, Callable[[Body], Iterable[int]]]
"""
RIGHT = """
    Verdict("footer", "rule")
    Removal(".promo", "card")
    Section("notes", "note")
    Reading(waits="byline", tool="clock")
    evidence.places("tags")
    row: tuple[Callable[[Body], Iterable[int]], Role] = (rule, "player")
    is_word("buttons", "text")
    entries("hours")
    after_label("by", "text")
    assert verdict.role == "footer"
"""
MISSPELT = {
    '"footer"': '"footr"', '"card"': '"crad"', '"note")': '"nots")', '"notes", "n': '"nots", "n', '"byline"': '"bylin"',
    '"clock"': '"clok"', '("tags")': '("tag")', '"player"': '"palyer"', '"buttons"': '"button"', '"hours"': '"hour"',
    '"by"': '"buy"',
}  # fmt: skip


def complaints(lines: list[str], folder: Path) -> set[int]:
    """The lines that mypy complains of, strictly."""
    program = folder / "program.py"
    # A function each: after what can't be true, mypy looks no further.
    functions = [
        f"def line_{at}(given: Given) -> None: evidence, verdict, rule = given; {line.strip()}"
        for at, line in enumerate(lines)
    ]
    program.write_text(PROGRAM + "\n".join(functions) + "\n", encoding="utf-8")
    options = ["--strict", "--cache-dir", str(folder / "cache"), "--python-executable", sys.executable]
    output, errors, _ = api.run([*options, str(program)])
    assert not errors
    first = PROGRAM.count("\n") + 1
    return {int(line.split(":")[1]) - first for line in output.splitlines() if ": error:" in line}


def test_a_misspelt_role_or_kind_of_word_fails_mypy(tmp_path: Path) -> None:
    right = RIGHT.strip("\n").splitlines()
    wrong = [line.replace(*each) for each in MISSPELT.items() for line in right if each[0] in line]
    assert len(wrong) > len(right)
    assert complaints([*right, *wrong], tmp_path) == {len(right) + at for at in range(len(wrong))}


def literal(module: str, name: str) -> list[str]:
    """What a `Literal` lists itself, without those that it names."""
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            assert isinstance(node.value, ast.Subscript)
            parts = node.value.slice.elts if isinstance(node.value.slice, ast.Tuple) else [node.value.slice]
            return [str(part.value) for part in parts if isinstance(part, ast.Constant)]
    pytest.fail(f"no {name}")


ROLES = {
    name: literal("lines.judgement", name)
    for name in ("HeaderRole", "BodyRole", "TailRole", "ChromeRole", "Role")
}


WORDS = frozenset(literal("words.vocabulary", "Word"))
ALL_ROLES = frozenset(role for group in ROLES.values() for role in group)


def asked(tree: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    """The strings that are looked for in roles and kinds of words, which mypy lets pass, and what they may be."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            inside = ast.unparse(node.comparators[0])
            if isinstance(node.left, ast.Constant) and re.search(r"\bwords(_of)?\b|landmarks", inside):
                yield str(node.left.value), WORDS
            elif ast.unparse(node.left).endswith("role"):
                yield from ((text, ALL_ROLES) for text in strings(node.comparators[0]))
        elif (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.BitAnd)
            and isinstance(node.right, ast.Set)
        ):
            yield from ((text, WORDS) for text in strings(node.right))


def test_what_is_looked_for_among_roles_and_words_can_be_there() -> None:
    looked_for = [(module, *each) for module, tree in modules().items() for each in asked(tree)]
    assert [(module, text) for module, text, known in looked_for if text not in known] == []


def test_what_is_looked_for_is_found() -> None:
    source = 'assert "nots" in words\nassert words_of(text) & {"nots"}\nassert verdict.role in ("nots",)\n'
    assert [text for text, _ in asked(ast.parse(source))] == ["nots"] * 3
    assert sum(len(list(asked(tree))) for tree in modules().values()) > 50


def test_each_role_stands_in_one_group_and_the_sets_are_the_groups() -> None:
    """A new role belongs to the header, the body, the tail or chrome; only `unread` is of none."""
    assert ROLES["Role"] == ["unread"]
    together = [role for group in ROLES.values() for role in group]
    assert len(together) == len(set(together))
    assert set(ROLES["BodyRole"]) == BODY
    assert set(ROLES["ChromeRole"]) == CHROME


def test_the_roles_of_the_body_are_the_types_of_blocks() -> None:
    assert tuple(ROLES["BodyRole"]) == BLOCK_TYPES == tuple(literal("base.record", "BlockType"))


def test_no_insert_is_a_block() -> None:
    assert not {role for _, role in RULES} & BODY


def test_no_section_after_the_body_is_a_block() -> None:
    assert not {section.role for section in SECTIONS} & BODY


def test_each_kind_of_words_is_a_field_of_a_language() -> None:
    assert sorted(WORDS) == sorted(
        {*vocabulary._WHOLE, *vocabulary._OPENING, "back_links", "captions", "tables"}
    )
    assert {*WORDS, *literal("words.vocabulary", "Kind")} <= set(Language._fields)


def test_the_tables_give_roles_that_are_listed() -> None:
    given = {role for _, role in RULES} | {section.role for section in SECTIONS}
    given |= {removal.role for layout in LAYOUTS for removal in layout.markup.removals}
    assert given <= ALL_ROLES


def test_each_role_is_given_by_a_rule() -> None:
    """Modules that give verdicts name the role as a string, and mypy checks that it is one."""
    named = {
        text
        for module, tree in modules().items()
        if room(module) in ("lines", "layouts") and module != "lines.judgement"
        for text in strings(tree)
    }
    assert named >= ALL_ROLES
