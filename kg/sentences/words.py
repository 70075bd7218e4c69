"""Words of a text as the model is to see them, with the starts of its sentences set by rule."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.sentences.boundaries import sentence_starts
from kg.sentences.choices import Choices


def words_of(text: str, model: Language, choices: Choices) -> Doc:
    """The words of `text`, one stretch of a paragraph, for `model` to work on."""
    table = {ord(character): read_as for character, read_as in choices.substitutions.items()}
    words = model.make_doc(text.translate(table))
    starts = sentence_starts([word.text for word in words], choices)
    for word, starts_here in zip(words, starts, strict=True):
        word.is_sent_start = starts_here
    return words
