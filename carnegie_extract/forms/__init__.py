"""The forms in which pages are saved: one line here and one file each. A file of any form goes in, pages come out.

The first bytes tell the form; the name is a hint, and only where the bytes say nothing. What a form
needs is imported when a file has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carnegie_extract.base.errors import Damaged, ExtractionError, NeedsLibrary, OutOfMemory, TooDeep
from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.forms import signatures as sign
from carnegie_extract.forms.member import HEAD, Found, Member

MAX_DEPTH = 6
"""So many containers may stand in each other: a page in a zip in a WARC in a gzip file is three deep."""

Reader = Callable[[Member], Iterator[Found]]
"""Gives the pages in a file of its form."""


class Form(NamedTuple):
    """A form: its name, what tells it, the first bytes of a file or else its name, who reads it, how names end."""

    name: str
    claims: Callable[[bytes, str], bool]
    reader: Callable[[], Reader]
    """Imports who reads it."""
    endings: tuple[str, ...] = ()
    """How the names of its files end, where that says that pages are in them."""
    packs: bool = False
    """It holds one file and nothing else, whose name is its own without the ending."""

    @property
    def code(self) -> str:
        """Its name for programs: "gzip", "view-source"."""
        return self.reader.__name__.strip("_").replace("_", "-")


def _gzip() -> Reader:
    from carnegie_extract.forms.compressed import read_gzip

    return read_gzip


def _zstd() -> Reader:
    from carnegie_extract.forms.compressed import read_zstd

    return read_zstd


def _bzip2() -> Reader:
    from carnegie_extract.forms.compressed import read_bzip2

    return read_bzip2


def _xz() -> Reader:
    from carnegie_extract.forms.compressed import read_xz

    return read_xz


def _warc() -> Reader:
    from carnegie_extract.forms.warc import read_warc

    return read_warc


def _zip() -> Reader:
    from carnegie_extract.forms.zip_archive import read_zip

    return read_zip


def _tar() -> Reader:
    from carnegie_extract.forms.tar_archive import read_tar

    return read_tar


def _mhtml() -> Reader:
    from carnegie_extract.forms.mhtml import read_mhtml

    return read_mhtml


def _mail() -> Reader:
    from carnegie_extract.forms.mail import read_mail

    return read_mail


def _mbox() -> Reader:
    from carnegie_extract.forms.mbox import read_mbox

    return read_mbox


def _json() -> Reader:
    from carnegie_extract.forms.json_text import read_json

    return read_json


def _python_literal() -> Reader:
    from carnegie_extract.forms.python_literal import read_python_literal

    return read_python_literal


def _csv() -> Reader:
    from carnegie_extract.forms.csv_table import read_csv

    return read_csv


def _view_source() -> Reader:
    from carnegie_extract.forms.view_source import read_view_source

    return read_view_source


def _webarchive() -> Reader:
    from carnegie_extract.forms.webarchive import read_webarchive

    return read_webarchive


def _self_extracting() -> Reader:
    from carnegie_extract.forms.single_file import read_self_extracting

    return read_self_extracting


def _brotli() -> Reader:
    from carnegie_extract.forms.compressed import read_brotli

    return read_brotli


def _is_brotli(head: bytes, name: str) -> bool:
    """Whether brotli makes a text or a file of another form of `head`; without its library the name tells."""
    if not sign.may_be_brotli(head, name):
        return False
    from carnegie_extract.forms.compressed import start_of_brotli

    try:
        unpacked = start_of_brotli(head)
    except NeedsLibrary:
        from carnegie_extract.page.encoding import binary_name

        return name.lower().endswith(".br") and binary_name(head) is None
    if unpacked is None:
        return False
    if form_of(unpacked, "") is not None:
        return True
    return b"\x00" not in unpacked and (b"<" in unpacked or b"\n" in unpacked)


FORMS: tuple[Form, ...] = (
    Form("a gzip file", sign.starts(b"\x1f\x8b"), _gzip, (".gz",), packs=True),
    Form("a zstd file", sign.is_zstd, _zstd, (".zst", ".zstd"), packs=True),
    Form("a bzip2 file", sign.starts(b"BZh"), _bzip2, (".bz2",), packs=True),
    Form("an xz file", sign.starts(b"\xfd7zXZ\x00"), _xz, (".xz",), packs=True),
    Form("a WARC file", sign.is_warc, _warc, (".warc",)),
    Form("a zip archive", sign.starts(b"PK\x03\x04", b"PK\x05\x06"), _zip, (".zip", ".wacz")),
    Form("a tar archive", sign.is_tar, _tar, (".tar", ".tgz", ".tbz2", ".txz")),
    Form("an MHTML file", sign.is_mhtml, _mhtml, (".mhtml", ".mht")),
    Form("a mail", sign.is_mail, _mail, (".eml",)),
    Form("a mailbox", sign.is_mbox, _mbox, (".mbox",)),
    Form("JSON", sign.is_json, _json, (".har",)),
    Form("a Python literal", sign.is_python_literal, _python_literal),
    Form("CSV", sign.is_csv, _csv),
    Form("a view of a page's source", sign.is_view_source, _view_source),
    Form("a Safari web archive", sign.is_webarchive, _webarchive, (".webarchive",)),
    Form("a self-extracting page", sign.is_self_extracting, _self_extracting),
    Form("a brotli file", _is_brotli, _brotli, (".br",), packs=True),
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
        forms = (*member.forms, form.code)
        yield from form.reader()(
            member._replace(entered=bool, pages=pages, forms=forms, endings=form.endings)
        )
    except ExtractionError as error:
        yield _named(error, member.source)
    except MemoryError:
        yield OutOfMemory("out of memory", member.source)
    except OSError as error:
        # A container's own: those of the file itself are reported by their number.
        if error.errno is not None:
            raise
        yield Damaged(f"cannot be read: {error}", member.source)


def form_of(head: bytes, name: str) -> Form | None:
    """The form of a file that begins with `head`; None for a page, or what may be one."""
    for form in FORMS:  # every page is asked by all of them, and a generator takes as long as they do
        if form.claims(head, name):
            return form
    return None


def _peeked(member: Member) -> tuple[bytes, Damaged | None, Member]:
    """The first bytes of a member, what damage came to light, and the member to be read from its start."""
    if member.rewinds:
        head = member.file.read(HEAD)
        member.file.seek(0)
        return head, None, member
    from carnegie_extract.forms.prefixed import peeked

    head, damage, file = peeked(member.file, HEAD)
    return head, damage, member._replace(file=file)


def _named(error: ExtractionError, source: str) -> ExtractionError:
    if error.source is None:
        error.source = source
    return error
