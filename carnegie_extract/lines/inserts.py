"""What is inserted between the paragraphs of a body, each kind by a named rule; the first that takes a line judges it.

A rule sees the whole body (`Body`) and gives the places that it takes. It asks the body for the lines that it can
concern: short ones, links, landmarks, those of a kind.
"""

from __future__ import annotations

from functools import partial
from itertools import islice

from carnegie_extract.base.quick import pattern
from carnegie_extract.lines.body_lines import PICTURES, Body, stands_in
from carnegie_extract.lines.cards import card, insert_outside_runs, related_list
from carnegie_extract.lines.grammar import DIGIT, SEPARATORS, is_reading_time, is_sharing
from carnegie_extract.lines.judgement import Verdict, Verdicts
from carnegie_extract.lines.parts import is_jump, leads_to, letters_beside, links_of, tokens
from carnegie_extract.lines.sections import end_of_box
from carnegie_extract.page.dom import ancestors
from carnegie_extract.page.flow import HEADINGS, Flow, Line, ends_sentence, is_prose
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.agencies import ends_with_agency
from carnegie_extract.words.carnegie import NETWORKS, is_carnegie_address, is_carnegie_name
from carnegie_extract.words.names import is_title
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    after_label,
    entries,
    is_button,
    is_credit,
    is_top_link,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carnegie_extract.lines.judgement import Role

_LONGEST_DIVIDER = 20
_SHORTEST = 40
"""Characters of a paragraph below the element that holds the body: an address of a footer has fewer."""
_LONGEST_NAME = 80
_TOPS = ("", "top")
"""Places in every page, whether or not it has an element of the name."""
_MOST_BESIDE = 12
"""Letters beside a link to a file: its kind and size."""
_LONGEST_CAPTION = 300
_CHROME_LINKS = (
    "/topics/",
    "/regions/",
    "/topic/",
    "/region/",
    "/people/",
    "/programs/",
    "/issue/",
    "/tags/",
)
_CAPTION_CLASS = pattern(
    r"(?:^|[\s_-])(?:wp-)?(?:img|image|photo|picture)?-?captions?(?:$|[\s_-])|figcaption|cutline", 2
)
_TWEET_CLASS = pattern(r"(?:^|\s)(?:twitter-|instagram-|bluesky-|tiktok-)", 2)
_CLOSE = 4
"""Lines at the end of a body in which its source is looked for."""
_NEAR = 3
"""Elements around a line in which a quotation is looked for."""
_TWEET_END = pattern(r"[—–-]\s?[^@]{1,60}\(@[\w.@-]{1,60}\)")
_MOST_OF_POST = 4
"""Lines of a post of another network."""
_TIMES = pattern(r"(?:\d{1,2}:\d\d(?::\d\d)?[\s/|·•–-]*)+")
_MAIL = pattern(r"\w@\w[\w-]*\.\w")
_CONTROL = pattern(r"^#(?:top)?$|^javascript:|^mailto:(?:$|\?)|[/?&=]print\b|#top$", 2)
_BARS = pattern(r"[|·•/]")
_NUMBER = pattern(r"\s?(?:[A-Z][.-]?)?\d{1,3}(?:\.\d{1,2})?\s?(?:[.:：—–-]|$|\s)")


def judge_inserts(body: Body, judged: Verdicts) -> Verdicts:
    """The verdicts of inserted lines that are not judged yet."""
    found: Verdicts = {}
    for rule, role in RULES:
        verdict = Verdict(role, rule.__name__)
        for at in rule(body):
            if at not in judged and at not in found:
                found[at] = verdict
    return found


def author_box(body: Body) -> Iterable[int]:
    """A box about an author: under its heading, or a name, perhaps a title, a bio that begins with the name."""
    people = body.people
    for at in body.worded("about_authors"):
        yield from range(at, end_of_box(body.flow, at))
    for at, line in body.short:
        if len(line.text) >= _LONGEST_NAME or line.node is None or not people.named(line.plain):
            continue
        below = at + 1
        if below < body.end and is_title(body.flow[below].plain) and not ends_sentence(body.flow[below].text):
            below += 1
        if below < body.end and people.is_bio(body.flow[below]):
            yield from range(at, below + 1)


