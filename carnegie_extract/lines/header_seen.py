"""What is known of a header so far, on the way down from its headline."""

from __future__ import annotations

from carnegie_extract.lines.grammar import LONGEST_LABEL, opening_label, unknown_label
from carnegie_extract.lines.header_parts import header_element, same_list
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import is_linked, links_of, people_links, separated
from carnegie_extract.page.flow import Line, ends_sentence
from carnegie_extract.page.page import Page
from carnegie_extract.page.reading import Part, Reading
from carnegie_extract.words.carnegie import leads_elsewhere
from carnegie_extract.words.names import are_names, has_two_words
from carnegie_extract.words.vocabulary import is_type_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.page.reading import Awaited


class Seen:
    """What the lines so far hold: it decides what the next one may be."""

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
        """The line with the date, which may have no day."""
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

    def found(self) -> bool:
        """Whether date or byline stand above."""
        return self.day is not None or bool(self.byline)

    def is_complete(self) -> bool:
        """Whether nothing is missing: date, byline and what a label announced."""
        return self.day is not None and bool(self.byline) and self.waits is None

    def is_among(self, places: list[int], line: Line) -> bool:
        """Whether a line says the same as one of those at `places`."""
        return any(line.letters == self.flow[each].letters for each in places)

    def is_description(self, line: Line) -> bool:
        """Whether the head describes the page in the words of a line, and no dek came before."""
        if self.dek or (self.body is None and len(self.prose) > 2):
            return False
        return any(line.letters == each for each in self.page.described)

    def add_dek(self, at: int, rule: str) -> Verdict:
        """Note a line of the dek; its verdict."""
        self.dek.append(at)
        self.waits = None if self.waits == "dek" else self.waits
        return Verdict("dek", rule)

    def keep(self, part: Part, reading: Reading) -> Verdict | None:
        """Note what a part says; the verdict of its line."""
        verdict: Verdict | None = None
        if reading.label is not None:
            self._keep_label(part)
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
        if reading.dated:
            self.day = part if self._says_more(reading) else self.day
            verdict = Verdict("date", "printed_date" if reading.day is not None else "printed_month")
        if reading.byline is not None:
            verdict = self.keep_names(part, reading.byline, reading.waits)
            self.waits = "byline"
        elif reading.waits is not None or reading.dated:
            self.waits = reading.waits
        return verdict

    def _keep_label(self, part: Part) -> None:
        """Note the first label; a link of a list above the headline may be an entry of a menu and yields to another."""
        at = self.label.at if self.label is not None else self.at
        if at < self.at and self.flow[at].kind == "li" and is_linked(self.flow[at]):
            del self.verdicts[at]
            self.label = None
        self.label = self.label or part

    def _says_more(self, reading: Reading) -> bool:
        """Whether a date is the first one, or the first with a day."""
        known = self.day.reading if self.day is not None else None
        return known is None or (known.day is None and reading.day is not None)

    def keep_names(self, part: Part, names: str, waits: Awaited | None) -> Verdict:
        """Note the names that a part holds; the verdict of its line."""
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

    def is_in_list_of_date(self, line: Line) -> bool:
        """Whether a line is another item of the list that the date stands in."""
        day = self.day
        return day is not None and same_list(self.flow[day.at], line) and len(line.text) <= LONGEST_LABEL

    def judge_in_list_of_date(self, at: int, line: Line) -> Verdict:
        """What an item of the date's list is that no grammar reads: the label of a series, or below one the outlet."""
        if self.label is None and (reading := unknown_label(line.text)).label is not None:
            self.label = Part(at, line, reading)
            return Verdict("label", "unknown_label_beside_date")
        return Verdict("outlet", "outlet_beside_date")

    def may_be_bare_names(self, line: Line) -> bool:
        """Whether a line can be names without label and link."""
        if (
            is_type_label(line.text)
            or opening_label(line.text)
            or not are_names(line.text, (), self.page.language)
        ):
            return False
        if line.may_link and any(leads_elsewhere(href) for _, href in links_of(line)):
            return False  # a service that plays the piece
        if self.day is not None:
            return has_two_words(line.text) or (line.kind != "p" and not links_of(line))
        return has_two_words(line.text) and not ends_sentence(line.text) and self.label is None

    def has_another_day(self, part: Part) -> bool:
        """Whether a part has a date that is not the page's: an embedded post's, a card's."""
        known = self.day.says.day if self.day is not None else None
        return known is not None and part.says.day not in (None, known)
