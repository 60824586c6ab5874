"""What ends an article and what follows it: described once, for body, authors, notes, tags and plain text alike.

A landmark (`words/languages`) opens a section. One within the text may be the article's own heading: it is, where
paragraphs of the article go on below it that the section could not hold.
"""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.lines.closing import says_where_to_write
from carnegie_extract.lines.grammar import is_reprint_note, is_sharing
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import (
    is_linked,
    letters_beside,
    links_of,
    note_text,
    opens_with_link,
    people_links,
    tags_of,
)
from carnegie_extract.lines.people import People, names_contributor
from carnegie_extract.page.dom import signature
from carnegie_extract.page.flow import (
    HEADINGS,
    SENTENCE_END,
    Flow,
    Line,
    ends_sentence,
    has_full_stop,
    is_paragraph,
    is_prose,
    is_sentence,
)
from carnegie_extract.page.marks import BACK, STARS
from carnegie_extract.words.carnegie import is_copyright
from carnegie_extract.words.names import is_name, is_title
from carnegie_extract.words.vocabulary import LONGEST_LANDMARK, is_heading_like, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.lines.judgement import Role
    from carnegie_extract.words.vocabulary import Word, Words

_BOX_OR_TAIL: Words = frozenset(("recent_work", "newsletter", "tags"))
OWN_WORDS: Words = frozenset(("thanks", "corrections"))
"""What the author says below the text, and the record keeps."""
_SAID_OF_PIECE: Words = frozenset(("notices", "reprints"))
"""What may close a section about the authors, and is not about them."""
_HEADED = ("tags", "related", "paragraph")
"""Sections that any heading ends."""
_NUMBERED = pattern(rf"[\[(]?\d{{1,3}}[\])]?(?:[.:)–\s-]|$)|[{STARS}]{{1,3}}")
_FIRST_NOTE = pattern(rf"{BACK}|\[1\] ")
"""How the notes begin that follow the authors without a heading: with a link back, or numbered by hand."""
_MOST_TITLE = 200
_QUOTED = 60
"""Letters by which a quotation of the text is known."""
_MOST_OF_BIO = 2
"""Paragraphs about each author."""
_MOST_BESIDE = 12
"""Letters of a label before tags."""
_MOST_LINES = 20
"""Lines below a heading that are looked at."""
_BEFORE_NOTES = ("author", "related", "footer", None)
_BESIDE_TEXT = ("comments", "related", "tags", "footer")
_SHOWN = ("figure", "table", "caption", "button")
_MAY_BE_PROSE = ("p", "li", "quote")
_SHORTEST = 40
"""Bytes of a sentence that goes on after a list of links: a label has fewer."""


class Section(NamedTuple):
    """A section after the body: the landmark that opens it, and the role of its lines."""

    word: Word
    role: Role


_IN_NOTES = Verdict("note", "in_notes")
_NOTES = Section("notes", "note")
SECTIONS = (
    Section("disclaimers", "disclaimer"),
    Section("ends", "footer"),
    Section("about_authors", "author"),
    Section("speakers", "author"),
    _NOTES,
    Section("comments", "comments"),
    Section("tags", "tags"),
    Section("recent_work", "related"),
)
TAIL: Words = frozenset(section.word for section in SECTIONS) - {"tags", "recent_work"}
"""The landmarks that end an article; tags and other pieces may also be within it."""


class _Ahead:
    """What comes later on a page, from the start of the body on, looked up once."""

    def __init__(self, flow: Flow, start: int, chrome: Verdicts) -> None:
        self._flow = flow
        self._start = start
        self._chrome = chrome
        self._last: dict[Word, int] = {word: at for at, words in flow.landmarks.items() for word in words}
        self._next: list[int] = []

    def comes_again(self, word: Word, after: int) -> bool:
        """Whether a landmark comes once more."""
        return self._last.get(word, -1) > after

    def paragraph(self, after: int) -> int | None:
        """The place of the next paragraph of prose, None where a section after the body comes before it."""
        if not self._next:
            self._look()
        found = self._next[after + 1 - self._start]
        return found if found >= 0 else None

    def _look(self) -> None:
        """From the end, so that each line is seen once."""
        found, ahead = -1, [-1]
        for at in range(len(self._flow) - 1, self._start - 1, -1):
            if at not in self._chrome:
                if self._flow.words_at(at) & TAIL and self._flow[at].kind != "quote":
                    found = -1
                elif self._flow[at].kind == "p" and is_prose(self._flow[at].text):
                    found = at
            ahead.append(found)
        self._next = ahead[::-1]


