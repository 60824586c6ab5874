"""The header of an article, label to date: read from the lines around the headline, in any order."""

import re
from collections.abc import Iterator
from datetime import date

from carnegie_extract.byline import are_names, is_name
from carnegie_extract.dates import find_date, lone_date
from carnegie_extract.dom import Node, ancestors, is_linked, text_of, unmarked
from carnegie_extract.flow import HEADINGS, Block, Flow, is_prose, is_sentence
from carnegie_extract.landmarks import (
    after_label,
    before_label,
    is_box_label,
    is_button,
    is_comments,
    is_credit,
    is_learn_more,
    is_place,
    is_published_label,
    is_type_label,
    opens_notice,
    roles,
)
from carnegie_extract.page import Page
from carnegie_extract.quick import NamedTuple, pattern
from carnegie_extract.text import fold, key, letters

_LONGEST_LINE = 600
_LONGEST_LABEL = 60
_SEPARATORS = " \t|·•–—-,،;:/"
_SEPARATED = pattern(r"[,;|·•、،؛]|\s(?:and|и|et|та|і|and|और|و|和|与)\s", re.I)
_CLOCK = pattern(
    r"(?:\d{1,2}[:.]\d\d|\d{1,2}\s*[ap]\.?m\.?)(?:[\s\d:.,–—-]|[ap]\.?m\.?|to|\(?[A-Z]{2,5}\)?|[«»()]|GMT|UTC[+\d]*|"
    r"ч\.?|م|ص|بتوقيت|上午|下午|至)*",
    re.I,
)
_PEOPLE = pattern(r"/(?:people|experts?|scholars|authors?)/", re.I)
BLOGS = frozenset(
    map(
        key,
        (
            "Carnegie Politika",
            "Politika",
            "Diwan",
            "Emissary",
            "Strategic Europe",
            "China Financial Markets",
            "Sada",
            "Judy Dempsey's Strategic Europe",
            "EUWatch",
            "Eurasia Outlook",
            "中国金融市场",
            "ديوان",
            "صدى",
        ),
    )
)


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


class Line(NamedTuple):
    """A line of the header taken apart; `waits` names what the next line should bring."""

    byline: str | None = None
    day: date | None = None
    label: str | None = None
    waits: str | None = None


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
                self.missed += 1
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
            len(text) > _LONGEST_LABEL or text[: -len(summary)].rstrip().endswith((":", "："))
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
        if len(text) > _LONGEST_LINE or block.kind in ("figure", "table"):
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
            block = block._replace(text=_spaced(block, parts))
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
            part = Block("text", run.text.strip(_SEPARATORS), run.node, block.box)
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
        names = block.text.strip(_SEPARATORS)
        known = self.page.known_authors
        if names and (key(names) in BLOGS or key(names) == key(self.page.metadata.string("blog") or "")):
            return Line()
        if not names or block.kind in HEADINGS:
            return None
        if self.day is not None and self.bylines and self.waits is None:
            return None
        if known and _is_all(names, known):
            return Line(byline=names)
        people = dict(people_links(block))
        if people and (are_names(names, known) or is_mostly(names, people)):
            return Line(byline=names)
        if self.waits == "byline" and are_names(names, known):
            return Line(byline=names, waits="byline")
        return None

    def _keep(self, line: Line, block: Block) -> None:
        if line.byline is not None and self._continues(line, block):
            self.bylines.append(_separated(block, line.byline))
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
        return not self.bylines or self.waits == "byline" or _people(block)

    def _take_bare_byline(self) -> None:
        """Authors without a page of their own: plain text between headline and date."""
        if self.day is None or not self.prose or self.prose[0] > self.last:
            return
        block = self.flow[self.prose[0]]
        if block.kind in ("text", "li") and are_names(block.text) and not is_type_label(block.text):
            self.bylines.append(block.text.strip(_SEPARATORS))
            self.prose.pop(0)

    def _day_before(self) -> date | None:
        """The date of pages that print it above the headline."""
        for at in range(self.at - 1, max(self.at - 5, -1), -1):
            block = self.flow[at]
            if block.kind in HEADINGS or _opens_list(block):
                break  # a date above belongs to a menu's or a promo's piece
            if at in self.chrome or block.kind == "li" or len(block.text) > _LONGEST_LABEL * 2:
                continue
            for text in (block.text, *(run.text for run in block.runs)):
                line = read_line(text.strip(_SEPARATORS), ())
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


