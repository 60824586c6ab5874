"""The article's own words in other clothes: all of it is text of the body."""

import re
from collections.abc import Callable
from functools import partial

from .choices import choice
from .second import around_words, drawn, told, untold
from .sheet import Sheet
from .words import Text

INLINE = choice(
    "second.inline",
    none=(30, "seen", "as the first hand prints paragraphs"),
    drop_cap=(1, "inferred", "the first letter in a span: class first-letter on the blog"),
    new_window=(1, "custom", "'(opens in new window)' for screen readers within a link"),
    svg_title=(1, "custom", "an icon with a title within a link"),
    glossary=(1, "custom", "a term that is a button, with its hidden explanation"),
    abbr=(1, "custom", "an abbr with a title"),
    zero_width=(1, "custom", "zero-width spaces and joiners pasted in with the text"),
    soft=(1, "custom", "soft hyphens"),
    highlight=(1, "custom", "the highlight element of an annotating extension"),
    font=(1, "custom", "font, nobr and u elements of an old editor"),
    run_in=(1, "custom", "a heading run in: bold words that open the paragraph"),
    br=(1, "custom", "a line break between two sentences"),
    right_to_left=(1, "custom", "direction marks between the words"),
)
PROSE = choice(
    "second.prose",
    none=(24, "seen", "nothing but what the first hand prints"),
    box=(1, "seen", "a text box of the paper's, 'Box 1. ...', in a div"),
    indent=(1, "custom", "an indented paragraph within a div"),
    columns=(1, "custom", "two columns of paragraphs"),
    details=(1, "custom", "an open details element: its summary is a heading"),
    numbered=(1, "custom", "paragraphs that open with their number"),
    lead_in=(1, "custom", "a paragraph that ends in a colon before a list"),
    lexical_list=(
        1,
        "inferred",
        "a nested list as the editor of the site writes it: an item that holds the list only",
    ),
    labelled=(1, "custom", "list items that open with a bold label"),
    split_list=(1, "custom", "a numbered list divided by a picture, with start"),
    roles=(1, "custom", "divs with the roles of a list and its items"),
    brief=(1, "custom", "a paragraph of two words"),
    opener=(2, "custom", "a paragraph that opens as the page's own lines do: 'Published ...', 'Notes ...'"),
    takeaways=(1, "seen", "'Key Takeaways' and a list that opens the paper"),
    italics=(1, "custom", "a whole paragraph in italics amid the text"),
    linked=(1, "custom", "a paragraph that opens and ends with a link"),
    after_list=(1, "custom", "text behind a list in the same element, without one of its own"),
)
FIRST = choice(
    "second.first",
    none=(40, "seen", "a paragraph opens the text"),
    epigraph=(1, "custom", "a quotation that is not in the text"),
    letter=(1, "custom", "a salutation"),
    italics=(1, "custom", "an opening paragraph in italics"),
    picture=(1, "custom", "a picture and its caption"),
    anchor=(1, "custom", "an empty anchor and an empty paragraph"),
    introduction=(1, "seen", "the heading 'Introduction' or 'Executive Summary'"),
)
LAST = choice(
    "second.last",
    none=(24, "seen", "the text ends as the first hand prints it"),
    correction=(2, "seen", "'Correction: ...', the author's word like an update"),
    grant=(1, "measured", "thanks for a grant: an acknowledgment"),
    originally=(1, "custom", "'This article was originally published in ...'"),
    opinion=(1, "custom", "that the views are the author's alone: a disclaimer"),
    bios=(2, "inferred", "a note in italics about each of several authors"),
    translated=(1, "custom", "who translated it, in italics: a credit"),
    copyright_=(1, "custom", "'© OUTLET. Reprinted with permission': a credit"),
    end_mark=(1, "custom", "a square that closes the text"),
    full_text=(1, "custom", "a paragraph that is one link to the text elsewhere"),
    rule=(1, "custom", "a rule and an empty paragraph"),
    disclaimer=(1, "custom", "the disclaimer, though the page prints it again below the tags"),
)
RUN = choice(
    "second.run",
    none=(30, "seen", "paragraphs one after the other"),
    chapters=(1, "custom", "a section around each heading and what follows"),
    accordion=(1, "custom", "an open details element around each heading and what follows"),
    word=(1, "custom", "paragraphs pasted from a word processor"),
    styled=(1, "custom", "a span with the styles of another page within each paragraph"),
    unclosed=(1, "custom", "paragraphs without end tags"),
    empty=(1, "custom", "paragraphs of a space or a line break between the others"),
    double=(1, "seen", "fragments like <p><p>..</p></p>, as in 2018"),
    comments=(1, "seen", "HTML comments that hold markup between the paragraphs"),
    back=(1, "custom", "'Back to top' after each heading's part"),
    anchors=(1, "custom", "an anchor before each heading and a '#' in it"),
    wrapped=(1, "custom", "two more divs around all"),
    leaf_divs=(1, "custom", "each paragraph in a div of its own"),
)
HEADING = choice(
    "second.heading",
    none=(30, "seen", "h3 and h4"),
    role=(1, "custom", "a div with the role of a heading"),
    h5=(1, "custom", "an h5"),
    marked=(1, "custom", "an h3 within a header, with a line of small print"),
    styled=(1, "custom", "a paragraph whose class says heading"),
)
SPEAKER = choice(
    "second.speaker",
    none=(3, "seen", "the name and its colon in bold before the words"),
    br=(1, "seen", "a line break after the name: it is a line of its own in a text of such a page"),
    outside=(1, "custom", "the colon outside of the bold"),
    initials=(1, "custom", "initials"),
    italics=(1, "custom", "the name in italics"),
)
Made = tuple[str, list[str]]
OPENERS = (
    "Published figures from the northern locks show that half of the barges wait for more than a day.",
    "Notes from the yard suggest that the pumps were older than anybody in the office had believed.",
    "Related work by the provincial auditors came to the opposite conclusion within the same month.",
    "Translated into tons, the promise amounts to four barges and a half for every village on the bank.",
    "Edited minutes of the meeting leave out the one sentence that everybody in the room remembers.",
    "About the author of the decree nothing is known, except that she once kept the harbor’s books.",
    "Subscribe to the harbor’s own bulletin and the same figures appear three weeks later.",
    "Read more closely, the decree forbids nothing that the pilots had ever wanted to do.",
    "Listen to the pilots, and the reform sounds like a quarrel about who keeps the lamps.",
    "Photo archives of the canal show the same crane in the same place for sixty years.",
    "Tags on the containers were changed twice in the spring, and nobody wrote the numbers down.",
    "Sources close to the commission expect that the tariff will be forgotten before it is repealed.",
    "Comments from the towns were collected for a year and read in an afternoon.",
    "Share of blame aside, the two ministries had read the same report and drawn the same map.",
    "By Tuesday, the ferries ran again, and nobody asked what the three weeks had cost.",
    "Source: that is the word which the auditors wrote beside every figure that they could not explain.",
    "Program officers in the capital learned of the flood from the newspapers, like everybody else.",
    "March 3, 2020, was the last day on which all of the four ferries left the harbor on time.",
)


