"""The header of an article: the lines around the headline, each read once and judged by the first rule that takes it.

Label, blog, dek, byline and date come in any order, and between them lines that say nothing of the article.
"""

from __future__ import annotations

from carnegie_extract.base.quick import IGNORE_CASE, NamedTuple, pattern
from carnegie_extract.lines.grammar import (
    LONGEST_LABEL,
    LONGEST_LINE,
    date_behind_outlet,
    is_mostly,
    is_reprint_note,
)
from carnegie_extract.lines.header_parts import (
    by_element,
    has_byline,
    has_hours,
    is_called,
    is_dated,
    opens_list,
    read_parts,
    same_list,
)
from carnegie_extract.lines.header_seen import Seen
from carnegie_extract.lines.header_unmarked import (
    bare_line,
    end_of_list,
    is_item_of_list,
    take_bare_byline,
    take_dek,
    take_editors,
    take_list_of_date,
    tell_of_lost_prose,
    unlabelled,
    with_stacked,
)
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import is_linked, is_set_in, links_of, people_links
from carnegie_extract.lines.sections import leads_to_topics
from carnegie_extract.page.dom import ancestors, element_before
from carnegie_extract.page.flow import HEADINGS, Line, ends_sentence, is_prose, is_sentence
from carnegie_extract.page.page import Page
from carnegie_extract.page.reading import Part
from carnegie_extract.words.agencies import ends_with_credit
from carnegie_extract.words.dates import lone_date
from carnegie_extract.words.kinds import kind_of
from carnegie_extract.words.names import are_names, has_two_words
from carnegie_extract.words.vocabulary import (
    after_label,
    is_credit,
    is_summary,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.words.vocabulary import Words

_SAY_WHERE: Words = frozenset(("reprints", "ends"))
_REACH = 40
"""A header has no more lines below its headline."""
_MOST_MISSED = 3
"""So many lines that no header has end it."""
_ABOVE = 6
_LONGEST_MENU = 10
_AUTHOR_CLASS = pattern(r"(?:\b|[_-])(?:authors?|byline)\b", IGNORE_CASE)
_SUMMARY_CLASS = pattern(r"(?:\b|[_-])(?:summary|dek|lead|lede|standfirst)\b", IGNORE_CASE)


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
    """The line with the date, which may have no day."""
    label: Part | None
    dek: tuple[int, ...]
    end: int

    @property
    def type_label(self) -> str:
        """The label as the record has it; "" for none."""
        return (self.label.says.label or "") if self.label is not None else ""


def is_event(header: Header) -> bool:
    """Whether a header is an event's: its label says so, or it gives hours."""
    return has_hours(header.parts) or kind_of(header.type_label) == "event"


def read_header(page: Page, at: int, body: int | None, chrome: Verdicts, *, bare_byline: bool) -> Header:
    """Read the header of a page whose headline stands at `at`.

    `body` is where the body begins if the markup says so; `chrome` are lines judged before. `bare_byline`: names
    may stand under the headline without label and link.
    """
    seen = Seen(page, at, body, chrome, bare_byline=bare_byline)
    above = _read_above(seen)
    _go_down(seen)
    take_list_of_date(seen)
    if seen.day is None:
        _take_date_over_headline(seen, above)
    if not seen.byline:
        _take_names_over_headline(seen, above)
    if not seen.byline:
        take_editors(seen)
    if not seen.byline:
        take_bare_byline(seen)
    end = seen.body if seen.body is not None else max(seen.last + 1, seen.inner)
    if not seen.dek:
        take_dek(seen, end)
    tell_of_lost_prose(seen, end)
    return Header(
        seen.parts, above, seen.verdicts, tuple(seen.byline), seen.day, seen.label, tuple(seen.dek), end
    )


def _read_above(seen: Seen) -> list[Part]:
    """The label and the blog's name over the headline, each judged; all parts, nearest first."""
    parts: list[Part] = []
    for at in range(seen.at - 1, max(seen.at - _ABOVE - 1, -1), -1):
        line = seen.flow[at]
        if at in seen.chrome:
            continue
        if line.kind == "figure" or len(line.text) > 200:
            break
        read = by_element(seen.page, read_parts(seen.page, at))
        seen.once.add(line.letters)
        parts += reversed(read)
        _judge_above(seen, at, read)
        if seen.label is not None:
            break
    return parts


def _judge_above(seen: Seen, at: int, read: list[Part]) -> None:
    label = next((part for part in read if part.says.label), None)
    if label is not None and seen.label is None and not _is_card_or_menu(seen, at, read):
        seen.label = label
        seen.verdicts[at] = Verdict("label", "label_over_headline")
    elif any(part.says.blog for part in read):
        seen.verdicts[at] = Verdict("blog", "known_blog_over_headline")


def _take_date_over_headline(seen: Seen, above: list[Part]) -> None:
    """The date of pages that print it above the headline; one further up belongs to a menu or a promo."""
    for part in above:
        line, dated = seen.flow[part.at], part.says.dated
        if line.kind in HEADINGS and not dated:
            return
        if dated and (line.kind != "li" or (part.at == seen.at - 1 and lone_date(line.text) is not None)):
            seen.day = part
            seen.verdicts[part.at] = Verdict("date", "date_over_headline")
            return


def _take_names_over_headline(seen: Seen, above: list[Part]) -> None:
    """The byline that stands above the headline, as that of books: links to people, or names behind a label.

    Names alone are one right above it, where their element is called so or a note below the text opens with them.
    """
    for part in above:
        line = seen.flow[part.at]
        if line.kind in HEADINGS:
            return
        names, linked = part.says.byline, people_links(line)
        own = linked and all(map(has_two_words, linked))
        if own or (part.at == seen.at - 1 and _are_authors_above(seen, part.at)):
            names = names or (line.plain if are_names(line.plain, (), seen.page.language) else None)
        if names:
            seen.verdicts[part.at] = seen.keep_names(part._replace(line=line), names, None)
            return


def _are_authors_above(seen: Seen, at: int) -> bool:
    """Whether a line of bare names says by its class that they are authors', or a paragraph below opens with them."""
    line = seen.flow[at]
    if not seen.may_be_bare_names(line):
        return False
    below = (each for each in seen.flow[seen.at + 1 :] if each.kind == "p")
    return is_called(seen.page, at, _AUTHOR_CLASS) or any(
        each.letters.startswith(line.letters) for each in below
    )


def _go_down(seen: Seen) -> None:
    stop = min(seen.body if seen.body is not None else len(seen.flow), seen.at + 1 + _REACH)
    at = seen.at + 1
    while at < stop and seen.missed < _MOST_MISSED:
        line = seen.flow[at]
        if at in seen.chrome or not line.text:
            at += 1
            continue
        if _skip_repeated_headline(seen, at, line):
            at += 1
            continue
        if end := _end_of_takeaways(seen, at, line):
            seen.verdicts[at] = Verdict("heading", "heads_list_in_header")
            seen.verdicts |= dict.fromkeys(range(at + 1, end), Verdict("list-item", "sentences_in_header"))
            at = end
            continue
        if end := _end_of_box(seen, at, line):
            seen.verdicts |= dict.fromkeys(range(at, end), Verdict("box", "box_over_byline"))
            at = end
            continue
        if _heads_summary(seen, at, line):
            seen.verdicts[at], seen.last = Verdict("heading", "heads_summary"), at
            break
        if opens_list(line) or _opens_section(seen, at, line):
            break
        if seen.body is None and seen.missed > 1 and seen.found():
            break
        _judge_line(seen, at, line)
        at += 1


def _end_of_takeaways(seen: Seen, at: int, line: Line) -> int:
    """Where a list of sentences ends that stands above byline and date, below a heading; 0 for none."""
    if seen.found() or not (end := end_of_list(seen, at)):
        return 0
    loud = line.kind in HEADINGS or is_set_in(line, ("b", "strong"))
    read = any(part.reading is not None for part in read_parts(seen.page, at))
    return end if loud and not read else 0


def _end_of_box(seen: Seen, at: int, line: Line) -> int:
    """Where a box ends that opens with a heading and stands over byline or date; 0 for none. The dek is no box."""
    if line.kind not in HEADINGS or seen.found() or ends_sentence(line.text) or is_summary(line.plain):
        return 0
    spans = map(seen.flow.span, ancestors(line.node))
    end = max((end for start, end in spans if start == at), default=0)
    if not at + 1 < end < len(seen.flow):
        return 0
    parts = read_parts(seen.page, end)
    return end if has_byline(parts) or is_dated(parts) else 0


def _judge_line(seen: Seen, at: int, line: Line) -> None:
    """Give a line its role; a line of the header's own moves the header's end down."""
    verdict = _line_verdict(seen, at, line)
    if verdict is None:
        seen.waits = None
        may_be_names = not seen.byline and seen.may_be_bare_names(line)
        goes_on = at - 1 in seen.prose and same_list(seen.flow[at - 1], line)
        known = may_be_names or goes_on or seen.is_among(seen.prose, line) or is_item_of_list(seen, at)
        seen.missed += not known
        seen.prose.append(at)
        return
    seen.verdicts[at] = verdict
    if verdict.role in ("label", "blog", "tool"):
        seen.once.add(line.letters)
    if verdict.role in ("tool", "button", "figure", "tags", "contents"):
        if not seen.missed:
            seen.last = at
    else:
        seen.missed = 0
        seen.last = at


def _line_verdict(seen: Seen, at: int, line: Line) -> Verdict | None:
    text, words = line.plain, words_of(line.plain)
    links = links_of(line) if line.may_link and not is_prose(text) else []
    if links and is_linked(line) and all(href.startswith("#") for _, href in links):
        return Verdict("contents", "jump_in_header")
    if (verdict := _worded(seen, line, words) or _dek_verdict(seen, at, line)) is not None:
        return verdict
    if line.letters in seen.once:
        return Verdict("tool", "repeated_label")
    if any(".pdf" in href.lower() for _, href in links) and is_mostly(text, dict(links)):
        return Verdict("pdf", "leads_to_pdf")
    if is_credit(text) or ends_with_credit(text) or line.kind in ("figure", "caption"):
        return _credit(seen, line)
    if line.kind == "table" or len(line.text) > LONGEST_LINE:
        return None
    if leads_to_topics(line) and not seen.missed and not has_byline(read_parts(seen.page, at)):
        return Verdict("tags", "links_to_topics")  # a podcast may have no text above them
    return _take_parts(seen, at, line)


def _worded(seen: Seen, line: Line, words: Words) -> Verdict | None:
    """The verdict of a line that its words tell."""
    if "buttons" in words:
        seen.waits = None
        return Verdict("button", "button_word")
    if "notices" in words:
        return Verdict("notice", "notice")
    if "contents" in words:
        return Verdict("contents", "contents_label")
    if words & _SAY_WHERE and seen.day is not None and is_reprint_note(line.plain):
        return Verdict("outlet", "where_the_text_was")
    if "recent_work" in words and seen.body is not None:
        return Verdict("related", "heading_of_related")
    return None


def _dek_verdict(seen: Seen, at: int, line: Line) -> Verdict | None:
    """The dek, known by a label, by the head or by the name of its element."""
    text = line.plain
    if (verdict := _take_summary(seen, at, text)) is not None:
        return verdict
    if seen.is_description(line):
        return seen.add_dek(at, "head_describes_it_so")
    whole = len(text) > LONGEST_LABEL or ends_sentence(text)
    may_be_dek = not seen.dek and whole and line.kind != "figure"
    if may_be_dek and is_called(seen.page, at, _SUMMARY_CLASS):
        return seen.add_dek(at, "element_called_summary")
    return Verdict("dek", "dek_repeated") if _repeats_dek(seen, line) else None


def _repeats_dek(seen: Seen, line: Line) -> bool:
    """Whether a line says again what stands in the header, and no text stands between them.

    Below byline and date a line twice in a row may as well open the body.
    """
    above = [each for each in seen.prose if each < seen.last]
    between = seen.prose[len(above) :]
    return seen.is_among([*seen.dek, *above], line) and not any(
        is_sentence(seen.flow[each].text) for each in between
    )


def _take_summary(seen: Seen, at: int, text: str) -> Verdict | None:
    """What follows the label, or, where that stands alone, the next line."""
    summary = after_label("summary", text)
    if is_summary(text):
        seen.waits = "dek"
        return Verdict("tool", "summary_label")
    if summary is None:
        return None
    if len(text) <= LONGEST_LABEL and not text[: -len(summary)].rstrip().endswith((":", "：")):
        return None
    return seen.add_dek(at, "after_summary_label")


def _credit(seen: Seen, line: Line) -> Verdict | None:
    """A credit line; a paragraph that opens like one, below the date and no picture, is the body's."""
    if line.kind == "figure":
        return Verdict("figure", "figure_in_header")
    before = element_before(line.node)
    if before is not None and before.tag in ("img", "picture", "figure"):
        return Verdict("credit", "below_picture")
    if seen.body is None and seen.day is not None and line.kind in ("p", "quote", "li"):
        return None
    return Verdict("credit", "credit_line")


def _take_parts(seen: Seen, at: int, line: Line) -> Verdict | None:
    parts = read_parts(seen.page, at)
    if seen.waits == "dek":
        return seen.add_dek(at, "below_summary_label")
    speaks = len(parts) > 1 and any(is_sentence(part.line.text) for part in parts)  # "Ann Lee:" and her words
    read = [part if part.reading is not None or speaks else unlabelled(seen, part) for part in parts]
    if len(read) == 1 and read[0].reading is None and seen.day is None:
        reading = date_behind_outlet(line.text, seen.page.known_authors, seen.page.language)
        read = [read[0]._replace(reading=reading)]
    seen.parts += read
    if len(read) > 1:
        read = with_stacked(seen, read)
    if not any(part.reading is not None for part in read):
        return bare_line(seen, at, line)
    if any(map(seen.has_another_day, read)):
        return None
    rules = [seen.keep(part, part.reading) for part in read if part.reading is not None]
    kept = [rule for rule in rules if rule is not None]
    return next((rule for rule in reversed(kept) if rule.role != "tool"), kept[-1] if kept else None)


def _skip_repeated_headline(seen: Seen, at: int, line: Line) -> bool:
    """Judge a line that says the headline again. What stands between the two may come again, too, and counts once."""
    if line.letters != seen.flow[seen.at].letters:
        return False
    seen.verdicts[at] = Verdict("headline", "headline_repeated")
    seen.once.update(each.letters for each in seen.flow[seen.at + 1 : at] if each.letters)
    return True


def _opens_section(seen: Seen, at: int, line: Line) -> bool:
    """Whether a line is a heading, of the body or of a list; a dek may be one above byline and date."""
    if "about_authors" in seen.flow.words_at(at):
        # "Author" in no heading may be a label before names.
        return seen.found() if line.kind in HEADINGS else seen.day is not None and bool(seen.byline)
    if line.kind not in HEADINGS or seen.is_description(line):
        return False
    if seen.body is not None and after_label("summary", line.plain) == "":
        return False
    if line.letters in seen.once or _goes_on_in_heading(seen, at, line):
        return False
    if seen.is_among([*seen.dek, *seen.prose], line) or "buttons" in words_of(line.plain):
        return False
    return seen.found() or bool(seen.dek or seen.prose)


def _heads_summary(seen: Seen, at: int, line: Line) -> bool:
    """Whether a line in bold is "Summary", below the header, and paragraphs stand beside it: they are no dek."""
    if seen.body is not None or not seen.found() or not is_summary(line.plain):
        return False
    below = seen.flow[at + 1 : at + 3]
    beside = len(below) > 1 and all(is_prose(each.text) and each.is_beside(line) for each in below)
    return beside and is_set_in(line, ("b", "strong"))


def _goes_on_in_heading(seen: Seen, at: int, line: Line) -> bool:
    """Whether a heading is a line of the header: on some old pages byline, date and "Summary" are headings."""
    if is_summary(line.plain):
        over_one_line = (at, at + 2) in map(seen.flow.span, ancestors(line.node))
        return not seen.found() or over_one_line
    parts = read_parts(seen.page, at)
    if has_byline(parts):
        return not seen.byline
    if is_dated(parts):
        return seen.day is None
    if seen.found() or at + 1 == len(seen.flow):
        return False
    return is_dated(read_parts(seen.page, at + 1)) and seen.may_be_bare_names(line)


def _is_card_or_menu(seen: Seen, at: int, parts: list[Part]) -> bool:
    """Whether a line over the headline is a card's, with a day beside what nothing reads, or a menu or a path."""
    line = seen.flow[at]
    near = seen.flow[max(at - _LONGEST_MENU, 0) : at + _LONGEST_MENU + 1]
    if is_linked(line) and sum(same_list(line, each) for each in near) > 1:
        return True
    unread = any(part.reading is None for part in parts)
    return (len(parts) > 2 and (unread or is_linked(line))) or (unread and is_dated(parts))
