"""The language of a page: as its markup says it, checked against the script of its text."""

import re

from carnegie_extract.quick import pattern

_TAG = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SAMPLE = 120
_BEYOND_LATIN = "\u0400"
_SCRIPTS = (
    ("\u0400", "\u052f", "ru"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("\u3400", "\u9fff", "zh"),
)
_UKRAINIAN = pattern("[іїєґІЇЄҐ]")
_RUSSIAN = pattern("[ыэёъЫЭЁЪ]")
_FRENCH = pattern(r"\b(?:le|la|les|des|est|et|une|dans|pour|que|du)\b", re.I)
_ENGLISH = pattern(r"\b(?:the|of|and|to|in|is|that|for|with|on)\b", re.I)
# A script may serve several languages: which tags agree with what the text shows.
_AGREEING = {
    "zh": {"zh", "ja"},
    "ar": {"ar", "fa", "ur"},
    "hi": {"hi", "mr", "ne"},
    "ru": {"ru", "uk", "be", "bg", "sr", "kk", "ky", "uz", "mk", "mn", "tg"},
}
_NOT_LATIN = {"zh", "ja", "ar", "fa", "ur", "hi", "mr", "ne", "ru", "uk", "be", "bg", "mk"}


def language_of(declared: str, text: str) -> tuple[str | None, bool]:
    """The BCP 47 tag of a page that declares `declared` and reads `text`; whether the two differ.

    The reader sees the text, so its script goes before a declaration that it contradicts.
    """
    tag = _normal(declared)
    if tag is None:
        return by_script(text), False
    script = _script(text)
    primary = tag.partition("-")[0].lower()
    if script is None or primary in _AGREEING.get(script, {primary} - _NOT_LATIN):
        return tag, False
    return by_script(text), True


def _normal(declared: str) -> str | None:
    tag = declared.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None


def by_script(text: str) -> str | None:
    """The language that the letters of `text` show; None when there are hardly any."""
    tag = _script(text)
    if tag == "ru" and len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)):
        return "uk"
    if tag == "en" and len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text)):
        return "fr"
    return tag


def _script(text: str) -> str | None:
    """The commonest script among the first letters, named by the language that it stands for most often."""
    if text.isascii():
        return "en" if any(map(str.isalpha, text)) else None
    found = list(filter(str.isalpha, text[:_SAMPLE]))
    beyond = [letter for letter in found if letter >= _BEYOND_LATIN]
    counts = {"en": len(found) - len(beyond), "ru": 0, "ar": 0, "hi": 0, "zh": 0}
    for first, last, tag in _SCRIPTS if beyond else ():
        counts[tag] = len([letter for letter in beyond if first <= letter <= last])
    counts["en"] += len(beyond) - sum(counts[tag] for _, _, tag in _SCRIPTS)
    counts["zh"] *= 3  # a Chinese character is most of a word
    tag = max(counts, key=lambda each: counts[each])
    return tag if counts[tag] > 2 else None
