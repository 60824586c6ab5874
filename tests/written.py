"""Files that are written from the code, and whether they are current."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path


def main(does: str, files: dict[Path, Callable[[], str]], arguments: list[str]) -> int:
    """Write each file with what its function gives; with `--check`, say which ones differ."""
    parser = argparse.ArgumentParser(description=does)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    if not parser.parse_args(arguments).check:
        for file, make in files.items():
            file.write_text(make(), encoding="utf-8")
    stale = differing(files)
    for file in stale:
        print(f"{file.name} differs. Run: python tests/{Path(sys.argv[0]).name}", file=sys.stderr)
    return 1 if stale else 0


def differing(files: dict[Path, Callable[[], str]]) -> list[Path]:
    """The files that do not hold what they should."""
    return [
        file
        for file, make in files.items()
        if not file.exists() or file.read_text(encoding="utf-8") != make()
    ]
