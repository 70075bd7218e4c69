"""What commands print: data on standard output, lines for the user on standard error."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_WIDE = 200

FORMATS = ("table", "csv", "json")
"""The formats of `show_rows`."""


def say(line: str) -> None:
    """Tell the user, on standard error, one line."""
    console(sys.stderr).print(f"kg: {plain(line)}", style=None, soft_wrap=True)


def plain(text: str) -> str:
    """`text` in one line, without what would steer a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", " ").replace("\t", " ")


def console(stream: TextIO | None = None) -> Console:
    """A console on `stream` (standard output); wide where it is no terminal; text is no markup."""
    stream = stream or sys.stdout
    width = None if stream.isatty() else _WIDE
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> str:
    """A table as text, as wide as standard output; numbers stand to the right."""
    rows = list(rows)
    drawn = Table(box=SIMPLE_HEAD, title=Text(plain(title)) if title else None)
    drawn.title_justify = "left"
    for position, column in enumerate(columns):
        numbers = bool(rows) and all(isinstance(row[position], int | float) for row in rows)
        drawn.add_column(Text(plain(column)), justify="right" if numbers else "left")
    for row in rows:
        drawn.add_row(*(Text(plain(cell(value))) for value in row))
    page = console()
    with page.capture() as captured:
        page.print(drawn)
    text = "\n".join(line.rstrip() for line in captured.get().splitlines())
    return text.strip("\n") + "\n"


def show_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], format: str) -> None:
    """Print the rows of a query as one of `FORMATS`; JSON is a list of objects."""
    if format == "table":
        sys.stdout.write(table(columns, rows))
    elif format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row] for row in rows)
    else:
        data = [dict(zip(columns, row, strict=True)) for row in rows]
        print_json(data)


def print_json(data: object) -> None:
    """Print `data` as indented JSON; what JSON does not know is printed as text."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def cell(value: object) -> str:
    """`value` as the text of a table's cell."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