def contents(body: Body) -> Iterable[int]:
    """A list of links into the page, with its heading; links to the top."""
    flow = body.flow
    for first, after in _stretches(
        [at for at, line in body.linked if is_jump(line, partial(_leads_into, body))]
    ):
        headed = first > body.start and "contents" in flow.landmarks.get(first - 1, ())
        several = after - first > 1 or len(links_of(flow[first])) > 1
        if several or headed or is_top_link(flow[first].plain):
            yield from range(first - headed, after)


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
        if DIGIT.search(line.text) is None:
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
    tables = frozenset(body.of_kind("table"))
    beside = body.captions | body.pictures
    for at, line in body.lines():
        if line.kind in _NO_CAPTION or len(line.text) > _LONGEST_CAPTION or line.node is None:
            continue
        numbered = line.plain[:1] in _FIRST_LETTERS and _is_numbered_title(line, at, tables)
        if numbered or (stands_in(line, beside) and _goes_with_picture(body, line)):
            yield at


_NO_CAPTION = HEADINGS | {"li", "quote", "figure", "table", "caption"}
_NUMBERED_TITLES = tuple(sorted(entries("captions") | entries("tables"), key=len, reverse=True))
_TABLES = tuple(sorted(entries("tables"), key=len, reverse=True))
_FIRST_LETTERS = frozenset(letter for word in _NUMBERED_TITLES for letter in (word[0], word[0].upper()))


def _is_numbered_title(line: Line, at: int, tables: frozenset[int]) -> bool:
    """Whether a line is a title such as "Figure 2: ..."; beside a table it may be a short sentence."""
    if not ends_sentence(line.text):
        return _is_numbered(line.plain, _NUMBERED_TITLES)
    if at - 1 not in tables and at + 1 not in tables:
        return False
    return (line.kind != "p" or len(line.text) <= LONGEST_LANDMARK) and _is_numbered(line.plain, _TABLES)


