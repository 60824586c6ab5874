"""Command lines that make no sense: each says why, below the same two lines."""

from pathlib import Path

import pytest
from targets import usage
from test_command import PAGE
from warm import run

from carnegie_extract.batch.convert import Exit


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("--blokcs", "unknown option '--blokcs': did you mean --blocks?"),
        ("--form=csv", "unknown option '--form': did you mean --format?"),
        ("--show-completion", "unknown option '--show-completion': did you mean --completion?"),
        ("-version", "unknown option '-version': did you mean --version?"),
        ("-help", "unknown option '-help': did you mean --help?"),
        ("-x", "unknown option '-x': --help lists all options"),
    ],
)
def test_a_mistyped_option_is_reported_with_the_one_that_was_meant(typed: str, says: str) -> None:
    assert usage(typed, PAGE) == says


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--jobs"], "--jobs needs a value: --jobs N"),
        (["-j"], "--jobs needs a value: --jobs N"),
        (["-qo"], "--output needs a value: --output FILE"),
        (["--timeout"], "--timeout needs a value: --timeout TIME"),
        (["--include"], "--include needs a value: --include GLOB"),
        (["--pretty=yes"], "--pretty takes no value"),
        (["--jobs", "0"], "--jobs must be a whole number from 1 to 1000"),
        (["-j0"], "--jobs must be a whole number from 1 to 1000"),
        (["--color", "green"], "--color must be auto, always or never"),
        (["--completion", "tcsh"], "--completion must be bash, zsh or fish"),
        (["--json"], "--json needs --explain (records are JSON unless --format says otherwise)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_option_is_named_by_its_long_name(arguments: list[str], says: str) -> None:
    assert usage(PAGE, *arguments) == says


@pytest.mark.parametrize("alone", [["--schema"], ["--completion", "zsh"]], ids=" ".join)
@pytest.mark.parametrize(
    ("others", "named"),
    [
        ([str(PAGE)], "a PAGE"),
        (["--format", "csv"], "--format"),
        (["-q"], "--quiet"),
        (["--report", "report.html"], "--report"),
        (["--explain"], "--explain"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_is_shown_alone_is_combined_with_nothing(
    tmp_path: Path, alone: list[str], others: list[str], named: str
) -> None:
    assert usage(*alone, *others, cwd=tmp_path) == f"{alone[0]} cannot be combined with {named}"
    assert usage(*others, *alone, cwd=tmp_path) == f"{alone[0]} cannot be combined with {named}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("alone", [["--schema"], ["--completion", "zsh"]], ids=" ".join)
def test_what_is_shown_alone_does_not_read_what_is_piped(alone: list[str]) -> None:
    done = run(*alone, stdin=PAGE.read_bytes())
    assert (done.returncode, done.stderr) == (Exit.OK, b"")
    assert done.stdout == run(*alone).stdout != b""


@pytest.mark.parametrize("option", ["--report", "--output", "--errors", "--fields", "--resume", "--jobs"])
def test_an_explanation_writes_no_files(option: str, tmp_path: Path) -> None:
    value = {"--resume": [], "--jobs": ["2"]}.get(option, ["report.html"])
    says = f"--explain cannot be combined with {option}"
    assert usage("--explain", PAGE, option, *value, cwd=tmp_path) == says
    assert list(tmp_path.iterdir()) == []


def test_the_errors_need_a_file() -> None:
    says = "--errors needs a file name, since records go to standard output"
    assert usage(PAGE, "--errors", "-") == says
    for name in ("errors.jsonl.gz", "errors.ZST"):
        says = "--errors does not compress its file: use a name without .gz or .zst"
        assert usage(PAGE, "--errors", name) == says


@pytest.mark.parametrize("time", ["30", "30s", "0.5", "2m", "1h"])
def test_a_time_has_a_unit_or_none(time: str) -> None:
    assert run("--timeout", time, PAGE).returncode == Exit.OK
