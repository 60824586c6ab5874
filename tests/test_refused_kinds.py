"""The Endowment's own pages that are no articles: their kind is told by address, headline or cards."""

import pytest

from carnegie_extract import ExtractionError, extract

SITE = "Carnegie Endowment for International Peace"
TEXT = (
    "<p>We write down who asks for our letters, and where to send them, and for how long they want them.</p>"
    "<p>Whoever wants no more of them writes to the same address, and gets an answer within the week.</p>"
)


def page(
    path: str | None, headline: str, header: str = "<p>Published on May 2, 2025</p>", body: str = TEXT
) -> bytes:
    canonical = f'<link rel="canonical" href="https://carnegieendowment.org{path}">' if path else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{headline} | {SITE}</title>'
        f"{canonical}</head><body><main><h1>{headline}</h1>{header}{body}</main></body></html>"
    ).encode()


def kind(text: bytes) -> str:
    with pytest.raises(ExtractionError) as caught:
        extract(text)
    return caught.value.kind


@pytest.mark.parametrize(
    "path",
    [
        "/about",
        "/about/history?lang=en",
        "/about/employment/assistant",
        "/china/about/contact",
        "/ru/about",
        "/privacy",
        "/privacy-statement",
        "/terms-of-use",
        "/contact-us",
        "/donate",
        "/employment/junior-fellows",
        "/careers",
        "/newsletters",
        "/newsletters/politika",
        "/press",
        "/subscribe/",
    ],
)
def test_addresses_of_pages_about_the_endowment(path: str) -> None:
    assert kind(page(path, "A Word of Ours", "<p>Commentary</p><p>May 2, 2025</p>")) == "institutional-page"


@pytest.mark.parametrize(
    "headline",
    [
        "Privacy Policy",
        "Terms of Use",
        "About Us",
        "Our History",
        "Press Contacts",
        "Jobs",
        "Newsletters",
        "О нас",
        "من نحن",
        "关于我们",
        "Mentions légales",
    ],
)
def test_headlines_of_pages_about_the_endowment(headline: str) -> None:
    assert kind(page(None, headline)) == "institutional-page"


@pytest.mark.parametrize(
    "path",
    ["/research", "/events", "/events/past", "/podcasts", "/emissary", "/posts/2025/03", "/publications/"],
)
def test_addresses_of_lists(path: str) -> None:
    assert kind(page(path, "All of It")) == "list-page"


def test_the_address_of_a_site_map() -> None:
    assert kind(page("/sitemap", "Where Things Are")) == "sitemap"


@pytest.mark.parametrize(
    "path",
    [
        "/posts/2025/03/privacy-policy-in-ports",
        "/publications/4711",
        "/research/2025/05/about",
        "/emissary/2025/05/jobs",
        "/2019/02/19/history-pub-78407",
        "/events/4711",
        "/press/2025/ports",
    ],
)
def test_articles_whose_addresses_look_alike(path: str) -> None:
    header = '<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>Published on May 2, 2025</p>'
    assert extract(page(path, "The Quiet Ports", header)).date == "2025-05-02"


def card(number: int, byline: str = "") -> str:
    return (
        f'<div><a href="/posts/{number}"><h3>Piece {number}</h3></a>{byline}<p>May {number}, 2025</p></div>'
    )


CARDS = "".join(card(number, "<p>By Ann Lee</p>") for number in range(1, 5))


SIGNED = "<p>By Ann Lee</p><p>Published on May 2, 2025</p>"
UNDER_SECTIONS = [
    "/programs/asia/ports",
    "/projects/harbors/ports",
    "/russia-eurasia/projects/harbors/ports",
    "/specialprojects/harbors/ports",
    "/collections/ports/quiet",
    "/issues/ports/quiet",
    "/regions/europe/ports",
    "/topics/trade/ports",
    "/history/ports",
    "/donate/ports",
    "/about/ports",
    "/employment/ports",
]


@pytest.mark.parametrize("path", UNDER_SECTIONS)
def test_a_signed_and_dated_article_under_a_section(path: str) -> None:
    assert len(extract(page(path, "The Quiet Ports", SIGNED)).body) == 2


