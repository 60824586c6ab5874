"""The lines around the headline, as others would set them."""

from collections.abc import Callable
from datetime import timedelta

from .choices import choice
from .languages.english import MONTHS
from .second import drawn, told, untold
from .sheet import Sheet

EYEBROW = choice(
    "second.eyebrow",
    none=(40, "seen", "the label alone"),
    breadcrumbs=(1, "custom", "breadcrumbs above, with the headline as their last crumb"),
    series=(1, "custom", "'Part 2 of 4' and a link to the collection"),
    program=(1, "measured", "the program's name, a link, where a blog's name stands"),
    icon=(1, "custom", "an icon whose alt is the label again"),
    topic=(1, "custom", "the first topic, a link, above the headline"),
    comments=(1, "custom", "React's comments between the words of the label"),
)
HEADLINE = choice(
    "second.headline",
    none=(40, "seen", "plain words"),
    em=(1, "custom", "a word in italics"),
    br=(1, "custom", "a line break between its words"),
    soft=(1, "custom", "soft hyphens within its words"),
    link=(1, "custom", "a link to the page itself"),
    nbsp=(1, "custom", "an NBSP before the last word, against widows"),
    balanced=(1, "custom", "the span and script of a line balancer within the heading"),
    words=(1, "custom", "each word in a span, for an animation"),
)
DEK = choice(
    "second.dek",
    none=(40, "seen", "a sentence"),
    no_stop=(1, "custom", "no stop at its end"),
    short=(1, "custom", "four words"),
    two=(1, "seen", "two sentences"),
    br=(1, "custom", "a line break within"),
    strong=(1, "custom", "all of it bold"),
    italics=(1, "custom", "all of it in italics"),
    subtitle=(1, "custom", "a p whose role is doc-subtitle"),
    h4=(1, "custom", "an h4"),
    interview=(1, "custom", "names whom the piece talks to, with a link to that person"),
)
BYLINE = choice(
    "second.byline",
    none=(40, "seen", "as the first hand prints it"),
    portraits=(1, "custom", "a small portrait within each link, whose alt is the name"),
    oxford=(2, "custom", "a comma before 'and'"),
    ampersand=(1, "custom", "two names joined by '&'"),
    bars=(1, "custom", "names joined by bars"),
    colon=(1, "custom", "'Authors:' in place of 'By'"),
    dl=(1, "custom", "a definition list: 'By', the names"),
    address=(1, "custom", "an address element"),
    microdata=(1, "custom", "spans of schema.org's Person, each with a meta"),
    handle=(1, "custom", "the name on another network after each name"),
    affiliation=(1, "custom", "the outside author's institution in brackets"),
    nbsp=(1, "custom", "NBSP within the names"),
    hidden_label=(1, "custom", "'By' for screen readers only"),
    mail=(1, "custom", "an envelope with a title beside each name"),
)
DATE = choice(
    "second.date",
    none=(40, "seen", "as the first hand prints it"),
    colon=(1, "custom", "'Published:'"),
    day_first=(1, "custom", "3 June 2026"),
    ordinal=(1, "custom", "June 3rd, 2026"),
    weekday=(1, "custom", "Wednesday, June 3, 2026"),
    updated=(1, "custom", "the day of an update after it, in the same line"),
    updated_apart=(1, "custom", "the day of an update in a line below"),
    capitals=(1, "custom", "JUN 3, 2026"),
    dotted=(1, "custom", "Jun. 3, 2026"),
    hour=(1, "custom", "with the hour and its zone"),
    iso=(1, "custom", "2026-06-03"),
    double=(3, "inferred", "Arabic months with two names and a slash between them"),
    dl=(1, "custom", "a definition list: 'Published on', the date"),
)
ORDER = choice(
    "second.order",
    none=(40, "seen", "headline, dek, byline, date"),
    date_first=(2, "custom", "the date before the byline"),
    hero_between=(2, "custom", "the picture between dek and byline"),
)
LINES = choice(
    "second.lines",
    none=(40, "seen", "nothing else between dek and byline"),
    cite=(1, "custom", "a box with the citation: names, headline, site, date"),
    cite_hidden=(1, "custom", "the same, hidden until it is asked for"),
    available=(1, "custom", "'Available in:' and links to translations"),
    count=(1, "custom", "a link to the comments with their number"),
    sizes=(1, "custom", "buttons for the size of letters"),
    progress=(1, "custom", "a bar of how much is read"),
    report=(1, "custom", "a link to the PDF with its size"),
    contents=(1, "custom", "'In This Article': jump links in two levels, in a div"),
    listen_on=(1, "custom", "links to services that play the episode"),
    paper_header=(1, "custom", "a header that shows on paper only"),
)
LEVANTINE = (
    *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو"),
    *(
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
)


def eyebrow(sheet: Sheet, label: str) -> str:
    """The label's line, perhaps with another beside it. None of what is added is a type or a blog."""
    value = drawn(sheet, EYEBROW, but=untold(sheet, ("breadcrumbs", "series")) | _not_for_eyebrow(sheet))
    said = sheet.says(sheet.headline)
    cls = sheet.dress.cls("label")
    if value == "breadcrumbs":
        crumbs = f"<li><a href='/research'>{told(sheet, value)}</a></li><li aria-current='page'>{said}</li>"
        return f"<nav aria-label='Breadcrumb'><ol>{crumbs}</ol></nav>{label}"
    if value == "series":
        return f"{label}<div><a href='/collections/x'>Rivers and Harbors</a> <span>{told(sheet, value)}</span></div>"
    if value == "program":
        return f'{label}<a href="/programs/x"{cls}>Rivers and Harbors</a>'
    if value == "icon":
        return label.replace(
            ">", f'><img alt="{sheet.says(sheet.language.types[sheet.kind])}" src="/i.svg">', 1
        )
    if value == "topic":
        if sheet.expected["metadata"] is None:
            sheet.undecided.add("topics")  # of a page without tags
        return f'<a href="/topics/t0"{cls}>{sheet.says(sheet.topics[0])}</a>{label}'
    if value == "comments":
        return label.replace("<span", "<!-- --><span").replace("</span>", "<!-- --></span><!-- -->")
    return label


def _not_for_eyebrow(sheet: Sheet) -> set[str]:
    return {"program"} if sheet.blog else set()


def headline(sheet: Sheet) -> str:
    """The headline's markup; its words stay (record: markup gone, `<br>` a space, zero-width gone)."""
    words = sheet.headline.split(" ")
    value = drawn(sheet, HEADLINE, but=set() if len(words) > 2 else {"em", "br", "nbsp", "words"})
    said = [sheet.says(word) for word in words]
    plain = " ".join(said)
    if value == "soft":
        return " ".join(
            f"{word[:4]}&shy;{word[4:]}" if word.isalpha() and len(word) > 6 else word for word in said
        )
    if value == "balanced":
        script = '<script>self.__wrap_b=(a,b)=>{};self.__wrap_b(":R1:",1)</script>'
        return f'<span data-br=":R1:" data-brr="1" style="display:inline-block">{plain}</span>{script}'
    return {
        "em": " ".join([f"<em>{said[0]}</em>", *said[1:]]),
        "br": " ".join(said[:2]) + "<br>" + " ".join(said[2:]),
        "link": f'<a href="{sheet.url}">{plain}</a>',
        "nbsp": " ".join(said[:-1]) + "&nbsp;" + said[-1],
        "words": " ".join(f"<span>{word}</span>" for word in said),
    }.get(value, plain)


def dek(sheet: Sheet) -> str:
    """The dek in another form, or nothing where the first hand prints it."""
    value = drawn(sheet, DEK, but=untold(sheet, ("short", "interview")) | _not_for_dek(sheet))
    if value == "none":
        return ""
    words, cls = sheet.prose.sentence(), sheet.dress.cls("dek")
    if value == "no-stop":
        words = words.removesuffix(sheet.language.stop)
    if value == "short":
        words = told(sheet, "short")
    if value == "two":
        words = sheet.language.between.join([words, sheet.prose.sentence()])
    said = sheet.says(words)
    if value == "interview":
        person = sheet.prose.person()
        words = told(sheet, "interview").format(name=person.name)
        said = sheet.says(words).replace(person.name, f'<a href="/people/{person.slug}">{person.name}</a>')
    sheet.dek = words
    sheet.expected["dek"] = words
    forms = {
        "br": f"<p{cls}>{said.replace(' ', '<br>', 3).replace('<br>', ' ', 2)}</p>",
        "strong": f"<p{cls}><strong>{said}</strong></p>",
        "italics": f"<p{cls}><em>{said}</em></p>",
        "subtitle": f'<p role="doc-subtitle"{cls}>{said}</p>',
        "h4": f"<h4{cls}>{said}</h4>",
    }
    return forms.get(value, f"<p{cls}>{said}</p>")


def _not_for_dek(sheet: Sheet) -> set[str]:
    return {"br"} if sheet.language.gap != " " else set()


def byline(sheet: Sheet, links: list[str], joined: str) -> str:
    """The byline in another form, or nothing where the first hand prints it."""
    value = drawn(sheet, BYLINE, but=_not_for_byline(sheet))
    names = [person.name for person in sheet.people]
    by, cls = sheet.label("by"), sheet.dress.cls("byline")
    if value in {"oxford", "ampersand", "bars"}:
        join = {"oxford": ", ", "ampersand": " & ", "bars": " | "}[value]
        sheet.expected["byline"] = _listed(names, join, value)
        return f"<p{cls}>{by} {_listed(links, join.replace('&', '&amp;'), value)}</p>"
    if value in {"portraits", "microdata", "handle", "mail", "nbsp", "affiliation"}:
        for place, person in enumerate(sheet.people):
            made = _name(value, sheet.says(person.name), links[place], outside=person.outside)
            joined = joined.replace(links[place], made, 1)
        if value in {"handle", "affiliation"}:
            sheet.undecided |= {"byline", "titles"}
        return f"<p{cls}>{by} {joined}</p>"
    if value == "none":
        return ""
    return {
        "colon": f"<p{cls}><strong>{told(sheet, 'colon')}</strong> {joined}</p>",
        "dl": f"<dl{cls}><dt>{by}</dt><dd>{joined}</dd></dl>",
        "address": f"<address{cls}>{by} {joined}</address>",
        "hidden-label": f"<p{cls}>{sheet.dress.hidden('span', by + ' ')}{joined}</p>",
    }[value]


def _not_for_byline(sheet: Sheet) -> set[str]:
    but = untold(sheet, ("colon",))
    many, language = len(sheet.people), sheet.language
    if many < 3 or language.code != "en":
        but |= {"oxford"}
    if many != 2 or language.code == "zh":
        but |= {"ampersand"}
    if many < 2 or language.code == "zh":
        but |= {"bars"}
    if not any(person.outside for person in sheet.people) or language.code != "en":
        but |= {"affiliation"}
    return but


def _listed(names: list[str], join: str, value: str) -> str:
    if value == "oxford":
        return join.join(names[:-1]) + ", and " + names[-1]
    return join.join(names)


def _name(value: str, name: str, link: str, *, outside: bool) -> str:
    """A name with what stands about it. None of that is a name (record: authors are names alone)."""
    if value == "portraits":
        return link.replace(name, f'<img alt="{name}" src="/p.jpg" width="32">{name}')
    if value == "microdata":
        person = 'itemprop="author" itemscope itemtype="https://schema.org/Person"'
        return f'<span {person}><meta itemprop="jobTitle" content="Fellow"><span itemprop="name">{link}</span></span>'
    if value == "handle":
        return f'{link} <a href="https://x.com/portwatch">@portwatch{len(name)}</a>'
    if value == "mail":
        return f'{link}<a href="mailto:desk@example.org"><svg><title>Email the author</title></svg></a>'
    if value == "nbsp":
        return link.replace(name, name.replace(" ", "&nbsp;"))
    return f"{link} (Estuary Institute)" if outside else link


def date(sheet: Sheet) -> str:
    """The line of the date in another form, or nothing. The day that counts is that of publication."""
    value = drawn(sheet, DATE, but=_not_for_date(sheet))
    if value == "none":
        return ""
    cls, published = sheet.dress.cls("date"), sheet.label("published")
    short = sheet.language.short_date(sheet.day)
    later = sheet.language.short_date(sheet.day + timedelta(days=6))
    update = f"{told(sheet, 'updated')} {later}"
    if value in {"updated", "updated-apart"}:
        between = " | " if value == "updated" else f"</p><p{cls}>"
        return f"<p{cls}>{published} {short}{between}{update}</p>"
    if value == "colon":
        return f"<p{cls}><span>{told(sheet, 'published-colon')}</span> {short}</p>"
    if value == "dl":
        return f"<dl{cls}><dt>{published}</dt><dd>{short}</dd></dl>"
    return f"<p{cls}>{published} {_day(sheet, value)}</p>"


def _not_for_date(sheet: Sheet) -> set[str]:
    but = set() if told(sheet, "published-colon") else {"colon"}
    if not told(sheet, "updated"):
        but |= {"updated", "updated-apart"}
    if sheet.language.code != "en":
        but |= {"day-first", "ordinal", "weekday", "capitals", "dotted", "hour"}
    return but if sheet.language.code == "ar" else but | {"double"}


def _day(sheet: Sheet, value: str) -> str:
    day = sheet.day
    month = MONTHS[day.month - 1]
    if value == "double":
        return f"{day.day} {LEVANTINE[day.month - 1]} {day.year}"
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "day-first": f"{day.day} {month} {day.year}",
        "ordinal": f"{month} {day.day}{ending}, {day.year}",
        "weekday": f"{day:%A}, {month} {day.day}, {day.year}",
        "capitals": f"{month[:3].upper()} {day.day}, {day.year}",
        "dotted": f"{month[:3]}{'.' if month != 'May' else ''} {day.day}, {day.year}",
        "hour": f"{month[:3]} {day.day}, {day.year}, 9:00 a.m. EDT",
        "iso": day.isoformat(),
    }[value]


