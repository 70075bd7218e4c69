"""Reads a YAML declaration into a typed record; an error names file, line and cure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from yaml.constructor import SafeConstructor

from kg.errors import DeclarationError

Shape = TypeVar("Shape")
Location: TypeAlias = tuple[int | str, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CURES: Mapping[str, str] = {
    "missing": "add it",
    "unexpected_keyword_argument": "unknown key: remove it or correct its spelling",
    "string_too_short": "fill it in",
    "too_short": "list at least one, or leave the key out",
    **dict.fromkeys(("list_type", "tuple_type", "frozen_set_type"), "write a list: [one, two]"),
    "dict_type": "write key: value pairs",
}


@dataclass(frozen=True, slots=True)
class Declared(Generic[Shape]):
    """A declaration with its origin; `value` is the content, `node` the YAML tree behind it."""

    path: Path
    value: Shape
    node: yaml.Node | None

    def line(self, location: Location) -> int:
        """The line (from 1) of the entry at `location`, or of the deepest one above it."""
        return line_of(self.node, location)

    def error(self, message: str, cure: str, *location: int | str) -> DeclarationError:
        """The error for the entry at `location` (keys and indexes from the top of the file)."""
        return DeclarationError(f"{self.path}:{line_of(self.node, location)}: {message}; {cure}")


def read(path: Path, shape: type[Shape]) -> Shape:
    """The content of the YAML file at `path` as a `shape` (a dataclass or a typed container).

    Raises:
        DeclarationError: the file is missing, is not YAML, or does not have that shape
            (unknown keys, repeated keys and repeated words of a list included).
    """
    return read_declared(path, shape).value


def read_declared(path: Path, shape: type[Shape]) -> Declared[Shape]:
    """Like `read`, with what is needed to name the line of a later error."""
    node = _tree(path)
    found = Declared(path, SafeConstructor().construct_document(node) if node else None, node)
    strict = TypeAdapter(list[shape], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]
    try:
        value = strict.validate_python([found.value])[0]
    except ValidationError as error:
        first = min(error.errors(), key=_is_missing)  # a misspelt key tells more
        missing = [str(each["loc"][-1]) for each in error.errors() if _is_missing(each)]
        location = first["loc"][1:]
        where = ".".join(str(part) for part in location) or "the file"
        raise found.error(*_told(first, where, missing), *location) from None
    return Declared(path, value, node)


def _is_missing(error: ErrorDetails) -> bool:
    return error["type"] == "missing"


def _told(error: ErrorDetails, where: str, missing: list[str]) -> tuple[str, str]:
    """What is wrong and the cure; a check of ours gives both, parted by a semicolon.

    An unknown key may be one of those that are `missing`, misspelt.
    """
    near = get_close_matches(str(error["loc"][-1]), missing, n=1)
    if error["type"] == "unexpected_keyword_argument" and near:
        return f"{where}: unknown key", f"is {near[0]} meant?"
    if error["type"] == "value_error":
        message, _, cure = str(error["ctx"]["error"]).partition("; ")
        return f"{where}: {message}", cure
    return f"{where}: {error['msg']}", _CURES.get(error["type"], "correct this entry")


def line_of(node: yaml.Node | None, location: Location) -> int:
    """The line (from 1) of the deepest entry of `location` that the YAML tree `node` holds."""
    line = node.start_mark.line + 1 if node else 1
    for part in location:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    return line


def _tree(path: Path) -> yaml.Node | None:
    """The YAML tree of a file, with no key given twice."""
    try:
        node = yaml.compose(path.read_text(encoding="utf8"), Loader=_LOADER)
    except OSError as error:
        raise DeclarationError(f"{path}:1: {error.strerror}; restore the file") from None
    except UnicodeDecodeError:
        raise DeclarationError(f"{path}:1: not UTF-8; save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DeclarationError(
            f"{path}:{line}: not YAML: {error.problem}; mend this line"
        ) from None
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise DeclarationError(f"{path}:1: not YAML: {reason}; mend the file") from None
    _refuse_repetitions(path, node)
    return node


def _refuse_repetitions(path: Path, node: yaml.Node | None) -> None:
    """No key twice in a mapping, no word twice in a list."""
    if isinstance(node, yaml.MappingNode):
        _refuse_repeated(path, [key for key, _ in node.value if key.value != "<<"], "declared")
        for _, value in node.value:
            _refuse_repetitions(path, value)
    elif isinstance(node, yaml.SequenceNode):
        _refuse_repeated(path, node.value, "listed")
        for value in node.value:
            _refuse_repetitions(path, value)


def _refuse_repeated(path: Path, nodes: Iterable[yaml.Node], how: str) -> None:
    seen: set[str] = set()
    for node in nodes:
        if not isinstance(node, yaml.ScalarNode):
            continue
        if node.value in seen:
            line = node.start_mark.line + 1
            raise DeclarationError(
                f"{path}:{line}: {node.value} is {how} twice; keep one of the two"
            )
        seen.add(node.value)


def _child(node: yaml.Node | None, part: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode):
        if isinstance(part, int) and part < len(node.value):
            return node.value[part].start_mark.line + 1, node.value[part]
        for item in node.value:
            if item.value == part:
                return item.start_mark.line + 1, item
    return None
