"""The man page says what `--help` says, and the programs that show such pages take it as it is."""

import re
import shutil
import subprocess

import make_man_page
import pytest
import written
from option_table import options

from carnegie_extract.parser import HELP

PAGE = make_man_page.FILE


def without(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not here")


def said(*command: str) -> str:
    """What a program says of the page, on both streams."""
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "1000"}
    done = subprocess.run(
        [*command, str(PAGE)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        env=environment,
    )
    return done.stdout


def test_it_is_current() -> None:
    assert written.differing(make_man_page.FILES) == [], "Run: python tests/make_man_page.py"


def test_every_exit_code_is_reported() -> None:
    status = make_man_page.page().partition(".SH EXIT STATUS")[2].partition(".SH")[0]
    assert re.findall(r"^\.B (.*)$", status, re.M) == ["0", "1", "2", "130, 143"]


@without("mandoc")
def test_mandoc_only_reports_that_it_has_no_date() -> None:
    complaints = said("mandoc", "-T", "lint", "-W", "warning").splitlines()
    assert [line for line in complaints if "missing date" not in line] == []


@without("groff")
def test_groff_warns_of_nothing() -> None:
    assert said("groff", "-man", "-ww", "-z") == ""


@without("man")
def test_man_shows_every_option_as_the_help_tells_it() -> None:
    shown = " ".join(re.sub(".\b", "", said("man", "-l")).split())
    for option in options():
        value = f" {option.value}" if option.value else ""
        assert f"{', '.join(option.names)}{value} {option.says}" in shown
    assert " ".join(HELP.split("\n\n")[1].split()) in shown


@without("lexgrog")
def test_it_can_be_searched_for() -> None:
    assert said("lexgrog").endswith('"carnegie-extract - read saved pages of the Carnegie Endowment"\n')
