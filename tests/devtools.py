"""A headless Chromium spoken to by the DevTools protocol over pipes: no driver is needed."""

import json
import os
import select
import shutil
import subprocess
import tempfile
from types import TracebackType
from typing import Any, Self

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
_PATIENCE = 60
"""Seconds without a word from the browser."""


class Chromium:
    """A browser with one window."""

    def __init__(self, flags: tuple[str, ...] = ()) -> None:
        self._profile = tempfile.mkdtemp()
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        launch = 'exec "$0" "$@" 3<&%d 4>&%d' % (to_browser, from_browser)  # noqa: UP031  # braces mean more here
        self._process = subprocess.Popen(
            [
                "bash", "-c", launch, CHROMIUM or _NAMES[0], "--headless", "--remote-debugging-pipe", "--disable-gpu",
                f"--user-data-dir={self._profile}", *flags,
            ],
            pass_fds=(to_browser, from_browser),
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._number = 0
        self._rest = b""
        self._session: str | None = None
        self._events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Page.setLifecycleEventsEnabled", enabled=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self._profile, ignore_errors=True)

    def load(self, address: str) -> None:
        """Open a page, and wait until all that it asks for is there."""
        loader = self.ask("Page.navigate", url=address)["loaderId"]
        while not any(
            (event["name"], event["loaderId"]) == ("load", loader)
            for event in self.heard("Page.lifecycleEvent")
        ):
            self._hear()

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, or what it promises."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def mhtml(self) -> bytes:
        """The page as MHTML, as Chromium's "Webpage, Single File" saves it."""
        return str(self.ask("Page.captureSnapshot", format="mhtml")["data"]).encode()

    def heard(self, method: str) -> list[dict[str, Any]]:
        """What the browser has told by itself, since this was last asked."""
        told = [event["params"] for event in self._events if event["method"] == method]
        self._events = [event for event in self._events if event["method"] != method]
        return told

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._hear()).get("id") != self._number:
            pass
        assert "result" in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _hear(self) -> dict[str, Any]:
        """The next message, which is kept if it answers nothing."""
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], _PATIENCE)
            data = os.read(self._read, 2**16) if ready else b""
            if not data:
                raise OSError("the browser is gone")
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        decoded: dict[str, Any] = json.loads(message)
        if "method" in decoded:
            self._events.append(decoded)
        return decoded
