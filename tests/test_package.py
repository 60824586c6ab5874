"""What people install: what is in it, and what an index of packages says of it."""

import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from email.message import Message
from importlib.util import find_spec
from pathlib import Path

import pytest
from corpus import ROOT
from markdown_it import MarkdownIt
from markdown_it.token import Token
from test_command import ENVIRONMENT

pytestmark = pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is not installed")
SHOWN = {
    "share/man/man1/carnegie-extract.1": "docs/carnegie-extract.1",
    **{
        f"share/{place}": f"carnegie_extract/completions/carnegie-extract.{shell}"
        for shell, place in (
            ("bash", "bash-completion/completions/carnegie-extract"),
            ("zsh", "zsh/site-functions/_carnegie-extract"),
            ("fish", "fish/vendor_completions.d/carnegie-extract.fish"),
        )
    },
}
"""Where the system looks for what other programs show, and the file that stands there."""
README = (ROOT / "README.md").read_text(encoding="utf-8")


def built(target: str, source: Path, folder: Path) -> Path:
    """What hatchling makes of a folder of sources, as pip has it do."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=120, env=ENVIRONMENT)
    (made,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a wheel that is made of the unpacked sdist: neither lacks what the next one needs."""
    folder = tmp_path_factory.mktemp("dist")
    with tarfile.open(built("sdist", ROOT, folder)) as archive:
        archive.extractall(folder, filter="data")
    (source,) = (path for path in folder.iterdir() if path.is_dir())
    with zipfile.ZipFile(built("wheel", source, folder)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, bytes]) -> Message:
    (name,) = (name for name in wheel if name.endswith(".dist-info/METADATA"))
    return message_from_bytes(wheel[name])


def description(metadata: Message) -> str:
    """The README as an index shows it."""
    payload = metadata.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def tokens(text: str) -> list[Token]:
    """All tokens of a Markdown text, those within lines, too."""
    blocks = MarkdownIt("commonmark").enable("table").parse(text)
    return [inner for block in blocks for inner in (block, *(block.children or ()))]


def code(text: str) -> list[str]:
    return [token.content for token in tokens(text) if token.type in ("fence", "code_inline")]


def test_every_file_of_the_package_is_in_the_wheel_and_no_other(wheel: dict[str, bytes]) -> None:
    package = ROOT / "carnegie_extract"
    there = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"carnegie_extract/py.typed", "carnegie_extract/schema.json"} <= there
    assert {name for name in wheel if ".dist-info/" not in name and ".data/" not in name} == there


def test_the_man_page_and_the_completions_come_where_they_are_looked_for(wheel: dict[str, bytes]) -> None:
    data = {name.partition(".data/data/")[2]: held for name, held in wheel.items() if ".data/" in name}
    assert data == {place: (ROOT / file).read_bytes() for place, file in SHOWN.items()}


def test_an_index_gets_all_metadata_that_it_asks_for(metadata: Message) -> None:
    assert metadata["Author"] == "The carnegie-extract contributors"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert len(metadata["Keywords"].split(",")) > 5
    audience = [each for each in metadata.get_all("Classifier", []) if each.startswith("Intended Audience")]
    assert audience, "hatchling refuses classifiers that do not exist"


def test_the_description_has_no_link_that_leads_nowhere(metadata: Message) -> None:
    found = [token for token in tokens(description(metadata)) if token.type in ("link_open", "image")]
    addresses = [str(token.attrs.get("href") or token.attrs.get("src")) for token in found]
    assert [address for address in addresses if not address.startswith("https://")] == []
    assert "<img" in README
    assert "<img" not in description(metadata)


def test_the_description_says_what_the_readme_says(metadata: Message) -> None:
    said = description(metadata)
    assert code(said) == code(README)
    assert re.findall("^#.*$", said, re.M) == re.findall("^#.*$", README, re.M)
    texts = re.findall(r"(?<!!)\[([^\]]+)\]\([^)]+\)", README)
    assert texts
    assert [text for text in texts if text not in said] == []
