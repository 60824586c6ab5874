"""Copies that services and tools make: the original's address, and when the copy was made."""

import pytest

from carnegie_extract import Article, ExtractionError, OtherSite, extract
from carnegie_extract.words.addresses import copied, original

HOME = "https://carnegieendowment.org"
OWN = f"{HOME}/posts/2026/04/ports"
NAME = "Carnegie Endowment for International Peace"
SEEN = "2026-05-04T10:20:30Z"


def page(head: str = "", *, top: str = "", end: str = "", root: str = '<html lang="en">') -> bytes:
    return f"""<!DOCTYPE html>{top}{root}<head><meta charset="utf-8">{head}
<title>The Quiet Ports | {NAME}</title></head><body><main><h1>The Quiet Ports</h1>
<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>April 23, 2026</p>
<p>The harbor was dredged in the spring, and nobody has been able to say who paid for it or why.</p>
<p>The ferries come twice a day now, and the ferrymen complain of the wait between the two of them.</p>
</main>{end}</body></html>""".encode()


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def og(name: str, value: str) -> str:
    return f'<meta property="og:{name}" content="{value}">'


def said(text: bytes) -> tuple[str | None, str | None]:
    article = extract(text)
    assert article.headline == "The Quiet Ports"
    return article.url, article.saved_at


@pytest.mark.parametrize(
    ("url", "at"),
    [
        (f"https://web.archive.org/web/20260504102030/{OWN}", SEEN),
        (f"http://web.archive.org/web/20260504102030id_/{OWN}", SEEN),
        ("https://web.archive.org/web/20260504102030/https:/carnegieendowment.org/posts/2026/04/ports", SEEN),
        (f"/web/20260504102030/{OWN}", SEEN),
        (f"https://web.archive.org/web/2026/{OWN}", None),
        (f"https://www.webarchive.example/wayback/archive/20260504102030mp_/{OWN}", SEEN),
        (f"https://archive.ph/20260504102030/{OWN}", SEEN),
        (f"https://archive.is/2026.05.04-102030/{OWN}", SEEN),
        (f"https://archive.today/20260504102030/{OWN}", SEEN),
        ("https://carnegieendowment-org.translate.goog/posts/2026/04/ports?_x_tr_sl=en&_x_tr_tl=fr", None),
        (f"https://translate.google.com/translate?sl=en&tl=fr&u={OWN}", None),
        (
            "https://translate.google.com/translate?u=https%3A%2F%2Fcarnegieendowment.org/posts/2026/04/ports&x",
            None,
        ),
        (f"https://webcache.googleusercontent.com/search?q=cache:aBc-1:{OWN}+&cd=1&hl=en", None),
        (f"https://webcache.googleusercontent.com/search?q=cache:{OWN}", None),
        (f"https://www.printfriendly.com/print?url={OWN}", None),
    ],
)
def test_the_original_that_an_address_names(url: str, at: str | None) -> None:
    assert copied(url) == (OWN, at)


def test_a_host_with_a_hyphen_behind_the_translator() -> None:
    url = "https://carnegie--mec-org.translate.goog/diwan/1?lang=en&_x_tr_sl=en&_x_tr_tl=fr"
    assert original(url) == "https://carnegie-mec.org/diwan/1?lang=en"


@pytest.mark.parametrize(
    "url",
    [
        OWN,
        f"https://gazette.example/share?url={OWN}",
        f"https://gazette.example/{OWN}",
        f"https://archive.ph.gazette.example/newest/{OWN}",
        f"https://gazette.example/translate.goog?u={OWN}",
        "https://carnegieendowment-org.translate.goog.gazette.example/x",
        "/posts/2026/04/ports",
    ],
)
def test_addresses_that_are_not_a_copy_s(url: str) -> None:
    assert original(url) == url


def test_the_line_that_the_wayback_machine_prints() -> None:
    printed = (
        '<div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20260504102030/{}</div>'
    )
    assert said(page(top=printed.format(f"{OWN}?a=1&amp;b=2"))) == (f"{OWN}?a=1&b=2", SEEN)
    with pytest.raises(OtherSite):
        said(page(top=printed.format("http://gazette.example/ports")))


def test_archive_today() -> None:
    head = (
        og("site_name", "archive.ph")
        + og("url", f"https://archive.ph/20260504102030/{OWN}")
        + canonical(f"https://archive.ph/2026.05.04-102030/{OWN}")
    )
    assert said(page(head)) == (OWN, SEEN)


def test_archive_today_with_a_short_canonical() -> None:
    head = (
        og("site_name", "archive.ph")
        + canonical("https://archive.ph/aB3dE")
        + f'<link rel="bookmark" href="http://archive.today/20260504102030/{OWN}"/>'
    )
    assert said(page(head)) == (OWN, SEEN)


def test_an_archive_s_copy_of_another_site() -> None:
    with pytest.raises(OtherSite):
        extract(page(canonical("https://archive.ph/20260504102030/https://gazette.example/ports")))


def test_google_s_translation() -> None:
    url = "https://carnegieendowment-org.translate.goog/posts/2026/04/ports?_x_tr_sl=en&amp;_x_tr_tl=fr"
    assert said(page(canonical(url) + og("url", url))) == (OWN, None)


def google(day: str, url: str = OWN, base: str = OWN) -> str:
    return (
        f'<base href="{base}"><div id="bN-google-cache-hdr"><div>This is Google&#39;s cache of '
        f'<a href="{url}" dir="ltr">{url}</a>. It is a snapshot of the page as it appeared on {day} GMT.'
        "</div></div>"
    )


