"""The pages made from what stands elsewhere: notebooks, technical pages, ontology, commands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kg.cli.group import commands
from kg.ontology import load

ROOT = Path(__file__).parent.parent.parent
_OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./|compose\.yaml)[^)]*\)")
"""A link to a file of the repository that is no page of the site."""


def write(site: Path) -> None:
    """Write them into the source of the site."""
    _replace(
        site / "carnets", {p.name: p.read_text("utf8") for p in _files("notebooks", "*.ipynb")}
    )
    technical = {p.name: _OUTSIDE.sub(r"\1", p.read_text("utf8")) for p in _files("docs", "*.md")}
    names = "\n".join(name.removesuffix(".md") for name in technical)
    technical["index.md"] = f"# Pages techniques (en anglais)\n\n```{{toctree}}\n{names}\n```\n"
    _replace(site / "reference" / "technique", technical)
    shutil.copy(ROOT / "docs" / "architecture.svg", site / "reference" / "technique")
    _replace(
        site / "reference" / "genere",
        {"ontologie.md": "\n".join(_ontology()), "commandes.md": "\n".join(_commands())},
    )


def _files(folder: str, pattern: str) -> Iterable[Path]:
    return sorted((ROOT / folder).glob(pattern))


def _replace(folder: Path, texts: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf8")


def _ontology() -> Iterator[str]:
    ontology = load()
    yield "# L'ontologie\n\nTout est tiré de sa déclaration (`ontology/schema/`)."
    yield "\n## Classes\n\n| classe | nom | au-dessous de | définition |\n|---|---|---|---|"
    for each in ontology.classes.values():
        above = ", ".join(f"`{name}`" for name in each.parents)
        yield f"| `{each.name}` | {each.labels['fr']} | {above} | {each.definitions['fr']} |"
    yield "\n## Relations\n\n| relation | se lit | de | vers | définition |\n|---|---|---|---|---|"
    for relation in ontology.relations.values():
        ends = (
            ", ".join(f"`{name}`" for name in names) for names in (relation.domain, relation.range)
        )
        row = (f"`{relation.name}`", relation.labels["fr"], *ends, relation.definitions["fr"])
        yield f"| {' | '.join(row)} |"
    yield "\n## Certitudes\n\n| certitude | se lit | définition |\n|---|---|---|"
    for certainty in ontology.certainties.values():
        label, definition = certainty.labels["fr"], certainty.definitions["fr"]
        yield f"| `{certainty.name}` | {label} | {definition} |"


def _commands() -> Iterator[str]:
    yield "# Les commandes\n\nTelles que `kg COMMANDE --help` les dit, en anglais."
    for path, command in _below("kg", commands):
        with click.Context(command, info_name=path, terminal_width=96) as context:
            yield f"\n## {path}\n\n```text\n{command.get_help(context)}\n```"


def _below(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """The command, or those of its group and of the groups in it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        if below is not None:
            yield from _below(f"{path} {name}", below)
