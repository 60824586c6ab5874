"""BibTeX and CSL-JSON as their readers see them."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from corpus import Case, cases
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry, parse_string

from carnegie_extract.base.record import Kind
from carnegie_extract.formats import encode
from carnegie_extract.formats.citation import Name, name_in_parts
from carnegie_extract.formats.prose import clean

SCHEMA = json.loads((Path(__file__).parent / "csl" / "csl-data.json").read_text(encoding="utf-8"))
KINDS = get_args(Kind)
RECORD: dict[str, Any] = {
    "url": "https://carnegieendowment.org/posts/2026/04/harbor-lights",
    "type": "commentary",
    "kind": "commentary",
    "blog": "Diwan",
    "language": "en",
    "headline": "Harbor Lights",
    "dek": "A dek.",
    "authors": [{"name": "Ann Lee"}],
    "date": "2026-04-23",
    "topics": ["Trade"],
    "regions": ["Black Sea", "Romania"],
    "saved_at": "2026-05-02T10:11:12Z",
}
HOSTILE = [
    "100% of {everything}",
    "}",
    "{",
    "@article{fake, title={x}}",
    "a\\b ~ ^ _ # $ & %",
    "5 -- 6 --- 7 ``quoted'' <<x>> ,,y",
    "% no comment",
    '"quoted", {braced}',
    "Ünïcödé 何以宁 ما",
    "\\input{/etc/passwd}",
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8"), max_size=30)).filter(clean)
TEX = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}
LIGATURES = re.compile(r"--|``|''|<<|>>|,,")


def bibtex(*records: dict[str, Any]) -> BibliographyData:
    return parse_string(b"".join(encode(records, "bibtex")).decode(), "bibtex")


def entry(**said: object) -> Entry:
    (found,) = bibtex({**RECORD, **said}).entries.values()
    return found


def csl(*records: dict[str, Any]) -> list[dict[str, Any]]:
    items = json.loads(b"".join(encode(records, "csl-json")))
    jsonschema.validate(items, SCHEMA)
    return list(items)


def printed(latex: str) -> str:
    """What TeX prints of a text."""
    assert not LIGATURES.search(latex)
    text = re.sub(
        r"\\(text\w+)\{\}|\\([$&%#_])|\{\}", lambda said: TEX.get(said[1] or "", said[2] or ""), latex
    )
    return text.replace("\0", "")


# BibTeX


@given(TEXTS)
def test_bibtex_prints_any_text(text: str) -> None:
    found = entry(headline=text, dek=text, topics=[text], regions=[])
    title = found.fields["title"]
    assert (title[0], title[-1]) == ("{", "}"), "its capitals stay"
    assert printed(title[1:-1]) == printed(found.fields["abstract"]) == clean(text)
    assert printed(found.fields["keywords"]) == clean(text)


@given(st.one_of(TEXTS, st.sampled_from(["Salt and Sea", "Lee, Ann", "others", "Mills AND Co"])))
@example("and")
def test_a_name_is_one_name(name: str) -> None:
    found = entry(authors=[{"name": name}, {"name": "Ann Lee"}])
    assert len(found.persons["author"]) == 2
    assert [str(each) for each in found.persons["author"]][-1] == "Lee, Ann"


def test_names_have_their_parts() -> None:
    authors = [
        {"name": name} for name in ("Ludwig van der Aa, Jr.", "Milo McBride", "何以宁", "Carnegie China")
    ]
    first, second, third, fourth = entry(authors=authors).persons["author"]
    assert (first.first_names, first.prelast_names, first.last_names) == (["Ludwig"], ["van", "der"], ["Aa"])
    assert first.lineage_names == ["Jr."]
    assert (second.first_names, second.last_names) == (["Milo"], ["McBride"])
    assert (third.last_names, fourth.last_names) == (["{何以宁}"], ["{Carnegie China}"])


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_each_kind_is_an_entry(kind: str | None) -> None:
    found = entry(kind=kind)
    published = "Carnegie Endowment for International Peace"
    where = {"techreport": "institution", "book": "publisher", "misc": "howpublished"}[found.type]
    assert found.fields[where].endswith(published)
    assert (found.type == "techreport") == (kind in ("paper", "report"))
    assert (found.type == "book") == (kind == "book")


def test_an_entry_says_when_and_where() -> None:
    fields = entry().fields
    assert (fields["year"], fields["month"], fields["date"]) == ("2026", "April", "2026-04-23")
    assert (fields["url"], fields["urldate"]) == (RECORD["url"], "2026-05-02")
    assert fields["howpublished"] == "Diwan, Carnegie Endowment for International Peace"
    assert fields["keywords"] == "Trade, Black Sea, Romania"
    bare = entry(
        date=None, saved_at=None, url=None, authors=[], dek=None, topics=[], regions=[], language=None
    )
    assert set(bare.fields) == {"title", "howpublished"}


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "english"), ("zh-Hant", "Chinese"), ("ar", "Arabic"), ("tlh", None), (None, None)],
)
def test_a_language_has_the_name_that_biblatex_prints(tag: str | None, name: str | None) -> None:
    assert entry(language=tag).fields.get("language") == name


def test_an_address_keeps_its_letters_but_for_braces() -> None:
    assert (
        entry(url="https://x.org/a_b?c=%20&d#e{f} g").fields["url"]
        == "https://x.org/a_b?c=%20&d#e%7Bf%7D%20g"
    )


def test_keys_are_plain_and_each_is_another() -> None:
    records = [
        *[RECORD] * 3,
        {**RECORD, "authors": [], "headline": "何"},
        {**RECORD, "authors": [], "headline": "何"},
        {**RECORD, "authors": [{"name": "Ármin O'Süß\n}"}], "headline": "On {the} sea"},
    ]
    keys = list(bibtex(*records).entries)
    assert keys[:5] == [
        "lee2026harbor",
        "lee2026harbor-2",
        "lee2026harbor-3",
        "carnegie20260423",
        "carnegie20260423-2",
    ]
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)
    assert [item["id"] for item in csl(*records)] == keys


# CSL-JSON


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_every_fixture_is_an_item_and_an_entry(case: Case) -> None:
    record = case.unchanged
    (item,) = csl(record)
    assert item["title"] == record["headline"]
    assert len(item.get("author", [])) == len(record["authors"])
    (found,) = bibtex(record).entries.values()
    assert printed(found.fields["title"][1:-1]) == record["headline"]


@pytest.mark.parametrize("kind", [*KINDS, None])
@pytest.mark.parametrize("blog", ["Diwan", None])
def test_a_style_prints_each_kind(kind: str | None, blog: str | None) -> None:
    (item,) = csl({**RECORD, "kind": kind, "blog": blog})
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    (line,) = map(str, bibliography.bibliography())
    assert "Lee, A." in line
    assert "2026" in line
    assert "Harbor Lights" in line


@pytest.mark.parametrize(
    ("kind", "blog", "type_"),
    [
        ("paper", None, "report"),
        ("book", None, "book"),
        ("commentary", "Diwan", "post-weblog"),
        ("commentary", None, "webpage"),
        ("q-and-a", None, "interview"),
        ("podcast", None, "broadcast"),
        ("video", None, "motion_picture"),
        ("in-the-media", None, "article-newspaper"),
        (None, None, "webpage"),
    ],
)
def test_the_kind_chooses_the_type(kind: str | None, blog: str | None, type_: str) -> None:
    assert csl({**RECORD, "kind": kind, "blog": blog})[0]["type"] == type_


def test_an_item_says_when_it_was_published_and_saved() -> None:
    (item,) = csl(RECORD)
    assert item["issued"] == {"date-parts": [[2026, 4, 23]]}
    assert item["accessed"] == {"date-parts": [[2026, 5, 2]]}
    assert csl({**RECORD, "date": None, "saved_at": None})[0].keys().isdisjoint(("issued", "accessed"))


# Names


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ann Lee", Name("Lee", "Ann")),
        ("Jonas A. Pell", Name("Pell", "Jonas A.")),
        ("Ludwig van der Aa", Name("Aa", "Ludwig", "van der")),
        ("Ann Lee Jr.", Name("Lee", "Ann", suffix="Jr.")),
        ("Ann Lee, Ph.D.", Name("Lee", "Ann", suffix="Ph.D.")),
        ("de Lee", Name("Lee", "de")),
        ("何以宁", Name("何以宁")),
        ("何 以宁", Name("何 以宁")),
        ("Madonna", Name("Madonna")),
        ("Carnegie China", Name("Carnegie China")),
        ("Jr.", Name("Jr.")),
        ("Людмила фон Аа", Name("Аа", "Людмила", "фон")),
    ],
)
def test_a_name_falls_into_parts(name: str, parts: Name) -> None:
    assert name_in_parts(name) == parts
