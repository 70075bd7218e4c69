"""`kg export`: a graph in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import options
from kg.cli.output import say

FORMATS = ("graphml", "gexf", "neo4j-csv", "acled", "ucdp", "stix", "ftm", "jsonld", "report")


@click.command("export", short_help="Write a graph in the formats of other programs.")
@options.in_folder()
@click.option("--format", type=click.Choice(FORMATS), required=True, help="What is written.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file, or for neo4j-csv the folder; standard output without it.",
)
@click.option("--about", metavar="THING", help="The actor or event of a report, by name or id.")
def command(folder: Path, format: str, out: Path | None, about: str | None) -> None:
    """Write a graph in the formats of other programs.

    graphml and gexf (Gephi) hold the network, neo4j-csv the files that neo4j-admin imports, acled
    and ucdp the events in those layouts, stix a STIX 2.1 bundle, ftm
    entities of FollowTheMoney, jsonld all; report is Markdown on
    one thing, each sentence with its source.
    """
    from kg.exports import export
    from kg.folder import GraphFolder

    if (format == "report") != bool(about):
        raise click.UsageError("a report, and nothing else, is --about a thing")
    if format == "neo4j-csv" and out is None:
        raise click.UsageError("neo4j-csv is two files; name a folder for them with --out")
    with GraphFolder.open(folder) as graph:
        written = export(graph, format, about=about or "")
    if isinstance(written, str):
        _write(written, out)
    elif out is not None:
        for name, text in written.items():
            _write(text, out / name)


def _write(text: str, path: Path | None) -> None:
    from kg.disk import disk_errors, write_whole

    if path is None:
        sys.stdout.write(text)
        return
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
    say(f"{path}: written")
