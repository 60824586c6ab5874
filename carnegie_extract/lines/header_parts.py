"""The lines of a header taken apart: what different elements of a line hold, each part read for itself."""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.lines.grammar import LONGEST_LINE, SEPARATORS, Reading, read_line
from carnegie_extract.lines.parts import people_links, spaced, tokens
from carnegie_extract.page.flow import Line, ends_sentence
from carnegie_extract.page.marks import BREAK
from carnegie_extract.page.page import Page
from carnegie_extract.words.names import is_name
from carnegie_extract.words.vocabulary import is_type_label


class Part(NamedTuple):
    """A line of the header, or a part of one that other elements do not hold, as it was read."""

    at: int
    line: Line
    reading: Reading | None


def read_parts(page: Page, at: int) -> list[Part]:
    """A line as a whole if the grammar takes it so; else its parts: between breaks, or in elements of their own.

    A line is read once: who asks again gets the same.
    """
    if at not in page.readings:
        page.readings[at] = _read_parts(page, at)
    return page.readings[at]


def _read_parts(page: Page, at: int) -> list[Part]:
    line, known, language = page.flow[at], page.known_authors, page.language
    if len(line.text) > LONGEST_LINE or line.kind in ("figure", "table"):
        return [Part(at, line, None)]
    texts = tokens(line)
    text = spaced(line, texts, language) if len(texts) > 1 else line.text
    whole = line.part(text.strip(SEPARATORS), line.node)
    whole.runs = line.runs
    if BREAK in text:
        return [
            Part(at, piece, read_line(piece.text, known, language))
            for piece in _between_breaks(line)
            if piece.text
        ]
    reading = read_line(whole.text, known, language)
    if reading is not None or not line.runs:
        return [Part(at, whole, reading)]
    parts = []
    for run in line.runs:
        piece = line.part(run.text.strip(SEPARATORS), run.node)
        if piece.text:
            parts.append(Part(at, piece, read_line(piece.text, known, language)))
    if all(part.reading is not None for part in parts) or any(map(_says_something, parts)):
        return parts if not ends_sentence(line.text) else [Part(at, whole, None)]
    return [Part(at, whole, None)]


def _says_something(part: Part) -> bool:
    """Whether a part is the article's, and no tool that may stand behind a dek."""
    return part.reading is not None and part.reading.tool is None


def _between_breaks(line: Line) -> list[Line]:
    if not line.runs:
        return [line.part(text.strip(f"{SEPARATORS} "), line.node) for text in line.text.split(BREAK)]
    groups: list[list[int]] = [[]]
    for number, run in enumerate(line.runs):
        if run.text.strip() == BREAK:
            groups.append([])
        else:
            groups[-1].append(number)
    pieces = []
    for group in groups:
        runs = tuple(line.runs[number] for number in group)
        text = " ".join("".join(run.text for run in runs).split())
        piece = line.part(text.strip(SEPARATORS), runs[0].node if runs else line.node)
        piece.runs = runs if len(runs) > 1 else ()
        pieces.append(piece)
    return pieces


def by_element(page: Page, parts: list[Part]) -> list[Part]:
    """Parts as elements hold them: a label and a blog's name in one line are two."""
    found = []
    for part in parts:
        texts = tokens(page.flow[part.at]) if len(parts) == 1 else []
        if len(texts) == 1:
            texts = [text for each in texts[0].split("|") if (text := each.strip())]
        if len(texts) < 2:
            found.append(part)
            continue
        known, language = page.known_authors, page.language
        found += [
            Part(part.at, part.line.part(text, part.line.node), read_line(text, known, language))
            for text in texts
        ]
    return found


def has_two_words(text: str) -> bool:
    """Whether a text has two words, or is in a script that need not show it."""
    return " " in text or not text.isascii()


def same_list(one: Line, other: Line) -> bool:
    """Whether two lines are different items of one list."""
    if one.kind != "li" or other.kind != "li" or one.item == other.item:
        return False
    return _list_of(one) == _list_of(other)


def _list_of(line: Line) -> int:
    """The `mem_id` of the list around a list item."""
    holder = line.holder
    while holder is not None and holder.tag not in ("ul", "ol", "body"):
        holder = holder.parent
    return holder.mem_id if holder is not None else 0


def is_among_people(page: Page, at: int) -> bool:
    """Whether a list item that is a name stands in one list with links to people, or with other names only."""
    line = page.flow[at]
    if (
        line.kind != "li"
        or not is_name(line.text)
        or not has_two_words(line.text)
        or is_type_label(line.text)
    ):
        return False
    beside = [
        page.flow[n]
        for n in range(max(at - 4, 0), min(at + 5, len(page.flow)))
        if n != at and same_list(line, page.flow[n])
    ]
    return bool(beside) and all(
        people_links(each) or (is_name(each.text) and not is_type_label(each.text)) for each in beside
    )
