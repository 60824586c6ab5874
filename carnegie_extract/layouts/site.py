"""Whether a page is one of the Carnegie Endowment's, and its address.

The first address that a page gives decides. But a copy at another site may lead to the original, so one
address elsewhere is enough to refuse a page: that of `og:url`, or the one that it was fetched or saved from.
Services that show copies of any page, shorteners and machines of one's own are nowhere: their addresses
count as none. The first name that a page gives its site decides likewise. A page without an address needs two
marks; a page whose address is the Endowment's needs them where its title or its copyright line names another.
"""

from collections.abc import Iterator
from itertools import accumulate

from carnegie_extract.base.errors import ExtractionError, NotHtml, OtherSite
from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import key, letters
from carnegie_extract.lines.grammar import between_bars, is_numbered, path_of, without_number
from carnegie_extract.lines.header_parts import is_dated, read_parts
from carnegie_extract.lines.parts import links_of, people_links, tokens
from carnegie_extract.page.dom import href_of, shows_any, stands_before, text_of
from carnegie_extract.page.flow import Flow
from carnegie_extract.page.head import Head, Metadata
from carnegie_extract.page.marks import BREAK
from carnegie_extract.page.page import Page
from carnegie_extract.words.addresses import Address, copied, is_service, original, read_address, says_nothing
from carnegie_extract.words.carnegie import (
    BLOGS,
    apart_from_copyright,
    begins_with_site,
    is_carnegie,
    is_carnegie_address,
    is_carnegie_name,
    is_copyright,
    is_copyright_of_another,
    is_logo,
    is_other_site,
    is_postal_address,
    is_rights_line,
    without_name_of_site,
)
from carnegie_extract.words.dates import find_date
from carnegie_extract.words.vocabulary import after_label, before_label, is_home, is_type_label, is_word

NO_ARTICLE_IN_TEXT = (
    "neither HTML nor the plain text of an article (no headline followed by a byline or a date, or "
    "too few signs of the Carnegie Endowment)"
)
TOO_FEW_MARKS = (
    "not recognizably a page of the Carnegie Endowment: it gives no address and shows fewer than two signs "
    "of the Endowment"
)
LEGACY_MARKS = ('link[href*="/css/ceip_"]', "#left-tsinghua", "body#ceip")
_OWN_KEYS = frozenset(
    "primaryCenter centerAffiliationAll programAffiliation englishNewsletterAll "
    "nonEnglishNewsletterAll eventCollection".split()
)
"""Keys that no other publisher's block is likely to have."""
_AFTER_HEADLINE = pattern(r"\s*(?:[|–—]|\s-\s)\s*(?:.*[|–—]\s*)?([^|–—]+)")
_LAST_LINES = 12
_LAST = 3
"""Lines: further above, a copyright without a year may be a photographer's."""
_YEAR = pattern(r"(?:19|20)\d\d")
_COMPANY = pattern(r"<o:Company>([^<]*)</o:Company>")
_ENOUGH_MARKS = 2
"""Marks that make a page without an address the Endowment's: each alone may stand on a page about it."""
_LONGEST_HEADER = 12
_LINES_ABOVE = 4
_LONGEST_DATED = 120
_SITE_NAMES = ("og:site_name", "publisher", "application-name", "apple-mobile-web-app-title", "dc.publisher")
"""Tags with the name of a page's site, the surest first."""


def addresses(head: Head, saved_from: str | None) -> list[str]:
    """The absolute addresses that a page gives as its own, surest first; of a copy the original's."""
    found = (_whose(url) for url in _given(head, saved_from))
    return [address.url for address in found if address is not None]


def copied_at(head: Head, saved_from: str | None) -> str | None:
    """When a copy was made, as its address says, RFC 3339."""
    copies = (copied(url) for url in _given(head, saved_from))
    return next((copy.at for copy in copies if copy is not None and copy.at), None)


def _whose(url: str) -> Address | None:
    """An address that says whose a page is, of a copy the original's."""
    address = read_address(original(url))
    return None if address is None or says_nothing(address.host) else address


def _given(head: Head, saved_from: str | None) -> list[str]:
    urls = (_canonical(head), head.meta("og:url"), head.linked.url, saved_from)
    return [*dict.fromkeys(url for url in urls if url)]


