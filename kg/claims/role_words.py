"""The words of posts and titles: what claims/roles.yaml declares."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.language import language_data
from kg.ontology.terms import RelationName


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The content of claims/roles.yaml."""

    titles: dict[RelationName, list[str]]
    membership: RelationName
    citizenship: RelationName
    leadership: RelationName
    posts_of_state: frozenset[str]
    posts_of_towns: frozenset[str]
    rulers: frozenset[str]
    professions: frozenset[str]
    unstately: frozenset[str]
    counterparts: frozenset[str]
    former: frozenset[str]
    former_prefix: str
    whose: frozenset[str]
    ranks: frozenset[str]
    followers: frozenset[str]
    complements: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]


def role_words() -> RoleWords:
    """The French words of posts."""
    return language_data("claims/roles", RoleWords)
