"""What the site says in one language: the shape of a file in this folder."""

from carnegie_extract.base.quick import NamedTuple

Words = tuple[str, ...]
LATIN = ("A", "ɏ")
CYRILLIC = ("Ѐ", "ԯ")
ARABIC_SCRIPT = ("\u0600", "\u06ff")
DEVANAGARI = ("\u0900", "\u097f")
HAN = ("㐀", "鿿")


class Language(NamedTuple):
    """The words of one language that the reader goes by.

    Every entry is compared without regard to case, Arabic vowel marks and white space. `whole` entries must be the
    whole text of a line, `opening` ones its beginning. "…" in an opening stands for any words.
    """

    code: str
    """BCP 47 tag of the language."""
    months: Words
    """Twelve entries, January first; spellings of one month are separated by "|"."""
    weekdays: Words
    """Names of weekdays as they stand before a date."""
    conjunctions: Words
    """Words between the last two names of a byline, on pages in this language."""
    script: tuple[str, str] = LATIN
    """The first and the last letter of its script, as Unicode orders them."""
    own_letters: str = ""
    """Letters that tell it from other languages of its script."""
    stop_words: Words = ()
    """Its commonest words, which tell it from other languages of its script."""
    date_words: Words = ()
    """Words around a date that are no part of it: "г." after a year."""
    hours: Words = ()
    """Words between the hours of an event: "to", "GMT"."""
    particles: Words = ()
    """Words of a name that may be written small: "van"."""
    titles: Words = ()
    """Words of a title or an affiliation, one of which tells it from a name: "fellow"."""
    by: Words = ()
    """opening: the label before the authors' names."""
    contributors: Words = ()
    """opening: the label before a translator, an editor or an illustrator."""
    published: Words = ()
    """The label before (in Hindi also after) the date of publication."""
    updated: Words = ()
    """opening: the label before the date of the last change."""
    reading_time: Words = ()
    """What stands after a number of minutes."""
    languages_offered: Words = ()
    """opening: the label before links to the same piece in other languages."""
    type_labels: Words = ()
    """whole: what stands above a headline or a card's title."""
    in_the_media: Words = ()
    """whole: the type labels of items that another outlet published first."""
    boxes: Words = ()
    """whole: the first line of an info box, which ends with `learn_more`."""
    learn_more: Words = ()
    newsletter: Words = ()
    """opening: the first line of a newsletter box, which ends with `subscribe`."""
    subscribe: Words = ()
    buttons: Words = ()
    """whole: words of controls that may stand anywhere."""
    link_copied: Words = ()
    """whole: what the site of 2026 keeps ready for its share button."""
    players: Words = ()
    """opening: lines of audio and video players."""
    contents: Words = ()
    """whole: the heading over a list of a page's own sections."""
    summary: Words = ()
    """opening: the label before the dek of a legacy publication."""
    source: Words = ()
    """opening, with a colon: the outlet or the photograph's credit."""
    captions: Words = ()
    """opening, with a number: the caption of a figure or a table."""
    tables: Words = ()
    """opening, with a number: the title of a table."""
    additional_links: Words = ()
    """whole: the heading over buttons that lead to files."""
    thanks: Words = ()
    """opening: a sentence of acknowledgment, which is the author's."""
    about_authors: Words = ()
    """whole: the heading over the authors' bios."""
    notes: Words = ()
    """whole: the heading over the footnotes."""
    back_links: Words = ()
    """whole: the words of a link from a note back into the text."""
    speakers: Words = ()
    """whole: the heading over the speakers of an event."""
    recent_work: Words = ()
    """opening: the heading over other pieces."""
    tags: Words = ()
    """opening: the label before a list of topics."""
    comments: Words = ()
    """whole, a number after it passed over: the readers' comments."""
    ends: Words = ()
    """opening: what stands after an article and nowhere in it."""
    disclaimers: Words = ()
    """opening: the institution's disclaimer."""
    notices: Words = ()
    """opening: notices to the reader that stand between byline and body, or over the page."""
    places: Words = ()
    """whole: where an event takes place, when it is no street address."""
    not_found: Words = ()
    """whole: the headline of the page that stands in for a missing one."""
    home: Words = ()
    """whole: the headline or title of the home page."""
    search: Words = ()
    """opening: the headline of the search page."""
    without_text: Words = ()
    """whole: type labels of what may have no text: podcasts, videos, events."""
    institutional: Words = ()
    """whole: headlines of pages about the institution itself: privacy, jobs, contact, history."""
