"""Footnotes as other programs write them: marker and entry belong together."""

from .choices import choice
from .second import drawn
from .sheet import Sheet
from .words import Text

FORM = choice(
    "second.notes",
    none=(20, "seen", "as the first hand prints them"),
    word=(1, "seen", "a word processor's anchors, _ftn1 and _ftnref1, with [1] in both"),
    github=(1, "custom", "section[data-footnotes]: numbers from the list, an arrow back"),
    dpub=(1, "custom", "the roles doc-noteref, doc-endnotes, doc-backlink"),
    fn_ids=(1, "custom", "ids fn1 and fnref1, a caret back"),
    table=(1, "custom", "a table: number, note"),
    dl=(1, "custom", "a definition list: number, note"),
    roman=(1, "custom", "numbered i, ii, iii"),
    stars=(1, "custom", "marked with *, † and ‡"),
    details=(1, "custom", "the list in an open details element"),
    lists=(1, "custom", "the list in two columns, the second with start"),
    sidenotes=(1, "custom", "each note beside its paragraph, in an aside"),
    paragraphs=(1, "custom", "notes of two paragraphs"),
    quoted=(1, "custom", "notes with links and italics in them"),
)
AT = choice(
    "second.notes.at",
    none=(20, "seen", "after a stop"),
    middle=(2, "seen", "after a word amid a sentence"),
    items=(1, "custom", "in the items of a list"),
    twice=(1, "custom", "the first note is called again"),
    quotation=(1, "custom", "behind a block quotation"),
)
HEADING = choice(
    "second.notes.heading",
    none=(20, "seen", "'Notes'"),
    endnotes=(1, "custom", "'Endnotes'"),
    footnotes=(1, "custom", "'Footnotes'"),
    references=(1, "custom", "'References'"),
)
STARS = ("*", "†", "‡")
ROMAN = ("i", "ii", "iii", "iv", "v")


def draw_form(sheet: Sheet, *, some: bool) -> str:
    """How markers and notes look, where a page has both."""
    return drawn(sheet, FORM, fits=some, but=() if sheet.language.between else {"paragraphs"})


def draw_at(sheet: Sheet, *, some: bool) -> str:
    """Where the markers stand."""
    return drawn(sheet, AT, fits=some, but={"middle"} if sheet.language.gap != " " else ())


def word(sheet: Sheet) -> str:
    """What the heading of the notes says."""
    value = drawn(sheet, HEADING, fits=sheet.language.code == "en")
    return sheet.label("notes") if value == "none" else value.capitalize()


def number(form: str, place: int) -> str:
    """The number as it is printed (record: `id` is the number as printed), or nothing."""
    return {"roman": ROMAN, "stars": STARS}.get(form, ("",) * 9)[place - 1]


def marker(form: str, place: int, printed: str) -> str:
    """The call of a note, or nothing where the first hand prints it."""
    return {
        "word": '<a href="#_ftn{0}" name="_ftnref{0}"><sup>[{1}]</sup></a>',
        "github": '<sup><a href="#user-content-fn-{0}" id="user-content-fnref-{0}" data-footnote-ref>{1}</a></sup>',
        "dpub": '<a href="#n{0}" id="r{0}" role="doc-noteref">{1}</a>',
        "fn-ids": '<sup id="fnref{0}"><a href="#fn{0}" rel="footnote">{1}</a></sup>',
    }.get(form, "").format(place, printed)


def after_word(text: Text, called: str) -> Text:
    """The paragraph with the marker behind a word amid its first sentence."""
    words = text.html.split(" ")
    if "<" in " ".join(words[:4]):
        return Text(text.html + called, text.said)
    return Text(" ".join([*words[:3], words[3] + called, *words[4:]]), text.said)


def sidenote(sheet: Sheet, place: int) -> str:
    note = sheet.notes[place - 1]
    return (
        f'<aside class="sidenote" id="footnote-{place}"><a href="#footnote-ref-{place}">{note["id"]}</a> '
        f"<span>{sheet.says(note['text'])}</span></aside>"
    )


def lengthened(sheet: Sheet, form: str, words: str) -> str:
    """A note's words; a note of two paragraphs has a sentence more."""
    return words + sheet.language.between + sheet.prose.sentence() if form == "paragraphs" else words


_ITEMS = {
    "word": '<p><a href="#_ftnref{0}" name="_ftn{0}">[{1}]</a> {2}</p>',
    "github": '<li id="user-content-fn-{0}"><p>{2} <a href="#user-content-fnref-{0}" data-footnote-backref '
    'aria-label="Back to reference {0}">↩</a></p></li>',
    "dpub": '<li id="n{0}" role="doc-endnote"><p>{2} <a href="#r{0}" role="doc-backlink">Return</a></p></li>',
    "fn-ids": '<li id="fn{0}"><p><a href="#fnref{0}" title="Back">^</a> {2}</p></li>',
    "table": '<tr id="footnote-{0}"><td><a href="#footnote-ref-{0}">{1}</a></td><td>{2}</td></tr>',
    "dl": '<dt id="footnote-{0}"><a href="#footnote-ref-{0}">{1}</a></dt><dd>{2}</dd>',
    "roman": '<p id="footnote-{0}"><a href="#footnote-ref-{0}">{1}</a> {2}</p>',
    "stars": '<p id="footnote-{0}"><a href="#footnote-ref-{0}">{1}</a> {2}</p>',
}
_AROUND = {
    "word": "{}",
    "github": '<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">{1}</h2><ol>{0}</ol></section>',
    "dpub": '<section role="doc-endnotes"><h3>{1}</h3><ol>{0}</ol></section>',
    "fn-ids": '<div class="footnotes"><h3>{1}</h3><ol>{0}</ol></div>',
    "table": "<h3>{1}</h3><table><tbody>{0}</tbody></table>",
    "dl": "<h3>{1}</h3><dl>{0}</dl>",
    "details": "<details open><summary>{1}</summary><ol>{0}</ol></details>",
    "sidenotes": "",
}


def listed(sheet: Sheet, form: str, heading: str) -> str:
    """The heading and the notes."""
    every = [(place, note["id"], sheet.says(note["text"])) for place, note in enumerate(sheet.notes, 1)]
    item = _ITEMS.get(form, '<li id="footnote-{0}"><a href="#footnote-ref-{0}">{1}</a><div>{2}</div></li>')
    if form == "paragraphs":
        every = [(place, printed, _two(sheet, words)) for place, printed, words in every]
    if form == "quoted":
        every = [(place, printed, _linked(words)) for place, printed, words in every]
    items = [item.format(*each) for each in every]
    if form == "lists":
        return f'<h3>{heading}</h3><div><ol>{items[0]}</ol><ol start="2">{"".join(items[1:])}</ol></div>'
    if form == "word":
        heading, items = "", [f"<h3>{heading}</h3>", *items]
    around = _AROUND.get(form, "<h3>{1}</h3>{0}" if item.startswith("<p") else "<h3>{1}</h3><ol>{0}</ol>")
    return around.format("".join(items), heading)


def _two(sheet: Sheet, words: str) -> str:
    """The note's last sentence in a paragraph of its own."""
    stop = sheet.language.stop
    first, last = words.removesuffix(stop).rsplit(stop, 1)
    return f"<p>{first}{stop}</p><p>{last.strip()}{stop}</p>"


def _linked(words: str) -> str:
    first, gap, rest = words.partition(" ")
    return f'<em>{first}</em>{gap}{rest} <a href="https://example.org/r"></a>'
