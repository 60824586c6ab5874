"""Nothing is overwritten: what `--output` and `--errors` will not replace."""

import gzip
import os
import shutil
import subprocess
from pathlib import Path
from stat import S_IFBLK

import pytest
from faults import unpacked
from targets import (
    FAILURE,
    FOREIGN_JSON,
    INDENTED,
    NOTES,
    RECORD,
    WITH_BLOCKS,
    content_of,
    must_refuse,
    named,
    not_ours,
    packed,
)
from test_command import CHALLENGE, OTHER, PAGE, records
from warm import run

from carnegie_extract.batch.convert import Exit

FORCE = " (use --force to replace it)"
"""The way on for a file that is not one of the inputs as well."""

# Targets that hold something else


@pytest.mark.parametrize("option", ["--output", "--errors"])
@pytest.mark.parametrize("way", ["named", "folder", "list", "standard input", "not at all"])
def test_a_page_is_never_replaced(tmp_path: Path, option: str, way: str) -> None:
    page = tmp_path / "d" / "a"
    page.parent.mkdir()
    for path in (page, page.with_name("b")):
        shutil.copy(PAGE, path)
    listing = tmp_path / "list"
    listing.write_text(f"{page}\n", encoding="utf-8")
    arguments: dict[str, list[str | Path]] = {
        "named": [page],
        "folder": [page.parent],
        "list": ["--files-from", listing],
        "standard input": ["--files-from", "-"],
        "not at all": [PAGE],
    }
    stdin = listing.read_bytes()
    must_refuse(
        tmp_path,
        *arguments[way],
        option,
        page,
        says=not_ours(page, option) if way != "named" else not_ours(page, option).removesuffix(FORCE),
        stdin=stdin,
    )


def test_a_glob_after_the_option_destroys_no_page(tmp_path: Path) -> None:
    for ending in (".html", ".txt", ""):
        pages = [tmp_path / f"{name}{ending}" for name in "abc"]
        for page in pages:
            shutil.copy(PAGE, page)
        before = content_of(tmp_path)
        assert run("-o", *pages).returncode == Exit.USAGE
        assert content_of(tmp_path) == before


