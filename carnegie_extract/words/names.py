"""Names of people: from what is printed to names, and whether a text can be one."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import fold, key, keys, letters, letters_of_words
from carnegie_extract.words.carnegie import is_carnegie_name
from carnegie_extract.words.languages import BY_CODE
from carnegie_extract.words.languages.language import HAN
from carnegie_extract.words.vocabulary import entries

_BRACKETS = pattern(r" ?[(（]([^()（）]{1,60})[)）]")
_HANDLE = pattern(r" ?[(（]?@[A-Za-z0-9_]+[)）]?")
"""The name on another network behind a name."""


def splitting(signs: str, spaced: str = "") -> Callable[[str], list[str]]:
    """What splits a folded text at a middle dot and some other signs, and at those that have spaces around them.

    Between Chinese letters a dot joins the parts of a foreigner's name: "艾琳·韦伯". The pattern that minds them
    takes long to compile.
    """
    behind = f"| [{spaced}] " if spaced else ""
    anywhere = pattern(f" ?[{signs}·] ?{behind}")
    apart_from_names = pattern(" ?(?:[{2}]|(?<![{0}-{1}])·|·(?![{0}-{1}])) ?{3}".format(*HAN, signs, behind))
    dividers = frozenset(f"{signs}·{spaced}")

    def split(text: str) -> list[str]:
        if dividers.isdisjoint(text):
            return [text]
        may_hold_names = "·" in text and any(HAN[0] <= letter <= HAN[1] for letter in text)
        return (apart_from_names if may_hold_names else anywhere).split(text)

    return split


_at_separators = splitting(",;|•、，؛،/", "–—")
_BETWEEN_HAN = r"(?<=[{0}-{1}])\s?(?:{2})\s?(?=[{0}-{1}]{{2,4}}$)"
_BETWEEN = dict.fromkeys(map(ord, ",;|·•、，؛،/"), " ")
_QUOTE_ENDS = ("»", "”", '"')
_LONGEST_NAME = 70
_MOST_AUTHORS = 200
"""No byline has more."""
_MOST_WORDS = 7
_IN_NO_NAME = frozenset('{}[]<>@=“”"«»—|:：')
_PARTICLES = entries("particles")
_ARTICLES = entries("articles")
_TITLES = entries("titles")
_OFFICES = _TITLES | entries("units")
_HAN_TITLES, _HAN_OFFICES = (
    tuple(word for word in words if HAN[0] <= word[0] <= HAN[1]) for words in (_TITLES, _OFFICES)
)
_EDITORS = entries("editors")
_SUFFIXES = entries("name_suffixes")
CONJUNCTIONS = entries("conjunctions") | {"&"}
"""Between names that are known, a word of any language may stand."""
_NO_NAMES = CONJUNCTIONS | {word for words in _EDITORS for word in words.split()}
_ENGLISH = "en"
_PLACES = {part for place in entries("places") for part in place.split(", ")}
"""Where somebody writes from, as a byline may say behind the names: "Ann Lee, Washington, D.C."."""


def split_names(byline: str, known: Iterable[str] = (), language: str | None = None) -> tuple[str, ...]:
    """The names in a byline without its label, in its order; titles and "ed." are none.

    `known` are names that another part of the page gives (metadata block, JSON-LD): where they account for the
    whole byline they decide, so that a comma inside a name does no harm. `language` is the page's: its words
    stand between names.
    """
    return _split(byline, tuple(known), language)


# A byline is split to distinguish it from a title, and again for the record.
@lru_cache(maxsize=256)
def _split(byline: str, known: tuple[str, ...], language: str | None) -> tuple[str, ...]:
    text = fold(byline)
    text = _out_of_brackets(_HANDLE.sub("", text) if "@" in text else text)
    if names := _known_names(text, known):
        return names
    found: list[str] = []
    after_title = False
    for chunk in _at_separators(text):
        parts = [part.strip() for part in _split_words(chunk, language, follows=bool(found))]
        start, so_far = (_end_of_title(parts, after_title=after_title) if found else 0), len(found)
        for name in parts[start:]:
            if found and _is_suffix(name):
                found[-1] += f", {name}"
            elif name and not (found and _is_said_of_names(name, after_title=after_title)):
                found.append(name)
        after_title = len(found) == so_far and (after_title or start > 0)
    return tuple(found)


def _end_of_title(parts: list[str], *, after_title: bool) -> int:
    """How many of the texts that "and" divides are one title: "Technology", "International Affairs Program".

    What stands before the word that tells the title is another name, unless a title came before, or it is one word.
    """
    offices = [at for at, part in enumerate(parts) if is_office(part) or is_carnegie_name(part)]
    if not offices or (not after_title and any(map(has_two_words, parts[: offices[0]]))):
        return 0
    end = offices[-1] + 1
    while end < len(parts) and parts[end].endswith(_QUOTE_ENDS):
        end += 1
    return end


def _is_said_of_names(text: str, *, after_title: bool) -> bool:
    """Whether a text goes on a name: "ed.", a title, an outlet, a place; behind a title single words of an office."""
    if is_editor(text) or is_office(text) or _is_outlet(text) or key(text) in _PLACES:
        return True
    return after_title and not has_two_words(text)


def _is_outlet(text: str) -> bool:
    """Whether a text would be a name without the article that it opens with: "The Harbor Gazette"."""
    article, _, name = text.partition(" ")
    return key(article) in _ARTICLES and _capital(article) and is_name(name)


def without_editor(name: str) -> str:
    """A name without what says behind it that it is an editor's: "Rym Momtaz" for "Rym Momtaz, ed."."""
    before, comma, after = fold(name).rpartition(",")
    return before if comma and is_editor(after) else _out_of_brackets(fold(name))


