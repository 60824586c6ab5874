"""What the rest is written with, made quick to start: a run over one page feels every millisecond.

To a type checker these names are what the standard library has. At run time they do without `typing`, whose import
takes as long as reading the page, without the copy of `datetime` in Python that Python 3.11 reads first, without a lock
for each value, and without compiling patterns that the page at hand never asks.
"""

import re

IGNORE_CASE = re.IGNORECASE
"""For `pattern`."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from functools import cached_property as once
    from re import compile as pattern
    from typing import Any, NamedTuple
else:
    from _collections import _tuplegetter
    from _datetime import date

    Any = object

    _ANNOTATE = ("__annotate__", "__annotate_func__")
    _TOLD = frozenset((*_ANNOTATE, "__classdictcell__"))
    """What a class body holds for the sake of its annotations."""
    _VALUE = 1
    """`annotationlib.Format.VALUE`, without `annotationlib`."""

    def _annotations(body):
        """The annotations of a class body: evaluated up to Python 3.13, from 3.14 on a function's to tell.

        PEP 749. With `from __future__ import annotations` they stand there in 3.14 too, as strings.
        """
        if "__annotations__" in body:
            return body["__annotations__"]
        annotate = next((body[name] for name in _ANNOTATE if body.get(name) is not None), None)
        return annotate(_VALUE) if annotate is not None else {}

    def _constructor(name, fields, defaults):
        """The `__new__` of a named tuple: what its body says is at hand in a closure, which is quick to ask."""
        length, new, known = len(fields), tuple.__new__, frozenset(fields)
        ends = tuple(defaults.values())
        rest = {length - at: ends[len(ends) - at :] for at in range(1, len(ends) + 1)}

        def __new__(cls, *values, **named):  # noqa: N807  # it becomes a method
            if len(values) == length and not named:
                return new(cls, values)
            if not named and len(values) in rest:
                return new(cls, values + rest[len(values)])
            return new(cls, complete(values, named))

        def complete(values, named):
            """The values of all fields; TypeError for one that is missing, unknown or given twice."""
            left = fields[len(values) :]
            if not named.keys() <= known or not named.keys().isdisjoint(fields[: len(values)]):
                wrong = next(field for field in named if field not in left)
                raise TypeError(f"{name} has no field {wrong!r}, or was given its value twice")
            try:
                values += tuple(map((defaults | named).__getitem__, left))
            except KeyError as missing:
                raise TypeError(f"{name} needs a value for {missing}") from None
            if len(values) > length:
                raise TypeError(f"{name} has {length} fields and was given more values")
            return values

        return __new__

    class _NamedTupleMeta(type):
        """Turns the annotated names of a class body into fields: no code is compiled, as `typing` does."""

        def __new__(cls, name, bases, body):
            annotations = _annotations(body)
            if annotations:
                fields = tuple(annotations)
                body = {key: value for key, value in body.items() if key not in _TOLD}
                body["__annotations__"] = annotations
                defaults = {field: body[field] for field in fields if field in body}
                body["_field_defaults"] = defaults
                body["_fields"] = body["__match_args__"] = fields
                body["__new__"] = _constructor(name, fields, defaults)
                body |= {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            return super().__new__(cls, name, bases, {"__slots__": (), **body})

        @property
        def __signature__(cls):
            """What `help` and `inspect.signature` show."""
            from inspect import Parameter, Signature  # noqa: PLC0415  # asked for by a person

            return Signature([
                Parameter(field, Parameter.POSITIONAL_OR_KEYWORD, annotation=annotation,
                          default=cls._field_defaults.get(field, Parameter.empty))
                for field, annotation in cls.__annotations__.items()
            ])  # fmt: skip

    class NamedTuple(tuple, metaclass=_NamedTupleMeta):
        """`typing.NamedTuple`, without `typing`."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012  # nobody changes it

        _make = classmethod(tuple.__new__)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named):
            return type(self)(**self._asdict() | named)

        __replace__ = _replace

        def __repr__(self):
            fields = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self):
            return tuple(self)

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


__all__ = ["IGNORE_CASE", "Any", "NamedTuple", "date", "once", "pattern"]
