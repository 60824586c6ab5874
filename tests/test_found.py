"""Faults that tests/fuzz.py and held-out pages found, all fixed."""

import pytest
from corpus import FIXTURES

from carnegie_extract import extract

BLOCK = '{"authors": ["Ann Lee"], "type": "commentary", "centers": ["Carnegie Europe"]}'
SENTENCE = "The ferry crosses twice a day, and nobody in either town can say when it began to do so."
TEXT = FIXTURES / "plain-text" / "commentary-en" / "page.txt"


@pytest.mark.parametrize("empty", ["- \u200b", "• \x01", "•\t\u200b\u200b", " 1. \u200b"])
def test_a_bullet_with_nothing_behind_it(empty: str) -> None:
    text = TEXT.read_text(encoding="utf-8")
    article = extract(text.encode())
    paragraph = article.body[2]
    changed = text.replace(paragraph, f"{empty}\n\n{paragraph}", 1)
    assert extract(changed.encode()).body == article.body


def test_a_note_that_begins_with_an_author_of_the_page() -> None:
    text = f"{BLOCK}\nCommentary\nThe Ferry\nBy Ann Lee\nPublished on May 4, 2026\n\n{SENTENCE}\n\n"
    notes = "Notes\n\n  1. A ledger of the harbor.\n  2. Ann Lee, “Ferries,” Harbor Papers.\n  3. The same.\n"
    article = extract(f"{text}{notes}\nAnn Lee\n\nFellow\n".encode())
    assert [note.text for note in article.notes] == [
        "A ledger of the harbor.",
        "Ann Lee, “Ferries,” Harbor Papers.",
        "The same.",
    ]
