"""The group of all commands."""

from __future__ import annotations

from importlib import import_module

import click

NAMES = (
    "demo",
    "build",
    "rebuild",
    "extract",
    "explain",
    "ask",
    "sparql",
    "cypher",
    "export",
    "load",
    "serve",
    "same",
    "different",
    "rename",
    "review",
    "retract",
    "verify",
    "ontology",
    "evaluate",
    "names",
    "train",
    "doctor",
    "neo4j",
)
"""The commands in the order in which a user meets them; each is `kg.cli.<name>.command`."""


class Commands(click.Group):
    """Loads a command's module when the command is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in NAMES:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command


@click.group("kg", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="faisceau", prog_name="kg")
def commands() -> None:
    """A knowledge graph of armed conflict from French news.

    Every claim keeps its sentence, its speaker, its date and its certainty.  Begin with: kg demo
    """
