"""The options, each stated once. Only this module imports typer, which takes longer than a page."""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import partial
from types import SimpleNamespace
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from typer.core import TyperCommand

from carnegie_extract import __version__
from carnegie_extract.base.english import joined
from carnegie_extract.batch.convert import convert
from carnegie_extract.batch.display.terminal import is_piped, is_terminal
from carnegie_extract.batch.inputs.names import printable, source_name
from carnegie_extract.batch.inputs.paths import Rules, expanded, walk_meets
from carnegie_extract.batch.options import PROGRAM, STDIN, Inputs, Options
from carnegie_extract.batch.writing.choice import Nonsense, chosen
from carnegie_extract.batch.writing.packing import PACKINGS
from carnegie_extract.formats.table import FORMATS, unknown

T = TypeVar("T")
Given = Any
"""The parameters of `command` by their names."""

_UsageError: type[Any] = typer.BadParameter.__base__ or typer.BadParameter
"""What typer raises for an option that does not exist, which it has no public name for."""
DEFAULTS = Options()
COLORS = {"auto": None, "always": True, "never": False}
SHELLS = ("bash", "zsh", "fish")
"""Those that have a completion."""
_PAGE = "a PAGE"
_WITH_EXPLAIN = frozenset((_PAGE, *"--explain --json --timeout --max-page-size --max-memory --color".split()))
"""What makes sense for the explanation of one page."""
_LONGEST, _LARGEST = 10.0**8, 2**50
"""Seconds and bytes that the system surely takes; nobody waits for more."""
_LEAST_MEMORY = 2**24
"""Bytes. Some 2 MiB are what the smallest pages take."""
_MOST_JOBS = 1000
_TAKEN = frozenset(Options._fields) - {"format", "fields"}
"""Options that are taken as they are given."""
_DIGITS = r"[0-9]{1,400}"
"""More than any number has that makes sense, and fewer than Python refuses."""
_LEAST, _NARROW, _INDENT = 20, 55, 6
"""Columns of the help at least; those below which what an option does stands under it, with this indent."""


