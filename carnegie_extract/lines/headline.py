"""Finding the headline: the heading that `<title>` names, else the one over byline and date."""

from collections.abc import Callable, Iterator

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key, letters
from carnegie_extract.lines.grammar import read_line
from carnegie_extract.lines.parts import is_set_in
from carnegie_extract.page.breaks import divided
from carnegie_extract.page.dom import Node, is_called_headline, may_be_called_headline
from carnegie_extract.page.flow import HEADINGS, Flow, Line
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.carnegie import BLOGS, is_carnegie
from carnegie_extract.words.dates import find_date, find_month
from carnegie_extract.words.names import are_names, has_two_words
from carnegie_extract.words.vocabulary import after_label, is_type_label

_LONGEST_HEADLINE = 400
_LONGEST_DATED = 60
_BETWEEN = pattern(r"( ?[|»:]+ | [–—-] )")
_LOUD = ("b", "strong", "font")
_CLOSE = 3
"""Lines from a headline to the first of its header."""
_REACH = 12
"""Lines below a heading in which byline and date are looked for: the same words in a bar have none."""


def find_headline(flow: Flow, titles: list[str]) -> int | None:
    """The place of the headline in `flow`; None where the head names none and no heading is set as one.

    `titles` are what the head calls the page. Pages have it in `h2` and in `h1`; cards in lists carry
    headings too, but none that is the page's title, or stand after byline and date.
    """
    return next(_candidates(flow, titles), None)


def guess_headline(flow: Flow, titles: list[str]) -> int | None:
    """The place of what may be the headline of a page on which nothing tells it for sure."""
    return next(_guesses(flow, titles), None)


def _candidates(flow: Flow, titles: list[str]) -> Iterator[int]:
    """What may be the headline, the surest first."""
    headings = [at for at, line in enumerate(flow) if line.kind in HEADINGS and _open(line)]
    named = {letters(title) for title in titles if _may_name(title)} - {""}
    for rank in (("h1", "h2"), HEADINGS):
        alike = [at for at in headings if flow[at].kind in rank and flow[at].letters in named]
        if alike := [at for at in alike if not is_site(flow[at].plain)]:
            yield _with_header(flow, alike)
    own = [at for at in headings if not is_site(flow[at].plain)]
    yield from (at for at in own if flow[at].kind == "h1" and len(flow[at].text) <= _LONGEST_HEADLINE)
    yield from _over(flow, own, _is_header_landmark)
    yield from _named_lines(flow, titles, named)
    yield from _over(flow, own, _is_dated)
    called = [
        at for at, line in enumerate(flow) if _may_be_named(line) and _is_called(line, is_called_headline)
    ]
    yield from _over(flow, called, _is_dated, lines=True)


def _guesses(flow: Flow, titles: list[str]) -> Iterator[int]:
    """A line set as headlines are, or called a title; what the page's title names, be it a label; the site, a blog."""
    yield from _loud_over_header(flow)
    yield from _titled_over_header(flow)
    yield from _named_lines(flow, [], {letters(title) for title in titles if not is_site(title)} - {""})
    yield from (at for at, line in enumerate(flow) if line.kind == "h1" and _open(line))


def _over(
    flow: Flow, places: list[int], is_below: Callable[[Line], bool], *, lines: bool = False
) -> Iterator[int]:
    """The last of some headings, or of some `lines`, that stands over the first line of a header's."""
    first = next((at for at, line in enumerate(flow) if is_below(line)), None)
    before = [at for at in places if first is not None and at < first]
    yield from (at for at in reversed(before) if lines or flow[at].kind in ("h2", "h3"))


def _loud_over_header(flow: Flow) -> Iterator[int]:
    """The one line that is all bold or large and right over a byline or a date; several are the titles of a list.

    What else a header holds may be set so, too: labels and dates, and names under the headline.
    """
    loud = [at for at, line in enumerate(flow) if _may_be_loud(line) and is_set_in(line, _LOUD)]
    over = [at for at in loud if any(map(_opens_header, flow[at + 1 : at + _CLOSE]))]
    titles = [at for at in over if not (at - 1 in over and are_names(flow[at].plain))]
    yield from titles if len(titles) == 1 else ()


def _titled_over_header(flow: Flow) -> Iterator[int]:
    """The one line that is called a title of some kind and is right over a byline, a date or names."""
    called = [
        at for at, line in enumerate(flow) if _may_be_loud(line) and _is_called(line, may_be_called_headline)
    ]
    below = (flow[at + 1 : at + _CLOSE] for at in called)
    over = [
        at
        for at, lines in zip(called, below, strict=True)
        if any(map(_opens_header, lines)) or _are_names(lines[:1])
    ]
    yield from over if len(over) == 1 else ()


def _are_names(lines: list[Line]) -> bool:
    return any(has_two_words(line.plain) and are_names(line.plain) for line in lines)


