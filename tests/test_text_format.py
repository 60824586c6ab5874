"""Text for eyes: wrapped to the terminal, unwrapped in a pipe, and free of what steers a terminal."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import all_sent
from test_command import COMMAND, ENVIRONMENT, OTHER, PAGE
from test_markdown import RECORD, block
from warm import run

from carnegie_extract.formats import encode
from carnegie_extract.formats.text import wrapped

if sys.platform != "win32":
    import pty

WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "P"]), min_size=1, max_size=12), max_size=12
)


def text_of(*blocks: dict[str, Any], width: int | None = None, **said: object) -> str:
    record = {**RECORD, "byline": "Ann Lee", "blocks": list(blocks), **said}
    return b"".join(encode([record], "text", width=width)).decode()


def on_terminal(columns: int, *arguments: str | Path) -> str:
    """What a terminal is sent."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=theirs,
        stderr=theirs,
        env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": str(columns)},
    )
    os.close(theirs)
    sent = all_sent(ours)
    process.wait(60)
    return sent.decode().replace("\r\n", "\n")


def test_an_article_has_its_parts_in_order() -> None:
    notes = [{"id": "1", "text": "See there."}, {"id": "2", "text": "Or here."}]
    assert text_of(
        block("paragraph", "A text.", markers=[{"id": "1", "at": 7}]),
        block("heading", "A part", level=2),
        block("list-item", "One"),
        block("list-item", "Two"),
        block("quotation", "Said."),
        block("pull-quote", "A text."),
        block("figure", "A chart", url=None),
        block("table", "", rows=[["Port", "Fee"], ["Quay", "$1"]]),
        dek="A dek.",
        notes=notes,
    ) == (
        "Harbor Lights\nA dek.\n\nAnn Lee\n2026-04-23\n\nA text.[1]\n\nA part\n\n- One\n- Two\n\n    Said.\n\n"
        "[Figure] A chart\n\nPort | Fee\nQuay | $1\n\n[1] See there.\n[2] Or here.\n"
    )


def test_articles_are_divided() -> None:
    one, other = (run("--format", "text", page).stdout for page in (PAGE, OTHER))
    assert run("--format", "text", PAGE, OTHER).stdout == one + b"\n* * *\n\n" + other


def test_a_pipe_gets_a_line_for_each_paragraph() -> None:
    record = next(iter(encode([{**RECORD, "body": ["A text. " * 50]}], "text"))).decode()
    assert record.endswith(f"\n\n{('A text. ' * 50).strip()}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize("columns", [40, 100])
def test_a_terminal_gets_lines_that_fit(columns: int) -> None:
    lines = on_terminal(columns, "--format", "text", PAGE).splitlines()
    assert columns * 0.8 < max(map(len, lines)) <= columns
    piped = run("--format", "text", PAGE).stdout.decode()
    assert " ".join("\n".join(lines).split()) == " ".join(piped.split())


@given(WORDS, st.integers(20, 60), st.sampled_from(["", "- ", "    "]))
def test_wrapping_loses_nothing_and_keeps_to_the_width(words: list[str], width: int, opened: str) -> None:
    text = " ".join(words)
    lines = wrapped(opened, text, width).split("\n")
    assert all(line.startswith(" " * len(opened)) for line in lines[1:])
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", opened + text)
    ascii_lines = [line for line in lines if line.isascii()]
    assert all(len(line) <= width for line in ascii_lines)


def test_a_word_that_is_longer_than_a_line_stays_whole() -> None:
    assert wrapped("", f"see {'x' * 50} there", 30) == f"see\n{'x' * 50}\nthere"


def test_chinese_is_wrapped_between_letters_that_are_two_columns_wide() -> None:
    lines = wrapped("", "每一部跨界河流的条约里都有一个数字，而几乎每一个这样的数字都是错的。", 20).split(
        "\n"
    )
    assert lines == ["每一部跨界河流的条约", "里都有一个数字，而几", "乎每一个这样的数字都", "是错的。"]


@pytest.mark.parametrize("text", ["\x1b[31mred", "\x9b31mred", "a\x07b", "a\rb"])
def test_nothing_steers_the_terminal(text: str) -> None:
    shown = text_of(block("paragraph", text), headline=text, notes=[{"id": text, "text": text}])
    assert all(each.isprintable() or each == "\n" for each in shown)
