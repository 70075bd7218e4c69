"""Events in the layout of ACLED: the answer to the prepared question, as CSV."""

from __future__ import annotations

from kg.exports.csvs import rows
from kg.folder import GraphFolder
from kg.questions import SparqlEngine, ask, question
from kg.stores import rdf_store


def acled(folder: GraphFolder) -> str:
    """One row an event, as `kg ask acled` gives it."""
    with rdf_store(folder) as store:
        answer = ask(question("acled"), SparqlEngine(store), {})
    return rows(answer.columns, answer.rows)
