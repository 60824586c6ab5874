"""What is inserted between the paragraphs of a body, each kind by a named rule; the first that takes a line judges it.

A rule sees the whole body (`Body`) and gives the places that it takes. It asks the body for the lines that it can
concern: short ones, links, landmarks, those of a kind.
"""

from __future__ import annotations

from collections import Counter

from carnegie_extract.base.quick import IGNORE_CASE, pattern
from carnegie_extract.base.text import key
from carnegie_extract.lines.body_lines import CLOSE, Body, stretches
from carnegie_extract.lines.buttons import beside_buttons, button, over_button, pager, pdf_button, pdf_heading
from carnegie_extract.lines.captions import caption, number_box, table_source
from carnegie_extract.lines.cards import card, insert_outside_runs, is_loose, related_list
from carnegie_extract.lines.closing import closing_verdict
from carnegie_extract.lines.grammar import is_mostly, is_reading_time, is_reprint_note
from carnegie_extract.lines.judgement import Verdict, Verdicts, upwards
from carnegie_extract.lines.parts import (
    BESIDE_TAGS,
    ITALICS,
    TAGS,
    is_set_in,
    is_whole_name,
    leads_to,
    links_of,
)
from carnegie_extract.lines.people import names_contributor
from carnegie_extract.lines.sections import end_of_box, leads_to_topics
from carnegie_extract.page.dom import ancestors, signature
from carnegie_extract.page.flow import (
    HEADINGS,
    SENTENCE_END,
    Flow,
    Line,
    ends_sentence,
    is_prose,
    is_sentence,
)
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.carnegie import BLOGS, NETWORKS, is_postal_address, leads_elsewhere
from carnegie_extract.words.names import is_name, is_title, split_names
from carnegie_extract.words.vocabulary import (
    LONGEST_LANDMARK,
    at_colon,
    entries,
    is_button,
    is_credit,
    may_have_no_text,
    opens_with,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carnegie_extract.lines.judgement import Role

_LONGEST_TIME = 45
_LONGEST_NAME = 80
_TOPS = ("", "top")
"""Places in every page, whether or not it has an element of the name."""
_MOST_OF_BOX = 4
_CHROME_LINKS = (*TAGS, *BESIDE_TAGS)
_TWEET_CLASS = pattern(r"(?:^|\s)(?:twitter-|instagram-|bluesky-|tiktok-)", IGNORE_CASE)
_MOST_ROWS = 2
"""Lines of links that close a page."""
_DASHES = ("—", "–")
_NEAR = 3
"""Elements around a line in which a quotation is looked for."""
_TWEET_END = pattern(r"[—–-]\s?[^@]{1,60}\(@[\w.@-]{1,60}\)")
_MOST_OF_POST = 4
"""Lines of a post of another network."""
_TIMES = pattern(r"(?:\d{1,2}:\d\d(?::\d\d)?[\s/|·•–-]*)+")
_EDITIONS = entries("editions")
_LEAST_OF_NUMBER = 10
"""Digits of a book's number."""
_LETTERS = pattern(r"[^\W\d_]+")
_MAIL = pattern(r"\w@\w[\w-]*\.\w")


def judge_inserts(body: Body, judged: Verdicts) -> Verdicts:
    """The verdicts of inserted lines that are not judged yet."""
    found: Verdicts = {}
    for rule, role in RULES:
        for at in rule(body):
            if at not in judged and at not in found:
                found[at] = Verdict(role, rule.__name__)
    return found | _closing(body, {**judged, **found})


def _closing(body: Body, judged: Verdicts) -> Verdicts:
    """The verdicts of the last lines whose own words show that they close the page.

    Several lines of links are a list that the author gives.
    """
    found: Verdicts = {}
    for at in upwards(body.start, body.end, judged):
        if body.flow[at].kind in ("figure", "table"):
            continue
        verdict = closing_verdict(body.flow[at])
        if verdict is None:
            break
        found[at] = verdict
    rows = [at for at, verdict in found.items() if verdict.role == "navigation"]
    return found if len(rows) <= _MOST_ROWS else {at: found[at] for at in found if at not in rows}


def author_box(body: Body) -> Iterable[int]:
    """A box about an author: under its heading, or a name, perhaps a title, a bio that begins with the name.

    "More from Ann Lee..." may close it.
    """
    flow, people = body.flow, body.people
    for at in body.worded("about_authors"):
        yield from range(at, end_of_box(flow, at))
    for at, line in body.short:
        name = line.text.partition(BREAK)[0]
        if people.named(name.strip()):
            below = range(at + 1, min(at + 3, body.end))
            bio = next((n for n in below if people.is_bio(flow[n]) or _offers_more_of(body, n)), at)
            if bio == at + 1 or (bio > at and is_title(flow[at + 1].plain)):
                yield from range(at, bio + 1 + _offers_more_of(body, bio + 1))


def _offers_more_of(body: Body, at: int) -> bool:
    """Whether a line leads to other work of an author's: "More from Ann Lee..."."""
    offers = at < body.end and "recent_work" in body.flow.landmarks.get(at, ())
    return offers and any(name in body.flow[at].plain for name in body.people.names)


def author_cards(body: Body) -> Iterable[int]:
    """The last lines of a text where each author's name stands, once, over one line, in an element of the two."""
    flow, places = body.flow, list[int]()
    for at in range(body.last - 2, body.start - 1, -2):
        name, holder = body.people.named(flow[at].plain), flow[at].holder
        if name is None or flow.span(holder) != (at, at + 2):
            break
        places += (at, at + 1)
    return places if any(is_title(flow[at].plain) for at in places) else ()


def podcast_box(body: Body) -> Iterable[int]:
    """A box that offers a podcast or a video on networks: a heading that says so, a sentence, a line of links."""
    over_links = {at - above for at, _ in body.linked for above in range(1, _MOST_OF_BOX)}
    for at, line in body.short if over_links else ():
        start, end = body.flow.span(line.holder) if at in over_links else (0, 0)
        if start != at or not 1 < end - at <= _MOST_OF_BOX or not may_have_no_text(line.plain.split(" ")[0]):
            continue
        links = links_of(body.flow[end - 1])
        short = not body.flow.paragraphs(at, end) or any(key(text) in NETWORKS for text, _ in links)
        if short and links and all(leads_elsewhere(href) for _, href in links):
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
    for first, after in stretches([at for at, line in body.linked if _is_jump(body, line)]):
        headed = first > body.start and "contents" in flow.words_at(first - 1)
        yield from range(first - headed, after)


def _items_below(body: Body, heading: int) -> Iterable[int]:
    """A heading over contents and the items of the list right below it, which are not sentences."""
    after = heading + 1
    while after < body.end and body.flow[after].kind == "li" and not ends_sentence(body.flow[after].text):
        after += 1
    return range(heading, after) if after > heading + 1 else ()


def _is_jump(body: Body, line: Line) -> bool:
    """Whether a line is nothing but links into the page: an entry of a contents list, "Back to top"."""
    links = links_of(line)
    return bool(links) and all(_leads_into(body, href) for _, href in links)


def _leads_into(body: Body, href: str) -> bool:
    """Whether a link leads to a place in the page; browsers that save one write its whole address before."""
    before, mark, place = href.rpartition("#")
    return bool(mark) and (not before or place in _TOPS or place in body.anchors)


def player(body: Body) -> Iterable[int]:
    """Lines of audio and video players, and the times beside them: "0:00", "18:42", "18 min"."""
    yield from body.worded("players")
    for at, line in body.short:
        if len(line.text) > _LONGEST_TIME:
            continue
        is_time = line.text[:1].isdecimal() and _TIMES.fullmatch(line.text) is not None
        if is_time or (line.kind != "li" and is_reading_time(line.plain)):
            yield at


def embed(body: Body) -> Iterable[int]:
    """A post of another network, which signs itself with a handle: a quotation, or an element of few lines."""
    yield from (at for at in body.of_kind("quote") if _is_embed(body.flow, body.flow[at]))
    for at, line in body.short:
        if "(@" not in line.text or _TWEET_END.match(line.text) is None:
            continue
        start, end = body.flow.span(line.holder)
        post = range(start, end) if end == at + 1 and end - start <= _MOST_OF_POST else range(at, at + 1)
        yield from (at,) if _is_whole_text(body, post) else post


def _is_whole_text(body: Body, places: range) -> bool:
    """Whether no prose of a body stands outside of some lines."""
    return all(at in places for at, line in body.lines() if is_prose(line.text))


def _is_embed(flow: Flow, line: Line) -> bool:
    """Whether the quotation that a line stands in has an embed's class, or ends with a handle and a date."""
    if line.node is None:
        return False
    for outer in (line.node, *ancestors(line.node, _NEAR)):
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
    for way in (lines, lines[: -CLOSE - 1 : -1]):
        for at in way:
            line = body.flow[at]
            if not is_credit(line.plain) or ends_sentence(line.text):
                break
            yield at
    yield from (at for at in body.worded("reprints", "ends") if _says_where_it_was(body.flow[at]))
    yield from (at for at, line in body.linked if at in body.last_few and _leads_to_original(line))


def _says_where_it_was(line: Line) -> bool:
    """Whether a line that opens as a note on a reprint is one: short and in italics, or nothing but names."""
    return (len(line.text) <= LONGEST_LANDMARK and is_set_in(line, ITALICS)) or is_reprint_note(line.plain)


def _leads_to_original(line: Line) -> bool:
    """Whether a paragraph is one link to another site, where the piece was published: "Read the full article in …"."""
    links = links_of(line)
    alone = line.kind == "p" and len(links) == 1 and not ends_sentence(line.text)
    return alone and leads_elsewhere(links[0][1])


def series_note(body: Body) -> Iterable[int]:
    """A line that says to which series a piece belongs: in an element of its own, or over the first paragraph."""
    noted = body.worded("series")
    prose = next((at for at, line in body.lines() if is_sentence(line.text)), body.end)
    for at in noted:
        line = body.flow[at]
        alone = body.flow.span(line.holder) == (at, at + 1)
        if at < prose or (alone and not is_sentence(line.text)):
            yield at


def newsletter(body: Body) -> Iterable[int]:
    """A sentence that asks readers to subscribe, in an element that its class sets apart, below a heading perhaps."""
    asking = [(at, line.holder) for at, line in body.short if opens_with("newsletter", line.plain)]
    boxes = [
        (at, box, *body.flow.span(box))
        for at, box in asking
        if box is not None and box.attributes.get("class")
    ]
    holders = (line.holder for _, line in (body.lines() if boxes else ()))
    makes = Counter(signature(holder) for holder in holders if holder is not None)
    for at, box, start, end in boxes:
        headed = start == at - 1 and body.flow[start].kind in HEADINGS
        if end == at + 1 and (start == at or headed) and makes[signature(box)] == end - start:
            yield from range(start, end)


def editions(body: Body) -> Iterable[int]:
    """What the editions of a book cost, with a heading that offers it: "Buy the Book", "Paperback: $19.95"."""
    found = [at for at, line in body.short if _tells_of_edition(line)]
    if not set(body.closing).issubset(found):  # other values of the text stand beside
        found = [at for at in found if at not in body.closing]
    for at in found:
        above = body.flow[at - 1]
        offers = at > body.start and above.kind in HEADINGS and is_button(above.plain)
        yield from range(at - offers, at + 1)


def _tells_of_edition(line: Line) -> bool:
    """Whether a line is nothing but words for a book's edition, its number and what it costs."""
    may_be = len(line.text) <= _LONGEST_NAME and line.kind in ("p", "text", "li")
    if not may_be or not any(map(str.isdecimal, line.text)):
        return False
    words = _LETTERS.findall(key(line.plain))
    if not words or not _EDITIONS.issuperset(words):
        return False
    from unicodedata import category  # noqa: PLC0415  # few pages sell a book

    costs = any(category(char) == "Sc" for char in line.text)
    return costs or sum(map(str.isdigit, line.text)) >= _LEAST_OF_NUMBER


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
    below = line.kind in ("p", "text") and not ends_sentence(line.text)
    return below and is_whole_name(heading.plain)


def attribution(body: Body) -> Iterable[int]:
    """The line below a quotation that says whose it is: "— Review of Budgets"."""
    for at, line in body.short:
        below = line.text[:1] in _DASHES and at > body.start and body.flow[at - 1].kind == "quote"
        if below and line.kind in ("p", "text") and not ends_sentence(line.text):
            yield at


def closing_credits(body: Body) -> Iterable[int]:
    """A closing heading and below it nothing but who did what: "Design: Harbor Studio"; who translated the text."""
    yield from (at for at in body.last_few if names_contributor(body.flow[at].plain))
    values = (at_colon(body.flow[at].plain)[1] for at in body.closing)
    if body.closing and all(is_name(name) for value in values for name in split_names(value)):
        yield from range(body.closing.start - 1, body.last)


def divider(body: Body) -> Iterable[int]:
    """Lines without words: "***"."""
    for at, line in body.short:
        wordless = not line.text[:1].isalnum() and not line.letters
        if wordless and line.kind not in ("figure", "table"):
            yield at


def tags(body: Body) -> Iterable[int]:
    """The tags, where no more of the text follows: no paragraph in an element with others."""
    found = [at for at, line in body.short if line.may_link and leads_to_topics(line)]
    found += [at for at in body.worded("tags") if _are_behind_label(body.flow[at])]
    last = max((at for at, line in body.lines() if found and _is_among_paragraphs(body, line)), default=-1)
    return (at for at in found if at > last)


def _are_behind_label(line: Line) -> bool:
    """Whether links are all that a line says behind a colon: "Share | Tags: Salt, Trade"."""
    links, behind = links_of(line), at_colon(line.plain)[1]
    return bool(links) and bool(behind) and is_mostly(behind, dict(links))


def _is_among_paragraphs(body: Body, line: Line) -> bool:
    """Whether a line is prose in an element that holds several paragraphs."""
    holder = line.holder
    return holder is not None and holder.mem_id in body.holders and is_prose(line.text)


def chrome_link(body: Body) -> Iterable[int]:
    """A line that is nothing but links to topics, people and programs, or, in no paragraph, several to any pages."""
    for at, line in body.linked:
        links = links_of(line) if len(line.text) <= LONGEST_LANDMARK and line.kind not in HEADINGS else []
        several = is_loose(line) and len(links) > 1
        if several or (links and all(leads_to(href, _CHROME_LINKS) for _, href in links)):
            yield at


def contact(body: Body) -> Iterable[int]:
    """Contacts for the press: a line with a mail address, or the address of an office, that is not a sentence."""
    for at, line in body.short:
        if line.text[-1:] in SENTENCE_END:
            continue
        if ("@" in line.text and _MAIL.search(line.text)) or is_postal_address(line.text):
            yield at


def notice(body: Body) -> Iterable[int]:
    """Notices of the institution to its readers."""
    return body.worded("notices")


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
    (editions, "box"),
    (contributor, "credit"),
    (caption, "caption"),
    (number_box, "box"),
    (table_source, "credit"),
    (embed, "embed"),
    (outlet, "outlet"),
    (series_note, "box"),
    (newsletter, "newsletter"),
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
