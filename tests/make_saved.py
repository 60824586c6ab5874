"""Save some of the fixtures in every form, with the tools that people save with, served on loopback.

python make_saved.py [FORM...]        writes tests/fixtures/_saved/<form>/, all of it or some forms

Run by hand: it needs chromium, single-file (npm: single-file-cli), wget, lynx, w3m, links, zip and the
compressors from Debian, and wacz, wb-manager and wayback (pip: wacz pywb) on the path. The
tests go by its results, and by the `notes.json` beside them.
"""

import base64
import csv
import html
import json
import mailbox
import os
import plistlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from corpus import FIXTURES, SAVED
from devtools import Chromium
from press.wayback import wayback

CASES = (
    "site-2026/commentary-en",
    "site-2026/paper-ar",
    "site-2026/qa-ru",
    "site-2026/commentary-zh",
    "site-2024/commentary-en",
    "legacy-publication/commentary-en",
    "legacy-report/report-en",
    "legacy-blog/diwan-en",
    "carnegie-ru/banner-ru",
    "politika-2022/commentary-en",
    "carnegie-mec/commentary-ar",
)
PROXY, REPLAY_PORT = "127.0.0.1:8765", 8766
TRIES = 3
SITE = "carnegieendowment.org"
FLAGS = (
    f"--proxy-server={PROXY}",
    "--disable-features=HttpsUpgrades",
    "--no-sandbox",
    "--disable-background-networking",
    "--no-first-run",
)


def name_of(case: str) -> str:
    """The name of a case's files: "site-2026.commentary-en"."""
    return case.replace("/", ".")


def address_of(case: str) -> str:
    """Where the case is served: at its own address, but by http, which a proxy can answer."""
    expected = json.loads((FIXTURES / case / "article.json").read_text(encoding="utf-8"))
    return str(expected["url"] or f"https://{SITE}/{case}").replace("https:", "http:")


def page_of(case: str) -> bytes:
    """The bare page."""
    return (FIXTURES / case / "page.html").read_bytes()


class Pages(BaseHTTPRequestHandler):
    """A proxy that knows the cases as pages of the site, and nothing else."""

    def do_GET(self) -> None:
        case = next((case for case in CASES if address_of(case) == self.path), None)
        body = page_of(case) if case else b"not here"
        self.send_response(200 if case else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_CONNECT(self) -> None:
        self.close_connection = True  # nothing is there by https

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def run(*command: str | Path, cwd: Path | None = None) -> bytes:
    """Standard output of a tool that must succeed."""
    environment = {**os.environ, "http_proxy": f"http://{PROXY}"}
    return subprocess.run(
        command, check=True, capture_output=True, cwd=cwd, timeout=120, env=environment
    ).stdout


def each_page(suffix: str, save: Callable[[str], bytes]) -> Callable[[Path], None]:
    """A form with one file for each case."""

    def write(folder: Path) -> None:
        for case in CASES:
            (folder / f"{name_of(case)}{suffix}").write_bytes(save(case))

    return write


def piped(*command: str) -> Callable[[str], bytes]:
    """A tool that turns standard input into standard output."""
    return lambda case: subprocess.run(command, input=page_of(case), check=True, capture_output=True).stdout


def dumped(*command: str) -> Callable[[str], bytes]:
    """A text browser that prints the page at an address."""
    return lambda case: run(*command, address_of(case))


def in_chromium(save: Callable[[Chromium], bytes]) -> Callable[[str], bytes]:
    """What DevTools say of a page that Chromium has loaded."""

    def saved(case: str) -> bytes:
        with Chromium(FLAGS) as browser:
            browser.load(address_of(case))
            return save(browser)

    return saved


def save_as(case: str) -> bytes:
    """The DOM after load with the comment of "Save as, complete" and links into its folder."""
    address = address_of(case).replace("http:", "https:")
    dom = in_chromium(lambda browser: browser.evaluate("document.documentElement.outerHTML").encode())(
        case
    ).decode()
    dom = dom.replace('src="/', f'src="./{name_of(case)}_files/')
    return f"<!DOCTYPE html>\n<!-- saved from url=({len(address):04d}){address} -->\n{dom}".encode()


def single_file(*options: str) -> Callable[[str], bytes]:
    """SingleFile's command line, which drives Chromium."""

    def saved(case: str) -> bytes:
        browser = f"--browser-executable-path={shutil.which('chromium')}"
        flags = f"--browser-args={json.dumps(FLAGS)}"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            for _ in range(TRIES):  # it may end with nothing said and nothing written
                run("single-file", browser, flags, *options, address_of(case), path)
                if path.exists():
                    break
            return path.read_bytes()

    return saved


def webarchive(kind: plistlib.PlistFormat) -> Callable[[str], bytes]:
    """The property list that Safari writes."""

    def saved(case: str) -> bytes:
        main = {
            "WebResourceData": page_of(case),
            "WebResourceFrameName": "",
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8",
            "WebResourceURL": address_of(case),
        }
        return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=kind)

    return saved