def _may_be_loud(line: Line) -> bool:
    """Whether a line is no heading, and no name of the site, no label, no byline and no date."""
    if line.kind not in ("p", "text") or not _may_be_named(line) or is_site(line.plain):
        return False
    return read_line(line.plain, (), None) is None


def _opens_header(line: Line) -> bool:
    """Whether a line, or one of those that breaks divide in it, is a byline, or short with a date or a month."""
    pieces = line.text.split(BREAK) if len(line.text) <= _LONGEST_HEADLINE else []
    dated = any(len(piece) < _LONGEST_DATED and (find_date(piece) or find_month(piece)) for piece in pieces)
    return _is_header_landmark(line) or (dated and line.kind not in HEADINGS)


def with_headline_apart(flow: Flow, titles: list[str]) -> Flow:
    """The flow with a line in two that begins with what the title names, up to a break: the headline and the rest."""
    named = {letters(title) for title in titles if _may_name(title)}.union(*map(_ends, titles))
    for at, line in enumerate(flow):
        first, broken, rest = line.text.partition(BREAK)
        if broken and len(first) <= _LONGEST_HEADLINE and _open(line) and letters(first) in named - {""}:
            return divided(flow, {at: [_piece(line, first, 0), _piece(line, rest, 1)]})
    return flow


def _piece(line: Line, text: str, number: int) -> Line:
    """What stands before the first break of a line, 0, or behind it, 1."""
    at = next((n for n, run in enumerate(line.runs) if BREAK in run.text), 0)
    runs = (line.runs[:at], line.runs[at + 1 :])[number]
    node = runs[0].node if runs else line.node
    return Line(line.kind, text.strip(f" {BREAK}"), node, line.box, line.item, runs[1:] and runs, line.holder)


def _named_lines(flow: Flow, titles: list[str], named: set[str]) -> Iterator[int]:
    """Lines that are not headings, and that the title, or an end of it, names."""
    lines = {line.letters: at for at, line in reversed([*enumerate(flow)]) if _may_be_named(line)}
    for names in (named, *map(_ends, titles)):
        if found := [lines[name] for name in names if name in lines]:
            yield min(found) if names is named else found[0]


def _may_name(title: str) -> bool:
    """Whether a title can be a headline: it is no name of the site, and no label, as "Testimony" behind that name."""
    return not (is_site(title) or is_type_label(title))


def is_site(text: str) -> bool:
    """Whether a text names the Endowment, or one of its blogs, and nothing else."""
    return is_carnegie(text) or key(text) in BLOGS


def _is_called(line: Line, is_headline: Callable[[Node], bool]) -> bool:
    """Whether the element of a line, or the one around it, is called a headline."""
    node = line.node
    return node is not None and any(is_headline(each) for each in (node, node.parent) if each is not None)


def _ends(title: str) -> list[str]:
    """What a title begins or ends with, the longest first: "HEADLINE - SERIES", "Print: HEADLINE" before 2011."""
    parts = _BETWEEN.split(title[:_LONGEST_HEADLINE])
    ends = ["".join(parts[:at]) for at in range(len(parts) - 1, 0, -2)]
    ends += ["".join(parts[at + 1 :]) for at in range(1, len(parts), 2)]
    names = (letters(end) for end in ends if has_two_words(end) and not is_type_label(end))
    return sorted(names, key=len, reverse=True)


def _may_be_named(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADLINE and _open(line)


def _with_header(flow: Flow, alike: list[int]) -> int:
    """Of headings with the same words, the first one over a byline or a date: others follow the reader in a bar."""
    if len(alike) == 1:
        return alike[0]
    ends = [*alike[1:], len(flow)]
    return next(
        (
            at
            for at, end in zip(alike, ends, strict=True)
            if any(
                _is_header_landmark(flow[n]) or _is_dated(flow[n])
                for n in range(at + 1, min(at + _REACH, end))
            )
        ),
        alike[0],
    )


def _open(line: Line) -> bool:
    """Whether a line stands in no form, aside or footer; a card's `article` comes later."""
    return line.box is None or line.box.tag == "article"


def _is_header_landmark(line: Line) -> bool:
    """Whether a line is a byline or a label before a date, outside of cards and forms."""
    text = line.text
    if len(text) > _LONGEST_HEADLINE or (line.box is not None and line.box.tag != "aside"):
        return False
    if after_label("published", text) is not None and (find_date(text) or len(text) < 40):
        return True
    names = after_label("by", text)
    return names is not None and (not names or (has_two_words(names) and are_names(names)))


def _is_dated(line: Line) -> bool:
    if line.box is not None and line.box.tag == "hidden":
        return False  # the bar of a replay
    return len(line.text) < _LONGEST_DATED and line.kind not in HEADINGS and find_date(line.text) is not None
