"""Reads a YAML declaration into a typed record; an error names file, line and cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from kg.errors import DeclarationError

Shape = TypeVar("Shape")


def read(path: Path, shape: type[Shape]) -> Shape:
    """The content of the YAML file at `path` as a `shape` (a dataclass or a typed container).

    Raises:
        DeclarationError: the file is missing, is not YAML, or does not have that shape.
    """
    try:
        text = path.read_text(encoding="utf8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except OSError as error:
        raise DeclarationError(f"{path}: {error.strerror}; restore the file") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DeclarationError(
            f"{path}:{line}: not YAML: {error.problem}; mend this line"
        ) from None
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        line = line_of(node, first["loc"])
        raise DeclarationError(
            f"{path}:{line}: {where}: {first['msg']}; correct this entry"
        ) from None


def line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int:
    """The line (from 1) of the deepest entry of `location` that the YAML tree `node` holds."""
    line = node.start_mark.line + 1 if node else 1
    for part in location:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    return line


def _child(node: Any, part: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line + 1, node.value[part]
    return None
