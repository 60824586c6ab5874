"""What is inserted between the paragraphs of a body, each kind by a named rule; the first that takes a line judges it.

A rule sees the whole body (`Body`) and gives the places that it takes. It asks the body for the lines that it can
concern: short ones, links, landmarks, those of a kind.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key
from carnegie_extract.lines.body_lines import Body, is_numbered
from carnegie_extract.lines.cards import card, insert_outside_runs, is_loose, related_list
from carnegie_extract.lines.closing import closing_verdict
from carnegie_extract.lines.grammar import SEPARATORS, is_reading_time, is_sharing
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import (
    BESIDE_TAGS,
    TAGS,
    is_linked,
    is_set_in,
    leads_to,
    letters_beside,
    links_of,
    tokens,
)
from carnegie_extract.lines.people import names_contributor
from carnegie_extract.lines.sections import OWN_WORDS, end_of_box, leads_to_topics
from carnegie_extract.page.dom import Node, ancestors, element_before, signature
from carnegie_extract.page.flow import (
    HEADINGS,
    SENTENCE_END,
    Flow,
    Line,
    ends_sentence,
    is_prose,
    is_sentence,
)
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.agencies import ends_with_agency, is_agency
from carnegie_extract.words.carnegie import BLOGS, NETWORKS, is_carnegie_address, is_postal_address
from carnegie_extract.words.names import has_two_words, is_name, is_title
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    after_label,
    entries,
    is_button,
    is_credit,
    is_top_link,
    may_have_no_text,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carnegie_extract.lines.judgement import Role

_LONGEST_DIVIDER = 20
_LONGEST_TIME = 45
_LONGEST_JUMP = 200
_LONGEST_NAME = 80
_TOPS = ("", "top")
"""Places in every page, whether or not it has an element of the name."""
_MOST_BESIDE = 12
"""Letters beside a link to a file: its kind and size."""
_LONGEST_CAPTION = 300
_LONGEST_NOTICE, _MOST_SAID = 200, 2
"""Characters and lines of what buttons answer."""
_FEW_BOXES = 2
"""More boxes with buttons of one make are how a page prints its paragraphs."""
_MOST_PAGES = 20
_MOST_OF_BOX = 4
_PLACE_OF_PAGE = pattern(r"\D{1,12}\d{1,3}\D{1,8}\d{1,3}(?:\D{1,3}\d{1,3})?\D{0,3}")
"""Behind it the number of this page may stand in the same text: "Page 1 of 2: 1"."""
_CHROME_LINKS = (*TAGS, *BESIDE_TAGS)
_TWEET_CLASS = pattern(r"(?:^|\s)(?:twitter-|instagram-|bluesky-|tiktok-)", 2)
_MOST_ROWS = 2
"""Lines of links that close a page."""
_DASHES = "—–"
_CLOSE = 4
"""Lines at the end of a body in which its source is looked for."""
_NEAR = 3
"""Elements around a line in which a quotation is looked for."""
_TWEET_END = pattern(r"[—–-]\s?[^@]{1,60}\(@[\w.@-]{1,60}\)")
_MOST_OF_POST = 4
"""Lines of a post of another network."""
_TIMES = pattern(r"(?:\d{1,2}:\d\d(?::\d\d)?[\s/|·•–-]*)+")
_ONE_OF = pattern(r"\d{1,3}\s?/\s?\d{1,3}")
_MAIL = pattern(r"\w@\w[\w-]*\.\w")
_CONTROL = pattern(r"^#(?:top)?$|^javascript:|^mailto:(?:$|\?)|[/?&=]print\b|#top$", 2)
_BARS = pattern(r"[|·•/]")


def judge_inserts(body: Body, judged: Verdicts) -> Verdicts:
    """The verdicts of inserted lines that are not judged yet."""
    found: Verdicts = {}
    for rule, role in RULES:
        for at in rule(body):
            if at not in judged and at not in found:
                found[at] = Verdict(role, rule.__name__)
    return found | _closing(body, {**judged, **found})


def _closing(body: Body, judged: Verdicts) -> Verdicts:
    """The verdicts of the last lines that tell of themselves that they close the page.

    Several lines of links are a list that the author gives.
    """
    found: Verdicts = {}
    for at in range(body.end - 1, body.start - 1, -1):
        if at in judged or body.flow[at].kind in ("figure", "table"):
            continue
        verdict = closing_verdict(body.flow[at])
        if verdict is None:
            break
        found[at] = verdict
    rows = [at for at, verdict in found.items() if verdict.role == "navigation"]
    return found if len(rows) <= _MOST_ROWS else {at: found[at] for at in found if at not in rows}


def author_box(body: Body) -> Iterable[int]:
    """A box about an author: under its heading, or a name, perhaps a title, a bio that begins with the name."""
    flow, people = body.flow, body.people
    for at in body.worded("about_authors"):
        yield from range(at, end_of_box(flow, at))
    for at, line in body.short:
        if len(line.text) < _LONGEST_NAME and line.node is not None and people.named(line.plain):
            below = range(at + 1, min(at + 3, body.end))
            bio = next((n for n in below if people.is_bio(flow[n])), at)
            if bio == at + 1 or (bio > at and is_title(flow[at + 1].plain)):
                yield from range(at, bio + 1)


def author_cards(body: Body) -> Iterable[int]:
    """The last lines of a text where each author's name stands, once, over one line, in an element of the two."""
    flow, places = body.flow, list[int]()
    for at in range(body.last - 2, body.start - 1, -2):
        name, holder = body.people.named(flow[at].plain), flow[at].holder
        if name is None or holder is None or flow.span(holder) != (at, at + 2) or is_prose(flow[at + 1].text):
            break
        places += (at, at + 1)
    named = [at for at, line in body.short if body.people.named(line.plain)] if places else []
    return places if set(named).issubset(places) and len(places) > 2 else ()


