"""A small press: prints the pages that the tests read, and what should be read from them."""

from .big import html as big_page
from .typical import html as typical_page

__all__ = ["big_page", "typical_page"]
