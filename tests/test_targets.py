"""Nothing is lost or overwritten: what `--output` and `--errors` leave alone, what `--resume` keeps."""

import gzip
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from faults import unpacked
from test_batch import limited, wait_for
from test_command import CHALLENGE, COMMAND, ENVIRONMENT, OTHER, PAGE, records, start
from warm import run

from carnegie_extract.batch.convert import Exit

NOTES = b"my notes\n"
FAILURE = b'{"source":"gone.html","error":"unreadable-file","message":"no such file"}\n'
RECORD = run(PAGE).stdout
INDENTED = run("--pretty", PAGE).stdout
WITH_BLOCKS = run("--blocks", PAGE).stdout
FOREIGN_JSON = b'{"source":"a","url":null,"title":"of another program"}'


def named(value: str | bytes) -> str:
    """A name for a test."""
    return value if isinstance(value, str) else f"{value[:24]!r}-{len(value)}"


def packed(name: str, content: bytes) -> bytes:
    """As the ending of a name asks for it."""
    if name.removesuffix(".part").endswith(".gz"):
        return gzip.compress(content, mtime=0)
    if name.removesuffix(".part").endswith(".zst"):
        return zstandard.ZstdCompressor().compress(content)
    return content


def content_of(folder: Path) -> dict[str, bytes]:
    """Each name below a folder, and what stands there."""
    return {
        str(path.relative_to(folder)): os.fsencode(os.readlink(path))
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def must_refuse(folder: Path, *arguments: str | Path, says: str, stdin: bytes = b"") -> None:
    """It ends as wrong usage, with one line, and nothing below `folder` is another than before."""
    before = content_of(folder)
    done = run(*arguments, stdin=stdin)
    assert done.stderr.decode() == f"carnegie-extract: {says}\n"
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert content_of(folder) == before


def not_ours(path: Path, option: str = "--output") -> str:
    lines = {"--output": "records", "--errors": "error lines"}[option]
    return f"{path}: not a file of {lines}, so {option} will not replace it (use --force to replace it)"


# Targets that hold something else


@pytest.mark.parametrize("option", ["--output", "--errors"])
@pytest.mark.parametrize("way", ["named", "folder", "list", "standard input", "not at all"])
def test_a_page_is_never_replaced(tmp_path: Path, option: str, way: str) -> None:
    page = tmp_path / "d" / "a.html"
    page.parent.mkdir()
    for path in (page, page.with_name("b.html")):
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
    must_refuse(tmp_path, *arguments[way], option, page, says=not_ours(page, option), stdin=stdin)


def test_a_glob_after_the_option_destroys_no_page(tmp_path: Path) -> None:
    pages = [tmp_path / name for name in ("a.html", "b.html", "c.html")]
    for page in pages:
        shutil.copy(PAGE, page)
    must_refuse(tmp_path, "-o", *pages, says=not_ours(pages[0]))


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
    target = tmp_path / "notes.txt"
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
    target = tmp_path / "notes.txt"
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
        *(
            ("a.jsonl", content)
            for content in (b"", RECORD * 2, INDENTED * 2, WITH_BLOCKS, RECORD + RECORD[:50])
        ),
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


@pytest.mark.parametrize("option", ["--output", "--errors"])
def test_force_replaces_what_is_there(tmp_path: Path, option: str) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(NOTES)
    target.with_name("notes.txt.part").write_bytes(NOTES)
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


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    for option in ("--output", "--errors"):
        must_refuse(tmp_path, PAGE, option, tmp_path, says=f"{tmp_path}: is a folder")


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
        tmp_path, PAGE, "-o", pipe, "--resume", says=f"{pipe}: not a file, so nothing can be continued"
    )


def test_what_is_refused_costs_nothing_of_the_other_file(tmp_path: Path) -> None:
    errors, output = tmp_path / "errors.jsonl", tmp_path / "notes.txt"
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
    target, link, folder = tmp_path / "d" / "a.html", tmp_path / "e" / "link.html", tmp_path / "d"
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
    says = f"{target}: one of the files to be read, so --output will not replace it"
    must_refuse(tmp_path, *ways[way], "-o", target, *force, says=says)


