"""Pages of the site of 2026: Next.js in front of Payload (docs/pages.md#the-site-of-2026).

Seen there: the order of the parts, the metadata block as text, ``h2`` headlines, "Link Copied",
``div.cms-html.payload-richtext`` runs. What nobody has seen (separators in bylines, the element of
the metadata block, the shape of JSON-LD) differs from page to page on purpose: see Skin.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .article import (
    ENDOWMENT,
    HOME,
    Block,
    Box,
    Break,
    Bullets,
    Card,
    Figure,
    Heading,
    Newsletter,
    Outlet,
    Page,
    PullQuote,
    Quotation,
    Table,
    Video,
)
from .chrome import Chrome
from .inline import Marker, escape, link_marker, sup_marker, to_html, to_text

RICH = "cms-html payload-richtext"
Inserted = Card | Newsletter | Video


@dataclass(frozen=True)
class Skin:
    """How the unknown details look on one page."""

    block: Literal["span", "pre", "div", "code", "script"] = "span"
    headline: Literal["h1", "h2"] = "h2"
    byline: Literal["comma", "list", "and"] = "comma"
    content: Literal["section", "schemes", "main"] = "section"
    json_ld: Literal["none", "object", "graph", "list"] = "none"
    head_times: bool = True
    title_suffix: bool = False
    other_title: str | None = None
    time_tag: bool = False
    rich_chrome: bool = False
    promo: bool = True
    bare_markers: bool = False
    broken_block: bool = False


@dataclass(frozen=True)
class Event:
    """What an event's page prints beside its text."""

    day: str
    hours: str
    place: str


def render(page: Page, chrome: Chrome, skin: Skin, event: Event | None = None) -> str:
    """The whole page."""
    direction = ' dir="rtl"' if chrome.rtl else ""
    parts = [
        f'<!DOCTYPE html><html lang="{page.language}"{direction}>',
        _head(page, skin),
        '<body class="antialiased">',
        _header(chrome, skin),
        "<main>",
        _block(page, skin),
        _hero(page),
        _article_header(page, chrome, skin, event),
        "".join(_box(box, chrome, skin) for box in page.boxes),
        _notice(chrome),
        _content(page, chrome, skin),
        _after(page, chrome, skin, event),
        _more(page, chrome, skin),
        "</main>",
        _footer(chrome),
        _payload(page),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


# ---------------------------------------------------------------- head


def _head(page: Page, skin: Skin) -> str:
    piece = page.piece
    headline = skin.other_title or to_text(piece.headline)
    dek = to_text(piece.dek) if piece.dek else None
    social = f"{headline} | {ENDOWMENT}" if skin.title_suffix else headline
    lines = [
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(headline)} | {ENDOWMENT}</title>",
        _meta("name", "description", dek),
        _meta("property", "og:description", dek),
        f'<link rel="canonical" href="{escape(page.url)}">' if page.url else "",
        _meta("property", "og:title", social),
        _meta("property", "og:url", page.url),
        _meta("property", "og:site_name", ENDOWMENT),
        _meta("property", "og:image", page.image.url if page.image else None),
        _meta("property", "og:type", "article"),
    ]
    if skin.head_times:
        lines.append(_meta("property", "article:published_time", page.published_at))
        lines.append(_meta("property", "article:modified_time", page.modified_at))
    lines.append(_json_ld(page, skin))
    lines.append('<link rel="stylesheet" href="/_next/static/css/4be7d0c2.css">')
    lines.extend(
        f'<script src="/_next/static/chunks/{number:02d}fa4ce0b.js" async=""></script>'
        for number in range(12)
    )
    lines.append("</head>")
    return "\n".join(line for line in lines if line)


def _meta(kind: str, key: str, value: str | None) -> str:
    return f'<meta {kind}="{key}" content="{escape(value)}">' if value else ""


