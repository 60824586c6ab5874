"""The fixtures at the size that pages have, for the benchmarks.

A fixture has the markup of its layout and little around it. A page of today is about 300 KB, most of it menus
and payload (see typical.py); the one whole page of before that is known has 199 KB and 2,700 elements, most
of them in its menus (docs/pages.md#before-mid-2024).
"""

from .typical import menus, payload, scripts

TODAY = frozenset(("site-2026",))
SIZES = {True: 300_000, False: 199_000}


def dressed(page: bytes, layout: str) -> bytes:
    """A page with what stands around articles of its layout."""
    text = page.decode()
    today = layout in TODAY
    start = text.index(">", text.index("<body")) + 1
    around = f"<nav>{menus(1)}</nav>" if today else f"<div>{menus(4)}</div>"
    text = text[:start] + around + text[start:]
    missing = SIZES[today] - len(text.encode())
    behind = scripts() + payload(missing) if today else f"<script>/*{'x' * missing}*/</script>"
    end = text.rindex("</body>") if "</body>" in text else len(text)
    return (text[:end] + behind + text[end:]).encode()
