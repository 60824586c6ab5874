"""The headline, the line under it, the type, the blog."""

from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.lines.grammar import DIGIT, LONGEST_LABEL, SEPARATORS, without_languages
from carnegie_extract.lines.parts import NO_NAMES, leads_to, links_of, tokens
from carnegie_extract.page.dom import Node, ancestors, first_text, stands_before
from carnegie_extract.page.flow import Line
from carnegie_extract.page.reading import Part
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.carnegie import BLOGS, blog_in_path, names_carnegie
from carnegie_extract.words.kinds import kind_of
from carnegie_extract.words.scripts import is_language_name
from carnegie_extract.words.vocabulary import (
    after_label,
    is_button,
    is_summary,
    is_type_label,
    is_word,
)

_MENUS = frozenset(("nav", "ul", "ol", "footer"))


def printed_headline(evidence: Evidence) -> Found | None:
    """The heading that repeats the page's title, else the one above byline and date."""
    at = evidence.judged.headline
    return Found(evidence.flow[at].plain, at)


HEADLINE = Field("headline", (printed_headline,))


def printed_dek(evidence: Evidence) -> Found | None:
    """The lines under the headline that the head's description repeats, or that are above byline and date."""
    texts = [text for at in evidence.header.dek if (text := _unlabelled(evidence.flow[at]))]
    return found(" ".join(texts), evidence.header.dek[0]) if texts else None


def _unlabelled(line: Line) -> str:
    """A dek without its label and without links to translations."""
    text = without_languages(line.plain)
    for shown, _ in reversed(links_of(line)):
        if is_language_name(shown) or is_word("languages_offered", shown):
            text = _without_link(text, shown)
    label = tokens(line)[0]
    if is_summary(label) and text.startswith(label) and text != label:
        return text.removeprefix(label).strip(SEPARATORS)
    summary = after_label("summary", text)
    return summary if summary and text[: -len(summary)].rstrip().endswith((":", "：")) else text


def _without_link(text: str, shown: str) -> str:
    """A text without the words of a link at its end or its beginning, and without what divides them from the rest."""
    before = text.rstrip(" )]").removesuffix(shown)
    if before != text.rstrip(" )]"):
        return before.rstrip(f"{SEPARATORS}([")
    return text.removeprefix(shown).lstrip(SEPARATORS)


DEK = Field("dek", (printed_dek,))


def metadata_type(evidence: Evidence) -> Found | None:
    """`type` of the metadata block."""
    return found(evidence.metadata.string("type"), "metadata")


def printed_label(evidence: Evidence) -> Found | None:
    """The label above the headline or beside the date, in lower case."""
    label = evidence.header.label
    return found(evidence.header.type_label, label.at) if label is not None else None


def _kind(label: str) -> str:
    """The kind of a label; of one that has none, itself."""
    kind = kind_of(label)
    return label if kind == "other" else kind


TYPE = Field("type", (metadata_type, printed_label), meaning=_kind)


def metadata_blog(evidence: Evidence) -> Found | None:
    """`blog` of the metadata block."""
    return found(evidence.metadata.string("blog"), "metadata")


def blog_beside_label(evidence: Evidence) -> Found | None:
    """The name beside the type label, above or below the headline, unless it is a center's or a program's."""
    label = evidence.header.label
    if not evidence.layout.of_site or label is None:
        return None
    if label.says.blog:
        return Found(label.says.blog, label.at)
    if label.at > evidence.judged.headline:
        names = [part for part in evidence.header.parts if _may_name_blog(part, label)]
    else:
        names = [part for part in reversed(evidence.header.above) if not part.says.label]
    name = next((part for part in names if _can_be_blog(part.line.text) and _may_be_blogs(part.line)), None)
    return found(name.line.text, name.at) if name is not None else None


def _may_name_blog(part: Part, label: Part) -> bool:
    """Whether a part of the header below the headline is a known blog's name, or stands unread in the label's line."""
    return part.at == label.at if part.reading is None else part.reading.blog is not None


def _can_be_blog(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_LABEL
        and not is_button(text)
        and not is_type_label(text)
        and (not names_carnegie(text) or key(text) in BLOGS)
        and DIGIT.search(text) is None
    )


def _may_be_blogs(line: Line) -> bool:
    """Whether a name is a known blog's, or leads to a place that may be one; programs stand there without a link."""
    if key(line.text) in BLOGS:
        return True
    leads = next((href for shown, href in links_of(line) if letters(shown) == letters(line.text)), None)
    return leads is not None and not leads_to(leads, NO_NAMES)


def selected_blog(evidence: Evidence) -> Found | None:
    """The element in which the layout expects the blog's name."""
    tree = evidence.page.tree
    return found(first_text(tree, *evidence.layout.blog), "markup") if tree is not None else None


def blog_in_header(evidence: Evidence) -> Found | None:
    """A blog's name above the headline, below it or above the text, unless another is beside it, as in menus."""
    near = [*evidence.header.above, *evidence.header.parts]
    names = {part.says.blog: part.at for part in near if part.says.blog}
    names |= {line.plain: at for at, line in evidence.lines("blog") if key(line.plain) in BLOGS}
    return found(*names.popitem()) if len({*map(key, names)}) == 1 else None


def blog_in_logo(evidence: Evidence) -> Found | None:
    """The words for a known blog's logo above the text, outside menus, unless another blog's is there, too."""
    tree, text = evidence.page.tree, next((line.node for _, line in evidence.lines("paragraph")), None)
    text = text or evidence.flow[evidence.judged.headline].node
    if tree is None or text is None:
        return None
    pictures = [image for image in tree.css("img[alt]") if key(_alt(image)) in BLOGS]
    names = {_alt(image) for image in pictures if not _is_in_menu(image) and stands_before(image, text)}
    return found(names.pop(), "markup") if len(names) == 1 else None


def _alt(image: Node) -> str:
    return fold(image.attributes.get("alt") or "")


def _is_in_menu(node: Node) -> bool:
    return any(outer.tag in _MENUS for outer in ancestors(node))


def blog_in_address(evidence: Evidence) -> Found | None:
    """The known blog that the page's address leads to."""
    address = read_address(evidence.url or "")
    return found(blog_in_path(address.rest), "address") if address is not None else None


BLOG = Field(
    "blog",
    (metadata_blog, blog_beside_label, selected_blog, blog_in_header, blog_in_logo, blog_in_address),
)
