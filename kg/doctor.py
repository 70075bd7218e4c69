"""Whether what Faisceau needs is there and works: each check tries the thing itself."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

from kg.errors import FaisceauError, NotInstalled
from kg.extractor import MODELS, version

WORKS, BROKEN, NOT_SET = "works", "BROKEN", "not set"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of a check; `detail` says what is there, or what to do."""

    name: str
    state: str
    detail: str

    @property
    def sound(self) -> bool:
        """Whether nothing is broken."""
        return self.state != BROKEN


class _Unset(Exception):
    """What is checked is not in use, and need not be."""


def examine() -> Iterator[Finding]:
    """The findings of all checks, one after the other."""
    for name, check in _CHECKS.items():
        try:
            yield Finding(name, WORKS, check())
        except _Unset as told:
            yield Finding(name, NOT_SET, str(told))
        except FaisceauError as error:
            yield Finding(name, BROKEN, str(error))
        except ImportError as error:
            yield Finding(name, BROKEN, f"{error}; run: pip install --force-reinstall faisceau")


def _faisceau() -> str:
    return f"{version()}, Python {platform.python_version()}"


def _model() -> str:
    from kg.records import Document
    from kg.sentences import Parser

    Parser(language="fr").parse(Document("doctor", "Une phrase."))
    versions = [f"{name} {_version_of(name)}" for name in MODELS]
    return ", ".join([*versions, f"names: {_weights()}"])


def _weights() -> str:
    from kg.ontology.languages import folder
    from kg.sentences.choices import choices_of
    from kg.sentences.weights import origin_of

    names = choices_of("fr").names
    if not names:
        return "the model's own weights"
    origin = origin_of(folder("fr") / names)
    return f"weights {origin.sha256[:8]}, trained on {origin.articles} articles"


def _ontology() -> str:
    from kg.ontology import load

    ontology = load()
    return f"{len(ontology.classes)} classes, {len(ontology.relations)} relations"


def _rdf_store() -> str:
    from kg.stores import rdf_at

    with tempfile.TemporaryDirectory() as folder, rdf_at(Path(folder, "rdf")) as store:
        store.prepare()
        store.documents()
    return f"pyoxigraph {_version_of('pyoxigraph')} answers"


def _property_graph() -> str:
    from kg.stores import property_graph_at

    with tempfile.TemporaryDirectory() as folder, property_graph_at(Path(folder)) as store:
        store.prepare()
        store.documents()
    return f"arcadedb-embedded {_version_of('arcadedb-embedded')} answers"


def _neo4j() -> str:
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        raise _Unset("there is no NEO4J_URI; for a server of your own: kg neo4j start")
    from kg.stores import server

    user = os.environ.get("NEO4J_USER", "neo4j")
    with server(uri, user, os.environ.get("NEO4J_PASSWORD", "")) as store:
        store.documents()
    return f"{uri} answers"


def _version_of(name: str) -> str:
    try:
        return installed(name)
    except PackageNotFoundError:
        raise NotInstalled(f"{name} is not installed; run: pip install {name}") from None


_CHECKS: dict[str, Callable[[], str]] = {
    "faisceau": _faisceau,
    "language model": _model,
    "ontology": _ontology,
    "RDF store": _rdf_store,
    "property graph": _property_graph,
    "Neo4j": _neo4j,
}