def labels_before(flow: Flow, headline: int, chrome: frozenset[int]) -> tuple[str | None, str | None]:
    """The type label and the blog's name that stand above a headline: "Commentary", "Diwan"."""
    after: list[str] = []
    for at in range(headline - 1, max(headline - 7, -1), -1):
        block = flow[at]
        if at in chrome or block.kind == "button":
            continue
        if (
            block.kind == "figure"
            or is_json(block)
            or len(block.text) > 200
            or block.box is not flow[headline].box
        ):
            break
        for text in reversed(tokens(block)):
            if is_type_label(text) and key(text) not in BLOGS:
                blog = next((name for name in after if _can_be_blog(name)), None)
                return key_label(text), blog
            after.insert(0, text)
    return None, None


def blog_logo(page: Page) -> str | None:
    """The name of a blog that stands as its logo above the headline, outside of menus."""
    assert page.headline is not None
    for at in range(page.headline - 1, -1, -1):
        block = page.flow[at]
        if block.kind == "text" and block.box is None and key(block.text) in BLOGS:
            return block.text
    return None


def _opens_list(block: Block) -> bool:
    """Whether a line is a card's title: a linked heading, or a label and a title in one link."""
    if block.kind in HEADINGS:
        return is_linked(block) and not _people(block)
    if len(block.runs) < 2 or not is_type_label(block.runs[0].text):
        return False
    return is_linked(block) and not _people(block)


def is_json(block: Block) -> bool:
    """Whether a block is the page's metadata block."""
    return block.text.startswith("{") and '"authors"' in block.text


def key_label(text: str) -> str:
    """A label as the record has it: case-folded, letters unchanged."""
    return unmarked(text)[0].casefold().rstrip(":： ")


def _can_be_blog(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_LABEL
        and not is_credit(text)
        and not is_button(text)
        and not is_box_label(text)
        and not any(char.isdigit() for char in text)
    )


def _is_passing(block: Block) -> bool:
    """Whether a line in the header may stand there without being read: counts, places, pictures."""
    text = block.text
    return (
        is_comments(text)
        or is_place(text)
        or block.kind in ("figure", "table")
        or _is_clock(text)
        or (block.box is not None and block.box.tag in ("form", "footer"))
    )


def _is_clock(text: str) -> bool:
    """Whether a line is the hours of an event."""
    return text[:1].isdigit() and _CLOCK.fullmatch(text) is not None


def read_line(text: str, known: tuple[str, ...]) -> Line | None:
    """Take a line of the header apart; None when any part of it is something else."""
    if len(text) > _LONGEST_LINE:
        return None
    if after_label("updated", text) is not None:
        return Line()  # not the date of publication, whatever follows
    found = find_date(text) if any(char.isdigit() for char in text) else None
    if found is None:
        return _dateless(text.strip(_SEPARATORS), known)
    day, start, end = found
    byline, label = None, None
    for part in (text[:start], text[end:]):
        rest = _without_date_words(part)
        if not rest:
            continue
        line = _dateless(rest, known) or _names_and_label(rest, known)
        if line is None:
            return None
        byline, label = byline or line.byline, label or line.label
    return Line(byline=byline, day=day, label=label)


def _dateless(text: str, known: tuple[str, ...]) -> Line | None:
    if not text:
        return None
    if is_published_label(text):
        return Line(waits="date")
    if after_label("updated", text) is not None:
        return Line()
    if is_type_label(text):
        return Line(label=key_label(text))
    if is_place(text) or _is_clock(text) or is_comments(text):
        return Line()
    names = after_label("by", text)
    if names is None:
        return None
    names = names.strip(_SEPARATORS)
    if not names:
        return Line(byline=None, waits="byline")
    return Line(byline=names) if are_names(names, known) else None


