"""The two query languages: how each is given parameters, and what its rows hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from pyoxigraph import Literal, NamedNode

from kg.loaders.answer import Answer
from kg.loaders.rdf import prefixes
from kg.ontology import load
from kg.questions.catalogue import Language, Parameter

Row = dict[str, Any]


class CypherStore(Protocol):
    """What answers Cypher."""

    def query(self, query: str, parameters: Mapping[str, Any] | None = None) -> Answer:
        """The answer to a query that only reads."""


class SparqlStore(Protocol):
    """What answers SPARQL."""

    def query(self, sparql: str) -> Answer:
        """The answer to a query that only reads."""


class CypherEngine:
    """Questions in Cypher, of a property graph."""

    language: Language = "cypher"

    def __init__(self, store: CypherStore) -> None:
        self._store = store

    def rows(self, text: str, given: Mapping[Parameter, str]) -> list[Row]:
        """The rows of a query; things and documents as their ids, or as their names."""
        parameters = {each.name: value for each, value in given.items()}
        return self._store.query(text, parameters).dictionaries()

    def shown(self, text: str, given: Mapping[Parameter, str]) -> str:
        """The query to copy, behind the values that it is to be given."""
        values = [f"// ${each.name} = {value!r}\n" for each, value in given.items()]
        return "".join((*values, text))

    def names(self) -> dict[str, set[str]]:
        """All that each thing is called, by id; former ids among it."""
        rows = self._store.query(
            "MATCH (e:Entity) RETURN e.id, e.name, e.aliases, e.formerly", {}
        ).rows
        return {id: {name, *(aliases or ()), *(old or ())} for id, name, aliases, old in rows}


class SparqlEngine:
    """Questions in SPARQL, of an RDF store whose named graphs are documents."""

    language: Language = "sparql"

    def __init__(self, store: SparqlStore) -> None:
        self._store = store

    def rows(self, text: str, given: Mapping[Parameter, str]) -> list[Row]:
        """The rows of a query; things and documents as their ids, or as their names."""
        rows = self._store.query(self.shown(text, given)).dictionaries()
        things = {
            cell
            for row in rows
            for name, cell in row.items()
            if _is_thing(cell) and not name.endswith("_id")
        }
        names = self._preferred(things)
        return [{name: _told(name, cell, names) for name, cell in row.items()} for row in rows]

    def shown(self, text: str, given: Mapping[Parameter, str]) -> str:
        """The query with its values, to copy: each stands in the VALUES line of its name."""
        for each, value in given.items():
            place = re.search(rf"VALUES \?{each.name} \{{(.*)\}}", text)
            if place:  # a step alone may need it
                text = f"{text[: place.start(1)]} {_term(each, value)} {text[place.end(1) :]}"
        return text

    def names(self) -> dict[str, set[str]]:
        """All that each thing is called, by id; former ids among it."""
        found: dict[str, set[str]] = defaultdict(set)
        for node, name in self._store.query(f"{_HEAD}{_NAMES}").rows:
            if _is_thing(node):
                found[load().id_of(node)].add(load().id_of(name) if _is_thing(name) else name)
        return found

    def _preferred(self, things: Iterable[str]) -> dict[str, str]:
        """The name that most documents use (then the longest, then the first), by IRI."""
        nodes = " ".join(str(NamedNode(thing)) for thing in sorted(things))
        rows = self._store.query(f"{_HEAD}{_PREFERRED % nodes}").rows if nodes else ()
        told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for node, name, documents in rows:
            told[node].append((-documents, -len(name), name))
        return {node: min(names)[2] for node, names in told.items()}


_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items())
_NAMES = """
SELECT DISTINCT ?e ?name {
  { GRAPH ?g { ?e rdfs:label | skos:altLabel ?name } }
  UNION { GRAPH ?g { ?name fa:replacedBy ?e } }
}"""
_PREFERRED = """
SELECT ?e ?name (COUNT(DISTINCT ?g) AS ?documents) {
  VALUES ?e { %s }
  GRAPH ?g { ?e rdfs:label ?name }
} GROUP BY ?e ?name"""


def _is_thing(cell: object) -> bool:
    return isinstance(cell, str) and cell.startswith(load().entity_iri(""))


def _told(column: str, cell: object, names: Mapping[str, str]) -> object:
    """An IRI of ours as the id, the name or the term that it stands for; all else as it is."""
    if not isinstance(cell, str):
        return cell
    if _is_thing(cell):
        identifier = load().id_of(cell)
        return identifier if column.endswith("_id") else names.get(cell, identifier)
    if cell.startswith((load().document_iri(""), load().claim_iri(""))):
        return load().id_of(cell)
    return cell.removeprefix(_TERMS)


_TERMS = prefixes()["fa"]


def _term(parameter: Parameter, value: str) -> str:
    """The RDF term of a value, escaped as such."""
    match parameter.kind:
        case "thing":
            return str(NamedNode(load().entity_iri(value)))
        case "document":
            return str(NamedNode(load().document_iri(value)))
        case _:
            return str(Literal(value))
