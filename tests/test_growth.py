"""Twice the page takes twice the steps, whatever the page is made of; no pattern starts again and again."""

import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import _lru_cache_wrapper, cache
from itertools import chain
from types import FrameType
from typing import Any

import pytest
from corpus import DEEP, EXTRAS
from long_pages import FRAGMENTS, PAGES, PLACES, Generator

import carnegie_extract
from carnegie_extract import ExtractionError, extract

_MOST = 2.1
_SIZE = 100
_LARGER = {
    "bylines": 200,  # few may be anybody's
    # A short body is looked through for pull quotes in another way than a long one.
    "short paragraphs": 600,
    "text: bylines": 400,
    "text: short paragraphs": 600,
    "text: wrapped lines": 600,
}


@cache
def memories() -> tuple[Callable[[], None], ...]:
    """What empties what the package remembers of texts; each of its modules is imported below."""
    modules = [module for name, module in sys.modules.items() if name.startswith("carnegie_extract")]
    values = chain.from_iterable(vars(module).values() for module in modules)
    return tuple(value.cache_clear for value in values if isinstance(value, _lru_cache_wrapper))


def forget() -> None:
    """Empty it all: a page that another test has read takes fewer steps."""
    for clear in memories():
        clear()


def steps(page: bytes) -> int:
    """The calls that reading a page makes, of C too; what C does in one call is for bench/growth.py."""
    forget()
    count = 0

    def step(_frame: FrameType, event: str, _called: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        extract(page)
    except ExtractionError:
        pass
    finally:
        sys.setprofile(before)
    return count


def in_place(number: int, name: str) -> Generator:
    part = FRAGMENTS[name]
    # Each in one place, so that all are quickly through; bench/growth.py has each in all of them.
    put = [PLACES["body"], PLACES["below"]][number % 2]
    return lambda n: put(part(n))


CASES = {name: in_place(number, name) for number, name in enumerate(FRAGMENTS)} | PAGES


@pytest.mark.parametrize("name", CASES)
def test_twice_the_page_takes_twice_the_steps(name: str) -> None:
    generator = CASES[name]
    size = _LARGER.get(name, _SIZE)
    once, twice = steps(generator(size)), steps(generator(2 * size))
    assert twice < once * _MOST


_DEEP = 2000
_SQUARE_NEARLY = 3.2
"""Twice the depth takes twice the time; the square of it takes four times."""
NESTED = (
    *(
        "nested sup with note",
        "nested span around notes",
        "nested span before powers",
        "nested objects in notes",
    ),
    *("nested hidden", "nested hidden, curly", "nested hidden span", "nested aria-hidden"),
    *("nested figure", "nested figure with image", "nested table", "nested table with heading"),
    *("nested prose elements", "streamed parts", "streamed parts in each other"),
)


only_deep = pytest.mark.skipif(
    not DEEP, reason="time counts here, and needs a quiet machine: the deep profile"
)


def seconds(page: bytes) -> float:
    """The processor's time for a page, the least of some runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        with suppress(ExtractionError):
            extract(page)
        times.append(time.process_time() - start)
    return min(times)


@only_deep
@pytest.mark.parametrize("name", NESTED)
def test_the_text_of_elements_in_elements_is_not_read_again_and_again(name: str) -> None:
    """The parser's library reads in one step whatever an element holds, so here time counts."""
    generator = CASES[name] if name in PAGES else lambda n: PLACES["body"](FRAGMENTS[name](n))
    once, twice = seconds(generator(_DEEP)), seconds(generator(2 * _DEEP))
    assert twice < once * _SQUARE_NEARLY


@only_deep
def test_a_note_of_many_lines_is_put_together_once() -> None:
    note = FRAGMENTS["footnotes, lines of one"]
    once, twice = (seconds(PLACES["below"](note(n))) for n in (6000, 12_000))
    assert twice < once * _SQUARE_NEARLY


def patterns() -> Iterator[tuple[str, re.Pattern[Any], str]]:
    """The patterns with their names, and whether they are looked for anywhere in a text."""
    for module in pkgutil.walk_packages(carnegie_extract.__path__, "carnegie_extract."):
        if module.name.endswith("__main__") or module.name in EXTRAS:
            continue
        found = importlib.import_module(module.name)
        source = inspect.getsource(found)
        for name, value in vars(found).items():
            if type(value).__name__ == "pattern":  # one of quick.pattern
                form = re.compile(*value._source)
            elif isinstance(value, re.Pattern):
                form = value
            else:
                continue
            methods = set(re.findall(rf"\b{name}\.(\w+)", source))
            anywhere = methods & {"search", "finditer", "findall", "sub", "split"}
            yield f"{module.name}.{name}", form, "findall" if anywhere or not methods else "match"


PATTERNS = {name: (form, method) for name, form, method in patterns()}
_LENGTH = 4000
_SECONDS = 0.03
"""Hundreds of times what a pattern takes that reads each letter once; the square takes longer."""
_UNITS = [
    *(" ", "\n", "\\", "\ufdd0", "\ufdd2", "|"),
    *"1|a|A|a |1 |9.30 Opening |9:30 a.m. to |9:30 EST |1 May |May 1 |1 a/|1. |- |… |...|, |and ".split("|"),
    *"<meta |<meta charset|<!--|<!-- saved from url=(1)a|charset= |WARC/1.0|Article/|AArticle|x = {".split(
        "|"
    ),
    *'{|} |[|[ a|(|(Photo |word^1 |ended.1|/en/|https://|年 |2020年 1月 |"|; |و |和|(1) |(BUTTON)'.split("|"),
]


def takes_long(form: re.Pattern[Any], method: str, line: str) -> bool:
    """Whether a line takes its square of time, each time that it is read: a process may be held up once."""
    subject = line.encode() if isinstance(form.pattern, bytes) else line
    for _ in range(3):
        start = time.process_time()
        getattr(form, method)(subject)
        form.fullmatch(subject)
        if time.process_time() - start < _SECONDS:
            return False
    return True


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_the_square_of_a_line(name: str) -> None:
    form, method = PATTERNS[name]
    for unit in _UNITS:
        many = unit * (_LENGTH // len(unit))
        lines = (many, f"9:30{many}!", *([f"charset={many}!"] if unit == " " else []))
        assert not any(takes_long(form, method, line) for line in lines), unit