def podcast_box(body: Body) -> Iterable[int]:
    """A box that offers a podcast or a video at other sites: a heading that says so, a sentence, a line of links."""
    flow = body.flow
    for at, line in body.short:
        start, end = flow.span(line.holder) if line.holder is not None else (0, 0)
        if start != at or not 1 < end - at <= _MOST_OF_BOX or flow.paragraphs(at, end) > 1:
            continue
        links = links_of(flow[end - 1]) if is_linked(flow[end - 1]) else []
        away = bool(links) and all(read_address(href) and not is_carnegie_address(href) for _, href in links)
        if away and may_have_no_text(line.plain.partition(" ")[0]):
            yield from range(at, end)


def blog_over_text(body: Body) -> Iterable[int]:
    """The name of a known blog over the first paragraph, where a logo would stand."""
    for at, line in body.lines():
        if is_prose(line.text):
            return
        if key(line.plain) in BLOGS and line.kind in ("p", "text"):
            yield at


def contents(body: Body) -> Iterable[int]:
    """A list of links into the page, with its heading; the contents of a book; links to the top."""
    flow = body.flow
    for at in body.worded("contents"):
        yield from _items_below(body, at)
    for first, after in _stretches([at for at, line in body.linked if _is_jump(body, line)]):
        headed = first > body.start and "contents" in flow.landmarks.get(first - 1, ())
        yield from range(first - headed, after)


def _items_below(body: Body, heading: int) -> Iterable[int]:
    """A heading over contents and the items of the list right below it, which are no sentences."""
    after = heading + 1
    while after < body.end and body.flow[after].kind == "li" and not ends_sentence(body.flow[after].text):
        after += 1
    return range(heading, after) if after > heading + 1 else ()


def _is_jump(body: Body, line: Line) -> bool:
    """Whether a line is nothing but links into the page: an entry of a contents list, "Back to top"."""
    if line.kind in HEADINGS or len(line.text) > _LONGEST_JUMP:
        return False
    links = links_of(line)
    return bool(links) and all(_leads_into(body, href) for _, href in links)


