"""Whose page it is: hosts as browsers read them, the first address, and marks where there is no address."""

import json

import pytest

from carnegie_extract import Article, OtherSite, extract
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.carnegie import is_carnegie_address, is_carnegie_name

OWN = "https://carnegieendowment.org/posts/2026/04/ports"
ELSEWHERE = "https://gazette.example/ports"
ENDOWMENT = "Carnegie Endowment for International Peace"


def page(head: str = "", end: str = "", title: str = "The Quiet Ports") -> bytes:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>
<body><main><h1>The Quiet Ports</h1><p>By <a href="/people/ann-lee">Ann Lee</a></p><p>April 23, 2026</p>
<p>The harbor was dredged in the spring, and nobody has been able to say who paid for it or why.</p>
<p>The ferries come twice a day now, and the ferrymen complain of the wait between the two of them.</p>
{end}</main></body></html>""".encode()


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def og(name: str, value: str) -> str:
    return f'<meta property="og:{name}" content="{value}">'


def linked(url: str) -> str:
    data = f'{{"@type": "Article", "headline": "The Quiet Ports", "url": "{url}"}}'
    return f'<script type="application/ld+json">{data}</script>'


def read(text: bytes, url: str | None = None) -> Article:
    return extract(text, url=url)


@pytest.mark.parametrize(
    "url",
    [
        "https://carnegieendowment.org/x",
        "http://www.carnegieendowment.org",
        "HTTPS://CarnegieEndowment.ORG/x",
        "https://carnegieendowment.org./x",
        "https://carnegieendowment.org:443/x",
        "https://reader:word@carnegieendowment.org/x",
        "https:\\\\carnegieendowment.org\\x",
        "https:///carnegieendowment.org/x",
        "//carnegieendowment.org/x",
        "https://carnegie\nendowment.org/x",
        "\thttps://carnegieendowment.org/x ",
        "https://%63arnegieendowment.org/x",
        "https://carnegieendowment。org/x",
        "https://ｃarnegieendowment.org/x",
        "https://carnegie\u00adendowment.org/x",
        "https://carnegieendowment.org?x",
        "https://carnegieendowment.org#x",
        "https://carnegie-mec.org/x",
    ],
)
def test_addresses_of_the_endowment(url: str) -> None:
    assert is_carnegie_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example\\@carnegieendowment.org/x",
        "https://evil.example/@carnegieendowment.org/x",
        "https://evil.example?@carnegieendowment.org/x",
        "https://evil.example#@carnegieendowment.org/x",
        "https://carnegieendowment.org@evil.example/x",
        "https://carnegieendowment.org:80@evil.example/x",
        "https://carnegieendowment.org.evil.example/x",
        "https://carnegieendowment.org%2eevil.example/x",
        "https://evil.example%2f.carnegieendowment.org/x",
        "https://evil.example%20.carnegieendowment.org/x",
        "https://notcarnegieendowment.org/x",
        "https://carnegieendowment.org../x",
        "ftp://carnegieendowment.org/x",
        "javascript://carnegieendowment.org/x",
        "carnegieendowment.org/x",
        "/x",
        "",
    ],
)
def test_addresses_of_others(url: str) -> None:
    assert not is_carnegie_address(url)


def test_the_path_of_an_address_with_backslashes() -> None:
    address = read_address("https:\\\\carnegieendowment.org\\posts\\x?a\\b")
    assert address is not None
    assert (address.host, address.path) == ("carnegieendowment.org", "/posts/x")


@pytest.mark.parametrize(
    "head",
    [
        canonical(ELSEWHERE) + og("url", OWN),
        canonical(ELSEWHERE) + linked(OWN),
        og("url", ELSEWHERE) + linked(OWN),
        canonical(OWN) + og("url", ELSEWHERE),
        canonical(OWN) + og("site_name", "The Marsh Gazette"),
        linked(ELSEWHERE),
    ],
)
def test_pages_of_others(head: str) -> None:
    with pytest.raises(OtherSite):
        read(page(head), url=OWN)


@pytest.mark.parametrize(
    "head",
    [
        canonical(OWN),
        canonical(OWN) + linked(ELSEWHERE),
        canonical(OWN) + og("site_name", "Diwan"),
        canonical(OWN) + og("site_name", "Carnegie Europe"),
        canonical("/posts/2026/04/ports") + og("url", OWN),
        og("url", OWN),
        linked(OWN),
    ],
)
def test_the_first_address_decides(head: str) -> None:
    assert read(page(head), url=OWN).url == OWN


def test_what_the_container_says_comes_last() -> None:
    assert read(page(), url=OWN).url == OWN
    assert read(page(canonical(OWN)), url=f"{OWN}?print=1").url == OWN


def test_a_copy_fetched_from_another_site() -> None:
    with pytest.raises(OtherSite, match="links to the Endowment's original"):
        read(page(canonical(OWN) + NAME, end=LOGO + RIGHTS), url=ELSEWHERE)


def test_a_mirror_that_was_fetched_from_another_site() -> None:
    note = f"<!-- Saved from {OWN} at 2026-05-04T10:20:30Z using monolith v2.8.3 -->".encode()
    assert read(note + page(), url=OWN).url == OWN
    with pytest.raises(OtherSite, match="links to the Endowment's original"):
        read(note + page(), url=ELSEWHERE)


def test_a_copy_that_a_browser_saved_from_another_site() -> None:
    note = f"<!-- saved from url=(0029){ELSEWHERE} -->\n".encode()
    with pytest.raises(OtherSite, match="links to the Endowment's original"):
        read(note + page(canonical(OWN) + NAME, end=LOGO + RIGHTS))


NAMING = [
    f"https://web.archive.org/web/20260504102030/{OWN}",
    f"https://archive.example/all/20260504102030/{OWN}",
    "https://carnegieendowment-org.translate.goog/posts/2026/04/ports?_x_tr_sl=en",
    f"https://www.printfriendly.com/print?url={OWN}",
]
SILENT = [
    "https://archive.ph/aB3dE",
    "https://perma.cc/AB3D-EF5G",
    "https://translated.turbopages.org/proxy_u/en-ru.ru.x/https/carnegieendowment.org/posts/2026/04/ports",
    "https://carnegieendowment-org.cdn.ampproject.org/c/s/carnegieendowment.org/posts/2026/04/ports",
    "https://www.printfriendly.com/p/g/AbC12",
    "https://bit.ly/aB3dE",
    "http://localhost:8080/carnegieendowment.org/posts/2026/04/ports.html",
    "http://127.0.0.1/ports.html",
    "http://[::1]/ports.html",
    "http://10.0.0.7/ports.html",
    "http://172.20.0.7/ports.html",
    "http://192.168.1.7/ports.html",
    "http://archive/ports.html",
    "http://archive.local/ports.html",
    "http://archive.internal/ports.html",
    "file:///home/reader/ports.html",
    "about:internet",
]


@pytest.mark.parametrize("url", [*NAMING, *SILENT])
def test_where_copies_may_stand(url: str) -> None:
    assert read(page(canonical(OWN)), url=url).url == OWN


@pytest.mark.parametrize("url", NAMING)
def test_the_address_of_a_copy_names_the_original(url: str) -> None:
    assert read(page(), url=url).url == OWN


@pytest.mark.parametrize("url", SILENT)
def test_an_address_that_says_nothing_is_none(url: str) -> None:
    assert read(page(NAME, end=LOGO), url=url).url is None
    with pytest.raises(OtherSite, match="no address"):
        read(page(), url=url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1.gazette.example/ports",
        "http://1270.0.0.1/ports",
        "http://172.200.0.7/ports",
        "http://203.0.113.7/ports",
        "http://local.example/ports",
        "http://bit.ly.gazette.example/ports",
        f"https://gazette.example/{OWN}",
    ],
)
def test_where_no_copy_of_one_s_own_stands(url: str) -> None:
    with pytest.raises(OtherSite):
        read(page(canonical(OWN)), url=url)


def data(*items: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(items)}</script>'


def article(**more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "The Quiet Ports", **more}


def publisher(name: str) -> dict[str, object]:
    return {"publisher": {"@type": "Organization", "name": name}}


GAZETTE = "The Marsh Gazette"
NAMED_ELSEWHERE = {
    "site name": og("site_name", GAZETTE),
    "application": f'<meta name="application-name" content="{GAZETTE}">',
    "publisher": f'<meta name="publisher" content="{GAZETTE}">',
    "shortcut": f'<meta name="apple-mobile-web-app-title" content="{GAZETTE}">',
    "Dublin Core": f'<meta name="DC.publisher" content="{GAZETTE}">',
    "JSON-LD": data(article(**publisher(GAZETTE))),
    "JSON-LD, a list": data(article(publisher=[{"name": GAZETTE}])),
    "JSON-LD, a name": data(article(publisher=GAZETTE)),
    "JSON-LD, a reference": data(
        {
            "@graph": [
                article(publisher={"@id": "#us"}),
                {"@type": "Organization", "@id": "#us", "name": GAZETTE},
            ]
        }
    ),
    "JSON-LD, the site": data({"@type": "WebSite", "name": GAZETTE}, article()),
}


@pytest.mark.parametrize("head", NAMED_ELSEWHERE.values(), ids=NAMED_ELSEWHERE)
def test_a_copy_names_the_site_that_it_stands_at(head: str) -> None:
    with pytest.raises(OtherSite, match="links to the Endowment's original"):
        read(page(canonical(OWN) + head, end=LOGO + RIGHTS))


@pytest.mark.parametrize("head", NAMED_ELSEWHERE.values(), ids=NAMED_ELSEWHERE)
def test_a_page_without_address_that_names_another_site(head: str) -> None:
    with pytest.raises(OtherSite, match="no address"):
        read(page(head, end=LOGO + RIGHTS + DISCLAIMER))


@pytest.mark.parametrize(
    "name", ["Diwan", "CEIP", "Carnegie Europe", "http://plus.google.com/4711", "&nbsp;"]
)
@pytest.mark.parametrize("tag", ["og:site_name", "publisher", "application-name"])
def test_names_that_are_not_another_site_s(tag: str, name: str) -> None:
    head = f'{canonical(OWN)}<meta name="{tag}" content="{name}">'
    assert read(page(head)).url == OWN


@pytest.mark.parametrize("name", ["Receipts Weekly", "Carnegie Council", "Sada Gazette"])
def test_names_that_only_look_like_the_endowment_s(name: str) -> None:
    with pytest.raises(OtherSite):
        read(page(canonical(OWN) + og("site_name", name)))


def test_the_first_name_of_the_site_decides() -> None:
    head = canonical(OWN) + NAME + data(article(**publisher(GAZETTE)))
    assert read(page(head)).url == OWN


BY_ITS_WORDS = {
    "og:title": {"head": og("title", f"The Quiet Ports | {GAZETTE}")},
    "twitter:title": {"head": f'<meta name="twitter:title" content="The Quiet Ports – {GAZETTE}">'},
    "title": {"title": f"The Quiet Ports | {GAZETTE}"},
    "title with a dash": {"title": f"The Quiet Ports - {GAZETTE}"},
    "rights": {"end": f"<footer><p>© 2026 {GAZETTE}. All rights reserved.</p></footer>"},
    "rights in words": {"end": f"<footer><p>Copyright 2026 {GAZETTE}</p></footer>"},
}


@pytest.mark.parametrize("words", BY_ITS_WORDS.values(), ids=BY_ITS_WORDS)
def test_title_and_rights_tell_a_copy_where_marks_are_missing(words: dict[str, str]) -> None:
    words = {**words, "head": canonical(OWN) + words.get("head", "")}
    with pytest.raises(OtherSite, match="links to the Endowment's original"):
        read(page(**words))
    words["end"] = LOGO + DISCLAIMER + words.get("end", "")
    assert read(page(**words)).url == OWN


@pytest.mark.parametrize(
    "end", ["© 2026 All rights reserved", "© AFP", "© 2015 Getty Images", f"© 2026 {ENDOWMENT}"]
)
def test_rights_that_are_not_another_site_s(end: str) -> None:
    assert read(page(canonical(OWN), end=f"<p>{end}</p>")).url == OWN


REPORT = {
    "@type": "Report",
    "name": "Ports of the World",
    "url": "https://carnegieendowment.org/2014/ports",
    "author": {"name": "Bob Roe"},
    "datePublished": "2014-02-03T08:00:00Z",
    **publisher(ENDOWMENT),
}


@pytest.mark.parametrize("other", [[], [article()], [{**article(), "headline": "Ports, Seen Anew"}]])
def test_a_report_that_the_page_of_another_site_describes(other: list[object]) -> None:
    with pytest.raises(OtherSite, match="no address"):
        read(page(data(REPORT, *other), title=f"The Quiet Ports | {GAZETTE}"))


@pytest.mark.parametrize(
    "other", [[], [article(url=OWN)], [{"@type": "Article", "headline": "X", "url": OWN}]]
)
def test_a_report_that_an_own_page_describes(other: list[object]) -> None:
    report = {**REPORT, "url": ELSEWHERE, **publisher(GAZETTE)}
    read_page = read(page(canonical(OWN) + data(report, *other)))
    assert (read_page.url, read_page.published_at) == (OWN, None)
    assert [author.name for author in read_page.authors] == ["Ann Lee"]
    assert "byline-json-ld-differ" not in read_page.warnings


@pytest.mark.parametrize(
    "title", ["The Quiet Ports", "The Quiet Ports - Diwan", "The QUIET Ports | Diwan", ""]
)
def test_json_ld_with_the_title_of_the_page(title: str) -> None:
    found = read(page(data(REPORT, article(url=OWN)), title=title))
    assert found.url == OWN


@pytest.mark.parametrize("url", [OWN, f"{OWN}?lang=en", f"{OWN}/#article", "#article"])
def test_json_ld_with_another_title_and_the_address_of_the_page(url: str) -> None:
    own = {**article(url=url), "headline": "Ports, Seen Anew", "datePublished": "2026-04-23T08:00:00Z"}
    assert read(page(canonical(OWN) + data(REPORT, own))).published_at == "2026-04-23T08:00:00Z"


def test_json_ld_with_the_beginning_of_a_long_title() -> None:
    title = "The Quiet Ports: What the Harbor Masters of Four Seas Have Learned From Thirty Winters of Ice"
    assert read(page(data({**article(url=OWN), "headline": f"{title[:80]}..."}), title=title)).url == OWN


LOGO = '<img alt="Carnegie lettermark logo" src="/m.svg">'
RIGHTS = f"<footer><p>© 2026 {ENDOWMENT}. All rights reserved.</p></footer>"
DISCLAIMER = (
    "<p>Carnegie does not take institutional positions on public policy issues; the words are hers.</p>"
)
BLOCK = '<pre>{"authors": ["Ann Lee"], "type": "commentary", "blog": "Emissary"}</pre>'
OWN_BLOCK = '<pre>{"authors": [], "type": "other", "primaryCenter": "", "programAffiliation": ""}</pre>'
STYLES = '<link rel="stylesheet" href="/css/ceip_all.css">'
NAME = og("site_name", ENDOWMENT)
SUFFIX = f"Ports | {ENDOWMENT}"
MARKS = {
    "logo": LOGO,
    "banner": f'<img alt="{ENDOWMENT}" src="/banner.gif">',
    "old rights": f"<p>Copyright 2002 {ENDOWMENT}</p>",
    "lettered rights": f"<p>Copyright (c) 2006 {ENDOWMENT}. All rights reserved.</p>",
    "rights": RIGHTS,
    "disclaimer": DISCLAIMER,
    "more": f"<h2>More Work from {ENDOWMENT}</h2>",
    "block": BLOCK,
    "styles": STYLES,
    "name": NAME,
}


@pytest.mark.parametrize("mark", MARKS)
def test_one_mark_is_too_few(mark: str) -> None:
    with pytest.raises(OtherSite):
        read(page(end=MARKS[mark]))


def test_the_name_in_the_title_is_one_mark() -> None:
    with pytest.raises(OtherSite):
        read(page(title=SUFFIX))
    assert read(page(title=SUFFIX, end=LOGO)).headline == "The Quiet Ports"


@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark not in ("logo", "banner")])
def test_two_marks_are_enough(mark: str) -> None:
    assert read(page(end=LOGO + MARKS[mark])).headline == "The Quiet Ports"


def test_headline_and_name_make_the_title_of_an_own_page() -> None:
    assert read(page(title=f"The Quiet Ports | {ENDOWMENT}")).headline == "The Quiet Ports"


@pytest.mark.parametrize(
    "title",
    [
        f"{ENDOWMENT}: The Quiet Ports",
        f"{ENDOWMENT} - The Quiet Ports",
        f"The Quiet Ports - Bulletin - {ENDOWMENT}",
    ],
)
@pytest.mark.parametrize("heading", ["h1", "h3", "div"])
def test_name_and_headline_stand_in_the_title_in_any_order(title: str, heading: str) -> None:
    old = (
        page(title=title)
        .replace(b"<h1>", f"<{heading}>".encode())
        .replace(b"</h1>", f"</{heading}>".encode())
    )
    found = read(old)
    assert found.headline == "The Quiet Ports"
    assert ("title-headline-differ" in found.warnings) == ("Bulletin" in title)


def test_headline_and_name_of_a_page_without_a_date_are_one_mark() -> None:
    undated = page(title=f"The Quiet Ports | {ENDOWMENT}").replace(b"April 23, 2026", b"")
    with pytest.raises(OtherSite):
        read(undated)


def test_keys_that_only_the_endowment_has() -> None:
    assert read(page(end=OWN_BLOCK)).metadata is not None


@pytest.mark.parametrize("title", ["The Quiet Ports | The Marsh Gazette", "The Quiet Ports - Gazette"])
def test_a_title_that_names_another_site(title: str) -> None:
    with pytest.raises(OtherSite):
        read(page(title=title, end=RIGHTS + DISCLAIMER))


@pytest.mark.parametrize(
    "name",
    [
        ENDOWMENT,
        "Carnegie Endowment",
        "Carnegie Europe",
        "Carnegie-Tsinghua Center for Global Policy",
        "Malcolm H. Kerr Carnegie Middle East Center",
        "Московский Центр Карнеги",
        "مركز كارنيغي للشرق الأوسط",
        "卡内基国际和平基金会",
    ],
)
def test_names_of_the_endowment(name: str) -> None:
    assert is_carnegie_name(name)


@pytest.mark.parametrize(
    "name", ["Carnegie", "Карнеги", "Carnegie Hall", "Carnegie Mellon", "Carnegie Europe Hotels", ""]
)
def test_names_of_others(name: str) -> None:
    assert not is_carnegie_name(name)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https:/gazette.example/ports">',
        '<link rel="canonical" href="https:gazette.example/ports">',
        '<link rel="canonical" href="&#1;https://gazette.example/ports">',
        '<base href="https://gazette.example/"><link rel="canonical" href="/ports">',
        '<link rel="canonical" href=""><link rel="canonical" href="https://gazette.example/ports">',
        f'<link rel="canonical" href="https://gazette.example/s/2024/{OWN}">',
    ],
)
def test_the_first_address_is_read_as_browsers_read_it(head: str) -> None:
    page = (
        f'<html><head>{head}<meta property="og:url" content="{OWN}"><title>Ports - {ENDOWMENT}</title></head>'
    )
    with pytest.raises(OtherSite):
        extract(f"{page}<body><h1>Ports</h1><p>By Ann Lee</p><p>May 3, 2024</p></body></html>".encode())
