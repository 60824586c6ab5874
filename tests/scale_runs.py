"""Runs of the programs of docs/scale.md, and what they wrote: for the tests of `carnegie_extract.scale`."""

import json
import re
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from containers import PACKED, PAGE, warc
from corpus import REJECTED, ROOT, Record
from test_command import COMMAND, ENVIRONMENT

PROGRAMS = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.M | re.S
)
_HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
_MOST_SECONDS = 300
_OPT_OUT = ("DO_NOT_TRACK", "SCARF_NO_ANALYTICS", "DAFT_ANALYTICS_ENABLED", "RAY_USAGE_STATS_ENABLED")
QUIET = {
    **{name: value for name, value in ENVIRONMENT.items() if name not in _OPT_OUT},
    "DAFT_PROGRESS_BAR": "0",
}
"""Nobody but the package itself says that nothing is to be reported."""


def need(library: str, extra: str) -> None:
    """Skip the module that asks where a library of an extra is not installed. It is not imported: see `scale`."""
    if find_spec(library) is None:
        pytest.skip(f"{library} is not installed: pip install '.[{extra}]'", allow_module_level=True)


def run(program: str, *arguments: str | Path, **environment: str) -> str:
    """What a program prints; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=False,
        timeout=_MOST_SECONDS,
        env={**QUIET, **environment},
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def rows(folder: Path) -> tuple[list[Record], list[Record]]:
    """The records and the errors in a folder of Parquet files, by their sources, as the command prints them."""
    parquet: Any = import_module("pyarrow.parquet")
    read = [row for path in sorted(folder.glob("*.parquet")) for row in parquet.read_table(path).to_pylist()]
    records = [row["record"] for row in read if row["record"] is not None]
    for record in records:
        record["metadata"] = record["metadata"] and json.loads(record["metadata"])
    return by_source(records), by_source([row["error"] for row in read if row["error"] is not None])


def by_source(lines: list[Record]) -> list[Record]:
    """Workers give no order."""
    return sorted(lines, key=lambda line: str(line["source"]))


def of_command(folder: Path, paths: list[Path]) -> tuple[list[Record], list[Record]]:
    """What the command makes of the same files."""
    errors = folder / "errors.jsonl"
    flags = ["--quiet", "--errors", str(errors), "--errors-all"]
    done = subprocess.run(
        [*COMMAND, *flags, *paths], capture_output=True, check=False, env=ENVIRONMENT, timeout=60
    )
    printed, written = done.stdout.splitlines(), errors.read_bytes().splitlines()
    return by_source([*map(json.loads, printed)]), by_source([*map(json.loads, written)])


def identified(number: int, *arguments: bytes, **said: Any) -> bytes:
    """A WARC record with such an id as crawlers give."""
    short, long = b"<urn:uuid:%d>" % number, b"<urn:uuid:00000000-0000-4000-8000-%012d>" % number
    return warc(*arguments, number=number, **said).replace(short, long, 1)


def crawl() -> bytes:
    """Records of all kinds: pages, pages that are refused, what is no page."""
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PACKED["gzip"]), PACKED["gzip"])
    refused = (REJECTED / "list-page" / "research-en.html").read_bytes()
    packed = _HTML + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    return b"".join(
        [
            identified(1, b"software: x\r\n", kind=b"warcinfo", http=None),
            identified(2, b"GET / HTTP/1.1\r\n\r\n", kind=b"request", http=None),
            identified(3, http=_HTML),
            identified(4, chunked, http=packed, uri=b"<https://carnegieendowment.org/a b>"),
            identified(5, PAGE, kind=b"resource", http=None, more=b"Content-Type: text/html\r\n"),
            identified(6, PAGE.decode().encode("cp1251", "xmlcharrefreplace"), http=_HTML.replace(b"utf-8", b"cp1251")),
            identified(7, refused, http=_HTML),
            identified(8, http=_HTML, more=b"WARC-Truncated: length\r\n"),
            identified(9, PAGE[:900], http=_HTML + b"Content-Length: 9000\r\n"),
            identified(10, http=b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
            identified(11, b"\x89PNG", http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
            identified(12, b"", http=None),
            identified(13, uri=b"https://web.archive.org/web/20260301020304id_/https://carnegieendowment.org/posts/x"),
        ]
    )  # fmt: skip
