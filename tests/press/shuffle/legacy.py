"""Pages of the generations before 2024."""

from . import second_legacy as second
from .body import body_legacy
from .choices import choice
from .head import legacy_head, opening
from .notes import draw_notes, notes_list
from .sheet import Sheet

DATE = choice(
    "legacy.date",
    padded=(4, "seen", "August 06, 2019, with a zero, or February 19, 2019"),
    plain=(2, "custom", "without the zero"),
    weekday=(1, "seen", "Thursday, December 05, 2019"),
)
AUTHORS = choice(
    "legacy.authors",
    links=(7, "seen", "links to experts, a comma and two NBSP between"),
    plain=(2, "seen", "bare text: no expert page"),
)
DEK = choice(
    "legacy.dek",
    summary=(7, "seen", "after a hidden 'Summary:'"),
    plain=(2, "custom", "without that word"),
    none=(2, "custom", "no summary"),
)
NEWSLETTER = choice(
    "legacy.newsletter",
    none=(3, "custom", "none"),
    form=(4, "seen", "a form with its own h3 and p before the body"),
)
COMMENTS = choice(
    "legacy.comments",
    none=(3, "custom", "no comments"),
    some=(4, "seen", "readers' comments with names and dates after the body"),
)
RELATED = choice(
    "legacy.related",
    zone_2=(4, "seen", "related pieces with later dates in zone 2"),
    none=(2, "custom", "nothing"),
    in_body=(1, "relied on", ".related-pubs within the body"),
)
PDF = choice(
    "legacy.pdf",
    none=(5, "custom", "no PDF"),
    download=(2, "relied on", "a.analytics-download"),
)
TOPICS = choice(
    "legacy.topics",
    some=(5, "seen", ".related-topics, or a.tag on blogs"),
    none=(2, "custom", "none"),
)
BANNER = choice(
    "legacy.banner",
    none=(3, "custom", "before April 2022"),
    ministry=(2, "relied on", "after April 2022: the ministry's order"),
    collection=(1, "relied on", "after April 2022: 'This website is a collection of work ...'"),
)
CREDIT = choice(
    "legacy.credit",
    source=(5, "seen", "'Source: Getty' in div.photo-caption"),
    none=(3, "custom", "none"),
)


def legacy_page(sheet: Sheet) -> str:
    """The whole document, in the shape of its layout."""
    sheet.expected["metadata"] = None
    notes = draw_notes(sheet)
    parts = _Parts(sheet)
    parts.draw()
    text = body_legacy(sheet, notes)
    if notes.listed and notes.place != "in-body":
        text += notes_list(notes)
    text = second.body(sheet, text)
    parts.body = text + (parts.related if parts.related_place == "in-body" else "")
    page = {
        "legacy-publication": _publication,
        "legacy-report": _report,
        "legacy-blog": _blog,
        "carnegie-ru": _carnegie_ru,
        "politika-2022": _politika,
        "carnegie-mec": _arabic,
        "era-b": _era_b,
    }[sheet.layout](sheet, parts)
    sheet.undecided |= {"titles", "bios"}
    return second.framed(sheet, opening(sheet) + legacy_head(sheet) + page + "</html>")