def draw_inline(sheet: Sheet) -> str:
    """What happens within the paragraphs of this page."""
    return drawn(sheet, INLINE, but=_not_inline(sheet))


def inline(sheet: Sheet, value: str, text: Text, *, first: bool) -> Text:
    """A paragraph's inside, and what a reader sees of it (record: Text)."""
    html, said = text.html, text.said
    if value == "none" or (value == "drop-cap" and not (first and html[:1].isalpha())):
        return text
    if value == "run-in":
        words = sheet.hand.one(sheet.language.sections)
        return Text(f"<strong>{sheet.says(words)}.</strong> {html}", f"{words}. {said}") if first else text
    return Text(_INLINE[value](html), said)


def _not_inline(sheet: Sheet) -> set[str]:
    but: set[str] = set()
    if sheet.language.gap != " ":
        but |= {"new-window", "svg-title", "glossary", "abbr", "highlight", "font", "br", "run-in"}
    if sheet.language.code in {"ar", "hi", "zh"}:
        but |= {"soft", "drop-cap"}
    return but if sheet.language.code == "ar" else but | {"right-to-left"}


def _between_letters(html: str, mark: str) -> str:
    """The mark within the first long word."""
    return re.sub(r"(?<![<&/\w=\"])(\w{3})(\w{4,})(?![^<]*>)", rf"\1{mark}\2", html, count=1)


