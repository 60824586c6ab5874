"""BibTeX: an entry for each article, in UTF-8, for BibTeX and biblatex alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from carnegie_extract.formats.citation import PUBLISHER, Keys, Name, day, names
from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.prose import clean

_LATEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",  # "\{" would count as a brace that opens
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "$&%#_"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_LIGATURE = re.compile(r"(?<=([-`'<>,]))(?=\1)")
"""Where TeX makes one letter of two, such as a dash of hyphens."""
_DIVIDES_NAMES = re.compile(r",|\band\b|\bothers\b", re.I)
_NOT_IN_ADDRESS = re.compile(r"[\s{}\\\"]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""Names that BibTeX's styles spell out."""
_LANGUAGES = {
    "en": "english",
    "ru": "russian",
    "uk": "ukrainian",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "ar": "Arabic",
    "zh": "Chinese",
    "hi": "Hindi",
}
"""Languages by the names that biblatex translates, or else prints."""
_REPORTS = {"paper": "Paper", "report": "Report"}
"""By the kind of the page, what its report is called."""


def entries(records: Iterable[Record], _: Style) -> Iterator[bytes]:
    """The entries, which empty lines divide."""
    keys = Keys()
    for number, record in enumerate(records):
        fields = "".join(f"  {name} = {value},\n" for name, value in _fields(record))
        gap = "\n" if number else ""
        yield f"{gap}@{_type(record)}{{{keys.of(record)},\n{fields}}}\n".encode()


def _type(record: Record) -> str:
    if record["kind"] in _REPORTS:
        return "techreport"
    return "book" if record["kind"] == "book" else "misc"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    """The fields of an entry that have a value."""
    yield "title", f"{{{{{escaped(record['headline'])}}}}}"  # twice: its capitals stay
    if record["authors"]:
        yield "author", f"{{{' and '.join(map(_name, names(record)))}}}"
    yield from _date(record)
    yield from _where(record)
    if record["url"]:
        yield "url", f"{{{_address(record['url'])}}}"
    if (saved := day(record["saved_at"])) is not None:
        yield "urldate", "{{{:04}-{:02}-{:02}}}".format(*saved)
    texts = {
        "abstract": record["dek"],
        "keywords": ", ".join(record["topics"] + record["regions"]),
        "language": _LANGUAGES.get((record["language"] or "").partition("-")[0]),
    }
    for name, text in texts.items():
        if text:
            yield name, f"{{{escaped(text)}}}"


def _date(record: Record) -> Iterator[tuple[str, str]]:
    """The day for biblatex, and year and month for BibTeX, whose styles know no day."""
    published = day(record["date"])
    if published is not None and 1 <= published[1] <= len(_MONTHS):
        yield "date", "{{{:04}-{:02}-{:02}}}".format(*published)
        yield "year", f"{{{published[0]:04}}}"
        yield "month", _MONTHS[published[1] - 1]


def _where(record: Record) -> Iterator[tuple[str, str]]:
    """Who published it: the field is another one for each type."""
    kind = record["kind"]
    if kind in _REPORTS:
        yield "type", f"{{{_REPORTS[kind]}}}"
        yield "institution", f"{{{PUBLISHER}}}"
    elif kind == "book":
        yield "publisher", f"{{{PUBLISHER}}}"
    else:
        place = f"{record['blog']}, {PUBLISHER}" if record["blog"] else PUBLISHER
        yield "howpublished", f"{{{escaped(place)}}}"


def _name(name: Name) -> str:
    """A name as "von Last, Jr, First"; one without parts in braces."""
    if not name.given:
        whole = f"{{{escaped(name.family)}}}"
        return f"{whole}, {_part(name.suffix)}, {{}}" if name.suffix else whole
    family = " ".join(_part(part) for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, _part(name.suffix), _part(name.given)) if part)


def _part(part: str) -> str:
    """A part of a name; in braces where it holds what divides names."""
    text = escaped(part)
    return f"{{{text}}}" if _DIVIDES_NAMES.search(part) else text


def escaped(text: str) -> str:
    """A text as LaTeX prints it; its braces are balanced."""
    return _LIGATURE.sub("{}", _SPECIAL.sub(lambda match: _LATEX[match[0]], clean(text)))


def _address(url: str) -> str:
    r"""An address as `\url` takes it."""
    return _NOT_IN_ADDRESS.sub(lambda match: quote(match[0], safe=""), url)


BIBTEX = Format("bibtex", (".bib",), entries)
