"""Files that hold no article: each folder is the reason."""

import io
import json
import struct
import tarfile
import zipfile
import zlib

from . import words_en
from .article import ENDOWMENT, Card, asset
from .chrome import Chrome
from .fixture import chrome
from .inline import escape

RECORDS = "".join(
    json.dumps({"source": f"{name}.html", "url": None, "layout": "site-2026", "headline": name}) + "\n"
    for name in ("One", "Two")
)
RICH = "cms-html payload-richtext"


def _page(language: str, title: str, main: str, url: str = "", kind: str = "website") -> str:
    """A page of the 2026 site that is not an article."""
    words = chrome(language)
    menu = "".join(f'<li><a href="/menu/{n}">{escape(w)}</a></li>' for n, w in enumerate(words.menu))
    direction = ' dir="rtl"' if words.rtl else ""
    canonical = f"https://carnegieendowment.org/{url}"
    return (
        f'<!DOCTYPE html><html lang="{language}"{direction}><head><meta charset="utf-8">'
        f"<title>{escape(title)} | {ENDOWMENT}</title>"
        f'<meta property="og:title" content="{escape(title)}">'
        f'<meta property="og:site_name" content="{ENDOWMENT}">'
        f'<meta property="og:type" content="{kind}"><link rel="canonical" href="{canonical}">'
        f'<meta property="og:image" content="{asset("share.jpg")}">'
        '<link rel="stylesheet" href="/_next/static/css/4be7d0c2.css"></head>'
        f'<body class="antialiased"><header><nav><ul>{menu}</ul><a href="/">'
        '<img alt="Carnegie lettermark logo" src="/m.svg"></a></nav></header>\n'
        f"<main>\n{main}\n</main>\n<footer><p>{escape(words.newsletter)}</p><p>{ENDOWMENT}</p>"
        f"<p>© 2026 {ENDOWMENT}. {escape(words.rights)}</p></footer>"
        "<script>(self.__next_f=self.__next_f||[]).push([0])</script></body></html>\n"
    )


def _legacy(language: str, title: str, main: str, css: str = "washington  en ") -> str:
    """A page of the old site that is not an article: no div.article-body."""
    return (
        f'<!DOCTYPE html><!--[if lt IE 10]>\n<html lang="{language}" class="lt-ie10 no-js">\n'
        f'<![endif]-->\n<!--[if gt IE 9]><!-->\n<html lang="{language}" class="no-js">\n'
        f"<!--<![endif]--><head><title>{escape(title)} - {ENDOWMENT}</title>"
        '<link rel="stylesheet" href="/css/ceip_all.css?v=74">'
        f'<meta name="publisher" content="{ENDOWMENT}"><meta property="og:type" content="article">'
        f'</head><body class="{css}"><div id="header" class="header-wrap"></div>{main}'
        '<div class="footer"></div><script src="/js/ceip_script.min.js?v=6"></script>'
        '<div id="left-tsinghua" class="overlay-content no-print"></div>'
        '<script async src="/_Incapsula_Resource?SWJIYLWA=719d"></script></body></html>\n'
    )


def _card(card: Card, day: str = "") -> str:
    blog = f'<span class="text-label">{escape(card.blog)}</span>' if card.blog else ""
    return (
        '<li><article class="card flex flex-col"><a href="/x">'
        f'<span class="text-label">{escape(card.label)}</span>{blog}'
        f'<span class="font-sans text-headlineH5">{escape(card.title)}</span></a>'
        f'<p class="text-body">{escape(card.dek)}</p><ul><li>{escape(card.author)}</li></ul>'
        f"<span>{day}</span></article></li>"
    )


def _cards(words: Chrome) -> str:
    days = ("Apr 23, 2026", "Mar 2, 2026", "Feb 14, 2026", "Jan 9, 2026")
    made = (_card(card, day) for card, day in zip(words.teasers, days, strict=False))
    return f"<ul>{''.join(made)}</ul>"


# ---------------------------------------------------------------- not a page at all


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    pixel = zlib.compress(b"\x00\xc0\x20\x30", 9)
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


PDF = (
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\nxref\n0 3\n"
    b"0000000000 65535 f \n0000000015 00000 n \n0000000060 00000 n \n"
    b"trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n107\n%%EOF\n"
)

JSON = json.dumps(
    {"docs": [{"title": "A Ledger for the Upper Atmosphere", "type": "paper"}], "total": 1},
    indent=2,
)

CSV = "date,title,author\n2026-04-23,The Quiet Ports,Olwen Farrar\n2026-03-10,The Water,J. Pell\n"


