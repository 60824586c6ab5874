"""The command: argv -> what to do. The only importer of typer, which costs more than a page does."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence

from carnegie_extract.batch.convert import Exit, convert
from carnegie_extract.batch.options import PROGRAM, STDIN, Inputs, Options
from carnegie_extract.batch.reader import os_reason
from carnegie_extract.batch.terminal import complain
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from carnegie_extract.batch.paths import Path

    T = TypeVar("T")

DEFAULTS = Options()
_LONGEST, _LARGEST = 10.0**8, 2**50
"""Seconds and bytes that the system surely takes; nobody waits for more."""


class Request(NamedTuple):
    """A command line that was understood."""

    pages: list[str]
    options: Options


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        request = read_plain(arguments)
        return convert(*request) if request else _run(_parser(), arguments)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def read_plain(arguments: list[str]) -> Request | None:
    """Understand files and the two flags, for which no option parser is needed; None for anything else."""
    flags = {argument for argument in arguments if argument.startswith("-") and argument != STDIN}
    pages = [argument for argument in arguments if argument not in flags]
    if not pages or flags - {"--blocks", "--pretty"} or any(map(os.path.isdir, pages)):
        return None
    return Request(pages, Options(blocks="--blocks" in flags, pretty="--pretty" in flags))


def _run(parser: Callable[..., object], arguments: list[str]) -> int:
    """Hand the rest to typer, which ends with SystemExit."""
    try:
        parser(arguments, prog_name=PROGRAM)
    except OSError as error:
        return output_failed(error)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            return Exit.OK
        return end.code if isinstance(end.code, int) else Exit.USAGE
    return Exit.OK


def output_failed(error: OSError) -> int:
    """Help or a version that can't be written."""
    if isinstance(error, BrokenPipeError):
        return Exit.OK
    complain("standard output", os_reason(error))
    return Exit.FAILED


def read_size(text: str) -> int:
    """A number of bytes: "1000000", "64M", "1 GiB". Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{1,12})\s*(?:([KMG])(?:i?B)?|B)?", text.strip(), re.I)
    if match is None or int(match[1]) == 0:
        raise ValueError("a size is a number of bytes, or one with K, M or G")
    return min(int(match[1]) << (10 * " KMG".index((match[2] or " ").upper())), _LARGEST)


def read_seconds(text: str) -> float:
    """A time: "10", "0.5", "2m". Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)\s*(s|m|h)?", text.strip())
    if match is None or float(match[1]) == 0:
        raise ValueError("a time is a number of seconds, or one with m or h")
    return min(float(match[1]) * {"s": 1, "m": 60, "h": 3600}[match[2] or "s"], _LONGEST)


