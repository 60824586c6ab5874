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
_SIGNS = "“”‘’«»–—"
"""The most common characters that are not ASCII."""
_NO_WORD = pattern(r"[^\w ]+")
_LOWER = bytes(range(0x100)).lower()
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())
_NO_WORDS = _NO_LETTERS.replace(b" ", b"")


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


def keys(text: str) -> list[str]:
    """The words of a text, each as landmarks are compared."""
    lowered = text.casefold()
    return (lowered if lowered.isascii() else _without(ARABIC_MARKS, lowered)).split()


def letters(text: str) -> str:
    """The letters and digits of `text` alone, without case: equal where only setting differs."""
    return _bare(text, _NO_LETTERS)


def letters_of_words(text: str) -> list[str]:
    """The letters and digits of each word of a folded text, of words that have any."""
    return _bare(text, _NO_WORDS).split()


def _bare(text: str, dropped: bytes) -> str:
    """`text` without case, without some of ASCII and without all other signs."""
    if text.isascii():
        return text.encode().translate(_LOWER, dropped).decode()
    # ASCII goes first, at the speed of C: what is left for the pattern is little.
    bare = text.encode("utf-8", "surrogatepass").translate(_LOWER, dropped).decode("utf-8", "surrogatepass")
    if not bare.isalnum():
        bare = _without(_SIGNS, bare)
    bare = bare.casefold()
    return bare if bare.isascii() or bare.isalnum() else _NO_WORD.sub("", bare)
