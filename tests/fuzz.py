"""Bytes that nobody thought of, guided by the code that they reach: no error but ours, and no end to none.

python tests/fuzz.py extract|forms [SECONDS] [FOLDER]        needs `pip install atheris`

Begins with the fixtures and keeps in FOLDER what reached new code. What is found is written to FOLDER; mend
it, and keep it as a test in test_found.py.
"""

from __future__ import annotations

import io
import json
import sys
from importlib import import_module
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # only who fuzzes has it

with atheris.instrument_imports(include=["carnegie_extract"]):
    from carnegie_extract import ExtractionError, extract
    from carnegie_extract.formats.json_lines import encode
    from carnegie_extract.forms import FORMS, pages
    from carnegie_extract.forms.member import Member, SavedPage

    for form in FORMS:
        form.reader()  # imported else only when a file has that form
    for module in ("prefixed", "unpacked", "records"):
        import_module(f"carnegie_extract.forms.{module}")

FIXTURES = Path(__file__).parent / "fixtures"
MOST_BYTES = 2**17
PAGE_LIMIT = 2**20


def read_page(content: bytes) -> None:
    """A page gives a record that is JSON, or an error of ours."""
    try:
        article = extract(content)
    except ExtractionError:
        return
    assert json.loads(encode(article.record(blocks=True)))["headline"]


def read_file(content: bytes) -> None:
    """A file gives pages and errors of ours; the first byte says whether it comes through a pipe."""
    file = io.BytesIO(content[1:])
    member = Member(file, "x", "x", limit=PAGE_LIMIT, rewinds=content[:1] < b"\x80")
    for found in pages(member):
        assert isinstance(found, SavedPage | ExtractionError)
        assert not isinstance(found, SavedPage) or len(found.content) <= PAGE_LIMIT


def seeds(target: str) -> list[bytes]:
    """The fixtures that a target begins with."""
    if target == "extract":
        files = [*FIXTURES.glob("*/*/page.*"), *FIXTURES.glob("_rejected/*/*")]
        return [path.read_bytes() for path in files]
    files = [path for path in (FIXTURES / "_saved").rglob("*") if path.is_file()]
    return [first + path.read_bytes() for path in files for first in (b"\x00", b"\xff")]


def main(arguments: list[str]) -> None:
    """Does not return: libFuzzer ends the process."""
    target, seconds, folder = [*arguments, *("extract", "600", "/tmp/carnegie-fuzz")[len(arguments) :]]
    corpus = Path(folder) / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed[:MOST_BYTES])
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        "-timeout=10",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={folder}/found-{target}-",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], read_page if target == "extract" else read_file)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
