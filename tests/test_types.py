"""Programs that use the package are checked by its types: it says so (`py.typed`), and they are complete."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import typed_program
from corpus import SAVED
from test_command import ENVIRONMENT, PAGE

PROGRAM = Path(typed_program.__file__)


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed")
def test_a_program_is_checked_as_strictly_as_mypy_can(tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path)
    options = ["--strict", "--config-file", os.devnull, "--cache-dir", str(tmp_path / "cache")]
    command = [sys.executable, "-m", "mypy", *options, PROGRAM.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=600)
    assert done.stdout == "Success: no issues found in 1 source file\n"


def test_the_program_does_what_its_types_say() -> None:
    command = [sys.executable, str(PROGRAM), str(PAGE), str(SAVED / "tar-gz" / "pages.tgz")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=ENVIRONMENT)
    lines = done.stdout.splitlines()
    assert lines[:2] == ["Olwen Farrar", "\ufeffdate,headline"]
    assert "2026-04-23,The Quiet Ports Nobody Bothered to Close" in lines
