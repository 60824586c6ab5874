"""A recognized page -> its record: each field from its witnesses, in the order that its file shows."""

from __future__ import annotations

from carnegie_extract.base.record import PROSE, Article, Block
from carnegie_extract.fields.address import URL
from carnegie_extract.fields.authors import AUTHORS
from carnegie_extract.fields.body import BLOCKS, without_outlet, without_printed_markers
from carnegie_extract.fields.byline import BYLINE
from carnegie_extract.fields.date import DATE, MODIFIED_AT, PUBLISHED_AT
from carnegie_extract.fields.field import Evidence, Field, Trace
from carnegie_extract.fields.image import IMAGE
from carnegie_extract.fields.kind import KIND
from carnegie_extract.fields.notes import NOTES
from carnegie_extract.fields.pdf import PDF
from carnegie_extract.fields.tags import REGIONS_FIELD, TOPICS_FIELD
from carnegie_extract.fields.title import BLOG, DEK, HEADLINE, TYPE
from carnegie_extract.fields.warnings import warnings_of
from carnegie_extract.words.scripts import language_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FIELDS: tuple[Field, ...] = (
    URL, TYPE, KIND, BLOG, HEADLINE, DEK, BYLINE, AUTHORS, DATE, PUBLISHED_AT, MODIFIED_AT, IMAGE, BLOCKS, NOTES,
    TOPICS_FIELD, REGIONS_FIELD, PDF,
)  # fmt: skip
"""In the order of the record; `language` and `warnings` follow from the others."""


def article_of(evidence: Evidence, source: str, trace: Trace | None = None) -> Article:
    """The record of a page. `source` names it; `trace` is told what each witness says."""
    answers = {field.name: (field.settle(evidence, trace), field.empty) for field in FIELDS}
    values: dict[str, Any] = {
        name: answer.value if answer is not None else empty for name, (answer, empty) in answers.items()
    }
    blocks, (day, _) = _blocks(evidence, values), answers["date"]
    language, differs = language_of(evidence.head.lang, _sample(values, blocks))
    values |= {
        "source": source,
        "layout": evidence.layout.name,
        "language": language,
        "language_differs": differs,
        "date_at": day.at if day is not None else None,
        "metadata": evidence.metadata.block,
        "blocks": blocks,
        "prose": any(block.type in PROSE for block in blocks),
        "saved_at": evidence.saved_at,
    }
    values["warnings"] = warnings_of(evidence, values)
    values["date"] = day.value.isoformat() if day is not None else None
    return Article(**{name: values[name] for name in Article._fields})


def _blocks(evidence: Evidence, values: dict[str, Any]) -> tuple[Block, ...]:
    """The body without what only its other fields tell to be none of it: an outlet, printed note numbers."""
    label = evidence.header.label
    printed = label.reading.label if label is not None and label.reading is not None else None
    blocks = without_outlet(values["body"], values["type"], printed)
    return without_printed_markers(blocks, values["notes"], plain_text=evidence.page.tree is None)


def _sample(values: dict[str, Any], blocks: tuple[Block, ...]) -> str:
    """Text enough to tell the language by."""
    return " ".join([values["headline"], values["dek"] or "", *(block.text for block in blocks[:2])])[:600]
