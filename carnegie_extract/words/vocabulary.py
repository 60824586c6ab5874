"""The words of all languages as one set of landmarks: what a short text, or an opening, can be.

A word's kind is the name of a field of `Language`: the text of a heading over footnotes has the kind "notes",
whatever its language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import ARABIC_MARKS, key
from carnegie_extract.words.languages import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeVar

    Word = Literal[
        "about_authors", "additional_links", "back_links", "bios", "boxes", "buttons", "by", "captions", "comments",
        "contents", "contributors", "corrections", "disclaimers", "edited", "ends", "full_text", "home", "in_the_media",
        "institutional", "languages_offered", "learn_more", "link_copied", "moderated", "newsletter", "not_found",
        "notes", "notices", "places", "players", "published", "recent_work", "reprints", "search", "series", "share",
        "sharing", "source", "speakers", "subscribe", "summary", "table_notes", "tables", "tags", "thanks",
        "translated", "type_labels", "updated", "without_text",
    ]  # fmt: skip
    Kind = Literal[
        Word, "articles", "before_times", "blogs", "carnegie", "conjunctions", "editions", "editors", "hours",
        "half_days", "initials", "introduce", "language_names", "missing_image", "name_suffixes", "names", "namesakes",
        "newspapers", "numbers", "particles", "periodicals", "reading_time", "rights_reserved", "seasons", "titles",
        "top_links", "units",
    ]  # fmt: skip
    """A field of `Language` that holds words, each a text or an opening of its own."""
    _Kind = TypeVar("_Kind", bound=Kind)
    Words = frozenset[Word]

LONGEST_LANDMARK = 120
"""A heading or a label of more characters is prose."""

_WHOLE: tuple[Word, ...] = (
    "type_labels", "in_the_media", "boxes", "learn_more", "subscribe", "buttons", "link_copied", "about_authors",
    "additional_links", "share",
    "notes", "speakers", "tags", "comments", "contents", "places", "not_found", "search", "home", "without_text",
    "institutional",
)  # fmt: skip
_OPENING: tuple[Word, ...] = (
    "by", "contributors", "edited", "moderated", "published", "updated", "languages_offered", "newsletter", "players",
    "sharing", "summary", "source", "table_notes", "recent_work", "ends", "disclaimers", "notices", "thanks",
    "corrections", "bios", "reprints", "translated", "full_text", "series",
)  # fmt: skip
# Openings of whole paragraphs; the others open headings, labels and lines of the header.
_LONG: tuple[Word, ...] = ("disclaimers", "notices", "reprints", "summary", "thanks", "corrections", "bios")
_LONG_START = 7
_LONGEST_SUMMARY = 30
# These open headings; a sentence that opens so is prose.
_HEADINGS_ONLY: frozenset[Word] = frozenset(
    ("newsletter", "recent_work", "ends", "players", "languages_offered")
)
# These may be exclamations.
_CALLS: Words = frozenset(("newsletter",))
# Arabic and Chinese have one word for readers' comments and for a commentary: a count tells.
_AMBIGUOUS: frozenset[Word] = frozenset(("type_labels", "comments"))
# A heading may say how many there are.
_COUNTED: frozenset[Word] = frozenset(("comments", "notes"))
_AFTER = " :：()0123456789"
_COUNT = pattern(r"\s?\(?\d{0,9}\)?\s?[:：]?$")
_WORDS = pattern(r"\W+")
_NONE: Words = frozenset()
_TAGS: Words = frozenset(("tags",))
# After a letter, before one that is not lower-case: where a word may begin.
_GLUED = pattern(r"(?<=\w)(?=[^\W\d_a-zа-я])")


def entries(kind: Kind) -> frozenset[str]:
    """The entries of a field in all languages, as `key` compares them."""
    return frozenset([word for _, words in _folded((kind,)) for word in words])


def _folded(kinds: Iterable[_Kind]) -> Iterator[tuple[_Kind, list[str]]]:
    """The entries of some fields, language by language, as `key` compares them: those of a field folded at once."""
    for language in LANGUAGES:
        for kind in kinds:
            if words := getattr(language, kind):
                yield kind, key("\n".join(words)).split("\n")


def _by_whole() -> dict[str, Words]:
    kinds: dict[str, Words] = {}
    for kind, words in _folded(_WHOLE):
        alone = frozenset((kind,))
        for word in words:
            bare = word.rstrip(" :：")
            kinds[bare] = kinds[bare] | alone if bare in kinds else alone
    return kinds


Opening = tuple[str, tuple[str, ...], "Word"]
"""The first part of an opening, the parts that follow after anything else, and its kind."""


def _by_start() -> dict[str, list[Opening]]:
    """Openings by their first two letters, or by the only one: "由 … 译"."""
    starts: dict[str, list[Opening]] = {}
    for kind, words in _folded(_OPENING):
        for word in words:
            first, *others = map(str.strip, word.split("…")) if "…" in word else (word,)
            starts.setdefault(first[:2], []).append((first, tuple(others), kind))
    return starts


def _long_starts() -> frozenset[str]:
    """How paragraphs begin that an opening of whole paragraphs opens; two letters of what may carry marks."""
    found: set[str] = set()
    for _, words in _folded(_LONG):
        for word in words:
            start = word.partition("…")[0].rstrip()[:_LONG_START]
            if "\u0590" < start[0] < "\u0900":
                found |= {start[:2], *(start[0] + mark for mark in ARABIC_MARKS)}
            else:
                found.add(start if len(start) == _LONG_START else start[:2])
    return frozenset(found)


_TOP_LINKS = entries("top_links")
_BY_WHOLE = _by_whole()
_BY_START = _by_start()
_LONG_STARTS = _long_starts()


def words_of(text: str) -> Words:
    """What a folded text can be: a few of hundreds of lines are anything but prose."""
    if len(text) <= LONGEST_LANDMARK:
        return _short_words(text)
    if text[0] == "©":
        return _short_words(text[:LONGEST_LANDMARK])
    # Nearly every paragraph ends here.
    start = text[:_LONG_START].casefold()[:_LONG_START]
    if start not in _LONG_STARTS and start[:2] not in _LONG_STARTS:
        return _NONE
    return _long_words(text)


# The same labels stand on every page.
@lru_cache(maxsize=4096)
def _short_words(text: str) -> Words:
    bare = key(text)
    found = _BY_WHOLE.get(bare, _NONE)
    if found >= _AMBIGUOUS:
        found -= {"comments"}
    elif not found and bare[-1:] in _AFTER:
        found = _BY_WHOLE.get(bare[:-1].rstrip() if bare[-1:] in (":", "：") else bare, _NONE)
        found |= _BY_WHOLE.get(_COUNT.sub("", bare), _NONE) & _COUNTED
    elif bare[:1].isdecimal() and "comments" in _BY_WHOLE.get(bare.lstrip("0123456789 "), _NONE):
        found = frozenset(("comments",))
    if not found and "tags" in _BY_WHOLE.get(_label(bare), _NONE):
        found = _TAGS
    opened = {kind for first, others, kind in _openings(text) if _goes_on(bare, len(first), others)}
    if opened & _HEADINGS_ONLY and not (is_heading_like(text) or text[0] == "©"):
        opened -= _HEADINGS_ONLY - (_CALLS if text[-1] in "!！" else _NONE)
    return found | opened


def at_colon(text: str) -> tuple[str, str]:
    """What stands before the first colon of a text and behind it; behind is nothing without one."""
    before, _, behind = text.replace("：", ":").partition(":")
    return before, behind.strip()


def has_early_colon(text: str) -> bool:
    """Whether a colon ends the first words of a text, as behind a label."""
    return ":" in text[:24] or "：" in text[:24]


def _label(bare: str) -> str:
    """What stands before the first colon of a text, and behind the last bar there: "Print | Tags: Trade"."""
    return at_colon(bare)[0].rpartition("|")[2].strip()


def _long_words(text: str) -> Words:
    bare = key(text[:300])
    openings = [opening for opening in _openings(text[:LONGEST_LANDMARK]) if opening[2] in _LONG]
    return frozenset(kind for first, others, kind in openings if _goes_on(bare, len(first), others))


# A line of the header is asked for one label after the other.
@lru_cache(maxsize=4096)
def _openings(text: str) -> tuple[Opening, ...]:
    """The openings whose first part a text begins with, the longest first."""
    bare = key(text)
    known = (*_BY_START.get(bare[:2], ()), *_BY_START.get(bare[:1], ()))
    found = [opening for opening in known if bare.startswith(opening[0])]
    return tuple(sorted(found, key=lambda opening: len(opening[0]), reverse=True))


def _goes_on(text: str, at: int, others: tuple[str, ...]) -> bool:
    """Whether a text holds the other parts of an opening from a place on, in their order."""
    for part in others:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def is_word(kind: Word, text: str) -> bool:
    """Whether a text is, or opens with, one of the words of a kind."""
    return kind in words_of(text)


def _is(kind: Word) -> Callable[[str], bool]:
    return lambda text: kind in words_of(text)


is_type_label = _is("type_labels")
_COMMENTS = entries("comments")


def heads_comments(text: str) -> bool:
    """Whether a text may be the heading of readers' comments; in some languages it may be a type label as well."""
    return "comments" in words_of(text) or key(text).rstrip(_AFTER) in _COMMENTS


