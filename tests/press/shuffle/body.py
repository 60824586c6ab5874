"""The article's prose: paragraphs, lists, quotations and headings, in the runs that hold them."""

from dataclasses import dataclass, field

from . import authors, inserts, second_inserts, second_notes
from . import second_text as second
from .choices import choice
from .notes import Notes, notes_list
from .sheet import Sheet
from .words import INDEX, Text

PARAGRAPH = choice(
    "body.paragraph",
    p=(10, "seen", "paragraphs are p"),
    div=(1, "custom", "paragraphs are div"),
    br=(1, "custom", "paragraphs are separated by br br in one element"),
    mixed=(1, "custom", "some are div"),
    span=(1, "custom", "the words of each p in a span"),
)
RUNS = choice(
    "body.runs",
    one=(5, "seen", "one run of rich text"),
    several=(4, "seen", "several runs, inserted blocks between them"),
    sections=(2, "relied on", "several sections, each with a run"),
    streamed=(1, "custom", "React streams the body's end to the foot of the page"),
)
CONTENT = choice(
    "body.content",
    section=(6, "relied on", "section#content around the runs"),
    div=(2, "relied on", "a div of the white scheme without the id"),
    none=(1, "custom", "the runs directly in main"),
    article=(1, "custom", "an article element around the runs"),
    deep=(1, "custom", "each run within four more divs"),
)
LIST = choice(
    "body.list",
    none=(8, "custom", "no list"),
    bullets=(3, "seen", "ul with the text directly in li"),
    numbers=(1, "seen", "ol"),
    paragraphs=(1, "custom", "a p in each li"),
    nested=(1, "custom", "a list within an item"),
    loose=(1, "custom", "text directly in ul, an editor's mistake"),
)
QUOTE = choice(
    "body.quote",
    none=(8, "custom", "no block quotation"),
    blockquote=(2, "inferred", "a real quotation in blockquote"),
    two=(1, "custom", "a real quotation of two paragraphs"),
)
HEADINGS = choice(
    "body.headings",
    none=(4, "seen", "no headings"),
    h3=(5, "seen", "sections in h3"),
    h2=(2, "custom", "sections in h2"),
    h4=(1, "seen", "subsections in h4"),
    strong=(1, "custom", "a bold line of its own"),
    dangerous=(1, "custom", "a section is called as a part of the page: Comments, Notes, Topics"),
)
LAYOUT_TABLE = choice(
    "body.layout-table",
    none=(12, "custom", "no table for layout"),
    cell=(1, "custom", "paragraphs in a table of one cell"),
)
EARLY = choice(
    "body.early-disclaimer",
    none=(12, "custom", "no such sentence"),
    quoted=(1, "measured", "the disclaimer's sentence in an early paragraph"),
)
VISIBLE = choice(
    "body.visible",
    plain=(10, "custom", "no class that seems to hide a paragraph"),
    no_print=(1, "seen", "a class for the printer hides nothing on the screen"),
    from_width=(1, "custom", "'hidden md:block' is seen on wide screens"),
)
SOURCE = choice(
    "body.source",
    label=(2, "seen", "'Source: OUTLET' before the text"),
    name=(1, "seen", "the outlet's name alone"),
)
NOTICE = choice(
    "body.notice",
    notice=(3, "seen", "the notice of Russian pages before the text"),
    none=(2, "custom", "none"),
)
_VISIBLE_CLASSES = {"plain": "", "no-print": ' class="no-print"', "from-width": ' class="hidden md:block"'}
DANGEROUS = ("Comments", "Topics", "Notes on Method", "Related Work", "Discussion")


@dataclass
class Piece:
    """A block of the rich text, or an insert when it says nothing and stands outside of it."""

    html: str
    said: list[str] = field(default_factory=list)
    outside: bool = False
    paragraph: bool = False


