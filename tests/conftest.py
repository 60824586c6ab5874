"""What all tests share: `--update-golden`, how long hypothesis looks, and that what is read is valid."""

import os

import pytest
import validity
from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("quick", max_examples=40, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=3000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
validity.watch()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write every article.json anew from what is extracted now, and fail: somebody has to look",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """As many processes as usual, but one where golden files are written: others would read half of them."""
    return 0 if config.getoption("--update-golden") else None


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is for people; CI never writes what it should check")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--update-golden"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--update-golden"):
        terminalreporter.write_line(
            "Golden files are written. Read the diff, then run without --update-golden."
        )
