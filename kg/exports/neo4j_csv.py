"""The files that `neo4j-admin database import full` takes: nodes and relationships."""

from __future__ import annotations

from kg.exports.csvs import rows
from kg.exports.source import Source
from kg.ontology import load
from kg.records import Value

NODES = ("id:ID", "name", "aliases:string[]", "type", ":LABEL")
RELATIONSHIPS = (
    *(":START_ID", ":END_ID", ":TYPE", "claim", "certainty", "time", "sentence", "document"),
    *("published", "url"),
)


def neo4j_csv(source: Source) -> dict[str, str]:
    """The files by name: a node a thing, a relationship a claim between two.

    https://neo4j.com/docs/operations-manual/current/import/
    """
    ontology = load()
    nodes = [
        (
            each.id,
            each.name,
            ";".join(alias.replace(";", ",") for alias in each.aliases),
            each.type,
            ";".join(ontology.ancestors(each.type)),
        )
        for each in source.graph.entities
    ]
    between = [claim for claim in source.graph.claims if not isinstance(claim.object, Value)]
    relationships = [
        (
            claim.subject,
            str(claim.object),
            ontology.relationship_type(claim.relation),
            claim.id,
            claim.certainty,
            claim.time,
            claim.evidence.sentence,
            claim.evidence.document,
            source.published(claim),
            source.documents[claim.evidence.document].url,
        )
        for claim in between
    ]
    return {
        "nodes.csv": rows(NODES, nodes),
        "relationships.csv": rows(RELATIONSHIPS, relationships),
    }