def _canonical(head: Head) -> str:
    """The canonical address; one without a host belongs to the page's base."""
    if not head.canonical or not head.base or read_address(original(head.canonical)) is not None:
        return head.canonical
    from urllib.parse import urljoin

    return urljoin(head.base, head.canonical)


def other_site(page: Page, own: list[str], places: list[str]) -> ExtractionError | None:
    """The refusal of a page that is not the Endowment's; `own` are its addresses, of which the first settles it.

    `places` are where it was saved and fetched from: a page of the Endowment's at another site is a copy.
    """
    if own:
        if not is_carnegie_address(own[0]):
            address = read_address(own[0])
            host = address.host if address is not None else own[0]
            return OtherSite(f"a page of another site ({host}), not of the Carnegie Endowment")
        if _is_elsewhere(page, places):
            return OtherSite("a copy on another site that links to the Endowment's original")
        return None
    if page.tree is None:
        return None if _is_own_text(page) else NotHtml(NO_ARTICLE_IN_TEXT)
    if not _is_of_another(page) and _has_enough_marks(page):
        return None
    if not page.head.title and page.headline is None:
        return NotHtml("not a Carnegie page: no title, no headline, no address")
    return OtherSite(TOO_FEW_MARKS)


def _is_own_text(page: Page) -> bool:
    """Whether a plain text has a header as the Endowment prints it, and another of its marks."""
    if metadata_marks(page.metadata) >= _ENOUGH_MARKS:
        return True
    if _has_rights_of_others(page):
        return False
    flow = page.flow
    named = any(
        is_carnegie_name(line.text) or key(line.text) in BLOGS or is_postal_address(line.text)
        for line in flow
    )
    has_block = page.metadata.broken or metadata_marks(page.metadata) > 0
    marked = has_block or named or has_copyright(flow) or has_disclaimer(flow)
    return marked and page.headline is not None and _has_printed_header(flow, page.headline)


def _has_printed_header(flow: Flow, headline: int) -> bool:
    """Whether a header is one as the Endowment's pages print it: a type label, or a path to one, or "Published on"."""
    above = flow[max(headline - 3, 0) : headline]
    below = flow[headline : headline + _LONGEST_HEADER]
    listed = (line for line in below if line.kind == "li")
    return any(is_type_label(step) for line in (*above, *listed) for step in path_of(line.text)[-1:]) or any(
        after_label("published", line.text) is not None for line in below
    )


def _is_elsewhere(page: Page, places: list[str]) -> bool:
    """Whether a page that leads to an address of the Endowment's stands at another site."""
    found = (_whose(url) for url in (page.head.meta("og:url") or "", *places))
    if any(address is not None and not is_carnegie_address(address.url) for address in found):
        return True
    name = _site_name(page.head)
    if name is not None:
        return _is_foreign(name)
    return _names_another(page) and not _has_enough_marks(page)


def _site_name(head: Head) -> str | None:
    """The name that a page gives its site; some tools write an address there.

    The publisher in JSON-LD speaks against a page only: others name the Endowment as that of what they describe.
    """
    publisher = head.linked.publisher
    other = publisher if publisher and _is_foreign(publisher) else None
    names = (*map(head.meta, _SITE_NAMES), other)
    return next((name for name in names if name and not name.startswith("http")), None)


def _names_another(page: Page) -> bool:
    """Whether a reader sees another site's name: behind the headline in the title, or in a copyright line."""
    sites = list(_sites_in_titles(page))
    return (bool(sites) and all(map(_is_foreign, sites))) or _has_rights_of_others(page)


def _has_rights_of_others(page: Page) -> bool:
    """Whether a page has a copyright of others, and not the Endowment's. In plain text it may be anywhere."""
    flow = page.flow
    if has_copyright(flow):
        return False
    lines = flow[-_LAST_LINES:] if page.tree is not None else flow
    dated = [line for line in lines if _YEAR.search(line.text)]
    return any(is_copyright_of_another(line.text) for line in (*dated, *flow[-_LAST:]))


def _is_foreign(name: str) -> bool:
    """Whether a site's name is another publisher's."""
    if key(name) in BLOGS or any(is_service(name.lower() + end) for end in ("", ".com", ".org")):
        return False
    return is_other_site(name)


