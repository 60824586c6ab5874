"""Some of the faults of `python tests/faults.py`, which injects hundreds."""

import sys
from collections.abc import Callable

import pytest
from corpus import DEEP
from faults import FAULTS, Scene, inject

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_nothing_is_lost_or_torn(fault: Callable[[Scene], None]) -> None:
    for seed in range(1, 21 if DEEP else 2):
        inject(fault, seed, pages=30)
