r"""File names as text, losslessly: bytes that are not UTF-8 become `\xNN`.

A name that has such letters of its own has its backslash written as `\x5c`, so that no two names look alike.
"""

import os
import re

from carnegie_extract.base.quick import pattern

_ESCAPE = pattern(r"\\x([0-9a-f]{2})")


def source_name(path: str) -> str:
    """`path`, as the system gives it, as UTF-8 can write it; an empty one as the shell writes it."""
    if not path:
        return "''"
    if path.isascii() and "\\x" not in path:
        return path
    return os.fsencode(_ESCAPE.sub(r"\\x5cx\1", path)).decode("utf-8", "backslashreplace")


def path_of(source: str) -> str:
    """The path that `source_name` wrote as `source`."""
    if "\\x" not in source:
        return source
    plain = re.split(rb"\\x([0-9a-f]{2})", os.fsencode(source))
    plain[1::2] = (bytes.fromhex(code.decode()) for code in plain[1::2])
    return os.fsdecode(b"".join(plain))


def printable(text: str) -> str:
    r"""`text` on one line, control characters and their like escaped as `\n` or `\x1b`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
