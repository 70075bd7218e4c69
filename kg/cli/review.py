"""`kg review`: what people should decide on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import deciding, options
from kg.cli.output import console, plain, say

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.review import Question, Side

_ANSWERS = {"s": "same", "d": "different", "l": "later", "q": "quit"}


@click.command("review")
@options.in_folder()
@click.option("--csv", "as_csv", is_flag=True, help="Print the pairs as CSV, to be answered there.")
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Take the answers from FILE, a CSV whose column answer was filled in.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N pairs.")
def command(folder: Path, as_csv: bool, answers: Path | None, limit: int | None) -> None:
    """Show doubtful identities, and take the answers.

    The most doubtful come first, each with a sentence: pairs that may be one thing, and joins that
    may be wrong.  In the CSV, write same or different into the column answer, and give the file
    back with --answers.
    """
    from kg.folder import GraphFolder
    from kg.review import questions, read_answers, write_questions

    with GraphFolder.create(folder) as graph:
        if answers:
            deciding.record(graph, *read_answers(answers))
            return
        asked = questions(graph)[:limit]
        if as_csv:
            write_questions(asked, sys.stdout)
        elif not asked:
            say(f"{folder}: no doubtful pairs")
        elif decisions := _ask(asked):
            deciding.record(graph, *decisions)


def _ask(asked: list[Question]) -> list[Decision]:
    """The decisions of the user at the terminal."""
    from kg.decisions import Decision

    found = []
    for number, question in enumerate(asked, start=1):
        _show(question, f"{number} of {len(asked)}")
        answer = _ANSWERS[_answer()]
        if answer == "quit":
            break
        if answer != "later":
            found.append(Decision(answer, question.one.key, question.other.key))
    return found


def _answer() -> str:
    """A key of `_ANSWERS`; whoever leaves quits, and the answers so far count."""
    try:
        answer: str = click.prompt(
            "[s]ame, [d]ifferent, [l]ater, [q]uit",
            type=click.Choice(tuple(_ANSWERS)),
            show_choices=False,
            err=True,
        )
    except click.Abort:
        return "q"
    return answer


def _show(question: Question, title: str) -> None:
    now = "one thing today" if question.joined else "two things today"
    lines = [f"{title}: {now}, {question.score:.2f} ({plain(question.why)})"]
    lines += [line for side in (question.one, question.other) for line in _side(side)]
    for line in lines:
        console(sys.stderr).print(line, style=None, soft_wrap=True)


def _side(side: Side) -> list[str]:
    named = plain(f"{side.name} ({side.type}) {side.key}, in {side.document}")
    return [f"  {named}", f"    « {plain(side.sentence)} »"]
