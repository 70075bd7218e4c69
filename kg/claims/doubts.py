"""The levels of certainty, and the words of the language that bring them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.claims.language import fold, language_data
from kg.claims.verbs import Negation
from kg.records import Token

ASSERTED = "asserted"
REPORTED = "reported"
ALLEGED = "alleged"
POSSIBLE = "possible"
NEGATED = "negated"
VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that make something of the fact that they govern; see claims/certainty.yaml."""

    name: str
    level: str
    denied: str
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    own: bool = False
    objects: bool = False
    prepositions: list[str] = field(default_factory=list)
    subjects: bool = False
    that: str = ""
    past_fact: bool = False


@dataclass(frozen=True, slots=True)
class CertaintyData:
    """The content of claims/certainty.yaml."""

    strength: list[str]
    misread: dict[str, str]
    future_in_past: str
    conditional: str
    conditional_of_consequence: str
    future: str
    question: str
    condition: str
    hearsay: str
    governors: list[Governor]
    doing: list[str]
    happening: list[str]
    modifiers: dict[str, list[str]]
    phrases: dict[str, list[str]]
    sources: list[str]
    no_sources: list[str]
    conjunctions: dict[str, list[str]]
    interceptions: list[str]
    presupposing: list[str]
    negation: Negation
    retrospective: list[str]
    consequence: list[str]
    irregular_stems: list[str]
    undertakings: list[str]
    complement_prepositions: list[str]
    agent_prepositions: list[str]
    links: list[str]
    manners: list[str]
    copulas: list[str]

    def strongest(self, *levels: str) -> str:
        """The level that wins where several apply."""
        return min(levels, key=self.strength.index)

    def governor(self, token: Token) -> Governor | None:
        """The governor class of `token`, by lemma and part of speech."""
        verb = self.verb(token)
        for governor in self.governors:
            if verb in governor.verbs and (token.pos in VERBAL or verb != token.lemma):
                return governor
            if token.lemma in governor.nouns and token.pos in ("NOUN", "ADP"):
                return governor
            if token.lemma in governor.adjectives:
                return governor
        return None

    def verb(self, token: Token) -> str:
        """The infinitive of `token`, mended where the tagger leaves the form as it stands."""
        form = fold(token.text)
        if form in self.misread:
            return self.misread[form]
        finite = token.pos in VERBAL and token.morph.get("VerbForm") != "Inf"
        if token.lemma == form and finite and form.endswith(("e", "es", "ent")):
            return form.removesuffix("nt").removesuffix("s") + "r"
        return token.lemma


def certainty_data() -> CertaintyData:
    """The French data on certainty."""
    return language_data("claims/certainty", CertaintyData)
