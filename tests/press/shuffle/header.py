"""The lines around the headline on pages of 2024 and later: label, dek, byline, date and the like."""

from . import second_header as second
from .choices import choice
from .languages.english import MONTHS
from .sheet import Sheet

LABEL = choice(
    "header.label",
    spans=(6, "seen", "type and blog in two spans above the headline"),
    paragraphs=(2, "custom", "in two paragraphs"),
    links=(2, "custom", "the blog's name is a link"),
    one_line=(1, "custom", "type and blog in one line with a bar between"),
    after=(1, "custom", "below the headline"),
)
LEVEL = choice(
    "header.level",
    h2=(6, "seen", "an h2, with no h1 on the page"),
    h1=(4, "inferred", "an h1"),
    h3=(0.7, "custom", "an h3"),
)
NESTING = choice(
    "header.nesting",
    plain=(7, "seen", "the headline's words directly in the heading"),
    span=(2, "custom", "in a span within the heading"),
    hgroup=(1, "custom", "in an hgroup"),
)
REPEATED = choice(
    "header.repeated",
    once=(8, "seen", "the header stands once"),
    sticky_before=(1, "custom", "a bar that sticks repeats the title before the header"),
    sticky_after=(1, "custom", "a bar that sticks repeats the title after the header"),
    widths=(1, "custom", "the header twice, for narrow and for wide screens"),
)
DEK = choice(
    "header.dek",
    p=(8, "seen", "a paragraph under the headline"),
    div=(2, "custom", "a div"),
    h3=(1, "custom", "a heading of a lower level"),
    richtext=(2, "inferred", "in rich text of its own, with the classes of the body"),
    twice=(1, "custom", "twice, for narrow and for wide screens"),
    em=(1, "custom", "with italics in it"),
    link=(1, "custom", "with a link in it"),
    none=(2, "seen", "no dek"),
)
BYLINE = choice(
    "header.byline",
    inline=(6, "seen", "'By' as text before the links, joined by ' and ' or ', '"),
    pieces=(3, "inferred", "React's comments between the pieces"),
    spans=(2, "custom", "each name in a span"),
    label_apart=(2, "inferred", "the label in an element of its own"),
    list_=(2, "measured", "list items with the commas in them"),
    title=(1, "custom", "the title in the line, after the name"),
    title_span=(1, "custom", "the title in a span below each name"),
    initials=(1, "custom", "initials in place of a portrait, aria-hidden"),
    popover=(1, "custom", "a hidden card with name, title and bio beside each name"),
    editor=(1, "measured", "'NAME, ed.'"),
    edited=(1, "custom", "'Edited by NAME' alone"),
    translator=(1, "custom", "a line 'Translated by NAME' below"),
    none=(1, "seen", "no byline, as on press releases"),
)
DATE = choice(
    "header.date",
    apart=(6, "seen", "'Published on' and the date in text nodes apart"),
    joined=(3, "measured", "label and date in one text node"),
    time=(2, "custom", "a time element with a datetime attribute"),
    bare=(2, "custom", "without a label"),
    one_line=(2, "custom", "byline, date and reading time in one line"),
)
BETWEEN = choice(
    "header.between",
    copied=(6, "seen", "'Link Copied' of the share button"),
    none=(2, "custom", "nothing"),
    minutes=(1, "custom", "a reading time"),
    languages=(1, "custom", "a language switch"),
    audio=(1, "custom", "an audio player with its caption"),
    print_=(1, "custom", "Print and share buttons"),
    icons=(1, "custom", "icons that are aria-hidden, with a letter in them"),
    networks=(1, "custom", "links to share with networks"),
)
OUTLET = choice(
    "header.outlet",
    body=(4, "seen", "the outlet opens the body"),
    below=(2, "inferred", "the outlet's name in a line below the byline"),
)
HERO = choice(
    "header.hero",
    above=(6, "seen", "picture and credit before the label"),
    below=(2, "custom", "picture and credit after the header"),
    source_apart=(2, "measured", "'Source' and ': Getty' in text nodes apart"),
    bare=(1, "measured", "bare 'iStock'"),
    caption=(2, "seen", "a whole caption that ends in a credit"),
    required=(1, "seen", "the literal words REQUIRED IMAGE"),
    none=(2, "inferred", "no picture"),
)
INFO = choice(
    "header.info",
    none=(5, "seen", "no info box"),
    blog=(3, "seen", "'Blog', its name, a text, 'Learn More'"),
    program=(3, "seen", "'Program', its name, a text, 'Learn More'"),
    links=(2, "measured", "'Additional Links' with PDF buttons in an aside"),
    links_relative=(1, "custom", "the same, with a relative address"),
)
WRAPPER = choice(
    "header.wrapper",
    div=(6, "custom", "the header's lines in a div"),
    header=(3, "custom", "in a header element"),
    none=(2, "custom", "directly in main"),
    deep=(1, "custom", "each line within two more divs"),
)


