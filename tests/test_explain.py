"""`--explain`: the layout, every field with its witnesses, every line with its rule, what was missing."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import drift
import pytest
from corpus import FIXTURES, REJECTED, ROOT, SAVED, Case, as_record, cases
from small_pages import RULED, SMALL
from test_command import run

from carnegie_extract import extract
from carnegie_extract.batch.display.view import view
from carnegie_extract.cli import main
from carnegie_extract.explain import SIGNS, explain
from carnegie_extract.fields import FIELDS
from carnegie_extract.forms.member import SavedPage

COMMENTARY = Case(FIXTURES / "site-2026" / "commentary-en")
BLOG = Case(FIXTURES / "legacy-blog" / "diwan-en")
ARCHIVE = SAVED / "tar-gz" / "pages.tgz"
LIST = REJECTED / "list-page" / "research-en.html"
OTHER = REJECTED / "other-site" / "gazette.html"
ESCAPE = "\x1b"
DOCUMENT = (ROOT / "docs" / "explain.md").read_text(encoding="utf-8")


def explained(content: bytes | str, source: str = "page.html") -> dict[str, Any]:
    raw = content.encode() if isinstance(content, str) else content
    shown = explain(SavedPage(raw, source))
    assert json.loads(json.dumps(shown)) == shown, "it is JSON as it stands"
    return shown


def by_name(shown: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["field"]: field for field in shown["fields"]}


def matches(shown: dict[str, Any]) -> dict[str, int]:
    return {each["selector"]: each["matches"] for each in shown["selectors"]}


def plain(shown: dict[str, Any]) -> str:
    return view(shown, is_terminal=False, colored=False)


def test_its_keys_are_those_that_are_documented() -> None:
    pages = [case.page for case in cases()] + [path.read_bytes() for path in sorted(REJECTED.glob("*/*"))]
    shown = [explained(page) for page in pages]
    keys = set(shown[0])
    assert all(set(each) == keys for each in shown), "every key is always there"
    tables = re.split(r"\n##+ ", DOCUMENT.partition("\n## ")[2])
    rows = [re.findall(r"^\| `(\w+)` \|", table, re.M) for table in tables]
    assert rows == [list(shown[0]), list(shown[0]["fields"][0]), list(shown[0]["lines"][0])]
    inner = {key for each in shown for key in _inner_keys(each)}
    assert inner <= set(re.findall(r"\w+", " ".join(re.findall(r"`(.*?)`", DOCUMENT))))


def _inner_keys(shown: dict[str, Any]) -> Iterator[str]:
    objects = [shown["charset"], shown["metadata"], shown["refusal"], *shown["selectors"]]
    for each in (*objects, *(other for field in shown["fields"] for other in field["others"])):
        yield from each or ()


def test_a_field_says_where_its_value_stands() -> None:
    places: dict[str, set[object]] = {}
    without = COMMENTARY.text.replace("og:image", "og:other").replace('"image"', '"other"')
    for page in (*(case.page for case in cases()), without.encode()):
        shown = explained(page)
        for name, field in by_name(shown).items():
            where = field["where"]
            assert where is None or where in range(len(shown["lines"])) or f"`{where}`" in DOCUMENT
            places.setdefault(name, set()).add(where if isinstance(where, str) else type(where))
    assert {"metadata", int} <= places["topics"]
    assert {"head", int} <= places["image"]
    assert {"metadata", int} <= places["authors"]


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal whose width the test sets."""
    monkeypatch.setenv("TERM", "xterm")
    return monkeypatch


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_fields_and_lines_are_those_of_the_record(case: Case) -> None:
    shown, record = explained(case.page), case.unchanged
    fields = by_name(shown)
    assert [field.name for field in FIELDS] == list(fields)
    assert {name: field["value"] for name, field in fields.items()} == {name: record[name] for name in fields}
    assert (shown["layout"], shown["warnings"], shown["refusal"]) == (
        record["layout"],
        record["warnings"],
        None,
    )
    assert [line["line"] for line in shown["lines"]] == list(range(len(shown["lines"])))
    assert all(line["role"] and line["rule"] for line in shown["lines"])


def test_the_body_is_the_lines_that_have_its_roles() -> None:
    for case in (COMMENTARY, BLOG):
        prose = ("paragraph", "list-item", "quotation")
        lines = [line["text"] for line in explained(case.page)["lines"] if line["role"] in prose]
        assert lines == case.unchanged["body"]