def _leads_into(body: Body, href: str) -> bool:
    """Whether a link leads to a place in the page; browsers that save one write its whole address before."""
    before, mark, place = href.rpartition("#")
    return bool(mark) and (not before or place in _TOPS or place in body.anchors)


def _stretches(places: list[int]) -> Iterable[tuple[int, int]]:
    """Where places that follow each other begin and end."""
    first = 0
    for number, at in enumerate(places, 1):
        if number == len(places) or places[number] != at + 1:
            yield places[first], at + 1
            first = number


def player(body: Body) -> Iterable[int]:
    """Lines of audio and video players, and the times beside them: "0:00", "18:42", "18 min"."""
    yield from body.worded("players")
    for at, line in body.short:
        if len(line.text) > _LONGEST_TIME:
            continue
        if _TIMES.fullmatch(line.text) or (line.kind != "li" and is_reading_time(line.plain)):
            yield at


def pdf_button(body: Body) -> Iterable[int]:
    """A line that is links to a PDF and perhaps what it holds: the button of a paper, "Full Text (PDF, 1 MB)"."""
    named = [(at, line) for at, line in body.short if line.may_link and "PDF" in line.text]
    return [at for at, line in (*body.linked, *named) if line.kind not in HEADINGS and _offers(line)]


def _offers(line: Line) -> bool:
    if len(line.text) > LONGEST_LANDMARK:
        return False
    links, says = links_of(line), line.text.endswith("(PDF)")
    if not links or not (says or (".pdf" in links[0][1].lower() and line.kind != "li")):
        return False
    return not ends_sentence(line.text.rstrip(")]")) and letters_beside(line, links) <= _MOST_BESIDE


def pdf_heading(body: Body) -> Iterable[int]:
    """The heading over such buttons: "Additional Links", which may be a label."""
    labels = frozenset(body.worded("additional_links"))
    return [
        at - 1
        for at in pdf_button(body)
        if at > body.start and (body.flow[at - 1].kind in HEADINGS or at - 1 in labels)
    ]


def caption(body: Body) -> Iterable[int]:
    """The text that goes with a picture or a table: beside it, in an element of its own, or numbered."""
    yield from body.of_kind("caption")
    sure = body.captioned.union([at for at in body.numbered if _is_title(body, at)])
    for at in sure | body.pictured:
        line = body.flow[at]
        if line.kind in _NO_CAPTION or len(line.text) > _LONGEST_CAPTION or line.node is None:
            continue
        if words_of(line.text) & OWN_WORDS:
            continue
        if at in sure or not is_prose(line.text) or _is_set_as_caption(line):
            yield at


def _is_set_as_caption(line: Line) -> bool:
    """Whether a sentence beside a picture is set as captions are, or ends with the picture's agency."""
    return is_set_in(line, _ITALICS) or ends_with_agency(line.text) or _is_on_slide(line)


def _is_on_slide(line: Line) -> bool:
    """Whether a line goes with a picture that pictures beside it take turns with."""
    near = islice(ancestors(line.node) if line.node is not None else (), _NEAR)
    return any(
        _SLIDES.search(f"{outer.attributes.get('class')} {outer.attributes.get('aria-roledescription')}")
        for outer in near
    )


def chart_key(body: Body) -> Iterable[int]:
    """What the signs of a chart or a map stand for: "● planned ○ abandoned", or lines that open with a sign each."""
    signed = [
        (at, line) for at, line in body.short if line.text[:1] in _SIGNS and not ends_sentence(line.text)
    ]
    for at, line in signed:
        if _KEY.fullmatch(line.plain):
            yield at
    for first, after in _stretches([at for at, line in signed if _KEY_LINE.fullmatch(line.plain)]):
        signs = [body.flow[at].text[0] for at in range(first, after)]
        if 1 < len(signs) == len(set(signs)):  # a list's items open with the same sign
            yield from range(first, after)


