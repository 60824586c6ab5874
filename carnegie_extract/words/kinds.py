"""What kind of piece a type is: pages name types in their language, editors in the metadata block."""

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.record import Kind
from carnegie_extract.base.text import key
from carnegie_extract.words.languages import LANGUAGES

_CAPITAL = pattern(r"(?<=[a-z])(?=[A-Z])")


def kind_of(printed: str) -> Kind:
    """The kind of a type as a page or its metadata block has it; "other" for one that nobody knows."""
    label = key(_CAPITAL.sub(" ", printed))
    for language in LANGUAGES:
        for kinds in (language.types_in_metadata, language.type_labels):
            if label in kinds:
                return kinds[label]
    return "other"
