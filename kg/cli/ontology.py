"""`kg ontology`: what can be said, and what is derived from it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from kg.cli.output import say, table
from kg.errors import DeclarationError

_FORMATS = ("ttl", "shacl", "cypher", "jsonld")


@click.command("ontology", short_help="Print classes and relations, or what is derived.")
@click.option("--format", type=click.Choice(_FORMATS), help="Print what is derived, in this form.")
@click.option("--check", is_flag=True, help="Fail if a generated file is not what is declared.")
@click.option("--write", is_flag=True, help="Write the generated files anew (in a checkout).")
def command(format: str | None, check: bool, write: bool) -> None:
    """Print the classes and relations of the ontology, or what is derived from them.

    ttl is OWL in Turtle, shacl the shapes, cypher the constraints, jsonld the context.
    """
    from kg.ontology.derive import derive

    if write:
        _write()
    if check:
        _check()
    elif format:
        sys.stdout.write(derive(format))
    elif not write:
        sys.stdout.writelines(_pages())


def _pages() -> Iterator[str]:
    from kg.ontology import load

    ontology = load()
    classes = ontology.classes.values()
    yield table(
        ("class", "français", "English", "under"),
        [(c.name, c.labels["fr"], c.labels["en"], ", ".join(c.parents)) for c in classes],
    )
    yield table(
        ("relation", "français", "English", "from", "to"),
        [
            (r.name, r.labels["fr"], r.labels["en"], ", ".join(r.domain), ", ".join(r.range))
            for r in ontology.relations.values()
        ],
    )
    yield table(
        ("certainty", "français", "English"),
        [(c.name, c.labels["fr"], c.labels["en"]) for c in ontology.certainties.values()],
    )


def _check() -> None:
    from kg.ontology.derive import check
    from kg.schema import PUBLISHED, is_current

    drifted = [*check(), *([] if is_current() else [PUBLISHED.name])]
    if drifted:
        raise DeclarationError(
            f"not what is declared: {', '.join(drifted)}; write them anew: kg ontology --write"
        )
    say("the generated files are what is declared")


def _write() -> None:
    from kg.ontology.derive import write_generated
    from kg.schema import write_published

    write_generated()
    write_published()
