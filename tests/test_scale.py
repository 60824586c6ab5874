"""The extraction as a function of Daft: on one machine it gives the records of the command."""

import gzip
import shutil
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from containers import PACKED, PAGE, zipped
from corpus import SAVED, Record
from scale_runs import PROGRAMS, crawl, identified, need, of_command, rows, run
from small_pages import legacy

from carnegie_extract import extract
from carnegie_extract.pipeline import read

need("daft", "scale")
scale: Any = import_module("carnegie_extract.scale")
daft: Any = import_module("daft")
ARTICLES, HEADLINES, INDEXED = PROGRAMS
OTHER_SITE = identified(99, PAGE, uri=b"https://example.org/a")


@pytest.fixture
def archives(tmp_path: Path) -> list[Path]:
    """WARC files as three tools write them, and one with records of all kinds."""
    folder = tmp_path / "archives"
    folder.mkdir()
    for name in ("warcio-warc/crawl.warc.gz", "wget-warc/crawl.warc", "wget-warc-gz/crawl.warc.gz"):
        shutil.copy(SAVED / name, folder / name.replace("/", "-"))
    (folder / "all.warc").write_bytes(crawl())
    return sorted(folder.iterdir())


def test_records_and_errors_are_those_of_the_command(archives: list[Path], tmp_path: Path) -> None:
    records, errors = of_command(tmp_path, archives)
    with (tmp_path / "archives" / "all.warc").open("ab") as file:
        file.write(OTHER_SITE)
    run(ARTICLES, tmp_path / "archives", tmp_path / "written")
    assert rows(tmp_path / "written") == (records, errors)
    assert len(records) == 3 * 11 + 5
    assert [error["error"] for error in errors] == ["list-page", "damaged", "damaged", "damaged"]
    said = run(HEADLINES, tmp_path / "written")
    assert "The Quiet Ports Nobody Bothered to Close" in said
    assert said.endswith("[{'kind': 'damaged', 'pages': 3}, {'kind': 'list-page', 'pages': 1}]\n")


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(AssertionError, match="mine is there already"):
        run(ARTICLES, tmp_path, tmp_path / "mine")


def test_an_index_names_the_records_that_are_read(tmp_path: Path) -> None:
    members = [gzip.compress(identified(number)) for number in (1, 2, 3)]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members) + gzip.compress(OTHER_SITE))
    row = {
        "url_host_registered_domain": "carnegieendowment.org",
        "warc_filename": "a.warc.gz",
        "fetch_status": 200,
    }
    index = [
        row | {"warc_record_offset": 0, "warc_record_length": len(members[0])},
        row
        | {"warc_record_offset": len(members[0]), "warc_record_length": len(members[1]), "fetch_status": 404},
        row | {"warc_record_offset": sum(map(len, members[:2])), "warc_record_length": len(members[2])},
        row
        | {"warc_record_offset": 0, "warc_record_length": 10**9, "url_host_registered_domain": "example.org"},
    ]
    table = import_module("pyarrow").Table.from_pylist(
        [each | {"url": "https://carnegieendowment.org/x"} for each in index]
    )
    import_module("pyarrow.parquet").write_table(table, tmp_path / "index.parquet")
    run(INDEXED, tmp_path / "index.parquet", f"{tmp_path}/", tmp_path / "written")
    records, errors = rows(tmp_path / "written")
    expected, _ = of_command(tmp_path, [tmp_path / "a.warc.gz"])
    assert (records, errors) == ([expected[0], expected[2]], [])


def test_nothing_is_reported_to_anybody() -> None:
    program = """
import os
import carnegie_extract.scale
from daft.scarf_telemetry import opted_out
print(opted_out(), os.environ["RAY_USAGE_STATS_ENABLED"])
"""
    assert run(program) == "True 0\n"


def test_what_the_user_says_of_reports_stays() -> None:
    program = "import os, carnegie_extract.scale; print(os.environ['RAY_USAGE_STATS_ENABLED'])"
    assert run(program, RAY_USAGE_STATS_ENABLED="1") == "1\n"


# The function itself, called with values: it then runs at once, in this process.


def extracted(pages: list[bytes | None], urls: list[str | None] | None = None, **options: Any) -> list[Any]:
    columns = [daft.Series.from_pylist(pages).cast(daft.DataType.binary())]
    if urls is not None:
        columns.append(daft.Series.from_pylist(urls))
    return list(scale.extractor(**options)(*columns).to_pylist())


def test_pages_with_their_addresses() -> None:
    url = "https://carnegieendowment.org/2019/05/03/harbor-lights"
    page = legacy().replace("canonical", "x").encode()
    (found,) = extracted([page], [url])
    assert found == {"record": as_row(extract(page, source=url, url=url).record()), "error": None}
    assert found["record"]["url"] == url


def as_row(record: Record) -> Record:
    row: Record = import_module("carnegie_extract.formats.arrow").row(record)
    return row


def test_pages_in_any_form() -> None:
    found = extracted([PACKED["gzip"], PACKED["zstd"], zipped({"a.html": PAGE})])
    assert [row["record"]["headline"] for row in found] == ["The Quiet Ports Nobody Bothered to Close"] * 3


def test_blocks_are_there_for_who_asks() -> None:
    (found,) = extracted([PAGE], blocks=True)
    assert found["record"] == as_row(extract(PAGE).record(blocks=True))


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (None, "empty"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (PACKED["gzip"][:-900], "damaged"),
        (zipped({"a.html": PAGE, "b.html": PAGE}), "container"),
    ],
    ids=["null", "empty", "picture", "cut off", "two pages"],
)
def test_what_is_not_a_page_is_an_error_beside_the_others(page: bytes | None, kind: str) -> None:
    first, wrong, last = extracted([PAGE, page, PAGE], ["a", "b", "c"])
    assert first["record"] is not None
    assert last["record"] is not None
    assert wrong["record"] is None
    assert (wrong["error"]["source"], wrong["error"]["error"]) == ("b", kind)


def test_limits_hold() -> None:
    (found,) = extracted([PAGE], max_page_size=1000)
    assert found["error"]["error"] == "too-large"


def test_a_page_that_takes_too_long_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(page: Any, trace: Any = None) -> Any:
        while b"endless" in page.content:
            time.sleep(1)
        return read(page, trace)

    monkeypatch.setattr("carnegie_extract.batch.reading.reader.read", slow)
    first, wrong, last = extracted([PAGE, PAGE + b"<!-- endless -->", PAGE], ["a", "b", "c"], timeout=0.5)
    assert [row["record"]["source"] for row in (first, last)] == ["a", "c"]
    assert (wrong["error"]["source"], wrong["error"]["error"]) == ("b", "timeout")


def test_addresses_of_the_endowment() -> None:
    urls = [
        "https://carnegieendowment.org/a",
        "<http://www.carnegie.ru/a>",
        "https://web.archive.org/web/20200101000000/https://carnegie-mec.org/a",
        "https://example.org/?carnegieendowment.org",
        "metadata://gnu.org/software/wget/warc/MANIFEST.txt",
        "no address",
        None,
    ]
    assert scale.is_carnegie(daft.Series.from_pylist(urls)) == [True, True, True, False, False, False, False]
