"""The authors: names from the byline, titles and bios from the section about them."""

from collections.abc import Iterable

from carnegie_extract.article import Author
from carnegie_extract.byline import is_name, split_names
from carnegie_extract.dom import is_linked, unmarked
from carnegie_extract.flow import SENTENCE_END, Block, Flow
from carnegie_extract.header import Header
from carnegie_extract.page import Page
from carnegie_extract.parts import people_links
from carnegie_extract.text import fold, letters

_LONGEST_TITLE = 200
_LONGEST_NAME = 120
_AFTER_ABOUT = frozenset(("notes", "speakers", "disclaimers", "tags", "comments", "ends", "recent_work"))


def author_names(page: Page, header: Header) -> tuple[str, ...]:
    """The authors' names: the byline's, else those that the page's data give."""
    if header.byline is None:
        return tuple(map(fold, page.known_authors))
    linked = tuple(header.links)
    if linked and {*map(letters, linked)} == {*map(letters, page.known_authors)}:
        return linked
    if linked and letters("".join(linked)) == letters("".join(split_names(header.byline, linked))):
        return split_names(header.byline, linked)
    return split_names(header.byline, (*page.known_authors,)) or linked


def names_about(flow: Flow, after: int) -> tuple[str, ...]:
    """The names that the section about the authors links: for a page that names them nowhere else."""
    heading = next(
        (at for at, roles in flow.landmarks.items() if at >= after and "about_authors" in roles), None
    )
    names: dict[str, None] = {}
    for at in range(heading + 1 if heading is not None else len(flow), len(flow)):
        if _ends_about(flow, at):
            break
        names |= {text: None for text, _ in people_links(flow[at]) if is_name(text)}
    return tuple(names)


def read_authors(names: Iterable[str], header: Header, flow: Flow, after: int) -> list[Author]:
    """The authors with what the page says of them after its body, which ends at `after` in `flow`."""
    known = {letters(name): name for name in names}
    said: dict[str, list[str]] = {name: [] for name in known.values()}
    links = dict(header.links)
    current: str | None = None
    done: set[str] = set()
    for at in range(_about(flow, after), len(flow)):
        block = flow[at]
        if _ends_about(flow, at):
            break
        people = dict(people_links(block))
        if not people and block.node is not None and _named(block.text, known) is None and is_linked(block):
            continue
        links = people | links
        for text in _parts(block):
            printed = _named(text, known)
            name = printed or _opening_name(text, known)
            if printed is not None:
                if printed in done or (current == printed and said[printed]):
                    return [_author(each, said[each], links) for each in known.values()]  # they come again
                if current is not None:
                    done.add(current)
                current = printed
            elif current is None and name is None:
                continue
            elif (holder := current if current is not None else name) and holder not in done:
                said[holder].append(text)
                current = holder
    return [_author(name, said[name], links) for name in known.values()]


def _about(flow: Flow, after: int) -> int:
    """Where the section about the authors begins: at its heading, else right after the body."""
    for at, roles in flow.landmarks.items():
        if at >= after and "about_authors" in roles:
            return at + 1
        if at >= after and "disclaimers" in roles:
            break
    return after


def _ends_about(flow: Flow, at: int) -> bool:
    box = flow[at].box
    if box is not None and box.tag in ("article", "form", "footer"):
        return True
    return not _AFTER_ABOUT.isdisjoint(flow.landmarks.get(at, ()))


def _parts(block: Block) -> list[str]:
    texts = [run.text for run in block.runs] or [block.text]
    return [text for part in texts if (text := unmarked(fold(part))[0])]


def _named(text: str, known: dict[str, str]) -> str | None:
    """The author whose name `text` is and nothing more."""
    return known.get(letters(text)) if len(text) < _LONGEST_NAME else None


def _opening_name(text: str, known: dict[str, str]) -> str | None:
    """The author whose bio `text` is: bios begin with the name."""
    opening = letters(text[:120])
    return next((name for bare, name in known.items() if opening.startswith(bare)), None)


def _author(name: str, said: list[str], links: dict[str, str]) -> Author:
    title: str | None = None
    bio = list(said)
    if bio and len(bio[0]) <= _LONGEST_TITLE and not letters(bio[0]).startswith(letters(name)):
        title = bio.pop(0) if bio[0][-1:] not in ".。।" or len(bio) > 1 else None
    url = next((href for text, href in links.items() if letters(text) == letters(name)), None)
    sentences = [text for text in bio if text[-1:] in SENTENCE_END]
    return Author(name=name, title=title, bio=" ".join(sentences) or None, url=url)
