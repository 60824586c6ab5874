"""Depth is told before the parser meets it, and pages as they are are never too deep."""

import time

import pytest
from corpus import Case, html_cases

from carnegie_extract import TooNested, extract
from carnegie_extract.page import dom
from carnegie_extract.page.nesting import MAX_DEPTH, MAX_FORMATTING, check_nesting

DEEP = {
    "nested": b"<div>" * 100_000,
    "closed again": b"<div>" * 100_000 + b"</div>" * 100_000,
    "in upper case, with attributes": b'<DIV class="a">' * 100_000,
    "with slashes that HTML ignores": b"<div/>" * 100_000,
    "lists": b"<ul><li>" * 50_000,
    "formatting": b"".join(b"<b %d><i %d>" % (n, n) for n in range(4000)) + b"x</b>" * 4000,
    "formatting that is never closed": b"<b>x" * 250_000,
    "after markup that is never closed": b"<p>" * 50_000 + b"<section>" * 50_000,
}


@pytest.mark.parametrize("body", DEEP.values(), ids=DEEP)
def test_depth_is_refused_at_once(body: bytes) -> None:
    start = time.monotonic()
    with pytest.raises(TooNested, match="nested too deeply"):
        extract(b"<!doctype html><title>x</title>" + body)
    assert time.monotonic() - start < 2


FLAT = {
    "paragraphs without ends": b"<p>x" * 50_000,
    "cells without ends": b"<table>" + b"<tr><td>x" * 20_000,
    "drawings": b"<svg><path/><g></svg>" * 20_000,
    "in comments": b"<!--" + b"<div>" * 50_000 + b"-->",
    "in scripts": b"<script>'" + b"<div>" * 50_000 + b"'</script>",
    "ends without starts": b"</div></b>" * 50_000,
    "breaks": b"x<br>" * 50_000,
    "formatting that is closed": b"<b>x</b>" * 50_000,
    "as deep as may be": b"<div>" * MAX_DEPTH,
    "as much formatting as may be": b"<b>x" * MAX_FORMATTING,
}


@pytest.mark.parametrize("body", FLAT.values(), ids=FLAT)
def test_what_is_long_is_not_deep(body: bytes) -> None:
    page = b"<!doctype html>" + body
    check_nesting(page)
    start = time.monotonic()
    dom.parse(page)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("case", html_cases(), ids=lambda case: case.id)
def test_no_fixture_is_deep(case: Case) -> None:
    check_nesting(case.page * 20)


def test_what_never_ends_is_read_once() -> None:
    start = time.monotonic()
    check_nesting((b"<!--" + b"<script" + b"<svg") * 100_000)
    assert time.monotonic() - start < 5