def _names_and_label(text: str, known: tuple[str, ...]) -> Line | None:
    """Bylines of 2011-2016 run into the label: "Michael Pettis Book September 24, 2013"."""
    names = before_label(is_type_label, text)
    label = key_label(text[len(names) :].strip()) if names != text else None
    if names and are_names(names, known) and (label is not None or _is_all(names, known)):
        return Line(byline=names, label=label)
    return None


def _without_date_words(text: str) -> str:
    """What is left of the text beside a date without weekday, label, time and separators."""
    rest = text.strip(_SEPARATORS + ".()")
    rest = before_label(is_published_label, rest).strip(_SEPARATORS + ".()")
    if not rest or lone_date(f"1.1.2020 {rest}") or lone_date(f"{rest} 1.1.2020"):
        return ""
    clock = _CLOCK.match(rest) if rest[0].isdigit() else None
    if clock is not None:
        rest = rest[clock.end() :].strip(_SEPARATORS + ".()")
    published = after_label("published", rest)
    if published is not None and not published:
        return ""
    return rest


def _people(block: Block) -> bool:
    return any(True for _ in people_links(block))


def people_links(block: Block) -> Iterator[tuple[str, str]]:
    """Text and address of each link of a block to a person's page."""
    for node in [run.node for run in block.runs] or ([block.node] if block.node else []):
        for link in _links(node):
            href = (link.attributes.get("href") or "").strip()
            text = text_of(link).strip(_SEPARATORS)
            if text and _PEOPLE.search(href):
                yield text, href


def _links(node: Node) -> Iterator[Node]:
    if node.tag == "a":
        yield node
        return
    if node.is_element_node:
        yield from node.css("a")
    for outer in ancestors(node):
        if outer.tag == "a":
            yield outer
        if outer.tag in ("p", "div", "li", "td", "section"):
            break


def is_mostly(text: str, parts: dict[str, str]) -> bool:
    """Whether little is left of `text` without `parts`: separators, "and"."""
    rest = letters(text)
    for part in sorted(parts, key=len, reverse=True):
        rest = rest.replace(letters(part), "")
    return len(rest) <= 3 * max(1, len(parts))


def _is_all(text: str, names: tuple[str, ...]) -> bool:
    if not names:
        return False
    return is_mostly(text, dict.fromkeys(names, "")) and all(letters(n) in letters(text) for n in names)


def _separated(block: Block, byline: str) -> str:
    """The byline with ", " between names that nothing separates in the markup."""
    names = tokens(block)
    if names and after_label("by", names[0]) == "":
        names.pop(0)
    together = letters("".join(names)) == letters(byline)
    if len(names) > 1 and together and all(map(is_name, names)) and not _SEPARATED.search(byline):
        return ", ".join(names)
    return byline


def _spaced(block: Block, parts: list[str]) -> str:
    """The text of a line with spaces where markup alone divides words: "By", "Ann Lee", "Published on"."""
    text, rest = "", block.text
    for part in parts:
        before, found, rest = rest.partition(part)
        if not found:
            return block.text
        glued = not before and text[-1:].isalnum() and part[:1].isalnum()
        text += f"{before} {part}" if glued else before + part
    return text + rest


def tokens(block: Block) -> list[str]:
    """The texts of a line that different elements hold, without separators."""
    if block.runs:
        texts = [run.text for run in block.runs]
    elif block.node is None or (child := block.node.first_child) is None or child.next is None:
        return [block.text]
    else:
        texts = [node.text() for node in block.node.traverse(include_text=True) if node.is_text_node]
    return [text for part in texts if (text := fold(part).strip(_SEPARATORS))]


def _joined(bylines: list[str]) -> str | None:
    return ", ".join(part.strip(_SEPARATORS) for part in bylines if part.strip(_SEPARATORS)) or None


def has_people_links(block: Block) -> bool:
    """Whether a line links to a person's page."""
    return _people(block)
