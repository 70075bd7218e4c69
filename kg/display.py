"""What a notebook shows of things, claims, graphs and tables: HTML, with every text escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kg.ontology import load

if TYPE_CHECKING:
    from kg.records import Claim, Entity, Graph, Value

SHOWN = 20
"""Rows of a table that are shown; the rest is counted."""
FAMILIES = ("person", "organisation", "group", "country", "place", "event")
_ONE = Markup("<div><p><strong>{}</strong> <small>{}</small></p>{}</div>")
_FACT = Markup("<p>{} <em>{}</em> {} <small>({})</small></p><blockquote>{}</blockquote>")


def entity_html(entity: Entity) -> str:
    """A thing with its class, its other names and where it is known."""
    also = _line("aussi : ", ", ".join(entity.aliases))
    known = _line("Wikidata : ", entity.known.wikidata if entity.known else "")
    where = entity.location
    place = _line("GeoNames : ", f"{where.geonames} ({where.precision})" if where else "")
    kind = load().classes[entity.type].labels["fr"]
    return str(_ONE.format(entity.name, f"{kind}, {entity.id}", also + known + place))


def claim_html(claim: Claim) -> str:
    """A claim with its certainty, its speaker and its sentence, in which the quote is marked."""
    ontology, evidence = load(), claim.evidence
    told = [ontology.certainties[claim.certainty].labels["fr"], claim.time]
    if claim.attributed_to:
        told.insert(1, f"selon {_words(claim.attributed_to)}")
    fact = _FACT.format(
        claim.subject,
        ontology.relations[claim.relation].labels["fr"],
        _words(claim.object),
        ", ".join(filter(None, told)),
        _marked(evidence.sentence, evidence.quote),
    )
    return str(_ONE.format("", f"{claim.id}, {evidence.document}", fact))


def graph_html(graph: Graph) -> str:
    """How much a graph holds, by kind of thing and by certainty."""
    counts = Counter(load().family(entity.type) for entity in graph.entities)
    sure = Counter(claim.certainty for claim in graph.claims)
    documents = f"{len(graph.documents)} documents, {len(graph.claims)} affirmations"
    rows = [(load().classes[_class(name)].labels["fr"], counts[name]) for name in FAMILIES]
    rows += [(each.labels["fr"], sure[each.name]) for each in load().certainties.values()]
    return str(_ONE.format("Faisceau", documents, _table(("", "nombre"), rows)))


def table_html(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table, of which the first rows are shown."""
    return str(_table(columns, rows))


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Markup:
    head = Markup("").join(Markup("<th>{}</th>").format(name) for name in columns)
    body = Markup("").join(_row(row) for row in rows[:SHOWN])
    more = _line("", f"et {len(rows) - SHOWN} lignes de plus" if len(rows) > SHOWN else "")
    made = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}")
    return made.format(head, body, more)


def _class(family: str) -> str:
    """The class that declares a family."""
    return next(each.name for each in load().classes.values() if each.family == family)


def _row(cells: Iterable[object]) -> Markup:
    made = Markup("").join(Markup("<td>{}</td>").format(_cell(cell)) for cell in cells)
    return Markup("<tr>{}</tr>").format(made)


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return ", ".join(map(str, cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _line(label: str, words: str) -> Markup:
    return Markup("<p>{}{}</p>").format(label, words) if words else Markup("")


def _words(end: str | Value) -> str:
    return end if isinstance(end, str) else end.text


def _marked(sentence: str, quote: str) -> Markup:
    before, found, after = sentence.partition(quote)
    if not found:
        return escape(sentence)
    return Markup("{}<mark>{}</mark>{}").format(before, quote, after)
