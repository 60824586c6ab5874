"""Undo what programs do to a text when they print it: lines wrapped at a width, numbered links, "(BUTTON)".

Known from `lynx -dump`, `w3m -dump`, `links -dump` and from text that browsers copy: tests/fixtures/_saved.
"""

from collections.abc import Callable
from itertools import pairwise

from carnegie_extract.landmarks import glued_label
from carnegie_extract.quick import pattern
from carnegie_extract.text import BRACKETS

BULLET = pattern(r"^\s*(?:[•‣◦▪●∙○■□]\s*|[*+–-]\s+)(?=\S)")
NUMBER = pattern(r"^\s+\d{1,3}\.\s+(?=\S)")
_NARROW, _WRAPPED, _RAGGED, _ENOUGH_LINES = 60, 100, 20, 3
"""Widths that programs wrap at, how much a line may fall short, and how many lines show a width."""
_REFERENCES = pattern(r"\s*(?:References|Visible links|Links):?\s*")
_REFERENCE = pattern(r"\s*(?:\d+\.|\[\d+\])\s+\S+:\S*\s*|\s*(?:Visible|Hidden) links:?\s*|\s*")
_LINK_NUMBER = pattern(r"\[\d{1,4}\]")
_BUTTON = pattern(r"\(BUTTON\)\s*|^\s*\[\s*(\w[^\[\]]{0,30}?)\s*\]\s*$")
_UNNAMED_BUTTONS = ("Submit", "Submit Query")
_LINK_TAG = pattern(r"\s*Link: \S+\s*")
_PICTURE = pattern(r"^(\s*)Attribution logo(?:\[[^\]]*\])?\s*")
_RAISED = pattern(r"(?<=\S)\^(?=\w)")
_RAISED_NUMBER = pattern(r"(?<=\S)\^(\d{1,3})(?!\w)")


def undumped(lines: list[str]) -> list[str]:
    """The lines of a text as its page had them, one a paragraph; those of other texts unchanged."""
    lines, numbered = _without_references(lines)
    lines = [_without_buttons(line) for line in lines if not _LINK_TAG.fullmatch(line)]
    lines = _unwrapped(lines)
    if numbered:
        lines = [_LINK_NUMBER.sub("", line) for line in lines]
    return _lowered(lines)


def without_pictures(line: str) -> str:
    """A line without the name of the picture that text browsers print before its credit line."""
    return _PICTURE.sub(r"\1", line)


def _without_references(lines: list[str]) -> tuple[list[str], bool]:
    """Without the list of addresses at the end, and whether there was one: then links are numbered."""
    start = next((at for at in range(len(lines) - 1, -1, -1) if not _REFERENCE.fullmatch(lines[at])), -1)
    if start < 0 or start + 1 == len(lines) or not _REFERENCES.fullmatch(lines[start]):
        return lines, False
    return lines[:start], True


def _without_buttons(line: str) -> str:
    match = _BUTTON.search(line)
    if match is None:
        return line
    label = match[1] or line[match.end() :]
    return "" if label in _UNNAMED_BUTTONS else label if match[1] else line[: match.start()] + label


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs that were wrapped at a width: a line ends where no word fits in."""
    inner = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    width = max(inner, default=0)
    if not _NARROW <= width <= _WRAPPED or sum(length > width - _RAGGED for length in inner) < _ENOUGH_LINES:
        return lines
    joined: list[str] = []
    previous = ""
    for line in lines:
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        full = len(previous) > width - _RAGGED and len(previous) + 1 + len(word) > width
        if word and full and not (BULLET.match(line) or NUMBER.match(line)):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
        previous = line
    return joined


def _lowered(lines: list[str]) -> list[str]:
    """Superscripts, which text browsers print as "2^nd" and "ended.^1": words lowered, markers bracketed.

    Numbers are markers if they count 1, 2, 3.
    """
    numbers = [match[1] for line in lines for match in _RAISED_NUMBER.finditer(line)]
    if numbers and numbers == [str(number) for number in range(1, len(numbers) + 1)]:
        marked = rf"{BRACKETS[0]}\1{BRACKETS[1]}"
        lines = [_RAISED_NUMBER.sub(marked, line) for line in lines]
    return [_RAISED.sub("", line) for line in lines]


def split_label(text: str, is_blog: Callable[[str], bool]) -> list[str]:
    """A type label and the blog's name where nothing stands between them: "CommentaryCarnegie Politika"."""
    label = glued_label(text)
    if label and is_blog(text[len(label) :]):
        return [label, text[len(label) :]]
    return [text]
