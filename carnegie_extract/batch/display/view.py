"""How a page was read, for users: the explanation as tables on a terminal, as plain columns elsewhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from carnegie_extract.base.english import count
from carnegie_extract.batch.inputs.names import printable
from carnegie_extract.lines.judgement import CHROME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rich.table import Column

_WIDE = 1000
"""Columns where there is no terminal: a row is a line, for `grep` and `less -S`."""
_NARROW = 60
"""Columns of a terminal below which there is no room for rules, nor for values beside their witnesses."""
_VALUE = 40
"""Letters of a field's value there."""
_DIFFERING = 80
"""Letters of a value that differs."""
_PADDING = re.compile(r"(?<! ) ++((?:\x1b\[[\d;]*+m)*+)$", re.M)
_EVERYTHING = "--json prints everything, including the folded lines."
_STYLES = {"headline": "bold", "unread": "red", None: "dim"}
_SAID = {"differs": "yellow", "silent": "dim"}
_LONGEST = 400
"""Characters of a text that is shown."""


def view(explained: dict[str, Any], *, is_terminal: bool, colored: bool) -> str:
    """The explanation of a page: as wide as the terminal; elsewhere no line is wrapped."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=None if is_terminal else _WIDE,
        force_terminal=colored,
        no_color=not colored,
        highlight=False,
        markup=False,
        emoji=False,
    )
    _View(console, box.SIMPLE_HEAD if is_terminal else None).show(explained)
    return _PADDING.sub(r"\1", file.getvalue())


class _View:
    """The sections, one below the other."""

    def __init__(self, console: Console, frame: box.Box | None) -> None:
        self.console = console
        self.frame = frame
        self.is_narrow = frame is not None and console.width < _NARROW

    def show(self, explained: dict[str, Any]) -> None:
        self._section("Form", _form(explained))
        self._section("Layout", _layout(explained))
        if explained["fields"]:
            self._title("Fields")
            self._fields(explained["fields"])
        if explained["lines"]:
            self._title("Lines")
            self._lines(explained["lines"])
        if explained["warnings"]:
            self._section("Warnings", [("", warning) for warning in explained["warnings"]])
        if explained["refusal"] is not None:
            self._section("Refusal", _refusal(explained["refusal"]))
        if explained["lines"]:
            self.console.print(Text(_EVERYTHING, style="dim"))

    def _title(self, title: str) -> None:
        self.console.print(Text(title, style="bold cyan"))

    def _section(self, title: str, rows: list[tuple[str, str]]) -> None:
        self._title(title)
        named = any(name for name, _ in rows)
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(overflow="fold")
        for name, value in rows:
            table.add_row(_text(f"  {name}" if named else " "), _text(value))
        self.console.print(table)
        self.console.print()

    def _table(self, *columns: Column | str) -> Table:
        is_roomy = self.frame is not None and not self.is_narrow
        padding = (0, 1) if is_roomy else (0, 1 if self.is_narrow else 2, 0, 0)
        return Table(*columns, box=self.frame, padding=padding, pad_edge=is_roomy, header_style="dim")

    def _fields(self, fields: list[dict[str, Any]]) -> None:
        table = self._table()
        table.add_column("field", no_wrap=True)
        most = None if self.frame is not None else _VALUE
        if not self.is_narrow:
            table.add_column("value", no_wrap=True, overflow="ellipsis", ratio=3, max_width=most)
        table.add_column("value, witnesses" if self.is_narrow else "witnesses", overflow="fold", ratio=4)
        for field in fields:
            witnesses = [
                Text(printable(line), _SAID.get(line.partition(":")[0], "")) for line in _witnesses(field)
            ]
            name, value = _text(field["field"]), _text(_short(field["value"]))
            if self.is_narrow:
                value.truncate(_VALUE, overflow="ellipsis")
                table.add_row(name, Text("\n").join([value, *witnesses]))
            else:
                table.add_row(name, value, Text("\n").join(witnesses))
        table.expand = self.frame is not None
        self.console.print(table)
        self.console.print()

    def _lines(self, lines: list[dict[str, Any]]) -> None:
        table = self._table()
        table.add_column("line", no_wrap=True, justify="right")
        table.add_column("role", no_wrap=True)
        if not self.is_narrow:
            table.add_column("rule", no_wrap=True, overflow="ellipsis", max_width=self.console.width // 4)
        table.add_column("text", no_wrap=True, overflow="ellipsis", ratio=1)
        for row in _folded(lines):
            style = _STYLES.get(row["role"], "")
            rule = () if self.is_narrow else (row["rule"] or "",)
            cells = (str(row["line"]), row["role"] or "", *rule, row["text"])
            table.add_row(*map(_text, cells), style=style)
        table.expand = self.frame is not None
        self.console.print(table)
        self.console.print()


def _text(text: str) -> Text:
    """A text that cannot take hold of the terminal."""
    return Text(printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))


def _form(explained: dict[str, Any]) -> list[tuple[str, str]]:
    charset, metadata = explained["charset"], explained["metadata"]
    rows = [("page", explained["source"]), ("form", " > ".join(explained["forms"]) or "unknown")]
    if charset is not None:
        container = f"the container says {charset['container']}" if charset["container"] else ""
        rows.append(("charset", ", ".join(filter(None, (charset["name"], container, *charset["warnings"])))))
    rows += [("" if at else "address", address) for at, address in enumerate(explained["addresses"])]
    rows.append(("metadata", "none" if metadata is None else _metadata(metadata)))
    return rows


def _metadata(metadata: dict[str, Any]) -> str:
    return f"{'read' if metadata['read'] else 'unreadable'}, {_place(metadata['where'])}"


def _layout(explained: dict[str, Any]) -> list[tuple[str, str]]:
    """The layout, the signs, and which of the layout's selectors match."""
    asked, signs = explained["asked"], explained["signs"]
    rows = [("layout", explained["layout"] or "not determined: the page was refused earlier")]
    if asked:
        rows.append(
            ("signs, in order", ", ".join(f"{name}: {'yes' if signs[name] else 'no'}" for name in asked))
        )
    also = [name for name, value in signs.items() if value and name not in asked]
    if also:
        rows.append(("also present" if asked else "signs present", ", ".join(also)))
    uses: dict[str, list[dict[str, Any]]] = {}
    for each in explained["selectors"]:
        uses.setdefault(each["use"], []).append(each)
    for use, selectors in uses.items():
        matching = [each["selector"] for each in selectors if each["matches"]]
        others = [each["selector"] for each in selectors if not each["matches"]]
        if use.startswith("sign "):
            rows.append((use, f"{len(matching)} of {count(len(selectors), 'selector')} match"))
            continue
        groups = (("matches", matching), ("no match", others))
        rows.append((use, "; ".join(f"{name}: {', '.join(them)}" for name, them in groups if them)))
    return rows


