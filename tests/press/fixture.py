"""One fixture: a page, the record expected of it, and where its markup comes from."""

import json
from dataclasses import dataclass
from types import ModuleType

from . import words_ar, words_en, words_fr, words_hi, words_ru, words_uk, words_zh
from .article import Page, record
from .chrome import Chrome

WORDS: dict[str, ModuleType] = {
    "ar": words_ar,
    "en": words_en,
    "fr": words_fr,
    "hi": words_hi,
    "ru": words_ru,
    "uk": words_uk,
    "zh": words_zh,
}


def chrome(language: str) -> Chrome:
    """The words around an article in the language."""
    words = WORDS[language].CHROME
    assert isinstance(words, Chrome)
    return words


@dataclass(frozen=True)
class Fixture:
    """A folder under tests/fixtures."""

    layout: str
    case: str
    kind: str
    about: str
    page: Page
    text: str
    name: str = "page.html"

    def files(self) -> dict[str, bytes]:
        """What is in the folder, by path."""
        folder = f"{self.layout}/{self.case}"
        source: dict[str, object] = {
            "about": self.about,
            "kind": self.kind,
            "language": self.page.language,
        }
        return {
            f"{folder}/{self.name}": self.text.encode(),
            f"{folder}/article.json": _pretty(record(self.page, self.layout, self.name)),
            f"{folder}/source.json": _pretty(source),
        }


def _pretty(value: dict[str, object]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
