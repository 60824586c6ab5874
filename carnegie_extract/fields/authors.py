"""The authors: names from the byline, titles and bios from the lines about them."""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.base.record import Author
from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.fields.address import absolute, reached_by
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.lines.grammar import SEPARATORS
from carnegie_extract.lines.parts import is_linked, links_of, people_links, tokens
from carnegie_extract.lines.people import People, goes_on_about
from carnegie_extract.page.flow import SENTENCE_END, Line, ends_sentence
from carnegie_extract.page.marks import unmarked
from carnegie_extract.words.carnegie import is_carnegie_address
from carnegie_extract.words.dates import lone_date
from carnegie_extract.words.names import CONJUNCTIONS, is_affiliation, is_title, without_editor
from carnegie_extract.words.vocabulary import is_type_label, is_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.fields.field import Place
    from carnegie_extract.words.vocabulary import Words

_BETWEEN = pattern(r", | [–—-] | ?[|·•] ?")
_DIVIDERS = frozenset(",–—-|·•")
_LONGEST_TITLE = 200
_SHORTEST_BIO = 20
_OPENS_ANOTHER: Words = frozenset(("about_authors", "recent_work"))
_OF_ARTICLE = ("paragraph", "list-item", "quotation", "note")


class About(NamedTuple):
    """What one place says of an author."""

    title: str | None
    bio: str | None

    @property
    def parts(self) -> int:
        """How many of the two it says."""
        return (self.title is not None) + (self.bio is not None)


def printed_authors(evidence: Evidence) -> Found | None:
    """The names in the byline, else in the page's data; titles and bios from the lines about the authors."""
    people = evidence.judged.people
    about, links = read_about(evidence, people)
    addresses: dict[str, str] = {}
    for text, href in links.items():
        addresses.setdefault(letters(without_editor(text)), href)
    authors = []
    for name in people.names:
        fullest = max(about.get(name, ()), key=lambda each: each.parts, default=About(None, None))
        title = fullest.title or next((each.title for each in about.get(name, ()) if each.title), None)
        bio = fullest.bio or next((each.bio for each in about.get(name, ()) if each.bio), None)
        authors.append(Author(name, title, bio, absolute(addresses.get(letters(name)), evidence.url)))
    return found(tuple(authors), _place(evidence))


def _place(evidence: Evidence) -> Place:
    """Where the names come from: the byline, the page's data in their order, the section about the authors."""
    if evidence.header.byline:
        return evidence.header.byline[0].at
    if evidence.metadata.strings("authors"):
        return "metadata"
    if evidence.head.linked.authors:
        return "json-ld"
    about = evidence.places("author")
    return "head" if evidence.page.known_authors or not about else about[0]


AUTHORS = Field("authors", (printed_authors,), empty=())


def read_about(evidence: Evidence, people: People) -> tuple[dict[str, list[About]], dict[str, str]]:
    """What each place says of each author, in order; and the links to people, the last first."""
    places = _Places(people)
    byline: dict[str, str] = {}
    for part in evidence.header.byline:
        byline |= _links_of_site(evidence, part.line) | people_links(part.line)
    links = [byline]
    links += _read_lines(evidence, people, places, frozenset(byline.values()))
    places.close(None)
    for part in evidence.header.byline:
        for text in _names_and_titles(evidence, part.at):
            places.hear(text)
    places.close(None)
    found: dict[str, str] = {}
    for each in reversed(links):
        found |= each  # the first address of a name counts
    return places.about, found


def _links_of_site(evidence: Evidence, line: Line) -> dict[str, str]:
    """The links of a byline to the Endowment's own pages, wherever its sites kept those of people."""
    links = links_of(line) if line.may_link else []
    return {text: href for text, href in links if is_carnegie_address(reached_by(href, evidence.url) or "")}


def _read_lines(
    evidence: Evidence, people: People, places: _Places, known: frozenset[str]
) -> list[dict[str, str]]:
    """Hear what the lines about the authors say; their links to people. `known` are the authors' addresses."""
    links: list[dict[str, str]] = []
    previous = -1
    for at, line in evidence.lines("author"):
        words = evidence.flow.words_at(at)
        if words & _OPENS_ANOTHER or (previous >= 0 and _is_far(evidence, previous, at)):
            places.close(None)
        previous = at
        if "recent_work" in words or line.kind == "button":
            continue
        links.append(people_links(line))
        if is_linked(line) and people.opens(line.plain) is None and not is_title(line.plain):
            if not known.issuperset(links[-1].values()):
                places.close(None)  # somebody else
            continue
        if len(people.names) == 1 and is_word("bios", line.plain):
            places.hear(people.names[0])  # "The author is a fellow."
        for text in map(_without_label, _texts(line, people)):
            if text:
                places.hear(text)
    return links


def _without_label(text: str) -> str:
    """A text without the heading of its section, on a line of its own or before it: "About the author: Ann Lee is"."""
    label, _, rest = text.partition(":")
    return rest.strip() if is_word("about_authors", label) else text


