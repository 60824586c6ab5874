"""Pages of the Carnegie sites before mid-2024 (docs/pages.md#before-mid-2024).

The trees of the publication page and of the blog post were seen in real HTML; those of reports,
carnegie.ru, Carnegie Politika and carnegie-mec.org are relied on by scrapers or inferred.
"""

from dataclasses import dataclass

from .article import (
    ENDOWMENT,
    HOME,
    Author,
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
from .inline import escape, named_entities, to_html, to_text


@dataclass(frozen=True)
class Site:
    """One of the sites: what its pages say of themselves."""

    name: str
    center: str
    host: str = HOME


WASHINGTON = Site(ENDOWMENT, "washington")
MOSCOW = Site("Carnegie Moscow Center", "moscow", "https://carnegiemoscow.org")
MOSCOW_RU = Site("Московский Центр Карнеги - Carnegie", "moscow", "https://carnegie.ru")
BEIRUT = Site("Carnegie Middle East Center", "beirut", "https://carnegie-mec.org")
BEIJING = Site("Carnegie-Tsinghua Center for Global Policy", "beijing", "https://carnegietsinghua.org")

LATER = ("May 04, 2023", "June 19, 2023", "September 30, 2023")


def _document(site: Site, page: Page, chrome: Chrome, head: str, css: str, body: str) -> str:
    space = 'xmlns:fb="http://ogp.me/ns/fb#" xmlns:og="http://ogp.me/ns#"'
    language = page.language
    return (
        f'<!DOCTYPE html><!--[if lt IE 10]>\n<html lang="{language}" class="lt-ie10 no-js" {space}>'
        f'\n<![endif]-->\n<!--[if gt IE 9]><!-->\n<html lang="{language}" class="no-js" {space}>\n'
        f'<!--<![endif]--><head>{head}</head><body class="{css}">{_menus(site, chrome)}'
        f"{body}{_foot(site)}</body></html>\n"
    )


# ---------------------------------------------------------------- head


def _head(site: Site, page: Page, full: bool = True) -> str:
    title = escape(to_text(page.piece.headline))
    icons = "".join(
        f'<link rel="apple-touch-icon" sizes="{size}x{size}" href="/favicon/icon-{size}.png">'
        for size in (57, 60, 72, 76, 114, 120)
    )
    parts = [
        f"<title>{title} - {escape(site.name)}</title>",
        '<link rel="stylesheet" href="/css/ceip_all.css?v=74" media="screen">',
        '<link rel="stylesheet" href="/css/ceip_print.css?v=2" media="print">',
        icons,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noarchive">',
        f'<meta name="publisher" content="{escape(site.name)}">',
        '<meta name="copyright" content="2023">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:site_name" content="{escape(site.name)}">',
        f'<meta name="title" content="{title}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta name="twitter:title" content="{title}">',
        _described(page) if full else "",
        "<script>ga('create', 'UA-00000-1', 'auto');ga('send', 'pageview');</script>",
    ]
    return "".join(parts)


def _described(page: Page) -> str:
    names = escape(", ".join(author.name.replace(" ", "  ", 1) for author in page.printed_authors))
    parts = [f'<meta name="author" content="{names}">' if names else ""]
    if page.piece.dek:
        dek = escape(to_text(page.piece.dek))
        parts.append(f'<meta property="og:description" content="{dek} ">')
    if page.image:
        parts.append(f'<meta property="og:image" content="{escape(page.image.url)}">')
    if page.url:
        url = escape(page.url)
        parts.append(f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">')
    return "".join(parts)


def _dimension(label: str) -> str:
    setting = "ga('set', 'dimension1', dimensionValue);"
    return f"<script>var dimensionValue = '{label}';\n{setting}</script>"


# ---------------------------------------------------------------- around


def _menus(site: Site, chrome: Chrome) -> str:
    items = "".join(
        f'<li class="primary stacked js-element hidden"><a href="/menu/{number}" '
        f'class="menu-trigger"><span>{escape(word)}</span></a>'
        f'<div class="mega-menu banded"><ul class="clean-list"><li><a href="/menu/{number}/1">'
        f"{escape(word)} 1</a></li></ul></div></li>"
        for number, word in enumerate(chrome.menu)
    )
    return (
        '<div id="header" class="header-wrap"><div class="container-max-width">'
        f'<div class="site-title"><div class="visuallyhidden no-print">{escape(site.name)}</div>'
        f'<a href="/" class="site-logo"><img src="/logo.gif" alt="{escape(site.name)}" '
        f'class="for-print"></a></div><ul class="navResource first-level clean-list">{items}</ul>'
        f'<form action="/resources/"><h3>{escape(chrome.subscribe)}</h3></form></div></div>'
    )


def _panel(chrome: Chrome) -> str:
    return (
        '<div class="panel from-right slide-in no-print"><form class="stay-in-the-know">'
        f"<h3>{escape(chrome.newsletter)}</h3><p>{escape(chrome.blurb)}</p>"
        f'<button type="submit">{escape(chrome.subscribe)}</button></form></div>'
    )


def _comments(chrome: Chrome) -> str:
    talk = "".join(
        '<div class="comment component divider clearfix"><div class="comment-meta banded">'
        f'<div class="comment-author">reader{number}</div>'
        f'<small class="comment-time sans-serif">{day}</small></div>'
        f'<div class="comment-content"><p>{escape(card.dek)}</p></div></div>'
        for number, (day, card) in enumerate(zip(LATER, chrome.teasers, strict=False))
    )
    return (
        '<div class="section"><div class="comment-wrapper no-print"><div class="meta-heading-2">'
        f'<a name="comments" class="anchor-point"></a><h4>{escape(chrome.comments)}'
        f'<span>(2)</span></h4></div><div class="comments">{talk}</div></div></div>'
    )


def _zone_2(chrome: Chrome) -> str:
    items = "".join(
        f'<li><h5 class="no-margin"><a href="/other/{number}" class="black-text">'
        f'{escape(card.title)}</a></h5><div class="meta">{day}</div></li>'
        for number, (day, card) in enumerate(zip(LATER, chrome.teasers, strict=False))
    )
    return (
        f'<div class="zone-2 col col-30"><h4>{escape(chrome.more)}</h4>'
        f'<ul class="clean-list list-items-divided">{items}</ul></div>'
    )


def _foot(site: Site) -> str:
    return (
        f'<div class="footer"><p>&copy; 2023 {escape(site.name)}</p></div>'
        '<script src="/js/ceip_script.min.js?v=6"></script>'
        '<div id="left-tsinghua" class="overlay-content no-print"><div class="banded padded">'
        "<h5>Please note...</h5><p>Another site of ours opens now.</p><h5>请注意...</h5>"
        "<p>即将打开另一个网站。</p></div></div>"
        '<script async type="text/javascript" src="/_Incapsula_Resource?SWJIYLWA=719d&ns=1">'
        "</script>"
    )


# ---------------------------------------------------------------- the text


def _body(page: Page) -> str:
    return named_entities("\n\n".join(_block(block) for block in page.piece.blocks))


def _block(block: Block) -> str:
    match block:
        case str():
            return f"<p>{_breaks(block)}</p>"
        case Heading(text, level):
            return f"<h{level}>{to_html(text)}</h{level}>"
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            inner = "\n".join(f"<li>{_breaks(item)}</li>" for item in items)
            return f"<{tag}>{inner}\n</{tag}>"
        case Quotation(text):
            return f'<p class="extQuote"><em>{to_html(text)}</em></p>'
        case Card(_, _, title, dek, _):
            return (
                f'<div class="related-pubs"><h4>More</h4><ul><li><a href="/other/9">{escape(title)}'
                f"</a><p>{escape(dek)}</p></li></ul></div>"
            )
        case Break():
            return "<!-- section -->"
        case PullQuote() | Figure() | Table() | Outlet() | Newsletter() | Video():
            raise TypeError("not known of these pages", block)


def _breaks(text: str) -> str:
    return to_html(text).replace("<br>", "<br />\n")


def _author_box(page: Page) -> str:
    if not page.about:
        return ""
    boxes = ""
    for author, href in zip(page.printed_authors, page.author_hrefs, strict=True):
        boxes += (
            '<div class="author-box no-print"><img src="/experts/x.jpg" alt="">'
            f'<h5><a href="{href}">{escape(author.name)}</a></h5>'
            f"<p>{to_html(author.bio or '')}</p></div>"
        )
    return boxes


def _name(author: Author, href: str | None, css: str = "") -> str:
    attribute = f' class="{css}"' if css else ""
    if href:
        return f'<a href="{href}"{attribute}>{escape(author.name)}</a>'
    return escape(author.name)


def _names(page: Page, css: str = "") -> list[str]:
    return [
        _name(author, href, css) for author, href in zip(page.printed_authors, page.author_hrefs, strict=True)
    ]


def _pdf(page: Page, chrome: Chrome) -> str:
    if page.pdf is None:
        return ""
    return f'<a href="{escape(page.pdf)}" class="analytics-download button">{escape(chrome.download)}</a>'


def _summary(page: Page, chrome: Chrome) -> str:
    if page.piece.dek is None:
        return ""
    return (
        '<div class="zone-title__summary"><strong class="visuallyhidden">'
        f"{escape(chrome.summary)}</strong> {to_html(page.piece.dek)}</div>"
    )


def _related_topics(page: Page, chrome: Chrome) -> str:
    items = "".join(f'<li><a href="/topic/{n}">{escape(t)}</a></li>' for n, t in enumerate(page.topics))
    if not items:
        return ""
    return (
        f'<div class="related-topics"><h4>{escape(chrome.related)}</h4>'
        f'<ul class="clean-list">{items}</ul></div>'
    )


def _main(page: Page, chrome: Chrome) -> str:
    """zone-main and zone-2 of publications and reports."""
    return (
        f'<div class="zone-main">{_panel(chrome)}<div class="zone-1 col col-70">'
        f'<div class="article-body">{_author_box(page)}{_body(page)}</div></div>'
        f'<div class="doc-end">{escape(chrome.end)}</div>{_related_topics(page, chrome)}'
        f"{_comments(chrome)}</div>{_zone_2(chrome)}"
    )


# ---------------------------------------------------------------- the kinds of page


def publication(site: Site, page: Page, chrome: Chrome, number: int = 78407) -> str:
    """A publication page, as seen."""
    label = page.label or ""
    credit = page.image.credit if page.image else None
    caption = f'<div class="photo-caption">{escape(credit)}</div>' if credit else ""
    names = ",&nbsp;&nbsp;".join(_names(page))
    title = (
        '<div class="zone-title banded"><div class="container-headline foreground">'
        f'<h1 class="headline">{to_html(page.piece.headline)}</h1>'
        f'<div class="post-author">{names}</div><div class="post-date"><ul class="clean-list">'
        f"<li>{escape(page.printed_date or '')}</li><li>{escape(label)}</li></ul></div></div>"
        f"{caption}{_summary(page, chrome)}{_pdf(page, chrome)}</div>"
    )
    side = " right-to-left" if chrome.rtl else ""
    css = f"{site.center} show doc{number} docType40 {page.language}{side}"
    head = _head(site, page) + _dimension("Commentary")
    return _document(site, page, chrome, head, css, title + _main(page, chrome))


def report(site: Site, page: Page, chrome: Chrome, number: int = 53000) -> str:
    """A book or a long report: date and authors in other places (relied on)."""
    title = (
        '<div class="zone-title banded"><div class="container-headline foreground">'
        f'<h1 class="headline">{to_html(page.piece.headline)}</h1>'
        f'<div class="meta-heading">{", ".join(_names(page))}</div>'
        f'<div class="meta pub-meta"><ul class="clean-list"><li>{escape(page.label or "")}</li>'
        f"<li>{escape(page.printed_date or '')}</li></ul></div></div>{_summary(page, chrome)}"
        f'<div class="related-docs">{_pdf(page, chrome)}</div></div>'
    )
    css = f"{site.center} show doc{number} docType3 {page.language}"
    head = _head(site, page) + _dimension(page.label or "")
    return _document(site, page, chrome, head, css, title + _main(page, chrome))


def blog(site: Site, page: Page, chrome: Chrome, key: str, path: str, full: bool) -> str:
    """A blog post: China Financial Markets as seen, the others inferred from it."""
    authors = "".join(f"<li>{name}</li>" for name in _names(page))
    tags = "".join(
        f'<li><a href="{path}/issue/{1570 + number}" class="tag">{escape(topic)}</a></li>'
        for number, topic in enumerate(page.topics)
    )
    dek = f'<div class="largest-text">{to_html(page.piece.dek)}</div>' if page.piece.dek else ""
    body = (
        f'<div class="blog blog-{key} blog-post"><div class="zone-title blog-zone-title">'
        f'<div class="foreground"><a href="{path}" class="blog-zone-title__logo">'
        f'{escape(page.blog or "")}</a></div></div><div class="foreground">'
        f'<div class="section center"><h1 class="roman-normal-bold">'
        f"{to_html(page.piece.headline)}</h1></div>"
        '<div class="meta blog-post__meta black-text center"><div class="section large-text">'
        f'<ul class="uppercase clean-list roman-normal-bold">{authors}</ul></div>'
        f'<div class="section center-block col-80">{dek}'
        '<div class="divider-top component"><ul class="clean-list list-across-spaced">'
        '<li class="mobile-zero"><div class="gutter-half-bottom--mobile">'
        f"{escape(page.printed_date or '')}</div></li>"
        f'<a href="#comments">{escape(chrome.comments)} (2)</a></ul></div></div></div>'
        f'<div class="section cols no-gutters"><div class="zone-1 col col-70">{_panel(chrome)}'
        f'<div class="article-body first-letter">{_body(page)}</div>'
        '<div class="section divider"><b>More on:&nbsp;</b><ul class="clean-list list-across">'
        f"{tags}</ul></div>{_comments(chrome)}</div>{_zone_2(chrome)}</div></div></div>"
    )
    side = " right-to-left" if chrome.rtl else ""
    css = f"{site.center}  {page.language}{side} "
    return _document(site, page, chrome, _head(site, page, full), css, body)


def commentary_ru(
    site: Site, page: Page, chrome: Chrome, rubric: str, banner: str | None, article_body: bool
) -> str:
    """A commentary of carnegie.ru or carnegiemoscow.org (relied on)."""
    notice = f'<div class="banner banded"><p>{escape(banner)}</p></div>' if banner else ""
    names = ", ".join(_names(page, "em"))
    dek = f'<div class="gutter-bottom">{to_html(page.piece.dek)}</div>' if page.piece.dek else ""
    text = _body(page)
    text = f'<div class="article-body">{text}</div>' if article_body else text
    body = (
        f'{notice}<div class="commentary-detail"><div class="zone-title banded">'
        f'<a href="/rubric/1" class="russian-text-treatment">{escape(rubric)}</a>'
        f'<h1 class="white-text narrow-line-height">{to_html(page.piece.headline)}</h1>'
        f"{dek}<div>{names}</div>"
        '<div class="smaller-text gutter-half-bottom cyrillic-normal-book">'
        f"{escape(page.printed_date or '')}</div></div>"
        f'<div class="zone-main"><div class="zone-1">{text}</div></div>'
        f'<div class="doc-end">{escape(chrome.end)}</div>{_related_topics(page, chrome)}'
        f"{_zone_2(chrome)}</div>"
    )
    css = f"{site.center} show {page.language}"
    return _document(site, page, chrome, _head(site, page), css, body)


def politika(page: Page, chrome: Chrome) -> str:
    """Carnegie Politika of 2022 to 2024 (relied on)."""
    names = ", ".join(_names(page, "author"))
    dek = f'<div class="summary">{to_html(page.piece.dek)}</div>' if page.piece.dek else ""
    body = (
        f'<div class="blog-politika"><a href="/politika" class="logo">{escape(page.blog or "")}</a>'
        f'<div class="zone-main"><h1>{to_html(page.piece.headline)}</h1>{dek}'
        f'<div class="pub-date">{escape(page.printed_date or "")}</div>'
        f'<div class="people">{names}</div><div class="article-body">{_body(page)}</div></div>'
        f"{_zone_2(chrome)}</div>"
    )
    css = f"washington politika {page.language}"
    return _document(WASHINGTON, page, chrome, _head(WASHINGTON, page), css, body)


def mec(page: Page, chrome: Chrome) -> str:
    """An Arabic page of carnegie-mec.org: the order of the text is known, the tree is not."""
    credit = page.image.credit if page.image else None
    caption = f'<div class="photo-caption">{escape(credit)}</div>' if credit else ""
    names = "، ".join(_names(page))
    people = f'<div class="people">{names}</div>' if names else ""
    dek = f'<div class="summary">{to_html(page.piece.dek)}</div>' if page.piece.dek else ""
    body = (
        f'<div class="zone-title banded">{caption}<div class="doc-kind">{escape(page.label or "")}'
        f"</div><h1>{to_html(page.piece.headline)}</h1>{dek}{people}"
        f'<div class="pub-date">{escape(chrome.published)} {escape(page.printed_date or "")}</div>'
        f'</div><div class="zone-main">{_panel(chrome)}<div class="zone-1">'
        f'<div class="article-body">{_body(page)}</div></div>{_related_topics(page, chrome)}</div>'
        f"{_zone_2(chrome)}"
    )
    css = "beirut show doc82983 ar right-to-left"
    return _document(BEIRUT, page, chrome, _head(BEIRUT, page), css, body)
