"""What a noun phrase names or describes, and the names that stand for themselves inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.mentions.candidates import DESCRIPTION, NAME, Candidate
from kg.mentions.heads import GROUP, Heads
from kg.mentions.lexicon import Entry
from kg.mentions.phrases import COUNTRY, Phrase
from kg.mentions.text import Text

REGION, CITY, FORCE = "Region", "City", "ArmedForce"
PLACES = (COUNTRY, REGION, CITY, "Place", "Camp", "Facility")


class PhraseNames:
    """What a phrase names or describes."""

    def __init__(self, text: Text, heads: Heads, countries: Mapping[str, Entry]) -> None:
        self._text = text
        self._words = text.words
        self._heads = heads
        self._rules = heads.words
        self._countries = countries

    def all(self, phrases: Sequence[Phrase]) -> Iterator[Candidate]:
        """What each phrase tells; of those for persons, only what another one tells too."""
        persons = [phrase for phrase in phrases if phrase.head.noun in self._rules.persons]
        bodies = set()
        for phrase in phrases:
            if phrase.head.noun not in self._rules.persons:
                for candidate in self.candidates(phrase):
                    bodies.add(candidate.canonical)
                    yield candidate
        for phrase in persons:
            if (body := self._canonical(phrase)) in bodies - {""}:
                yield self._candidate(phrase, NAME, body)

    def candidates(self, phrase: Phrase) -> Iterator[Candidate]:
        """The phrase as a candidate, if it tells a thing, and the names that stay inside it."""
        head = phrase.head
        if head.type in self._rules.same_thing and phrase.names:
            yield from self._place(phrase)
        elif head.type == GROUP:
            yield from self._people(phrase)
        elif self._is_unnamed_place(phrase) or self._is_siege(phrase):
            return
        elif phrase.told and head.noun not in self._rules.directions:
            yield self._candidate(phrase, NAME, self._canonical(phrase))
            yield from self._nested(phrase)
        elif head.founding:
            yield self._candidate(phrase, DESCRIPTION, self._wording(phrase))

    def _is_unnamed_place(self, phrase: Phrase) -> bool:
        """« deuxième ville de la province »: no place of its own."""
        if phrase.head.type not in self._rules.same_thing or phrase.names or phrase.country:
            return False
        rest = self._words[phrase.start + phrase.head.length : phrase.end]
        return bool(rest) and all(word.text.islower() for word in rest)

    def _is_siege(self, phrase: Phrase) -> bool:
        """« le siège de Mossoul »: what has its seat is an organisation, no place."""
        named = phrase.names[0].type if phrase.names else ""
        return phrase.head.noun in self._rules.seats and named in (CITY, REGION)

    def _people(self, phrase: Phrase) -> Iterator[Candidate]:
        """« les rebelles (du M23) », « les rebelles syriens »; not « 400 rebelles », who are some.

        Told by an actor's name or by no more than itself, the head alone describes them.  What
        follows tells which ones, after a comma where they are no more than those of a place.
        """
        people = self._heads.people(phrase.head)
        first = phrase.start + phrase.head.length
        rest = self._words[first : phrase.end]
        if phrase.start and self._text.token_of[phrase.start - 1].pos == "NUM":
            return
        of_actor = any(name.type not in PLACES for name in phrase.names)
        if of_actor or not (phrase.told or {w.text.lower() for w in rest} & self._rules.telling):
            if phrase.head.founding:
                yield self._candidate(replace(phrase, end=first), DESCRIPTION, people)
            return
        told = phrase.country.canonical if phrase.country and not self._other_words(phrase) else ""
        others = told or " ".join(word.key for word in rest)
        local = any(name.type not in (COUNTRY, REGION) for name in phrase.names)
        yield self._candidate(
            phrase, NAME, f"{people}, {others}" if local else f"{people} ({others})"
        )
        yield from self._nested(phrase)

    def _place(self, phrase: Phrase) -> Iterator[Candidate]:
        """A place with its name: one thing, unless the name is that of a larger or another one."""
        name, head = phrase.names[0], phrase.head
        if head.noun in self._rules.directions:
            if name.type in (COUNTRY, REGION):
                yield self._candidate(phrase, NAME, "")
        elif name.type in (COUNTRY, REGION) and head.type == CITY:
            yield self._candidate(phrase, DESCRIPTION, "")
        elif name.type == head.type:
            yield self._candidate(phrase, NAME, name.canonical or self._slice(name))
        else:
            own = "" if name.canonical else self._slice(name)
            yield self._candidate(phrase, NAME, own)
        yield from self._nested(phrase)

    def _nested(self, phrase: Phrase) -> Iterator[Candidate]:
        """The names that stand for themselves: not « Saint-Marc » in « église Saint-Marc »."""
        place = phrase.head.type in (*self._rules.same_thing, "Facility", "Camp")
        for position, name in enumerate(phrase.names):
            beside = position == 0 and not phrase.linked
            inner = place and phrase.head.noun not in self._rules.street_like
            inner = inner or (phrase.head.type == FORCE and name.type == CITY)
            if name.canonical or (not beside and (inner or name.type == "Person")):
                yield replace(name, rank=0, nested=True)

    def _candidate(self, phrase: Phrase, kind: str, canonical: str) -> Candidate:
        start, end = self._words[phrase.start].start, self._words[phrase.end - 1].end
        return Candidate(start, end, phrase.head.type, kind, canonical, rank=1, source="phrase")

    def _canonical(self, phrase: Phrase) -> str:
        """A wording that does not depend on how the country is told: « armée (Turquie) »."""
        first = phrase.names[0] if phrase.names else None
        same = first is not None and first.type == phrase.head.type
        if first and same and (not phrase.linked or phrase.head.noun in self._rules.naming):
            return first.canonical or self._slice(first)
        other_name = any(name.type != COUNTRY for name in phrase.names)
        if phrase.country is None or other_name or self._other_words(phrase):
            return ""
        body = self._rules.members.get(phrase.head.noun, phrase.head.noun)
        return f"{body} ({phrase.country.canonical})"

    def _other_words(self, phrase: Phrase) -> bool:
        """Whether more than head, country and neutral adjectives is told."""
        plain = self._rules.linking | self._rules.articles
        for index in range(phrase.start + phrase.head.length, phrase.end):
            word, token = self._words[index], self._text.token_of[index]
            if word.text.lower() in self._rules.neutral or word.key in plain:
                continue
            inside = any(name.start <= word.start < name.end for name in phrase.names)
            if not inside and token.text.lower() not in self._countries:
                return True
        return False

    def _wording(self, phrase: Phrase) -> str:
        """The words of a phrase but those that tell nothing: « coalition (internationale) »."""
        first = phrase.start + phrase.head.length
        told = [w for w in self._words[first : phrase.end] if w.text not in self._rules.neutral]
        return " ".join(w.key for w in (*self._words[phrase.start : first], *told))

    def _slice(self, name: Candidate) -> str:
        return self._text.document.text[name.start : name.end]
