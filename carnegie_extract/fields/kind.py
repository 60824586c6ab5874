"""What an article is, in the same word for all languages and eras."""

from carnegie_extract.fields.field import Evidence, Field, Found
from carnegie_extract.fields.title import TYPE
from carnegie_extract.words.kinds import kind_of


def kind_of_type(evidence: Evidence) -> Found | None:
    """The kind of `type`, from the labels of the languages, each of which has one; `other` for an unknown type."""
    answer = TYPE.settle(evidence)
    return Found(kind_of(answer.value), answer.at) if answer is not None else None


KIND = Field("kind", (kind_of_type,))
