"""The things of a graph folder, found by what a user calls them."""

from __future__ import annotations

from collections import defaultdict

from kg.errors import InputError
from kg.folder import GraphFolder
from kg.identity import fold

SHOWN = 5
"""How many of several candidates an error names."""


def find(folder: GraphFolder, told: str) -> str:
    """The key of the thing that `told` means, as decisions write it.

    `told` is an id of the graph, a former one, the id of a document's own (`id@document`), or a
    name that one thing alone has.

    Raises:
        InputError: nothing is called so, or several things are.
    """
    claims = folder.identified
    identities = claims.identities
    keys: dict[str, str] = {}
    named: dict[str, set[str]] = defaultdict(set)
    for graph in folder.claims.graphs():
        for entity in graph.entities:
            own = f"{entity.id}@{graph.document.id}"
            key = own if own in identities.ids else entity.id
            current = identities.of(entity.id, graph.document.id)
            keys.setdefault(own, own)
            keys.setdefault(current, key)
            if entity.id in identities.gone:
                keys.setdefault(entity.id, key)
            for name in (identities.names.get(current, ""), entity.name, *entity.aliases):
                named[fold(name)].add(current)
    if told in keys:
        return keys[told]
    found = sorted(named.get(fold(told), ()))
    if len(found) == 1:
        return keys[found[0]]
    if found:
        several = ", ".join(found[:SHOWN])
        raise InputError(f"{told}: may be {several}; give the id of one")
    raise InputError(f"{told}: nothing in {folder.path} is called so; list ids with kg cypher")
