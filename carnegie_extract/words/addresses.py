"""Addresses of pages, read as browsers read them, and those that lead to a copy of a page.

Copies: the Wayback Machine and its like, archive.today, the caches of search engines, translators and
print services. A copy's address counts by its own form, which names the original; one that names none says
nothing of whose page it is, and neither does the address of a machine of one's own.
"""

import re

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.base.text import INVISIBLE
from carnegie_extract.words.dates import timestamp

_ABSOLUTE = pattern(r"(?:(https?):/*|//+)([^/?#]*)(.*)", re.I | re.S)
_ORDINARY = pattern(r"(?:https?://[a-z\d.-]+)?(?:(?:[?#]|/(?!/))[^\\\x00-\x20]*)?")
"""Nearly every link: nothing in it that browsers read otherwise than it is written."""
_SCHEME = pattern(r"(https?):/*", re.I)
_CONTROLS = "".join(map(chr, range(0x21)))
_UNSEEN = dict.fromkeys(map(ord, "\t\r\n"))
_PORT = pattern(r":(\d*)\Z")
_USUAL_PORTS = {"http": "80", "https": "443"}
_ESCAPED = pattern(rb"%([0-9A-Fa-f]{2})")
_HOST = pattern(r"[^\s%:/#<>?@\[\\\]^|]+")
_FULL_STOPS = dict.fromkeys(map(ord, "\u3002\uff0e\uff61"), ".")

# The Wayback Machine's, and that of a pywb of one's own: any host, any name of a collection.
_WAYBACK = pattern(r"(?:/[\w.-]+){1,3}/(\d{4,14})(?:[a-z]{2}_)?/(https?:/.+)", re.I | re.S)
_WAYBACK_HOST = "web.archive.org"
_WHOLE_STAMP = 14
"""Digits: on a host that is not known, fewer may be anything."""
_WITHOUT_SCHEME = pattern(r"/web/(\d{4,14})(?:[a-z]{2}_)?/([^/]+\..+)", re.I | re.S)
_ARCHIVE_TODAY = frozenset(f"archive.{name}" for name in "today ph is li md fo vn".split())
_ARCHIVE_TODAY_STAMP = pattern(r"/(\d{4})\.?(\d\d)\.?(\d\d)-?(\d{6})/(https?:/.+)", re.I | re.S)
_TRANSLATED = ".translate.goog"
_TRANSLATOR_SAYS = pattern(r"(?<=[?&])_x_tr_\w+=[^&#]*&?")
_TRACKING = pattern(
    r"(?:^|(?<=&))(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok)=[^&#]*",
    re.I,
)
"""What newsletters and networks add to an address; the page that it leads to is the same."""
_SERVICES = frozenset(
    "web.archive.org webcache.googleusercontent.com cc.bingj.com yandexwebcache.net translate.google.com "
    "translate.googleusercontent.com translated.turbopages.org printfriendly.com print.friendly "
    "printwhatyoulike.com perma.cc ghostarchive.org megalodon.jp webcitation.org freezepage.com".split()
).union(_ARCHIVE_TODAY)
_OF_SERVICES = (_TRANSLATED, ".cdn.ampproject.org")
_REDIRECTS = frozenset(
    "t.co bit.ly buff.ly dlvr.it goo.gl is.gd lnkd.in ow.ly tinyurl.com news.google.com "
    "feedproxy.google.com l.facebook.com".split()
)
"""They lead to pages of others and have none of their own."""
_OWN_ENDINGS = tuple(".local .localhost .lan .home .internal .intranet .home.arpa .test".split())
_OWN_NUMBERS = pattern(
    r"127\.[\d.]+|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|169\.254(?:\.\d+){2}|"
    r"172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}"
)
_NAMED = pattern(r"(?:[?&]u(?:rl)?=|[?&]q=cache:(?:[\w-]*:)?)(https?(?::|%3A)[^&#+\s]+)", re.I)


class Address(NamedTuple):
    """An absolute address; `rest` is what follows the host, `url` all of it: without a user, or a port of no need."""

    host: str
    rest: str
    url: str

    @property
    def path(self) -> str:
        """The path, without query and fragment."""
        return re.split("[?#]", self.rest, maxsplit=1)[0]


class Copied(NamedTuple):
    """What a copy's address says: the original's address, and when the copy was made, RFC 3339."""

    url: str
    at: str | None = None


def read_address(url: str) -> Address | None:
    """An absolute address on the web, None for any other; slashes, dots and case as browsers take them."""
    url = url.strip(_CONTROLS).translate(_UNSEEN)
    before, mark, after = _split(url)
    match = _ABSOLUTE.match(before.replace("\\", "/"))
    if match is None:
        return None
    scheme, authority = (match[1] or "https").lower(), match[2].rpartition("@")[2]
    host = _host(authority)
    if host is None:
        return None
    rest = match[3] + mark + after
    return Address(host, rest, f"{scheme}://{_written(authority, host, scheme)}{rest}")


def as_read(href: str) -> str:
    """A link as browsers read it; one that is not a web address unchanged apart from its slashes."""
    if _ORDINARY.fullmatch(href):
        return href
    if (address := read_address(href)) is not None:
        return address.url
    href = href.strip(_CONTROLS).translate(_UNSEEN)
    before, mark, after = _split(href)
    return href if ":" in before else before.replace("\\", "/") + mark + after


