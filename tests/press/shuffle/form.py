"""The bytes: encoding, minifying, and what the tools that save pages leave in them."""

import re

from . import second_form as second
from .choices import choice
from .sheet import Sheet

ENCODING = choice(
    "form.encoding",
    utf_8=(8, "seen", "UTF-8 with a meta charset"),
    undeclared=(2, "seen", "UTF-8 without a word about it: legacy pages"),
    mark=(1, "custom", "UTF-8 with a byte-order mark"),
    single_byte=(1, "inferred", "windows-1252, -1251 or -1256 with its meta charset"),
)
SHAPE = choice(
    "form.shape",
    plain=(7, "seen", "as the server sends it"),
    minified=(2, "seen", "attributes without quotes, as in pages of 2018"),
    broken_lines=(1, "custom", "a line break and indent between elements of blocks"),
)
SAVED = choice(
    "form.saved",
    plain=(7, "seen", "curl: nothing added"),
    browser=(2, "seen", "a browser's 'saved from url' comment"),
    singlefile=(1, "seen", "SingleFile's comment"),
    wayback=(1, "seen", "the Wayback Machine's toolbar, rewritten links and closing comment"),
)


def printed(sheet: Sheet, page: str) -> bytes:
    """The page as bytes."""
    shape, saved, encoding = sheet.hand.draw(SHAPE), sheet.hand.draw(SAVED), sheet.hand.draw(ENCODING)
    page = second.touched(sheet, page, plain=saved == "plain")
    if shape == "minified":
        page = re.sub(r"(<[a-z][^<>]*)", _unquoted, page)
    elif shape == "broken-lines":
        page = re.sub(r"(</(?:div|p|section|ul|h2|h3)>)(<)", r"\1\n    \2", page)
    page = second.saved(sheet, _saved(sheet, page, saved), plain=saved == "plain")
    charset = "utf-8"
    if encoding == "single-byte" and sheet.language.charset:
        charset = sheet.language.charset
    if encoding == "undeclared":
        page = page.replace("{charset}", "", 1)
    page = page.replace("{charset}", f'<meta charset="{charset}">', 1)
    if encoding == "mark":
        return b"\xef\xbb\xbf" + page.encode()
    return page.encode(charset, "xmlcharrefreplace")


def _unquoted(tag: re.Match[str]) -> str:
    return re.sub(r'="([A-Za-z0-9_/.:#-]+)"', r"=\1", tag[1])


def _saved(sheet: Sheet, page: str, saved: str) -> str:
    if saved == "plain":
        return page
    if sheet.expected.get("url", ...) is None:
        sheet.expected["url"] = sheet.url
        if saved == "wayback":
            sheet.undecided.add("url")
    if saved == "browser":
        comment = f"<!-- saved from url=({len(sheet.url):04}){sheet.url} -->\n"
        return page.replace("<!DOCTYPE html>", f"<!DOCTYPE html>\n{comment}", 1)
    if saved == "singlefile":
        comment = (
            f"<!--\n Page saved with SingleFile \n url: {sheet.url} \n"
            " saved date: Tue Oct 06 2026 10:11:12 GMT+0000 (Coordinated Universal Time)\n-->"
        )
        page = re.sub(r"<script(?! type=.?application).*?</script>", "", page, flags=re.S)
        sheet.expected["saved_at"] = "2026-10-06T10:11:12Z"
        return page.replace("<!DOCTYPE html>", f"<!DOCTYPE html>{comment}", 1)
    return _wayback(sheet, page)


def _wayback(sheet: Sheet, page: str) -> str:
    prefix = "https://web.archive.org/web/20261006101112/"
    page = re.sub(r'(href=")(https?://)', rf"\g<1>{prefix}\2", page)
    page = re.sub(r'(href=")(/(?!/))', rf"\g<1>{prefix}{sheet.host}\2", page)
    toolbar = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base' lang='en'><p>123 captures</p>"
        "<p>6 Oct 2026 - 7 Oct 2026</p></div><!-- END WAYBACK TOOLBAR INSERT -->"
    )
    page = re.sub(r"(<body[^>]*>)", lambda body: body[1] + toolbar, page, count=1)
    sheet.expected["saved_at"] = "2026-10-06T10:11:12Z"
    return page + (
        "\n<!--\n     FILE ARCHIVED ON 10:11:12 Oct 06, 2026 AND RETRIEVED FROM THE\n"
        "     INTERNET ARCHIVE ON 08:00:00 Nov 01, 2026.\n-->"
    )
