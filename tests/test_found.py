"""What tests/fuzz.py found, mended."""

import pytest
from corpus import FIXTURES

from carnegie_extract import extract

TEXT = FIXTURES / "plain-text" / "commentary-en" / "page.txt"


@pytest.mark.parametrize("empty", ["- \u200b", "• \x01", "•\t\u200b\u200b", " 1. \u200b"])
def test_a_bullet_with_nothing_behind_it(empty: str) -> None:
    text = TEXT.read_text(encoding="utf-8")
    article = extract(text.encode())
    paragraph = article.body[2]
    changed = text.replace(paragraph, f"{empty}\n\n{paragraph}", 1)
    assert extract(changed.encode()).body == article.body
