"""The byline as printed, and the authors' names."""

from carnegie_extract.base.text import key
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.lines.grammar import SEPARATORS
from carnegie_extract.words.languages.language import HAN
from carnegie_extract.words.names import CONJUNCTIONS, conjunctions


def printed_byline(evidence: Evidence) -> Found | None:
    """The names under the headline: after "By", linked to people, known from the page's data, or bare."""
    parts = [(part.says.byline or "").strip(SEPARATORS) for part in evidence.header.byline]
    between = conjunctions(evidence.page.language)
    text = _joined([part for part in parts if part], between)
    return found(text, evidence.header.byline[0].at) if text else None


def _joined(parts: list[str], between: frozenset[str]) -> str:
    """Names in elements of their own, with a comma where the page has neither comma nor "and" at either's edge."""
    text = ""
    for part in parts:
        open_ended = key(text.rpartition(" ")[2]) in CONJUNCTIONS or key(part.partition(" ")[0]) in between
        gap = "" if text[-1:] and HAN[0] <= text[-1] <= HAN[1] else " "
        text += part if not text else f"{gap}{part}" if open_ended else f", {part}"
    return text


BYLINE = Field("byline", (printed_byline,))
