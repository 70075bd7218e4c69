"""One entity a thing: names, acronyms, short names, descriptions and pronouns."""

from kg.entities.resolving import resolve

__all__ = ["resolve"]
