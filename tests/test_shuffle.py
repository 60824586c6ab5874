"""The press that shuffles, and how many of its pages are read without a fault."""

import time
from itertools import chain

import pytest
from press.shuffle import CHOICES, Page, shuffle
from press.shuffle.choices import SURE
from press.shuffle.compare import difference_lines, differences
from press.shuffle.report import of_second_hand

FLOOR, FLOOR_OF_FIRST_HAND = 0.98, 0.99
"""The shares of whole pages among SEEDS, of all and of the first hand's; raised when more are read, never lowered."""
SEEDS = range(300)
PLAIN = {"words.inline": "none", "second.inline": "none", "form.encoding": "utf-8", "words.entities": "raw"}
FIELDS = set(
    "url language type blog headline dek byline authors titles bios date published_at modified_at saved_at "
    "credit metadata body notes topics regions pdf".split()
)


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [shuffle(seed) for seed in range(1500)]


def test_share_of_whole_pages(pages: list[Page]) -> None:
    printed = pages[: len(SEEDS)]
    whole = {page.html for page in printed if not differences(page)}
    assert len(whole) / len(printed) >= FLOOR
    first = [page for page in printed if not of_second_hand(page.drawn)]
    assert sum(page.html in whole for page in first) / len(first) >= FLOOR_OF_FIRST_HAND


def test_ordinary_pages_are_read() -> None:
    """Pages that take the ordinary value of every choice, in all layouts, languages and kinds."""
    whole = sum(not differences(shuffle(seed, calm=1.0)) for seed in SEEDS)
    assert whole / len(SEEDS) >= 0.98


def test_a_seed_always_prints_the_same_page(pages: list[Page]) -> None:
    assert [shuffle(seed) for seed in range(50)] == pages[:50]


def test_seeds_print_different_pages(pages: list[Page]) -> None:
    assert len({page.html for page in pages}) == len(pages)


def test_every_value_is_drawn(pages: list[Page]) -> None:
    drawn = set(chain.from_iterable(page.drawn for page in pages))
    assert drawn == {(name, value) for name, which in CHOICES.items() for value in which.values}


def test_every_value_cites_its_evidence() -> None:
    for name, which in CHOICES.items():
        for value in which.values.values():
            assert value.sure in SURE, name
            assert value.weight > 0, name
            assert value.evidence, name


def test_a_forced_value_is_on_the_page() -> None:
    forced = shuffle(3, {"layout": "site-2026", "kind": "commentary", "header.level": "h3"})
    assert ("header.level", "h3") in forced.drawn
    assert b"<h3" in forced.html


def test_the_first_hand_works_alone_on_a_share_of_the_pages(pages: list[Page]) -> None:
    alone = [page for page in pages if ("hands", "first") in page.drawn]
    assert len(pages) / 4 < len(alone) < len(pages) / 2
    assert not any(of_second_hand(page.drawn) for page in alone)
    others = [page for page in pages if ("hands", "both") in page.drawn]
    assert sum(of_second_hand(page.drawn) for page in others) > 0.9 * len(others)


def test_expected_records_are_well_formed(pages: list[Page]) -> None:
    for page in pages:
        expected = page.expected
        assert set(expected) <= FIELDS
        assert expected["headline"]
        for field in ("body", "authors", "topics", "regions"):
            value = expected.get(field, [])
            assert isinstance(value, list)
            assert all(isinstance(each, str) and each == " ".join(each.split()) and each for each in value)
        notes = expected["notes"]
        assert isinstance(notes, list)
        assert all(set(note) == {"id", "text"} and note["text"] for note in notes)


def test_only_a_podcast_has_no_text(pages: list[Page]) -> None:
    for page in pages:
        assert bool(page.expected["body"]) != (("kind", "podcast") in page.drawn)


def test_no_sentence_of_the_body_is_missing_from_the_page() -> None:
    """The press prints what it expects: the opening words of every paragraph stand in the markup."""
    for seed in SEEDS:
        page = shuffle(seed, PLAIN)
        text = page.html.decode()
        body = page.expected["body"]
        assert isinstance(body, list)
        for paragraph in body:
            assert paragraph.split(":")[-1].split("：")[-1].strip()[:12] in text, (seed, paragraph)


def test_differences_are_named() -> None:
    page = shuffle(0, calm=1.0)
    assert differences(page) == []
    wrong = Page(page.seed, page.html, {**page.expected, "headline": "Another", "body": ["No."]}, page.drawn)
    assert [field for field, _, _ in differences(wrong)] == ["headline", "body"]
    assert "headline" in list(difference_lines(differences(wrong)))


def test_a_page_is_printed_quickly() -> None:
    start = time.process_time()
    for seed in range(100):
        shuffle(seed)
    assert time.process_time() - start < 100 * 0.02
