"""The author sections, acknowledgments and update lines that close an article."""

from . import second_people as second
from .choices import choice
from .sheet import Sheet
from .words import Person

SECTION = choice(
    "authors.section",
    full=(6, "seen", "name, title, bio of each"),
    no_bio=(3, "measured", "name and title only"),
    no_title=(2, "measured", "name and bio only"),
    name=(1, "custom", "the name alone"),
    none=(3, "measured", "no author section at all"),
)
FORM = choice(
    "authors.form",
    flat=(5, "seen", "name, title and bio one after the other"),
    divs=(3, "custom", "a div for each person"),
    items=(1, "custom", "a list item for each person"),
    headings=(1, "custom", "each name in a heading"),
    portrait=(1, "custom", "a linked picture before each name"),
)
AGAIN = choice(
    "authors.again",
    none=(5, "custom", "once"),
    names=(3, "seen", "the names and titles again before the tags"),
    aside=(2, "measured", "again, in an aside"),
)
RECENT = choice(
    "authors.recent",
    none=(6, "custom", "no other work"),
    recent=(3, "seen", "'Recent Work' with titles of other pieces"),
)
CLOSING = choice(
    "authors.closing",
    none=(7, "custom", "no note about the author in the body"),
    italics=(2, "inferred", "the bio in italics as last paragraph"),
    section=(2, "measured", "migrated: 'About the Author' and the bio within the rich text"),
    thanks=(1, "measured", "the same, with an acknowledgment under that heading"),
)
THANKS = choice(
    "thanks",
    none=(6, "custom", "no acknowledgments"),
    heading=(3, "seen", "a heading and a paragraph in the rich text"),
    italics=(1, "custom", "a paragraph in italics without a heading"),
)
UPDATE = choice(
    "update",
    none=(6, "custom", "never updated"),
    line=(2, "seen", "'Update (DATE): ...' in italics"),
)


def closing(sheet: Sheet) -> list[tuple[str, list[str]]]:
    """What closes the rich text: (markup, paragraphs of the body) each."""
    thanks, update, note = sheet.hand.draw(THANKS), sheet.hand.draw(UPDATE), sheet.hand.draw(CLOSING)
    parts: list[tuple[str, list[str]]] = []
    if thanks != "none" and sheet.kind not in {"event", "podcast"}:
        words = sheet.language.labels["thanks"].format(name=sheet.prose.person().name)
        said = sheet.says(words)
        head = f"<h3>{sheet.label('acknowledgments')}</h3>"
        parts.append((f"{head}<p>{said}</p>" if thanks == "heading" else f"<p><em>{said}</em></p>", [words]))
    if update == "line":
        words = sheet.language.labels["update"].format(date=sheet.language.long_date(sheet.day))
        parts.append((f"<p><em>{sheet.says(words)}</em></p>", [words]))
    if note != "none" and len(sheet.people) == 1 and sheet.kind not in {"event", "podcast"}:
        bio = sheet.says(sheet.people[0].bio)
        form = (
            f"<p><em>{bio}</em></p>" if note == "italics" else f"<h3>{sheet.label('about')}</h3><p>{bio}</p>"
        )
        parts.append((form, []))
        if note == "thanks":
            words = sheet.language.labels["thanks"].format(name=sheet.prose.person().name)
            parts.append((f"<p>{sheet.says(words)}</p>", [words]))
        sheet.bio_in_body = True
    return parts


def section(sheet: Sheet) -> str:
    """ "About the Author" after the body."""
    drawn, form = sheet.hand.draw(SECTION), sheet.hand.draw(FORM)
    recent = sheet.hand.draw(RECENT)
    if not sheet.people or drawn == "none" or sheet.kind in {"event", "podcast"}:
        _expect(sheet, titles=False, bios=False)
        sheet.hand.forget(FORM, RECENT)
        if drawn != "none":
            sheet.hand.forget(SECTION)
        return ""
    _expect(sheet, titles=drawn in {"full", "no-bio"}, bios=drawn in {"full", "no-title"})
    title = "about" if len(sheet.people) == 1 else "about-many"
    other = second.draw_form(sheet)
    if other != "none":
        sheet.hand.forget(FORM)
        form = ""
    people = "".join(_person(sheet, person, drawn, form or other) for person in sheet.people)
    if form == "items":
        people = f"<ul>{people}</ul>"
    head = second.heading(sheet, sheet.label(title))
    return f"{head}{people}{_recent(sheet) if recent == 'recent' else ''}"


def _expect(sheet: Sheet, *, titles: bool, bios: bool) -> None:
    if sheet.kind == "event":
        return
    sheet.expected["titles"] = [person.title if titles else None for person in sheet.people]
    told = bios or sheet.bio_in_body
    sheet.expected["bios"] = [person.bio if told else None for person in sheet.people]
    if "authors" in sheet.undecided and not (titles or bios):
        sheet.undecided |= {"titles", "bios"}  # nothing on the page names them


def _person(sheet: Sheet, person: Person, drawn: str, form: str) -> str:
    if form in second.FORM.values:
        title = sheet.says(person.title) if drawn in {"full", "no-bio"} else ""
        bio = sheet.says(person.bio) if drawn in {"full", "no-title"} else ""
        return second.person(sheet, form, person, title, bio)
    name = sheet.person_link(person)
    if person.outside:
        name = f"<p>{name}</p>"
    if form == "headings":
        name = f"<h4>{sheet.person_link(person)}</h4>"
    if form == "portrait":
        name = f'<a href="{sheet.person_url(person)}"><img src="/p.jpg" alt="{sheet.says(person.name)}"></a>{name}'
    title = f"<p>{sheet.says(person.title)}</p>" if drawn in {"full", "no-bio"} else ""
    bio = f"<p{sheet.dress.cls('text')}>{sheet.says(person.bio)}</p>" if drawn in {"full", "no-title"} else ""
    made = name + title + bio
    if form == "divs":
        return f"<div>{made}</div>"
    return f"<li>{made}</li>" if form == "items" else made


def _recent(sheet: Sheet) -> str:
    title, _, author = sheet.other_card()
    word = sheet.says(sheet.language.types["commentary"])
    return (
        f"<h4>{sheet.label('recent')}</h4><ul><li><article><a href='/posts/x'><span>{word}</span>"
        f"<span>{sheet.says(title)}</span></a><ul><li>{sheet.says(author)}</li></ul></article></li></ul>"
    )


def again(sheet: Sheet) -> str:
    """The second author block, before the tags."""
    drawn = sheet.hand.draw(AGAIN)
    if drawn == "none" or not sheet.people or sheet.kind in {"event", "podcast"}:
        return ""
    sheet.undecided.add("titles")
    people = "".join(
        f"<div><span>{sheet.says(person.name)}</span><span>{sheet.says(person.title)}</span></div>"
        for person in sheet.people
    )
    tag = "aside" if drawn == "aside" else "div"
    return f"<{tag}>{people}</{tag}>"


def speakers(sheet: Sheet) -> str:
    """The speakers of an event."""
    if sheet.kind != "event":
        return ""
    other = second.speakers(sheet)
    if other:
        return other
    rows = "".join(
        f"<div><p>{sheet.says(p.name)}</p><p{sheet.dress.cls('text')}>{sheet.says(p.title)}</p></div>"
        for p in sheet.people
    )
    return f"<section><h3>{sheet.label('speakers')}</h3>{rows}</section>"
