"""Which files are read: folders, lists, names."""

import gzip
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from corpus import FIXTURES, SAVED
from hypothesis import example, given
from hypothesis import strategies as st
from test_command import CHALLENGE, COMMAND, ENVIRONMENT, PAGE, records
from test_rooms import modules, room, strings
from warm import run

from carnegie_extract import UnreadableFile
from carnegie_extract.batch import convert
from carnegie_extract.batch.inputs.entries import LeftOut, Pause
from carnegie_extract.batch.inputs.paths import Rules, expanded, listed, may_be_page, walk
from carnegie_extract.forms import FORMS

OTHER = FIXTURES / "legacy-blog" / "diwan-en" / "page.html"


def tree(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PAGE, path)
    return folder


def names(folder: Path, *, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    found = list(walk(str(folder), Rules(include, exclude)))
    return [
        f"! {path.reason}" if isinstance(path, UnreadableFile) else os.path.relpath(str(path), folder)
        for path in found
        if not isinstance(path, LeftOut)
    ]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    tree(tmp_path, "b.html", "a/z.html", "a/B.html", "c/d/e.html", "a.html")
    assert names(tmp_path) == ["a/B.html", "a/z.html", "a.html", "b.html", "c/d/e.html"]


def test_hidden_files_and_the_folders_of_browser_saves_are_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, "page.html", "page_files/frame.html", ".git/x.html", ".hidden.html", "files/y.html")
    assert names(tmp_path) == ["files/y.html", "page.html"]


def test_links_in_circles_end(tmp_path: Path) -> None:
    tree(tmp_path, "a/page.html")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert names(tmp_path) == ["a/page.html", "a/self"]


def test_a_folder_is_read_once_whether_a_link_or_its_own_name_comes_first(tmp_path: Path) -> None:
    tree(tmp_path, "m/page.html", "n/page.html")
    (tmp_path / "a").symlink_to(tmp_path / "n")
    (tmp_path / "z").symlink_to(tmp_path / "m")
    assert names(tmp_path) == ["a/page.html", "m/page.html"]


def test_a_link_to_a_folder_around_is_not_followed(tmp_path: Path) -> None:
    tree(tmp_path, "page.html", "in/deep/page.html")
    (tmp_path / "in" / "deep" / "up").symlink_to(tmp_path)
    assert names(tmp_path / "in") == ["deep/page.html"]


def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path) -> None:
    tree(tmp_path, "page.html")
    (tmp_path / "lost.html").symlink_to(tmp_path / "nowhere")
    done = run("-q", tmp_path)
    assert len(records(done.stdout)) == 1
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/lost.html: a broken link\n"
    assert done.returncode == convert.Exit.FAILED


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    tree(tmp_path, "page.html")
    os.mkfifo(tmp_path / "pipe.html")
    assert names(tmp_path) == ["page.html"]


def test_globs(tmp_path: Path) -> None:
    tree(tmp_path, "a.html", "b.dump", "drafts/c.html", "d.txt")
    assert names(tmp_path, include=("*.dump",)) == ["b.dump"]
    assert names(tmp_path, exclude=("*.txt", "drafts/*")) == ["a.html"]
    assert names(tmp_path, include=("*.html",), exclude=("a.*",)) == ["drafts/c.html"]


def test_a_glob_that_ends_in_a_slash_is_for_all_below(tmp_path: Path) -> None:
    tree(tmp_path, "a.html", "drafts/b.html", "drafts/old/c.html", "new/drafts/d.html", "drafts/style.css")
    assert names(tmp_path, include=("drafts/",)) == ["drafts/b.html", "drafts/old/c.html"]
    assert names(tmp_path, exclude=("drafts/",)) == ["a.html", "new/drafts/d.html"]
    assert names(tmp_path, include=("*/drafts/", "drafts/o*/")) == ["drafts/old/c.html", "new/drafts/d.html"]


