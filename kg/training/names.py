"""Fine-tunes the names of a language model on annotated articles."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from kg.corpus import NamedText
from kg.records import Name
from kg.sentences.choices import Choices, choices_of
from kg.sentences.model import load_model
from kg.sentences.paragraphs import stretches
from kg.sentences.weights import NAMES, Trained, finder, trained_weights
from kg.sentences.words import words_of
from kg.training.settings import Settings
from kg.training.spacing import tidied

_DECAY = 0.01
"""Weight decay, as the language model itself was trained with."""


def train_names(
    texts: Sequence[NamedText],
    settings: Settings,
    *,
    language: str = "fr",
    advance: Callable[[], None] = lambda: None,
) -> Trained:
    """The weights of the language's model, its names trained on `texts`.

    `advance` is called once a round.  The same texts and settings give the same weights on the
    same kind of machine.

    Raises:
        LanguageError: no folder covers `language`.
        ModelError: its model is missing or does not load.
    """
    choices = choices_of(language)
    model = load_model(choices)
    copies = [
        _examples(copy, model, choices, settings) for copy in (texts, list(map(tidied, texts)))
    ]
    fix_random_seed(settings.seed)
    order = random.Random(settings.seed)  # noqa: S311
    steps = settings.rounds * -(-len(copies[0]) // settings.batch)
    optimizer = Adam(_falling(settings.learning_rate, steps), L2=_DECAY)
    with model.select_pipes(enable=[NAMES]):
        for turn in range(settings.rounds):
            examples = copies[turn % len(copies)]
            order.shuffle(examples)
            for batch in _batches(examples, settings.batch):
                model.update(batch, sgd=optimizer, drop=settings.dropout)
                optimizer.step_schedules()
            advance()
    with finder(model).use_params(optimizer.averages):
        return trained_weights(model, articles=len(texts))


def _batches(examples: list[Example], size: int) -> Iterator[list[Example]]:
    return (examples[start : start + size] for start in range(0, len(examples), size))


def _falling(rate: float, steps: int) -> list[float]:
    """From `rate` down to nothing, in even steps."""
    return [rate * (steps - step) / steps for step in range(steps)]


def _examples(
    texts: Iterable[NamedText], model: Language, choices: Choices, settings: Settings
) -> list[Example]:
    """An example a paragraph, worded and cut as the parser does."""
    found = []
    for text in texts:
        names = _apart(text.names, settings.outranked)
        for piece in stretches(text.document.text, longest=choices.longest):
            inside = (n for n in names if piece.start <= n.start < piece.start + len(piece.text))
            moved = (Name(n.start - piece.start, n.end - piece.start, n.label) for n in inside)
            found.append(_example(piece.text, list(moved), model, choices))
    return found


def _apart(names: Iterable[Name], outranked: frozenset[str]) -> list[Name]:
    """Of names that overlap, those that are not outranked, then the longest."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.label in outranked, n.start - n.end, n.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return kept


def _example(text: str, names: list[Name], model: Language, choices: Choices) -> Example:
    """`text` with its names; where the model can't tell a name as annotated, nothing is said."""
    annotated = words_of(text, model, choices)
    spans, unknown = [], []
    for name in names:
        span = annotated.char_span(name.start, name.end, name.label)
        if span is not None and _possible(span):
            spans.append(span)
        else:
            wider = annotated.char_span(name.start, name.end, alignment_mode="expand")
            unknown += [wider] if wider is not None else []
    annotated.set_ents(spans, missing=[s for s in unknown if not _shares_a_word(s, spans)])
    return Example(words_of(text, model, choices), annotated)


def _possible(span: Span) -> bool:
    """Whether the model may find such a name: within a sentence, with words at both ends."""
    ends = (span[0], span[-1])
    return not any(word.is_space for word in ends) and not any(w.is_sent_start for w in span[1:])


def _shares_a_word(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
