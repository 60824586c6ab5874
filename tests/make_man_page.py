"""Write docs/carnegie-extract.1, the man page, from what `--help` says and the exit codes of docs/command.md.

python tests/make_man_page.py           write it
python tests/make_man_page.py --check   write nothing; exit 1 when it differs
"""

import re
import sys

from corpus import ROOT
from option_table import Option, Section, paragraphs, sections
from written import main

from carnegie_extract import __version__

FILE = ROOT / "docs" / "carnegie-extract.1"
PAGE = r"""
.\" Written by tests/make_man_page.py.
.TH CARNEGIE-EXTRACT 1 "" "carnegie-extract @VERSION@"
.SH NAME
carnegie\-extract \- read saved pages of the Carnegie Endowment
.SH SYNOPSIS
.B carnegie\-extract
.RI [ OPTIONS ]
.RI [ PAGE ...]
.SH DESCRIPTION
@DESCRIPTION@
.SH OPTIONS
@OPTIONS@
.SH EXIT STATUS
@STATUS@
.SH ENVIRONMENT
.TP
.B NO_COLOR
Messages have no color if this is set, unless \fB\-\-color\fR says otherwise.
.SH EXAMPLES
.EX
@EXAMPLE@
.EE
""".lstrip()


def page() -> str:
    """What the file should hold."""
    _usage, description, *_, end = paragraphs()
    example = re.search("^Example: (.*)$", end, re.M)
    assert example is not None
    return (
        PAGE.replace("@VERSION@", __version__)
        .replace("@DESCRIPTION@", _text(description))
        .replace("@OPTIONS@", "\n".join(map(_section, sections())))
        .replace("@STATUS@", _status())
        .replace("@EXAMPLE@", _escaped(example[1]))
    )


def _section(section: Section) -> str:
    return "\n".join([f".SS {section.title}", *map(_option, section.options)])


def _option(option: Option) -> str:
    names = ", ".join(rf"\fB{_escaped(name)}\fR" for name in option.names)
    value = rf" \fI{option.value}\fR" if option.value else ""
    return f".TP\n{names}{value}\n{_text(option.says)}"


def _status() -> str:
    table = (ROOT / "docs" / "command.md").read_text(encoding="utf-8").partition("| exit code |")[2]
    rows = re.findall(r"^\| (\d[\d, ]*) \| (.*) \|$", table.partition("\n\n")[0], re.M)
    return "\n".join(f".TP\n.B {codes}\n{_text(meaning)}" for codes, meaning in rows)


def _text(said: str) -> str:
    """What the help says, with options in bold and words for values in italics."""
    escaped = re.sub(r"(?<!\w)(\\-\\-[\w\\-]*\w)", r"\\fB\1\\fR", _escaped(said))
    return re.sub(r"\b(FILE|PAGE|PATH|MEMBER|SHELL|SIZE|TIME|N)\b", r"\\fI\1\\fR", escaped)


def _escaped(said: str) -> str:
    """As troff prints it letter by letter."""
    escaped = said.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


FILES = {FILE: page}

if __name__ == "__main__":
    sys.exit(main("Write the man page.", FILES, sys.argv[1:]))
