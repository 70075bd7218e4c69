"""The claims file: what was committed is there, and nothing else."""

import json
import os
import resource
from pathlib import Path

import pytest
from examples import TEXT, graph

from kg.claimsfile import ClaimsFile
from kg.errors import DiskError, GraphFolderError
from kg.records import Retraction


def _file(tmp_path: Path, *ids: str) -> ClaimsFile:
    claims = ClaimsFile(tmp_path / "claims.jsonl")
    for document_id in ids:
        claims.append(graph(document_id), extractor="x")
    return claims


def test_what_was_appended_is_read_back(tmp_path: Path) -> None:
    """A graph comes back equal, through the open file and through a new one."""
    _file(tmp_path, "b", "a")
    again = ClaimsFile(tmp_path / "claims.jsonl")
    assert list(again.graphs()) == [graph("a"), graph("b")]
    assert again.read("b") == graph("b")


def test_a_later_batch_replaces_the_earlier(tmp_path: Path) -> None:
    """Of two batches of a document the last counts."""
    claims = _file(tmp_path, "a", "b")
    claims.append(graph("a", claims=1), extractor="y")
    assert list(ClaimsFile(claims.path).graphs()) == [graph("a", claims=1), graph("b")]


@pytest.mark.parametrize("left", [1, 40, 300, 900])
def test_a_torn_tail_does_not_count(tmp_path: Path, left: int) -> None:
    """After a crash in the middle of a batch, the batches before it are whole, and work goes on."""
    claims = _file(tmp_path, "a")
    whole = claims.path.stat().st_size
    claims.append(graph("b"), extractor="x")
    os.truncate(claims.path, whole + left)
    again = ClaimsFile(claims.path)
    assert list(again.graphs()) == [graph("a")]
    again.append(graph("c"), extractor="x")
    assert list(ClaimsFile(claims.path).graphs()) == [graph("a"), graph("c")]


def test_a_batch_without_its_last_newline_does_not_count(tmp_path: Path) -> None:
    """A commit line counts when it is whole."""
    claims = _file(tmp_path, "a", "b")
    os.truncate(claims.path, claims.path.stat().st_size - 1)
    assert list(ClaimsFile(claims.path).batches) == ["a"]


def test_a_disk_that_takes_no_more_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """Where the disk ends in the middle of a batch, what was stored is whole, and it is said."""
    claims = _file(tmp_path, "a")
    before = claims.path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, hard))
    try:
        with pytest.raises(DiskError, match="free some space"):
            claims.append(graph("b"), extractor="x")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert claims.path.read_bytes() == before
    claims.append(graph("b"), extractor="x")
    assert list(ClaimsFile(claims.path).graphs()) == [graph("a"), graph("b")]


def test_a_document_is_held_while_nothing_changes(tmp_path: Path) -> None:
    """Another text, other metadata or another extractor ask for a new extraction."""
    claims = _file(tmp_path, "a")
    assert claims.holds(graph("a").document, extractor="x")
    assert not claims.holds(graph("a").document, extractor="y")
    assert not claims.holds(graph("a", TEXT + " Fin.").document, extractor="x")
    assert not claims.holds(graph("b").document, extractor="x")


def test_damage_is_named(tmp_path: Path) -> None:
    """A changed word within a batch is found when the batch is read; the others stay readable."""
    claims = _file(tmp_path, "a", "b")
    batch = claims.batches["a"]
    data = claims.path.read_bytes()
    head = data[: batch.end].replace(b"controls", b"deplores")
    claims.path.write_bytes(head + data[batch.end :])
    again = ClaimsFile(claims.path)
    assert again.read("b") == graph("b")
    with pytest.raises(GraphFolderError, match="'a' is damaged"):
        again.read("a")


def test_a_foreign_line_is_refused_not_cut_off(tmp_path: Path) -> None:
    """A line that kg did not write stops the opening; nothing is deleted."""
    claims = _file(tmp_path, "a")
    with claims.path.open("ab") as file:
        file.write(b"note: check this\n")
    before = claims.path.read_bytes()
    with pytest.raises(GraphFolderError, match=r"claims.jsonl:7"):
        ClaimsFile(claims.path)
    assert claims.path.read_bytes() == before


def test_a_batch_is_closed_by_its_commit_line(tmp_path: Path) -> None:
    """The lines of a batch are the document, its entities, its claims, and the counts."""
    lines = [json.loads(line) for line in _file(tmp_path, "a").path.read_text().splitlines()]
    kinds = [line["record"] for line in lines]
    assert kinds == ["document", "entity", "entity", "claim", "claim", "commit"]
    assert (lines[-1]["entities"], lines[-1]["claims"]) == (2, 2)


TRACE = Retraction("a", "2024-03-05T10:00:00+00:00", "démenti")


def test_a_retracted_document_is_gone_and_known_to_be(tmp_path: Path) -> None:
    """Through the open file and through a new one."""
    claims = _file(tmp_path, "a", "b")
    claims.retract(TRACE)
    for file in (claims, ClaimsFile(claims.path)):
        assert list(file.graphs()) == [graph("b")]
        assert file.retractions == (TRACE,)
        assert file.retracted(graph("a").document) == TRACE
        assert file.retracted(graph("a", text=TEXT + " Bis.").document) is None


def test_a_restored_document_is_as_it_was(tmp_path: Path) -> None:
    """And nothing tells that it was gone."""
    claims = _file(tmp_path, "a", "b")
    claims.retract(TRACE)
    claims.restore("a")
    for file in (claims, ClaimsFile(claims.path)):
        assert list(file.graphs()) == [graph("a"), graph("b")]
        assert file.retractions == ()


def test_a_new_version_counts_and_the_trace_stays(tmp_path: Path) -> None:
    """A document that was corrected after it was taken out; restoring changes nothing of it."""
    claims = _file(tmp_path, "a")
    claims.retract(TRACE)
    corrected = graph("a", text=TEXT + " Bis.")
    claims.append(corrected, extractor="x")
    again = ClaimsFile(claims.path)
    assert list(again.graphs()) == [corrected]
    assert again.retractions == (TRACE,)
    again.restore("a")
    assert list(ClaimsFile(claims.path).graphs()) == [corrected]


def test_a_torn_retraction_does_not_count(tmp_path: Path) -> None:
    """After a crash in the middle of the line, the document is still there."""
    claims = _file(tmp_path, "a")
    whole = claims.path.read_bytes()
    claims.retract(TRACE)
    line = claims.path.read_bytes()[len(whole) :]
    claims.path.write_bytes(whole + line[:-5])
    again = ClaimsFile(claims.path)
    assert list(again.graphs()) == [graph("a")]
    again.retract(TRACE)
    assert ClaimsFile(claims.path).retractions == (TRACE,)


def test_what_is_not_there_can_not_be_taken_out_or_put_back(tmp_path: Path) -> None:
    """Neither is what a damaged line says."""
    claims = _file(tmp_path, "b")
    with pytest.raises(KeyError):
        claims.retract(TRACE)
    with pytest.raises(KeyError):
        claims.restore("b")
    with claims.path.open("ab") as file:
        file.write(b'{"record": "retraction", "document": "zzz", "when": "", "why": ""}\n')
    with pytest.raises(GraphFolderError, match="a retraction is damaged"):
        ClaimsFile(claims.path)
