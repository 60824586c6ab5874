"""Pages whose hostile part can be made as long as wanted: what must not take the square of its length."""

from collections.abc import Callable

Generator = Callable[[int], bytes]
"""A number of repetitions in, a page out whose length grows with it."""

_PROSE = "The harbor master wrote down every ship that came in, and nobody ever asked to read his lists."
_HEAD = (
    '<!doctype html><html lang="en"><head><title>The Quiet Lists | Carnegie Endowment for International Peace'
    '</title><link rel="canonical" href="https://carnegieendowment.org/posts/2026/04/the-quiet-lists">'
    '<script src="/_next/static/a.js"></script>'
)
_TOP = (
    "<body><main><div><p>Commentary</p><h1>The Quiet Lists</h1>"
    '<p>By <a href="/people/ann-lee">Ann Lee</a></p><p>Published on April 3, 2026</p></div>'
)
_TEXT_TOP = "Commentary\n\nThe Quiet Lists\n\nBy Ann Lee\n\nPublished on April 3, 2026\n\n"
_TEXT_END = "\n\nCarnegie does not take institutional positions on public policy issues.\n"


def page(body: str, *, head: str = "", top: str = _TOP, below: str = "") -> bytes:
    """An article with `body` amid its prose, `head` in its head and `below` after its prose."""
    prose = f"<p>{_PROSE}</p>"
    return f"{_HEAD}{head}</head>{top}<div>{prose}{body}{prose}</div>{below}</main></body></html>".encode()


def text(body: str) -> bytes:
    """An article as plain text, with `body` amid its prose."""
    return f"{_TEXT_TOP}{_PROSE}\n\n{body}\n\n{_PROSE}{_TEXT_END}".encode()


def _nested(tag: str, inner: str = "") -> Callable[[int], str]:
    """Elements in each other, each with `inner` of its own."""
    return lambda n: f"<{tag}>{inner}" * n + f"</{tag.split(maxsplit=1)[0]}>" * n


