"""The same programs on a Ray cluster: its workers give the records of the command, even when one of them dies."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import SAVED, Record
from scale_runs import PROGRAMS, QUIET, crawl, need, of_command, rows, run

need("ray", "cluster")
ROOT_OF_TESTS = Path(__file__).parent
LOOPBACK = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
"""Ray then takes 127.0.0.1 for the address of the machine: nobody else reaches the cluster."""
DYING = """
import os, signal, sys
from carnegie_extract.scale import extractor, read_warc
import daft

extract = extractor()
archives, folder, deaths = sys.argv[1:]

def extract_pages(*columns):
    # The third batch ends the worker of Ray that this process belongs to, as a machine that fails would.
    for number in range(3):
        try:
            os.close(os.open(f"{deaths}/{number}", os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            continue
        if number == 2:
            os.kill(os.getppid(), signal.SIGKILL)
        break
    return extract(*columns)

dying = daft.func.batch(return_dtype=extract.return_dtype, use_process=True, batch_size=4)(extract_pages)
if __name__ == "__main__":
    read_warc(archives, dying).write_parquet(folder, write_mode="overwrite")
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[dict[str, str]]:
    """What a program's environment says so that it runs on the cluster."""
    process = subprocess.Popen(
        [sys.executable, ROOT_OF_TESTS / "ray_cluster.py"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**QUIET, "RAY_USAGE_STATS_ENABLED": "0", **LOOPBACK},
        text=True,
    )
    assert process.stdout is not None
    lines = (line.strip() for line in process.stdout)
    address = next(line for line in lines if line.startswith("127.0.0.1:"))
    yield {"DAFT_RUNNER": "ray", "RAY_ADDRESS": address, **LOOPBACK}
    process.communicate()


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Eight WARC files: something to do for each worker."""
    folder = tmp_path_factory.mktemp("archives")
    saved = (SAVED / "wget-warc-gz" / "crawl.warc.gz").read_bytes()
    for number in range(7):
        (folder / f"{number}.warc.gz").write_bytes(saved)
    (folder / "all.warc").write_bytes(crawl())
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def expected(
    archives: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Record], list[Record]]:
    return of_command(tmp_path_factory.mktemp("command"), archives)


def test_two_workers_give_the_records_of_the_command(
    cluster: dict[str, str], archives: list[Path], expected: tuple[list[Record], list[Record]], tmp_path: Path
) -> None:
    run(PROGRAMS[0], archives[0].parent, tmp_path / "written", **cluster)
    assert rows(tmp_path / "written") == expected


def test_a_worker_that_dies_costs_nothing(
    cluster: dict[str, str], archives: list[Path], expected: tuple[list[Record], list[Record]], tmp_path: Path
) -> None:
    deaths = tmp_path / "deaths"
    deaths.mkdir()
    run(DYING, archives[0].parent, tmp_path / "written", deaths, **cluster)
    assert len(list(deaths.iterdir())) == 3, "no worker died"
    assert rows(tmp_path / "written") == expected
