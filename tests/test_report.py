"""`--report`: what it says of a run, and that it is one file that replaces nothing else."""

import ast
import gzip
import json
import re
import shutil
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import zstandard
from corpus import REJECTED, ROOT, SAVED
from reports import EMPTY, HOSTILE, SCRIPT, content, contrast, details, record, rgb, written
from small_pages import PARAGRAPHS, STRAY, legacy
from test_command import CHALLENGE, OTHER, PAGE
from test_rooms import modules, strings
from warm import run

from carnegie_extract.batch.convert import Exit
from carnegie_extract.explain import explain
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.report.entry import KEYS, columns, entry_of, to_script
from carnegie_extract.report.page import ROLES, SCRIPTS, page

BESIDE = "from carnegie_extract.batch.writing import report_file; report_file._EMBEDDED = 0; report_file._PART = 9000"
"""Articles go into the folder, one or two to a file."""
ARCHIVE = SAVED / "tar-gz" / "pages.tgz"
PACKED = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


# What it says


def test_records_go_where_they_always_go(report: Path) -> None:
    done = run(PAGE, OTHER, CHALLENGE, "--report", report)
    assert done.stdout == run(PAGE, OTHER, CHALLENGE).stdout
    assert done.returncode == Exit.FAILED
    assert list(report.parent.iterdir()) == [report]


def test_it_says_what_became_of_the_run(report: Path) -> None:
    run("-q", ARCHIVE, PAGE, CHALLENGE, REJECTED / "list-page", "--report", report)
    found = content(report)
    failed = found["run"]["failed"]
    assert (failed["bot-challenge"], failed["list-page"]) == (1, len(found["failures"]) - 1)
    assert [CHALLENGE.name, "bot-challenge"] == [Path(found["failures"][0][0]).name, found["failures"][0][1]]
    assert len(found["articles"]) == len(details(report)) == 12
    assert found["run"]["without_lines"] == 0


def test_a_row_holds_what_the_list_shows(report: Path) -> None:
    done = run(PAGE, "--report", report)
    made = json.loads(done.stdout)
    (row,) = content(report)["articles"]
    assert row["authors"] == "Olwen Farrar"
    assert row["characters"] == sum(map(len, made["body"]))
    assert {name: row[name] for name in ("source", "headline", "date", "kind")} == {
        "source": made["source"],
        "headline": made["headline"],
        "date": made["date"],
        "kind": made["kind"],
    }
    there = {key for at, key in enumerate(KEYS) if row["has"] >> at & 1}
    assert there == {key for key in KEYS if made[key] not in (None, [], {})}


def test_an_article_shows_its_record_and_its_lines_as_explain_does(report: Path) -> None:
    done = run(PAGE, "--report", report)
    (shown,) = details(report)
    explained = explain(SavedPage(PAGE.read_bytes(), str(PAGE)))
    assert shown["lines"] == [[line["role"], line["rule"], line["text"]] for line in explained["lines"]]
    assert shown["fields"]["date"][:2] == ["printed_date", 7]
    made = json.loads(done.stdout)
    assert json.loads(shown["record"].pop("metadata")) == made.pop("metadata")
    assert shown["record"] == made


def test_a_witness_that_differs_is_named(report: Path) -> None:
    page = legacy(head='<meta property="article:published_time" content="2001-02-03T00:00:00Z">')
    run("-", "--report", report, stdin=page.encode())
    (shown,) = details(report)
    assert shown["fields"]["date"][2] == [["published_time", "head"]]


def test_prose_that_was_left_out_is_seen(report: Path) -> None:
    table = f"<table><tr><td>{PARAGRAPHS}</td></tr><tr><td><small>{STRAY}</small></td></tr></table>"
    run("-", "--report", report, stdin=legacy(table).replace("article-body", "text").encode())
    (row,), (shown,) = content(report)["articles"], details(report)
    assert row["warnings"] == [f"text-unread {len(STRAY)}"]
    assert [line[2] for line in shown["lines"] if ROLES[line[0]] == "unread"] == [STRAY]


def test_each_role_has_a_group_and_each_group_a_name_and_a_color() -> None:
    literals = [node for node in ast.walk(modules()["lines.judgement"]) if isinstance(node, ast.Subscript)]
    roles = {role for node in literals for role in strings(node) if re.fullmatch("[a-z-]+", role)}
    assert set(ROLES) == roles, "Give each role a group in carnegie_extract/report/page.py."
    script, style = _part_of_page("article.js"), _part_of_page("report.css")
    for group in set(ROLES.values()):
        assert f'{group}: "' in script
        assert f'[data-group="{group}"]' in style


def test_bars_and_rows_are_by_kind_for_any_label() -> None:
    for label, kind in (("вопрос-ответ", "q-and-a"), (None, None)):
        row = json.loads(entry_of(record(type=label, kind=kind)).row)
        assert row[columns()["kind"]] == kind
        assert "вопрос-ответ" not in row


