"""Tar archives of pages, read as streams."""

import tarfile
from collections.abc import Iterator

from carnegie_extract.base.errors import Damaged
from carnegie_extract.forms.member import Found, Member

_LONGEST_EXTENSION = 2**20
_EXTENSIONS = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)


class _Archive(tarfile.TarFile):
    """A tar archive that goes on after a damaged header, and knows of it."""

    damaged = False
    ended = False


class _Header(tarfile.TarInfo):
    """A header that tells its archive what is wrong with it."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        """Raises InvalidHeaderError for names and attributes that are larger than names are."""
        header = super().frombuf(buf, encoding, errors)
        if header.type in _EXTENSIONS and header.size > _LONGEST_EXTENSION:
            raise tarfile.InvalidHeaderError("name too long")  # type: ignore[attr-defined]  # it is there
        return header

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> "_Header":
        """The next header of an archive; what else stands there is noted."""
        assert isinstance(tarfile_, _Archive)
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # it is there
            tarfile_.ended = True
            raise
        except tarfile.EmptyHeaderError:  # type: ignore[attr-defined]  # it is there
            raise
        except tarfile.HeaderError:
            tarfile_.damaged = True
            raise


def read_tar(member: Member) -> Iterator[Found]:
    """The pages in a tar archive."""
    last: Found | None = None
    try:
        archive = _Archive.open(
            fileobj=member.file,
            mode="r|",
            errors="backslashreplace",
            tarinfo=_Header,
            ignore_zeros=True,
        )
        with archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # or it would remember them all
                file = archive.extractfile(info) if info.isfile() else None
                for last in member.pages(member.part(file, info.name)) if file is not None else ():  # type: ignore[arg-type]
                    yield last
        if archive.damaged:
            yield Damaged("the tar archive is damaged: invalid header", member.source)
        elif not archive.ended:
            yield Damaged("the tar archive is cut off: its end is missing", member.source)
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        if not isinstance(last, Damaged):  # else the same damage was reported
            yield Damaged(f"the tar archive is damaged: {error}", member.source)