def count_marks(page: Page) -> int:
    """How many marks of the Endowment a page has, each independent of the others.

    The site's name in the head, the same in the title, a title that is the dated headline or its series and this
    name, the keys or names in the metadata block, the files of the old sites, a logo, a masthead or the name on the
    link home, the address that links start from, the copyright line or where to write to, the disclaimer, a heading
    over more of its work, a byline that leads to its people, its name in the properties of a file of Word's.
    None where the page names another site as its own.
    """
    return 0 if _is_of_another(page) else sum(_marks(page))


def _is_of_another(page: Page) -> bool:
    """Whether a page names another site as its own."""
    name = _site_name(page.head)
    return (name is not None and _is_foreign(name)) or _names_another(page)


def _has_enough_marks(page: Page) -> bool:
    """Whether a page has enough marks to be the Endowment's, apart from other sites that it names."""
    return any(so_far >= _ENOUGH_MARKS for so_far in accumulate(_marks(page)))


def _marks(page: Page) -> Iterator[int]:
    """How many marks of each kind a page has; those that are quick to find come first."""
    name = _site_name(page.head)
    yield name is not None and is_carnegie_name(name)
    yield metadata_marks(page.metadata)
    yield has_disclaimer(page.flow)
    yield is_carnegie_address(page.head.base)
    yield has_copyright(page.flow) or is_copyright(page.head.meta("copyright") or "") or _has_contact(page)
    yield _has_logo(page) or _leads_home(page) or _has_masthead(page)
    yield has_legacy_marks(page)
    yield _offers_own_work(page.flow)
    yield _leads_to_author(page) and not _travels(page)
    yield _is_made_at_home(page)
    yield _title_marks(page)


def _sites_in_titles(page: Page) -> Iterator[str]:
    """What follows the headline in the titles that the head gives the page; names of centers may hold dashes."""
    headline = page.flow[page.headline].plain if page.headline is not None else ""
    for title in (page.head.title, *map(page.head.meta, ("og:title", "twitter:title"))):
        if headline and title and (match := _AFTER_HEADLINE.fullmatch(title.removeprefix(headline))):
            yield match[1] if without_name_of_site(title) is None else match[0]


def _title_marks(page: Page) -> int:
    """The Endowment's name in the title; where the rest is a dated headline, or its series, the page is its own.

    A title that is the name alone, or a periodical's and a number, may be what a page is about, and then it is the
    headline, too.
    """
    title, at = page.head.title, page.headline
    if without_name_of_site(title) is None:
        if at is None or not _names_series(title) or is_carnegie_name(page.flow[at].plain):
            return 0
        above = page.flow[max(at - _LINES_ABOVE, 0) : at]
        in_series = any(is_numbered(line.plain) and letters(title).endswith(line.letters) for line in above)
        return 1 + (in_series and _is_dated(page, at))
    if at is None or not any(letters(each).startswith(page.flow[at].letters) for each in page.head.titles):
        return 1
    return 1 + _is_dated(page, at)


def _names_series(title: str) -> bool:
    """Whether a title is the Endowment's name, a periodical's, or a series of its: "Carnegie Endowment Brief 12"."""
    name = without_number(title)
    series = is_type_label(name) and not is_other_site(name)
    return series or is_carnegie_name(name) or is_carnegie_name(before_label(is_type_label, name))


def _is_dated(page: Page, headline: int) -> bool:
    """Whether a date is printed in the lines around a headline, or a month is all that one of them says."""
    first = max(headline - _LINES_ABOVE, 0)
    lines = enumerate(page.flow[first : headline + _LONGEST_HEADER], first)
    return any(
        find_date(line.text) is not None or is_dated(read_parts(page, at))
        for at, line in lines
        if len(line.text) < _LONGEST_DATED
    )


def metadata_marks(metadata: Metadata) -> int:
    """The marks in a metadata block: two of the site's own keys make two, a blog or a center one."""
    block = metadata.block or {}
    if len(_OWN_KEYS & block.keys()) > 1:
        return 2
    names = (metadata.string("blog") or "", *metadata.strings("centers"), *metadata.strings("primaryCenter"))
    return int(any(key(name) in BLOGS or is_carnegie_name(name) for name in names))


def has_copyright(flow: Flow) -> bool:
    """Whether the last lines contain the Endowment's copyright, and not another's for a reprint."""
    return any(
        _bears_copyright(text.strip()) for line in flow[-_LAST_LINES:] for text in line.text.split(BREAK)
    )


