"""A trace tells how every mention came to its entity."""

from __future__ import annotations

import pytest
from parsing import parse

from kg.entities import resolve
from kg.mentions import find_mentions
from kg.trace import Trace


def steps(text: str) -> dict[str, tuple[str, str, str]]:
    """The mentions of `text`: what found each, the rule that joined it, and its entity's name."""
    analysis, trace = parse(text), Trace()
    entities = resolve(analysis, find_mentions(analysis), trace=trace)
    names = {entity.id: entity.name for entity in entities}
    return {
        each.mention.text: (each.mention.source, each.rule, names[each.entity])
        for each in trace.reached
    }


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        (
            "Le Hezbollah a pris Alep.",
            "Hezbollah",
            ("lexicon", "name", "Hezbollah"),
        ),
        (
            "L'État islamique recule. Daech a perdu Alep.",
            "Daech",
            ("lexicon", "known as", "État islamique"),
        ),
        (
            "Le ministre Jean Martin est venu. Martin est reparti.",
            "Martin",
            ("model", "short name", "Jean Martin"),
        ),
        (
            "Les Forces nationales de défense (FND) avancent.",
            "FND",
            ("acronym", "known as", "Forces nationales de défense"),
        ),
        (
            "L'armée turque avance vers Alep.",
            "turque",
            ("nationality", "nationality", "Turquie"),
        ),
        (
            "Le Hezbollah a pris Alep. Le groupe a perdu Homs.",
            "groupe",
            ("reference", "earlier", "Hezbollah"),
        ),
        (
            "Le groupe Boko Haram a pris Bama.",
            "groupe",
            ("reference", "beside", "Boko Haram"),
        ),
        (
            "Le Hezbollah a quitté Alep. Il soutient le Hamas.",
            "Il",
            ("reference", "personal", "Hezbollah"),
        ),
        (
            "Le Hezbollah, qui a quitté Alep, se tait.",
            "qui",
            ("reference", "relative", "Hezbollah"),
        ),
        (
            "Le Hezbollah a perdu son chef.",
            "son",
            ("reference", "possessive", "Hezbollah"),
        ),
    ],
)
def test_the_rule_of_a_mention_is_told(
    text: str, mention: str, expected: tuple[str, str, str]
) -> None:
    """What found the words, and how they came to which entity."""
    assert steps(text)[mention] == expected


def test_every_mention_of_an_entity_is_told_once() -> None:
    """The trace has the mentions of the entities, no more and no fewer."""
    analysis, trace = parse("Le Hezbollah, qui a pris Alep, tient la ville. Il y reste."), Trace()
    entities = resolve(analysis, find_mentions(analysis), trace=trace)
    told = sorted((r.entity, r.mention.start, r.mention.end) for r in trace.reached)
    assert told == sorted((e.id, s.start, s.end) for e in entities for s in e.mentions)
