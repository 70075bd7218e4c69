"""Writes trained weights down as `kg.sentences` reads them."""

from __future__ import annotations

from pathlib import Path

from kg.disk import disk_errors, write_whole
from kg.sentences.weights import ORIGIN, WEIGHTS, Trained


def write_weights(trained: Trained, folder: Path) -> None:
    """Write trained weights, and what they belong to, to `folder`.

    Raises:
        DiskError: `folder` can't be written.
    """
    origin = trained.origin
    lines = (
        "# What the weights beside this file belong to; written by kg train names.",
        f"model: {origin.model}",
        f'version: "{origin.version}"',
        f"sha256: {origin.sha256}",
        f"articles: {origin.articles}",
    )
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / WEIGHTS, trained.weights)
    write_whole(folder / ORIGIN, ("\n".join(lines) + "\n").encode())
