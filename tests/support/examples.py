"""Hand-built graphs, for tests that need no language model."""

from dataclasses import replace
from datetime import date

from kg.identity import claim_id
from kg.records import Claim, Document, DocumentGraph, Entity, Evidence, Span, Value

TEXT = "L'armée vardane a repris Kolvar le 5 mars. « C'est faux », dit Léna Dorvath. 💥"


def graph(document_id: str = "doc-1", text: str = TEXT, *, claims: int = 2) -> DocumentGraph:
    """A graph of one document: two entities, and up to two claims."""
    document = Document(document_id, text, "fr", "Kolvar", "https://exemple.org", date(2024, 3, 6))
    entities = (
        Entity("org:armee-vardane", "ArmedForce", "armée vardane", (), (Span(2, 15),)),
        Entity("place:kolvar", "City", "Kolvar", ("la ville",), (Span(25, 31),)),
    )
    return DocumentGraph(document, entities, _claims(document)[:claims])


def _claims(document: Document) -> tuple[Claim, ...]:
    evidence = Evidence(document.id, 2, 31, document.text[2:31], document.text[:42])
    first = Claim("", "org:armee-vardane", "controls", "place:kolvar", "asserted", evidence)
    second = replace(
        first,
        relation="operatesIn",
        object=Value("Kolvar\n\u2028et ses environs"),
        certainty="reported",
        attributed_to=Value("un témoin"),
        time="2024-03-05",
        qualifiers=(("tense", "past"),),
        rule="essai",
    )
    return tuple(replace(claim, id=claim_id(claim)) for claim in (first, second))
