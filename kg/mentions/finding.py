"""All mentions of a document: names, phrases, descriptions and pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.mentions.candidates import NAME, Candidate, select
from kg.mentions.heads import heads
from kg.mentions.model_names import ModelNames, name_rules
from kg.mentions.names_data import lexicon, nationalities
from kg.mentions.phrases import PhraseFinder
from kg.mentions.references import references
from kg.mentions.text import Text
from kg.records import Analysis, Mention


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """The mentions of an analysed document, by offset; a mention may stand within a longer one.

    Raises:
        DeclarationError: the language data is broken.
    """
    language = analysis.document.language
    text = Text(analysis)
    names = select([*_known(text, language), *_model_names(text, analysis, language)])
    by_start = {name.start: name for name in names}
    phrases = PhraseFinder(text, heads(language), nationalities(language), by_start).find()
    nestable = [replace(name, nested=name.canonical != "") for name in names]
    found = select([*nestable, *_adjectives(text, language), *phrases, *references(text, language)])
    return tuple(mention for c in found if (mention := _mention(c, text)))


def _known(text: Text, language: str) -> Iterator[Candidate]:
    for known in lexicon(language).find(text.document.text):
        entry = known.entry
        yield Candidate(known.start, known.end, entry.type, NAME, entry.canonical)


def _model_names(text: Text, analysis: Analysis, language: str) -> Iterator[Candidate]:
    finder = ModelNames(text, name_rules(language), heads(language))
    return finder.candidates(analysis.names)


def _adjectives(text: Text, language: str) -> Iterator[Candidate]:
    """« turque », « un Ouzbek »: the country, unless it tells a language (« en arabe »)."""
    countries = nationalities(language)
    for token in text.tokens:
        entry = countries.get(token.text.lower())
        if entry is None:
            continue
        before = text.tokens[token.index - 1].text.lower() if token.index else ""
        if before != "en":
            yield Candidate(token.start, token.end, entry.type, NAME, entry.canonical, 0, True)


def _mention(candidate: Candidate, text: Text) -> Mention | None:
    head = text.head(candidate.start, candidate.end)
    if head is None:
        return None
    return Mention(
        start=candidate.start,
        end=candidate.end,
        text=text.document.text[candidate.start : candidate.end],
        type=candidate.type,
        kind=candidate.kind,
        sentence=text.sentence(head).index,
        head=head.index,
        canonical=candidate.canonical,
    )
