"""What the README shows runs as it stands there, block after block, as a reader would run it.

The two blocks that make an environment of their own are run by hand and by `.ci/run`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from sparql_server import Endpoints
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from kg.loaders.servers import neo4j

README = Path(__file__).parent.parent / "README.md"

ARTICLES = {
    "tirza.txt": """Vardanie : trois soldats tués près de Tirza

Trois soldats vardans ont été tués mardi dans une attaque de la Légion de Brume près de la ville
de Tirza, dans le nord de la Vardanie, a annoncé le ministère de la Défense.
""",
    "ostrelie.html": """<html lang="fr"><head><title>Frappe sur un dépôt</title>
<meta property="article:published_time" content="2024-02-27"></head><body><article>
<h1>Frappe sur un dépôt</h1>
<p>L'aviation ostrélienne a bombardé lundi un dépôt de carburant de la Légion de Brume, dirigée
par Osrik Valden, dans les faubourgs de Kolvar. Au moins cinq personnes auraient été blessées,
selon un responsable de la mairie.</p>
<p>L'Ostrélie dément avoir visé des civils et affirme soutenir la Vardanie contre les rebelles.</p>
</article></body></html>
""",
}


def _run_in_bash(example: Example) -> None:
    """Run a block in bash, which stops at the first command that fails."""
    _run("bash", "-c", f"set -euo pipefail\n{example.parsed}")


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


def _examples() -> list[Example]:
    parsers = [
        PythonCodeBlockParser(),
        CodeBlockParser("sh", _run_in_bash),
    ]
    examples = Sybil(parsers).parse(README).examples()
    return [example for example in examples if "-m venv" not in example.parsed]


def _name(example: Example) -> str:
    return f"{Path(example.path).name} line {example.line}"


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory, fuseki_server: Endpoints) -> Iterator[None]:
    """A reader's terminal: a folder with `articles/`, `kg` on the path, a SPARQL server."""
    home = tmp_path_factory.mktemp("reader")
    (home / "articles").mkdir()
    for name, text in ARTICLES.items():
        (home / "articles" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.setenv("PATH", sysconfig.get_path("scripts") + os.pathsep + os.environ["PATH"])
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        patch.setenv("SPARQL_URI", fuseki_server.query)
        yield
    neo4j.stop(home / "data" / "faisceau" / "neo4j")


@pytest.mark.arcadedb
@pytest.mark.neo4j
@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("example", _examples(), ids=_name)
def test_an_example_runs(example: Example) -> None:
    """The block runs, after those above it, without an error."""
    example.evaluate()


def test_the_links_lead_to_files() -> None:
    """What the README refers to in the project is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (README.parent / link).exists()] == []
