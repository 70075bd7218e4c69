"""The invented war, with names and sentences that would do harm where they are not guarded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from serving import make_folder
from war import DOCUMENTS, FRONT

from kg.exports.source import Source
from kg.folder import GraphFolder
from kg.graph import merge

HOSTILE = '=HYPERLINK("x")<b>`*[a](b)\x01\u202e'


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of it."""
    first, *others = DOCUMENTS
    entities = tuple(
        replace(each, aliases=(*each.aliases, HOSTILE)) if each.id == FRONT.id else each
        for each in first.entities
    )
    return make_folder(
        tmp_path_factory.mktemp("exported") / "graph", [replace(first, entities=entities), *others]
    )


@pytest.fixture(scope="session")
def source(folder: Path) -> Source:
    """What is exported of it."""
    with GraphFolder.open(folder) as graph:
        return Source(merge(graph.identified.graphs()))
