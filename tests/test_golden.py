"""Each fixture gives the record beside it: one test per field."""

import json
import os
import subprocess
import sys

import pytest
from corpus import KEYS, ROOT, Case, cases, real_cases

ALL = (*cases(), *real_cases())
FIELDS = [pytest.param(case, key, id=f"{case.id}::{key}") for case in ALL for key in KEYS]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.mark.parametrize(("case", "key"), FIELDS)
def test_field(case: Case, key: str, golden: bool) -> None:
    record = case.unchanged
    if golden:
        case.golden.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    assert record[key] == case.expected[key]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_keys_and_their_order(case: Case) -> None:
    assert list(case.unchanged) == list(KEYS) == list(case.expected)


def test_golden_files_are_not_written_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--update-golden", "tests/test_golden.py"]
    environment = {**os.environ, "CI": "true"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
