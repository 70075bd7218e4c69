"""The plural of nouns and adjectives, by the rules of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.ontology.declaration import read
from kg.ontology.languages import folder


@dataclass(frozen=True, slots=True)
class PluralRules:
    """The content of `plural.yaml`; its comments say what each key means."""

    endings: dict[str, str]
    regular: frozenset[str]


def plural(word: str, language: str) -> str:
    """The plural of `word`, which is written small."""
    rules = _rules(language)
    endings = [e for e in rules.endings if word.endswith(e)]
    ending = endings[-1] if word in rules.regular else endings[0]
    return word.removesuffix(ending) + rules.endings[ending]


@cache
def _rules(language: str) -> PluralRules:
    return read(folder(language) / "names" / "plural.yaml", PluralRules)
