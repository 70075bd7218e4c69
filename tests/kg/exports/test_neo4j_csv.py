"""The files for Neo4j, taken over by its own import tool into a real server."""

from __future__ import annotations

import os
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from kg.exports.neo4j_csv import neo4j_csv
from kg.exports.source import Source
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers import neo4j
from kg.records import Value

pytestmark = pytest.mark.neo4j


def _import(server: Path, files: Path) -> None:
    """The command of docs/exports.md, with the server stopped."""
    installation = neo4j.fetch()
    command = [
        *(str(installation.java), "--add-opens=java.base/java.nio=ALL-UNNAMED"),
        *("-cp", os.pathsep.join(map(str, installation.jars))),
        *("org.neo4j.cli.AdminTool", "database", "import", "full", neo4j.DATABASE),
        *(f"--nodes={files / 'nodes.csv'}", f"--relationships={files / 'relationships.csv'}"),
        *("--multiline-fields=true", "--overwrite-destination"),
    ]
    home = {"NEO4J_HOME": str(server), "NEO4J_CONF": str(server / "conf")}
    done = subprocess.run(  # noqa: S603 - the packaged Java
        command, env={**os.environ, **home}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_import_tool_takes_them(source: Source, tmp_path: Path) -> None:
    """As many nodes and relationships as things and claims, names and labels as they were."""
    files, server = tmp_path / "import", tmp_path / "server"
    files.mkdir()
    for name, text in neo4j_csv(source).items():
        (files / name).write_text(text, encoding="utf8", newline="")
    neo4j.start(server)
    neo4j.stop(server)
    _import(server, files)
    with neo4j.running(server) as running, closing(PropertyGraph.connect(running.address)) as store:
        names = store.query("MATCH (n:Actor) RETURN n.name").rows
        claims = store.query("MATCH ()-[r]->() RETURN r.claim, r.sentence").rows
    actors = {e.name for e in source.graph.entities if e.type in ("ArmedGroup", "Person")}
    assert actors <= {name for (name,) in names}
    between = {
        c.id: c.evidence.sentence for c in source.graph.claims if not isinstance(c.object, Value)
    }
    assert dict(claims) == between
