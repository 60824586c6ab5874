"""A headless Chromium spoken to by the DevTools protocol over pipes: just enough to save a page."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from types import TracebackType
from typing import Any, Self


class Chromium:
    """A browser that has loaded one page."""

    def __init__(self, address: str, flags: tuple[str, ...]) -> None:
        self._profile = tempfile.mkdtemp()
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        chromium = shutil.which("chromium") or "chromium"
        launch = 'exec "$0" "$@" 3<&%d 4>&%d' % (to_browser, from_browser)  # noqa: UP031  # braces mean more here
        self._process = subprocess.Popen(
            [
                "bash", "-c", launch, chromium, "--headless", "--remote-debugging-pipe", "--disable-gpu",
                f"--user-data-dir={self._profile}", *flags,
            ],
            pass_fds=(to_browser, from_browser),
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._number = 0
        self._rest = b""
        target = self._ask("Target.createTarget", {"url": address})["targetId"]
        self._session = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for _ in range(100):
            if self.evaluate("document.readyState + location.protocol") == b"completehttp:":
                break
            time.sleep(0.1)

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

    def evaluate(self, expression: str) -> bytes:
        """The value of a JavaScript expression that is a string."""
        answer = self._ask("Runtime.evaluate", {"expression": expression}, self._session)
        return str(answer["result"].get("value", "")).encode()

    def mhtml(self) -> bytes:
        """The page as MHTML, as Chromium's "Webpage, Single File" saves it."""
        answer = self._ask("Page.captureSnapshot", {"format": "mhtml"}, self._session)
        return str(answer["data"]).encode()

    def _ask(self, method: str, parameters: dict[str, Any], session: str | None = None) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._read, 2**16)
            if not data:
                raise OSError("the browser is gone")
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        decoded: dict[str, Any] = json.loads(message)
        return decoded
