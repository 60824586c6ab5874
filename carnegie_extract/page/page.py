"""A page as the layouts see it, independent of the form in which it was saved."""

from __future__ import annotations

from carnegie_extract.base.quick import once
from carnegie_extract.base.text import letters
from carnegie_extract.page.dom import Tree
from carnegie_extract.page.flow import Flow
from carnegie_extract.page.head import Head, Metadata, each_name
from carnegie_extract.words.names import is_inverted, natural, split_names
from carnegie_extract.words.scripts import language_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.page.reading import Part

_SAMPLE = 600


class Page:
    """All that a page says, before anything is left out.

    `tree` is None for a page saved as plain text. `headline` is the place of the headline in `flow`, None where
    there is none. `missing` counts parts that were streamed and never came.
    """

    def __init__(
        self,
        tree: Tree | None,
        head: Head,
        metadata: Metadata,
        flow: Flow,
        headline: int | None,
        missing: int = 0,
    ) -> None:
        self.tree = tree
        self.head = head
        self.metadata = metadata
        self.flow = flow
        self.headline = headline
        self.missing = missing
        self.readings: dict[int, list[Part]] = {}
        """What lines around the headline say, by place, each in parts."""

    @once
    def language(self) -> str | None:
        """The language that the headline and the declaration say, which decides how names are joined.

        Of a plain text its longest line says it: lines are read before there is a headline.
        """
        title = self.flow[self.headline].plain if self.headline is not None else ""
        if self.tree is None:
            title = max((line.text for line in self.flow), key=len, default="")
        return language_of(self.head.lang, title[:_SAMPLE])[0]

    @once
    def known_authors(self) -> tuple[str, ...]:
        """The authors as the first source of data names them: metadata block, JSON-LD, head tags."""
        block = self.metadata.strings("authors")
        if block:
            return block
        return tuple(map(natural, self.head.linked.authors)) or self._listed

    @once
    def described(self) -> frozenset[str]:
        """The letters of the deks that the head gives."""
        return frozenset(letters(text) for text in self.head.descriptions)

    @property
    def _listed(self) -> tuple[str, ...]:
        """The authors of the head tags: one a tag, "Last, First", or all in one."""
        several = self.head.values("citation_author") or self.head.values("author")
        if len(several) > 1:
            return tuple(map(natural, each_name(several)))
        value = (*several, self.head.meta("article:author", "dc.creator") or "")[0]
        if not value or value.startswith("http"):
            return ()
        if is_inverted(value) or ";" in value:
            return tuple(map(natural, each_name((value,))))
        return split_names(value, (), self.language)
