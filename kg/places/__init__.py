"""Where the places of an article lie on Earth."""

from kg.places.locating import locate

__all__ = ["locate"]
