"""What docs/recipes shows is what happens: each recipe is run, with the tools that it names."""

import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from corpus import ROOT
from test_readme import pattern, printed, steps
from warm import PACKAGES

FOLDER = ROOT / "docs" / "recipes"
INDEX = (FOLDER / "README.md").read_text(encoding="utf-8")
"""How the folder of the examples and the records are made, and the list of recipes."""
RECIPES = sorted(path.name for path in FOLDER.glob("*.md") if path.name != "README.md")
MOST_LINES = 60
"""A recipe is a page that is seen at a glance."""
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
PROGRAM = re.compile(r'^```python\n(""".*: python (\w+\.py)"""\n.*?)^```$', re.M | re.S)
EXTRA = "pip install '.[recipes]'"
TOOLS = {
    "jq": "",
    "wget": "",
    "pandoc": "",
    "duckdb": EXTRA,
    "sqlite-utils": EXTRA,
    "datasette": EXTRA,
}
"""What recipes need beside the extra `dev`, and how to get it if it comes as a package of Python."""
SERVER = "localhost:8000"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the recipes are written for sh")


def commands(text: str) -> list[tuple[str, str]]:
    """Each command of a page, with what the page says it prints."""
    return [step for block in BLOCK.findall(text) for step in steps(block)]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A PATH on which `carnegie-extract` is the package under test, and `python` and its tools are this Python's.

    Bytecode stays where it is: libraries come with theirs, and some are large.
    """
    folder = tmp_path_factory.mktemp("bin")
    for name, arguments in (("carnegie-extract", "-m carnegie_extract"), ("python", "")):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    path = os.pathsep.join((str(folder), sysconfig.get_path("scripts"), os.environ["PATH"]))
    return {**os.environ, "COLUMNS": "80", "PYTHONPATH": PACKAGES, "PATH": path, "no_proxy": "localhost"}


@pytest.fixture(scope="session")
def examples(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the examples, as the index makes it, with the records that recipes begin with."""
    folder = tmp_path_factory.mktemp("recipes")
    pages, made = BLOCK.findall(INDEX)
    lines = [command.replace("/tmp/recipes", str(folder)) for command, _ in steps(pages)]
    assert printed("\n".join(["set -e", *lines]), ROOT, environment) == ""
    check("README.md", steps(made), folder, environment)
    return folder


@pytest.fixture
def address(examples: Path) -> Iterator[str]:
    """Where the pages of the examples are served."""
    handler = partial(Silent, directory=examples / "saved")
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield f"localhost:{server.server_port}"
        server.shutdown()


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder as `python -m http.server` does, but does not say so."""

    def log_message(self, *_: object) -> None:
        pass


def missing(command: str, path: str) -> list[str]:
    """The tools that a command starts and that are not here."""
    started = {part.split()[0] for part in command.split("|")}
    return [tool for tool in TOOLS if tool in started and not shutil.which(tool, path=path)]


def check(
    page: str,
    commands: list[tuple[str, str]],
    folder: Path,
    environment: dict[str, str],
    address: str = SERVER,
) -> None:
    """Run each command of a page, until one needs a tool that is not here."""
    for command, shown in commands:
        for tool in missing(command, environment["PATH"]):
            pytest.skip(f"{tool} is not installed: {TOOLS[tool] or 'the recipe is not run from there on'}")
        said = printed(command.replace(SERVER, address), folder, environment)
        assert pattern(shown).fullmatch(said), (
            f"docs/recipes/{page} shows for `{command}`:\n{shown}\nbut:\n{said}"
        )


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe(
    recipe: str, examples: Path, environment: dict[str, str], address: str, tmp_path: Path
) -> None:
    folder = tmp_path / "recipes"
    shutil.copytree(examples, folder)
    text = (FOLDER / recipe).read_text(encoding="utf-8")
    for program, name in PROGRAM.findall(text):
        (folder / name).write_text(program, encoding="utf-8")
    check(recipe, commands(text), folder, environment, address)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_is_short_and_says_first_what_it_is_for(recipe: str) -> None:
    lines = (FOLDER / recipe).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert lines[2].startswith("You want ")
    assert "](README.md#set-up)" in "".join(lines)


def test_the_list_of_recipes_names_each_of_them() -> None:
    assert sorted(re.findall(r"^\| \[.*\]\((.*?)\) \|", INDEX, re.M)) == RECIPES