def _out_of_brackets(text: str) -> str:
    return _BRACKETS.sub(_outside_brackets, text) if "(" in text or "（" in text else text


def _outside_brackets(match: "re.Match[str]") -> str:
    """Nothing where brackets hold what somebody is or where; what they hold of a name."""
    if is_editor(match[1]) or is_carnegie_name(match[1]):
        return ""
    return f", {match[1]}" if is_office(match[1]) else match[0]


def is_editor(text: str) -> bool:
    """Whether a text says no more than that the name before it is an editor's: "ed."."""
    return key(text).strip(" .") in _EDITORS


def has_two_words(text: str) -> bool:
    """Whether a text has two words, or is in a script that sets no spaces between them."""
    return " " in text or any(HAN[0] <= letter <= HAN[1] for letter in text[:2])


def natural(name: str) -> str:
    """A name in the order in which people say it: "Milo McBride" for "McBride, Milo"."""
    last, comma, first = fold(name).partition(", ")
    if not comma or not first or "," in first or _is_suffix(first) or is_title(first):
        return fold(name)
    if HAN[0] <= last[-1] <= HAN[1]:
        return last + first  # as Chinese says it, too
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
    whole, turned = letters(name), letters(other)
    if len(whole) == len(turned) and whole in turned * 2:
        return True
    fewer, more = sorted((set(letters_of_words(each)) for each in (name, other)), key=len)
    return len(fewer) > 1 and fewer <= more


def is_name(text: str) -> bool:
    """Whether `text` can be a person's name: a few words, each with a capital where there are any."""
    if len(text) > _LONGEST_NAME:
        return False
    text = fold(text).strip(",;|·•،、 ")
    words = text.split()
    if not words or len(words) > _MOST_WORDS or any(map(str.isdigit, text)):
        return False
    if text[-1] in "!?:;…。؟।" or (
        text[-1] == "." and len(words[-1].strip(".")) > 3 and not _is_suffix(words[-1])
    ):
        return False
    if "PDF" in text or not _IN_NO_NAME.isdisjoint(text):
        return False
    return sum(_capital(word) for word in words) * 2 >= len(words) and _opens_name(words[0])


def is_title(text: str) -> bool:
    """Whether a text holds a word of titles and affiliations: "Senior Fellow"."""
    return _has_word(text, _TITLES, _HAN_TITLES)


def _has_word(text: str, words: frozenset[str], han: tuple[str, ...]) -> bool:
    """Whether a text holds one of the words; in Chinese, which sets no spaces, whether it ends with one."""
    if not words.isdisjoint([word.strip(".,;:()«»") for word in keys(text)]):
        return True
    return text[-1:] >= HAN[0] and text.endswith(han)


def is_office(text: str) -> bool:
    """Whether a text holds a word of titles or of parts of an institution: "Trade Program"."""
    return _has_word(text, _OFFICES, _HAN_OFFICES)


def is_affiliation(text: str) -> bool:
    """Whether a text says what office somebody holds, and more than that a name is an editor's."""
    return is_office(text) and not is_editor(text)


