"""The package as a library: what goes in, what comes out, what it says of itself."""

import copy
import inspect
import io
import pickle
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest
from corpus import FIXTURES, SAVED, cases
from test_command import ENVIRONMENT

import carnegie_extract
from carnegie_extract import (
    Article,
    Author,
    Block,
    Damaged,
    ExtractionError,
    Image,
    Link,
    Marker,
    Note,
    extract,
    extract_file,
)
from carnegie_extract.base import errors, record
from carnegie_extract.forms import FORMS, form_of
from carnegie_extract.forms.member import HEAD

PATH = FIXTURES / "site-2026" / "commentary-en" / "page.html"
PAGE = PATH.read_bytes()
PARTS = (Article, Author, Block, Image, Link, Marker, Note)
FUNCTIONS: tuple[Callable[..., object], ...] = (extract, extract_file)


# What goes in.


@pytest.mark.parametrize("given", [PAGE.decode(), "page.html", PATH, io.BytesIO(PAGE), None])
def test_what_is_not_bytes_is_refused_with_the_way_to_go(given: object) -> None:
    with pytest.raises(TypeError, match=r"extract takes the bytes of a page, not .*extract_file") as caught:
        extract(given)  # type: ignore[arg-type]
    assert type(given).__name__ in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["source", "url", "saved_at", "charset"])
@pytest.mark.parametrize("given", [PATH, 5, b"x", datetime(2026, 4, 23, tzinfo=UTC)], ids=type)
def test_an_argument_of_another_type_is_named_with_the_type_wanted(name: str, given: object) -> None:
    wanted = "a str" if name == "source" else "a str or None"
    with pytest.raises(TypeError) as caught:
        extract(PAGE, **{name: given})  # type: ignore[arg-type]
    assert str(caught.value).startswith(f"{name} must be {wanted}")
    assert str(caught.value).endswith(f"not {type(given).__name__}")


@pytest.mark.parametrize("given", ["64M", 1e6, None, True])
def test_a_size_that_is_not_a_number_is_named_with_the_type_wanted(given: object) -> None:
    with pytest.raises(TypeError, match=f"max_page_size must be an int, .*not {type(given).__name__}"):
        extract_file(PATH, max_page_size=given)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_bytes_of_other_types_are_read(kind: type) -> None:
    assert extract(kind(PAGE)) == extract(PAGE)


def containers() -> Iterator[Path]:
    """One file of each form."""
    seen = set()
    for path in sorted(SAVED.glob("*/*")):
        form = form_of(path.read_bytes()[:HEAD], "")
        if form is not None and form not in seen:
            seen.add(form)
            yield path


@pytest.mark.parametrize("path", list(containers()), ids=lambda path: path.parent.name)
def test_containers_are_refused_by_name(path: Path) -> None:
    content = path.read_bytes()
    form = form_of(content[:HEAD], "")
    assert form is not None
    with pytest.raises(errors.Container, match="extract_file") as caught:
        extract(content, source=path.name)
    assert caught.value.kind == "container"
    assert str(caught.value).startswith(f"{path.name}: {form.name}")


def test_each_form_has_a_name_of_its_own() -> None:
    names = [form.name for form in FORMS]
    assert len(set(names)) == len(names)


# Files.


@pytest.mark.parametrize("path", [PATH, str(PATH)], ids=["Path", "str"])
def test_a_file_gives_the_article_of_its_bytes(path: Path | str) -> None:
    assert list(extract_file(path)) == [extract(PAGE, source=str(PATH))]


def test_an_archive_gives_articles_one_by_one() -> None:
    found = extract_file(SAVED / "tar-gz" / "pages.tgz")
    first = next(found)
    assert isinstance(first, Article)
    assert first.source.startswith(f"{SAVED / 'tar-gz' / 'pages.tgz'}#")
    assert all(isinstance(each, Article) for each in found)


def test_errors_are_given_and_not_raised(tmp_path: Path) -> None:
    (missing,) = extract_file(tmp_path / "missing.html")
    (folder,) = extract_file(tmp_path)
    empty = tmp_path / "empty.html"
    empty.touch()
    (nothing,) = extract_file(empty)
    assert [type(each) for each in (missing, folder, nothing)] == [
        errors.UnreadableFile,
        errors.UnreadableFile,
        errors.EmptyInput,
    ]
    assert str(missing) == f"{tmp_path / 'missing.html'}: no such file"


def test_a_page_may_have_as_many_bytes_as_the_caller_says() -> None:
    (refused,) = extract_file(PATH, max_page_size=1000)
    assert isinstance(refused, errors.TooLarge)


@pytest.mark.parametrize("path", [PAGE, 3, None])
def test_what_is_not_a_path_is_refused_at_once(path: object) -> None:
    with pytest.raises(TypeError, match="extract_file takes the path of a file, not"):
        extract_file(path)  # type: ignore[arg-type]


def test_a_hyphen_is_standard_input() -> None:
    program = (
        "from carnegie_extract import extract_file\n"
        "for each in extract_file('-'): print(each.source, each.date)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=PAGE, capture_output=True, check=True, env=ENVIRONMENT
    )
    assert done.stdout.decode() == "- 2026-04-23\n"


# What comes out.


def parts(whole: Article) -> list[Author | Block | Image | Link | Marker | Note]:
    image = [whole.image] if whole.image is not None else []
    markers = [marker for block in whole.blocks for marker in block.markers]
    links = [link for block in whole.blocks for link in block.links]
    return [*whole.authors, *image, *whole.notes, *whole.blocks, *markers, *links]


ARTICLES = tuple(extract(case.page, source=case.id) for case in cases())


