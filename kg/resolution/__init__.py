"""One actor, one node: which things of several documents are one.

What the documents extracted stays as it was; resolution says which id each thing has in the graph.
It depends on the set of documents and of decisions alone, not on their order.
"""

from kg.resolution.copies import Wording, copies, wording
from kg.resolution.doubts import Doubt
from kg.resolution.features import authority_features, features
from kg.resolution.identities import Identities, identified
from kg.resolution.known import Authority
from kg.resolution.resolving import Resolved, resolve, resolve_tellings
from kg.resolution.tellings import Telling, tellings

__all__ = [
    "Authority",
    "Doubt",
    "Identities",
    "Resolved",
    "Telling",
    "Wording",
    "authority_features",
    "copies",
    "features",
    "identified",
    "resolve",
    "resolve_tellings",
    "tellings",
    "wording",
]
