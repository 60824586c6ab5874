"""Runs of the command that skip its start-up: forked from a process that has imported it already.

What a run does, it does in a process of its own. What comes before that, the start of the interpreter and the
imports, is tested by test_command.py and test_startup.py, with processes that start from nothing.
"""

import atexit
import os
import pickle
import signal
import socket
import subprocess
import sys
from contextlib import redirect_stderr
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from threading import Thread
from typing import BinaryIO

import validity
from corpus import EXTRAS

import carnegie_extract
from carnegie_extract import cli, command

# The package that the tests import, installed or not, is the one that the processes run.
PACKAGES = str(Path(carnegie_extract.__file__).parent.parent)
_BYTECODE = TemporaryDirectory(prefix="bytecode-")
"""What one process compiles, the next one finds, also where the user wants no bytecode in the folders of the code."""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "COLUMNS": "80",
    "PYTHONPATH": PACKAGES,
    "PYTHONPYCACHEPREFIX": _BYTECODE.name,
}
_MOST_SECONDS = 120
_MOST_BYTES = 2**20

Argument = str | bytes | Path
Done = subprocess.CompletedProcess[bytes]


def run(
    *arguments: Argument,
    stdin: bytes | BinaryIO = b"",
    stdout: BinaryIO | None = None,
    cwd: Path | None = None,
    program: str = "",
) -> Done:
    """Run the command, in a process that `program` may change first; without `stdout` a pipe is read."""
    said, written = _Reader(), _Reader()
    fed = _Writer(stdin) if isinstance(stdin, bytes) else None
    given = [*map(os.fsdecode, arguments)]
    request = pickle.dumps((given, str(cwd or Path.cwd()), program))
    streams = [
        fed.theirs if fed else stdin.fileno(),  # type: ignore[union-attr]  # one of the two
        stdout.fileno() if stdout else written.theirs,
        said.theirs,
    ]
    server = _server()
    socket.send_fds(server, [request], streams)
    for stream in (said, written, *([fed] if fed else [])):
        stream.start()
    code = int(server.recv(64))
    if fed:
        fed.join()
    return Done(given, code, written.content(), said.content())


class _Reader(Thread):
    """Reads a pipe, of which the other end is handed over."""

    def __init__(self) -> None:
        super().__init__()
        self._ours, self.theirs = os.pipe()
        self._content = b""

    def run(self) -> None:
        with open(self._ours, "rb") as file:
            self._content = file.read()

    def start(self) -> None:
        os.close(self.theirs)
        super().start()

    def content(self) -> bytes:
        self.join()
        return self._content


class _Writer(Thread):
    """Writes to a pipe, of which the other end is handed over."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.theirs, self._ours = os.pipe()
        self._content = content

    def start(self) -> None:
        os.close(self.theirs)
        super().start()

    def run(self) -> None:
        try:
            with open(self._ours, "wb", buffering=0) as file:
                left = memoryview(self._content)
                while left:
                    left = left[file.write(left) :]
        except BrokenPipeError:
            pass


@cache
def _server() -> socket.socket:
    """A connection to the process that runs are forked from; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen(
        [sys.executable, __file__, str(theirs.fileno())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
        env=ENVIRONMENT,
        start_new_session=True,  # Ctrl-C is for pytest
    )
    theirs.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _warm_up() -> None:
    """Import what runs import: all of the package, and what typer imports when it reads options."""
    validity.watch()
    for module in walk_packages(carnegie_extract.__path__, "carnegie_extract."):
        if not module.name.endswith("__main__") and module.name not in EXTRAS:
            import_module(module.name)
    with redirect_stderr(StringIO()):
        cli.main(["--jobs", "1"])


def _serve(connection: socket.socket) -> None:
    """Fork a run for each request."""
    while True:
        request, descriptors, _, _ = socket.recv_fds(connection, _MOST_BYTES, 3)
        if not request:
            return
        child = os.fork()
        if not child:
            connection.close()
            _become(request, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        connection.send(str(os.waitstatus_to_exitcode(_status(child))).encode())


def _status(child: int) -> int:
    """How a run ended; one that does not end is killed."""
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(_MOST_SECONDS)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    return status


def _become(request: bytes, descriptors: list[int]) -> None:
    """Be the run that was asked for."""
    arguments, folder, program = pickle.loads(request)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(folder)
    sys.argv[1:] = arguments
    exec(program, {})
    command.run()


if __name__ == "__main__":
    _warm_up()
    _serve(socket.socket(fileno=int(sys.argv[1])))
