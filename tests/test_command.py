"""The command as a process: what it prints, and how it ends."""

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import warm
from corpus import FIXTURES, REJECTED, SAVED
from make_saved import CASES

import carnegie_extract
from carnegie_extract import pipeline
from carnegie_extract.batch import convert
from carnegie_extract.batch.inputs import reasons
from carnegie_extract.batch.reading import reader
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.parser import DEFAULTS, HELP, read_size

PAGE = FIXTURES / "site-2026" / "commentary-en" / "page.html"
OTHER = FIXTURES / "legacy-blog" / "diwan-en" / "page.html"
CHALLENGE = REJECTED / "bot-challenge" / "incapsula.html"
COMMAND = [sys.executable, "-m", "carnegie_extract"]
ENVIRONMENT = warm.ENVIRONMENT

needs_dev_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")


def run(*arguments: str | bytes | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60, env=ENVIRONMENT)


def start(*arguments: str | Path, stdin: int | None = None) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=stdin,
        stdout=pipe,
        stderr=pipe,
        env=ENVIRONMENT,
        preexec_fn=hear_interrupts,  # noqa: PLW1509  # there are no threads
    )


def hear_interrupts() -> None:
    """A test run in the background has SIGINT ignored, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def records(output: bytes) -> list[dict[str, object]]:
    assert output.endswith(b"\n")
    return [json.loads(line) for line in output.splitlines()]


def test_one_page_is_one_line() -> None:
    done = run(PAGE)
    (record,) = records(done.stdout)
    assert record["source"] == str(PAGE)
    assert record["headline"] == "The Quiet Ports Nobody Bothered to Close"
    assert (done.returncode, done.stderr) == (convert.Exit.OK, b"")


def test_records_come_in_the_order_given() -> None:
    pages = [OTHER, PAGE, OTHER]
    assert [record["source"] for record in records(run(*pages).stdout)] == [str(page) for page in pages]


def test_standard_input() -> None:
    done = run("-", stdin=PAGE.read_bytes())
    (record,) = records(done.stdout)
    assert (done.returncode, record["source"]) == (0, "-")


def test_a_failed_page_does_not_stop_the_others() -> None:
    done = run(PAGE, CHALLENGE, OTHER)
    assert [record["source"] for record in records(done.stdout)] == [str(PAGE), str(OTHER)]
    assert done.stderr.decode().startswith(f"carnegie-extract: {CHALLENGE}: ")
    assert done.stderr.count(b"\n") == 1
    assert done.returncode == convert.Exit.FAILED


def test_a_missing_file_is_a_failed_page(tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"
    done = run(missing, PAGE)
    assert done.stderr.decode() == f"carnegie-extract: {missing}: no such file\n"
    assert (done.returncode, len(records(done.stdout))) == (convert.Exit.FAILED, 1)


@pytest.mark.parametrize("arguments", [[], ["--explain"], ["--files-from"]])
@pytest.mark.parametrize(
    "address",
    [
        "https://carnegieendowment.org/a?b=c#d",
        "HTTP://example.org",
        "www.carnegie.ru",
        "carnegieendowment.org/a/b",
        "carnegie-mec.org",
        "web.archive.org/web/2024/https://carnegieendowment.org/a",
    ],
)
def test_an_address_is_not_a_file(arguments: list[str], address: str) -> None:
    done = warm.run(*arguments, address)
    assert done.stderr.decode().splitlines()[0] == (
        f"carnegie-extract: {address}: is a web address; save the page and name the saved file"
    )
    assert done.returncode == convert.Exit.FAILED


def test_a_list_of_addresses_says_so() -> None:
    done = warm.run("-q", "--files-from", "-", stdin=b"https://carnegieendowment.org/a\n")
    assert done.stderr.endswith(b"/a: is a web address; save the page and name the saved file\n")


def test_a_file_in_a_folder_named_like_a_site_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "carnegie.ru").mkdir()
    done = warm.run("carnegie.ru/a.html")
    assert done.stderr == b"carnegie-extract: carnegie.ru/a.html: no such file\n"


@pytest.mark.parametrize("address", ["file:///tmp/a%20b.html#top", "FILE://localhost/tmp/a%20b.html"])
def test_the_address_of_a_file_says_its_path(address: str) -> None:
    done = warm.run(address)
    assert done.stderr.decode() == (
        f"carnegie-extract: {address}: is the address of a file; give its path instead: /tmp/a b.html\n"
    )


@pytest.mark.parametrize("arguments", [[], ["-"], ["--explain", "--json", "-"]])
def test_an_empty_standard_input_is_reported_as_such(arguments: list[str]) -> None:
    assert warm.run(*arguments, stdin=b" \n").stderr == b"carnegie-extract: standard input: empty\n"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_a_failed_page(tmp_path: Path) -> None:
    locked = tmp_path / "locked.html"
    locked.touch(mode=0)
    done = run(locked)
    assert done.stderr.decode() == f"carnegie-extract: {locked}: permission denied\n"
    assert done.returncode == convert.Exit.FAILED


def test_control_characters_in_a_name_stay_on_their_line(tmp_path: Path) -> None:
    done = warm.run(tmp_path / "two\nlines\x1b[31m.html")
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/two\\nlines\\x1b[31m.html: no such file\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be any bytes")
def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.html"
    Path(os.fsdecode(name)).write_bytes(PAGE.read_bytes())
    done = run(name, name + b".gone")
    (record,) = records(done.stdout)
    assert record["source"] == f"{tmp_path}/caf\\xe9.html"
    assert done.stderr.decode() == f"carnegie-extract: {tmp_path}/caf\\xe9.html.gone: no such file\n"


def test_blocks_follow_the_body() -> None:
    (record,) = records(warm.run(PAGE, "--blocks").stdout)
    keys = list(record)
    assert keys[keys.index("body") + 1] == "blocks"
    blocks = record.pop("blocks")
    assert isinstance(blocks, list)
    prose = {"paragraph", "list-item", "quotation"}
    assert [block["text"] for block in blocks if block["type"] in prose] == record["body"]
    assert [record] == records(warm.run(PAGE).stdout)


def test_pretty_is_the_same_record_indented() -> None:
    done = warm.run("--pretty", PAGE)
    assert done.stdout.startswith(b'{\n  "source"')
    assert [json.loads(done.stdout)] == records(warm.run(PAGE).stdout)


def test_two_dashes_end_the_options() -> None:
    done = warm.run("--", "--pretty")
    assert done.stderr == b"carnegie-extract: --pretty: no such file\n"


@pytest.mark.parametrize(
    "arguments", [[], ["--blocks"], ["-q"], ["--prety", str(PAGE)], ["--jobs", "0", str(PAGE)]]
)
def test_wrong_usage_is_2_with_a_hint(arguments: list[str]) -> None:
    command = [*COMMAND, *arguments]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60, env=ENVIRONMENT
    )
    assert (done.returncode, done.stdout) == (convert.Exit.USAGE, b"")
    assert b"carnegie-extract --help" in done.stderr


@pytest.mark.parametrize("word", sorted(reasons.WORDS))
def test_a_word_that_is_an_option_is_reported_with_its_hyphens(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = warm.run(word)
    assert done.stderr.decode() == f"carnegie-extract: {word}: no such file; did you mean --{word}?\n"
    assert f"--{word} " in HELP
    Path(word).write_bytes(PAGE.read_bytes())
    assert warm.run(word).returncode == convert.Exit.OK, "a file of this name is read"


def test_a_file_that_looks_like_an_option_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-draft.html").touch()
    done = warm.run("-draft.html")
    last = done.stderr.decode().splitlines()[-1]
    assert last == "carnegie-extract: -draft.html: to read the file of this name, write ./-draft.html"
    assert done.returncode == convert.Exit.USAGE


def test_a_file_is_not_a_folder() -> None:
    assert warm.run(f"{PAGE}/a.html").stderr.decode() == f"carnegie-extract: {PAGE}/a.html: no such file\n"


def test_help_fits_a_screen_and_shows_examples() -> None:
    done = run("--help")
    lines = done.stdout.decode().splitlines()
    assert len(lines) <= 46
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Usage: carnegie-extract [OPTIONS] [PAGE...]"
    assert any("carnegie-extract page.html" in line for line in lines)
    assert (done.returncode, done.stderr) == (convert.Exit.OK, b"")


@pytest.mark.parametrize("columns", [30, 60, 120])
def test_help_fits_the_terminal(columns: int) -> None:
    done = subprocess.run(
        [*COMMAND, "--help"],
        capture_output=True,
        check=True,
        timeout=60,
        env={**ENVIRONMENT, "COLUMNS": str(columns)},
        text=True,
    )
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) < min(columns, 80)
    assert " ".join(done.stdout.split()) == " ".join(warm.run("--help").stdout.decode().split()), (
        "no word is lost"
    )
    options = [line for line in lines if re.match(r"  -", line)]
    assert len(options) == len(re.findall("^  -", HELP, re.M)), "each begins a line of its own"
    assert columns < 80 or len(lines) <= 46


def test_help_names_one_option_a_line_with_its_default() -> None:
    lines = warm.run("-h").stdout.decode().splitlines()
    assert "\n".join(lines) + "\n" == warm.run("--help").stdout.decode()
    options = [line for line in lines if line.startswith("  -")]
    assert all(len(re.findall(r"(?<!\S)--[a-z-]+", line[:23])) == 1 for line in options)
    for option, default in (
        ("--jobs", "one per core"),
        ("--timeout", f"{DEFAULTS.timeout}s"),
        ("--max-page-size", f"{DEFAULTS.max_page_size // 2**20}M"),
        ("--max-memory", f"{DEFAULTS.max_memory // 2**30}G"),
        ("--color", "auto"),
    ):
        (line,) = [line for line in options if option in line]
        assert line.endswith(f"(default: {default})")


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(option: str) -> None:
    assert run(option).stdout.decode() == f"carnegie-extract {carnegie_extract.__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["--pretty"], ["--jobs", "2"]])
def test_data_that_is_piped_in_is_read_without_a_page(arguments: list[str]) -> None:
    done = warm.run(*arguments, stdin=PAGE.read_bytes())
    assert json.loads(done.stdout)["source"] == "-"
    assert (done.stderr, done.returncode) == (b"", convert.Exit.OK)


def test_a_file_on_standard_input_is_read_without_a_page() -> None:
    with PAGE.open("rb") as file:
        done = subprocess.run(COMMAND, stdin=file, capture_output=True, check=True, env=ENVIRONMENT)
    assert json.loads(done.stdout)["source"] == "-"


def test_a_closed_pipe_is_the_reader_s_choice() -> None:
    with start(*[PAGE] * 300) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["source"] == str(PAGE)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == convert.Exit.OK


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
def test_ctrl_c_is_one_line_and_keeps_what_was_written() -> None:
    with start(PAGE, "-", stdin=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["source"] == str(PAGE)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == convert.Exit.INTERRUPTED
        assert process.stderr.read() == b"carnegie-extract: interrupted\n"


@needs_dev_full
@pytest.mark.parametrize("arguments", [[str(PAGE), str(OTHER)], ["--help"], ["--version"], ["--schema"]])
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env=ENVIRONMENT,
        )
    assert done.stderr == b"carnegie-extract: standard output: no space left on device\n"
    assert done.returncode == convert.Exit.FAILED


@pytest.mark.skipif(sys.platform == "win32", reason="no sh")
@pytest.mark.parametrize(
    ("redirection", "says"), [(">&-", "standard output: is closed"), ("<&-", "standard input: is closed")]
)
def test_closed_streams(redirection: str, says: str) -> None:
    page = "-" if redirection.startswith("<") else str(PAGE)
    shell = ["sh", "-c", f'"$@" {redirection}', "sh", *COMMAND, page]
    done = subprocess.run(shell, capture_output=True, check=False, timeout=60, env=ENVIRONMENT)
    assert done.stderr.decode() == f"carnegie-extract: {says}\n"
    assert done.returncode == convert.Exit.FAILED


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError("too\ndeep")])
def test_a_bug_is_one_line_and_the_others_go_on(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def fail_once(page: SavedPage, _: object) -> object:
        if page.source == str(OTHER):
            raise error
        return pipeline.read(page)

    monkeypatch.setattr(reader, "read", fail_once)
    status = convert.convert([str(OTHER), str(PAGE)])
    output, errors = capfdbinary.readouterr()
    assert [record["source"] for record in records(output)] == [str(PAGE)]
    assert errors.decode().startswith(f"carnegie-extract: {OTHER}: internal error: {type(error).__name__}")
    assert errors.count(b"\n") == 1
    assert status == convert.Exit.FAILED


# Archives: most of what they hold is no article.


def crawl(folder: Path, *pages: Path) -> Path:
    """An archive of pages, of which some are no articles."""
    path = folder / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for page in pages:
            archive.write(page, page.relative_to(FIXTURES).as_posix())
        archive.writestr("style.css", "p { color: red }")
    return path


def test_what_is_not_an_article_in_an_archive_is_counted(tmp_path: Path) -> None:
    path = crawl(tmp_path, CHALLENGE, PAGE, *sorted((REJECTED / "list-page").glob("*-en.html")))
    done = warm.run(path)
    (record,) = records(done.stdout)
    assert record["source"] == f"{path}#site-2026/commentary-en/page.html"
    assert done.stderr.decode() == (f"{path}: 1 article, 6 skipped (5 list-page, 1 bot-challenge)\n")
    assert done.returncode == convert.Exit.OK


def test_verbose_names_what_is_passed_over(tmp_path: Path) -> None:
    path = crawl(tmp_path, CHALLENGE, PAGE)
    done = warm.run("--verbose", path)
    named, counted = done.stderr.decode().splitlines()
    assert named.startswith(f"carnegie-extract: {path}#_rejected/bot-challenge/incapsula.html: a bot filter")
    assert counted.endswith("1 article, 1 skipped (1 bot-challenge)")
    assert done.returncode == convert.Exit.OK


def test_an_archive_without_an_article_failed(tmp_path: Path) -> None:
    done = warm.run(crawl(tmp_path, CHALLENGE))
    assert done.stderr.decode().endswith("crawl.zip: holds no article (skipped 1 bot-challenge)\n")
    assert (done.stdout, done.returncode) == (b"", convert.Exit.FAILED)
    empty = warm.run(crawl(tmp_path))
    assert empty.stderr.decode().endswith("crawl.zip: holds no page\n")
    assert empty.returncode == convert.Exit.FAILED


def test_an_archive_through_a_pipe() -> None:
    for name in ("wget-warc-gz/crawl.warc.gz", "zip/pages.zip", "tar-gz/pages.tgz"):
        done = warm.run("-", stdin=(SAVED / name).read_bytes())
        assert len(records(done.stdout)) == len(CASES)
        assert (done.stderr, done.returncode) == (b"", convert.Exit.OK)


def test_the_same_complaint_again_and_again_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: none\r\n\r\n" * 1000)
    told, again = warm.run("-q", path).stderr.decode().splitlines()
    assert told == f"carnegie-extract: {path}#?: the record has no valid Content-Length"
    assert again == f"{told} (repeated 999 more times)"


def test_a_page_that_is_too_large_is_one_line() -> None:
    done = warm.run("-v", "--max-page-size", "2K", PAGE, SAVED / "zip" / "pages.zip")
    assert done.stderr.count(b": larger than 2 KiB (see --max-page-size)\n") == 1 + len(CASES)
    assert done.returncode == convert.Exit.FAILED


@pytest.mark.parametrize(
    ("said", "meant"),
    [("1000", 1000), ("64M", 64 * 2**20), ("1 GiB", 2**30), ("2kb", 2048), ("7 B", 7)],
)
def test_sizes(said: str, meant: int) -> None:
    assert read_size(said) == meant


@pytest.mark.parametrize("said", ["", "0", "-1", "M", "1.5M", "64 pages"])
def test_what_is_not_a_size(said: str) -> None:
    done = warm.run("--max-page-size", said, PAGE)
    assert b"must be a positive number of bytes, such as 1000000, 64M or 1G" in done.stderr
    assert (done.stdout, done.returncode) == (b"", convert.Exit.USAGE)


def test_feeds_and_site_maps_of_a_crawl_are_not_failures(tmp_path: Path) -> None:
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(REJECTED / "feed" / "rss.xml", "feed.html")
        archive.write(REJECTED / "sitemap" / "sitemap.xml", "map.html")
        archive.write(PAGE, "page.html")
    done = warm.run(path)
    assert len(records(done.stdout)) == 1
    assert b"2 skipped (1 feed, 1 sitemap)" in done.stderr
    assert done.returncode == convert.Exit.OK
