"""How the forms are recognized: by the first bytes of a file, see member.HEAD."""

import re
from collections.abc import Callable

from carnegie_extract.base.quick import pattern
from carnegie_extract.page.dom import has_first_tag

BLANK = b"\xef\xbb\xbf \t\r\n"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SKIPPABLE_ZSTD = b"\x2a\x4d\x18"
_PLIST = pattern(rb"(?:<\?xml[^>]*>|<!--[^>]*-->|\s)*(?:<!DOCTYPE plist|<plist\b)")
_MAIL_TRACES = frozenset(
    b"received return-path delivered-to x-mozilla-status message-id content-transfer-encoding".split()
)
_MAIL_FIELDS = frozenset((b"from", b"to", b"subject", b"date", b"mime-version", b"content-type"))
_MBOX = pattern(rb"From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n>?[A-Za-z-]+:")
_MARKUP = (b"", b"<")
_VALUES = frozenset(b"{[\"b'(ntf-0123456789")
"""What JSON and Python's literals begin with, and the words of JSON."""
_WORDS = rb"(?:(?:null|true|false|-?\d[\d.eE+-]*|\"[^\"\\\n<]{0,400}+\"|\{\s*\}|\[\s*\])\s*\n\s*)*+"
"""Lines without a page: those that a crawler did not get."""
_PAGE_START = rb"\s*(?:\\[nrt]\s*)*<"
_ESCAPED = rb"[^\"\r\n]*+(?:(?<=\\)\"|\"\s*[\r\n]|\Z)"
"""The rest of a string on one line. In CSV, whose first line may be a word, quotation marks are doubled."""
_JSON = pattern(
    rb'"' + _PAGE_START + rb"|" + _WORDS + rb'(?:\{\s*"|\[\s*(?:[\[{"]|\Z)|"' + _PAGE_START + _ESCAPED + rb")"
)
_PYTHON = pattern(
    rb"b[\"'](?:\\x|" + _PAGE_START + rb")|'" + _PAGE_START + rb"|[\[({]\s*[\[({]?\s*(?:b[\"']|')"
)
_CSV = pattern(
    rb"[\"\w .-]+(?:[,;\t][\"\w .-]*)*\r?\n(?:[^<]{0,3000}[,;\t])?\"\s*<(?:!doctype|html|head|body)\b"
    rb"[^\"]*+(?:(?<!\\)\"|\Z)",
    re.I,
)
_CONTROL = pattern(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
PARTS_OF_PAGES = tuple(
    ".css .js .mjs .json .jsonl .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .woff .woff2 .ttf .otf "
    ".eot .mp3 .mp4 .webm .pdf .xml .rss .cdx .cdxj .ds_store".split()
)


def starts(*beginnings: bytes) -> Callable[[bytes, str], bool]:
    """A form that begins with one of `beginnings`."""
    return lambda head, _name: head.startswith(beginnings)


def is_warc(head: bytes, _name: str) -> bool:
    """A record, perhaps after empty lines."""
    return b"WARC/" in head[:64] and head.lstrip(BLANK).startswith(b"WARC/")


def is_zstd(head: bytes, _name: str) -> bool:
    """A frame of zstd, or, as in some WARC files, a frame to skip before it."""
    return head.startswith(b"\x28\xb5\x2f\xfd") or (head[1:4] == _SKIPPABLE_ZSTD and head[0] >> 4 == 5)


def is_tar(head: bytes, _name: str) -> bool:
    """The header of a first member, POSIX, GNU or, recognized by its checksum, older."""
    if head[257:262] == b"ustar":
        return True
    checksum = head[148:156].strip(b" \0")
    if len(head) < 512 or not 4 <= len(checksum) <= 7 or checksum.strip(b"01234567"):
        return False
    return int(checksum, 8) == sum(head[:148]) + sum(head[156:512]) + 8 * 0x20


def is_mhtml(head: bytes, _name: str) -> bool:
    """The headers of a message: one of related parts, or of a page alone."""
    if b"ontent-" not in head:
        return False
    fields = _mail_fields(head)
    kind = fields.get(b"content-type", b"")
    return kind.startswith(b"multipart/related") or (
        kind.startswith(b"text/html") and b"mime-version" in fields
    )


def is_mail(head: bytes, _name: str) -> bool:
    """The headers of any other message; they may be longer than `head`."""
    fields = _mail_fields(head)
    return (
        fields.get(b"content-type", b"").startswith(b"multipart/")
        or not _MAIL_TRACES.isdisjoint(fields)
        or len(_MAIL_FIELDS.intersection(fields)) >= 3
    )


def is_mbox(head: bytes, _name: str) -> bool:
    """The line before a mail, and the first of its headers."""
    return head.startswith(b"From ") and _MBOX.match(head) is not None


def _mail_fields(head: bytes) -> dict[bytes, bytes]:
    """The header fields that a file begins with, by lower-case name; only the first line of each."""
    fields: dict[bytes, bytes] = {}
    if b":" not in head[:80]:
        return fields
    for line in head.lstrip(BLANK).split(b"\n"):
        name, colon, value = line.partition(b":")
        if line[:1] in (b" ", b"\t"):
            continue
        if not colon or not name.replace(b"-", b"").isalnum():
            break  # no header, or the end of them
        fields[name.lower()] = value.strip().lower()
    return fields


def is_json(head: bytes, _name: str) -> bool:
    """An object, an array or a string that is a page, perhaps below lines of other values."""
    top = _text_top(head)
    return not _VALUES.isdisjoint(top[:1]) and _JSON.match(top) is not None


def is_python_literal(head: bytes, _name: str) -> bool:
    """Bytes or a string that are a page, or a value that holds some, as Python prints it."""
    top = _text_top(head)
    return not _VALUES.isdisjoint(top[:1]) and _PYTHON.match(top) is not None


def is_csv(head: bytes, _name: str) -> bool:
    """A row of names, and below it a cell that is a page."""
    top = _text_top(head)
    return top[:1] not in _MARKUP and b"<" in top and _CSV.match(top) is not None


def is_view_source(head: bytes, _name: str) -> bool:
    """A page that shows the source of another."""
    return b"line-gutter-backdrop" in head


def _text_top(head: bytes) -> bytes:
    if head.startswith(UTF16):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return head.lstrip(BLANK)


def is_webarchive(head: bytes, _name: str) -> bool:
    """A property list, binary or XML."""
    return head.startswith(b"bplist00") or (
        b"plist" in head[:1024] and _PLIST.match(head.lstrip(BLANK)) is not None
    )


def is_self_extracting(head: bytes, _name: str) -> bool:
    """A page of SingleFile that unpacks itself."""
    return b"data-sfz" in head or b"<sfz-extra-data" in head


def may_be_brotli(head: bytes, name: str) -> bool:
    """Brotli has no signature: its name says so, or its bytes are not text and can be unpacked."""
    named = name.lower().endswith(".br")
    if head.startswith(UTF16) or head.lstrip(BLANK).startswith(b"<"):
        return False
    return named or not (head.isascii() or (b"\x00" not in head and _is_text(head)))


def is_part(head: bytes, name: str) -> bool:
    """Whether a member of an archive is a picture, a script, an index: by its name, if it has no markup."""
    return name.lower().endswith(PARTS_OF_PAGES) and not has_first_tag(head)


def _is_text(head: bytes) -> bool:
    return len(_CONTROL.findall(head)) * 50 < len(head)
