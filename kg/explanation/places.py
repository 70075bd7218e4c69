"""Where in the language data a rule or a name is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.explanation.steps import Place
from kg.ontology.declaration import read_declared
from kg.ontology.languages import ROOT, folder
from kg.records import Token

EVENT, EVENTS = "event", "claims/events.yaml"
Found = tuple[int, tuple[int | str, ...]]


def place_of_rule(rule: str, word: Token, language: str) -> Place | None:
    """The entry that `rule` reads, or for rules that are not frames the one that has `word`."""
    relation, _, rest = rule.partition(".")
    frames = folder(language) / "frames" / f"{relation}.yaml"
    if frames.exists():
        declared = read_declared(frames, list[Any])
        for index, frame in enumerate(declared.value):
            if frame["name"] == rest:
                return Place(_shown(frames), declared.line((index,)), rest)
    if EVENT in (relation, rest.partition(".")[0]):
        events, kind = folder(language) / EVENTS, rest.rpartition(".")[2]
        return _entry(events, word, kind) or _first(events, kind)
    for path in sorted((folder(language) / "claims").glob("*.yaml")):
        if path.name != Path(EVENTS).name and relation in _scalars(path):
            return _entry(path, word, "") or _first(path, relation)
    return None


def _first(path: Path, text: str) -> Place | None:
    found = _scalars(path).get(text)
    return Place(_shown(path), found[0][0]) if found else None


@cache
def place_of_name(name: str, language: str) -> Place | None:
    """Where the lexicons give `name`; countries and cities come from lists without lines."""
    for path in sorted((folder(language) / "names").glob("*.yaml")):
        if found := _scalars(path).get(name):
            return Place(_shown(path), found[0][0], name)
    return None


def _entry(path: Path, word: Token, kind: str) -> Place | None:
    """The first entry with `word`, of `kind` if one is."""
    scalars = _scalars(path)
    found = [f for form in (word.text.lower(), word.lemma.lower()) for f in scalars.get(form, ())]
    if not found:
        return None
    kinds = {where[:-1] for _, where in scalars.get(kind, ())}
    fitting = [f for f in found if f[1][:2] in kinds]
    line, where = (fitting or found)[0]
    return Place(_shown(path), line, ".".join(map(str, where[:2])))


@cache
def _scalars(path: Path) -> dict[str, list[Found]]:
    """Every word of a file, keys included, with its lines and the keys and indexes above it."""
    found: dict[str, list[Found]] = {}
    for text, line, where in _walk(read_declared(path, Any).node, ()):
        found.setdefault(text, []).append((line, where))
    return found


def _walk(
    node: yaml.Node | None, where: tuple[int | str, ...]
) -> Iterator[tuple[str, int, tuple[int | str, ...]]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value, node.start_mark.line + 1, where
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(value, (*where, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key.start_mark.line + 1, (*where, key.value)
            yield from _walk(value, (*where, key.value))


def _shown(path: Path) -> str:
    """The path as it stands in the project, wherever the package is installed."""
    return f"ontology/{path.relative_to(ROOT.parent).as_posix()}"