def joined(sheet: Sheet, names: list[str]) -> str:
    """As the site joins names: two by 'and', more by commas."""
    if len(names) == 2:
        gap = "" if sheet.language.code == "zh" else " "
        return f"{names[0]}{gap}{sheet.label('and')}{gap}{names[1]}"
    return ("，" if sheet.language.code == "zh" else "، " if sheet.language.code == "ar" else ", ").join(
        names
    )


def printed_date(sheet: Sheet) -> str:
    if sheet.layout == "site-2026":
        return sheet.language.short_date(sheet.day)
    return sheet.language.long_date(sheet.day)


def _byline(sheet: Sheet) -> tuple[str, str]:
    """The line as it opens, and as it closes: between them a date may stand in the same line."""
    drawn = sheet.hand.draw(BYLINE)
    sheet.expected["authors"] = [person.name for person in sheet.people]
    sheet.expected["byline"] = joined(sheet, [person.name for person in sheet.people]) or None
    if not sheet.people or sheet.kind == "event":
        sheet.expected["byline"] = None
        sheet.hand.forget(BYLINE)
        return "", ""
    links = [sheet.person_link(person) for person in sheet.people]
    if drawn == "none":
        sheet.expected["byline"] = None
        sheet.undecided.add("authors")
        return "", ""
    other = second.byline(sheet, links, joined(sheet, links))
    if other:
        sheet.hand.forget(BYLINE)
        return other, "second"
    return getattr(_Bylines(sheet, links), drawn.strip("_").replace("-", "_"))(), drawn


