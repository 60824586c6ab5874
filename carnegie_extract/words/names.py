"""Names of people: from what is printed to names, and whether a text can be one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.words.languages import BY_CODE, LANGUAGES
from carnegie_extract.words.languages.language import HAN

_EDITORS = "|".join(word for language in LANGUAGES for word in language.editors)
_EDITOR = pattern(rf" ?(?:, ?|\()(?:{_EDITORS})\b\.?\)?$", re.I)
# Of folded text: no two spaces follow each other.
_SEPARATOR = pattern(r" ?[,;|·•、，؛،/] ?")
_BETWEEN_HAN = r"(?<=[{0}-{1}])\s?(?:{2})\s?(?=[{0}-{1}]{{2,4}}$)"
_BETWEEN = dict.fromkeys(map(ord, ",;|·•、，؛،/"), " ")
_LONGEST_NAME = 70
_MOST_AUTHORS = 200
"""No byline has more."""
_MOST_WORDS = 7
_PARTICLES = frozenset(key(word) for language in LANGUAGES for word in language.particles)
_TITLES = frozenset(key(word) for language in LANGUAGES for word in language.titles)
_SUFFIXES = frozenset(key(word) for language in LANGUAGES for word in language.name_suffixes)
CONJUNCTIONS = frozenset(key(word) for language in LANGUAGES for word in language.conjunctions) | {"&"}
"""Between names that are known, a word of any language may stand."""
_ENGLISH = "en"


def split_names(byline: str, known: Iterable[str] = (), language: str | None = None) -> tuple[str, ...]:
    """The names in a byline without its label, in its order; titles and "ed." are none.

    `known` are names that another part of the page gives (metadata block, JSON-LD): where they account for the
    whole byline they decide, so that a comma inside a name does no harm. `language` is the page's: its words
    stand between names.
    """
    text = _EDITOR.sub("", fold(byline))
    if names := _known_names(text, known):
        return names
    names_found: list[str] = []
    for chunk in _SEPARATOR.split(text):
        for part in _split_words(chunk, language):
            name = part.strip()
            if names_found and _is_suffix(name):
                names_found[-1] += f", {name}"
            elif name and not (names_found and is_title(name)):
                names_found.append(name)
    return tuple(names_found)


def natural(name: str) -> str:
    """A name in the order in which people say it: "Milo McBride" for "McBride, Milo"."""
    last, comma, first = fold(name).partition(", ")
    if not comma or not first or "," in first or _is_suffix(first) or is_title(first):
        return fold(name)
    return f"{first} {last}"


def is_inverted(name: str) -> bool:
    """Whether a text is one name with the family name first, and not two names: "McBride, Milo"."""
    last, comma, first = name.partition(", ")
    if not comma or not last or not first or "," in first or _is_suffix(first.strip()):
        return False
    return sum(key(word) not in _PARTICLES for word in last.split()) == 1


def same_person(name: str, other: str) -> bool:
    """Whether two names are of one person: the same words in any order, middle names aside.

    Where no space divides the words, either may stand first.
    """
    one, two = ({letters(word) for word in each.split()} - {""} for each in (name, other))
    fewer, more = sorted((one, two), key=len)
    whole, turned = letters(name), letters(other)
    return (len(whole) == len(turned) and whole in turned * 2) or (len(fewer) > 1 and fewer <= more)


def is_name(text: str) -> bool:
    """Whether `text` can be a person's name: a few words, each with a capital where there are any."""
    if len(text) > _LONGEST_NAME:
        return False
    text = fold(text).strip(",;|·•،、 ")
    words = text.split()
    if not words or len(words) > _MOST_WORDS or any(c.isdigit() for c in text):
        return False
    if text[-1] in "!?:;…。؟।" or (text[-1] == "." and len(words[-1].strip(".")) > 3):
        return False
    if "PDF" in text or any(char in text for char in '{}[]<>@=“”"«»—|'):
        return False
    return sum(_capital(word) for word in words) * 2 >= len(words) and _opens_name(words[0])


def is_title(text: str) -> bool:
    """Whether a text holds a word of titles and affiliations: "Senior Fellow"."""
    return any(key(word.strip(".,;:()")) in _TITLES for word in text.split())


def are_names(text: str, known: Iterable[str] = (), language: str | None = None) -> bool:
    """Whether `text` reads as a byline without its label."""
    if len(text) > _LONGEST_BYLINE:
        return False
    names = split_names(text, known, language)
    return bool(names) and all(map(is_name, names)) and not is_title(names[0])


_LONGEST_BYLINE = 600


def are_joined(text: str, language: str | None) -> bool:
    """Whether a conjunction of the page's language stands in a text, with space around it."""
    return _conjunction(_primary(language)).search(text) is not None


def _capital(word: str) -> bool:
    first = word.lstrip("(‘’'")[:1]
    # Georgian has capitals, and begins no word with one.
    return first.isalpha() and first == first.title()


def _is_suffix(text: str) -> bool:
    """Whether a text belongs to the name before it: "Jr."."""
    return key(text).removesuffix(".") in _SUFFIXES


def _opens_name(word: str) -> bool:
    return key(word) in _PARTICLES or _capital(word)


def _primary(language: str | None) -> str:
    """The language of a tag; English where a page has none."""
    return (language or _ENGLISH).partition("-")[0].lower()


def _split_words(chunk: str, language: str | None) -> list[str]:
    primary = _primary(language)
    spaced = _conjunction(primary).sub("\n", chunk)
    if (between := _between_han(primary)) is not None:
        return [part for line in spaced.split("\n") for part in between.split(line)]
    return spaced.split("\n")


@lru_cache(maxsize=32)
def conjunctions(language: str) -> frozenset[str]:
    """The words between two names in a language; in English where there is no file for it."""
    words = BY_CODE[language if language in BY_CODE else _ENGLISH].conjunctions
    return frozenset(map(key, words)) | {"&"}


@lru_cache(maxsize=32)
def _conjunction(language: str) -> "re.Pattern[str]":
    words = sorted(conjunctions(language), key=len, reverse=True)
    # A capital alone is an initial: "Jean E Carroll".
    forms = (f"(?-i:{word})" if len(word) == 1 and word.isalpha() else re.escape(word) for word in words)
    # Arabic may join its "and" to the name: only a comma or a known name tells it from a first letter.
    return re.compile(rf"(?:^|(?<=[\s,،，、]))(?:{'|'.join(forms)})(?=\s|$)", re.I)


@lru_cache(maxsize=32)
def _between_han(language: str) -> "re.Pattern[str] | None":
    """Conjunctions between names that no space divides, as Chinese has them; None for other scripts."""
    if language not in BY_CODE or BY_CODE[language].script != HAN:
        return None
    return re.compile(_BETWEEN_HAN.format(*HAN, "|".join(BY_CODE[language].conjunctions)))


def _known_names(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """`known` in the order of the byline, if nothing but separators is left of it; else ()."""
    rest, found = text, []
    names = {bare for name in known if (bare := fold(name))}
    if len(names) > _MOST_AUTHORS:
        return ()
    for name in sorted(names, key=len, reverse=True):
        at = rest.find(name)
        if at < 0:
            return ()
        found.append((at, name))
        rest = rest[:at] + "\n" * len(name) + rest[at + len(name) :]
    if not found:
        return ()
    if any(key(word) not in CONJUNCTIONS for word in rest.translate(_BETWEEN).split()):
        return ()
    return tuple(name for _, name in sorted(found))
