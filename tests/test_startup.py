"""A plain run imports nothing that it does not need: that is most of what it costs."""

import subprocess
import sys

import pytest
from test_command import ENVIRONMENT, PAGE

HEAVY = frozenset(
    "carnegie_extract.batch.inputs.reasons carnegie_extract.formats.table carnegie_extract.lines.named "
    "argparse asyncio brotli bz2 click concurrent csv daft dataclasses datetime difflib email fastwarc gzip "
    "html http importlib.metadata inspect lzma math multiprocessing orjson platform plistlib pyarrow pydantic "
    "rich shutil socket subprocess tarfile tempfile typer unicodedata unittest urllib.request uuid warcio xml zipfile "
    "zstandard".split()
)
PROGRAM = """
import sys
from carnegie_extract.cli import main
status = main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize("flags", [[], ["--blocks"], ["--pretty"]], ids=["plain", "blocks", "pretty"])
def test_a_plain_run_imports_little(flags: list[str]) -> None:
    command = [sys.executable, "-c", PROGRAM, *flags, str(PAGE)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, env=ENVIRONMENT, text=True)
    assert not HEAVY & set(done.stderr.split())


PATTERNS = """
import json, re, sys
import selectolax.lexbor
sources = []
compiled = re.compile
re.compile = lambda source, flags=0: (sources.append(source), compiled(source, flags))[1]
from carnegie_extract.cli import main
print(sum(map(len, sources)), file=sys.stderr)
main(sys.argv[1:])
print(sum(map(len, sources)), file=sys.stderr)
"""
MOST_CHARACTERS = 1400
"""Of the patterns that a page needs: words and signs can be asked for without one."""


def test_few_patterns_are_compiled() -> None:
    command = [sys.executable, "-c", PATTERNS, str(PAGE)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, env=ENVIRONMENT, text=True)
    at_import, for_the_page = map(int, done.stderr.split())
    assert at_import == 0
    assert for_the_page <= MOST_CHARACTERS
