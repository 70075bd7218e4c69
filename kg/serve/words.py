"""The languages of the pages: which one a reader wants, and the words in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from starlette.requests import Request

LANGUAGES = ("fr", "en")
"""The first is spoken where no other is asked for."""


@cache
def words(language: str) -> Mapping[str, str]:
    """The words of a language, by name."""
    found: dict[str, dict[str, str]] = yaml.safe_load(
        (files(__package__) / "words.yaml").read_text(encoding="utf8")
    )
    return found[language]


def language(request: Request) -> str:
    """The language that a reader chose by `?lang=`, or that the browser prefers."""
    chosen = request.query_params.get("lang", "")
    wanted = request.headers.get("accept-language", "")
    asked = [chosen, *(part.strip()[:2].lower() for part in wanted.split(","))]
    return next((each for each in asked if each in LANGUAGES), LANGUAGES[0])