def copied(url: str) -> Copied | None:
    """The original that the address of a copy names; None where it is not a copy's, or names none."""
    # Nearly every link of a page ends here.
    if "http" not in url[8:] and _TRANSLATED not in url and _WAYBACK_HOST not in url:
        return None
    address = read_address(url)
    if address is None:
        match = _WAYBACK.match(url.strip())
        return Copied(_whole(match[2]), stamp(match[1])) if match else None
    host, rest = address.host, address.rest
    if host.endswith(_TRANSLATED):
        return Copied(_untranslated(host, rest))
    if host in _ARCHIVE_TODAY and (match := _ARCHIVE_TODAY_STAMP.match(rest)):
        return Copied(_whole(match[5]), stamp("".join(match.groups()[:4])))
    match = _WAYBACK.match(rest)
    if match is not None and (host == _WAYBACK_HOST or _is_replay(host, match)):
        return Copied(_whole(match[2]), stamp(match[1]))
    if host == _WAYBACK_HOST and (match := _WITHOUT_SCHEME.match(rest)):
        return Copied(f"http://{match[2]}", stamp(match[1]))
    if is_service(host) and (match := _NAMED.search(rest)):
        return Copied(_whole(_unescaped(match[1]) if ":" not in match[1][:6] else match[1]))
    return None


def _is_replay(host: str, match: re.Match[str]) -> bool:
    """Whether an address is surely a replay's: a pywb of one's own, a whole stamp, or pywb's mark behind it."""
    return _is_one_s_own(host) or len(match[1]) == _WHOLE_STAMP or match[0][match.end(1) :].startswith("mp_/")


def original(url: str) -> str:
    """`url`, or the address of the original where it leads to a copy."""
    copy = copied(url)
    return copy.url if copy else url.strip()


def without_tracking(url: str) -> str:
    """An address without what only tells where its reader comes from."""
    before, question, query = url.partition("?")
    if not question or _TRACKING.search(query) is None:
        return url
    query, mark, fragment = query.partition("#")
    kept = "&".join(part for part in query.split("&") if _TRACKING.fullmatch(part) is None)
    return before + (f"?{kept}" if kept else "") + mark + fragment


def is_service(host: str) -> bool:
    """Whether a host belongs to a service that shows copies of other sites' pages."""
    return host.removeprefix("www.") in _SERVICES or host.endswith(_OF_SERVICES)


def says_nothing(host: str) -> bool:
    """Whether a host's pages may be anybody's: a service's, a shortener's, one's own machine or network."""
    return is_service(host) or host.removeprefix("www.") in _REDIRECTS or _is_one_s_own(host)


def _is_one_s_own(host: str) -> bool:
    """Whether a host is one's own machine, or in one's own network."""
    if "." not in host or host.endswith(_OWN_ENDINGS):
        return True
    return host[0].isdigit() and _OWN_NUMBERS.fullmatch(host) is not None


def _split(url: str) -> tuple[str, str, str]:
    """Scheme, host and path; "?" or "#"; and what follows, where a backslash is not a slash."""
    at = min((found for found in (url.find("?"), url.find("#")) if found >= 0), default=len(url))
    return url[:at], url[at : at + 1], url[at + 1 :]


def _host(authority: str) -> str | None:
    """The host of an authority without a user: no port, no dot at the end; None where browsers find none."""
    host = _PORT.sub("", authority)
    if "%" in host:
        host = _unescaped(host)
    if not host.isascii():
        import unicodedata  # noqa: PLC0415  # few hosts need it

        host = unicodedata.normalize("NFKC", host.translate(INVISIBLE)).translate(_FULL_STOPS)
    host = host.lower().removesuffix(".")
    return host if _HOST.fullmatch(host) else None


def _written(authority: str, host: str, scheme: str) -> str:
    """Host and port in an address; a port that its scheme has anyway is left out."""
    port = _PORT.search(authority)
    number = port[1].lstrip("0") if port is not None else ""
    shown = authority[: port.start()] if port is not None else authority
    if "%" in shown or not shown.isascii():
        shown = host
    return shown.lower() + (f":{number}" if number not in ("", _USUAL_PORTS[scheme]) else "")


def _unescaped(text: str) -> str:
    raw = _ESCAPED.sub(lambda match: bytes((int(match[1], 16),)), text.encode("utf-8", "replace"))
    return raw.decode("utf-8", "replace")


def _whole(url: str) -> str:
    """An address of which some archives drop one of the two slashes."""
    return _SCHEME.sub(r"\1://", url.strip(), count=1)


def _untranslated(host: str, rest: str) -> str:
    """The address behind Google's translator: "a--b-org.translate.goog" is "a-b.org"."""
    name = host.removesuffix(_TRANSLATED).replace("--", "\n").replace("-", ".").replace("\n", "-")
    return f"https://{name}{_TRANSLATOR_SAYS.sub('', rest).rstrip('?&')}"


def stamp(s: str) -> str | None:
    """A stamp of 14 digits as RFC 3339; None for shorter ones, which do not say when a copy was made."""
    return timestamp(f"{s[:4]}-{s[4:6]}-{s[6:8]}T{s[8:10]}:{s[10:12]}:{s[12:]}Z")
