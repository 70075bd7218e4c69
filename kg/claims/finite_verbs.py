"""Verbs that the parser takes for nouns or adjectives, set right.

« L'armée contrôle la ville », « Les rebelles contrôlent Alep »: the form is one of a verb that the
rules know, it has no article, and a subject stands before it.  So is « il opère dans le sud »,
which the parser reads as a participle, and « le groupe entre dans la ville », which it reads as a
preposition; « dans l'est du pays » is a noun again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from kg.claims.certainty.data import certainty_data
from kg.claims.event_words import event_words
from kg.claims.forms import forms, infinitive, masculine
from kg.claims.frames import rules
from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.claims.main_verbs import main_verb
from kg.records import Analysis, Sentence, Token
from kg.syntax import Tree

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "X")
ATTACHED = ("amod", "acl", "appos", "nmod", "flat:name", "flat", "dep", "conj", "punct")
LOOSE = ("amod", "acl", "nmod", "flat:name", "flat", "punct")
"""What a finite verb never is to a noun."""
BARE = ("amod", "nmod", "dep", "advmod")
"""What the parser takes the subject of a noun for."""
PAUSES = (",", ":", "(", "«", "-")
PAST = {"VerbForm": "Part", "Tense": "Past"}
FINITE = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}


def with_finite_verbs(analysis: Analysis) -> Analysis:
    """`analysis` with the finite verbs in it told as such."""
    tree = Tree(analysis)
    changed: dict[int, Token] = {}
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            lemma = _participle(token, tree)
            if lemma:
                changed[token.index] = replace(token, pos="VERB", lemma=lemma, morph=dict(PAST))
                continue
            if _is_no_participle(token) and _is_adjective(token, tree):
                lemma = masculine(token.text)
                changed[token.index] = replace(token, pos="ADJ", lemma=lemma, morph={})
                continue
            if _is_noun(token, tree):
                changed[token.index] = replace(token, pos="NOUN", lemma=token.text, morph={})
                continue
            if lemma := _corrected(token):
                token = changed[token.index] = replace(token, lemma=lemma)
            lemma = _verb(token)
            if lemma and not changed.keys() & {token.head} and _is_finite(token, sentence, tree):
                changed |= _as_verb(token, lemma, tree)
            elif not changed.keys() & {token.index, token.head}:
                changed |= main_verb(token, sentence, tree, _infinitive)
    if not changed:
        return analysis
    sentences = tuple(_changed(sentence, changed) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _changed(sentence: Sentence, changed: dict[int, Token]) -> Sentence:
    tokens = tuple(changed.get(token.index, token) for token in sentence.tokens)
    return replace(sentence, tokens=tokens)


@cache
def _known() -> frozenset[str]:
    """The verbs that the frames, the events and the doubts know."""
    framed = [rule.frame.verbs | rule.frame.governors for rule in rules()]
    told = [entry.verbs for entry in event_words().verbs]
    return frozenset(certainty_data().misread.values()).union(*framed, *told)


def _verb(token: Token) -> str:
    """The infinitive of which the form of `token` may be, "" if it is a verb already or none."""
    if token.pos == "AUX" or not token.text.islower():
        return ""
    if token.pos == "VERB" and token.dep not in LOOSE and not _is_no_participle(token):
        return ""
    return _infinitive(fold(token.text))


def _corrected(token: Token) -> str:
    """« s'implante », of which the parser knows no infinitive: it, "" where nothing is to mend."""
    if token.pos != "VERB" or fold(token.lemma) in _known() or not token.text.islower():
        return ""
    return _infinitive(fold(token.text))


@lru_cache(maxsize=2**16)
def _infinitive(word: str) -> str:
    """The known verb of which `word` may be a finite form, or ""."""
    lemma = forms().irregular_present.get(word) or infinitive(word)
    closed = re.sub(forms().open_vowel, forms().closed_vowel, lemma)
    return next((i for i in (lemma, closed) if i != word and i in _known()), "")


def _participle(token: Token, tree: Tree) -> str:
    """« est assiégée », « a annexé », read as a noun: the infinitive, "" if it is no participle."""
    helped = tree.children(token, "cop", "aux")
    if token.pos not in ("NOUN", "ADJ") or not helped or tree.children(token, "det"):
        return ""
    if token.pos == "ADJ" and not tree.children(token, "aux:tense"):
        return ""
    if irregular := forms().irregular_participles.get(fold(token.text)):
        return irregular if tree.children(token, "aux") else ""
    stem = masculine(token.text)
    ending, of_infinitive = forms().regular_participle
    lemma = stem.removesuffix(ending) + of_infinitive
    return lemma if stem.endswith(ending) and lemma in _known() else ""


def _is_noun(token: Token, tree: Tree) -> bool:
    """« dans l'est de », read as a form of « être »."""
    return token.pos == "AUX" and any(
        t.pos == "DET" and t.index == token.index - 1 for t in tree.children(token, "det")
    )


