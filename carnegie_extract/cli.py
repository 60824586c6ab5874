"""The command: argv -> what to do, directly for files and two flags, else with the help of typer (`parser.py`)."""

import os
import sys
from collections.abc import Callable, Sequence

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.convert import Exit, convert
from carnegie_extract.batch.display.terminal import complain, is_piped
from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.options import PROGRAM, STDIN, Options


class Request(NamedTuple):
    """A command line that was understood."""

    pages: list[str]
    options: Options


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        request = read_plain(arguments)
        if request:
            return convert(*request)
        from carnegie_extract.parser import parser

        return _run(parser(), arguments)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def read_plain(arguments: list[str]) -> Request | None:
    """Understand files and the two flags, for which no option parser is needed; None for anything else."""
    flags = {argument for argument in arguments if argument.startswith("-") and argument != STDIN}
    pages = [argument for argument in arguments if argument not in flags]
    if flags - {"--blocks", "--pretty"} or not all(map(_is_plain, pages)):
        return None
    if not pages and is_piped():
        pages = [STDIN]
    if not pages:
        return None
    named = frozenset(map(source_name, pages))
    return Request(pages, Options(blocks="--blocks" in flags, pretty="--pretty" in flags, named=named))


def _is_plain(page: str) -> bool:
    """Whether it can only be a file: no folder, nor a page of an archive by its `source`."""
    if ("#" in page or "\\x" in page) and not os.path.lexists(page):
        return False
    return not os.path.isdir(page)


def _run(parser: Callable[..., object], arguments: list[str]) -> int:
    """Hand the rest to typer, which ends with SystemExit."""
    try:
        parser(arguments, prog_name=PROGRAM)
    except OSError as error:
        return output_failed(error)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            return Exit.OK
        if end.code == Exit.USAGE:
            _tell_of_files(arguments)
        return end.code if isinstance(end.code, int) else Exit.USAGE
    return Exit.OK


def _tell_of_files(arguments: list[str]) -> None:
    """A shell's `*` may have put a file where options stand."""
    name = next((each for each in arguments if each[:1] == "-" != each and os.path.lexists(each)), None)
    if name is not None:
        complain(name, f"to read the file of this name, write .{os.sep}{name}")


def output_failed(error: OSError) -> int:
    """Help or a version that can't be written."""
    if isinstance(error, BrokenPipeError):
        return Exit.OK
    from carnegie_extract.batch.inputs.reasons import os_reason

    complain("standard output", os_reason(error))
    return Exit.FAILED