is_in_the_media = _is("in_the_media")
is_button = _is("buttons")
is_comments = _is("comments")
is_not_found = _is("not_found")
is_search = _is("search")
is_home = _is("home")
may_have_no_text = _is("without_text")
is_institutional = _is("institutional")


def is_top_link(text: str) -> bool:
    """Whether the text of a link has a word that tells it to lead to the top of the page."""
    return not _TOP_LINKS.isdisjoint(_WORDS.split(key(text)))


def is_summary(text: str) -> bool:
    """Whether a text is the label of a dek and nothing more, with the colon of its language or without."""
    return len(text) <= _LONGEST_SUMMARY and after_label("summary", f"{text}:") == ""


def glued_label(text: str) -> str:
    """The type label that a text begins with and that no space divides from the rest; "" for none."""
    for match in _GLUED.finditer(text[:40]):
        if is_type_label(text[: match.start()]):
            return text[: match.start()]
    return ""


def is_published_label(text: str) -> bool:
    """Whether `text` is the label before a date and nothing else."""
    return after_label("published", text) == ""


def is_published_by(text: str) -> bool:
    """Whether a text says who published a piece, or is about to: "Published by Foreign Affairs"."""
    rest = after_label("published", text)
    return bool(rest) and after_label("by", rest or "") is not None


