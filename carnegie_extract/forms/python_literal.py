"""What Python prints of a page: `b'...'`, as `str(response.content)` gives it, and values that hold such."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

from carnegie_extract.forms.member import Found, Member
from carnegie_extract.forms.values import read_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def read_python_literal(member: Member) -> Iterator[Found]:
    """The pages in literals of Python: bytes, strings, and the lists and dictionaries that hold them."""
    return read_values(member, values_in, "Python literal")


def values_in(text: bytes) -> list[Any]:
    """The value that a text spells. Raises ValueError where it spells none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an escape that Python does not know
            return [ast.literal_eval(text.decode().strip())]
    except (MemoryError, RecursionError) as error:
        raise ValueError("it nests too deeply or is too large") from error
    except (SyntaxError, TypeError, ValueError) as error:
        raise ValueError("it is not what Python prints") from error
