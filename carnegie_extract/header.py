"""The header of an article, label to date: read from the lines around the headline, in any order."""

from datetime import date

from carnegie_extract.byline import are_names
from carnegie_extract.dates import url_date
from carnegie_extract.dom import ancestors, is_linked, unmarked
from carnegie_extract.flow import HEADINGS, Block, is_json, is_prose, is_sentence
from carnegie_extract.header_line import (
    LONGEST_LINE,
    SEPARATORS,
    Line,
    is_all,
    is_clock,
    is_mostly,
    read_line,
)
from carnegie_extract.labels import BLOGS, LONGEST_LABEL, labels_before
from carnegie_extract.landmarks import (
    after_label,
    is_box_label,
    is_button,
    is_comments,
    is_credit,
    is_learn_more,
    is_place,
    is_type_label,
    opens_notice,
    roles,
)
from carnegie_extract.page import Page
from carnegie_extract.parts import has_people_links, people_links, separated, spaced, tokens
from carnegie_extract.quick import NamedTuple
from carnegie_extract.text import key, letters

_MOST_AUTHORS = 8
_NAMES_STAND_IN = ("text", "li")


class Header(NamedTuple):
    """What the header says; `end` is the place in the flow where the body may begin."""

    headline: str
    label: str | None
    blog: str | None
    dek: str | None
    byline: str | None
    links: dict[str, str]
    """Address by the text of each link in the byline."""
    date: date | None
    credit: str | None
    end: int


def read_header(page: Page, body: int | None, chrome: frozenset[int], *, bare_byline: bool) -> Header:
    """Read the header of a page with a headline.

    `body` is where the body begins if the markup says so; `chrome` are places in the flow to skip.
    `bare_byline`: names may stand under the headline without label and link.
    """
    return _Reader(page, body, chrome, bare_byline=bare_byline).read()