@pytest.mark.parametrize(
    "content",
    [
        NOTES,
        b"\n",
        b"{}\n",
        b"[]",
        b'{"source":"a.html"}\n',
        FOREIGN_JSON,
        FOREIGN_JSON + b"\n",
        b'{"source":"a","title":"torn in a st',
        RECORD + NOTES,
        RECORD + b"my not",
        RECORD[:-2] + b",\n",
        INDENTED + NOTES,
        RECORD.replace(b'"headline"', b'"title"'),
        gzip.compress(RECORD, mtime=0),
        b"\0" * 5000,
        b"\xff\xfe\0",
    ],
    ids=named,
)
def test_what_holds_anything_else_is_not_replaced(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "notes"
    target.write_bytes(content)
    must_refuse(tmp_path, PAGE, "--output", target, says=not_ours(target))


@pytest.mark.parametrize(
    "content",
    [
        NOTES,
        b'{"source":"a.html"}\n',
        b'{"source":"a","error":"x","message":"y","more":1}\n',
        FAILURE + NOTES,
    ],
    ids=named,
)
def test_what_holds_no_error_lines_is_not_replaced(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "notes"
    target.write_bytes(content)
    must_refuse(tmp_path, PAGE, "--errors", target, says=not_ours(target, "--errors"))


def test_each_option_keeps_off_the_other_s_files(tmp_path: Path) -> None:
    target = tmp_path / "target"
    for option, content in (("--output", FAILURE), ("--errors", RECORD)):
        target.write_bytes(content)
        must_refuse(tmp_path, PAGE, option, target, says=not_ours(target, option))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_packed_targets_are_looked_into(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    for content in (NOTES, RECORD + NOTES, FOREIGN_JSON):
        target.write_bytes(packed(name, content))
        must_refuse(tmp_path, PAGE, "-o", target, says=not_ours(target))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_a_packed_name_alone_makes_no_file_of_records(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    for content in (NOTES, RECORD, packed(name, RECORD) + NOTES, packed("x.gz", NOTES)[:12]):
        target.write_bytes(content)
        must_refuse(tmp_path, PAGE, "-o", target, says=not_ours(target))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("a.jsonl", content) for content in (b"", RECORD * 2, INDENTED * 2, WITH_BLOCKS)),
        *(
            (name, content)
            for name in ("a.jsonl.gz", "a.jsonl.zst")
            for content in (b"", RECORD * 2, INDENTED)
        ),
    ],
    ids=named,
)
def test_a_file_of_records_is_replaced(tmp_path: Path, name: str, content: bytes) -> None:
    target = tmp_path / name
    target.write_bytes(packed(name, content) if content else b"")
    assert run("-q", OTHER, "-o", target).returncode == Exit.OK
    assert unpacked(target) == run(OTHER).stdout
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("content", [b"", FAILURE, FAILURE * 3], ids=named)
def test_a_file_of_error_lines_is_replaced(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "errors.jsonl"
    target.write_bytes(content)
    assert run("-q", PAGE, "--errors", target).returncode == Exit.OK
    assert target.read_bytes() == b""


@pytest.mark.parametrize("name", ["records.jsonl", "records.jsonl.gz"])
@pytest.mark.parametrize("pages", [["typo.html"], ["empty"], ["empty", "--fail-fast"]], ids=" ".join)
def test_a_run_without_a_record_leaves_those_of_another(tmp_path: Path, pages: list[str], name: str) -> None:
    (tmp_path / "empty").mkdir()
    target = tmp_path / name
    run(PAGE, "--output", target)
    before = target.read_bytes()
    done = run(*pages, "--output", target, cwd=tmp_path)
    assert done.returncode == Exit.FAILED
    assert target.read_bytes() == before
    assert "left as it was" in done.stderr.decode() or "--fail-fast" in pages
    assert not target.with_name(f"{name}.part").exists()
    assert run(*pages, "--output", target, "--force", cwd=tmp_path).returncode == Exit.FAILED
    assert unpacked(target) == b"" or "--fail-fast" in pages


@pytest.mark.parametrize("option", ["--output", "--errors"])
def test_force_replaces_what_is_there(tmp_path: Path, option: str) -> None:
    target = tmp_path / "notes"
    target.write_bytes(NOTES)
    target.with_name("notes.part").write_bytes(NOTES)
    done = run("-q", CHALLENGE, PAGE, option, target, "--force")
    assert done.returncode == Exit.FAILED
    assert len(records(target.read_bytes())) == 1
    assert list(tmp_path.iterdir()) == [target]


def test_force_alone_is_wrong_usage() -> None:
    assert run("--force", PAGE).returncode == Exit.USAGE


def test_a_target_behind_a_link_is_looked_at(tmp_path: Path) -> None:
    page, link = tmp_path / "a.html", tmp_path / "link.jsonl"
    shutil.copy(PAGE, page)
    link.symlink_to(page)
    must_refuse(tmp_path, OTHER, "-o", link, says=not_ours(link))


@pytest.mark.parametrize("option", ["--output", "--errors"])
def test_an_empty_name_is_not_a_target(option: str) -> None:
    done = run(PAGE, option, "")
    assert done.stderr.endswith(b"Error: --output and --errors need a file name\n")
    assert (done.stdout, done.returncode) == (b"", Exit.USAGE)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can make a device")
@pytest.mark.parametrize("option", ["--output", "--errors"])
def test_a_disk_is_not_a_target(tmp_path: Path, option: str) -> None:
    disk = tmp_path / "disk"  # it has a number that no driver answers to
    try:
        os.mknod(disk, S_IFBLK | 0o600, os.makedev(240, 250))
    except OSError:
        pytest.skip("not even root can make a device here")
    must_refuse(tmp_path, PAGE, option, disk, says=f"{disk}: is a disk, not a file")


@pytest.mark.parametrize("option", ["--output", "--errors"])
@pytest.mark.parametrize(
    ("name", "rules"), [("r.txt", []), ("deep/r", []), ("r.jsonl", ["--include", "*.jsonl"])]
)
def test_what_the_next_run_would_read_is_not_a_target(
    tmp_path: Path, option: str, name: str, rules: list[str]
) -> None:
    folder = tmp_path / "pages"
    (folder / "deep").mkdir(parents=True)
    shutil.copy(PAGE, folder)
    target = folder / name
    says = f"{target}: would be read as a page of the folder {folder}; write it elsewhere, or as .jsonl"
    must_refuse(tmp_path, folder, *rules, option, target, says=says)


@pytest.mark.parametrize(
    ("name", "rules"),
    [("r.jsonl", []), (".r", []), ("a_files/r", []), ("../r", []), ("r", ["--exclude", "r"])],
)
def test_what_no_run_reads_may_stand_in_the_folder(tmp_path: Path, name: str, rules: list[str]) -> None:
    folder = tmp_path / "pages"
    (folder / "a_files").mkdir(parents=True)
    shutil.copy(PAGE, folder)
    for _ in range(2):
        assert run("-q", folder, *rules, "-o", folder / name).returncode == Exit.OK
    assert len(records((folder / name).read_bytes())) == 1


def test_devices_and_pipes_are_targets(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("-q", PAGE, "missing.html", "-o", "/dev/null", "--errors", "/dev/stderr")
    assert done.stderr.startswith(b'{"source":"missing.html"')
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        run(PAGE, "-o", pipe)
        assert len(records(reader.communicate(timeout=10)[0])) == 1
    assert pipe.is_fifo()


def test_nothing_can_be_continued_in_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    must_refuse(
        tmp_path, PAGE, "-o", pipe, "--resume", says=f"{pipe}: not a file, so there is nothing to continue"
    )


def test_what_is_refused_costs_nothing_of_the_other_file(tmp_path: Path) -> None:
    errors, output = tmp_path / "errors.jsonl", tmp_path / "notes"
    errors.write_bytes(FAILURE)
    output.write_bytes(NOTES)
    must_refuse(tmp_path, PAGE, "-o", output, "--errors", errors, says=not_ours(output))
    must_refuse(tmp_path, PAGE, "-o", errors, "--errors", output, says=not_ours(output, "--errors"))


# Targets that are read


WAYS = ("named", "folder", "list", "named link", "folder with a link", "named hard link")


@pytest.mark.parametrize("content", [RECORD, PAGE.read_bytes()], ids=["records", "a page"])
@pytest.mark.parametrize("way", WAYS)
def test_what_is_read_is_never_written(tmp_path: Path, way: str, content: bytes) -> None:
    """Not even where it would be replaced otherwise, and not with --force."""
    target, link, folder = tmp_path / "d" / "a", tmp_path / "e" / "link.html", tmp_path / "d"
    folder.mkdir()
    link.parent.mkdir()
    target.write_bytes(content)
    if "hard" in way:
        link.hardlink_to(target)
    else:
        link.symlink_to(target)
    listing = tmp_path / "list"
    listing.write_text(f"{PAGE}\n{target}\n", encoding="utf-8")
    ways: dict[str, list[str | Path]] = {
        "named": [PAGE, target],
        "folder": [PAGE, folder],
        "list": ["--files-from", listing],
        "named link": [link],
        "folder with a link": [link.parent],
        "named hard link": [link],
    }
    force = [] if content == RECORD else ["--force"]
    says = f"{target}: also an input of this run, so --output will not replace it"
    must_refuse(tmp_path, *ways[way], "-o", target, *force, says=says)


def test_a_target_that_a_list_names_late_is_kept(tmp_path: Path) -> None:
    """Standard input can't be read beforehand: the run stops there."""
    target = tmp_path / "a"
    shutil.copy(PAGE, target)
    done = run("-q", "--files-from", "-", "-o", target, "--force", stdin=f"{PAGE}\n{target}\n".encode())
    assert f"{target}: also an input of this run, so --output will not replace it\n" in done.stderr.decode()
    assert done.returncode == Exit.USAGE
    assert target.read_bytes() == PAGE.read_bytes()


def test_a_page_called_as_the_unfinished_file_is_kept(tmp_path: Path) -> None:
    output, part = tmp_path / "x", tmp_path / "x.part"
    shutil.copy(PAGE, part)
    must_refuse(tmp_path, part, "-o", output, says=not_ours(part).removesuffix(FORCE))
    must_refuse(
        tmp_path,
        *(part, "-o", output, "--force"),
        says=f"{part}: also an input of this run, so --output will not replace it",
    )


def test_a_list_is_not_a_target(tmp_path: Path) -> None:
    listing, records_listed = tmp_path / "list", tmp_path / "a.jsonl"
    listing.write_text(f"{PAGE}\n", encoding="utf-8")
    records_listed.write_bytes(RECORD)
    for target, force in ((listing, ["--force"]), (records_listed, [])):
        says = f"{target}: also an input of this run, so --output will not replace it"
        must_refuse(tmp_path, PAGE, "--files-from", target, "-o", target, *force, says=says)
    says = f"{listing}: also an input of this run, so --errors will not replace it"
    must_refuse(tmp_path, "--files-from", listing, "--errors", listing, "--force", says=says)


def test_failures_are_tried_again_from_the_file_that_they_go_to(tmp_path: Path) -> None:
    errors, part = tmp_path / "errors.jsonl", tmp_path / "errors.jsonl.part"
    for quiet in (["-q"], ["-q", "--force"]):
        errors.write_bytes(FAILURE)
        run(*quiet, "--files-from", errors, "--errors", errors)
        assert [line["source"] for line in records(errors.read_bytes())] == ["gone.html"]
    part.write_bytes(FAILURE)
    says = f"{part}: also an input of this run, so --errors will not replace it"
    must_refuse(tmp_path, "--files-from", part, "--errors", errors, "--force", says=says)


def test_what_standard_input_reads_is_never_written(tmp_path: Path) -> None:
    target = tmp_path / "a"
    shutil.copy(PAGE, target)
    for arguments in (["-"], ["--files-from", "-"]):
        with target.open("rb") as file:
            done = run(*arguments, "-o", target, "--force", stdin=file)
        assert b"also an input of this run" in done.stderr
        assert done.returncode == Exit.USAGE
    assert content_of(tmp_path) == {"a": PAGE.read_bytes()}


def test_a_page_that_is_missing_is_not_found_in_the_run_s_own_file(tmp_path: Path) -> None:
    part = tmp_path / "x.part"
    for arguments in ([str(part)], ["--files-from", str(part)]):
        says = f"{part}: also an input of this run, so --output will not replace it"
        must_refuse(tmp_path, *arguments, "-o", tmp_path / "x", says=says)


def test_the_run_s_own_files_in_a_folder_are_not_pages(tmp_path: Path) -> None:
    shutil.copy(PAGE, tmp_path / "a.html")
    globs = ("--include", "*.html", "--include", "*.part")
    arguments = (tmp_path, *globs, "-o", tmp_path / "out", "--errors", tmp_path / "errors")
    done = run("-q", *arguments)
    assert (done.stderr, done.returncode) == (b"", Exit.OK)
    (tmp_path / "out").rename(tmp_path / "out.part")
    (tmp_path / "errors").unlink()
    done = run(*arguments, "--resume")
    assert b"0 articles, 1 already there" in done.stderr
    assert done.returncode == Exit.OK


@pytest.mark.parametrize(
    ("output", "errors"),
    [
        ("x", "x"),
        ("x", "./x"),
        ("x", "x.part"),
        ("x.part", "x"),
        ("x", "link"),
        ("x", "hard"),
        ("link", "hard"),
    ],
)
def test_each_option_needs_a_file_of_its_own(tmp_path: Path, output: str, errors: str) -> None:
    (tmp_path / "x").touch()
    (tmp_path / "link").symlink_to("x")
    (tmp_path / "hard").hardlink_to(tmp_path / "x")
    before = content_of(tmp_path)
    done = run(PAGE, "-o", output, "--format", "jsonl", "--errors", errors, "--force", cwd=tmp_path)
    assert done.stderr.decode() == f"carnegie-extract: {errors}: --errors needs a file of its own\n"
    assert done.returncode == Exit.USAGE
    assert content_of(tmp_path) == before


def test_errors_do_not_replace_what_standard_output_writes(tmp_path: Path) -> None:
    target = tmp_path / "all.jsonl"
    for name in (target, "/dev/stdout"):
        with target.open("wb") as file:
            done = run(PAGE, "--errors", name, stdout=file)
        says = f"carnegie-extract: {name}: standard output or standard error already goes to this file\n"
        assert (done.stderr.decode(), done.returncode) == (says, Exit.USAGE)


SOMEBODYS = b"somebody's own data " * 100
"""Not ours, though it begins as a file of ours may, or hides behind what unpacks to nothing."""
LIKE_OURS = {
    "a skippable frame": (
        "s.jsonl.zst",
        b"\x50\x2a\x4d\x18" + len(SOMEBODYS).to_bytes(4, "little") + SOMEBODYS,
    ),
    "a gzip header": ("g.jsonl.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + SOMEBODYS),
    "a zstd header": ("z.jsonl.zst", b"\x28\xb5\x2f\xfd\x20" + b"\xff" * 50),
    "the first key": ("b.json", b'{"source":"my own notes","url":"x", my very own format '),
    "the first words": ("c.json", b'{"source":"my own notes, of which there is only this line'),
    "a brace": ("d.json", b"{"),
    "a record and the beginning of one": ("e.jsonl", RECORD + RECORD[:50]),
}


@pytest.mark.parametrize(("name", "content"), LIKE_OURS.values(), ids=LIKE_OURS)
@pytest.mark.parametrize("resume", [[], ["--resume"]], ids=["anew", "resume"])
def test_what_only_begins_like_ours_is_kept(
    tmp_path: Path, name: str, content: bytes, resume: list[str]
) -> None:
    target = tmp_path / name
    target.write_bytes(content)
    assert run("-q", OTHER, "-o", target, *resume).returncode == Exit.USAGE
    assert target.read_bytes() == content


def test_records_behind_damage_are_kept(tmp_path: Path) -> None:
    third = PAGE.parents[1] / "paper-en" / "page.html"
    lines = run(PAGE, OTHER, third).stdout.splitlines(keepends=True)
    members = [bytearray(gzip.compress(line, mtime=0)) for line in lines]
    members[1][len(members[1]) // 2] ^= 0xFF
    target = tmp_path / "a.jsonl.gz"
    target.write_bytes(b"".join(members))
    assert run("-q", PAGE, "-o", target, "--resume").returncode == Exit.USAGE
    assert target.read_bytes() == b"".join(members)
