"""How well the things of several articles are told to be one, as a table or as JSON data."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.cli.output import plain, print_json, table
from kg.evaluation.clusters import Clustering, Item, clustering, read_labels

FAMILIES = ("organisation", "person", "place")


def show_identity(gold: Path, labels: Path, *, as_json: bool) -> None:
    """Load the articles of `gold` as one corpus, and compare with the `labels` of their things."""
    right = read_labels(labels)
    found, families = _found(gold)
    results = {"all": clustering(right, found)}
    for family in FAMILIES:
        own = {item: label for item, label in right.items() if families.get(item) == family}
        results[family] = clustering(own, found)
    if as_json:
        print_json({name: _json(result) for name, result in results.items()})
        return
    columns = ("", "precision", "recall", "F1", "things")
    rows = [(name, r.precision, r.recall, r.f1, r.things) for name, r in results.items()]
    sys.stdout.write(table(columns, rows, title="B-cubed"))
    for labels_of_one in results["all"].merged:
        sys.stdout.write(f"joined: {plain(', '.join(labels_of_one))}\n")
    for label in results["all"].split:
        sys.stdout.write(f"apart: {plain(label)}\n")


def _found(gold: Path) -> tuple[dict[Item, str], dict[Item, str]]:
    """The id in the graph, and the family, of each thing of `gold` that was found."""
    from kg.cli.progress import progress
    from kg.evaluation import match, predicted, read_gold
    from kg.evaluation.rules import family
    from kg.known import authority
    from kg.pipeline import extract
    from kg.resolution import resolve

    articles = list(read_gold(gold))
    with progress("extracting", total=len(articles)) as bar:
        graphs = []
        for article in articles:
            graphs.append(extract(article.document))
            bar.step()
    identities = resolve(lambda: graphs, authority=authority())
    found, families = {}, {}
    for article, graph in zip(articles, graphs, strict=True):
        for gold_id, found_id in match(article, predicted(graph)).aligned.items():
            item = (article.document.id, gold_id)
            found[item] = identities.of(found_id, article.document.id)
            families[item] = family(article.things[gold_id].type)
    return found, families


def _json(result: Clustering) -> dict[str, object]:
    return {
        "things": result.things,
        "precision": round(result.precision, 4),
        "recall": round(result.recall, 4),
        "f1": round(result.f1, 4),
        "merged": result.merged,
        "split": result.split,
    }
