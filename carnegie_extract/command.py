"""The process: it starts quickly and ends at once."""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import NoReturn
else:
    import _signal as signal  # as in `batch.reading.limits`


def run() -> "NoReturn":
    """Run the command in a process of its own.

    Nothing that is imported is garbage, so nobody looks for it. To take the interpreter down would cost more
    than to read a page.
    """
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)
    try:
        from carnegie_extract.cli import main, output_failed

        code = main()
    except KeyboardInterrupt:
        _interrupted()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError) as error:
            if stream is sys.stdout and isinstance(error, OSError):
                code = output_failed(error)
    os._exit(code)


def _interrupted(*_: object) -> "NoReturn":
    """Ctrl-C before anything is written that could be torn: from then on `batch.interrupts` listens.

    Nothing is raised, since a library that is being imported may not survive it.
    """
    try:
        os.write(2, b"carnegie-extract: interrupted\n")
    finally:
        os._exit(130)
