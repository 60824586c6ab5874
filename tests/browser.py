"""Chromium as a person uses it, for the tests of the report: what it shows, asks for and complains of."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from devtools import CHROMIUM, Chromium

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)"
)
_FLAGS = (
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--disable-dev-shm-usage",
)  # fmt: skip
_KEYS = {"Enter": (13, "\r"), "Space": (32, " "), "Escape": (27, ""), "Backspace": (8, ""), "Tab": (9, "")}
"""The number of each key, and the text that it types."""
_PATIENCE = 20_000
"""Milliseconds for what an expression waits for."""


class Browser(Chromium):
    """One window."""

    def __init__(self) -> None:
        super().__init__(_FLAGS)
        for domain in ("Log", "Runtime", "Network"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setFocusEmulationEnabled", enabled=True)

    def open(self, file: Path, fragment: str = "") -> None:
        """Load a report afresh."""
        self.load("about:blank")
        self.load(file.as_uri() + fragment)

    def js(self, script: str, *arguments: object) -> Any:
        """What an expression gives."""
        return self.evaluate(f"(function () {{ return ({script}); }}).apply(null, {json.dumps(arguments)})")

    def do(self, script: str) -> None:
        """Run some statements."""
        self.evaluate(f"(function () {{ {script} }})()")

    def click(self, selector: str) -> None:
        """Press what a selector finds first, by the keyboard."""
        self._focus(selector)
        self.press("Enter")

    def choose(self, selector: str) -> None:
        """Choose one of several, by the keyboard."""
        self._focus(selector)
        self.press("Space")

    def type(self, selector: str, text: str) -> None:
        """Type into a field, letter by letter."""
        self._focus(selector)
        for letter in text:
            self.ask("Input.dispatchKeyEvent", type="char", text=letter)

    def clear(self, selector: str) -> None:
        """Empty a field."""
        self._focus(selector)
        self.js("document.activeElement.select()")
        self.press("Backspace")

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        number, text = _KEYS[key]
        named = {"key": text.strip("\r") or key, "code": key, "windowsVirtualKeyCode": number}
        self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **named)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **named)

    def texts(self, selector: str) -> list[str]:
        """What is read on all that a selector finds."""
        found: list[str] = self.js(
            "[...document.querySelectorAll(arguments[0])].map(e => e.innerText.toWellFormed())", selector
        )
        return found

    def wait(self, script: str) -> None:
        """Until an expression holds."""
        asked = f"(function ask() {{ ({script}) ? done() : setTimeout(ask, 5); }})()"
        late = f"setTimeout(() => fail('it never was that ' + {json.dumps(script)}), {_PATIENCE})"
        self.evaluate(f"new Promise((done, fail) => {{ {late}; {asked}; }})")

    def emulate(
        self,
        width: int = 1280,
        height: int = 900,
        *,
        scheme: str = "light",
        media: str = "",
        forced_colors: str = "none",
    ) -> None:
        """A screen of this size, or paper; a system may force its own colors on pages."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **size)
        wishes = {"prefers-color-scheme": scheme, "forced-colors": forced_colors}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.ask("Emulation.setEmulatedMedia", media=media, features=features)

    def photograph(self) -> bytes:
        """What is on the screen, as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"])

    def complaints(self) -> list[str]:
        """What the console has said since it was last asked."""
        self.js("0")
        logged = [told["entry"]["text"] for told in self.heard("Log.entryAdded")]
        told = self.heard("Runtime.consoleAPICalled") + self.heard("Runtime.exceptionThrown")
        return logged + list(map(json.dumps, told))

    def requests(self) -> set[str]:
        """The addresses that were asked for since then."""
        self.js("0")
        return {told["request"]["url"] for told in self.heard("Network.requestWillBeSent")}

    def _focus(self, selector: str) -> None:
        self.js("document.querySelector(arguments[0]).focus()", selector)