def order(sheet: Sheet) -> str:
    return drawn(sheet, ORDER, fits=bool(sheet.people) and sheet.kind != "event")


def between(sheet: Sheet) -> str:
    """Another line between dek and byline; none of it is dek, byline or text (record: buttons, jump links)."""
    but = untold(sheet, ("available", "contents")) | _not_for_lines(sheet)
    value = drawn(sheet, LINES, but=but)
    return _LINES[value](sheet)


def _not_for_lines(sheet: Sheet) -> set[str]:
    but = set() if told(sheet, "cite") and sheet.people else {"cite", "cite-hidden"}
    if not told(sheet, "full-report"):
        but |= {"report"}
    return but


def _citation(sheet: Sheet) -> str:
    names = ", ".join(person.name for person in sheet.people)
    day = sheet.language.long_date(sheet.day)
    return sheet.says(
        f"{names}, “{sheet.headline},” Carnegie Endowment for International Peace, {day}, {sheet.url}."
    )


def _cite(sheet: Sheet) -> str:
    return f"<div><h4>{told(sheet, 'cite')}</h4><p>{_citation(sheet)}</p><button>Copy</button></div>"


def _cite_hidden(sheet: Sheet) -> str:
    return f"<button>{told(sheet, 'cite')}</button>" + sheet.dress.hidden("div", f"<p>{_citation(sheet)}</p>")


