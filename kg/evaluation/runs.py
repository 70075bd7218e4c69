"""What an evaluation found, kept in a file, and what changed from one to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from kg.disk import disk_errors, write_whole
from kg.errors import InputError
from kg.evaluation.gold import Annotated, Fact, end_name
from kg.evaluation.matching import Matched
from kg.evaluation.scores import Scores, score
from kg.evaluation.sentence import sentence_of

RIGHT, MISSED, WRONG, MISJUDGED = "right", "missed", "wrong", "misjudged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim of an article: `right`, `missed` or `wrong`, in words, with its sentence.

    One that is right but for its certainty is told again as `misjudged`, with the certainty that
    was found.  `rule` names what made a claim that was found and is wrong.
    """

    document: str
    kind: Literal["right", "missed", "wrong", "misjudged"]
    subject: str
    relation: str
    object: str
    sentence: str
    rule: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """An evaluation: the ids of its articles, its figures, its claims."""

    documents: tuple[str, ...]
    scores: Scores
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two runs over the same articles.

    `gained` and `lost` are claims of the gold that are now right, or no longer; `new_wrong` and
    `gone_wrong` claims that are not in the gold; `misjudged` and `mended` certainties.
    """

    before: Scores
    now: Scores
    gained: tuple[Outcome, ...]
    lost: tuple[Outcome, ...]
    new_wrong: tuple[Outcome, ...]
    gone_wrong: tuple[Outcome, ...]
    misjudged: tuple[Outcome, ...]
    mended: tuple[Outcome, ...]


_RUN = TypeAdapter(Run)


def run_of(matched: list[Matched]) -> Run:
    """The run over compared articles."""
    documents = tuple(article.gold.document.id for article in matched)
    told = (outcome for article in matched for outcome in outcomes(article))
    return Run(documents, score(matched), tuple(told))


def outcomes(article: Matched) -> Iterator[Outcome]:
    """The claims of an article: those missed, those wrong, those right."""
    right = [gold for gold, _ in article.hits]
    for kind, annotated, facts in (
        (MISSED, article.gold, article.missed),
        (WRONG, article.found, article.wrong),
        (RIGHT, article.gold, right),
    ):
        for fact in facts:
            yield _outcome(kind, fact, annotated, article)
    for gold, found in article.hits:
        if found.certainties[0] not in gold.certainties:
            yield _outcome(MISJUDGED, gold, article.gold, article, found.certainties[0])


def _outcome(
    kind: str, fact: Fact, annotated: Annotated, article: Matched, certainty: str = ""
) -> Outcome:
    return Outcome(
        document=article.gold.document.id,
        kind=kind,  # type: ignore[arg-type]
        subject=end_name(fact.subject, annotated),
        relation=fact.relation,
        object=end_name(fact.object, annotated),
        sentence=sentence_of(fact, article.gold.document.text),
        rule=fact.rule,
        certainty=certainty,
    )


def save(run: Run, path: Path) -> None:
    """Write a run as JSON.

    Raises:
        DiskError: the file can't be written.
    """
    with disk_errors(path):
        write_whole(path, _RUN.dump_json(run, indent=1) + b"\n")


def read_run(path: Path) -> Run:
    """The run that `save` wrote.

    Raises:
        InputError: the file can't be read, or holds no run.
    """
    try:
        return _RUN.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no evaluation in it"
        raise InputError(
            f"{path}: {reason}; write one with: kg evaluate GOLD --save {path}"
        ) from None


def change(before: Run, now: Run) -> Change:
    """What changed from one run to the other.

    Raises:
        InputError: they are of different articles.
    """
    if other := sorted(set(before.documents) ^ set(now.documents)):
        raise InputError(
            f"the earlier run is of other articles ({', '.join(other[:3])}"
            f"{' …' if len(other) > 3 else ''}); compare runs over the same folder"
        )
    return Change(
        before.scores,
        now.scores,
        gained=_only(now, before, RIGHT),
        lost=_only(before, now, RIGHT),
        new_wrong=_only(now, before, WRONG),
        gone_wrong=_only(before, now, WRONG),
        misjudged=_only(now, before, MISJUDGED),
        mended=_only(before, now, MISJUDGED),
    )


def _only(run: Run, other: Run, kind: str) -> tuple[Outcome, ...]:
    """The claims of a kind that `run` has and `other` has not; each as often as it is more."""
    left = Counter(_key(outcome) for outcome in other.outcomes if outcome.kind == kind)
    found = []
    for outcome in run.outcomes:
        if outcome.kind != kind:
            continue
        key = _key(outcome)
        if left[key]:
            left[key] -= 1
        else:
            found.append(outcome)
    return tuple(found)


def _key(outcome: Outcome) -> tuple[str, ...]:
    """What makes a claim the same in both runs, by whatever rule it was found."""
    ends = (outcome.subject, outcome.relation, outcome.object)
    return (outcome.document, *ends, outcome.sentence, outcome.certainty)
