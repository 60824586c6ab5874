"""A page in the making: who draws, what the article is, and what has to be read from it."""

from dataclasses import dataclass, field
from datetime import date
from html import escape

from .choices import Hand
from .dress import Dress
from .languages import Language
from .words import Person, Prose


@dataclass
class Sheet:
    """What all parts of a page share."""

    hand: Hand
    layout: str
    kind: str
    language: Language
    dress: Dress
    prose: Prose
    headline: str
    people: list[Person]
    day: date
    url: str
    host: str
    topics: list[str]
    regions: list[str]
    both: bool = True
    """The second hand works on this page, too."""
    blog: str | None = None
    dek: str | None = None
    outlet: str | None = None
    expected: dict[str, object] = field(default_factory=dict)
    undecided: set[str] = field(default_factory=set)
    """Fields about which the evidence decides nothing; they are not compared."""
    notes: list[dict[str, str]] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    deferred: list[str] = field(default_factory=list)
    """Markup that a stream delivers at the end of the page."""
    early: str = ""
    """Tags that stand between the body and the authors."""
    before_tags: str = ""
    bio_in_body: bool = False
    """The body closes with the author's bio."""
    outlet_in_header: bool = False

    @property
    def legacy(self) -> bool:
        return not self.layout.startswith("site-")

    def label(self, name: str, **values: object) -> str:
        return escape(self.language.labels[name].format(**values), quote=False)

    def says(self, words: str) -> str:
        return escape(words, quote=False)

    def person_url(self, person: Person) -> str:
        place = "experts" if self.legacy else "people"
        return f"/{place}/{person.slug}"

    def person_link(self, person: Person) -> str:
        if person.outside:
            return self.says(person.name)
        return f'<a href="{self.person_url(person)}">{self.says(person.name)}</a>'

    def other_card(self) -> tuple[str, str, str]:
        """Headline, teaser and author of another piece."""
        return self.prose.headline(), self.prose.sentence(), self.prose.person().name
