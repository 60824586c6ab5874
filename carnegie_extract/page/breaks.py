"""Lines that `<br>` divides: notes one below the other, a heading over a bio, bodies whose paragraphs are made so."""

from carnegie_extract.base.quick import pattern
from carnegie_extract.page.flow import Flow, Line, is_prose
from carnegie_extract.page.marks import BACK, BREAK
from carnegie_extract.words.vocabulary import is_word

_TWO = pattern(f"(?:{BREAK}\\s?){{2,}}")
_BEFORE_NUMBER = f"[({BACK}"
_NUMBERED = pattern(f"[\\{_BEFORE_NUMBER}]?(\\d{{1,3}})")
_LONGEST_HEADING = 40
_LEAST = 3
"""Paragraphs that a body made with `<br><br>` has at least."""


def split_at_breaks(flow: Flow) -> Flow:
    """Divide such lines; all others keep their breaks as marks, which are spaces to a reader."""
    broken = [at for at, line in enumerate(flow) if BREAK in line.text]
    if not broken:
        return flow
    made_so = _made_of_breaks(flow, broken)
    pieces: dict[int, list[Line]] = {}
    for at in broken:
        line = flow[at]
        line.text = line.text.strip(f" {BREAK}")
        split = (
            _notes(line.text)
            or _about_authors(line.text)
            or (_TWO.split(line.text) if at in made_so and line.kind != "table" else [])
        )
        if len(split) > 1:
            texts = [piece for each in split if (piece := each.strip(f" {BREAK}"))]
            kind = "p" if line.kind == "text" else line.kind
            pieces[at] = [Line(kind, text, line.node, line.box, line.item, (), line.holder) for text in texts]
    return divided(flow, pieces) if pieces else flow


def _notes(text: str) -> list[str]:
    """The lines of a text if each begins with the next number, possibly below their heading; else []."""
    headed = text[:1].isalpha() and is_word("notes", text[:_LONGEST_HEADING].partition(BREAK)[0].strip())
    if not (headed or text[:1].isdecimal() or text[:1] in _BEFORE_NUMBER):
        return []
    lines = [line.strip() for line in text.split(BREAK) if line.strip()]
    for number, line in enumerate(lines[headed:], 1):
        match = _NUMBERED.match(line)
        if match is None or int(match[1]) != number:
            return []
    return lines


def _about_authors(text: str) -> list[str]:
    """The heading over what a text says of its authors, and this; else []."""
    heading, _, rest = (part.strip() for part in text.partition(BREAK))
    if not is_prose(rest) or not 0 < len(heading) <= _LONGEST_HEADING:
        return []
    return [heading, rest] if is_word("about_authors", heading) else []


def _made_of_breaks(flow: Flow, broken: list[int]) -> set[int]:
    """The lines of a page whose paragraphs `<br><br>` divides, or else of the elements in which it does."""
    double = [at for at in broken if _TWO.search(flow[at].text)]
    if _is_made_so(flow, [flow[at].text for at in double]):
        return set(double)
    inside: dict[tuple[int, int], list[int]] = {}
    for at in double:
        if (holder := flow[at].holder) is not None:
            inside.setdefault(flow.span(holder), []).append(at)
    return {
        at
        for (start, end), some in inside.items()
        if _is_made_so(flow[start:end], [flow[at].text for at in some])
        for at in some
    }


def _is_made_so(lines: list[Line], double: list[str]) -> bool:
    """Whether `<br><br>` divides more paragraphs, in the texts `double`, than stand in elements of their own."""
    divided = sum(is_prose(piece) for text in double for piece in _TWO.split(text))
    if divided < _LEAST:
        return False
    return divided > sum(
        line.kind == "p" and is_prose(line.text) and BREAK not in line.text for line in lines
    )


def divided(flow: Flow, pieces: dict[int, list[Line]]) -> Flow:
    """The flow with lines in the place of those that they are pieces of."""
    lines: list[Line] = []
    places: list[int] = []
    for at, line in enumerate(flow):
        places.append(len(lines))
        lines += pieces.get(at, [line])
    places.append(len(lines))
    spans = {node: (places[start], places[end]) for node, (start, end) in flow.spans.items()}
    return Flow(lines, spans)