class _Reader:
    def __init__(self, page: Page, body: int | None, chrome: frozenset[int], *, bare_byline: bool) -> None:
        assert page.headline is not None
        self.page = page
        self.flow = page.flow
        self.at = page.headline
        self.body = body
        self.bare_byline = bare_byline
        self.chrome = chrome
        self.bylines: list[str] = []
        self.links: dict[str, str] = {}
        self.day: date | None = None
        self.label: str | None = None
        self.dek: str | None = None
        self.waits: str | None = None
        self.credit: str | None = None
        self.prose: list[int] = []
        self.last = self.at
        self.missed = 0
        self.inner = _header_element(page) if body is None else 0

    def read(self) -> Header:
        label, blog = labels_before(self.flow, self.at, self.chrome)
        self.label = label
        self._scan()
        if self.bare_byline and not self.bylines:
            self._take_bare_byline()
        if self.day is None:
            self.day = self._day_before()
        end = self.body if self.body is not None else max(self.last + 1, self.inner)
        dek = self.dek or self._dek(end)
        return Header(
            headline=unmarked(self.flow[self.at].text)[0],
            label=self.label,
            blog=blog,
            dek=dek,
            byline=_joined(self.bylines),
            links=self.links,
            date=self.day,
            credit=self.credit,
            end=end,
        )

    def _scan(self) -> None:
        """Go down from the headline while lines of a header come; two paragraphs end it."""
        stop = self.body if self.body is not None else len(self.flow)
        at = self.at + 1
        while at < stop and (self.missed < 3 or at < self.inner):
            block = self.flow[at]
            if at not in self.chrome and (_opens_list(block) or self._opens_section(at)):
                break
            if self.body is None and at >= self.inner and self.missed > 1 and self._found():
                break
            if at in self.chrome or block.kind == "button" or not block.text or is_json(block):
                pass
            elif (after := self._box_end(at)) is not None:
                at = after
            elif self._take(at, block):
                self.missed = 0
                self.last = at
            elif not _is_passing(block) and not is_button(block.text):
                self.waits = None
                self.prose.append(at)
                self.missed += not (
                    self.bare_byline and at - self.at <= _MOST_AUTHORS and _is_bare_name(block)
                )
            at += 1

    def _opens_section(self, at: int) -> bool:
        """Whether a line is a heading, of the body or of a list; a dek may be one under the headline."""
        block = self.flow[at]
        if block.kind not in HEADINGS or self._is_description(block.text):
            return False
        return at != self.at + 1 or block.kind >= "h4"

    def _found(self) -> bool:
        return self.day is not None or bool(self.bylines)

    def _box_end(self, at: int) -> int | None:
        """The last line of the info box that begins at `at`: "Blog", name, text, "Learn More"."""
        if not is_box_label(self.flow[at].text):
            return None
        for end in range(at + 1, min(at + 7, len(self.flow))):
            if is_learn_more(self.flow[end].text):
                return end
        return None

    def _take(self, at: int, block: Block) -> bool:
        """Take a line of the header in; whether it was one."""
        text = block.text
        if is_button(text):
            self.waits = None
            return not self.missed
        if opens_notice(text):
            return True
        if (summary := after_label("summary", text) if "summary" in roles(text) else None) and (
            len(text) > LONGEST_LABEL or text[: -len(summary)].rstrip().endswith((":", "："))
        ):
            self.dek = self.dek or unmarked(summary)[0]
            return True
        if self._is_description(text):
            self.dek = self.dek or unmarked(text)[0]
            return True
        if is_credit(text) and self._is_body(at):
            return False
        if is_credit(text):
            self.credit = self.credit or text
            return block.kind == "text" or (block.kind == "figure" and not self.missed)
        if len(text) > LONGEST_LINE or block.kind in ("figure", "table"):
            return block.kind == "figure" and not self.missed
        return self._take_line(block)

    def _is_body(self, at: int) -> bool:
        return self.body is None and self.day is not None and self.flow[at].kind in ("p", "quote", "li")

    def _is_description(self, text: str) -> bool:
        if self.dek or (self.body is None and len(self.prose) > 2):
            return False
        said = self.page.head.descriptions
        return text in said or any(letters(text) == letters(each) for each in said)

    def _take_line(self, block: Block) -> bool:
        """Take a short line in: byline, date, label, or several of them."""
        parts = tokens(block)
        if len(parts) > 1:
            block = block._replace(text=spaced(block, parts))
        line = read_line(block.text, self.page.known_authors) or self._unlabelled(block)
        if line is None:
            return bool(block.runs) and self._take_runs(block)
        self._keep(line, block)
        return True

    def _take_runs(self, block: Block) -> bool:
        """A line whose parts no white space divides, or with a part that is none of ours.

        A label followed by something else is a card's.
        """
        taken, odd = False, False
        if is_type_label(block.runs[0].text) and self._found():
            return False
        for run in block.runs:
            part = Block("text", run.text.strip(SEPARATORS), run.node, block.box)
            line = None
            if part.text and not is_button(part.text):
                line = read_line(part.text, self.page.known_authors) or self._unlabelled(part)
            if line is None:
                odd = odd or bool(part.text)
            elif not (odd and line.label) and not (line.label and self._found()):
                self._keep(line, part)
                taken = taken or line.label is None or not odd
        return taken

    def _unlabelled(self, block: Block) -> Line | None:
        """A line that only its links, its place or the page's other sources explain."""
        names = block.text.strip(SEPARATORS)
        known = self.page.known_authors
        if names and (key(names) in BLOGS or key(names) == key(self.page.metadata.string("blog") or "")):
            return Line()
        if not names or block.kind in HEADINGS:
            return None
        if self.day is not None and self.bylines and self.waits is None:
            return None
        if known and is_all(names, known):
            return Line(byline=names)
        people = dict(people_links(block))
        if people and (are_names(names, known) or is_mostly(names, people)):
            return Line(byline=names)
        if self.waits == "byline" and are_names(names, known):
            return Line(byline=names, waits="byline")
        return None

    def _keep(self, line: Line, block: Block) -> None:
        if line.byline is not None and self._continues(line, block):
            self.bylines.append(separated(block, line.byline))
            self.links.update(people_links(block))
        if line.day is not None and self.day is None:
            self.day = line.day
        if line.label is not None and self.label is None:
            self.label = line.label
        if line.byline is not None:
            self.waits = "byline"
        elif line.waits is not None or line.day is not None:
            self.waits = line.waits

    def _continues(self, line: Line, block: Block) -> bool:
        """Whether names go on a byline, and are not the same ones printed again."""
        assert line.byline is not None
        if letters(line.byline) in letters(" ".join(self.bylines)):
            return False
        return not self.bylines or self.waits == "byline" or has_people_links(block)

    def _take_bare_byline(self) -> None:
        """Authors without a page of their own: plain text between headline and date."""
        dated = self.day is not None
        if not self.prose or not (dated or url_date(self.page.head.canonical)):
            return
        if self.prose[0] > (self.last if dated else self.at + 1):
            return
        if self.flow[self.prose[0]].node is None:
            self._take_names_above_date()
            return
        kinds = _NAMES_STAND_IN if dated else ("p", *_NAMES_STAND_IN)
        while self.prose and _is_bare_name(self.flow[self.prose[0]], kinds):
            if self.bylines and self.flow[self.prose[0]].kind != "li":
                break
            self.bylines.append(self.flow[self.prose.pop(0)].text.strip(SEPARATORS))

    def _take_names_above_date(self) -> None:
        """In plain text: the line right above the date, where the dek stands above it."""
        above = [at for at in self.prose if at < self.last]
        names = self.flow[above[-1]].text
        if len(above) > 1 and above[-1] == self.last - 1 and not is_prose(names) and are_names(names):
            self.bylines.append(names.strip(SEPARATORS))
            self.prose.remove(above[-1])

    def _day_before(self) -> date | None:
        """The date of pages that print it above the headline."""
        for at in range(self.at - 1, max(self.at - 5, -1), -1):
            block = self.flow[at]
            if block.kind in HEADINGS or _opens_list(block):
                break  # a date above belongs to a menu's or a promo's piece
            if at in self.chrome or block.kind == "li" or len(block.text) > LONGEST_LABEL * 2:
                continue
            for text in (block.text, *(run.text for run in block.runs)):
                line = read_line(text.strip(SEPARATORS), ())
                if line is not None and line.day is not None:
                    return line.day
        return None

    def _dek(self, end: int) -> str | None:
        """The prose between the headline and what follows it."""
        texts = []
        previous: int | None = None
        for at in self.prose:
            if at >= end or (previous is not None and at != previous + 1):
                break
            texts.append(unmarked(self.flow[at].text)[0])
            previous = at
        return " ".join(texts) or None