def _parser() -> Callable[..., object]:
    from typing import Annotated, Literal

    import typer
    from typer.core import TyperCommand

    from carnegie_extract import __version__
    from carnegie_extract.batch.paths import Rules, expanded

    class Command(TyperCommand):
        def format_help(self, ctx: object, formatter: "Any") -> None:  # noqa: ARG002  # typer's signature
            formatter.write(_HELP)

        def collect_usage_pieces(self, ctx: object) -> list[str]:  # noqa: ARG002  # typer's signature
            return ["[OPTIONS]", "PAGE..."]

    def show_version(asked: bool) -> None:
        if asked:
            typer.echo(f"{PROGRAM} {__version__}")
            raise typer.Exit

    def parsed(read: "Callable[[str], T]") -> "Callable[[str | T], T]":
        def parse(text: "str | T") -> "T":
            try:
                return read(text) if isinstance(text, str) else text
            except ValueError as error:
                raise typer.BadParameter(str(error)) from error

        return parse

    def command(  # noqa: PLR0913  # one for each option
        pages: Annotated[list[str] | None, typer.Argument()] = None,
        files_from: Annotated[list[str] | None, typer.Option()] = None,
        null: Annotated[bool, typer.Option("-0", "--null")] = False,
        include: Annotated[list[str] | None, typer.Option()] = None,
        exclude: Annotated[list[str] | None, typer.Option()] = None,
        output: Annotated[str | None, typer.Option("-o", "--output")] = None,
        resume: Annotated[bool, typer.Option("--resume")] = False,
        errors: Annotated[str | None, typer.Option()] = None,
        force: Annotated[bool, typer.Option("--force")] = False,
        blocks: Annotated[bool, typer.Option("--blocks")] = False,
        pretty: Annotated[bool, typer.Option("--pretty")] = False,
        jobs: Annotated[int | None, typer.Option("-j", "--jobs", min=1)] = None,
        timeout: Annotated[float, typer.Option(parser=parsed(read_seconds))] = DEFAULTS.timeout,
        max_page_size: Annotated[int, typer.Option(parser=parsed(read_size))] = DEFAULTS.max_page_size,
        max_memory: Annotated[int, typer.Option(parser=parsed(read_size))] = DEFAULTS.max_memory,
        fail_fast: Annotated[bool, typer.Option("--fail-fast")] = False,
        quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
        verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
        color: Annotated[Literal["auto", "always", "never"], typer.Option()] = "auto",
        version: Annotated[  # noqa: ARG001  # its callback does the work
            bool, typer.Option("--version", callback=show_version, is_eager=True)
        ] = False,
    ) -> None:
        named, lists = pages or [], files_from or []
        output = None if output in (STDIN, "/dev/stdout") else output
        if not named and not lists:
            raise typer.BadParameter("name a file, a folder, or - for standard input", param_hint="PAGE")
        if [*named, *lists].count(STDIN) > 1:
            raise typer.BadParameter("standard input can be read once", param_hint=STDIN)
        if resume and (output is None or pretty):
            raise typer.BadParameter("needs --output, and records of one line each", param_hint="--resume")
        if force and output is None and errors is None:
            raise typer.BadParameter("needs --output or --errors", param_hint="--force")
        if errors == STDIN:
            raise typer.BadParameter("needs a file of its own", param_hint="--errors")
        if errors is not None and errors.endswith((".gz", ".zst")):
            raise typer.BadParameter("is never packed, so that it can be read again", param_hint="--errors")
        options = Options(
            blocks=blocks,
            pretty=pretty,
            output=output,
            resume=resume,
            errors=errors,
            force=force,
            jobs=jobs,
            timeout=timeout,
            max_page_size=max_page_size,
            max_memory=max_memory,
            fail_fast=fail_fast,
            quiet=quiet,
            verbose=verbose,
            color={"auto": None, "always": True, "never": False}[color],
            many=bool(lists or output or errors) or any(map(os.path.isdir, named)),
        )
        rules = Rules(tuple(include or ()), tuple(exclude or ()))

        def paths() -> "Iterator[Path]":
            return expanded(named, lists, rules, null=null)

        again = STDIN not in lists and all(map(os.path.isfile, lists))
        raise typer.Exit(convert(paths(), options, paths if again else None, Inputs(named, lists)))

    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=Command)(command)
    return app


_HELP = """\
Usage: carnegie-extract [OPTIONS] PAGE...
Read saved pages of the Carnegie Endowment. PAGE is a file of any form, a folder
or - for standard input. Each gives a line of JSON or a message why not.
What is read
  --files-from FILE   paths, one a line, -0: ended by NUL; - is standard input
  --include GLOB      in folders, these names only; --exclude GLOB: not these
What is written
  -o, --output FILE   to FILE, which is there when complete; .gz, .zst: packed
  --resume            go on where a run with the same --output was interrupted
  --errors FILE       a line of JSON for each page that failed
  --force             replace whatever FILE holds, and an unfinished FILE.part
  --blocks, --pretty  add the typed blocks after body; indent the records
How it runs
  -j, --jobs N        N processes (as many as there are cores)
  --timeout SECONDS   give a page up after so long (10)
  --max-page-size N   refuse larger pages (64M); --max-memory N: a process (1G)
  --fail-fast         stop at the first failure
What is told
  -q, --quiet         failures only; -v, --verbose: all that archives hold
  --color WHEN        auto, always or never
  --version, --help
Example: carnegie-extract page.html crawl.warc.gz saved/ > articles.jsonl
Exit codes: 0 every page gave a record, 1 some gave none, 2 wrong usage
"""