def _flat(*pieces: str) -> Callable[[int], str]:
    """Pieces one after the other; "%d" in a piece is its number."""
    return lambda n: "".join(
        piece.replace("%d", str(at)) for at in range(n // len(pieces)) for piece in pieces
    )


_SENTENCE = "Nobody asked for list %d in all the years that the harbor stood open to every ship."
_LONG = f"<p>{_SENTENCE} {_PROSE}</p>"

FRAGMENTS: dict[str, Callable[[int], str]] = {
    "nested div": _nested("div"),
    "nested div with text": _nested("div", "word "),
    "nested div with sentence": _nested("div", _PROSE),
    "nested div with paragraph": _nested("div", f"<p>{_PROSE}</p>"),
    "nested div with short paragraph": _nested("div", "<p>A short one.</p>"),
    "nested div with heading": _nested("div", "<h3>A heading</h3>"),
    "nested div with linked heading": _nested("div", '<h3><a href="/x">A heading</a></h3>'),
    "nested div with label": _nested("div", "Commentary"),
    "nested div with blog": _nested("div", "<p>Blog</p>"),
    "nested div with learn more": _nested("div", "<div>Learn More</div>"),
    "nested div with newsletter": _nested("div", "<p>Get more news and analysis</p>"),
    "nested div with subscribe": _nested("div", "<p>Subscribe</p>"),
    "nested div with button": _nested("div", "<button>Share</button>"),
    "nested div with link": _nested("div", '<a href="/people/ann-lee">Ann Lee</a>'),
    "nested blockquote": _nested("blockquote"),
    "nested blockquote with text": _nested("blockquote", "word "),
    "nested blockquote with paragraph": _nested("blockquote", f"<p>{_PROSE}</p>"),
    "nested li": _nested("ul><li", "word "),
    "nested li with link": _nested("ul><li", '<a href="/x">word</a>'),
    "nested table": _nested("table><tr><td", "word "),
    "nested table with heading": _nested("table><tr><td", "<h2>word</h2>"),
    "nested prose elements": _nested('div class="payload-richtext"', "<p>word</p>"),
    "nested article": _nested("article", f"<p>{_PROSE}</p>"),
    "nested aside": _nested("aside", "word "),
    "nested form": _nested("form", "word "),
    "nested section with form": _nested("section", "<form><input></form>word"),
    "nested figure": _nested("figure", "word "),
    "nested figure with image": _nested("figure", '<img src="/x.png">'),
    "nested p and div": _nested("div", "<p>word<div>word</div>"),
    "nested span": _nested("span"),
    "nested span with text": _nested("span", "word "),
    "nested curly span": _nested("span", '{"a": '),
    "nested curly div": _nested("div", '{"a": '),
    "nested curly div, deep": lambda n: "<div>" * n + '<p>{"a": 1}</p>' * 4 + "</div>" * n,
    "nested metadata": _nested("div", '{"authors": '),
    "nested link in span": lambda n: "<a href='/x'>" + "<span>w" * n + "</span>" * n + "</a>",
    "nested span around links": _nested("span", '<a href="/people/ann">Ann</a>'),
    "nested span around note": lambda n: "<span>" * n + '<a href="#fn1">1</a>' + "</span>" * n,
    "nested span around notes": _nested("span", '<a href="#fn1">1</a>'),
    "nested sup": _nested("sup", "1"),
    "nested sup with note": _nested("sup", '<a href="#n1">1</a>'),
    "nested span before powers": lambda n: "<span>" * n + "40 m" + "</span><sup>2</sup>" * n,
    "nested objects in notes": _nested("object", '<a href="#fn1">1 '),
    "nested objects in buttons": _nested("object", '<button id="note">1 '),
    "nested hidden": _nested("div hidden", "word "),
    "nested hidden, empty": _nested("div hidden"),
    "nested hidden, curly": _nested("div hidden", "{ word "),
    "nested hidden span": _nested("span hidden", "word "),
    "nested aria-hidden": _nested('div aria-hidden="true"', "word "),
    "words shown one by one": _flat('<span aria-label="word %d"><b aria-hidden="true">word %d</b></span> '),
    "notes in the margin": _flat('ended.<label>%d</label><span class="sidenote">%d A note.</span> '),
    "nested notes in the margin": _nested('span class="sidenote"', "word "),
    "drawn tables": _flat('<div role="table"><div role="row"><i role="cell">%d</i></div></div>'),
    "nested drawn tables": _nested('div role="table"', '<i role="row"><i role="cell">word</i></i>'),
    "nested drawn rows": lambda n: "<div role=table>" + _nested("div role=row", "<i role=cell>word</i>")(n),
    "nested ins": _nested("ins", "word "),
    "nested ins with div": _nested("ins", "<div>word</div>"),
    "nested h2 in div": _nested("div", "<h2>Tags</h2>"),
    "nested details": _nested("details", "<summary>word</summary>"),
    "nested custom": _nested("x-y", "word "),
    "nested pre": _nested("pre", "word "),
    "nested dl": _nested("dl><dd", "word "),
    "nested select": _nested("div", "<select><option>x</select>"),
    "nested note ids": _nested("div", '<span id="fn1">1</span>'),
    "nested note elements": _nested('div id="fn1"', "1. word"),
    "nested back links": _nested("div", '<p><a href="#ref%d">1</a> word</p>'),
    "nested pdf": _nested("div", '<a href="/x.pdf">PDF</a>'),
    "nested pdf in p": _nested("span", '<a href="/x.pdf">PDF</a>'),
    "deep, then paragraphs": lambda n: "<div>" * n + "<p>A short one.</p>" * n + "</div>" * n,
    "deep, then cards": lambda n: "<div>" * n + '<h3><a href="/x">A card</a></h3>' * n + "</div>" * n,
    "deep, then learn more": lambda n: "<div>" * n + "<div>Learn More</div>" * n + "</div>" * n,
    "deep, then links": lambda n: "<div>" * n + '<p><a href="/people/a">Ann Lee</a></p>' * n + "</div>" * n,
    "deep, then text": lambda n: "<div>" * n + "word<br>" * n + "<div>word</div>" * n + "</div>" * n,
    "deep, then superscripts": lambda n: "<div>" * n + "<p>word<sup>1</sup></p>" * n + "</div>" * n,
    "deep, then hidden": lambda n: "<div>" * n + "<div hidden>word</div>" * n + "</div>" * n,
    "deep, then notes": lambda n: "<div>" * n + '<a id="fn1">1</a>' * n + "</div>" * n,
    "deep, then pdf": lambda n: "<div>" * n + '<a href="/a.pdf">PDF</a>' * n + "</div>" * n,
    "deep, then forms": lambda n: "<div>" * n + "<form>word</form>" * n + "</div>" * n,
    "inline, then paragraphs": lambda n: "<ins>" * n + "<p>A short one.</p>" * n + "</ins>" * n,
    "inline, then spans": lambda n: "<span>" * n + "<span>word</span> " * n + "</span>" * n,
    "inline, then links": lambda n: "<span>" * n + '<a href="/people/a">A Lee</a> ' * n + "</span>" * n,
    "inline, then notes": lambda n: "<span>" * n + '<a href="#fn1">1</a> ' * n + "</span>" * n,
    "short paragraphs": _flat("<div><p>The lists that nobody asked for, number %d of many.</p></div>"),
    "short paragraphs, repeated": _flat("<div><p>The lists that nobody asked for, all over.</p></div>"),
    "short paragraphs, then long": _flat(
        "<div><p>The lists nobody asked for, of %d ships … and men.</p></div>", _LONG
    ),
    "quotations": _flat(
        "<blockquote>The lists that nobody asked for, number %d of many.</blockquote>", _LONG
    ),
    "quotations with pieces": _flat(
        "<blockquote>Nobody asked for list … of all the years … that the harbor %d</blockquote>", _LONG
    ),
    "one quotation of many pieces": lambda n: f"<blockquote>{'word … ' * n}</blockquote>",
    "paragraphs": _flat(_LONG),
    "paragraphs without ends": _flat(f"<p>{_PROSE}"),
    "headings": _flat("<h2>A heading %d</h2>"),
    "headings tags": _flat("<h2>Tags</h2>"),
    "headings notes": _flat("<h2>Notes</h2>"),
    "headings about": _flat("<h2>About the Authors</h2>"),
    "headings recent work": _flat("<h2>Related Work</h2>", "<h3>More Work from Carnegie</h3>"),
    "headings newsletter": _flat("<h2>Get more news and analysis</h2>"),
    "headings newsletter in div": _flat("<div><h2>Get more news and analysis</h2></div>"),
    "buttons": _flat("<button>Subscribe</button>"),
    "buttons in div": _flat("<div><button>Subscribe</button></div>"),
    "subscribe text": _flat("<div>Subscribe</div>"),
    "learn more": _flat("<div>Learn More</div>"),
    "learn more in p": _flat("<p>Learn More</p>"),
    "blog boxes": _flat("<div><div>Blog</div><div>Diwan</div><div>Learn More</div></div>"),
    "open boxes": _flat("<div>Blog</div>"),
    "cards": _flat('<div><div>Commentary</div><h3><a href="/x">A card %d</a></h3><p>A teaser.</p></div>'),
    "card titles": _flat('<h3><a href="/x">A card %d</a></h3>'),
    "linked text": _flat('<div><a href="/x">A card %d</a></div>'),
    "labels": _flat("<div>Commentary</div>"),
    "bylines": _flat('<p>By <a href="/people/ann-lee">Ann Lee</a></p>'),
    "names": _flat('<div><a href="/people/ann-lee-%d">Ann Lee</a></div>'),
    "names in a line": lambda n: "<p>By " + _flat('<a href="/people/ann-%d">Ann Lee</a>, ')(n) + "</p>",
    "names in text": lambda n: "<div>By " + _flat('<a href="/people/ann-%d">Ann Lee</a>, ')(n) + "</div>",
    "dates": _flat("<p>Published on April 3, 2026</p>"),
    "clocks": _flat("<p>9:30 a.m. to 10:30 a.m.</p>"),
    "places": _flat("<p>Online</p>"),
    "comments": _flat("<p>Comments (%d)</p>"),
    "credits": _flat("<p>Source: Getty</p>"),
    "disclaimers": _flat(f"<p>{_TEXT_END.strip()}</p>"),
    "figures": _flat('<figure><img src="/%d.png"><figcaption>A picture %d</figcaption></figure>'),
    "images": _flat('<img src="/%d.png">'),
    "tables": _flat("<table><tr><td>1<td>%d</table>"),
    "rows": lambda n: "<table>" + "<tr><td>1<td>2" * n + "</table>",
    "cells": lambda n: "<table><tr>" + "<td>1" * n + "</table>",
    "list items": lambda n: "<ul>" + "<li>word %d" * n + "</ul>",
    "list items with links": lambda n: "<ul>" + '<li><a href="/topics/x">word</a>' * n + "</ul>",
    "list items with paragraphs": lambda n: "<ul>" + f"<li><p>{_PROSE}</p>" * n + "</ul>",
    "tag links": _flat('<a href="/topics/%d">word</a> '),
    "tag paragraphs": _flat('<p><a href="/topics/%d">word</a></p>'),
    "one paragraph of links": lambda n: "<p>" + '<a href="/topics/1">word</a> ' * n + "</p>",
    "breaks": _flat("word<br>"),
    "breaks in p": lambda n: "<p>" + "word<br>" * n + "</p>",
    "breaks alone": _flat("<br>"),
    "rules": _flat("word<hr>"),
    "comments of markup": _flat("<!-- x -->word "),
    "spans": _flat("<span>word</span> "),
    "empty spans": _flat("<span></span>"),
    "rt": lambda n: "<ruby>" + "<rt>x" * n + "</ruby>",
    "inputs": lambda n: "<form>" + "<input>" * n + "</form>",
    "forms": _flat("<form>word</form>"),
    "asides": _flat("<aside>word</aside>"),
    "articles": _flat("<article><h3>word</h3></article>"),
    "markers": _flat('<p>word<a href="#fn%d">1</a></p>'),
    "markers in a line": lambda n: "<p>" + _flat('word<sup><a href="#fn%d">%d</a></sup> ')(n) + "</p>",
    "markers of long numbers": lambda n: "<p>" + _flat('word<a href="#fn%d">[123]</a> ')(n) + "</p>",
    "superscripts": lambda n: "<p>" + "".join(f"w<sup>{at}</sup> " for at in range(1, n)) + "</p>",
    "footnotes": lambda n: (
        "<h2>Notes</h2><ol>" + _flat('<li><a href="#ref%d">%d</a> A note.</li>')(n) + "</ol>"
    ),
    "footnotes, numbered": lambda n: (
        "<h2>Notes</h2>" + "".join(f"<p>{at}. A note that tells where it is from.</p>" for at in range(1, n))
    ),
    "footnotes, lines of one": lambda n: (
        '<h2>Notes</h2><ol><li><p><a href="#ref1">1</a> A note.</p>' + f"<p>{_PROSE}</p>" * n + "</ol>"
    ),
    "footnotes by id": _flat('<p id="fn%d"><a href="#ref%d">^</a> %d. A note.</p>'),
    "back links": _flat('<p><a href="#ref%d">%d</a> A note.</p>'),
    "curly paragraphs": _flat('<p>{"a": %d}</p>'),
    "curly text": _flat('{"a": %d}<br>', "<p>word</p>"),
    "metadata, broken": _flat('<div>{"authors": [%d}</div>'),
    "metadata, other": _flat('<div>{"authors": %d}</div>'),
    "textareas": _flat('<textarea>{"authors": [%d}</textarea>'),
    "scripts": _flat('<script>a = {"authors": [%d}</script>'),
    "spaces": lambda n: f"<p>word{' ' * n}word</p>",
    "no-break spaces": lambda n: f"<p>word{chr(160) * n}word</p>",
    "words": lambda n: f"<p>{'word ' * n}</p>",
    "attributes": lambda n: '<p class="' + "a " * n + '">word</p>',
    "classes": _flat('<p class="a%d">word</p>', f'<div class="b%d"><p>{_PROSE}</p></div>'),
    "bios": _flat("<p>Ann Lee</p>", "<p>Ann Lee is a senior fellow.</p>"),
    "authors again": lambda n: "<h2>About the Authors</h2>" + _flat("<p>Ann Lee</p>", "<p>Fellow</p>")(n),
    "authors, many": lambda n: (
        "<h2>About the Authors</h2>"
        + _flat('<p><a href="/people/a%d">Ann Lee %d</a></p>', "<p>Ann Lee is a fellow.</p>")(n)
    ),
    "bare lines": _flat("<div>word %d</div>"),
    "bare sentences": _flat(
        "<div>The lists that nobody asked for, of the ships and of all the men, %d.</div>"
    ),
    "json lines": _flat('<div>{"authors": %d</div>'),
}

PLACES: dict[str, Callable[[str], bytes]] = {
    "above": lambda part: page("", top=_TOP.replace("<h1>", f"{part}<h1>")),
    "header": lambda part: page("", top=_TOP.replace("</h1>", f"</h1>{part}")),
    "body": page,
    "below": lambda part: page("", below=part),
}

_TEXTS: dict[str, Callable[[int], str]] = {
    "paragraphs": _flat(f"{_SENTENCE} {_PROSE}\n\n"),
    "short paragraphs": _flat("The lists that nobody asked for, number %d of many.\n\n"),
    "short lines": _flat("A line %d\n"),
    "wrapped lines": _flat("The lists that nobody asked for, of all the ships and men, of\n"),
    "one line of words": lambda n: "word " * n,
    "one line of digits": lambda n: "123" * n,
    "one line of markers": lambda n: "".join(f"word.{at} " for at in range(1, n)),
    "one line of dates": lambda n: "April 3, 2026, " * n,
    "one line of hours": lambda n: "9.30 Opening " * n,
    "one line of separators": lambda n: "Ann, " * n,
    "one line of spaces": lambda n: "a" + " " * n + "b",
    "one line of dashes": lambda n: "- " * n,
    "one line of braces": lambda n: "{" * n,
    "one line of brackets": lambda n: "[" * n,
    "items": _flat("* An item %d\n"),
    "numbered items": _flat("  1. An item %d\n"),
    "buttons": _flat("(BUTTON) Share\n"),
    "objects": _flat('{"a": %d}\n'),
    "broken metadata": _flat('{"authors": [%d\n'),
    "link numbers": lambda n: "[12]word " * n + "\n\nReferences\n\n" + "  1. https://example.org/\n" * n,
    "references": lambda n: "References\n\n" + _flat("  1. https://example.org/%d\n")(n),
    "notes": lambda n: (
        "".join(f"A word.{at}\n\n" for at in range(1, n))
        + "Notes\n\n"
        + "".join(f"{at} A note.\n\n" for at in range(1, n))
    ),
    "labels": _flat("Commentary\n"),
    "labels with blog": _flat("CommentaryCarnegie Politika\n"),
    "bylines": _flat("By Ann Lee\n\n"),
    "names": _flat("Ann Lee\n\n"),
    "raised": _flat("word^%d word^nd\n"),
    "vowel marks": lambda n: "By" + "\u064b" * n + "\n\nبقلم" + "\u064b" * n,
}

_STREAMED = '<div hidden id="S:%d"><p>word</p><template id="B:%d"></template>'


def _streamed(n: int, end: str) -> bytes:
    """Streamed parts, each with the template of the next, and what stands behind each."""
    parts = (_STREAMED % (at, at + 1) + end for at in range(n))
    return page('<template id="B:0"></template>', below="".join(parts))


_NAMES = _flat('"Ann Lee %d", ')

PAGES: dict[str, Generator] = {
    **{f"text: {name}": lambda n, part=part: text(part(n)) for name, part in _TEXTS.items()},  # type: ignore[misc]
    **{
        f"head of text: {name}": lambda n, part=part: text("").replace(
            b"\n\nBy", f"\n\n{part(n)}\n\nBy".encode()
        )  # type: ignore[misc]
        for name, part in _TEXTS.items()
    },
    "meta without ends, not UTF-8": lambda n: b"\xe9" + b"<meta " * n,
    "metas with spaces, not UTF-8": lambda n: b"<p>\xe9<meta charset=" + b" " * n,
    "comments without ends, not UTF-8": lambda n: b"<p>\xe9" + b"<!--" * n,
    "JSON-LD of authors": lambda n: page(
        "<p>By Ann Lee</p>" * 50,
        head='<script type="application/ld+json">{"@type": "Article", "author": ['
        f'{_NAMES(n)}"Ann"]}}</script>',
    ),
    "JSON-LD scripts": lambda n: page(
        "", head=_flat('<script type="application/ld+json">{"@type": "Article", "name": "%d"}</script>')(n)
    ),
    "JSON-LD of many things": lambda n: page(
        "", head='<script type="application/ld+json">[' + "{}," * n + "{}]</script>"
    ),
    "JSON-LD in depth": lambda n: page(
        "", head='<script type="application/ld+json">' + "[" * n + "</script>"
    ),
    "metadata of authors": lambda n: page(
        f'<div>{{"authors": [{_NAMES(n)}"Ann"], "type": "article"}}</div>' + "<p>By Ann Lee</p>" * 50
    ),
    "description": lambda n: page(
        "", head=f'<meta name="description" content="{"word " * n}">', top=_TOP + "<p>By A B</p>" * 50
    ),
    "names in meta": lambda n: page("", head=f'<meta name="author" content="{"Ann Lee, " * n}">'),
    "metas": lambda n: page("", head=_flat('<meta name="a%d" content="b">')(n)),
    "scripts with addresses": lambda n: page("", head=_flat('<script src="/%d.js"></script>')(n)),
    "a title of separators": lambda n: page("").replace(b"<title>", b"<title>" + b"| " * n),
    "an address of languages": lambda n: page("").replace(b"/posts/", b"/" + b"en/" * n),
    "payload": lambda n: page("<script>self.__next_f.push(" + "<" * n + ")</script>"),
    "payloads": lambda n: page(_flat("<script>self.__next_f.push([%d])</script>x")(n)),
    "streamed parts": lambda n: _streamed(n, "</div>"),
    "streamed parts in each other": lambda n: _streamed(n, ""),
    "noncharacters": lambda n: page(f"<p>{chr(0xFDD0) * n}word{chr(0xFDD2) * n}</p>"),
}


def _all() -> dict[str, Generator]:
    placed = {
        f"{place}: {name}": lambda n, part=part, put=put: put(part(n))
        for name, part in FRAGMENTS.items()
        for place, put in PLACES.items()
    }
    return placed | PAGES


GENERATORS = _all()
