"""A folder with a file for each article: names, collisions, and that nothing is lost."""

import os
import shutil
import signal
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from processes import LIMITED_ENVIRONMENT, folder_of, limited, wait_for
from small_pages import legacy
from targets import content_of, must_refuse, usage
from test_command import CHALLENGE, COMMAND, OTHER, PAGE, start
from warm import run

from carnegie_extract.batch.convert import Exit
from carnegie_extract.formats.file_names import stem

NAME = "2026-04-23-the-quiet-ports-nobody-bothered-to-close"
ARTICLE = run("--format", "markdown", PAGE).stdout


def named(**said: Any) -> str:
    return stem({"url": None, "headline": "Harbor Lights", "date": "2026-04-23", **said})


@pytest.mark.parametrize(("name", "ending"), [("markdown", ".md"), ("text", ".txt")])
@pytest.mark.parametrize("slash", ["/", ""])
def test_each_article_has_a_file(tmp_path: Path, name: str, ending: str, slash: str) -> None:
    folder = tmp_path / "out"
    if not slash:
        folder.mkdir()
    done = run(PAGE, CHALLENGE, OTHER, "--format", name, "-o", f"{folder}{slash}")
    assert done.returncode == Exit.FAILED
    assert b"2 articles, 0 skipped, 1 failed" in done.stderr
    files = content_of(folder)
    assert len(files) == 2
    assert files[f"{NAME}{ending}"] == run("--format", name, PAGE).stdout
    assert all(path.suffix == ending for path in folder.iterdir())


def test_the_same_name_is_numbered_in_the_order_of_the_pages(tmp_path: Path) -> None:
    pages = [tmp_path / f"{number}.html" for number in range(3)]
    for page in pages:
        shutil.copy(PAGE, page)
    run("-q", *pages, "--format", "markdown", "-o", f"{tmp_path}/out/", "-j", "2")
    for page, name in zip(pages, (NAME, f"{NAME}-2", f"{NAME}-3"), strict=True):
        text = (tmp_path / "out" / f"{name}.md").read_text(encoding="utf-8")
        assert f'source: "{page}"' in text


def test_the_same_command_again_changes_nothing(tmp_path: Path) -> None:
    pages, folder = folder_of(tmp_path / "pages", 12), tmp_path / "out"
    command = ("-q", pages, "--format", "markdown", "-o", folder)
    folder.mkdir()
    run(*command)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert len(before) == 11
    run(*command)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    next(iter(before)).unlink()
    run(*command)
    assert sorted(folder.iterdir()) == sorted(before)


def test_an_interrupted_run_is_continued_by_the_same_command(tmp_path: Path) -> None:
    pages, folder = folder_of(tmp_path / "pages", 400), tmp_path / "out"
    command = (pages, "--format", "markdown", "-o", f"{folder}/")
    with start(*command) as process:
        wait_for(lambda: folder.exists() and any(folder.iterdir()))
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait(60) == Exit.INTERRUPTED
    assert "to continue, run the same command again; files that are complete are kept" in said
    assert 0 < len(list(folder.iterdir())) < 380
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]
    run("-q", *command)
    assert len(list(folder.iterdir())) == 380


def test_a_folder_needs_no_resume(tmp_path: Path) -> None:
    done = run(PAGE, "--format", "text", "-o", f"{tmp_path}/", "--resume")
    says = "--resume is not needed with a folder: run the same command again; existing files are kept"
    assert done.stderr.decode().endswith(f"Error: {says}\n")
    assert done.returncode == Exit.USAGE


def test_what_the_user_wrote_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / f"{NAME}.md").write_bytes(b"my notes\n")
    (folder / f"{NAME}-2.md").mkdir()
    (folder / f"{NAME}-3.md").symlink_to(tmp_path / "elsewhere.md")
    assert run("-q", PAGE, "--format", "markdown", "-o", folder).returncode == Exit.OK
    assert content_of(folder) == {
        f"{NAME}.md": b"my notes\n",
        f"{NAME}-3.md": os.fsencode(tmp_path / "elsewhere.md"),
        f"{NAME}-4.md": ARTICLE,
    }
    assert not (tmp_path / "elsewhere.md").exists()


