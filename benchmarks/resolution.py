"""What it costs to find out which of many mentions are one, and how right it is.

    python benchmarks/resolution.py [--entities 5000 10000 20000]

People and organisations are made up, five mentions each, ten to a document, and every mention is
spelt anew: accents, case and hyphens lost, articles changed, sounds transliterated otherwise,
letters slipped, people told by their last names.  The spellings are made by a table of its own, not
by the one that is measured.  Prints a table in Markdown: CPU seconds, and the pairs of mentions
that were rightly told to be one (precision, recall).  The growth is what holds elsewhere.
"""

from __future__ import annotations

import argparse
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random

from kg.graph import canonical
from kg.identity import named_id
from kg.records import Document, DocumentGraph, Entity
from kg.resolution import Identities, resolve

SEED = 20240306
MENTIONS, TOGETHER = 5, 10
FIRST = date(2015, 1, 1)
SYLLABLES = (
    *("ba", "dar", "sou", "kha", "rim", "na", "ji", "mou", "sta", "fa", "li", "za", "ki", "ra"),
    *("hou", "sem", "ya", "qou", "ten", "vo", "lod", "mir", "ski", "gor", "ber", "chou", "dje"),
    *("lan", "mar", "tin", "ver", "neu", "bel", "cla", "roi", "sal", "gan", "tou", "ré", "dia"),
)
WORDS = (
    *("Front", "Armée", "Mouvement", "Brigade", "Union", "Conseil", "Alliance", "Parti", "Garde"),
    *("libération", "résistance", "défense", "unité", "justice", "révolution", "réforme"),
    *("populaire", "national", "démocratique", "islamique", "patriotique", "fédéral", "libre"),
)
OTHERWISE = {
    **{"ou": "u", "ch": "sh", "kh": "k", "q": "k", "dj": "j", "é": "e", "i": "y", "f": "ph"},
    **{"s": "ss", "l": "ll", "z": "s", "v": "w"},
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Find out which of many mentions are one.")
    parser.add_argument("--entities", type=int, nargs="+", default=[5_000, 10_000, 20_000])
    print("| mentions | entities | CPU s | ms a mention | precision | recall |")
    print("|---|---|---|---|---|---|")
    for count in parser.parse_args().entities:
        graphs, truth = corpus(count, Random(SEED))  # noqa: S311
        start = time.process_time()
        identities = resolve(lambda made=graphs: made)
        seconds = time.process_time() - start
        precision, recall = pairwise(truth, found(graphs, identities))
        each = 1000 * seconds / len(truth)
        print(
            f"| {len(truth)} | {count} | {seconds:.1f} | {each:.2f} "
            f"| {precision:.3f} | {recall:.3f} |"
        )


Mention = tuple[str, str]
"""A document's id, and the id that it gives to what it mentions."""


def corpus(count: int, random: Random) -> tuple[list[DocumentGraph], dict[Mention, int]]:
    """Documents on `count` entities, and which entity each mention is."""
    names = _names(count, random)
    communities = [range(n, min(n + TOGETHER, count)) for n in range(0, count, TOGETHER)]
    graphs, truth = [], {}
    for number, members in enumerate(communities * MENTIONS):
        document = Document(f"d{number}", "…", published=FIRST + timedelta(days=number % 3000))
        full = number < len(communities)
        entities = {}
        for member in members:
            spelt = _spelt(names[member], random, short=not full and random.random() < 0.15)
            made = _entity(spelt, names[member])
            entities[made.id] = made
            truth[document.id, made.id] = member
        graphs.append(canonical(DocumentGraph(document, tuple(entities.values()), ())))
    return graphs, truth


def found(graphs: Iterable[DocumentGraph], identities: Identities) -> dict[Mention, str]:
    """The id in the graph of each mention."""
    return {
        (graph.document.id, entity.id): identities.of(entity.id, graph.document.id)
        for graph in graphs
        for entity in graph.entities
    }


def pairwise(truth: Mapping[Mention, int], told: Mapping[Mention, str]) -> tuple[float, float]:
    """Precision and recall over pairs of mentions that are one."""
    right = _pairs(Counter((truth[mention], told[mention]) for mention in truth))
    return right / _pairs(Counter(told.values())), right / _pairs(Counter(truth.values()))


def _pairs(sizes: Mapping[object, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _names(count: int, random: Random) -> list[str]:
    """So many different names: people first, then as many organisations less."""
    given = ["".join(random.choices(SYLLABLES, k=2)).capitalize() for _ in range(600)]
    names: dict[str, None] = {}
    while len(names) < count * 6 // 10:
        family = "".join(random.choices(SYLLABLES, k=3)).capitalize()
        article = random.choice(("", "", "al-", "el-", "Ben "))
        names[f"{random.choice(given)} {article}{family}"] = None
    while len(names) < count:
        kind, aim, trait = (random.choice(WORDS[a:b]) for a, b in ((0, 9), (9, 16), (16, 23)))
        place = "".join(random.choices(SYLLABLES, k=3)).capitalize()
        names[f"{kind} {trait} de {aim} du {place}"] = None
    return list(names)


def _entity(spelt: str, name: str) -> Entity:
    family, type_ = ("organisation", "ArmedGroup") if " de " in name else ("person", "Person")
    return Entity(named_id(family, spelt), type_, spelt)


def _spelt(name: str, random: Random, *, short: bool) -> str:
    """`name` as another article would write it."""
    if short and " de " not in name:
        name = name.split(" ", 1)[1]
    if random.random() < 0.3:
        at = name.find("-") + 1
        sound = random.choice([each for each in OTHERWISE if each in name[at:]] or ["ou"])
        name = name[:at] + name[at:].replace(sound, OTHERWISE[sound], 1)
    if random.random() < 0.3:
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
        )
    if random.random() < 0.2:
        name = name.replace("al-", "Al ").replace("el-", "al-")
    if random.random() < 0.05:
        at = random.randrange(len(name) // 2, len(name) - 1)
        name = name[:at] + name[at + 1 :]
    return name.upper() if random.random() < 0.05 else name


if __name__ == "__main__":
    main()
