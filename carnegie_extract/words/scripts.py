"""The language of a page: as its markup declares it, checked against the script of its text."""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key
from carnegie_extract.words.languages import BY_CODE, LANGUAGES
from carnegie_extract.words.languages.language import LATIN, Language
from carnegie_extract.words.vocabulary import entries

_TAG = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SAMPLE = 120
_FEW = 2
_SYLLABLES = {"zh": 3}
"""How many letters of an alphabet one character is worth."""
_ALSO_LATIN = frozenset(("sr", "kk", "ky", "uz", "mn", "tg"))
_NEVER_LATIN = (
    frozenset(
        tag for language in LANGUAGES if language.script != LATIN for tag in (language.code, *language.akin)
    )
    - _ALSO_LATIN
)
_BY_SCRIPT: dict[tuple[str, str], list[Language]] = {}
for _language in LANGUAGES:
    _BY_SCRIPT.setdefault(_language.script, []).append(_language)
_BEYOND = [script for script in _BY_SCRIPT if script != LATIN]


def language_of(declared: str, text: str) -> tuple[str | None, bool]:
    """The BCP 47 tag of a page that declares `declared` and reads `text`; whether the two differ.

    The reader sees the text, so its script goes before a declaration that it contradicts.
    """
    tag = _normal(declared)
    if tag is None:
        return by_script(text), False
    script = _script(text)
    primary = tag.partition("-")[0].lower()
    if script is None or primary in _agreeing(script, primary):
        return tag, False
    return by_script(text), True


def _agreeing(script: str, primary: str) -> set[str]:
    alike = _BY_SCRIPT[BY_CODE[script].script]
    if alike[0].script == LATIN:
        return {primary} - _NEVER_LATIN
    return {tag for language in alike for tag in (language.code, *language.akin)}


def _normal(declared: str) -> str | None:
    tag = declared.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None


def by_script(text: str) -> str | None:
    """The language that the letters and words of `text` show; None when there are hardly any."""
    tag = _script(text)
    if tag is None:
        return None
    alike = _BY_SCRIPT[BY_CODE[tag].script]
    if len(alike) == 1:
        return tag
    lowered = text.lower()
    words = re.findall(r"[^\W\d_]+", lowered)
    first = alike[0]

    def shown(language: Language) -> int:
        letters = sum(map(lowered.count, language.own_letters))
        return letters + sum(word in language.stop_words for word in words)

    return max(alike, key=lambda each: (shown(each), each is first)).code


def _script(text: str) -> str | None:
    """The commonest script among the first letters, named by the language that it stands for most often."""
    if text.isascii():
        return "en" if any(map(str.isalpha, text)) else None
    found = "".join(filter(str.isalpha, text[:_SAMPLE]))
    counts = {"en": len(found)}
    beyond = [letter for letter in found if letter > LATIN[1]] if max(found, default="") > LATIN[1] else []
    for first, last in _BEYOND if beyond else ():
        tag = _BY_SCRIPT[first, last][0].code
        count = len([letter for letter in beyond if first <= letter <= last])
        counts["en"] -= count
        counts[tag] = count * _SYLLABLES.get(tag, 1)
    tag = max(counts, key=lambda each: counts[each])
    return tag if counts[tag] > _FEW else None


def is_language_name(text: str) -> bool:
    """Whether a text is the name of a language in itself, as links to translations carry it: "English"."""
    return key(text) in _LANGUAGE_NAMES


_LANGUAGE_NAMES = entries("language_names")
