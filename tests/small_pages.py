"""Small pages of the two generations of the site, each made for one rule."""

from collections.abc import Mapping
from typing import Any

from carnegie_extract import extract
from carnegie_extract.layouts.legacy import MARKUP

PROSE = "The harbor kept its lights on through the winter, and the pilots learned to trust them again."
MORE = "Nobody on the quay had expected the tariffs to last, yet the cranes stood idle until the spring."
LAST = "What the towns do next depends on the boats that sail, and on the crews that stay ashore."
STRAY = "Every autumn the committee sends letters to its members, who answer them with small gifts of salt."
ADDRESS = "https://carnegieendowment.org/2019/05/03/harbor-lights-pub-123"
BYLINE = '<p>By <a href="/experts/12">Ann Lee</a></p>'
DATE = "<p>May 3, 2019</p>"
DEK = "What the lights cost the towns of the coast, and who is asked to pay for them every winter."
DEK_LINE = f"<p>{DEK}</p>"
PARAGRAPHS = f"<p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p>"


def _page(head: str, main: str) -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{main}</body></html>'


def _title(bar: str) -> str:
    return f"<title>Harbor Lights {bar} Carnegie Endowment for International Peace</title>"


def legacy(
    body: str = PARAGRAPHS, *, over: str = "", header: str = BYLINE + DATE, after: str = "", head: str = ""
) -> str:
    """A page of the sites before mid-2024, told by the class of its body."""
    return _page(
        f'{_title("-")}<link rel="canonical" href="{ADDRESS}">{head}',
        f'<main>{over}<h1>Harbor Lights</h1>{header}<div class="article-body">{body}</div>{after}</main>',
    )


def current(
    main: str, *, over: str = "<span>Commentary</span>", header: str | None = None, head: str = ""
) -> str:
    """A page of the site of 2026, told by its scripts; `main` is what follows the header."""
    lines = '<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>May 3, 2026</p>' if header is None else header
    script = '<script src="/_next/static/main.js"></script>'
    address = '<link rel="canonical" href="https://carnegieendowment.org/research/2026/05/harbor-lights">'
    return _page(f"{_title('|')}{address}{script}{head}", f"{over}<h1>Harbor Lights</h1>{lines}{main}")


def read(page: str) -> Mapping[str, Any]:
    """The record of a page."""
    return extract(page.encode()).record()


def headed(*lines: str, over: str = "<span>Commentary</span>") -> Mapping[str, Any]:
    """The record of a page of 2026 whose header has these lines."""
    return read(current(f"<main>{PARAGRAPHS}</main>", over=over, header="".join(lines)))


def within(insert: str) -> str:
    """The text with something between its paragraphs."""
    return f"<p>{PROSE}</p><p>{MORE}</p>{insert}<p>{LAST}</p>"


def boxed(selector: str) -> str:
    """The text with an element between its paragraphs that a class or an id names."""
    kind, name = ("id", selector[1:]) if selector[0] == "#" else ("class", selector[1:])
    return legacy(within(f'<div {kind}="{name}"><p>{STRAY}</p></div>'))


def _rich(text: str) -> str:
    return f'<div class="payload-richtext">{text}</div>'


_BESIDE_A_LINK = f'<div><p>{STRAY}</p><a href="/research/2026/04/salt">Salt</a></div>'
_JSON_LD = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2019-05-04"}</script>'
_LABEL = "<span>Commentary</span>"
_METADATA = '{"authors": ["Ann Lee"], "blog": "Tide Tables", "type": "commentary"}'
_OTHER_PDF = '<a href="https://example.org/salt.pdf">'
_TITLED = '<h3><a href="/2019/04/01/salt-pub-99">Salt of the Coast</a></h3>'

INSERTS = {
    "contents": '<ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul>',
    "author_box": f"<div><p>Ann Lee</p><p>Ann Lee is a fellow who studies harbors. {STRAY}</p></div>",
    "card": f"<div><span>Commentary</span>{_TITLED}<p>{STRAY}</p></div>",
    "related_list": '<p>Related Content</p><p><a href="/2019/04/01/salt-pub-99">Salt of the Coast</a></p>',
    "player": "<p>Listen to this article</p>",
    "pdf_button": '<p><a href="/files/harbor.pdf">Read the whole paper</a></p>',
    "pdf_label": '<p>Additional Links</p><p><a href="/files/harbor.pdf">Read the whole paper</a></p>',
    "pdf_heading": '<h4>For readers offline</h4><p><a href="/files/harbor.pdf">Read the whole paper</a></p>',
    "editions": "<h4>Buy the Book</h4><ul><li>Paperback: $19.95</li></ul>",
    "caption": '<div><img src="/a.jpg"><p class="image-caption">Cranes over the old quay</p></div>',
    "number_box": "<div><p>61%</p><p>of wagons wait</p></div>",
    "table_source": "<table><tr><td>Boats</td><td>12</td></tr></table><p>Source: Harbor office</p>",
    "embed": '<blockquote class="twitter-tweet"><p>They are back.</p>— Bo Ray (@boray) May 1</blockquote>',
    "contact": "<p>Questions: harbor-desk@example.org</p>",
    "notice": "<p>This website is a collection of work by the Carnegie Endowment.</p>",
    "button": "<p>Print page</p>",
    "tags": '</div><div><a href="/topics/trade">Trade</a></div><div>',
    "chrome_link": '<p><a href="/topics/trade">Trade</a></p>',
    "divider": "<p>***</p>",
    "beside_buttons": "<div><p>Did you like the boats?</p><button>Ring</button></div>",
    "series_note": "<div><p>This article is part of our series on salt.</p></div>",
    "newsletter": '<div class="letters"><h4>By mail</h4><p>Subscribe to our letters and get them.</p></div>',
    "over_button": f"<div><p>{STRAY}</p><button>Ring</button></div>",
    "pager": '<ul><li>1</li><li><a href="?page=2">2</a></li></ul>',
}
BOXES = {
    "article": f"<article><h3>Salt</h3><p>{STRAY}</p></article>",
    "aside": f"<aside><p>{STRAY}</p></aside>",
    "form": f"<form><p>{STRAY}</p></form>",
    "footer": f"<footer><p>{STRAY}</p></footer>",
    "dialog": f'<div role="dialog"><p>{STRAY}</p></div>',
    "hidden": f"<div hidden><p>{STRAY}</p></div>",
}

