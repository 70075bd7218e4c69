"""What people decided about identity: a small text file, a decision a line, kept with the graph.

A line has a verb (`same`, `different`, `rename`), what it is about, and perhaps why, with tabs
between.  Lines that begin with # say nothing.  The order of lines does not matter but for renames,
of which the last counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.disk import write_whole
from kg.errors import InputError

FILE = "decisions.tsv"
"""Where the decisions of a graph folder stand."""

SAME, DIFFERENT, RENAME = "same", "different", "rename"
VERBS = (SAME, DIFFERENT, RENAME)
_TOP = (
    "# Decisions on identity, a line each: kg same, kg different, kg rename and kg review write\n"
    "# them, and every rebuild replays them.  Delete a line to take it back.\n"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """That `one` and `other` are the same or different, or that `one` is to be called `other`.

    Things are told by id, or by `id@document` where only what one document calls so is meant.
    """

    verb: str
    one: str
    other: str
    why: str = ""

    @property
    def about(self) -> tuple[str, frozenset[str]]:
        """What two decisions have in common where the later replaces the earlier."""
        if self.verb == RENAME:
            return RENAME, frozenset((self.one,))
        return SAME, frozenset((self.one, self.other))


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in order; none where there is no file.

    Raises:
        InputError: a line is none, or two decisions contradict one another.
    """
    try:
        lines = path.read_text(encoding="utf8").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({error}); restore a copy of it") from None
    return tuple(_checked(path, lines))


def decide(path: Path, *decisions: Decision) -> None:
    """Add `decisions` to the file; each replaces an earlier one on the same.

    Raises:
        DiskError: it can't be written; the file is as it was before.
    """
    new = {decision.about for decision in decisions}
    _write(path, [d for d in read_decisions(path) if d.about not in new] + list(decisions))


def take_back(path: Path, decision: Decision) -> bool:
    """Remove what was decided on the same as `decision`; False if nothing was.

    Raises:
        DiskError: it can't be written; the file is as it was before.
    """
    earlier = read_decisions(path)
    gone = [d for d in earlier if d.verb == decision.verb and d.about == decision.about]
    if gone:
        _write(path, [d for d in earlier if d not in gone])
    return bool(gone)


def _checked(path: Path, lines: list[str]) -> Iterator[Decision]:
    verbs: dict[frozenset[str], str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        verb, *rest = line.split("\t")
        if verb not in VERBS or len(rest) not in (2, 3) or not all(rest[:2]):
            raise InputError(
                f"{path}:{number}: no decision; write {', '.join(VERBS)}, then two ids "
                "(or an id and a name), with tabs between"
            )
        decision = Decision(verb, *rest)
        if verb != RENAME and verbs.setdefault(decision.about[1], verb) != verb:
            raise InputError(
                f"{path}:{number}: {decision.one} and {decision.other} are decided to be the same "
                "and different; delete one of the two lines"
            )
        yield decision


def _write(path: Path, decisions: list[Decision]) -> None:
    lines = ("\t".join((d.verb, d.one, d.other, d.why)).rstrip("\t") for d in decisions)
    write_whole(path, (_TOP + "".join(f"{line}\n" for line in lines)).encode())
