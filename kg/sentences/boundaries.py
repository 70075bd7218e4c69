"""Where sentences start: by rule, so that the parser can't cut at a comma or a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.sentences.choices import Choices


def sentence_starts(words: Sequence[str], choices: Choices) -> list[bool]:
    """Whether each of a paragraph's `words` starts a sentence.

    A sentence starts after an ender, with the closing marks that follow it, where the next word
    begins with no small letter; the stop of an abbreviation or an initial ends none.  A sentence of
    too many words is cut.
    """
    starts = [index == 0 for index in range(len(words))]
    for index in _after_enders(words, choices):
        starts[index] = _can_start(words, index, choices)
    _cut_endless(words, starts, choices.most_words)
    return starts


def _cut_endless(words: Sequence[str], starts: list[bool], most: int) -> None:
    count = 0
    for index, word in enumerate(words):
        if starts[index] or (count >= most and not word.isspace()):
            starts[index], count = True, 0
        count += not word.isspace()


def _after_enders(words: Sequence[str], choices: Choices) -> Iterator[int]:
    ended = False
    for index, word in enumerate(words):
        if ended and word not in choices.closers and word not in choices.enders:
            yield index
            ended = False
        if not word.isspace() and word not in choices.closers:
            ended = _ends(words, index, choices)


def _ends(words: Sequence[str], index: int, choices: Choices) -> bool:
    word = words[index]
    if word in choices.enders:
        return not (word == "." and index and _shortened(words[index - 1], choices))
    return word.endswith(".") and len(word) > 3 and not _shortened(word[:-1], choices)


def _shortened(word: str, choices: Choices) -> bool:
    return word.casefold() in choices.abbreviations or (len(word) == 1 and word.isupper())


def _can_start(words: Sequence[str], index: int, choices: Choices) -> bool:
    """Not before a small letter, looking through opening marks."""
    for word in words[index:]:
        if word not in choices.openers and not word.isspace():
            return not word[0].islower()
    return False
