"""Millions of pages: the extraction as a function for Daft, which spreads it over cores and machines.

docs/scale.md shows how it is used. Needs the extra `scale`.
"""

from __future__ import annotations

import io
import json
import os
from itertools import islice
from typing import TYPE_CHECKING, Any

# Both report their use to their makers, unless that is turned off before they are imported.
os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")

import daft
import pyarrow as pa
from daft.functions import to_struct, unnest

from carnegie_extract.base.errors import Container, ExtractionError, OutOfMemory
from carnegie_extract.batch.display.messages import error_line
from carnegie_extract.batch.options import STDIN, Options
from carnegie_extract.batch.reading.limits import TimeIsUp, in_time, memory_limited
from carnegie_extract.batch.reading.pool import Pool
from carnegie_extract.batch.reading.reader import (
    MEMORY_IS_OUT,
    Failure,
    Outcome,
    Record,
    failure,
    fits_here,
    outcome_here,
    reason_of,
    timed_out,
)
from carnegie_extract.formats import arrow
from carnegie_extract.formats.json_lines import decode
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import MAX_PAGE_SIZE, Member, SavedPage
from carnegie_extract.words.addresses import original
from carnegie_extract.words.carnegie import DOMAINS, is_carnegie_address

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DOMAINS", "extractor", "is_carnegie", "read_warc"]

_LIMITS = Options()
_BATCH = 64
"""Rows that a process is handed at once. They go through shared memory, of which a container may have little."""
_PAGES = ("response", "resource")
_WARC = (
    "WARC-Type",
    "WARC-Record-ID",
    "WARC-Target-URI",
    "WARC-Date",
    "WARC-Identified-Payload-Type",
    "warc_headers",
)
"""What Daft's reader says of a record, beside its content."""
_ERROR = pa.struct([(key, pa.string()) for key in ("source", "error", "message", "url")])
"""An error line, as `--errors` writes it."""


def read_warc(path: str | list[str], extract: Any = None, io_config: Any = None) -> Any:
    """The pages of the Endowment's sites in WARC files, as a data frame with the columns `record` and `error`.

    One of them is null in each row. `path` and `io_config` are those of `daft.read_warc`; `extract` is an
    `extractor`. Records that hold no page give no row.
    """
    extract = extract or extractor()
    records = daft.read_warc(path, file_path_column="path", io_config=io_config)
    wanted = records.where(daft.col("WARC-Type").is_in(_PAGES)).where(
        is_carnegie(daft.col("WARC-Target-URI"))
    )
    headers = to_struct(*map(daft.col, _WARC))
    found = extract(daft.col("warc_content"), daft.col("WARC-Target-URI"), daft.col("path"), headers)
    return (
        wanted.select(found.alias("found"))
        .where(daft.col("found").not_null())
        .select(unnest(daft.col("found")))
    )


def extractor(
    *,
    blocks: bool = False,
    timeout: float = _LIMITS.timeout,
    max_page_size: int = MAX_PAGE_SIZE,
    max_memory: int = _LIMITS.max_memory,
) -> Any:
    """A batch function of Daft that makes records out of pages, with the limits of the command.

    It takes a column of bytes, each a page in any form, and, if they are known, one of addresses, one of names
    for `source`, and one of the headers that `daft.read_warc` reads. It returns a column of
    `{record, error}`: one of the two is null; both are if a WARC record holds no page.
    """
    options = Options(
        blocks=blocks, jobs=1, timeout=timeout, max_page_size=max_page_size, max_memory=max_memory
    )
    result = pa.struct({"record": pa.struct(list(arrow.schema(blocks=blocks))), "error": _ERROR})

    def extract_pages(content: Any, url: Any = None, source: Any = None, warc: Any = None) -> pa.Array:
        columns = [_values(column, len(content)) for column in (content, url, source, warc)]
        found = [_found(options, *values) for values in zip(*columns, strict=True)]
        return pa.array(map(_row, _outcomes(found, options)), result)

    # Reading keeps the interpreter busy, and its limits need a main thread: a process for each core.
    batch = daft.func.batch(
        return_dtype=daft.DataType.from_arrow_type(result), use_process=True, batch_size=_BATCH
    )
    return batch(extract_pages)


def _is_carnegie(urls: Any) -> list[bool]:
    return [url is not None and is_carnegie_address(original(url.strip("<> "))) for url in urls.to_pylist()]


is_carnegie = daft.func.batch(return_dtype=daft.DataType.bool(), use_process=False)(_is_carnegie)
"""Whether the addresses in a column, or those that copies were made of, lead to the Endowment's sites."""


def _values(column: Any, length: int) -> list[Any]:
    """The values of a column; nothing but None for one that was left out."""
    return [None] * length if column is None else list(column.to_pylist())


def _found(
    options: Options, content: bytes | None, url: str | None, source: str | None, warc: dict[str, Any] | None
) -> SavedPage | Failure | None:
    """The page that bytes hold, why they hold none, or None for a WARC record of another kind."""
    content = content or b""
    file = io.BytesIO(content if warc is None else _record(content, warc))
    name = source or url or STDIN
    member = Member(file, name, "", url, limit=options.max_page_size, rewinds=True)
    try:
        with memory_limited(options.max_memory):
            found = in_time(options.timeout, lambda: list(islice(pages(member), 2)))
    except TimeIsUp:
        return timed_out(name, options, url=url)
    except MemoryError:
        return Failure(name, OutOfMemory.kind, MEMORY_IS_OUT, url=url)
    except Exception as error:
        return Failure(name, ExtractionError.kind, reason_of(error), url=url)
    if len(found) > 1:
        return Failure(name, Container.kind, "holds more than one page: read it with the command", url=url)
    if not found:
        return None
    return failure(found[0]) if isinstance(found[0], ExtractionError) else found[0]


def _record(content: bytes, row: dict[str, Any]) -> bytes:
    """A WARC record as it stood in its file, so that it is read like any other."""
    at, number = row["WARC-Date"], row["WARC-Record-ID"]
    fields = json.loads(row["warc_headers"] or "{}") | {
        "WARC-Type": row["WARC-Type"],
        "WARC-Record-ID": number and f"<urn:uuid:{number}>",
        "WARC-Target-URI": row["WARC-Target-URI"],
        "WARC-Date": at and at.isoformat().replace("+00:00", "Z"),
        "WARC-Identified-Payload-Type": row["WARC-Identified-Payload-Type"],
        "Content-Length": len(content),
    }
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return "\r\n".join(["WARC/1.0", *lines, "", ""]).encode() + content + b"\r\n\r\n"


def _outcomes(found: list[SavedPage | Failure | None], options: Options) -> Iterator[Outcome | None]:
    """What pages give, in their order. Those that could end this process are read by another."""
    heavy = {
        number: page
        for number, page in enumerate(found)
        if isinstance(page, SavedPage) and not fits_here(page, options)
    }
    events = Pool(options, _no_wait).run(iter(heavy.values())) if heavy else iter(())
    elsewhere = iter([event for event in events if isinstance(event, Record | Failure)])
    for number, page in enumerate(found):
        if number in heavy:
            yield next(elsewhere)
        else:
            yield outcome_here(page, options) if isinstance(page, SavedPage) else page


def _no_wait() -> None:
    """While others read there is nothing else to do."""


def _row(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    if isinstance(outcome, Failure):
        return {"record": None, "error": decode(error_line(outcome))}
    return {"record": arrow.row(decode(outcome.line)), "error": None}
