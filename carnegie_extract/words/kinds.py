"""What kind of piece a type is: pages name types in their language, editors in the metadata block."""

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.record import Kind
from carnegie_extract.base.text import key
from carnegie_extract.words.languages import LANGUAGES

_CAPITAL = pattern(r"(?<=[a-z])(?=[A-Z])")


def kind_of(printed: str) -> Kind:
    """The kind of a type as a page or its metadata block has it; "other" for one that nobody knows.

    A series is of the kind of the label that its name ends with: "Conference Report".
    """
    words = key(_CAPITAL.sub(" ", printed)).split(" ")
    ends = [" ".join(words[at:]) for at in range(len(words))]
    tables = [kinds for each in LANGUAGES for kinds in (each.types_in_metadata, each.type_labels)]
    return next((kinds[end] for end in ends for kinds in tables if end in kinds), "other")