def test_a_target_that_a_list_names_late_is_kept(tmp_path: Path) -> None:
    """Standard input can't be read beforehand: the run stops there."""
    target = tmp_path / "a.html"
    shutil.copy(PAGE, target)
    done = run("-q", "--files-from", "-", "-o", target, "--force", stdin=f"{PAGE}\n{target}\n".encode())
    assert f"{target}: one of the files to be read, so --output will not replace it\n" in done.stderr.decode()
    assert done.returncode == Exit.USAGE
    assert target.read_bytes() == PAGE.read_bytes()


def test_a_page_called_as_the_unfinished_file_is_kept(tmp_path: Path) -> None:
    output, part = tmp_path / "x", tmp_path / "x.part"
    shutil.copy(PAGE, part)
    must_refuse(tmp_path, part, "-o", output, says=not_ours(part))
    must_refuse(
        tmp_path,
        *(part, "-o", output, "--force"),
        says=f"{part}: one of the files to be read, so --output will not replace it",
    )


def test_a_list_is_no_target(tmp_path: Path) -> None:
    listing, records_listed = tmp_path / "list", tmp_path / "a.jsonl"
    listing.write_text(f"{PAGE}\n", encoding="utf-8")
    records_listed.write_bytes(RECORD)
    for target, force in ((listing, ["--force"]), (records_listed, [])):
        says = f"{target}: one of the files to be read, so --output will not replace it"
        must_refuse(tmp_path, PAGE, "--files-from", target, "-o", target, *force, says=says)
    says = f"{listing}: one of the files to be read, so --errors will not replace it"
    must_refuse(tmp_path, "--files-from", listing, "--errors", listing, "--force", says=says)


def test_failures_are_tried_again_from_the_file_that_they_go_to(tmp_path: Path) -> None:
    errors, part = tmp_path / "errors.jsonl", tmp_path / "errors.jsonl.part"
    for quiet in (["-q"], ["-q", "--force"]):
        errors.write_bytes(FAILURE)
        run(*quiet, "--files-from", errors, "--errors", errors)
        assert [line["source"] for line in records(errors.read_bytes())] == ["gone.html"]
    part.write_bytes(FAILURE)
    says = f"{part}: one of the files to be read, so --errors will not replace it"
    must_refuse(tmp_path, "--files-from", part, "--errors", errors, "--force", says=says)


