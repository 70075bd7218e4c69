"""Search over all names: what comes first, and what is found at all."""

from __future__ import annotations

import httpx
from serving import Served
from war import BLAST, FRONT, KOLVAR

from kg.identity import fold
from kg.serve.searching import MOST, Name, found


def _name(thing: str, name: str, type: str = "ArmedGroup", claims: int = 1) -> Name:
    return Name(thing, name, fold(name), name, type, claims)


def _things(words: str, *names: Name) -> list[str]:
    return [each.thing for each in found(fold(words), names)]


def test_what_is_so_called_comes_first() -> None:
    """Then what begins so, then what has a word that does, then the rest; the weightier first."""
    names = [
        _name("inside", "Antifront"),
        _name("word", "Grand Front"),
        _name("begins", "Fronton"),
        _name("heavy", "Front du Levant", claims=9),
        _name("whole", "Front"),
        _name("none", "Brigade"),
    ]
    assert _things("FRÔNT", *names) == ["whole", "heavy", "begins", "word", "inside"]


def test_actors_come_before_events() -> None:
    """An attack is called after its place."""
    names = [
        _name("attack", "Kolvar", "Bombing", claims=99),
        _name("town", "Kolvar-la-Vieille", "City"),
    ]
    assert _things("kolvar", *names) == ["town", "attack"]


def test_a_thing_is_found_once_under_its_best_name() -> None:
    """However many of its names fit; and there are only so many things."""
    names = [_name("one", "Armée du Front"), _name("one", "Front")]
    assert [each.name for each in found("front", names)] == ["Front"]
    many = [_name(str(number), f"Front {number}") for number in range(MOST + 5)]
    assert len(found("front", many)) == MOST


def test_over_http(server: Served) -> None:
    """By the name of an article, by another language's, by part of it."""
    for words, thing in (("front du", FRONT), ("levant front", FRONT), ("kolv", KOLVAR)):
        answer = httpx.get(f"{server.url}search", params={"q": words}).json()
        assert answer[0]["label"] == thing.name
    told = httpx.get(f"{server.url}search", params={"q": BLAST.name}).json()[0]
    assert (told["type"], told["label"]) == (BLAST.type, BLAST.name)
    assert httpx.get(f"{server.url}search", params={"q": "?!"}).status_code == 400
    assert httpx.get(f"{server.url}search", params={"q": "introuvable"}).json() == []
