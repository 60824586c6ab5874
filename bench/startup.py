"""How long one page takes as a whole process, against a bare script that parses the same page.

python bench/startup.py [PAGE]        exit 1 when the ratio is over its limit

The two run in turns, so that a busy machine slows both; medians are compared.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

LIMIT = 1.3
RUNS = 60
ROOT = Path(__file__).parent.parent
PAGE = ROOT / "tests" / "fixtures" / "site-2026" / "commentary-en" / "page.html"
BARE = """\
import sys
import orjson
from selectolax.lexbor import LexborHTMLParser

with open(sys.argv[1], "rb") as file:
    tree = LexborHTMLParser(file.read())
title = tree.css_first("title")
sys.stdout.buffer.write(orjson.dumps({"title": title.text()}, option=orjson.OPT_APPEND_NEWLINE))
"""


def run(command: list[str]) -> float:
    """Milliseconds that a process takes, its start included."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main(arguments: list[str]) -> int:
    """Measure, print, and return the exit code."""
    page = arguments[0] if arguments else str(PAGE)
    command = shutil.which("carnegie-extract", path=os.path.dirname(sys.executable))
    if command is None:
        print("Install the project into this Python first: pip install .", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        contenders = {"bare": [sys.executable, str(script), page], "carnegie-extract": [command, page]}
        for contender in contenders.values():
            run(contender)  # fills the caches
        times = [[run(contender) for contender in contenders.values()] for _ in range(RUNS)]
    bare, ours = (median(column) for column in zip(*times, strict=True))
    ratio = ours / bare
    print(f"bare script {bare:.1f} ms, carnegie-extract {ours:.1f} ms: ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
