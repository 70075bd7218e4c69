"""The dates that an article gives, resolved against its own, and the date of a fact.

Spans are found by patterns of the language data; relative ones need the day of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.claims.attribution import announces
from kg.claims.calendar import Period
from kg.claims.language import fold
from kg.claims.resolution import Anchors, resolve
from kg.claims.verbs import clause_of, verb_group
from kg.claims.wordings import Wording, date_data, find_wordings
from kg.records import Analysis, Token
from kg.syntax import Tree

DATELINE = re.compile(r"[ ]*\.?[ ]*[–—-][ \n]|[ ]*\.?[ ]*\|")
BEFORE = 3  # words before a date that may say what it dates
LONGEST_DATELINE_HEAD = 40  # characters before the date: a place, an agency


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text at `start` to `end`: its ISO 8601 form and its granularity.

    `granularity` is day, week, month, year, years or interval.  A `dateline` stands at the head of
    the article and dates nothing; `clock` is true where only a time of day is given; `announcement`
    where it is the day on which something was said; `aside` where it dates something else, such as
    a birth, an update of the page or a deadline.
    """

    start: int
    end: int
    iso: str
    granularity: str
    dateline: bool = False
    clock: bool = False
    announcement: bool = False
    aside: bool = False

    @property
    def of_event(self) -> bool:
        """Whether it can be the date of what the sentence tells."""
        return not (self.dateline or self.announcement or self.aside)


def find_dates(analysis: Analysis, tree: Tree | None = None) -> tuple[Dated, ...]:
    """The dates of a document in text order.  Without a publication date, only absolute ones."""
    document = analysis.document
    anchors = Anchors(document.published)
    tree = tree or Tree(analysis)
    found: list[Dated] = []
    for wording in find_wordings(document.text):
        period = resolve(wording, anchors, ahead=_looks_ahead(tree, wording))
        if period is None:
            continue
        dateline = _is_dateline(document.text, wording)
        dated = _dated(tree, wording, period, dateline=dateline)
        if not dated.aside and not _begins_stretch(tree, wording):
            anchors = anchors.after(period, dateline=dateline)
        found.append(dated)
    return tuple(found)


def _dated(tree: Tree, wording: Wording, period: Period, *, dateline: bool) -> Dated:
    words = tree.covering(wording.start, wording.end)
    return Dated(
        wording.start,
        wording.end,
        period.iso,
        period.granularity,
        dateline=dateline,
        clock=wording.rule == "clock",
        announcement=bool(words)
        and announces(tree, _host(tree, words))
        and not _stands_after(tree, words[0], date_data().happening),
        aside=bool(words) and _stands_after(tree, words[0], date_data().asides),
    )


def _begins_stretch(tree: Tree, wording: Wording) -> bool:
    """« depuis 2014 »: the day from which something lasts."""
    words = tree.covering(wording.start, wording.end)
    return bool(words) and _stands_after(tree, words[0], date_data().stretches)


def _stands_after(tree: Tree, first: Token, listed: list[str]) -> bool:
    """Whether one of `listed` stands right before the date that begins with `first`."""
    before = tree.tokens[max(0, first.index - BEFORE) : first.index + 1]
    return any(fold(t.text) in listed for t in before)


def _is_dateline(text: str, wording: Wording) -> bool:
    line = text.rfind("\n", 0, wording.start) + 1
    head = text[line : wording.start]
    if wording.rule not in ("day_month", "numeric", "iso") or len(head) > LONGEST_DATELINE_HEAD:
        return False
    return DATELINE.match(text, wording.end) is not None and not re.search(r"[.!?] ", head)


def _looks_ahead(tree: Tree, wording: Wording) -> bool:
    """Whether the verb that a date hangs on is in the future."""
    words = tree.covering(wording.start, wording.end)
    if not words:
        return False
    verb = clause_of(tree, _host(tree, words))
    return any(t.morph.get("Tense") == "Fut" for t in verb_group(tree, verb))


def date_of(tree: Tree, predicate: Token, dates: tuple[Dated, ...]) -> Dated | None:
    """The date that the sentence of `predicate` gives for it, if any.

    A date in its own phrase comes first, then one in its clause, then one that opens the sentence;
    the date of a verb of speech above it is not its own.
    """
    sentence = tree.sentence(predicate)
    near = [d for d in dates if sentence.start <= d.start < sentence.end and not d.dateline]
    ranked = [(_distance(tree, predicate, d), d) for d in near]
    fit = [(distance, d) for distance, d in ranked if distance is not None]
    return min(fit, key=lambda pair: (pair[0], pair[1].start))[1] if fit else None


def _distance(tree: Tree, predicate: Token, dated: Dated) -> tuple[int, int] | None:
    """How far the date is: (0 own phrase, 1 clause, 2 head of the sentence; then words)."""
    words = tree.covering(dated.start, dated.end)
    if not words:
        return None
    host = _host(tree, words)
    gap = min(abs(w.index - predicate.index) for w in words)
    above = [predicate, *tree.ancestors(predicate)]
    within = predicate in tree.ancestors(words[0])
    if host is predicate or (within and _same_clause(tree, host, predicate)):
        return (0, gap)
    clause = clause_of(tree, predicate)
    if _is_aside(tree, predicate, clause):
        return None
    if clause_of(tree, host) is clause:
        return (1, gap)
    first = tree.sentence(predicate).tokens[0]
    if words[0].index - first.index <= 1 and clause_of(tree, host) in above:
        return (2, gap)
    return None


def _is_aside(tree: Tree, predicate: Token, clause: Token) -> bool:
    """Whether `predicate` stands in an apposition, which the date of the clause does not touch."""
    for token in [predicate, *tree.ancestors(predicate)]:
        if token is clause:
            return False
        if token.dep == "appos":
            return True
    return False


def _same_clause(tree: Tree, token: Token, predicate: Token) -> bool:
    clause = clause_of(tree, token)
    return clause is clause_of(tree, predicate) or clause is predicate


def _host(tree: Tree, words: list[Token]) -> Token:
    """What the words of a date hang on."""
    inside = {w.index for w in words}
    for word in words:
        if word.head not in inside:
            return tree.head(word)
    return words[0]
