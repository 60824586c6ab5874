"""Whatever a test has read is valid by the schema: watched where records and error lines are made.

jsonschema-rs takes hundredths of a millisecond for a record, jsonschema the time of reading the page: test_schema.py
asks it about the fixtures.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs

import carnegie_extract
from carnegie_extract import Article, pipeline
from carnegie_extract.batch.display import messages
from carnegie_extract.batch.display.messages import error_line
from carnegie_extract.batch.reading.reader import Failure
from carnegie_extract.fields import article_of

SCHEMA: dict[str, Any] = json.loads(
    Path(carnegie_extract.__file__).with_name("schema.json").read_text(encoding="utf-8")
)
ERRORS = SCHEMA | {"$ref": "#/$defs/error"}
_RECORD = jsonschema_rs.Draft202012Validator(SCHEMA)
_ERROR = jsonschema_rs.Draft202012Validator(ERRORS)


def watch() -> None:
    """From now on each record and each error line of this process, and of those forked from it, is checked."""
    vars(pipeline)["article_of"] = checked_article_of
    vars(messages)["error_line"] = checked_error_line


def checked_article_of(*arguments: Any) -> Article:
    """The article, whose record is valid. Raises AssertionError for another."""
    article = article_of(*arguments)
    _check(_RECORD, article.record(blocks=True))
    return article


def checked_error_line(failure: Failure) -> bytes:
    """The line, which is valid. Raises AssertionError for another."""
    line = error_line(failure)
    _check(_ERROR, json.loads(line))
    return line


def _check(validator: jsonschema_rs.Draft202012Validator, said: object) -> None:
    problems = [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(said)]
    assert not problems, f"{problems} in {said}"
