"""Pages of the site of April 2024 to late 2025 (docs/pages.md#the-site-of-2024).

What is known of them is their text: a lower-case type label, the full month, ``?lang=`` in the
address, no metadata block, the disclaimer, "More Work from". Nobody has seen the markup, so there
are four of them here, all invented; none uses the class names of the 2026 site.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .article import (
    ENDOWMENT,
    Block,
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
from .inline import escape, link_marker, to_html, to_text


@dataclass(frozen=True)
class Names:
    """The class names of one design."""

    kicker: str
    dek: str
    body: str
    paragraphs: Literal["wrapped", "bare", "sections"]


SOUP = Names("c-hero__kicker", "c-hero__standfirst", "c-prose", "wrapped")
LISTS = Names("eyebrow", "lede", "article-copy", "bare")
TERMS = Names("kind", "intro", "longform", "sections")
GRID = Names("tag-line", "summary-line", "col-text", "bare")


def render(page: Page, chrome: Chrome, names: Names) -> str:
    """The whole page."""
    headers: dict[Names, Callable[[Page, Chrome, Names], str]] = {
        SOUP: _soup_header,
        LISTS: _list_header,
        TERMS: _terms_header,
        GRID: _grid_header,
    }
    direction = ' dir="rtl"' if chrome.rtl else ""
    parts = [
        f'<!doctype html>\n<html lang="{page.language}"{direction}>',
        _head(page),
        "<body>",
        _menu(chrome),
        '<div id="app"><div class="page">',
        headers[names](page, chrome, names),
        _body(page, chrome, names),
        _about(page, chrome),
        _notes(page, chrome),
        _tags(page),
        f'<div class="fine-print"><p>{escape(chrome.disclaimer)}</p></div>',
        _more(page, chrome),
        "</div></div>",
        _footer(chrome),
        '<script src="/build/app-5d2f.js" type="module"></script></body></html>',
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _head(page: Page) -> str:
    headline = escape(to_text(page.piece.headline))
    dek = escape(to_text(page.piece.dek or ""))
    url = escape(page.url or "")
    lines = [
        '<head>\n<meta charset="utf-8"/>',
        f"<title>{headline} | {ENDOWMENT}</title>",
        f'<meta name="description" content="{dek}"/>',
        f'<meta property="og:title" content="{headline}"/>',
        f'<meta property="og:description" content="{dek}"/>',
        f'<meta property="og:site_name" content="{ENDOWMENT}"/>',
        f'<meta property="og:url" content="{url}"/>',
        f'<link rel="canonical" href="{url}"/>',
        '<link rel="stylesheet" href="/build/app-5d2f.css"/>',
    ]
    if page.image:
        lines.append(f'<meta property="og:image" content="{escape(page.image.url)}"/>')
    if page.published_at:
        stamp = f'content="{page.published_at}"'
        lines.append(f'<meta property="article:published_time" {stamp}/>')
    return "\n".join([*lines, "</head>"])


def _menu(chrome: Chrome) -> str:
    items = "\n".join(f'<a href="/m/{n}">{escape(w)}</a>' for n, w in enumerate(chrome.menu))
    return f'<div class="top-bar"><div class="logo">{ENDOWMENT}</div>{items}</div>'


def _links(page: Page) -> list[str]:
    return [
        f'<a href="{href}">{escape(author.name)}</a>' if href else escape(author.name)
        for author, href in zip(page.printed_authors, page.author_hrefs, strict=True)
    ]


def _picture(page: Page) -> str:
    if page.image is None:
        return ""
    alt = escape(page.image.alt or "")
    credit = f"<div>{escape(page.image.credit)}</div>" if page.image.credit else ""
    return f'<div class="picture"><img src="{escape(page.image.url)}" alt="{alt}"/>{credit}</div>'


def _label(page: Page, css: str) -> str:
    spans = "".join(f"<span>{escape(w)}</span>" for w in (page.label, page.blog) if w)
    return f'<div class="{css}">{spans}</div>'


def _dek(page: Page, css: str) -> str:
    return f'<p class="{css}">{to_html(page.piece.dek)}</p>' if page.piece.dek else ""


def _soup_header(page: Page, chrome: Chrome, names: Names) -> str:
    return (
        f'<div class="c-hero"><div class="c-hero__inner"><div>{_label(page, names.kicker)}'
        f"<div><h1>{to_html(page.piece.headline)}</h1></div>{_dek(page, names.dek)}"
        f'<div class="c-hero__meta"><div>{escape(chrome.by)} {", ".join(_links(page))}</div>'
        f"<div>{escape(chrome.published)} {escape(page.printed_date or '')}</div></div>"
        f"</div></div>{_picture(page)}</div>"
    )


def _list_header(page: Page, chrome: Chrome, names: Names) -> str:
    items = "".join(f"<li>{link}</li>" for link in _links(page))
    return (
        f'{_picture(page)}<div class="masthead">{_label(page, names.kicker)}'
        f"<h1>{to_html(page.piece.headline)}</h1>{_dek(page, names.dek)}"
        f'<div class="people"><span>{escape(chrome.by)}</span><ul>{items}</ul></div>'
        f"<p><span>{escape(chrome.published)}</span> "
        f"<time>{escape(page.printed_date or '')}</time></p></div>"
    )


def _terms_header(page: Page, chrome: Chrome, names: Names) -> str:
    return (
        f'<header class="opening">{_label(page, names.kicker)}'
        f"<h2>{to_html(page.piece.headline)}</h2>{_dek(page, names.dek)}"
        f"<dl><dt>{escape(chrome.by)}</dt><dd>{', '.join(_links(page))}</dd>"
        f"<dt>{escape(chrome.published)}</dt><dd>{escape(page.printed_date or '')}</dd></dl>"
        f"</header>{_picture(page)}"
    )


def _grid_header(page: Page, chrome: Chrome, names: Names) -> str:
    return (
        f'<section class="row"><div class="cell">{_label(page, names.kicker)}'
        f'<h1 class="big">{to_html(page.piece.headline)}</h1>{_dek(page, names.dek)}</div>'
        f'<div class="cell">{_picture(page)}<p>{escape(chrome.by)} {", ".join(_links(page))}</p>'
        f"<p>{escape(chrome.published)} {escape(page.printed_date or '')}</p></div></section>"
    )


# ---------------------------------------------------------------- the text


def _body(page: Page, chrome: Chrome, names: Names) -> str:
    parts: list[str] = []
    runs: list[str] = []
    for block in page.piece.blocks:
        if isinstance(block, Break | Card | Newsletter | Video):
            runs.append("\n".join(parts))
            runs.append(_inserted(block, chrome))
            parts = []
        else:
            parts.append(_words(block, names))
    runs.append("\n".join(parts))
    tag = "section" if names.paragraphs == "sections" else "div"
    inner = "\n".join(
        run if run.startswith("<aside") else f'<{tag} class="{names.body}">\n{run}\n</{tag}>'
        for run in runs
        if run
    )
    return f'<div class="text-column">{inner}</div>'


def _inserted(block: Block, chrome: Chrome) -> str:
    match block:
        case Card(label, _, title, dek, author):
            return (
                f'<aside class="see-also"><div>{escape(label.casefold())}</div>'
                f'<a href="/elsewhere">{escape(title)}</a><p>{escape(dek)}</p>'
                f"<div>{escape(author)}</div></aside>"
            )
        case Newsletter(name, blurb):
            return (
                f'<aside class="sign-up"><p>{escape(chrome.newsletter)} {escape(name)}</p>'
                f"<p>{escape(blurb)}</p><button>{escape(chrome.subscribe)}</button></aside>"
            )
        case _:
            return ""


def _words(block: Block, names: Names) -> str:
    match block:
        case str():
            words = to_html(block, link_marker)
            return f"<div><p>{words}</p></div>" if names.paragraphs == "wrapped" else f"<p>{words}</p>"
        case Heading(text, level):
            return f"<h{level}>{to_html(text)}</h{level}>"
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            inner = "".join(f"<li><p>{to_html(item, link_marker)}</p></li>" for item in items)
            return f"<{tag}>{inner}</{tag}>"
        case Quotation(text):
            return f"<blockquote><p>{to_html(text)}</p></blockquote>"
        case PullQuote(text):
            return f'<blockquote class="big-words">{to_html(text)}</blockquote>'
        case Figure(caption):
            words = f"<figcaption>{to_html(caption)}</figcaption>"
            return f'<figure><img src="/f.png" alt=""/>{words}</figure>'
        case Outlet(text):
            return f"<p>{to_html(text)}</p>"
        case Table(rows):
            cells = "".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
            )
            return f"<table>{cells}</table>"
        case _:
            raise TypeError(block)


# ---------------------------------------------------------------- after the text


def _about(page: Page, chrome: Chrome) -> str:
    if not page.about:
        return ""
    title = chrome.about_one if len(page.printed_authors) == 1 else chrome.about_many
    people = ""
    for author, link in zip(page.printed_authors, _links(page), strict=True):
        lines = "".join(f"<p>{to_html(text)}</p>" for text in (author.title, author.bio) if text)
        people += f'<div class="person"><h4>{link}</h4>{lines}</div>'
    return f'<div class="people-block"><h3>{escape(title)}</h3>{people}</div>'


def _notes(page: Page, chrome: Chrome) -> str:
    items = "".join(
        f'<li id="footnote-{number}"><a href="#footnote-ref-{number}">{number}</a> '
        f"<p>{to_html(text)}</p></li>"
        for number, text in enumerate(page.piece.notes, 1)
    )
    return f"<div class='endnotes'><h3>{escape(chrome.notes)}</h3><ul>{items}</ul></div>" if items else ""


def _tags(page: Page) -> str:
    links = [
        f'<a href="/{kind}/{number}?lang={page.language}">{escape(name)}</a>'
        for kind, names in (("topics", page.topics), ("regions", page.regions))
        for number, name in enumerate(names, 1)
    ]
    return f'<div class="labels">{"".join(links)}</div>' if links else ""


def _more(page: Page, chrome: Chrome) -> str:
    cards = "".join(
        f'<div class="tile"><div>{escape(card.label.casefold())}</div><a href="/elsewhere">'
        f"{escape(card.title)}</a><p>{escape(card.dek)}</p><p>{escape(card.author)}</p></div>"
        for card in chrome.teasers
    )
    name = page.blog or "Carnegie Endowment"
    return f'<div class="more"><h2>{escape(chrome.more)} {escape(name)}</h2>{cards}</div>'


def _footer(chrome: Chrome) -> str:
    return (
        f'<div class="bottom"><p>{escape(chrome.newsletter)}</p><p>{ENDOWMENT}</p>'
        f"<p>{escape(chrome.blurb)}</p><p>© 2025 {ENDOWMENT}. {escape(chrome.rights)}</p></div>"
    )
