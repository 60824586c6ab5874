"""The command: argv -> what to do. The only importer of typer, which costs more than a page does."""

import sys
from collections.abc import Callable, Sequence

from carnegie_extract.convert import PROGRAM, STDIN, Exit, Options, convert, output_failed
from carnegie_extract.quick import NamedTuple


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
    """Understand paths and the two flags, for which no option parser is needed; None for anything else."""
    flags = {argument for argument in arguments if argument.startswith("-") and argument != STDIN}
    pages = [argument for argument in arguments if argument not in flags]
    if not pages or flags - {"--blocks", "--pretty"}:
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


def _parser() -> Callable[..., object]:
    from typing import Annotated

    import typer
    from typer.core import TyperCommand

    from carnegie_extract import __version__

    class Command(TyperCommand):
        def collect_usage_pieces(self, ctx: object) -> list[str]:  # noqa: ARG002  # typer's signature
            return ["[OPTIONS]", "PAGE..."]

    def show_version(asked: bool) -> None:
        if asked:
            typer.echo(f"{PROGRAM} {__version__}")
            raise typer.Exit

    def command(
        pages: Annotated[list[str], typer.Argument(metavar="PAGE", hidden=True)],
        blocks: Annotated[bool, typer.Option("--blocks", help="Add the typed blocks after body.")] = False,
        pretty: Annotated[bool, typer.Option("--pretty", help="Indent the records, for eyes.")] = False,
        version: Annotated[  # noqa: ARG001  # its callback does the work
            bool,
            typer.Option(
                "--version", callback=show_version, is_eager=True, help="Show the version and exit."
            ),
        ] = False,
    ) -> None:
        raise typer.Exit(convert(pages, Options(blocks, pretty)))

    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=Command, help=_HELP, epilog=_EPILOG)(command)
    return app


_HELP = """Read saved pages of the Carnegie Endowment: a page in, a JSON record out.

PAGE is a file, or - for standard input. Records go to standard output in the order given, one per
line; a page that gives none is one line on standard error, and the others go on.
"""
_EPILOG = """\b
Examples:
  carnegie-extract page.html
  carnegie-extract *.html > articles.jsonl
  carnegie-extract --pretty - < page.html

\b
Exit codes:
  0  every page gave a record
  1  some page gave none; the others are written
  2  wrong usage
"""
