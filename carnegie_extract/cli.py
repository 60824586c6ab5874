"""The command: argv -> what to do. The only importer of typer, which costs more than a page does."""

import os
import re
import sys
from collections.abc import Callable, Sequence

from carnegie_extract.convert import PROGRAM, STDIN, Exit, Options, convert, output_failed
from carnegie_extract.forms.member import MAX_PAGE_SIZE
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


class Request(NamedTuple):
    """A command line that was understood."""

    pages: list[str]
    options: Options


def run() -> "NoReturn":
    """The process. It ends at once: to take the interpreter down costs more than to read a page."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError) as error:
            if stream is sys.stdout and isinstance(error, OSError):
                code = output_failed(error)
    os._exit(code)


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


def read_size(text: str) -> int:
    """A number of bytes: "1000000", "64M", "1 GiB". Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{1,12})\s*(?:([KMG])(?:i?B)?|B)?", text.strip(), re.I)
    if match is None or int(match[1]) == 0:
        raise ValueError("a size is a number of bytes, or one with K, M or G")
    return int(match[1]) << (10 * " KMG".index((match[2] or " ").upper()))


def _parser() -> Callable[..., object]:
    from typing import Annotated

    import typer
    from typer.core import TyperCommand

    from carnegie_extract import __version__
    from carnegie_extract.paths import Rules, expanded

    class Command(TyperCommand):
        def collect_usage_pieces(self, ctx: object) -> list[str]:  # noqa: ARG002  # typer's signature
            return ["[OPTIONS]", "PAGE..."]

    def show_version(asked: bool) -> None:
        if asked:
            typer.echo(f"{PROGRAM} {__version__}")
            raise typer.Exit

    def parsed_size(text: str | int) -> int:
        try:
            return text if isinstance(text, int) else read_size(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    def command(  # noqa: PLR0913  # one for each option
        pages: Annotated[list[str] | None, typer.Argument(metavar="PAGE", hidden=True)] = None,
        blocks: Annotated[bool, typer.Option("--blocks", help="Add the typed blocks after body.")] = False,
        pretty: Annotated[bool, typer.Option("--pretty", help="Indent the records, for eyes.")] = False,
        files_from: Annotated[
            list[str] | None,
            typer.Option(
                "--files-from",
                metavar="FILE",
                help="Read paths from FILE, a line each; - is standard input.",
            ),
        ] = None,
        null: Annotated[
            bool, typer.Option("-0", "--null", help="Paths in such files end with NUL: find -print0.")
        ] = False,
        include: Annotated[
            list[str] | None,
            typer.Option("--include", metavar="GLOB", help="In folders, read these names only."),
        ] = None,
        exclude: Annotated[
            list[str] | None,
            typer.Option("--exclude", metavar="GLOB", help="In folders, pass these names over."),
        ] = None,
        verbose: Annotated[
            bool, typer.Option("--verbose", help="Name each page of an archive that is no article.")
        ] = False,
        max_page_size: Annotated[
            int,
            typer.Option(
                metavar="SIZE",
                parser=parsed_size,
                show_default=False,
                help="Refuse pages that are larger when unpacked (64M).",
            ),
        ] = MAX_PAGE_SIZE,
        version: Annotated[  # noqa: ARG001  # its callback does the work
            bool,
            typer.Option(
                "--version", callback=show_version, is_eager=True, help="Show the version and exit."
            ),
        ] = False,
    ) -> None:
        lists = files_from or []
        if not pages and not lists:
            raise typer.BadParameter("name a file, a folder, or - for standard input", param_hint="PAGE")
        if [*(pages or ()), *lists].count(STDIN) > 1:
            raise typer.BadParameter("standard input can be read once", param_hint=STDIN)
        rules = Rules(tuple(include or ()), tuple(exclude or ()))
        paths = expanded(pages or [], lists, rules, null=null)
        raise typer.Exit(convert(paths, Options(blocks, pretty, verbose, max_page_size)))

    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=Command, help=_HELP, epilog=_EPILOG)(command)
    return app


_HELP = """Read saved pages of the Carnegie Endowment. PAGE is a file of any form, a folder, or - for standard
input. Each record is a line on standard output, each page without one a line on standard error.
"""
_EPILOG = """\b
Examples:
  carnegie-extract page.html crawl.warc.gz saved/ > articles.jsonl
  find . -name "*.html" -print0 | carnegie-extract -0 --files-from -
Exit codes: 0 every page gave a record, 1 some gave none, 2 wrong usage.
"""