def parser() -> Callable[..., object]:
    """The command with its options."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=_Command, context_settings={"help_option_names": ["--help", "-h"]})(command)
    return app


def read_size(text: str) -> int:
    """A number of bytes: "1000000", "64M", "1 GiB". Raises ValueError for anything else."""
    match = re.fullmatch(rf"({_DIGITS})\s*(?:([KMG])(?:i?B)?|B)?", text.strip(), re.I)
    if match is None or int(match[1]) == 0:
        raise ValueError("must be a positive number of bytes, such as 1000000, 64M or 1G")
    return min(int(match[1]) << (10 * " KMG".index((match[2] or " ").upper())), _LARGEST)


def read_memory(text: str) -> int:
    """A number of bytes in which a page can be read. Raises ValueError for anything else."""
    size = read_size(text)
    if size < _LEAST_MEMORY:
        raise ValueError("must be at least 16M: with less, hardly any page can be read")
    return size


def read_seconds(text: str) -> float:
    """A time: "10", "0.5", "2m". Raises ValueError for anything else."""
    match = re.fullmatch(rf"({_DIGITS}(?:\.\d{{1,9}})?)\s*(s|m|h)?", text.strip())
    if match is None or float(match[1]) == 0:
        raise ValueError(
            "must be a positive number of seconds, such as 10 or 0.5, or a time, such as 30s, 2m or 1h"
        )
    return min(float(match[1]) * {"s": 1, "m": 60, "h": 3600}[match[2] or "s"], _LONGEST)


def read_jobs(text: str) -> int:
    """A number of processes. Raises ValueError for anything else."""
    if not re.fullmatch(_DIGITS, text.strip()) or not 1 <= int(text) <= _MOST_JOBS:
        raise ValueError(f"must be a whole number from 1 to {_MOST_JOBS}")
    return int(text)


def read_color(text: str) -> str:
    """When messages are colored. Raises ValueError for anything else."""
    if text not in COLORS:
        raise ValueError("must be auto, always or never")
    return text


def read_shell(text: str) -> str:
    """A shell that has a completion. Raises ValueError for anything else."""
    if text not in SHELLS:
        raise ValueError("must be bash, zsh or fish")
    return text


def fitted(text: str, columns: int) -> Iterator[str]:
    """The lines of a help text, wrapped where they are too long: what an option does, below where it begins."""
    for line in text.splitlines():
        option = re.match(r"  -.*?\S {2,}(?=\S)", line)
        text, indent = line, len(option[0]) if option is not None else 0
        if option is not None and columns < _NARROW:
            yield option[0].rstrip()
            text, indent = " " * _INDENT + line[indent:], _INDENT
        yield from textwrap.wrap(text, columns, subsequent_indent=" " * indent, break_on_hyphens=False) or [
            ""
        ]


class _Command(TyperCommand):
    def format_help(self, ctx: object, formatter: Any) -> None:  # noqa: ARG002  # typer's signature
        columns = max(_LEAST, min(shutil.get_terminal_size().columns, 80) - 1)
        formatter.write("".join(f"{line}\n" for line in fitted(HELP, columns)))

    def collect_usage_pieces(self, ctx: object) -> list[str]:  # noqa: ARG002  # typer's signature
        return ["[OPTIONS]", "[PAGE...]"]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        words = [*args]
        try:
            return super().parse_args(ctx, args)
        except _UsageError as error:
            raise _Usage(_told(error, self.get_params(ctx), words), ctx) from None


def _told(error: Any, options: list[Any], words: list[str]) -> str:
    """What typer finds wrong with the words of a command line, as we say it."""
    if hasattr(error, "possibilities"):
        names = [name for option in options for name in option.opts if len(name) > 2]
        return unknown("option", _mistyped(error.option_name, words), names, "--help lists all options")
    if not hasattr(error, "option_name"):
        param = getattr(error, "param", None)
        return f"{_long_name(param)} {error.message}" if param is not None else str(error.message)
    option = next(each for each in options if error.option_name in each.opts)
    name = _long_name(option)
    if option.is_flag:
        return f"{name} takes no value"
    value = re.search(rf"{name} ([A-Z]+) ", HELP)
    return f"{name} needs a value{f': {name} {value[1]}' if value is not None else ''}"


def _long_name(option: Any) -> str:
    return str(max(option.opts, key=len))


def _mistyped(name: str, words: list[str]) -> str:
    """The word with an option that does not exist: `-version` was read as one letter after the other."""
    if len(name) > 2:
        return name
    return next((word for word in words if re.match("-[^-]", word) and name[1] in word), name)


class _Usage(typer.BadParameter):
    """What makes no sense together."""

    def format_message(self) -> str:
        return self.message


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _show_file(name: str) -> NoReturn:
    """Print a file of the package."""
    from importlib.resources import files

    typer.echo(files("carnegie_extract").joinpath(name).read_bytes(), nl=False)
    raise typer.Exit


def _parsed(read: Callable[[str], T]) -> Callable[[str | T], T]:
    def parse(text: str | T) -> T:
        try:
            return read(text) if isinstance(text, str) else text
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return parse


def command(
    ctx: typer.Context,
    pages: Annotated[list[str] | None, typer.Argument()] = None,
    files_from: Annotated[list[str] | None, typer.Option()] = None,
    null: Annotated[bool, typer.Option("-0", "--null")] = False,
    include: Annotated[list[str] | None, typer.Option()] = None,
    exclude: Annotated[list[str] | None, typer.Option()] = None,
    output: Annotated[str | None, typer.Option("-o", "--output")] = None,
    format: Annotated[str | None, typer.Option("--format")] = None,  # noqa: A002  # the option's name
    fields: Annotated[list[str] | None, typer.Option()] = None,
    resume: Annotated[bool, typer.Option("--resume")] = False,
    errors: Annotated[str | None, typer.Option()] = None,
    report: Annotated[str | None, typer.Option()] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    errors_all: Annotated[bool, typer.Option("--errors-all")] = False,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    blocks: Annotated[bool, typer.Option("--blocks")] = False,
    pretty: Annotated[bool, typer.Option("--pretty")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", parser=_parsed(read_jobs))] = None,
    timeout: Annotated[float, typer.Option(parser=_parsed(read_seconds))] = DEFAULTS.timeout,
    max_page_size: Annotated[int, typer.Option(parser=_parsed(read_size))] = DEFAULTS.max_page_size,
    max_memory: Annotated[int, typer.Option(parser=_parsed(read_memory))] = DEFAULTS.max_memory,
    fail_fast: Annotated[bool, typer.Option("--fail-fast")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    color: Annotated[str, typer.Option(parser=_parsed(read_color))] = "auto",
    completion: Annotated[str | None, typer.Option(parser=_parsed(read_shell))] = None,
    schema: Annotated[bool, typer.Option("--schema")] = False,
    version: Annotated[bool, typer.Option("-V", "--version", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Run what the options ask for. Typer reads this signature; the values are in `ctx.params`."""
    raise typer.Exit(_run(ctx, SimpleNamespace(**ctx.params)))


