"""Each fixture gives the record beside it."""

import json
import os
import subprocess
import sys

import pytest
from corpus import KEYS, ROOT, Case, cases, real_cases

ALL = (*cases(), *real_cases())
each_case = pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@each_case
def test_record(case: Case, golden: bool) -> None:
    record = case.unchanged
    if golden:
        case.golden.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    expected = case.expected
    wrong = [key for key in KEYS if record[key] != expected[key]]
    assert {key: record[key] for key in wrong} == {key: expected[key] for key in wrong}


@each_case
def test_keys_and_their_order(case: Case) -> None:
    assert list(case.unchanged) == list(KEYS) == list(case.expected)


def test_golden_files_are_not_written_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--update-golden", "tests/test_golden.py"]
    environment = {**os.environ, "CI": "true"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