# ---------------------------------------------------------------- bot challenges


INCAPSULA = (
    '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW">'
    '<meta name="format-detection" content="telephone=no">'
    '<meta name="viewport" content="initial-scale=1.0">'
    '<script src="/_Incapsula_Resource?SWJIYLWA=719d34d3" async></script></head>'
    '<body style="margin:0px;height:100%"><iframe id="main-iframe" '
    'src="/_Incapsula_Resource?SWUDNSAI=31&amp;xinfo=9-1234-0" frameborder="0" width="100%" '
    'height="100%">Request unsuccessful. Incapsula incident ID: 000-000</iframe></body></html>\n'
)

CLOUDFLARE = (
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>'
    '<meta http-equiv="refresh" content="390"><meta name="robots" content="noindex,nofollow">'
    "</head><body><div class='main-wrapper'><h1>carnegieendowment.org</h1>"
    '<noscript><div id="challenge-error-text">Enable JavaScript and cookies to continue</div>'
    "</noscript></div><script>window._cf_chl_opt={cType:'managed'};</script>"
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
    "</body></html>\n"
)


# ---------------------------------------------------------------- other sites


GAZETTE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    "<title>Harbor board delays vote on second tug - The Harbor Gazette</title>"
    '<meta property="og:site_name" content="The Harbor Gazette">'
    '<meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2026-04-01T06:00:00Z"></head><body>'
    "<article><h1>Harbor board delays vote on second tug</h1><p>By Wilma Tarn</p>"
    "<p>The board put off its vote for the third time on Tuesday. A scholar at the Carnegie "
    "Endowment, asked for comment, said that one tug was one tug too few.</p>"
    "<p>The next meeting is in May.</p></article></body></html>\n"
)

WEBLOG = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Carnets de quai</title>'
    '<meta name="generator" content="WordPress 6.4"></head><body class="single-post">'
    '<div class="entry-content"><h2 class="entry-title">Trois jours sans bac</h2>'
    '<p class="entry-meta">Publié le 3 mars 2026 par Apolline</p>'
    "<p>Le vent s’est levé mardi et le bac n’est pas revenu avant vendredi.</p>"
    "<p>On a mangé des conserves et parlé aux voisins.</p></div></body></html>\n"
)


# ---------------------------------------------------------------- pages of the site


def _list_page(language: str) -> str:
    words = chrome(language)
    head = f'<h1 class="text-headlineH1">{escape(words.menu[0])}</h1>'
    filters = '<form><input type="search"><select><option>2026</option></select></form>'
    return _page(language, words.menu[0], head + filters + _cards(words), f"{language}/research")


def _event_list() -> str:
    items = "".join(
        f'<li><article class="card"><a href="/events/{n}"><span class="font-sans '
        f'text-headlineH5">{escape(card.title)}</span></a><p>Fri, April {n}th, 2026</p>'
        "<p>10:00 AM - 10:45 AM (EDT)</p></article></li>"
        for n, card in enumerate(words_en.CHROME.teasers, 14)
    )
    return _page("en", "Events", f"<h1>Upcoming Events</h1><ul>{items}</ul>", "events")


def _legacy_list() -> str:
    items = "".join(
        f'<li><h4><a href="/2019/02/19/x-pub-{n}">{escape(card.title)}</a></h4>'
        f'<div class="meta">February {n}, 2019</div><p>{escape(card.dek)}</p></li>'
        for n, card in enumerate(words_en.CHROME.teasers, 10)
    )
    main = f'<div class="zone-main"><h1>Publications</h1><ul class="clean-list">{items}</ul></div>'
    return _legacy("en", "Publications", main)


def _person() -> str:
    author = words_en.FARRAR
    main = (
        '<div class="person"><img alt="" src="/p.jpg"><h1 class="text-headlineH1">'
        f"{author.name}</h1><p>{author.title}</p></div><div class='{RICH}'><p>{author.bio}</p>"
        "<p>Before that she kept the books of a ferry company.</p></div>"
        f"<section><h2>Recent Work</h2>{_cards(words_en.CHROME)}</section>"
    )
    return _page("en", author.name, main, "people/olwen-farrar")


def _legacy_person() -> str:
    author = words_en.PELL
    main = (
        f'<div class="zone-title"><h1 class="expert-name">{author.name}</h1>'
        f'<div class="title">{author.title}</div></div><div class="zone-main"><div class="bio">'
        f'<p>{escape(author.bio or "")}</p></div><ul><li><a href="/x">Gauges</a> May 2, 2019</li>'
        "</ul></div>"
    )
    return _legacy("en", author.name, main)


