"""Nothing stands in a table for nothing: without any one entry some page is read differently."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from corpus import cases
from small_pages import (
    BOXES,
    BYLINE,
    DATE,
    INSERTS,
    LAST,
    MORE,
    PARAGRAPHS,
    PROSE,
    SMALL,
    boxed,
    current,
    legacy,
    within,
)
from test_words import PAGES, role, words

from carnegie_extract import ExtractionError, extract, fields, pipeline
from carnegie_extract.fields.field import Field, Witness
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.layouts import signs, site
from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP
from carnegie_extract.layouts.recognise import LAYOUTS, recognise
from carnegie_extract.lines import chrome, grammar, header, inserts, parts, sections
from carnegie_extract.page.head import Metadata
from carnegie_extract.pipeline import Trace
from carnegie_extract.words import carnegie

Entry = tuple[str, object]
"""The name of a tuple of a layout or its markup, and one of its entries; or a switch that is on."""


@cache
def pages() -> tuple[bytes, ...]:
    return (*(page.encode() for page in SMALL), *(case.page for case in cases()))


def read(page: bytes, trace: Trace | None = None) -> object:
    try:
        return pipeline.read(SavedPage(page, "page"), trace).record(blocks=True)
    except ExtractionError as error:
        return error.kind
    except TypeError:  # no witness gives a headline
        return None


@cache
def unchanged() -> tuple[tuple[object, frozenset[object]], ...]:
    """What comes of each page, and which rules and witnesses had a part in it."""
    return tuple(map(_watched, pages()))


def _watched(page: bytes) -> tuple[object, frozenset[object]]:
    trace = Trace()
    outcome = read(page, trace)
    rules = [verdict.rule for verdict in trace.judged.verdicts.values()] if trace.judged else []
    return outcome, frozenset((*rules, *(answer[:2] for answer in trace.answers if answer[2] is not None)))


def assert_noticed(likely: bytes = b"", part: object = None) -> None:
    """Some page is read differently now: one that contains `likely`, and that `part` had a part in, if possible."""
    known = sorted(
        zip(pages(), unchanged(), strict=True),
        key=lambda known: (likely not in known[0], part not in known[1][1]),
    )
    assert any(read(page) != outcome for page, (outcome, _) in known)


def layout_entries() -> Iterator[Entry]:
    """What the layouts add, once where several share it."""
    seen = set()
    for layout in LAYOUTS:
        for name, value in [*layout._asdict().items(), *layout.markup._asdict().items()]:
            for entry in value if isinstance(value, tuple) and name != "markup" else (value,):
                if entry and name not in ("name", "markup") and (name, entry) not in seen:
                    seen.add((name, entry))
                    yield name, entry


def layout_without(layout: Layout, name: str, entry: object) -> Layout:
    owner: Any = layout.markup if name in layout.markup._fields else layout
    value = getattr(owner, name)
    rest = tuple(each for each in value if each != entry) if isinstance(value, tuple) else False
    owner = owner._replace(**{name: rest})
    return owner if isinstance(owner, Layout) else layout._replace(markup=owner)


def word_in(entry: object) -> bytes:
    """The class or id that a selector ends with."""
    selector = entry.selector if isinstance(entry, chrome.Removal) else str(entry)
    return selector.rpartition(" ")[2].rpartition(".")[2].strip("#").encode()


@pytest.mark.parametrize(("name", "entry"), [*layout_entries()], ids=str)
def test_a_layout_adds_nothing_that_no_page_needs(
    name: str, entry: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchanged()
    monkeypatch.setattr(pipeline, "recognise", lambda signs: layout_without(recognise(signs), name, entry))
    assert_noticed(word_in(entry) if not isinstance(entry, bool) else b"")


WITNESSES = [
    pytest.param(field, witness, id=f"{field.name}-{witness.__name__}")
    for field in fields.FIELDS
    for witness in field.witnesses
]


@pytest.mark.parametrize(("field", "witness"), WITNESSES)
def test_each_witness_of_a_field_is_needed(
    field: Field, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchanged()

    def without(each: Field) -> Field:
        rest = tuple(other for other in each.witnesses if other is not witness)
        return each._replace(witnesses=rest) if each is field else each

    monkeypatch.setattr(fields, "FIELDS", tuple(map(without, fields.FIELDS)))
    assert_noticed(part=(field.name, witness.__name__))


@pytest.mark.parametrize("rule", inserts.RULES, ids=lambda rule: rule[0].__name__)
def test_each_kind_of_insert_is_needed(
    rule: tuple[Callable[..., object], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    unchanged()
    monkeypatch.setattr(inserts, "RULES", tuple(each for each in inserts.RULES if each is not rule))
    assert_noticed(part=rule[0].__name__)


@pytest.mark.parametrize("section", sections.SECTIONS, ids=lambda section: section.word)
def test_each_section_after_the_body_is_needed(
    section: sections.Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, expected = PAGES[section.word]
    word = words(section.word)[0]
    assert role(page(word), word) == expected == section.role
    rest = tuple(each for each in sections.SECTIONS if each is not section)
    monkeypatch.setattr(sections, "SECTIONS", rest)
    assert role(page(word), word) != expected


CHROME: dict[str, Callable[..., object]] = {
    "_set_apart": lambda *_: None,
    "_labelled_boxes": lambda *_: None,
    "_closed_boxes": lambda *_: None,
}


@pytest.mark.parametrize("rule", CHROME)
def test_each_rule_for_chrome_is_needed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unchanged()
    monkeypatch.setattr(chrome, rule, CHROME[rule])
    assert_noticed()


@pytest.mark.parametrize("tag", chrome._BOX_ROLES)
def test_each_element_that_sets_apart_is_needed(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unchanged()
    sets_apart = chrome._sets_apart
    monkeypatch.setattr(chrome, "_sets_apart", lambda box, *rest: box.tag != tag and sets_apart(box, *rest))
    assert_noticed(tag.encode())


@pytest.mark.parametrize(
    "page",
    [
        *(pytest.param(boxed(each.selector), id=each.selector) for each in MARKUP.removals),
        *(pytest.param(legacy(within(each)), id=name) for name, each in {**INSERTS, **BOXES}.items()),
    ],
)
def test_what_stands_between_the_paragraphs_is_left_out(page: str) -> None:
    blocks = extract(page.encode()).blocks
    assert [block.text for block in blocks if block.type not in ("table", "figure")] == [PROSE, MORE, LAST]


MARKS = {
    ".payload-richtext": ("_CURRENT_MARKS", '<div class="payload-richtext"></div>'),
    'link[href*="/_next/"]': ("_CURRENT_MARKS", '<link rel="preload" href="/_next/main.css">'),
    'img[alt="Attribution logo"]': ("_CURRENT_MARKS", '<img alt="Attribution logo">'),
    'img[alt$="lettermark logo"]': ("_CURRENT_MARKS", '<img alt="Carnegie lettermark logo">'),
    ".article-body": ("_LEGACY_BODY", '<div class="article-body"></div>'),
    ".commentary-detail": ("_LEGACY_BODY", '<div class="commentary-detail"></div>'),
    "font": ("_BEFORE_STYLES", "<font></font>"),
    "center": ("_BEFORE_STYLES", "<center></center>"),
}


def test_every_mark_of_a_generation_has_a_page() -> None:
    assert {*signs._CURRENT_MARKS, *signs._LEGACY_BODY, *signs._BEFORE_STYLES} == set(MARKS)


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_is_recognized_by_one_mark(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table, markup = MARKS[mark]
    page = current(f"<main>{PARAGRAPHS}</main>").replace("/_next/", "/assets/") + markup
    expected = "site-2026" if table == "_CURRENT_MARKS" else "legacy-publication"
    assert extract(page.encode()).layout == expected
    marks: tuple[str, ...] = getattr(signs, table)
    monkeypatch.setattr(signs, table, tuple(each for each in marks if each != mark))
    assert extract(page.encode()).layout == "site-2024"


NAMES: dict[str, tuple[Callable[[str], str], str]] = {
    "BLOGS": (lambda name: legacy(over=f"<p>{name}</p>"), "blog"),
    "NETWORKS": (lambda name: legacy(header=f"{BYLINE}{DATE}<p>{name}</p>"), "tool"),
}


@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table in NAMES for name in sorted(getattr(carnegie, table))]
)
def test_a_name_is_known(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page, expected = NAMES[table]
    assert role(page(name), name) == expected
    for module in (grammar, header):
        monkeypatch.setattr(module, table, getattr(carnegie, table) - {name}, raising=False)
    assert role(page(name), name) != expected


TOOLS = {
    "contributors": "Translated by Bo Ray",
    "edited": "Edited by Bo Ray",
    "moderated": "Moderated by Bo Ray",
    "places": "Online",
    "comments": "Comments (3)",
    "languages_offered": "Also available in Malay",
    "players": "Listen to this article",
    "buttons": "Print | Close",
}


@pytest.mark.parametrize("word", grammar._TOOLS)
def test_words_of_a_tool_make_its_line_one(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = legacy(header=f"{BYLINE}{DATE}<p>{TOOLS[word]}</p>")
    assert role(page, TOOLS[word]) == "tool"
    rest = {each: tool for each, tool in grammar._TOOLS.items() if each != word}
    monkeypatch.setattr(grammar, "_TOOLS", rest)
    assert role(page, TOOLS[word]) != "tool"


@pytest.mark.parametrize("part", parts._PEOPLE)
def test_a_link_that_leads_so_leads_to_a_person(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    about = f'<h2>About the Author</h2><p><a href="{part}bo-ray">Bo Ray</a></p>'
    page = legacy(header=f"<p>By Bo Ray</p>{DATE}", after=about).encode()
    assert [author.url for author in extract(page).authors] == [f"https://carnegieendowment.org{part}bo-ray"]
    monkeypatch.setattr(parts, "_PEOPLE", tuple(each for each in parts._PEOPLE if each != part))
    assert [author.url for author in extract(page).authors] == [None]


@pytest.mark.parametrize("part", inserts._CHROME_LINKS)
def test_a_line_of_links_that_lead_so_is_not_a_paragraph(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = legacy(within(f'<p><a href="{part}salt">Salt and Trade</a></p>'))
    assert role(page, "Salt and Trade") == "navigation"
    rest = tuple(each for each in inserts._CHROME_LINKS if each != part)
    monkeypatch.setattr(inserts, "_CHROME_LINKS", rest)
    assert role(page, "Salt and Trade") == "paragraph"


@pytest.mark.parametrize("part", parts.TAGS)
def test_links_below_the_article_that_lead_so_are_tags(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = legacy(after=f'<h2>About the Author</h2><p><a href="{part}salt">Salt and Trade</a></p>')
    assert role(page, "Salt and Trade") == "tags"
    monkeypatch.setattr(parts, "TAGS", tuple(each for each in parts.TAGS if each != part))
    assert role(page, "Salt and Trade") != "tags"


@pytest.mark.parametrize("name", sorted(site._OWN_KEYS))
def test_two_of_the_sites_own_keys_tell_whose_page_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    other = next(each for each in sorted(site._OWN_KEYS) if each != name)
    metadata = Metadata({"authors": [], "type": "commentary", name: [], other: []})
    assert site.metadata_marks(metadata) == 2
    monkeypatch.setattr(site, "_OWN_KEYS", site._OWN_KEYS - {name})
    assert site.metadata_marks(metadata) == 0


LEGACY = {
    'link[href*="/css/ceip_"]': '<link rel="stylesheet" href="/css/ceip_main.css">',
    "#left-tsinghua": '<div id="left-tsinghua"></div>',
    "body#ceip": '<body id="ceip" class="english">',
}


def test_every_mark_of_the_old_sites_has_a_page() -> None:
    assert set(site.LEGACY_MARKS) == set(LEGACY)


@pytest.mark.parametrize("mark", site.LEGACY_MARKS)
def test_the_files_of_the_old_sites_tell_a_page(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = current(f"<main>{PARAGRAPHS}</main>").replace("/_next/", "/assets/") + LEGACY[mark]
    assert extract(page.encode()).layout == "legacy-publication"
    monkeypatch.setattr(site, "LEGACY_MARKS", tuple(each for each in site.LEGACY_MARKS if each != mark))
    assert extract(page.encode()).layout == "site-2024"
