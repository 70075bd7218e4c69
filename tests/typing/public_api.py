"""How the public API is typed; mypy checks this file, nothing runs it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import assert_type

import kg
from kg.pipeline import Report

graph = kg.extract("Un texte.", published="2024-03-05", title="Titre", id="a")
assert_type(graph, kg.DocumentGraph)
assert_type(graph.claims, tuple[kg.Claim, ...])
assert_type(graph.claims[0].object, str | kg.Value)
assert_type(kg.build("articles", into="graphe"), Report)
assert_type(kg.build([Path("a.txt"), "b.txt"], into=Path("graphe"), published=date.today()), Report)

with kg.open("graphe") as opened:
    assert_type(opened, kg.OpenGraph)
    assert_type(opened.claims(), Iterator[kg.Claim])
    assert_type(opened.documents(), Iterator[kg.Document])
    assert_type(opened.entities(), tuple[kg.Entity, ...])
    assert_type(opened.network().number_of_nodes(), int)
