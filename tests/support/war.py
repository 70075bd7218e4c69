"""A small invented war, told by six documents, in which every prepared question has an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stories import TEXT, claim, entity

from kg.graph import canonical
from kg.identity import claim_id
from kg.records import Document, DocumentGraph, Entity, Known, Location, Retraction, Value


def located(id: str, type: str, name: str, number: int, country: str, *place: object) -> Entity:
    """A place that GeoNames lists; `place` are region, latitude, longitude."""
    region, latitude, longitude = place or ("", None, None)
    precision = "city" if place else "country"
    where = Location(number, precision, country, region, latitude, longitude)  # type: ignore[arg-type]
    return replace(entity(id, type, name), location=where)


FRONT = replace(
    entity("organisation:front", "ArmedGroup", "Front du Levant", "FDL"),
    known=Known("Q901", (("en", "Levant Front"),)),
)
NORTH = entity("organisation:brigades-du-nord", "ArmedGroup", "Brigades du Nord")
SPELT = entity("organisation:brigade-du-nord", "ArmedGroup", "Brigade du Nord")
GUARD = entity("organisation:garde", "ArmedForce", "Garde de Vardanie")
LEAGUE = entity("organisation:ligue", "Coalition", "Ligue du Sud")
SALIM = entity("person:salim-tarsi", "Person", "Salim Tarsi")
IDRISS = entity("person:idriss-marwan", "Person", "Idriss Marwan")
LENA = entity("person:lena-dorvath", "Person", "Léna Dorvath")
VARDANIE = located("country:vardanie", "Country", "Vardanie", 1, "VA")
OSTRELIE = located("country:ostrelie", "Country", "Ostrélie", 2, "OS")
KOLVAR = located("place:kolvar", "City", "Kolvar", 3, "VA", "VA.01", 34.0, 40.0)
TARSAC = located("place:tarsac", "City", "Tarsac", 4, "VA", "VA.01", 34.2, 40.2)
DRAVO = located("place:dravo", "City", "Dravo", 5, "OS", "OS.07", 38.0, 44.0)
NORIA = entity("place:noria", "Camp", "Noria")
BLAST = entity("event:blast", "SuicideBombing", "attentat de Kolvar")
MORTAR = entity("event:mortar", "Shelling", "tirs de mortier")
SHELLS = entity("event:shells", "Shelling", "bombardement de Tarsac")
HOSTAGES = entity("event:hostages", "HostageTaking", "prise d'otages")


def told(
    id: str, day: str, entities: list[Entity], claims: list, copy_of: str = ""
) -> DocumentGraph:  # type: ignore[type-arg]
    """The graph of a document that came out on that day."""
    document = Document(
        id, TEXT, "fr", f"Titre {id}", f"https://exemple.org/{id}", date.fromisoformat(day), copy_of
    )
    placed = [replace(c, evidence=replace(c.evidence, document=id)) for c in claims]
    return canonical(
        DocumentGraph(document, tuple(entities), tuple(replace(c, id=claim_id(c)) for c in placed))
    )


DOCUMENTS = [
    told(
        "a",
        "2024-03-05",
        [FRONT, NORTH, SALIM, LENA, KOLVAR, BLAST, VARDANIE],
        [
            claim(BLAST.id, "perpetrator", FRONT.id, "alleged", speaker=LENA.id),
            claim(BLAST.id, "claimedBy", NORTH.id),
            claim(BLAST.id, "occurredIn", KOLVAR.id),
            claim(BLAST.id, "onDate", Value("2024-03-04")),
            claim(BLAST.id, "fatalities", Value(">=18"), "reported", speaker=LENA.id),
            claim(SALIM.id, "leads", FRONT.id),
            claim(FRONT.id, "alliedWith", NORTH.id, "reported"),
            claim(FRONT.id, "opposes", VARDANIE.id),
        ],
    ),
    told(
        "b",
        "2024-03-07",
        [FRONT, NORTH, KOLVAR, BLAST, TARSAC, SHELLS],
        [
            claim(BLAST.id, "perpetrator", NORTH.id),
            claim(BLAST.id, "fatalities", Value("26"), "reported", speaker=Value("un médecin")),
            claim(BLAST.id, "fatalities", Value("12"), "reported", speaker=Value("la mairie")),
            claim(SHELLS.id, "occurredIn", TARSAC.id),
            claim(SHELLS.id, "onDate", Value("2024-03-06")),
            claim(SHELLS.id, "weapon", Value("mortier")),
        ],
    ),
    told(
        "c",
        "2024-04-20",
        [FRONT, NORTH, GUARD, SALIM, MORTAR, DRAVO, KOLVAR, OSTRELIE, LEAGUE, VARDANIE],
        [
            claim(MORTAR.id, "perpetrator", FRONT.id),
            claim(MORTAR.id, "perpetrator", NORTH.id, "reported"),
            claim(MORTAR.id, "occurredIn", DRAVO.id),
            claim(MORTAR.id, "onDate", Value("2024-04")),
            claim(MORTAR.id, "weapon", Value("mortier")),
            claim(MORTAR.id, "fatalities", Value("~5")),
            claim(MORTAR.id, "target", GUARD.id),
            claim(FRONT.id, "opposes", NORTH.id),
            claim(SALIM.id, "leads", FRONT.id),
            claim(FRONT.id, "operatesIn", KOLVAR.id, "reported"),
            claim(LEAGUE.id, "alliedWith", VARDANIE.id),
            claim(LEAGUE.id, "opposes", OSTRELIE.id),
            claim(OSTRELIE.id, "supports", FRONT.id, "negated", speaker=OSTRELIE.id),
        ],
    ),
    told(
        "d",
        "2024-09-10",
        [FRONT, IDRISS, HOSTAGES, NORIA, GUARD, VARDANIE, LEAGUE, SPELT],
        [
            claim(IDRISS.id, "leads", FRONT.id, "reported"),
            claim(HOSTAGES.id, "occurredIn", NORIA.id),
            claim(HOSTAGES.id, "onDate", Value("2024")),
            claim(VARDANIE.id, "supports", GUARD.id),
            claim(LEAGUE.id, "trains", GUARD.id),
            claim(SPELT.id, "opposes", GUARD.id, "possible"),
        ],
    ),
    told(
        "e",
        "2024-09-12",
        [FRONT, OSTRELIE],
        [claim(OSTRELIE.id, "supports", FRONT.id, "alleged")],
    ),
    told(
        "f",
        "2024-03-06",
        [FRONT, NORTH, BLAST],
        [
            claim(BLAST.id, "claimedBy", NORTH.id),
            claim(FRONT.id, "alliedWith", NORTH.id, "reported"),
        ],
        copy_of="a",
    ),
]
RETRACTIONS = [Retraction("g", "2024-10-01T09:00:00+00:00", "faux communiqué")]
GIVEN = {
    "plus-court-chemin": {"un": "Salim Tarsi", "autre": "garde de vardanie"},
    "dirigeant-a-une-date": {"organisation": "FDL", "date": "2024-04-01"},
    "succession-des-dirigeants": {"organisation": "organisation:front"},
    "a-deux-pas": {"acteur": "Salim Tarsi", "certitude": "reported"},
    "premier-et-dernier-contact": {"un": "Brigades du Nord", "autre": "FDL"},
    "attaques-semblables": {"acteur": "FDL"},
    "qui-dit-quoi": {"evenement": "event:blast"},
    "faits-d-un-document": {"document": "c"},
    "attaques-autour-d-une-ville": {"ville": "Kolvar", "du": "2024-03-01", "au": "2024-03-31"},
    "provenance-d-un-fait": {"sujet": "Ostrélie", "relation": "supports", "objet": "FDL"},
}
"""What the questions with parameters are asked."""
