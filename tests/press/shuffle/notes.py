"""Footnotes: their markers in the text, the list, its heading and its place."""

import re
from dataclasses import dataclass

from . import second_notes as second
from .choices import choice
from .sheet import Sheet

NOTES = choice(
    "notes",
    none=(6, "seen", "no notes"),
    some=(5, "seen", "a list of notes, and markers in the text"),
    absent=(1, "measured", "markers only: the list is missing from a copy made without scripts"),
)
MARKER = choice(
    "notes.marker",
    sup_a=(6, "inferred", "a link in a sup that has the id"),
    a_sup=(3, "inferred", "a sup in a link"),
    sup=(2, "custom", "a bare sup"),
    button=(1, "custom", "a button in a sup, for a popover made by script"),
    bracket=(1, "custom", "a link with the words [1]"),
    pair=(1, "custom", "two numbers in one sup, with a comma"),
    hidden_word=(1, "custom", "a visually hidden 'Footnote' before the number"),
    popover=(1, "custom", "the note's text in a hidden span beside the marker"),
    hand=(1, "measured", "hand-made: [1] as plain text"),
)
HEADING = choice(
    "notes.heading",
    h3=(6, "seen", "an h3"),
    h2=(2, "custom", "an h2"),
    strong=(1, "inferred", "a paragraph of bold text"),
    button=(1, "custom", "a button that folds the list"),
    none=(1, "custom", "no heading, ids only"),
)
LIST = choice(
    "notes.list",
    ol_ids=(6, "seen", "list items with ids, a back link with the number, the note"),
    ol_back_after=(2, "custom", "list items with ids, the back link an arrow at the end"),
    p_number=(2, "measured", "paragraphs that open with a linked number"),
    p_bracket=(1, "measured", "paragraphs that open with [1]"),
    p_sup=(1, "custom", "paragraphs that open with a sup number"),
    br=(1, "custom", "one paragraph, the notes separated by br"),
    small=(1, "custom", "each note in a small element"),
    divs=(1, "custom", "divs with ids, the number in a span"),
)
PLACE = choice(
    "notes.place",
    after_authors=(6, "seen", "after the author section"),
    before_authors=(2, "custom", "between the body and the author section"),
    aside=(2, "measured", "in an aside"),
    in_body=(2, "measured", "migrated: within the rich text"),
)
NUMBERS = choice(
    "notes.digits",
    latin=(3, "custom", "1, 2, 3"),
    own=(1, "custom", "the digits of the language (Arabic)"),
)
_OWN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass
class Notes:
    """The notes of one page while its body is composed."""

    sheet: Sheet
    form: str
    total: int
    place: str
    listed: bool
    own_digits: bool
    other: str = "none"
    """The second hand's form of markers and notes."""
    at: str = "none"
    used: int = 0

    def number(self, place: int) -> str:
        if second.number(self.other, place):
            return second.number(self.other, place)
        return str(place).translate(_OWN) if self.own_digits else str(place)

    def marker(self) -> str:
        """The marker of the next note, or nothing when all are called."""
        if self.used >= self.total:
            return ""
        self.used += 1
        return self._marker(self.used)

    def again(self) -> str:
        """The marker of the first note once more, without the id that only one element can have."""
        return re.sub(' (?:id|name)="[^"]*"', "", self._marker(1)) if self.form != "pair" else ""

    def _marker(self, place: int) -> str:
        number, ref = self.number(place), f'id="footnote-ref-{place}"'
        other = second.marker(self.other, place, number)
        if other:
            return other
        link = f'<a href="#footnote-{place}">{number}</a>'
        if self.form == "pair" and place < self.total:
            self.used += 1
            after = self.number(place + 1)
            return f'<sup {ref}>{link}, <a href="#footnote-{place + 1}" id="footnote-ref-{place + 1}">{after}</a></sup>'
        forms = {
            "a-sup": f'<a href="#footnote-{place}" {ref}><sup>{number}</sup></a>',
            "sup": f"<sup>{number}</sup>",
            "button": f'<sup><button type="button" {ref} aria-describedby="footnote-{place}">{number}</button></sup>',
            "bracket": f'<a href="#footnote-{place}" {ref}>[{number}]</a>',
            "hidden-word": f'<sup {ref}><a href="#footnote-{place}">'
            f'<span class="sr-only">Footnote </span>{number}</a></sup>',
            "popover": f"<sup {ref}>{link}</sup>"
            + (self.sheet.dress.hidden("span", self._text(place), ' role="tooltip"') if self.listed else ""),
            "hand": f"[{number}]",
        }
        return forms.get(self.form, f"<sup {ref}>{link}</sup>")

    def _text(self, place: int) -> str:
        return self.sheet.says(self.sheet.notes[place - 1]["text"])


