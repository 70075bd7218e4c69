"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from kg.cli.output import FORMATS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _day(ctx: click.Context, parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


paths: Decorator = click.argument("paths", metavar="PATH…", nargs=-1, required=True)
"""Files, folders and `-`."""

published: Decorator = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="YYYY-MM-DD",
    help="Date of the documents that give none themselves.",
)

into: Decorator = click.option(
    "--into",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The graph folder, made if need be.",
)

row_format: Decorator = click.option(
    "--format",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the answer is printed.",
)


def in_folder(*, required: bool = True) -> Decorator:
    """The option that names an existing graph folder."""
    return click.option(
        "--in",
        "folder",
        required=required,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The graph folder.",
    )


def server_login(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a user logs in to a server; none of them is the password."""
    file = click.option(
        "--password-file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="A file that holds the password; else it is taken from NEO4J_PASSWORD.",
    )
    user = click.option(
        "--user",
        envvar="NEO4J_USER",
        default="neo4j",
        show_default=True,
        help="The user of the server; also from NEO4J_USER.",
    )
    return user(file(function))