SMALL: tuple[str, ...] = (
    *(boxed(removal.selector) for removal in MARKUP.removals),
    *map(legacy, map(within, INSERTS.values())),
    *map(legacy, map(within, BOXES.values())),
    # Boxes of podcasts amid a text, and cards that name its authors below it
    legacy(
        f"<p>{PROSE}</p><div><h4>Podcast of the Harbor</h4><p>Lamps are paid by the night.</p>"
        f'<a href="https://pods.example/1">Lampcast</a></div><p>{MORE}</p>'
    ),
    legacy(
        f"{PARAGRAPHS}<ul><li><h5>Ann Lee</h5><p>Journalist.</p></li><li><h5>Bo Ray</h5><p>Pilot.</p></li></ul>",
        header=f"<p>By Ann Lee and Bo Ray</p>{DATE}",
    ),
    legacy(f"<p>Source: Harbor Gazette</p>{PARAGRAPHS}"),
    legacy(f'<div><a href="/diwan">Diwan</a></div>{PARAGRAPHS}'),
    legacy(within(f"<blockquote><p>{STRAY}</p></blockquote><p>— Harbor Gazette</p>")),
    legacy(within(f"<div><h3>Bo Ray</h3><p>Director of Lamps</p></div><p>{STRAY}</p>")),
    legacy(f"{PARAGRAPHS}<h4>Credits</h4><p>Maps: Bo Ray</p>"),
    current(f"<main>{PARAGRAPHS}</main>", over=f'{_LABEL}<a href="/salt">Salt of the Coast</a>'),
    # What stands beside or below the elements of the body.
    legacy(f"<p>{PROSE}</p></div>{_BESIDE_A_LINK}<div class='article-body'><p>{MORE}</p><p>{LAST}</p>"),
    legacy(after=f"<h3>Related Work</h3><div><p>{STRAY}</p></div>"),
    legacy(after='<div><a href="/files/salt.pdf">Full Text (English)</a> <a href="/salt">Salt</a></div>'),
    current(f'<div id="content">{PARAGRAPHS}</div><h3>Related Work</h3><div><p>{STRAY}</p></div>'),
    current(f"<main>{_rich(f'<p>{PROSE}</p>')}{_BESIDE_A_LINK}{_rich(f'<p>{MORE}</p><p>{LAST}</p>')}</main>"),
    current(
        f'<section id="content">{_rich(f"<p>{PROSE}</p>")}{_BESIDE_A_LINK}'
        f"{_rich(f'<p>{MORE}</p><p>{LAST}</p>')}</section>"
    ),
    # Header
    legacy(header=f"<p>Ann Lee</p>{DATE}"),
    legacy(over='<div class="blog-zone-title__logo">Tide Tables</div>'),
    current(f"<main>{PARAGRAPHS}</main>", head="", over=f"<div>{_METADATA}</div>"),
    legacy(within(f"<p>{_METADATA}</p>")),
    legacy(over='<a href="/x"><img src="/d.png" alt="Diwan"></a>'),
    legacy().replace("/2019/05/03/harbor-lights-pub-123", "/sada/4711"),
    legacy(header=f"<p>Published by Harbor Gazette</p>{DATE}"),
    legacy(over="<p>Diwan</p>"),
    legacy(header=f"<p><span>Ann Lee</span> | <span>Op-Ed</span></p>{DATE}"),
    # Dates
    legacy(over=_LABEL, header=BYLINE),
    legacy(over=_LABEL, header=BYLINE, head=_JSON_LD),
    legacy(over=_LABEL, header=BYLINE, head='<meta name="citation_publication_date" content="2019/05/05">'),
    # PDF
    legacy(within(f'<p>{STRAY} <a class="analytics-download" href="/files/harbor.pdf">the paper</a></p>')),
    legacy(
        within(f'<div class="related-docs"><p>{STRAY} <a href="/files/harbor.pdf">the paper</a></p></div>')
    ),
    legacy(after=f"<h4>Additional Links</h4><p>{_OTHER_PDF}Full Text</a></p>"),
    legacy(after='<p>For readers: <a href="/files/harbor.pdf">PDF</a></p>'),
    legacy(header=f"{BYLINE}{DATE}<p>{_OTHER_PDF}Full Text</a></p>"),
    # Notes
    legacy(
        within('<p>Salt.<sup><a id="ref-1" href="#footnote-1">1</a></sup></p>'),
        after=f'<div hidden><p id="footnote-1"><a href="#ref-1">1</a> {STRAY}</p></div>',
    ),
    # Boxes
    legacy(
        within(
            f"<div><p>Get More News and Analysis From</p><p>Harbor</p><p>{STRAY}</p></div><p>Subscribe</p>"
        )
    ),
    legacy(within(f"<div><h4>Tide Tables</h4><p>{STRAY}</p><a href='/tides'>Learn More</a></div>")),
    legacy(header=f"<div>Ann Lee</div>{DEK_LINE}{DATE}"),
)
"""Each is read differently without one rule."""

