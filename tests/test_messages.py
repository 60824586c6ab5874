"""Failures, what is skipped, and the sum of it all: on standard error, and in the file of errors."""

import bz2
import json
import os
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest
from corpus import REJECTED
from test_command import CHALLENGE, OTHER, PAGE, records, start
from warm import run

from carnegie_extract.batch.convert import Exit

LIST = min((REJECTED / "list-page").glob("*-en.html"))
PREFIX = "carnegie-extract: "


def said(*arguments: str | Path, stdin: bytes = b"") -> list[str]:
    return run(*arguments, stdin=stdin).stderr.decode().splitlines()


def lines_of(path: Path) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.fixture
def junk(tmp_path: Path) -> Path:
    """A folder of 300 files that are no pages, 12 bot challenges and a page."""
    folder = tmp_path / "junk"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"Note {number}\n", encoding="utf-8")
    for number in range(12):
        shutil.copy(CHALLENGE, folder / f"{number:03}.html")
    shutil.copy(PAGE, folder / "page.html")
    return folder


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """An archive of an article, a list of articles, and an entry that cannot be unpacked."""
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(PAGE, "page.html")
        archive.write(LIST, "list.html")
        archive.writestr("locked.html", "words that are damaged below")
    path.write_bytes(path.read_bytes().replace(b"words that are damaged", b"words that were damaged"[:22]))
    return path


def test_ten_failures_of_a_kind_are_listed_and_the_rest_counted(junk: Path) -> None:
    done = run(junk)
    lines = done.stderr.decode().splitlines()
    assert sum(".txt: " in line for line in lines) == 10
    assert sum(".html: " in line for line in lines) == 10
    assert sorted(lines[-3:-1]) == [
        f"{PREFIX}... and 2 more: bot-challenge",
        f"{PREFIX}... and 290 more: not-html",
    ]
    assert lines[-1].startswith("1 article, 0 skipped, 312 failed (300 not-html, 12 bot-challenge); ")
    assert (len(records(done.stdout)), done.returncode) == (1, Exit.FAILED)


def test_verbose_lists_them_all(junk: Path) -> None:
    lines = said("-v", junk)
    assert len(lines) == 313
    assert not any("more:" in line for line in lines)


