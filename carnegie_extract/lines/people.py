"""Which person a line is about: for bios, bylines that come again, and boxes about an author."""

from collections.abc import Iterable

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import letters
from carnegie_extract.lines.parts import is_whole_name, tokens
from carnegie_extract.page.dom import text_of
from carnegie_extract.page.flow import Line, ends_sentence, is_paragraph
from carnegie_extract.words.carnegie import names_carnegie
from carnegie_extract.words.names import (
    CONJUNCTIONS,
    are_names,
    is_affiliation,
    is_name,
    is_title,
    same_person,
    split_names,
)
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, after_label, entries, is_word, words_of

_LONGEST_NAME = 120
_MOST_WORDS = 6
_OPENING = 200
_HALF_NAME = 2
"""Words among which a given or a family name opens a sentence: "Ann is", "Dr. Lee is"."""
_INTRODUCE = entries("introduce")
_UNITS = entries("units")
_DASH = pattern(" [–—-] ")
_CLAUSE = pattern("[,.;:]")
_COLON = pattern(" ?[:：] ?")


class People:
    """The authors of a page, by what they are known by: the letters of the whole name, the family name."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = [name for name in dict.fromkeys(names) if letters(name)]
        self._by_letters = {letters(name): name for name in self.names}
        self._by_last = {letters(name.split()[-1]): name for name in self.names if " " in name}
        self._signs = {part.casefold() for name in self.names for part in (name.split()[-1], name.split()[0])}

    def __bool__(self) -> bool:
        return bool(self.names)

    def named(self, text: str) -> str | None:
        """The author whose name a text is and nothing more."""
        if len(text) > _LONGEST_NAME or not self._may_name(text):
            return None
        exact = self._by_letters.get(letters(text))
        if exact is not None or len(text.split()) > _MOST_WORDS or not is_name(text) or is_title(text):
            return exact
        return next((name for name in self.names if " " in name and same_person(name, text)), None)

    def heads(self, line: Line) -> str | None:
        """The author whose name a line is, or holds in an element of its own before anything else."""
        named = self.named(line.plain)
        if named is not None or not line.runs:
            return named
        named = self.named(line.runs[0].text)
        return named if named and not _opens_answer(line.plain, named) else None

    def opens(self, text: str) -> str | None:
        """The author whose name a text opens with, in full, with a middle name, or the family name alone."""
        if not self._may_name(text[:_OPENING]):
            return None
        opening = letters(text[:_OPENING])
        for bare, full in self._by_letters.items():
            if opening.startswith(bare):
                return full
        words = text[:_OPENING].replace(",", " ").split()[:_MOST_WORDS]
        for count in range(2, len(words) + 1):
            name = self.named(" ".join(words[:count]))
            if name is not None and letters(name.split()[0]) == letters(words[0]):
                return name
        return self._named_by_family(words[0]) if words else None

    def _named_by_family(self, word: str) -> str | None:
        """The author whose family name a word is, or has before its apostrophe: "Lee’s"."""
        owner = word.replace("'", "’").rpartition("’")[0]
        return self._by_last.get(letters(word)) or self._by_last.get(letters(owner))

    def _may_name(self, text: str) -> bool:
        """Whether a text holds a given or a family name: the quick test before the careful one."""
        lowered = text.casefold()
        for sign in self._signs:  # noqa: SIM110  # twice as quick as any(), and asked of every short line
            if sign in lowered:
                return True
        return False

    def is_bio(self, line: Line) -> bool:
        """Whether a line is prose about an author: it opens with the name, and no colon as in an interview follows."""
        name = self.opens(line.plain)
        return name is not None and not _opens_answer(line.plain, name)

    def is_about_only(self, text: str) -> bool:
        """Whether a text is about the one author of a page: a title, or a sentence that opens with half the name."""
        if len(self.names) != 1:
            return False
        words = {letters(word) for word in text.split()[:_HALF_NAME]}
        halves = {letters(word) for word in self.names[0].split()}
        return bool(words & halves) if ends_sentence(text) else is_affiliation(text)

    def introduces(self, text: str) -> bool:
        """Whether a text says of an author in full who that is: "Ann Lee is", "Ann Lee and Bo Ray are"."""
        name = self.opens(text)
        if name is None or letters(text.split(maxsplit=1)[0]) == letters(name.split()[-1]):
            return False
        last = name.split()[-1].casefold()
        behind = text.casefold().partition(last)[2]
        rest = behind.lstrip(" ,")
        word, _, after = rest.partition(" ")
        if word in CONJUNCTIONS:
            return self.introduces(text[len(text) - len(after) :])
        title = _CLAUSE.split(rest, 1)[0]
        return goes_on_about(rest) or (behind[:1] == "," and is_title(title))


def goes_on_about(rest: str) -> bool:
    """Whether what stands behind a name goes on to say who that is: "is a fellow"."""
    return rest.partition(" ")[0] in _INTRODUCE or rest[:1] in _INTRODUCE


def introduces_somebody(text: str) -> bool:
    """Whether a text opens with names and says what they are, and where: "Ann Lee is a fellow in the Salt Program"."""
    words = text[:_OPENING].split()
    at = next((at for at, word in enumerate(words) if word in _INTRODUCE), 0)
    title = _CLAUSE.split(" ".join(words[at:]), 1)[0]
    if at < _HALF_NAME or not is_title(title) or not are_names(" ".join(words[:at])):
        return False
    return names_carnegie(text) or not _UNITS.isdisjoint(
        word.strip(".,;").casefold() for word in text.split()
    )


def _opens_answer(text: str, name: str) -> bool:
    head = text[: len(name) + 12]
    return ":" in head or "：" in head


def names_contributor(text: str) -> bool:
    """Whether a text says who helped with a piece: a label, and after it nothing but names."""
    who = after_label("contributors", text) or ""
    return len(text) <= LONGEST_LANDMARK and are_names(who.rstrip("."))


def opening_name(line: Line, language: str | None) -> str | None:
    """The name that a line about somebody opens with: all of it, or before a title; in a sentence it is bold."""
    text = _bold_opening(line)
    if (not text or is_word("speakers", text)) and not is_paragraph(line.text):
        text = _DASH.split(", ".join(_without_label(tokens(line))), 1)[0]
    if not text or words_of(text):
        return None
    names = split_names(text, (), language)
    name = names[0] if names else ""
    return name if is_whole_name(name) and not is_title(name) else None


def _without_label(texts: list[str]) -> list[str]:
    """The texts of a line without what says that a moderator's name follows: "Moderator:", "Moderated by"."""
    first, *others = texts or [""]
    label, *rest = _COLON.split(first, 1)
    if is_word("speakers", label):
        return [*rest, *others]
    name = after_label("moderated", first)
    return texts if name is None else [name, *others] if name else others


def _bold_opening(line: Line) -> str:
    """What is bold at the beginning of a line."""
    node = line.node
    text = text_of(node.css_first("b, strong")) if node is not None and node.is_element_node else ""
    return text if line.plain.startswith(text) else ""
