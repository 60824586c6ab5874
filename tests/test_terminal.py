"""What people see: messages in color, a bar on a terminal and nowhere else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from processes import all_sent
from small_pages import legacy
from test_command import CHALLENGE, COMMAND, ENVIRONMENT, PAGE, hear_interrupts
from warm import run

from carnegie_extract.batch.display import progress

if sys.platform != "win32":
    import pty

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")

ESCAPE = "\x1b["
DRAWN_AT_ONCE = """
from carnegie_extract.batch.display import progress
progress._PATIENCE = 0
progress._REDRAWN = 0.02
"""
COLOR = re.compile(r"\x1b\[[\d;]*m")


def seen(*arguments: str | Path, program: str = "", **environment: str) -> str:
    """What a terminal of 100 columns is sent on standard error."""
    command = [sys.executable, "-c", f"{program}from carnegie_extract.command import run\nrun()"]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*(command if program else COMMAND), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "100", "NO_COLOR": "", **environment},
        preexec_fn=hear_interrupts,  # noqa: PLW1509  # there are no threads
    )
    os.close(theirs)
    sent = all_sent(ours)
    process.wait(60)
    return sent.decode()


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """A long list, of which most is missing: its bar is seen only where it is drawn at once."""
    path = tmp_path / "names"
    path.write_text(f"{PAGE}\n{CHALLENGE}\n" * 20 + "missing.html\n" * 2360, encoding="utf-8")
    return path


def test_a_bar_shows_pages_rate_failures_and_time_left(tmp_path: Path) -> None:
    names, page = tmp_path / "names", tmp_path / "page.html"
    page.write_text(legacy(), encoding="utf-8")
    names.write_text(f"{page}\n{CHALLENGE}\n" * 1200, encoding="utf-8")
    patient = DRAWN_AT_ONCE.replace("_PATIENCE = 0", "_PATIENCE = 0.1")
    shown = COLOR.sub("", seen("--files-from", names, program=patient))
    assert re.search(r"━─*  [\d,]+ of 2,400  [\d,]+ failed  \d+:\d\d left  [\d,]+/s", shown), shown[-3000:]
    assert "\x1b[?25h" in shown.rpartition("\x1b[?25l")[2], "the cursor is there again"
    assert "\n1,200 articles, 0 skipped, 1,200 failed (1,200 bot-challenge); " in shown


def test_failures_stand_above_the_bar_each_on_its_line(tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.write_text(f"{PAGE}\n{CHALLENGE}\n" * 50, encoding="utf-8")
    shown = COLOR.sub("", seen("--files-from", names, "-v", program=DRAWN_AT_ONCE))
    assert "━" in shown
    lines = re.findall(r"carnegie-extract: \S+\.html: a bot filter's challenge[^\r\n]*\r\n", shown)
    assert len(lines) == 50


def test_a_short_run_has_no_bar() -> None:
    patient = DRAWN_AT_ONCE.replace("_PATIENCE = 0", "_PATIENCE = 60")
    assert "\x1b[?25l" not in seen(*[PAGE] * 20, program=patient)
    assert 0 < progress._PATIENCE <= 1


def test_no_bar_on_a_dumb_terminal(names: Path) -> None:
    shown = seen("--files-from", names, program=DRAWN_AT_ONCE, TERM="dumb")
    assert "━" not in shown
    assert "\x1b" not in shown


def test_the_bar_stays_when_messages_are_few(names: Path) -> None:
    shown = COLOR.sub("", seen("--files-from", names, "--quiet", program=DRAWN_AT_ONCE))
    assert " of 2,400  " in shown
    assert " articles, " not in shown


@pytest.mark.parametrize("columns", [20, 40, 60, 200])
def test_the_bar_fits_a_narrow_terminal(names: Path, columns: int) -> None:
    arguments = ("--files-from", names, "-q", "--errors", "/dev/null")
    shown = COLOR.sub("", seen(*arguments, program=DRAWN_AT_ONCE, COLUMNS=str(columns)))
    pictures = [picture for picture in re.split(r"\x1b\[[?\w]*|[\r\n]", shown) if " of 2,400" in picture]
    assert pictures
    assert max(map(len, pictures)) <= columns
    assert columns < 40 or any("failed" in picture for picture in pictures)


def test_a_terminal_without_a_page_shows_usage() -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        COMMAND, stdin=theirs, capture_output=True, check=False, timeout=60, env=ENVIRONMENT
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Usage: carnegie-extract [OPTIONS] [PAGE...]\n")
    assert done.stderr.endswith(b"no PAGE given: name a file, a folder, or - for standard input\n")


def test_no_bar_without_a_terminal(names: Path) -> None:
    for arguments in ([], ["--color", "always"]):
        done = run("--files-from", names, *arguments, program=DRAWN_AT_ONCE)
        assert "━" not in done.stderr.decode()


def test_no_bar_for_a_few_pages() -> None:
    assert seen(PAGE, PAGE) == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, True),
        (["--color", "never"], {}, False),
        ([], {"NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"TERM": "dumb"}, False),
    ],
)
def test_color_on_a_terminal(arguments: list[str], environment: dict[str, str], colored: bool) -> None:
    shown = seen("missing.html", *arguments, **environment)
    assert (ESCAPE in shown) is colored
    assert COLOR.sub("", shown) == "carnegie-extract: missing.html: no such file\r\n"


def test_color_elsewhere() -> None:
    assert ESCAPE not in run("missing.html").stderr.decode()
    assert ESCAPE in run("missing.html", "--color", "always").stderr.decode()


def test_no_color_holds_for_the_bar(names: Path) -> None:
    for arguments, environment in (([], {"NO_COLOR": "1"}), (["--color", "never"], {})):
        shown = seen("--files-from", names, *arguments, program=DRAWN_AT_ONCE, **environment)
        assert "\x1b[?25l" in shown
        assert not re.search(r"\x1b\[[\d;]*3\d", shown)
