"""`kg explain`: the steps from the words of an article to its claims."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.errors import InputError
from kg.records import Document

if TYPE_CHECKING:
    from kg.explanation import Explanation
    from kg.ontology.authority import Actor


@click.command("explain", short_help="Show how each claim of an article came about.")
@click.argument("source", metavar="DOC")
@click.option("--claim", "claim", metavar="ID", help="Only this claim.")
@options.in_folder(required=False)
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text to read, or one JSON object an article.",
)
@options.published
def command(
    source: str, claim: str | None, folder: Path | None, format: str, published: date | None
) -> None:
    """Show how each claim of an article came about, and why a sentence gave none.

    For each claim: its sentence, the rule with its file and line, the words and mentions that led
    to its two ends, and what made its certainty, its speaker and its date.

    DOC is a file as `kg extract` reads it, or - for standard input; with --in, the id of a document
    of that graph folder.
    """
    from kg.cli.explanations import lines
    from kg.cli.output import print_json
    from kg.pipeline import explain

    own = _own(folder)
    documents = _documents(source, published) if folder is None else _held(source, folder)
    explained = [explain(document, own=own) for document in documents]
    if claim is not None:
        explained = [_only(claim, explained)]
    for explanation in explained:
        if format == "json":
            print_json(asdict(explanation))
        else:
            sys.stdout.writelines(f"{line}\n" for line in lines(explanation))


def _documents(source: str, published: date | None) -> Iterator[Document]:
    from kg.cli.reading import Reading

    reading = Reading([source], published)
    yield from reading.documents()
    reading.check()


def _own(folder: Path | None) -> Collection[Actor]:
    """The actors of the folder's own file."""
    from kg.folder import OWN_ACTORS
    from kg.known import own_actors

    return own_actors(folder and folder / OWN_ACTORS).values()


def _held(document_id: str, folder: Path) -> Iterator[Document]:
    from kg.folder import GraphFolder

    with GraphFolder.open(folder) as graph:
        if document_id not in graph.claims.batches:
            raise InputError(
                f"{folder}: no document {document_id!r}; its ids are the names of the files "
                f"that kg extract --out writes, and `document` of each claim"
            )
        yield graph.claims.read(document_id).document


def _only(claim: str, explained: list[Explanation]) -> Explanation:
    """The explanation of `claim` alone.

    Raises:
        InputError: no document gives such a claim.
    """
    for explanation in explained:
        found = tuple(each for each in explanation.claims if each.id == claim)
        if found:
            return replace(explanation, claims=found, sentences=())
    raise InputError(f"no claim {claim!r} in the article; kg extract shows the ids of its claims")
