"""The formats of extracted graphs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from kg.cli.output import table
from kg.jsonlines import json_line
from kg.records import DocumentGraph, Value
from kg.serialisation import to_json

Render = Callable[[Iterable[DocumentGraph]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """`ending` is that of its files; `render` gives the text of graphs, piece by piece."""

    ending: str
    render: Render


def _json(graphs: Iterable[DocumentGraph]) -> Iterator[str]:
    """One object for one graph, an array for several."""
    objects = (json.dumps(to_json(graph), ensure_ascii=False, indent=1) for graph in graphs)
    first, second = next(objects, None), next(objects, None)
    if first is None:
        return
    yield first if second is None else f"[\n{first}"
    if second is not None:
        yield from (f",\n{each}" for each in chain([second], objects))
        yield "\n]"
    yield "\n"


def _jsonl(graphs: Iterable[DocumentGraph]) -> Iterator[str]:
    for graph in graphs:
        yield json_line(to_json(graph))


def _table(graphs: Iterable[DocumentGraph]) -> Iterator[str]:
    columns = ("subject", "relation", "object", "certainty", "said by", "time", "evidence")
    for graph in graphs:
        names = {entity.id: entity.name for entity in graph.entities}
        yield table(columns, _rows(graph, names), title=graph.document.title or graph.document.id)


def _rows(graph: DocumentGraph, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for claim in graph.claims:
        speaker = claim.attributed_to
        yield (
            names.get(claim.subject, claim.subject),
            claim.relation,
            _end(claim.object, names),
            claim.certainty,
            "" if speaker is None else _end(speaker, names),
            claim.time,
            claim.evidence.quote,
        )


def _end(end: str | Value, names: Mapping[str, str]) -> str:
    return end.text if isinstance(end, Value) else names.get(end, end)


def _rdf(name: str) -> Render:
    def render(graphs: Iterable[DocumentGraph]) -> Iterator[str]:
        from kg.loaders.rdf import serialise

        yield serialise(graphs, name)

    return render


FORMATS: dict[str, Format] = {
    "json": Format(".json", _json),
    "jsonl": Format(".jsonl", _jsonl),
    "table": Format(".txt", _table),
    "turtle": Format(".ttl", _rdf("turtle")),
    "trig": Format(".trig", _rdf("trig")),
    "jsonld": Format(".jsonld", _rdf("jsonld")),
}
