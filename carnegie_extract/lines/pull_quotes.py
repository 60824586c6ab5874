"""Quotations set apart from the text: those that repeat its words are pull quotes, and not part of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, islice

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import letters, letters_of_words
from carnegie_extract.page.flow import Flow, Line
from carnegie_extract.words.names import is_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

_ELLIPSIS = pattern(r"…|\.(?: ?\.){2}")
_LONGEST = 500
_LONGEST_UNMARKED = 300
_OPENING = 30
_CLOSE = 8
"""Paragraphs around one that nothing marks in which its words are looked for."""
_SHORTEST = 40
"""Bytes."""
_SHORTEST_STYLED = 20
"""Those of one that an element's class calls a quotation."""
_FEW = 16
"""So many suspects are looked for in the text one by one; more by an index, so that time grows with the text alone."""
_WINDOW = 12
_MOST_PLACES = 4
"""Paragraphs with the words of a suspect that are looked at."""
_LONGER = 8
"""Letters that a paragraph has beside those of a pull quote from it."""
_NEAR = 12
"""Lines around a quotation in which its words stand, when it is shortened or rewritten."""
_WORDS = 4
_CHARACTERS = 6
"""Words, or in scripts without spaces characters, that are compared at once."""
_LONGER_PASSAGE = 1.5
"""How much longer than the quotation the passage may be that it was made from."""
_QUOTES = '“”„‟"«»‘’「」『』… '
_DASHES = "—–-― "
_SIGNATURE = 100
"""Characters at the end of a quotation in which the name of who says it is looked for."""
_BEFORE_SIGNATURE = pattern(r"(?<=[.!?…。！？؟।\"”»’])[\s—–―-]*")


def find_pull_quotes(
    flow: Flow,
    places: list[int],
    quotations: set[int],
    styled: frozenset[int],
    pulled: frozenset[int] = frozenset(),
    *,
    plain_text: bool,
) -> list[int]:
    """Which of the places in `places` only repeat others: block quotations (`quotations`), lone paragraphs.

    `styled` are the places in elements with a quotation's class, `pulled` those in elements with a pull quote's.
    """
    near = _near_repeats(flow, places, quotations)
    near += [at for at in places if at in pulled and _is_made_of_near(flow, at, places, pulled)]
    suspects = [at for at in places if at in quotations or _may_repeat(flow, at, styled, plain_text)]
    if not suspects:
        return near
    texts = _Texts(flow, places, many=len(suspects) > _FEW)
    marked = quotations.union(styled)
    found = {at for at in suspects if _repeats(flow, at, texts, quotations, marked)}
    quoted = found | quotations
    found.update([at for at in quotations - found if _repeats_mostly(flow, at, places, quoted)])
    found.update([at + 1 for at in found if _is_signed_below(flow, at, marked)])
    return sorted(found.union(near))


def _is_made_of_near(flow: Flow, at: int, places: list[int], pulled: frozenset[int]) -> bool:
    """Whether most words of a line stand, in any order, in one paragraph near it."""
    words = set(letters_of_words(_unsigned(flow[at].plain)))
    middle = bisect_left(places, at)
    near = places[max(middle - _NEAR, 0) : middle + _NEAR + 1]
    most = max(_most(len(words)), 1)
    return any(
        len(words.intersection(letters_of_words(flow[n].plain))) >= most for n in near if n not in pulled
    )


