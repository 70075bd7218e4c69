"""Queries and passwords as a user gives them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kg.errors import InputError


def read_query(query: str) -> str:
    """`query`, or for `-` what standard input holds."""
    return sys.stdin.read() if query == "-" else query


def read_password(file: Path | None) -> str:
    """The password in `file`, else in NEO4J_PASSWORD; it is never printed.

    Raises:
        InputError: the file can't be read.
    """
    if file is None:
        return os.environ.get("NEO4J_PASSWORD", "")
    try:
        return file.read_text(encoding="utf8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: no password can be read ({error}); check the file") from None
