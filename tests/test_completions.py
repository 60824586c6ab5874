"""What shells offer when the key for completion is pressed: in bash, zsh and fish themselves, where they are."""

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import make_completions
import pytest
import written
from option_table import FREE, VALUES, options, typed
from test_command import run
from typer.main import get_command

from carnegie_extract.batch.convert import Exit
from carnegie_extract.parser import SHELLS

in_each_shell = pytest.mark.parametrize(
    "shell",
    [
        pytest.param(shell, marks=pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not here"))
        for shell in SHELLS
    ],
)
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="these shells are not there")


def script(shell: str) -> Path:
    return make_completions.FOLDER / f"carnegie-extract.{shell}"


def unique(words: Iterable[str]) -> dict[str, str]:
    """The fewest letters that tell a word from all others, for each word that has such."""
    there = list(words)
    starts = {word: [word[:length] for length in range(1, len(word))] for word in there}
    found = {}
    for word in there:
        for start in starts[word]:
            if [other for other in there if other.startswith(start)] == [word]:
                found[start] = word
                break
    return found


def becomes(shell: str, lines: dict[str, str], folder: Path) -> None:
    """Each line becomes the other when the key is pressed."""
    from shells import completed  # noqa: PLC0415  # there are no terminals of this kind on Windows

    home = folder / "here"
    home.mkdir(exist_ok=True)
    (home / "my page.html").touch()
    assert dict(zip(lines, completed(shell, script(shell), list(lines), home), strict=True)) == lines


# The table


def test_the_help_tells_of_every_option_that_there_is() -> None:
    params = [each for each in get_command(typed()).params if each.param_type_name == "option"]
    there = {(tuple(sorted(each.opts, key=len)), not getattr(each, "is_flag", False)) for each in params}
    told = {(option.names, option.value is not None) for option in options()}
    assert told - {(("-h", "--help"), False)} == there


def test_every_value_is_completed_or_known_to_be_free() -> None:
    assert {option.value for option in options()} - {None} == {*VALUES, *FREE, "FILE"}


@pytest.mark.parametrize("file", make_completions.SCRIPTS, ids=lambda file: file.name)
def test_scripts_are_current(file: Path) -> None:
    assert written.differing({file: make_completions.SCRIPTS[file]}) == [], (
        "Run: python tests/make_completions.py"
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_shows_its_scripts(shell: str) -> None:
    done = run("--completion", shell)
    assert (done.returncode, done.stderr) == (Exit.OK, b"")
    assert done.stdout == script(shell).read_bytes()


def test_other_shells_have_none() -> None:
    done = run("--completion", "tcsh")
    assert b"must be bash, zsh or fish" in done.stderr
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")


# In the shells


@not_on_windows
@in_each_shell
def test_options_are_completed(shell: str, tmp_path: Path) -> None:
    names = unique(option.name for option in options())
    assert len(names) > len(options()) - 3
    becomes(shell, names, tmp_path)


@not_on_windows
@in_each_shell
def test_values_are_completed(shell: str, tmp_path: Path) -> None:
    lines = {
        f"{option.name}{sign}{start}": f"{option.name}{sign}{word}"
        for option in options()
        for start, word in unique(VALUES.get(option.value or "", ())).items()
        for sign in (" ", "=")
    }
    becomes(shell, lines, tmp_path)


@not_on_windows
@in_each_shell
def test_fields_are_completed_after_commas(shell: str, tmp_path: Path) -> None:
    lines = {
        "--fields date,head": "--fields date,headline",
        "--fields=date,headline,au": "--fields=date,headline,authors",
        "--fields blocks,blog,body,b": "--fields blocks,blog,body,byline",  # the others with b are there already
    }
    becomes(shell, lines, tmp_path)


@not_on_windows
@in_each_shell
def test_files_are_completed(shell: str, tmp_path: Path) -> None:
    before = ["", "-q ", "-o ", "--output ", "--output=", "--errors ", "--files-from ", "--null -- "]
    becomes(shell, {f"{line}m": f"{line}my page.html" for line in before}, tmp_path)


@not_on_windows
@in_each_shell
def test_numbers_and_patterns_are_not_files(shell: str, tmp_path: Path) -> None:
    free = [option.name for option in options() if option.value in FREE]
    becomes(shell, {f"{name} m": f"{name} m" for name in free}, tmp_path)


@not_on_windows
@in_each_shell
def test_what_follows_two_dashes_is_not_an_option(shell: str, tmp_path: Path) -> None:
    becomes(shell, {"-- --form": "-- --form"}, tmp_path)


def test_a_check_writes_nothing_and_fails_where_a_file_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {tmp_path / "a": lambda: "new"}
    (tmp_path / "a").write_text("old", encoding="utf-8")
    assert written.main("", files, ["--check"]) == 1
    assert "a differs" in capsys.readouterr().err
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert written.main("", files, []) == written.main("", files, ["--check"]) == 0
