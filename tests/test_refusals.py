"""Files that hold no article are refused, each for its own reason, in one line."""

from pathlib import Path

import pytest
from corpus import rejected
from selectolax.lexbor import SelectolaxError

from carnegie_extract import ExtractionError, UnreadablePage, dom, extract


@pytest.mark.parametrize("path", rejected(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_refused_with_its_reason(path: Path) -> None:
    with pytest.raises(ExtractionError) as caught:
        extract(path.read_bytes(), source=path.name)
    error = caught.value
    assert error.kind == path.parent.name
    assert str(error) == f"{path.name}: {error.reason}"
    assert error.reason
    assert str(error).isprintable()


def test_a_parser_that_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(_: bytes) -> None:
        raise SelectolaxError("out of memory")

    monkeypatch.setattr(dom, "LexborHTMLParser", give_up)
    with pytest.raises(UnreadablePage) as caught:
        extract(b"<html><body><h1>Carnegie</h1></body></html>", source="page.html")
    assert caught.value.kind == "unreadable"