class _Places:
    """The texts about the authors, each with the author whom it follows."""

    def __init__(self, people: People) -> None:
        self.about: dict[str, list[About]] = {}
        self._people = people
        self._current: str | None = None
        self._texts: list[str] = []

    def close(self, following: str | None) -> None:
        """What is known of the current author is whole; the next texts are about `following`."""
        if self._current is not None and self._texts:
            self.about.setdefault(self._current, []).append(_about(self._current, self._texts))
        self._texts = []
        self._current = following

    def hear(self, text: str) -> None:
        """The next text: the name of an author, or a text about one."""
        named = self._people.named(text)
        if named is not None:
            if named != self._current or self._texts:
                self.close(named)
            return
        opened = self._people.opens(text) if len(text) > _SHORTEST_BIO else None
        if opened is not None and opened != self._current and (self._current is None or self._texts):
            self.close(opened)
        if self._current is None and self._people.is_about_only(text):
            self._current = self._people.names[0]
        if self._current is not None:
            self._texts.append(text)


def _names_and_titles(evidence: Evidence, at: int) -> list[str]:
    """The names in a line of the byline, each before its title: behind a comma, in an element or a line of its own."""
    found: list[str] = []
    names = evidence.judged.people.names
    below = evidence.judged.verdicts.get(at + 1)
    lines = evidence.flow[at : at + 2 if below is not None and below.role == "author" else at + 1]
    for text in (text for line in lines for text in tokens(line)):
        places = sorted((text.find(name), name) for name in names if name in text)
        starts = [at for at, _ in places] + [len(text)]
        found.append(_without_conjunction(text[: starts[0]]))
        for (start, name), end in zip(places, starts[1:], strict=True):
            found += [name, _without_conjunction(text[start + len(name) : end])]
    return _before_labels(found, names)


def _before_labels(texts: list[str], names: list[str]) -> list[str]:
    """Names and titles; after a type label or a date comes an outlet, with any words."""
    kept: list[str] = []
    behind_name = True
    for text in texts:
        named = text in names
        behind_name = named or (behind_name and not is_type_label(text) and lone_date(text) is None)
        if named or (behind_name and is_affiliation(text)):
            kept.append(text)
    return kept


def _without_conjunction(text: str) -> str:
    """What stands between two names without the commas and the "and" at its end."""
    before, _, last = text.strip(SEPARATORS).rpartition(" ")
    bare = (before if key(last) in CONJUNCTIONS else text).strip(SEPARATORS)
    return bare[1:-1] if bare[:1] in "(（" and bare[-1:] in ")）" else bare


def _is_far(evidence: Evidence, previous: int, at: int) -> bool:
    """Whether text of the article stands between two lines about authors, or its notes."""
    verdicts = evidence.judged.verdicts
    return any(verdicts[n].role in _OF_ARTICLE for n in range(previous + 1, at))


def _texts(line: Line, people: People) -> list[str]:
    """The texts of a line that different elements hold, where the first is a name; else the line."""
    texts = [run.text for run in line.runs] or (
        [line.text] if len(line.text) > _LONGEST_TITLE else tokens(line)
    )
    parts = [text for part in texts if (text := unmarked(fold(part))[0])]
    if len(parts) > 1 and parts[1][:1].islower() and ends_sentence(line.plain) and people.is_bio(line):
        return [line.plain]  # the name is the subject of a sentence
    if line.runs or (parts and people.named(parts[0])):
        return parts
    return _name_and_title(line.plain, people) or [line.plain]


def _name_and_title(text: str, people: People) -> list[str]:
    """The name and the title of a line that is both: "Ann Lee, Fellow"."""
    may_be = len(text) <= _LONGEST_TITLE and text[-1:] not in SENTENCE_END and " " in text
    between = _BETWEEN.search(text) if may_be and not _DIVIDERS.isdisjoint(text) else None
    if between is None or people.named(text[: between.start()]) is None:
        return []
    name, title = text[: between.start()], text[between.end() :]
    return [name, title] if is_affiliation(title) else []


def _about(name: str, texts: list[str]) -> About:
    title: str | None = None
    bio = [text for text in texts if letters(text)]
    if bio and len(bio[0]) <= _LONGEST_TITLE and not _opens_with(bio[0], name):
        title = bio.pop(0) if bio[0][-1:] not in ".。।" or len(bio) > 1 else None
    sentences = [text for text in bio if text[-1:] in SENTENCE_END or goes_on_about(_behind(name, text))]
    return About(title, " ".join(sentences) or None)


def _opens_with(text: str, name: str) -> bool:
    """Whether a text opens with a name, or is a sentence that opens with its family name."""
    if letters(text).startswith(letters(name)):
        return True
    return text[-1:] in SENTENCE_END and letters(text.split(maxsplit=1)[0]) == letters(
        name.rsplit(maxsplit=1)[-1]
    )


def _behind(name: str, text: str) -> str:
    """What stands behind a name that a text opens with, in small letters; nothing where it opens otherwise."""
    return text[len(name) :].lstrip().casefold() if text.startswith(name) else ""
