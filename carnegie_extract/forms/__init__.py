"""Forms that pages are saved in: one line here and one file each. A file of any form goes in, pages come out.

The first bytes tell the form; the name is a hint, and only where the bytes say nothing. What a form
needs is imported when a file has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carnegie_extract.errors import Damaged, ExtractionError, TooDeep
from carnegie_extract.forms import signatures as sign
from carnegie_extract.forms.member import HEAD, Member, SavedPage

MAX_DEPTH = 6
"""So many containers may stand in each other: a page in a zip in a WARC in a gzip file is three deep."""

Found = SavedPage | ExtractionError
"""A page, or why there is none; `source` names it either way."""


Form = tuple[Callable[[bytes, str], bool], str]
"""Whether the first bytes of a file, or else its name, show a form, and the module and function that
read it: `Member` in, `Iterator[Found]` out."""

FORMS: tuple[Form, ...] = (
    (sign.starts(b"\x1f\x8b"), "compressed.read_gzip"),
    (sign.is_zstd, "compressed.read_zstd"),
    (sign.starts(b"BZh"), "compressed.read_bzip2"),
    (sign.starts(b"\xfd7zXZ\x00"), "compressed.read_xz"),
    (sign.starts(b"WARC/"), "warc.read_warc"),
    (sign.starts(b"PK\x03\x04", b"PK\x05\x06"), "archive.read_zip"),
    (sign.is_tar, "archive.read_tar"),
    (sign.is_mhtml, "mhtml.read_mhtml"),
    (sign.is_webarchive, "webarchive.read_webarchive"),
    (sign.is_self_extracting, "archive.read_self_extracting"),
    (sign.is_brotli, "compressed.read_brotli"),
)


def pages(member: Member) -> Iterator[Found]:
    """The pages in a file, in its order; a part that can't be read is an error among them."""
    try:
        head = member.file.read(HEAD)
        form = form_of(head, member.name)
        member = _rewound(member, head)
        if form is None:
            yield member.page()
            return
        if member.depth >= MAX_DEPTH:
            raise TooDeep(f"more than {MAX_DEPTH} containers stand in each other")
        yield from _reader(form)(member)
    except ExtractionError as error:
        yield _named(error, member.source)
    except OSError as error:
        # A container's own: those of the file itself are told by their number.
        if error.errno is not None:
            raise
        yield Damaged(f"it can't be read: {error}", member.source)


def form_of(head: bytes, name: str) -> Form | None:
    """The form of a file that begins with `head`; None for a page, or what may be one."""
    return next((form for form in FORMS if form[0](head, name)), None)


def _rewound(member: Member, head: bytes) -> Member:
    if member.rewinds:
        member.file.seek(0)
        return member
    from carnegie_extract.forms.prefixed import prefixed

    return member._replace(file=prefixed(head, member.file))


def _reader(form: Form) -> Callable[[Member], Iterator[Found]]:
    from importlib import import_module

    module, _, function = form[1].partition(".")
    reader: Callable[[Member], Iterator[Found]] = getattr(import_module(f"{__name__}.{module}"), function)
    return reader


def _named(error: ExtractionError, source: str) -> ExtractionError:
    if error.source == "-":
        error.source = source
    return error