def test_a_glob_that_takes_any_ending_asks_for_none(tmp_path: Path) -> None:
    tree(tmp_path, "a.html", "drafts/b.html", "drafts/c.json", "drafts/style.css", "d.json")
    assert names(tmp_path, include=("drafts/*",)) == ["drafts/b.html"]
    assert names(tmp_path, include=("*",)) == ["a.html", "drafts/b.html"]
    assert names(tmp_path, include=("drafts/*.json", "d.*")) == ["drafts/c.json"]
    assert names(tmp_path, include=("d.json", "c*s*n")) == ["d.json", "drafts/c.json"]


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ({"include": ("*.foo",)}, "--include"),
        ({"exclude": ("*.html",)}, "--exclude"),
        ({"include": ("a.*",), "exclude": ("*.html",)}, "--include and --exclude"),
    ],
)
def test_a_folder_of_which_globs_leave_nothing_names_them(
    rules: dict[str, tuple[str, ...]], says: str, tmp_path: Path
) -> None:
    tree(tmp_path, "a.html")
    assert names(tmp_path, **rules) == [f"! no file in this folder passes {says}"]


@pytest.mark.parametrize("empty", ["", "style.css", ".page.html"])
def test_a_folder_without_pages_is_reported(tmp_path: Path, empty: str) -> None:
    if empty:
        tree(tmp_path, empty)
    assert names(tmp_path) == ["! no web pages or archives found in this folder"]
    done = run("-q", tmp_path)
    assert (
        done.stderr.decode()
        == f"carnegie-extract: {tmp_path}: no web pages or archives found in this folder\n"
    )
    assert done.returncode == convert.Exit.FAILED


@pytest.mark.parametrize(
    "name",
    (
        "page.html PAGE.HTM page.html.gz crawl.warc.gz crawl.wacz page.mhtml page page.gz posts?lang=en "
        "index.html?lang=en index.php a-pub-78407 u.s.-china-relations page.txt.br page.2020 pages.tgz"
    ).split(),
)
def test_names_that_can_be_pages(name: str) -> None:
    assert may_be_page(name)


@pytest.mark.parametrize(
    "name",
    ["style.css", "dot.png", "script.js.gz", "records.jsonl", "data.json", "paper.pdf", "a.docx", "x.py"],
)
def test_names_that_are_something_else(name: str) -> None:
    assert not may_be_page(name)


@pytest.mark.parametrize("ending", [ending for form in FORMS for ending in form.endings])
def test_a_folder_is_read_for_each_ending_of_a_form(ending: str) -> None:
    assert may_be_page(f"page{ending}")
    assert may_be_page(f"page.html{ending}")


def test_the_endings_of_forms_stand_in_their_room_alone() -> None:
    endings = {ending for form in FORMS for ending in form.endings} - {".gz", ".zst"}  # of output, too
    for module, tree in modules().items():
        words = {word for text in strings(tree) for word in text.split()}
        assert room(module) == "forms" or not words & endings, module


def test_lists_of_paths(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"a.html\n\nb c.html\nlast.html")
    assert list(listed(str(path), null=False)) == ["a.html", "b c.html", "last.html"]
    path.write_bytes(b"a\nb.html\0c.html\0")
    assert list(listed(str(path), null=True)) == ["a\nb.html", "c.html"]


BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    "content",
    [
        "a.html\r\nКарнеги.html\r\n".encode(),
        BOM + "a.html\nКарнеги.html\n".encode(),
        BOM + b"\r\n\r\na.html\r\n \t\r\n" + BOM + "Карнеги.html".encode(),
        "\ufeffa.html\r\nКарнеги.html\r\n".encode("utf-16-le"),
        "\ufeffa.html\r\nКарнеги.html\r\n".encode("utf-16-be"),
        "a.html\r\nКарнеги.html\r\n".encode("utf-16-le"),
        "a.html\nКарнеги.html".encode("utf-16-be"),
        "\ufeffa.html\nКарнеги.html\n".encode("utf-32-le"),
        "\ufeffa.html\r\nКарнеги.html".encode("utf-32-be"),
        "a.html\nКарнеги.html\n".encode("utf-32-le"),
        "a.html\nКарнеги.html".encode("utf-32-be"),
        "a.html\rКарнеги.html\r".encode(),
        "\ufeffa.html\r\rКарнеги.html".encode("utf-16-be"),
        b"\n \n\na.html\n" + "Карнеги.html\n\n".encode(),
    ],
    ids=[
        *("CR LF", "mark", "marks and blanks", "LE", "BE", "LE unmarked", "BE unmarked"),
        *("32 LE", "32 BE", "32 LE unmarked", "32 BE unmarked", "CR", "CR in BE", "blank lines"),
    ],
)
def test_lists_from_windows_and_old_macs(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    assert list(listed(str(path), null=False)) == ["a.html", "Карнеги.html"]


def test_a_utf16_list_in_pieces(tmp_path: Path) -> None:
    names = [f"{number}-Карнеги-𝄞.html" for number in range(20_000)]
    path = tmp_path / "list"
    path.write_bytes("\r\n".join(["\ufeff", *names]).encode("utf-16-le"))
    assert list(listed(str(path), null=False)) == names


def test_between_nul_every_byte_counts(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"a.html\r\0 \0b\r\n")
    assert [os.fsencode(str(name)) for name in listed(str(path), null=True)] == [b"a.html\r", b" ", b"b\r\n"]


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_lists_of_nul_in_wide_encodings(encoding: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(f"{mark}./a.html\0\0Карнеги.html\0".encode(encoding))
    assert list(listed(str(path), null=True)) == ["./a.html", "Карнеги.html"]


def test_names_of_one_letter_are_not_utf16_between_nul(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"a\0b\0.\0")
    assert list(listed(str(path), null=True)) == ["a", "b", "."]


def test_a_file_whose_name_holds_a_mark_or_cr_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("\ufeffa.html", "b\rc.html"):
        Path(name).touch()
    Path("list").write_bytes(b"b\rc.html")
    assert list(listed("list", null=False)) == ["b\rc.html"]
    Path("list").write_bytes("\ufeffa.html\0".encode())
    assert list(listed("list", null=True)) == ["\ufeffa.html"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (PAGE.read_bytes(), "a web page"),
        ("\ufeff<html>\n<head>\n".encode("utf-16-le"), "a web page"),
        (gzip.compress(PAGE.read_bytes()), "a gzip file"),
        (b"\x02\x01\x01\0\0\n\0\0\n", "binary data"),
    ],
    ids=["page", "UTF-16", "gzip", "unknown"],
)
@pytest.mark.parametrize("through_pipe", [False, True])
def test_a_page_given_as_a_list_is_one_line_of_wrong_usage(
    content: bytes, says: str, through_pipe: bool, tmp_path: Path
) -> None:
    path, output = tmp_path / "given", tmp_path / "out.jsonl"
    path.write_bytes(content)
    named = [] if through_pipe else [PAGE]
    arguments = (*named, "-o", output, "--files-from", "-" if through_pipe else path)
    done = run(*arguments, stdin=content if through_pipe else b"")
    name = "standard input" if through_pipe else path
    assert done.stderr.decode() == f"carnegie-extract: {name}: {says}, not a list of paths\n"
    assert (done.stdout, done.returncode) == (b"", convert.Exit.USAGE)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("first", ["<draft>.html", "ID3 tags.html", "BZh.html"])
def test_a_list_whose_first_path_looks_odd_is_read(first: str, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text(f"{first}\nb.html\n", encoding="utf-8")
    assert list(listed(str(path), null=False))[1:] == ["b.html"]


def test_a_file_whose_name_ends_in_cr_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.html\r", "b.html\r", "b.html", " "):
        Path(name).touch()
    Path("list").write_bytes(b"a.html\r\nb.html\r\nc.html\r\n \n")
    assert list(listed("list", null=False)) == ["a.html\r", "b.html\r", "c.html", " "]


@pytest.mark.parametrize("null", [False, True])
def test_a_line_longer_than_any_path_costs_itself_alone(tmp_path: Path, null: bool) -> None:
    end = b"\0" if null else b"\n"
    path = tmp_path / "list"
    path.write_bytes(b"a.html" + end + b"x" * 5_000_000 + end + b"b.html" + end)
    first, error, last = listed(str(path), null=null)
    assert (first, last) == ("a.html", "b.html")
    assert str(error) == f"{path}: line 2 is longer than any path"


def test_a_long_line_is_read_in_linear_time(tmp_path: Path) -> None:
    def seconds(length: int) -> float:
        path = tmp_path / "list"
        path.write_bytes(b"x" * length)
        start = time.process_time()
        assert len(list(listed(str(path), null=False))) == 1
        return time.process_time() - start

    assert seconds(40_000_000) < 30 * max(seconds(4_000_000), 0.01)


def test_a_list_of_nul_that_is_read_by_lines_says_what_helps(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"./a.html\0./b.html\0")
    (error,) = listed(str(path), null=False)
    assert str(error) == (f"{path}: line 1 contains a NUL character; for paths separated by NUL, add -0")


# Pages of archives by their source


def zipped(path: Path, **members: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, page in members.items():
            archive.write(page, name)
    return path


def test_a_printed_source_is_read_again(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner#1.zip", **{"a#b.html": PAGE, "c.html": OTHER})
    outer = zipped(tmp_path / "outer.zip", **{"in#ner.zip": inner, "d.html": OTHER})
    sources = [str(record["source"]) for record in records(run("-q", outer, inner).stdout)]
    assert f"{outer}#in#ner.zip#a#b.html" in sources
    assert f"{inner}#a#b.html" in sources
    for source in sources:
        done = run(source)
        assert [record["source"] for record in records(done.stdout)] == [source]
        assert (done.stderr, done.returncode) == (b"", convert.Exit.OK)
    listing = "".join(f"{source}\r\n" for source in sources).encode()
    again = run("-q", "--files-from", "-", stdin=listing)
    assert [record["source"] for record in records(again.stdout)] == sources


def test_a_record_of_a_warc_is_read_again() -> None:
    path = SAVED / "wget-warc-gz" / "crawl.warc.gz"
    first, *_ = records(run("-q", path).stdout)
    (again,) = records(run(str(first["source"])).stdout)
    assert again == first


def test_a_file_goes_before_a_page_of_an_archive(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", **{"b.html": PAGE})
    shutil.copy(OTHER, f"{archive}#b.html")
    (record,) = records(run(f"{archive}#b.html").stdout)
    assert record["headline"] == records(run(OTHER).stdout)[0]["headline"]


def test_a_page_that_an_archive_does_not_hold(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", **{"b.html": PAGE})
    done = run(f"{archive}#c.html")
    assert done.stderr.decode() == f"carnegie-extract: {archive}#c.html: no such page in this file\n"
    assert done.returncode == convert.Exit.FAILED
    assert run(f"{tmp_path}#c.html").stderr.endswith(b"#c.html: no such file\n")


def test_a_page_of_an_archive_that_is_named_says_itself_why_it_fails(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", **{"b.html": CHALLENGE, "c.html": PAGE})
    done = run(f"{archive}#b.html")
    assert done.stderr.decode().startswith(f"carnegie-extract: {archive}#b.html: ")
    assert (done.stderr.count(b"\n"), done.returncode) == (1, convert.Exit.FAILED)


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be any bytes")
def test_a_source_with_odd_bytes_is_read_again(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.zip"
    os.rename(zipped(tmp_path / "a.zip", **{"b\\xe9.html": PAGE}), raw)
    for argument in (f"{tmp_path}/caf\\xe9.zip#b\\xe9.html", raw + b"#b\\xe9.html"):
        (record,) = records(run(argument).stdout)
        assert record["source"] == f"{tmp_path}/caf\\xe9.zip#b\\xe9.html"
    page = os.fsencode(tmp_path) + b"/caf\xe9.html"
    shutil.copy(PAGE, os.fsdecode(page))
    (record,) = records(run(f"{tmp_path}/caf\\xe9.html").stdout)
    assert record["source"] == f"{tmp_path}/caf\\xe9.html"


def test_a_list_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (missing,) = listed(str(tmp_path / "none"), null=False)
    assert isinstance(missing, UnreadableFile)
    done = run("-q", "--files-from", tmp_path / "none", PAGE)
    assert len(records(done.stdout)) == 1
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/none: no such file\n"
    assert done.returncode == convert.Exit.FAILED


def test_an_empty_name_is_reported() -> None:
    done = run("-q", "", PAGE)
    assert len(records(done.stdout)) == 1
    assert done.stderr == b"carnegie-extract: '': the name is empty; is a shell variable unset?\n"
    assert done.returncode == convert.Exit.FAILED


def test_files_folders_and_lists_mix(tmp_path: Path) -> None:
    tree(tmp_path, "folder/a.html", "folder/b.html", "other/c.html")
    listing = f"{OTHER}\n{tmp_path}/other\n".encode()
    done = run("-q", PAGE, tmp_path / "folder", "--files-from", "-", stdin=listing)
    assert [record["source"] for record in records(done.stdout)] == [
        str(PAGE),
        f"{tmp_path}/folder/a.html",
        f"{tmp_path}/folder/b.html",
        str(OTHER),
        f"{tmp_path}/other/c.html",
    ]
    assert (done.stderr, done.returncode) == (b"", convert.Exit.OK)


def test_odd_names_from_find(tmp_path: Path) -> None:
    odd = [b"new\nline.html", b"caf\xe9.html", "Карнеги.html".encode(), b"-dash.html", b" space.html"]
    for name in odd:
        shutil.copy(PAGE, os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
    listing = b"".join(os.path.join(os.fsencode(tmp_path), name) + b"\0" for name in odd)
    for done in (run("-q0", "--files-from", "-", stdin=listing), run("-q", tmp_path)):
        assert len(records(done.stdout)) == len(odd)
        assert (done.stderr, done.returncode) == (b"", convert.Exit.OK)


def test_standard_input_is_read_once() -> None:
    done = run("-", "--files-from", "-")
    assert (done.stdout, done.returncode) == (b"", convert.Exit.USAGE)
    assert b"standard input (-) can be read only once" in done.stderr


def test_nothing_to_read_is_wrong_usage() -> None:
    command = [*COMMAND, "--pretty"]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60, env=ENVIRONMENT
    )
    assert (done.stdout, done.returncode) == (b"", convert.Exit.USAGE)
    assert b"name a file" in done.stderr


def test_paths_are_a_stream(tmp_path: Path) -> None:
    endless = tmp_path / "pipe"
    os.mkfifo(endless)
    if os.fork() == 0:
        with endless.open("wb", buffering=0) as pipe:
            try:
                while True:
                    pipe.write(b"x.html\n" * 1000)
            except BrokenPipeError:
                os._exit(0)
    paths = expanded([], [str(endless)], Rules(), null=False)
    named = (path for path in paths if not isinstance(path, Pause))
    assert [next(named) for _ in range(5000)] == ["x.html"] * 5000
    paths.close()  # type: ignore[attr-defined]  # it is a generator
    os.wait()


NO_NAMES = (BOM, b"\xff\xfe", b"\xfe\xff", b"<")
"""How a list begins that has a byte-order mark, or is a page."""
PATHS = st.lists(
    st.binary(min_size=1, max_size=12).filter(
        lambda name: b"\0" not in name and not name.startswith(NO_NAMES)
    ),
    max_size=30,
)


@given(PATHS)
@example([b"-"])
def test_a_list_gives_back_its_paths(tmp_path_factory: pytest.TempPathFactory, paths: list[bytes]) -> None:
    path = tmp_path_factory.getbasetemp() / "list"
    path.write_bytes(b"\0".join(paths))
    expected = [b"./-" if name == b"-" else name for name in paths]
    assert [os.fsencode(str(name)) for name in listed(str(path), null=True)] == expected
