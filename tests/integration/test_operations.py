"""After every kind of operation, the claims file and both stores hold the same facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import run

pytestmark = pytest.mark.arcadedb

ARTICLES = [
    {
        "id": "a",
        "url": "https://exemple.org/a",
        "published": "2024-03-05",
        "text": "La Légion de Brume tient la ville de Tirza. Osrik Valden la dirige.",
    },
    {
        "id": "b",
        "published": "2024-03-06",
        "text": "L'armée vardane a bombardé Kolvar. La Légion de brume contrôle Tirza.",
    },
]
CORRECTED = {**ARTICLES[0], "text": "La Légion de Brume a perdu le contrôle de la ville de Tirza."}
OWN = """organisation:brume:
  type: ArmedGroup
  names: {fr: [Légion de Brume], en: [Mist Legion]}
"""


def test_the_stores_agree_after_every_operation(tmp_path: Path) -> None:
    """`kg verify` is silent after building, correcting, deciding, retracting and rebuilding."""
    folder, articles = tmp_path / "graph", tmp_path / "articles.jsonl"

    def build(*told: dict[str, str]) -> Callable[[], int]:
        def command() -> int:
            lines = (json.dumps(each, ensure_ascii=False) for each in told)
            articles.write_text("\n".join(lines) + "\n", encoding="utf8")
            return run(["build", str(articles), "--into", str(folder)])

        return command

    def kg(*arguments: str) -> Callable[[], int]:
        return lambda: run([*arguments, "--in", str(folder)])

    def own_actors() -> int:
        (folder / "actors.yaml").write_text(OWN, encoding="utf8")
        return run(["build", str(articles), "--into", str(folder)])

    towns = ("place:kolvar", "place:tirza")
    operations = [
        build(*ARTICLES),
        build(*ARTICLES),
        build(CORRECTED),
        kg("rename", "organisation:legion-de-brume", "Légion grise"),
        kg("different", *towns),
        kg("same", *towns),
        kg("same", *towns, "--undo"),
        kg("retract", "a", "--why", "source démentie"),
        build(*ARTICLES),
        kg("retract", "a", "--undo"),
        own_actors,
        kg("rebuild"),
    ]
    for number, operation in enumerate(operations):
        assert operation() == 0, number
        assert kg("verify")() == 0, number
