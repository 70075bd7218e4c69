"""From the trace of a document to its explanation."""

from __future__ import annotations

from kg.explanation.failures import why
from kg.explanation.places import place_of_name, place_of_rule
from kg.explanation.steps import (
    Because,
    ClaimSteps,
    EndSteps,
    Explanation,
    FailureSteps,
    MentionSteps,
    SentenceSteps,
    WordSteps,
)
from kg.records import Analysis, Claim, DocumentGraph, Sentence, Span, Token, Value
from kg.trace import EVENT_SLOT, End, Failed, Made, Reached, Reason, Trace

_TRIGGERING = ("VERB", "NOUN", "ADJ")
"""The parts of speech that rules begin at."""


def explanation(analysis: Analysis, graph: DocumentGraph, trace: Trace) -> Explanation:
    """What `trace` tells of `graph`, the graph of `analysis`."""
    return _Builder(analysis, graph, trace).explanation()


class _Builder:
    def __init__(self, analysis: Analysis, graph: DocumentGraph, trace: Trace) -> None:
        self._analysis = analysis
        self._graph = graph
        self._text = graph.document.text
        self._language = graph.document.language
        self._trace = trace
        self._entities = {entity.id: entity for entity in graph.entities}
        self._reached = {(r.mention.start, r.mention.end, r.entity): r for r in trace.reached}
        self._made: dict[str, Made] = {}
        for made in trace.made:
            self._made.setdefault(made.claim.id, made)

    def explanation(self) -> Explanation:
        return Explanation(
            self._graph.document.id,
            tuple(self._claim(claim) for claim in self._graph.claims),
            tuple(self._sentence(sentence) for sentence in self._analysis.sentences),
        )

    def _claim(self, claim: Claim) -> ClaimSteps:
        made = self._made[claim.id]
        subject, obj = made.ends or (None, None)
        speaker = claim.attributed_to
        return ClaimSteps(
            id=claim.id,
            subject=self._name(claim.subject),
            relation=claim.relation,
            object=self._name(claim.object),
            sentence=claim.evidence.sentence,
            evidence=claim.evidence.quote,
            rule=claim.rule,
            place=place_of_rule(claim.rule, _first_word(made), self._language),
            word=made.predicate.text,
            subject_steps=self._end(claim.subject, subject, claim),
            object_steps=self._end(claim.object, obj, claim),
            certainty=_because(claim.certainty, made.certainty),
            speaker=_because(self._name(speaker), made.said) if speaker and made.said else None,
            time=_because(claim.time, made.dated) if made.dated else None,
        )

    def _name(self, end: str | Value) -> str:
        if isinstance(end, Value):
            return end.text
        return self._entities[end].name if end in self._entities else end

    def _end(self, end: str | Value, found: End | None, claim: Claim) -> EndSteps:
        span = found.mention if found else self._span(end, claim)
        slot = found.slot if found else ""
        word = found.word.text if found and found.word else ""
        text = self._text[span.start : span.end]
        mention = self._mention(end, span) if isinstance(end, str) else None
        return EndSteps(slot, word, text, mention)

    def _span(self, end: str | Value, claim: Claim) -> Span:
        """The first mention of an entity in the evidence, where the rule does not tell it."""
        evidence = claim.evidence
        spans = self._entities[end].mentions if isinstance(end, str) else ()
        inside = (s for s in spans if evidence.start <= s.start and s.end <= evidence.end)
        return next(inside, Span(evidence.start, evidence.end))

    def _mention(self, entity_id: str, span: Span) -> MentionSteps:
        entity = self._entities[entity_id]
        reached: Reached | None = self._reached.get((span.start, span.end, entity_id))
        known = reached.mention.canonical if reached else ""
        return MentionSteps(
            text=self._text[span.start : span.end],
            start=span.start,
            end=span.end,
            entity=entity_id,
            name=entity.name,
            type=entity.type,
            found_by=reached.mention.source if reached else "",
            joined_by=reached.rule if reached else "",
            place=place_of_name(known, self._language) if known else None,
        )

    def _sentence(self, sentence: Sentence) -> SentenceSteps:
        inside = range(sentence.tokens[0].index, sentence.tokens[-1].index + 1)
        made = [m for m in self._made.values() if m.predicate.index in inside]
        kept = {claim.id for claim in self._graph.claims}
        failed = [f for f in self._trace.failed if f.word.index in inside]
        again = [Failed(m.claim.rule, m.predicate, "repeated") for m in made]
        again = [f for f, m in zip(again, made, strict=True) if m.claim.id not in kept]
        return SentenceSteps(
            text=self._text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
            words=tuple(
                WordSteps(t.text, t.lemma, t.pos) for t in sentence.tokens if t.pos in _TRIGGERING
            ),
            claims=tuple(m.claim.id for m in made if m.claim.id in kept),
            entities=tuple(self._mentions(sentence)),
            failures=tuple(map(self._failure, [*failed, *again])),
        )

    def _mentions(self, sentence: Sentence) -> list[MentionSteps]:
        told = [
            self._mention(entity.id, span)
            for entity in self._graph.entities
            for span in entity.mentions
            if sentence.start <= span.start < sentence.end
        ]
        return sorted(told, key=lambda mention: (mention.start, mention.end, mention.entity))

    def _failure(self, failed: Failed) -> FailureSteps:
        return FailureSteps(
            rule=failed.rule,
            place=place_of_rule(failed.rule, failed.word, self._language),
            word=failed.word.text,
            reason=failed.reason,
            why=why(failed, self._trace.mentions),
        )


def _first_word(made: Made) -> Token:
    """The word at which the rule began: the one that tells the event, where there is one."""
    told = (end.word for end in made.ends if end.slot == EVENT_SLOT and end.word)
    return next(told, made.predicate)


def _because(value: str, reason: Reason) -> Because:
    return Because(value, reason.rule, tuple(_texts(reason.words)))


def _texts(words: tuple[Token, ...]) -> list[str]:
    """The words in text order, each once, those that stand side by side together."""
    found: list[str] = []
    last: Token | None = None
    for word in sorted(set(words), key=lambda token: token.index):
        if last and word.index == last.index + 1:
            gap = " " * (word.start - last.end)
            found[-1] += f"{gap}{word.text}"
        else:
            found.append(word.text)
        last = word
    return found