def find_end(flow: Flow, start: int, chrome: Verdicts, people: People, limit: int) -> int:
    """Where the body that begins at `start` ends: at the first landmark that is not a heading of the article's own.

    `limit` is where the last element ends that a layout knows to be the body: below it a heading over other pieces
    does not belong to the article.
    """
    ahead = _Ahead(flow, start, chrome)
    for at, words in flow.landmarks.items():
        if at < start or at in chrome:
            continue
        beyond = at >= limit and "recent_work" in words and not flow.paragraphs(limit, at)
        if beyond or _ends_body(flow, at, chrome, people, ahead):
            return at
    return len(flow)


def _ends_body(flow: Flow, at: int, chrome: Verdicts, people: People, ahead: _Ahead) -> bool:
    line, words = flow[at], flow.landmarks[at]
    if "disclaimers" in words:
        return line.kind != "quote" and not _goes_on_after_disclaimer(flow, at, ahead)
    if (len(line.text) > LONGEST_LANDMARK and "ends" not in words) or line.kind in ("li", "quote"):
        return False
    if "ends" in words and is_reprint_note(line.plain) and ahead.paragraph(at) is not None:
        return False  # whose the rights are of the text below
    if words & TAIL:
        return not _is_own_heading(flow, at, words & TAIL, chrome, people, ahead)
    if not words & _BOX_OR_TAIL:
        return False
    if line.node is None and at + 1 < len(flow) and flow[at + 1].kind == "li":
        return True  # in plain text cards are list items that begin with a type label
    after = _next(flow, at, chrome)
    return not (
        _prose_follows(flow, at, ahead) or (after is not None and _heads_sentences(flow, at, after, people))
    )


def _goes_on_after_disclaimer(flow: Flow, at: int, ahead: _Ahead) -> bool:
    """Whether the article goes on: a paragraph comes before any section, and the words are quoted.

    They are where another disclaimer comes later, or they stand in a paragraph above.
    """
    later, words = ahead.paragraph(at), flow[at].letters[:_QUOTED]
    if later is None:
        return False
    quoted = any(words in line.letters for line in flow[max(at - _MOST_LINES, 0) : at])
    if not quoted and not ahead.comes_again("disclaimers", later):
        return False
    return not any(flow.words_at(n) & _BOX_OR_TAIL for n in range(at + 1, later))


def _is_own_heading(
    flow: Flow, at: int, words: Words, chrome: Verdicts, people: People, ahead: _Ahead
) -> bool:
    """Whether a heading named like a section is above prose of the article, and within it."""
    after = _next(flow, at, chrome)
    if after is None or "ends" in words or flow[after].node is None:
        return False
    line = flow[after]
    if _heads_sentences(flow, at, after, people):
        return True
    if "notes" in words and ahead.comes_again("notes", at) and not _opens_notes(line):
        return _prose_resumes(flow, at, after)
    if "comments" in words:
        counted = any(char.isdigit() for char in flow[at].text)
        return not counted and _reads_on(flow, at, chrome)
    if "about_authors" in words and end_of_box(flow, at) > at:
        return True
    if line.kind != "p" or not is_prose(line.text) or not flow[at].is_beside(line):
        return False
    if "notes" in words:
        return not _opens_notes(line)
    of_author = people.opens(line.plain) is not None or people.is_about_only(line.plain)
    return bool(people) and not of_author


def _heads_sentences(flow: Flow, at: int, after: int, people: People) -> bool:
    """Whether a heading stands between short sentences of one element, and those below are about nobody.

    Below "Notes" they are notes, until another heading goes on with the text.
    """
    heading, line = flow[at], flow[after]
    if heading.kind not in HEADINGS or any(map(str.isdigit, heading.text)):
        return False
    start, end = flow.span(heading.holder)
    if not any(_is_own_sentence(heading, each) for each in flow[max(start, at - _MOST_LINES) : at]):
        return False
    if "notes" in flow.landmarks[at]:
        goes_on = any(
            _is_own_sentence(flow[n], flow[n + 1])
            for n in range(after + 1, end - 1)
            if flow[n].kind in HEADINGS
        )
        return goes_on and line.kind == "p" and not _opens_notes(line)
    return _is_own_sentence(heading, line) and not is_title(line.plain) and people.opens(line.plain) is None


