"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from kg.cli.output import FORMATS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

FORMS = {"neo4j": "neo4j://HOST:7687", "bolt": "bolt://HOST:7687", "http": "http://HOST/sparql"}
"""The kinds of server, and how the address of each is written."""

SCHEMES = {
    "neo4j": ("neo4j", "neo4j+s", "neo4j+ssc"),
    "bolt": ("bolt", "bolt+s", "bolt+ssc"),
    "http": ("http", "https"),
}


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


invalid: Decorator = click.option(
    "--invalid",
    type=click.Choice(["reject", "report"]),
    default="reject",
    show_default=True,
    help="What becomes of a document that breaks the ontology's shapes: left out, or only told.",
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


def server_address(*kinds: str) -> Callable[..., str | None]:
    """A check of an address of a server, one of the `kinds` of `FORMS`."""

    def checked(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if not value or _has_form(value, [s for kind in kinds for s in SCHEMES[kind]]):
            return value
        forms = ", ".join(FORMS[kind] for kind in kinds)
        raise click.BadParameter(f"{value} is no address of a server; write {forms}")

    return checked


def _has_form(address: str, schemes: list[str]) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


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
