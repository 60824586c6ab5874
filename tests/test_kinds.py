"""`kind` says in one closed list what `type` says in the words of each language and era."""

import pytest
from small_pages import PARAGRAPHS, current, legacy, read
from test_names_of_roles import literal

from carnegie_extract.base.record import KINDS
from carnegie_extract.base.text import key
from carnegie_extract.words import kinds
from carnegie_extract.words.kinds import kind_of
from carnegie_extract.words.languages import LANGUAGES
from carnegie_extract.words.languages.language import Language

LABELS = [pair for language in LANGUAGES for pair in language.type_labels.items()]
OTHERS = frozenset((
    "other", "collection", "speech", "news", "newsletter", "legal and regulatory resource", "infographic", "dataset",
    "data", "другое", "новости", "أخرى", "其他", "autre", "otro", "अन्य", "інше",
))  # fmt: skip
"""Labels that no kind of the list fits better."""


def test_the_kinds_are_those_of_the_type() -> None:
    assert tuple(literal("base.record", "Kind")) == KINDS


def test_each_label_of_a_language_has_a_kind() -> None:
    for label, kind in LABELS:
        assert kind in KINDS, label
        assert kind_of(label) == kind, label
        assert (kind == "other") == (label in OTHERS), label


def test_labels_are_written_as_they_are_compared() -> None:
    labels = [label for language in LANGUAGES for label in language.type_labels]
    assert [label for label in labels if key(label) != label] == []


def test_a_label_has_the_same_kind_in_all_languages() -> None:
    pairs = {pair for language in LANGUAGES for pair in language.type_labels.items()}
    assert len(pairs) == len({label for label, _ in pairs})


def test_each_kind_has_a_label() -> None:
    assert {kind for language in LANGUAGES for kind in language.type_labels.values()} == {*KINDS}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Commentary", "commentary"),
        ("Комментарий", "commentary"),
        ("评论", "commentary"),
        ("مقال", "article"),
        ("Étude", "paper"),
        ("دراسة", "paper"),
        ("Доклад", "report"),
        ("Book", "book"),
        ("Congressional Testimony", "testimony"),
        ("Q&A", "q-and-a"),
        ("Op-Ed", "op-ed"),
        ("मीडिया में", "in-the-media"),
        ("بيان صحافي", "press-release"),
        ("بَيان صحافي", "press-release"),  # with a vowel mark
        ("Захід", "event"),
        ("播客", "podcast"),
        ("Vidéo", "video"),
        ("Infographic", "other"),
    ],
)
def test_a_printed_label_gives_the_kind(label: str, kind: str) -> None:
    record = read(legacy(over=f"<span>{label}</span>"))
    assert record["type"] == label.casefold()
    assert record["kind"] == kind


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("commentary", "commentary"),
        ("questionAnswer", "q-and-a"),
        ("legacyinthemedia", "in-the-media"),
        ("event", "event"),
        ("pressRelease", "press-release"),
        ("workingPaper", "paper"),
        ("other", "other"),
        ("harborLights", "other"),
    ],
)
def test_a_type_of_the_metadata_block_gives_the_kind(named: str, kind: str) -> None:
    block = f'<pre>{{"authors": ["Ann Lee"], "type": "{named}", "topics": [], "regions": []}}</pre>'
    record = read(current(f"<main>{PARAGRAPHS}</main>{block}"))
    assert record["type"] == named
    assert record["kind"] == kind


@pytest.mark.parametrize(
    ("language", "named"),
    [pytest.param(each, name, id=name) for each in LANGUAGES for name in each.types_in_metadata],
)
def test_a_type_of_the_metadata_block_stands_in_its_table_as_no_label_says_it(
    language: Language, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not any(named in each.type_labels for each in LANGUAGES)
    assert kind_of(named) == language.types_in_metadata[named] != "other"
    rest = {name: kind for name, kind in language.types_in_metadata.items() if name != named}
    monkeypatch.setattr(kinds, "LANGUAGES", (language._replace(types_in_metadata=rest),))
    assert kind_of(named) == "other"


def test_an_unknown_label_is_of_another_kind() -> None:
    record = read(legacy(header="<p>By Ann Lee</p><ul><li>May 3, 2019</li><li>Harbor Chart</li></ul>"))
    assert (record["type"], record["kind"]) == ("harbor chart", "other")


def test_a_page_that_names_no_type_has_no_kind() -> None:
    record = read(legacy())
    assert (record["type"], record["kind"]) == (None, None)