def _report(sheet: Sheet) -> str:
    sheet.expected.setdefault("pdf", f"{sheet.host}/static/files/port.pdf")
    return f'<p><a href="{sheet.host}/static/files/port.pdf">{told(sheet, "full-report")}</a></p>'


def _contents(sheet: Sheet) -> str:
    first, second, third = sheet.hand.some(sheet.language.sections, 3, 3)
    inner = f'<ol><li><a href="#part-2">{sheet.says(second)}</a></li></ol>'
    return (
        f'<div><p>{told(sheet, "contents")}</p><ol><li><a href="#part-1">{sheet.says(first)}</a>{inner}</li>'
        f'<li><a href="#part-3">{sheet.says(third)}</a></li></ol></div>'
    )


_LINES: dict[str, Callable[[Sheet], str]] = {
    "none": lambda _: "",
    "cite": _cite,
    "cite-hidden": _cite_hidden,
    "available": lambda sheet: (
        f"<p>{told(sheet, 'available')} <a href='/fr/x'>Français</a>, <a href='/ar/x'>العربية</a></p>"
    ),
    "count": lambda sheet: f'<p><a href="#comments">{sheet.label("comments")} (12)</a></p>',
    "sizes": lambda _: (
        "<ul><li><button>A−</button></li><li><button>A</button></li><li><button>A+</button></li></ul>"
    ),
    "progress": lambda _: '<div role="progressbar" aria-valuenow="0"><span>0%</span></div>',
    "report": _report,
    "contents": _contents,
    "listen-on": lambda _: (
        "<ul><li><a href='https://podcasts.apple.com/x'>Apple Podcasts</a></li>"
        "<li><a href='https://open.spotify.com/x'>Spotify</a></li></ul>"
    ),
    "paper-header": lambda sheet: (
        f'<div class="hidden print:block"><p>{sheet.says(sheet.headline)}</p>'
        f"<p>{sheet.label('carnegie')}</p></div>"
    ),
}
