"""What other servers, browsers and tools make of a page before it lies in a file."""

import re
from collections.abc import Callable

from .choices import choice
from .second import drawn
from .sheet import Sheet

TOUCH = choice(
    "second.touch",
    none=(20, "seen", "as the first hand sends it"),
    vue=(1, "inferred", "Nuxt's fragments and data-v attributes"),
    translated=(
        1,
        "custom",
        "saved from a browser that has translated it: two font elements around each text",
    ),
    omitted=(1, "custom", "a minifier has omitted the end tags of p and li"),
    extension=(1, "custom", "elements that extensions of a browser leave at the end"),
    crlf=(1, "custom", "line breaks of Windows"),
    no_doctype=(1, "custom", "outerHTML: no doctype"),
    dark=(1, "custom", "the styles and attributes of an extension that darkens pages"),
    comments=(1, "custom", "comments of a cache at the end"),
)
SAVED = choice(
    "second.saved",
    none=(20, "seen", "as the first hand saves it"),
    monolith=(1, "relied on", "monolith's comment"),
    httrack=(1, "relied on", "HTTrack's comment"),
    save_page_we=(1, "relied on", "the meta tags of Save Page WE"),
    base=(1, "custom", "a base element"),
    cache=(1, "custom", "the banner of a search engine's cache before the doctype"),
)
STAMP = "2026-10-06T10:11:12Z"


def touched(sheet: Sheet, page: str, *, plain: bool) -> str:
    """The page as it leaves the server or the browser."""
    but = set() if sheet.layout == "site-2024" else {"vue"}
    if not plain:
        but |= {"no-doctype"}  # the tools' comments stand beside it
    return _TOUCHES[drawn(sheet, TOUCH, but=but)](page)


def _fonts(page: str) -> str:
    head, body = page.split("</head>", 1)
    font = '<font style="vertical-align: inherit;">'
    parts = re.split(
        r"(<(script|style|template|noscript|svg|pre)\b.*?</\2>|<!--.*?-->|<[^>]*>)", body, flags=re.S
    )
    made = [
        part
        if part is None or not part.strip() or part.startswith("<")
        else f"{font}{font}{part}</font></font>"
        for part in parts
    ]
    del made[2::3]
    return head + "</head>" + "".join(part or "" for part in made)


def _omitted(page: str) -> str:
    page = re.sub(r"</li>(?=\s*(?:<li|</ul>|</ol>))", "", page)
    return re.sub(
        r"</p>(?=\s*(?:<p[ >]|<ul|<ol|<div|<h[1-6]|<section|<blockquote|</div>|</section>))", "", page
    )


def _vue(page: str) -> str:
    page = re.sub(r"<(p|div|span|h2|section)(?=[ >])", r"<\1 data-v-1f3a9c2b", page)
    return re.sub(r"(<div data-v-1f3a9c2b[^>]*>)(.)", r"\1<!--[-->\2", page).replace(
        "</div>", "<!--]--></div>"
    )


_TOUCHES: dict[str, Callable[[str], str]] = {
    "none": lambda page: page,
    "vue": _vue,
    "translated": _fonts,
    "omitted": _omitted,
    "extension": lambda page: page.replace(
        "</body>",
        '<div id="notes-side-panel"><p>Open the side panel</p></div><plasmo-csui></plasmo-csui></body>',
    ),
    "crlf": lambda page: page.replace("\n", "\r\n"),
    "no-doctype": lambda page: page.replace("<!DOCTYPE html>", "", 1),
    "dark": lambda page: page.replace(
        "</head>", '<style class="darkreader">p{color:#eee}</style></head>', 1
    ).replace("<p>", '<p data-darkreader-inline-color="">'),
    "comments": lambda page: page + "\n<!-- Cached page, generated in 0.212 seconds -->\n<!-- <p>End</p> -->",
}


def saved(sheet: Sheet, page: str, *, plain: bool) -> str:
    """The page as another tool saves it."""
    value = drawn(sheet, SAVED, fits=plain and "<!DOCTYPE html>" in page)
    if value == "none":
        return page
    if value == "base":
        return page.replace("<head>", f'<head><base href="{sheet.host}/">', 1)
    if sheet.expected.get("url", ...) is None:
        sheet.expected["url"] = sheet.url
        if value in {"httrack", "cache"}:
            sheet.undecided.add("url")
    sheet.expected["saved_at"] = STAMP
    if value == "monolith":
        return f"<!-- Saved from {sheet.url} at {STAMP} using monolith v2.8.3 -->\n{page}"
    if value == "httrack":
        where = sheet.url.removeprefix("https://")
        by = "HTTrack Website Copier/3.x [XR&CO'2014], Tue, 06 Oct 2026 10:11:12 GMT"
        return page.replace("</head>", f"<!-- Mirrored from {where} by {by} --></head>", 1)
    if value == "save-page-we":
        date = "Tue Oct 06 2026 10:11:12 GMT+0000 (Coordinated Universal Time)"
        metas = (
            f'<meta name="savepage-url" content="{sheet.url}"><meta name="savepage-date" content="{date}">'
        )
        return page.replace("</head>", f"{metas}</head>", 1)
    sheet.undecided.add("saved_at")
    return (
        f'<base href="{sheet.url}"><div style="margin:0"><p>This is a cached copy of <a href="{sheet.url}">{sheet.url}</a>. It shows '
        f"the page as it appeared on 6 Oct 2026 10:11:12 GMT. The current page could have changed in the meantime.</p></div>\n{page}"
    )
