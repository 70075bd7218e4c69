"""A graph in the formats of other programs, each a module of its own."""

from kg.exports.writing import FORMATS, export

__all__ = ["FORMATS", "export"]