def _most(number: int) -> int:
    """How many of a quotation's words stand, at the least, in one paragraph of the text around it: seven of ten."""
    return -(-number * 7 // 10)


def _near_repeats(flow: Flow, places: list[int], quotations: set[int]) -> list[int]:
    """Short paragraphs that nothing marks and that occur word for word within a longer one near them.

    The longer one is not a quotation, which may be the repeat itself, with a button. No author writes so, below the
    first paragraph, and no word is lost: the longer one has them all.
    """
    texts = [flow[at].plain for at in places]
    together = "\n".join(texts)
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
    first = starts[:1] * _CLOSE + starts
    last = starts[_CLOSE + 1 :] + starts[-1:] * _CLOSE
    found = []
    for number, (at, text) in enumerate(zip(places, texts, strict=True)):
        if number == 0 or len(text) >= _LONGEST_UNMARKED or not _is_paragraph(flow[at], _SHORTEST):
            continue
        if together.count(text.lstrip(_QUOTES)[:_OPENING], first[number], last[number]) < 2:
            continue
        words, longest = _unsigned(text).strip(_QUOTES), len(text) + _LONGER
        close = range(max(number - _CLOSE, 0), min(number + _CLOSE + 1, len(texts)))
        near = [texts[n] for n in close if places[n] not in quotations]
        if any(words in other for other in near if len(other) > longest):
            found.append(at)
    return found


def _is_paragraph(line: Line, shortest: int) -> bool:
    """Whether a line is a paragraph of so many bytes, which say as much in any script."""
    text = line.text
    return line.kind in ("p", "text") and (len(text) >= shortest or len(text.encode()) >= shortest)


def _may_repeat(flow: Flow, at: int, styled: frozenset[int], plain_text: bool) -> bool:
    """Whether a paragraph has an element of its own, as a quotation set apart has; in plain text, any."""
    line = flow[at]
    if len(line.text) > _LONGEST:
        return False
    if at in styled:
        return _is_paragraph(line, _SHORTEST_STYLED)
    start, end = flow.span(line.holder)
    alone = plain_text or end - start == 1 or (end - start == 2 and _is_signed_below(flow, at, styled))
    return alone and _is_paragraph(line, _SHORTEST)


def _repeats(flow: Flow, at: int, texts: _Texts, quotations: set[int], marked: set[int]) -> bool:
    """Whether a longer paragraph holds the words of a line, or an earlier one has the same.

    `marked` are the lines that stand in a quotation by their element or its class: they may be shortened.
    """
    words = _unsigned(flow[at].plain)
    if at in marked:
        pieces = [bare for piece in _ELLIPSIS.split(words) if (bare := letters(piece))]
        if len(pieces) > 1:
            return _holds_in_order(flow, texts.places_of(max(pieces, key=len)), pieces, quotations)
    bare = letters(words).rstrip("0123456789")
    for other in texts.places_of(bare):
        if other == at or other in marked:
            continue
        same = flow[other].letters.rstrip("0123456789") == bare
        if (same and (other < at or at in marked)) or len(flow[other].letters) > len(bare) + _LONGER:
            return True
    return False


def _holds_in_order(flow: Flow, places: Iterable[int], pieces: list[str], quotations: set[int]) -> bool:
    """Whether a paragraph holds the pieces of a shortened quotation, in their order."""
    for other in places:
        text, at = flow[other].letters, 0
        for piece in pieces:
            at = text.find(piece, at)
            if at < 0:
                break
            at += len(piece)
        else:
            if other not in quotations:
                return True
    return False


class _Texts:
    """The letters of all paragraphs, to find those of another in."""

    def __init__(self, flow: Flow, places: list[int], *, many: bool) -> None:
        self.places = places
        self.letters = [flow[at].letters for at in places]
        self.together = "\n".join(self.letters)
        self.starts = list(accumulate((len(text) + 1 for text in self.letters), initial=0))
        self.index: dict[str, list[int]] | None = self._indexed() if many else None

    def _indexed(self) -> dict[str, list[int]]:
        """Where stretches of letters stand, one in each window: what is longer than two windows holds one of them."""
        index: dict[str, list[int]] = {}
        for at in range(0, len(self.together), _WINDOW):
            found = index.setdefault(self.together[at : at + _WINDOW], [])
            if len(found) < _MOST_PLACES:
                found.append(at)
        return index

    def places_of(self, bare: str) -> Iterator[int]:
        """The first places in the flow whose paragraphs hold these letters."""
        for at in islice(self._found(bare), _MOST_PLACES):
            yield self.places[bisect_right(self.starts, at) - 1]

    def _found(self, bare: str) -> Iterator[int]:
        if self.index is None:
            at = self.together.find(bare)
            while at >= 0 and bare:
                yield at
                at = self.together.find(bare, at + 1)
            return
        for offset in range(min(_WINDOW, len(bare) - _WINDOW + 1)):
            for at in self.index.get(bare[offset : offset + _WINDOW], ()):
                if at >= offset and self.together.startswith(bare, at - offset):
                    yield at - offset


def _unsigned(text: str) -> str:
    """A quotation without the name of who says it, behind its last sentence."""
    shown = max(len(text) - _SIGNATURE, 0)
    for end in _BEFORE_SIGNATURE.finditer(text, shown):
        if is_name(text[end.end() :]):
            return text[: end.start()]
    return text


def _is_signed_below(flow: Flow, at: int, marked: AbstractSet[int]) -> bool:
    """Whether the line below is the name of who says it, perhaps with a title: in one quotation, or one element."""
    line = flow[at]
    if flow.span(line.holder) != (at, at + 2) and not {at, at + 1} <= marked:
        return False
    below = flow[at + 1]
    together = line.is_beside(below) or (line.item and line.item == below.item)
    return bool(together) and is_name(below.plain.lstrip(_DASHES).partition(",")[0])


def _repeats_mostly(flow: Flow, at: int, places: list[int], quoted: set[int]) -> bool:
    """Whether most of a quotation's words stand in a paragraph near it, with words left out or put in between.

    In one passage: what a quotation shares with words here and there is the manner of speaking.
    """
    stretches = _stretches(_unsigned(flow[at].plain))
    if len(stretches) < 2:
        return False
    middle = bisect_left(places, at)
    near = places[max(middle - _NEAR, 0) : middle + _NEAR + 1]
    return any(_holds_most(flow[n].plain, stretches) for n in near if n not in quoted)


def _holds_most(text: str, stretches: list[str]) -> bool:
    """Whether a passage of a text, little longer than they are, holds most of the stretches."""
    where = {stretch: n for n, stretch in enumerate(_stretches(text))}
    found = sorted(where[stretch] for stretch in stretches if stretch in where)
    most = _most(len(stretches))
    longest = len(stretches) * _LONGER_PASSAGE
    return any(last - first <= longest for first, last in zip(found, found[most - 1 :], strict=False))


def _stretches(text: str) -> list[str]:
    words = letters_of_words(text)
    if len(words) * 10 < len(text):  # a script without spaces
        together = "".join(words)
        return [together[n : n + _CHARACTERS] for n in range(max(1, len(together) - _CHARACTERS + 1))]
    return [" ".join(words[n : n + _WORDS]) for n in range(max(1, len(words) - _WORDS + 1))] if words else []
