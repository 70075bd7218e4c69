"""What the documents say of one thing, as Markdown in French, every sentence with its source."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.exports.source import Source
from kg.ontology import load
from kg.records import Claim, Document

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|$])")
_OPENING = re.compile(r"^([#+=-]|\d+(?=[.)]))")
"""What makes a heading, a list or a rule at the start of a line."""


def report(source: Source, about: str) -> str:
    """The report on the thing of that id or name: facts by relation, then the documents.

    Raises:
        InputError: nothing is called so, or several things are.
    """
    thing = source.find(about)
    claims = [c for c in source.graph.claims if thing.id in (c.subject, c.object)]
    numbers = {document.id: n for n, document in enumerate(_documents(source, claims), start=1)}
    kind = load().classes[thing.type].labels["fr"]
    lines = [f"# {_text(thing.name)}", "", f"{kind}, {len(claims)} affirmations", ""]
    if thing.aliases:
        lines += [f"Aussi appelé : {', '.join(map(_text, thing.aliases))}", ""]
    for relation, told in _by_relation(source, claims).items():
        lines += [f"## {load().relations[relation].labels['fr']}", ""]
        for claim in told:
            lines += _claim(source, claim, numbers)
        lines.append("")
    lines += ["## Sources", ""]
    lines += [f"{numbers[each.id]}. {_source(each)}" for each in _documents(source, claims)]
    return "\n".join(lines) + "\n"


def _documents(source: Source, claims: list[Claim]) -> list[Document]:
    found = {claim.evidence.document for claim in claims}
    documents = [source.documents[each] for each in found]
    return sorted(documents, key=lambda each: (str(each.published or ""), each.id))


def _by_relation(source: Source, claims: list[Claim]) -> dict[str, list[Claim]]:
    """In the order of the ontology; in each the surest first, then the oldest."""
    found: dict[str, list[Claim]] = defaultdict(list)
    ranks = load().certainties
    for claim in sorted(claims, key=lambda c: (ranks[c.certainty].rank, source.published(c), c.id)):
        found[claim.relation].append(claim)
    return {name: found[name] for name in load().relations if name in found}


def _claim(source: Source, claim: Claim, numbers: dict[str, int]) -> list[str]:
    certainty = load().certainties[claim.certainty].labels["fr"]
    speaker = f", selon {_text(source.name(claim.attributed_to))}" if claim.attributed_to else ""
    when = f", {_text(claim.time)}" if claim.time else ""
    fact = f"{_text(source.name(claim.subject))} → {_text(source.name(claim.object))}"
    number = numbers[claim.evidence.document]
    sentence = _text(" ".join(claim.evidence.sentence.split()))
    return [f"- **{fact}** ({certainty}{speaker}{when}) [{number}]", f"  > {sentence}"]


def _source(document: Document) -> str:
    title = _text(document.title or document.id)
    day = f", {document.published}" if document.published else ""
    address = document.url if re.fullmatch(r"https?://[^\s<>]+", document.url) else ""
    return f"{title}{day}{f', <{address}>' if address else ''}"


def _text(words: str) -> str:
    """Words of an article, that Markdown takes as they are."""
    return _OPENING.sub(_escaped, _SPECIAL.sub(r"\\\1", words))


def _escaped(found: re.Match[str]) -> str:
    """A number keeps its digits: the mark behind it is escaped."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