def _run(ctx: typer.Context, given: Given) -> int:
    if given.schema:
        _show_alone(ctx, "schema", "schema.json")
    if given.completion is not None:
        _show_alone(ctx, "completion", f"completions/carnegie-extract.{given.completion}")
    given.pages, given.files_from = given.pages or [], given.files_from or []
    if not given.pages and not given.files_from and is_piped():
        given.pages = [STDIN]
    return _explain(ctx, given) if given.explain else _convert(given)


def _show_alone(ctx: typer.Context, name: str, file: str) -> NoReturn:
    """Show a file of the package, which is all that a command line with this option asks for."""
    others = [other for other in _given_names(ctx) if other != f"--{name}"]
    if others:
        raise _Usage(f"--{name} cannot be combined with {others[0]}")
    _show_file(file)


def _given_names(ctx: typer.Context) -> Iterator[str]:
    """The options on the command line by their long names, and PAGE where pages are named."""
    for option in ctx.command.params:
        source = ctx.get_parameter_source(option.name or "")
        if source is not None and source.name == "COMMANDLINE":
            yield _PAGE if option.name == "pages" else _long_name(option)


def _explain(ctx: typer.Context, given: Given) -> int:
    reason = _not_explained(ctx, given.pages)
    if reason is not None:
        raise _Usage(reason)
    from carnegie_extract.batch.explained import explain_page

    return int(explain_page(given.pages[0], _options(given), as_json=given.as_json))


def _not_explained(ctx: typer.Context, pages: list[str]) -> str | None:
    """Why a command line that asks for an explanation makes no sense; None where it does."""
    wrong = next((name for name in _given_names(ctx) if name not in _WITH_EXPLAIN), None)
    if wrong is not None:
        return f"--explain cannot be combined with {wrong}"
    if len(pages) != 1:
        return "--explain takes exactly one PAGE"
    if os.path.isdir(pages[0]):
        return f"--explain takes one PAGE, and {printable(pages[0])} is a folder"
    return None


def _convert(given: Given) -> int:
    given.output = None if given.output in (STDIN, "/dev/stdout") else given.output
    reason = next((reason for is_so, reason in _NONSENSE if is_so(given)), None)
    if reason is not None:
        raise _Usage(reason)
    named, lists = given.pages, given.files_from
    several = len(named) > 1 or bool(lists) or any(map(os.path.isdir, named))
    try:
        on_terminal = is_terminal(sys.stdout)
        options = chosen(
            _options(given), given.format, given.fields, several=several, on_terminal=on_terminal
        )
    except Nonsense as error:
        raise _Usage(str(error)) from error
    rules = Rules(tuple(given.include or ()), tuple(given.exclude or ()))
    again = STDIN not in lists and all(map(os.path.isfile, lists))

    def paths() -> Any:
        return expanded(named, lists, rules, null=given.null)

    return int(
        convert(
            paths(),
            options,
            paths if again else None,
            Inputs(named, lists, given.null, partial(walk_meets, rules)),
        )
    )