def _is_numbered(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text opens with a word and a number, as "Figure 2" does."""
    bare = text[:40].casefold()
    if not bare.startswith(words):
        return False
    word = next(word for word in words if bare.startswith(word))
    return _NUMBER.match(text[len(word) :]) is not None


def _goes_with_picture(body: Body, line: Line) -> bool:
    if stands_in(line, body.captions) and _has_caption_class(line):
        return True
    return stands_in(line, body.pictures) and (_holds_picture(line) or _stands_by_picture(body, line))


def _has_caption_class(line: Line) -> bool:
    node = line.node
    for each in (node, node.parent if node is not None else None):
        if (
            each is not None
            and each.is_element_node
            and _CAPTION_CLASS.search(each.attributes.get("class") or "")
        ):
            return True
    return False


def _holds_picture(line: Line) -> bool:
    """A paragraph that is a picture with its words."""
    node = line.node
    if node is None or not node.is_element_node or node.tag != "p" or is_prose(line.text):
        return False
    return node.css_first("img") is not None


def _stands_by_picture(body: Body, line: Line) -> bool:
    """Whether the only texts beside a picture in one small element are a caption's."""
    holder = line.holder
    if holder is None or holder.mem_id in body.holders or holder.tag in ("main", "section", "body"):
        return False
    start, end = body.flow.span(holder)
    if holder.tag in ("td", "th"):
        return end - start == 1 and holder.css_first(PICTURES) is not None
    if not 0 < end - start <= 2 or body.flow.paragraphs(start, end) > 1:
        return False
    if not ends_with_agency(line.text) and is_prose(line.text):
        return False
    around = holder.parent if holder.css_first(PICTURES) is None else holder
    if around is None or around.mem_id in body.holders or (shown := around.css_first(PICTURES)) is None:
        return False
    if shown.tag != "img" and (not body.holders or body.flow.paragraphs(start, end)):
        return False  # the text about a video, or a video and what it shows are all that there is
    start, end = body.flow.span(around)
    return end - start <= 2


def table_source(body: Body) -> Iterable[int]:
    """Lines "Source: ..." and "Note: ..." right below a table, a figure, a picture, a caption or a numbered title."""
    titles = [at for at in body.of_kind(*HEADINGS) if _is_numbered(body.flow[at].plain, _NUMBERED_TITLES)]
    pictured = [at - 1 for at in body.worded("source", "table_notes") if _is_below_picture(body, at)]
    for above in (*body.of_kind("table", "figure", "caption"), *titles, *pictured):
        at = above + 1
        while at < body.end and _is_source_or_note(body.flow[at].plain):
            yield at
            at += 1


def _is_below_picture(body: Body, at: int) -> bool:
    """Whether a line stands right below an element with a picture, or below the numbered title of one."""
    node = body.flow[at].node
    before = node.prev if node is not None else None
    while before is not None and not before.is_element_node:
        before = before.prev
    if before is not None and before.mem_id in body.pictures:
        return True
    return at > body.start and _is_numbered(body.flow[at - 1].plain, _NUMBERED_TITLES)


def _is_source_or_note(text: str) -> bool:
    """Whether a text opens with "Source:" or "Note:"."""
    return is_credit(text) or (
        (":" in text[:24] or "：" in text[:24]) and after_label("table_notes", text) is not None
    )


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
    """The line "Source: OUTLET" at the head or at the end of the body; there, too, a link to the piece."""
    for way in (body.lines(), reversed(list(body.lines())[-_CLOSE:])):
        for at, line in way:
            if line.kind in HEADINGS or line.kind in ("figure", "table"):
                continue
            if not is_credit(line.plain) or ends_sentence(line.text):
                break
            yield at
    close = range(max(body.end - _CLOSE, body.start), body.end)
    yield from (at for at, line in body.linked if at in close and _leads_to_original(line))


def _leads_to_original(line: Line) -> bool:
    """Whether a paragraph is one link to another site, where the piece was published: "Read the full article in …"."""
    links = links_of(line)
    if line.kind != "p" or len(links) != 1 or ends_sentence(line.text) or len(line.text) > LONGEST_LANDMARK:
        return False
    return read_address(links[0][1]) is not None and not is_carnegie_address(links[0][1])


def closing_credits(body: Body) -> Iterable[int]:
    """A closing heading and below it nothing but who did what: "Design: Harbor Studio"."""
    for at in reversed(body.of_kind(*HEADINGS)):
        below = body.flow[at + 1 : body.end]
        if below and all(_says_who(line) for line in below):
            yield from range(at, body.end)


def _says_who(line: Line) -> bool:
    before, colon, after = line.text.partition(":")
    says = line.kind in ("p", "text") and bool(colon and after)
    return says and len(before) <= _LONGEST_NAME and not ends_sentence(after)


def beyond_body(body: Body) -> Iterable[int]:
    """Below the element that holds the body, what does not read like its paragraphs."""
    for at in range(max(body.limit, body.start), body.end):
        line = body.flow[at]
        if line.kind in HEADINGS:
            continue
        is_text = line.kind in ("p", "li", "quote") and len(line.text) >= _SHORTEST
        if not (is_text and ends_sentence(line.text)) and "thanks" not in words_of(line.text):
            yield at


def divider(body: Body) -> Iterable[int]:
    """Lines without words: "***"."""
    for at, line in body.short:
        if len(line.text) <= _LONGEST_DIVIDER and line.kind not in ("figure", "table") and not line.letters:
            yield at


def chrome_link(body: Body) -> Iterable[int]:
    """A line that is nothing but links to topics, people and programs."""
    for at, line in body.linked:
        if len(line.text) > LONGEST_LANDMARK or line.kind in HEADINGS:
            continue
        links = links_of(line)
        if links and all(leads_to(href, _CHROME_LINKS) for _, href in links):
            yield at


def contact(body: Body) -> Iterable[int]:
    """Whom the press may write to, and where: a line with an address for mail, or of an office, that is no sentence."""
    for at, line in body.short:
        mail = "@" in line.text and _MAIL.search(line.text) is not None
        if (mail or _is_office(line.text)) and not ends_sentence(line.text):
            yield at


def _is_office(text: str) -> bool:
    """Whether a text is the name of the Endowment or a center and its street: "Carnegie Europe, 15 Rue …"."""
    name, comma, street = text.partition(",")
    return bool(comma) and DIGIT.search(street) is not None and is_carnegie_name(name)


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


def _do_something(line: Line) -> bool:
    """Whether the links of a line lead nowhere: they print the page, send it, or go to its top."""
    links = links_of(line) if len(line.text) <= LONGEST_LANDMARK else []
    return bool(links) and all(_CONTROL.search(href) or is_top_link(text) for text, href in links)


RULES: tuple[tuple[Callable[[Body], Iterable[int]], Role], ...] = (
    (author_box, "author"),
    (contents, "contents"),
    (card, "card"),
    (related_list, "related"),
    (player, "player"),
    (pdf_button, "pdf"),
    (pdf_heading, "pdf"),
    (caption, "caption"),
    (table_source, "credit"),
    (embed, "embed"),
    (outlet, "outlet"),
    (closing_credits, "credit"),
    (contact, "footer"),
    (notice, "notice"),
    (button, "button"),
    (chrome_link, "navigation"),
    (insert_outside_runs, "card"),
    (beyond_body, "navigation"),
    (divider, "navigation"),
)
"""What may be inserted into a body: a new kind is a function and a line here."""