def wget_warc(*options: str) -> Callable[[Path], None]:
    """One crawl of all cases, and of a page that is not there."""

    def write(folder: Path) -> None:
        with tempfile.TemporaryDirectory() as scratch:
            addresses = [*map(address_of, CASES), f"http://{SITE}/missing"]
            # A relative name: wget notes its arguments in the crawl.
            with suppress(subprocess.CalledProcessError):  # the missing page fails
                run(
                    "wget",
                    "-q",
                    "--delete-after",
                    "--warc-file=crawl",
                    *options,
                    *addresses,
                    cwd=Path(scratch),
                )
            for crawl in Path(scratch).glob("crawl.*"):
                shutil.copy(crawl, folder)

    return write


def warcio_warc(folder: Path) -> None:
    """A crawl recorded by warcio in WARC 1.1, of what Python asks for."""
    script = (
        "import sys\nfrom warcio.capture_http import capture_http\nfrom urllib.request import urlopen\n"
        "with capture_http(sys.argv[1], warc_version='1.1'):\n"
        "    for address in sys.argv[2:]: urlopen(address).read()\n"
    )
    run(sys.executable, "-c", script, folder / "crawl.warc.gz", *map(address_of, CASES))


def wacz(folder: Path) -> None:
    """The crawl of wget in a WACZ archive."""
    crawl = SAVED / "wget-warc-gz" / "crawl.warc.gz"
    run("wacz", "create", "-f", crawl, "-o", folder / "crawl.wacz")


def archived(suffix: str, *command: str) -> Callable[[Path], None]:
    """All cases in one archive, beside a style sheet and a picture."""

    def write(folder: Path) -> None:
        with tempfile.TemporaryDirectory() as scratch:
            for case in CASES:
                (Path(scratch) / f"{name_of(case)}.html").write_bytes(page_of(case))
            (Path(scratch) / "style.css").write_text("p > a { color: red }")
            (Path(scratch) / "dot.png").write_bytes(b"\x89PNG\r\n\x1a\n")
            target = folder / f"pages{suffix}"
            target.unlink(missing_ok=True)
            run(*command, target, *sorted(os.listdir(scratch)), cwd=Path(scratch))

    return write


