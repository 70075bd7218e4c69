"""A process that has loaded all that `kg` needs, and forks one for each command; run as a file.

Each line of standard input is a JSON object: `words` of a command line, `folder` to run it in,
`log` for what it prints, `kill_after` (seconds, or null), and `with_children`: whether the
processes that it started are killed too.  Each line of standard output says how it ended: `code`
(negative: the signal), `seconds`.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import psutil

import kg as package
from kg.cli import main as kg
from kg.loaders import oxigraph
from kg.loaders.property_graph import batches
from kg.pipeline import extract
from kg.records import Document

FEW = 8
"""Documents in a transaction, and from which on a store is filled in bulk: small tests see both."""


def main() -> None:
    """Answer each line of standard input."""
    _warm()
    batches.MOST_DOCUMENTS = oxigraph._MANY = FEW
    for line in sys.stdin:
        print(json.dumps(_run(**json.loads(line))), flush=True)


def _warm() -> None:
    """Import all modules, and load the model; what starts threads must wait for the fork."""
    for module in walk_packages(package.__path__, "kg."):
        if not module.name.endswith((".__main__", "_child", ".worker")):
            import_module(module.name)
    extract(Document("essai", "L'armée a repris Palmyre, attaquée par le Hezbollah.", "fr"))


def _run(
    words: Sequence[str], folder: str, log: str, kill_after: float | None, with_children: bool
) -> dict[str, Any]:
    started = time.monotonic()
    pid = os.fork()
    if not pid:
        _become(words, folder, log)
    ended = os.pidfd_open(pid)
    select.select([ended], [], [], kill_after)
    os.close(ended)
    if kill_after is not None:
        _kill(pid, with_children)
    _, status = os.waitpid(pid, 0)
    return {"code": os.waitstatus_to_exitcode(status), "seconds": time.monotonic() - started}


def _become(words: Sequence[str], folder: str, log: str) -> None:
    """Be the command, in a session of its own, until it ends."""
    code: Any = 70
    try:
        os.setsid()
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for stream in (1, 2):
            os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
        sys.argv = ["kg", *words]
        kg()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        os._exit(code)


def _kill(pid: int, with_children: bool) -> None:
    """SIGKILL to the command, which `waitpid` has not yet collected, and to what it started."""
    started = psutil.Process(pid).children(recursive=True) if with_children else []
    os.kill(pid, signal.SIGKILL)
    for process in started:
        process.kill()


if __name__ == "__main__":
    main()
