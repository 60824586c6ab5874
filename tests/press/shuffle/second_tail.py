"""What follows the article, as others set it."""

from collections.abc import Callable

from .choices import choice
from .second import drawn, told, untold
from .sheet import Sheet

TAGS = choice(
    "second.tags",
    none=(20, "seen", "as the first hand prints them"),
    dl=(1, "custom", "a definition list: 'Topics', links, 'Regions', links"),
    label=(1, "custom", "'Topics:' in the paragraph before the links"),
    commas=(1, "custom", "commas between the links"),
    program=(1, "custom", "links to a program and to a person among them"),
    absolute=(1, "custom", "absolute addresses"),
    language=(1, "measured", "the language first in the addresses: /en/topics/"),
    counts=(1, "custom", "the number of pieces in a hidden span of each link"),
    pieces=(1, "custom", "React's comments within the links"),
    two_lists=(1, "custom", "two lists, each under a heading"),
    first=(1, "custom", "between the body and the authors"),
)
DISCLAIMER = choice(
    "second.disclaimer",
    none=(20, "seen", "as the first hand prints it"),
    india=(2, "seen", "'Carnegie India does not take ...'"),
    before_tags=(1, "custom", "before the tags"),
    small=(1, "custom", "small print in italics"),
    aside=(1, "custom", "in an aside"),
)
BLOCK = choice(
    "second.tail",
    none=(20, "seen", "nothing but what the first hand prints"),
    disqus=(1, "custom", "a thread of comments made by a script, with its noscript"),
    neighbors=(1, "custom", "links to the pieces before and after"),
    most_read=(1, "custom", "'Most Read': titles with days"),
    collection=(1, "measured", "the collection's list of pieces, this one among them"),
    long_card=(1, "measured", "a card of more than 500 characters, the collection's"),
    teasers=(1, "custom", "pieces with paragraphs of teaser, in divs"),
    helpful=(1, "custom", "'Was this page helpful?'"),
    share=(1, "custom", "links to share the page with networks"),
    support=(1, "custom", "a box that asks for a gift"),
    citation=(1, "custom", "'Cite This' and the citation"),
    republish=(1, "custom", "a button and the terms of reprinting in a dialog"),
    survey=(1, "custom", "a dialog with a survey"),
    feedback_email=(1, "custom", "an address for letters to the editor"),
)


def tags(sheet: Sheet, topics: list[str], regions: list[str]) -> str:
    """The tags in another form, or nothing. Only topics and regions are either."""
    value = drawn(sheet, TAGS, but={"dl", "label", "two-lists"} if sheet.language.code != "en" else ())
    both = "".join(topics + regions)
    if value in {"dl", "two-lists"}:
        return _two(value, topics, regions)
    changed = {
        "label": f"<p>Topics: {both}</p>",
        "commas": f"<p>{', '.join(topics + regions)}</p>",
        "program": f'<div>{both}<a href="/programs/x">Rivers and Harbors</a><a href="/people/x">Ottilie Vance</a></div>',
        "absolute": "<div>" + both.replace('="/', f'="{sheet.host}/') + "</div>",
        "language": "<div>" + both.replace('="/', f'="/{sheet.language.code}/') + "</div>",
        "counts": "<div>" + both.replace("</a>", '<span class="sr-only"> (12)</span></a>') + "</div>",
        "pieces": f"<div>{both.replace('</a>', '<!-- --></a><!-- -->')}</div>",
        "first": f"<div>{both}</div>",
    }
    if value == "first":
        sheet.early = changed[value]
        return ""
    return changed.get(value, "")


def _two(value: str, topics: list[str], regions: list[str]) -> str:
    if value == "dl":
        groups = zip(("Topics", "Regions"), (topics, regions), strict=True)
        rows = "".join(
            f"<dt>{word}</dt>" + "".join(f"<dd>{each}</dd>" for each in links) for word, links in groups
        )
        return f"<dl>{rows}</dl>"
    lists = ("".join(f"<li>{each}</li>" for each in links) for links in (topics, regions))
    return "<h3>Topics</h3><ul>{}</ul><h3>Regions</h3><ul>{}</ul>".format(*lists)


INDIA = "Carnegie India does not take institutional positions on public policy issues; what is said here is its author’s."