_LONG = " ".join([STRAY] * 6)
_DEK = '<meta name="description" content="What the lights cost the towns of the coast.">'
_DEK_LINE = "<p>What the lights cost the towns of the coast.</p>"
_AUTHORS = '<meta name="author" content="Ann Lee"><meta name="author" content="Bo Ray">'


def _text(header: str) -> str:
    """A plain text of the Endowment's; `header` follows the headline."""
    end = "Carnegie does not take institutional positions on public policy issues."
    return "\n\n".join(["Commentary", "Harbor Lights", *header.split("|"), PROSE, MORE, LAST, end])


_ONE_SENTENCE = "The boats sail for the salt islands once all of the ice is gone."
_BIO = "Ann Lee is a fellow who studies the harbors of the north and the salt that is landed there."
_NOTES = f"<h2>Notes</h2><ol><li>{STRAY}</li></ol>"
_DISCLAIMER = "<p>Carnegie does not take institutional positions on public policy issues.</p>"
_TWICE = f"<h3>{LAST}</h3><button>Share</button>{BYLINE}{DATE}"
_TESTIFIES = "<p>Ann Lee<br>Senior Fellow<br>Carnegie Endowment for International Peace</p>"
RULED: tuple[str, ...] = (
    # Who testifies, and before whom
    legacy(header=f"<p>Testimony before the Committee<br>Elm Quay Senate<br>May 3, 2003</p>{_TESTIFIES}"),
    legacy(header=f"{_TESTIFIES}<p>Testimony before the Committee on Harbors</p><p>May 3, 2003</p>"),
    legacy(f"<p>&copy; 2003 Harbor Gazette. Reprinted with permission.</p>{PARAGRAPHS}"),
    legacy(header=f"<p>Spring Meeting<br>Harbor Papers</p>{BYLINE}{DATE}"),
    # A last sentence that leads elsewhere, and goes on behind the link
    legacy(
        f'{PARAGRAPHS}<p>Read the full <a href="https://example.org/salt">treaty</a> and nothing in it bars salt</p>'
    ),
    # What a newsletter asks, last
    legacy(f"{PARAGRAPHS}<p>Subscribe to letters from our pilots.</p>"),
    # A label below the text, whose names another section has
    legacy(PARAGRAPHS, after="<ul><li>By:</li></ul><h2>About the Author</h2><p>Ann Lee</p>"),
    # The last lines of old pages
    legacy(f"{PARAGRAPHS}<p>Printed from http://www.ceip.org/files/harbor.asp</p>"),
    legacy(
        f'{PARAGRAPHS}<p><a href="/salt">{STRAY} And so it goes on, wherever they live, all year long</a></p>'
    ),
    legacy(f'{PARAGRAPHS}<ul><li><a href="/salt">Salt</a></li></ul>'),
    legacy(f'{PARAGRAPHS}<p><a href="/salt">Salt of the coast</a></p>'),
    legacy(f'{PARAGRAPHS}<p>Read the full story <a href="http://x.example/a">there</a>.</p>'),
    legacy(f'{PARAGRAPHS}<p>They write: <a href="http://x.example/a">Salt</a>.</p>'),
    legacy(f"{PARAGRAPHS}<p>A pilot of the coast who knew them all has his letters at www.ceip.org</p>"),
    legacy(
        f"{PARAGRAPHS}<p><em>Ann Lee is a pilot. {STRAY}</em></p><p><em>Maps are by others of the port.</em></p>"
    ),
    legacy(within("<p><b>Bo Ray</b> <i>Director of the docks</i></p>")),
    legacy(header=f"{BYLINE}<p>Published May 3, 2019 by Carnegie Europe</p>"),
    legacy(header=f"{BYLINE}{DATE}<p>Article <em>Harbor Gazette</em></p>"),
    legacy(f"{PARAGRAPHS}<p>(Source: Harbor Gazette)</p>"),
    # A name right above the headline
    legacy(header=DATE, over='<p class="author">Ann Lee</p>'),
    # A credit below a picture, below the date
    current(PARAGRAPHS, header=f"{BYLINE}{DATE}<div><img src='/quay.jpg'><p>Source: Getty</p></div>"),
    # A header that comes again for wide screens; a note without a number; a bio above a heading and notes.
    current(
        f"<main>{PARAGRAPHS}</main>", header=f"<div>{_TWICE}</div><div><h2>Harbor Lights</h2>{_TWICE}</div>"
    ),
    legacy(f"{PARAGRAPHS}<h2>Notes</h2><p>Ibid., 57.</p>"),
    legacy(
        f"{PARAGRAPHS}<p>{STRAY}[9]</p><p><em>Ann Lee is a fellow who studies harbors.</em></p>"
        "<p>1. Ibid., 57.</p><p>2. Ibid.</p>"
    ),
    # A post with its own day below the header; names above their titles.
    current(
        f"<main>{PARAGRAPHS}</main>",
        header=f"{BYLINE}{DATE}<p>{STRAY}</p><p>May 5, 2019</p>",
    ),
    current(
        f"<main>{PARAGRAPHS}</main>",
        header=f"<div>By</div><div>Ann Lee<b>Fellow</b></div><div>Bo Ray<b>Fellow</b></div>{DATE}",
    ),
    # A name and its title in one link are no card.
    current(
        f"<main>{PARAGRAPHS}</main>",
        header=f'<div><a href="/people/ann-lee"><b>Ann Lee</b> <i>Fellow</i></a></div>{DATE}',
    ),
    # Names below the date; a name over the dek is none
    current(f"<main>{PARAGRAPHS}</main>", header=f"{DATE}<p>Ann Lee, Bo Ray</p>", head=_AUTHORS),
    current(f"<main>{PARAGRAPHS}</main>", header=f'{DATE}<p><a href="/people/ann-lee">Ann Lee</a></p>'),
    current(f"<main>{PARAGRAPHS}</main>", header=f"<div>Salt Harbor</div>{DEK_LINE}{DATE}"),
    current(
        f"<main>{PARAGRAPHS}</main>", header=f'<p><a href="https://pods.example/1">Salt Tides</a></p>{DATE}'
    ),
    # Plain text
    _text(f"{LAST}|Ann Lee|May 3, 2026"),
    _text("Ann Lee|May 3, 2026"),
    _text(f"{LAST}|{MORE}|May 3, 2026"),
    # The author in a column, in one element with the header
    current(
        f"</div><main>{PARAGRAPHS}</main>",
        over="<div>",
        header=f"{BYLINE}{DATE}<div><div>About the Author</div><p>Ann Lee is a fellow. {STRAY}</p></div>",
    ),
    # Names beside the date, and a label before none
    current(f"<main>{PARAGRAPHS}</main>", header="<p>Ann Lee, Bo Ray · May 3, 2019</p>"),
    current(f"<main>{PARAGRAPHS}</main>", header=f"<p>By the Editors</p>{DATE}"),
    # A salutation
    current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}{DATE}<div><p>Dear Colleagues,</p></div>"),
    # What closes a section about the authors, and one below the disclaimer
    *(
        legacy(after=f"<h3>About the Author</h3><p>Ann Lee is a fellow who studies harbors.</p><p>{line}</p>")
        for line in ("This article was originally published in Salt Tides.", "Translated by Bo Ray.")
    ),
    legacy(
        after="<p>Carnegie does not take institutional positions on public policy issues.</p>"
        f"<h3>About the Author</h3><p>Ann Lee</p><h4>Ports</h4><p>Ann Lee is a fellow. {STRAY}</p>"
    ),
    legacy(header=f"{DEK_LINE}{BYLINE}{DATE}<p>Summary judgment day</p>"),
    # Above the headline
    legacy(header=BYLINE, over="<ul><li>May 3, 2019</li></ul>"),
    legacy(header=BYLINE, over="<p>May 3, 2019</p><h3>Salt of the Coast</h3>"),
    legacy(header=BYLINE, over="<p>May 3, 2019</p>"),
    current(
        f"<main><div>{PARAGRAPHS}</div></main>",
        header=f"{BYLINE}{DATE}<dl><dt>Format</dt><dd>Letter</dd></dl>",
    ),
    legacy(header=DATE, over=BYLINE),
    legacy(header=DATE, over='<p><a href="/experts/1">Ann Lee</a>, <a href="/experts/2">Bo Ray</a></p>'),
    legacy(header=f"{DATE}<h3>By Ann Lee</h3>"),
    legacy(header=DATE, over=f"{BYLINE}<h3>Salt of the Coast</h3>"),
    # Between the lines of the header
    current(
        f"<main>{PARAGRAPHS}</main>",
        header=f'{BYLINE}<div>Published by <a href="https://example.org/x">Foreign Affairs</a></div>{DATE}',
    ),
    current(
        f"<main>{PARAGRAPHS}</main>",
        header=f"<div><span>By</span><div>Ann Lee and</div><div>Bo Ray</div></div>{DATE}",
    ),
    legacy(header=f"{BYLINE}<div><span>0:00/12:31</span></div>{DATE}"),
    current(PARAGRAPHS, header="<div><span>00:00 / -04:10</span></div><p>By Ann Lee</p><p>May 3, 2026</p>"),
    current(PARAGRAPHS, header="<div><p>May 3, 2026</p><p>10:00 AM</p><p>12 Quay Street</p></div>"),
    current('<p><a href="/topics/salt">Salt and Trade</a></p>', over="<span>Podcast</span>"),
    legacy(header=f"<div><p>0:00 / 12:31</p><p>What the lights cost the towns</p></div>{BYLINE}{DATE}"),
    # Stacked in one line
    current(PARAGRAPHS, header="<div><b>May 3, 2026</b><i>10:00 AM / 4:00 PM</i><b>Harbor Webinar</b></div>"),
    legacy(header=f"<div><span>By Ann Lee</span> <span>of the harbor office</span></div>{DATE}"),
    legacy(header="<div><span>By Ann Lee</span> <span>the letter of May 3, 2019</span></div>"),
    legacy(header=f"<div><span>By Ann Lee</span> <span>Logbook</span></div>{DATE}"),
    legacy(header=f"{BYLINE}<div><span>Cy Orr</span> <span>May 3, 2019</span></div>"),
    legacy(header=f"{BYLINE}<div><span>of the harbor</span> <span>May 3, 2019</span></div>"),
    legacy(header=f"{BYLINE}<p>Monthly letter May 3, 2019</p>"),
    legacy(
        header=f"{BYLINE}<div><span>Read it</span> <span>the letter of the harbor office, May 3, 2019</span></div>"
    ),
    legacy(header=f"<div><span>00:00 / 12:31</span></div>{BYLINE}{DATE}"),
    # Names that no label marks, and such as are none
    legacy(header=f"<div>Logbook</div>{DATE}"),
    legacy(header=f"<div>what the lights cost</div>{DATE}"),
    current(PARAGRAPHS, header="<p>Ann Lee</p>", over=""),
    legacy(header="<div>Ann Lee</div>"),
    legacy(header=f"<div>Lee</div>{DATE}"),
    legacy(header=f"<p>Lee</p>{DATE}"),
    legacy(header=f"{BYLINE}{DATE}{BYLINE}"),
    legacy(header=f"<p>Published on Friday, May 3, 2019</p>{BYLINE}"),
    # Cards
    current(PARAGRAPHS, header=f'<h2><a href="/salt">Salt</a></h2>{BYLINE}{DATE}'),
    current(
        f"<h3>Salt of the Coast</h3>{PARAGRAPHS}", header=f'{BYLINE}{DATE}<h2><a href="/salt">Salt</a></h2>'
    ),
    # Other scripts, and pull quotes whose words stand in another order
    legacy(
        "<p>港口的灯整个冬天都亮着，领航员们又学会了信任它们，直到春天来临。</p>"
        "<blockquote>港口的灯整个冬天亮着，领航员们又学会了信任它们，直到春天来临</blockquote>"
        "<p>码头上没有人料到关税会持续下去，可是起重机一直闲到春天。</p>"
    ),
    legacy(within('<div class="pullquote"><p>“The harbor kept its lights on”</p></div>')),
    legacy(within("<blockquote>pilots learned to&hellip;the harbor kept&hellip;winter again</blockquote>")),
    # One line each that says nothing of the article
    *(
        current(f"<main>{PARAGRAPHS}</main>", header=f"<p>{line}</p>{BYLINE}{DATE}")
        for line in (
            "Русский",
            "Facebook",
            "Link Copied",
            "Carnegie India",
            "Updated May 5, 2026",
            "Carnegie India | Updated",
            "10:00 am",
        )
    ),
    *(
        current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}<p>{line}</p>")
        for line in (
            "Published on May 3, 2026",
            "May 3, 2026 10:00 am",
            "Bo Ray Commentary May 3, 2026",
            "Updated May 3, 2026",
            f"May 3, 2026. {_LONG}",
        )
    ),
    current(f"<main>{PARAGRAPHS}</main>", header="<p>Bo Ray Commentary May 3, 2026</p>"),
    # Dek and summary
    current(f"<main>{PARAGRAPHS}</main>", header=f"{_DEK_LINE}{BYLINE}{DATE}", head=_DEK),
    current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}{DATE}{_DEK_LINE}", head=_DEK),
    current(f"<main>{PARAGRAPHS}</main>", header=f"{_DEK_LINE}{BYLINE}{DATE}{_DEK_LINE}", head=_DEK),
    legacy(header=f"{BYLINE}{DATE}<p>Summary</p><p>{STRAY}</p>"),
    legacy(header=f"{BYLINE}{DATE}<p>Summary</p><p>{STRAY}</p><p>{LAST} {MORE}</p>"),
    legacy(header=f"{BYLINE}{DATE}<p>Summary: {STRAY}</p>"),
    legacy(header=f"{BYLINE}{DATE}<h4>Summary</h4><p>{STRAY}</p>"),
    current(f"<h3>Summary</h3><p>{STRAY}</p>{PARAGRAPHS}"),
    # Other pieces
    legacy(header=f"{BYLINE}{DATE}<div>Related Media and Tools</div>"),
    current(f"<div>Related Media and Tools</div>{PARAGRAPHS}"),
    legacy(header=f"{BYLINE}{DATE}<p>Summary judgment day</p>"),
    legacy(header=f"{BYLINE}{DATE}<p>Résumés of all the crews</p>"),
    # Credits and figures
    current(f"<figure><img src='/a.jpg'></figure>{PARAGRAPHS}", header=f"{BYLINE}{DATE}"),
    current(f"<p>Source: {STRAY}</p>{PARAGRAPHS}", header=f"{BYLINE}{DATE}"),
    current(f"<table><tr><th>Boats</th><td>12</td></tr></table>{PARAGRAPHS}", header=f"{BYLINE}{DATE}"),
    legacy(header=f"{BYLINE}<figure><img src='/a.jpg'><p>Cranes</p></figure>{DATE}"),
    current(PARAGRAPHS, header=f"<table><tr><th>Ann Lee</th></tr></table>{DATE}", head=_AUTHORS),
    current(
        PARAGRAPHS, header=f"<table><tr><th>Tide Tables</th></tr></table>{BYLINE}{DATE}<p>{_METADATA}</p>"
    ),
    # Names
    current(f"<main>{PARAGRAPHS}</main>", header=f"<p>Ann Lee and Bo Ray</p>{DATE}", head=_AUTHORS),
    current(f"<main>{PARAGRAPHS}</main>", header=f"<p>By</p><p>Bo Ray</p>{DATE}"),
    current(f"<main>{PARAGRAPHS}</main>", header=f"<ul><li>Bo Ray</li><li>Cy Orr</li></ul>{DATE}"),
    current(f"<main>{PARAGRAPHS}</main>", header=f'<p><a href="/people/bo-ray">Bo Ray</a></p>{DATE}'),
    current(
        f"<main>{PARAGRAPHS}</main>",
        header=f'{BYLINE}{DATE}<p><a href="/people/bo-ray">Bo Ray</a></p>',
    ),
    current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}<p>Senior Fellow</p>{DATE}"),
    current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}{DATE}<p>Harbor Gazette</p>"),
    current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}{DATE}<p>Dear Colleagues,</p>"),
    current(f"<main>{PARAGRAPHS}</main>", header=f"<p>Tide Tables</p>{BYLINE}{DATE}<p>{_METADATA}</p>"),
    # Lines of one list, or stacked in one line
    current(
        f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}<ul><li>May 3, 2026</li><li>Logbook</li></ul>", over=""
    ),
    current(f"<main>{PARAGRAPHS}</main>", header=f"{BYLINE}<ul><li>May 3, 2026</li><li>Logbook</li></ul>"),
    legacy(header="<div><span>Ann Lee</span> <span>Logbook</span> <span>May 3, 2019</span></div>"),
    # Names, series and a label that stands alone, in lines of their own
    legacy(header=f"<div>Ann Lee</div><div>Bo Ray</div>{DATE}"),
    legacy(header=f"<div>Ann Lee</div><div>Harbor Brief, No. 3</div>{DATE}"),
    legacy(header="<div>Ann Lee</div><div>Volume 3, No. 3, May 3, 2019</div>"),
    legacy(header="<div>Ann Lee</div><div>Harbor Paper, May 3, 2019</div>"),
    legacy(header=f"<div>Speakers:</div><div>Bo Ray</div>{DATE}"),
    legacy(header=f'{BYLINE}{DATE}<div class="summary">{STRAY}</div><p>{MORE}</p>'),
    legacy(header=f'{BYLINE}{DATE}<p>{STRAY}</p><div><a href="/harbor.pdf">The whole paper</a></div>'),
    legacy(header="<div>Ann Lee</div><div>on harbors: paper, May 3, 2019</div>"),
    current(
        PARAGRAPHS,
        header=f"{BYLINE}{DATE}<div><span>Commentary</span><span>Salt of the Coast</span></div>",
    ),
    # Pull quotes, and a dek that comes again as a heading
    current(f"<main>{PARAGRAPHS}</main>", header=f"{_DEK_LINE}<h4>Share</h4>{BYLINE}{DATE}"),
    legacy(f"<p>{MORE}</p><blockquote>{PROSE} Tweet This</blockquote><p>{PROSE}</p><p>{LAST}</p>"),
    current(
        f"<main>{PARAGRAPHS}</main>", header=f"{_DEK_LINE}{_DEK_LINE.replace('p>', 'h4>')}{BYLINE}{DATE}"
    ),
    legacy(within(f"<p>{MORE[:75].replace(',', '')}</p>")),
    legacy(within(f"<blockquote>{PROSE[:30]}&hellip;{PROSE[50:]}</blockquote>")),
    legacy(
        within("<blockquote>The harbor kept&hellip;through the winter&hellip;pilots learned to</blockquote>")
    ),
    legacy(within(f"<div><p>{PROSE[:60]}</p></div>")),
    legacy(within(f"<div><p>{_LONG}</p></div><p>{_LONG} Nobody wrote back.</p>")),
    legacy(within(f"<div><h4>Salt</h4><p>{PROSE[:60]}</p></div>")),
    legacy(within("<p>The harbor kept lit too.</p><blockquote>The harbor kept lit</blockquote>")),
    # Headings of the article's own that are called like sections
    legacy(within("<h3>About the Authors</h3>")),
    legacy(f"<p>{STRAY}</p><div><h3>About the Author</h3><p>Ann Lee</p><p>{_BIO}</p></div>{PARAGRAPHS}"),
    legacy(within("<h3>Notes</h3>")),
    legacy(
        f"<p>{PROSE}</p><h3>Comments</h3><p>Two towns wrote to us.</p><h3>Salt</h3><p>Nobody wrote back.</p>"
    ),
    legacy(
        f"<p>{PROSE}</p><h3>Notes</h3><p>Two towns wrote to us.</p><h3>Salt</h3><p>Nobody wrote back.</p>"
    ),
    legacy(f"<p>{PROSE}</p><p>Topics</p><p>Salt for all.</p>"),
    legacy("<p>Salt</p><h3>Topics</h3><p>Two towns wrote to us.</p>"),
    legacy(within(f"<blockquote>{_DISCLAIMER}</blockquote>")),
    legacy(within(f"<h3>Comments</h3><ul><li>{STRAY}</li></ul>")),
    legacy(after=f"<h2>Notes</h2><div><p>{STRAY}</p></div>"),
    legacy(within(f"<h3>Notes</h3><ul><li>{STRAY}</li><li>Salt</li></ul>"), after=_NOTES),
    legacy(within(f"<div><h3>Notes</h3><ul><li>{STRAY}</li></ul></div>"), after=_NOTES),
    legacy(within(f"<h3>Notes</h3><ul><li>{STRAY}</li></ul><h3>Salt</h3>"), after=_NOTES),
    legacy(within("<ul><li>Notes</li><li>Salt</li></ul>")),
    legacy(within(f"<h3>Notes {'on salt ' * 20}</h3>")),
    legacy(within(f"{_DISCLAIMER}<p>{STRAY}</p>"), after=_DISCLAIMER),
    legacy(within(f"{_DISCLAIMER}{_DISCLAIMER}"), after=_DISCLAIMER),
    _text(f"{LAST}|May 3, 2026|{PROSE}|* Read More|* Commentary Salt of the Coast|{STRAY}"),
    legacy(within(f"<h3>Notes</h3><ul><li>{STRAY}</li></ul>{_DISCLAIMER}"), after=_NOTES),
    legacy(within(f"<div><div>{_DISCLAIMER}</div></div><p>{STRAY}</p>"), after=_DISCLAIMER),
    _text(f"{LAST}|May 3, 2026|{PROSE}|Recent Work|* Commentary Salt of the Coast|{STRAY}"),
    _text(f"By Ann Lee|May 3, 2026|{PROSE}|Notes|1. {STRAY}|{_BIO}"),
    # The end of the body
    legacy(f"{PARAGRAPHS}<p>Ann Lee</p><h3>Salt</h3>"),
    legacy(within("<figure><iframe></iframe></figure>")),
    legacy(within(f"<div><div><div>{STRAY}</div></div></div>")),
    legacy(f"{PARAGRAPHS}<p><em>{_BIO}</em></p>"),
    legacy(f"{PARAGRAPHS}<p><em>{_BIO}</em></p><h3>Salt</h3>"),
    legacy(f"{PARAGRAPHS}<h3>Salt</h3><p>Ann Lee</p>"),
    legacy(f"<p>{PROSE}[1]</p><p>{MORE}</p><p><em>{_BIO}</em></p><p>1. {STRAY}</p>"),
    legacy(within("<figure></figure>")),
    legacy(within(f"<div>{STRAY}</div>")),
    legacy(within("<span>Salt for all.</span>")),
    legacy(
        within(
            "<div><div><div>The boats sail for the salt islands once all of the ice is gone.</div></div></div>"
        )
    ),
    current(f"<main>{within(f'<div><div><div>{_ONE_SENTENCE}</div></div></div>')}</main>"),
    legacy(within("<p><b>Salt for the coast</b></p>")),
    legacy(within("<p><b>Salt for all?</b></p>")),
    legacy(within("<p><b>Ann Lee</b></p>")),
    legacy(within("<ul><li><b>Salt</b></li></ul>")),
    legacy(f"<p>{PROSE}[1]</p><p>{MORE}</p><p>Salt</p><p>1. {STRAY}</p>"),
    legacy(f"<p>{PROSE}[1]</p><p>{MORE}[2]</p><p>{LAST}[3]</p><ol><li>{STRAY}</li><li>Salt.</li></ol>"),
    # Sections after it
    legacy(
        after=f"<h2>About the Author</h2><p>{_BIO}</p><h3>Recent Work</h3><p>Salt of the Coast</p><p>Ann Lee</p>"
    ),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><h3>Salt of the Coast</h3><p>{STRAY}</p>"),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><p>Request a copy from pubs@ceip.org.</p>"),
    legacy(after=f'<h2>About the Author</h2><p>{_BIO}</p><p><a href="/2019/salt">Salt of the Coast</a></p>'),
    legacy(after='<h2>About the Author</h2><p><a href="/topics/salt">Salt and Trade</a></p>'),
    legacy(after=f'{_NOTES}<h3><a href="/topics/salt">Salt and Trade</a></h3><p>{STRAY}</p>'),
    legacy(after=f"<h2>Notes</h2><p>1.</p><h3>{STRAY}</h3><p>2.</p><p>Salt.</p>"),
    legacy(after=f"<h2>Notes</h2><p>1. {STRAY}</p><div>{STRAY}</div>"),
    legacy(after=f"<h2>Topics</h2><p>Salt</p><h3>Boats</h3><p>{STRAY}</p>"),
    legacy(after=f"{_NOTES}<ul><li>Topics</li></ul>"),
    legacy(after=f"<h2>Notes</h2><ol><li>Topics</li><li>{STRAY}</li></ol>"),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><p>Topics {'of salt ' * 20}</p>"),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><p>Salt, Trade</p>{_DISCLAIMER}"),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><p>{STRAY}</p>{_DISCLAIMER}"),
    legacy(after=f"{_DISCLAIMER}<p>{STRAY}</p>"),
    legacy(after=f"<h2>About the Author</h2><aside><p>{_BIO}</p></aside>"),
    legacy(after=f"<h2>About the Author</h2><article><p>{_BIO}</p></article>"),
    legacy(
        after=f'<h2>About the Author</h2><p>{_BIO}</p><p><a href="/topics/salt">Salt</a></p><p>Was this of use?</p>'
    ),
    legacy(
        after=f"<h2>About the Author</h2><p>{_BIO}</p><p>Cite this as “Harbor Lights,” Carnegie, 2019.</p>"
    ),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><p>Translated by Bo Ray.</p>"),
    # Acknowledgments below it; the authors above it
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><h3>Acknowledgments</h3><p>{STRAY}</p><p>Salt</p>"),
    legacy(header=f"{BYLINE}{DATE}<div><h3>About the Author</h3><p>{_BIO}</p></div>"),
    current(
        f'<section id="content">{PARAGRAPHS}</section>',
        header=f"{BYLINE}{DATE}<aside><p>Ann Lee</p><p>Fellow</p></aside>",
    ),
    # Notes that have no numbers; a section of that name amid the text
    legacy(f"{PARAGRAPHS}<h2>Notes</h2><p>Ibid., 57.</p><p>Ibid., 58.</p><p>Salt</p>"),
    legacy(f"<h4>Notes</h4><p>Salt for all.</p><h3>Salt</h3>{PARAGRAPHS}", after=_NOTES),
    legacy(after=f"<h2>About the Author</h2><p>{_BIO}</p><blockquote>Topics</blockquote>"),
    legacy(after=f'<h2>Speakers</h2><h3>Salt</h3><p><a href="#ref-1">1</a> {STRAY}</p>'),
    # Boxes, posts, links to the original and first letters that screen readers pass over
    legacy(f"<div><p>{STRAY}</p><a href='/mail'>Subscribe</a></div>{PARAGRAPHS}"),
    legacy(within(f"<div><h3>Subscribe</h3><p>Letters come weekly.</p><p>{STRAY}</p></div>")),
    legacy(within("<div><p>Nine boats.</p><p>— Bo Ray (@boray) May 3</p></div>")),
    legacy(f'{PARAGRAPHS}<p><a href="https://example.org/salt">Read it there</a></p>'),
    legacy(f'{PARAGRAPHS}<p><a href="https://example.org/salt">They read it there.</a></p>'),
    legacy(f'<p><span aria-hidden="true">T</span>{PROSE[1:]}</p><p>{MORE}</p><p>{LAST}</p>'),
    legacy(f'<p><i aria-hidden="true">a</i>{PROSE.lower()}</p><p>{MORE}</p><p>{LAST}</p>'),
    legacy(
        f'<p><span class="sr-only">The</span><b aria-hidden="true">The</b>{PROSE[3:]}</p><p>{MORE}</p><p>{LAST}</p>'
    ),
    legacy(within(f'<p><b aria-hidden="true">安李</b><b aria-hidden="true">博</b> {STRAY}</p>')),
    # A quotation that its class tells from a paragraph, shortened
    legacy(
        within('<p class="quote">The harbor kept its lights on … the pilots learned to trust them again.</p>')
    ),
    # Notes under no heading
    legacy(f'<p>{PROSE}<a href="#fn1">1</a></p><p>{MORE}</p><p id="note-7">{LAST}</p>'),
    legacy(
        f'<p>{PROSE}<a href="#fn1">1</a></p><p>{MORE}</p>',
        after=f'<h2>About the Author</h2><p>{_BIO}</p><div id="fn1"></div><p id="fn1">{LAST}</p>',
    ),
    legacy(
        f'<p>{PROSE}<a href="#fn1">1</a></p>',
        after=f'<h2>Notes</h2><p><a href="#ref1">1</a> {LAST}</p><p>Ann Lee and {STRAY}</p><div>Salt</div>',
    ),
    legacy(f"<p>{PROSE}[1]</p>", after=f"<h2>About the Author</h2><p>{_BIO}</p><p>[1] {LAST}</p>"),
    # Headings by their role, cards that are one link
    legacy(within('<div role="heading">Salt</div><ul><li>So it is.</li></ul>')),
    legacy(within(f'<a href="/x"><span>Salt</span><span>{STRAY}</span></a>')),
    legacy(within(f'<div><a href="/x"><em>Salt.</em> {STRAY}</a></div>')),
    legacy(within(f'<div><a href="/x"><em>Salt.</em></a> <a href="/y"><em>{STRAY}</em></a></div>')),
    # Elements amid running words; who speaks before a line break
    legacy(f"<div>{PROSE} <mark-x>So it is.</mark-x></div><div>{MORE}</div><div>{LAST}</div>"),
    legacy(f"<div>The <button>harbor</button> {PROSE[11:]}</div><div>{MORE}</div><div>{LAST}</div>"),
    legacy(f"<div><b>Bo Ray:</b><br>{PROSE}</div><div>{MORE}</div><div>{LAST}</div>"),
    # A note in the margin; words that a page keeps from screen readers
    legacy(
        f'<p>{PROSE}<label>1</label><span class="sidenote">1 {STRAY}</span></p><p>{MORE}</p><p>{LAST}</p>',
        after=f"<h2>Notes</h2><p>1. {STRAY}</p>",
    ),
    legacy(within('<h3><span aria-hidden="true">link</span>salt and trade</h3>')),
    legacy(within(f'<p><span class="sr-only">It</span><b aria-hidden="true">So</b> {STRAY}</p>')),
    legacy(within('<h3>So <span class="sr-only">it is</span> <span aria-hidden="true">it is</span></h3>')),
    legacy(
        within(
            f'<p><span aria-label="So it"><b aria-hidden="true">So</b> <b aria-hidden="true">it</b></span> {STRAY}</p>'
        )
    ),
)
"""Each has a line that one rule decides on."""
