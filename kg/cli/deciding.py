"""What the commands that decide on identity have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kg.cli.output import say
from kg.decisions import FILE, Decision, decide, take_back
from kg.errors import InputError
from kg.finding import find
from kg.folder import GraphFolder

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

why: Decorator = click.option("--why", default="", metavar="TEXT", help="The reason, kept with it.")
undo: Decorator = click.option("--undo", is_flag=True, help="Take the decision back.")


def record(graph: GraphFolder, *decisions: Decision, undo: bool = False) -> None:
    """Write decisions down, or take them back, and bring the stores up to date.

    Raises:
        InputError: there is nothing to take back.
    """
    from kg.stores import update

    path = graph.path / FILE
    before = graph.identified.digests
    if not undo:
        decide(path, *decisions)
    for decision in decisions if undo else ():
        if not take_back(path, decision):
            told = " ".join((decision.verb, decision.one, decision.other)).strip()
            raise InputError(f"{path}: holds no decision {told}; look into the file")
    after = graph.identified.digests
    update(graph)
    changed = sum(after[id] != before.get(id) for id in after)
    say(f"{path}: {len(decisions)} decided, {changed} documents changed in both stores")


def record_pair(
    graph: GraphFolder, verb: str, one: str, other: str, *, why: str, undo: bool
) -> None:
    """Write down, or take back, that two things are the same or different.

    Raises:
        InputError: one of them is not there or not clear, both are one and the same, or there is
            nothing to take back.
    """
    keys = find(graph, one), find(graph, other)
    if keys[0] == keys[1]:
        raise InputError(f"{one} and {other} are {keys[0]}; give two ids (kg review shows them)")
    record(graph, Decision(verb, min(keys), max(keys), one_line(why)), undo=undo)


def one_line(text: str) -> str:
    """`text` as it may stand in a line of the decisions file."""
    return " ".join(text.split())
