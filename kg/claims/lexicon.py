"""The French words of grammar and description that the claim rules read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.language import language_data


@dataclass(frozen=True, slots=True)
class Words:
    """The content of claims/words.yaml."""

    agent_prepositions: frozenset[str]
    contractions: dict[str, str]
    complement_prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    source_prepositions: frozenset[str]
    measures: frozenset[str]
    possessives: frozenset[str]
    indefinites: frozenset[str]
    reflexives: frozenset[str]
    copula: str
    been: str
    time_nouns: frozenset[str]
    infinitives: dict[str, str]
    tying_words: frozenset[str]
    object_control: frozenset[str]
    describing: frozenset[str]
    counting_nouns: frozenset[str]
    etre_verbs: frozenset[str]
    citing: frozenset[str]
    cleft_pronouns: frozenset[str]
    personal_pronouns: frozenset[str]
    elided_prepositions: frozenset[str]
    elided_articles: frozenset[str]
    one_of: frozenset[str]
    place_nouns: frozenset[str]
    subject_relatives: frozenset[str]
    object_relatives: frozenset[str]
    complement_relatives: frozenset[str]
    place_pronouns: frozenset[str]
    relative_places: frozenset[str]
    source_pronouns: frozenset[str]
    here: str
    partitives: dict[str, bool]
    bordering: frozenset[str]
    rival: frozenset[str]
    including: frozenset[str]
    state_nouns: frozenset[str]
    transparent_nouns: dict[str, frozenset[str]]
    people_nouns: frozenset[str]
    empty_people: frozenset[str]
    attackers: frozenset[str]


def words() -> Words:
    """The words of grammar and description."""
    data: Words = language_data("claims/words", Words)
    return data
