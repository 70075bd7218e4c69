"""`kg names`: the names that are found, against annotated ones."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import print_json, table

if TYPE_CHECKING:
    from kg.corpus import NamedText
    from kg.evaluation import Rates
    from kg.records import Name

_LANGUAGE = "fr"


@click.command("names", short_help="Measure the names that are found.")
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(corpus: Path, as_json: bool) -> None:
    """Find the names of persons, places and organisations in CORPUS, and compare.

    Three runs are compared: the language model as it comes, with the weights trained here, and with
    the rules after it.  A name counts where both its ends and its kind are right.  Of CORPUS, JSON
    Lines with id, text and entities, only the tenth is read that kg train names leaves out.
    """
    from kg.corpus import held_back, read_corpus
    from kg.evaluation import score_names
    from kg.training import settings_of

    every = read_corpus(corpus, settings_of(_LANGUAGE).labels)
    tenth = held_back(every)
    texts = [text for text in every if text.document.id in tenth]
    gold = [text.names for text in texts]
    scores = {
        run: score_names(zip(gold, found, strict=True)) for run, found in _runs(texts).items()
    }
    if as_json:
        print_json({"articles": len(texts), "runs": _json(scores)})
        return
    rows = [
        (
            run,
            label,
            rates.precision,
            rates.recall,
            rates.f1,
            rates.hits,
            rates.predicted,
            rates.gold,
        )
        for run, by_label in scores.items()
        for label, rates in by_label.items()
    ]
    sys.stdout.write(table(_COLUMNS, rows, title=f"{len(texts)} articles"))


_COLUMNS = ("names of", "label", "precision", "recall", "F1", "right", "found", "in the corpus")


def _runs(texts: Sequence[NamedText]) -> dict[str, list[Iterable[Name]]]:
    """What each run finds, an entry an article."""
    from kg.cli.progress import progress
    from kg.evaluation import stated_names
    from kg.mentions import find_mentions
    from kg.sentences import Parser

    plain, trained = Parser(_LANGUAGE, own_names=True), Parser(_LANGUAGE)
    runs: dict[str, list[Iterable[Name]]] = {"plain model": [], "trained": [], "with rules": []}
    with progress("finding names", total=len(texts)) as bar:
        for text in texts:
            analysis = trained.parse(text.document)
            runs["plain model"].append(plain.parse(text.document).names)
            runs["trained"].append(analysis.names)
            runs["with rules"].append(tuple(stated_names(find_mentions(analysis))))
            bar.step()
    return runs


def _json(scores: Mapping[str, Mapping[str, Rates]]) -> dict[str, object]:
    from kg.cli.evaluate import rates_json

    return {
        run: {label: rates_json(rates) for label, rates in by_label.items()}
        for run, by_label in scores.items()
    }
