"""The words of all languages as one set of landmarks: what a short text, or an opening, tells.

A role is the name of a field of `Language`: the text of a heading over footnotes has the role
"notes", whatever its language.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from carnegie_extract.languages import LANGUAGES
from carnegie_extract.quick import pattern
from carnegie_extract.text import ARABIC_MARKS, key

LONGEST_LANDMARK = 120
"""A heading or a label of more characters is prose."""

Roles = frozenset[str]

_WHOLE_FIELDS = (
    "type_labels in_the_media boxes learn_more subscribe buttons about_authors notes speakers tags comments "
    "places not_found search home without_text institutional"
).split()
_OPENING_FIELDS = (
    "by published updated newsletter summary source recent_work ends disclaimers notices not_found".split()
)
# Openings of whole paragraphs; the others open headings, labels and lines of the header.
_LONG_START = 7
_LONG_FIELDS = ("disclaimers", "notices", "summary")
# These open headings; a sentence that opens so is prose.
_HEADINGS_ONLY = frozenset(("newsletter", "recent_work", "ends"))
# Arabic and Chinese have one word for readers' comments and for a commentary: a count tells.
_AMBIGUOUS = frozenset(("type_labels", "comments"))
_AFTER = " :：()0123456789"
_COUNT = pattern(r"\s*\(?\d*\)?\s*[:：]?$")
_NONE: Roles = frozenset()
# After a letter, before one that is no small one: where a word may begin.
_GLUED = pattern(r"(?<=\w)(?=[^\W\d_a-zа-я])")


def _words(fields: Iterable[str]) -> list[tuple[str, str]]:
    return [
        (key(word), field) for field in fields for language in LANGUAGES for word in getattr(language, field)
    ]


def _by_whole() -> dict[str, Roles]:
    roles: dict[str, Roles] = {}
    for field in _WHOLE_FIELDS:
        alone = frozenset((field,))
        for word, _ in _words([field]):
            bare = word.rstrip(" :：")
            roles[bare] = roles[bare] | alone if bare in roles else alone
    return roles


Opening = tuple[str, list[str], str]
"""The first part of an opening, the parts that follow after anything else, and its role."""


def _by_start(fields: Iterable[str]) -> dict[str, list[Opening]]:
    """Openings by their first two letters, the longest first."""
    starts: dict[str, list[Opening]] = {}
    for word, field in sorted(_words(fields), key=_length, reverse=True):
        first, *others = map(str.strip, word.split("…")) if "…" in word else (word,)
        starts.setdefault(first[:2], []).append((first, others, field))
    return starts


def _length(word: tuple[str, str]) -> int:
    return len(word[0].partition("…")[0].rstrip())


def _spellings(starts: Iterable[str]) -> frozenset[str]:
    """How a page may write the starts of openings; two letters of those that are short or carry marks."""
    found: set[str] = set()
    for start in starts:
        if len(start) < _LONG_START or "\u0590" < start[0] < "\u0900":
            found |= {start[:2], start[:2].upper(), start[:2].capitalize()}
            found |= {start[0] + mark for mark in ARABIC_MARKS}
        else:
            found |= {start, start.upper(), start[0].upper() + start[1:]}
            found.add(" ".join(word[:1].upper() + word[1:] for word in start.split(" ")))
    return frozenset(found)


_WHOLE = _by_whole()
_OPENINGS = _by_start(_OPENING_FIELDS)
_LONG_OPENINGS = [opening for openings in _by_start(_LONG_FIELDS).values() for opening in openings]
_LONG_STARTS = _spellings(first[:_LONG_START] for first, _, _ in _LONG_OPENINGS)
CONJUNCTIONS = frozenset(word for word, _ in _words(["conjunctions"]))


def roles(text: str) -> Roles:
    """What a folded text can be: a few of hundreds of blocks are anything but prose."""
    return _long_roles(text) if len(text) > LONGEST_LANDMARK else _short_roles(text)


# The same labels stand on every page.
@lru_cache(maxsize=4096)
def _short_roles(text: str) -> Roles:
    bare = key(text)
    found = _WHOLE.get(bare, _NONE)
    if found >= _AMBIGUOUS:
        found -= {"comments"}
    elif not found and bare[-1:] in _AFTER:
        found = _WHOLE.get(bare[:-1].rstrip() if bare[-1:] in (":", "：") else bare, _NONE)
        if "comments" in _WHOLE.get(_COUNT.sub("", bare), _NONE):
            found |= {"comments"}
    opened = {role for first, others, role in _OPENINGS.get(bare[:2], ()) if _opens(bare, first, others)}
    if opened & _HEADINGS_ONLY and not (is_heading_like(text) or text[0] == "©"):
        opened -= _HEADINGS_ONLY
    return found | opened


def _long_roles(text: str) -> Roles:
    # Nearly every paragraph ends here, so no case is folded yet.
    if text[:_LONG_START] not in _LONG_STARTS and text[:2] not in _LONG_STARTS:
        return _NONE
    bare = key(text[:300])
    return frozenset(role for first, others, role in _LONG_OPENINGS if _opens(bare, first, others))


def _opens(text: str, first: str, others: list[str]) -> bool:
    if not text.startswith(first):
        return False
    at = len(first)
    for part in others:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def _has(role: str) -> Callable[[str], bool]:
    return lambda text: role in roles(text)


is_type_label = _has("type_labels")
is_in_the_media = _has("in_the_media")
is_box_label = _has("boxes")
is_learn_more = _has("learn_more")
is_button = _has("buttons")
is_comments = _has("comments")
is_place = _has("places")
is_not_found = _has("not_found")
is_search = _has("search")
is_home = _has("home")
may_have_no_text = _has("without_text")
is_institutional = _has("institutional")
opens_notice = _has("notices")


def glued_label(text: str) -> str:
    """The type label that a text begins with and that no space divides from the rest; "" for none."""
    for match in _GLUED.finditer(text[:40]):
        if is_type_label(text[: match.start()]):
            return text[: match.start()]
    return ""


def is_published_label(text: str) -> bool:
    """Whether `text` is the label before a date and nothing else."""
    return after_label("published", text) == ""


def after_label(role: str, text: str) -> str | None:
    """What follows a label at the start of `text`; None when it does not start with one.

    A label is followed by the end, a space, a digit or a colon: "By Ann Lee", not "Bystanders".
    """
    bare = key(text[:80])
    for first, _, field in _OPENINGS.get(bare[:2], ()):
        if field == role and bare.startswith(first):
            rest = _drop(text, len(first))
            ended = not first[-1].isalnum()
            if not rest or ended or rest[0].isspace() or rest[0].isdigit() or rest[0] in ":：":
                return rest.lstrip(" \xa0:：\t\n").strip()
    return None


def before_label(is_label: Callable[[str], bool], text: str) -> str:
    """`text` without a label at its end, of up to four words; all of it where there is none."""
    parts = text.split()
    for count in range(min(4, len(parts)), 0, -1):
        if is_label(" ".join(parts[-count:])):
            return " ".join(parts[:-count])
    return text


def _drop(text: str, length: int) -> str:
    """`text` without its first characters, of which `key` makes `length`."""
    at = next(at for at in range(length, len(text) + 1) if len(key(text[:at])) >= length)
    while at < len(text) and not text[at].isspace() and key(text[: at + 1]) == key(text[:at]):
        at += 1  # a vowel mark of the last letter
    return text[at:]


def is_credit(text: str) -> bool:
    """Whether `text` is a credit line: "Source: Getty"."""
    if len(text) > LONGEST_LANDMARK or not (":" in text[:24] or "：" in text[:24]):
        return False
    return after_label("source", text) is not None


def is_heading_like(text: str) -> bool:
    """Short and no sentence: a heading such as "More Work from Carnegie Politika"."""
    return len(text) <= LONGEST_LANDMARK and text.rstrip(":： ")[-1:] not in ".!?。؟।;,"
