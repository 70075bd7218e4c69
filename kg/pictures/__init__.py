"""Pictures of a graph: a network, a time line and a map for reports, a network to explore.

Every function takes a graph (`kg.open`, `kg.connect`) and `kg.networks.Filters`.
"""

from kg.pictures.explorable import Explorable, explore
from kg.pictures.maps import draw_map
from kg.pictures.networks import draw_network
from kg.pictures.picture import Picture
from kg.pictures.timelines import draw_timeline

__all__ = ["Explorable", "Picture", "draw_map", "draw_network", "draw_timeline", "explore"]
