"""Pages before 2024 as the evidence and other hands have them."""

import re

from .choices import choice
from .second import drawn
from .sheet import Sheet
from .words import Person

FRAME = choice(
    "second.legacy",
    none=(10, "seen", "as the first hand prints it"),
    conditional=(2, "seen", "two html tags, because of conditional comments"),
    incapsula=(2, "seen", "a script of the firewall at the end"),
    tsinghua=(2, "seen", "a notice in English and Chinese below the footer"),
    dimension=(2, "seen", "a script with the type in the head, and the year of fetching"),
    tools=(1, "custom", "'Print Page', 'Related Media and Tools' and share links above the text"),
    translations=(1, "custom", "'Available in' and links above the text"),
    column=(1, "custom", "a column with days and pieces before the text"),
    bare=(4, "relied on", "carnegie.ru without div.article-body: the text directly in its zone"),
    telephone=(1, "inferred", "a bar with the headline and a menu for telephones"),
)
BODY = choice(
    "second.legacy.body",
    none=(10, "seen", "all in one div.article-body"),
    two=(3, "custom", "two of them, a heading between"),
    quotation=(2, "seen", "p.extQuote, a block quotation"),
    anchor=(2, "seen", "a broken anchor, as on the blog"),
    stray=(3, "custom", "an end tag too many amid the text"),
    box=(1, "relied on", "div.author-box.no-print within the text"),
    print_=(1, "custom", "a line that shows on paper only, at the end"),
    breaks=(2, "custom", "the first paragraph is bare text with two line breaks behind it"),
    continued=(1, "custom", "links to the pages of the text"),
    center=(1, "custom", "stars in a center element"),
)
DATE = choice(
    "second.legacy.date",
    none=(10, "seen", "as the first hand prints it"),
    outlet=(2, "relied on", "the outlet after type and date in the list"),
    comments=(2, "seen", "the number of comments after the date, on blogs"),
    type_first=(1, "custom", "the type before the date"),
    hour=(1, "custom", "the hour after the date"),
)
AUTHORS = choice(
    "second.legacy.authors",
    none=(10, "seen", "as the first hand prints them"),
    titles=(2, "custom", "a list: name, and title in a div"),
    comma_before=(2, "seen", "a list whose items begin with the comma"),
    and_=(2, "custom", "'and' before the last"),
)
PDF = choice(
    "second.legacy.pdf",
    none=(10, "seen", "as the first hand prints it"),
    related_docs=(2, "relied on", ".related-docs a"),
    sizes=(1, "custom", "'Full Text (PDF, 3 MB)' in a list with the summary's PDF below it"),
)
_PEOPLE = {"legacy-publication", "legacy-report", "carnegie-mec"}


def body(sheet: Sheet, html: str) -> str:
    """What stands in the article's element, or in two of them."""
    value = drawn(sheet, BODY, but=_not_body(sheet, html))
    if value == "none":
        return html
    first, rest = _split(html)
    if value == "quotation":
        words = sheet.prose.quotations(1)[0]
        sheet.body.insert(1, words)  # "p.extQuote is a block quotation: keep"
        return f'{first}<p class="extQuote">{sheet.prose.markup(words)}</p>{rest}'
    between = {
        "two": '</div><h3>Part Two</h3><div class="article-body">',
        "stray": "</div>",
        "box": f'<div class="author-box no-print"><p>{sheet.says(sheet.prose.sentence())}</p></div>',
        "continued": '<ul class="pages"><li>1</li><li><a href="?page=2">2</a></li><li><a href="?page=2">Next</a></li></ul>',
        "center": "<center>* * *</center>",
    }
    if value == "anchor":
        return html.replace("<p>", '<p><a carnegieendowment.org=" " href=" https:="></a>', 1)
    if value == "breaks":
        return first.removeprefix("<p>").removesuffix("</p>") + "<br><br>" + rest
    if value == "print":
        return f'{html}<p class="print-only" style="display:none">{sheet.says(sheet.url)}</p>'
    return first + between[value] + rest


def _split(html: str) -> tuple[str, str]:
    """The first paragraph and the rest."""
    end = html.find("</p>") + len("</p>")
    return html[:end], html[end:]


def _not_body(sheet: Sheet, html: str) -> set[str]:
    but = set() if sheet.layout == "legacy-publication" else {"two", "stray"}
    opening = re.match(r"<p>((?:(?!</p>).)*)</p>\s*<p>", html, re.S)
    said = re.sub("<[^>]*>", "", opening[1])[:12] if opening else ""
    if not said or not sheet.body or not sheet.body[0].startswith(said):
        but |= {"two", "stray", "quotation", "breaks", "box", "continued", "center"}
    return but