def opens_with(kind: Word, text: str) -> bool:
    """Whether a text opens with a word of a kind, though it is a sentence."""
    return any(found == kind for _, _, found in _openings(text[:LONGEST_LANDMARK]))


def after_label(kind: Word, text: str) -> str | None:
    """What follows a label at the start of `text`; None when it does not start with one.

    A label is followed by the end, a space, a digit or a colon: "By Ann Lee", not "Bystanders".
    """
    for first, _, found in _openings(text[:LONGEST_LANDMARK]):
        if found == kind:
            rest = _drop(text, len(first))
            ended = not first[-1].isalnum()
            if not rest or ended or rest[0].isspace() or rest[0].isdigit() or rest[0] in ":：":
                return rest.lstrip(" \xa0:：\t\n").strip()
    return None


def before_label(is_label: Callable[[str], bool], text: str) -> str:
    """`text` without a label at its end, of up to four words; all of it where there is none."""
    parts = text.rsplit(None, 4)
    for at in range(max(len(parts) - 4, 0), len(parts)):
        if is_label(" ".join(parts[at:])):
            return " ".join(parts[:at])
    return text


def _drop(text: str, length: int) -> str:
    """`text` without its first characters, of which `key` makes `length`."""
    at = next(at for at in range(length, len(text) + 1) if len(key(text[:at])) >= length)
    return text[at:].lstrip(ARABIC_MARKS) if "\u0590" < text[:1] < "\u0900" else text[at:]


def is_credit(text: str) -> bool:
    """Whether `text` is a credit line: "Source: Getty"."""
    if len(text) > LONGEST_LANDMARK or not has_early_colon(text):
        return False
    return after_label("source", text) is not None


def is_heading_like(text: str) -> bool:
    """Short and no sentence: a heading such as "More Work from Carnegie Politika", or "More from Ann Lee..."."""
    bare = text.rstrip(":： ").removesuffix("...")
    return len(text) <= LONGEST_LANDMARK and bare[-1:] not in ".!?。؟।;,"
