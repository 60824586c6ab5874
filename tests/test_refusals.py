"""Files that hold no article are refused, each for its own reason, in one line."""

from pathlib import Path

import pytest
from corpus import rejected
from selectolax.lexbor import SelectolaxError

from carnegie_extract import ExtractionError, UnreadablePage, extract
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import Member
from carnegie_extract.page import dom


def refusal(path: Path) -> ExtractionError:
    """Why a file gives no record: what it stands in can't be read, or there is no article in it."""
    with path.open("rb") as file:
        (found,) = pages(Member(file, path.name, path.name, rewinds=True))
    if isinstance(found, ExtractionError):
        return found
    with pytest.raises(ExtractionError) as caught:
        extract(found.content, source=path.name)
    return caught.value


@pytest.mark.parametrize("path", rejected(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_refused_with_its_reason(path: Path) -> None:
    error = refusal(path)
    assert error.kind == path.parent.name
    assert str(error) == f"{error.source}: {error.reason}"
    assert str(error.source).partition("#")[0] == path.name
    assert error.reason
    assert str(error).isprintable()


def test_a_parser_that_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(_: bytes) -> None:
        raise SelectolaxError("out of memory")

    monkeypatch.setattr(dom, "Tree", give_up)
    with pytest.raises(UnreadablePage) as caught:
        extract(b"<html><body><h1>Carnegie</h1></body></html>", source="page.html")
    assert caught.value.kind == "unreadable"