_INLINE: dict[str, Callable[[str], str]] = {
    "drop-cap": lambda html: f'<span class="drop-cap">{html[0]}</span>{html[1:]}',
    "new-window": lambda html: around_words(
        html,
        '<a href="https://example.org/1" target="_blank">{}<span class="sr-only"> (opens in new window)</span></a>'.format,
    ),
    "svg-title": lambda html: around_words(
        html,
        '<a href="https://example.org/1">{}<svg viewBox="0 0 8 8"><title>External link</title></svg></a>'.format,
    ),
    "glossary": lambda html: around_words(
        html,
        '<button type="button" class="term" aria-describedby="term-1">{}</button>'
        '<span id="term-1" role="tooltip" hidden>What the pilots call it</span>'.format,
    ),
    "abbr": lambda html: around_words(html, '<abbr title="As the pilots call it">{}</abbr>'.format),
    "zero-width": lambda html: _between_letters(html, "\u200b") + "\ufeff",
    "soft": lambda html: _between_letters(html, "&shy;"),
    "highlight": lambda html: around_words(
        html, '<hypothesis-highlight class="hypothesis-highlight">{}</hypothesis-highlight>'.format
    ),
    "font": lambda html: (
        f'<font face="Georgia" size="2">{around_words(html, "<nobr><u>{}</u></nobr>".format)}</font>'
    ),
    "br": lambda html: html.replace(". ", ".<br>", 1) if "<" not in html else html,
    "right-to-left": lambda html: "\u200f" + html + "\u200f",
}


def draw_speaker(sheet: Sheet) -> str:
    return drawn(sheet, SPEAKER, fits=sheet.kind == "qa" and bool(sheet.people))


def speaker(sheet: Sheet, value: str, name: str, text: Text) -> Text:
    """A paragraph of an interview, with the name of its speaker."""
    colon = sheet.language.colon.strip()
    gap = " " if sheet.language.colon.endswith(" ") or value == "br" else ""
    name = "".join(part[0] for part in name.split()) if value == "initials" else name
    label = {
        "outside": f"<strong>{sheet.says(name)}</strong>{colon}{gap}",
        "br": f"<strong>{sheet.says(name)}{colon}</strong><br>",
        "italics": f"<em>{sheet.says(name)}{colon}</em>{gap}",
    }.get(value, f"<strong>{sheet.says(name)}{colon}</strong>{gap}")
    return Text(label + text.html, f"{name}{colon}{gap}{text.said}")


def prose(sheet: Sheet) -> list[Made]:
    """A block amid the text. It is the article's own prose, so all of it is body (record: Body)."""
    value = drawn(
        sheet, PROSE, fits=sheet.kind != "event", but=untold(sheet, ("box", "brief")) | _not_prose(sheet)
    )
    if value == "none":
        return []
    many = [sheet.prose.opened() for _ in range(3)]
    return [_PROSE[value](sheet, many, [sheet.prose.markup(each) for each in many])]


def _not_prose(sheet: Sheet) -> set[str]:
    return set() if sheet.language.code == "en" else {"opener", "takeaways"}


def _p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _box(sheet: Sheet, words: list[str], html: list[str]) -> Made:
    return f'<div class="box"><h4>{told(sheet, "box")}</h4>{_p(*html)}</div>', words


def _numbered(_: Sheet, words: list[str], html: list[str]) -> Made:
    return (
        _p(*(f"{place}. {each}" for place, each in enumerate(html, 1))),
        [f"{place}. {each}" for place, each in enumerate(words, 1)],
    )


def _lead_in(sheet: Sheet, words: list[str], html: list[str]) -> Made:
    stop, colon = sheet.language.stop, sheet.language.colon.strip()
    first = words[0].removesuffix(stop) + colon
    return f"<p>{html[0].removesuffix(stop)}{colon}</p><ul><li>{html[1]}</li><li>{html[2]}</li></ul>", [
        first,
        *words[1:],
    ]


def _labelled(sheet: Sheet, words: list[str], html: list[str]) -> Made:
    labels = sheet.hand.some(sheet.language.sections, 2, 2)
    colon = sheet.language.colon.strip()
    gap = " " if sheet.language.colon.endswith(" ") else ""
    items = [
        f"<li><strong>{sheet.says(label)}{colon}</strong>{gap}{text}</li>"
        for label, text in zip(labels, html, strict=False)
    ]
    return f"<ul>{''.join(items)}</ul>", [
        f"{label}{colon}{gap}{text}" for label, text in zip(labels, words, strict=False)
    ]


def _linked(_: Sheet, words: list[str], html: list[str]) -> Made:
    first, last = (f'<a href="https://example.org/{n}">{html[n]}</a>' for n in (0, 2))
    return f"<p>{first} {html[1]} {last}</p>", [" ".join(words)]


