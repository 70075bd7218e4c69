"""Finding what a text refers to: names, descriptions, pronouns."""

from kg.mentions.finding import find_mentions

__all__ = ["find_mentions"]
