"""The process: it starts quickly and ends at once."""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> "NoReturn":
    """Run the command in a process of its own.

    Nothing that is imported is garbage, so nobody looks for it. To take the interpreter down would cost more
    than to read a page.
    """
    gc.disable()
    try:
        from carnegie_extract.cli import main, output_failed

        code = main()
    except KeyboardInterrupt:
        os._exit(130)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError) as error:
            if stream is sys.stdout and isinstance(error, OSError):
                code = output_failed(error)
    os._exit(code)