def test_a_field_names_its_witness_its_line_and_the_other_witnesses() -> None:
    shown = explained(COMMENTARY.page)
    date = by_name(shown)["date"]
    assert (date["value"], date["witness"]) == ("2026-04-23", "printed_date")
    assert shown["lines"][date["where"]]["text"] == "Published on Apr 23, 2026"
    assert date["others"] == [
        {"witness": "published_time", "where": "head", "value": "2026-04-23", "agrees": True}
    ]
    assert "citation_date" in date["silent"]


def test_a_witness_that_disagrees_is_shown_with_what_it_says() -> None:
    page = COMMENTARY.text.replace(
        'published_time" content="2026-04-23', 'published_time" content="2026-04-30'
    )
    (other,) = by_name(explained(page))["date"]["others"]
    assert (other["value"], other["agrees"]) == ("2026-04-30", False)
    assert "differs: published_time, head:" in " ".join(plain(explained(page)).split())


@pytest.mark.parametrize(
    ("label", "agrees"), [("Kommentar", False), ("Комментарий", True), ("Commentary", True), ("Paper", False)]
)
def test_types_agree_that_are_the_same_kind_in_other_words(label: str, agrees: bool) -> None:
    page = COMMENTARY.text.replace(">Commentary<", f">{label}<")
    assert [other["agrees"] for other in by_name(explained(page))["type"]["others"]] in ([agrees], [])
    assert by_name(explained(page))["type"]["others"] or label == "Kommentar"


def test_the_signs_on_the_way_to_the_layout_come_in_their_order() -> None:
    shown = explained(BLOG.page)
    assert set(shown["signs"]) == set(SIGNS)
    assert shown["asked"] == ["plain_text", "metadata_block", "current", "legacy", "blog"]
    assert [shown["signs"][sign] for sign in shown["asked"]] == [False, False, False, True, True]


def test_the_name_of_a_rule_leads_to_its_code_and_a_kind_of_line() -> None:
    """In `lines/`, or by the table of CONTRIBUTING.md."""
    code = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "carnegie_extract" / "lines").glob("*.py")
    )
    made = re.compile(r"removal .+|\w+_element|(opens|in)_\w+|\w+_in_body")
    rules: dict[str, set[str]] = {}
    for page in (*(case.page for case in cases()), *(page.encode() for page in (*SMALL, *RULED))):
        for line in explained(page)["lines"]:
            if line["rule"] is not None:
                rules.setdefault(line["rule"], set()).add(line["role"])
    elsewhere = [rule for rule in rules if f'"{rule}"' not in code and f"def {rule}(" not in code]
    assert [rule for rule in elsewhere if not made.fullmatch(rule)] == []
    several = {rule: roles for rule, roles in rules.items() if len(roles) > 1}
    assert several == {"lone_label": {"byline", "date"}, "player": {"player", "tool"}}


def test_renamed_classes_leave_selectors_without_a_match_and_the_record_as_it_was() -> None:
    for case in (COMMENTARY, BLOG):
        renamed = drift.rename_classes(case.text)
        before, after = explained(case.page), explained(renamed)
        classes = {selector for selector in matches(before) if re.match(r"[\w-]*\.", selector)}
        assert any(matches(before)[selector] for selector in classes)
        assert not any(matches(after)[selector] for selector in classes)
        assert as_record(extract(renamed.encode(), source=case.path.name)) == case.unchanged


def test_renamed_classes_show_which_witness_fell_silent_and_which_carried() -> None:
    before = by_name(explained(BLOG.page))["blog"]
    after = by_name(explained(drift.rename_classes(BLOG.text)))["blog"]
    assert (before["witness"], [other["witness"] for other in before["others"]]) == (
        "selected_blog",
        ["blog_in_header"],
    )
    assert (after["witness"], after["value"]) == ("blog_in_header", before["value"])
    assert "selected_blog" in after["silent"]
    assert "no match: .article-body" in plain(explained(drift.rename_classes(BLOG.text)))


def test_the_form_and_the_charset() -> None:
    shown = explained(Case(FIXTURES / "carnegie-ru" / "banner-ru").text.encode("utf-16"))
    assert (shown["forms"], shown["charset"]["name"]) == (["html"], "utf-16-le")
    text = next(case for case in cases() if case.path.suffix == ".txt")
    assert explained(text.page)["forms"] == ["text"]
    assert explained(text.page)["selectors"] == []


def test_the_place_of_the_metadata_block() -> None:
    shown = explained(COMMENTARY.page)
    assert shown["lines"][shown["metadata"]["where"]]["role"] == "metadata"
    assert explained(BLOG.page)["metadata"] is None
    broken = explained(COMMENTARY.text.replace('"authors": [', '"authors": [,', 1))
    assert broken["metadata"] == {"read": False, "where": shown["metadata"]["where"]}