def _is_own_sentence(heading: Line, line: Line) -> bool:
    """Whether a line is a sentence beside a heading, and no link."""
    sentence = line.kind in ("p", "text") and ends_sentence(line.text)
    return sentence and line.is_beside(heading) and not is_linked(line)


def _opens_notes(line: Line) -> bool:
    """Whether a line has a link back or a number: the first of the notes."""
    return BACK in line.text or line.text[:1].isdigit() or line.text[:1] in f"[{STARS}"


def end_of_box(flow: Flow, at: int) -> int:
    """Where a small element ends that a heading opens, if paragraphs of the text go on beside it; else `at`."""
    box = flow[at].holder
    while box is not None and flow.span(box) == (at, at + 1):
        box = box.parent
    start, end = flow.span(box)
    if box is None or box.parent is None or start != at or end >= len(flow) or flow.paragraphs(at, end) > 2:
        return at
    holder = flow[end].holder
    beside = holder is not None and holder.mem_id == box.parent.mem_id
    return end if beside and is_sentence(flow[end].text) else at


def below_authors(flow: Flow, start: int, chrome: Verdicts, people: People) -> int:
    """Where a text begins below a section about its authors that stands over it, in an element of its own.

    That is `start` where the body opens with no such section, or the section has more paragraphs than are about them.
    """
    at = next((n for n in range(start, len(flow)) if n not in chrome), start)
    if "about_authors" not in flow.words_at(at):
        return start
    end = end_around(flow, at)
    most = _MOST_OF_BIO * max(1, len(people.names))
    begins = flow.paragraphs(at, end) <= most and _Ahead(flow, start, chrome).paragraph(end - 1) is not None
    return end if begins else start


def end_around(flow: Flow, at: int) -> int:
    """Where the smallest element ends that holds a line and more below it."""
    holder = flow[at].holder
    while holder is not None:
        end = flow.span(holder)[1]
        if end > at + 1:
            return end
        holder = holder.parent
    return len(flow)


def _reads_on(flow: Flow, at: int, chrome: Verdicts) -> bool:
    """Whether the first words below a heading, pictures and boxes aside, are a sentence, and no name."""
    for n in range(at + 1, min(at + _MOST_LINES, len(flow))):
        if flow.words_at(n) & TAIL:
            return False
        if n not in chrome and n not in flow.landmarks and not _is_beside_words(flow[at], flow[n]):
            return ends_sentence(flow[n].text)
    return False


def _is_beside_words(heading: Line, line: Line) -> bool:
    """Whether a line below a heading is not yet its text: times, links, another heading."""
    if line.kind in _SHOWN or not any(map(str.isalpha, line.text)) or is_sharing(line.plain):
        return True
    if line.kind in HEADINGS and line.kind == heading.kind:
        return True
    return (is_linked(line) or line.kind in HEADINGS) and not is_name(line.plain)


def _next(flow: Flow, at: int, chrome: Verdicts) -> int | None:
    return next((n for n in range(at + 1, min(at + _MOST_LINES, len(flow))) if n not in chrome), None)


def _prose_resumes(flow: Flow, at: int, after: int) -> bool:
    """Whether paragraphs follow what begins at `after`, before any section after the body.

    That is a list below the heading at `at`, or paragraphs, which the next heading ends.
    """
    divided = flow[after].kind == "li"
    for n in range(after + 1, len(flow)):
        divided = divided or flow[n].kind in HEADINGS
        if flow.words_at(n) & TAIL:
            return False
        if divided and flow[n].kind == "p":
            return flow[n].is_beside(flow[at])
    return False


def _prose_follows(flow: Flow, at: int, ahead: _Ahead) -> bool:
    """Whether paragraphs go on after a heading that may also be above a box within the body."""
    later = ahead.paragraph(at)
    if later is None:
        return _goes_on_after_list(flow, at)
    joins = later - at < 2 or not is_linked(flow[later - 1]) or _joins_text(flow, at, later)
    return joins or _goes_on_after_list(flow, at)


def _goes_on_after_list(flow: Flow, at: int) -> bool:
    """Whether a heading opens an element of nothing but links and their days, and a sentence follows that element."""
    start, end = flow.span(flow[at].holder)
    if start != at or not 1 < end - at <= _MOST_LINES or end >= len(flow):
        return False
    if not all(map(_is_entry, flow[at + 1 : end])):
        return False
    return ends_sentence(flow[end].text) and len(flow[end].text.encode()) > _SHORTEST


