"""What formats for reading share: the blocks of an article, and its notes with the places that call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from carnegie_extract.formats.format import Record

_BLANK = re.compile(r"\s")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""What steers a terminal, and no blank."""


def blocks_of(record: Record) -> list[Record]:
    """The typed blocks without pull quotes, which repeat the text; of a record without blocks its paragraphs."""
    blocks = record.get("blocks")
    if blocks is None:
        return [{"type": "paragraph", "text": text, "markers": [], "links": []} for text in record["body"]]
    return [block for block in blocks if block["type"] != "pull-quote"]


def one_line(text: str) -> str:
    """A text of the same length on one line, with U+FFFD for characters that steer a terminal."""
    if text.isprintable():
        return text
    return _BLANK.sub(" ", _CONTROL.sub("\ufffd", text))


def clean(text: str) -> str:
    """The same with single blanks, and none around it."""
    return " ".join(one_line(text).split())


class Notes:
    """The notes of an article, each under a label of its own, and which of them a marker calls."""

    def __init__(self, notes: list[Record]) -> None:
        self.texts: dict[str, str] = {}
        """By label, in their order."""
        self.called: set[str] = set()
        """The labels that markers have called so far."""
        self._by_number: dict[str, list[str]] = {}
        self._calls: Counter[str] = Counter()
        for note in notes:
            label = self._label(note["id"])
            self.texts[label] = clean(note["text"])
            self._by_number.setdefault(_number(note["id"]), []).append(label)

    def _label(self, number: str) -> str:
        """A label that no other note has, of letters and digits, though several notes may have the same number."""
        plain = "".join(each if each.isalnum() else "" for each in number).lower() or "note"
        label, at = plain, 2
        while label in self.texts:
            label, at = f"{plain}-{at}", at + 1
        return label

    def call(self, number: str) -> str | None:
        """The label of the note that the next marker with this number calls; None if there is no such note."""
        labels = self._by_number.get(_number(number))
        if labels is None:
            return None
        label = labels[min(self._calls[number], len(labels) - 1)]
        self._calls[number] += 1
        self.called.add(label)
        return label

    def uncalled(self) -> Iterator[tuple[str, str]]:
        """Label and text of the notes that no marker has called."""
        return ((label, text) for label, text in self.texts.items() if label not in self.called)


def _number(printed: str) -> str:
    """A number in the digits by which those of all scripts are compared; a star as it is."""
    return str(int(printed)) if printed.isdecimal() else printed
