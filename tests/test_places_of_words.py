"""Words of a language stand in that language's file: no other room holds any."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from test_rooms import modules, room

from carnegie_extract.base.text import ARABIC_MARKS
from carnegie_extract.layouts.recognise import LAYOUTS

ROOMS = ("page", "lines", "layouts", "fields")
"""The rooms that read what pages say."""
ALLOWED = {
    "names of elements, attributes, classes and ids": """
        fields.image._HERO fields.image._SIGN page.dom
        lines.notes._NOTE_ID fields.pdf._NOTE_IDS layouts.legacy.MARKUP layouts.legacy.PDF layouts.refusals._PLAYERS
        layouts.refusals._QUOTED_PAGE layouts.site.LEGACY_MARKS
        layouts.signs.SELECTORS layouts.site_2026.SITE_2026 lines.chrome._BOX_ROLES lines.chrome._is_box
        lines.header._AUTHOR_CLASS lines.header._SUMMARY_CLASS lines.header_unmarked._OUTLET_CLASS
        lines.body_lines._QUOTE_CLASS lines.header_parts._shown_day
        lines.body_lines._CAPTION_CLASS lines.inserts._TWEET_CLASS page.calls._NOTE_FRAGMENT page.calls._BACK_FRAGMENT
        page.calls._BUTTONS page.calls._NOTES_HEADINGS page.calls._mark_link page.calls._BLOCKS lines.inserts._TOPS
        page.calls.mark_calls lines.buttons._CONTROL lines.parts.TAGS lines.parts._is_marked
        page.nesting page.prepare page.sidenotes page.walk page.xhtml
    """,
    "names of metadata, of their values, of encodings and of the formats of files": """
        fields.body.without_outlet layouts.refusals._XML_ROOT layouts.refusals.no_article
        layouts.refusals.refuse_foreign
        layouts.site._OWN_KEYS layouts.site._SITE_NAMES lines.chrome.is_metadata_line page.encoding page.flow.is_prose
        page.head page.plain._RECORD_KEYS
    """,
    "addresses, and the names of languages and of places in the code": """
        fields.address._ORIGIN layouts.refusals._ARTICLE_PATH
        layouts.refusals._LANGUAGE_OR_CENTER layouts.site._site_name
        layouts.refusals._KINDS layouts.refusals._VIEWS layouts.signs._BLOG_EXPERT layouts.signs.Signs page.page.Page
    """,
    "what a program prints, whatever the language of the page": """
        layouts.refusals._CHALLENGE layouts.site._COMPANY page.saved page.textdump
    """,
    "symbols that are the same in all languages: units, UTC, PDF, the signs of currencies": """
        lines.grammar._CLOCK_TOKEN lines.buttons._offers lines.buttons.pdf_button lines.inserts._tells_of_edition
        page.calls._UNIT
    """,
    "what the site's editors call its pictures, in English in all editions": "fields.image._is_logo",
    "what the tool says": """
        layouts.site.NO_ARTICLE_IN_TEXT layouts.site.TOO_FEW_MARKS
        layouts.refusals.NOTHING_SHOWN layouts.refusals._INSTITUTIONAL
    """,
}
"""Why there are letters where no words of a language may be: a constant, a function, or a whole module."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NOTATION = re.compile(r"\\.|\[[^\]]*\]|\(\?[a-z-]*[:=!<>]|\{[^}]*\}")
"""What regular expressions and selectors are written with."""
_MARKUP = re.compile(r"[/.#][\w-]|[a-z]+[\[:]|[\w-]+[_:@-]\w")
"""How a path, a selector and a compound name begin."""
_ASKING = frozenset(
    "startswith endswith find rfind removeprefix removesuffix partition rpartition count index".split()
)
_ELEMENTS = frozenset(
    "a article aside big blockquote body br button"
    " center dd details div dt em figure font footer form h1 h2 h3 h4 h5 h6 "
    "header html img input li main nav ol p picture pre quote script section strong summary svg table tbody td text th "
    "tr ul".split()
)


def test_no_letters_of_other_alphabets_stand_outside_the_words() -> None:
    found = {
        f"{module}: {text!r}"
        for module, tree in modules().items()
        if room(module) != "words"
        for text in _texts(tree, _docstrings(tree))
        if any(
            letter.isalpha() and not letter.isascii() and letter not in ARABIC_MARKS
            for letter in _NOTATION.sub("", text)
        )
    }
    assert not found


@pytest.mark.parametrize("module", [module for module in modules() if room(module) in ROOMS])
def test_a_module_that_reads_pages_holds_no_words_of_a_language(module: str) -> None:
    """Move them to `words/languages/`, and ask `words/vocabulary.py`; or say in ALLOWED what they are."""
    allowed = _allowed()
    if module in allowed:
        return
    found = {place: text for place, text in words(module) if place not in allowed}
    assert not found


def test_what_is_allowed_is_there() -> None:
    places = {place for module in modules() for place, _ in words(module)} | set(modules())
    assert _allowed() <= places


def test_words_are_found_where_they_are_hidden() -> None:
    source = """
LABELS = frozenset(("by", "written by"))
_DATE = pattern(r"(?:published|posted)\\\\s+(.*)")
def is_label(text):
    return text.casefold() == "read more" or text.startswith("Photo")
"""
    assert {place for place, _ in _words_in("lines.fake", ast.parse(source))} == {
        "lines.fake.LABELS",
        "lines.fake._DATE",
        "lines.fake.is_label",
    }


def _allowed() -> set[str]:
    return {place for places in ALLOWED.values() for place in places.split()}


def words(module: str) -> Iterator[tuple[str, str]]:
    """What may be words of a language in a module: the place, and the string."""
    yield from _words_in(module, modules()[module])


def _words_in(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            name, texts = ast.unparse(target), _texts(statement.value)
            if name == "__all__" or isinstance(statement.value, ast.Subscript):
                continue
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            name, texts = statement.name, _asked(statement)
        else:
            continue
        for text in texts:
            if text not in _names() and not _MARKUP.match(text) and _LETTERS.search(_NOTATION.sub(" ", text)):
                yield f"{module}.{name}", text


def _asked(tree: ast.AST) -> Iterator[str]:
    """The strings that a function compares others with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for each in (node.left, *node.comparators):
                yield from _texts(each)
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ASKING
        ):
            for each in node.args:
                yield from _texts(each)


def _texts(tree: ast.AST, without: frozenset[int] = frozenset()) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in without:
            if isinstance(node.value, str):
                yield node.value
            elif isinstance(node.value, bytes):
                yield node.value.decode("ascii", "ignore")


def _docstrings(tree: ast.AST) -> frozenset[int]:
    return frozenset(id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr))


@cache
def _names() -> frozenset[str]:
    """The names that the code itself uses: of elements, layouts, fields, and all that a `Literal` lists."""
    names = _ELEMENTS | {layout.name for layout in LAYOUTS}
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
                names |= set(_texts(node))
            elif isinstance(node, ast.ClassDef):
                names |= {ast.unparse(each.target) for each in node.body if isinstance(each, ast.AnnAssign)}
    return names
