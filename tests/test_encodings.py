"""A page gives the same record in every encoding that people have saved it in."""

import codecs
import re

import pytest
from corpus import Case, cases, html_cases, without
from small_pages import legacy

from carnegie_extract import extract

_SCRIPT = re.compile(r"(<script\b.*?</script>)", re.I | re.S)
_META_CHARSET = re.compile(r"<meta\s+charset[^>]*>\s*", re.I)
CODE_PAGES = {
    "ru": ("windows-1251", "koi8-r"),
    "uk": ("windows-1251",),
    "ar": ("windows-1256",),
    "en": ("windows-1252", "iso-8859-1"),
    "fr": ("windows-1252",),
}
CODECS = {"iso-8859-1": "windows-1252"}
"""What browsers, and so authors, mean by a label."""
GUESSED = frozenset(("windows-1251", "windows-1252", "windows-1256"))
"""What the bytes themselves tell where the page does not."""


def _json_escapes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


codecs.register_error("json-escapes", _json_escapes)


def encoded(html: str, codec: str) -> bytes:
    """`html` in a code page; letters that it lacks as entities, in scripts as JSON writes them."""
    pieces = _SCRIPT.split(html)
    errors = ("xmlcharrefreplace", "json-escapes")
    return b"".join(piece.encode(codec, errors[at % 2]) for at, piece in enumerate(pieces))


def declared(html: str, meta: str) -> str:
    """`html` with `meta` in place of its own declaration; after the title if it had none."""
    bare = _META_CHARSET.sub("", html)
    return bare.replace("</title>", f"</title>{meta}", 1)


ALL = [pytest.param(case, id=case.id) for case in cases()]
LABELS = {case: CODE_PAGES.get(case.expected["language"], ()) for case in html_cases()}
in_code_pages = pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.id) for case, labels in LABELS.items() if labels]
)


MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@pytest.mark.parametrize("case", ALL)
def test_a_mark_says_the_encoding(case: Case) -> None:
    for codec, mark in MARKS.items():
        assert case.read(mark + case.text.encode(codec)) == case.unchanged, codec


@in_code_pages
def test_code_page_declared(case: Case) -> None:
    for label in LABELS[case]:
        html = declared(case.text, f'<meta charset="{label}">')
        assert case.read(encoded(html, CODECS.get(label, label))) == case.unchanged, label


@in_code_pages
def test_code_page_declared_late(case: Case) -> None:
    for label in LABELS[case]:
        meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
        html = declared(case.text, f"<style>/* {'.' * 3000} */</style>{meta}")
        assert case.read(encoded(html, CODECS.get(label, label))) == case.unchanged, label


@in_code_pages
def test_code_page_not_declared(case: Case) -> None:
    lost = frozenset(("warnings",))
    for label in GUESSED.intersection(LABELS[case]):
        page = encoded(declared(case.text, ""), label)
        record = case.read(page)
        assert without(record, lost) == without(case.unchanged, lost), label
        guessed = [] if page.isascii() else ["charset-guessed"]
        assert record["warnings"] == guessed + case.unchanged["warnings"], label


@pytest.mark.parametrize("case", ALL)
def test_a_few_broken_bytes_do_no_harm(case: Case) -> None:
    lost = frozenset(("warnings",))
    record = case.read(case.page + b"\n\xff\xe9\n")
    assert without(record, lost) == without(case.unchanged, lost)


UNDECLARED = {
    "gb2312": "港口的灯整个冬天都亮着，领航员们又学会了信任它们，直到春天来临，没有人料到关税会持续下去。",
    "windows-1251": "Портовые огни горели всю зиму, и лоцманы снова научились им доверять до самой весны.",
    "koi8-r": "Портовые огни горели всю зиму, и лоцманы снова научились им доверять до самой весны.",
    "iso-8859-5": "Портовые огни горели всю зиму, и лоцманы снова научились им доверять до самой весны.",
    "windows-1256": "بقيت أضواء الميناء مضاءة طوال الشتاء وتعلم المرشدون أن يثقوا بها من جديد حتى الربيع.",
}


@pytest.mark.parametrize("charset", UNDECLARED)
@pytest.mark.parametrize("label", ["", "iso-8859-1", "utf-8"])
def test_bytes_tell_an_encoding_that_is_not_declared_or_wrongly(charset: str, label: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    page = legacy(f"<p>{UNDECLARED[charset]}</p>" * 2, head=head).encode(charset)
    article = extract(page)
    assert article.body == [UNDECLARED[charset]] * 2
    assert article.warnings[0] == ("charset-differs" if label else "charset-guessed")


def test_damaged_utf8_is_not_chinese() -> None:
    text = UNDECLARED["koi8-r"].encode()
    page = legacy("<p>HERE</p>").encode().replace(b"HERE", text + text.replace(b"\xd0", b"\xe0", 1))
    assert UNDECLARED["koi8-r"] in extract(page).body[0]
