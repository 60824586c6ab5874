"""How a page may change without changing what it says."""

import hashlib
import re
from collections.abc import Callable

Change = Callable[[str], str]

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_CLASS = re.compile(r"""(\s)class\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_HEAD = re.compile(r"<head\b[^>]*>(.*?)</head>", re.I | re.S)
_TITLE = re.compile(r"<title\b.*?</title>", re.I | re.S)
_ASIDE = re.compile(r"(<(script|style|pre|code|textarea)\b.*?</\2>|<!--.*?-->)", re.I | re.S)
_BLOCK = (
    "address|article|aside|blockquote|body|div|dl|dd|dt|figcaption|figure|footer|form|h[1-6]|head|header|html|li|"
    "link|main|meta|nav|ol|p|section|table|tbody|td|th|thead|title|tr|ul"
)
_AROUND_BLOCK = re.compile(rf"\s*(</?(?:{_BLOCK})\b[^<>]*>)\s*", re.I)


def in_tags(change: Change) -> Change:
    """Change the start tags of a page and nothing else."""
    return lambda text: _TAG.sub(lambda match: change(match[0]), text)


def _outside(change: Change) -> Change:
    """Leave alone what is no markup, and what keeps its white space."""
    return lambda text: "".join(
        piece if at % 3 == 1 else change(piece) for at, piece in enumerate(_ASIDE.split(text)) if at % 3 != 2
    )


def _nonsense(match: re.Match[str]) -> str:
    names = (match[2] or match[3] or "").split()
    return (
        f'{match[1]}class="{" ".join("k" + hashlib.sha1(name.encode()).hexdigest()[:8] for name in names)}"'
    )


rename_classes = in_tags(lambda tag: _CLASS.sub(_nonsense, tag))
drop_classes = in_tags(lambda tag: _CLASS.sub("", tag))
drop_content_id = in_tags(lambda tag: re.sub(r"""\sid\s*=\s*["']content["']""", "", tag))


def bare_head(text: str) -> str:
    """Leave the title and the encoding in the head."""
    match = _HEAD.search(text)
    if match is None:
        return text
    title = _TITLE.search(match[1])
    kept = f'<head><meta charset="utf-8">{title[0] if title else ""}</head>'
    return text[: match.start()] + kept + text[match.end() :]


def headline_as(tag: str, headline: str) -> Change:
    """Put the headline into another heading element."""

    def swap(match: re.Match[str]) -> str:
        shown = re.sub(r"<[^>]+>|\s+", " ", match[3])
        if " ".join(shown.split()) != headline:
            return match[0]
        return f"<{tag}{match[2]}>{match[3]}</{tag}>"

    return lambda text: re.sub(r"<(h[12])\b([^>]*)>(.*?)</\1>", swap, text, flags=re.S)


@_outside
def minify(text: str) -> str:
    """White space between blocks gone, elsewhere one space."""
    return _AROUND_BLOCK.sub(r"\1", re.sub(r"\s+", " ", text))


@_outside
def pretty_print(text: str) -> str:
    """Each block on its own line, with an indent."""
    return _AROUND_BLOCK.sub(r"\n        \1\n        ", text)


def wrap(words: str, element: str) -> Change:
    """Put an element around words where they stand alone between two tags."""
    alone = re.compile(rf"(?<=>)(\s*)({re.escape(words)})(\s*)(?=<)")
    return lambda text: alone.sub(rf"\1<{element}>\2</{element}>\3", text)
