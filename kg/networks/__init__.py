"""The graph as networks of networkx, chosen by filters and folded to what an analysis needs."""

from kg.networks.building import network
from kg.networks.choosing import Filters, choose
from kg.networks.folding import directed, undirected

__all__ = ["Filters", "choose", "directed", "network", "undirected"]
