"""A page as the layouts see it, whatever form it was saved in."""

from carnegie_extract.byline import split_names
from carnegie_extract.dom import Tree
from carnegie_extract.flow import Flow
from carnegie_extract.head import Head, Metadata
from carnegie_extract.quick import NamedTuple


class Page(NamedTuple):
    """All that a page says, before anything is left out.

    `tree` is None for a page saved as plain text. `headline` is the place of the headline in
    `flow`, None where there is none.
    """

    tree: Tree | None
    head: Head
    metadata: Metadata
    flow: Flow
    headline: int | None

    @property
    def known_authors(self) -> tuple[str, ...]:
        """The authors as the first source of data names them: metadata block, JSON-LD, head tag."""
        meta = self.head.meta("author", "article:author", "dc.creator")
        listed = split_names(meta) if meta and not meta.startswith("http") else ()
        return self.metadata.strings("authors") or self.head.linked.authors or listed
