"""The words around an article, per language: what a page says that is not the article."""

from dataclasses import dataclass

from .article import Card


@dataclass(frozen=True)
class Chrome:
    by: str
    published: str
    copied: str
    about_one: str
    about_many: str
    notes: str
    more: str
    disclaimer: str
    newsletter: str
    blurb: str
    subscribe: str
    learn_more: str
    download: str
    credit: str
    rights: str
    speakers: str
    menu: tuple[str, ...]
    teasers: tuple[Card, ...]
    notice: str | None = None
    summary: str = "Summary:"
    end: str = "End of document"
    related: str = "Related Topics"
    comments: str = "Comments"
    rtl: bool = False
