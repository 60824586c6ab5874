"""The sections about authors and an event's speakers, as others set them."""

from .choices import choice
from .second import drawn, told, untold
from .sheet import Sheet
from .words import Person

FORM = choice(
    "second.authors",
    none=(20, "seen", "as the first hand prints them"),
    one_line=(1, "custom", "name in bold, comma and title in one paragraph, then the bio"),
    br=(1, "custom", "name and title in one paragraph, a line break between them"),
    social=(1, "custom", "links to networks and mail after each bio"),
    full_bio=(1, "custom", "a link 'View full bio' after each bio"),
    expertise=(1, "custom", "'Expertise' and a list after each bio"),
    dl=(1, "custom", "a definition list: name, then title and bio"),
    articles=(1, "custom", "an article element for each person"),
    portraits=(1, "custom", "a figure with the name as its caption, then title and bio"),
    table=(1, "custom", "a table: picture, name with title and bio"),
    linked_all=(1, "custom", "name and title within one link"),
    folded=(1, "custom", "a button 'Read bio' before each bio"),
)
HEADING = choice(
    "second.authors.heading",
    none=(20, "seen", "'About the Author'"),
    contributors=(1, "custom", "'Contributors'"),
    meet=(1, "custom", "'Meet the Authors'"),
    div=(1, "custom", "'About the Author' in a div, no heading"),
)
PLACE = choice(
    "second.authors.place",
    none=(20, "seen", "after the body"),
    above=(1, "measured", "in an aside before the body, where the info boxes stand"),
    column=(1, "custom", "in a div before the body"),
)
SPEAKERS = choice(
    "second.event.speakers",
    none=(2, "seen", "name and title in paragraphs"),
    bios=(1, "seen", "with bios"),
    headings=(1, "custom", "names in headings, linked, with portraits"),
    one_line=(1, "custom", "name in bold, comma and title in one paragraph"),
    moderator=(1, "custom", "the last of them below 'Moderator'"),
    items=(1, "custom", "list items, the title in a span"),
)
EVENT = choice(
    "second.event",
    none=(2, "seen", "facts, text and speakers"),
    register=(1, "custom", "a link to register and one for the calendar"),
    recording=(1, "custom", "a player with its transcript behind a link"),
    agenda=(1, "custom", "a table of hours and sessions"),
    past=(1, "custom", "that registration is closed"),
    map_=(1, "custom", "a map and how to find the place"),
)


def heading(sheet: Sheet, word: str) -> str:
    """The heading above the authors."""
    value = drawn(sheet, HEADING, but=untold(sheet, ("contributors", "meet")))
    if value == "div":
        return f"<div>{word}</div>"
    return f"<h3>{word if value == 'none' else told(sheet, value)}</h3>"


def draw_form(sheet: Sheet) -> str:
    return drawn(sheet, FORM)


def person(sheet: Sheet, form: str, who: Person, title: str, bio: str) -> str:
    """One person: name, and title and bio where the page has them. What is added is neither."""
    link, cls = sheet.person_link(who), sheet.dress.cls("text")
    text = f"<p{cls}>{bio}</p>" if bio else ""
    after = f"<p>{title}</p>{text}" if title else text
    comma, line = (f"{mark}{title}" if title else "" for mark in (", ", "<br>"))
    forms = {
        "one-line": f"<p><strong>{link}</strong>{comma}</p>{text}",
        "br": f"<p>{link}{line}</p>{text}",
        "social": f"<div><p>{link}</p>{after}{_SOCIAL}</div>",
        "full-bio": f'<div><p>{link}</p>{after}<a href="/people/{who.slug}">View full bio</a></div>',
        "expertise": f"<div><p>{link}</p>{after}<h5>Expertise</h5><ul><li>Ports</li><li>Treaties</li></ul></div>",
        "dl": f"<dl><dt>{link}</dt>{after.replace('<p', '<dd').replace('</p', '</dd')}</dl>",
        "articles": f"<article><h4>{link}</h4>{after}</article>",
        "portraits": f'<div><figure><img src="/p.jpg" alt=""><figcaption>{link}</figcaption></figure>{after}</div>',
        "table": f'<table><tbody><tr><td><img src="/p.jpg" alt=""></td><td><p>{link}</p>{after}</td></tr></tbody></table>',
        "linked-all": f'<div><a href="/people/{who.slug}"><span>{sheet.says(who.name)}</span>'
        f"{f'<span>{title}</span>' if title else ''}</a>{text}</div>",
        "folded": f"<div><p>{link}</p>{f'<p>{title}</p>' if title else ''}"
        f"{f'<button aria-expanded=true>Read bio</button>{text}' if bio else ''}</div>",
    }
    return forms[form]


