"""Bytes of any encoding -> UTF-8, as browsers do where the page says nothing.

The order (byte-order mark, transport, valid UTF-8, declaration in the page, the bytes themselves)
follows the WHATWG Encoding and HTML standards, but for valid UTF-8 going before a declaration:
bytes that are valid UTF-8 by accident are unheard of, wrong declarations are not.
"""

import re

from carnegie_extract.base.errors import BinaryInput, EmptyInput
from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.words.languages import BY_CODE

# Labels of the Encoding Standard that pages of these sites may carry -> Python's codecs.
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    # A page that can be read as ASCII is not UTF-16, even if its <meta> says so.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "x-cp1252": "cp1252",
    "windows-1250": "cp1250",
    "cp1250": "cp1250",
    "iso-8859-2": "iso8859-2",
    "windows-1251": "cp1251",
    "cp1251": "cp1251",
    "cp-1251": "cp1251",
    "x-cp1251": "cp1251",
    "win-1251": "cp1251",
    "iso-8859-5": "iso8859-5",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "x-cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "windows-1254": "cp1254",
    "iso-8859-9": "cp1254",
    "iso-8859-15": "iso8859-15",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}

_CHINESE = ("gb18030", "big5hkscs")
"""Their pairs of bytes may look like UTF-8, so a declaration goes first."""
_BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f\v"
_NBSP = b"\xc2\xa0"
_SMALL = 4096

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"PK\x03\x04": "a zip archive or an Office file",
    b"\x1f\x8b": "a gzip file",
    b"\x28\xb5\x2f\xfd": "a zstd file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"bplist00": "a binary property list",
    b"\xd0\xcf\x11\xe0": "an Office file",
    b"\x7fELF": "a program",
    b"RIFF": "a media file",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"OggS": "a media file",
    b"ID3": "a media file",
    b"SQLite format 3\x00": "a database",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"{\\rtf": "an RTF document",
    b"%!PS": "a PostScript document",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"\x00\x00\x01\x00": "an icon",
}
_BEGINNINGS = tuple(_SIGNATURES)

