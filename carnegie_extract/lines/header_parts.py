"""The lines of a header taken apart: what different elements of a line hold, each part read for itself."""

from __future__ import annotations

from carnegie_extract.base.text import fold
from carnegie_extract.lines.grammar import (
    LONGEST_LABEL,
    LONGEST_LINE,
    SEPARATORS,
    between_bars,
    divided,
    is_label,
    read_line,
)
from carnegie_extract.lines.parts import (
    ITALICS,
    is_linked,
    is_whole_name,
    people_links,
    share_links,
    spaced,
    tokens,
    without_sections,
)
from carnegie_extract.page.dom import ancestors, element_before, element_behind
from carnegie_extract.page.flow import COMMAS, HEADINGS, Line, Run, ends_sentence
from carnegie_extract.page.marks import BREAK
from carnegie_extract.page.page import Page
from carnegie_extract.page.reading import Part, Reading
from carnegie_extract.words.dates import day_of, lone_date
from carnegie_extract.words.names import is_title, split_names
from carnegie_extract.words.vocabulary import is_published_by, is_type_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

_MOST_NAMES = 8
_MOST_OF_DATE = 4
"""Elements that a date is printed in: weekday, day, month and year."""
_NEAR = 3
"""Elements around a line's own that may be called something."""
_LABELS = ("dt", "th")
"""Elements of lists and tables that say what the next one holds, with a colon or without."""


def read_parts(page: Page, at: int) -> list[Part]:
    """A line as a whole if the grammar takes it so; else its parts: between breaks, or in elements of their own.

    A line is read once: who asks again gets the same.
    """
    if at not in page.readings:
        page.readings[at] = _read_parts(page, at)
    return page.readings[at]


def _read_parts(page: Page, at: int) -> list[Part]:
    line = page.flow[at]
    if len(line.text) > LONGEST_LINE or line.kind in ("figure", "table"):
        return [Part(at, line, None)]
    texts = tokens(line)
    text = spaced(line, texts, page.language) if len(texts) > 1 else line.text
    if line.may_link:
        text = without_sections(line, text)
    if BREAK in text:
        return [_read(page, at, piece) for piece in _between_breaks(line) if piece.text]
    whole = line.part(text.strip(SEPARATORS), line.node)
    whole.runs = line.runs
    reading = read_line(line.text if is_label(line.text) else whole.text, page.known_authors, page.language)
    reading = reading or _shown_day(whole)
    if reading is None and is_label_cell(line):
        reading = read_line(f"{whole.text}:", page.known_authors, page.language)
    parts: list[Part] = []
    if reading is None:
        parts = _between_bars(page, at, whole.text) if len(texts) == 1 else _between_elements(page, at)
    return parts or [Part(at, whole, reading)]


def _read(page: Page, at: int, line: Line) -> Part:
    """A line, or a piece of one, as a part that is read for itself."""
    return Part(at, line, read_line(line.text, page.known_authors, page.language) or _shown_day(line))


def is_label_cell(line: Line) -> bool:
    """Whether a line stands where a list or a table says what the next element holds: first of two cells."""
    cell = line.holder
    if cell is None or cell.tag != "td":
        return cell is not None and cell.tag in _LABELS
    beside = element_behind(cell)
    return element_before(cell) is None and beside is not None and element_behind(beside) is None


def _shown_day(line: Line) -> Reading | None:
    """The day of a `time` element around a text that says it as no date: "3 days ago", "Monday"."""
    says_when = len(line.text) <= LONGEST_LABEL and (any(map(str.isdigit, line.text)) or " " not in line.text)
    nodes = [run.node for run in _runs_of(line)] if says_when else []
    near = (nodes[0], *ancestors(nodes[0], _NEAR)) if len(nodes) == 1 else ()
    day = next((day_of(each.attributes.get("datetime")) for each in near if each.tag == "time"), None)
    return Reading(day=day) if day is not None else None


