"""A page of 2024 or later, put together from its parts."""

import json

from . import authors, second_frame, second_people, tail
from .body import body_2024
from .choices import choice
from .head import head, opening
from .header import header, type_label
from .metadata import metadata
from .notes import draw_notes, notes_list
from .sheet import Sheet

MAIN = choice(
    "frame.main",
    main=(8, "measured", "a main element"),
    div=(2, "custom", "a div with role main"),
    plain=(1, "custom", "plain divs"),
    article=(1, "custom", "an article within main"),
)
PROMO = choice(
    "frame.promo",
    nav=(5, "seen", "a card of another new piece in the nav, before all else"),
    none=(3, "custom", "no card"),
    main=(1, "custom", "a card of another piece at the top of main"),
)
PAYLOAD = choice(
    "frame.payload",
    none=(3, "custom", "no scripts"),
    flight=(4, "relied on", "self.__next_f.push repeats the text in scripts"),
)


def _promo(sheet: Sheet) -> str:
    _, teaser, author = sheet.other_card()
    second = sheet.prose.person().name
    return (
        f"<div{sheet.dress.cls('promo')}><p{sheet.dress.cls('text')}>{sheet.says(teaser)}</p>"
        f"<ul><li>{sheet.says(author)}, </li><li>{sheet.says(second)}</li><li>+8</li></ul></div>"
    )


def _top(promo: str, block: str, place: str) -> str:
    in_nav = block if place == "nav" else ""
    after = block if place == "header" else ""
    return (
        '<header class="sticky top-0"><nav aria-label="Main"><ul><li><a href="/en/research">Research</a></li>'
        '<li><a href="/en/emissary">Emissary</a></li></ul><a href="/"><img alt="Carnegie lettermark logo" src="/m.svg"></a>'
        f'<ul><li><a href="https://donate.carnegieendowment.org/support">Donate</a></li></ul>{promo}{in_nav}</nav>{after}</header>'
    )


def site_page(sheet: Sheet) -> str:
    """The whole document."""
    sheet.expected["type"] = type_label(sheet).casefold()
    place, block = metadata(sheet)
    lines = header(sheet)
    notes = draw_notes(sheet)
    text = second_frame.column(sheet, body_2024(sheet, notes))
    section = authors.section(sheet)
    people = f"<section{sheet.dress.cls('authors')}>{section}</section>" if section else ""
    listed = "" if notes.place == "in-body" or not notes.listed else notes_list(notes)
    if listed:
        tag = "aside" if notes.place == "aside" else "section"
        listed = f"<{tag}{sheet.dress.cls('notes')}>{listed}</{tag}>"
    place_of_people = second_people.place(sheet, people)
    if place_of_people != "none":
        tag = "aside" if place_of_people == "above" else "div"
        lines, people = f"{lines}<{tag}>{section}</{tag}>", ""
    after = listed + people if notes.place == "before-authors" else people + listed
    end = tail.tail(sheet)
    after = authors.speakers(sheet) + sheet.early + after + authors.again(sheet) + end
    after = second_people.event(sheet) + after
    drawn = sheet.hand.draw(PROMO)
    promo = "" if drawn == "none" else _promo(sheet)
    top = _top(promo if drawn == "nav" else "", block, place)
    first = (promo if drawn == "main" else "") + (block if place not in {"nav", "header"} else "")
    stream = second_frame.draw_stream(sheet)
    if stream in {"nested", "outer-first"}:
        text = second_frame.streamed(sheet, stream, text)
    if stream == "after":
        after = second_frame.streamed(sheet, stream, after)
    body_top, main_top = second_frame.top(sheet)
    inside = main_top + first + lines + text + after
    if stream == "all":
        inside = second_frame.streamed(sheet, stream, inside)
    main = {
        "main": f"<main>{inside}</main>",
        "div": f'<div role="main">{inside}</div>',
        "plain": f"<div><div>{inside}</div></div>",
        "article": f"<main><article>{inside}</article></main>",
    }[sheet.hand.draw(MAIN)]
    ending = tail.footer(sheet) + "".join(sheet.deferred) + _payload(sheet)
    start = opening(sheet) + head(sheet)
    frame = "{}" if sheet.layout == "site-2026" else '<div id="__nuxt">{}</div>'
    page = start + "<body>" + frame.format(body_top + top + main + ending) + "</body></html>"
    return second_frame.head_streamed(page) if stream == "head" else page


def _payload(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(PAYLOAD)
    if sheet.layout != "site-2026":
        sheet.hand.forget(PAYLOAD)
    if drawn == "none" or sheet.layout != "site-2026":
        return ""
    rows = [json.dumps(["$", "p", None, {"children": words}]) for words in sheet.body[:4]]
    pushed = "".join(f"<script>self.__next_f.push({json.dumps([1, row])})</script>" for row in rows)
    return "<script>(self.__next_f=self.__next_f||[]).push([0])</script>" + pushed.replace("</p", "<\\/p")
