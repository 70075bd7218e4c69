"""The levels of certainty, and the words of the language that bring them: certainty.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kg.claims.forms import infinitive, masculine
from kg.claims.language import fold, language_data, words_of
from kg.ontology.terms import CertaintyName
from kg.records import Token

ASSERTED = "asserted"
REPORTED = "reported"
ALLEGED = "alleged"
POSSIBLE = "possible"
NEGATED = "negated"
VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Doubt:
    """How sure a fact is, by what kind of words (`rule`), and by which.

    `rule` and `words` are empty where the fact is asserted.
    """

    level: str
    rule: str = ""
    words: tuple[Token, ...] = ()


SURE = Doubt(ASSERTED)


def doubt(level: str, rule: str, *words: Token) -> Doubt:
    """The doubt that `words` bring; none where `level` is asserted."""
    return SURE if level == ASSERTED else Doubt(level, rule, words)


@dataclass(frozen=True, slots=True)
class Negation:
    """The words that deny.  `words` and `with_ne` need a `ne`, `alone` does not."""

    alone: list[str]
    words: list[str]
    with_ne: list[str]
    ne: list[str]
    bare_ne: list[str]
    none: list[str]
    partitive: list[str]
    not_before: list[str]


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that make something of the fact that they govern; see claims/certainty.yaml."""

    name: str
    level: CertaintyName
    denied: CertaintyName
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    own: bool = False
    objects: bool = False
    prepositions: list[str] = field(default_factory=list)
    subjects: bool = False
    plans: bool = False
    clauses: bool = True
    that: str = ""
    past_fact: bool = False


@dataclass(frozen=True, slots=True)
class CertaintyData:
    """The content of claims/certainty.yaml."""

    strength: list[CertaintyName]
    misread: dict[str, str]
    future_in_past: CertaintyName
    conditional: CertaintyName
    conditional_of_consequence: CertaintyName
    future: CertaintyName
    question: CertaintyName
    condition: CertaintyName
    hearsay: CertaintyName
    governors: list[Governor]
    doing: list[str]
    giving: list[str]
    happening: list[str]
    taking_effect: list[str]
    modifiers: dict[CertaintyName, list[str]]
    phrases: dict[CertaintyName, list[str]]
    adverbials: dict[CertaintyName, list[str]]
    sources: list[str]
    no_sources: list[str]
    conjunctions: dict[str, list[str]]
    interceptions: list[str]
    taking: list[str]
    presupposing: list[str]
    negation: Negation
    retrospective: list[str]
    consequence: list[str]
    undertakings: list[str]
    scheduled: list[str]
    complement_prepositions: list[str]
    agent_prepositions: list[str]
    links: list[str]
    contents: list[str]
    known_after: list[str]
    attributes: dict[CertaintyName, list[str]]
    verdicts: list[str]
    outcomes: list[str]
    looming: list[str]
    meeting: list[str]
    ending: list[str]
    ended: dict[str, str]
    contested: CertaintyName
    copular: list[str]
    lasting: list[str]
    asking: list[str]
    conceding: list[str]
    presenting: list[str]
    to_be: list[str]
    manners: list[str]
    copulas: list[str]
    but: list[str]
    that: list[str]
    contracted: list[str]

    def strongest(self, *doubts: Doubt) -> Doubt:
        """The doubt that wins where several apply; of equal ones the first."""
        return min(doubts, key=lambda each: self.strength.index(each.level))

    def governor(self, token: Token) -> Governor | None:
        """The governor class of `token`, by lemma and part of speech."""
        verbs, nouns, adjectives = _governors()
        verb = self.verb(token)
        if verb in verbs and (token.pos in VERBAL or verb != token.lemma):
            return verbs[verb]
        if token.lemma in nouns and token.pos in ("NOUN", "ADP"):
            return nouns[token.lemma]
        return adjectives.get(token.lemma)

    def finite_governor(self, token: Token) -> Governor | None:
        """The governor class of `token` read as a verb in the present, whatever its tag."""
        form = fold(token.text)
        return _governors()[0].get(self.misread.get(form, infinitive(form)))

    def adjective(self, token: Token) -> Governor | None:
        """The governor class of an adjective, tagged as one or as a participle."""
        adjectives = _governors()[2]
        return adjectives.get(token.lemma) or adjectives.get(masculine(token.text))

    def verb(self, token: Token) -> str:
        """The infinitive of `token`, mended where the tagger leaves the form as it stands."""
        form = fold(token.text)
        if form in self.misread:
            return self.misread[form]
        finite = token.pos in VERBAL and token.morph.get("VerbForm") != "Inf"
        return infinitive(form) if token.lemma == form and finite else token.lemma


def certainty_data() -> CertaintyData:
    """The French data on certainty."""
    return language_data("claims/certainty", CertaintyData)


@cache
def conjunctions() -> dict[tuple[str, ...], str]:
    """The kind of clause that each conjunction opens, by its words."""
    kinds = certainty_data().conjunctions.items()
    return {tuple(words_of(phrase)): kind for kind, phrases in kinds for phrase in phrases}


@cache
def verbal_conjunctions() -> tuple[str, ...]:
    """The conjunctions of a condition, which may hold a verb: "à supposer que"."""
    return tuple(certainty_data().conjunctions["condition"])


@cache
def longest_conjunction() -> int:
    """The number of words of the longest conjunction."""
    return max(len(words) for words in conjunctions())


ByWord = dict[str, Governor]


@cache
def _governors() -> tuple[ByWord, ByWord, ByWord]:
    """The governors by verb, noun and adjective; of several that list a word, the first."""
    verbs: ByWord = {}
    nouns: ByWord = {}
    adjectives: ByWord = {}
    for governor in certainty_data().governors:
        listed = (governor.verbs, governor.nouns, governor.adjectives)
        for index, words in zip((verbs, nouns, adjectives), listed, strict=True):
            for word in words:
                index.setdefault(word, governor)
    return verbs, nouns, adjectives