@pytest.mark.parametrize(
    ("path", "kind", "missing"),
    [
        (LIST, "list-page", {"a metadata block", "a byline", "a date near the headline", "a text"}),
        (OTHER, "other-site", {"an address of the page's own", "a metadata block"}),
        (REJECTED / "no-article" / "cut-off-en.html", "no-article", {"a headline"}),
    ],
    ids=["list", "other-site", "no-headline"],
)
def test_a_refused_page_tells_what_was_missing(path: Path, kind: str, missing: set[str]) -> None:
    shown = explained(path.read_bytes())
    assert shown["refusal"]["kind"] == kind
    assert missing <= set(shown["refusal"]["missing"])
    assert shown["lines"], "how far it got"
    assert set(shown["signs"]) == set(SIGNS)


def test_a_refused_page_is_explained_as_far_as_it_was_read() -> None:
    for path in sorted(REJECTED.glob("*/*")):
        shown = explained(path.read_bytes(), str(path))
        assert shown["refusal"], path
        assert shown["refusal"]["reason"] in " ".join(plain(shown).split()), path


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_fits_the_terminal(wide: pytest.MonkeyPatch, columns: int) -> None:
    wide.setenv("COLUMNS", str(columns))
    for path in (COMMENTARY.path, BLOG.path, LIST, FIXTURES / "carnegie-ru" / "banner-ru" / "page.html"):
        shown = explained(path.read_bytes(), str(path))
        text = view(shown, is_terminal=True, colored=False)
        assert max(map(len, text.splitlines())) <= columns
        for word in (
            "Form",
            "Layout",
            "Lines",
            "role",
            "rule",
            *(field["field"] for field in shown["fields"]),
        ):
            assert re.search(rf"(?m)^ *{word}\b|  {word}\b", text), word


def test_a_narrow_terminal_has_room_for_what_the_page_says(wide: pytest.MonkeyPatch) -> None:
    wide.setenv("COLUMNS", "40")
    text = view(explained(COMMENTARY.page), is_terminal=True, colored=False)
    assert max(map(len, text.splitlines())) <= 40
    assert re.search(r"(?m)^ *3  headline +The Quiet P", text)
    assert re.search(r"(?m)^ ?date +2026-04-23\n +printed_date, line 7$", text)


def test_colors_on_a_terminal_alone() -> None:
    shown = explained(COMMENTARY.page)
    assert ESCAPE in view(shown, is_terminal=True, colored=True)
    assert ESCAPE not in view(shown, is_terminal=True, colored=False)
    assert all(line.isprintable() and line == line.rstrip() for line in plain(shown).splitlines())
    assert not re.search("[\u2500-\u257f]", plain(shown))


def test_in_a_pipe_each_row_is_one_line() -> None:
    shown = explained(COMMENTARY.page)
    lines = plain(shown).splitlines()
    assert any(line.endswith(shown["addresses"][0]) for line in lines)
    (silent,) = [field["silent"] for field in shown["fields"] if field["field"] == "date"]
    assert any(line.endswith(f"silent: {', '.join(silent)}") for line in lines)
    for line in shown["lines"]:
        if line["role"] == "paragraph" and len(line["text"]) <= 400:
            assert any(row.endswith(f"  {line['text']}") for row in lines)
    cut = explained(COMMENTARY.text.replace("A harbor that", "A harbor " * 60 + "that"))
    assert max(map(len, plain(cut).splitlines())) < 500
    colored = view(shown, is_terminal=False, colored=True)
    assert not re.search(r"(?m) (\x1b\[[\d;]*m)*$", colored), "`less -R` would wrap what nobody sees"


def test_pieces_that_a_page_keeps_apart_are_shown_apart() -> None:
    shown = explained(COMMENTARY.page)
    texts = {line["role"]: line["text"] for line in shown["lines"]}
    assert texts["label"] == "Commentary · Carnegie Politika"
    assert " · " in texts["author"]
    assert " · " in texts["tags"]
    page = COMMENTARY.text.replace("A harbor that", "H<sub>2</sub>O in a <b>H</b>arbor that")
    (first,) = [line["text"] for line in explained(page)["lines"] if "arbor that" in line["text"]]
    assert first.startswith("H2O in a Harbor that")


