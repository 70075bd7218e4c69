"""Drawings: they hold what the graph holds, and take no text for anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import matplotlib.colors
import pytest
from in_memory import InMemory
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from stories import claim, entity, story
from war import BLAST, DOCUMENTS, FRONT, KOLVAR, SALIM, told

from kg.errors import InputError
from kg.ontology import load
from kg.pictures import Picture, draw_map, draw_network, draw_timeline
from kg.pictures.layout import layout
from kg.pictures.styles import COLORS, LINES
from kg.records import Entity, Value

Draw = Callable[[InMemory], Picture]

WAR = InMemory(DOCUMENTS)
HOSTILE = "$\\frac{1}{$ <script>\u202e\n_^ $"
DRAWN = [draw_network, draw_timeline, draw_map]


def axes_of(picture: Picture) -> Axes:
    """Its only axes."""
    (axes,) = picture.figure.axes
    return axes


def texts(picture: Picture) -> list[str]:
    """All that is written in the axes, its title among it."""
    axes = axes_of(picture)
    titles = [axes.get_title(), axes.get_title(loc="left")]
    return [*(each.get_text() for each in axes.texts), *titles]


def legend(picture: Picture) -> list[str]:
    """The words of the legend."""
    (found,) = picture.figure.legends
    return [text.get_text() for text in found.get_texts()]


def dots(picture: Picture) -> dict[tuple[float, float], float]:
    """The size of each dot, by where it stands."""
    found = [each for each in axes_of(picture).collections if isinstance(each, PathCollection)]
    return {
        (float(x), float(y)): float(each.get_sizes()[0])
        for each in found
        for x, y in each.get_offsets().tolist()  # type: ignore[union-attr]
    }


def test_every_kind_and_certainty_has_a_look() -> None:
    """No class without a colour, no certainty without a line."""
    assert set(COLORS) == {load().family(name) for name in load().classes} - {""}
    assert set(LINES) == set(load().certainties)
    assert len({matplotlib.colors.to_hex(color) for color in COLORS.values()}) == len(COLORS)


def test_a_network_names_its_things_and_its_looks() -> None:
    """Names, the kinds that occur, the certainties that occur, and no others."""
    picture = draw_network(WAR, around=SALIM.id, hops=1)
    assert {"Salim Tarsi", "Front du Levant", "dirige"} <= set(texts(picture))
    assert legend(picture) == ["personne", "organisation", "affirmé"]


def test_a_denial_is_red() -> None:
    """Its line has a colour of its own."""
    things = [entity("a", "ArmedGroup"), entity("b", "ArmedGroup")]
    picture = draw_network(InMemory([story("x", things, [claim("a", "supports", "b", "negated")])]))
    assert legend(picture)[-1] == "nié"
    line = picture.figure.legends[0].get_lines()[-1]
    assert matplotlib.colors.to_hex(line.get_color()) == "#c00000"


def test_a_large_network_says_what_it_leaves_out() -> None:
    """The best linked are drawn."""
    picture = draw_network(WAR, most=4)
    assert any("les 4 mieux reliés de" in text for text in texts(picture))


def test_the_same_graph_gives_the_same_picture() -> None:
    """To the last byte, whatever the order of the documents."""
    one = draw_network(WAR)._repr_png_()
    assert one == draw_network(InMemory(DOCUMENTS[::-1]))._repr_png_()
    assert one.startswith(b"\x89PNG")


def test_nodes_do_not_stand_on_one_another() -> None:
    """Also in parts that nothing links."""
    places = layout(WAR.network())
    spots = {(round(x, 3), round(y, 3)) for x, y in places.values()}
    assert len(spots) == len(WAR.network()) == len(places)


def test_a_timeline_holds_dated_events() -> None:
    """At their days, in order."""
    picture = draw_timeline(WAR)
    labels = [label.get_text() for label in axes_of(picture).get_yticklabels()]
    assert len(labels) == 4
    assert "attentat-suicide (Kolvar)" in labels
    assert date(2024, 3, 4).toordinal() in {x for x, _ in dots(picture)}
    assert "≈ 5 morts" in texts(picture)


def test_a_timeline_counts_what_has_no_date() -> None:
    """In its title."""
    undated = story("x", [BLAST, FRONT], [claim(BLAST.id, "claimedBy", FRONT.id)])
    assert "sans 1 événements sans date" in texts(draw_timeline(InMemory([undated])))


def test_a_map_holds_located_places() -> None:
    """At their coordinates, larger with more events; countries are named in French."""
    attacks = [entity(f"event:{n}", "Attack", f"attaque {n}") for n in range(2)]
    said = [claim(each.id, "occurredIn", KOLVAR.id) for each in attacks]
    picture = draw_map(InMemory([*DOCUMENTS, told("x", "2024-05-05", [KOLVAR, *attacks], said)]))
    found = dots(picture)
    assert set(found) == {(40.0, 34.0), (40.2, 34.2), (44.0, 38.0)}
    assert found[40.0, 34.0] > found[44.0, 38.0]
    assert {"Kolvar", "IRAK", "SYRIE"} <= set(texts(picture))
    assert any("sans 1 événements" in text for text in texts(picture))


@pytest.mark.parametrize("draw", DRAWN)
def test_any_name_is_only_a_name(draw: Draw, tmp_path: Path) -> None:
    """A dollar is no formula, and a script no more than its letters."""
    hostile, place = Entity("event:h", "Attack", HOSTILE), replace(KOLVAR, name=HOSTILE)
    said = [
        claim(hostile.id, "occurredIn", place.id),
        claim(hostile.id, "onDate", Value("2024-03")),
    ]
    picture = draw(InMemory([told("x", "2024-05-05", [hostile, place], said)]))
    picture.save(tmp_path / "picture.svg")
    picture.save(tmp_path / "picture.pdf")
    assert "<script>" not in (tmp_path / "picture.svg").read_text(encoding="utf8")
    assert (tmp_path / "picture.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("draw", DRAWN)
def test_of_nothing_a_picture_without_anything(draw: Draw) -> None:
    """An empty graph is no error."""
    assert draw(InMemory([]))._repr_png_()


def test_an_unknown_kind_of_file(tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(InputError, match=r"end it in \.png"):
        draw_timeline(WAR).save(tmp_path / "picture.docx")
    assert not list(tmp_path.iterdir())
