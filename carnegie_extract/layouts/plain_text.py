"""A page saved as plain text: select-all and copy, or a browser's "save as text"."""

from carnegie_extract.layouts.layout import Layout

PLAIN_TEXT = Layout(
    name="plain-text", claims=lambda signs: signs.plain_text, of_site=True, bare_byline=True, repeats=True
)
