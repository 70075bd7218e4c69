"""The ontology as records: classes, relations, certainty levels, read from `schema/*.yaml`."""

from __future__ import annotations
