"""The derived files: rendered, written under `generated/`, compared with what lies there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.ontology.derive import cypher, jsonld, owl, shacl
from kg.ontology.loading import load
from kg.ontology.model import Ontology

GENERATED = Path(__file__).parents[1] / "generated"
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "ttl": "faisceau.ttl",
        "shacl": "shapes.ttl",
        "jsonld": "context.jsonld",
        "cypher": "constraints.cypher",
    }
)
_RENDERERS: Mapping[str, Callable[[Ontology], str]] = MappingProxyType(
    {"ttl": owl.render, "shacl": shacl.render, "jsonld": jsonld.render, "cypher": cypher.render}
)


def derive(form: str, ontology: Ontology | None = None) -> str:
    """The text derived in one of `FORMATS`, from the shipped ontology unless another is given."""
    return _RENDERERS[form](ontology or load())


def check(folder: Path = GENERATED) -> tuple[str, ...]:
    """The names of the files in `folder` that differ from what the declaration gives now."""
    return tuple(
        name
        for form, name in FORMATS.items()
        if not (folder / name).is_file()
        or (folder / name).read_text(encoding="utf8") != derive(form)
    )


def write_generated(folder: Path = GENERATED) -> None:
    """Write every derived file into `folder`."""
    folder.mkdir(exist_ok=True)
    for form, name in FORMATS.items():
        (folder / name).write_text(derive(form), encoding="utf8", newline="\n")
