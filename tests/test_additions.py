"""What a colleague adds to a copy of the package, with no other change: a language and a field."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from small_pages import legacy

import carnegie_extract

SOURCE = Path(carnegie_extract.__file__).parent
LANGUAGE = """
from carnegie_extract.words.languages.language import Language

GREEK = Language(
    code="el",
    script=("Ͱ", "Ͽ"),
    months=("ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "ιουνίου", "ιουλίου", "αυγούστου",
            "σεπτεμβρίου", "οκτωβρίου", "νοεμβρίου", "δεκεμβρίου"),
    weekdays=("δευτέρα",),
    conjunctions=("και",),
    by=("από",),
    published=("δημοσιεύτηκε",),
    type_labels={"σχόλιο": "commentary"},
    notes=("σημειώσεις",),
    carnegie=("Κάρνεγκι",),
    institution=("ίδρυμα κάρνεγκι",),
)
"""
FIELD = """
from carnegie_extract.fields.field import Evidence, Field, Found, found

def counted_links(evidence: Evidence) -> Found | None:
    return found(sum(line.may_link for line in evidence.flow), "markup")

LINKS = Field("links", (counted_links,), empty=0)
"""
ENGLISH = legacy(after='<h2>Notes</h2><ol><li>See <a href="/salt">Salt</a>.</li></ol>')
PARAGRAPH = (
    "Το λιμάνι κράτησε τα φώτα του αναμμένα όλο τον χειμώνα, και οι πλοηγοί έμαθαν πάλι να τα εμπιστεύονται."
)
PAGE = f"""<!doctype html><html lang="el"><head><title>Τα φώτα του λιμανιού - Ίδρυμα Κάρνεγκι</title>
<meta property="og:site_name" content="Ίδρυμα Κάρνεγκι"></head><body><main>
<span>Σχόλιο</span><h1>Τα φώτα του λιμανιού</h1><p>Από Άννα Λούκα και Νίκο Ρήγα</p>
<p>Δημοσιεύτηκε Δευτέρα, 6 Μαΐου 2019</p>
<p>{PARAGRAPH}</p><p>{PARAGRAPH} {PARAGRAPH}</p>
<h2>Σημειώσεις</h2><ol><li>Το βιβλίο του λιμανιού.</li></ol></main></body></html>
"""


def read(folder: Path, markup: str = PAGE) -> dict[str, Any]:
    """The record that the package in a folder makes of a page."""
    page = folder / "page.html"
    page.write_text(markup, encoding="utf-8")
    program = "import sys; from carnegie_extract.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, str(page)]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, capture_output=True, timeout=60, env=environment, cwd=folder, check=False)
    return dict(json.loads(done.stdout)) if done.stdout else {}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package."""
    return Path(
        shutil.copytree(SOURCE, tmp_path / "carnegie_extract", ignore=shutil.ignore_patterns("__pycache__"))
    )


def add(file: Path, line: str, before: str) -> None:
    """Add a line to a file, right before a text that stands in it once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, f"{line}\n{before}"), encoding="utf-8")


def test_a_language_is_one_file_and_one_line(package: Path) -> None:
    assert read(package.parent) == {}
    languages = package / "words" / "languages"
    (languages / "el.py").write_text(LANGUAGE, encoding="utf-8")
    add(languages / "__init__.py", "from carnegie_extract.words.languages.el import GREEK", "\nLANGUAGES: ")
    add(languages / "__init__.py", "    GREEK,", ")\nBY_CODE")
    record = read(package.parent)
    assert record["language"] == "el"
    assert record["type"] == "σχόλιο"
    assert record["kind"] == "commentary"
    assert record["headline"] == "Τα φώτα του λιμανιού"
    assert record["byline"] == "Άννα Λούκα και Νίκο Ρήγα"
    assert [author["name"] for author in record["authors"]] == ["Άννα Λούκα", "Νίκο Ρήγα"]
    assert record["date"] == "2019-05-06"
    assert record["body"] == [PARAGRAPH, f"{PARAGRAPH} {PARAGRAPH}"]
    assert [note["text"] for note in record["notes"]] == ["Το βιβλίο του λιμανιού."]
    assert record["warnings"] == []


def test_a_field_is_one_file_and_its_lines_in_the_table(package: Path) -> None:
    before = read(package.parent, ENGLISH)
    (package / "fields" / "links.py").write_text(FIELD, encoding="utf-8")
    table = package / "fields" / "__init__.py"
    add(table, "from carnegie_extract.fields.links import LINKS", "from carnegie_extract.fields.notes ")
    add(table, "    LINKS,", ")  # fmt: skip")
    add(table, "    links: int", "    warnings: tuple[str, ...]")
    record = read(package.parent, ENGLISH)
    assert record.pop("links") > 0
    assert record == before
