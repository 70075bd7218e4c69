"""The process that carries out one change of the graphs that readers write.

It is run with `python -m kg.serve.writer COPY OWN`: the folder of a copy of the store that may be
written, and the file that keeps those graphs.  Standard input is the change as JSON; standard
output is a message where it is refused.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Store, parse

from kg.serve.formats import GRAPHS
from kg.serve.own import keep_own, replace, update_within

REFUSED = 3


def main() -> None:
    """Carry out the change of standard input."""
    store = Store(sys.argv[1])
    try:
        _change(store, json.load(sys.stdin))
    except (SyntaxError, ValueError) as error:
        sys.stdout.write(str(error))
        sys.exit(REFUSED)
    keep_own(store, Path(sys.argv[2]))


def _change(store: Store, change: Mapping[str, Any]) -> None:
    """An update, or the new content of a graph."""
    if "update" in change:
        _update(store, change)
        return
    body = base64.b64decode(change["body"])
    quads = parse(body, format=GRAPHS[change["media"]]) if body else ()
    replace(store, NamedNode(change["graph"]), list(quads), clear=change["clear"])


def _update(store: Store, change: Mapping[str, Any]) -> None:
    def update() -> None:
        store.update(change["update"], prefixes=change["prefixes"])

    default, named = ([NamedNode(each) for each in change[key]] for key in ("using", "using_named"))
    if default or named:
        update_within(store, update, default, named)
    else:
        update()


if __name__ == "__main__":
    main()