def test_the_report_is_the_same_for_any_number_of_processes(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        shutil.copy((PAGE, OTHER, CHALLENGE)[number % 3], folder / f"{number:02}.html")
    reports = []
    for jobs in ("1", "3"):
        file = tmp_path / f"{jobs}.html"
        run("-q", folder, "-j", jobs, "--report", file)
        reports.append(re.sub(r'"made":"[^"]*"', "", file.read_text(encoding="utf-8")))
    assert reports[0] == reports[1]


def test_more_failures_than_a_list_takes_are_counted(report: Path) -> None:
    few = "from carnegie_extract.batch.writing import report_file; report_file._NAMED = 2"
    run("-q", "a", "b", "c", "--report", report, program=few)
    found = content(report)
    assert (len(found["failures"]), found["run"]["unnamed"]) == (2, 1)


# What it looks like


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_every_text_and_every_color_can_be_told_from_what_is_behind_it(scheme: int) -> None:
    """By WCAG 2: all colors of text on all backgrounds, and all marks beside them."""
    light, *other = (
        {name: rgb(color) for name, color in re.findall(r"--([\w-]+): (#\w+);", declared)}
        for declared in _part_of_page("report.css").split(":root {")[1:]
    )
    colors = [light, *({**light, **differing} for differing in other)][scheme]
    inks = {"ink", "quiet", "accent", "bad", "warn", "out-ink"}
    marks = {"header", "text", "blocks", "after", "out", "unread"} | {f"shade-{at}" for at in range(8)}
    plain = {"paper", "card", "track"}
    tinted = {name for name in colors if name.endswith("-back")}
    assert {*colors} == inks | marks | plain | tinted | {"edge"}
    beside = {(name.removesuffix("-back"), name) for name in tinted if name.removesuffix("-back") in marks}
    texts = {(ink, back, 4.5) for ink in inks for back in plain | tinted}
    graphics = {(mark, back, 3.0) for mark, back in {*product(marks, plain), *beside, ("unread", "bad-back")}}
    weak = {
        (one, back) for one, back, least in texts | graphics if contrast(colors[one], colors[back]) < least
    }
    assert weak == set()


# What pages say is data


def test_nothing_that_a_page_says_ends_a_script(report: Path) -> None:
    hostile = record(headline="".join(HOSTILE), body=list(HOSTILE), metadata={HOSTILE[0]: HOSTILE[1]})
    written(report, [entry_of(hostile)])
    text = report.read_text(encoding="utf-8")
    assert text.count("<script") == text.count("</script>") == len(SCRIPT.findall(text)) + 1
    assert "<!--" not in text
    (row,), (shown,) = content(report)["articles"], details(report)
    assert (row["headline"], shown["record"]["body"]) == ("".join(HOSTILE), list(HOSTILE))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_any_text_is_safe_in_a_script(text: str) -> None:
    said = to_script({text: text})
    assert not re.search("[<\u2028\u2029]", said.decode())
    assert json.loads(said) == {text: text}
    assert json.loads(json.loads(to_script(said.decode()))) == {text: text}


@pytest.mark.parametrize(
    "values",
    [
        {"authors": "Ann", "body": "text", "warnings": 3, "date": 2019, "language": []},
        {"authors": [None, {"name": 7}], "body": [None, 5], "warnings": [None], "metadata": [1]},
        {"metadata": {"n": 2**70}},
        {"headline": None, "layout": {}, "url": 1},
    ],
    ids=str,
)
def test_a_record_of_odd_types_is_shown_all_the_same(values: dict[str, Any]) -> None:
    entry = entry_of(record(**values))
    assert json.loads(entry.row)
    assert json.loads(entry.detail)["lines"] is None


def test_the_page_asks_nobody_for_anything() -> None:
    for name in ("report.html", "report.css", *SCRIPTS):
        text = _part_of_page(name)
        assert not re.search(r"https?://[a-z]|@import|url\(|\bfetch\(|XMLHttpRequest|WebSocket", text)
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text)
    assert not re.search(r"\bon[a-z]+=|style=|javascript:", _part_of_page("report.html"))
    assert b"default-src 'none'" in b"".join(page(EMPTY, (), (), ()))


def test_each_column_of_a_row_is_shown_or_searched() -> None:
    text = "".join(map(_part_of_page, SCRIPTS))
    unused = {name for name in columns() if not re.search(rf'column\.{name}\b|"{name}"', text)}
    assert unused == set()


def test_each_script_is_in_the_page_and_short() -> None:
    there = {path.name for path in (ROOT / "carnegie_extract" / "report").glob("*.js")}
    assert there == set(SCRIPTS)
    for name in SCRIPTS:
        lines = _part_of_page(name).splitlines()
        assert len(lines) <= 300, f"{name}: split it by what it does"
        assert max(map(len, lines)) <= 120, name


def _part_of_page(name: str) -> str:
    return (ROOT / "carnegie_extract" / "report" / name).read_text(encoding="utf-8")
