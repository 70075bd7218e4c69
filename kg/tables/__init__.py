"""The graph as tables: claims, things, events."""

from kg.tables.of_graph import Tables
from kg.tables.table import Row, Table

__all__ = ["Row", "Table", "Tables"]