class _Parts:
    """The markup of the parts that layouts share."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.body = ""

    def draw(self) -> None:
        sheet, hand = self.sheet, self.sheet.hand
        self.headline = sheet.says(sheet.headline)
        self.date = self._date()
        self.authors = self._authors()
        self.dek = self._dek()
        self.type = sheet.says(sheet.language.types[sheet.kind])
        self.newsletter = self._newsletter() if hand.draw(NEWSLETTER) == "form" else ""
        self.comments = self._comments() if hand.draw(COMMENTS) == "some" else ""
        self.related_place = hand.draw(RELATED)
        self.related = self._related() if self.related_place != "none" else ""
        self.pdf = hand.draw(PDF) == "download"
        self.topics = hand.draw(TOPICS) == "some"
        self.credit = hand.draw(CREDIT) == "source"

    def _date(self) -> str:
        sheet, form = self.sheet, self.sheet.hand.draw(DATE)
        sheet.expected["date"] = sheet.day.isoformat()
        printed = sheet.language.long_date(sheet.day)
        if sheet.language.code == "en" and form != "plain":
            month, rest = printed.split(" ", 1)
            printed = f"{month} {sheet.day.day:02}, {sheet.day.year}" if rest else printed
            if form == "weekday":
                printed = f"{sheet.language.weekdays[sheet.day.weekday()]}, {printed}"
        return printed

    def _authors(self) -> str:
        sheet = self.sheet
        form = sheet.hand.draw(AUTHORS)
        sheet.expected["authors"] = [person.name for person in sheet.people]
        names = [person.name for person in sheet.people]
        sheet.expected["byline"] = ", ".join(names) or None
        if sheet.layout in {"carnegie-ru", "politika-2022", "legacy-blog"}:
            sheet.undecided.add("byline")
        if form == "plain":
            return ",&nbsp;&nbsp;".join(sheet.says(name) for name in names)
        links = [f'<a href="/experts/{person.slug}">{sheet.says(person.name)}</a>' for person in sheet.people]
        other = second.authors(sheet, links, sheet.people)
        if other:
            return other
        return ",&nbsp;&nbsp;".join(links)

    def _dek(self) -> str:
        sheet, form = self.sheet, self.sheet.hand.draw(DEK)
        sheet.expected["dek"] = None
        if form == "none":
            return ""
        sheet.dek = sheet.expected["dek"] = sheet.prose.sentence()
        hidden = '<strong class="visuallyhidden">Summary:</strong>&nbsp; ' if form == "summary" else ""
        return hidden + sheet.says(sheet.dek)

    def _newsletter(self) -> str:
        text = self.sheet.says(self.sheet.prose.sentence())
        return (
            '<div class="panel from-right slide-in no-print"><form><h3>Sign up for updates</h3>'
            f"<p>{text}</p><input name=email><button>Sign Up</button></form></div>"
        )

    def _comments(self) -> str:
        made = "".join(
            f'<div class="comment component"><div class="comment-author">{name}</div>'
            f'<small class="comment-time">{date}</small>'
            f'<div class="comment-content"><p>{self.sheet.says(self.sheet.prose.sentence())}</p></div></div>'
            for name, date in (("Wren", "August 09, 2020"), ("Mr. Tidal", "August 10, 2020"))
        )
        return f'<div class="comment-wrapper no-print"><h4>{self.sheet.label("comments")}<span>(2)</span></h4><div class="comments">{made}</div></div>'

    def _related(self) -> str:
        titles = "".join(
            f'<li><a href="/2020/01/0{n}/x-pub-7{n}">{self.sheet.says(self.sheet.prose.headline())}</a></li>'
            for n in range(1, 4)
        )
        return f'<div class="related-pubs"><h4>{self.sheet.label("related")}</h4><ul>{titles}</ul></div>'

    def caption(self, cls: str = "photo-caption") -> str:
        if not self.credit:
            return ""
        self.sheet.expected["credit"] = self.sheet.language.labels["credit"]
        return f'<div class="{cls}">{self.sheet.label("credit")}</div>'

    def download(self) -> str:
        other = second.download(self.sheet)
        if other or not self.pdf:
            return other
        self.sheet.expected["pdf"] = f"{self.sheet.host}/files/port_2019.pdf"
        return f'<a class="analytics-download" href="{self.sheet.host}/files/port_2019.pdf">{self.sheet.label("pdf")}</a>'

    def topic_list(self) -> str:
        if not self.topics:
            self.sheet.expected["topics"] = []
            return ""
        self.sheet.expected["topics"] = self.sheet.topics
        items = "".join(
            f'<li><a href="/topic/{n}">{self.sheet.says(word)}</a></li>'
            for n, word in enumerate(self.sheet.topics)
        )
        return f'<div class="related-topics"><ul>{items}</ul></div>'

    def zone_2(self) -> str:
        if self.related_place != "zone-2":
            return ""
        return f'<div class="zone-2"><h4>Recent Analysis</h4>{self.related}<p>March 03, 2021</p></div>'


_MENU = (
    '<div id="header" class="header-wrap"><ul><li><a href="/">Home</a></li><li><a href="/topics">Issues</a></li>'
    '<li><a href="/experts">Experts</a></li></ul></div>'
)
_FOOTER = '<div class="footer"><p>&copy; 2020 All Rights Reserved</p><ul><li><a href="/about">About</a></li></ul></div>'


def _publication(sheet: Sheet, parts: _Parts) -> str:
    sheet.expected["type"] = sheet.language.types[sheet.kind].casefold()
    byline = f'<div class="post-author">{parts.authors}</div>' if parts.authors else ""
    dek = f'<div class="zone-title__summary">{parts.dek}</div>' if parts.dek else ""
    return (
        f'<body class="washington show doc78407 docType40 {sheet.language.code}">{_MENU}'
        '<div class="zone-title banded"><div class="container-headline foreground">'
        f'<h1 class="headline">{parts.headline}</h1>{byline}'
        f'<div class="post-date"><ul class="clean-list">{second.dated(sheet, parts.date, parts.type)}</ul></div></div>'
        f'{parts.caption()}{dek}{parts.download()}</div><div class="zone-main">{parts.newsletter}'
        f'<div class="zone-1"><div class="article-body">{parts.body}</div>'
        f'<div class="doc-end">End of document</div>{parts.topic_list()}</div>{parts.comments}</div>'
        f"{parts.zone_2()}{_FOOTER}</body>"
    )


def _report(sheet: Sheet, parts: _Parts) -> str:
    sheet.undecided |= {"type", "dek", "byline"}
    byline = f'<div class="meta-heading">{parts.authors}</div>' if parts.authors else ""
    return (
        f'<body class="washington show {sheet.language.code}">{_MENU}<div class="zone-title">'
        f'<h1 class="headline">{parts.headline}</h1>{byline}'
        f'<div class="meta pub-meta"><ul><li>Published {parts.date}</li></ul></div>{parts.download()}'
        f'<div class="zone-title__summary">{parts.dek}</div></div>'
        f'<div class="zone-main"><div class="zone-1"><div class="article-body">{parts.body}</div>'
        f'<div class="doc-end">End of document</div>{parts.topic_list()}</div></div>{parts.zone_2()}{_FOOTER}</body>'
    )


def _blog(sheet: Sheet, parts: _Parts) -> str:
    sheet.expected["type"] = None
    code = {"China Financial Markets": "cfm", "Diwan": "diwan"}.get(sheet.blog or "", "se")
    people = "".join(
        f'<li><a href="/x/experts/{person.slug}">{sheet.says(person.name)}</a></li>'
        for person in sheet.people
    )
    dek = f'<div class="largest-text">{sheet.says(sheet.dek)}</div>' if sheet.dek else ""
    tags = ""
    sheet.expected["topics"] = []
    if parts.topics:
        sheet.expected["topics"] = sheet.topics
        links = "".join(
            f'<li><a href="/issue/{n}" class="tag">{sheet.says(w)}</a></li>'
            for n, w in enumerate(sheet.topics)
        )
        tags = f'<div class="section divider"><b>{sheet.label("tags")}&nbsp;</b><ul>{links}</ul></div>'
    return (
        f'<body class="washington show">{_MENU}<div class="blog blog-{code} blog-post">'
        f'<a href="/blog" class="blog-zone-title__logo">{sheet.says(sheet.blog or "")}</a>'
        f'<div class="section center"><h1 class="roman-normal-bold">{parts.headline}</h1></div>'
        f'<div class="blog-post__meta"><div class="section large-text"><ul>{people}</ul></div>{dek}'
        f'<ul class="list-across-spaced"><li><div>{parts.date}</div></li>{second.comments(sheet)}</ul></div>'
        f'<div class="zone-1"><div class="article-body first-letter">{parts.body}</div>{tags}{parts.comments}</div>'
        f"{parts.zone_2()}</div>{_FOOTER}</body>"
    )


def _banner(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(BANNER)
    words = {
        "ministry": "В соответствии с распоряжением Министерства юстиции Российской Федерации от 8 апреля 2022 года "
        "здешняя редакция закрыта, а сайт остается архивом.",
        "collection": "This website is a collection of work by the Carnegie Endowment’s global network of scholars "
        "and is no longer kept up.",
    }
    return f'<div class="banner"><p>{words[drawn]}</p></div>' if drawn in words else ""


def _carnegie_ru(sheet: Sheet, parts: _Parts) -> str:
    sheet.undecided |= {"type", "dek", "blog", "topics", "credit"}
    people = ", ".join(
        f'<a class="em" href="/experts/{p.slug}">{sheet.says(p.name)}</a>' for p in sheet.people
    )
    return (
        f'<body class="moscow show ru">{_MENU}{_banner(sheet)}<div class="commentary-detail">'
        f'<h1 class="white-text narrow-line-height">{parts.headline}</h1>{people}'
        f'<div class="smaller-text gutter-half-bottom cyrillic-normal-book">{sheet.day:%d.%m.%Y}</div>'
        f'<a class="russian-text-treatment" href="/rubric">Экономика</a>'
        f'<div class="zone-main"><div class="zone-1"><div class="article-body">{parts.body}</div></div></div></div>'
        f"{parts.zone_2()}{_FOOTER}</body>"
    )


def _politika(sheet: Sheet, parts: _Parts) -> str:
    sheet.undecided |= {"type", "topics"}
    people = ", ".join(
        f'<a class="author" href="/experts/{p.slug}">{sheet.says(p.name)}</a>' for p in sheet.people
    )
    dek = f'<div class="summary">{sheet.says(sheet.dek)}</div>' if sheet.dek else ""
    return (
        f'<body class="politika show {sheet.language.code}">{_MENU}<div class="zone-main"><h1>{parts.headline}</h1>{dek}'
        f'<div class="pub-date">{sheet.language.long_date(sheet.day)}</div>{people}'
        f'<div class="article-body">{parts.body}</div></div>{_FOOTER}</body>'
    )


def _arabic(sheet: Sheet, parts: _Parts) -> str:
    sheet.expected["type"] = sheet.language.types[sheet.kind]
    sheet.undecided.add("byline")
    byline = f'<div class="post-author">{parts.authors}</div>' if parts.authors else ""
    dek = f'<div class="zone-title__summary">{sheet.says(sheet.dek)}</div>' if sheet.dek else ""
    return (
        f'<body class="ar right-to-left">{_MENU}<div class="zone-title">{parts.caption()}'
        f'<ul class="clean-list"><li>{parts.type}</li></ul><h1 class="headline">{parts.headline}</h1>{byline}{dek}'
        f'<div class="post-date">{sheet.label("published")} {parts.date}</div></div>'
        f'<div class="zone-main">{parts.newsletter}<div class="zone-1"><div class="article-body">{parts.body}</div>'
        f"{parts.topic_list()}</div></div>{parts.zone_2()}{_FOOTER}</body>"
    )


def _era_b(sheet: Sheet, parts: _Parts) -> str:
    sheet.undecided |= {"type", "dek", "byline", "topics", "url"}
    return (
        '<body id="ceip" class="english washington"><div id="header"><h1>Carnegie Endowment</h1></div>'
        '<div id="zoneMain" class="show"><div id="zoneTitle" class="containerCols short"><span class="foreground">'
        f'<div id="containerTitle" class="column halfs first"><div id="containerHeadline"><h2><span>{parts.headline}'
        f"</span></h2></div><p>{parts.authors} {parts.type} {parts.date}</p></div></span></div>"
        '<div id="zoneBody" class="containerCols"><span class="foreground">'
        f'<div id="zone1" class="column halfs first">{parts.body}</div>'
        '<div id="zone2" class="column halfs last"><div id="stayInTheKnow"><h3>Stay in the Know</h3>'
        "<p>Enter your email address to receive the weekly letter.</p></div></div></span></div>"
        '<div id="zoneDocFooter"></div></div></body>'
    )
