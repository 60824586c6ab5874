"""Undo what programs do to a text when they print it: lines wrapped at a width, numbered links, "(BUTTON)".

Known from `lynx -dump`, `w3m -dump`, `links -dump` and from text that browsers copy: tests/fixtures/_saved.
"""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from carnegie_extract.base.quick import IGNORE_CASE, pattern
from carnegie_extract.base.text import letters
from carnegie_extract.page.marks import CALL, END_CALL
from carnegie_extract.words.vocabulary import glued_label, is_button, is_word

BULLET = pattern(r"^\s*(?:[•‣◦▪●∙○■□]\s*|[*+–-]\s+)(?=\S)")
NUMBER = pattern(r"^\s+\d{1,3}\.\s+(?=\S)")
_NARROW, _WIDEST, _RAGGED, _ENOUGH_LINES = 60, 200, 20, 3
"""Widths that programs wrap at, how much a line may fall short, and how many lines show a width."""
_MOST_OF_THEM = 0.6
_LONGEST_END = 40
_WIDE = "\u2e80"
_WIDE_CHARACTER = pattern("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")
_NO_SPACE = pattern("(?<=[\u2e80-\u9fff\uff00-\uff60]) (?=[\u2e80-\u9fff\uff00-\uff60])")
_REFERENCES = pattern(r"\s*(?:References|Visible links|Links):?\s*")
_REFERENCE = pattern(r"\s*(?:\d+\.|\[\d+\])\s+[\w+.-]+:.*|\s*(?:Visible|Hidden) links:?\s*|\s*")
_LINK_NUMBER = pattern(r"([^\W\d_]?)\[(\d{1,4})\](?=([\w\[]?))")
_BUTTON = pattern(r"\(BUTTON\)\s*|^\s*\[\s*(\w[^\[\]]{0,30}?)\s*\]\s*$")
_FIELD = pattern(r"_{8,}|\[[_ ]{8,}\]")
"""An empty field of a form, as text browsers print it."""
_MOST_BESIDE_FIELD = 40
"""Letters beside a field: its label and its button."""
_UNNAMED_BUTTONS = ("Submit", "Submit Query")
_IMAGE = pattern(r"\[[\w.-]+\.(?:gif|jpe?g|png)\] ?", IGNORE_CASE)
"""What text browsers print for a picture that says nothing of itself."""
_LINK_TAG = pattern(r"\s*Link: \S+\s*")
_PICTURE = pattern(r"^(\s*)Attribution logo(?:\[[^\]]*\])?\s*")
_RAISED = pattern(r"(?<=\S)\^(?=\w)")
_RAISED_NUMBER = pattern(r"(?<=\S)\^(\d{1,3})(?!\w)")


def undumped(lines: list[str]) -> list[str]:
    """The lines of a text as its page had them, one a paragraph; those of other texts unchanged."""
    lines, numbered = _without_references(lines)
    lines = [_without_buttons(_IMAGE.sub("", line)) for line in lines if not _LINK_TAG.fullmatch(line)]
    lines = _unwrapped(lines)
    if numbered:
        lines = _without_link_numbers(lines)
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


def _without_link_numbers(lines: list[str]) -> list[str]:
    """Links are numbered upward, each before its words; any other number behind a letter is a subscript: "CO[2]"."""
    last = 0

    def bare(match: re.Match[str]) -> str:
        nonlocal last
        number = int(match[2])
        if match[1] and (number <= last or not match[3]):
            return match[1] + match[2]
        last = max(last, number)
        return match[1]

    return [_LINK_NUMBER.sub(bare, line) for line in lines]


def _without_buttons(line: str) -> str:
    if _is_field(line):
        return ""
    match = _BUTTON.search(line)
    if match is None:
        return line
    label = match[1] or line[match.end() :]
    return "" if label in _UNNAMED_BUTTONS else label if match[1] else line[: match.start()] + label


