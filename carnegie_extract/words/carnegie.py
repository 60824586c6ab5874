"""Names of the institution: its sites, its centers, its blogs; and the networks that people share on."""

import re
from collections.abc import Iterable

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.agencies import is_agency
from carnegie_extract.words.dates import find_date, find_month
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.languages.language import LATIN, Language
from carnegie_extract.words.vocabulary import entries, is_word

BLOGS = entries("blogs")
_BLOGS_BY_PATH = {
    part: name
    for language in reversed(LANGUAGES)
    for name in reversed(language.blogs)
    for part in (letters(name), letters(name).removeprefix("carnegie"))
}
"""Blogs by their names as parts of addresses have them: without spaces, and without the Endowment's."""
_DEEPEST = 3
"""Parts of a path; a language and a center may stand before a blog."""
NETWORKS = frozenset(
    map(
        key,
        (
            "Facebook",
            "Twitter",
            "X",
            "LinkedIn",
            "WhatsApp",
            "Telegram",
            "WeChat",
            "Reddit",
            "Bluesky",
            "Google+",
            "Google Plus",
            "Pinterest",
            "Apple Podcasts",
            "Google Podcasts",
            "Spotify",
            "SoundCloud",
            "Stitcher",
            "YouTube",
        ),
    )
)
"""Sharing links carry these names alone."""

DOMAINS = (
    "carnegieendowment.org",
    "carnegie-mec.org",
    "carnegieeurope.eu",
    "carnegie.ru",
    "carnegiemoscow.org",
    "carnegieindia.org",
    "carnegietsinghua.org",
    "ceip.org",
)
"""All of the Endowment's sites are hosts of these."""
_HOSTS = tuple(f".{domain}" for domain in DOMAINS)
_PERIODICALS = entries("periodicals")
_NAMES = entries("names") | _PERIODICALS


def _forms(languages: Iterable[Language]) -> "re.Pattern[str]":
    return pattern("|".join(name for language in languages for name in language.institution), re.I)


_FORMS = _forms(LANGUAGES)
_LATIN_FORMS = _forms(language for language in LANGUAGES if language.script == LATIN)
"""Those of names in ASCII: all of them take long to compile."""
_BEFORE_SITE = pattern(r"\s?(?:[|–—]|::|\s[«-]\s)\s?")
_BEHIND_SITE = pattern(r"\s?(?:[|–—»]|::?|\s-\s)\s?")
_SPELLINGS = entries("carnegie")
_INITIALS = entries("initials")
_LONE_INITIALS = pattern(rf"\b(?:{'|'.join(_INITIALS)})\b")
_SIGNS = tuple(_SPELLINGS | _PERIODICALS)
"""What every name of the Endowment holds: Carnegie's, or that of a periodical without it."""
_NUMBER = pattern(r"\d+")
_NUMBER_IN_STREET = pattern(r"(?<=\s)(?!(?:19|20)\d\d\b)\d+(?=\s)")
_NUMBERED = tuple(entries("numbers"))
_NAMESAKES = entries("namesakes")
_LOGO = pattern(rf"(?:{'|'.join(_SPELLINGS | _INITIALS)})(?: [\w-]+){{0,4}} logo")
_RESERVED = entries("rights_reserved")
_YEAR = r"(?:19|20)\d\d"
_SIGNS_OF_RIGHTS = ("©", "(c)", "copyright", *_RESERVED)
_LONGEST_SIGN = 60
_BEFORE_HOLDER = pattern(rf"(?:(?:{'|'.join(map(re.escape, _SIGNS_OF_RIGHTS))})[\s\d.,–-]*){{1,3}}", re.I)
_BEHIND_HOLDER = pattern(rf"(?=(?:\s{_YEAR})?(?:[.。,].{{0,120}})?\Z)")
_BEHIND_NAME = pattern(rf"(?:copyright )?(?:©|\(c\)) ?{_YEAR}", re.I)
_BEFORE_COPYRIGHT = pattern(r"(?<=[.!?。])\s?(?=©|\(c\)|copyright)", re.I)
_LONGEST_NAME = 200
_LONGEST_RIGHTS = 120
_RIGHTS = pattern(
    rf"(?:©|\(c\)\s*{_YEAR}|copyright[\s:]*(?:©|\(c\)|{_YEAR}))|.*(?:{_YEAR}\s*©|©\s*{_YEAR})", re.I
)
_NOT_A_HOLDER = pattern(rf"©|\(c\)|copyright|{'|'.join(_RESERVED)}|[\d\s.,:;|–-]+", re.I)


def blog_in_path(path: str) -> str | None:
    """The known blog under whose path an address leads to a piece: "/europe/strategic-europe/2026/04/harbor"."""
    for part in map(letters, path.strip("/").split("/")[:-1][:_DEEPEST]):
        if part in _BLOGS_BY_PATH:
            return _BLOGS_BY_PATH[part]
    return None


def leads_elsewhere(href: str) -> bool:
    """Whether a link leads to another site: it names a host that is none of the Endowment's."""
    return read_address(href) is not None and not is_carnegie_address(href)


def is_carnegie_address(url: str) -> bool:
    """Whether `url` leads to one of the Endowment's sites."""
    address = read_address(url)
    return address is not None and f".{address.host}".endswith(_HOSTS)