def _is_entry(line: Line) -> bool:
    """Whether a line is a link, or opens with one and ends no sentence: "Who Owns the Quay? (Commentary, June 5)"."""
    if is_linked(line):
        return True
    return opens_with_link(line) and not has_full_stop(line.plain.removeprefix(links_of(line)[0][0]))


def _joins_text(flow: Flow, at: int, later: int) -> bool:
    """Whether the paragraph at `later` stands with the text above `at`, and not as a teaser with the link over it.

    It does where its element has the class of one with paragraphs above.
    """
    outer = flow[later].holder
    above = [line for line in flow[max(at - _MOST_LINES, 0) : at] if is_sentence(line.text)]
    if outer is not None and any(signature(outer) in _around(line) for line in above):
        return True
    while outer is not None and flow.span(outer)[0] >= later:
        outer = outer.parent
    return outer is None or flow.paragraphs(min(flow.span(outer)[0], at), at) > 0


def judge_tail(flow: Flow, places: tuple[int, int], judged: Verdicts, people: People) -> Verdicts:
    """The verdicts of the lines from one place up to another, section by section."""
    start, end = places
    prose = [flow[at] for at in range(start) if at not in judged and flow[at].kind == "p"]
    around = {line.holder.mem_id: line for line in prose if line.holder is not None}
    tail = _Tail(flow, judged, people, frozenset(sign for line in around.values() for sign in _around(line)))
    return {at: verdict for at in range(start, end) if at not in judged and (verdict := tail.judge(at))}


def _around(line: Line) -> set[object]:
    """What the element around a line is known by: itself, and its tag and class where it has a class."""
    holder = line.holder
    if holder is None:
        return set()
    return {holder.mem_id, signature(holder)} if holder.attributes.get("class") else {holder.mem_id}


