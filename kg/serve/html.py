"""Things and terms as pages of HTML that need no script; what comes from articles is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kg.ontology import load
from kg.serve.words import language, words


@dataclass(frozen=True, slots=True)
class Node:
    """A thing or a value, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its sentence in three parts, of which the second is the quote."""

    iri: str
    subject: Node
    relation: str
    object: Node
    certainty: str
    sentence: tuple[str, str, str]
    speaker: Node | None
    time: str
    document: Node

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Claim:
        """The claim of a row of the query for claims."""
        before, quote, after = row["sentence"].partition(row["quote"])
        return cls(
            row["claim"],
            _node(row, "subject", "subject_name"),
            row["relation"],
            _node(row, "object", "object_name"),
            row["certainty"],
            (before, quote, after),
            _node(row, "speaker", "speaker_name") if "speaker" in row else None,
            row.get("time", ""),
            _node(row, "document", "title"),
        )


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing: what is said of it (property, value, the value's label), and a page of claims."""

    iri: str
    properties: Sequence[tuple[str, str, str]]
    claims: Sequence[Claim]
    number: int
    more: bool

    @property
    def label(self) -> str:
        """What the thing is called."""
        found = {property: value for property, value, _ in self.properties}
        ontology = load()
        names = (ontology.expand(name) for name in ("rdfs:label", "dcterms:title"))
        return next((found[name] for name in names if name in found), load().id_of(self.iri))


def page(request: Request, resource: Resource) -> HTMLResponse:
    """The page of a thing."""
    return _rendered(request, "resource.html", resource=resource)


def ontology_page(request: Request) -> HTMLResponse:
    """The page of all terms of the ontology."""
    return _rendered(request, "ontology.html", ontology=load())


def _rendered(request: Request, name: str, **values: object) -> HTMLResponse:
    chosen = language(request)
    root = request.url_for("root").path

    def link(iri: str) -> str:
        """Where a thing is found here; "" for what is no thing of ours and no web address."""
        if iri.startswith(load().base):
            return root + iri.removeprefix(load().base)
        return iri if iri.startswith(("https://", "http://")) else ""

    def named(iri: str) -> str:
        """What a term of the ontology is called, or the end of its IRI."""
        return _labels(chosen).get(iri) or iri.rpartition("#")[2].rpartition("/")[2]

    template = _environment().get_template(name)
    html = template.render(
        root=root, words=words(chosen), language=chosen, link=link, named=named, **values
    )
    return HTMLResponse(html, headers={"Vary": "Accept, Accept-Language"})


def _node(row: Mapping[str, str], name: str, label: str) -> Node:
    return Node(row[name], row.get(label) or row[name])


@cache
def _labels(chosen: str) -> Mapping[str, str]:
    """What the terms of the ontology are called, by IRI."""
    ontology = load()
    parts = (ontology.classes, ontology.relations, ontology.certainties, ontology.structure)
    return {
        ontology.term_iri(term.name): term.labels[chosen]
        for part in parts
        for term in part.values()
    }


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("kg.serve"), autoescape=True, undefined=StrictUndefined)
