"""Chromium without a window, for the tests of the report: what it shows, asks for and complains of."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
DRIVER = shutil.which("chromedriver")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None,
    reason="no Chromium with its driver here (Debian: apt-get install chromium chromium-driver)",
)
_FLAGS = (
    "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
    "disable-component-update", "disable-sync", "hide-scrollbars", "disable-dev-shm-usage",
)  # fmt: skip


class Browser:
    """One window."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, file: Path, fragment: str = "") -> None:
        """Load a report afresh."""
        self.driver.get("about:blank")
        self.driver.get(file.as_uri() + fragment)

    def js(self, script: str, *arguments: object) -> Any:
        """What an expression gives."""
        return self.driver.execute_script(f"return {script}", *arguments)

    def do(self, script: str) -> None:
        """Run some statements."""
        self.driver.execute_script(script)

    def click(self, selector: str) -> None:
        """Press what a selector finds first, by the keyboard."""
        self.driver.find_element("css selector", selector).send_keys(Keys.ENTER)

    def choose(self, selector: str) -> None:
        """Choose one of several, by the keyboard."""
        self.driver.find_element("css selector", selector).send_keys(Keys.SPACE)

    def type(self, selector: str, text: str) -> None:
        """Type into a field."""
        self.driver.find_element("css selector", selector).send_keys(text)

    def clear(self, selector: str) -> None:
        """Empty a field."""
        self.type(selector, f"{Keys.CONTROL}a{Keys.BACKSPACE}")

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self.driver.switch_to.active_element.send_keys(key)

    def texts(self, selector: str) -> list[str]:
        """What is read on all that a selector finds."""
        found: list[str] = self.js(
            "[...document.querySelectorAll(arguments[0])].map(e => e.innerText.toWellFormed())", selector
        )
        return found

    def wait(self, script: str) -> None:
        """Until an expression holds."""
        asked = "const [done] = arguments; (function ask() { (%s) ? done() : setTimeout(ask, 5); })();"
        self.driver.execute_async_script(asked % script)

    def emulate(
        self, width: int = 1280, height: int = 900, *, scheme: str = "light", media: str = ""
    ) -> None:
        """A screen of this size, or paper."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def _log(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.driver.get_log(name)  # type: ignore[no-untyped-call]  # it has no types
        return found

    def complaints(self) -> list[str]:
        """What the console has said since it was last asked."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> set[str]:
        """The addresses that were asked for since then."""
        events = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        asked = (event["params"] for event in events if event["method"] == "Network.requestWillBeSent")
        return {each["request"]["url"] for each in asked}


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in _FLAGS:
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(DRIVER))
    driver.set_script_timeout(20)
    try:
        yield Browser(driver)
    finally:
        driver.quit()