def _is_no_participle(token: Token) -> bool:
    """« opère », « présentes », read as participles of « opérer » and « présenter »."""
    ending, of_infinitive = forms().regular_participle
    return (
        token.pos == "VERB"
        and token.morph.get("VerbForm") == "Part"
        and token.morph.get("Tense") == "Past"
        and token.lemma.endswith(of_infinitive)
        and not masculine(token.text).endswith(ending)
    )


def _is_adjective(token: Token, tree: Tree) -> bool:
    """« sont présentes », « les troupes, présentes »: no form of « présenter »."""
    apart = token.index > 0 and tree.tokens[token.index - 1].text == ","
    plural = fold(token.text).endswith(forms().feminine_plural)
    return bool(tree.children(token, "aux")) or plural or (apart and token.dep == "acl")


def _is_finite(token: Token, sentence: Sentence, tree: Tree) -> bool:
    """Whether `token` stands as a finite verb does: behind its subject, without an article."""
    position = token.index - sentence.tokens[0].index
    if position == 0 or position + 1 == len(sentence.tokens):
        return False
    before, after = sentence.tokens[position - 1], sentence.tokens[position + 1]
    if token.pos == "ADP":
        return before.pos in NOMINAL and after.pos == "ADP" and _noun(token, tree) is not None
    if fold(before.text) in words().object_relatives:
        return False
    if before.pos in ("DET", "ADP", "NUM", "AUX", "VERB", "CCONJ") or tree.children(
        token, "det", "case", "cop", "nummod", "aux"
    ):
        return False
    if any(t.index < token.index for t in tree.children(token, "nsubj", "expl:subj")):
        own = [t for t in tree.children(token, "nsubj", "punct") if t.index < token.index]
        return not any(t.text == ":" for t in own)
    if token.dep == "ROOT" and _bare(token, tree):
        return before.text not in PAUSES and _goes_on(after)
    head = tree.head(token)
    after_noun = head.index < token.index and head.pos in NOMINAL
    if after_noun and token.dep == "acl" and _is_no_participle(token):
        return True
    behind = after_noun and token.dep in ATTACHED
    if not behind or before.text in PAUSES:
        return False
    if fold(token.text).endswith(forms().present_plural):
        return True
    return _goes_on(after) and not _has_verb(head, token, tree)


def _goes_on(after: Token) -> bool:
    """Whether `after` may stand right behind a verb: an object, or a preposition of place."""
    opening = (*words().partitives, *words().object_relatives, *forms().behind_verbs)
    return after.pos in ("DET", "PROPN") or fold(after.text) in opening


def _bare(token: Token, tree: Tree) -> list[Token]:
    """The noun before `token` that is its subject if `token` is a verb."""
    before = [t for t in tree.children(token, *BARE) if t.index < token.index]
    if len(before) != 1 or before[0].pos not in ("NOUN", "PROPN") or tree.children(token, "det"):
        return []
    return [] if tree.children(before[0], "case") else before


def _noun(token: Token, tree: Tree) -> Token | None:
    """The noun that `token` depends on; of a preposition, the one before it."""
    head = tree.head(tree.head(token)) if token.pos == "ADP" else tree.head(token)
    return head if head.index < token.index and head.pos in NOMINAL else None


def _has_verb(noun: Token, token: Token, tree: Tree) -> bool:
    """Whether the clause of `noun` has a finite verb other than `token`."""
    top = noun
    for top in tree.ancestors(noun):
        if top.pos in ("VERB", "AUX"):
            return True
    return bool(tree.children(top, "cop", "aux", "nsubj"))


def _as_verb(token: Token, lemma: str, tree: Tree) -> dict[int, Token]:
    """`token` as a verb and the words around it attached as they then are."""
    verb = replace(token, pos="VERB", lemma=lemma, morph=dict(FINITE))
    found: dict[int, Token] = {}
    noun = _noun(token, tree)
    told = tree.children(token, "nsubj", "expl:subj")
    if token.dep == "ROOT" and not told:
        found |= {t.index: replace(t, dep="nsubj") for t in _bare(token, tree)}
    elif noun and not told:
        root = noun.head == noun.index
        verb = replace(
            verb, head=token.index if root else noun.head, dep="ROOT" if root else noun.dep
        )
        found[noun.index] = replace(noun, head=token.index, dep="nsubj")
        for child in tree.children(noun):
            if child.index > token.index:
                clause = tree.children(child, "mark")
                found[child.index] = replace(
                    child, head=token.index, dep="ccomp" if clause else child.dep
                )
    elif token.dep in ("nmod", "amod", "appos"):
        verb = replace(verb, dep="acl:relcl")
    found[token.index] = verb
    taken = [tree.tokens[index] for index in found if index > token.index]
    found |= dict(_object(token, [*tree.children(token), *taken], tree))
    return found


def _object(token: Token, children: list[Token], tree: Tree) -> Iterator[tuple[int, Token]]:
    """The first bare noun among what depends on `token` now, as its object."""
    if any(child.dep == "obj" for child in children):
        return
    for child in sorted(children, key=lambda child: child.index):
        bare = child.index > token.index and not tree.children(child, "case")
        if bare and child.pos in ("NOUN", "PROPN") and not child.dep.startswith("obl"):
            yield child.index, replace(child, dep="obj", head=token.index)
            return