def _refusal(refusal: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [("kind", refusal["kind"]), ("reason", refusal["reason"])]
    return rows + [("" if at else "missing", missing) for at, missing in enumerate(refusal["missing"])]


def _witnesses(field: dict[str, Any]) -> Iterator[str]:
    """Who gave the value, who agrees, who does not, who knew nothing."""
    if field["witness"] is not None:
        yield f"{field['witness']}, {_place(field['where'])}"
    for other in field["others"]:
        place = f"{other['witness']}, {_place(other['where'])}"
        yield (
            f"agrees: {place}"
            if other["agrees"]
            else f"differs: {place}: {_short(other['value'])[:_DIFFERING]}"
        )
    if field["silent"]:
        yield f"silent: {', '.join(field['silent'])}"


def _place(where: int | str | None) -> str:
    return f"line {where}" if isinstance(where, int) else str(where)


def _short(value: Any) -> str:
    """A value on one line; of a list its length and its first."""
    if isinstance(value, list):
        return f"({len(value)}) {_short(value[0])}" if value else "none"
    if isinstance(value, dict):
        return ", ".join(_short(part) for part in value.values() if part)
    return "none" if value is None else str(value)


def _folded(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The lines, with each run of several lines of chrome as one that names their roles and rules."""
    for is_chrome, group in groupby(lines, key=lambda line: line["role"] in CHROME):
        run = list(group)
        if not is_chrome or len(run) == 1:
            yield from run
            continue
        rules: dict[str, list[str]] = {}
        for line in run:
            rules.setdefault(line["role"], []).append(line["rule"] or "no rule")
        roles = ", ".join(f"{role} ({', '.join(dict.fromkeys(them))})" for role, them in rules.items())
        text = f"… {count(len(run), 'line')}: {roles}"
        yield {"line": run[0]["line"], "role": None, "rule": None, "text": text}
