"""The gate before every write: a graph that breaks the ontology's shapes is refused, or told of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from kg.errors import InvalidGraph
from kg.records import DocumentGraph

Invalid: TypeAlias = Literal["reject", "report"]
"""What becomes of a document that breaks a shape: it is not written, or written and told of."""


class Gate:
    """Holds each graph against the shapes, before it is written.

    `refused` are the documents that were not let through.
    """

    def __init__(
        self, invalid: Invalid = "reject", *, notify: Callable[[str], None] = lambda line: None
    ) -> None:
        """A gate that rejects or reports; `notify` is told, in lines, each rule that is broken."""
        self._invalid = invalid
        self._notify = notify
        self.refused: list[str] = []

    def admits(self, graph: DocumentGraph) -> bool:
        """Whether `graph` may be written."""
        faults = faults_of(graph)
        for fault in faults:
            self._notify(fault)
        if not faults or self._invalid == "report":
            return True
        self.refused.append(graph.document.id)
        return False

    def check(self) -> None:
        """Raise, at the end of a run, if something was refused.

        Raises:
            InvalidGraph: some documents were refused.
        """
        if self.refused:
            raise InvalidGraph(
                f"refused, since they break the ontology's shapes: {', '.join(self.refused)}; "
                "build them again with this version of kg, or let them in with --invalid report"
            )


def faults_of(graph: DocumentGraph) -> list[str]:
    """The rules that `graph` breaks, a line each: in English and French, with the sentence."""
    from kg.loaders.shacl import validate

    try:
        findings = validate([graph])
    except InvalidGraph as error:
        return [str(error)]
    return [
        " / ".join(text for _, text in finding.messages)
        + f": {finding.sentence or finding.value or finding.node}"
        for finding in findings
    ]
