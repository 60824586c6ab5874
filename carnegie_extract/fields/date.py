"""The day of publication, and the time stamps of the head."""

from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.words.dates import day_of, lone_date, timestamp, url_date


def printed_date(evidence: Evidence) -> Found | None:
    """The date that the page prints below or above its headline."""
    day = evidence.header.day
    return found(day.says.day, day.at) if day is not None else None


def published_time(evidence: Evidence) -> Found | None:
    """The day of `article:published_time` in the head."""
    return found(day_of(evidence.head.meta("article:published_time")), "head")


def json_ld_date(evidence: Evidence) -> Found | None:
    """The day of `datePublished` in the JSON-LD."""
    return found(day_of(evidence.head.linked.published), "json-ld")


def citation_date(evidence: Evidence) -> Found | None:
    """The day of `citation_publication_date`, else of `citation_date` or `citation_online_date`, in the head."""
    value = evidence.head.meta("citation_publication_date", "citation_date", "citation_online_date")
    return found(lone_date(value or ""), "head")


def address_date(evidence: Evidence) -> Found | None:
    """The day in the page's address, which may be off by weeks."""
    return found(url_date(evidence.url), "address")


DATE = Field("date", (printed_date, published_time, json_ld_date, citation_date, address_date))


def published_stamp(evidence: Evidence) -> Found | None:
    """`article:published_time` in the head."""
    return found(timestamp(evidence.head.meta("article:published_time")), "head")


def json_ld_stamp(evidence: Evidence) -> Found | None:
    """`datePublished` in the JSON-LD."""
    return found(timestamp(evidence.head.linked.published), "json-ld")


PUBLISHED_AT = Field("published_at", (published_stamp, json_ld_stamp))


def modified_stamp(evidence: Evidence) -> Found | None:
    """`article:modified_time` in the head."""
    return found(timestamp(evidence.head.meta("article:modified_time")), "head")


def json_ld_modified(evidence: Evidence) -> Found | None:
    """`dateModified` in the JSON-LD."""
    return found(timestamp(evidence.head.linked.modified), "json-ld")


MODIFIED_AT = Field("modified_at", (modified_stamp, json_ld_modified))
