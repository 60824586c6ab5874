"""A page as the Wayback Machine shows it: docs/pages.md#saved-copies.

Scripts at the top of the head, a toolbar after `<body>`, rewritten addresses, a closing comment. The ids and
the order of things are the machine's; nobody asked it for these pages.
"""

import re

_STAMP = "20260301020304"
_PREFIX = f"https://web.archive.org/web/{_STAMP}"
_STATIC = "https://web-static.archive.org/_static"
_ADDRESS = re.compile(r'\b(href|src|content)="((?:https?:/)?/[^"#]*)"')
_SCRIPTS = """\
<script src="{static}/js/bundle-playback.js?v=t1" charset="utf-8"></script>
<script>__wm.init("https://web.archive.org/web");
__wm.wombat("{address}","{stamp}","https://web.archive.org/","web","{static}/","1772330584");</script>
<!-- End Wayback Rewrite JS Include -->
"""
_TOOLBAR = """\
<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<script>__wm.rw(0);</script>
<div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;" toolbar-mode="auto">
<div id="wm-ipp"><div id="donato"></div><div id="wm-ipp-inside"><div id="wm-toolbar">
<div id="wm-logo"><a href="/web/" title="Wayback Machine home page">
<img src="{static}/images/toolbar/logo.png" alt="Wayback Machine"></a></div>
<div class="c"><form method="get" action="/web/submit" name="wmtb" id="wmtb">
<input type="text" name="url" id="wmtbURL" value="{address}"><input type="submit" value="Go"></form>
<div><a class="nav" href="/web/{stamp}*/{address}">14 captures</a>
<div class="r" title="Timespan for captures of this URL">05 Mar 2024 - 01 Mar 2026</div></div></div>
<table class="c"><tbody><tr class="m"><td>Feb</td><td id="displayMonthEl">MAR</td><td>Apr</td></tr>
<tr class="d"><td></td><td id="displayDayEl">01</td><td></td></tr>
<tr class="y"><td>2025</td><td id="displayYearEl">2026</td><td>2027</td></tr></tbody></table>
<div class="r"><a href="#expand" id="wm-expand">About this capture</a></div></div>
<div id="wm-capinfo"><div><b>COLLECTED BY</b><p>Collection: Save Page Now</p></div><p>TIMESTAMPS</p></div>
</div></div></div>
<div id="wm-ipp-print">The Wayback Machine - {address}</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
_CLOSING = """
<!--
     FILE ARCHIVED ON 02:03:04 Mar 01, 2026 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:11:12 Nov 22, 2026.
-->
"""


def wayback(page: bytes, address: str) -> bytes:
    """The copy of a page that was at `address`."""

    def rewritten(match: re.Match[str]) -> str:
        kind = "" if match[1] == "href" else "im_"
        target = match[2] if match[2].startswith("http") else f"{site}{match[2]}"
        return f'{match[1]}="{_PREFIX}{kind}/{target}"'

    site = "/".join(address.split("/")[:3])
    words = {"address": address, "stamp": _STAMP, "static": _STATIC}
    text = _ADDRESS.sub(rewritten, page.decode())
    text = re.sub(r"<head[^>]*>", lambda head: head[0] + _SCRIPTS.format(**words), text, count=1)
    text = re.sub(r"<body[^>]*>", lambda body: body[0] + _TOOLBAR.format(**words), text, count=1)
    return f"{text}{_CLOSING}".encode()
