"""A verb added to a frame, as ontology/languages/fr/README.md tells it, on a copy of the data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SENTENCE = "Le Hezbollah quadrille la ville d'Alep."
KNOWN = "verbs: [contrôler, "
GOLD = {
    "document": {"id": "essai", "lang": "fr", "published": "2024-03-05", "text": SENTENCE},
    "entities": [
        {"id": "h", "type": "ArmedGroup", "name": "Hezbollah", "aliases": []},
        {"id": "a", "type": "City", "name": "Alep", "aliases": []},
    ],
    "claims": [
        {
            "subject": "h",
            "relation": "controls",
            "object": "a",
            "evidence": "quadrille la ville d'Alep",
            "certainty": "asserted",
        }
    ],
}


class Checkout:
    """The package with language data of its own, and the command line on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        package = folder / "tree" / "kg"
        package.mkdir(parents=True)
        for path in (ROOT / "kg").iterdir():
            (package / path.name).symlink_to(path)
        (package / "loaders").symlink_to(ROOT / "loaders")
        shutil.copytree(ROOT / "ontology", package / "ontology")
        self.frames = package / "ontology" / "languages" / "fr" / "frames"

    def kg(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command."""
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "kg", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder / "tree")},
            capture_output=True,
            text=True,
        )

    def printed(self, *arguments: str) -> str:
        """What a command prints; it must succeed."""
        done = self.kg(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def add_to_controls(self, words: str) -> None:
        """Write `words` before the others of the frame verb.tenir."""
        path = self.frames / "controls.yaml"
        text = path.read_text(encoding="utf8")
        assert KNOWN in text
        path.write_text(text.replace(KNOWN, f"{KNOWN}{words}, "), encoding="utf8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout with the sentence and a folder with its annotation."""
    (tmp_path / "phrase.txt").write_text(SENTENCE, encoding="utf8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "essai.json").write_text(json.dumps(GOLD), encoding="utf8")
    return Checkout(tmp_path)


def test_the_effect_of_a_verb_is_seen(checkout: Checkout) -> None:
    """Nothing and why; then the claim, its steps, and what it did to the annotated articles."""
    before = checkout.printed("explain", "phrase.txt")
    assert "quadrille VERB (quadriller)" in before
    assert "no rule" in before
    checkout.printed("evaluate", "gold", "--save", "before.json")
    checkout.add_to_controls("quadriller")
    after = checkout.printed("explain", "phrase.txt")
    assert "Hezbollah | controls | Alep" in after
    assert "controls.verb.tenir at « quadrille »" in after
    changed = checkout.printed("evaluate", "gold", "--diff", "before.json")
    assert "now right (1)" in changed
    assert "+ essai: Hezbollah | controls | Alep" in changed


def test_a_slip_ends_the_command_with_file_line_and_cure(checkout: Checkout) -> None:
    """One line on standard error, nothing on standard output, the exit code of declarations."""
    checkout.add_to_controls("Quadriller")
    done = checkout.kg("extract", "phrase.txt")
    assert done.returncode == 5
    assert done.stdout == ""
    assert "controls.yaml:3: " in done.stderr
    assert "write quadriller" in done.stderr