def draw_notes(sheet: Sheet) -> Notes:
    """Decide about the notes before the body is written."""
    hand = sheet.hand
    drawn, form, place = hand.draw(NOTES), hand.draw(MARKER), hand.draw(PLACE)
    own = hand.draw(NUMBERS) == "own" and sheet.language.code == "ar"
    if sheet.kind in {"event", "press", "podcast"} or sheet.layout in {"legacy-blog", "era-b"}:
        drawn = "none"
    if drawn == "none":
        hand.forget(MARKER)
        hand.settle(NOTES, "none")
    if drawn != "some":
        hand.forget(PLACE)
    if drawn == "none" or sheet.language.code != "ar":
        hand.forget(NUMBERS)
    total = 0 if drawn == "none" else hand.rng.randint(2, 5)
    listed = drawn == "some"
    notes = Notes(sheet, form, total, place, listed, own)
    _draw_second(notes)
    if listed:
        for number in range(1, notes.total + 1):
            words = sheet.prose.sentence()
            if hand.chance(0.3):
                words += sheet.language.between + sheet.prose.sentence()
            words = second.lengthened(sheet, notes.other, words)
            sheet.notes.append({"id": notes.number(number), "text": words})
    sheet.expected["notes"] = sheet.notes
    return notes


def _draw_second(notes: Notes) -> None:
    """What the second hand decides about notes."""
    sheet, hand = notes.sheet, notes.sheet.hand
    notes.other = second.draw_form(sheet, some=notes.listed)
    notes.at = second.draw_at(sheet, some=notes.total > 0)
    if notes.other == "none":
        return
    hand.forget(NUMBERS, MARKER)
    notes.form, notes.own_digits = "sup-a", False
    if notes.other == "stars":
        notes.total = min(notes.total, len(second.STARS))
    if notes.other == "sidenotes":
        hand.forget(PLACE)
        notes.place = "in-body"


def notes_list(notes: Notes) -> str:
    """The heading and the list."""
    sheet, hand = notes.sheet, notes.sheet.hand
    word = second.word(sheet)
    if notes.other != "none":
        return second.listed(sheet, notes.other, word)
    heading, form = hand.draw(HEADING), hand.draw(LIST)
    if notes.form == "hand":
        form = "p-bracket"
        hand.settle(LIST, form)
    if form == "ol-back-after":
        for place, note in enumerate(sheet.notes, 1):
            note["id"] = str(place)  # only the list itself counts, and it counts in Latin digits
    headings = {
        "h3": f"<h3>{word}</h3>",
        "h2": f"<h2>{word}</h2>",
        "strong": f"<p><strong>{word}</strong></p>",
        "button": f'<button type="button" aria-expanded="true">{word}</button>',
        "none": "",
    }
    return headings[heading] + _list(notes, form)


def _list(notes: Notes, form: str) -> str:
    sheet = notes.sheet
    every = [(place, note["id"], sheet.says(note["text"])) for place, note in enumerate(sheet.notes, 1)]
    item = {
        "ol-ids": '<li id="footnote-{0}"><a href="#footnote-ref-{0}">{1}</a><div>{2}</div></li>',
        "ol-back-after": '<li id="footnote-{0}">{2} <a href="#footnote-ref-{0}" aria-label="Back">↩</a></li>',
        "p-number": '<p id="footnote-{0}"><a href="#footnote-ref-{0}">{1}</a> {2}</p>',
        "p-bracket": "<p>[{1}] {2}</p>",
        "p-sup": "<p><sup>{1}</sup> {2}</p>",
        "br": '<a href="#footnote-ref-{0}" id="footnote-{0}">{1}</a> {2}',
        "small": '<p><small><a href="#footnote-ref-{0}" id="footnote-{0}">{1}</a> {2}</small></p>',
        "divs": '<div id="footnote-{0}"><span>{1}</span><div>{2}</div></div>',
    }[form]
    items = [item.format(*values) for values in every]
    if form.startswith("ol"):
        return f"<ol>{''.join(items)}</ol>"
    if form == "br":
        return f"<p>{'<br>'.join(items)}</p>"
    return "".join(items)
