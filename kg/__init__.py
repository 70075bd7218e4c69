"""Faisceau: a knowledge graph of armed conflict from French news, every claim with its source."""