def _programme() -> str:
    main = (
        '<div class="hero"><span class="text-label">Program</span><h1>Coasts and Commerce</h1>'
        f"</div><section id='content'><div class='{RICH}'><p>The program studies what moves by "
        "water, what it costs, and who is kept waiting.</p></div></section>"
        f"<h2>All Work from Coasts and Commerce</h2>{_cards(words_en.CHROME)}"
    )
    return _page("en", "Coasts and Commerce", main, "programs/coasts-and-commerce")


def _topic(language: str, name: str, path: str) -> str:
    words = chrome(language)
    return _page(language, name, f"<h1>{escape(name)}</h1>{_cards(words)}", path)


def _search() -> str:
    main = (
        '<h1>Search Results</h1><form role="search"><input value="ferry"></form>'
        f"<p>Showing 1-4 of 212 results for “ferry”</p>{_cards(words_en.CHROME)}"
    )
    return _page("en", "Search", main, "search?q=ferry")


def _home() -> str:
    words = words_en.CHROME
    main = (
        f'<section><h2 class="text-headlineH2"><a href="/x">{escape(words.teasers[0].title)}</a>'
        f"</h2><p>{escape(words.teasers[0].dek)}</p></section>"
        f"<section><h2>Emissary</h2>{_cards(words)}</section>"
        f"<section><h2>Upcoming Events</h2></section>"
    )
    return _page("en", "Home", main)


def _legacy_home() -> str:
    items = "".join(
        f'<div class="hp-item"><h2><a href="/x">{escape(card.title)}</a></h2><p>{escape(card.dek)}</p></div>'
        for card in words_en.CHROME.teasers
    )
    return _legacy("en", "Home", f'<div class="home">{items}</div>')


def _not_found(language: str, title: str, words: str, back: str) -> str:
    main = f'<h1>404</h1><h2>{escape(title)}</h2><p>{escape(words)}</p><a href="/">{escape(back)}</a>'
    return _page(language, title, main)


def _legacy_not_found(language: str, title: str, words: str) -> str:
    main = f'<div class="zone-main"><h1 class="headline">{escape(title)}</h1><p>{escape(words)}</p></div>'
    return _legacy(language, title, main, f"washington  {language} ")


def _institutional(title: str, body: str, url: str) -> str:
    return _page("en", title, f"<h1>{escape(title)}</h1>{body}", url)


def _privacy() -> str:
    words = "<p>Published on May 2, 2025</p><p>We write down who asks for letters, and where they go.</p>"
    return _institutional("Privacy Statement", words, "privacy-statement")


def _job() -> str:
    words = (
        "<p>Washington, DC</p><p>Published on May 2, 2025</p>"
        "<p>The program looks for somebody who can read a tide table and a budget.</p>"
    )
    return _institutional("Assistant, Coasts and Commerce", words, "about/employment/assistant")


def _press_contact() -> str:
    words = "<p>By Telephone</p><p>Somebody answers on working days, and calls back on the others.</p>"
    return _institutional("Media Contact", words, "about/media")


def _history() -> str:
    words = "<p>November 25, 1910</p><p>It began with a gift, a birthday, and a long letter.</p>"
    return _page("en", "Our History", f"<h1>Our History</h1>{words}")


def _event_list_of_headings() -> str:
    """A list whose first line under the headline is a date, as under an article's."""
    cards = "".join(
        f'<div><span>Event</span><a href="/events/2026/04/{n}"><h3>{escape(card.title)}</h3></a>'
        f"<p>April {n}, 2026</p><p>{escape(card.dek)}</p></div>"
        for n, card in enumerate(words_en.CHROME.teasers, 14)
    )
    page = _page("en", "Events", f"<h1>Events</h1><p>April 14, 2026</p>{cards}")
    return page.replace('<link rel="canonical" href="https://carnegieendowment.org/">', "")


def _topic_without_address() -> str:
    """The first sentence begins with the headline, as on a person's page."""
    intro = (
        "Shipping moves nearly everything that people buy, and hardly anybody who buys it has seen a ship."
    )
    cards = "".join(
        f'<div><a href="/posts/{n}"><h3>{escape(card.title)}</h3></a><p>By {escape(card.author)}</p>'
        f"<p>April {n}, 2026</p></div>"
        for n, card in enumerate(words_en.CHROME.teasers, 14)
    )
    page = _page("en", "Shipping", f"<h1>Shipping</h1><p>{intro}</p>{cards}")
    return page.replace('<link rel="canonical" href="https://carnegieendowment.org/">', "")


