"""`kg` commands as processes that can be killed; what a command needs is loaded once for all."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SERVER = Path(__file__).with_name("forking.py")


@dataclass(frozen=True, slots=True)
class End:
    """How a command ended: `code` (negative: the signal), what it said, how long it took."""

    code: int
    said: str
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether SIGKILL met it alive."""
        return self.code == -signal.SIGKILL


class Commands:
    """Runs `kg` commands in `folder`, each in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._folder = folder

    def run(
        self, *words: str | Path, kill_after: float | None = None, with_children: bool = False
    ) -> End:
        """Run one to its end, or to its kill after so many seconds, alone or with its children."""
        log = self._folder / "said.log"
        log.unlink(missing_ok=True)
        asked = {
            "words": [str(word) for word in words],
            "folder": str(self._folder),
            "log": str(log),
            "kill_after": kill_after,
            "with_children": with_children,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return End(answer["code"], log.read_text(encoding="utf8"), answer["seconds"])

    def finish(self, *words: str | Path) -> End:
        """Run one that is to succeed."""
        end = self.run(*words)
        assert end.code == 0, (words, end)
        return end


@contextmanager
def commands(folder: Path) -> Iterator[Commands]:
    """What runs commands in `folder`, ended with the block."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter and file
        [sys.executable, str(_SERVER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Commands(process, folder)
        assert process.stdin is not None
        process.stdin.close()
