"""`kg evaluate`: the extraction against annotated articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import plain, print_json, table

if TYPE_CHECKING:
    from kg.evaluation import Rates, Scores
    from kg.evaluation.matching import Matched
    from kg.evaluation.runs import Change


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--by-relation/--no-by-relation", default=True, help="The table of all relations.")
@click.option("--misses/--no-misses", default=True, help="What was missed, and what is wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--save",
    "saved",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep what was found in FILE, for a later --diff.",
)
@click.option(
    "--diff",
    "earlier",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Show only what changed since the run that was saved in FILE.",
)
@click.option(
    "--identity",
    "labels",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Instead: whether the things of several articles that FILE gives one label are one.",
)
def command(
    gold: Path,
    by_relation: bool,
    misses: bool,
    as_json: bool,
    saved: Path | None,
    earlier: Path | None,
    labels: Path | None,
) -> None:
    """Extract the articles annotated in GOLD and compare.

    Prints precision, recall and F1 of entities and of claims, by relation, and each claim that was
    missed (-) or is not in the gold (+) with its sentence.

    With --diff: the figures before and after, and each claim that was gained or lost since.

    With --identity: lines of FILE are a document's id, the id of a thing in GOLD, and a label, with
    tabs between; prints B-cubed by family, and what was wrongly joined or kept apart.
    """
    from kg.evaluation.runs import change, read_run, run_of, save

    if labels:
        from kg.cli.identity import show_identity

        show_identity(gold, labels, as_json=as_json)
        return
    before = read_run(earlier) if earlier else None
    matched = _compared(gold)
    run = run_of(matched)
    changed = change(before, run) if before else None
    if saved:
        save(run, saved)
    if changed:
        _show_change(changed, as_json=as_json)
    else:
        _show(run.scores, matched, by_relation=by_relation, misses=misses, as_json=as_json)


def _compared(gold: Path) -> list[Matched]:
    """The articles of `gold`, extracted and compared."""
    from kg.cli.progress import progress
    from kg.evaluation import match, predicted, read_gold
    from kg.pipeline import extract

    articles = list(read_gold(gold))
    matched = []
    with progress("extracting", total=len(articles)) as bar:
        for article in articles:
            matched.append(match(article, predicted(extract(article.document))))
            bar.step()
    return matched


def _show_change(change: Change, *, as_json: bool) -> None:
    from kg.cli.changes import change_json, change_text

    if as_json:
        print_json(change_json(change))
    else:
        sys.stdout.writelines(change_text(change))


def _show(
    scores: Scores, matched: list[Matched], *, by_relation: bool, misses: bool, as_json: bool
) -> None:
    if as_json:
        data = scores_json(scores, by_relation=by_relation)
        print_json({**data, "misses": _misses_json(matched)} if misses else data)
        return
    sys.stdout.write(_summary(scores))
    if by_relation:
        rows = [(name, *_row(rates)) for name, rates in scores.relations.items()]
        sys.stdout.write(table(("relation", *_COLUMNS), rows))
    if misses:
        for compared in matched:
            sys.stdout.writelines(_miss_lines(compared))


_COLUMNS = ("precision", "recall", "F1", "right", "found", "in the gold")


def _summary(scores: Scores) -> str:
    rows = [("entities", *_row(scores.entities)), ("claims", *_row(scores.claims))]
    hedged = "no such claim" if scores.hedged is None else f"{scores.hedged:.3f}"
    return table(("", *_COLUMNS), rows, title=f"{scores.articles} articles") + (
        f"certainty right of {scores.certainty:.3f} of the right claims; "
        f"of those that the gold does not assert: {hedged}\n"
    )


def _row(rates: Rates) -> tuple[float | int, ...]:
    return rates.precision, rates.recall, rates.f1, rates.hits, rates.predicted, rates.gold


def _miss_lines(article: Matched) -> Iterator[str]:
    for sign, subject, relation, end, sentence in _misses(article):
        about = article.gold.document.id
        yield f"{sign} {plain(f'{about}: {subject} | {relation} | {end}')}\n"
        yield f"    « {plain(sentence)} »\n"


def _misses(article: Matched) -> Iterator[tuple[str, str, str, str, str]]:
    from kg.evaluation.runs import MISSED, WRONG, outcomes

    signs = {MISSED: "-", WRONG: "+"}
    for each in outcomes(article):
        if each.kind in signs:
            yield signs[each.kind], each.subject, each.relation, each.object, each.sentence


def _misses_json(matched: list[Matched]) -> list[dict[str, str]]:
    keys = ("document", "sign", "subject", "relation", "object", "sentence")
    return [
        dict(zip(keys, (article.gold.document.id, *miss), strict=True))
        for article in matched
        for miss in _misses(article)
    ]


def scores_json(scores: Scores, *, by_relation: bool) -> dict[str, object]:
    """The scores as JSON data, rounded to four digits."""
    data: dict[str, object] = {
        "articles": scores.articles,
        "claims": rates_json(scores.claims),
        "entities": rates_json(scores.entities),
        "certainty_accuracy": round(scores.certainty, 4),
        "hedged_recall": None if scores.hedged is None else round(scores.hedged, 4),
    }
    if by_relation:
        data["relations"] = {name: rates_json(rates) for name, rates in scores.relations.items()}
    return data


def rates_json(rates: Rates) -> dict[str, float | int]:
    """Rates as JSON data, rounded to four digits."""
    return {
        "precision": round(rates.precision, 4),
        "recall": round(rates.recall, 4),
        "f1": round(rates.f1, 4),
        "hits": rates.hits,
        "predicted": rates.predicted,
        "gold": rates.gold,
    }
