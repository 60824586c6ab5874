"""What the site says in one language: the shape of a table in this folder."""

from carnegie_extract.quick import NamedTuple

Words = tuple[str, ...]


class Language(NamedTuple):
    """The words of one language that the reader goes by.

    Every entry is compared without regard to case, Arabic vowel marks and white space. `whole`
    entries must be the whole text of an element, `opening` ones its beginning.
    """

    code: str
    """BCP 47 tag of the language."""
    months: tuple[str, ...]
    """Twelve entries, January first; spellings of one month are separated by "|"."""
    by: Words
    """opening: the label before the authors' names."""
    conjunctions: Words
    """whole words between the last two names of a byline."""
    published: Words
    """The label before (in Hindi also after) the date of publication."""
    updated: Words
    """opening: the label before the date of the last change."""
    type_labels: Words
    """whole: what stands above a headline or a card's title."""
    in_the_media: Words
    """whole: the type labels of items that another outlet published first."""
    boxes: Words
    """whole: the first line of an info box, which ends with `learn_more`."""
    learn_more: Words
    newsletter: Words
    """opening: the first line of a newsletter box, which ends with `subscribe`."""
    subscribe: Words
    buttons: Words
    """whole: words of controls that may stand anywhere."""
    summary: Words
    """opening: the label before the dek of a legacy publication."""
    source: Words
    """opening, with a colon: the outlet or the photograph's credit."""
    about_authors: Words
    """whole: the heading over the authors' bios."""
    notes: Words
    """whole: the heading over the footnotes."""
    speakers: Words
    """whole: the heading over the speakers of an event."""
    recent_work: Words
    """opening: the heading over other pieces."""
    tags: Words
    """opening: the label before a list of topics."""
    comments: Words
    """whole, a number after it passed over: the readers' comments."""
    ends: Words
    """opening: what stands after an article and nowhere in it."""
    disclaimers: Words
    """opening: the institution's disclaimer."""
    notices: Words
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