@contextmanager
def replay() -> Iterator[str]:
    """A pywb that replays the crawl of wget; the beginning of its addresses."""
    with tempfile.TemporaryDirectory() as folder:
        run("wb-manager", "init", "web", cwd=Path(folder))
        run("wb-manager", "add", "web", SAVED / "wget-warc-gz" / "crawl.warc.gz", cwd=Path(folder))
        server = subprocess.Popen(
            ["wayback", "-p", str(REPLAY_PORT), "-b", "127.0.0.1"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{REPLAY_PORT}/", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{REPLAY_PORT}/web/"
        finally:
            server.terminate()
            server.wait()


def replayed(modifier: str) -> Callable[[Path], None]:
    """The pages as pywb rewrites them; `modifier` "id_" asks for them raw."""

    def write(folder: Path) -> None:
        with replay() as web:
            for case in CASES:
                address = f"{web}{datetime.now(UTC).year}{modifier}/{address_of(case)}"
                with urllib.request.urlopen(address, timeout=20) as answer:
                    (folder / f"{name_of(case)}.html").write_bytes(answer.read())

    return write


def in_source_view(case: str) -> bytes:
    """What "Save as" gives in a browser's view of the source: a row for each line, markup as text."""
    rows = (
        f'<tr><td class="line-number" value="{number}"></td><td class="line-content">'
        f'<span class="html-tag">{html.escape(line)}</span></td></tr>'
        for number, line in enumerate(page_of(case).decode().split("\n"), 1)
    )
    head = '<html><head><meta name="color-scheme" content="light dark"></head><body>'
    bar = '<div class="line-gutter-backdrop"></div><table><tbody>'
    return f"{head}{bar}{''.join(rows)}</tbody></table></body></html>".encode()


def mailed(case: str) -> bytes:
    """A page that somebody sent as the HTML of a mail."""
    message = EmailMessage(policy=SMTP)
    message["From"] = message["To"] = "reader@example.org"
    message["Subject"], message["Date"] = name_of(case), "Mon, 23 Nov 2026 10:00:00 +0000"
    message.set_content("To read.")
    message.add_alternative(page_of(case).decode(), subtype="html", cte="quoted-printable")
    *_, page = message.walk()
    page["Content-Location"] = address_of(case)
    message.set_boundary("=_boundary")
    return message.as_bytes()


def mbox(folder: Path) -> None:
    """All mails in a mailbox."""
    path = folder / "mails.mbox"
    path.unlink(missing_ok=True)
    box = mailbox.mbox(path)
    for case in CASES:
        message = mailbox.mboxMessage(mailed(case).replace(b"\r\n", b"\n"))
        message.set_from("reader@example.org", time.gmtime(0))
        box.add(message)
    box.close()


def har(folder: Path) -> None:
    """What a browser's developer tools save of a visit, the binary way for every other page."""
    entries = []
    for number, case in enumerate(CASES):
        text = page_of(case).decode()
        content = {"mimeType": "text/html; charset=utf-8", "size": len(text), "text": text}
        if number % 2:
            content |= {"text": base64.b64encode(page_of(case)).decode(), "encoding": "base64"}
        entries.append(
            {
                "startedDateTime": "2026-11-23T10:00:00.000Z",
                "request": {"method": "GET", "url": address_of(case)},
                "response": {"status": 200, "content": content},
            }
        )
    log = {"version": "1.2", "creator": {"name": "make_saved.py", "version": "1"}, "entries": entries}
    (folder / "visit.har").write_text(json.dumps({"log": log}, indent=2), encoding="utf-8")


def json_lines(folder: Path) -> None:
    """What crawlers write: an object for each page, here as Scrapy's feeds have them."""
    lines = [json.dumps({"url": address_of(case), "html": page_of(case).decode()}) + "\n" for case in CASES]
    (folder / "pages.jl").write_text("".join(lines), encoding="utf-8")


def table(folder: Path) -> None:
    """The same as a table."""
    with (folder / "pages.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "url", "html"])
        writer.writerows(
            [number, address_of(case), page_of(case).decode()] for number, case in enumerate(CASES)
        )


FORMS: dict[str, Callable[[Path], None]] = {
    "gzip": each_page(".html.gz", piped("gzip", "-9n")),
    "zstd": each_page(".html.zst", piped("zstd", "-q", "-19")),
    "brotli": each_page(".html.br", piped("brotli", "-c")),
    "bzip2": each_page(".html.bz2", piped("bzip2")),
    "xz": each_page(".html.xz", piped("xz")),
    "chromium-dom": each_page(
        ".html", in_chromium(lambda browser: browser.evaluate("document.documentElement.outerHTML").encode())
    ),
    "save-as": each_page(".html", save_as),
    "wayback": each_page(
        ".html", lambda case: wayback(page_of(case), address_of(case).replace("http:", "https:"))
    ),
    "chromium-mhtml": each_page(".mhtml", in_chromium(Chromium.mhtml)),
    "single-file": each_page(".html", single_file()),
    "single-file-zip": each_page(".html", single_file("--compress-content", "--self-extracting-archive")),
    "single-file-bare-zip": each_page(
        ".zip", single_file("--compress-content", "--self-extracting-archive=false")
    ),
    "webarchive-binary": each_page(".webarchive", webarchive(plistlib.FMT_BINARY)),
    "webarchive-xml": each_page(".webarchive", webarchive(plistlib.FMT_XML)),
    "wget-warc": wget_warc("--no-warc-compression"),
    "wget-warc-gz": wget_warc(),
    "warcio-warc": warcio_warc,
    "wacz": wacz,
    "zip": archived(".zip", "zip", "-q", "-X"),
    "tar": archived(".tar", "tar", "cf"),
    "tar-gz": archived(".tgz", "tar", "czf"),
    "mail": each_page(".eml", mailed),
    "mbox": mbox,
    "har": har,
    "json": each_page(
        ".json", lambda case: json.dumps({"url": address_of(case), "body": page_of(case).decode()}).encode()
    ),
    "json-lines": json_lines,
    "csv": table,
    "bytes-literal": each_page(".html", lambda case: str(page_of(case)).encode()),
    "view-source": each_page(".html", in_source_view),
    "pywb": replayed("mp_"),
    "pywb-raw": replayed("id_"),
    "chromium-text": each_page(
        ".txt", in_chromium(lambda browser: browser.evaluate("document.body.innerText").encode())
    ),
    "lynx": each_page(".txt", dumped("lynx", "-dump", "-display_charset=utf-8", "-nolist")),
    "lynx-links": each_page(".txt", dumped("lynx", "-dump", "-display_charset=utf-8")),
    "w3m": each_page(".txt", dumped("w3m", "-dump", "-O", "UTF-8")),
    "links": each_page(".txt", dumped("links", "-dump", "-codepage", "UTF-8", "-http-proxy", PROXY)),
}


def main(wanted: list[str]) -> int:
    """Write the forms, all of them or `wanted`."""
    server = ThreadingHTTPServer((PROXY.partition(":")[0], int(PROXY.partition(":")[2])), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    for form, write in FORMS.items():
        if wanted and form not in wanted:
            continue
        folder = SAVED / form
        folder.mkdir(parents=True, exist_ok=True)
        write(folder)
        print(form, sum(file.stat().st_size for file in folder.iterdir()) // 1000, "KB")
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
