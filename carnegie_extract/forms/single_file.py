"""The page of SingleFile that is HTML and a zip archive at once, and unpacks itself in a browser."""

import io
import zipfile
from collections.abc import Iterator

from carnegie_extract.base.errors import Encrypted
from carnegie_extract.forms.member import Found, Member, too_large, up_to
from carnegie_extract.forms.zip_archive import ZIP_ERRORS, is_locked

_PAGE = "index.html"


def read_self_extracting(member: Member) -> Iterator[Found]:
    """The page in the archive; the file itself when there is none, as in a page that tells of such files."""
    whole = member.read()
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            info = archive.getinfo(_PAGE)
            if is_locked(info):
                raise Encrypted("this page is encrypted")
            with archive.open(info) as file:
                content = up_to(file, member.limit)  # type: ignore[arg-type]  # it reads as one
    except (KeyError, *ZIP_ERRORS):
        content = whole
    if content is None:
        raise too_large(member.limit)
    yield member.page(content)
