"""`kg train`: training of what is learnt from annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.output import say
from kg.errors import InputError

_LANGUAGE = "fr"


@click.group("train", short_help="Train what is learnt from annotated articles.")
def command() -> None:
    """Train what is learnt from annotated articles."""


@command.command("names")
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--exclude",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="A file with the ids, one a line, of articles to leave out; those in the language's "
    "folder if not given.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the weights go; the language's folder, from which they are read, if not given.",
)
def names(corpus: Path, exclude: Path | None, out: Path | None) -> None:
    """Train the names of the language model on CORPUS, a file of JSON Lines.

    A line has id, text and entities with start, end and label.  A tenth of the articles, those
    with the smallest SHA-256 of the id, is left out as well: kg names measures with it.
    """
    from kg.cli.progress import progress
    from kg.corpus import held_back, read_corpus
    from kg.ontology.languages import folder
    from kg.training import settings_of, train_names, write_weights

    home = folder(_LANGUAGE) / "ner"
    settings = settings_of(_LANGUAGE)
    texts = read_corpus(corpus, settings.labels)
    named = (exclude or home / "excluded.txt").read_text(encoding="utf8", errors="replace")
    left_out = held_back(texts) | set(named.split())
    kept = [text for text in texts if text.document.id not in left_out]
    if not kept:
        raise InputError(f"{corpus}: no articles are left to train on; name a larger corpus")
    with progress("training", total=settings.rounds) as bar:
        trained = train_names(kept, settings, language=_LANGUAGE, advance=bar.step)
    write_weights(trained, out or home)
    say(f"trained on {len(kept)} of {len(texts)} articles; the weights are in {out or home}")
