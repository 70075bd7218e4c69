"""`kg build`: a graph from documents."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.ontology_help import OntologyHelp
from kg.cli.output import say, table

if TYPE_CHECKING:
    from kg.gate import Invalid
    from kg.pipeline import Report


@click.command("build", cls=OntologyHelp)
@options.paths
@options.into
@options.published
@options.invalid
def command(paths: tuple[str, ...], folder: Path, published: date | None, invalid: Invalid) -> None:
    """Build a graph from documents, or add documents to it.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input.  DIR holds the
    claims (claims.jsonl), an RDF store for kg sparql, and a property graph for kg cypher.
    Documents that DIR holds already, unchanged, are left alone.
    """
    from kg.cli.progress import count_documents, progress
    from kg.cli.reading import Reading
    from kg.folder import GraphFolder
    from kg.gate import Gate
    from kg.pipeline import build
    from kg.stores import update

    reading, gate = Reading(paths, published), Gate(invalid, notify=say)
    total = count_documents(paths)
    with GraphFolder.create(folder) as graph:
        with progress("reading", total=total) as bar:
            report = build(reading.items(), graph, gate=gate, advance=bar.step)
        try:
            update(graph, notify=say)
        finally:
            sys.stdout.write(closing_table(report))
            say(f"claims: {report.added} added, {report.removed} removed")
    reading.check()
    gate.check()


def closing_table(report: Report) -> str:
    """What a build did: documents, claims by relation, what was skipped and why."""
    rows: list[tuple[str, int]] = [
        ("documents", report.documents),
        ("unchanged", report.unchanged),
        ("skipped", len(report.skipped)),
        ("claims", report.relations.total()),
    ]
    order = sorted(report.relations.items(), key=lambda item: (-item[1], item[0]))
    rows += [(f"  {relation}", count) for relation, count in order]
    text = table(("", "number"), rows)
    if report.skipped:
        text += table(("skipped", "why"), [(s.source, str(s.reason)) for s in report.skipped])
    return text
