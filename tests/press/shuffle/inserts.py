"""What stands between the paragraphs and is not the article's prose."""

from collections.abc import Callable

from .choices import choice
from .sheet import Sheet

INSERT = choice(
    "insert",
    none=(8, "seen", "nothing between the paragraphs"),
    card=(4, "seen", "a related card, an article element"),
    card_div=(1, "custom", "a related card, a div"),
    cards=(1, "custom", "several related cards in a list"),
    newsletter=(3, "seen", "the newsletter box: name, text, 'Subscribe'"),
    newsletter_form=(1, "measured", "the newsletter box in a form with its field"),
    video=(3, "seen", "the words 'Invalid video URL'"),
    audio=(1, "custom", "an audio player with a caption and times"),
    tweet=(1, "custom", "an embedded post of another network"),
    contents=(1, "custom", "a list of jump links to the sections"),
    info=(2, "seen", "an info box: kind, name, text, 'Learn More'"),
    author_box=(1, "relied on", "an author box in mid-body"),
    dialog=(1, "custom", "a dialog that no reader sees"),
    related_list=(1, "custom", "'Related Content' and a list of links"),
    pdf_button=(1, "relied on", "a button with the PDF"),
    figure=(3, "measured", "a picture whose caption is its alt text"),
    figcaption=(2, "custom", "a picture with caption and source line"),
    caption_p=(1, "custom", "a picture, and its caption in a paragraph below"),
    table=(2, "inferred", "a table of figures with title and source line"),
    iframe=(1, "custom", "a chart of another site in an iframe, with its noscript"),
    stars=(1, "custom", "a line without words"),
    hidden=(1, "custom", "a hidden paragraph"),
)
PLACE = choice(
    "insert.place",
    middle=(6, "seen", "between two runs of rich text"),
    inside=(2, "custom", "within a run of rich text"),
    first=(1, "custom", "before the first paragraph"),
    last=(1, "seen", "after the last paragraph"),
)
PULL = choice(
    "pull",
    none=(8, "seen", "no pull quote"),
    exact=(4, "measured", "repeats a sentence word for word"),
    shortened=(1, "measured", "a part of a sentence with an ellipsis"),
    marks=(1, "custom", "in quotation marks"),
    signed=(1, "custom", "signed with the author's name"),
)
PULL_TAG = choice(
    "pull.tag",
    blockquote=(6, "seen", "a blockquote: 7 of 7 on one page"),
    div=(1, "custom", "a div"),
    figure=(1, "custom", "a blockquote in a figure"),
    p=(1, "custom", "a paragraph"),
    aside=(1, "custom", "an aside"),
)


def draw_insert(sheet: Sheet) -> str:
    """One insert, as markup."""
    drawn = sheet.hand.draw(INSERT)
    return "" if drawn == "none" else _INSERTS[drawn](sheet)


def _card(sheet: Sheet, tag: str) -> str:
    title, teaser, author = sheet.other_card()
    dress, label = sheet.dress, sheet.says(sheet.language.types["podcast"])
    return (
        f'<{tag}{dress.cls("card")}><a href="/posts/other"><span{dress.cls("label")}>{label}</span>'
        f"<span{dress.cls('label')}>Carnegie Politika</span>"
        f"<span{dress.cls('card-title')}>{sheet.says(title)}</span></a>"
        f"<p{dress.cls('text')}>{sheet.says(teaser)}</p><ul><li>{sheet.says(author)}</li></ul></{tag}>"
    )


def _cards(sheet: Sheet) -> str:
    return "<ul>" + "".join(f"<li>{_card(sheet, 'article')}</li>" for _ in range(2)) + "</ul>"


def _newsletter(sheet: Sheet, *, form: bool) -> str:
    text = sheet.says(sheet.prose.sentence())
    words = f"<p>{sheet.label('newsletter')}</p><p>{sheet.label('carnegie')}</p><p>{text}</p>"
    if form:
        words = f"<form><h3>{sheet.label('newsletter')}</h3><p>{text}</p><input type='email'>"
        return f"<div>{words}<button>{sheet.label('subscribe')}</button></form></div>"
    return f"<div>{words}<button>{sheet.label('subscribe')}</button></div>"


def _info(sheet: Sheet) -> str:
    return (
        f"<div{sheet.dress.cls('info')}><p>{sheet.label('program')}</p><h3>Rivers and Harbors</h3>"
        f"<p{sheet.dress.cls('text')}>{sheet.says(sheet.prose.sentence())}</p>"
        f'<a href="/programs/x">{sheet.label("learn")}</a></div>'
    )


def _author_box(sheet: Sheet) -> str:
    person = sheet.prose.person()
    cls = ' class="author-box no-print"' if sheet.legacy else sheet.dress.cls("author-box")
    return (
        f'<aside{cls}><a href="{sheet.person_url(person)}">{sheet.says(person.name)}</a>'
        f"<p>{sheet.says(person.bio)}</p></aside>"
    )