def _bears_copyright(text: str) -> bool:
    """Whether a text is the Endowment's copyright, or ends in it and no sentence before says that it is a reprint."""
    before, last = apart_from_copyright(text)
    return is_copyright(last) and not any(is_word("reprints", sentence) for sentence in before.split(". "))


def _has_contact(page: Page) -> bool:
    """Whether the last lines say where the Endowment is or has its mail; a copyright line may say so, too."""
    last = page.flow[-_LAST_LINES:]
    texts = [text.strip() for line in last for text in line.text.split(BREAK)]
    if any(is_postal_address(text) or _is_street(text) for text in texts):
        return True
    sent = (
        href.lower().partition("mailto:")[2].partition("?")[0] for line in last for _, href in links_of(line)
    )
    return any(is_carnegie_address(f"//{to}") for to in sent)


def _is_street(text: str) -> bool:
    """Whether a text opens with the address of one of the Endowment's offices, which ends an article."""
    return is_word("ends", text) and any(map(str.isdigit, text)) and not is_rights_line(text)


def _travels(page: Page) -> bool:
    """Whether a page has what goes with a text to another site, as the links to its authors do."""
    return has_disclaimer(page.flow) or _has_contact(page) or _offers_own_work(page.flow)


def _leads_to_author(page: Page) -> bool:
    """Whether a short line around the headline leads to a person's page at one of the Endowment's hosts."""
    first = max((page.headline or 0) - _LINES_ABOVE, 0)
    lines = page.flow[first : first + _LINES_ABOVE + _LONGEST_HEADER]
    short = [line for line in lines if len(line.text) < _LONGEST_DATED]
    return any(is_carnegie_address(href) for line in short for href in people_links(line).values())


def has_disclaimer(flow: Flow) -> bool:
    """Whether a page has the Endowment's disclaimer."""
    return any("disclaimers" in words for words in flow.landmarks.values())


def _offers_own_work(flow: Flow) -> bool:
    """Whether a heading stands over more of the Endowment's work: "More Work from Carnegie Europe"."""
    headings = (flow[at].text for at, words in flow.landmarks.items() if "recent_work" in words)
    return any(is_carnegie_name(after_label("recent_work", text) or "") for text in headings)


def _has_logo(page: Page) -> bool:
    """Whether a picture is a logo of the Endowment's, or the first one, above the headline, its name and a motto."""
    images = page.tree.css("img[alt]") if page.tree is not None else []
    if any(is_logo(image.attributes.get("alt") or "") for image in images):
        return True
    headline = page.flow[page.headline].node if page.headline is not None else None
    over = bool(images) and headline is not None and stands_before(images[0], headline)
    return over and begins_with_site(images[0].attributes.get("alt") or "")


def _leads_home(page: Page) -> bool:
    """Whether the link to the page's own site bears the Endowment's name or that of a host of its, or leads to one."""
    links = page.tree.css("a[href]") if page.tree is not None else []
    names = (text_of(link) for link in links if link.attributes.get("href") == "/")
    if any(is_carnegie_name(name) or is_carnegie_address(f"//{name}") for name in names):
        return True
    return any(is_carnegie_address(href_of(link)) and is_home(text_of(link)) for link in links)


def _has_masthead(page: Page) -> bool:
    """Whether the first words of a page, above its headline, are the Endowment's name, and lead to no other site.

    Bars may divide them from others: "Arab Reform Bulletin | July 2005".
    """
    if not page.headline:
        return False
    first = page.flow[0]
    away = (
        href
        for _, href in links_of(first)
        if read_address(href) is not None and not is_carnegie_address(href)
    )
    name = next(iter(between_bars(next(iter(tokens(first)), ""))), "")
    return is_carnegie_name(without_number(name)) and next(away, None) is None


def _is_made_at_home(page: Page) -> bool:
    """Whether the properties of a file that Word saved, in a comment of the head, name the Endowment as company."""
    head = page.tree.css_first("head") if page.tree is not None else None
    nodes = head.iter(include_text=True) if head is not None else ()
    notes = (node.comment_content or "" for node in nodes if node.is_comment_node)
    return any(is_carnegie(company[1]) for note in notes if (company := _COMPANY.search(note)))


def has_legacy_marks(page: Page) -> bool:
    """Whether a page carries the style sheets, scripts or ids of the sites before mid-2024."""
    if any("ceip_script" in source for source in page.head.sources):
        return True
    return page.tree is not None and shows_any(page.tree, LEGACY_MARKS)
