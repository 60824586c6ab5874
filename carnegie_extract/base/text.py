"""What the text of an element is: docs/record.md#text."""

from carnegie_extract.base.quick import pattern

MARKS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6"
"""Noncharacters that page/marks.py gives a meaning; `fold` keeps them."""

INVISIBLE = dict.fromkeys(
    [
        0x00AD,  # soft hyphen
        0x034F,
        0x061C,  # Arabic letter mark
        0x180E,
        *range(0x200B, 0x2010),  # zero-width space, (non-)joiner, left- and right-to-left mark
        *range(0x202A, 0x202F),  # bidirectional embeddings and overrides
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFDD7, 0xFDF0),  # noncharacters
        *(code for code in range(0x20) if not chr(code).isspace()),
    ]
)
ARABIC_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
_NOT_WORD = pattern(r"[\W_]+")
_LOWER = bytes(range(0x100)).lower()
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())


def fold(text: str) -> str:
    """Fold white space (NBSP included) to single spaces and take invisible characters out.

    Quotes, dashes and letters stay as they are. Idempotent.
    """
    # Most paragraphs need nothing, and these tests run at the speed of C.
    if text.isprintable() and "  " not in text and text.strip() == text:
        return text
    text = " ".join(text.split())
    if text.isprintable() or _without(MARKS, text).isprintable():
        return text
    whole = text.encode("utf-8", "ignore").decode()  # lone surrogates can't be written
    return " ".join(whole.translate(INVISIBLE).split())


def _without(characters: str, text: str) -> str:
    """`text` without a few characters: quicker than `translate`."""
    for each in characters:
        text = text.replace(each, "")
    return text


def key(text: str) -> str:
    """Folded text as landmarks are compared: without case and Arabic vowel marks."""
    lowered = text.casefold()
    return _without(ARABIC_MARKS, lowered) if "\u0590" < lowered[:1] < "\u0900" else lowered


def letters(text: str) -> str:
    """The letters and digits of `text` alone, without case: equal where only setting differs."""
    if text.isascii():
        return text.encode().translate(_LOWER, _NO_LETTERS).decode()
    return _NOT_WORD.sub("", text.casefold())