@pytest.mark.parametrize("path", UNDER_SECTIONS)
def test_a_dated_address_under_a_section(path: str) -> None:
    dated = f"{path.rpartition('/')[0]}/2015/03/12/quiet-ports"
    assert len(extract(page(dated, "The Quiet Ports", "<p>Commentary</p><p>March 12, 2015</p>")).body) == 2
    assert kind(page(dated, "The Quiet Ports", "")) == "no-article"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/programs/asia", "programme-page"),
        ("/projects/harbors/", "programme-page"),
        ("/collections/ports/2015/03", "programme-page"),
        ("/issues/ports", "topic-page"),
        ("/regions/europe/2015", "topic-page"),
        ("/history", "institutional-page"),
        ("/donate", "institutional-page"),
        ("/about/history", "institutional-page"),
        ("/people/ann-lee", "person-page"),
        ("/search/ports", "search-page"),
    ],
)
@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("<p>Commentary</p><p>May 2, 2025</p>", TEXT),
        ("<p>May 2, 2025</p>", TEXT),
        (SIGNED, "<p>Ports</p><ul><li>Piers and quays</li></ul>"),
    ],
    ids=["unsigned", "dated", "no text"],
)
def test_sections_stay_what_they_are(path: str, told: str, header: str, body: str) -> None:
    assert kind(page(path, "The Quiet Ports", header, body)) == told


@pytest.mark.parametrize("path", UNDER_SECTIONS)
def test_cards_under_a_section_make_no_article(path: str) -> None:
    assert kind(page(path, "Ports", "<p>May 2, 2025</p>", CARDS)) != "no-article"


@pytest.mark.parametrize("path", ["/topics/trade", "/programs/asia"])
@pytest.mark.parametrize("intro", ["", TEXT.partition("</p>")[0] + "</p>"], ids=["alone", "introduced"])
def test_a_section_with_a_teaser_of_its_newest_piece(path: str, intro: str) -> None:
    piece = f'<div><a href="/posts/1">Piece 1</a>{SIGNED}{TEXT.partition("</p>")[0]}</p></div>'
    assert kind(page(path, "Trade", "", intro + piece)) in {"topic-page", "programme-page"}


@pytest.mark.parametrize("path", ["/emissary", "/diwan", "/chinafinancialmarkets", "/people/ann-lee", "/"])
def test_the_newest_piece_on_a_page_of_pieces_makes_it_no_article(path: str) -> None:
    assert kind(page(path, "The Quiet Ports", SIGNED)) in {"list-page", "person-page", "home-page"}


PRESS_RELEASES = [
    "/press-releases/quiet-ports",
    "/pressreleases/4711",
    "/about/press-releases/quiet-ports",
    "/about/press/2025/05/quiet-ports",
    "/about/pressroom/press-releases/2025/quiet-ports",
    "/press/quiet-ports",
    "/2015/03/12/quiet-ports-pub-4711",
]


@pytest.mark.parametrize("path", PRESS_RELEASES)
@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("<p>Press Release</p><p>May 2, 2025</p>", "press release"),
        ("<p>Press Release</p><p>FOR IMMEDIATE RELEASE</p><p>May 2, 2025</p>", "press release"),
        ("<p>FOR IMMEDIATE RELEASE</p><p>May 2, 2025</p>", "for immediate release"),
        ("<p>For Immediate Release: May 2, 2025</p>", "for immediate release"),
    ],
    ids=["label", "both", "line", "one line"],
)
def test_a_press_release_is_an_article(path: str, header: str, label: str) -> None:
    article = extract(page(path, "The Quiet Ports", header))
    assert (article.type, article.byline, article.date) == (label, None, "2025-05-02")
    assert article.dek is None
    assert len(article.body) == 2


@pytest.mark.parametrize("path", ["/press-releases", "/about/press-releases/", "/pressreleases/2025"])
def test_a_list_of_press_releases(path: str) -> None:
    assert kind(page(path, "Press Releases", "<p>Press Release</p><p>May 2, 2025</p>")) == "list-page"


@pytest.mark.parametrize("headline", ["History", "Jobs", "Contact"])
@pytest.mark.parametrize(
    ("path", "header"),
    [
        (None, '<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>Published on May 2, 2025</p>'),
        (None, "<p>By Ann Lee</p><p>Published on May 2, 2025</p>"),
        ("/publications/4711", "<p>By Ann Lee</p><p>Published on May 2, 2025</p>"),
        ("/2025/05/02/a-word-pub-4711", "<p>Commentary</p><p>May 2, 2025</p>"),
    ],
)
def test_an_article_may_be_called_like_such_a_page(path: str | None, header: str, headline: str) -> None:
    assert extract(page(path, headline, header)).headline == headline


@pytest.mark.parametrize(
    "path",
    [
        "/publications/?fa=view&id=4711",
        "/publications/?fa=40313",
        "/strategiceurope/?fa=71993&lang=de#top",
        "/events/?fa=eventDetail&id=3041",
        "/publications/index.cfm?fa=view&id=4711",
        "/publications/?lang=ru&fa=view&page=2&id=4711",
    ],
)
def test_an_article_may_be_named_by_a_query(path: str) -> None:
    header = "<p>By Ann Lee</p><p>May 2, 2010</p>"
    assert extract(page(path, "The Quiet Ports", header)).byline == "Ann Lee"