_PROSE: dict[str, Callable[[Sheet, list[str], list[str]], Made]] = {
    "box": _box,
    "indent": lambda _, words, html: (
        f'<div class="indent"><p style="margin-left: 40px">{html[0]}</p></div>',
        words[:1],
    ),
    "columns": lambda _, words, html: (
        f'<div class="grid grid-cols-2"><div>{_p(*html[:2])}</div><div>{_p(html[2])}</div></div>',
        words,
    ),
    "details": lambda sheet, words, html: (
        f"<details open><summary>{sheet.says(sheet.language.sections[0])}</summary>{_p(*html)}</details>",
        words,
    ),
    "numbered": _numbered,
    "lead-in": _lead_in,
    "lexical-list": lambda _, words, html: (
        f'<ul class="list-bullet"><li value="1">{html[0]}</li><li class="nestedListItem" style="list-style-type: none" '
        f'value="2"><ul class="list-bullet"><li value="1">{html[1]}</li></ul></li><li value="2">{html[2]}</li></ul>',
        words,
    ),
    "labelled": _labelled,
    "split-list": lambda _, words, html: (
        f'<ol><li>{html[0]}</li></ol><figure><img src="/f.png" alt=""></figure>'
        f'<ol start="2"><li>{html[1]}</li><li>{html[2]}</li></ol>',
        words,
    ),
    "roles": lambda _, words, html: (
        f'<div role="list">{"".join(f"<div role=listitem>{each}</div>" for each in html)}</div>',
        words,
    ),
    "brief": lambda sheet, *_: (f"<p>{told(sheet, 'brief')}</p>", [told(sheet, "brief")]),
    "opener": lambda sheet, *_: (f"<p>{(said := sheet.hand.one(OPENERS))}</p>", [said]),
    "takeaways": lambda _, words, html: (
        f"<h3>Key Takeaways</h3><ul><li>{html[0]}</li><li>{html[1]}</li><li>{html[2]}</li></ul>",
        words,
    ),
    "italics": lambda _, words, html: (f"<p><em>{html[0]}</em></p>", words[:1]),
    "linked": _linked,
    "after-list": lambda _, words, html: (
        f"<div><ul><li>{html[0]}</li><li>{html[1]}</li></ul>{html[2]}</div>",
        words,
    ),
}


def first(sheet: Sheet) -> list[Made]:
    """What opens the rich text."""
    but = untold(sheet, ("letter",))
    value = drawn(sheet, FIRST, fits=sheet.kind not in {"event", "qa", "media"}, but=but)
    words = sheet.prose.sentence()
    html = sheet.prose.markup(words)
    quotation = sheet.prose.quotations(1)[0] if value == "epigraph" else ""
    made: dict[str, Made] = {
        "none": ("", []),
        "epigraph": (
            f'<blockquote class="epigraph"><p>{sheet.says(quotation)}</p></blockquote>',
            [quotation],
        ),
        "letter": (f"<p>{told(sheet, 'letter')}</p>", [told(sheet, "letter")]),
        "italics": (f"<p><em>{html}</em></p>", [words]),
        "picture": (f'<figure><img src="/f.png" alt=""><figcaption>{html}</figcaption></figure>', []),
        "anchor": ('<a id="top" name="top"></a><p></p><p>&nbsp;</p>', []),
        "introduction": (
            f"<h3>{'Executive Summary' if sheet.language.code == 'en' else sheet.says(sheet.language.sections[0])}</h3>",
            [],
        ),
    }
    return [made[value]] if made[value][0] else []


def last(sheet: Sheet) -> list[Made]:
    """What closes the text, after what the first hand closes it with."""
    value = drawn(sheet, LAST, fits=sheet.kind not in {"event", "podcast"}, but=_not_last(sheet))
    if value == "none":
        return []
    said = (
        told(sheet, value).format(outlet="Northern Ledger")
        if value in {"correction", "grant", "originally", "opinion"}
        else ""
    )
    if value in {"correction", "grant"}:  # record: acknowledgments and updates are the author's words
        return [(f"<p><em>{sheet.says(said)}</em></p>", [said])]
    if value == "bios":
        sheet.undecided.add("bios")
        return [(f"<p><em>{' '.join(sheet.says(person.bio) for person in sheet.people)}</em></p>", [])]
    if value == "disclaimer":
        return [(f"<p>{sheet.label('disclaimer')}</p>", [])]
    who = sheet.prose.person().name
    return [
        (
            _LAST.get(value, f"<p><em>{sheet.says(said)}</em></p>").format(
                sheet.label("translated"), sheet.says(who)
            ),
            [],
        )
    ]


def _not_last(sheet: Sheet) -> set[str]:
    but = untold(sheet, ("correction", "grant", "originally", "opinion"))
    if len(sheet.people) < 2:
        but |= {"bios"}
    return but if sheet.language.code == "en" else but | {"copyright", "full-text"}


