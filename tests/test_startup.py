"""A plain run imports nothing that it does not need: that is most of what it costs."""

import subprocess
import sys

import pytest
from test_command import ENVIRONMENT, PAGE

HEAVY = frozenset(
    "carnegie_extract.formats.table csv typer click rich pydantic argparse asyncio brotli bz2 concurrent daft "
    "dataclasses difflib email fastwarc gzip html http importlib.metadata inspect lzma multiprocessing orjson platform "
    "plistlib pyarrow shutil socket subprocess tarfile tempfile unittest urllib.request uuid warcio xml zipfile "
    "zstandard".split()
)
PROGRAM = """
import sys
from carnegie_extract.cli import main
status = main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "flags", [[], ["--blocks"], ["--pretty"]], ids=lambda flags: " ".join(flags) or "plain"
)
def test_a_plain_run_imports_little(flags: list[str]) -> None:
    command = [sys.executable, "-c", PROGRAM, *flags, str(PAGE)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, env=ENVIRONMENT, text=True)
    assert not HEAVY & set(done.stderr.split())
