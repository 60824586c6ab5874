"""Bylines: from what is printed to names."""

import re
from collections.abc import Iterable

from carnegie_extract.landmarks import CONJUNCTIONS
from carnegie_extract.quick import pattern
from carnegie_extract.text import fold, key

_SUFFIX = pattern(r"(?:Jr|Sr|II|III|IV|Ph\.?\s?D|M\.?D|Esq)\.?", re.I)
_SEPARATOR = pattern(r"\s*[,;|·•、，؛،/]\s*")
_WORDS_BETWEEN = "|".join(sorted(map(re.escape, CONJUNCTIONS - {"و", "व"}), key=len, reverse=True))
_CONJUNCTION = pattern(rf"(?:^|(?<=[\s,،，、]))(?:{_WORDS_BETWEEN}|व)(?=\s)", re.I)
# Arabic joins its "and" to the name: only a comma or a known name tells it from a first letter.
_ARABIC_AND = pattern(r"(?<=[\s،,])و\s+")
_CHINESE_AND = pattern(r"(?<=[\u4e00-\u9fff])\s*[和与與及]\s*(?=[\u4e00-\u9fff]{2,4}$)")
_BETWEEN = dict.fromkeys(map(ord, ",;|·•、，؛،/"), " ")
_LONGEST_NAME = 70


def split_names(byline: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The names in a byline without its label, in its order.

    `known` are names that another part of the page gives (metadata block, JSON-LD): where they
    account for the whole byline they decide, so that a comma inside a name does no harm.
    """
    text = fold(byline)
    if names := _known_names(text, known):
        return names
    parts = [part for chunk in _SEPARATOR.split(text) for part in _split_words(chunk)]
    names_found: list[str] = []
    for part in parts:
        name = part.strip()
        if names_found and _SUFFIX.fullmatch(name):
            names_found[-1] += f", {name}"
        elif name:
            names_found.append(name)
    return tuple(names_found)


def _split_words(chunk: str) -> list[str]:
    spaced = _ARABIC_AND.sub("\n", _CONJUNCTION.sub("\n", chunk))
    return [part for line in spaced.split("\n") for part in _CHINESE_AND.split(line)]


def _known_names(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """`known` in the order of the byline, if nothing but separators is left of it; else ()."""
    rest, found = text, []
    for name in sorted({fold(name) for name in known if fold(name)}, key=len, reverse=True):
        at = rest.find(name)
        if at < 0:
            return ()
        found.append((at, name))
        rest = rest[:at] + "\n" * len(name) + rest[at + len(name) :]
    leftover = rest.translate(_BETWEEN).split()
    if not found or any(key(word) not in CONJUNCTIONS for word in leftover):
        return ()
    return tuple(name for _, name in sorted(found))


def is_name(text: str) -> bool:
    """Whether `text` can be a person's name: a few words, each with a capital where there are any."""
    text = fold(text).strip(",;|·•،、 ")
    words = text.split()
    if not words or len(text) > _LONGEST_NAME or len(words) > 7 or any(c.isdigit() for c in text):
        return False
    if text[-1] in "!?:;…。؟।" or (text[-1] == "." and len(words[-1].strip(".")) > 3):
        return False
    if "PDF" in text or any(char in text for char in '{}[]<>@=“”"«»—'):
        return False
    return sum(_capital(word) for word in words) * 2 >= len(words) and _capital(words[0], particles=True)


def _capital(word: str, *, particles: bool = False) -> bool:
    first = word.lstrip("(‘’'")[:1]
    if particles and key(word) in ("de", "van", "von", "al", "el", "da", "di", "bin", "ibn", "la", "le"):
        return True
    return first.isupper() or (first.isalpha() and not first.islower())


def are_names(text: str, known: Iterable[str] = ()) -> bool:
    """Whether `text` reads as a byline without its label."""
    names = split_names(text, known)
    return bool(names) and all(map(is_name, names))
