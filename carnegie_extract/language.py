"""The language of a page: as its markup says it, checked against the script of its text."""

import re

from carnegie_extract.pattern import pattern

_TAG = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SAMPLE = 120
_SCRIPTS = (
    (0x0400, 0x052F, "ru"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x3400, 0x9FFF, "zh"),
)
_UKRAINIAN = pattern("[іїєґІЇЄҐ]")
_RUSSIAN = pattern("[ыэёъЫЭЁЪ]")
_FRENCH = pattern(r"\b(?:le|la|les|des|est|et|une|dans|pour|que|du)\b", re.I)
_ENGLISH = pattern(r"\b(?:the|of|and|to|in|is|that|for|with|on)\b", re.I)
# A script may serve several languages: which tags agree with what the text shows.
_SAME_SCRIPT = {"zh": {"zh", "ja"}, "ar": {"ar", "fa", "ur"}, "hi": {"hi", "mr", "ne"}}
_CYRILLIC = {"ru", "uk", "be", "bg", "sr", "kk", "ky", "uz", "mk", "mn", "tg"}
_NOT_LATIN = {"zh", "ja", "ar", "fa", "ur", "hi", "mr", "ne", "ru", "uk", "be", "bg", "mk"}


def language_of(declared: str, text: str) -> tuple[str | None, bool]:
    """The BCP 47 tag of a page that declares `declared` and reads `text`; whether the two differ.

    The reader sees the text, so its script goes before a declaration that it contradicts.
    """
    tag = _normal(declared)
    seen = by_script(text)
    if tag is None:
        return seen, False
    primary = tag.partition("-")[0].lower()
    if seen is None or primary in _agreeing(seen):
        return tag, False
    if seen in ("en", "fr") and primary not in _NOT_LATIN:
        return tag, False
    return seen, True


def _agreeing(seen: str) -> set[str]:
    return _CYRILLIC if seen in ("ru", "uk") else _SAME_SCRIPT.get(seen, {seen})


def _normal(declared: str) -> str | None:
    tag = declared.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None


def by_script(text: str) -> str | None:
    """The language that the first letters of `text` show; None when there are hardly any."""
    counts = dict.fromkeys(("en", "ru", "ar", "hi", "zh"), 0)
    for letter in text[:_SAMPLE]:
        if letter.isalpha():
            code = ord(letter)
            tag = "en"
            if code >= _SCRIPTS[0][0]:
                tag = next((tag for first, last, tag in _SCRIPTS if first <= code <= last), "en")
            counts[tag] += 3 if tag == "zh" else 1  # a Chinese character is most of a word
    tag = max(counts, key=lambda each: counts[each])
    if counts[tag] < 3:
        return None
    if tag == "ru" and len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)):
        return "uk"
    if tag == "en" and len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text)):
        return "fr"
    return tag