def test_force_replaces_a_file_and_not_what_a_link_leads_to(tmp_path: Path) -> None:
    folder, notes = tmp_path / "out", tmp_path / "notes.md"
    folder.mkdir()
    notes.write_bytes(b"my notes\n")
    for there in (folder / f"{NAME}.md",):
        there.symlink_to(notes)
        assert run("-q", PAGE, "--format", "markdown", "-o", folder, "--force").returncode == Exit.OK
        assert there.read_bytes() == ARTICLE
        assert not there.is_symlink()
    assert notes.read_bytes() == b"my notes\n"


WITHOUT_LINKS = """
import os
def link(*_):
    raise PermissionError(1, "the file system has no links")
os.link = link
"""


def test_a_file_system_without_links_loses_nothing_either(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.md").write_bytes(b"my notes\n")
    assert (
        run("-q", PAGE, "--format", "markdown", "-o", tmp_path, program=WITHOUT_LINKS).returncode == Exit.OK
    )
    assert content_of(tmp_path) == {f"{NAME}.md": b"my notes\n", f"{NAME}-2.md": ARTICLE}


def test_a_full_disk_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "-q", PAGE, "--format", "markdown", "-o", tmp_path],
        capture_output=True,
        check=False,
        timeout=60,
        env=LIMITED_ENVIRONMENT,
        preexec_fn=limited(1000),
    )
    assert done.returncode == Exit.FAILED
    assert done.stderr.startswith(f"carnegie-extract: {tmp_path}: file too large\n".encode())
    assert content_of(tmp_path) == {}


def test_pages_are_never_replaced(tmp_path: Path) -> None:
    page = tmp_path / f"{NAME}.txt"
    shutil.copy(PAGE, page)
    says = f"holds input files, such as {page}, so --force will not replace files there"
    command = ("--format", "text", "-o", tmp_path, "--force")
    must_refuse(tmp_path, page, *command, says=f"{tmp_path}: {says}")
    done = run("--files-from", "-", *command, stdin=os.fsencode(page))
    assert done.stderr.decode().startswith(f"carnegie-extract: {tmp_path}: {says}\n")
    assert (done.returncode, content_of(tmp_path)) == (Exit.USAGE, {page.name: PAGE.read_bytes()})
    assert run("-q", page, "--format", "text", "-o", tmp_path).returncode == Exit.OK
    assert page.read_bytes() == PAGE.read_bytes()


def test_a_folder_that_the_next_run_would_read_is_not_a_target(tmp_path: Path) -> None:
    shutil.copy(PAGE, tmp_path / "a.html")
    target = f"{tmp_path}/out/"
    says = f"{target}: would be read as a page of the folder {tmp_path}; write it elsewhere"
    must_refuse(tmp_path, tmp_path, "--format", "text", "-o", target, says=says)
    assert run("-q", tmp_path, "--format", "markdown", "-o", target).returncode == Exit.OK


PROSE = "--format markdown or --format text to write a file for each article"


@pytest.mark.parametrize("name", ["out/", "out", "out/.", "out/sub/..", "new/", "new/."])
@pytest.mark.parametrize(
    ("form", "says"),
    [([], "name a file, or add"), (["--format", "csv"], "--format csv writes one file; use")],
    ids=["no format", "csv"],
)
def test_the_message_about_a_folder_names_the_formats_it_takes(
    tmp_path: Path, name: str, form: list[str], says: str
) -> None:
    (tmp_path / "out" / "sub").mkdir(parents=True)
    assert usage(PAGE, *form, "-o", name, cwd=tmp_path) == f"{name} is a folder: {says} {PROSE}"


