"""Any server that speaks the SPARQL 1.1 protocol, query and update."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import httpx
from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import StoreRefused, StoreUnreachable
from kg.loaders.answer import Answer
from kg.loaders.rdf import to_graph, to_statements, to_text
from kg.loaders.rdf.retractions import retractions_graph, to_retractions, to_triples
from kg.loaders.rdf.terms import document, identifier, term
from kg.loaders.sparql import notes, removal, replacement
from kg.loaders.sparql.answers import answer
from kg.loaders.sparql.checking import check
from kg.records import DocumentGraph, Retraction

_TIMEOUT = 120.0


class SparqlServer:
    """A store on a server, whose named graphs are documents; other named graphs are let be."""

    def __init__(
        self,
        query_url: str,
        *,
        update_url: str = "",
        graph_store_url: str = "",
        user: str = "",
        password: str = "",
    ) -> None:
        """The server that answers queries at `query_url`.

        It is written by SPARQL Update; without `update_url`, updates go beside a `query_url` that
        ends in `/sparql` or `/query`, to `/update`, and to any other `query_url` itself.  With
        `graph_store_url` it is written by the Graph Store protocol instead.
        """
        self._query_url = query_url
        self._update_url = update_url or update_address(query_url)
        self._graph_store_url = graph_store_url
        self._client = httpx.Client(auth=(user, password) if user else None, timeout=_TIMEOUT)

    def prepare(self) -> None:
        """Nothing to create."""

    def documents(self) -> Mapping[str, str]:
        """The digest of each stored document's graph, by document id."""
        found = self._query(
            f"SELECT ?d ?digest {{ GRAPH ?d {{ ?d a {term('Document')} ; "
            f"{term('digest')} ?digest }} }}",
            QueryResultsFormat.JSON,
        )
        try:
            solutions = parse_query_results(found, format=QueryResultsFormat.JSON)
            if isinstance(solutions, QueryBoolean):
                raise self._nonsense()
            return {identifier(row["d"]): row["digest"].value for row in solutions}
        except (SyntaxError, ValueError):
            raise self._nonsense() from None

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Store each graph in one step; one whose document is stored already replaces it.

        Raises:
            InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
            StoreUnreachable: the server does not answer.
            StoreRefused: it refuses user, password or update.
        """
        for graph in graphs:
            if self._graph_store_url:
                triples = (Triple(*statement) for statement in to_statements(graph))
                self._put(document(graph.document.id), triples)
            else:
                self._update(replacement(graph))

    def read(self) -> Iterator[DocumentGraph]:
        """Every stored graph, by document id, in the order of `kg.graph.canonical`."""
        for document_id in sorted(self.documents()):
            found = self._query(
                f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {document(document_id)} {{ ?s ?p ?o }} }}",
                RdfFormat.N_TRIPLES,
            )
            yield to_graph(parse(found, format=RdfFormat.N_TRIPLES))

    def remove(self, document_id: str) -> None:
        """Drop a document's named graph; an unknown id changes nothing."""
        if self._graph_store_url:
            self._put(document(document_id), ())
        else:
            self._update(removal(document_id))

    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {retractions_graph()} {{ ?s ?p ?o }} }}"
        found = self._query(query, RdfFormat.N_TRIPLES)
        return to_retractions(parse(found, format=RdfFormat.N_TRIPLES))

    def note(self, retractions: Iterable[Retraction]) -> None:
        """Make `retractions` all the traces that are kept; errors as in `write`."""
        if self._graph_store_url:
            self._put(retractions_graph(), to_triples(retractions))
        else:
            self._update(notes(retractions))

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL query that only reads; each document is a named graph.

        Raises:
            QueryError: it would write, or ask another server.
            StoreUnreachable: the server does not answer.
            StoreRefused: it refuses user, password or query.
        """
        check(sparql)
        return answer(self._query(sparql, QueryResultsFormat.JSON))

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _query(self, query: str, format: QueryResultsFormat | RdfFormat) -> bytes:
        return self._post(self._query_url, query, "query", accept=format.media_type)

    def _update(self, update: str) -> None:
        self._post(self._update_url, update, "update", accept="*/*")

    def _put(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Replace a named graph, or delete it where there is nothing to be in it."""
        text, where = to_text(triples, RdfFormat.N_TRIPLES), {"graph": graph.value}
        if text:
            headers = {"Content-Type": RdfFormat.N_TRIPLES.media_type}
            url, content = self._graph_store_url, text.encode()
            self._send("PUT", url, params=where, content=content, headers=headers)
        else:
            self._send("DELETE", self._graph_store_url, params=where)

    def _post(self, url: str, text: str, kind: str, *, accept: str) -> bytes:
        headers = {"Content-Type": f"application/sparql-{kind}; charset=utf-8", "Accept": accept}
        return self._send("POST", url, content=text.encode(), headers=headers)

    def _send(
        self,
        method: str,
        url: str,
        *,
        content: bytes = b"",
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
    ) -> bytes:
        try:
            response = self._client.request(
                method, url, content=content, headers=headers, params=params
            )
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise StoreUnreachable(
                f"{url}: no SPARQL server answers there ({error}); start it, or check the address"
            ) from None
        gone_already = method == "DELETE" and response.status_code == httpx.codes.NOT_FOUND
        if not (response.is_success or gone_already):
            raise _refusal(url, response)
        return response.content

    def _nonsense(self) -> StoreRefused:
        return StoreRefused(
            f"{self._query_url}: what answers there is no SPARQL server; check the address"
        )


def update_address(query_url: str) -> str:
    """Where the server that answers queries at `query_url` takes updates, as most do."""
    return re.sub(r"(?<=[^/])/(sparql|query)(?=$|\?)", "/update", query_url)


def _refusal(url: str, response: httpx.Response) -> StoreRefused:
    said = " ".join(response.text.split())[:120]
    reason = f"{response.status_code} {response.reason_phrase}{f' ({said})' if said else ''}"
    return StoreRefused(
        f"{url}: refused with {reason}; check address, user, password, and what is permitted there"
    )