class _Bylines:
    """One method for each form of a byline."""

    def __init__(self, sheet: Sheet, links: list[str]) -> None:
        self.sheet, self.links = sheet, links
        self.by = sheet.label("by")

    def _p(self, inside: str) -> str:
        return f"<p{self.sheet.dress.cls('byline')}>{inside}</p>"

    def inline(self) -> str:
        return self._p(f"{self.by} {joined(self.sheet, self.links)}")

    def pieces(self) -> str:
        inside = joined(self.sheet, [f"<!-- -->{link}<!-- -->" for link in self.links])
        return self._p(f"{self.by}<!-- --> {inside}")

    def spans(self) -> str:
        inside = joined(self.sheet, [f"<span>{link}</span>" for link in self.links])
        return self._p(f"<span>{self.by} </span>{inside}")

    def label_apart(self) -> str:
        return (
            f"<div{self.sheet.dress.cls('byline')}><div>{self.by}</div>"
            f"<div>{joined(self.sheet, self.links)}</div></div>"
        )

    def list(self) -> str:
        last = len(self.links) - 1
        items = "".join(
            f"<li>{link}{', ' if place < last else ''}</li>" for place, link in enumerate(self.links)
        )
        self.sheet.undecided.add("byline")
        return f"<div{self.sheet.dress.cls('byline')}><span>{self.by}</span><ul>{items}</ul></div>"

    def title(self) -> str:
        person = self.sheet.people[0]
        if len(self.links) > 1:
            return self.inline()
        self.sheet.undecided |= {"byline", "titles"}
        return self._p(f"{self.by} {self.links[0]}, {self.sheet.says(person.title)}")

    def title_span(self) -> str:
        self.sheet.undecided |= {"byline", "titles"}
        items = "".join(
            f"<div>{link}<span>{self.sheet.says(person.title)}</span></div>"
            for link, person in zip(self.links, self.sheet.people, strict=True)
        )
        return f"<div{self.sheet.dress.cls('byline')}><span>{self.by}</span>{items}</div>"

    def initials(self) -> str:
        marks = [
            f'<span aria-hidden="true">{person.first[0]}{person.last[0]}</span>'
            for person in self.sheet.people
        ]
        return self._p("".join(marks) + f" {self.by} {joined(self.sheet, self.links)}")

    def popover(self) -> str:
        people = self.sheet.people
        cards = [
            link
            + self.sheet.dress.hidden(
                "span",
                f"{self.sheet.says(person.name)} {self.sheet.says(person.title)} {self.sheet.says(person.bio)}",
                ' role="tooltip"',
            )
            for link, person in zip(self.links, people, strict=True)
        ]
        return self._p(f"{self.by} {joined(self.sheet, cards)}")

    def editor(self) -> str:
        names = [*self.links[:-1], f"{self.links[-1]}, {self.sheet.label('editor')}"]
        self.sheet.undecided.add("byline")
        return self._p(f"{self.by} {joined(self.sheet, names)}")

    def edited(self) -> str:
        self.sheet.undecided.add("byline")
        return self._p(f"{self.sheet.label('edited')} {joined(self.sheet, self.links)}")

    def translator(self) -> str:
        who = self.sheet.says(self.sheet.prose.person().name)
        self.sheet.undecided.add("byline")
        return self.inline() + f"<p>{self.sheet.label('translated')} {who}</p>"


def byline_and_date(sheet: Sheet, order: str) -> str:
    """The byline, then the date, or both in one line."""
    byline, form = _byline(sheet)
    drawn, day = sheet.hand.draw(DATE), printed_date(sheet)
    published = sheet.label("published")
    cls = sheet.dress.cls("date")
    sheet.expected["date"] = sheet.day.isoformat()
    gap = "" if sheet.language.code == "zh" else " "
    if sheet.kind == "event":
        sheet.hand.forget(DATE)
        return byline + _event_facts(sheet)
    if drawn == "one-line" and form == "inline":
        minutes = sheet.label("minutes", n=sheet.hand.rng.randint(4, 19))
        return byline.removesuffix("</p>") + f" · {published}{gap}{day} · {minutes}</p>"
    if drawn == "one-line":
        sheet.hand.settle(DATE, "bare")
    other = second.date(sheet)
    if other:
        sheet.hand.forget(DATE)
    dates = {
        "apart": f"<div{cls}><span>{published}</span>{gap}<span>{day}</span></div>",
        "joined": f"<div{cls}>{published}{gap}{day}</div>",
        "time": f'<p{cls}>{published}{gap}<time datetime="{sheet.day.isoformat()}">{day}</time></p>',
        "bare": f"<p{cls}>{day}</p>",
        "one-line": f"<p{cls}>{day}</p>",
    }
    date = other or dates[drawn]
    return date + byline if order == "date-first" else byline + date


EVENT_DAY = choice(
    "event.day",
    one=(5, "seen", "one day: 'Fri, April 17th, 2026'"),
    two=(2, "inferred", "two days: the first counts"),
    plain=(2, "custom", "as the language prints dates"),
)
EVENT_PLACE = choice(
    "event.place",
    online=(4, "seen", "'Live Online'"),
    address=(2, "custom", "a postal address"),
    none=(1, "custom", "no place"),
)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _event_facts(sheet: Sheet) -> str:
    day, place = sheet.hand.draw(EVENT_DAY), sheet.hand.draw(EVENT_PLACE)
    printed = sheet.language.long_date(sheet.day)
    if sheet.language.code == "en" and day != "plain":
        month = MONTHS[sheet.day.month - 1]
        weekday = sheet.language.weekdays[sheet.day.weekday()][:3]
        printed = f"{weekday}, {month} {_ordinal(sheet.day.day)}, {sheet.day.year}"
        if day == "two" and sheet.day.day < 28:
            printed = f"{month} {sheet.day.day}–{sheet.day.day + 1}, {sheet.day.year}"
    lines = [printed, "10:00 AM - 10:45 AM (EDT)"]
    if place != "none":
        lines.append(sheet.label("online" if place == "online" else "place"))
    return "<div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"