def is_carnegie_name(name: str) -> bool:
    """Whether `name` is that of the Endowment or one of its centers, and nothing more."""
    name = fold(name) if len(name) <= _LONGEST_NAME else ""
    return _is_name(name)


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST_NAME or not names_carnegie(text):
        return False
    return key(text) in _NAMES or _forms_of(text).fullmatch(text) is not None


def _forms_of(text: str) -> "re.Pattern[str]":
    return _LATIN_FORMS if text.isascii() else _FORMS


def is_carnegie(text: str) -> bool:
    """Whether a text is the Endowment's name, a center's, or "Carnegie" alone."""
    text = fold(text)
    return key(text) in _SPELLINGS | _INITIALS or _is_name(text)


def is_postal_address(text: str) -> bool:
    """Whether a text is the name of the Endowment or a center and its street: "Carnegie Europe, 15 Rue …".

    No comma may stand between them, and what stands there may be a date, or the number of an issue.
    """
    if not (names_carnegie(text) and any(map(str.isdecimal, text))):
        return False
    name, _, street = (part.strip() for part in text.partition(","))
    if (inner := _NUMBER_IN_STREET.search(name)) is not None:
        name, street = name[: inner.start()], text[inner.start() :]
    if (
        street[:1].islower()
        or not is_carnegie_name(name)
        or _NUMBER.search(street) is None
        or key(street).startswith(_NUMBERED)
    ):
        return False
    return find_date(street) is None and find_month(street) is None


def names_carnegie(text: str) -> bool:
    """Whether a text holds Carnegie's name, in any language, or that of a periodical of the Endowment's."""
    bare = key(text)
    if any(sign in bare for sign in _SIGNS):
        return True
    return any(each in bare for each in _INITIALS) and _LONE_INITIALS.search(bare) is not None


def is_other_site(name: str) -> bool:
    """Whether a site's name is another's than the Endowment's; some of these are called Carnegie, too."""
    bare = key(name)
    return not names_carnegie(name) or any(other in bare for other in _NAMESAKES)


def is_logo(alt: str) -> bool:
    """Whether the words for a picture are those of the Endowment's logos: "Carnegie India lettermark logo"."""
    is_own = _LOGO.fullmatch(key(fold(alt))) is not None and not is_other_site(alt)
    return is_own or is_carnegie(alt)


def without_name_of_site(title: str) -> str | None:
    """A title without the Endowment's name at its end or its beginning, None where neither has it."""
    if not names_carnegie(title):
        return None
    for end in _BEFORE_SITE.finditer(title):
        if _is_name(title[end.end() :].strip()):
            return title[: end.start()]
    return _behind_site(title)


def _behind_site(title: str) -> str | None:
    starts = [
        start.end() for start in _BEHIND_SITE.finditer(title) if _is_name(title[: start.start()].strip())
    ]
    return title[starts[-1] :] if starts else None


def begins_with_site(title: str) -> bool:
    """Whether the Endowment's name stands before the headline in a title."""
    return names_carnegie(title) and _behind_site(title) is not None


def is_copyright(text: str) -> bool:
    """Whether a line is the Endowment's copyright, and not another's for a reprint: "© 2004 NAME", "NAME © 2004"."""
    may_be = key(text[:_LONGEST_SIGN]).startswith(_SIGNS_OF_RIGHTS)
    start = _BEFORE_HOLDER.match(text) if may_be else None
    if start is None:
        signed = "©" in text or "(c)" in text.lower()
        sign = _BEHIND_NAME.search(text[:_LONGEST_RIGHTS]) if signed else None
        return sign is not None and _is_name(text[: sign.start()].rstrip(" ,.|"))
    holder = text[start.end() :]
    return any(_is_name(holder[: end.start()]) for end in _BEHIND_HOLDER.finditer(holder))


def apart_from_copyright(text: str) -> tuple[str, str]:
    """The sentences that stand before a copyright in its line, and the copyright: "Write to us. © 2026 Harbor"."""
    *_, start = [match.start() for match in _BEFORE_COPYRIGHT.finditer(text)] or [0]
    return text[:start].rstrip(), text[start:].lstrip()


def is_rights_line(text: str) -> bool:
    """Whether a line says whose the rights are: it begins as a copyright line does, or says that they are reserved."""
    return _RIGHTS.match(text) is not None or any(word in key(text) for word in _RESERVED)


def is_copyright_of_another(text: str) -> bool:
    """Whether a short line is the copyright of somebody who is neither the Endowment nor a photo agency.

    One for a reprint here says nothing of the site: "© 2019 Harbor Gazette. Reprinted with permission.", nor does
    one without a holder behind a sentence on the Endowment: "Sada is a journal of the Carnegie Endowment. © 2012".
    """
    if len(text) > _LONGEST_RIGHTS or _RIGHTS.match(text) is None:
        return False
    if any(is_word("reprints", sentence) for sentence in text.split(". ")) and not names_carnegie(text):
        return False
    holder = fold(_NOT_A_HOLDER.sub(" ", text))
    if not holder or is_agency(holder) or _is_own(holder):
        return False
    before, last = apart_from_copyright(text)
    return not names_carnegie(before) or bool(fold(_NOT_A_HOLDER.sub(" ", last)))


def _is_own(holder: str) -> bool:
    bare = letters(holder)  # without the full stops of a name, as `holder` is
    is_named = bare == "carnegie" or bare.startswith(tuple(map(letters, _NAMES)))
    return is_named or _forms_of(holder).match(holder) is not None