def test_what_standard_input_reads_is_never_written(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    shutil.copy(PAGE, target)
    for arguments in (["-"], ["--files-from", "-"]):
        with target.open("rb") as file:
            done = run(*arguments, "-o", target, "--force", stdin=file)
        assert b"one of the files to be read" in done.stderr
        assert done.returncode == Exit.USAGE
    assert content_of(tmp_path) == {"a.html": PAGE.read_bytes()}


def test_a_page_that_is_missing_is_not_found_in_the_run_s_own_file(tmp_path: Path) -> None:
    part = tmp_path / "x.part"
    for arguments in ([str(part)], ["--files-from", str(part)]):
        says = f"{part}: one of the files to be read, so --output will not replace it"
        must_refuse(tmp_path, *arguments, "-o", tmp_path / "x", says=says)


def test_the_run_s_own_files_in_a_folder_are_no_pages(tmp_path: Path) -> None:
    shutil.copy(PAGE, tmp_path / "a.html")
    arguments = (tmp_path, "--include", "*", "-o", tmp_path / "out", "--errors", tmp_path / "errors")
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
    done = run(PAGE, "-o", output, "--errors", errors, "--force", cwd=tmp_path)
    assert done.stderr.decode() == f"carnegie-extract: {errors}: --errors needs a file of its own\n"
    assert done.returncode == Exit.USAGE
    assert content_of(tmp_path) == before


def test_errors_do_not_replace_what_standard_output_writes(tmp_path: Path) -> None:
    target = tmp_path / "all.jsonl"
    for name in (target, "/dev/stdout"):
        with target.open("wb") as file:
            done = run(PAGE, "--errors", name, stdout=file)
        says = f"carnegie-extract: {name}: standard output or standard error goes there\n"
        assert (done.stderr.decode(), done.returncode) == (says, Exit.USAGE)


# Files that an unfinished run left


def unfinished(part: Path, ways: str = "use --resume to continue it or --force to start over") -> str:
    return f"{part}: left by an unfinished run ({ways})"


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_an_unfinished_file_is_not_thrown_away(tmp_path: Path, name: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    part.write_bytes(packed(name, RECORD))
    must_refuse(tmp_path, OTHER, "-o", output, says=unfinished(part))
    assert run("-q", OTHER, "-o", output, "--force").returncode == Exit.OK
    assert unpacked(output) == run(OTHER).stdout
    assert not part.exists()


def test_only_ways_that_exist_are_named(tmp_path: Path) -> None:
    output, part = tmp_path / "a", tmp_path / "a.part"
    part.write_bytes(RECORD)
    must_refuse(tmp_path, PAGE, "--pretty", "-o", output, says=unfinished(part, "use --force to start over"))
    part.write_bytes(FAILURE)
    must_refuse(tmp_path, PAGE, "--errors", output, says=unfinished(part, "use --force to start over"))


def test_an_interrupted_run_promises_only_what_can_be(tmp_path: Path) -> None:
    output = tmp_path / "a"
    done = run("--pretty", PAGE, "missing.html", "-o", output, "--fail-fast")
    assert done.stderr.decode().splitlines()[-1].endswith(f"unfinished output: {output}.part")


def test_an_unfinished_file_beside_a_link_s_target_is_seen(tmp_path: Path) -> None:
    link, target, part = tmp_path / "link", tmp_path / "d" / "a", tmp_path / "d" / "a.part"
    target.parent.mkdir()
    link.symlink_to(target)
    part.write_bytes(RECORD)
    must_refuse(tmp_path, OTHER, "-o", link, says=unfinished(part))


def test_an_empty_unfinished_file_is_taken_over(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    part.touch()
    assert run("-q", PAGE, "-o", output).returncode == Exit.OK
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize(
    "kind", ["link", "link to nothing", "folder", "pipe", "hard link", "empty hard link"]
)
def test_only_a_plain_file_is_taken_over(tmp_path: Path, kind: str) -> None:
    output, part, precious = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part", tmp_path / "precious"
    precious.write_bytes(b"" if "empty" in kind else RECORD)
    make: dict[str, Callable[[], object]] = {
        "link": lambda: part.symlink_to(precious),
        "link to nothing": lambda: part.symlink_to("nowhere"),
        "folder": part.mkdir,
        "pipe": lambda: os.mkfifo(part),
        "hard link": lambda: part.hardlink_to(precious),
        "empty hard link": lambda: part.hardlink_to(precious),
    }
    make[kind]()
    says = f"{part}: not a plain file of its own, so nothing is written to it; remove it"
    for way in ([], ["--force"], ["--resume"]):
        must_refuse(tmp_path, OTHER, "-o", output, *way, says=says)


def test_two_names_beside_the_output_are_left_alone(tmp_path: Path) -> None:
    """Adding to a complete file takes a copy of it."""
    output, other = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part.copy"
    output.write_bytes(RECORD)
    other.write_bytes(NOTES)
    run("-q", PAGE, OTHER, "-o", output, "--resume")
    assert len(records(output.read_bytes())) == 2
    assert other.read_bytes() == NOTES
    assert sorted(tmp_path.iterdir()) == [output, other]


# Going on


def not_continued(part: Path, reason: str = "not a file of records") -> str:
    return f"{part}: {reason}, so --resume cannot continue it"


BROKEN = b'{"source":"a.html","url":GARBAGE\n'
NOT_RECORDS = (
    NOTES,
    BROKEN,
    BROKEN + RECORD,
    RECORD + b'{"source":"a.html","url":null}\n',
    RECORD + NOTES,
    RECORD + b"my not",
    FOREIGN_JSON,
    FAILURE,
    INDENTED,
    PAGE.read_bytes(),
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("a.jsonl", content) for content in NOT_RECORDS),
        *((name, content) for name in ("a.jsonl.gz", "a.jsonl.zst") for content in NOT_RECORDS[:5]),
    ],
    ids=named,
)
def test_only_whole_records_are_gone_on_with(tmp_path: Path, name: str, content: bytes) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    part.write_bytes(packed(name, content))
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=not_continued(part))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
@pytest.mark.parametrize("kind", ["plain", "torn", "after records", "packed otherwise", "tiny"])
def test_foreign_bytes_in_a_packed_file_are_not_dropped(tmp_path: Path, name: str, kind: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    other_name = "a.zst" if name.endswith(".gz") else "a.gz"
    part.write_bytes(
        {
            "plain": PAGE.read_bytes(),
            "torn": packed(name, os.urandom(400_000))[:350_000],
            "after records": packed(name, RECORD) + NOTES,
            "packed otherwise": packed(other_name, RECORD),
            "tiny": b"x",
        }[kind]
    )
    must_refuse(tmp_path, PAGE, "-o", output, "--resume", says=not_continued(part))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_records_of_another_shape_are_not_gone_on_with(tmp_path: Path, name: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    for content, blocks, reason in (
        (RECORD, ["--blocks"], "its records have no blocks"),
        (WITH_BLOCKS, [], "its records have blocks (see --blocks)"),
        (WITH_BLOCKS + RECORD, ["--blocks"], "its records have no blocks"),
    ):
        part.write_bytes(packed(name, content))
        must_refuse(tmp_path, OTHER, "-o", output, "--resume", *blocks, says=not_continued(part, reason))
    part.write_bytes(packed(name, WITH_BLOCKS))
    assert run("-q", OTHER, "-o", output, "--resume", "--blocks").returncode == Exit.OK
    assert unpacked(output) == WITH_BLOCKS + run("--blocks", OTHER).stdout


def test_a_complete_file_of_another_shape_or_owner_is_not_added_to(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    for content, reason in (
        (NOTES, "not a file of records"),
        (FAILURE, "not a file of records"),
        (RECORD + NOTES, "not a file of records"),
        (INDENTED, "not a file of records"),
        (WITH_BLOCKS, "its records have blocks (see --blocks)"),
    ):
        output.write_bytes(content)
        must_refuse(
            *(tmp_path, OTHER, "-o", output, "--resume"),
            says=f"{output}: {reason}, so --resume will not add to it",
        )


def test_a_complete_file_of_others_beside_an_unfinished_one_is_kept(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    output.write_bytes(NOTES)
    part.write_bytes(RECORD)
    must_refuse(tmp_path, OTHER, "-o", output, "--resume", says=not_ours(output))
    assert run("-q", OTHER, "-o", output, "--resume", "--force").returncode == Exit.OK
    assert output.read_bytes() == RECORD + run(OTHER).stdout


def test_the_same_command_goes_on_with_force_too(tmp_path: Path) -> None:
    """What --force means is FILE; what --resume goes on with is looked at all the same."""
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    output.write_bytes(RECORD + NOTES)
    assert run("-q", OTHER, "-o", output, "--resume", "--force").returncode == Exit.OK
    assert output.read_bytes() == run(OTHER).stdout
    part.write_bytes(NOTES)
    must_refuse(tmp_path, OTHER, "-o", output, "--resume", "--force", says=not_continued(part))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_a_line_longer_than_a_record_is_not_held(tmp_path: Path, name: str) -> None:
    output, part = tmp_path / name, tmp_path / f"{name}.part"
    start_of_line = b'{"source":"a.html","url":"'
    if name == "a.jsonl":
        part.write_bytes(start_of_line)
        os.truncate(part, 2**31)
    else:
        part.write_bytes(packed(name, start_of_line + b"x" * (270 * 2**20)))
    size = part.stat().st_size
    shell = ["sh", "-c", 'ulimit -v 1000000; exec "$@"', "sh"]
    command = [*shell, *COMMAND, str(PAGE), "-o", str(output), "--resume"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=ENVIRONMENT)
    says = not_continued(part, "a line is longer than a record may be")
    assert (done.stderr.decode(), done.returncode) == (f"carnegie-extract: {says}\n", Exit.USAGE)
    assert part.stat().st_size == size


@pytest.mark.parametrize("tail", [b"", b"\0" * 4096, RECORD[:5], RECORD[:30], RECORD[:-1]], ids=named)
def test_what_a_crash_leaves_behind_the_last_record_is_written_again(tmp_path: Path, tail: bytes) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    part.write_bytes(RECORD + tail)
    assert run("-q", PAGE, OTHER, "-o", output, "--resume").returncode == Exit.OK
    assert output.read_bytes() == RECORD + run(OTHER).stdout


def test_going_on_starts_the_errors_anew(tmp_path: Path) -> None:
    """The pages that failed are tried again, so that each failure is told again."""
    output, errors = tmp_path / "a.jsonl", tmp_path / "errors.jsonl"
    output.with_name("a.jsonl.part").write_bytes(RECORD)
    part = errors.with_name("errors.jsonl.part")
    part.write_bytes(FAILURE + FAILURE[:20])
    pages = (PAGE, "missing.html", OTHER)
    must_refuse(tmp_path, *pages, "--errors", errors, "-o", tmp_path / "b", says=unfinished(part))
    run("-q", *pages, "-o", output, "--errors", errors, "--resume")
    assert [line["source"] for line in records(errors.read_bytes())] == ["missing.html"]
    assert len(records(output.read_bytes())) == 2
    assert not part.exists()


def test_going_on_looks_at_the_errors_too(tmp_path: Path) -> None:
    output, errors = tmp_path / "a.jsonl", tmp_path / "errors.jsonl"
    part = errors.with_name("errors.jsonl.part")
    arguments = (PAGE, "-o", output, "--errors", errors, "--resume")
    for content in (NOTES, RECORD, FAILURE + NOTES, FAILURE + FOREIGN_JSON):
        part.write_bytes(content)
        must_refuse(tmp_path, *arguments, says=not_continued(part, "not a file of error lines"))
    part.unlink()
    errors.write_bytes(NOTES)
    must_refuse(tmp_path, *arguments, says=not_ours(errors, "--errors"))


# While it runs


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    with start("-q", "-", "-o", output, stdin=subprocess.PIPE) as process:
        wait_for(part.exists)
        output.write_bytes(NOTES)
        _, said = process.communicate(PAGE.read_bytes())
    assert f"{output}: was changed by another program, so --output did not replace it\n" in said.decode()
    assert process.returncode == Exit.FAILED
    assert output.read_bytes() == NOTES
    assert part.read_bytes() == run("-", stdin=PAGE.read_bytes()).stdout


def test_an_unfinished_file_that_was_exchanged_meanwhile_is_not_taken(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    with start("-q", "-", "-o", output, stdin=subprocess.PIPE) as process:
        wait_for(part.exists)
        part.unlink()
        part.write_bytes(NOTES)
        _, said = process.communicate(PAGE.read_bytes())
    assert f"{part}: was changed by another program\n" in said.decode()
    assert process.returncode == Exit.FAILED
    assert not output.exists()
    assert part.read_bytes() == NOTES


def test_another_run_s_file_is_not_thrown_away_with_force(tmp_path: Path) -> None:
    output, part = tmp_path / "a.jsonl", tmp_path / "a.jsonl.part"
    with start("-q", "-", "-o", output, stdin=subprocess.PIPE) as first:
        wait_for(part.exists)
        for arguments in ([], ["--resume"], ["--force"]):
            second = run(PAGE, "-o", output, *arguments)
            assert second.stderr.decode() == f"carnegie-extract: {output}: another run is writing it\n"
        first.communicate(PAGE.read_bytes())
    assert len(records(output.read_bytes())) == 1


def test_a_disk_that_is_full_while_a_complete_file_is_copied_costs_nothing(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_bytes(RECORD * 20)
    done = subprocess.run(
        [*COMMAND, "-q", OTHER, "-o", output, "--resume"],
        capture_output=True,
        check=False,
        env=ENVIRONMENT,
        preexec_fn=limited(len(RECORD) * 10),  # there are no threads
    )
    assert done.stderr.decode() == f"carnegie-extract: {output}: file too large\n"
    assert done.returncode == Exit.FAILED
    assert content_of(tmp_path) == {"a.jsonl": RECORD * 20}
