"""What the rest is written with, made quick to start: a run over one page feels every millisecond.

To a type checker `Any`, `NamedTuple`, `once` and `pattern` are what the standard library has. At run time they do
without `typing`, whose import takes as long as reading the page, without a lock for each value, and without
compiling patterns that the page at hand never asks.
"""

import re
from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from functools import cached_property as once
    from re import compile as pattern
    from typing import Any, NamedTuple
else:
    Any = object

    _ANNOTATE = ("__annotate__", "__annotate_func__")
    _OF_THE_BODY = frozenset(
        ("__annotations__", "__qualname__", "__classcell__", "__classdictcell__", *_ANNOTATE)
    )
    """What a class body holds beside attributes."""
    _VALUE = 1
    """`annotationlib.Format.VALUE`, without `annotationlib`."""

    def _fields(body):
        """The annotations of a class body: evaluated up to Python 3.13, from 3.14 on a function's to tell.

        PEP 749. With `from __future__ import annotations` they stand there in 3.14 too, as strings.
        """
        if "__annotations__" in body:
            return body["__annotations__"]
        annotate = next((body[name] for name in _ANNOTATE if body.get(name) is not None), None)
        return annotate(_VALUE) if annotate is not None else {}

    class _NamedTupleMeta(type):
        """Makes a `collections.namedtuple` of a class with annotated fields."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = _fields(body)
            made = namedtuple(  # noqa: PYI024  # typing is what this does without
                name, fields, defaults=[body[f] for f in fields if f in body], module=body["__module__"]
            )
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in body.items():
                if key not in fields and key not in _OF_THE_BODY:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_NamedTupleMeta):
        """`typing.NamedTuple`, without `typing`."""

    class once:  # noqa: N801  # it stands for the decorator functools.cached_property
        """`functools.cached_property`, without the lock that Python 3.11 takes for each value."""

        def __init__(self, work):
            self._work = work
            self._name = work.__name__

        def __get__(self, instance, _owner=None):
            value = self._work(instance)
            setattr(instance, self._name, value)  # to ask for __dict__ would make one
            return value

    class pattern:  # noqa: N801  # it stands for the function re.compile
        """`re.compile`, put off until one of the pattern's methods is asked for."""

        def __init__(self, source, flags=0):
            self._source = source, flags

        def __getattr__(self, name):
            compiled = re.compile(*self._source)
            for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
                setattr(self, method, getattr(compiled, method))
            return getattr(compiled, name)


__all__ = ["Any", "NamedTuple", "once", "pattern"]