def test_chrome_is_folded_and_prose_is_not() -> None:
    shown = explained(COMMENTARY.page)
    text = plain(shown)
    assert re.search(r"… 2 lines: metadata \(\w+\), navigation \(\w+\)$", text, re.M)
    assert re.search(r"… \d+ lines: related \(\w+(, \w+)*\), card \(\w+(, \w+)*\), footer \(", text)
    assert text.endswith("\n\n--json prints everything, including the folded lines.\n")
    assert "--json" not in plain(explained(b" ")), "nothing is folded where no line was read"
    assert "Link Copied" in text, "a line alone takes no more room than its fold"
    for line in shown["lines"]:
        if line["role"] == "paragraph":
            assert re.search(rf"(?m)^ *{line['line']}  paragraph ", text)


def test_what_a_page_says_takes_no_hold_of_the_terminal() -> None:
    page = COMMENTARY.text.replace("Olwen Farrar", "Olwen \x1b[31mFarrar\x9b2J[/bold]")
    shown = explained(page, "page\x1b]0;title\x07.html")
    for colored in (False, True):
        text = view(shown, is_terminal=True, colored=colored)
        assert not re.search(r"\x1b(?!\[[\d;]*m)|[\x07\x9b]", text)
    assert "\\x1b]0;title\\x07" in plain(shown)


def test_a_page_of_an_archive_tells_its_forms(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    member = f"{ARCHIVE}#carnegie-mec.commentary-ar.html"
    assert main(["--explain", "--json", member]) == 0
    shown = json.loads(capfdbinary.readouterr().out)
    assert (shown["source"], shown["forms"]) == (member, ["gzip", "tar", "html"])
    assert (shown["layout"], shown["lines"][0]["line"]) == ("carnegie-mec", 0)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--json", COMMENTARY.path], "--json needs --explain"),
        (["--explain", COMMENTARY.path, BLOG.path], "--explain takes exactly one PAGE"),
        (["--explain", FIXTURES], "is a folder"),
        (["--explain", COMMENTARY.path, "-o", "x"], "cannot be combined with --output"),
        (["--explain", COMMENTARY.path, "-j", "2"], "cannot be combined with --jobs"),
        (["--explain", "--files-from", "x"], "cannot be combined with --files-from"),
        (["--explain", COMMENTARY.path, "--pretty"], "cannot be combined with --pretty"),
        (["--explain", ARCHIVE], "holds several pages: choose one as PATH#MEMBER, such as '"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_no_sense_with_explain(
    arguments: list[str | Path], says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([str(argument) for argument in arguments]) == 2
    out, err = capfd.readouterr()
    assert (out, says in err) == ("", True)


def test_the_member_that_the_error_names_can_be_explained(capfd: pytest.CaptureFixture[str]) -> None:
    main(["--explain", str(ARCHIVE)])
    (member,) = re.findall(r"such as '(.*)'", capfd.readouterr().err)
    assert main(["--explain", member]) == 0


def test_a_file_that_cannot_be_read_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "missing.html"]) == 1
    assert main(["--explain", f"{ARCHIVE}#missing.html"]) == 1
    assert capfd.readouterr() == (
        "",
        "carnegie-extract: missing.html: no such file\n"
        f"carnegie-extract: {ARCHIVE}#missing.html: no such page in this file\n",
    )


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    paragraph = f"<p>{'The tide came in and the harbor filled. ' * 9}</p>\n"
    page.write_text(COMMENTARY.text.replace("</main>", f"{paragraph * 20_000}</main>"), encoding="utf-8")
    done = run(
        "--explain", "--timeout", "0.05", page
    )  # hypothesis looks on while this process collects its garbage
    said = f"carnegie-extract: {page}: took longer than 0.05 s (see --timeout)\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", said)


def test_the_command_explains_a_refused_page_and_fails() -> None:
    done = run("--explain", "--json", LIST)
    assert json.loads(done.stdout)["refusal"]["kind"] == "list-page"
    assert done.stderr.decode() == f"carnegie-extract: {LIST}: a list of articles, not an article\n"
    assert done.returncode == 1


def test_an_explanation_for_people_says_the_reason_once() -> None:
    done = run("--explain", LIST)
    assert done.stdout.count(b"a list of articles, not an article") == 1
    assert (done.stderr, done.returncode) == (b"", 1)


def test_the_command_explains_standard_input() -> None:
    done = run("--explain", "-", stdin=COMMENTARY.page)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == plain(explained(COMMENTARY.page, "-"))


def test_a_name_of_odd_bytes_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copy(COMMENTARY.path, tmp_path / "a\nb.html")
    assert main(["--explain", str(tmp_path / "a\nb.html")]) == 0
    assert "a\\nb.html" in re.sub(r"\n +", "", capfd.readouterr().out)
