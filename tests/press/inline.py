"""The small markup in which the texts of the fixtures are written.

``**strong**``, ``*em*``, ``[words](address)``, ``[^1]`` (a note marker), ``~`` (NBSP), ``{br}``,
``{zwsp}`` (U+200B), ``{sub:2}``, ``{sup:rd}``. Each text can be had as HTML, as the text a reader
sees (what the record holds) and as the text a browser would copy.
"""

import html
import re
from collections.abc import Callable

Marker = Callable[[str], str]

NBSP = "\N{NO-BREAK SPACE}"
ZWSP = "\N{ZERO WIDTH SPACE}"

_NOTE = re.compile(r"\[\^(\d+)\]")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EM = re.compile(r"\*(.+?)\*")
_SMALL = re.compile(r"\{(sub|sup):([^{}]+)\}")

_NAMED = {
    "\N{LEFT DOUBLE QUOTATION MARK}": "&ldquo;",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "&rdquo;",
    "\N{RIGHT SINGLE QUOTATION MARK}": "&rsquo;",
    "\N{EM DASH}": "&mdash;",
    "\N{EN DASH}": "&ndash;",
    "\N{HORIZONTAL ELLIPSIS}": "&hellip;",
    NBSP: "&nbsp;",
}


def escape(text: str) -> str:
    """For plain words in element content and in attribute values."""
    return html.escape(text, quote=True)


def named_entities(markup: str) -> str:
    """Typographic characters as named entities, as the pages before 2024 have them."""
    return "".join(_NAMED.get(char, char) for char in markup)


def sup_marker(number: str) -> str:
    """``<sup>`` with the id, a link inside."""
    return f'<sup id="footnote-ref-{number}"><a href="#footnote-{number}">{number}</a></sup>'


def link_marker(number: str) -> str:
    """A bare link that carries the id itself."""
    return f'<a id="footnote-ref-{number}" href="#footnote-{number}">{number}</a>'


def to_html(text: str, marker: Marker = sup_marker) -> str:
    """The text as HTML."""
    out = html.escape(text, quote=False).replace("'", "&#x27;")
    out = _NOTE.sub(lambda m: marker(m[1]), out)
    out = _LINK.sub(r'<a href="\2">\1</a>', out)
    out = _STRONG.sub(r"<strong>\1</strong>", out)
    out = _EM.sub(r"<em>\1</em>", out)
    out = _SMALL.sub(r"<\1>\2</\1>", out)
    return out.replace("{br}", "<br>").replace("{zwsp}", ZWSP).replace("~", NBSP)


def to_copy(text: str, marker: Marker) -> str:
    """The text as a browser copies it: NBSP stays, a line break becomes a space."""
    out = _NOTE.sub(lambda m: marker(m[1]), text)
    out = _LINK.sub(r"\1", out)
    out = _STRONG.sub(r"\1", out)
    out = _EM.sub(r"\1", out)
    out = _SMALL.sub(r"\2", out)
    return out.replace("{br}", " ").replace("{zwsp}", ZWSP).replace("~", NBSP)


def to_text(text: str) -> str:
    """The text as the record has it."""
    plain = to_copy(text, lambda _: "").replace(ZWSP, "").replace(NBSP, " ")
    return " ".join(plain.split())