def test_a_query_without_a_number_names_a_list() -> None:
    assert kind(page("/publications/?fa=view", "Publications", "<p>May 2, 2010</p>")) == "list-page"


def test_an_article_may_be_called_a_search() -> None:
    assert extract(page("/posts/2026/03/search", "The Search", "<p>Commentary</p><p>May 2, 2026</p>")).body


def test_a_page_that_shows_a_date_alone_is_not_an_article() -> None:
    assert kind(page("/posts/ports", "The Quiet Ports")) == "no-article"


@pytest.mark.parametrize(
    "intro", ["", "<p>Everything that was written about ports, and a few things about quays, is here.</p>"]
)
def test_cards_in_place_of_a_text_make_a_list(intro: str) -> None:
    assert kind(page(None, "Ports", "", intro + CARDS)) == "list-page"


def test_cards_below_a_text_make_none() -> None:
    header = "<p>By Ann Lee</p><p>Published on May 2, 2025</p>"
    article = extract(page(None, "The Quiet Ports", header, f"{TEXT}<h2>Other Things</h2>{CARDS}"))
    assert len(article.body) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed"),
        (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "feed"),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>',
            "feed",
        ),
        (
            b'<?xml version="1.0"?><?style href="a.xsl"?><!-- x --><rdf:RDF xmlns:rdf="x"></rdf:RDF>',
            "feed",
        ),
        ('<?xml version="1.0" encoding="utf-16"?><rss><channel></channel></rss>'.encode("utf-16"), "feed"),
        (b'<?xml version="1.0"?><sitemapindex><sitemap></sitemap></sitemapindex>', "sitemap"),
        (b"\n <rss><channel></channel></rss>", "feed"),
        (b'\n<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        (b"<!-- " + b"made by hand - " * 20_000 + b"--><rss><channel></channel></rss>", "feed"),
        (b'<?xml version="1.0"?><!-->  --><rss></rss>', "feed"),
        (b"<!-- <html> --><rss><channel><title>x</title></channel></rss>", "feed"),
        (b'<!DOCTYPE rss [<!ENTITY nbsp "&#160;"> <!ENTITY copy "&#169;">]><rss></rss>', "feed"),
        (b'<!DOCTYPE rss PUBLIC "-//x//DTD RSS 0.91//EN" "x.dtd"><rss version="0.91"></rss>', "feed"),
        (b'<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"></atom:feed>', "feed"),
        (b"<RSS><CHANNEL></CHANNEL></RSS>", "feed"),
        (b'<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head></opml>', "feed"),
        (b'\n<opml version="1.0"><body><outline text="x"/></body></opml>', "feed"),
        (b'\n<urlset xmlns="x"><url><loc>x</loc></url></urlset>', "sitemap"),
        (b'<?xml version="1.0"?>' + b"<!--" * 30_000, "not-html"),
        (b"<!--" * 30_000, "not-html"),
        (b"<!DOCTYPE rss [" + b"<!" * 30_000, "not-html"),
    ],
)
def test_feeds_and_site_maps(text: bytes, told: str) -> None:
    assert kind(text) == told


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_a_list_saved_as_text(between: str) -> None:
    told = "Nobody had asked the pilots, and the pilots, who were used to it, had asked nobody either."
    pieces = [
        between.join(("Commentary", f"Piece {name}", "By Ann Lee", "May 2, 2025", told, ""))
        for name in "ABCD"
    ]
    assert kind("\n".join([*pieces, "", f"© 2026 {SITE}"]).encode()) == "list-page"


@pytest.mark.parametrize("headline", ["Page Not Found", "404", "This page could not be found"])
@pytest.mark.parametrize("path", ["/404", "/2025/05/02/quiet-ports", None])
def test_a_missing_page_may_have_a_date_and_a_text(headline: str, path: str | None) -> None:
    logo = '<img alt="Carnegie lettermark logo" src="/m.svg">'
    assert kind(page(path, headline, body=TEXT * 2 + logo)) == "not-found"


@pytest.mark.parametrize("headline", ["Research Assistant", "Email Preferences", "Asia Program"])
def test_a_dated_text_without_address_byline_and_label_is_not_an_article(headline: str) -> None:
    logo = '<img alt="Carnegie lettermark logo" src="/m.svg">'
    assert kind(page(None, headline, body=TEXT * 2 + logo)) == "no-article"
