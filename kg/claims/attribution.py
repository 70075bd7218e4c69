"""Who says it: the subject of a verb of speech, a source ("selon X"), a quotation's speaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.claims.language import fold, language_data
from kg.claims.quotations import quotation_at
from kg.claims.sources import occurrences, source_covers, spaced
from kg.claims.verbs import clause_of, is_clause, verb_group
from kg.ontology.terms import ClassName
from kg.records import Sentence, Token, Value
from kg.syntax import Tree
from kg.trace import Reason

CLAUSES = ("ccomp", "xcomp", "parataxis", "csubj", "root")

EntityAt = Callable[[Token], str | None]
Speaker = str | Value | None


@dataclass(frozen=True, slots=True)
class SpeechData:
    """The content of speech.yaml."""

    verbs: frozenset[str]
    of_nouns: frozenset[str]
    light: dict[str, list[str]]
    nouns: frozenset[str]
    prepositions: list[str]
    opening: list[str]
    passive: list[str]
    that: frozenset[str]
    parties: frozenset[ClassName]
    no_speakers: frozenset[str]
    quotes: dict[str, str]
    articles: frozenset[str]


def speaker_of(tree: Tree, predicate: Token, *, entity_at: EntityAt) -> tuple[Speaker, Reason]:
    """Who said the fact whose word is `predicate`, or None where the article itself says it.

    The reason names the rule, and gives the words that say who speaks.

    `entity_at` gives the entity that a token names or refers to.  A speaker that is no entity is
    a `Value` with its words.  Tried in order: a verb of speech above the predicate, a quotation
    around it, a source in its sentence, a verb of speech in a parenthesis.
    """
    search = _Search(tree, language_data("claims/speech", SpeechData), entity_at)
    readers: dict[str, Callable[[Token], Speaker]] = {
        "governing": search.governing,
        "quoted": search.quoted,
        "introduced": search.introduced,
        "source": search.source,
        "parenthesis": search.parenthesis,
    }
    for rule, read in readers.items():
        search.words.clear()
        speaker = read(predicate)
        if speaker:
            return speaker, Reason(rule, tuple(search.words))
    return None, Reason("")


def parties() -> frozenset[str]:
    """The classes of those who fight, whose word alone the article does not vouch for."""
    return language_data("claims/speech", SpeechData).parties


def announces(tree: Tree, verb: Token) -> bool:
    """Whether `verb` tells what was said, so that its date is that of the telling."""
    data = language_data("claims/speech", SpeechData)
    says = data.of_nouns if tree.children(verb, "obj") else data.verbs
    return (verb.lemma in says and verb.pos == "VERB") or verb.lemma in data.nouns


@dataclass(frozen=True, slots=True)
class _Search:
    tree: Tree
    data: SpeechData
    entity_at: EntityAt
    words: list[Token] = field(default_factory=list)

    def governing(self, predicate: Token) -> Speaker:
        """The subject of the nearest verb of speech that the predicate depends on."""
        below = predicate
        for token in self.tree.ancestors(predicate):
            link = below.dep.split(":")[0]
            if below.dep == "acl:relcl" or (link == "advcl" and not self._is_speech(token)):
                return None
            if self._is_speech(token):
                if link == "nsubj":
                    return None
                if self._says(token, link):
                    return self._subject(token)
            below = token
        return None

    def introduced(self, predicate: Token) -> Speaker:
        """The subject of the verb of speech before the "que" that `predicate` stands after."""
        tokens = self.tree.sentence(predicate).tokens
        before = [t for t in tokens if t.index < predicate.index]
        verb: Token | None = None
        for token in before:
            if self._is_speech(token):
                verb = token
            elif token.pos == "VERB" and token.morph.get("VerbForm") == "Fin":
                verb = None
            elif verb is not None and fold(token.text) in self.data.that and token.pos == "SCONJ":
                return self._subject(verb)
        return None

    def _says(self, verb: Token, link: str) -> bool:
        """Whether what hangs on `verb` by `link` is what it says."""
        light = verb.lemma in self.data.light
        return link in CLAUSES or light or (link == "obj" and verb.lemma in self.data.of_nouns)

    def quoted(self, predicate: Token) -> Speaker:
        """The speaker of the quotation that `predicate` stands in."""
        quotation = quotation_at(self.tree, predicate, self.data.quotes)
        if quotation is None:
            return None
        for sentence in quotation.sentences_around(self.tree):
            outside = [t for t in sentence.tokens if not quotation.holds(t)]
            speaker = self._speaker_among(outside, sentence)
            if speaker is not None:
                return speaker
        return None

    def source(self, predicate: Token) -> Speaker:
        """The noun after "selon", "d'après" … that vouches for the clause of `predicate`."""
        for words in occurrences(self.tree, predicate, tuple(self.data.prepositions)):
            if self._vouches(words, predicate):
                speaker = self._after(words)
                if speaker is not None:
                    return speaker
        first = self.tree.sentence(predicate).tokens[0]
        if fold(first.text) in self.data.opening:
            noun = self.tree.head(first)
            entity = self._entity(noun)
            return entity if noun.pos == "PROPN" and self._comma_after(noun) else None
        return None

    def _vouches(self, words: list[Token], predicate: Token) -> bool:
        """Whether a source is of the clause of `predicate`, which is no part of the source."""
        source = self.tree.head(words[0])
        if predicate in self.tree.subtree(source):
            return False
        clause = clause_of(self.tree, predicate)
        chain = [clause, *self.tree.ancestors(clause)]
        asides = [i for i, t in enumerate(chain) if t.dep == "acl:relcl"]
        within = chain[: asides[0] + 1] if asides else chain
        return any(
            source_covers(self.tree, words, t) for t in within if is_clause(self.tree, t)
        ) or (source_covers(self.tree, words, within[-1]))

    def parenthesis(self, predicate: Token) -> Speaker:
        """The subject of a verb of speech set off after the fact: ", a rapporté l'agence"."""
        for token in self.tree.sentence(predicate).tokens:
            if token.index > predicate.index and self._is_aside(token, predicate):
                return self._subject(token)
        return None

    def _is_aside(self, verb: Token, predicate: Token) -> bool:
        """Whether `verb` speaks in a parenthesis: no complement, a subject without the fact."""
        if not self._is_speech(verb) or self.tree.children(verb, "ccomp", "xcomp"):
            return False
        subject = self.tree.children(verb, "nsubj") or self._inverted(verb)
        held = {t.index for s in subject for t in self.tree.subtree(s)}
        parts = [*verb_group(self.tree, verb), *subject[:1]]
        first = min([t.index for t in parts] + [i for i in held if i < verb.index])
        before = self.tree.tokens[first - 1] if first else verb
        return bool(subject) and predicate.index not in held and before.pos == "PUNCT"

    def _speaker_among(self, tokens: list[Token], sentence: Sentence) -> Speaker:
        for token in tokens:
            if self._is_speech(token):
                speaker = self._subject(token)
                if speaker is not None:
                    return speaker
        for words in occurrences(self.tree, sentence.tokens[0], tuple(self.data.prepositions)):
            if words[0] in tokens:
                return self._after(words)
        return None

    def _is_speech(self, token: Token) -> bool:
        if token.lemma in self.data.light:
            nouns = self.tree.children(token, "obj", "fixed", "xcomp", "obl")
            return any(n.lemma in self.data.light[token.lemma] for n in nouns)
        gerund = token.morph.get("VerbForm") == "Part" and not self._has_auxiliary(token)
        return token.pos in ("VERB", "AUX") and token.lemma in self.data.verbs and not gerund

    def _has_auxiliary(self, token: Token) -> bool:
        return len(verb_group(self.tree, token)) > 1

    def _set_off(self, verb: Token) -> bool:
        """Whether a comma or a closing quote stands right before the verb group of `verb`."""
        start = min(t.index for t in [verb, *self.tree.children(verb, "aux", "expl")])
        before = self.tree.tokens[start - 1] if start else verb
        return before.pos == "PUNCT"

    def _subject(self, verb: Token) -> Speaker:
        self.words.append(verb)
        subjects = self.tree.children(verb, "nsubj") or self._inverted(verb)
        passive = any(s.dep == "nsubj:pass" for s in subjects)
        if passive or not subjects:
            agents = [
                t
                for t in self.tree.children(verb, "obl")
                if any(fold(c.text) in self.data.passive for c in self.tree.children(t, "case"))
            ]
            return self._named(agents[0]) if agents else None
        return self._named(subjects[0])

    def _inverted(self, verb: Token) -> list[Token]:
        """The subject after the verb where the parser took it for something else."""
        pronouns = [t for t in self.tree.children(verb, "expl:subj") if t.text.startswith("-")]
        if pronouns:
            return pronouns[-1:]
        return (
            [t for t in self.tree.children(verb, "obj") if t.index > verb.index][:1]
            if (self._set_off(verb))
            else []
        )

    def _after(self, words: list[Token]) -> Speaker:
        self.words.extend(words)
        noun = self.tree.head(words[0])
        if noun in words and noun.pos == "VERB":
            noun = next(iter(self.tree.children(noun, "obj")), noun)
        if noun in words and noun.lemma not in self.data.nouns:
            return Value(self._wording(noun))
        if noun.lemma in self.data.no_speakers or noun.index < words[-1].index:
            return None
        return self._named(noun)

    def _named(self, noun: Token) -> Speaker:
        self.words.append(noun)
        complements = self.tree.children(noun, "nmod") if noun.lemma in self.data.nouns else []
        if complements:
            return self._named(complements[0])
        entity = self._entity(noun)
        if entity is not None:
            return entity
        return None if noun.pos == "PRON" else Value(self._wording(noun))

    def _entity(self, noun: Token) -> str | None:
        for token in [noun, *self.tree.children(noun, "appos", "flat")]:
            entity = self.entity_at(token)
            if entity is not None:
                return entity
        return None

    def _wording(self, noun: Token) -> str:
        """The noun phrase of `noun` up to its first comma or clause, without its article."""
        last = noun
        for token in self.tree.subtree(noun):
            if token.index <= last.index:
                continue
            if token.pos == "PUNCT" or token.dep.startswith("acl") or token.index != last.index + 1:
                break
            last = token
        first = min([noun, *self.tree.children(noun, "amod", "nummod")], key=lambda t: t.index)
        tokens = list(self.tree.tokens[first.index : last.index + 1])
        while len(tokens) > 1 and fold(tokens[0].text) in self.data.articles:
            tokens = tokens[1:]
        return spaced(tokens)

    def _comma_after(self, noun: Token) -> bool:
        last = self.tree.subtree(noun)[-1].index
        return last + 1 < len(self.tree.tokens) and self.tree.tokens[last + 1].text == ","
