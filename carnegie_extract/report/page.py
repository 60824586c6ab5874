"""The report as a file: report.html with its style, its scripts and the data of a run.

The file asks nobody for anything: its policy lets a browser run the one script, and load what stands beside the
file. All that pages say is data to the script, which makes text of it and never markup.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.base.record import PROSE
from carnegie_extract.fields.warnings import WARNINGS, code_of
from carnegie_extract.lines.judgement import BODY, CHROME
from carnegie_extract.page import encoding
from carnegie_extract.report.entry import KEYS, columns, to_script

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.lines.judgement import HeaderRole, Role, TailRole

START = b"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="carnegie-extract report">
"""
"""How each report begins, of any version: by this a later run knows that it may replace it."""
_HEADER: tuple[HeaderRole, ...] = ("headline", "dek", "label", "blog", "byline", "date", "credit")
_AFTER: tuple[TailRole, ...] = ("note", "author", "tags")
_OUT: tuple[Role, ...] = ("notice", "tool", "disclaimer")
ROLES: dict[Role, str] = {
    **dict.fromkeys(_HEADER, "header"),
    **dict.fromkeys(sorted(PROSE), "text"),
    **dict.fromkeys(sorted(BODY - PROSE), "blocks"),
    **dict.fromkeys(_AFTER, "after"),
    **dict.fromkeys((*_OUT, *sorted(CHROME)), "out"),
    "metadata": "header",  # it is a key of the record
    "unread": "unread",
}
"""What became of a line, by its role. article.js has the groups' names and report.css their colors."""


SCRIPTS = ("data.js", "pictures.js", "list.js", "article.js", "start.js")
"""The scripts of the page, in their order: they become one, which the browser runs when all data is there."""


class Summary(NamedTuple):
    """What the report says of the run as a whole."""

    version: str
    made: str
    """When, in UTC."""
    files: int
    failed: dict[str, int]
    skipped: dict[str, int]
    unnamed: int
    """Failures that the list leaves out."""
    without_lines: int
    """Articles from records that were made earlier."""
    folder: str | None = None
    """The folder beside the report that holds the articles, as an address; None where they are in the report."""
    parts: tuple[tuple[str, int], ...] = ()
    """Its files, with the number of the first article in each."""


def page(
    summary: Summary, rows: Iterable[bytes], failures: Iterable[bytes], details: Iterable[bytes]
) -> Iterator[bytes]:
    """The pieces of the file; rows, failures and details are JSON, in the order of the articles."""
    style, script = _file("report.css"), _script()
    beginning, end = _file("report.html").split(b"{{data}}")
    beginning = beginning.replace(b"{{policy}}", _policy(style, script)).replace(b"{{style}}", style)
    assert beginning.startswith(START), "a later run must know it"
    yield beginning
    yield _data("run", [to_script(_run(summary))])
    yield from _list("articles", rows)
    yield from _list("failures", failures)
    for number, detail in enumerate(details):
        yield _data(f"article-{number}", [detail])
    yield end.replace(b"{{script}}", script)


def part(number: int, details: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a file in the folder: a script that hands over some articles, each as a text of JSON."""
    yield b"carnegieReport(%d,[\n" % number
    for detail in details:
        yield to_script(detail.decode()) + b",\n"
    yield b"]);\n"


def _run(summary: Summary) -> dict[str, object]:
    meanings = {code_of(warns): (warns.__doc__ or "").partition("\n")[0] for warns in WARNINGS}
    return {
        **summary._asdict(),
        "columns": columns(),
        "keys": KEYS,
        "roles": ROLES,
        "warnings": encoding.WARNINGS | meanings,
    }


def _list(name: str, items: Iterable[bytes]) -> Iterator[bytes]:
    """A list in a script of its own, piece by piece."""
    yield _opened(name) + b"["
    for number, item in enumerate(items):
        yield (b",\n" if number else b"\n") + item
    yield b"]</script>\n"


def _data(name: str, pieces: Iterable[bytes]) -> bytes:
    return b"".join((_opened(name), *pieces, b"</script>\n"))


def _opened(name: str) -> bytes:
    return f'<script type="application/json" id="{name}">'.encode()


def _script() -> bytes:
    """The scripts as one, whose names no other script sees."""
    return b'"use strict";\n(() => {\n' + b"\n".join(map(_file, SCRIPTS)) + b"})();\n"


def _policy(style: bytes, script: bytes) -> bytes:
    """What a browser may do: run the script, show the style, load scripts from beside the file."""
    rules = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}' 'self' file:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules).encode()


def _digest(text: bytes) -> str:
    return f"sha256-{b64encode(sha256(text).digest()).decode()}"


def _file(name: str) -> bytes:
    return (files("carnegie_extract") / "report" / name).read_bytes().replace(b"\r\n", b"\n")