def dek(sheet: Sheet) -> str:
    """The line under the headline."""
    drawn, dress = sheet.hand.draw(DEK), sheet.dress
    if drawn == "none":
        sheet.expected["dek"] = None
        return ""
    other = second.dek(sheet)
    if other:
        sheet.hand.forget(DEK)
        return other
    words = sheet.dek = sheet.prose.sentence()
    sheet.expected["dek"] = words
    said, cls = sheet.says(words), dress.cls("dek")
    first, _, rest = said.partition(" ")
    forms = {
        "p": f"<p{cls}>{said}</p>",
        "div": f"<div{cls}>{said}</div>",
        "h3": f"<h3{cls}>{said}</h3>",
        "richtext": f"<div{dress.cls('richtext')}><p>{said}</p></div>",
        "twice": f"<p{dress.cls('dek', 'md:hidden')}>{said}</p><p{dress.cls('dek', 'hidden md:block')}>{said}</p>",
        "em": f"<p{cls}><em>{first}</em> {rest}</p>" if rest else f"<p{cls}>{said}</p>",
        "link": f'<p{cls}><a href="/x">{first}</a> {rest}</p>' if rest else f"<p{cls}>{said}</p>",
    }
    return forms[drawn]


def type_label(sheet: Sheet) -> str:
    words = sheet.language.types[sheet.kind]
    return words.lower() if sheet.layout == "site-2024" else words


def _label(sheet: Sheet, drawn: str) -> str:
    words, cls = sheet.says(type_label(sheet)), sheet.dress.cls("label")
    blog = sheet.says(sheet.blog or "")
    if drawn == "paragraphs":
        return f"<p{cls}>{words}</p>" + (f"<p{cls}>{blog}</p>" if blog else "")
    if drawn == "one-line":
        return f"<p{cls}>{words}{' | ' + blog if blog else ''}</p>"
    if drawn == "links" and blog:
        return f'<div><span{cls}>{words}</span><a href="/blog"{cls}>{blog}</a></div>'
    return f"<div><span{cls}>{words}</span>" + (f"<span{cls}>{blog}</span>" if blog else "") + "</div>"


def _between(sheet: Sheet) -> str:
    share = sheet.label("share")
    forms = {
        "copied": f'<button aria-label="{share}"><svg></svg></button>'
        f'<div role="status">{sheet.label("copied")}</div>',
        "none": "",
        "minutes": f"<p>{sheet.label('minutes', n=7)}</p>",
        "languages": '<ul><li><a href="/en/x" hreflang="en">English</a></li>'
        '<li><a href="/ru/x" hreflang="ru">Русский</a></li></ul>',
        "audio": f"<div><p>{sheet.label('listen')}</p><audio controls src='/a.mp3'></audio><span>0:00 / 12:31</span></div>",
        "print": f"<div><button>{sheet.label('print')}</button><button>{share}</button></div>",
        "icons": '<div><i aria-hidden="true">f</i><i aria-hidden="true">t</i><i aria-hidden="true">in</i></div>',
        "networks": "<ul><li><a href='https://www.facebook.com/sharer?u=x'>Facebook</a></li>"
        "<li><a href='https://twitter.com/intent/tweet?u=x'>X</a></li>"
        "<li><a href='mailto:?body=x'>Email</a></li></ul>",
    }
    return forms[sheet.hand.draw(BETWEEN)]