_LAST = {
    "translated": "<p><em>{} {}.</em></p>",
    "copyright": "<p>© 2026 Northern Ledger. Reprinted with permission.</p>",
    "end-mark": "<p>■</p>",
    "full-text": '<p><a href="https://ledger.example.org/port">Read the full article at the Northern Ledger</a></p>',
    "rule": "<hr><p><br></p>",
}


def headings(sheet: Sheet, words: list[str]) -> list[str]:
    """Headings in another form, or none. Headings are no prose (record: Not in it)."""
    form = {
        "role": '<div role="heading" aria-level="3">{}</div>',
        "h5": "<h5>{}</h5>",
        "marked": "<header><h3>{}</h3></header>",
        "styled": '<p class="heading-3"><strong>{}</strong></p>',
    }.get(drawn(sheet, HEADING))
    return [form.format(sheet.says(each)) for each in words] if form else []


def draw_run(sheet: Sheet, html: str) -> Callable[[str], str]:
    """What is done to each run of the rich text, whose whole markup is given."""
    return partial(_RUNS[drawn(sheet, RUN, but=_not_run(sheet, html))], sheet)


def _not_run(sheet: Sheet, html: str) -> set[str]:
    but = set() if re.search("<h[234]>", html) else {"chapters", "accordion", "back", "anchors"}
    if not told(sheet, "back"):
        but |= {"back"}
    if not re.search("<p>", html):
        but |= {"word", "styled", "unclosed", "empty", "double", "comments", "leaf-divs"}
    return but


def _by_heading(html: str, opening: str, closing: str) -> str:
    """Something around each heading of the text with what follows; one within a box divides nothing."""
    first, parts = "", list[str]()
    for part in re.split("(?=<h[234]>)", html):
        before = parts[-1] if parts else first
        if not part.startswith("<h") or _is_open(before):
            first, parts = (first, [*parts[:-1], before + part]) if parts else (before + part, [])
        else:
            parts.append(part)
    return first + "".join(f"{opening}{part}{closing}" for part in parts)


def _is_open(html: str) -> bool:
    """Whether an element that can hold headings is open at the end."""
    around = "div|section|aside|article|form|header|details|figure|blockquote|li|td"
    return len(re.findall(rf"<(?:{around})\b", html)) > len(re.findall(rf"</(?:{around})>", html))


def _accordion(_: Sheet, html: str) -> str:
    made = _by_heading(html, "<details open>", "</details>")
    return re.sub(r"<details open>(<h[234]>.*?</h[234]>)", r"<details open><summary>\1</summary>", made)


def _word(_: Sheet, html: str) -> str:
    made = html.replace("<p>", '<p class="MsoNormal"><span lang="EN-US">')
    return re.sub(
        r'(<p class="MsoNormal"><span lang="EN-US">(?:(?!</p>).)*)</p>',
        r"\1<o:p></o:p></span></p>",
        made,
        flags=re.S,
    )


def _styled(_: Sheet, html: str) -> str:
    style = '<p style="text-align: justify;"><span style="font-family: Arial; font-size: 11pt;">'
    return re.sub(r"<p>((?:(?!</p>).)*)</p>", rf"{style}\1</span></p>", html, flags=re.S)


_RUNS: dict[str, Callable[[Sheet, str], str]] = {
    "none": lambda _, html: html,
    "chapters": lambda _, html: _by_heading(html, '<section class="chapter">', "</section>"),
    "accordion": _accordion,
    "word": _word,
    "styled": _styled,
    "unclosed": lambda _, html: re.sub(r"</p>(\s*)(?=<p[ >])", r"\1", html),
    "empty": lambda _, html: re.sub(r"</p>\s*<p>", "</p><p>&nbsp;</p><p><br></p><p>", html),
    "double": lambda _, html: html.replace("<p>", "<p><p>", 1).replace("</p>", "</p>\n</p>", 1),
    "comments": lambda _, html: html.replace("<p>", "<!-- <p>An old paragraph.</p> --><p>"),
    "back": lambda sheet, html: _by_heading(html, "", f'<p><a href="#top">{told(sheet, "back")}</a></p>'),
    "anchors": lambda _, html: re.sub(
        r"<(h[234])>(.*?)</\1>",
        r'<a name="part"></a><\1 id="part">\2 <a href="#part" aria-label="Link">#</a></\1>',
        html,
    ),
    "wrapped": lambda _, html: f'<div class="content"><div dir="auto">{html}</div></div>',
    "leaf-divs": lambda _, html: re.sub(
        r"<p>((?:(?!</p>).)*)</p>", r'<div class="text-block"><p>\1</p></div>', html, flags=re.S
    ),
}
