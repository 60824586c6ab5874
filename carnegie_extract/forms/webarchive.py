"""Safari's .webarchive: a property list, binary or XML, whose WebMainResource is the page."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any

from carnegie_extract.base.errors import Damaged, NotAPage
from carnegie_extract.forms.member import Found, Member


def read_webarchive(member: Member) -> Iterator[Found]:
    """The page in a webarchive. Raises Damaged for a broken list, NotAPage for a list of something else."""
    content = member.read()
    try:
        archive: Any = plistlib.loads(content)
    except MemoryError:
        raise
    except Exception as error:
        # The library's errors on broken lists are of any kind.
        raise Damaged(f"the property list cannot be read: {error}") from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    resource: dict[str, Any] = main if isinstance(main, dict) else {}
    page = resource.get("WebResourceData")
    if isinstance(page, str):
        page = page.encode()
    if not isinstance(page, bytes):
        raise NotAPage("a property list without a web page")
    own = member._replace(
        url=_string(resource, "WebResourceURL") or member.url,
        charset=_string(resource, "WebResourceTextEncodingName") or member.charset,
    )
    yield own.page(page)


def _string(resource: dict[str, Any], name: str) -> str | None:
    value = resource.get(name)
    return value if isinstance(value, str) and value else None
