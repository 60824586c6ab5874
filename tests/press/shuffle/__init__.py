"""The press that shuffles: a page composed from a seed out of independent choices, with its right record."""

from .choices import CHOICES
from .press import Page, shuffle

__all__ = ["CHOICES", "Page", "shuffle"]
