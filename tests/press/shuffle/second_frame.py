"""The frame of a page of 2024 or later, as other servers and designs would send it."""

import re

from .choices import choice
from .second import drawn, told, untold
from .sheet import Sheet

STREAM = choice(
    "second.stream",
    none=(16, "seen", "as the first hand sends it"),
    nested=(1, "custom", "a streamed part within a streamed part, the inner one first"),
    outer_first=(1, "custom", "the same, the outer one first"),
    all_=(1, "custom", "all of main is streamed; a skeleton stands in its place"),
    after=(1, "custom", "what follows the text is streamed"),
    head=(
        1,
        "inferred",
        "Next.js streams title and meta tags into the body for clients it takes for browsers",
    ),
)
TOP = choice(
    "second.top",
    none=(20, "seen", "nothing but what the first hand prints"),
    skip=(1, "custom", "'Skip to main content'"),
    cookie=(1, "custom", "a banner about cookies"),
    support=(1, "custom", "a banner that asks for a gift, at the top of main"),
    noscript=(1, "custom", "a noscript with words and a picture"),
    sprite=(1, "custom", "a sprite of icons with titles"),
    alert=(1, "custom", "a line about another event, in main"),
)
COLUMN = choice(
    "second.column",
    none=(20, "seen", "one column"),
    before=(1, "custom", "a column of 'Most Read', with days, before the text"),
    after=(1, "custom", "the same after the text"),
    rail=(1, "custom", "an empty column and a rail of links to share"),
    latest=(1, "custom", "a column of teasers in paragraphs beside the text, an aside"),
)


def column(sheet: Sheet, text: str) -> str:
    """The text among columns; theirs is not its prose."""
    value = drawn(sheet, COLUMN, but={"before", "after"} if untold(sheet, ("most-read",)) else ())
    if value == "none":
        return text
    if value == "rail":
        links = '<li><a href="https://www.facebook.com/sharer?u=x">Facebook</a></li>'
        return f'<div class="grid"><div></div><div><ul>{links}</ul></div><div>{text}</div></div>'
    if value == "latest":
        teasers = "".join(
            f'<div><a href="/x">{sheet.says(sheet.prose.headline())}</a><p>{sheet.says(sheet.prose.sentence())}</p></div>'
            for _ in range(2)
        )
        return f'<div class="grid"><aside>{teasers}</aside><div>{text}</div></div>'
    day = sheet.language.short_date(sheet.day)
    titles = "".join(
        f'<li><a href="/x/{n}">{sheet.says(sheet.prose.headline())}</a><span>{day}</span></li>'
        for n in range(3)
    )
    made = f"<div><h4>{told(sheet, 'most-read')}</h4><ol>{titles}</ol></div>"
    inside = made + f"<div>{text}</div>" if value == "before" else f"<div>{text}</div>{made}"
    return f'<div class="grid grid-cols-12">{inside}</div>'


def draw_stream(sheet: Sheet) -> str:
    return drawn(sheet, STREAM, fits=sheet.layout == "site-2026" and sheet.kind != "podcast")


def streamed(sheet: Sheet, value: str, part: str) -> str:
    """What stands in place of a part that is streamed; the part goes to the end of the page."""
    inner = _middle(part) if value in {"nested", "outer-first"} else ""
    if inner:
        parts = [_late(9, inner), _late(8, part.replace(inner, _gap(9), 1))]
        sheet.deferred += parts if value == "nested" else parts[::-1]
        return _gap(8)
    sheet.deferred.append(_late(8, part))
    return _gap(8)


def _middle(part: str) -> str:
    """The paragraphs that stand between two others in one run, or nothing."""
    stretches = re.findall(
        r"(?<=</p>)(?:\n<p[^>]*>(?:(?!</?(?:div|section|article|aside)\b).)*?</p>)+(?=\n<p)", part
    )
    return max(stretches, key=len, default="")


def _gap(number: int) -> str:
    return (
        f'<!--$?--><template id="B:{number}"></template><div class="skeleton"><p>Loading</p></div><!--/$-->'
    )


def _late(number: int, html: str) -> str:
    return f'<div hidden id="S:{number}">{html}</div><script>$RC("B:{number}","S:{number}")</script>'


def top(sheet: Sheet) -> tuple[str, str]:
    """What stands first in the body, and what stands first in main."""
    value = drawn(sheet, TOP, but=untold(sheet, ("cookie",)))
    words = sheet.says(sheet.prose.sentence()) if value in {"support", "alert"} else ""
    first = {
        "skip": '<a href="#main" class="skip-link">Skip to main content</a>',
        "cookie": f'<div role="dialog" aria-label="Cookies"><p>{told(sheet, "cookie")}</p><button>OK</button></div>',
        "noscript": '<noscript><img src="/pixel.gif" alt=""><p>You need to enable JavaScript to run this page.</p></noscript>',
        "sprite": '<svg style="display:none"><symbol id="f"><title>Facebook</title></symbol><symbol id="x"><title>X</title></symbol></svg>',
    }
    in_main = {
        "support": f'<div><p>{words}</p><a href="https://donate.carnegieendowment.org/support">Donate</a></div>',
        "alert": f'<div role="alert"><p>{words}</p><a href="/events/x">{sheet.label("learn")}</a><button>×</button></div>',
    }
    return first.get(value, ""), in_main.get(value, "")


def head_streamed(page: str) -> str:
    """Title, meta tags and canonical link moved from the head into a hidden part at the body's end."""
    head, rest = page.split("</head>", 1)
    parts = re.compile(
        r'<title>.*?</title>|<meta (?:name|property)="(?!viewport)[^>]*>|<link rel="canonical"[^>]*>'
    )
    moved = "".join(parts.findall(head))
    gap = '<div hidden><!--$?--><template id="B:7"></template><!--/$--></div>'
    body = rest.replace("<body>", f"<body>{gap}", 1).replace("</body>", f"{_late(7, moved)}</body>", 1)
    return parts.sub("", head) + "</head>" + body
