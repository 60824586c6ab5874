"""The fixtures as the tests see them."""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from carnegie_extract import Article, extract
from carnegie_extract.formats.json_lines import encode

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
REJECTED = FIXTURES / "_rejected"
SAVED = FIXTURES / "_saved"
"""The same pages in the forms that tools save them in, see make_saved.py."""
REAL = FIXTURES / "real"
"""Pages that somebody saved from the live sites, see its README.md."""

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
"""Whether to look longer, as hypothesis does."""
KEYS = tuple("body" if name == "blocks" else name for name in Article._fields)
"""The keys of a record, in their order."""

EXTRAS = frozenset(("carnegie_extract.formats.arrow", "carnegie_extract.scale"))
"""Modules that need a library of an extra, and which only those import who ask for them."""

Record = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A folder under tests/fixtures: a page, the record expected of it, where it came from."""

    folder: Path

    @property
    def id(self) -> str:
        return f"{self.layout}/{self.folder.name}"

    @property
    def layout(self) -> str:
        return self.folder.parent.name

    @property
    def path(self) -> Path:
        return next(self.folder.glob("page.*"))

    @property
    def is_html(self) -> bool:
        return self.path.suffix == ".html"

    @property
    def golden(self) -> Path:
        return self.folder / "article.json"

    @property
    def page(self) -> bytes:
        return self.path.read_bytes()

    @property
    def text(self) -> str:
        return self.page.decode()

    def read(self, page: bytes | str | None = None) -> Record:
        """The record of the page, or of another form of it."""
        raw = self.page if page is None else page
        return as_record(extract(raw.encode() if isinstance(raw, str) else raw, source=self.path.name))

    @property
    def unchanged(self) -> Record:
        """The record of the page as it is; that it is right is for the golden tests to say."""
        return _read(self)

    @property
    def expected(self) -> Record:
        return dict(json.loads(self.golden.read_text(encoding="utf-8")))


@cache
def _read(case: Case) -> Record:
    return case.read()


def as_record(article: Article) -> Record:
    """What a reader of the command's output gets."""
    return dict(orjson.loads(encode(article.record())))


@cache
def cases() -> tuple[Case, ...]:
    """Every page that the press printed."""
    others = (REJECTED, SAVED, REAL)
    folders = (path for path in sorted(FIXTURES.glob("*/*/")) if path.parent not in others)
    return tuple(Case(folder) for folder in folders)


@cache
def real_cases() -> tuple[Case, ...]:
    """Every page that somebody saved by hand."""
    return tuple(Case(folder) for folder in sorted(REAL.glob("*/")))


def html_cases() -> tuple[Case, ...]:
    """Every fixture with markup."""
    return tuple(case for case in cases() if any(case.folder.glob("page.html")))


@cache
def rejected() -> tuple[Path, ...]:
    """Every file that must be refused; its folder names the kind of the error."""
    return tuple(sorted(path for path in REJECTED.glob("*/*") if path.is_file()))


def without(record: Record, keys: frozenset[str]) -> Record:
    """A record without some keys."""
    return {key: value for key, value in record.items() if key not in keys}