_SOCIAL = (
    '<ul><li><a href="https://x.com/portwatch">@portwatch</a></li><li><a href="https://www.linkedin.com/in/x">LinkedIn</a>'
    '</li><li><a href="mailto:desk@example.org">desk@example.org</a></li></ul>'
)


def place(sheet: Sheet, section: str) -> str:
    return drawn(sheet, PLACE, fits=bool(section))


def speakers(sheet: Sheet) -> str:
    """The speakers of an event, or nothing where the first hand prints them."""
    value = drawn(
        sheet, SPEAKERS, but={"moderator"} if len(sheet.people) < 2 or sheet.language.code != "en" else ()
    )
    if value == "none":
        return ""
    bios = value in {"bios", "headings"}
    sheet.expected["titles"] = [who.title for who in sheet.people]
    sheet.expected["bios"] = [who.bio if bios else None for who in sheet.people]
    rows = [_speaker(sheet, value, who) for who in sheet.people]
    head = f"<h3>{sheet.label('speakers')}</h3>"
    if value == "moderator":
        return f"<section>{head}{''.join(rows[:-1])}</section><section><h3>Moderator</h3>{rows[-1]}</section>"
    if value == "items":
        return f"<section>{head}<ul>{''.join(rows)}</ul></section>"
    return f"<section>{head}{''.join(rows)}</section>"


def _speaker(sheet: Sheet, value: str, who: Person) -> str:
    name, title, bio = sheet.says(who.name), sheet.says(who.title), sheet.says(who.bio)
    return {
        "bios": f"<div><p>{name}</p><p>{title}</p><p>{bio}</p></div>",
        "headings": f'<div><img src="/p.jpg" alt="{name}"><h4><a href="/people/{who.slug}">{name}</a></h4><p>{title}</p><p>{bio}</p></div>',
        "one-line": f"<p><strong>{name}</strong>, {title}</p>",
        "moderator": f"<div><p>{name}</p><p>{title}</p></div>",
        "items": f"<li>{name} <span>{title}</span></li>",
    }[value]


def event(sheet: Sheet) -> str:
    """What else an event's page has: nothing of it is text."""
    value = drawn(sheet, EVENT, fits=sheet.kind == "event" and sheet.language.code == "en")
    return _EVENTS.get(value, "")


_EVENTS = {
    "register": '<div><a href="https://tickets.example.org/1">Register</a><a href="/event.ics">Add to Calendar</a></div>',
    "recording": '<div><iframe src="https://www.youtube.com/embed/x" title="The recording"></iframe>'
    '<a href="/transcript.pdf">Read the transcript</a></div>',
    "agenda": "<table><tbody><tr><td>10:00 AM</td><td>Welcome and coffee</td></tr>"
    "<tr><td>10:15 AM</td><td>The pilots and their ledgers</td></tr></tbody></table>",
    "past": "<div><button disabled>Registration is closed</button></div>",
    "map": '<div><iframe src="https://maps.example.org/1" title="Map"></iframe><a href="https://maps.example.org/1">Get Directions</a></div>',
}
