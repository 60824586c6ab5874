"""Forms that pages are saved in: one line here and one file each. A file of any form goes in, pages come out.

The first bytes tell the form; the name is a hint, and only where the bytes say nothing. What a form
needs is imported when a file has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carnegie_extract.errors import Damaged, ExtractionError, OutOfMemory, TooDeep
from carnegie_extract.forms import signatures as sign
from carnegie_extract.forms.member import HEAD, Member, SavedPage
from carnegie_extract.quick import NamedTuple

MAX_DEPTH = 6
"""So many containers may stand in each other: a page in a zip in a WARC in a gzip file is three deep."""

Found = SavedPage | ExtractionError
"""A page, or why there is none; `source` names it either way."""


class Form(NamedTuple):
    """A form: its name, what tells it, the first bytes of a file or else its name, and who reads it."""

    name: str
    claims: Callable[[bytes, str], bool]
    reader: str
    """Module and function: `Member` in, `Iterator[Found]` out."""


FORMS: tuple[Form, ...] = (
    Form("a gzip file", sign.starts(b"\x1f\x8b"), "compressed.read_gzip"),
    Form("a zstd file", sign.is_zstd, "compressed.read_zstd"),
    Form("a bzip2 file", sign.starts(b"BZh"), "compressed.read_bzip2"),
    Form("an xz file", sign.starts(b"\xfd7zXZ\x00"), "compressed.read_xz"),
    Form("a WARC file", sign.is_warc, "warc.read_warc"),
    Form("a zip archive", sign.starts(b"PK\x03\x04", b"PK\x05\x06"), "zip_archive.read_zip"),
    Form("a tar archive", sign.is_tar, "tar_archive.read_tar"),
    Form("an MHTML file", sign.is_mhtml, "mhtml.read_mhtml"),
    Form("a mail", sign.is_mail, "mail.read_mail"),
    Form("a mailbox", sign.is_mbox, "mbox.read_mbox"),
    Form("JSON", sign.is_json, "json_text.read_json"),
    Form("a literal of Python", sign.is_python_literal, "python_literal.read_python_literal"),
    Form("CSV", sign.is_csv, "csv_table.read_csv"),
    Form("a view of a page's source", sign.is_view_source, "view_source.read_view_source"),
    Form("a web archive of Safari", sign.is_webarchive, "webarchive.read_webarchive"),
    Form("a page that unpacks itself", sign.is_self_extracting, "single_file.read_self_extracting"),
    Form("a brotli file", sign.may_be_brotli, "compressed.read_brotli"),
)


def pages(member: Member) -> Iterator[Found]:
    """The pages in a file, in its order; a part that can't be read is an error among them."""
    try:
        head, damage, member = _peeked(member)
        form = form_of(head, member.name)
        if form is None and member.of_archive and sign.is_part(head, member.name):
            return
        if form is None and damage is not None:
            raise damage
        if form is None:
            yield member.page(member.read())
            return
        if member.depth >= MAX_DEPTH:
            raise TooDeep(f"archives nested more than {MAX_DEPTH} deep")
        member.entered()
        yield from _reader(form)(member._replace(entered=bool))
    except ExtractionError as error:
        yield _named(error, member.source)
    except MemoryError:
        yield OutOfMemory("out of memory", member.source)
    except OSError as error:
        # A container's own: those of the file itself are told by their number.
        if error.errno is not None:
            raise
        yield Damaged(f"cannot be read: {error}", member.source)


def form_of(head: bytes, name: str) -> Form | None:
    """The form of a file that begins with `head`; None for a page, or what may be one."""
    return next((form for form in FORMS if form.claims(head, name)), None)


def _peeked(member: Member) -> tuple[bytes, Damaged | None, Member]:
    """The first bytes of a member, what damage came to light, and the member to be read from its start."""
    if member.rewinds:
        head = member.file.read(HEAD)
        member.file.seek(0)
        return head, None, member
    from carnegie_extract.forms.prefixed import peeked

    head, damage, file = peeked(member.file, HEAD)
    return head, damage, member._replace(file=file)


def _reader(form: Form) -> Callable[[Member], Iterator[Found]]:
    from importlib import import_module

    module, _, function = form.reader.partition(".")
    reader: Callable[[Member], Iterator[Found]] = getattr(import_module(f"{__name__}.{module}"), function)
    return reader


def _named(error: ExtractionError, source: str) -> ExtractionError:
    if error.source == "-":
        error.source = source
    return error