def disclaimer(sheet: Sheet) -> str:
    """The disclaimer in another form, or nothing."""
    value = drawn(sheet, DISCLAIMER, but={"india"} if sheet.language.code != "en" else ())
    words = sheet.label("disclaimer")
    if value == "before-tags":
        sheet.before_tags = f"<p>{words}</p>"
    return {
        "india": f"<p>{INDIA}</p>",
        "before-tags": " ",
        "small": f"<p><small><em>{words}</em></small></p>",
        "aside": f"<aside><p>{words}</p></aside>",
    }.get(value, "")


def block(sheet: Sheet) -> str:
    """Something more below the article; nothing of it is text."""
    but = untold(sheet, ("disqus", "helpful", "most-read", "cite"))
    if "cite" in but or not sheet.people:
        but |= {"citation"}
    return _BLOCKS[drawn(sheet, BLOCK, but=but)](sheet)


def _links(sheet: Sheet, count: int) -> str:
    titles = (sheet.says(sheet.prose.headline()) for _ in range(count))
    return "".join(f'<li><a href="/posts/2026/0{n}/x">{title}</a></li>' for n, title in enumerate(titles, 1))


def _most_read(sheet: Sheet) -> str:
    day = sheet.language.short_date(sheet.day)
    return f"<div><h3>{told(sheet, 'most-read')}</h3><ol>{_links(sheet, 3).replace('</li>', f'<span>{day}</span></li>')}</ol></div>"


def _collection(sheet: Sheet) -> str:
    own = f'<li aria-current="page">{sheet.says(sheet.headline)}</li>'
    return f"<section><h2>Rivers and Harbors</h2><p>{sheet.says(sheet.prose.sentence())}</p><ol>{own}{_links(sheet, 2)}</ol></section>"


def _long_card(sheet: Sheet) -> str:
    title, _, author = sheet.other_card()
    words = " ".join(sheet.says(sheet.prose.sentence()) for _ in range(6))
    label = sheet.says(sheet.language.types["research"])
    return f'<article><a href="/x"><span>{label}</span><span>{title}</span></a><p>{words}</p><p>+ 3 {sheet.says(author)}, …</p></article>'


def _teasers(sheet: Sheet) -> str:
    rows = "".join(
        f'<div><h4><a href="/x">{sheet.says(sheet.prose.headline())}</a></h4><p>{sheet.says(sheet.prose.sentence())}</p></div>'
        for _ in range(3)
    )
    return f"<section><h3>{sheet.label('related')}</h3>{rows}</section>"


def _citation(sheet: Sheet) -> str:
    names = ", ".join(person.name for person in sheet.people)
    words = (
        f"{names}, “{sheet.headline},” {sheet.language.labels['carnegie']}, {sheet.day.year}, {sheet.url}."
    )
    return f"<section><h3>{told(sheet, 'cite')}</h3><p>{sheet.says(words)}</p><button>Copy</button></section>"


_BLOCKS: dict[str, Callable[[Sheet], str]] = {
    "none": lambda _: "",
    "disqus": lambda sheet: f'<div id="disqus_thread"></div><noscript>{told(sheet, "disqus")}</noscript>',
    "neighbors": lambda sheet: f"<nav><ul>{_links(sheet, 2)}</ul></nav>",
    "most-read": _most_read,
    "collection": _collection,
    "long-card": _long_card,
    "teasers": _teasers,
    "helpful": lambda sheet: (
        f"<div><p>{told(sheet, 'helpful')}</p><button>✓</button><button>✗</button></div>"
    ),
    "share": lambda _: (
        '<ul><li><a href="https://www.facebook.com/sharer?u=x">Facebook</a></li>'
        '<li><a href="https://www.linkedin.com/shareArticle?u=x">LinkedIn</a></li></ul>'
    ),
    "support": lambda sheet: (
        f"<section><p>{sheet.says(sheet.prose.sentence())}</p>"
        '<a href="https://donate.carnegieendowment.org/support">Donate</a></section>'
    ),
    "citation": _citation,
    "republish": lambda sheet: (
        f'<button>Republish</button><div role="dialog" hidden><p>{sheet.says(sheet.prose.sentence())}</p></div>'
    ),
    "survey": lambda sheet: (
        f'<div role="dialog" aria-modal="true"><p>{sheet.says(sheet.prose.sentence())}</p><button>OK</button></div>'
    ),
    "feedback-email": lambda _: '<p><a href="mailto:letters@example.org">letters@example.org</a></p>',
}
