"""`kg neo4j`: a Neo4j server of one's own."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

from kg.cli.output import say
from kg.errors import StoreUnreachable


def _default_folder() -> Path:
    return Path(
        os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "faisceau/neo4j"
    )


_folder = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=_default_folder,
    metavar="DIR",
    help="The server's folder; a user's data folder if not given.",
)


@click.group("neo4j")
def command() -> None:
    """A Neo4j Community server of your own, without Java or root.

    It is downloaded on the first start (about 150 MB), and listens on this machine only.
    """


@command.command("start")
@_folder
def start(folder: Path) -> None:
    """Start the server and wait until it answers; one that runs stays as it is."""
    from kg.cli.progress import progress
    from kg.loaders.servers import neo4j

    with progress("fetching Neo4j") as bar:
        server = neo4j.start(folder, progress=bar.show)
    say(f"Neo4j answers at {server.uri}, user {server.user}")
    say(f'for its password: eval "$({_command_line("status --export", folder)})"')


@command.command("stop")
@_folder
def stop(folder: Path) -> None:
    """Stop the server; its data stay."""
    from kg.loaders.servers import neo4j

    say("Neo4j is stopped" if neo4j.stop(folder) else "no Neo4j runs here")


@command.command("status")
@_folder
@click.option("--export", is_flag=True, help="Print shell lines that set NEO4J_URI and so on.")
def status(folder: Path, export: bool) -> None:
    """Print the address of the server, and fail if none runs."""
    from kg.loaders.servers import neo4j

    server = neo4j.status(folder)
    if server is None:
        start_it = _command_line("start", folder)
        raise StoreUnreachable(f"no Neo4j runs in {folder}; start it with: {start_it}")
    if not export:
        sys.stdout.write(f"{server.uri}\n")
        return
    for name in ("uri", "user", "password"):
        value = shlex.quote(getattr(server, name))
        sys.stdout.write(f"export NEO4J_{name.upper()}={value}\n")


def _command_line(words: str, folder: Path) -> str:
    """What a user types to give the command `words` for the server of `folder`."""
    where = "" if folder == _default_folder() else f" --folder {shlex.quote(str(folder))}"
    return f"kg neo4j {words}{where}"
