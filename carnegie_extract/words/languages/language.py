"""What the site says in one language: the shape of a file in this folder."""

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.base.record import Kind

Words = tuple[str, ...]
LATIN = ("A", "ɏ")
CYRILLIC = ("Ѐ", "ԯ")
ARABIC_SCRIPT = ("\u0600", "\u06ff")
DEVANAGARI = ("\u0900", "\u097f")
HAN = ("㐀", "鿿")


class Language(NamedTuple):
    """The words of one language that the reader looks for.

    Every entry is compared without regard to case, Arabic vowel marks and white space. `whole` entries must be the
    whole text of a line, `opening` ones its beginning. "…" in an opening stands for any words. `pattern` entries are
    regular expressions.
    """

    code: str
    """BCP 47 tag of the language."""
    months: Words
    """Twelve entries, January first; spellings of one month are separated by "|"."""
    weekdays: Words
    """Names of weekdays as they stand before a date."""
    conjunctions: Words
    """Words between the last two names of a byline, on pages in this language."""
    glued: str = ""
    """The conjunction that is written in one word with what follows."""
    not_glued: Words = ()
    """Names that begin with its letter."""
    script: tuple[str, str] = LATIN
    """The first and the last letter of its script, as Unicode orders them."""
    own_letters: str = ""
    """Letters that tell it from other languages of its script."""
    akin: Words = ()
    """Tags of other languages whose texts look like its own: they have no file here."""
    common_letters: str = ""
    """Its commonest letters, which a wrong code page does not find."""
    language_names: Words = ()
    """whole: names of languages, as links to translations carry them."""
    stop_words: Words = ()
    """Its commonest words, which tell it from other languages of its script."""
    seasons: Words = ()
    """Names of seasons as they stand before a year."""
    date_words: Words = ()
    """Words around a date that are not part of it: "г." after a year."""
    ordinals: Words = ()
    """What may follow a day's number: "th"."""
    date_links: Words = ()
    """Words between day, month and year."""
    date_units: Words = ()
    """What stands behind year, month and day, where it is printed so."""
    half_days: Words = ()
    """What follows an hour; its letters may have dots: "p.m."."""
    hours: Words = ()
    """Words between the hours of an event: "to", "GMT"."""
    before_times: Words = ()
    """What joins a date to the names before it, or the hour to the date: "on", "at"."""
    particles: Words = ()
    """Words of a name that may be written small: "van"."""
    articles: Words = ()
    """Words that open the name of an outlet, and no person's: "The"."""
    newspapers: Words = ()
    """Words that end the names of newspapers, and are type labels elsewhere: "Post", in French "Tribune"."""
    name_suffixes: Words = ()
    """What follows a name behind a comma and belongs to it: "Jr"."""
    editors: Words = ()
    """What follows an editor's or a moderator's name, in brackets or behind a comma, and is none."""
    titles: Words = ()
    """Words of a title or an affiliation, one of which tells it from a name: "fellow"."""
    units: Words = ()
    """Words of a part of an institution, one of which tells its name from a person's: "program"."""
    by: Words = ()
    """opening: the label before the authors' names."""
    contributors: Words = ()
    """opening: the label before a translator or an illustrator."""
    edited: Words = ()
    """opening: the label before editors, who stand for the authors of a page that names none."""
    moderated: Words = ()
    """opening: the words before the name of an event's moderator."""
    published: Words = ()
    """The label before (in Hindi also after) the date of publication."""
    updated: Words = ()
    """opening: the label before the date of the last change."""
    reading_time: Words = ()
    """What stands after a number of minutes, or, with "…" behind it, before one."""
    languages_offered: Words = ()
    """opening: the label before links to the same piece in other languages."""
    type_labels: dict[str, Kind] = {}  # noqa: RUF012  # nobody changes it
    """whole: what stands above a headline or a card's title, each with its kind: docs/record.md#kinds."""
    types_in_metadata: dict[str, Kind] = {}  # noqa: RUF012  # nobody changes it
    """Types as editors write them in the metadata block, where no label says the same: a capital opens a word."""
    numbers: Words = ()
    """What stands before the number of a series or an issue: "Volume"."""
    editions: Words = ()
    """Words of lines that say what the editions of a book cost: "Paperback: $19.95"."""
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
    share: Words = ()
    """whole: those of the buttons that share what stands over them."""
    sharing: Words = ()
    """opening: what stands before a network's name on a button: "Share on"."""
    players: Words = ()
    """opening: lines of audio and video players."""
    contents: Words = ()
    """whole: the heading over a list of a page's own sections."""
    summary: Words = ()
    """opening: the label before the dek of a legacy publication."""
    source: Words = ()
    """opening, with a colon: the outlet or the photograph's credit."""
    table_notes: Words = ()
    """opening, with a colon: a note right below a table or a figure."""
    photographs: Words = ()
    """opening: the credit of a photograph, in brackets at the end of its caption."""
    missing_image: Words = ()
    """whole: what stands on a page in the place of its picture."""
    captions: Words = ()
    """opening, with a number: the caption of a figure or a table."""
    tables: Words = ()
    """opening, with a number: the title of a table."""
    additional_links: Words = ()
    """whole: the heading over buttons that lead to files."""
    thanks: Words = ()
    """opening: a sentence of acknowledgment, which is the author's."""
    corrections: Words = ()
    """opening: a line that says what has been changed in a text since it was published."""
    bios: Words = ()
    """opening: a note that says who the author is, and not by name: "The author is"."""
    introduce: Words = ()
    """Words behind an author's name in such a note: "is"."""
    about_authors: Words = ()
    """whole: the heading over the authors' bios."""
    notes: Words = ()
    """whole: the heading over the footnotes."""
    top_links: Words = ()
    """Words that tell a link to the top of the page: "Back to top"."""
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
    """opening: what stands after an article and nowhere in it; the addresses of the offices, too."""
    disclaimers: Words = ()
    """opening: the institution's disclaimer."""
    notices: Words = ()
    """opening: notices to the reader that stand between byline and body, or over the page."""
    reprints: Words = ()
    """opening: where a piece was published first; in italics it is a note and no text."""
    translated: Words = ()
    """opening: a last line that says from which language a text is translated."""
    full_text: Words = ()
    """opening: a last line that leads to the whole text at another site."""
    series: Words = ()
    """opening: a line in a box, or over the text, that says to which series a piece belongs."""
    places: Words = ()
    """whole: where an event takes place, if that is not a street address."""
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
    rights_reserved: Words = ()
    """What a copyright line says beside its holder."""
    carnegie: Words = ()
    """How the Endowment's name writes Carnegie's."""
    initials: Words = ()
    """What stands for the Endowment's name, as a word of its own."""
    namesakes: Words = ()
    """What the names of others who are called Carnegie hold."""
    names: Words = ()
    """whole: the Endowment, its centers, parts of its site, periodicals and blogs."""
    institution: Words = ()
    """pattern: as `names`, for those that are spelled in many ways."""
    periodicals: Words = ()
    """whole: those without Carnegie's name."""
    blogs: Words = ()
    """whole: the Endowment's blogs."""
