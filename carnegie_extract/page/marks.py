"""Marks that preparation leaves in the text of lines, as noncharacters: footnote calls, line breaks.

A page cannot write them itself: `fold` takes other noncharacters out, and `prepare` strips these first.
"""

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import MARKS, fold

CALL, END_CALL, BACK, END_BACK, BREAK = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"
"""Around the number of a footnote call, around that of a link back to one, and for `<br>`."""

STARS = "*†‡§"
"""Signs that stand for the numbers of notes where there are few."""

LINK, END_LINK = "\ufdd5\ufdd6"
"""Around a link, while its place is looked for."""

CALLED = pattern(f"{CALL}([^{CALL}{END_CALL}]*){END_CALL}")
BACK_LINK = pattern(f"{BACK}([^{BACK}{END_BACK}]*){END_BACK}")
# Brackets around a call, commas and dashes between two, belong to the call: "[1]", "1, 2".
_DRESSED = pattern(f"[\\[(]({CALL}[^{CALL}{END_CALL}]*{END_CALL})[\\])]")
_BETWEEN = pattern(f"(?<={END_CALL})\\s?[,;،、–-]\\s?(?={CALL})")


def is_marked(text: str) -> bool:
    """Whether a text has any marks."""
    for mark in MARKS:  # noqa: SIM110  # twice as quick as any(), and asked of every line
        if mark in text:
            return True
    return False


def unmarked(text: str, *, keep_links: bool = False) -> tuple[str, list[tuple[str, int]]]:
    """Folded `text` without marks, those of links too where they are not kept; and its footnote calls."""
    if text.isascii() or not is_marked(text):
        return text, []
    if not keep_links and LINK in text:
        text = fold(text.replace(LINK, "").replace(END_LINK, ""))
    if BACK in text or END_BACK in text:
        text = BACK_LINK.sub("", text).replace(BACK, "").replace(END_BACK, "").strip()
    if BREAK in text:
        text = fold(text.replace(BREAK, " "))
    if CALL not in text and END_CALL not in text:
        return text, []
    if f"[{CALL}" in text or f"({CALL}" in text:
        text = _DRESSED.sub(r"\1", text)
    if text.count(CALL) > 1:
        text = _BETWEEN.sub("", text)
    plain, calls = "", []
    for at, piece in enumerate(CALLED.split(text)):
        if at % 2:
            calls.append((piece, len(plain)))
            continue
        shown = piece.replace(CALL, "").replace(END_CALL, "")
        plain += shown.lstrip() if not plain or plain[-1] == " " else shown
    plain = plain.rstrip()
    return plain, [(number, min(at, len(plain))) for number, at in calls]
