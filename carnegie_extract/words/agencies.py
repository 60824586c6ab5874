"""The photo agencies that credits under pictures name, and how captions end that carry the credit."""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key
from carnegie_extract.words.languages import LANGUAGES

AGENCIES = ("istock", "getty images", "getty", "afp", "reuters", "shutterstock", "alamy", "associated press")
_VIA = r"via Getty Images\)?\s*$"
_NAMED = pattern(rf"{_VIA}|\([^()]{{0,80}}(?:Getty|AFP|AP|Reuters|EPA)[^()]{{0,80}}\)$", re.I)
_PHOTOGRAPHS = "|".join(word for language in LANGUAGES for word in language.photographs)
_LABELLED = pattern(rf"{_VIA}|\((?:{_PHOTOGRAPHS})[^()]*\)\s*$", re.I)


def is_agency(text: str) -> bool:
    """Whether a text is a photo agency, or ends with one as credits do: "A. Photographer/AFP via Getty Images"."""
    return key(text).endswith(AGENCIES)


def ends_with_agency(text: str) -> bool:
    """Whether a caption ends with the name of an agency, in brackets or behind "via"."""
    return _NAMED.search(text) is not None


def ends_with_credit(text: str) -> bool:
    """Whether a caption ends with a photograph's credit: "(Photo by A. Photographer)", "via Getty Images"."""
    return text[-1:] in ")s" and _LABELLED.search(text[-200:]) is not None