@pytest.mark.parametrize("day", ["4 May 2026 10:20:30", "May 4, 2026 10:20:30"])
def test_google_s_cache(day: str) -> None:
    assert said(page(top=google(day))) == (OWN, SEEN)


def test_bing_s_cache_says_no_time() -> None:
    top = (
        f'<base href="{OWN}"/><div class="cacheHeader">You have reached the cached page for <strong>'
        f'<a href="{OWN}">{OWN}</a></strong>. Below is a snapshot of the Web page as it appeared on 5/4/2026'
        "</div>"
    )
    assert said(page(top=top)) == (OWN, None)


def test_the_words_of_a_cache_without_its_base_are_not_a_cache() -> None:
    top = google("4 May 2026 10:20:30", base="https://gazette.example/ports")
    assert said(page(top=top)) == (None, None)


@pytest.mark.parametrize("name", ["archive.ph", "Perma.cc", "Ghostarchive"])
def test_the_name_of_an_archive(name: str) -> None:
    assert said(page(canonical(OWN) + og("site_name", name))) == (OWN, None)


@pytest.mark.parametrize("name", [NAME, "PrintFriendly"])
def test_a_print_service(name: str) -> None:
    head = og("url", "https://www.printfriendly.com/p/g/AbC12") + og("site_name", name)
    assert said(page(head)) == (None, None)
    assert said(page(head + canonical(OWN))) == (OWN, None)


@pytest.mark.parametrize("version", ["2.8.3", "2.10.1-beta"])
@pytest.mark.parametrize(("source", "url"), [(OWN, OWN), ("local source", None)])
def test_monolith(source: str, url: str | None, version: str) -> None:
    note = f"<!-- Saved from {source} at {SEEN} using monolith v{version} -->".encode()
    assert said(note + page()) == (url, SEEN)
    assert said(note + page(canonical(OWN))) == (OWN, SEEN)


@pytest.mark.parametrize("address", [OWN, OWN.removeprefix("https://")])
@pytest.mark.parametrize("maker", ["3.x [XR&CO'2014]", "3.49-2 [XR&CO'2014]"])
@pytest.mark.parametrize(
    "added", ["", '<!-- Added by HTTrack --><meta charset="utf-8"><!-- /Added by HTTrack -->']
)
def test_httrack(address: str, maker: str, added: str) -> None:
    note = (
        f"<!-- Mirrored from {address} by HTTrack Website Copier/{maker}, Mon, 04 May 2026 10:20:30 GMT -->"
    )
    assert said(page(added + note)) == (OWN, SEEN)


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("+0300 (Moscow Standard Time)", "+03:00"), ("-0430", "-04:30"), ("+0000 (GMT)", "Z")],
)
def test_save_page_we(zone: str, offset: str) -> None:
    head = (
        f'<meta name="savepage-url" content="{OWN}">'
        f'<meta name="savepage-date" content="Mon May 04 2026 13:20:30 GMT{zone}">'
    )
    assert said(page("<style>/* " + "x" * 40_000 + " */</style>" + head)) == (
        OWN,
        f"2026-05-04T13:20:30{offset}",
    )


def test_a_note_about_another_site_s_address() -> None:
    note = f"<!-- Saved from https://mirror.example/x at {SEEN} using monolith v2.8.3 -->"
    with pytest.raises(OtherSite):
        extract(note.encode() + page(canonical(OWN)))


@pytest.mark.parametrize("host", ["localhost:8000", "192.168.1.7", "shelf.local"])
def test_a_mirror_of_one_s_own(host: str) -> None:
    note = (
        f"<!-- Mirrored from {host}/ports.html by HTTrack Website Copier/3.x [XR&CO'2014], "
        "Mon, 04 May 2026 10:20:30 GMT -->"
    )
    assert said(page(note)) == (None, SEEN)
    assert said(page(note + canonical(OWN))) == (OWN, SEEN)


def read_xhtml(
    body: str, *, prolog: str = '<?xml version="1.0" encoding="utf-8"?>\n', namespace: bool = True
) -> Article:
    root = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">' if namespace else '<html lang="en">'
    return extract(prolog.encode() + page('<script src="/a.js" async="async"/>', end=body, root=root))


@pytest.mark.parametrize("tag", ["script", "iframe", "style", "title", "textarea", "noscript", "select"])
def test_xhtml_with_elements_that_close_themselves(tag: str) -> None:
    text = page(f'<script src="/a.js"/><{tag} id="x" />', root='<html xmlns="http://www.w3.org/1999/xhtml">')
    article = extract(text)
    assert article.headline == "The Quiet Ports"
    assert len(article.body) == 2


def test_xhtml_recognized_by_its_prolog() -> None:
    assert len(read_xhtml("", namespace=False).body) == 2


def test_html_is_read_as_browsers_read_it() -> None:
    with pytest.raises(ExtractionError, match="headline"):
        read_xhtml("", prolog="", namespace=False)


def test_scripts_comments_and_data_of_xhtml_stay_as_they_are() -> None:
    block = '{"authors": ["Ann Lee"], "type": "commentary", "blog": "<i/> & <b/>"}'
    article = read_xhtml(f"<!-- <i/> --><script>{block}</script>")
    assert article.metadata is not None
    assert article.metadata["blog"] == "<i/> & <b/>"
