"""The header of an article: the lines around the headline, each read once and judged by the first rule that takes it.

Label, blog, dek, byline and date come in any order, and between them lines that say nothing of the article.
"""

from __future__ import annotations

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.base.text import key
from carnegie_extract.lines.grammar import (
    LONGEST_LINE,
    SEPARATORS,
    Reading,
    beside_date,
    day_behind,
    is_all,
    is_label,
    is_mostly,
    key_label,
    without_languages,
)
from carnegie_extract.lines.header_parts import (
    LONGEST_LABEL,
    Part,
    by_element,
    has_byline,
    has_hours,
    header_element,
    is_among_people,
    is_italic,
    may_be_label,
    opens_list,
    read_parts,
    same_list,
)
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import is_linked, links_of, people_links, separated, tokens
from carnegie_extract.lines.sections import leads_to_topics
from carnegie_extract.page.dom import ancestors
from carnegie_extract.page.flow import HEADINGS, Line, ends_sentence, is_prose, is_sentence
from carnegie_extract.page.page import Page
from carnegie_extract.words.agencies import ends_with_credit
from carnegie_extract.words.dates import lone_date
from carnegie_extract.words.names import CONJUNCTIONS, are_names, has_two_words, is_affiliation, is_title
from carnegie_extract.words.vocabulary import (
    after_label,
    is_credit,
    is_in_the_media,
    is_summary,
    is_type_label,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.lines.grammar import Awaited
    from carnegie_extract.words.vocabulary import Words

_REACH = 40
"""A header has no more lines below its headline."""
_MOST_MISSED = 3
"""So many lines that are none of a header's end it."""
_ABOVE = 6
_LONGEST_PLACE = 160
_SUMMARY_CLASS = pattern(r"(?:\b|[_-])summary\b", 2)
_NEAR_SUMMARY = 3
"""Elements around a line."""
_NO_PLACE_END = frozenset(".!?…:;。！？：；؟।")


_FEW_WORDS, _LONG_WORD = 3, 4
"""A name of more than so many words has capitals where words are so long."""


def _is_card_or_menu(line: Line, parts: list[Part]) -> bool:
    """Whether a line over the headline is a card's, with a day beside what nothing reads, or links of a menu."""
    if len(parts) > 2 and is_linked(line):
        return True
    return _is_dated(parts) and any(part.reading is None for part in parts)


class Header(NamedTuple):
    """What the header says. `end` is the place in the flow where the body may begin."""

    parts: list[Part]
    """The lines below the headline as they were read, for witnesses."""
    above: list[Part]
    """The lines above it, nearest first."""
    verdicts: Verdicts
    byline: tuple[Part, ...]
    """The parts that carry names, in order."""
    day: Part | None
    label: Part | None
    dek: tuple[int, ...]
    end: int

    @property
    def type_label(self) -> str:
        """The label as the record has it; "" for none."""
        reading = self.label.reading if self.label is not None else None
        return (reading.label or "") if reading is not None else ""


def read_header(page: Page, at: int, body: int | None, chrome: Verdicts, *, bare_byline: bool) -> Header:
    """Read the header of a page whose headline stands at `at`.

    `body` is where the body begins if the markup says so; `chrome` are lines judged before. `bare_byline`: names
    may stand under the headline without label and link.
    """
    return _Reader(page, at, body, chrome, bare_byline=bare_byline).read()


class _Reader:
    """One way down from the headline; what it has seen so far decides what a bare line may be."""

    def __init__(self, page: Page, at: int, body: int | None, chrome: Verdicts, *, bare_byline: bool) -> None:
        self.page = page
        self.flow = page.flow
        self.at = at
        self.body = body
        self.chrome = chrome
        self.bare_byline = bare_byline
        self.verdicts: Verdicts = {at: Verdict("headline", "headline")}
        self.parts: list[Part] = []
        self.byline: list[Part] = []
        self.day: Part | None = None
        self.label: Part | None = None
        self.dek: list[int] = []
        self.prose: list[int] = []
        """Lines that no rule took: the dek, or the body's first ones."""
        self.once: set[str] = set()
        """The letters of label, blog and tools, which a second header for narrow screens repeats, and, where the
        headline has come again, of all lines below it."""
        self.waits: Awaited | None = None
        self.labelled: int | None = None
        """The last line that is a label before names and nothing else."""
        self.place: int | None = None
        """The last line with an event's hours or place: where it takes place may follow."""
        self.last = at
        self.missed = 0
        self.inner = header_element(page, at) if body is None else 0

    def read(self) -> Header:
        above = self._read_above()
        self._go_down()
        self._take_above_day()
        if self.day is None:
            self._take_day_above(above)
        if not self.byline:
            self._take_names_above(above)
        if not self.byline:
            self._take_editors()
        if self.bare_byline and not self.byline:
            self._take_bare_byline()
        end = self.body if self.body is not None else max(self.last + 1, self.inner)
        if not self.dek:
            self._take_dek(end)
        self._tell_of_lost_prose(end)
        return Header(
            self.parts, above, self.verdicts, tuple(self.byline), self.day, self.label, tuple(self.dek), end
        )

    # Above the headline

    def _read_above(self) -> list[Part]:
        """The label and the blog's name over the headline, each judged; all parts, nearest first."""
        parts: list[Part] = []
        for at in range(self.at - 1, max(self.at - _ABOVE - 1, -1), -1):
            line = self.flow[at]
            if at in self.chrome or line.kind == "button":
                continue
            if line.kind == "figure" or len(line.text) > 200 or line.box is not self.flow[self.at].box:
                break
            read = read_parts(self.page, at)
            read = by_element(self.page, read)
            self.once.add(line.letters)
            parts += reversed(read)
            self._judge_above(at, read)
            if self.label is not None:
                break
        return parts

    def _judge_above(self, at: int, read: list[Part]) -> None:
        label = next((part for part in read if part.reading is not None and part.reading.label), None)
        if label is not None and self.label is None and not _is_card_or_menu(self.flow[at], read):
            self.label = label
            self.verdicts[at] = Verdict("label", "label_over_headline")
        elif any(part.reading is not None and part.reading.blog for part in read):
            self.verdicts[at] = Verdict("blog", "known_blog_over_headline")
        elif len(self.flow[at].text) <= LONGEST_LABEL and not is_credit(self.flow[at].text):
            self.verdicts[at] = Verdict("tool", "short_line_over_headline")

    def _take_day_above(self, above: list[Part]) -> None:
        """The date of pages that print it above the headline; one further up belongs to a menu or a promo."""
        for part in above:
            line = self.flow[part.at]
            if line.kind in HEADINGS or opens_list(line):
                return
            if part.reading is None or part.reading.day is None:
                continue
            if line.kind != "li" or (part.at == self.at - 1 and lone_date(line.text) is not None):
                self.day = part
                self.verdicts[part.at] = Verdict("date", "date_over_headline")
                return

    def _take_names_above(self, above: list[Part]) -> None:
        """The byline that stands above the headline, as that of books: links to people, or names behind a label."""
        for part in above:
            line = self.flow[part.at]
            if line.kind in HEADINGS or opens_list(line):
                return
            names = part.reading.byline if part.reading is not None else None
            if names is None and all(map(has_two_words, linked := people_links(line))) and linked:
                names = line.plain if are_names(line.plain, (), self.page.language) else None
            if names:
                self.verdicts[part.at] = self._keep_names(part._replace(line=line), names, None)
                return

    # Below the headline

    def _go_down(self) -> None:
        stop = min(self.body if self.body is not None else len(self.flow), self.at + 1 + _REACH)
        at = self.at + 1
        while at < stop and (self.missed < _MOST_MISSED or at < self.inner):
            line = self.flow[at]
            if at in self.chrome or not line.text:
                at += 1
                continue
            if self._repeats_headline(at, line):
                at += 1
                continue
            if end := self._end_of_author_box(at, line):
                self.verdicts |= dict.fromkeys(range(at, end), Verdict("author", "box_over_the_text"))
                at, self.last = end, end - 1
                continue
            if opens_list(line) or self._opens_section(at, line):
                break
            if self.body is None and at >= self.inner and self.missed > 1 and self._found():
                break
            self._judge(at, line)
            at += 1

    def _end_of_author_box(self, at: int, line: Line) -> int:
        """Where a box about the author ends that stands between header and text, in a column beside it; 0 for none."""
        if "about_authors" not in self.flow.landmarks.get(at, ()) or not self.byline or self.day is None:
            return 0
        box = line.holder
        while box is not None and self.flow.span(box) == (at, at + 1):
            box = box.parent
        start, end = self.flow.span(box) if box is not None else (0, 0)
        after = next((n for n in range(end, len(self.flow)) if is_sentence(self.flow[n].text)), None)
        if (
            start != at
            or self.missed
            or after is None
            or after in self.flow.landmarks
            or after in self.chrome
        ):
            return 0
        return end

    def _judge(self, at: int, line: Line) -> None:
        """Give a line its role; a line of the header's own moves the header's end down."""
        verdict = self._line_verdict(at, line)
        if verdict is None:
            self.waits = None
            may_be_names = not self.byline and self._may_be_bare_names(line)
            self.missed += not (may_be_names or self._is_among(self.prose, line))
            self.prose.append(at)
            return
        self.verdicts[at] = verdict
        if verdict.role in ("label", "blog", "tool"):
            self.once.add(line.letters)
        if verdict.role in ("tool", "button", "figure", "tags"):
            if not self.missed:
                self.last = at
        else:
            self.missed = 0
            self.last = at

    def _line_verdict(self, at: int, line: Line) -> Verdict | None:
        text, words = line.plain, words_of(line.plain)
        if (verdict := self._worded(line, words) or self._dek_verdict(at, line, words)) is not None:
            return verdict
        if line.letters in self.once:
            return Verdict("tool", "repeated_label")
        links = links_of(line) if line.may_link and not is_prose(text) else []
        if any(".pdf" in href.lower() for _, href in links) and is_mostly(text, dict(links)):
            return Verdict("pdf", "leads_to_pdf")
        if is_credit(text) or ends_with_credit(text) or line.kind in ("figure", "caption"):
            return self._credit(line)
        if line.kind == "table" or len(line.text) > LONGEST_LINE:
            return None
        if leads_to_topics(line):
            return Verdict("tags", "links_to_topics")  # a podcast may have no text above them
        return self._take_parts(at, line)

    def _worded(self, line: Line, words: Words) -> Verdict | None:
        """The verdict of a line that its words tell."""
        if "buttons" in words or line.kind == "button":
            self.waits = None
            return Verdict("button", "button_word")
        if "notices" in words:
            return Verdict("notice", "notice")
        if "recent_work" in words and self.body is not None:
            return Verdict("related", "heading_of_related")
        return None

    def _dek_verdict(self, at: int, line: Line, words: Words) -> Verdict | None:
        """The dek, as a label, the head or the name of its element tells it."""
        text = line.plain
        if (is_summary(text) or "summary" in words) and (verdict := self._take_summary(at, text)) is not None:
            return verdict
        if self._is_description(line):
            return self._add_dek(at, "head_describes_it_so")
        if not self.dek and is_prose(text) and self._is_called_summary(at, line):
            return self._add_dek(at, "element_called_summary")
        return Verdict("dek", "dek_repeated") if self._repeats_dek(line) else None

    def _is_called_summary(self, at: int, line: Line) -> bool:
        """Whether the element around a line and no other is called so: ".zone-title__summary", ".summary"."""
        near = zip(ancestors(line.node) if line.node is not None else (), range(_NEAR_SUMMARY), strict=False)
        named = (node for node, _ in near if _SUMMARY_CLASS.search(node.attributes.get("class") or ""))
        return any(self.flow.span(node) in ((at, at + 1), (0, 0)) for node in named)

    def _repeats_dek(self, line: Line) -> bool:
        """Whether a line says again what stands in the header, and no text stands between them.

        Below byline and date a line twice in a row may as well open the body.
        """
        above = [each for each in self.prose if each < self.last]
        between = self.prose[len(above) :]
        return self._is_among([*self.dek, *above], line) and not any(
            is_sentence(self.flow[each].text) for each in between
        )

    def _is_among(self, places: list[int], line: Line) -> bool:
        return any(line.letters == self.flow[each].letters for each in places)

    def _take_summary(self, at: int, text: str) -> Verdict | None:
        """What follows the label, or, where that stands alone, the next line."""
        summary = after_label("summary", text)
        if summary == "" or is_summary(text):
            self.waits = "dek"
            return Verdict("tool", "summary_label")
        if summary is None:
            return None
        if len(text) <= LONGEST_LABEL and not text[: -len(summary)].rstrip().endswith((":", "：")):
            return None
        return self._add_dek(at, "after_summary_label")

    def _add_dek(self, at: int, rule: str) -> Verdict:
        self.dek.append(at)
        self.waits = None if self.waits == "dek" else self.waits
        return Verdict("dek", rule)

    def _credit(self, line: Line) -> Verdict | None:
        """A credit line; a paragraph that opens like one, below the date, is the body's."""
        if self.body is None and self.day is not None and line.kind in ("p", "quote", "li"):
            return None
        if line.kind == "figure":
            return Verdict("figure", "figure_in_header")
        return (
            Verdict("credit", "credit_line") if line.kind in ("text", "caption") or not self.missed else None
        )

    def _take_parts(self, at: int, line: Line) -> Verdict | None:
        parts = read_parts(self.page, at)
        if self.waits == "dek":
            return self._add_dek(at, "below_summary_label")
        read = [part if part.reading is not None else self._unlabelled(part) for part in parts]
        if len(read) == 1 and read[0].reading is None and self.day is None:
            read = [read[0]._replace(reading=day_behind(line.text))]
        self.parts += read
        if len(read) > 1:
            read = self._with_stacked(read)
        if not any(part.reading is not None for part in read):
            return self._bare_line(at, line)
        if any(map(self._has_another_day, read)):
            return None
        if is_type_label(parts[0].line.text) and self.day is not None and len(parts) > 1:
            return None  # a card's label and title
        rules = [self._keep(part, part.reading) for part in read if part.reading is not None]
        told = [rule for rule in rules if rule is not None]
        return next((rule for rule in reversed(told) if rule.role != "tool"), told[-1] if told else None)

    def _has_another_day(self, part: Part) -> bool:
        """Whether a part has a date that is not the page's: an embedded post's, a card's."""
        known = self.day.reading if self.day is not None else None
        return known is not None and part.reading is not None and part.reading.day not in (None, known.day)

    def _unlabelled(self, part: Part) -> Part:
        """A part that only its links, its place or the page's other sources explain."""
        line, known = part.line, self.page.known_authors
        names = line.text
        if key(names) == key(self.page.metadata.string("blog") or ""):
            return part._replace(reading=Reading(blog=names))
        if not names or self.flow[part.at].kind in HEADINGS or self._is_complete():
            return part
        if after_label("published", names) is not None:
            return part  # "Published by Foreign Affairs": the outlet
        if is_all(names, known):
            return part._replace(reading=Reading(byline=names))
        people = people_links(line)
        if people and (are_names(names, known, self.page.language) or is_mostly(names, people)):
            return part._replace(reading=Reading(byline=names))
        if self._awaits_names(part) and are_names(names, known, self.page.language):
            return part._replace(reading=Reading(byline=names, waits="byline"))
        return part

    def _is_complete(self) -> bool:
        return self.day is not None and bool(self.byline) and self.waits is None

    def _awaits_names(self, part: Part) -> bool:
        """Whether names without a link may stand here: after a lone label, beside others in one list, over a title."""
        if self.waits != "byline":
            return is_among_people(self.page, part.at)
        if not self.byline or self.labelled == part.at - 1:
            return True
        before, here = self.byline[-1], self.flow[part.at]
        if before.at == part.at or here.holder is None or same_list(self.flow[before.at], here):
            return True
        if key(before.line.text.rpartition(" ")[2]) in CONJUNCTIONS:
            return True
        if is_affiliation(tokens(here)[-1]):
            return True
        below = self.flow[part.at + 1].plain if part.at + 1 < len(self.flow) else ""
        return is_title(below) and not is_sentence(below)

    def _with_stacked(self, parts: list[Part]) -> list[Part]:
        """Names and a label that no word marks, stacked over a date in one line: pages before 2011."""
        parts = [part._replace(reading=part.reading or beside_date(part.line.text)) for part in parts]
        if not _is_dated(parts):
            return parts
        stacked: list[Part] = []
        for part in parts:
            reading = part.reading
            if reading is None and has_hours(stacked) and not is_sentence(part.line.text):
                reading = Reading(tool="place")
            if reading is None and not has_byline(stacked) and not has_byline(parts):
                reading = self._stacked_names(part.line.text)
            if reading is None and may_be_label(part.line.text) and not is_italic(part.line):
                reading = Reading(label=key_label(part.line.text))
            stacked.append(part._replace(reading=reading))
        return stacked

    def _stacked_names(self, text: str) -> Reading | None:
        if self.byline or not has_two_words(text) or not are_names(text, (), self.page.language):
            return None
        return Reading(byline=text)

    def _keep(self, part: Part, reading: Reading) -> Verdict | None:
        """Note what a part says; the verdict of its line."""
        verdict: Verdict | None = None
        if reading.label is not None:
            self.label = self.label or part
            verdict = Verdict("label", "type_label")
        if reading.blog is not None:
            verdict = Verdict("blog", "known_blog")
        if reading.tool is not None:
            verdict = Verdict("tool", reading.tool)
            if reading.tool in ("clock", "place"):
                self.place = part.at
        if reading.waits is not None and reading.byline is None:
            verdict = Verdict("date" if reading.waits == "date" else "byline", "lone_label")
            self.labelled = part.at
        if reading.day is not None:
            self.day = self.day or part
            verdict = Verdict("date", "printed_date")
        if reading.byline is not None:
            verdict = self._keep_names(part, reading.byline, reading.waits)
            self.waits = "byline"
        elif reading.waits is not None or reading.day is not None:
            self.waits = reading.waits
        return verdict

    def _keep_names(self, part: Part, names: str, waits: Awaited | None) -> Verdict:
        if self._goes_on(part, names):
            whole = separated(part.line, names, self.page.language)
            self.byline.append(part._replace(reading=Reading(byline=whole)))
        rule = "names_after_label" if waits else "names_in_header"
        return Verdict("byline", "linked_people" if people_links(part.line) and not waits else rule)

    def _goes_on(self, part: Part, names: str) -> bool:
        """Whether names go on a byline, and are not the same ones printed again."""
        so_far = "".join(each.line.letters for each in self.byline)
        if part.line.letters and part.line.letters in so_far:
            return False
        return not self.byline or self.waits == "byline" or bool(people_links(part.line)) or not names

    def _bare_line(self, at: int, line: Line) -> Verdict | None:
        """A short line that no grammar reads, told by the lines before it."""
        if line.holder is not None and line.holder.tag == "dt":
            return Verdict("tool", "label_of_a_value")
        if self._is_place(at, line):
            self.place = at
            return Verdict("tool", "place_below_hours")
        if self.byline and is_title(line.text) and not is_sentence(line.text) and self._is_near_names(at):
            return Verdict("author", "title_under_name")
        if self._is_beside_day(line):
            return self._beside_day(at, line)
        may_be_outlet = self.byline or (self.label is not None and is_in_the_media(self.label.line.text))
        if may_be_outlet and line.node is not None and not self.missed and self._is_outlet(at, line):
            return Verdict("outlet", "short_line_below_byline")
        return None

    def _is_beside_day(self, line: Line) -> bool:
        day = self.day
        return day is not None and same_list(self.flow[day.at], line) and len(line.text) <= LONGEST_LABEL

    def _beside_day(self, at: int, line: Line) -> Verdict:
        """What an item of the date's list is that no grammar reads: the label of a series, or below one the outlet."""
        if self.label is None:
            self.label = Part(at, line, Reading(label=key_label(line.text)))
            return Verdict("label", "unknown_label_beside_date")
        return Verdict("outlet", "outlet_beside_date")

    def _take_above_day(self) -> None:
        """The items of the date's list that stand above it, which no line told of before."""
        for at in [at for at in self.prose if self._is_beside_day(self.flow[at])]:
            self.verdicts[at] = self._beside_day(at, self.flow[at])
            self.prose.remove(at)

    def _is_place(self, at: int, line: Line) -> bool:
        """Whether a line says where an event takes place: no sentence, below the hours and beside them."""
        if (
            self.place is None
            or self.missed
            or len(line.text) > _LONGEST_PLACE
            or line.text[-1:] in _NO_PLACE_END
        ):
            return False
        beside, holder = self.flow[self.place].holder, line.holder
        if beside is None or holder is None or is_label(self.flow[self.place].text):
            return at == self.place + 1
        return beside.mem_id == holder.mem_id

    def _is_near_names(self, at: int) -> bool:
        return at - self.byline[-1].at <= 2

    def _is_outlet(self, at: int, line: Line) -> bool:
        """Whether a line below the byline is too short and open for a dek or a paragraph, and beside none."""
        text = without_languages(line.plain)
        if is_prose(text) or ends_sentence(text) or line.kind not in ("p", "text", "li"):
            return False
        words = text.split()
        if len(words) > _FEW_WORDS and any(len(word) >= _LONG_WORD and word[0].islower() for word in words):
            return False
        after = self.flow[at + 1] if at + 1 < len(self.flow) else None
        return (
            after is None
            or after.kind == "figure"
            or after.holder is None
            or line.holder is None
            or after.holder.mem_id != line.holder.mem_id
            or (_is_dated(read_parts(self.page, at + 1)) and not same_list(line, after))
        )

    def _repeats_headline(self, at: int, line: Line) -> bool:
        if line.letters != self.flow[self.at].letters:
            return False
        self.verdicts[at] = Verdict("headline", "headline_repeated")
        self.once.update(each.letters for each in self.flow[self.at + 1 : at] if each.letters)
        return True

    def _opens_section(self, at: int, line: Line) -> bool:
        """Whether a line is a heading, of the body or of a list; a dek may be one above byline and date."""
        if line.kind not in HEADINGS or self._is_description(line):
            return False
        if self.body is not None and after_label("summary", line.plain) == "":
            return False
        if line.letters in self.once or self._goes_on_in_heading(at, line):
            return False
        if self._is_among([*self.dek, *self.prose], line) or "buttons" in words_of(line.plain):
            return False
        return self._found() or bool(self.dek or self.prose)

    def _goes_on_in_heading(self, at: int, line: Line) -> bool:
        """Whether a heading is a line of the header: on some old pages byline, date and "Summary" are headings."""
        if is_summary(line.plain):
            return not self.dek and (not self._found() or self._is_over_one_line(at, line))
        readings = [part.reading for part in read_parts(self.page, at) if part.reading is not None]
        if any(reading.byline for reading in readings):
            return not self.byline
        if any(reading.day for reading in readings):
            return self.day is None
        if self._found() or at + 1 == len(self.flow):
            return False
        return _is_dated(read_parts(self.page, at + 1)) and self._may_be_bare_names(line)

    def _is_over_one_line(self, at: int, line: Line) -> bool:
        """Whether the element around a heading holds one line more and nothing else."""
        spans = map(self.flow.span, ancestors(line.node) if line.node is not None else ())
        return next((span == (at, at + 2) for span in spans if span[1] - span[0] > 1), False)

    def _found(self) -> bool:
        return self.day is not None or bool(self.byline)

    def _is_description(self, line: Line) -> bool:
        if self.dek or (self.body is None and len(self.prose) > 2):
            return False
        return any(line.letters == each for each in self.page.described)

    # What no label marks

    def _take_editors(self) -> None:
        """The editors, on a page that names no author beside them."""
        for part in self.parts:
            names = (after_label("edited", part.line.text) or "").strip(SEPARATORS)
            if names and are_names(names, self.page.known_authors, self.page.language):
                self._keep(part, Reading(byline=names))
                self.verdicts[part.at] = Verdict("byline", "edited_by")
                return

    def _take_bare_byline(self) -> None:
        """Authors without a page of their own: plain text between headline and date."""
        if not self.prose or self.prose[0] > max(self.last, self.at + 1):
            return
        if names := self._names_over_date():
            for at in names:
                self._take_bare(at)
            return
        line = self.flow[self.prose[0]]
        if line.node is None:
            self._take_names_above_date()
        elif line.kind in ("text", "li", "p") and self._may_be_bare_names(line):
            self._take_bare(self.prose[0])

    def _names_over_date(self) -> list[int]:
        """The lines right above label and date that are names, each with a title perhaps."""
        below = [part.at for part in (self.day, self.label) if part is not None and part.at > self.at]
        at = min(below, default=0) - 1
        names: list[int] = []
        while at in self.prose and self.flow[at].node is not None and self._may_be_bare_names(self.flow[at]):
            names.insert(0, at)
            at -= 1
        return names

    def _may_be_bare_names(self, line: Line) -> bool:
        if is_type_label(line.text) or not are_names(line.text, (), self.page.language):
            return False
        if self.day is not None:
            return line.kind != "p" or has_two_words(line.text)
        return has_two_words(line.text) and not ends_sentence(line.text) and self.label is None

    def _take_names_above_date(self) -> None:
        """In plain text: the line right above the date, where the dek stands above it."""
        above = [at for at in self.prose if at < self.last]
        if self.day is None or len(above) < 2 or above[-1] != self.last - 1:
            return
        names = self.flow[above[-1]].text
        if not is_prose(names) and are_names(names, (), self.page.language):
            self._take_bare(above[-1])

    def _take_bare(self, at: int) -> None:
        line = self.flow[at]
        self.byline.append(Part(at, line, Reading(byline=line.plain.strip(SEPARATORS))))
        self.verdicts[at] = Verdict("byline", "bare_names")
        self.prose.remove(at)
        self.last = max(self.last, at)

    def _take_dek(self, end: int) -> None:
        """The prose between the headline and what follows it; what is printed again counts once."""
        previous: int | None = None
        for at in self.prose:
            if at >= end or (previous is not None and at != previous + 1):
                break
            if self._is_among(self.dek, self.flow[at]):
                self.verdicts[at] = Verdict("dek", "dek_repeated")
            else:
                self.verdicts[at] = self._add_dek(at, "prose_in_header")
            previous = at

    def _tell_of_lost_prose(self, end: int) -> None:
        """Prose above the end of the header that is none of its lines is in no body either."""
        for at in self.prose:
            if at < end and is_sentence(self.flow[at].text):
                self.verdicts.setdefault(at, Verdict("unread", "prose_beside_dek"))


def _is_dated(parts: list[Part]) -> bool:
    return any(part.reading is not None and part.reading.day is not None for part in parts)