class Body:
    """Composes the body of one sheet."""

    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        self.sheet, self.notes, self.hand = sheet, notes, sheet.hand
        self.form = self.hand.draw(PARAGRAPH)
        self.pieces: list[Piece] = []
        self.sentences: list[str] = []
        self._class = ""
        self.inline = second.draw_inline(sheet)
        self.speaker = second.draw_speaker(sheet)

    def compose(self) -> list[Piece]:
        count = self.hand.rng.randint(3, 8)
        middle = [self._paragraph(first=place == 0) for place in range(count)]
        self.pieces = middle
        self._put(self._headings())
        self._put(self._list())
        self._put(self._quote())
        self._put(self._layout_table())
        pull = inserts.pull_quote(self.sheet, self.sentences)
        self._put([Piece(pull)] if pull else [])
        self._put([Piece(html, said) for html, said in second.prose(self.sheet)])
        self._put([Piece(html, outside=outside) for html, outside in second_inserts.insert(self.sheet)])
        for _ in range(2 if self.hand.chance(0.4) else 1):
            self._insert()
        self._rest_of_markers()
        self._open()
        for html, said in authors.closing(self.sheet):
            self.pieces.append(Piece(html, said))
        self.pieces += [Piece(html, said) for html, said in second.last(self.sheet)]
        if self.notes.place == "in-body" and self.notes.listed:
            self.pieces.append(Piece(notes_list(self.notes)))
        self.sheet.body = [words for piece in self.pieces for words in piece.said]
        self.sheet.expected["body"] = self.sheet.body
        return self.pieces

    def _paragraph(self, *, first: bool = False) -> Piece:
        sentences = self.sheet.prose.sentences(2, 4)
        if first and self.hand.draw(INDEX) == "words":
            sentences.append(self.hand.one(self.sheet.language.indices))
        self._class = _VISIBLE_CLASSES[self.hand.draw(VISIBLE)] if first else ""
        if first and self.hand.draw(EARLY) == "quoted" and self.sheet.language.labels["early"]:
            sentences[1:1] = [self.sheet.language.labels["early"]]
        self.sentences += [words for words in sentences if words not in self.sheet.language.indices]
        called = self.notes.used
        late = self.notes.at in {"items", "quotation"}
        marker = "" if first or late or self.hand.chance(0.5) else self.notes.marker()
        text = self._marked(sentences, marker)
        text = self._speaker(second.inline(self.sheet, self.inline, text, first=first))
        return Piece(self._dressed(text.html) + self._sidenotes(called), [text.said], paragraph=True)

    def _marked(self, sentences: list[str], marker: str) -> Text:
        place = self.hand.rng.choice((-1, 0))
        if self.notes.at == "middle" and marker:
            return second_notes.after_word(self.sheet.prose.text(sentences), marker)
        return self.sheet.prose.text(sentences, marker, place)

    def _sidenotes(self, called: int) -> str:
        if self.notes.other != "sidenotes":
            return ""
        return "".join(
            second_notes.sidenote(self.sheet, each) for each in range(called + 1, self.notes.used + 1)
        )

    def _speaker(self, text: Text) -> Text:
        if self.sheet.kind == "qa" and self.sheet.people and self.hand.chance(0.6):
            who = self.hand.one([person.name for person in self.sheet.people])
            return second.speaker(self.sheet, self.speaker, who, text)
        return text

    def _dressed(self, html: str) -> str:
        if self.form == "br":
            return html
        if self.form == "div" or (self.form == "mixed" and self.hand.chance(0.4)):
            return f"<div>{html}</div>"
        if self.form == "span":
            return f"<p{self._class}><span>{html}</span></p>"
        return f"<p{self._class}>{html}</p>"

    def _put(self, pieces: list[Piece]) -> None:
        """After the first paragraph, before the last."""
        for piece in pieces:
            self.pieces.insert(self.hand.rng.randint(1, max(1, len(self.pieces) - 1)), piece)

    def _headings(self) -> list[Piece]:
        drawn = self.hand.draw(HEADINGS)
        if drawn == "none":
            return []
        words = self.hand.some(self.sheet.language.sections, 1, 3)
        if drawn == "dangerous" and self.sheet.language.code == "en":
            words, drawn = [self.hand.one(DANGEROUS)], "h3"
        tag = {"dangerous": "h3", "strong": "strong"}.get(drawn, drawn)
        other = second.headings(self.sheet, words)
        if other:
            return [Piece(each) for each in other]
        made = [f"<{tag}>{self.sheet.says(each)}</{tag}>" for each in words]
        return [Piece(f"<p>{each}</p>" if tag == "strong" else each) for each in made]

    def _list(self) -> list[Piece]:
        drawn = self.hand.draw(LIST)
        if drawn == "none":
            return []
        words = [self.sheet.prose.sentence() for _ in range(3)]
        items = [self.sheet.prose.markup(each) for each in words]
        if drawn == "nested":
            html = f"<ul><li>{items[0]}<ul><li>{items[1]}</li></ul></li><li>{items[2]}</li></ul>"
        elif drawn == "loose":
            html = f"<ul><li>{items[0]}</li>{items[1]}<li>{items[2]}</li></ul>"
        elif drawn == "paragraphs":
            html = "<ul>" + "".join(f"<li><p>{item}</p></li>" for item in items) + "</ul>"
        else:
            tag = "ol" if drawn == "numbers" else "ul"
            html = f"<{tag}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"
        return [Piece(html, words)]

    def _quote(self) -> list[Piece]:
        drawn = self.hand.draw(QUOTE)
        if drawn == "none":
            return []
        count = 2 if drawn == "two" else 1
        words = self.sheet.prose.quotations(count)
        inside = "".join(f"<p>{self.sheet.prose.markup(each)}</p>" for each in words)
        return [Piece(f"<blockquote>{inside}</blockquote>", words)]

    def _layout_table(self) -> list[Piece]:
        if self.hand.draw(LAYOUT_TABLE) == "none":
            return []
        texts = [self.sheet.prose.text(self.sheet.prose.sentences(2, 3)) for _ in range(2)]
        inside = "".join(f"<p>{text.html}</p>" for text in texts)
        return [
            Piece(f"<table><tbody><tr><td>{inside}</td></tr></tbody></table>", [text.said for text in texts])
        ]

    def _insert(self) -> None:
        html = inserts.draw_insert(self.sheet)
        if not html:
            return
        place = self.hand.draw(inserts.PLACE)
        piece = Piece(html, outside=place != "inside")
        if place == "first":
            self.pieces.insert(0, piece)
        elif place == "last":
            self.pieces.append(piece)
        else:
            self._put([piece])

    def _rest_of_markers(self) -> None:
        """A last paragraph calls the notes that no other has called."""
        while self.notes.used < self.notes.total:
            called = self.notes.used
            sentences = self.sheet.prose.sentences(2, 3)
            if self.notes.at == "quotation" and called == 0:
                sentences = self.sheet.prose.quotations(1)
            text = self.sheet.prose.text(sentences, self.notes.marker())
            made = {
                "items": f"<ul><li>{text.html}</li></ul>",
                "quotation": f"<blockquote><p>{text.html}</p></blockquote>" if called == 0 else "",
            }.get(self.notes.at, "")
            html = (made or self._dressed(text.html)) + self._sidenotes(called)
            self.pieces.append(Piece(html, [text.said], paragraph=not made))
        if self.notes.at == "twice" and self.notes.used:
            text = self.sheet.prose.text(self.sheet.prose.sentences(2, 3), self.notes.again())
            self.pieces.append(Piece(self._dressed(text.html), [text.said], paragraph=True))

    def _open(self) -> None:
        """What stands before the first paragraph, most of it not the article's."""
        sheet = self.sheet
        self.pieces[:0] = [Piece(html, said) for html, said in second.first(sheet)]
        if sheet.outlet and not sheet.outlet_in_header:
            drawn = self.hand.draw(SOURCE)
            words = sheet.label("source", outlet=sheet.outlet) if drawn == "label" else sheet.outlet
            self.pieces.insert(0, Piece(f"<p>{words}</p>"))
        if sheet.language.code == "ru" and not sheet.legacy and self.hand.draw(NOTICE) == "notice":
            self.pieces.insert(0, Piece(f"<p>{sheet.label('notice')}</p>", outside=self.hand.chance(0.5)))


