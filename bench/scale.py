"""What the function of docs/scale.md takes: processor seconds a page and a megabyte, on the embedded runner.

python bench/scale.py [MEGABYTES]        needs the extra `scale`; 100 MB take two minutes

Three WARC files, a gzip member a record as crawlers write them: pages of the fixtures, commentaries of 300 KB,
and, ten times as much, pages of other sites, which are unpacked and passed over; those are words in no order,
which pack as little as pages do. Processor seconds count all processes, so that a busy machine matters little;
start-up is taken off.
"""

import gzip
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from containers import PAGE, warc
from press import typical_page

PROGRAM = """
import sys
from carnegie_extract.scale import read_warc
if __name__ == "__main__":
    archive, folder = sys.argv[1:]
    read_warc(archive).write_parquet(folder, write_mode="overwrite")
"""


def main(arguments: list[str]) -> None:
    """Measure and print."""
    size = int(arguments[0]) * 10**6 if arguments else 10**8
    home, elsewhere = b"https://carnegieendowment.org/x", b"https://example.org/x"
    words = b" ".join(random.Random(1).choices(PAGE.split(), k=15_000))
    with tempfile.TemporaryDirectory() as folder:
        for name, page, uri, times in (
            ("fixtures", PAGE, home, 1),
            ("commentaries", typical_page(), home, 1),
            ("pages of other sites", words, elsewhere, 10),
        ):
            count = times * size // len(page)
            used, passed = seconds(Path(folder), page, uri, count)
            used -= seconds(Path(folder), page, uri, 1)[0]
            print(
                f"{name}, {len(page) / 1000:.0f} KB each: {1000 * used / count:.2f} ms of a core a page, "
                f"{count / used:.0f} pages and {count * len(page) / 10**6 / used:.0f} MB a second and core; "
                f"{count / passed:.0f} pages/s here, start-up included"
            )


def seconds(folder: Path, page: bytes, uri: bytes, count: int) -> tuple[float, float]:
    """Seconds of the processor and of the clock that an archive of `count` copies of a page takes."""
    archive = folder / "archive.warc.gz"
    record = warc(page, uri=uri)
    with archive.open("wb") as file:
        for _ in range(count):
            named = record.replace(b"urn:uuid:1>", b"urn:uuid:%s>" % str(uuid4()).encode(), 1)
            file.write(gzip.compress(named, 1))
    before, clock = os.times(), time.perf_counter()
    command = [sys.executable, "-c", PROGRAM, str(archive), str(folder / "written")]
    subprocess.run(command, check=True, env={**os.environ, "DAFT_PROGRESS_BAR": "0"})
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, time.perf_counter() - clock


if __name__ == "__main__":
    main(sys.argv[1:])
