"""What a layout is: typed data, with a function where data can't say it."""

from collections.abc import Callable

from carnegie_extract.layouts.signs import Signs
from carnegie_extract.quick import NamedTuple

Selectors = tuple[str, ...]


class Layout(NamedTuple):
    """One design of article page.

    `claims` tells from the page's own markup and text whether the page is of this layout; no two
    layouts claim one page. The selectors are witnesses, asked beside what the page says, never
    instead of it: a page whose class names all changed is read without them.
    """

    name: str
    """What the record says as `layout`."""
    claims: Callable[[Signs], bool]
    body: Selectors = ()
    """Elements that hold the whole body and nothing above it."""
    chrome: Selectors = ()
    """Elements that are no part of the article, wherever they stand."""
    quotations: Selectors = ()
    """Paragraphs that are block quotations."""
    blog: Selectors = ()
    """The blog's name."""
    of_blog: bool = False
    """Whether the blog's name stands as a logo above the headline, and not beside a type label."""
    of_site: bool = False
    """Whether a type label and the blog's name may stand above the headline."""
    pdf: Selectors = ()
    """Links to the PDF."""
    bare_byline: bool = False
    """Whether names may stand under the headline without label and link."""
    repeats: bool = False
    """Whether pull quotes stand as paragraphs, as in plain text."""
