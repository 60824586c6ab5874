"""How the forms are told: by the first bytes of a file, see member.HEAD."""

import re
from collections.abc import Callable

from carnegie_extract.quick import pattern

_MHTML_HEADER = pattern(
    rb"^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?Content-Type:\s*multipart/related", re.I
)
_MARK_OF_WEB = b"\xef\xbb\xbf \t\r\n"
_PLIST = pattern(rb"^\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE plist|^\s*(?:<\?xml[^>]*>\s*)?<plist\b")


def starts(*beginnings: bytes) -> Callable[[bytes, str], bool]:
    """A form that begins with one of `beginnings`."""
    return lambda head, _name: head.startswith(beginnings)


def is_zstd(head: bytes, _name: str) -> bool:
    """A frame of zstd, or, as in some WARC files, a frame to skip before it."""
    return head.startswith(b"\x28\xb5\x2f\xfd") or (
        head[1:4] == b"\x2a\x4d\x18" and head[:1] in b"PQRSTUVWXYZ[\\]^_"
    )


def is_tar(head: bytes, _name: str) -> bool:
    """The header of a first member, POSIX, GNU or, told by its sum, older."""
    if head[257:262] == b"ustar":
        return True
    said = head[148:156].strip(b" \0")
    if len(head) < 512 or not re.fullmatch(rb"[0-7]{4,7}", said):
        return False
    return int(said, 8) == sum(head[:148]) + sum(head[156:512]) + 8 * 0x20


def is_mhtml(head: bytes, _name: str) -> bool:
    """The headers of a message with parts."""
    top = head.lstrip(_MARK_OF_WEB)
    return not top.startswith(b"<") and b"ultipart/related" in top and _MHTML_HEADER.match(top) is not None


def is_webarchive(head: bytes, _name: str) -> bool:
    """A property list, binary or XML."""
    return head.startswith(b"bplist00") or (b"plist" in head[:512] and _PLIST.match(head) is not None)


def is_self_extracting(head: bytes, _name: str) -> bool:
    """A page of SingleFile that unpacks itself."""
    return b"data-sfz" in head or b"<sfz-extra-data" in head


def is_brotli(head: bytes, name: str) -> bool:
    """Brotli has no signature: bytes that are no text, and that it unpacks to text."""
    if not name.endswith(".br") and (head.isascii() or (b"\x00" not in head and _is_text(head))):
        return False
    from carnegie_extract.forms.compressed import is_brotli as unpacks

    return unpacks(head, name)


def _is_text(head: bytes) -> bool:
    return len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)) * 50 < len(head)