def _feed(root: str, item: str, content: str) -> str:
    """A feed whose content is whole pages."""
    article = (
        "<html><body><h1>The Quiet Ports</h1><p>By Olwen Farrar</p><p>April 23, 2026</p>"
        f"<p>Nobody had asked the pilots.</p><p>© 2026 {ENDOWMENT}</p></body></html>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<{root}><title>{ENDOWMENT}</title>'
        f"<{item}><title>The Quiet Ports</title>"
        f"<{content}><![CDATA[{article}]]></{content}></{item}></{root}>\n"
    )


SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>https://carnegieendowment.org/posts/2026/04/quiet-ports</loc></url></urlset>\n"
)


OPML = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>{ENDOWMENT}</title></head>'
    '<body><outline type="rss" text="Emissary" xmlUrl="https://carnegieendowment.org/emissary.xml"/></body></opml>\n'
)


def _elsewhere(head: str, body: str = "") -> str:
    """An article at another site, told from the Endowment's by `head` alone."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body><main>'
        "<h1>What the Tide Took</h1><p>By Ida Fenn</p><p>March 4, 2025</p>"
        "<p>The pier went first, in the night, and by the morning the kiosk had followed it out to sea.</p>"
        "<p>An engineer at the Carnegie Endowment for International Peace had said that it would.</p>"
        f"{body}</main></body></html>\n"
    )


_GAZETTE_TITLE = "<title>What the Tide Took | The Marsh Gazette</title>"
_BARE_TITLE = "<title>What the Tide Took</title>"
_OWN_ADDRESS = "https://carnegieendowment.org/posts/2025/03/tide"
_CANONICAL = f'<link rel="canonical" href="{_OWN_ADDRESS}">'
_COPY = f'{_GAZETTE_TITLE}{_CANONICAL}<meta property="og:url" content="https://gazette.example/tide">'
_ELSEWHERE = {
    "webmaster-tag": _elsewhere('<title>Tides</title><meta name="msvalidate.01" content="0A1B">'),
    "second-address": _elsewhere(
        f'{_GAZETTE_TITLE}<link rel="canonical" href="https://gazette.example/tide">'
        f'<meta property="og:url" content="{_OWN_ADDRESS}">'
    ),
    "copy-with-canonical": _elsewhere(_COPY),
    "copy-saved-by-a-browser": _elsewhere(_BARE_TITLE + _CANONICAL).replace(
        "<html", "<!-- saved from url=(0027)https://gazette.example/tide -->\n<html"
    ),
    "copy-with-publisher": _elsewhere(
        f'{_BARE_TITLE}{_CANONICAL}<script type="application/ld+json">{{"@type": "NewsArticle", '
        '"headline": "What the Tide Took", "publisher": {"name": "The Marsh Gazette"}}</script>'
    ),
    "copy-with-title": _elsewhere(_GAZETTE_TITLE + _CANONICAL),
    "backslash": _elsewhere(
        _GAZETTE_TITLE
        + '<link rel="canonical" href="https://gazette.example\\@carnegieendowment.org/posts/tide">'
    ),
    "picture-of-the-logo": _elsewhere(
        _BARE_TITLE, '<img alt="The logo of the Carnegie Endowment over a door in the city">'
    ),
    "reprint": _elsewhere(
        _GAZETTE_TITLE, f"<footer><p>© 2025 {ENDOWMENT}. Reprinted as agreed.</p></footer>"
    ),
    "quoted-disclaimer": _elsewhere(
        _BARE_TITLE, "<p>Carnegie does not take institutional positions on tides, it says.</p>"
    ),
    "title-of-a-profile": _elsewhere(f"<title>Ida Fenn | {ENDOWMENT}</title>"),
    "title-ends-in-carnegie": _elsewhere("<title>What the Tide Took - Carnegie</title>"),
    "hotel": _elsewhere("<title>What the Tide Took | Carnegie Europe Hotels</title>"),
    "library": _elsewhere(f'{_BARE_TITLE}<meta property="og:site_name" content="Carnegie">'),
    "same-software": _elsewhere(
        "<title>What the Tide Took | Institute</title>",
        '<pre>{"authors": ["Ida Fenn"], "type": "paper", "centers": ["Institute"]}</pre>'
        '<div class="payload-richtext"><p>It has not come back.</p></div>',
    ),
    "encyclopedia": _elsewhere(f"<title>{ENDOWMENT}</title>"),
}


def _cut_off(article: bytes) -> bytes:
    """A download that ended in the header, before the headline."""
    return article[: article.index(b'<div class="article-header">')]


def _tar(content: bytes, name: str = "page.html") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def _nested() -> bytes:
    content = b"<!DOCTYPE html><p>The innermost.</p>"
    for _ in range(7):
        content = _tar(content)[: 512 + (len(content) + 511) // 512 * 512 + 1024]  # without padding
    return content


def _zip(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("page.html"), content)
    return file.getvalue()


def _locked(archive: bytes) -> bytes:
    """An archive whose directory says that its entry is encrypted."""
    flags = archive.rindex(b"PK\x01\x02") + 8
    return archive[:flags] + b"\x01" + archive[flags + 1 :]


def files(article: bytes) -> dict[str, bytes]:
    """Everything under _rejected; ``article`` is a whole 2026 page, of which one is cut off."""
    texts: dict[str, str] = {
        "empty/zero-bytes.html": "",
        "empty/white-space.html": " \n\t\r\n\u00a0\n ",
        "not-html/answer.json": JSON + "\n",
        "not-html/table.csv": CSV,
        "bot-challenge/incapsula.html": INCAPSULA,
        "bot-challenge/cloudflare.html": CLOUDFLARE,
        "other-site/gazette.html": GAZETTE,
        "other-site/weblog-fr.html": WEBLOG,
        "list-page/research-en.html": _list_page("en"),
        "list-page/research-ru.html": _list_page("ru"),
        "list-page/research-ar.html": _list_page("ar"),
        "list-page/research-zh.html": _list_page("zh"),
        "list-page/events-en.html": _event_list(),
        "list-page/legacy-en.html": _legacy_list(),
        "person-page/person-en.html": _person(),
        "person-page/legacy-en.html": _legacy_person(),
        **{f"other-site/{name}.html": text for name, text in _ELSEWHERE.items()},
        "list-page/events-as-headings-en.html": _event_list_of_headings(),
        "list-page/topic-without-address-en.html": _topic_without_address(),
        "institutional-page/privacy-en.html": _privacy(),
        "institutional-page/job-en.html": _job(),
        "institutional-page/press-contact-en.html": _press_contact(),
        "institutional-page/history-en.html": _history().replace('<link rel="canonical"', "<link"),
        "feed/rss.xml": _feed("rss", "item", "description"),
        "feed/atom.xml": _feed("feed", "entry", "content"),
        "feed/below-a-blank-line.xml": "\n" + _feed("rss", "item", "description").partition("\n")[2],
        "feed/opml.xml": OPML,
        "sitemap/sitemap.xml": SITEMAP,
        "programme-page/programme-en.html": _programme(),
        "topic-page/topic-en.html": _topic("en", "Food Security", "topics/food-security"),
        "topic-page/region-ru.html": _topic("ru", "Арктика", "ru/regions/arctic"),
        "search-page/search-en.html": _search(),
        "home-page/home-en.html": _home(),
        "home-page/legacy-en.html": _legacy_home(),
        "not-found/2026-en.html": _not_found(
            "en", "Page Not Found", "This address leads nowhere today.", "Back to the start"
        ),
        "not-found/2026-ru.html": _not_found(
            "ru", "Страница не найдена", "По этому адресу ничего нет.", "На главную"
        ),
        "not-found/2026-ar.html": _not_found(
            "ar", "الصفحة غير موجودة", "لا شيء في هذا العنوان.", "العودة إلى البداية"
        ),
        "not-found/legacy-en.html": _legacy_not_found(
            "en", "Page Not Found", "The page may have moved to another place."
        ),
        "not-found/legacy-ru.html": _legacy_not_found(
            "ru", "Страница не найдена", "Возможно, страницу перенесли."
        ),
    }
    made = {f"_rejected/{name}": text.encode() for name, text in texts.items()}
    made["_rejected/binary/picture.html"] = _png()
    made["_rejected/binary/paper.html"] = PDF
    made["_rejected/no-article/cut-off-en.html"] = _cut_off(article)
    made["_rejected/already-extracted/articles.jsonl"] = RECORDS.encode()
    made["_rejected/damaged/cut-off.tar"] = _tar(article)[: len(article) // 2]
    made["_rejected/damaged/no-directory.zip"] = _zip(article)[:-80]
    made["_rejected/encrypted/locked.zip"] = _locked(_zip(article))
    made["_rejected/too-deep/seven-tars.tar"] = _nested()
    return made