def _runs(pieces: list[Piece], *, split: bool) -> list[list[Piece]]:
    """Groups of pieces: each outside piece for itself, the others together, or split at random places."""
    groups: list[list[Piece]] = []
    inside = False
    for place, piece in enumerate(pieces):
        if piece.outside or not inside or (split and place % 3 == 0):
            groups.append([piece])
        else:
            groups[-1].append(piece)
        inside = not piece.outside
    return groups


_INLINE = ("<a ", "<img", "<script", "<style", "<video")
"""What ends no paragraph that is text between line breaks."""


def _run(pieces: list[Piece], form: str) -> str:
    if form != "br":
        return "\n".join(piece.html for piece in pieces)
    made = ""
    after_paragraph = False
    for piece in pieces:
        made += "<br><br>" if piece.paragraph and after_paragraph else ""
        made += piece.html
        after_paragraph = piece.paragraph or (after_paragraph and piece.html.startswith(_INLINE))
    return made


def body_2024(sheet: Sheet, notes: Notes) -> str:
    """The body on a page of 2024 or later."""
    body = Body(sheet, notes)
    pieces = [] if sheet.kind == "podcast" else body.compose()
    dressed = second.draw_run(sheet, "".join(piece.html for piece in pieces))
    runs, content = sheet.hand.draw(RUNS), sheet.hand.draw(CONTENT)
    if sheet.kind == "podcast":
        sheet.expected["body"] = []
        sheet.hand.forget(RUNS, CONTENT, PARAGRAPH)
        return "<div><audio controls src='/episode.mp3'></audio></div>"
    cls = sheet.dress.cls("richtext") if sheet.layout == "site-2026" else ' class="rich-text"'
    groups = []
    for group in _runs(pieces, split=runs != "one"):
        if group[0].outside:
            groups.append(group[0].html)
            continue
        run = f"<div{cls}>{dressed(_run(group, body.form))}</div>"
        groups.append(f"<div><div><div><div>{run}</div></div></div></div>" if content == "deep" else run)
    if sheet.layout == "site-2024":
        sheet.hand.forget(RUNS, CONTENT)
        return f'<div class="body">{"".join(f"<div class=block>{group}</div>" for group in groups)}</div>'
    if runs == "sections":
        colours = ("white-scheme", "gray-scheme")
        return "".join(
            f"<section{sheet.dress.cls(colours[place % 2])}>{group}</section>"
            for place, group in enumerate(groups)
        )
    if runs == "streamed" and len(groups) > 1:
        late = "\n".join(groups[1:])
        sheet.deferred.append(
            f'<div hidden id="S:0">{late}</div><script>$RC=function(b,c){{}};$RC("B:0","S:0")</script>'
        )
        groups = [groups[0], '<!--$?--><template id="B:0"></template><!--/$-->']
    inside = "\n".join(groups)
    scheme = sheet.dress.cls("scheme")
    return {
        "section": f'<section id="content"{scheme}>{inside}</section>',
        "div": f"<div{scheme}>{inside}</div>",
        "article": f'<article id="content"{scheme}>{inside}</article>',
    }.get(content, inside)


def body_legacy(sheet: Sheet, notes: Notes) -> str:
    """What stands in `div.article-body`."""
    body = Body(sheet, notes)
    pieces = body.compose()
    made = _run(pieces, body.form)
    return second.draw_run(sheet, made)(made)
