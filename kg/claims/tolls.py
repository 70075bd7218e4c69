"""Whether a counted noun tells the dead or the wounded, and which word says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.claims.forms import masculine
from kg.claims.language import fold
from kg.claims.numbers import CountData, TollWords, count_data, every_word
from kg.records import Sentence, Token
from kg.syntax import Tree

FATALITIES = "fatalities"
INJURED = "injured"
OTHER = "other"

SEARCH = 9  # words after a noun in which its passive may come
INSET = 12  # words that an inset may have
INSETS = {",": ",", "(": ")"}
STOPS = frozenset(".;:!?,")


@cache
def _telling() -> frozenset[str]:
    """All words without one of which a sentence tells no toll."""
    return every_word(count_data().fatalities) | every_word(count_data().injured)


@dataclass(frozen=True, slots=True)
class Tolls:
    """Reads the kind of a count off the words around it."""

    tree: Tree
    data: CountData

    @property
    def kinds(self) -> tuple[tuple[str, TollWords], ...]:
        """The two tolls with their words."""
        return ((FATALITIES, self.data.fatalities), (INJURED, self.data.injured))

    def may_be_told(self, sentence: Sentence) -> bool:
        """Whether any word of `sentence` could make a toll."""
        known = _telling()
        return any(
            not known.isdisjoint((fold(t.lemma), fold(t.text), masculine(t.text)))
            for t in sentence.tokens
        )

    def of_noun(self, noun: Token) -> tuple[str, Token] | None:
        """The toll that `noun` itself names ("morts", "blessés")."""
        forms = {masculine(noun.text), noun.lemma}
        for kind, words in self.kinds:
            if forms & (words.nouns | words.participles):
                return kind, noun
        return None

    def is_nobody(self, noun: Token) -> bool:
        """Whether `noun` counts nobody: a bare "personne", "pas un seul civil"."""
        before = [t for t in self.tree.children(noun) if t.index < noun.index]
        if not before and fold(noun.text) in self.data.nobody:
            return True
        first = min([noun, *before], key=lambda t: t.index).index
        words = [fold(t.text) for t in self.tree.tokens[max(0, first - 1) : first + 1]]
        return any(w in self.data.not_one for w in words)

    def of_verb_before(self, token: Token) -> tuple[str, Token] | None:
        """The killing or wounding right before `token` ("tue entre 60 et …", "en blesse 110")."""
        before = self.tree.tokens[token.index - 1] if token.index else token
        for kind, words in self.kinds:
            if self._is_verb(before, words) and not self._is_passive(before):
                return kind, before
        return None

    def _is_verb(self, token: Token, words: TollWords) -> bool:
        return token.lemma in words.verbs or fold(token.text) in words.forms

    def of_people(self, noun: Token) -> tuple[str, Token] | None:
        """The toll in which the people `noun` are counted, with the word that says it."""
        return (
            self._modified(noun)
            or self._relative(noun)
            or self._argument(noun)
            or self._complement(noun)
            or self._among(noun)
            or self._followed(noun)
        )

    def _among(self, noun: Token) -> tuple[str, Token] | None:
        """ "68 enfants parmi les victimes"."""
        for sibling in [*self.tree.children(noun), *self.tree.children(self.tree.head(noun))]:
            cases = {fold(c.text) for c in self.tree.children(sibling, "case")}
            if sibling.index > noun.index and cases & self.data.among:
                return self.of_noun(sibling)
        return None

    def _followed(self, noun: Token) -> tuple[str, Token] | None:
        """A toll that follows where the parse does not link it: "… djihadistes ont été tués".

        What stands between two commas or in brackets is passed over.
        """
        auxiliary = False
        for token in self._without_insets(noun.index + 1):
            if token.pos == "AUX":
                auxiliary = True
            elif auxiliary and token.pos != "ADV":
                return self._finite_toll(token)
            elif token.text in STOPS or token.pos in ("VERB", "SCONJ", "NUM", "CCONJ"):
                return None
        return None

    def _without_insets(self, first: int) -> Sequence[Token]:
        """The tokens from `first` on, without an inset: ", dont des enfants,", "(…)"."""
        tokens = self.tree.tokens[first : first + SEARCH + INSET]
        if not tokens or tokens[0].text not in INSETS:
            return tokens[:SEARCH]
        closing = INSETS[tokens[0].text]
        end = next((n for n, t in enumerate(tokens[1:], 1) if t.text == closing), None)
        return tokens[:1] if end is None else tokens[end + 1 :][:SEARCH]

    def _finite_toll(self, verb: Token) -> tuple[str, Token] | None:
        dies = next((kind for kind, w in self.kinds if verb.lemma in w.intransitive), None)
        return (dies, verb) if dies else self._passive_toll(verb)

    def _passive_toll(self, participle: Token) -> tuple[str, Token] | None:
        before = self.tree.tokens[max(0, participle.index - 2) : participle.index]
        passive = any(t.lemma in self.data.copulas for t in before)
        for kind, words in self.kinds:
            if masculine(participle.text) in words.participles and passive:
                return kind, participle
        return None

    def _relative(self, noun: Token) -> tuple[str, Token] | None:
        """ "45 individus qui ont perdu la vie"."""
        for verb in self.tree.children(noun, "acl:relcl"):
            if any(fold(t.text) in self.data.relatives for t in self.tree.children(verb, "nsubj")):
                for kind, words in self.kinds:
                    if self._suffers(verb, "nsubj", words):
                        return kind, verb
        return None

    def _modified(self, noun: Token) -> tuple[str, Token] | None:
        """ "trois personnes tuées", "neuf journalistes morts"."""
        for child in self.tree.children(noun, "acl", "amod", "nmod", "conj", "appos"):
            if child.index > noun.index and child.pos in ("VERB", "ADJ", "NOUN"):
                for kind, words in self.kinds:
                    if masculine(child.text) in words.participles and not self._counted(child):
                        return kind, child
        return None

    def _counted(self, token: Token) -> bool:
        return bool(self.tree.children(token, "nummod", "det", "cop", "case", "cc"))

    def _argument(self, noun: Token) -> tuple[str, Token] | None:
        """The subject of a death, the object of a killing, over coordinations."""
        noun = self._first_conjunct(noun)
        verb, role = self.tree.head(noun), noun.dep.split(":")[0]
        if verb is noun:
            return None
        for candidate in [verb, *self.tree.children(verb, "conj", "xcomp")]:
            for kind, words in self.kinds:
                if self._suffers(candidate, role, words):
                    return kind, candidate
        return None

    def _suffers(self, verb: Token, role: str, words: TollWords) -> bool:
        if role == "nsubj":
            predicative = masculine(verb.text) in words.participles and bool(
                self.tree.children(verb, "cop", "aux:pass")
            )
            dies = verb.lemma in words.intransitive or predicative
            return (
                dies
                or (self._is_verb(verb, words) and self._is_passive(verb))
                or (self._has_idiom(verb, words))
            )
        if role == "obj":
            return self._is_verb(verb, words) and not self._is_passive(verb)
        return role in ("obl", "iobj", "nmod") and self._has_idiom(verb, words)

    def _is_passive(self, verb: Token) -> bool:
        return bool(self.tree.children(verb, "aux:pass", "nsubj:pass")) or (
            verb.dep == "conj"
            and verb.morph.get("VerbForm") == "Part"
            and not self.tree.children(verb, "aux", "obj")
        )

    def _has_idiom(self, verb: Token, words: TollWords) -> bool:
        nouns = words.idioms.get(verb.lemma, [])
        return any(o.lemma in nouns for o in self.tree.children(verb, "obj", "xcomp", "obl"))

    def _complement(self, noun: Token) -> tuple[str, Token] | None:
        """ "la mort de 60 hommes"."""
        noun = self._first_conjunct(noun)
        head = self.tree.head(noun)
        if noun.dep not in ("nmod", "obl:arg", "obl:mod") or head is noun:
            return None
        cases = {fold(c.text) for c in self.tree.children(noun, "case", "det")}
        if not cases & self.data.linking:
            return None
        return next(((kind, head) for kind, words in self.kinds if head.lemma in words.heads), None)

    def _first_conjunct(self, noun: Token) -> Token:
        while noun.dep == "conj" and self.tree.head(noun).pos in ("NOUN", "PROPN", "NUM", "PRON"):
            noun = self.tree.head(noun)
        return noun
