"""Which layout a page has: a decision tree over its signs, which come from its own markup and text."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import (
    CARNEGIE_MEC,
    CARNEGIE_RU,
    LEGACY_BLOG,
    LEGACY_PUBLICATION,
    LEGACY_REPORT,
    POLITIKA_2022,
)
from carnegie_extract.layouts.plain_text import PLAIN_TEXT
from carnegie_extract.layouts.signs import Signs
from carnegie_extract.layouts.site_2024 import SITE_2024
from carnegie_extract.layouts.site_2026 import SITE_2026
from carnegie_extract.lines.grammar import is_issue
from carnegie_extract.lines.judge import Judged
from carnegie_extract.page.flow import ends_sentence
from carnegie_extract.words.dates import url_date
from carnegie_extract.words.vocabulary import may_have_no_text

_WHOLE_TEXT, _LONG_TEXT = 3, 8
"""Lines of prose below a date that make a text, and one on a page that does not say its address."""

LAYOUTS: tuple[Layout, ...] = (
    SITE_2026,
    SITE_2024,
    LEGACY_PUBLICATION,
    LEGACY_REPORT,
    LEGACY_BLOG,
    CARNEGIE_RU,
    POLITIKA_2022,
    CARNEGIE_MEC,
    PLAIN_TEXT,
)


def recognise(signs: Signs) -> Layout:
    """The layout of a page."""
    if signs.plain_text:
        return PLAIN_TEXT
    if signs.metadata_block or signs.current:
        return SITE_2026
    return _legacy(signs) if signs.legacy else SITE_2024


def _legacy(signs: Signs) -> Layout:
    """Of the sites before mid-2024, by the forms of the header."""
    if signs.blog:
        return LEGACY_BLOG
    if signs.author_last:
        return POLITIKA_2022
    if signs.dotted_date:
        return CARNEGIE_RU
    if not signs.published_label:
        return LEGACY_PUBLICATION
    return CARNEGIE_MEC if signs.arabic else LEGACY_REPORT


def shows_article(judged: Judged) -> bool:
    """Whether a page without a metadata block shows an article: date and byline, or one of them and a text.

    One of them alone stands on other pages too: a label, a labelled summary, a date in head or address, the
    speakers of an event, the number of an issue, or below a date more text than a notice has, must join it. A
    podcast, by its label, needs no text.
    """
    header, head = judged.header, judged.page.head
    shown = (header.day is not None) + bool(header.byline)
    if shown == 2:
        return True
    if header.day is not None and may_have_no_text(header.type_label):
        return True
    stamped = head.meta("article:published_time") or head.linked.published or url_date(head.canonical)
    summary = any(judged.verdicts[at].rule in _SUMMARIES for at in header.dek)
    signs = (header.label, stamped, summary, _names_speakers(judged), _names_issue(judged))
    if any(signs):
        return shown == 1 and count_sentences(judged) > 0
    addressed = bool(head.canonical or head.meta("og:url"))
    needed = _WHOLE_TEXT if addressed else _LONG_TEXT
    return header.day is not None and count_sentences(judged) >= needed


def _names_issue(judged: Judged) -> bool:
    """Whether a line of the header says in which issue of which year a piece appeared, and no day."""
    return any(is_issue(part.line.text) for part in (*judged.header.above, *judged.header.parts))


def _names_speakers(judged: Judged) -> bool:
    """Whether a heading over speakers stands below the headline, and people's names below it."""
    headed = any("speakers" in words for words in judged.page.flow.landmarks.values())
    return headed and bool(judged.people)


def count_sentences(judged: Judged) -> int:
    """How many lines of prose end as a sentence does."""
    return sum(
        verdict.role in _PROSE and ends_sentence(judged.page.flow[at].text)
        for at, verdict in judged.verdicts.items()
    )


_SUMMARIES = ("after_summary_label", "below_summary_label")
_PROSE = frozenset(("paragraph", "list-item", "quotation"))
