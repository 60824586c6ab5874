"""The article's words: sentences, paragraphs with inline markup, headlines, people."""

import re
from dataclasses import dataclass
from html import escape

from .choices import Hand, choice
from .languages import Language

STOPS = choice(
    "words.stops",
    single=(8, "custom", "one space after a full stop"),
    nbsp=(2, "seen", "a space and an NBSP after full stops are common on pages of today"),
    double=(1, "custom", "two spaces, as typists write"),
)
ENTITIES = choice(
    "words.entities",
    raw=(8, "custom", "letters as they are"),
    named=(2, "seen", "the legacy blog writes &mdash; and &rsquo;"),
)
INLINE = choice(
    "words.inline",
    links=(6, "seen", "citations are links in the text"),
    none=(3, "custom", "no inline markup"),
    mixed=(4, "seen", "strong, em and links within a paragraph"),
    spans=(2, "custom", "style spans and a wbr left by an editor"),
)
INDEX = choice(
    "words.index",
    none=(8, "custom", "no sub- or superscript that is a word"),
    words=(2, "inferred", "CO2, km2, 3rd: sub- and superscripts that must stay"),
)
NAMES = choice(
    "people.names",
    plain=(9, "seen", "first and last name"),
    initial=(1, "measured", "a middle initial: the page prints it, the head does not"),
    suffix=(1, "inferred", "Jr. or PhD in the name"),
    bracket=(1, "measured", "a short name in brackets"),
    particle=(1, "custom", "a lower-case particle: van der"),
)


@dataclass
class Person:
    """Somebody who wrote, edited or spoke."""

    name: str
    first: str
    last: str
    title: str
    bio: str
    slug: str
    outside: bool = False


@dataclass(frozen=True)
class Text:
    """The same words twice: as markup, and as a reader sees them."""

    html: str
    said: str


class Prose:
    """Makes the words of one page; no sentence comes twice."""

    def __init__(self, hand: Hand, language: Language) -> None:
        self.hand = hand
        self.language = language
        self._used: set[str] = set()
        self._names: set[str] = set()
        self._stops = hand.draw(STOPS)
        self._named = hand.draw(ENTITIES) == "named"
        self._inline = hand.draw(INLINE)
        self.names = hand.draw(NAMES) if language.code == "en" else "plain"

    def sentence(self) -> str:
        """A new sentence, which is no part of another: a reader would take it for that one's pull quote."""
        for _ in range(50):
            made = self._sentence()
            bare = made.casefold().removesuffix(self.language.stop)
            if not any(bare in used or used in bare for used in self._used):
                break
        self._used.add(bare)
        return made

    def opened(self) -> str:
        """A sentence that cannot be a part of another: it begins with an opener."""
        made = self.sentence()
        return made if made.startswith(self.language.openers) else self.opened()

    def _sentence(self) -> str:
        one, words = self.hand.one, self.language
        made = one(words.subjects) + words.gap + one(words.predicates)
        opened = self.hand.chance(0.5)
        if opened:
            made = one(words.openers) + words.after_opener + made
        if not opened or self.hand.chance(0.6):
            made += words.before_tail + one(words.tails)
        return made[0].upper() + made[1:] + words.stop

    def sentences(self, least: int = 2, most: int = 4) -> list[str]:
        return [self.sentence() for _ in range(self.hand.rng.randint(least, most))]

    def quotations(self, count: int) -> list[str]:
        """What somebody else said; other sentences when the page has quoted nearly all."""
        left = [each for each in self.language.quotations if each.casefold() not in self._used]
        made = self.hand.rng.sample(left, min(count, len(left)))
        self._used |= {each.casefold() for each in made}
        return made + [self.sentence() for _ in range(count - len(made))]

    def text(self, sentences: list[str], marker: str = "", marked: int = -1) -> Text:
        """A paragraph's inside; the marker, if any, stands at the end of the marked sentence."""
        said = self.language.between.join(sentences)
        parts = [self._inline_markup(self.markup(sentence)) for sentence in sentences]
        if marker:
            parts[marked] += marker
        stop = {"single": " ", "nbsp": "\u00a0 ", "double": "  "}[self._stops]
        return Text((stop if self.language.between else "").join(parts), plain(said))

    def markup(self, words: str) -> str:
        made = escape(words, quote=False)
        made = re.sub(r"_(\w+)_", r"<sub>\1</sub>", made)
        made = re.sub(r"\^(\w+)\^", r"<sup>\1</sup>", made)
        if self._named:
            made = made.replace("’", "&rsquo;").replace("—", "&mdash;").replace("é", "&eacute;")
        return made

    def _inline_markup(self, sentence: str) -> str:
        words = sentence.split(" ")
        if self._inline == "none" or len(words) < 6 or "<" in sentence or self.hand.chance(0.5):
            return sentence
        at = self.hand.rng.randint(1, len(words) - 4)
        many = self.hand.rng.randint(1, 3)
        inside = " ".join(words[at : at + many])
        link = f'<a href="https://example.org/{self.hand.rng.randint(100, 999)}">{inside}</a>'
        forms = [link]
        if self._inline == "mixed":
            forms += [
                f"<em>{inside}</em>",
                f"<strong>{inside}</strong>",
                f"<strong><em>{inside}</em></strong>",
            ]
        if self._inline == "spans":
            forms = [
                f'<span style="white-space: pre-wrap">{inside}</span>',
                f"<wbr>{inside}",
                f"<b></b>{inside}",
            ]
        return " ".join([*words[:at], self.hand.one(forms), *words[at + many :]])

    def headline(self) -> str:
        starts, ends = self.language.headlines
        for _ in range(50):
            made = self.hand.one(starts) + self.language.gap + self.hand.one(ends)
            if made not in self._used:
                break
        self._used.add(made)
        return made

    def person(self) -> Person:
        language, one = self.language, self.hand.one
        for _ in range(50):
            first, last = one(language.first_names), one(language.last_names)
            if not self._names & {first, last}:
                break
        self._names |= {first, last}
        slug = f"{self.hand.rng.choice('abcdefgh')}-{self.hand.rng.randint(10, 99)}"
        if language.code == "en":
            slug = f"{first}-{last}".lower()
        name = last + first if language.family_first else f"{first} {last}"
        if self.hand.chance(0.6):
            name = {
                "plain": name,
                "initial": f"{first} {self.hand.rng.choice('ABDKM')}. {last}",
                "suffix": f"{name} {self.hand.one(('Jr.', 'III', 'PhD'))}",
                "bracket": f"{first} ({first[:3]}) {last}",
                "particle": f"{first} van der {last.split('-')[-1]}",
            }[self.names]
        return Person(name, first, last, one(language.titles), one(language.bios).format(name=name), slug)


def plain(words: str) -> str:
    """The words of a sentence without the signs of sub- and superscripts."""
    return re.sub(r"\^(\w+)\^", r"\1", re.sub(r"_(\w+)_", r"\1", words))