def test_a_folder_to_come_takes_articles_by_any_of_its_names(tmp_path: Path) -> None:
    for name in ("new/", "newer/.", "newest"):
        if name == "newest":
            (tmp_path / name).mkdir()
        assert run("-q", PAGE, "--format", "text", "-o", name, cwd=tmp_path).returncode == Exit.OK
        assert len(list((tmp_path / name).iterdir())) == 1


def test_failures_and_the_report_may_stand_in_a_new_folder(tmp_path: Path) -> None:
    files = ("-o", "new/", "--errors", "new/errors.jsonl", "--report", "new/report.html")
    done = run(PAGE, CHALLENGE, "--format", "markdown", *files, cwd=tmp_path)
    assert done.stderr.decode().endswith("; written to new/, new/errors.jsonl and new/report.html\n")
    assert done.returncode == Exit.FAILED
    assert sorted(content_of(tmp_path / "new")) == [f"{NAME}.md", "errors.jsonl", "report.html"]
    elsewhere = run(PAGE, "--format", "text", "-o", "newer/", "--report", "other/r.html", cwd=tmp_path)
    assert elsewhere.stderr == b"carnegie-extract: other/r.html: no such folder\n"
    assert sorted(tmp_path.iterdir()) == [tmp_path / "new"]


def test_a_file_is_not_a_folder_and_a_folder_s_folder_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    must_refuse(
        *(tmp_path, PAGE, "--format", "text", "-o", f"{tmp_path}/file/"),
        says=f"{tmp_path}/file/: is a file; a folder is needed",
    )
    done = run(PAGE, "--format", "text", "-o", f"{tmp_path}/no/folder/")
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/no/folder/: no such folder\n"
    assert done.returncode == Exit.FAILED


def test_hostile_names_stay_inside(tmp_path: Path) -> None:
    page = (
        legacy()
        .replace("Harbor Lights", "../../etc/passwd &#0; CON|*?")
        .replace(
            'rel="canonical" href="',
            'rel="canonical" href="https://carnegieendowment.org/2019/..%2F..%2F..%2Fetc%2Fpasswd?x=',
        )
    )
    with zipfile.ZipFile(tmp_path / "crawl.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"../{number}.html", page)
    run("-q", tmp_path / "crawl.zip", "--format", "markdown", "-o", f"{tmp_path}/out/")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crawl.zip", "out"]
    assert len(list((tmp_path / "out").iterdir())) == 3


# Names


@given(
    st.one_of(
        st.none(),
        st.text(st.characters(codec="utf-8"), max_size=40).map("https://x.org/{}".format),
        st.text(),
    ),
    st.text(max_size=200),
    st.one_of(st.none(), st.dates().map(str), st.text(max_size=12)),
)
@example(None, "", None)
@example("http://[", "../..", "../x")
@example(None, "CON", None)
@example("https://x.org/-rf", "-", None)
def test_a_name_is_a_plain_name(url: str | None, headline: str, date: str | None) -> None:
    name = named(url=url, headline=headline, date=date)
    assert 0 < len(name.encode()) < 200
    assert name[0] not in ".-"
    assert not set(name) & set('/\\:*?"<>|\0\n ')
    assert name.isprintable() or any(not each.isprintable() for each in headline + (url or ""))
    assert name.lower() not in ("con", "nul", "com1")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            {"url": "https://carnegieendowment.org/posts/2026/04/The-Quiet_Ports/?a#b"},
            "2026-04-23-the-quiet-ports",
        ),
        ({"url": "https://carnegie.ru/commentary/81234", "headline": "Огни порта"}, "2026-04-23-огни-порта"),
        ({"url": None, "date": None}, "harbor-lights"),
        ({"url": "https://x.org/%D9%85%D8%A7"}, "2026-04-23-ما"),
        ({"headline": "हिन्दी में"}, "2026-04-23-हिन्दी-में"),
        ({"headline": "Nul", "date": None}, "article-nul"),
        ({"headline": "?!", "date": None}, "article"),
    ],
)
def test_a_name_is_made_of_date_and_address(said: dict[str, Any], name: str) -> None:
    assert named(**said) == name
