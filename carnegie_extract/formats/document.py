"""Articles in, a document out: what the options of the command and the arguments in Python mean for each format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from carnegie_extract.base.english import joined
from carnegie_extract.base.errors import ExtractionError, NeedsLibrary
from carnegie_extract.fields import Article, keys
from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.table import FORMATS, named, unknown


class SeveralArticles(ValueError):
    """A format whose documents hold one article was given a second one."""


def document(
    articles: Iterable[Article | Record],
    name: str,
    fields: tuple[str, ...] | None,
    *,
    blocks: bool = False,
    pretty: bool = False,
    width: int | None = None,
) -> Iterator[bytes]:
    """The articles in the format `name`, piece by piece. Raises what `formats.encode` says."""
    chosen = named(name)
    check_library(chosen)
    if (refusal := refused(chosen, fields, blocks=blocks, pretty=pretty)) is not None:
        raise ValueError(" ".join(refusal))
    style = Style(keys_of(fields, blocks=blocks), pretty, width)
    with_blocks = chosen.is_prose or "blocks" in style.keys
    return chosen.encode(_given(_records(articles, blocks=with_blocks), chosen, style), style)


def refused(
    chosen: Format, fields: tuple[str, ...] | None, *, blocks: bool, pretty: bool
) -> tuple[str, str] | None:
    """An option that makes no sense for a format, or with another one, and why; None where all do."""
    data = joined((each.name for each in FORMATS if each.is_data), "or")
    if fields is not None and not chosen.is_data:
        return "fields", f"needs a format that keeps the fields of the record: {data}"
    if blocks and not (chosen.is_data or chosen.is_prose):
        return "blocks", f"needs a format that keeps the fields of the record: {data}"
    if blocks and fields is not None:
        return "blocks", "cannot be combined with a list of fields: add blocks to that list"
    if pretty and not chosen.may_indent:
        return "pretty", f"needs JSON: {joined((each.name for each in FORMATS if each.may_indent), 'or')}"
    return None


def holds_one(chosen: Format) -> str:
    """The message for several articles in a format whose documents hold one."""
    return f"a {chosen.name.capitalize()} file holds one article"


def check_library(chosen: Format) -> None:
    """Raises NeedsLibrary where the installation lacks what a format is written with."""
    if chosen.library is not None and find_spec(chosen.library) is None:
        install = f"pip install {chosen.library} (with pipx: pipx inject carnegie-extract {chosen.library})"
        raise NeedsLibrary(f"{chosen.name} needs the library {chosen.library}: {install}")


def keys_of(fields: tuple[str, ...] | None, *, blocks: bool = False) -> tuple[str, ...]:
    """The keys that are written, each once. Raises ValueError for a field that no record has."""
    if fields is None:
        return keys(blocks=blocks)
    there = keys(blocks=True)
    for field in fields:
        if field not in there:
            raise ValueError(unknown("field", field, there, f"the fields are {joined(there, 'and')}"))
    return tuple(dict.fromkeys(fields))


def _records(articles: Iterable[Article | Record], *, blocks: bool) -> Iterator[Record]:
    for article in articles:
        if isinstance(article, ExtractionError):
            raise article
        if not isinstance(article, Article | dict):
            raise TypeError(f"must be an article or its record, not {type(article).__name__}")
        yield article.record(blocks=blocks) if isinstance(article, Article) else article


def _given(records: Iterable[Record], chosen: Format, style: Style) -> Iterator[Record]:
    """The records with the keys that are written. Raises SeveralArticles."""
    for number, record in enumerate(records):
        if number and chosen.is_single:
            raise SeveralArticles(holds_one(chosen))
        yield {key: record.get(key) for key in style.keys} if chosen.is_data else record
