"""Every fixture there is."""

from . import cases_2024, cases_2026, cases_legacy, cases_text, rejected
from .fixture import Fixture


def all_fixtures() -> list[Fixture]:
    """The pages that are read."""
    return [
        *cases_2026.fixtures(),
        *cases_2024.fixtures(),
        *cases_legacy.fixtures(),
        *cases_text.fixtures(),
    ]


def all_files() -> dict[str, bytes]:
    """Everything under tests/fixtures, by path."""
    files: dict[str, bytes] = {}
    for fixture in all_fixtures():
        made = fixture.files()
        if clash := files.keys() & made.keys():
            raise ValueError(f"two fixtures of one name: {sorted(clash)}")
        files.update(made)
    files.update(rejected.files(files["site-2026/commentary-en/page.html"]))
    return files
