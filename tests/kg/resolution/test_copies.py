"""Which documents copy one another."""

from datetime import date

from kg.records import Document
from kg.resolution.copies import copies, wording

FIRST = "Une voiture piégée a explosé mardi matin devant le marché couvert de Kolvar. "
SECOND = "Le gouverneur de la province a promis que les coupables seraient vite retrouvés. "
THIRD = "Aucun groupe n'a encore dit que ses hommes étaient les auteurs de cet attentat. "


def document(id: str, text: str, day: int) -> Document:
    """A document of that day of March 2024."""
    return Document(id, text, published=date(2024, 3, day))


def test_who_repeats_half_copies_the_earliest() -> None:
    """A copy of a copy copies the first; the order of documents does not matter."""
    first = document("z", FIRST + SECOND, 1)
    second = document("a", FIRST + SECOND + THIRD, 2)
    third = document("b", "Dernière minute. " + (FIRST + SECOND).upper() + THIRD, 3)
    assert copies(map(wording, [third, first, second])) == {"a": "z", "b": "z"}


def test_one_sentence_in_common_is_a_quotation() -> None:
    """Less than half of the shorter is no copy, nor are short sentences."""
    one = document("a", FIRST + SECOND + THIRD, 1)
    other = document(
        "b",
        FIRST
        + "Tout autre chose est arrivé à la même heure dans la capitale. " * 3
        + "Les deux villages voisins n'ont rien su de ce qui se passait là-bas. ",
        2,
    )
    assert copies(map(wording, [one, other])) == {}
    short = [document(id, "Il est mort.", day) for day, id in enumerate("ab", start=1)]
    assert copies(map(wording, short)) == {}