def _hero(sheet: Sheet) -> tuple[str, bool]:
    drawn, cls = sheet.hand.draw(HERO), sheet.dress.cls("hero")
    logo = '<img alt="Attribution logo" src="/a.svg">'
    picture = f'<img src="{_picture()}" alt="">'
    credit = sheet.language.labels["credit"]
    if drawn == "none":
        return "", True
    if drawn == "required":
        return f"<figure{cls}>{logo}<figcaption>REQUIRED IMAGE</figcaption></figure>", True
    inside = sheet.says(credit)
    if drawn == "source-apart" and sheet.language.code == "en":
        inside = "<span>Source</span>: Getty"
    elif drawn == "bare":
        credit = inside = "iStock"
    elif drawn == "caption":
        credit = sheet.prose.sentence() + " (Photo by Ottilie Vance/Getty Images)"
        inside = sheet.says(credit)
    sheet.expected["credit"] = credit
    return f"<figure{cls}>{logo}{picture}<figcaption>{inside}</figcaption></figure>", drawn != "below"


def _outlet(sheet: Sheet) -> str:
    if not sheet.outlet or sheet.hand.draw(OUTLET) == "body":
        return ""
    sheet.outlet_in_header = True
    return f"<p>{sheet.outlet}</p>"


def _picture() -> str:
    return "https://assets.carnegieendowment.org/_/eyJrZXkiOiJzdGF0aWMvbWVkaWEvaW1hZ2VzL3BvcnQuanBnIn0="


def _info(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(INFO)
    if drawn == "none":
        return ""
    if drawn.startswith("links"):
        host = "" if drawn == "links-relative" else "https://carnegieendowment.org"
        sheet.expected["pdf"] = "https://carnegieendowment.org/static/files/port.pdf"
        return f'<aside><p>Additional Links</p><a href="{host}/static/files/port.pdf">Full Text</a></aside>'
    name = (sheet.blog or "Emissary") if drawn == "blog" else "Rivers and Harbors"
    text = sheet.says(sheet.prose.sentence())
    return (
        f"<aside{sheet.dress.cls('info')}><p>{sheet.label(drawn)}</p><h3>{name}</h3>"
        f'<p{sheet.dress.cls("text")}>{text}</p><a href="/more">{sheet.label("learn")}</a></aside>'
    )


def header(sheet: Sheet) -> str:
    """All of it, with the hero image and the info boxes."""
    hand = sheet.hand
    level, nesting, place = hand.draw(LEVEL), hand.draw(NESTING), hand.draw(LABEL)
    words = second.headline(sheet)
    inside = f"<span>{words}</span>" if nesting == "span" else words
    heading = f"<{level}{sheet.dress.cls('headline')}>{inside}</{level}>"
    if nesting == "hgroup":
        heading = f"<hgroup>{heading}</hgroup>"
    label = second.eyebrow(sheet, _label(sheet, place))
    lines = [heading, label] if place == "after" else [label, heading]
    lines += [dek(sheet), _between(sheet), second.between(sheet)]
    order = second.order(sheet)
    hero, first = _hero(sheet)
    if order == "hero-between":
        hand.forget(HERO)
        lines, hero = [*lines, hero], ""
    lines += [byline_and_date(sheet, order), _outlet(sheet)]
    made = _wrapped(sheet, [line for line in lines if line])
    repeated = hand.draw(REPEATED)
    bar = f"<div{sheet.dress.cls('bar', 'sticky top-0')}><span>{words}</span></div>"
    if repeated == "widths":
        made = f'<div class="md:hidden">{made}</div><div class="hidden md:block">{made}</div>'
    made = (bar if repeated == "sticky-before" else "") + made + (bar if repeated == "sticky-after" else "")
    return (hero + made if first else made + hero) + _info(sheet)


def _wrapped(sheet: Sheet, lines: list[str]) -> str:
    drawn = sheet.hand.draw(WRAPPER)
    if drawn == "deep":
        return "<div><div>" + "".join(f"<div><div>{line}</div></div>" for line in lines) + "</div></div>"
    if drawn == "none":
        return "".join(lines)
    return f"<{drawn}{sheet.dress.cls('header')}>{''.join(lines)}</{drawn}>"
