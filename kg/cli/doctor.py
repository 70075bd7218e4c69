"""`kg doctor`: what is installed, and what works."""

from __future__ import annotations

import sys

import click

from kg.cli.output import table


@click.command("doctor", short_help="Say what is installed and which stores answer.")
@click.pass_context
def command(context: click.Context) -> None:
    """Say what is installed, which model, and which stores answer; fail if something is broken.

    Neo4j is asked where NEO4J_URI is set (with NEO4J_USER and NEO4J_PASSWORD).
    """
    from kg.cli.progress import progress
    from kg.doctor import examine

    findings = []
    with progress("examining") as bar:
        for finding in examine():
            findings.append(finding)
            bar.step()
    rows = [(f.name, f.state, f.detail) for f in findings]
    sys.stdout.write(table(("part", "state", "detail"), rows))
    context.exit(0 if all(finding.sound for finding in findings) else 1)