_MEDIA = b"ftyp"
"""MP4, AVIF and their like, after the length of their first box."""
# No pattern here may start again and again to read to the end: a page may be megabytes of "<meta" or "<!--".
_DECLARED = pattern(rb"<meta\b[^<>]*?charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]+)", re.I)
_XML_DECLARED = pattern(rb"\s*+<\?xml\b[^<>]*?encoding\s*+=\s*+[\"']([\w.:-]+)", re.I)
_BODY = pattern(rb"<body\b", re.I)
_VALID_SEQUENCE = pattern(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = pattern(rb"[\x80-\xff]+")
_WORDS = pattern(rb"[\x80-\xff]{3,}")
_FEW = 10
_ENOUGH = 60
"""Bytes of words that tell pairs from letters."""
_HIGH = pattern(rb"[\x80-\xff]")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b")
_COMMON_LETTERS = {
    charset: BY_CODE[language].common_letters
    for charset, language in (("cp1251", "ru"), ("koi8-r", "ru"), ("iso8859-5", "ru"), ("cp1256", "ar"))
}


WARNINGS = {
    "charset-guessed": "The page declares no encoding; it was guessed from the bytes.",
    "charset-differs": "The bytes are not in the encoding that the page declares; the record follows the bytes.",
    "bytes-replaced": "Some bytes are not valid in the page's encoding; U+FFFD replaces each.",
}
"""What a careful reader should look at, by code."""


class Decoded(NamedTuple):
    """A page's text as UTF-8, its original encoding, and the warnings about that."""

    utf8: bytes
    charset: str
    warnings: tuple[str, ...]


def decode(page: bytes, charset: str | None = None) -> Decoded:
    """Find the encoding of `page` and return it as UTF-8.

    `charset` is what the transport declared (an HTTP header, a MIME part), None where it did not.
    Raises EmptyInput for nothing but white space, BinaryInput for bytes that are not text.
    """
    if not page.strip(_BLANK) or (len(page) < _SMALL and not page.replace(_NBSP, b"").strip(_BLANK)):
        raise EmptyInput("empty")
    _refuse_binary(page)
    if page.startswith(b"\xef\xbb\xbf"):
        return _as_utf8(page[3:])
    if page[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(page[2:], "utf-16-le" if page[:1] == b"\xff" else "utf-16-be")
    if wide := _unmarked_utf16(page):
        return _decoded(page, wide)
    if page[:1024].translate(None, _CONTROLS) != page[:1024] and _looks_binary(page):
        raise BinaryInput("binary data, not a web page")
    try:
        page.decode()
    except UnicodeDecodeError:
        return _not_utf8(page, charset)
    return Decoded(page, "utf-8", ())


def binary_name(page: bytes) -> str | None:
    """The kind of file that the first bytes show, if it is not a page; else None."""
    if page.startswith(_BEGINNINGS):
        return next(name for signature, name in _SIGNATURES.items() if page.startswith(signature))
    return "a media file" if page[4:8] == _MEDIA else None


def _refuse_binary(page: bytes) -> None:
    name = binary_name(page)
    if name is not None:
        raise BinaryInput(f"{name}, not a web page")


def _looks_binary(page: bytes) -> bool:
    start = page[:4096]
    return len(start) - len(start.translate(None, _CONTROLS)) > len(start) // 50


def _as_utf8(page: bytes) -> Decoded:
    try:
        page.decode()
    except UnicodeDecodeError:
        return _decoded(page, "utf-8")
    return Decoded(page, "utf-8", ())


def _decoded(page: bytes, codec: str, *warnings: str) -> Decoded:
    text = page.decode(codec, "replace")
    if "\ufffd" in text and "\ufffd" not in page.decode(codec, "ignore"):
        warnings = (*warnings, "bytes-replaced")
    return Decoded(text.encode("utf-8", "replace"), codec, warnings)


def _unmarked_utf16(page: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is zero, or the page of Cyrillic."""
    start = page[:2048]
    if b"\x00" not in start:
        return None
    even, odd = (half.count(0) + half.count(4) for half in (start[::2], start[1::2]))
    if start.count(0) < len(start) // 32 or max(even, odd) * 2 < len(start) * 0.8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _not_utf8(page: bytes, charset: str | None) -> Decoded:
    """Decode what is not valid UTF-8 throughout.

    Sequences that are valid come by chance nowhere often: where there are any, and not many more
    places that are not, the page is damaged UTF-8, even if it declares something else.
    """
    declared = _CODECS.get((charset or "").strip().lower()) or _declared(page)
    if declared in _CHINESE and _decodes(page, declared):
        return _decoded(page, declared)
    valid = len(_VALID_SEQUENCE.findall(page))
    damaged = len(_HIGH_RUN.findall(_VALID_SEQUENCE.sub(b"", page)))
    warning = "charset-differs" if declared else "charset-guessed"
    if _are_pairs(page):
        return _decoded(page, "gb18030", warning)
    if valid * 4 > damaged:
        return _decoded(page, "utf-8")
    if declared == "utf-8" and damaged < _FEW:
        return _decoded(page, "utf-8")
    if declared not in (None, "utf-8", "cp1252"):
        return _decoded(page, declared)
    guessed = _by_letters(page)
    if guessed == declared:
        return _decoded(page, guessed)
    return _decoded(page, guessed, warning)


def _are_pairs(page: bytes) -> bool:
    """Whether all words are pairs of bytes, as in Chinese: of letters every other word has an odd number."""
    words = _WORDS.findall(page)
    enough = sum(map(len, words)) >= _ENOUGH
    return enough and not any(len(word) % 2 for word in words) and _decodes(page, "gb2312")


def _decodes(page: bytes, codec: str) -> bool:
    try:
        page.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _declared(page: bytes) -> str | None:
    """The encoding that the head declares, however late; None where there is no known label."""
    body = _BODY.search(page)
    head = _without_comments(page[: body.start()] if body else page)
    for match in (_XML_DECLARED.match(head), *_DECLARED.finditer(head)):
        if match and (codec := _CODECS.get(match[1].decode("ascii", "replace").lower())):
            return codec
    return None


def _without_comments(head: bytes) -> bytes:
    """`head` without its comments; one that never ends is none."""
    kept, done = [], 0
    while (start := head.find(b"<!--", done)) >= 0 and (end := head.find(b"-->", start + 4)) >= 0:
        kept.append(head[done:start])
        done = end + 3
    return b"".join((*kept, head[done:]))


def _by_letters(page: bytes) -> str:
    """windows-1252, as browsers do, unless the bytes spell Cyrillic or Arabic words."""
    runs = b"".join(_WORDS.findall(page))
    if len(runs) * 2 < len(_HIGH.findall(page)):
        return "cp1252"

    def score(codec: str) -> int:
        text = runs.decode(codec, "replace")
        return sum(map(text.count, _COMMON_LETTERS[codec]))

    best = max(_COMMON_LETTERS, key=score)
    return best if score(best) * 2 > len(runs) else "cp1252"
