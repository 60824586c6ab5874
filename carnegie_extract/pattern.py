"""Regular expressions that are compiled when they are first asked: most pages ask few of them.

To compile all of them took a fifth of a one-page run.
"""

import re
from typing import Any, cast, overload


class _Lazy:
    """Stands for a compiled pattern until one of its methods is asked for."""

    def __init__(self, source: Any, flags: int) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


@overload
def pattern(source: str, flags: int = 0) -> re.Pattern[str]: ...
@overload
def pattern(source: bytes, flags: int = 0) -> re.Pattern[bytes]: ...
def pattern(source: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """`re.compile`, put off until the pattern is used."""
    return cast("re.Pattern[Any]", _Lazy(source, flags))
