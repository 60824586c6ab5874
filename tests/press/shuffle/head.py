"""The head: how much of it there is, how it names authors, address and days."""

import json
from html import escape

from .choices import choice
from .sheet import Sheet
from .words import Person

AMOUNT = choice(
    "head.amount",
    full=(8, "relied on", "description, Open Graph, dates, names"),
    partly=(2, "custom", "title, description and address only"),
    title_only=(2, "seen", "the legacy blog's head has a title and nothing else"),
)
NAMES = choice(
    "head.names",
    json_ld=(5, "relied on", "JSON-LD author objects"),
    citation=(3, "measured", "citation_author, 'Last, First', one for each person"),
    both_last_first=(2, "measured", "'Last, First' in the JSON-LD too"),
    meta=(2, "measured", "meta author, 'Last, First'"),
    graph=(2, "inferred", "JSON-LD within @graph"),
    none=(2, "custom", "no names"),
)
DESCRIPTION = choice(
    "head.description",
    dek=(8, "relied on", "the dek, in description and og:description"),
    none=(2, "custom", "none, though the page has a dek"),
    shortened=(1, "custom", "the dek, cut off with an ellipsis"),
)
ADDRESS = choice(
    "head.address",
    both=(8, "relied on", "canonical link and og:url"),
    canonical=(2, "relied on", "canonical link only"),
    og=(2, "relied on", "og:url only"),
    none=(1, "seen", "neither, as on the legacy blog"),
)
DATES = choice(
    "head.dates",
    published=(5, "relied on", "article:published_time"),
    modified=(3, "relied on", "published and modified"),
    equal=(2, "custom", "published and modified are equal"),
    json_ld=(2, "relied on", "datePublished only"),
    none=(2, "seen", "none, as on every legacy page"),
)
LANG = choice(
    "head.lang",
    declared=(9, "inferred", "html lang"),
    none=(1, "seen", "pages of 2011 to 2016 declare none"),
)
IMAGE = "https://assets.carnegieendowment.org/_/eyJrZXkiOiJzdGF0aWMvbWVkaWEvaW1hZ2VzL3BvcnQuanBnIn0="
SITE = "Carnegie Endowment for International Peace"


