"""The command: argv -> what to do. The only importer of typer, which costs more than a page does."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence

from carnegie_extract.batch.convert import Exit, convert
from carnegie_extract.batch.names import source_name
from carnegie_extract.batch.options import PROGRAM, STDIN, Inputs, Options
from carnegie_extract.batch.reader import os_reason
from carnegie_extract.batch.terminal import complain, is_piped
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from carnegie_extract.batch.paths import Path

    T = TypeVar("T")

DEFAULTS = Options()
_COLOR = {"auto": None, "always": True, "never": False}
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
        raise ValueError("must be a number of bytes, such as 1000000, 64M or 1G")
    return min(int(match[1]) << (10 * " KMG".index((match[2] or " ").upper())), _LARGEST)


def read_seconds(text: str) -> float:
    """A time: "10", "0.5", "2m". Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)\s*(s|m|h)?", text.strip())
    if match is None or float(match[1]) == 0:
        raise ValueError("must be a number of seconds, such as 10 or 0.5, or a time such as 2m or 1h")
    return min(float(match[1]) * {"s": 1, "m": 60, "h": 3600}[match[2] or "s"], _LONGEST)


def read_jobs(text: str) -> int:
    """A number of processes. Raises ValueError for anything else."""
    if not re.fullmatch(r"0*[1-9][0-9]{0,5}", text.strip()):
        raise ValueError("must be a whole number of at least 1")
    return int(text)


def read_color(text: str) -> str:
    """When messages are colored. Raises ValueError for what is none of the choices."""
    if text not in _COLOR:
        raise ValueError("must be auto, always or never")
    return text


def _parser() -> Callable[..., object]:
    from typing import Annotated

    import typer
    from typer.core import TyperCommand

    from carnegie_extract import __version__
    from carnegie_extract.batch.paths import Rules, expanded

    class Command(TyperCommand):
        def format_help(self, ctx: object, formatter: "Any") -> None:  # noqa: ARG002  # typer's signature
            formatter.write(_HELP)

        def collect_usage_pieces(self, ctx: object) -> list[str]:  # noqa: ARG002  # typer's signature
            return ["[OPTIONS]", "PAGE..."]

    class Usage(typer.BadParameter):
        """What makes no sense together."""

        def format_message(self) -> str:
            return self.message

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
        errors_all: Annotated[bool, typer.Option("--errors-all")] = False,
        blocks: Annotated[bool, typer.Option("--blocks")] = False,
        pretty: Annotated[bool, typer.Option("--pretty")] = False,
        jobs: Annotated[int | None, typer.Option("--jobs", "-j", parser=parsed(read_jobs))] = None,
        timeout: Annotated[float, typer.Option(parser=parsed(read_seconds))] = DEFAULTS.timeout,
        max_page_size: Annotated[int, typer.Option(parser=parsed(read_size))] = DEFAULTS.max_page_size,
        max_memory: Annotated[int, typer.Option(parser=parsed(read_size))] = DEFAULTS.max_memory,
        fail_fast: Annotated[bool, typer.Option("--fail-fast")] = False,
        quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
        verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
        color: Annotated[str, typer.Option(parser=parsed(read_color))] = "auto",
        version: Annotated[  # noqa: ARG001  # its callback does the work
            bool, typer.Option("-V", "--version", callback=show_version, is_eager=True)
        ] = False,
    ) -> None:
        named, lists = pages or [], files_from or []
        if not named and not lists and is_piped():
            named = [STDIN]
        output = None if output in (STDIN, "/dev/stdout") else output
        if not named and not lists:
            raise Usage("no PAGE given: name a file, a folder, or - for standard input")
        if [*named, *lists].count(STDIN) > 1:
            raise Usage("standard input (-) can be read only once")
        if resume and (output is None or pretty):
            raise Usage("--resume needs --output FILE, and cannot be combined with --pretty")
        if errors_all and errors is None:
            raise Usage("--errors-all needs --errors FILE")
        if force and output is None and errors is None:
            raise Usage("--force needs --output or --errors")
        if errors == STDIN:
            raise Usage("--errors needs a file of its own")
        if errors is not None and errors.endswith((".gz", ".zst")):
            raise Usage("the --errors file cannot be compressed (.gz, .zst)")
        options = Options(
            blocks=blocks,
            pretty=pretty,
            output=output,
            resume=resume,
            errors=errors,
            force=force,
            errors_all=errors_all,
            jobs=jobs,
            timeout=timeout,
            max_page_size=max_page_size,
            max_memory=max_memory,
            fail_fast=fail_fast,
            quiet=quiet,
            verbose=verbose,
            color=_COLOR[color],
            many=bool(lists or output or errors) or any(map(os.path.isdir, named)),
            named=frozenset(map(source_name, named)) | frozenset(named),
        )
        rules = Rules(tuple(include or ()), tuple(exclude or ()))

        def paths() -> "Iterator[Path]":
            return expanded(named, lists, rules, null=null)

        again = STDIN not in lists and all(map(os.path.isfile, lists))
        raise typer.Exit(convert(paths(), options, paths if again else None, Inputs(named, lists)))

    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=Command, context_settings={"help_option_names": ["--help", "-h"]})(command)
    return app


_HELP = """\
Usage: carnegie-extract [OPTIONS] PAGE...

Read saved pages of the Carnegie Endowment and write one JSON record per line.
PAGE is a saved page, an archive, a folder, a single page of an archive
(PATH#MEMBER) or - for standard input. Without PAGE, piped data is read.

Input:
  --files-from FILE     read paths from FILE, one per line (-: standard input)
  -0, --null            paths in --files-from are separated by NUL characters
  --include GLOB        in folders, read only files that match (repeatable)
  --exclude GLOB        in folders, leave out files that match (repeatable)

Output:
  -o, --output FILE     write to FILE (appears when finished; .gz and .zst
                        are compressed)
  --resume              continue an interrupted run with the same --output
  --errors FILE         list the pages that failed in FILE, as lines of JSON
  --force               replace FILE and unfinished output, whatever they hold
  --errors-all          list skipped pages in the --errors file, too
  --blocks              add headings, figures and other typed blocks to records
  --pretty              indent the records

Processing:
  -j, --jobs N          read pages in N processes (default: one per core)
  --timeout SECONDS     give up on a page after SECONDS (default: 10)
  --max-page-size SIZE  refuse pages larger than SIZE (default: 64M)
  --max-memory SIZE     limit each process to SIZE of memory (default: 1G)
  --fail-fast           stop at the first failure

Messages:
  -q, --quiet           report only failures
  -v, --verbose         name every page that failed or was skipped
  --color WHEN          color messages: auto, always or never (default: auto)
  -V, --version         show the version
  -h, --help            show this help

Example: carnegie-extract page.html crawl.warc.gz saved/ > articles.jsonl
Exit status: 0 if every page gave a record, 1 if any failed, 2 for wrong usage
"""
