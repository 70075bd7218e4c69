"""The titles by which persons are introduced, and may be called later."""

from __future__ import annotations

from kg.entities.clusters import Cluster
from kg.entities.discourse import Discourse
from kg.entities.language import small
from kg.records import Mention, Token

REACH = 14
DOER = "suspect"
VERBAL = ("VERB", "AUX", "PRON")
PERSON, COUNTRY = "Person", "Country"


class Titles:
    """Who was introduced with which title."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._tokens = discourse.tree.tokens
        self._told: list[tuple[int, str, Cluster]] = []
        self._titles = discourse.words.titles | discourse.words.doers
        self._countries: dict[int, set[int]] = {}

    def note(self, mention: Mention, cluster: Cluster) -> None:
        """Keep the titles that stand before or after a person's name."""
        if cluster.type == PERSON:
            for title in {*self._before(mention), *self._after(mention)}:
                self._told.append((mention.start, self._plain(title), cluster))
                self._countries.setdefault(id(cluster), set()).update(self._countries_by(mention))
            if gender := self._told_gender(mention):
                self._discourse.genders.setdefault(id(cluster), gender)

    def last_with(self, title: str, before: int, country: Cluster | None) -> Cluster | None:
        """The person last introduced with `title` before an offset, if it was one only.

        Where a country is told (« le président turc »), someone who was introduced with it.
        """
        title = self._plain(title)
        known = [entry for entry in self._told if entry[0] < before and entry[1] == title]
        if country is not None:
            known = [entry for entry in known if id(country) in self._countries[id(entry[2])]]
        owners = {id(cluster) for _, _, cluster in known}
        return max(known, key=lambda entry: entry[0])[2] if len(owners) == 1 else None

    def _countries_by(self, mention: Mention) -> set[int]:
        """The countries told right before or after a name: « le premier ministre belge X »."""
        covered = self._discourse.tokens_of(mention)
        first, last = covered[0].index, covered[-1].index
        near = (*self._tokens[max(0, first - 4) : first], *self._tokens[last + 1 : last + 6])
        found = (self._discourse.at(t) for t in near if self._same_sentence(t, covered[0]))
        return {id(cluster) for cluster in found if cluster and cluster.type == COUNTRY}

    def _plain(self, title: str) -> str:
        """One word for all that the one who did it is called: « le tireur », « le suspect »."""
        return DOER if title in self._discourse.words.doers else title

    def _told_gender(self, mention: Mention) -> str:
        """By a civility or title right before the name: « Mme X », « la ministre X »."""
        first = self._first(mention)
        before = self._tokens[max(0, first.index - 2) : first.index]
        words = self._discourse.words
        for token in reversed(before):
            if gender := words.civilities.get(small(token.text), ""):
                return gender
            if small(token.text) in words.titles:
                article = self._tokens[max(0, token.index - 1)]
                return article.morph.get("Gender", "") if article.pos == "DET" else ""
        return ""

    def _before(self, mention: Mention) -> list[str]:
        """« le premier ministre belge Charles Michel », « le chef de l'ONU, X »."""
        first = self._first(mention)
        found = []
        for token in reversed(self._tokens[max(0, first.index - REACH) : first.index]):
            named = small(token.text) in self._discourse.words.introducing
            if not self._same_sentence(token, first) or (token.pos in VERBAL and not named):
                break
            if token.text in (";", ":", ".", "»"):
                break
            if small(token.text) in self._titles:
                found.append(small(token.text))
                break
            if token.pos == "CCONJ":
                break
        return found

    def _after(self, mention: Mention) -> list[str]:
        """« Charles Michel, premier ministre belge », « Rita Katz, directrice de… »."""
        last = self._discourse.tokens_of(mention)[-1]
        following = self._tokens[last.index + 1 : last.index + 5]
        if not following or following[0].text not in (",", "("):
            return []
        return [small(t.text) for t in following[1:] if small(t.text) in self._titles]

    def _first(self, mention: Mention) -> Token:
        return self._discourse.tokens_of(mention)[0]

    def _same_sentence(self, one: Token, other: Token) -> bool:
        tree = self._discourse.tree
        return tree.sentence(one) is tree.sentence(other)
