"""What a layout is: typed data, witnesses and removals that it adds to the common ones."""

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.lines.judge import Markup

Selectors = tuple[str, ...]


class Layout(NamedTuple):
    """One design of article page.

    Its selectors are witnesses, asked beside what a page says, never instead of it: a page whose class names all
    changed is read without them. Which page is of which layout stands in `recognise`.
    """

    name: str
    """What the record says as `layout`."""
    markup: Markup = Markup()
    """What is known of its body."""
    blog: Selectors = ()
    """The blog's name."""
    of_site: bool = False
    """Whether a type label and the blog's name may stand above the headline."""
    pdf: Selectors = ()
    """Links to the PDF."""
