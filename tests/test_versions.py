"""What differs between versions of Python, and between installations."""

import bz2
import sys
import tomllib
from importlib import import_module
from types import new_class
from typing import Any

import pytest
import zstandard
from containers import error, only, read, record_of, warc
from corpus import FIXTURES, ROOT

from carnegie_extract.base import quick

brotli: Any = import_module("brotli")  # it has no types
PAGE = (FIXTURES / "site-2026" / "commentary-en" / "page.html").read_bytes()
HEADLINE = "The Quiet Ports Nobody Bothered to Close"


# Named tuples.


def made(body: dict[str, object]) -> Any:
    """The class that a class statement with this body makes."""

    def fill(namespace: dict[str, object]) -> None:
        namespace.update({"__module__": __name__, "__qualname__": "Point", **body})

    return new_class("Point", (quick.NamedTuple,), {}, fill)


def length(self: Any) -> int:
    return int(abs(self.x) + abs(self.y))


def annotate(format_: int, /) -> dict[str, object]:
    """As Python 3.14 compiles it: of all formats it knows the values alone."""
    if format_ != 1:
        raise NotImplementedError
    return {"x": int, "y": int}


BODIES: dict[str, dict[str, object]] = {
    "3.13": {"__annotations__": {"x": int, "y": int}},
    "3.14": {"__annotate_func__": annotate, "__classdictcell__": object()},
    "3.14, another name": {"__annotate__": annotate},
    "3.14, a base without fields": {"__annotate__": None, "__annotate_func__": annotate},
    "3.14, from __future__ import annotations": {"__annotations__": {"x": "int", "y": "int"}},
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_class_bodies_of_every_version_make_named_tuples(body: dict[str, object]) -> None:
    point = made({**body, "y": 2, "length": length, "__firstlineno__": 1, "__static_attributes__": ()})
    assert point._fields == ("x", "y")
    assert point(1) == (1, 2)
    assert point(3, y=-4).length() == 7
    assert set(point.__annotations__) == {"x", "y"}
    assert repr(point(1)) == "Point(x=1, y=2)"
    assert "__annotate_func__" not in vars(point)
    assert "__classdictcell__" not in vars(point)


def test_a_class_without_fields_is_one() -> None:
    assert made({})._fields == ()


def test_this_version_fills_class_bodies_as_one_of_these_does() -> None:
    class Point(quick.NamedTuple):
        x: int
        y: int = 2

    assert Point._fields == ("x", "y")
    assert Point(1) == (1, 2)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((), {"y": 1}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1}), ((1, 2, 3), {"y": 1})],
    ids=str,
)
def test_wrong_values_are_type_errors(values: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Point"):
        made({**BODIES["3.13"], "y": 2})(*values, **named)


def test_the_tested_versions_are_the_promised_ones() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [each.rpartition(" ")[2] for each in project["classifiers"] if "Python :: 3." in each]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in promised
    assert all(version in script for version in promised), "let .ci/run test what the project promises"


# Values that are worked out once.


def test_a_value_is_worked_out_when_it_is_asked_for_and_once() -> None:
    class Counted:
        asked = 0

        @quick.once
        def value(self) -> int:
            """How often it was asked for."""
            self.asked += 1
            return self.asked

    counted, other = Counted(), Counted()
    assert counted.asked == 0
    assert (counted.value, counted.value) == (1, 1)
    assert other.value == 1


# Libraries of the forms that an installation lacks.

PACKED = {
    "zstandard": zstandard.ZstdCompressor().compress(PAGE),
    "brotli": brotli.compress(PAGE),
    "warcio": warc(),
}


@pytest.mark.parametrize("module", PACKED)
def test_a_missing_library_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (found,) = read(PACKED[module], "page.html.br")
    assert error(found) == "needs-library"
    assert f"the library {module}, which this installation lacks" in str(found)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "koi8-r"])
@pytest.mark.parametrize("name", ["page.html", "page", "page.gz"])
def test_without_brotli_text_in_any_encoding_is_text(
    codec: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    page = PAGE.decode().encode(codec, "xmlcharrefreplace")
    assert record_of(only(page, name))["headline"] == HEADLINE


def test_a_page_in_utf_16_is_not_brotli_under_any_name() -> None:
    assert record_of(only(PAGE.decode().encode("utf-16"), "page.br"))["headline"] == HEADLINE


def test_without_brotli_binaries_are_refused_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert only(b"\x89PNG\r\n\x1a\n" + bytes(100), "dot.br").content.startswith(b"\x89PNG")
    assert only(bz2.compress(PAGE), "page.br").content == PAGE