def _is_field(line: str) -> bool:
    """Whether a line is a field of a form, perhaps with its label and its button: "______________ Search"."""
    return _FIELD.search(line) is not None and len(letters(_FIELD.sub("", line))) <= _MOST_BESIDE_FIELD


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs that were wrapped at a width: a line ends where no word fits in."""
    width = _width_of_wrapping(lines)
    if not width:
        return lines
    paragraphs: list[list[str]] = []
    previous = ""
    for line in lines:
        if paragraphs and _goes_on(previous, line, width - _hanging(paragraphs[-1][0], line)):
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([line])
        previous = line
    return [line[0] if len(line) == 1 else _joined(line) for line in paragraphs]


def _width_of_wrapping(lines: list[str]) -> int:
    """The width that most lines of paragraphs keep and their next word would break; 0 where none is."""
    fits: Counter[int] = Counter()
    long = []
    for line, after in pairwise(lines):
        if line.strip() and after.strip() and not _begins_item(after):
            length = _columns(line)
            fits.update(range(max(length, _NARROW), min(length + _first_word(after), _WIDEST) + 1))
            long.append(length)
    width, count = max(fits.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    near = sum(width - _RAGGED < length <= width for length in long)
    # Two lines will do where no other is longer.
    enough = _ENOUGH_LINES - (count < _ENOUGH_LINES and max(map(_columns, lines)) <= width)
    return width if count >= enough and count > near * _MOST_OF_THEM else 0


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    if not line.strip() or not after.strip() or _begins_item(after) or _is_control(after):
        return False
    length = _columns(line)
    return length > width - _RAGGED and length + _first_word(after) >= width


def _hanging(first: str, line: str) -> int:
    """How far a line is indented if it stands below an item's text: lists may be as much narrower on the right."""
    item = BULLET.match(first) or NUMBER.match(first)
    indent = len(line) - len(line.lstrip())
    return indent if item is not None and item.end() == indent else 0


def _begins_item(line: str) -> bool:
    return BULLET.match(line) is not None or NUMBER.match(line) is not None


def _is_control(line: str) -> bool:
    """Whether a line is a button or says that the text ends, and so does not go on a sentence."""
    text = _LINK_NUMBER.sub(r"\1", line).strip()
    return is_button(text) or (len(text) <= _LONGEST_END and is_word("ends", text))


def _first_word(line: str) -> int:
    """The columns that the first word of a line takes; Chinese may break after any character."""
    word = line.split(maxsplit=1)[0]
    if _WIDE_CHARACTER.match(word):
        return 2
    # The first of two blanks does not break the line.
    return _columns(word) + line.lstrip().startswith(f"{word}  ")


def _columns(text: str) -> int:
    """The width of a text on a terminal, where Chinese characters take two columns."""
    return (
        len(text) if text.isascii() or max(text) < _WIDE else len(text) + len(_WIDE_CHARACTER.findall(text))
    )


def _joined(parts: list[str]) -> str:
    """The lines of a paragraph as one; nothing stands between Chinese characters."""
    return _NO_SPACE.sub("", " ".join([parts[0].rstrip(), *parts[1:]]))


def _lowered(lines: list[str]) -> list[str]:
    """Superscripts, which text browsers print as "2^nd" and "ended.^1": words lowered, markers bracketed.

    Numbers are markers if they count 1, 2, 3.
    """
    numbers = [match[1] for line in lines for match in _RAISED_NUMBER.finditer(line)]
    if numbers and numbers == [str(number) for number in range(1, len(numbers) + 1)]:
        marked = rf"{CALL}\1{END_CALL}"
        lines = [_RAISED_NUMBER.sub(marked, line) for line in lines]
    return [_RAISED.sub("", line) for line in lines]


def split_label(text: str, is_blog: Callable[[str], bool]) -> list[str]:
    """A type label and the blog's name where nothing stands between them: "CommentaryCarnegie Politika"."""
    label = glued_label(text)
    if label and is_blog(text[len(label) :]):
        return [label, text[len(label) :]]
    return [text]
