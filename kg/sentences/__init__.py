"""Parsing: the only place that knows spaCy."""

from kg.sentences.parser import Parser

__all__ = ["Parser"]