def _between_bars(page: Page, at: int, text: str) -> list[Part]:
    """What bars divide in one text, if one of it is a label: "Ann Lee | Op-Ed | Harbor Gazette"; else nothing."""
    line, pieces = page.flow[at], between_bars(text)
    parts = [_read(page, at, line.part(piece, line.node)) for piece in pieces if len(pieces) > 1]
    return parts if any(part.says.label for part in parts) else []


def _between_elements(page: Page, at: int) -> list[Part]:
    """What different elements hold, if all of it can be read, or some says more than a tool does; else nothing."""
    line = page.flow[at]
    runs = _with_whole_names(_with_whole_dates(line.runs or _runs_of(line)))
    pieces = (line.part(fold(run.text).strip(SEPARATORS), run.node) for run in runs)
    parts = [_read(page, at, piece) for piece in pieces if piece.text]
    says = all(part.reading is not None for part in parts) or any(map(_says_something, parts))
    whole_sentence = ends_sentence(line.text) and any(
        part.reading is None for part in parts[-1:]
    )  # no "D.C."
    return parts if says and not whole_sentence else []


def _runs_of(line: Line) -> tuple[Run, ...]:
    """The texts of a paragraph of several, as the walk notes them for a line that is none."""
    nodes = line.node.traverse(include_text=True) if line.node is not None else ()
    return tuple(Run(node.text(), node) for node in nodes if node.is_text_node and not node.text().isspace())


