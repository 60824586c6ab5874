"""The schema is current and strict; the fixtures are valid by it, and what the other tests make is checked, too."""

import json
from pathlib import Path
from typing import Any

import make_schema
import pytest
from corpus import Case, cases, real_cases
from jsonschema import Draft202012Validator  # its stubs are a package of their own
from small_pages import legacy
from test_command import PAGE
from validity import ERRORS, SCHEMA
from warm import run
from written import differing

from carnegie_extract import extract
from carnegie_extract.fields import Article, kind
from carnegie_extract.formats.json_lines import encode

RECORDS = Draft202012Validator(SCHEMA)
NAMES = list(make_schema.DEFINITIONS)
KEYS = [(name, key) for name in NAMES for key in SCHEMA["$defs"][name]["properties"]]
WRONG: dict[str, Any] = {
    "kind": "salad",
    "layout": "site-1999",
    "date": "23 April 2026",
    "published_at": "2026-04-23",
    "headline": None,
    "authors": [{"name": "Ann Lee"}],
    "image": {"url": None, "alt": None, "credit": None},
    "body": [None],
    "warnings": ["text-unread"],
    "metadata": [],
}


def test_the_schema_is_current() -> None:
    assert differing({make_schema.FILE: make_schema.schema}) == [], "Run: python tests/make_schema.py"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_each_key_has_a_meaning_and_an_example_that_is_valid(name: str, key: str) -> None:
    schema = SCHEMA["$defs"][name]["properties"][key]
    assert schema["description"]
    assert "](" not in schema["description"]
    (example,) = schema["examples"]
    assert example not in (None, [])
    assert (
        list(
            Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}/properties/{key}"}).iter_errors(example)
        )
        == []
    )


def test_every_key_of_the_types_is_there_and_no_other() -> None:
    with_blocks = extract(PAGE.read_bytes()).record(blocks=True)
    assert list(SCHEMA["$defs"]["record"]["properties"]) == list(with_blocks)
    assert set(with_blocks) - set(SCHEMA["$defs"]["record"]["required"]) == {"blocks"}
    for name, (made, _) in make_schema.DEFINITIONS.items():
        if made is not Article:
            assert tuple(SCHEMA["$defs"][name]["properties"]) == getattr(made, "_fields", ())


@pytest.mark.parametrize("case", [*cases(), *real_cases()], ids=lambda case: case.id)
def test_the_record_of_a_fixture_is_valid(case: Case) -> None:
    RECORDS.validate(case.expected)
    for blocks in (False, True):
        RECORDS.validate(json.loads(encode(extract(case.page).record(blocks=blocks))))


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_value_is_not_valid(key: str) -> None:
    record = extract(PAGE.read_bytes()).record()
    assert RECORDS.is_valid(record)
    assert not RECORDS.is_valid(record | {key: WRONG[key]})


def test_a_key_too_many_and_one_too_few_are_not_valid() -> None:
    record = extract(PAGE.read_bytes()).record()
    assert not RECORDS.is_valid(record | {"salad": None})
    assert not any(RECORDS.is_valid({key: record[key] for key in record if key != left}) for left in record)


def test_error_lines_are_valid(tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    run(tmp_path / "missing.html", tmp_path, "--errors", errors)
    lines = [json.loads(line) for line in errors.read_bytes().splitlines()]
    assert [line["error"] for line in lines] == ["unreadable-file", "empty-folder"]
    for line in lines:
        Draft202012Validator(ERRORS).validate(line)
        assert not RECORDS.is_valid(line)
        assert not Draft202012Validator(ERRORS).is_valid(line | {"error": "salad"})


# What other tests make is checked where it is made: tests/validity.py.

BREAK = """
from carnegie_extract.fields import kind
kind.kind_of = lambda printed: "salad"
"""


def test_a_record_that_is_not_valid_fails_the_test_that_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "kind_of", lambda _: "salad")
    with pytest.raises(AssertionError, match="salad"):
        extract(legacy(over="<span>Commentary</span>").encode())


def test_so_does_one_that_a_run_of_the_command_made() -> None:
    done = run(PAGE, program=BREAK)
    assert done.stdout == b""
    assert b"salad" in done.stderr
    assert done.returncode == 1


# The option.


def test_the_option_prints_the_schema() -> None:
    done = run("--schema")
    assert done.stdout == make_schema.FILE.read_bytes()
    assert (done.stderr, done.returncode) == (b"", 0)
