"""Why a file cannot be opened: what the system says, in our words."""

from __future__ import annotations

import os

from carnegie_extract.words.carnegie import is_carnegie_address

WORDS = frozenset(("completion", "explain", "help", "schema", "version"))
"""What other commands take as words, and this one as options."""


def os_reason(error: OSError, path: str = "") -> str:
    """What the system says of `path`, in our words."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return _missing(path)
        case IsADirectoryError():
            return "is a folder"
        case PermissionError():
            return "permission denied"
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def _missing(path: str) -> str:
    """Why there is no file at `path`: people name pages by their addresses, too."""
    if not path:
        return "the name is empty; is a shell variable unset?"
    if os.path.islink(path):
        return "a broken link"
    if path.lower().startswith("file:"):
        from urllib.parse import unquote, urlsplit

        return f"is the address of a file; give its path instead: {unquote(urlsplit(path).path)}"
    is_own = is_carnegie_address(f"https://{path}") and not os.path.exists(path.partition("/")[0])
    if is_own or "://" in path or path.startswith("www."):
        return "is a web address; save the page and name the saved file"
    return f"no such file; did you mean --{path}?" if path in WORDS else "no such file"
