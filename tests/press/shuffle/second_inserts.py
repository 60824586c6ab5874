"""What others put between the paragraphs: nothing of it is the article's prose."""

from collections.abc import Callable

from .choices import choice
from .second import drawn, told, untold
from .sheet import Sheet

INSERT = choice(
    "second.insert",
    none=(24, "seen", "nothing but what the first hand prints"),
    chapters=(1, "custom", "links to the chapters before and after, in a div"),
    read_more=(1, "custom", "'Read more:' and a link, in a paragraph"),
    read_more_card=(1, "custom", "a bare link with a picture, a title and a teaser"),
    gallery=(1, "custom", "pictures to leaf through, with captions and '1 / 2'"),
    caption_em=(1, "custom", "a picture and its caption in italics, in one paragraph"),
    caption_dl=(1, "custom", "a picture in dl.wp-caption, the caption in dd"),
    caption_div=(1, "custom", "a picture, and its caption in a div of a class that says so"),
    credit=(1, "custom", "a picture, and 'Photo: NAME/Getty Images' in a paragraph below"),
    upload=(1, "inferred", "a bare img, as the editor of the site writes an upload"),
    zoom=(1, "custom", "a figure with a button 'Expand image' and a note for screen readers"),
    table_caption=(1, "custom", "a table in a figure, with caption, 'Note:' and 'Sources:'"),
    table_words=(1, "custom", "a table whose cells are sentences, below a row of headings"),
    instagram=(1, "custom", "an embedded post: blockquote.instagram-media"),
    telegram=(1, "custom", "an embedded post: a script and its noscript"),
    bluesky=(1, "custom", "an embedded post: blockquote.bluesky-embed"),
    youtube=(1, "custom", "a player in a figure, with a caption"),
    video_words=(1, "custom", "a video element with words for browsers that know none"),
    flourish=(1, "custom", "a chart made by a script, with its noscript"),
    poll=(1, "custom", "a question to readers with its answers, in a form"),
    helpful=(1, "custom", "'Was this page helpful?' and two buttons"),
    share=(1, "custom", "links to share this part with networks"),
    cookie=(1, "custom", "a player that waits for consent, with a notice"),
    tabs=(1, "custom", "a panel of a tab that is not chosen"),
    print_copy=(1, "custom", "a box that shows on paper only"),
    script=(1, "custom", "a script and a style amid the text"),
    reader=(1, "custom", "controls of a machine that reads aloud"),
)
Made = tuple[str, bool]


def insert(sheet: Sheet) -> list[Made]:
    """An insert, and whether it stands outside of the rich text."""
    value = drawn(sheet, INSERT, but=_not_here(sheet))
    if value == "none":
        return []
    words = sheet.says(sheet.prose.sentence())
    return [(_INSERTS[value](sheet, words), sheet.hand.chance(0.6))]


def _not_here(sheet: Sheet) -> set[str]:
    but = untold(sheet, ("chapters", "read-more", "helpful", "cookie"))
    amid_loose_text = ("body.paragraph", "br") in sheet.hand.drawn  # there a bare link is part of the line
    return but | {"read-more-card"} if sheet.legacy or amid_loose_text else but


def _read_more(sheet: Sheet, _: str) -> str:
    title = sheet.says(sheet.prose.headline())
    return f'<p><strong>{told(sheet, "read-more")}</strong> <a href="/posts/2026/01/other">{title}</a></p>'


def _card(sheet: Sheet, words: str) -> str:
    title, _, author = sheet.other_card()
    return (
        f'<a href="/posts/2026/01/other"><img src="/c.png" alt=""><span>{sheet.says(title)}</span>'
        f"<span>{words}</span><span>{sheet.label('by')} {sheet.says(author)}</span></a>"
    )


def _chapters(sheet: Sheet, _: str) -> str:
    before, after = (sheet.says(each) for each in sheet.hand.some(sheet.language.sections, 2, 2))
    return f'<div><a href="/x/1">← {before}</a><a href="/x/3">{told(sheet, "chapters")}: {after} →</a></div>'


def _gallery(sheet: Sheet, words: str) -> str:
    other = sheet.says(sheet.prose.sentence())
    slides = "".join(
        f'<li><figure><img src="/g{place}.png" alt=""><figcaption>{caption}</figcaption></figure></li>'
        for place, caption in enumerate((words, other))
    )
    return f"<div><ul>{slides}</ul><button>‹</button><span>1 / 2</span><button>›</button></div>"


