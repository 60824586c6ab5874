"""Write tests/fixtures from tests/press.

python tests/make_fixtures.py           write every fixture
python tests/make_fixtures.py --check   say which files on disk differ; exit 1 when any does
"""

import argparse
import sys
from pathlib import Path

from press.cases import all_files

ROOT = Path(__file__).parent / "fixtures"
SAVED = ROOT / "_saved"
"""Made by the tools that people save with: make_saved.py."""
REAL = ROOT / "real"
"""Saved by hand: nothing prints these pages."""


def on_disk() -> dict[str, bytes]:
    """Every file under tests/fixtures that the press prints, by path."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not {SAVED, REAL}.intersection(path.parents)
    }


def write(files: dict[str, bytes]) -> None:
    """Write what differs."""
    have = on_disk()
    for name, content in files.items():
        if have.get(name) != content:
            path = ROOT / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def differences(files: dict[str, bytes]) -> list[str]:
    """What `--check` reports, one line per file."""
    have = on_disk()
    missing = [f"missing: {name}" for name in files.keys() - have.keys()]
    strange = [f"not from the generator: {name}" for name in have.keys() - files.keys()]
    changed = [f"differs: {name}" for name in files.keys() & have.keys() if files[name] != have[name]]
    return sorted(missing + strange + changed)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Write the fixtures of the tests.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    files = all_files()
    if not parser.parse_args(arguments).check:
        write(files)
    lines = differences(files)
    for line in lines:
        print(line, file=sys.stderr)
    if lines:
        print("Run: python tests/make_fixtures.py (it never deletes)", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
