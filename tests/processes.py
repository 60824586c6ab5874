"""Folders of many pages, and processes that are watched and limited: for the tests of whole runs."""

import fcntl
import os
import platform
import re
import resource
import shutil
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from test_command import CHALLENGE, ENVIRONMENT, OTHER, PAGE

WRITE = {"x86_64": "1", "aarch64": "64"}.get(platform.machine(), "")
"""What the system calls to write."""
needs_syscalls = pytest.mark.skipif(
    not (WRITE and os.access("/proc/self/syscall", os.R_OK)), reason="nobody says what a process waits for"
)


def folder_of(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        source = CHALLENGE if number % 20 == 7 else (PAGE, OTHER)[number % 2]
        shutil.copy(source, folder / f"{number:04}.html")
    return folder


# Python leaves half a file of bytecode behind where the disk is full, and every later process would read it.
LIMITED_ENVIRONMENT = {**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"}


def limited(most: int) -> Callable[[], None]:
    """A disk that is full after `most` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.005)
    raise AssertionError("it never came")


def unread(pipe: IO[bytes] | None) -> int:
    """Bytes in a pipe that nobody has read."""
    assert pipe is not None
    (length,) = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))
    return int(length)


def is_stuck(process: "subprocess.Popen[bytes]") -> bool:
    """Whether it has heard all signals, and waits for somebody to read what it writes."""
    folder = Path(f"/proc/{process.pid}")
    call, _, rest = (folder / "syscall").read_text().partition(" ")
    pending = re.findall(r"^(?:SigPnd|ShdPnd):\s*(\w+)$", (folder / "status").read_text(), re.M)
    return (call, rest[:4]) == (WRITE, "0x1 ") and not any(int(signals, 16) for signals in pending)


def all_sent(terminal: int) -> bytes:
    """What is sent to a terminal until its other end is closed."""
    sent = b""
    while True:
        try:
            sent += os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
    os.close(terminal)
    return sent