def _with_whole_dates(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The texts of a line, of which several that are a date together are one: "23", "July", "2015"."""
    texts = [run.text.strip(SEPARATORS) for run in runs]
    if any(map(lone_date, texts)):
        return runs
    for start in range(len(runs) - 1):
        for end in range(start + 2, min(start + _MOST_OF_DATE, len(runs)) + 1):
            if lone_date(whole := " ".join(texts[start:end])) is not None:
                return (*runs[:start], Run(whole, runs[start].node), *runs[end:])
    return runs


def _with_whole_names(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The texts of a line, of which a name and one that a comma joins to it are one, with the link of either."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else run
        names = [each.text.strip(SEPARATORS) for each in (before, run)]
        opens, goes_on = run.text.lstrip().startswith(COMMAS), before.text.rstrip().endswith(COMMAS)
        beside = opens or (goes_on and not _is_in_link(before))
        if before is not run and beside and all(map(is_whole_name, names)) and not is_title(names[1]):
            joined[-1] = Run(f"{before.text}{run.text}", before.node if opens else run.node)
        else:
            joined.append(run)
    return tuple(joined)


def _is_in_link(run: Run) -> bool:
    return run.node.parent is not None and run.node.parent.tag == "a"


def _says_something(part: Part) -> bool:
    """Whether a part is the article's, and no tool that may stand behind a dek."""
    return part.reading is not None and part.reading != Reading(tool=part.reading.tool)


def _between_breaks(line: Line) -> list[Line]:
    if not line.runs:
        texts = (text.strip(f"{SEPARATORS} ") for text in line.text.split(BREAK))
        return share_links(line, [line.part(text, line.node) for text in texts])
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
    """Parts as elements hold them: a label and a blog's name in one line are two. A byline stays whole."""
    if len(parts) != 1 or has_byline(parts):
        return parts
    (part,) = parts
    texts = tokens(page.flow[part.at])
    if len(texts) == 1:
        texts = divided(texts[0])
    if len(texts) < 2:
        return parts
    return [_read(page, part.at, part.line.part(text, part.line.node)) for text in texts]


def same_list(one: Line, other: Line) -> bool:
    """Whether two lines are different items of one list; in plain text no blank line stands between them."""
    if one.kind != "li" or other.kind != "li" or one is other:
        return False
    if one.node is None:
        return one.item == other.item
    return one.item != other.item and _list_of(one) == _list_of(other)


def _list_of(line: Line) -> int:
    """The `mem_id` of the list around a list item."""
    holder = line.holder
    while holder is not None and holder.tag not in ("ul", "ol", "body"):
        holder = holder.parent
    return holder.mem_id if holder is not None else 0


def is_among_people(page: Page, at: int) -> bool:
    """Whether a name stands in one list, or in one element, with links to people, or in a list of other names only."""
    line, language = page.flow[at], page.language
    if page.known_authors or not _is_one_name(line.text, language):
        return False
    beside = _beside(page, at)
    if line.kind != "li" and not any(map(people_links, beside)):
        return False
    return bool(beside) and all(people_links(each) or _is_one_name(each.text, language) for each in beside)


def _is_one_name(text: str, language: str | None) -> bool:
    """Whether a text is one name of two words at least, perhaps behind an "and"."""
    names = split_names(text, (), language)
    return len(names) == 1 and is_whole_name(names[0])


def _beside(page: Page, at: int) -> list[Line]:
    """The other items of a list; of a line in an element of its own, the lines beside it in the one around it."""
    flow, line = page.flow, page.flow[at]
    if line.kind == "li":
        return [each for each in flow[max(at - 4, 0) : at + 5] if same_list(line, each)]
    holder = line.holder
    if holder is None or line.kind != "text" or flow.span(holder) != (at, at + 1):
        return []
    start, end = flow.span(holder.parent)
    return [flow[n] for n in range(start, end) if n != at] if end - start <= _MOST_NAMES else []


def header_element(page: Page, headline: int) -> int:
    """Where the element around the headline ends that holds a dek at most: no body begins before it."""
    flow, end = page.flow, headline + 1
    for outer in ancestors(flow[headline].node):
        start, stop = flow.span(outer)
        if (
            outer.tag in ("main", "article")
            or flow.paragraphs(start, stop) - _is_long_byline(page, headline + 1) > 1
        ):
            break
        end = stop
    return end if flow.paragraphs(end, len(flow)) else 0


def _is_long_byline(page: Page, at: int) -> bool:
    """Whether a line that is as long as prose is the byline or the date of a header."""
    if at >= len(page.flow) or not page.flow.paragraphs(at, at + 1):
        return False
    parts = read_parts(page, at)
    return is_dated(parts) or has_byline(parts)


def opens_list(line: Line) -> bool:
    """Whether a line is a card's title: a linked heading, or a label and a title in one link."""
    if line.kind not in HEADINGS and (len(line.runs) < 2 or not is_type_label(line.runs[0].text)):
        return False
    return is_linked(line) and not people_links(line)


def has_byline(parts: list[Part]) -> bool:
    """Whether one of the parts carries names."""
    return any(part.says.byline for part in parts)


def has_hours(parts: list[Part]) -> bool:
    """Whether one of the parts is an event's hours."""
    return any(part.says.tool == "clock" for part in parts)


def is_called(page: Page, at: int, name: Pattern[str]) -> bool:
    """Whether the element around a line and no other has a class of such a name: ".summary", ".zone-title__summary"."""
    node = page.flow[at].node
    near = (node, *ancestors(node, _NEAR)) if node is not None else ()
    named = (each for each in near if name.search(each.attributes.get("class") or ""))
    return any(page.flow.span(each) in ((at, at + 1), (0, 0)) for each in named)


def is_italic(line: Line) -> bool:
    """Whether a part of a line is set as titles of newspapers are."""
    return line.node is not None and any(
        each.tag in ITALICS for each in (line.node, *ancestors(line.node, 1))
    )


def may_be_label(text: str) -> bool:
    """Whether a text is short, no sentence, begins large, and is no value of a label: "Publisher: Salt Press"."""
    begins = text[:1] == text[:1].upper() and not is_published_by(text)
    return begins and len(text) <= LONGEST_LABEL and ": " not in text


def is_dated(parts: list[Part]) -> bool:
    """Whether one of the parts has a date."""
    return any(part.says.dated for part in parts)