def are_names(text: str, known: Iterable[str] = (), language: str | None = None) -> bool:
    """Whether `text` reads as a byline without its label."""
    if len(text) > _LONGEST_BYLINE:
        return False
    names = split_names(text, known, language)
    return (
        bool(names) and all(map(is_name, names)) and not (is_office(names[0]) or is_carnegie_name(names[0]))
    )


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


def ends_in_suffix(text: str) -> bool:
    """Whether the last word of a text belongs to the name before it."""
    return _is_suffix(text.rpartition(" ")[2])


def is_particle(word: str) -> bool:
    """Whether a word stands before a family name and belongs to it, written small: "van"."""
    return key(word) in _PARTICLES and word == word.lower()


def _opens_name(word: str) -> bool:
    return key(word) in _PARTICLES or (_capital(word) and key(word) not in _ARTICLES)


def _primary(language: str | None) -> str:
    """The language of a tag; English where a page has none."""
    return (language or _ENGLISH).partition("-")[0].lower()


def _split_words(chunk: str, language: str | None, *, follows: bool) -> list[str]:
    """A text between commas, at the words that join names; `follows`: a name stands before it."""
    primary = _primary(language)
    spaced = _conjunction(primary).sub("\n", chunk)
    if (glued := _glued(primary)) is not None:
        spaced = "\n".join(_between_glued(glued, line, follows=follows) for line in spaced.split("\n"))
    if (between := _between_han(primary)) is not None and any(
        word in spaced for word in BY_CODE[primary].conjunctions
    ):
        return [part for line in spaced.split("\n") for part in between.split(line)]
    return spaced.split("\n")


@lru_cache(maxsize=32)
def conjunctions(language: str | None) -> frozenset[str]:
    """The words between two names in a language, and in English: "By" and "and" of the site stay so on any page."""
    return frozenset(
        key(word)
        for code in {_primary(language), _ENGLISH} & BY_CODE.keys()
        for word in BY_CODE[code].conjunctions
    )


@lru_cache(maxsize=32)
def _conjunction(language: str) -> "re.Pattern[str]":
    words = sorted(conjunctions(language), key=len, reverse=True)
    # A capital alone is an initial: "Jean E Carroll".
    forms = (f"(?-i:{word})" if len(word) == 1 and word.isalpha() else re.escape(word) for word in words)
    return re.compile(rf"(?:^|(?<=[\s,،，、]))(?:{'|'.join(forms)})(?=\s|$)", re.I)


@lru_cache(maxsize=32)
def _glued(language: str) -> "re.Pattern[str] | None":
    """The conjunction that Arabic writes in one word with the name behind it; None for other languages."""
    if language not in BY_CODE or not BY_CODE[language].glued:
        return None
    names = "|".join(BY_CODE[language].not_glued)
    return re.compile(rf"(?:^|(?<=\s))(?!(?:{names})(?:\s|$)){BY_CODE[language].glued}(?=\w\w)")


def _between_glued(glued: "re.Pattern[str]", text: str, *, follows: bool) -> str:
    """A text divided where a conjunction opens a word, and whole names stand around it; else it is a name's letter."""
    opened = glued.match(text) if follows else None
    parts = glued.sub("\n", text[opened.end() :] if opened else text).split("\n")
    return "\n".join(parts) if all(" " in part.strip() for part in parts) else text


def opens_glued(text: str, language: str | None) -> bool:
    """Whether a text opens with a conjunction that is written in one word with the name."""
    glued = _glued(_primary(language))
    return glued is not None and glued.match(text) is not None


@lru_cache(maxsize=32)
def _between_han(language: str) -> "re.Pattern[str] | None":
    """Conjunctions between names that no space divides, as Chinese has them; None for other scripts."""
    if language not in BY_CODE or BY_CODE[language].script != HAN:
        return None
    return pattern(_BETWEEN_HAN.format(*HAN, "|".join(BY_CODE[language].conjunctions)))


def _known_names(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """`known` in the order of the byline, if nothing but separators is left of it; else ()."""
    rest, found = text, []
    names = {bare for name in known if (bare := without_editor(name))}
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
    if any(key(word).strip(".") not in _NO_NAMES for word in rest.translate(_BETWEEN).split()):
        return ()
    return tuple(name for _, name in sorted(found))