def number_box(body: Body) -> Iterable[int]:
    """A number set large and what it counts, in an element of their own: "61%" over "of wagons wait for a day"."""
    for at, line in body.short:
        if line.text[:1] not in _OPENS_NUMBER or _NUMBER_SHOWN.fullmatch(line.plain) is None:
            continue
        alone = line.holder is not None and body.flow.span(line.holder) == (at, at + 2)
        below = body.flow[at + 1] if alone else line
        if alone and len(below.text) <= LONGEST_LANDMARK and not ends_sentence(below.text):
            yield from (at, at + 1)


_NUMBER_SHOWN = pattern(r"[$€£¥]\s?\d[\d.,]*[a-zA-Z]{0,2}|\d[\d.,]*\s?[%×x]|\d{1,3}(?:,\d{3})+")
"""No bare number, which may be an item's or a year, and none in dots, which may be a day."""
_OPENS_NUMBER = frozenset("0123456789$€£¥")
_SIGNS = frozenset(map(chr, (*range(0x25A0, 0x2600), 0x2B1B, 0x2B1C, 0x2B24)))
"""Squares, triangles and circles."""
_KEY_LINE = pattern(rf"[{''.join(_SIGNS)}][^{''.join(_SIGNS)}]{{2,40}}")
_KEY = pattern(rf"(?:{_KEY_LINE.pattern}){{2,}}")
_SLIDES = pattern(r"carousel|swiper|slick|slider|slideshow|(?:^|[\s_-])slide(?:$|\s|__)", 2)


_ITALICS = ("em", "i")
_NO_CAPTION = HEADINGS | {"li", "quote", "figure", "table", "caption"}
_TABLES = tuple(sorted(entries("tables"), key=len, reverse=True))


def _is_title(body: Body, at: int) -> bool:
    """Whether a numbered line is a title; beside a table it may be a short sentence."""
    line = body.flow[at]
    if not ends_sentence(line.text):
        return True
    if not {at - 1, at + 1}.intersection(body.of_kind("table")):
        return False
    return (line.kind != "p" or len(line.text) <= LONGEST_LANDMARK) and is_numbered(line.plain, _TABLES)


def table_source(body: Body) -> Iterable[int]:
    """Lines "Source: ..." and "Note: ..." right below a table, a figure, a picture, a caption or a numbered title.

    One that ends with an agency for pictures is a picture's anywhere.
    """
    yield from (at for at in body.worded("source") if is_agency(body.flow[at].plain))
    pictured = [at - 1 for at in body.worded("source", "table_notes") if _is_below_picture(body, at)]
    for above in (*body.of_kind("table", "figure", "caption"), *body.numbered, *pictured):
        at = above + 1
        while at < body.end and _is_source_or_note(body.flow[at].plain):
            yield at
            at += 1


def _is_below_picture(body: Body, at: int) -> bool:
    """Whether a line stands right below an element with a picture."""
    before = element_before(body.flow[at].node)
    return before is not None and before.mem_id in body.pictures


def _is_source_or_note(text: str) -> bool:
    """Whether a text opens with "Source:" or "Note:"."""
    labelled = ":" in text[:24] or "：" in text[:24]
    return labelled and (is_credit(text) or after_label("table_notes", text) is not None)


def embed(body: Body) -> Iterable[int]:
    """A post of another network, which signs itself with a handle: a quotation, or an element of few lines."""
    yield from (at for at in body.of_kind("quote") if _is_embed(body.flow, body.flow[at]))
    for at, line in body.short:
        if "(@" not in line.text or _TWEET_END.match(line.text) is None or line.holder is None:
            continue
        start, end = body.flow.span(line.holder)
        yield from range(start, end) if end == at + 1 and end - start <= _MOST_OF_POST else (at,)


def _is_embed(flow: Flow, line: Line) -> bool:
    """Whether the quotation that a line stands in has an embed's class, or ends with a handle and a date."""
    if line.node is None:
        return False
    for outer in (line.node, *islice(ancestors(line.node), _NEAR)):
        if outer.is_element_node and outer.tag == "blockquote":
            if _TWEET_CLASS.search(outer.attributes.get("class") or ""):
                return True
            start, end = flow.span(outer)
            last = flow[end - 1].plain if end > start else ""
            return _TWEET_END.search(last[-200:]) is not None
    return False