def _is_bare_name(block: Block, kinds: tuple[str, ...] = _NAMES_STAND_IN) -> bool:
    return block.kind in kinds and are_names(block.text) and not is_type_label(block.text)


def _header_element(page: Page) -> int:
    """Where the element around the headline ends that holds a dek at most: no body begins before it."""
    assert page.headline is not None
    node = page.flow[page.headline].node
    flow, end = page.flow, page.headline + 1
    for outer in ancestors(node) if node is not None else ():
        start, stop = flow.span(outer)
        if outer.tag in ("main", "article") or not start <= page.headline < stop:
            break
        if sum(flow[at].kind in ("p", "li") and is_sentence(flow[at].text) for at in range(start, stop)) > 1:
            break
        end = stop
    if end == page.headline + 1 or not any(
        flow[at].kind == "p" and is_prose(flow[at].text) for at in range(end, len(flow))
    ):
        return 0
    return end


def _opens_list(block: Block) -> bool:
    """Whether a line is a card's title: a linked heading, or a label and a title in one link."""
    if block.kind in HEADINGS:
        return is_linked(block) and not has_people_links(block)
    if len(block.runs) < 2 or not is_type_label(block.runs[0].text):
        return False
    return is_linked(block) and not has_people_links(block)


def _is_passing(block: Block) -> bool:
    """Whether a line in the header may stand there without being read: counts, places, pictures."""
    text = block.text
    return (
        is_comments(text)
        or is_place(text)
        or block.kind in ("figure", "table")
        or is_clock(text)
        or (block.box is not None and block.box.tag in ("form", "footer"))
    )


def _joined(bylines: list[str]) -> str | None:
    return ", ".join(part.strip(SEPARATORS) for part in bylines if part.strip(SEPARATORS)) or None