def test_parts_give_themselves_as_they_stand_in_the_record() -> None:
    for whole in ARTICLES:
        record = whole.record(blocks=True)
        assert record["authors"] == [author.record() for author in whole.authors]
        assert record["image"] == (whole.image.record() if whole.image else None)
        assert record["notes"] == [note.record() for note in whole.notes]
        assert record["blocks"] == [block.record() for block in whole.blocks]
    made = {type(part) for whole in ARTICLES for part in parts(whole)}
    assert made == set(PARTS) - {Article}, "the fixtures have parts of every kind"


def test_records_hold_nothing_but_what_json_knows() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(each) for key, each in value.items())
        if type(value) is list:
            return all(map(plain, value))
        return value is None or type(value) in (str, int, float, bool)

    for whole in ARTICLES:
        assert plain(whole.record(blocks=True))
        assert all(plain(part.record()) for part in parts(whole))


def test_a_record_that_is_changed_leaves_the_article_as_it_is() -> None:
    def spoil(value: object) -> None:
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for part in list(parts):
            spoil(part)
        if isinstance(value, dict | list):
            value.clear()

    for whole in ARTICLES:
        before = copy.deepcopy(whole)
        spoil(whole.record(blocks=True))
        assert whole == before


def test_an_article_prints_on_a_short_line() -> None:
    for whole in ARTICLES:
        for text in (repr(whole), str(whole), f"{whole}"):
            assert whole.headline in text or repr(whole.headline) in text
            assert "\n" not in text
            assert len(text) < len(whole.headline) + 120
    assert repr(extract(PAGE, source="page.html")) == (
        "<Article 'The Quiet Ports Nobody Bothered to Close', 2026-04-23, site-2026, from page.html>"
    )


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_articles_and_their_parts_pickle(protocol: int) -> None:
    for whole in ARTICLES:
        again = pickle.loads(pickle.dumps(whole, protocol))
        assert again == whole
        assert type(again) is Article
        assert all(map(isinstance, parts(again), map(type, parts(whole))))


def test_articles_copy() -> None:
    for whole in ARTICLES:
        assert copy.copy(whole) == copy.deepcopy(whole) == whole


def every_error() -> Iterator[type[ExtractionError]]:
    kinds = [ExtractionError]
    while kinds:
        kind = kinds.pop()
        yield kind
        kinds += kind.__subclasses__()


@pytest.mark.parametrize("kind", list(every_error()), ids=lambda kind: kind.__name__)
def test_errors_name_their_source_wherever_they_go(kind: type[ExtractionError]) -> None:
    error = kind("it is cut off")
    error.source = "pages.zip#a.html"
    for again in (error, copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(again) is kind
        assert str(again) == "pages.zip#a.html: it is cut off"
        assert repr(again) == f"{kind.__name__}('it is cut off', 'pages.zip#a.html')"
        assert (again.reason, again.source, again.kind) == (error.reason, error.source, kind.kind)


def test_what_was_read_right_before_damage_stays_in_doubt() -> None:
    damage = Damaged("it is cut off")
    damage.tainted = True
    assert pickle.loads(pickle.dumps(damage)).tainted


def test_articles_and_errors_come_from_other_processes() -> None:
    files = [str(PATH), str(FIXTURES / "_rejected" / "bot-challenge" / "incapsula.html")]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        page, refused = (found for each in pool.map(read_all, files) for found in each)
    assert page == next(extract_file(files[0]))
    assert isinstance(refused, errors.BotChallenge)
    assert str(refused) == str(next(extract_file(files[1])))


def read_all(path: str) -> list[Article | ExtractionError]:
    return list(extract_file(path))


# What it says of itself.


def public() -> Iterator[tuple[str, object]]:
    """Every public class and function, and the methods and properties of its own that a class has."""
    for name in carnegie_extract.__all__:
        thing = getattr(carnegie_extract, name)
        yield name, thing
        if isinstance(thing, type):
            for key, value in vars(thing).items():
                function = value.fget if isinstance(value, property) else value
                if inspect.isfunction(function) and function.__module__.startswith("carnegie_extract"):
                    yield f"{name}.{key}", function


@pytest.mark.parametrize(
    ("name", "thing"), list(public()), ids=lambda each: each if isinstance(each, str) else ""
)
def test_type_hints_can_be_resolved(name: str, thing: object) -> None:
    hints = typing.get_type_hints(thing)
    if inspect.isfunction(thing):
        signature = inspect.signature(thing)
        wanted = {each for each in signature.parameters if each not in ("self", "_cls")} | {"return"}
        assert wanted <= set(hints) | ({"return"} if name.endswith("__new__") else set())
    elif thing in PARTS:
        assert list(hints) == list(thing._fields)


def test_signatures_show_the_types_of_fields() -> None:
    assert str(inspect.signature(Note)) in ("(id: 'str', text: 'str')", "(id: str, text: str)")


def test_every_part_of_an_article_is_public() -> None:
    classes = {each for each in vars(record).values() if isinstance(each, type) and issubclass(each, tuple)}
    classes = {each for each in classes if getattr(each, "_fields", ())}
    assert classes == set(PARTS) - {Article}
    assert {each.__name__ for each in classes} <= set(carnegie_extract.__all__)


def test_a_prompt_offers_all_that_is_public() -> None:
    assert set(carnegie_extract.__all__) <= set(dir(carnegie_extract))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_functions_are_imported_when_they_are_asked_for(function: Callable[..., object]) -> None:
    program = (
        "import sys, carnegie_extract\n"
        f"print({function.__module__!r} in sys.modules)\n"
        f"carnegie_extract.{function.__name__}\n"
        f"print({function.__module__!r} in sys.modules, 'typing' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{program}"],
        capture_output=True,
        check=True,
        env=ENVIRONMENT,
    )
    assert done.stdout.decode().split() == ["False", "True", "False"]


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        carnegie_extract.nothing  # noqa: B018
