"""What README and docs show is what happens: every console block and every program is run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import ROOT
from test_command import ENVIRONMENT

RUN_ELSEWHERE = ("scale.md",)
"""This needs libraries of its own: test_scale.py runs it, and test_recipes.py what is in docs/recipes."""
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = "".join(page.read_text(encoding="utf-8") for page in PAGES if page.name not in RUN_ELSEWHERE)
BLOCKS = re.findall(r"^```console\n(.*?)^```$", SHOWN, re.M | re.S)
PYTHON = re.findall(r"^```python\n(.*?)^```$", SHOWN, re.M | re.S)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the blocks are written for sh")


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A PATH on which `carnegie-extract` is the package under test and `python` this Python."""
    folder = tmp_path_factory.mktemp("bin")
    for name, arguments in (("carnegie-extract", "-m carnegie_extract"), ("python", "")):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return {**ENVIRONMENT, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def steps(block: str) -> list[tuple[str, str]]:
    """Each command of a block, with what the README says it prints."""
    pairs = re.findall(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", block, re.M)
    assert pairs, f"A console block needs a line that starts with '$ ': {block}"
    return [(command, output) for command, output in pairs]


def pattern(shown: str) -> re.Pattern[str]:
    """`shown` with "..." standing for anything."""
    return re.compile(".*".join(map(re.escape, shown.split("..."))), re.S)


def printed(command: str, folder: Path, environment: dict[str, str]) -> str:
    """What a command prints, on either stream."""
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    ).stdout


def test_there_are_examples() -> None:
    assert len(BLOCKS) >= 2
    assert PYTHON


def test_the_readme_shows_a_page_and_its_record_at_once_and_is_read_in_a_minute() -> None:
    lines = PAGES[0].read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 90
    assert any("page.html" in line for line in lines[:10])
    assert any('"headline"' in line for line in lines[:20])


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0][2:60])
def test_console_block(block: str, environment: dict[str, str], tmp_path: Path) -> None:
    for command, shown in steps(block):
        said = printed(command.replace("/tmp/", f"{tmp_path}/"), ROOT, environment)
        said = said.replace(f"{tmp_path}/", "/tmp/")
        assert pattern(shown).fullmatch(said), f"README or docs show for `{command}`:\n{shown}\nbut:\n{said}"


@pytest.mark.parametrize("block", PYTHON, ids=lambda block: block.splitlines()[0][:60])
def test_python_block(block: str, environment: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(block, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    shown = "".join(f"{line}\n" for line in re.findall(r"# prints (.*)$", block, re.M))
    assert (done.stderr, done.stdout) == ("", shown)