def outlet(body: Body) -> Iterable[int]:
    """The line "Source: OUTLET" at the head or at the end of the body; a note of where it was first, a link to that."""
    lines = range(body.start, body.end)
    for way in (lines, lines[: -_CLOSE - 1 : -1]):
        for at in way:
            line = body.flow[at]
            if line.kind in HEADINGS or line.kind in ("figure", "table"):
                continue
            if not is_credit(line.plain) or ends_sentence(line.text):
                break
            yield at
    yield from (at for at in body.worded("reprints") if is_set_in(body.flow[at], _ITALICS))
    close = range(max(body.last - _CLOSE, body.start), body.last)
    yield from (at for at, line in body.linked if at in close and _leads_to_original(line))


def _leads_to_original(line: Line) -> bool:
    """Whether a paragraph is one link to another site, where the piece was published: "Read the full article in …"."""
    links = links_of(line)
    if line.kind != "p" or len(links) != 1 or ends_sentence(line.text) or len(line.text) > LONGEST_LANDMARK:
        return False
    return read_address(links[0][1]) is not None and not is_carnegie_address(links[0][1])


def series_note(body: Body) -> Iterable[int]:
    """A line that says to which series a piece belongs: in an element of its own, or over the first paragraph."""
    prose = next((at for at, line in body.lines() if is_sentence(line.text)), body.end)
    for at in body.worded("series"):
        holder = body.flow[at].holder
        if at < prose or (holder is not None and body.flow.span(holder) == (at, at + 1)):
            yield at


def contributor(body: Body) -> Iterable[int]:
    """Who the people are whose answers follow: below a name, in boxes of one make, a title in one of them at least."""
    flow = body.flow
    boxes: dict[tuple[str, str], list[int]] = {}
    for at in body.of_kind(*HEADINGS):
        box = flow[at].holder
        if box is not None and flow.span(box) == (at, at + 2) and _names_and_says_who(flow[at], flow[at + 1]):
            boxes.setdefault(signature(box), []).append(at + 1)
    for below in boxes.values():
        if any(is_title(flow[at].plain) for at in below):
            yield from below


def _names_and_says_who(heading: Line, line: Line) -> bool:
    if not (is_name(heading.plain) and has_two_words(heading.plain)) or line.kind not in ("p", "text"):
        return False
    return len(line.text) <= LONGEST_LANDMARK and not ends_sentence(line.text)


def attribution(body: Body) -> Iterable[int]:
    """The line below a quotation that says whose it is: "— Review of Budgets"."""
    for at, line in body.short:
        below = at > body.start and body.flow[at - 1].kind == "quote" and line.kind in ("p", "text")
        if below and line.text[0] in _DASHES and not ends_sentence(line.text):
            yield at


def closing_credits(body: Body) -> Iterable[int]:
    """A closing heading and below it nothing but who did what: "Design: Harbor Studio"; who translated the text."""
    yield from (
        at
        for at in range(max(body.last - _CLOSE, body.start), body.last)
        if names_contributor(body.flow[at].plain)
    )
    for at in reversed(body.of_kind(*HEADINGS)):
        below = body.flow[at + 1 : body.last]
        if below and all(_says_who(line) for line in below):
            yield from range(at, body.last)


def _says_who(line: Line) -> bool:
    before, colon, after = line.text.partition(":")
    says = line.kind in ("p", "text") and bool(colon and after)
    return says and len(before) <= _LONGEST_NAME and not ends_sentence(after)


def divider(body: Body) -> Iterable[int]:
    """Lines without words: "***"."""
    for at, line in body.short:
        if len(line.text) <= _LONGEST_DIVIDER and line.kind not in ("figure", "table") and not line.letters:
            yield at


