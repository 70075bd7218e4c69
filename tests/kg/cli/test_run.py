"""The frame of the command line: one line an error, its exit code, and quiet pipes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import errors
from kg.cli import run
from kg.cli.group import NAMES


def _kg(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(  # noqa: S603
        command,
        text=True,
        stderr=subprocess.PIPE,
        check=False,
        **options,  # type: ignore[call-overload,no-any-return]
    )


def test_every_error_has_its_own_exit_code() -> None:
    """No two causes share a status, and none uses one that shells or click use."""
    classes = [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.FaisceauError)
    ]
    codes = [error.exit_code for error in classes]
    assert len(codes) == len(set(codes))
    assert not {0, 2, 126, 127, 130, 141} & set(codes)


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`kg --help` names each command and says in a few words what it does."""
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in NAMES)
    assert "..." not in shown.split("Commands:")[1]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`kg COMMAND --help` works for each."""
    assert run([name, "--help"]) == 0
    assert f"kg {name}" in capsys.readouterr().out


def test_the_help_of_extract_lists_the_relations(capsys: pytest.CaptureFixture[str]) -> None:
    """What claims can say is told from the ontology."""
    run(["extract", "--help"])
    shown = capsys.readouterr().out
    assert "losesControlOf" in shown
    assert "alleged" in shown


def test_help_imports_nothing_heavy() -> None:
    """Neither the language model nor a store is loaded to show help."""
    code = (
        "import sys; from kg.cli import run; run(['--help'])\n"
        "heavy = {'spacy', 'neo4j', 'pyoxigraph', 'rdflib', 'networkx'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or None)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nonsense"], 2, "No such command"),
        (["extract"], 2, "PATH"),
        (["extract", "a.txt", "--format", "pdf"], 2, "pdf"),
        (["extract", "a.txt", "--published", "hier"], 2, "hier"),
        (["extract", "absent.txt"], 3, "no such file"),
        (["sparql", "ASK {}", "--in", "absent"], 7, "kg build"),
        (["rebuild", "--in", "absent"], 7, "kg build"),
        (["load", "g", "--to", "foo"], 2, "bolt://HOST"),
        (["load", "g", "--to", "bolt://"], 2, "bolt://HOST"),
        (["load", "g", "--to", "bolt://a:b"], 2, "bolt://HOST"),
        (["load", "g", "--to", "ftp://a"], 2, "http://HOST/sparql"),
        (["cypher", "RETURN 1", "--neo4j", "http://a"], 2, "neo4j://HOST"),
    ],
)
def test_an_error_is_one_line(
    arguments: list[str],
    code: int,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A mistake gives one line on standard error, nothing on standard output, and its code."""
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kg: ")
    assert told.err.count("\n") == 1
    assert words in told.err


def test_a_file_name_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters of a hostile name are shown, not obeyed."""
    assert run(["extract", str(tmp_path / "a\x1b[31m\nb.txt")]) == 3
    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert told.count("\n") == 1


def test_a_closed_pipe_is_quiet() -> None:
    """Where the reader has gone, there is no trace on standard error."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = _kg("ontology", "--format", "ttl", stdout=closed)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output_is_said() -> None:
    """Output to a full disk ends in one line and the disk's exit code."""
    with open("/dev/full", "wb") as full:
        done = _kg("ontology", "--format", "ttl", stdout=full)
    assert done.returncode == errors.DiskError.exit_code
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1
