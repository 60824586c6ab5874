"""The last lines of a body that do not belong to its text: each recognized by itself, not by its neighbors."""

from __future__ import annotations

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import letters
from carnegie_extract.lines.grammar import between_bars, is_mostly
from carnegie_extract.lines.judgement import Verdict
from carnegie_extract.lines.parts import ITALICS, is_linked, is_set_in, links_of
from carnegie_extract.page.flow import COMMAS, STOPS, Line
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.carnegie import (
    is_carnegie_address,
    is_copyright,
    is_copyright_of_another,
    is_postal_address,
    leads_elsewhere,
)
from carnegie_extract.words.names import are_names
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    after_label,
    at_colon,
    is_credit,
    is_word,
    opens_with,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.words.vocabulary import Words

_LONGEST = 300
"""Characters of a line with an address and a copyright."""
_NONE: frozenset[str] = frozenset()
_COMMAS = frozenset(COMMAS)
_QUOTES = "'’\"”»)"
_OPENING = frozenset("([（［【")
_SET_APART = "([（［【】］）]) *"
_OPENING_QUOTES = frozenset('“„«‘"')
_LONGEST_DAY, _LONGEST_TRANSLATED = 20, 60
_OF_ORIGIN: Words = frozenset(("reprints", "translated", "contributors"))
_BETWEEN_CLAUSES = pattern(r"(?<=[\w»”)]{2})\.\s+|[。;；؛،，,]\s*")
_MOST_BEHIND = 20
"""Letters behind the link to the whole text: "in the Gazette"."""
_MAILED = pattern(r"\w@([\w.-]*\w)")
"""The host behind an address for mail."""
_WORDS_BESIDE = 3
"""Words beside an address, as in "Printed from"."""


def closing_verdict(line: Line) -> Verdict | None:
    """What a line is that may close a page below its text, None for anything that can be text."""
    if line.kind in ("p", "text", "li") and after_label("by", line.plain) == "":
        return Verdict("author", "label_over_names")
    if line.kind not in ("p", "text") or len(line.text) > _LONGEST:
        return None
    if _asks_to_subscribe(line.plain):
        return Verdict("newsletter", "asks_to_subscribe")
    if _is_foot_of_print(line) or says_where_to_write(line):
        return Verdict("footer", "foot_of_print")
    return _closing_note(line) if len(line.text) <= LONGEST_LANDMARK else None


def _closing_note(line: Line) -> Verdict | None:
    """What a short line is that says where a text comes from, who had a part in it, or where to go on.

    It may stand in brackets or behind a star.
    """
    text = line.plain.strip(_SET_APART)
    words = words_of(text) if text and _may_be_note(line) else _NONE
    credited = _is_credit_in_brackets(line.plain) or _names_who_took_part(line.plain)
    if credited or ("translated" in words and len(text) <= _LONGEST_TRANSLATED) or _tells_of_origin(text):
        return Verdict("credit", "who_took_part")
    if ("reprints" in words and not _says_when(text)) or _leads_to_whole_text(line):
        return Verdict("outlet", "where_the_text_was")
    return Verdict("navigation", "row_of_links") if _is_row_of_links(line) else None


def _may_be_note(line: Line) -> bool:
    """Whether a line is set in italics, as notes on a text are, or has no comma after which it goes on."""
    return _COMMAS.isdisjoint(line.text) or is_set_in(line, ITALICS)


def _asks_to_subscribe(text: str) -> bool:
    """Whether a text asks its readers for their address: "Subscribe for updates from our experts."."""
    asks = len(text) <= LONGEST_LANDMARK and _COMMAS.isdisjoint(text)
    return asks and opens_with("newsletter", text)


def _says_when(text: str) -> bool:
    """Whether a text that opens as a note on a reprint says a year instead: "First published in 1909, the book"."""
    return (after_label("reprints", text) or "")[:1].isdigit()


def _is_foot_of_print(line: Line) -> bool:
    """Whether a line is the foot of a print: the page's address, a copyright, or where the Endowment's office is.

    A label may stand over the page's address: "Web address of this page:". Links may stand over or below all these.
    """
    pieces = [piece for each in line.text.split(BREAK) if (piece := each.strip())]
    if is_postal_address(", ".join(pieces)):
        return True
    others = [piece for piece in pieces if not (_has_rights(piece) or _is_address(piece))]
    if not others or len(others) == len(pieces):
        return bool(pieces) and not others
    links = dict(links_of(line)) if line.may_link else {}
    return bool(links) and all(is_mostly(piece, links) for piece in others)


def _has_rights(text: str) -> bool:
    """Whether a text is the Endowment's copyright, or that of whoever printed the piece first."""
    return is_copyright(text) or is_copyright_of_another(text)


def _is_credit_in_brackets(text: str) -> bool:
    """Whether a text is a picture's credit or a source, and stands in brackets: "(Photo: Ann Lee)"."""
    return text[:1] in _OPENING and is_credit(text[1:-1].strip())


def says_where_to_write(line: Line) -> bool:
    """Whether a line is a label and a link that opens a letter, or gives an address for mail to the Endowment."""
    may_mail = "@" in line.text and len(line.text) <= LONGEST_LANDMARK
    if may_mail and any(is_carnegie_address(f"//{to}") for to in _MAILED.findall(line.plain)):
        return True
    links = links_of(line) if line.may_link else []
    mailed = bool(links) and all(href.lower().startswith("mailto:") for _, href in links)
    return mailed and is_mostly(at_colon(line.plain)[1], dict(links))


def _is_address(text: str) -> bool:
    """Whether a text is an address at the Endowment's, behind a word or two, beside a day: "Printed from"."""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    if not 0 < len(words) <= _WORDS_BESIDE + 1:
        return False
    last = words[-1]
    return is_carnegie_address(last) or is_carnegie_address(f"//{last}")


def _tells_of_origin(text: str) -> bool:
    """Whether each clause of a text says where it was first, when, or who translated it: outlet and translator."""
    if not text or _OF_ORIGIN.isdisjoint(words_of(text)):
        return False
    clauses = [clause for each in _BETWEEN_CLAUSES.split(text) if (clause := each.strip(" .)）"))]
    return len(clauses) > 1 and all(map(_says_origin, clauses))


def _says_origin(clause: str) -> bool:
    day = len(clause) <= _LONGEST_DAY and any(map(str.isdigit, clause))
    return day or not _OF_ORIGIN.isdisjoint(words_of(clause))


def _names_who_took_part(text: str) -> bool:
    """Whether a text is a label and nothing but names: "Discussants: Ann Lee, Bo Ray"."""
    label, names = at_colon(text)
    return bool(names) and is_word("speakers", label) and are_names(names)


def _leads_to_whole_text(line: Line) -> bool:
    """Whether a line says that the whole text stands elsewhere, and leads there: "Read the full article in …"."""
    links = links_of(line) if "full_text" in words_of(line.plain) else []
    if not links or len(letters(line.plain.rpartition(links[-1][0])[2])) > _MOST_BEHIND:
        return False
    addresses = [href for _, href in links if read_address(href) is not None]
    return bool(addresses) and all(map(leads_elsewhere, addresses))


def _is_row_of_links(line: Line) -> bool:
    """Whether a line is nothing but links, or what bars divide and one of it is a link: "Order online | $27.95"."""
    if not line.may_link or line.plain.rstrip(_QUOTES)[-1:] in STOPS or line.plain[:1] in _OPENING_QUOTES:
        return False
    parts = between_bars(line.plain)
    linked = {text for text, _ in links_of(line)}
    return is_linked(line) or (len(parts) > 1 and parts[0] in linked)