def tags(body: Body) -> Iterable[int]:
    """The tags, where no more of the text follows: no paragraph in an element with others."""
    found = [at for at, line in body.short if leads_to_topics(line)]
    last = (
        max((at for at, line in body.lines() if _is_among_paragraphs(body, line)), default=-1)
        if found
        else -1
    )
    return (at for at in found if at > last)


def _is_among_paragraphs(body: Body, line: Line) -> bool:
    """Whether a line is a paragraph of prose in an element that holds several."""
    holder = line.holder
    return holder is not None and holder.mem_id in body.holders and line.kind == "p" and is_prose(line.text)


def chrome_link(body: Body) -> Iterable[int]:
    """A line that is nothing but links to topics, people and programs, or, in no paragraph, several to any pages."""
    for at, line in body.linked:
        if len(line.text) > LONGEST_LANDMARK or line.kind in HEADINGS:
            continue
        links = links_of(line)
        several = is_loose(line) and len(links) > 1
        if several or (links and all(leads_to(href, _CHROME_LINKS) for _, href in links)):
            yield at


def contact(body: Body) -> Iterable[int]:
    """Whom the press may write to, and where: a line with an address for mail, or of an office, that is no sentence."""
    for at, line in body.short:
        mail = "@" in line.text and _MAIL.search(line.text) is not None
        if line.text[-1:] not in SENTENCE_END and (mail or is_postal_address(line.text)):
            yield at


def notice(body: Body) -> Iterable[int]:
    """Notices of the institution to its readers."""
    return body.worded("notices")


def button(body: Body) -> Iterable[int]:
    """Words of controls: "Print", "Share on X", or several beside each other: "Print | Close"; links that are some."""
    for at, line in body.short:
        if line.text[:_START].rstrip(SEPARATORS).casefold() in _CONTROLS and _are_controls(line):
            yield at
    yield from (at for at, line in body.linked if line.kind not in HEADINGS and _do_something(line))


_START = 3
_CONTROLS = frozenset(word[:_START].rstrip() for word in entries("buttons") | entries("sharing") | NETWORKS)
"""How they begin: the quick test before the careful one."""


def _are_controls(line: Line) -> bool:
    """Whether all parts of a line, between bars or in elements of their own, are words of controls."""
    if line.kind in HEADINGS:
        return False
    if is_button(line.plain):
        return True
    texts = tokens(line) if line.may_link else _BARS.split(line.text)
    parts = [part for text in texts if (part := text.strip(f" {SEPARATORS}"))]
    return bool(parts) and all(is_button(part) or is_sharing(part) for part in parts)


def beside_buttons(body: Body) -> Iterable[int]:
    """A question or notice over the buttons that answer it, the numbers of a player: in an element of their own.

    It has several buttons, or is of another make than the elements around single paragraphs.
    """
    for box, _ in _boxes_of_buttons(body):
        yield from (at for at in range(*body.flow.span(box)) if body.flow[at].kind != "button")


def over_button(body: Body) -> Iterable[int]:
    """A sentence over one button of unknown words, in an element that nothing marks as a box: it may be the text's."""
    for box, buttons in _boxes_of_buttons(body):
        marked = any(box.attributes.get(name) for name in ("class", "id", "role"))
        known = buttons[0] in body.flow.landmarks or is_button(body.flow[buttons[0]].plain)
        if len(buttons) == 1 and not marked and not known:
            yield from (at for at in range(*body.flow.span(box)) if is_sentence(body.flow[at].text))


def _boxes_of_buttons(body: Body) -> Iterable[tuple[Node, list[int]]]:
    """The boxes that hold buttons and what these answer, with their buttons."""
    boxes: dict[int, tuple[Node, list[int]]] = {}
    for at in [*body.of_kind("button"), *(at for at, line in body.linked if is_button(line.plain))]:
        if (box := _box_of(body, at)) is not None:
            boxes.setdefault(box.mem_id, (box, []))[1].append(at)
    often = Counter(signature(box) for box, _ in boxes.values())
    single = _makes_of_paragraphs(body) if boxes else frozenset()
    for box, buttons in boxes.values():
        make = signature(box)
        if often[make] <= _FEW_BOXES and (len(buttons) > 1 or make not in single):
            yield box, buttons