def _table_words(sheet: Sheet, words: str) -> str:
    rows = "".join(
        f"<tr><th>{sheet.says(name)}</th><td>{sheet.says(sheet.prose.sentence())}</td></tr>"
        for name in sheet.language.sections[:3]
    )
    head = f"<thead><tr><th>{sheet.label('program')}</th><th>{sheet.label('learn')}</th></tr></thead>"
    return f"<table><caption>{words}</caption>{head}<tbody>{rows}</tbody></table>"


def _table_caption(sheet: Sheet, words: str) -> str:
    rows = "".join(
        f"<tr><td>{sheet.says(name)}</td><td>{n}</td></tr>"
        for n, name in enumerate(sheet.language.sections[:3])
    )
    return (
        f"<figure><table><caption>{sheet.label('table')}</caption><tbody>{rows}</tbody></table>"
        f"<figcaption>{words} {sheet.label('data-source')}</figcaption></figure>"
    )


def _post(cls: str) -> Callable[[Sheet, str], str]:
    def made(_: Sheet, words: str) -> str:
        return (
            f'<blockquote class="{cls}" data-id="1"><p>{words}</p><a href="https://example.org/p/1">A post shared by '
            'Port Watch (@portwatch)</a></blockquote><script async src="https://example.org/embed.js"></script>'
        )

    return made


def _poll(sheet: Sheet, words: str) -> str:
    answers = "".join(
        f'<label><input type="radio" name="p">{sheet.says(each)}</label>'
        for each in sheet.language.sections[:2]
    )
    return f"<form><p>{words}</p>{answers}<button>OK</button></form>"


_INSERTS: dict[str, Callable[[Sheet, str], str]] = {
    "chapters": _chapters,
    "read-more": _read_more,
    "read-more-card": _card,
    "gallery": _gallery,
    "caption-em": lambda _, words: f'<p><img src="/f.png" alt=""><br><em>{words}</em></p>',
    "caption-dl": lambda _, words: (
        f'<dl class="wp-caption"><dt><img src="/f.png" alt=""></dt><dd>{words}</dd></dl>'
    ),
    "caption-div": lambda _, words: (
        f'<div class="image"><img src="/f.png" alt=""><div class="image-caption">{words}</div></div>'
    ),
    "credit": lambda *_: '<p><img src="/f.png" alt=""></p><p>Photo: Ottilie Vance/Getty Images</p>',
    "upload": lambda _, words: f'<img src="/f.png" alt="{words}" width="800" height="600">',
    "zoom": lambda _, words: (
        f'<figure><button type="button"><img src="/f.png" alt=""><span class="sr-only">Expand image</span>'
        f"</button><figcaption>{words}</figcaption></figure>"
    ),
    "table-caption": _table_caption,
    "table-words": _table_words,
    "instagram": _post("instagram-media"),
    "bluesky": _post("bluesky-embed"),
    "telegram": lambda _, words: (
        '<div><script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="p/1">'
        f"</script><noscript><p>{words}</p></noscript></div>"
    ),
    "youtube": lambda _, words: (
        '<figure><iframe src="https://www.youtube.com/embed/x" title="The pilots speak"></iframe>'
        f"<figcaption>{words}</figcaption></figure>"
    ),
    "video-words": lambda *_: (
        '<video controls><source src="/v.mp4"><p>Your browser does not support this video, which shows the '
        'locks at night. <a href="/v.mp4">Download it</a> instead.</p></video>'
    ),
    "flourish": lambda _, words: (
        f'<div class="flourish-embed" data-src="v/1"><script src="https://public.flourish.studio/e.js">'
        f'</script><noscript><img src="/t.png" alt="{words}"></noscript></div>'
    ),
    "poll": _poll,
    "helpful": lambda sheet, _: (
        f"<div><p>{told(sheet, 'helpful')}</p><button>✓</button><button>✗</button></div>"
    ),
    "share": lambda *_: (
        '<ul class="share"><li><a href="https://www.facebook.com/sharer?u=x">Facebook</a></li>'
        '<li><a href="https://www.linkedin.com/shareArticle?u=x">LinkedIn</a></li></ul>'
    ),
    "cookie": lambda sheet, _: (
        f'<div class="consent" role="region"><p>{told(sheet, "cookie")}</p><button>OK</button></div>'
    ),
    "tabs": lambda _, words: f'<div role="tabpanel" aria-hidden="true" hidden><p>{words}</p></div>',
    "print-copy": lambda _, words: f'<div class="hidden print:block"><p>{words}</p></div>',
    "script": lambda *_: (
        "<style>.x p{color:red}</style><script>var p='<p>Not a paragraph at all.</p>';</script>"
    ),
    "reader": lambda *_: '<div class="reader"><button>Play</button><span>1.0x</span><span>04:31</span></div>',
}
