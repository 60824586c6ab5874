"""The record, which is what `extract` returns, and the fields that give its keys.

A field asks its witnesses in the order that its file shows.
"""

from __future__ import annotations

from carnegie_extract.base.quick import Any, NamedTuple
from carnegie_extract.base.record import PROSE, Author, Block, Image, Kind, Note, plain
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


class Article(NamedTuple):
    """One article as docs/record.md describes it; `blocks` is the model behind `body`."""

    source: str
    url: str | None
    layout: str
    language: str | None
    type: str | None
    kind: Kind | None
    blog: str | None
    headline: str
    dek: str | None
    byline: str | None
    authors: tuple[Author, ...]
    date: str | None
    published_at: str | None
    modified_at: str | None
    image: Image | None
    metadata: dict[str, Any] | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    topics: tuple[str, ...]
    regions: tuple[str, ...]
    pdf: str | None
    saved_at: str | None
    warnings: tuple[str, ...]

    def __repr__(self) -> str:
        """One line: the fields of a paper fill a book."""
        date = f", {self.date}" if self.date else ""
        return f"<Article {self.headline!r}{date}, {self.layout}, from {self.source}>"

    @property
    def body(self) -> list[str]:
        """The article's prose in reading order: paragraphs, list items, block quotations."""
        return [block.text for block in self.blocks if block.type in PROSE]

    def record(self, *, blocks: bool = False) -> dict[str, Any]:
        """The record, key by key, ready for a JSON encoder, and the caller's own to change.

        With `blocks` the typed blocks follow `body`.
        """
        record: dict[str, Any] = {}
        for name, value in zip(Article._fields, self, strict=True):
            if name != "blocks":
                record[name] = plain(value)
                continue
            record["body"] = self.body
            if blocks:
                record["blocks"] = plain(self.blocks)
        return record


def keys(*, blocks: bool = False) -> tuple[str, ...]:
    """The keys of a record, in their order; with `blocks` the typed blocks are among them."""
    body = ("body", "blocks") if blocks else ("body",)
    return tuple([key for name in Article._fields for key in (body if name == "blocks" else (name,))])


FIELDS: tuple[Field, ...] = (
    URL, TYPE, KIND, BLOG, HEADLINE, DEK, BYLINE, AUTHORS, DATE, PUBLISHED_AT, MODIFIED_AT, IMAGE, BLOCKS, NOTES,
    TOPICS_FIELD, REGIONS_FIELD, PDF,
)  # fmt: skip
"""In the order of the record; `language` and `warnings` follow from the others."""


def article_of(evidence: Evidence, source: str, trace: Trace | None = None) -> Article:
    """The record of a page. `source` names it; `trace` hears what each witness says."""
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
    """The body without what only its other fields show to be no text: an outlet, printed note numbers."""
    label = evidence.header.label
    printed = label.says.label if label is not None else None
    blocks = without_outlet(values["body"], values["type"], printed)
    return without_printed_markers(blocks, values["notes"], plain_text=evidence.page.tree is None)


def _sample(values: dict[str, Any], blocks: tuple[Block, ...]) -> str:
    """Text enough to know the language by."""
    return " ".join([values["headline"], values["dek"] or "", *(block.text for block in blocks[:2])])[:600]
