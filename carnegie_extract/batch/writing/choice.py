"""Which format a run writes, and whether the options make sense for it."""

from __future__ import annotations

import os
import shutil

from carnegie_extract.base.english import joined
from carnegie_extract.base.errors import NeedsLibrary
from carnegie_extract.batch.inputs.names import printable
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.writing.packing import ending_of
from carnegie_extract.batch.writing.part_file import is_stream
from carnegie_extract.formats.document import check_library, holds_one, keys_of, refused
from carnegie_extract.formats.table import FORMATS, named, of_ending

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.formats.format import Format


class Nonsense(Exception):
    """The options make no sense; `str()` says why."""


def chosen(
    options: Options, format_name: str | None, fields: list[str] | None, *, several: bool, on_terminal: bool
) -> Options:
    """The options with the format that is named, or that the name of the output ends in, and the fields.

    `several` says that the command line names more than one page, `on_terminal` that standard output is a terminal.
    Raises Nonsense.
    """
    on_terminal = on_terminal and options.output is None
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
    if form.is_binary and on_terminal:
        raise Nonsense(f"--format {form.name} is not for a terminal: use --output FILE")
    _check_names(form if format_name is not None else None, options, in_folder=in_folder)
    return options._replace(
        format=form.name,
        fields=picked,
        blocks=options.blocks or form.is_prose or "blocks" in keys,
        in_folder=in_folder,
        width=shutil.get_terminal_size().columns if form.is_prose and on_terminal else None,
    )


def _format(output: str | None, name: str | None) -> Format:
    """Raises ValueError."""
    if name is not None:
        return named(name)
    by_ending = of_ending(ending_of(output)) if output is not None else None
    return by_ending or FORMATS[0]


def _picked(lists: list[str] | None) -> tuple[str, ...] | None:
    if not lists:
        return None
    picked = tuple(field.strip() for fields in lists for field in fields.split(",") if field.strip())
    if not picked:
        raise ValueError("--fields needs field names, such as headline,date,authors")
    return picked


def _check(form: Format, options: Options, *, several: bool, in_folder: bool) -> None:
    """Raises Nonsense for what no format of this kind can do."""
    if in_folder and options.resume:
        says = "run the same command again; existing files are kept"
        raise Nonsense(f"--resume is not needed with a folder: {says}")
    if form.is_single and several:
        raise Nonsense(f"{holds_one(form)}; for several, use --output FOLDER{os.sep}")


def _check_names(named: Format | None, options: Options, *, in_folder: bool) -> None:
    """Raises Nonsense for a file whose name promises something else; `named` is the format that was asked for."""
    from carnegie_extract.batch.writing import endings

    output, reason = options.output, None
    if output is not None and not in_folder and _is_folder(output):
        prose = joined((f"--format {each.name}" for each in FORMATS if each.is_prose), "or")
        ways = f"--format {named.name} writes one file; use" if named else "name a file, or add"
        reason = f"{printable(output)} is a folder: {ways} {prose} to write a file for each article"
    elif output is not None and not in_folder and not is_stream(output):
        reason = endings.misfit(output, named)
    if reason is None and options.errors is not None and not is_stream(options.errors):
        reason = endings.misfit_of_errors(options.errors)
    if reason is not None:
        raise Nonsense(reason)


def _is_folder(path: str) -> bool:
    """Whether a name is a folder's, existing or not."""
    return os.path.basename(path) in ("", os.curdir, os.pardir) or os.path.isdir(path)
