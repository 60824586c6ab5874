"""Pages that somebody saved by hand: the press leaves them alone, and the golden tests read them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import make_fixtures
import pytest
from corpus import ROOT, cases


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A page saved by hand, in a copy of the golden tests."""
    tests = tmp_path / "tests"
    folder = tests / "fixtures" / "real" / "saved-today"
    shutil.copytree(cases()[0].folder, folder)
    for name in ("conftest.py", "corpus.py", "validity.py", "test_golden.py"):
        shutil.copy(ROOT / "tests" / name, tests)
    return folder


def golden_tests(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "saved-", *options]
    by_hand = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        command, cwd=folder.parents[2], env=by_hand, capture_output=True, text=True, check=False, timeout=60
    )


def test_make_fixtures_leaves_them_alone(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fixtures = saved.parents[1]
    monkeypatch.setattr(make_fixtures, "ROOT", fixtures)
    monkeypatch.setattr(make_fixtures, "REAL", saved.parent)
    assert make_fixtures.differences({}) == []
    (fixtures / "stray.html").touch()
    assert make_fixtures.differences({}) == ["not from the generator: stray.html"]


def test_golden_tests_read_them_and_fail_where_the_record_differs(saved: Path) -> None:
    other = saved.with_name("saved-before")
    shutil.copytree(saved, other)
    golden = other / "article.json"
    record = json.loads(golden.read_text(encoding="utf-8")) | {"headline": "Another"}
    golden.write_text(json.dumps(record), encoding="utf-8")
    done = golden_tests(saved)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 3 passed" in done.stdout
    assert "test_record[real/saved-before]" in done.stdout
    assert "{'headline': 'Another'}" in done.stdout


def test_a_missing_record_is_written_and_fails(saved: Path) -> None:
    golden = saved / "article.json"
    expected = golden.read_text(encoding="utf-8")
    golden.unlink()
    done = golden_tests(saved, "--update-golden")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert json.loads(golden.read_text(encoding="utf-8")) == json.loads(expected)
