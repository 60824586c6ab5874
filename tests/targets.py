"""What targets hold, and what the command says where it will not write: for the tests of targets."""

import gzip
import os
from pathlib import Path

import zstandard
from test_command import PAGE
from warm import run

from carnegie_extract.batch.convert import Exit

NOTES = b"my notes\n"
FAILURE = b'{"source":"gone.html","error":"unreadable-file","message":"no such file"}\n'
RECORD = run(PAGE).stdout
INDENTED = run("--pretty", PAGE).stdout
WITH_BLOCKS = run("--blocks", PAGE).stdout
USAGE = ["Usage: carnegie-extract [OPTIONS] [PAGE...]", "Try 'carnegie-extract --help' for help.", ""]
"""What is said before the reason of wrong usage."""
FOREIGN_JSON = b'{"source":"a","url":null,"title":"of another program"}'


def named(value: str | bytes) -> str:
    """A name for a test."""
    return value if isinstance(value, str) else f"{value[:24]!r}-{len(value)}"


def packed(name: str, content: bytes) -> bytes:
    """As the ending of a name asks for it."""
    if name.removesuffix(".part").endswith(".gz"):
        return gzip.compress(content, mtime=0)
    if name.removesuffix(".part").endswith(".zst"):
        return zstandard.ZstdCompressor().compress(content)
    return content


def content_of(folder: Path) -> dict[str, bytes]:
    """Each name below a folder, and what stands there."""
    return {
        str(path.relative_to(folder)): os.fsencode(os.readlink(path))
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def usage(*arguments: str | Path, cwd: Path | None = None) -> str:
    """What the command says of a command line that makes no sense."""
    done = run(*arguments, cwd=cwd)
    *head, says = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout, head) == (Exit.USAGE, b"", USAGE)
    return says.removeprefix("Error: ")


def must_refuse(folder: Path, *arguments: str | Path, says: str, stdin: bytes = b"") -> None:
    """It ends as wrong usage, with one line, and nothing below `folder` is another than before."""
    before = content_of(folder)
    done = run(*arguments, stdin=stdin)
    assert done.stderr.decode() == f"carnegie-extract: {says}\n"
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert content_of(folder) == before


def not_ours(path: Path, option: str = "--output") -> str:
    lines = {"--output": "records", "--errors": "error lines"}[option]
    return f"{path}: not a file of {lines}, so {option} will not replace it (use --force to replace it)"


def unfinished(part: Path, ways: str = "use --resume to continue it or --force to start over") -> str:
    return f"{part}: left by an unfinished run ({ways})"


def not_continued(part: Path, reason: str = "not a file of records") -> str:
    return f"{part}: {reason}, so --resume cannot continue it"
