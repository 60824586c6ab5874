"""A small press: prints the pages that the tests read, and what should be read from them."""

from .big import html as big_page
from .dressed import dressed
from .typical import html as typical_page

__all__ = ["big_page", "dressed", "typical_page"]
