"""The command line: one module a command, loaded when it is called for."""

from kg.cli.run import main, run

__all__ = ["main", "run"]
