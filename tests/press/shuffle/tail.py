"""What follows the article: tags, disclaimer, other work, newsletter, footer."""

from . import second_tail as second
from .choices import choice
from .sheet import Sheet

TAGS = choice(
    "tail.tags",
    topics_first=(5, "seen", "topics, then regions, nothing between them"),
    regions_first=(3, "measured", "regions, then topics"),
    list_=(2, "custom", "list items"),
    none=(1, "custom", "no tags"),
)
DISCLAIMER = choice(
    "tail.disclaimer",
    p=(7, "seen", "a paragraph after the tags"),
    div=(1, "custom", "a div"),
    none=(1, "custom", "none"),
)
MORE = choice(
    "tail.more",
    cards=(7, "seen", "'More Work from' and article cards"),
    divs=(1, "custom", "cards that are divs"),
    none=(2, "custom", "none"),
)
END = choice(
    "tail.end",
    top=(4, "measured", "'Scroll to top' as the last words of main"),
    none=(3, "custom", "nothing"),
    newsletter=(2, "seen", "a newsletter box before the footer"),
)


def tail(sheet: Sheet) -> str:
    """From the tags to the end of main."""
    tags, disclaimer = _tags(sheet), _disclaimer(sheet)
    return sheet.before_tags + tags + disclaimer + second.block(sheet) + _more(sheet) + _end(sheet)


def _tags(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(TAGS)
    if drawn == "none":
        sheet.expected.setdefault("topics", [])
        sheet.expected.setdefault("regions", [])
        return ""
    sheet.expected.setdefault("topics", sheet.topics)
    sheet.expected.setdefault("regions", sheet.regions)
    topics = [f'<a href="/topics/t{n}">{sheet.says(word)}</a>' for n, word in enumerate(sheet.topics)]
    regions = [f'<a href="/regions/r{n}">{sheet.says(word)}</a>' for n, word in enumerate(sheet.regions)]
    other = second.tags(sheet, topics, regions)
    if other or sheet.early:
        sheet.hand.forget(TAGS)
        return other
    links = regions + topics if drawn == "regions-first" else topics + regions
    if drawn.startswith("list"):
        return f"<ul{sheet.dress.cls('tags')}>{''.join(f'<li>{link}</li>' for link in links)}</ul>"
    return f"<div{sheet.dress.cls('tags')}>{''.join(links)}</div>"


def _disclaimer(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(DISCLAIMER)
    if drawn == "none":
        return ""
    other = second.disclaimer(sheet)
    if other:
        sheet.hand.forget(DISCLAIMER)
        return other
    return f"<{drawn}{sheet.dress.cls('disclaimer')}>{sheet.label('disclaimer')}</{drawn}>"


def card(sheet: Sheet, tag: str) -> str:
    title, teaser, author = sheet.other_card()
    dress, label = sheet.dress, sheet.says(sheet.language.types["commentary"])
    return (
        f"<{tag}{dress.cls('card')}><a href='/x'><span{dress.cls('label')}>{label}</span>"
        f"<span{dress.cls('card-title')}>{sheet.says(title)}</span></a>"
        f"<p{dress.cls('text')}>{sheet.says(teaser)}</p><ul><li>{sheet.says(author)}</li></ul></{tag}>"
    )


def _more(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(MORE)
    if drawn == "none":
        return ""
    tag = "article" if drawn == "cards" else "div"
    cards = "".join(f"<li>{card(sheet, tag)}</li>" for _ in range(3))
    name = sheet.says(sheet.blog or sheet.language.labels["carnegie"])
    return f"<section><h2>{sheet.label('more')} {name}</h2><ul>{cards}</ul></section>"


def _end(sheet: Sheet) -> str:
    drawn = sheet.hand.draw(END)
    if drawn == "top":
        return f"<button type='button'>{sheet.label('top')}</button>"
    if drawn == "newsletter":
        return (
            f"<form><p>{sheet.label('newsletter')}</p><p>{sheet.label('carnegie')}</p>"
            f"<input type='email'><button>{sheet.label('subscribe')}</button></form>"
        )
    return ""


def footer(sheet: Sheet) -> str:
    return (
        f"<footer><p>{sheet.label('newsletter')}</p><p>{sheet.label('carnegie')}</p>"
        "<ul><li><a href='/research'>Research</a></li><li><a href='/about'>About</a></li></ul>"
        "<p>© 2026 Carnegie Endowment for International Peace. All rights reserved.</p></footer>"
    )