def dated(sheet: Sheet, date: str, kind: str) -> str:
    """The list of date and type. An outlet is neither dek nor text (record: not in it)."""
    value = drawn(sheet, DATE, but={"comments"} | ({"hour"} if sheet.language.code != "en" else set()))
    items = {
        "outlet": [date, kind, "Northern Ledger"],
        "type-first": [kind, date],
        "hour": [f"{date}, 9:15 a.m. EST", kind],
    }.get(value, [date, kind])
    return "".join(f"<li>{item}</li>" for item in items)


def comments(sheet: Sheet) -> str:
    """The number of comments beside a blog's date."""
    value = drawn(sheet, DATE, but={"outlet", "type-first", "hour"})
    return '<li><a href="#comments">Comments (79)</a></li>' if value == "comments" else ""


def authors(sheet: Sheet, links: list[str], people: list[Person]) -> str:
    """The authors in another form, or nothing."""
    value = drawn(sheet, AUTHORS, fits=bool(people) and sheet.layout in _PEOPLE, but=_not_authors(sheet))
    if value == "none":
        return ""
    if value == "and":
        sheet.undecided.add("byline")
        return f"{', '.join(links[:-1])} and {links[-1]}"
    sheet.undecided.add("byline")
    items = [f"{', ' if value == 'comma-before' and place else ''}{link}" for place, link in enumerate(links)]
    if value == "titles":
        items = [
            f'{link}<div class="author-title">{sheet.says(who.title)}</div>'
            for link, who in zip(links, people, strict=True)
        ]
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _not_authors(sheet: Sheet) -> set[str]:
    but = {"and"} if len(sheet.people) < 2 or sheet.language.code != "en" else set()
    return but | ({"comma-before"} if len(sheet.people) < 2 else set())


def download(sheet: Sheet) -> str:
    """The links to files in another form, or nothing."""
    value = drawn(sheet, PDF, fits=sheet.layout in {"legacy-publication", "legacy-report"})
    if value == "none":
        return ""
    sheet.expected["pdf"] = f"{sheet.host}/files/port_2019.pdf"
    link = f'<a href="{sheet.host}/files/port_2019.pdf">'
    if value == "related-docs":
        return f'<div class="related-docs"><h4>Resources</h4>{link}Full Text</a></div>'
    summary = f'<li><a href="{sheet.host}/files/port_2019_summary.pdf">Summary (PDF, 120 KB)</a></li>'
    return f"<ul><li>{link}Full Text (PDF, 3 MB)</a></li>{summary}</ul>"


def framed(sheet: Sheet, page: str) -> str:
    """The whole page."""
    value = drawn(
        sheet, FRAME, but={"column", "tools", "translations"} if 'class="zone-main"' not in page else ()
    )
    if value == "conditional":
        tag = re.search(r"<html[^>]*>", page)
        old = "<!--[if IE 8]><html class='no-js ie8'><![endif]--><!--[if gt IE 8]><!-->"
        return page.replace(tag[0], f"{old}{tag[0]}<!--<![endif]-->", 1) if tag else page
    if value == "dimension":
        script = (
            "<script>var dimensionValue = 'Commentary'; ga('set', 'dimension1', dimensionValue);</script>"
        )
        return page.replace("</head>", f'<meta name="copyright" content="2020">{script}</head>', 1)
    if value in _IN_MAIN:
        return page.replace('class="zone-main">', f'class="zone-main">{_IN_MAIN[value]}', 1)
    if value == "telephone":
        bar = f'<div class="mobile-bar"><span>{sheet.says(sheet.headline)}</span><ul><li><a href="/">Home</a></li></ul></div>'
        return re.sub(r"(<body[^>]*>)", lambda body: body[1] + bar, page, count=1)
    return page.replace("</body>", f"{_AT_END.get(value, '')}</body>", 1)


_IN_MAIN = {
    "tools": '<div class="tools"><h4>Related Media and Tools</h4><a href="#">Print Page</a><a href="https://twitter.com/share">Tweet</a></div>',
    "translations": "<div>Available in <a href='/x/?lang=ar'>العربية</a> | <a href='/x/?lang=ru'>Русский</a></div>",
    "column": '<div class="zone-0"><h4>More From This Program</h4><ul><li><a href="/2021/05/05/x-pub-1">Lanterns for '
    "the Lock</a> <span>May 5, 2021</span></li></ul></div>",
}
_AT_END = {
    "incapsula": '<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>',
    "tsinghua": '<div id="left-tsinghua"><p>You are leaving the pages of the center in Beijing and entering another of the '
    "global sites.</p><p>您正在离开北京中心的网页，进入另一个全球网站。</p></div>",
}
