"""A Neo4j server as on its first day."""

from __future__ import annotations

import neo4j

from kg.loaders.servers.neo4j import RunningServer


def empty(server: RunningServer) -> None:
    """Delete all that it holds, constraints and indexes too."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for kind, condition in (("CONSTRAINT", ""), ("INDEX", "WHERE type <> 'LOOKUP'")):
            found = driver.execute_query(f"SHOW {kind} YIELD * {condition} RETURN name").records
            for record in found:
                driver.execute_query(f"DROP {kind} `{record['name']}`")
