"""All mentions of a document: names, phrases, descriptions and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.mentions.acronyms import acronyms
from kg.mentions.candidates import DESCRIPTION, NAME, Candidate, Overlaps, outermost, select
from kg.mentions.context import Context
from kg.mentions.coordination import Coordination
from kg.mentions.heads import heads
from kg.mentions.lexicon import Entry, Known, Lexicon
from kg.mentions.model_names import ModelNames, name_rules
from kg.mentions.names_data import COUNTRY, lexicon, nationalities, seats, wordings_of
from kg.mentions.nationality import adjectives_of, with_adjective
from kg.mentions.phrase_names import PhraseNames
from kg.mentions.phrases import PhraseReader
from kg.mentions.references import references
from kg.mentions.text import Text
from kg.mentions.unknown_places import UnknownPlaces
from kg.ontology.authority import Actor
from kg.records import Analysis, Mention

PERSON = "Person"
NAMELIKE = ("PROPN", "INTJ", "X")
"""Parts of speech that a name may be taken for."""
LAYERED = ("IntergovernmentalOrganisation", "GovernmentBody")
"""Classes whose known names may hold another known name."""


def find_mentions(analysis: Analysis, own: Iterable[Actor] = ()) -> tuple[Mention, ...]:
    """The mentions of an analysed document, by offset; a mention may stand within a longer one.

    `own` are actors that a team knows besides those of the language's folder.

    Raises:
        DeclarationError: the language data is broken.
    """
    language = analysis.document.language
    text = Text(analysis)
    rules = name_rules(language)
    known = list(_known(text, lexicon(language, wordings_of(own))))
    context = Context(text, heads(language), rules.titles, rules.ranks, seats(language))
    model = list(_model_names(text, analysis, known))
    unknown = UnknownPlaces(text, model, rules.places)
    model = [name for name in map(unknown.corrected, model) if name.type]
    model += unknown.unseen(known)
    names = context.all(select([*_nestable(known, model), *model]))
    names = select([*names, *_last_names(text, names)])
    countries = adjectives_of(text, names, nationalities(language))
    names = [with_adjective(text, name, countries) for name in names]
    phrases = list(_phrases(text, {name.start: name for name in outermost(names)}, countries))
    short = acronyms(text, [*names, *phrases], heads(language).words.little)
    persons = Overlaps(name for name in names if name.type == PERSON)
    adjectives = (c for c in _adjectives(text, countries) if not _is_within(c, persons))
    others = [*adjectives, *references(text, language)]
    found = select([*names, *phrases, *short, *others])
    return tuple(mention for c in found if (mention := _mention(c, text)))


def _known(text: Text, known_names: Lexicon) -> Iterator[Candidate]:
    for known in known_names.find(text.words):
        yield _as_candidate(known)
        if known.entry.type in LAYERED:
            inside = text.words_in(known.start, known.end)
            for inner in known_names.within(inside, known.entry.type):
                yield replace(_as_candidate(inner), nested=True)


def _nestable(known: list[Candidate], model: list[Candidate]) -> Iterator[Candidate]:
    """Known names, which may stand inside a longer name that is no person's."""
    persons = Overlaps(name for name in model if name.type == PERSON)
    for name in known:
        inside = any(True for _ in persons.with_span(name.start, name.end))
        yield replace(name, nested=name.nested or not inside)


def _as_candidate(known: Known) -> Candidate:
    type_, canonical = known.entry.type, known.entry.canonical
    return Candidate(known.start, known.end, type_, NAME, canonical, source="lexicon")


def _model_names(text: Text, analysis: Analysis, known: list[Candidate]) -> Iterator[Candidate]:
    """The model's names, but for those that a known name cuts across, or that go on after it."""
    language = analysis.document.language
    finder = ModelNames(text, name_rules(language), heads(language), nationalities(language))
    places = Overlaps(known)
    for name in finder.candidates(analysis.names):
        across = list(places.with_span(name.start, name.end))
        if any(finder.goes_past(name, other) for other in across):
            continue
        beside = next((b for other in across if (b := finder.beside(name, other))), None)
        if beside:
            yield beside
            continue
        if all(name.start <= other.start and other.end <= name.end for other in across):
            yield name


def _last_names(text: Text, names: list[Candidate]) -> Iterator[Candidate]:
    """The last names of persons who are named in full, where the model saw no name."""
    persons = (text.words_in(name.start, name.end) for name in names if name.type == PERSON)
    last = {words[-1].text for words in persons if len(words) > 1 and len(words[-1].text) > 3}
    known = Overlaps(names)
    for word, token in zip(text.words, text.token_of, strict=True):
        if word.text not in last or token.pos not in NAMELIKE:
            continue
        if not any(known.with_span(word.start, word.end)):
            yield Candidate(word.start, word.end, PERSON, NAME, rank=2, source="last name")


def _phrases(
    text: Text, names: Mapping[int, Candidate], countries: Mapping[str, Entry]
) -> Iterator[Candidate]:
    language = text.document.language
    teller = PhraseNames(text, heads(language), countries)
    coordination = Coordination(text, heads(language), countries, names)
    titles = name_rules(language).titles
    phrases = list(PhraseReader(text, heads(language), countries, names, titles).read())
    yield from teller.all(phrases)
    for phrase in phrases:
        yield from coordination.further(phrase)


def _adjectives(text: Text, countries: Mapping[str, Entry]) -> Iterator[Candidate]:
    """« turque », « un Ouzbek »: the country, unless it tells a language (« en arabe »)."""
    before_tongues = heads(text.document.language).words.before_tongues
    for token in text.tokens:
        entry = countries.get(token.text.lower())
        if entry is None or entry.type != COUNTRY:
            continue
        before = text.tokens[token.index - 1].text.lower() if token.index else ""
        if before not in before_tongues:
            yield Candidate(
                token.start,
                token.end,
                entry.type,
                DESCRIPTION,
                entry.canonical,
                nested=True,
                source="nationality",
            )


def _is_within(adjective: Candidate, persons: Overlaps) -> bool:
    """« Abou Walid al-Sahraoui »: no Sahrawi."""
    around = persons.with_span(adjective.start, adjective.end)
    return any(name.start < adjective.start and adjective.end <= name.end for name in around)


def _mention(candidate: Candidate, text: Text) -> Mention | None:
    head = text.head(candidate.start, candidate.end)
    if head is None:
        return None
    return Mention(
        start=candidate.start,
        end=candidate.end,
        text=candidate.wording or text.document.text[candidate.start : candidate.end],
        type=candidate.type,
        kind=candidate.kind,
        sentence=text.sentence(head).index,
        head=head.index,
        canonical=candidate.canonical,
        source=candidate.source,
    )