def _json_ld(page: Page, skin: Skin) -> str:
    if skin.json_ld == "none":
        return ""
    people: list[dict[str, str]] = [
        {"@type": "Person", "name": author.name} for author in page.printed_authors
    ]
    article: dict[str, object] = {
        "@type": "Article",
        "headline": to_text(page.piece.headline),
        "description": to_text(page.piece.dek or ""),
        "author": people[0] if len(people) == 1 else people,
        "datePublished": page.published_at,
        "dateModified": page.modified_at,
    }
    publisher = {"@type": "Organization", "name": ENDOWMENT, "url": HOME}
    context = {"@context": "https://schema.org"}
    shapes: dict[str, object] = {
        "object": {**context, **article},
        "graph": {**context, "@graph": [publisher, article]},
        "list": [{**context, **publisher}, {**context, **article}],
    }
    text = json.dumps(shapes[skin.json_ld], ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


# ---------------------------------------------------------------- above the text


def _header(chrome: Chrome, skin: Skin) -> str:
    icon = '<svg viewBox="0 0 24 24"><path d="M12 2L2 7l10 5 10-5-10-5z"/></svg>'
    items = "".join(
        f'<li><a href="/menu/{number}">{escape(word)}</a>{icon}</li>'
        for number, word in enumerate(chrome.menu)
    )
    promo = chrome.teasers[-1]
    card = (
        f'<div class="promo"><p class="text-body">{escape(promo.dek)}</p>'
        f"<ul><li>{escape(promo.author)}, </li><li>{escape(chrome.teasers[0].author)}</li>"
        "<li>+8</li></ul></div>"
    )
    return (
        f'<header class="sticky top-0"><nav aria-label="Main"><ul>{items}</ul>'
        '<a href="/"><img alt="Carnegie Russia Eurasia center logo" src="/l.svg">'
        '<img alt="Carnegie lettermark logo" src="/m.svg"></a>'
        '<ul><li><a href="https://donate.carnegieendowment.org/support">Donate</a></li></ul>'
        f"{card if skin.promo else ''}</nav></header>"
    )


def _block(page: Page, skin: Skin) -> str:
    if page.metadata is None and not skin.broken_block:
        return ""
    if skin.broken_block:
        text = json.dumps({"authors": [a.name for a in page.printed_authors], "type": "commentary"}, indent=2)
        text = text.removesuffix("}").rstrip() + ',\n  "centers": [\n    "Carnegie'
    else:
        text = json.dumps(page.metadata, indent=2, ensure_ascii=False)
    if skin.block == "script":
        return f'<script type="application/json">{text}</script>'
    attributes = {"span": ' class="sr-only"', "pre": ' class="hidden"', "div": " hidden"}
    quoted = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<{skin.block}{attributes.get(skin.block, '')}>{quoted}</{skin.block}>"


def _hero(page: Page) -> str:
    image = page.image
    if image is None:
        return '<div class="hero">REQUIRED IMAGE</div>'
    if image.credit is None and image.alt is None:
        return ""
    caption = f"<figcaption>{escape(image.credit)}</figcaption>" if image.credit else ""
    return (
        '<figure class="hero"><img alt="Attribution logo" src="/a.svg">'
        f'<img src="{escape(image.url)}" alt="{escape(image.alt or "")}">{caption}</figure>'
    )


def _article_header(page: Page, chrome: Chrome, skin: Skin, event: Event | None) -> str:
    labels = "".join(
        f'<span class="text-label">{escape(label)}</span>' for label in (page.label, page.blog) if label
    )
    dek = _words(page.piece.dek, "text-dek", skin) if page.piece.dek else ""
    tag = skin.headline
    when = _event_lines(event) if event else _byline(page, chrome, skin) + _dateline(page, chrome, skin)
    pdf = f'<a href="{escape(page.pdf)}">{escape(chrome.download)}</a>' if page.pdf else ""
    return (
        f'<div class="article-header"><div>{labels}</div>'
        f'<{tag} class="text-textHeadline text-headlineH1">{to_html(page.piece.headline)}</{tag}>'
        f'{dek}<button aria-label="Share"><svg></svg></button>'
        f'<div role="status">{escape(chrome.copied)}</div>{when}{pdf}</div>'
    )


def _words(text: str, css: str, skin: Skin) -> str:
    """A line of chrome, which on some pages is rich text as well."""
    if skin.rich_chrome:
        return f'<div class="{RICH}"><p>{to_html(text)}</p></div>'
    return f'<p class="{css}">{to_html(text)}</p>'


def _names(page: Page) -> list[str]:
    return [
        f'<a href="{href}">{escape(author.name)}</a>' if href else escape(author.name)
        for author, href in zip(page.printed_authors, page.author_hrefs, strict=True)
    ]


def _byline(page: Page, chrome: Chrome, skin: Skin) -> str:
    if page.byline is None:
        return ""
    names = _names(page)
    label = escape(chrome.by)
    if skin.byline == "list":
        items = "".join(f"<li>{name}</li>" for name in names)
        return f'<div class="byline"><span>{label}</span><ul>{items}</ul></div>'
    if skin.byline == "and" and len(names) > 1:
        comma = "," if len(names) > 2 else ""
        return f"<p>{label} {', '.join(names[:-1])}{comma} and {names[-1]}</p>"
    return f"<p>{label} {', '.join(names)}</p>"


def _dateline(page: Page, chrome: Chrome, skin: Skin) -> str:
    if page.printed_date is None:
        return ""
    date = escape(page.printed_date)
    if skin.time_tag:
        return f"<div>{escape(chrome.published)} <time>{date}</time></div>"
    return f"<div><span>{escape(chrome.published)}</span> <span>{date}</span></div>"


def _event_lines(event: Event) -> str:
    return (
        f'<div class="event-facts"><p>{escape(event.day)}</p><p>{escape(event.hours)}</p>'
        f"<p>{escape(event.place)}</p></div>"
    )


def _box(box: Box, chrome: Chrome, skin: Skin) -> str:
    return (
        f'<aside class="info"><p>{escape(box.kind)}</p><h3>{escape(box.name)}</h3>'
        f"{_words(box.blurb, 'text-body', skin)}"
        f'<a href="/boxes/more">{escape(chrome.learn_more)}</a></aside>'
    )


def _notice(chrome: Chrome) -> str:
    return f'<div class="notice"><p>{escape(chrome.notice)}</p></div>' if chrome.notice else ""


# ---------------------------------------------------------------- the text


def _content(page: Page, chrome: Chrome, skin: Skin) -> str:
    marker = link_marker if skin.bare_markers else sup_marker
    pieces = list(_runs(page.piece.blocks, chrome, skin, marker))
    if not pieces:
        pieces = [_run(["<p></p>"])]
    joined = "\n".join(pieces)
    if skin.content == "section":
        return f'<section id="content" class="white-scheme">{joined}</section>'
    if skin.content == "schemes":
        return "\n".join(f'<div class="white-scheme">{piece}</div>' for piece in pieces)
    return joined


def _runs(blocks: tuple[Block, ...], chrome: Chrome, skin: Skin, marker: Marker) -> Iterator[str]:
    """Runs of rich text and what was inserted between them, in order."""
    run: list[str] = []
    for block in blocks:
        if isinstance(block, Break | Card | Newsletter | Video):
            if run:
                yield _run(run)
            run = []
            if not isinstance(block, Break):
                yield _insert(block, chrome, skin)
        else:
            run.append(_rich(block, marker))
    if run:
        yield _run(run)


def _run(parts: list[str]) -> str:
    return f'<div class="{RICH}">' + "\n      ".join(parts) + "</div>"


def _rich(block: Block, marker: Marker) -> str:
    match block:
        case str():
            return f"<p>{to_html(block, marker)}</p>"
        case Heading(text, level):
            return f"<h{level}>{to_html(text, marker)}</h{level}>"
        case Bullets():
            return _bullets(block, marker)
        case Quotation(text) | PullQuote(text):
            return f"<blockquote>{to_html(text, marker)}</blockquote>"
        case Figure(caption):
            source = "https://assets.carnegieendowment.org/_/eyJrZXkiOiJ4In0="
            return f'<figure><img src="{source}" alt="{escape(caption)}" loading="lazy"></figure>'
        case Table(rows):
            return _table(rows)
        case Outlet(text):
            return f"<p>{to_html(text)}</p>"
        case _:
            raise TypeError(block)


def _bullets(block: Bullets, marker: Marker) -> str:
    tag, css = ("ol", "list-number") if block.ordered else ("ul", "list-bullet")
    items = "".join(
        f'<li value="{number}">{to_html(item, marker)}</li>' for number, item in enumerate(block.items, 1)
    )
    return f'<{tag} class="{css}">{items}</{tag}>'


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        inner = "".join(f'<{tag} class="lexical-table-cell"><p>{escape(cell)}</p></{tag}>' for cell in cells)
        return f'<tr class="lexical-table-row">{inner}</tr>'

    head, *rest = rows
    body = row(head, "th") + "".join(row(cells, "td") for cells in rest)
    return (
        '<div class="lexical-table-container"><table class="lexical-table">'
        f"<tbody>{body}</tbody></table></div>"
    )


def _insert(block: Inserted, chrome: Chrome, skin: Skin) -> str:
    match block:
        case Card():
            return _card(block, skin)
        case Newsletter(name, blurb):
            return (
                f'<aside class="newsletter"><p>{escape(chrome.newsletter)}</p>'
                f"<h3>{escape(name)}</h3>{_words(blurb, 'text-body', skin)}"
                f"<form><button>{escape(chrome.subscribe)}</button></form></aside>"
            )
        case Video():
            return '<div class="video-embed">Invalid video URL</div>'


def _card(card: Card, skin: Skin) -> str:
    labels = "".join(
        f'<span class="text-label">{escape(label)}</span>' for label in (card.label, card.blog) if label
    )
    return (
        '<article class="card flex flex-col"><a href="/elsewhere">'
        f'{labels}<span class="font-sans text-headlineH5">{escape(card.title)}</span></a>'
        f"{_words(card.dek, 'text-body', skin)}<ul><li>{escape(card.author)}</li></ul></article>"
    )


# ---------------------------------------------------------------- after the text


def _after(page: Page, chrome: Chrome, skin: Skin, event: Event | None) -> str:
    parts = [
        _speakers(page, chrome, skin) if event else _about(page, chrome, skin),
        _notes(page, chrome, skin),
        _again(page),
        _tags(page),
        f'<p class="text-disclaimer">{escape(chrome.disclaimer)}</p>',
    ]
    return "\n".join(part for part in parts if part)


def _people(page: Page, skin: Skin) -> str:
    people = ""
    for author, name in zip(page.printed_authors, _names(page), strict=True):
        people += name if name.startswith("<a") else f"<p>{name}</p>"
        people += f"<p>{escape(author.title)}</p>" if author.title else ""
        people += _words(author.bio, "text-body", skin) if author.bio else ""
    return people


def _about(page: Page, chrome: Chrome, skin: Skin) -> str:
    if not page.about:
        return ""
    title = chrome.about_one if len(page.printed_authors) == 1 else chrome.about_many
    return f'<section class="authors-block"><h3>{escape(title)}</h3>{_people(page, skin)}</section>'


def _speakers(page: Page, chrome: Chrome, skin: Skin) -> str:
    people = "".join(
        f"<div><p>{escape(author.name)}</p>"
        f"{_words(author.bio or author.title or author.name, 'text-body', skin)}</div>"
        for author in page.piece.authors
    )
    return f'<section class="speakers"><h3>{escape(chrome.speakers)}</h3>{people}</section>'


def _notes(page: Page, chrome: Chrome, skin: Skin) -> str:
    if not page.piece.notes:
        return ""
    items = ""
    for number, text in enumerate(page.piece.notes, 1):
        back = f'<a href="#footnote-ref-{number}">{number}</a>'
        words = f" {to_html(text)}" if skin.bare_markers else f"<div>{to_html(text)}</div>"
        items += f'<li id="footnote-{number}">{back}{words}</li>'
    return f'<section class="notes"><h3>{escape(chrome.notes)}</h3><ol>{items}</ol></section>'


def _again(page: Page) -> str:
    if not page.about:
        return ""
    people = "".join(
        f"<div><span>{escape(author.name)}</span><span>{escape(author.title or '')}</span></div>"
        for author in page.printed_authors
    )
    return f'<div class="authors-again">{people}</div>'


def _tags(page: Page) -> str:
    links = [
        f'<a href="/{kind}/{number}">{escape(name)}</a>'
        for kind, names in (("topics", page.topics), ("regions", page.regions))
        for number, name in enumerate(names, 1)
    ]
    return f"<div>{''.join(links)}</div>" if links else ""


def _more(page: Page, chrome: Chrome, skin: Skin) -> str:
    cards = "".join(f"<li>{_card(card, skin)}</li>" for card in chrome.teasers)
    name = page.blog or "Carnegie Endowment"
    return f"<section><h2>{escape(chrome.more)} {escape(name)}</h2><ul>{cards}</ul></section>"


def _footer(chrome: Chrome) -> str:
    items = "".join(f"<li><a href='/footer'>{escape(word)}</a></li>" for word in chrome.menu)
    return (
        f"<footer><p>{escape(chrome.newsletter)}</p><p>{ENDOWMENT}</p><ul>{items}</ul>"
        f"<p>© 2026 {ENDOWMENT}. {escape(chrome.rights)}</p></footer>"
    )


def _payload(page: Page, copies: int = 3) -> str:
    """The script that repeats the words as escaped strings."""
    words = [to_text(block) for block in page.piece.blocks if isinstance(block, str)]
    scripts = ["<script>(self.__next_f=self.__next_f||[]).push([0])</script>"]
    for copy in range(copies):
        for number, text in enumerate(words):
            tree = ["$", "div", None, {"className": RICH, "children": ["$", "p", None, text]}]
            chunk = f"{copy:x}{number:02x}:{json.dumps(tree, ensure_ascii=False)}\n"
            quoted = json.dumps([1, chunk], ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
            scripts.append(f"<script>self.__next_f.push({quoted})</script>")
    return "\n".join(scripts)
