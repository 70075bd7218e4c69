"""What analysts ask of networks of actors; each answer is a table that names its claims.

Every function takes a graph (`kg.open`, `kg.connect`) and `kg.networks.Filters`.  Denied claims
count nowhere.  The measures are those of networkx, whose backends (`nx.config.backend_priority`)
are used where they are installed and configured.
"""

from kg.analysis.attacks import co_attacks
from kg.analysis.brokers import brokers
from kg.analysis.camps import balance, camp_changes, stances
from kg.analysis.casualties import casualties
from kg.analysis.centrality import central_actors, centrality_over_time
from kg.analysis.communities import communities
from kg.analysis.links import actor_network
from kg.analysis.paths import evidence_paths
from kg.analysis.slices import slices

__all__ = [
    "actor_network",
    "balance",
    "brokers",
    "camp_changes",
    "casualties",
    "central_actors",
    "centrality_over_time",
    "co_attacks",
    "communities",
    "evidence_paths",
    "slices",
    "stances",
]
