"""A page saved as plain text: select-all and copy, or a browser's "save as text"."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.lines.judge import Markup

PLAIN_TEXT = Layout(name="plain-text", markup=Markup(bare_byline=True), of_site=True)
