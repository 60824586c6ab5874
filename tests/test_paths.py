"""Which files are read: folders, lists, names."""

import os
import shutil
from pathlib import Path

import pytest
from corpus import FIXTURES
from hypothesis import given
from hypothesis import strategies as st
from test_command import PAGE, records, run

from carnegie_extract import UnreadableFile
from carnegie_extract.batch import convert
from carnegie_extract.batch.paths import Rules, expanded, listed, may_be_page, walk

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


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    tree(tmp_path, "page.html")
    (tmp_path / "lost.html").symlink_to(tmp_path / "nowhere")
    done = run("-q", tmp_path)
    assert len(records(done.stdout)) == 1
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/lost.html: no such file\n"
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


@pytest.mark.parametrize("empty", ["", "style.css", ".page.html"])
def test_a_folder_without_pages_is_told(tmp_path: Path, empty: str) -> None:
    if empty:
        tree(tmp_path, empty)
    assert names(tmp_path) == ["! no file in it that can be a page"]
    done = run("-q", tmp_path)
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}: no file in it that can be a page\n"
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


def test_lists_of_paths(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"a.html\n\nb c.html\nlast.html")
    assert list(listed(str(path), null=False)) == ["a.html", "b c.html", "last.html"]
    path.write_bytes(b"a\nb.html\0c.html\0")
    assert list(listed(str(path), null=True)) == ["a\nb.html", "c.html"]


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    (missing,) = listed(str(tmp_path / "none"), null=False)
    assert isinstance(missing, UnreadableFile)
    done = run("-q", "--files-from", tmp_path / "none", PAGE)
    assert len(records(done.stdout)) == 1
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/none: no such file\n"
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
    assert b"standard input can be read once" in done.stderr


def test_nothing_to_read_is_wrong_usage() -> None:
    done = run("--pretty")
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
    assert [next(paths) for _ in range(5000)] == ["x.html"] * 5000
    paths.close()  # type: ignore[attr-defined]  # it is a generator
    os.wait()


PATHS = st.lists(st.binary(min_size=1, max_size=12).filter(lambda name: b"\0" not in name), max_size=30)


@given(PATHS)
def test_a_list_gives_back_its_paths(tmp_path_factory: pytest.TempPathFactory, paths: list[bytes]) -> None:
    path = tmp_path_factory.getbasetemp() / "list"
    path.write_bytes(b"\0".join(paths))
    assert [os.fsencode(str(name)) for name in listed(str(path), null=True)] == paths
