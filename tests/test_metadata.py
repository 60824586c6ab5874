"""The metadata block as it is: what JSON can say stays, what it can't say is told, nothing breaks the run."""

import json
from typing import Any

import pytest

from carnegie_extract import Article, PersonPage, extract
from carnegie_extract.formats.json_lines import encode

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>The Quiet Ports | Carnegie Endowment for International Peace</title>{head}</head><body><main>
<pre>{block}</pre><h1>The Quiet Ports</h1><p>By <a href="/people/ann-lee">Ann Lee</a></p>
<p>Published on Apr 23, 2026</p>
<section id="content"><p>The harbor was dredged in the spring, and nobody can say who paid for it.</p>
<p>The ferries come twice a day now, and the ferrymen complain of the wait.</p></section>
</main></body></html>"""
TEXT = """{block}
Commentary
The Quiet Ports
By Ann Lee
Published on Apr 23, 2026

The harbor was dredged in the spring, and nobody can say who paid for it.

© 2026 Carnegie Endowment for International Peace. All rights reserved.
"""
OWN = '<link rel="canonical" href="https://carnegieendowment.org/posts/2026/04/ports">'
every_form = pytest.mark.parametrize("form", [PAGE, TEXT], ids=["page", "text"])


def block(value: str) -> str:
    return f'{{"authors": ["Ann Lee"], "type": "commentary", "value": {value}}}'


def read(form: str, written: str, head: str = "") -> Article:
    return extract(form.replace("{block}", written).replace("{head}", head).encode())


def written(article: Article, *, pretty: bool = False) -> str:
    return encode(article.record(), pretty=pretty).decode()


@every_form
@pytest.mark.parametrize(
    "value",
    [
        "0",
        "1",
        "1.0",
        "-0.0",
        "1e5",
        "1.50",
        "0.1",
        "5e-324",
        "1.7976931348623157e308",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "1" + "0" * 400,
        "[" * 252 + "]" * 252,
        '"\\ud83d\\ude00"',
        "true",
        "null",
    ],
)
def test_what_json_can_say_stays(form: str, value: str) -> None:
    article = read(form, block(value))
    assert "metadata-changed" not in article.warnings
    for pretty in (False, True):
        record = json.loads(written(article, pretty=pretty))
        assert repr(record["metadata"]) == repr(json.loads(block(value)))


@every_form
@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("1e400", None),
        ("-1e400", None),
        ("1e-400", 0.0),
        ("0.1000000000000000055511151231257827", 0.1),
        ("NaN", None),
        ("Infinity", None),
        ("-Infinity", None),
        ('1, "value": 2', 2),
        ('{"a": 1, "a": 1}', {"a": 1}),
    ],
)
def test_what_json_cannot_say_is_reported(form: str, value: str, kept: object) -> None:
    article = read(form, block(value))
    assert "metadata-changed" in article.warnings
    assert json.loads(written(article))["metadata"]["value"] == kept


@every_form
@pytest.mark.parametrize(
    "value",
    [
        *("[" * depth + "]" * depth for depth in (253, 254, 900)),
        *('{"a":' * depth + "1" + "}" * depth for depth in (253, 900)),
        f"[{'[' * 252}18446744073709551616{']' * 252}]",
        '"\\ud800"',
        '[18446744073709551616, "\\udc00"]',
        "1" + "0" * 5000,
        "[" * 100_000,
    ],
    ids=lambda value: f"{value[:12]}-{len(value)}",
)
def test_what_no_record_can_hold_is_broken(form: str, value: str) -> None:
    article = read(form, block(value))
    assert article.metadata is None
    assert "metadata-broken" in article.warnings
    assert '"metadata":null' in written(article)


WHOLE = block('""')
IN_MENU = PAGE.replace("<pre>{block}</pre>", "").replace(
    "<main>", "<header><nav><a href='/'>Home</a><div>{block}</div></nav></header><main>"
)


@pytest.mark.parametrize("form", [PAGE, IN_MENU, TEXT], ids=["page", "menu", "text"])
@pytest.mark.parametrize(
    "written",
    [
        "{}",
        "[]",
        '{"title": "The Quiet Ports"}',
        f"undefined{WHOLE}",
        f"Metadata: {WHOLE}",
        f"[{WHOLE}]",
        json.dumps(WHOLE),
        '{"type": "pressRelease", "primaryCenter": "Carnegie Europe"}',
    ],
)
def test_what_stands_in_its_place_and_is_not_a_block_is_reported(form: str, written: str) -> None:
    article = read(form, written, OWN)
    assert article.metadata is None
    assert article.warnings == ("metadata-broken",)


@pytest.mark.parametrize("form", [PAGE, IN_MENU], ids=["page", "menu"])
def test_a_list_in_its_place_is_reported(form: str) -> None:
    assert read(form, "[1,2]", OWN).warnings == ("metadata-broken",)


@every_form
@pytest.mark.parametrize("written", ["", "[1]", "[Read in Russian]", "{{ title }}", 'The "authors" of {it}'])
def test_other_words_over_the_headline_are_not_a_block(form: str, written: str) -> None:
    assert read(form, written, OWN).warnings == ()


def test_data_in_its_place_do_not_make_a_page_an_article() -> None:
    page = PAGE.replace("<p>By", "<p>With").replace("<p>Published on Apr 23, 2026</p>", "")
    head = '<link rel="canonical" href="https://carnegieendowment.org/people/ann-lee">'
    for written in ("", "{}", '{"type": "person", "primaryCenter": ""}'):
        with pytest.raises(PersonPage):
            read(page, written, head)


ODD: tuple[Any, ...] = (
    None,
    True,
    7,
    1.5,
    "",
    "Ann Lee",
    [],
    [None],
    [1],
    [["Ann Lee"]],
    {},
    {"name": "Ann Lee"},
)


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("key", ["authors", "type", "blog", "topics", "regions", "centers", "primaryCenter"])
def test_values_of_other_types(key: str, odd: object) -> None:
    whole = {"authors": ["Ann Lee"], "type": "commentary", "primaryCenter": "", "topics": [], key: odd}
    article = read(PAGE, json.dumps(whole))
    assert article.metadata == whole
    assert json.loads(written(article))["metadata"] == whole


def test_authors_as_objects_are_authors() -> None:
    article = read(PAGE, '{"authors": [{"name": "Ann Lee"}], "type": "commentary", "primaryCenter": ""}')
    assert "byline-metadata-differ" not in article.warnings


LINKED = [
    "headline",
    "name",
    "description",
    "author",
    "datePublished",
    "dateModified",
    "url",
    "image",
    "@type",
]


@pytest.mark.parametrize("odd", [*ODD, "\ud800", "9999-99-99T99:99:99Z", [[{}]]], ids=ascii)
@pytest.mark.parametrize("key", LINKED)
def test_linked_data_of_other_types(key: str, odd: object) -> None:
    whole = {"@type": "Article", "headline": "The Quiet Ports", key: odd}
    head = f'<script type="application/ld+json">{json.dumps(whole)}</script>'
    article = read(PAGE, block("1"), head)
    assert json.loads(written(article))["headline"] == "The Quiet Ports"


@pytest.mark.parametrize("nested", ["[" * 5000 + "]" * 5000, '{"@graph":' * 300 + "{}" + "}" * 300])
def test_linked_data_that_nests_deeply(nested: str) -> None:
    article = read(PAGE, block("1"), f'<script type="application/ld+json">{nested}</script>')
    assert article.headline == "The Quiet Ports"


@pytest.mark.parametrize(
    "name", ["og:url", "og:image", "article:published_time", "author", "og:title", "og:type"]
)
@pytest.mark.parametrize("value", ["&#0;", "&#xD800;", "²", "0000-00-00T00:00:00Z", "https://[", "\ufdd0"])
def test_head_tags_of_any_text(name: str, value: str) -> None:
    article = read(PAGE, block("1"), f'<meta property="{name}" content="{value}">{OWN}')
    assert json.loads(written(article))["headline"] == "The Quiet Ports"


@pytest.mark.parametrize("tag", ["code", "span", "pre", "font", "textarea", None])
@pytest.mark.parametrize(
    "bar",
    ["<nav>{block}{links}</nav>", "<nav>{links}{block}</nav>", '<div role="banner">{links}{block}</div>'],
)
def test_a_block_beside_the_links_of_a_bar(tag: str | None, bar: str) -> None:
    links = '<a href="/">Carnegie</a><a href="/research">Research</a>'
    inside = bar.replace("{links}", links).replace(
        "{block}", f"<{tag}>{block('1')}</{tag}>" if tag else block("1")
    )
    found = read(PAGE.replace("<pre>{block}</pre>", inside), "")
    assert found.metadata == {"authors": ["Ann Lee"], "type": "commentary", "value": 1}
