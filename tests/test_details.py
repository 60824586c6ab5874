"""Details that no fixture shows, each on a page of a few lines: what was once read wrongly stays right."""

from typing import Any

import pytest

from carnegie_extract import Article, ExtractionError, NoArticle, OtherSite, extract

PROSE = "The harbor was dredged in the spring, and nobody has been able to say who paid for it or why."
MORE = "The ferries come twice a day now, and the ferrymen complain of the wait between the two of them."
HEAD = """<title>The Quiet Ports | Carnegie Endowment for International Peace</title>
<link rel="canonical" href="https://carnegieendowment.org/posts/2026/04/ports">"""
BYLINE = '<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>Published on Apr 23, 2026</p>'
BLOCK = """<pre>{"authors": ["Ann Lee"], "type": "commentary", "centers": []}</pre>"""


def page(
    body: str = "",
    *,
    head: str = HEAD,
    block: str = BLOCK,
    byline: str = BYLINE,
    after: str = "",
    above: str = "",
) -> str:
    runs = f'<div class="rich"><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></div>'
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head>
<body><main>{above}{block}
<div><h2>The Quiet Ports</h2><p>A dek.</p>{byline}</div>
<section id="content">{runs}{body}{runs}</section>{after}</main></body></html>"""


def read(text: str) -> Article:
    return extract(text.encode())


@pytest.mark.parametrize(
    "run",
    [
        '<div class="rich"><p>It ends here, as we know.</p><p><a href="/x">Learn more</a></p></div>',
        '<div class="rich"><h3><a href="/x">A linked heading</a></h3><p>It ends here, as we know.</p></div>',
        '<div class="rich"><h3>See also the ports</h3><p>It ends here, as we know.</p></div>',
        '<div class="rich"><p>It ends here.</p><h3>Subscribe to Nothing</h3><p>Or so.</p></div>',
    ],
)
def test_a_short_run_stays_in_the_body(run: str) -> None:
    assert any(text.startswith("It ends here") for text in read(page(run)).body)


def test_a_card_without_the_class_of_a_run_goes() -> None:
    link = '<a href="/x"><span>Commentary</span><span>Another Piece</span></a>'
    card = f"<div>{link}<p>Its teaser, rather long.</p></div>"
    assert read(page(card)).body == read(page()).body


@pytest.mark.parametrize("heading", ["Authors", "Notes"])
def test_a_section_may_be_called_like_a_landmark(heading: str) -> None:
    article = read(page(f'<div class="rich"><h3>{heading}</h3><p>{MORE} {MORE}</p></div>'))
    assert f"{MORE} {MORE}" in article.body


def test_a_first_paragraph_may_open_like_a_source() -> None:
    told = "Source: a person close to the port authority told me so in the spring."
    text = page().replace(f"<p>{PROSE}</p>", f"<p>{told}</p><p>{PROSE}</p>", 1)
    assert read(text).body[0] == told


OPENINGS = [
    "7:30 in the morning, and the ships had not come.",
    "1 p.m. was the hour at which the ferry used to leave.",
    "9.30 Opening of the gates, and nobody came to see it.",
    "2.50 euros is all that the crossing ever cost.",
    "Online they wrote that no ship had come.",
    "12 comments were sent to the harbor master.",
    "Updated figures from the port show that the ships are back.",
    "Updated rules of May 2, 2019 apply to every ship.",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_first_paragraph_may_open_like_a_line_of_the_header(opening: str) -> None:
    html = page().replace('id="content"', "").replace(f"<p>{PROSE}</p>", f"<p>{opening}</p><p>{PROSE}</p>", 1)
    assert read(html).body[0] == opening
    assert read(COMPACT.replace(PROSE, f"{opening}\n\n{PROSE}")).body[0] == opening


@pytest.mark.parametrize(
    "line",
    [
        "9:30 a.m.",
        "6 pm",
        "10:00–11:30 a.m. (EDT)",
        "9:00 AM - 10:30 AM Eastern Time",
        "9:00 a.m. ET / 3:00 p.m. CET",
        "18:00 ч.",
        "下午 3:00 至 5:00",
        "Updated on May 2, 2026 at 9:30 a.m.",
    ],
)
def test_hours_and_updates_are_not_text(line: str) -> None:
    html = page(byline=f"{BYLINE}<p>{line}</p>").replace('id="content"', "")
    assert line not in read(html).body


def test_unlinked_markers_that_count_are_markers() -> None:
    text = page("<p>First<sup>1</sup> and second.<sup>2</sup></p>")
    assert "First and second." in read(text).body


@pytest.mark.parametrize(
    "sup", ["<p>An area of 40 m<sup>2</sup> in all.</p>", "<p>The 3<sup>rd</sup> of May.</p>"]
)
def test_other_superscripts_stay(sup: str) -> None:
    assert any(text in ("An area of 40 m2 in all.", "The 3rd of May.") for text in read(page(sup)).body)


def test_word_notes_without_a_heading() -> None:
    body = (
        '<p>Said once.<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Ledger of the port, folio 40.</p>'
    )
    article = read(page(body))
    assert "Said once." in article.body
    assert [(note.id, note.text) for note in article.notes] == [("1", "Ledger of the port, folio 40.")]


def test_a_page_without_block_and_text_is_refused() -> None:
    with pytest.raises(NoArticle, match="no text"):
        read(page(block="").replace(PROSE, "").replace(MORE, ""))


@pytest.mark.parametrize(
    ("above", "body"),
    [("", '<iframe src="https://www.youtube.com/embed/x"></iframe>'), ("<p>Podcast</p>", "")],
    ids=["player", "label"],
)
def test_a_podcast_or_video_needs_no_text(above: str, body: str) -> None:
    article = read(page(body, block="", above=above).replace(PROSE, "").replace(MORE, ""))
    assert article.body == []
    assert "empty-body" in article.warnings


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", None])
@pytest.mark.parametrize("bad", [b"\xff", b"\xff" * 12])
def test_bad_bytes_never_spoil_the_rest(charset: str | None, bad: bytes) -> None:
    text = page("<p>He said “yes” and she said “no” BAD.</p>")
    text = text.replace('<meta charset="utf-8">', f'<meta charset="{charset}">' if charset else "")
    article = extract(text.encode().replace(b"BAD", bad))
    assert any(body.startswith("He said “yes” and she said “no” \ufffd") for body in article.body)
    assert "bytes-replaced" in article.warnings


def test_a_declaration_in_a_comment_declares_nothing() -> None:
    text = page("<p>“Quoted” — here.</p>").replace(
        '<meta charset="utf-8">', '<!-- <meta charset="windows-1251"> --><meta charset="windows-1252">'
    )
    assert "“Quoted” — here." in extract(text.encode("cp1252")).body


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2026-04-23T12:00:46.000Z", "2026-04-23T12:00:46.000Z"),
        ("2026-04-23 12:00+0300", "2026-04-23T12:00:00+03:00"),
        ("2026-04-23T12:00:46+25:99", None),
        ("2026-04-23", None),
        ("٢٠٢٦-٠٤-٢٣T12:00:46Z", None),
    ],
)
def test_stamps_are_rfc_3339_or_null(stamp: str, expected: str | None) -> None:
    head = f'{HEAD}<meta property="article:published_time" content="{stamp}">'
    assert read(page(head=head)).published_at == expected


def test_a_stamp_that_is_none_leaves_the_next_source() -> None:
    data = '{"@type": "Article", "headline": "The Quiet Ports", "datePublished": "2026-04-23T12:00:46Z"}'
    head = (
        f'{HEAD}<meta property="article:published_time" content="soon">'
        f'<script type="application/ld+json">{data}</script>'
    )
    assert read(page(head=head)).published_at == "2026-04-23T12:00:46Z"


@pytest.mark.parametrize(
    ("top", "bottom", "url", "saved_at"),
    [
        ("<!-- saved from url=(0046)https://carnegieendowment.org/saved/from/here -->", "",
         "https://carnegieendowment.org/saved/from/here", None),
        ("<!--\n Page saved with SingleFile \n url: https://carnegieendowment.org/single \n"
         " saved date: Thu Apr 23 2026 10:11:12 GMT+0200 (CEST)\n-->", "",
         "https://carnegieendowment.org/single", "2026-04-23T10:11:12+02:00"),
        ("<!--\n Page saved with SingleFile \n url: https://carnegieendowment.org/single \n"
         " saved date: Thu Apr 23 2026 10:11:12 GMT+0000 (UTC)\n-->", "",
         "https://carnegieendowment.org/single", "2026-04-23T10:11:12Z"),
        ("", "<!-- FILE ARCHIVED ON 03:12:45 Feb 14, 2026 AND RETRIEVED -->", None, "2026-02-14T03:12:45Z"),
    ],
)  # fmt: skip
def test_what_saving_tools_note(top: str, bottom: str, url: str | None, saved_at: str | None) -> None:
    head = "<title>The Quiet Ports | Carnegie Endowment for International Peace</title>"
    article = read(top + page(head=head) + bottom)
    assert (article.url, article.saved_at) == (url, saved_at)


def test_the_wayback_prefix_goes_and_its_stamp_is_kept() -> None:
    head = HEAD.replace("https://carneg", "https://web.archive.org/web/20260214031245/https://carneg")
    article = read(page(head=head))
    assert article.url == "https://carnegieendowment.org/posts/2026/04/ports"
    assert article.saved_at == "2026-02-14T03:12:45Z"


def test_a_required_image_is_not_an_image() -> None:
    head = f'{HEAD}<meta property="og:image" content="https://assets.carnegieendowment.org/x.jpg">'
    assert read(page(head=head)).image is not None
    assert read(page(head=head, above="<div>REQUIRED IMAGE</div>")).image is None


@pytest.mark.parametrize("link", ['<p>See <a href="https://un.org/r.pdf">this report</a>.</p>',
                                  '<div><a href="https://un.org/r.pdf">Download PDF</a></div>'])  # fmt: skip
def test_the_pdf_is_the_page_s_own(link: str) -> None:
    assert read(page(link)).pdf is None


def test_the_pdf_that_is_offered() -> None:
    article = read(page(after='<a href="/files/ports.pdf">Download PDF</a>'))
    assert article.pdf == "https://carnegieendowment.org/files/ports.pdf"


def test_json_ld_that_names_others_is_warned_of() -> None:
    data = '{"@type": "Article", "author": {"name": "Bob Roe"}}'
    article = read(page(head=f'{HEAD}<script type="application/ld+json">{data}</script>'))
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert "byline-json-ld-differ" in article.warnings


def test_a_language_that_the_text_contradicts() -> None:
    russian = "Порт углубили весной, и до сих пор никто не может сказать, кто за это заплатил и почему."
    text = page().replace("The Quiet Ports", "Тихие порты").replace(PROSE, russian).replace(MORE, russian)
    article = read(text)
    assert article.language == "ru"
    assert "language-differs" in article.warnings


def test_a_date_that_only_the_address_has() -> None:
    head = HEAD.replace("/posts/2026/04/ports", "/2019/02/19/ports-pub-78407")
    byline = '<p>By <a href="/people/ann-lee">Ann Lee</a></p>'
    article = read(page(head=head, byline=byline))
    assert article.date == "2019-02-19"
    assert "date-from-url" in article.warnings


CARDS = "".join(
    f'<div><span>Commentary</span><h3><a href="/r/{n}">Piece {n}</a></h3><p>{PROSE}</p></div>'
    for n in range(5)
)


@pytest.mark.parametrize("path", ["/", "/research", "/people/ann-lee", "/emissary", "/search?q=ports"])
def test_an_address_of_another_kind_is_refused(path: str) -> None:
    head = HEAD.replace("/posts/2026/04/ports", path)
    with pytest.raises(ExtractionError):
        read(page(head=head, block="", after=CARDS))


@pytest.mark.parametrize("title", ["Scholars on Ports - The Gazette", "Scholars on Ports | The Gazette"])
def test_pages_about_the_endowment_are_not_its_own(title: str) -> None:
    links = '<a href="https://carnegieendowment.org/a">a</a>' * 3
    quoted = "<p>Carnegie does not take institutional positions on public policy issues.</p>"
    with pytest.raises(OtherSite):
        read(
            page(head=f"<title>{title}</title>", block="", after=links + quoted + "<p>© 2026 The Gazette</p>")
        )


COMPACT = f"""Commentary
The Quiet Ports
A dek about small harbors.
By Ann Lee and Bob Roe
Published on Apr 23, 2026

