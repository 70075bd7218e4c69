"""`kg serve`: a graph folder on the network."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from kg.cli import options
from kg.cli.output import say

LOOPBACK = "127.0.0.1"


@click.command("serve", short_help="Serve a graph: a SPARQL endpoint and a page to explore it.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--neo4j",
    "uri",
    metavar="URI",
    callback=options.server_address("neo4j", "bolt"),
    help="Answer Cypher too, at /cypher and on the page: ask this server, loaded by kg load.",
)
@options.server_login
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8473,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port; 0 takes a free one.",
)
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0.1, 86400),
    metavar="SECONDS",
    help="How long a query may take.",
)
@click.option(
    "--max-megabytes",
    default=64,
    show_default=True,
    type=click.IntRange(1, 4096),
    help="How large an answer may be.",
)
@click.option(
    "--origin",
    "origins",
    multiple=True,
    default=["*"],
    show_default=True,
    help="Whose web pages may ask; may be given several times.",
)
@click.option("--write", is_flag=True, help="Let clients with the token write graphs of their own.")
@click.option(
    "--token",
    envvar="FAISCEAU_TOKEN",
    default="",
    help="What clients that write must know; better by FAISCEAU_TOKEN, where ps does not show it.",
)
def command(
    folder: Path,
    uri: str | None,
    user: str,
    password_file: Path | None,
    host: str,
    port: int,
    timeout: float,
    max_megabytes: int,
    origins: tuple[str, ...],
    write: bool,
    token: str,
) -> None:
    """Serve the graph folder DIR: the page at /, the SPARQL endpoint at /sparql.

    Only this machine is answered unless --host says otherwise, and nothing can be written unless
    --write says so; even then documents can't, only graphs beside them.  What kg build adds
    meanwhile is seen when it is done.  Ctrl-C stops the server.
    """
    from kg.cli.queries import read_password
    from kg.cli.serving import listen, run
    from kg.serve.app import application
    from kg.serve.service import MEGABYTE, Limits, Service
    from kg.stores import server

    if write and not token:
        raise click.UsageError("--write needs a token: set FAISCEAU_TOKEN, or give --token")
    limits = Limits(seconds=timeout, answer_bytes=max_megabytes * MEGABYTE)
    with ExitStack() as stack:
        door = stack.enter_context(listen(host, port))
        neo4j = (
            stack.enter_context(server(uri, user, read_password(password_file))) if uri else None
        )
        service = Service(folder, limits, token=token if write else "", neo4j=neo4j)
        app = application(service, origins=origins)
        address = f"http://{host}:{door.getsockname()[1]}/"
        if host != LOOPBACK:
            say(f"listening on {host}: whoever reaches this address reads the whole graph")
        say(f"serving {folder} at {address} (endpoint: {address}sparql); Ctrl-C stops")
        run(app, door)
