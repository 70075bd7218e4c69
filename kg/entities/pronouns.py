"""Pronouns and possessives, and what they refer to; where it is unsure, nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.clusters import Cluster
from kg.entities.discourse import Antecedent, Discourse
from kg.entities.language import small
from kg.records import Mention, Token

PERSON = "Person"
ACTORS = ("Person", "Organisation", "Country", "Group")
PLACES = ("Place", "Country")
SENTENCES_BACK = 2


class Pronouns:
    """Finds what a pronoun refers to."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._words = discourse.words
        self._tree = discourse.tree

    def referent(self, mention: Mention) -> tuple[str, Cluster | None]:
        """The thing that a pronoun or possessive stands for, and the sort of pronoun that it is."""
        token = self._tree.tokens[mention.head]
        word = small(token.text)
        if word in self._words.relatives:
            return "relative", self._relative(token, word)
        if word in self._words.inverted:
            return "speaker", self._speaker(token)
        if token.dep.startswith("expl") and self._is_impersonal(token):
            return "impersonal", None
        if word in self._words.latter:
            return "latter", self._latter(token, word)
        if word in self._words.owners:
            return "possessive", self._owner(token, word)
        return "personal", self._personal(token, word)

    def _relative(self, token: Token, word: str) -> Cluster | None:
        """What the relative clause hangs on, else the name right before."""
        before = self._before(token)
        clause = next((t for t in self._tree.ancestors(token) if t.dep.startswith("acl")), None)
        candidates = [self._tree.head(clause)] if clause else []
        candidates.append(before)
        for candidate in candidates:
            cluster = self._discourse.at(candidate)
            if cluster and self._fits_clause(token, word, cluster, candidate):
                return cluster
            if candidate.pos == "NOUN":
                return None
        return None

    def _before(self, token: Token) -> Token:
        """The word before, over commas and brackets."""
        index = token.index
        while index and (index == token.index or self._tree.tokens[index].pos == "PUNCT"):
            index -= 1
        return self._tree.tokens[index]

    def _fits_clause(self, token: Token, word: str, cluster: Cluster, noun: Token) -> bool:
        """A place for « où »; the number of the clause's verb for a subject."""
        if word in self._words.places:
            return self._discourse.is_a(cluster, PLACES)
        verb = self._tree.head(token)
        finite = [verb, *self._tree.children(verb, "aux")]
        numbers = {t.morph["Number"] for t in finite if "Number" in t.morph and "Mood" in t.morph}
        return not numbers or ("Plur" in numbers) == self._discourse.is_plural(noun)

    def _speaker(self, token: Token) -> Cluster | None:
        """« a-t-il dit »: the last one who spoke, else the last person who did anything."""
        persons = []
        for mention, cluster in self._discourse.told_around(token.start)[0]:
            head = self._tree.tokens[mention.head]
            if not head.dep.startswith("nsubj"):
                continue
            if self._tree.head(head).lemma in self._words.speech:
                return cluster if self._discourse.is_a(cluster, ACTORS) else None
            if cluster.type == PERSON:
                persons.append(cluster)
        return persons[0] if persons else None

    def _latter(self, token: Token, word: str) -> Cluster | None:
        """« ce dernier »: the last noun named, if it is a known thing that agrees."""
        for sentence in self._sentences_back(token):
            found = sorted(
                self._discourse.antecedents(sentence, token.index), key=lambda a: -a.token.index
            )
            agreeing = [a for a in found if self._agrees(a, word)]
            if agreeing:
                return agreeing[0].cluster
        return None

    def _owner(self, token: Token, word: str) -> Cluster | None:
        """What the noun is joined to (« X et ses alliés »), else the subject of its clause.

        Else the first noun before that agrees, subjects first, sentence by sentence backwards.  A
        noun that names no known thing ends the search: the possessive may well mean it.
        """
        for antecedent in (*self._joined(token), *self._subjects_over(self._tree.head(token))):
            if self._owns(antecedent, word):
                return antecedent.cluster or self._later(antecedent.token, token)
        for sentence in self._sentences_back(token):
            for antecedent in self._discourse.antecedents(sentence, token.index):
                if self._owns(antecedent, word):
                    return antecedent.cluster
        return None

    def _owns(self, antecedent: Antecedent, word: str) -> bool:
        return self._agrees(antecedent, word) and self._may_act(antecedent)

    def _joined(self, token: Token) -> Iterator[Antecedent]:
        noun = self._tree.head(token)
        if noun.dep == "conj" and self._tree.head(noun).index < token.index:
            first = self._discourse.antecedent(self._tree.head(noun))
            if first.cluster:
                yield first

    def _subjects_over(self, token: Token) -> Iterator[Antecedent]:
        """The subjects of the clauses around `token`, which is in none of them, nearest first."""
        inner = token
        for outer in self._tree.ancestors(token):
            for subject in self._tree.children(outer, "nsubj"):
                if subject.index != inner.index:
                    yield self._discourse.antecedent(subject)
            inner = outer

    def _later(self, subject: Token, token: Token) -> Cluster | None:
        """« Malgré son recul, elle… »: what a pronoun behind means."""
        if subject.index < token.index or subject.pos != "PRON":
            return None
        return self._personal(subject, small(subject.text))

    def _personal(self, token: Token, word: str) -> Cluster | None:
        """The nearest subject that agrees, then the last sentence's; else the only such person."""
        human = self._wants_human(token)
        others: list[Antecedent] = []
        for antecedent in self._candidates(token):
            if not self._owns(antecedent, word):
                continue
            if not antecedent.subject:
                others.append(antecedent)
            elif antecedent.cluster or not human or self._is_human(antecedent.token):
                return antecedent.cluster
        return self._only_person(others)

    def _candidates(self, token: Token) -> Iterator[Antecedent]:
        """Subjects of the clause before and of those around, then all nouns, backwards."""
        verb = self._tree.head(token)
        if token.dep.startswith("nsubj"):
            for clause in self._tree.children(verb, "advcl"):
                if clause.index < token.index:
                    yield from map(self._discourse.antecedent, self._tree.children(clause, "nsubj"))
            for antecedent in self._subjects_over(verb):
                if antecedent.token.index < token.index:
                    yield antecedent
        for sentence in self._sentences_back(token):
            yield from self._discourse.antecedents(sentence, token.index)

    def _only_person(self, antecedents: list[Antecedent]) -> Cluster | None:
        found = {id(a.cluster): a.cluster for a in antecedents if a.cluster}
        persons = [cluster for cluster in found.values() if cluster.type == PERSON]
        return persons[0] if len(persons) == 1 else None

    def _wants_human(self, token: Token) -> bool:
        verb = self._tree.head(token).lemma
        return verb in self._words.human_verbs or verb in self._words.speech

    def _is_impersonal(self, token: Token) -> bool:
        """« il faut », « il a été décidé », but not « il compte partir », « il a renoncé »."""
        verb = self._tree.head(token)
        passive = any(c.dep == "aux:pass" for c in self._tree.children(verb))
        doubtful = passive or verb.pos != "VERB" or verb.lemma in self._words.impersonal
        return doubtful and not self._wants_human(token)

    def _is_human(self, token: Token) -> bool:
        return bool({small(token.text), small(token.lemma)} & self._words.human)

    def _may_act(self, antecedent: Antecedent) -> bool:
        return antecedent.cluster is None or self._discourse.is_a(antecedent.cluster, ACTORS)

    def _sentences_back(self, token: Token) -> Iterator[int]:
        here = self._tree.sentence(token).index
        return iter(range(here, max(-1, here - SENTENCES_BACK - 1), -1))

    def _agrees(self, antecedent: Antecedent, word: str) -> bool:
        if antecedent.plural != (word in self._words.plural) and not self._is_open(word):
            return False
        gender = self._words.gender(word)
        return "" in (antecedent.gender, gender) or antecedent.gender == gender

    def _is_open(self, word: str) -> bool:
        """« son »: one owner, who may be told by a plural name."""
        return word in self._words.owners and word not in self._words.plural