def _meta(name: str, value: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{escape(value)}">'


def _last_first(person: Person, *, family_first: bool) -> str:
    if family_first:
        return f"{person.last}, {person.first}"
    first, _, last = person.name.rpartition(" ")
    if last in {"Jr.", "III", "PhD"}:
        first, _, last = first.rpartition(" ")
        return f"{last}, {first}"
    return f"{last}, {first}" if first else last


def opening(sheet: Sheet) -> str:
    """From the doctype to the body's start tag, which the frame writes."""
    lang = sheet.hand.draw(LANG)
    attributes = ""
    if lang == "declared" and sheet.layout != "era-b":
        attributes = f' lang="{sheet.language.code}"'
        if sheet.language.code == "ar" and not sheet.legacy:
            attributes += ' dir="rtl"'
        sheet.expected["language"] = sheet.language.code
    return f"<!DOCTYPE html><html{attributes}><head>{{charset}}"


def head(sheet: Sheet) -> str:
    """The head of a page of 2024 or later."""
    amount, names = sheet.hand.draw(AMOUNT), sheet.hand.draw(NAMES)
    address, dates = sheet.hand.draw(ADDRESS), sheet.hand.draw(DATES)
    if amount != "full":
        names, dates = "none", "none"
    if amount == "title-only":
        address = "none"
    sheet.expected["url"] = None if address == "none" else sheet.url
    parts = [
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{sheet.says(sheet.headline)} | {SITE}</title>",
    ]
    description = sheet.hand.draw(DESCRIPTION)
    if amount == "title-only" or not sheet.dek:
        sheet.hand.forget(DESCRIPTION)
    elif description != "none":
        words = sheet.dek if description == "dek" else sheet.dek[:40].rstrip() + "…"
        parts.append(_meta("description", words, "name"))
        parts.append(_meta("og:description", words))
    parts += _address(sheet, address)
    if amount == "full":
        parts.append(_meta("og:title", sheet.headline))
        parts.append(_meta("og:site_name", SITE))
        parts.append(_meta("og:image", IMAGE))
        parts.append(_meta("og:type", "article"))
    parts += _dates(sheet, dates)
    parts += _names(sheet, names)
    ld = _json_ld(sheet, names, dates)
    if ld:
        parts.append(f'<script type="application/ld+json">{json.dumps(ld, ensure_ascii=False)}</script>')
    assets = "_next/static" if sheet.layout == "site-2026" else "_nuxt"
    parts.append(f'<link rel="stylesheet" href="/{assets}/css/0c1a.css">')
    parts.append(f'<script src="/{assets}/chunks/00dsg86hwl1n3.js" async=""></script>')
    return "\n".join(parts) + "</head>"


def _address(sheet: Sheet, address: str) -> list[str]:
    parts = []
    if address in {"both", "canonical"}:
        parts.append(f'<link rel="canonical" href="{sheet.url}">')
    if address in {"both", "og"}:
        parts.append(_meta("og:url", sheet.url))
    return parts


def _stamp(sheet: Sheet) -> str:
    return f"{sheet.day.isoformat()}T12:00:46.000Z"


def _dates(sheet: Sheet, dates: str) -> list[str]:
    if dates == "none":
        sheet.expected["published_at"] = None
        return []
    sheet.expected["published_at"] = _stamp(sheet)
    if dates == "json-ld":
        return []
    parts = [_meta("article:published_time", _stamp(sheet))]
    if dates == "modified":
        parts.append(_meta("article:modified_time", f"{sheet.day.isoformat()}T18:57:05.857Z"))
        sheet.expected["modified_at"] = f"{sheet.day.isoformat()}T18:57:05.857Z"
    if dates == "equal":
        parts.append(_meta("article:modified_time", _stamp(sheet)))
        sheet.expected["modified_at"] = _stamp(sheet)
    return parts


def _names(sheet: Sheet, names: str) -> list[str]:
    written = [_last_first(person, family_first=sheet.language.family_first) for person in sheet.people]
    if names in {"citation", "both-last-first"}:
        return [_meta("citation_author", name, "name") for name in written]
    if names == "meta":
        return [_meta("author", name, "name") for name in written]
    return []


def _json_ld(sheet: Sheet, names: str, dates: str) -> object:
    if names not in {"json-ld", "both-last-first", "graph"} and dates != "json-ld":
        return None
    article: dict[str, object] = {
        "@type": "Article",
        "headline": sheet.headline,
        "publisher": {"@type": "Organization", "name": SITE},
    }
    if names in {"json-ld", "both-last-first", "graph"}:
        family_first = sheet.language.family_first
        authors = [
            {
                "@type": "Person",
                "name": _last_first(person, family_first=family_first)
                if names == "both-last-first"
                else person.name,
            }
            for person in sheet.people
        ]
        article["author"] = authors[0] if len(authors) == 1 else authors
    if dates != "none":
        article["datePublished"] = _stamp(sheet)
    if names == "graph":
        return {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": SITE}, article]}
    return {"@context": "https://schema.org", **article}


def legacy_head(sheet: Sheet) -> str:
    """The head of a page before 2024: no day in it, and on the blog a title only."""
    amount = sheet.hand.draw(AMOUNT)
    sheet.expected["published_at"] = None
    address = "none" if amount == "title-only" or sheet.layout == "legacy-blog" else "both"
    sheet.expected["url"] = None if address == "none" else sheet.url
    suffix = " - " if sheet.layout in {"legacy-publication", "legacy-report", "era-b"} else " | "
    parts = [f"<title>{sheet.says(sheet.headline)}{suffix}{SITE}</title>"]
    parts.append('<meta name="publisher" content="Carnegie Endowment for International Peace">')
    if sheet.layout != "legacy-blog" and amount != "title-only":
        parts.append(_meta("title", sheet.headline, "name"))
        parts.append(_meta("og:title", sheet.headline))
        if sheet.dek:
            parts.append(_meta("og:description", sheet.dek + " "))
        if amount == "full" and sheet.people:
            parts.append(
                _meta("author", ", ".join(p.name.replace(" ", "  ", 1) for p in sheet.people), "name")
            )
        parts.append(_meta("og:type", "article"))
        parts.append(_meta("og:image", f"{sheet.host}/images/article_images/port.jpg"))
    else:
        sheet.undecided.add("credit")
    parts += _address(sheet, address)
    parts.append('<link rel="stylesheet" href="/css/ceip_all.css">')
    return "\n".join(parts) + "</head>"