def test_with_a_file_of_errors_they_are_listed_there_alone(junk: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    done = run(junk, "--errors", errors)
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("1 article, 0 skipped, 312 failed ")
    assert (len(lines_of(errors)), done.returncode) == (312, Exit.FAILED)
    assert said("-q", junk, "--errors", errors) == []


def test_pages_named_on_the_command_line_are_always_reported(junk: Path, tmp_path: Path) -> None:
    named = sorted(junk.glob("*.txt"))[:15]
    for arguments in ([], ["--errors", str(tmp_path / "errors.jsonl")]):
        lines = said("-q", *named, *arguments)
        assert [line.removeprefix(PREFIX).partition(": ")[0] for line in lines] == [
            str(path) for path in named
        ]
    lines = said("-q", CHALLENGE, junk, "--errors", tmp_path / "errors.jsonl")
    assert [line.removeprefix(PREFIX).partition(": ")[0] for line in lines] == [str(CHALLENGE)]


def test_the_rest_is_counted_when_a_run_stops_too(junk: Path, tmp_path: Path) -> None:
    (junk / "000.html").unlink()
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no full device here")
    output = tmp_path / "out.jsonl"
    output.symlink_to(full)
    lines = said("-q", junk, "-o", output)
    assert any(line == f"{PREFIX}... and 290 more: not-html" for line in lines)
    assert lines[-1] == f"{PREFIX}{output}: no space left on device"


def test_the_summary_is_not_an_error(junk: Path) -> None:
    (summary,) = said("--include", "page.html", junk)
    assert re.fullmatch(r"1 article, 0 skipped, 0 failed; \d+\.\d s, [\d,]+ pages?/s", summary)


def test_the_summary_counts_what_a_folder_holds_beside_pages(tmp_path: Path) -> None:
    shutil.copy(PAGE, tmp_path)
    for name in ("a.pdf", "b.css", "inner/c.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (summary,) = said(tmp_path)
    assert summary.startswith("1 article, 0 skipped, 0 failed, 3 other files left out; ")
    for option in ("--include", "--exclude"):  # then it is the user who leaves them out
        glob = "*.html" if option == "--include" else "*.pdf"
        assert "left out" not in said(option, glob, tmp_path)[-1]


def test_the_summary_ends_with_the_files_that_were_written(tmp_path: Path) -> None:
    output, errors, report = (tmp_path / name for name in ("a.csv", "e.jsonl", "r.html"))
    files: list[str | Path] = ["-o", output, "--errors", errors, "--report", report]
    for arguments, written in (
        (files[:2], f"{output}"),
        (files[:4], f"{output} and {errors}"),
        (files, f"{output}, {errors} and {report}"),
        (files[2:], f"{errors} and {report}"),
    ):
        *_, summary = said(PAGE, *arguments, "--force")
        assert re.fullmatch(
            r"1 article, 0 skipped, 0 failed; \d+\.\d s, .* pages?/s; written to (.*)", summary
        )
        assert summary.endswith(f"; written to {written}")


@pytest.mark.parametrize(("first", "ends"), [([], Exit.OK), (["gone.html"], Exit.FAILED)])
def test_without_a_reader_the_place_of_failures_is_mentioned(
    tmp_path: Path, first: list[str], ends: Exit
) -> None:
    errors = tmp_path / "errors.jsonl"
    with start(*first, *[PAGE] * 100, "-q", "--errors", errors) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read().decode().splitlines()[len(first) :]
        assert process.wait(60) == ends
    says = f"{PREFIX}failures so far: {errors}.part (to start over, add --force)"
    assert told == ([says] if first else [])


def test_a_report_on_a_few_pages_is_named_too(tmp_path: Path) -> None:
    report = tmp_path / "run.html"
    assert said(PAGE, "--report", report)[-1].endswith(f"; written to {report}")


def test_the_summary_names_no_file_that_was_not_written(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    run(PAGE, "-o", output)
    for arguments in ([CHALLENGE], [CHALLENGE, PAGE, "--fail-fast"]):
        lines = said(*arguments, "-o", output)
        assert not any("written to" in line for line in lines)
    *_, summary = said(PAGE.parent, "--include", "*.html")
    assert "written to" not in summary


def test_an_empty_folder_is_a_failure_and_no_page(tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    (tmp_path / "notes.doc").touch()
    told, summary = said(tmp_path)
    assert told == f"{PREFIX}{tmp_path}: no web pages or archives found in this folder"
    assert re.fullmatch(
        r"0 articles, 0 skipped, 1 failed \(1 empty-folder\), 1 other file left out; .* s", summary
    )
    run(tmp_path, "--errors", errors)
    assert [line["error"] for line in lines_of(errors)] == ["empty-folder"]


@pytest.mark.parametrize("form", ["jsonl", "mbox", "zip"])
def test_a_file_of_pages_without_an_article_says_which_failure_it_is(form: str, tmp_path: Path) -> None:
    path = tmp_path / "pages" / f"pages.{form}"
    path.parent.mkdir()
    foreign = "<html><title>News</title><body><p>Rain is likely in the north.</p></body></html>"
    mail = f"From a@b.example Thu Jan  1 00:00:00 2026\nFrom: a@b.example\nContent-Type: text/html\n\n{foreign}\n\n"
    if form == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("1.html", foreign)
            archive.writestr("2.html", foreign)
    else:
        path.write_text(
            (json.dumps({"page": foreign}) + "\n" if form == "jsonl" else mail) * 2, encoding="utf-8"
        )
    told, summary = said("--include", f"*.{form}", path.parent)
    assert told == f"{PREFIX}{path}: holds no article (skipped 2 other-site)"
    assert summary.startswith("0 articles, 2 skipped (2 other-site), 1 failed (1 no-article-in-file); ")


def test_a_rate_is_told_only_of_pages_that_were_read(tmp_path: Path) -> None:
    output = tmp_path / "articles.jsonl"
    (summary,) = said(PAGE, OTHER, "-o", output)
    assert "pages/s; " in summary
    (summary,) = said(PAGE, OTHER, "-o", output, "--resume")
    assert re.fullmatch(
        r"0 articles, 2 already there, 0 skipped, 0 failed; \d+\.\d s; written to .*", summary
    )


def test_archives_give_articles_skipped_and_failed(crawl: Path) -> None:
    *_, counted, summary = said(crawl, crawl.parent)
    assert counted == f"{crawl}: 1 article, 1 skipped (1 list-page)"
    assert summary.startswith("2 articles, 2 skipped (2 list-page), 2 failed (2 damaged); ")


def test_errors_lists_failures_and_errors_all_what_was_skipped_too(crawl: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    run(crawl, "--errors", errors)
    assert [(line["source"], line["error"]) for line in lines_of(errors)] == [
        (f"{crawl}#locked.html", "damaged")
    ]
    run(crawl, "--errors", errors, "--errors-all")
    both = [(f"{crawl}#list.html", "list-page"), (f"{crawl}#locked.html", "damaged")]
    assert [(line["source"], line["error"]) for line in lines_of(errors)] == both
    with zipfile.ZipFile(crawl, "w") as archive:
        for name in ("page.html", "list.html", "locked.html"):
            archive.write(OTHER, name)
    again = run("-q", "--files-from", errors)
    assert [record["source"] for record in records(again.stdout)] == [source for source, _ in both]


def test_errors_all_needs_errors() -> None:
    done = run("--errors-all", PAGE)
    assert done.stderr.endswith(b"Error: --errors-all needs --errors FILE\n")
    assert done.returncode == Exit.USAGE


def record_of(url: str, body: bytes, name: str, length: int | None = None) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    http += b"" if length is None else f"Content-Length: {length}\r\n".encode()
    block = http + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_pages_of_a_warc_are_named_by_their_address_too(tmp_path: Path) -> None:
    site = "https://carnegieendowment.org"
    deep = b"<html><title>Carnegie</title><svg><foreignObject>" + b"<div>" * 9_000 + b"<b>" * 5_000_000
    path, errors = tmp_path / "crawl.warc", tmp_path / "errors.jsonl"
    path.write_bytes(
        record_of(f"{site}/list", LIST.read_bytes(), "1")
        + record_of(f"{site}/short", b"<html>", "2", length=100)
        + record_of(f"{site}/page", PAGE.read_bytes(), "3")
        + record_of(f"{site}/large", deep, "4")
    )
    lines = said("-v", path, "--max-page-size", "8M", "--errors", errors)
    names = [line.removeprefix(PREFIX).partition(": ")[0] for line in lines[:3]]
    assert names == [
        f"{path}#urn:uuid:1 ({site}/list)",
        f"{path}#urn:uuid:2 ({site}/short)",
        f"{path}#urn:uuid:4 ({site}/large)",
    ]
    assert [line["url"] for line in lines_of(errors)] == [f"{site}/short", f"{site}/large"]
    (line,) = said(f"{path}#urn:uuid:1")
    assert line.startswith(f"{PREFIX}{path}#urn:uuid:1 ({site}/list): ")


WHOLE = "must be a whole number from 1 to 1000"
TIME = "must be a positive number of seconds, such as 10 or 0.5, or a time, such as 30s, 2m or 1h"
SIZE = "must be a positive number of bytes, such as 1000000, 64M or 1G"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        *(
            (["--jobs", value], WHOLE)
            for value in ("0", "-1", "many", "1.5", "1e9", "", "9" * 20, "9" * 5000)
        ),
        *((["--timeout", value], TIME) for value in ("0", "-1", "0.0", "soon", "1e9", "", "9" * 5000)),
        *((["--max-page-size", value], SIZE) for value in ("0", "-1", "big", "1e9", "", "9" * 5000)),
        *((["--max-memory", value], SIZE) for value in ("0", "-1", "big", "1e9", "")),
        *(
            (["--max-memory", value], "at least 16M: with less, hardly any page can be read")
            for value in ("5", "1k")
        ),
        (["--color", "green"], "must be auto, always or never"),
    ],
)
def test_wrong_values_say_what_is_right(arguments: list[str], says: str) -> None:
    done = run(*arguments, PAGE)
    assert done.stderr.decode().splitlines()[-1].endswith(says)
    assert (done.stdout, done.returncode) == (b"", Exit.USAGE)


@pytest.mark.parametrize(
    "arguments", [("--timeout", "9" * 30), ("--max-memory", "9" * 30 + "K"), ("--max-page-size", "9" * 30)]
)
def test_values_beyond_all_bounds_mean_no_limit(arguments: tuple[str, str]) -> None:
    assert run(*arguments, PAGE).returncode == Exit.OK


def test_a_folder_of_junk_names_each_kind(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b"\x89PNG" + os.urandom(100))
    lines = said("-q", tmp_path)
    assert lines == [
        f"{PREFIX}{tmp_path}/a.html: empty",
        f"{PREFIX}{tmp_path}/b.html: a PNG picture, not a web page",
    ]


def test_damage_is_reported_without_the_words_of_a_library(crawl: Path, tmp_path: Path) -> None:
    page = zlib.compress(PAGE.read_bytes(), wbits=31)
    for name, damaged, says in (
        ("a.gz", page[:200] + bytes(50) + page[250:], "the gzip data is damaged"),
        ("b.bz2", bz2.compress(PAGE.read_bytes())[:100] + bytes(99), "the bzip2 data is damaged"),
        (
            "c.zip",
            crawl.read_bytes()[:-30],
            "the zip archive cannot be read: its directory is missing or damaged",
        ),
    ):
        path = tmp_path / name
        path.write_bytes(damaged)
        assert said(path) == [f"{PREFIX}{path}: {says}"]
    assert f"{PREFIX}{crawl}#locked.html: cannot be unpacked: its data is damaged" in said(crawl)