def _contents(sheet: Sheet) -> str:
    links = "".join(
        f'<li><a href="#part-{n}">{sheet.says(words)}</a></li>'
        for n, words in enumerate(sheet.hand.some(sheet.language.sections, 3, 4))
    )
    return f"<nav><h3>{sheet.label('contents')}</h3><ul>{links}</ul></nav>"


def _related(sheet: Sheet) -> str:
    links = "".join(
        f'<li><a href="/posts/{n}">{sheet.says(sheet.prose.headline())}</a></li>' for n in range(3)
    )
    return f"<div><h3>{sheet.label('related')}</h3><ul>{links}</ul></div>"


def _pdf(sheet: Sheet) -> str:
    sheet.expected.setdefault("pdf", f"{sheet.host}/files/port.pdf")
    return f'<div><a href="{sheet.host}/files/port.pdf">{sheet.label("pdf")}</a></div>'


def _tweet(sheet: Sheet) -> str:
    return (
        f'<blockquote class="twitter-tweet"><p lang="{sheet.language.code}">{sheet.says(sheet.prose.sentence())}</p>'
        '&mdash; Port Watch (@portwatch) <a href="https://twitter.com/portwatch/status/1">May 4, 2023</a></blockquote>'
        '<script async src="https://platform.twitter.com/widgets.js"></script>'
    )


def _table(sheet: Sheet) -> str:
    rows = "".join(
        f"<tr><td>{sheet.says(name)}</td><td>{sheet.hand.rng.randint(1, 99)}</td></tr>"
        for name in sheet.language.sections[:3]
    )
    return (
        f"<p><strong>{sheet.label('table')}</strong></p>"
        f"<table class='lexical-table'><tbody>{rows}</tbody></table><p>{sheet.label('data-source')}</p>"
    )


def _figure(sheet: Sheet) -> str:
    return f'<figure><img src="/f.png" alt="{sheet.label("figure")}" loading="lazy"></figure>'


def _figcaption(sheet: Sheet) -> str:
    return (
        f'<figure><img src="/f.png" alt=""><figcaption>{sheet.label("figure")} '
        f"<span>{sheet.label('data-source')}</span></figcaption></figure>"
    )


def _caption_p(sheet: Sheet) -> str:
    return f'<p><img src="/f.png" alt=""></p><p class="caption">{sheet.label("figure")}</p>'


def _audio(sheet: Sheet) -> str:
    return (
        f"<div><p>{sheet.label('listen')}</p><audio controls src='/a.mp3'></audio>"
        "<button>Play</button><span>0:00</span><span>18:42</span></div>"
    )


def _iframe(sheet: Sheet) -> str:
    return (
        '<div><iframe src="https://charts.example.org/1" title="Chart"></iframe>'
        f"<noscript>{sheet.says(sheet.prose.sentence())}</noscript></div>"
    )


_INSERTS: dict[str, Callable[[Sheet], str]] = {
    "card": lambda sheet: _card(sheet, "article"),
    "card-div": lambda sheet: _card(sheet, "div"),
    "cards": _cards,
    "newsletter": lambda sheet: _newsletter(sheet, form=False),
    "newsletter-form": lambda sheet: _newsletter(sheet, form=True),
    "video": lambda sheet: f"<div{sheet.dress.cls('video')}>Invalid video URL</div>",
    "audio": _audio,
    "tweet": _tweet,
    "contents": _contents,
    "info": _info,
    "author-box": _author_box,
    "dialog": lambda sheet: f'<dialog role="dialog"><p>{sheet.says(sheet.prose.sentence())}</p></dialog>',
    "related-list": _related,
    "pdf-button": _pdf,
    "figure": _figure,
    "figcaption": _figcaption,
    "caption-p": _caption_p,
    "table": _table,
    "iframe": _iframe,
    "stars": lambda _: "<p>* * *</p>",
    "hidden": lambda sheet: sheet.dress.hidden("p", sheet.says(sheet.prose.sentence())),
}


def pull_quote(sheet: Sheet, sentences: list[str]) -> str:
    """A pull quote of one of the sentences, or nothing."""
    drawn, tag = sheet.hand.draw(PULL), sheet.hand.draw(PULL_TAG)
    if drawn == "none" or not sentences:
        sheet.hand.forget(PULL_TAG)
        return ""
    words = max(sentences, key=len)
    signature = ""
    if drawn == "shortened" and sheet.language.between:
        pieces = words.split(" ")
        words = "… " + " ".join(pieces[2:]) if len(pieces) > 9 else words
    if drawn == "marks":
        words = words.join(sheet.language.quotes)
    if drawn == "signed" and sheet.people:
        signature = f"<cite>{sheet.says(sheet.people[0].name)}</cite>"
    said, cls = sheet.prose.markup(words), sheet.dress.cls("pull")
    if tag == "figure":
        return f"<figure{cls}><blockquote>{said}</blockquote>{signature}</figure>"
    if tag in {"div", "p"}:
        return f"<{tag}{cls}>{said} {signature}</{tag}>"
    return f"<{tag}{cls}><p>{said}</p>{signature}</{tag}>"
