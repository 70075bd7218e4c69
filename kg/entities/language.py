"""What the language folder declares about reference: `coreference.yaml`."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.ontology.terms import ClassName


@dataclass(frozen=True, slots=True)
class GroupKind:
    """A kind of armed groups: what calls them so, and which known ones are of it."""

    nouns: frozenset[str]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class CoreferenceWords:
    """The content of `coreference.yaml`; its top says what each key means."""

    refers_to: dict[ClassName, tuple[ClassName, ...]]
    kinds: dict[str, GroupKind]
    by_noun: frozenset[str]
    same_nouns: tuple[frozenset[str], ...]
    demonstratives: frozenset[str]
    vague: frozenset[str]
    titles: frozenset[str]
    doers: frozenset[str]
    introducing: frozenset[str]
    linking: frozenset[str]
    borders: frozenset[str]
    passing: frozenset[str]
    through: frozenset[str]
    civilities: dict[str, str]
    human: frozenset[str]
    human_verbs: frozenset[str]
    impersonal: frozenset[str]
    speech: frozenset[str]
    relatives: frozenset[str]
    places: frozenset[str]
    latter: frozenset[str]
    inverted: frozenset[str]
    plural: frozenset[str]
    singular_feminine: frozenset[str]
    singular_masculine: frozenset[str]
    plural_masculine: frozenset[str]
    plural_feminine: frozenset[str]
    owners: frozenset[str]

    def groups_called(self, words: Set[str]) -> frozenset[str]:
        """The known groups of the kinds that `words` call so; none where no word tells a kind."""
        told = (kind.groups for kind in self.kinds.values() if kind.nouns & words)
        return frozenset[str]().union(*told)

    def gender(self, word: str) -> str:
        """The gender that a pronoun tells: Fem, Masc or ""."""
        if word in self.singular_feminine or word in self.plural_feminine:
            return "Fem"
        return "Masc" if word in self.singular_masculine | self.plural_masculine else ""


@cache
def coreference_words(language: str) -> CoreferenceWords:
    """The words of a language.

    Raises:
        DeclarationError: its `coreference.yaml` is broken.
    """
    return read(folder(language) / "names" / "coreference.yaml", CoreferenceWords)


def small(text: str) -> str:
    """`text` as the data writes it: small letters, straight apostrophes."""
    return text.lower().replace("’", "'")
