"""Which format a run writes, and whether the options make sense for it."""

from __future__ import annotations

import os
import sys

from carnegie_extract.base.errors import NeedsLibrary
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.packing import ending_of
from carnegie_extract.batch.terminal import is_terminal
from carnegie_extract.formats.document import check_library, keys_of, refused
from carnegie_extract.formats.table import FORMATS, named, of_ending

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.formats.format import Format


class Nonsense(Exception):
    """The options make no sense; `str()` says why."""


def chosen(options: Options, format_name: str | None, fields: str | None, *, several: bool) -> Options:
    """The options with the format that is named, or that the name of the output ends in, and the fields.

    `several` says that the command line names more than one page. Raises Nonsense.
    """
    try:
        form = _format(options.output, format_name)
        picked = _picked(fields)
        keys = keys_of(picked)
        check_library(form)
    except ValueError as error:
        raise Nonsense(str(error)) from error
    except NeedsLibrary as error:
        raise Nonsense(error.reason) from error
    if (refusal := refused(form, picked, blocks=options.blocks, pretty=options.pretty)) is not None:
        raise Nonsense(f"--{' '.join(refusal)}")
    in_folder = form.is_prose and options.output is not None and _is_folder(options.output)
    _check(form, options, several=several and not in_folder, in_folder=in_folder)
    return options._replace(
        format=form.name,
        fields=picked,
        blocks=options.blocks or form.is_prose or "blocks" in keys,
        in_folder=in_folder,
        width=_width() if form.is_prose and options.output is None else None,
    )


def _format(output: str | None, name: str | None) -> Format:
    """Raises ValueError."""
    if name is not None:
        return named(name)
    by_ending = of_ending(ending_of(output)) if output is not None else None
    return by_ending or FORMATS[0]


def _picked(fields: str | None) -> tuple[str, ...] | None:
    if fields is None:
        return None
    picked = tuple(field.strip() for field in fields.split(",") if field.strip())
    if not picked:
        raise ValueError("--fields needs names of fields, such as headline,date,authors")
    return picked


def _check(form: Format, options: Options, *, several: bool, in_folder: bool) -> None:
    """Raises Nonsense for what no format of this kind can do."""
    if in_folder and options.resume:
        says = "run the same command again, files that are there already are kept"
        raise Nonsense(f"--resume is not needed with a folder: {says}")
    if form.is_single and several:
        raise Nonsense(
            f"a {form.name} document holds one article: for a file each, use --output FOLDER{os.sep}"
        )
    if form.is_binary and options.output is None and is_terminal(sys.stdout):
        raise Nonsense(f"{form.name} is not for a terminal: use --output FILE")


def _is_folder(path: str) -> bool:
    return path.endswith(("/", os.sep)) or os.path.isdir(path)


def _width() -> int | None:
    """Columns of the terminal that shows what is written; None for a pipe or a file."""
    if not is_terminal(sys.stdout):
        return None
    import shutil

    return shutil.get_terminal_size().columns