{PROSE}

{MORE}

© 2026 Carnegie Endowment for International Peace. All rights reserved.
"""


def test_plain_text_without_a_blog_s_line() -> None:
    article = read(COMPACT)
    said: tuple[Any, ...] = (article.headline, article.blog, article.dek)
    assert said == ("The Quiet Ports", None, "A dek about small harbors.")
    assert article.body == [PROSE, MORE]


def test_plain_text_of_others_is_refused() -> None:
    with pytest.raises(ExtractionError):
        read(COMPACT.replace("© 2026 Carnegie Endowment for International Peace. ", ""))


def test_a_block_without_a_type_is_a_block() -> None:
    block = BLOCK.replace('"commentary"', "null")
    article = read(page(block=block))
    assert article.metadata == {"authors": ["Ann Lee"], "type": None, "centers": []}


@pytest.mark.parametrize("opening", ["window.__DATA__ = ", "var data=", 'window["data"] = '])
def test_a_block_may_be_assigned_in_a_script(opening: str) -> None:
    block = '{"authors": ["Ann Lee"], "type": "commentary", "centers": []}'
    article = read(page(block=f"<script>{opening}{block};</script>"))
    assert article.metadata == {"authors": ["Ann Lee"], "type": "commentary", "centers": []}


def linked(kind: str, headline: str, day: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "{headline}",'
        f' "datePublished": "{day}T08:00:00Z"}}</script>'
    )


@pytest.mark.parametrize(
    "kind", ["https://schema.org/Article", "schema:NewsArticle", "OpinionNewsArticle", "Article"]
)
def test_linked_data_of_every_kind_of_article(kind: str) -> None:
    article = read(page(head=HEAD + linked(kind, "The Quiet Ports", "2026-04-23")))
    assert article.published_at == "2026-04-23T08:00:00Z"


def test_linked_data_of_another_piece_is_not_this_one_s() -> None:
    other, own = (
        linked("Article", "Another Piece", "2020-01-02"),
        linked("Article", "The Quiet Ports", "2026-04-23"),
    )
    assert read(page(head=HEAD + other + own)).published_at == "2026-04-23T08:00:00Z"