_NONSENSE: tuple[tuple[Callable[[Given], bool], str], ...] = (
    (lambda given: "" in (given.output, given.errors), "--output and --errors need a file name"),
    (lambda given: given.as_json, "--json needs --explain (records are JSON unless --format says otherwise)"),
    (
        lambda given: not given.pages and not given.files_from,
        "no PAGE given: name a file, a folder, or - for standard input",
    ),
    (
        lambda given: [*given.pages, *given.files_from].count(STDIN) > 1,
        "standard input (-) can be read only once",
    ),
    (lambda given: given.resume and given.output is None, "--resume needs --output FILE"),
    (lambda given: given.resume and given.pretty, "--resume cannot be combined with --pretty"),
    (lambda given: given.null and not given.files_from, "--null needs --files-from FILE"),
    (lambda given: given.errors_all and given.errors is None, "--errors-all needs --errors FILE"),
    (
        lambda given: given.force and given.output is None and given.errors is None and given.report is None,
        "--force needs --output, --errors or --report",
    ),
    (
        lambda given: given.report is not None and not given.report.lower().endswith((".html", ".htm")),
        "--report needs a file name that ends in .html or .htm",
    ),
    (
        lambda given: given.errors == STDIN,
        "--errors needs a file name, since records go to standard output",
    ),
    (
        lambda given: given.errors is not None and given.errors.lower().endswith(tuple(PACKINGS)),
        f"--errors does not compress its file: use a name without {joined(PACKINGS, 'or')}",
    ),
)
"""What makes no sense, and why."""


def _options(given: Given) -> Options:
    """The options of the run: those of the same names, and what follows from the others."""
    options = Options(**{name: value for name, value in vars(given).items() if name in _TAKEN})
    named = given.pages
    return options._replace(
        color=COLORS[given.color],
        made_by=__version__,
        many=bool(given.files_from or given.output or given.errors) or any(map(os.path.isdir, named)),
        named=frozenset(map(source_name, named)) | frozenset(named),
    )


HELP = """\
Usage: carnegie-extract [OPTIONS] [PAGE...]

Read saved pages of the Carnegie Endowment and write one JSON record per line. \
PAGE is a saved page, an archive, a folder, a single page of an archive \
(PATH#MEMBER), or - for standard input. Without PAGE, piped data is read.

Input:
  --files-from FILE     read paths from FILE, one per line (-: standard input)
  -0, --null            paths in --files-from end in NUL characters
  --include GLOB        in folders, read only files that match (repeatable)
  --exclude GLOB        in folders, leave out files that match (repeatable)

Output:
  -o, --output FILE     write to FILE; its ending sets format and compression
  --format FORMAT       FORMATS
  --fields NAMES        keep only these fields, such as headline,date,authors
  --resume              continue an interrupted run with the same --output
  --errors FILE         list the pages that failed in FILE, as JSON Lines
  --errors-all          list skipped pages in the --errors file, too
  --report FILE         write an HTML report on the run
  --force               overwrite existing files, including unfinished ones
  --blocks              add headings, figures and other typed blocks to records
  --pretty              indent the records
  --explain             show how one PAGE was read, line by line, and why
  --json                with --explain: print everything, as JSON
  --schema              show the JSON Schema of the records

Processing:
  -j, --jobs N          read pages in N processes (default: one per core)
  --timeout TIME        limit each page to TIME: 30s, 2m, 1h (default: 10s)
  --max-page-size SIZE  refuse pages larger than SIZE (default: 64M)
  --max-memory SIZE     limit each process to SIZE of memory (default: 1G)
  --fail-fast           stop at the first failure

Messages:
  -q, --quiet           report only failures
  -v, --verbose         name every page that failed or was skipped
  --color WHEN          color messages: auto, always or never (default: auto)
  --completion SHELL    show the completion script for bash, zsh or fish
  -V, --version         show the version
  -h, --help            show this help

Example: carnegie-extract page.html crawl.warc.gz saved/ -o articles.jsonl
Exit status: 0 if every page gave a record, 1 if any failed, 2 for wrong usage
Documentation: README.md and docs/ in the folder of the project
""".replace("FORMATS", f"{FORMATS[0].name} (default), {', '.join(each.name for each in FORMATS[1:])}")