def _box_of(body: Body, button: int) -> Node | None:
    """The element of a button, or the one around, if it holds a short line or two and one sentence at most, above."""
    flow, box = body.flow, body.flow[button].holder
    for _ in range(2):
        start, end = flow.span(box) if box is not None else (0, 0)
        said = [at for at in range(start, end) if flow[at].kind != "button"]
        if said:
            fits = len(said) <= _MOST_SAID and flow.paragraphs(start, end) <= 1
            return box if fits and all(_is_said_beside(flow[at], above=at < button) for at in said) else None
        box = box.parent if box is not None else None
    return None


def _is_said_beside(line: Line, *, above: bool) -> bool:
    short = line.kind in ("p", "text") and len(line.text) <= _LONGEST_NOTICE
    return short and (above or not ends_sentence(line.text)) and "thanks" not in words_of(line.text)


def _makes_of_paragraphs(body: Body) -> frozenset[tuple[str, str]]:
    """Tag and class of the elements that hold one paragraph and nothing else."""
    prose = [
        (at, line.holder) for at, line in body.lines() if is_prose(line.text) and line.holder is not None
    ]
    return frozenset(signature(holder) for at, holder in prose if body.flow.span(holder) == (at, at + 1))


def pager(body: Body) -> Iterable[int]:
    """Links to the other pages of a text, and the number of this one: "1 2 Next", or of all: "1 / 2"."""
    for at, line in body.short:
        if _ONE_OF.fullmatch(line.plain):
            yield at
        lone = line.plain.isdecimal() and line.holder is not None
        if not lone and not (line.may_link and any(map(str.isdecimal, line.text))):
            continue
        places = (
            range(*body.flow.span(line.holder)) if lone and line.holder is not None else range(at, at + 1)
        )
        if len(places) <= _MOST_PAGES and _are_pages([body.flow[n] for n in places]):
            yield from places


def _are_pages(lines: list[Line]) -> bool:
    """Whether lines are nothing but numbers and links, one of each at least, behind "Page 1 of 2" perhaps."""
    linked = {text for line in lines for text, _ in links_of(line)}
    said = [text for line in lines for text in ([line.plain] if is_linked(line) else tokens(line))]
    return (
        bool(linked)
        and all(text in linked or text.isdecimal() for text in said if _PLACE_OF_PAGE.fullmatch(text) is None)
        and not linked.issuperset(said)
    )


def _do_something(line: Line) -> bool:
    """Whether the links of a line lead nowhere: they print the page, send it, or go to its top."""
    links = links_of(line) if len(line.text) <= LONGEST_LANDMARK else []
    return bool(links) and all(_CONTROL.search(href) or is_top_link(text) for text, href in links)


RULES: tuple[tuple[Callable[[Body], Iterable[int]], Role], ...] = (
    (author_box, "author"),
    (author_cards, "author"),
    (podcast_box, "box"),
    (blog_over_text, "blog"),
    (contents, "contents"),
    (card, "card"),
    (related_list, "related"),
    (player, "player"),
    (pdf_button, "pdf"),
    (pdf_heading, "pdf"),
    (contributor, "credit"),
    (caption, "caption"),
    (chart_key, "caption"),
    (number_box, "box"),
    (table_source, "credit"),
    (embed, "embed"),
    (outlet, "outlet"),
    (series_note, "box"),
    (attribution, "credit"),
    (closing_credits, "credit"),
    (contact, "footer"),
    (notice, "notice"),
    (button, "button"),
    (over_button, "unread"),
    (beside_buttons, "box"),
    (pager, "navigation"),
    (tags, "tags"),
    (chrome_link, "navigation"),
    (insert_outside_runs, "card"),
    (divider, "navigation"),
)
"""What may be inserted into a body: a new kind is a function and a line here."""