class _Tail:
    """One way down from the end of the body; which section a line stands in decides what it can be."""

    def __init__(self, flow: Flow, judged: Verdicts, people: People, texts: frozenset[object]) -> None:
        self.flow = flow
        self.texts = texts
        """What the elements around the paragraphs of the body are known by."""
        self.judged = judged
        self.people = people
        self.section: Role | None = None
        self.until = len(flow)
        """Where the element about an author, or about that author's other work, ends."""
        self.kind = ""
        """The kind of the first note: what is of another make is none."""
        self.notes = 0
        self.counted = False
        """One of the notes has a number."""
        self.waits = False
        """The last line of the notes was a number alone: its text is to come."""
        self.is_over = False
        """A disclaimer or what stands after every article has come."""

    def judge(self, at: int) -> Verdict:
        line, words = self.flow[at], self.flow.words_at(at)
        if words and (section := self._opened(line, words)) is not None:
            return self._enter(section, at)
        if self._leaves_authors(at, line) or (line.kind in HEADINGS and self.section in _HEADED):
            self.section = None
        if (verdict := self._worded(line, words)) is not None:
            return verdict
        if leads_to_topics(line):
            return Verdict("tags", "links_to_topics")
        if self.section in _BEFORE_NOTES and _FIRST_NOTE.match(line.text):
            self._enter(_NOTES, at)
        if self.section == "note" and self._take_note(at, line):
            return _IN_NOTES
        if self.section in ("author", None, "note") and (verdict := self._author_line(at, line)) is not None:
            return verdict
        if self.section in _BESIDE_TEXT and self._is_beside_text(line):
            return Verdict("unread", "sentence_beside_the_text")
        if self.section not in (None, "note", "author"):
            return Verdict(self.section, f"in_{self.section.replace('-', '_')}")
        return self._other(line)

    def _worded(self, line: Line, words: Words) -> Verdict | None:
        """The copyright and notices; acknowledgments under a heading of their own, which are the author's words."""
        if "notices" in words:
            return Verdict("notice", "notice_below_the_article")
        if is_copyright(line.plain):
            self.section = None
            return Verdict("footer", "copyright_line")
        if "thanks" in words and is_heading_like(line.text):
            self.section = "paragraph"
            return Verdict("heading", "opens_thanks")
        if self.section == "paragraph":
            if ends_sentence(line.text):
                return Verdict("paragraph", "below_thanks")
            self.section = None
        return None

    def _leaves_authors(self, at: int, line: Line) -> bool:
        """Whether the element about an author has ended, or tags or a heading that names nobody follow."""
        if at >= self.until:
            return True
        if self.section != "author":
            return False
        if leads_to_topics(line):
            return True
        return line.kind in HEADINGS and not is_linked(line) and self.people.opens(line.plain) is None

    def _opened(self, line: Line, words: Words) -> Section | None:
        if "disclaimers" not in words and (len(line.text) > LONGEST_LANDMARK or line.kind in ("li", "quote")):
            return None
        return next((section for section in SECTIONS if section.word in words), None)

    def _enter(self, section: Section, at: int) -> Verdict:
        verdict = Verdict(section.role, f"opens_{section.word}")
        amid_authors = "author" in (section.role, self.section)
        self.until = end_around(self.flow, at) if amid_authors else len(self.flow)
        self.section = section.role
        self.kind, self.notes, self.counted, self.waits = "", 0, False, False
        if section.word in ("disclaimers", "ends", "comments"):
            self.is_over = True
            self.section = "comments" if section.word == "comments" else "footer"
        elif section.role in ("author", "note"):
            self.is_over = False  # the disclaimer stood under the text
        return verdict

    def _take_note(self, at: int, line: Line) -> bool:
        """Take a line as a note, or as what goes on one, of the first one's make or numbered; else leave the notes."""
        back = BACK in line.text
        numbered = back or _NUMBERED.match(note_text(line)) is not None
        alone = line.plain.strip("[]().")
        waited, self.waits = self.waits, alone.isdecimal() or (back and not alone)
        if waited:
            return True
        label = line.node is None or not is_paragraph(line.text)
        if label and line.kind != "li" and not numbered and self.people.opens(line.plain):
            self.section = None
            return False  # the authors again, after the notes
        apart = self.notes and not numbered and (self._is_apart(at, line) or is_sharing(line.plain))
        if line.kind in HEADINGS or apart:
            self.section = None
            return False
        self.kind = self.kind or line.kind
        self.notes += 1
        self.counted = self.counted or numbered
        return True

    def _is_apart(self, at: int, line: Line) -> bool:
        """Whether a line without a number is of another make than the notes before it; a text's paragraph goes on."""
        if line.node is None and line.item == self.flow[at - 1].item and not self._are_tags(at, line):
            return False
        if line.kind != self.kind or line.kind == "li":
            return line.kind != self.kind
        whole = is_prose(line.text) or (not self.counted and ends_sentence(line.text))
        return not whole or self._are_tags(at, line)

    def _are_tags(self, at: int, line: Line) -> bool:
        """Whether a line is the tags, run together: no sentence, no link, and the disclaimer follows."""
        open_text = line.text[-1:] not in SENTENCE_END and not links_of(line)
        return open_text and "disclaimers" in self.flow.words_at(at + 1)

    def _author_line(self, at: int, line: Line) -> Verdict | None:
        if self._are_tags(at, line) and not self.people.heads(line) and not is_title(line.plain):
            return Verdict("tags", "run_together_over_disclaimer")
        if words_of(line.text) & OWN_WORDS:
            return Verdict("paragraph", "author_says")
        if names_contributor(line.plain):
            return Verdict("credit", "names_contributor")
        if self.section == "author":
            if words_of(line.text) & _SAID_OF_PIECE:
                return Verdict("notice", "said_of_the_piece")
            if is_linked(line) and not people_links(line) and self.people.named(line.plain) is None:
                return Verdict("related", "linked_title_in_authors")
            if says_where_to_write(line):
                return Verdict("footer", "where_to_write")
            return Verdict("author", "in_authors")
        if not self.is_over and (self.people.heads(line) or self.people.is_bio(line)):
            self.section, self.until = "author", end_around(self.flow, at)
            return Verdict("author", "author_again")
        return None

    def _is_beside_text(self, line: Line) -> bool:
        """Whether a paragraph stands in an element like those of the body's, and may be its own."""
        beside = not self.texts.isdisjoint(_around(line))
        return beside and line.kind == "p" and ends_sentence(line.text) and not is_linked(line)

    def _other(self, line: Line) -> Verdict:
        is_text = self._is_beside_text(line) or (is_prose(line.text) and ends_sentence(line.text))
        if self.is_over or not is_text:
            return Verdict("footer" if self.is_over else "navigation", "below_the_article")
        return Verdict("unread", "prose_below_the_article")


def leads_to_topics(line: Line) -> bool:
    """Whether a line is links of which the first is a tag, to a topic, a region or the like, and perhaps a label."""
    if not line.may_link or line.kind in HEADINGS or len(line.text) > _MOST_TITLE:
        return False
    links = links_of(line)
    if not links or letters_beside(line, links) > _MOST_BESIDE:
        return False
    return tags_of(line)[:1] == links[:1]
