"""Parsing: paragraphs, sentence starts, offsets, long texts, missing models."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsing import parse

from kg.errors import LanguageError, ModelError
from kg.records import Document
from kg.sentences import Parser
from kg.sentences.boundaries import sentence_starts
from kg.sentences.choices import choices_of
from kg.sentences.model import load_model
from kg.sentences.paragraphs import Stretch, batches, stretches

FRENCH = choices_of("fr")


def sentences(text: str) -> list[str]:
    """The sentences of `text` as they stand in it."""
    return [text[s.start : s.end] for s in parse(text).sentences]


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The French parser."""
    return Parser()


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("Il dort . Elle part .", ["Il", "Elle"]),
        ("Il dort ! Elle part ?", ["Il", "Elle"]),
        ("Il dort … Elle part .", ["Il", "Elle"]),
        ("M. Vasseur dort .", ["M."]),
        ("Paul T . Vasseur dort .", ["Paul"]),
        ("« Partez ! » crie -t-il .", ["«"]),
        ("« Il dort . » Elle part .", ["«", "Elle"]),
        ("Elle part . « Il dort .", ["Elle", "«"]),
        ("Le camp , Daraa , Homs", ["Le"]),
    ],
)
def test_sentences_start_by_rule(words: str, starts: list[str]) -> None:
    """A sentence starts after an ender and its closing marks, never before a small letter."""
    split = words.split()
    found = sentence_starts(split, FRENCH)
    assert [word for word, start in zip(split, found, strict=True) if start] == starts


def test_the_dateline_is_no_part_of_the_sentence_after_it() -> None:
    """« 3 mars 2020 . – » stands alone."""
    assert sentences("3 mars 2020 . – Un obus est tombé sur Alep.") == [
        "3 mars 2020 .",
        "– Un obus est tombé sur Alep.",
    ]


def test_a_sentence_never_crosses_a_paragraph() -> None:
    """A line end ends the sentence, full stop or not; paragraphs count from 0, blank lines not."""
    analysis = parse("Deux morts à Homs\n\nLa ville est calme.\nElle dort.")
    assert [s.paragraph for s in analysis.sentences] == [0, 1, 2]


def test_tokens_are_the_text_at_their_offsets() -> None:
    """Curly apostrophes and unbreakable spaces are kept, and change no offset."""
    analysis = parse(
        "L’armée a tué 3\u00a0500 hommes, dit-on.\n\n«\u202fC’est faux\u202f», répond-il."
    )
    tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
    text = analysis.document.text
    assert [t.text for t in tokens] == [text[t.start : t.end] for t in tokens]
    assert not any(t.text.isspace() for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(text.split())


def test_tokens_point_to_heads_of_their_own_sentence() -> None:
    """Indexes run through the document; a root is its own head."""
    analysis = parse("Le groupe recule.\n\nL'armée avance vers la ville de Palmyre.")
    for sentence in analysis.sentences:
        inside = {token.index for token in sentence.tokens}
        assert all(token.head in inside for token in sentence.tokens)
        assert sum(token.head == token.index for token in sentence.tokens) == 1
    indexes = [token.index for s in analysis.sentences for token in s.tokens]
    assert indexes == list(range(len(indexes)))


def test_a_curly_apostrophe_parses_like_a_straight_one() -> None:
    """The model sees the same characters."""
    curly, straight = parse("L’ONU quitte l’Irak."), parse("L'ONU quitte l'Irak.")
    assert [t.pos for t in curly.sentences[0].tokens] == [
        t.pos for t in straight.sentences[0].tokens
    ]
    assert curly.names == straight.names


def test_many_documents_are_parsed_as_one_by_one(parser: Parser) -> None:
    """The company of other documents changes nothing."""
    documents = [
        Document(str(n), f"Paris a livré {n} chars à Kiev. Moscou proteste.") for n in (2, 9)
    ]
    assert list(parser.parse_many(documents)) == [parser.parse(d) for d in documents]


def test_a_word_of_a_million_letters_is_parsed(parser: Parser) -> None:
    """It is cut, not refused."""
    analysis = parser.parse(Document("long", "a" * 1_000_000))
    assert analysis.sentences[-1].end == 1_000_000


@pytest.mark.parametrize("text", ["", "  \n\t\n ", "\n\n"])
def test_blank_text_has_no_sentences(parser: Parser, text: str) -> None:
    """Nothing to say is no error."""
    assert parser.parse(Document("blank", text)).sentences == ()


def test_long_paragraphs_are_cut_after_sentences() -> None:
    """Pieces cover the paragraph, none is too long, each but the last ends a sentence."""
    text = "Le poste est tombé hier. " * 40
    pieces = list(stretches(text, longest=200))
    assert "".join(piece.text for piece in pieces).strip() == text.strip()
    assert all(len(piece.text) <= 200 for piece in pieces)
    assert all(piece.text.rstrip().endswith(".") for piece in pieces)
    assert {piece.paragraph for piece in pieces} == {0}


def test_a_missing_model_says_what_to_install() -> None:
    """The message names the package."""
    with pytest.raises(ModelError, match="pip install fr-nowhere"):
        load_model(replace(FRENCH, name="fr_nowhere", package="fr-nowhere"))


def test_a_language_without_folder_is_named() -> None:
    """The message lists what there is."""
    with pytest.raises(LanguageError, match="fr"):
        Parser("tlh")


def test_a_sentence_without_an_end_is_cut() -> None:
    """No sentence has more words than the language allows, and no word is lost or moved."""
    text = "L'armée syrienne a bombardé la ville de Homs " * 100
    analysis = parse(text)
    lengths = [len(sentence.tokens) for sentence in analysis.sentences]
    assert lengths == [FRENCH.most_words] * 4 + [100]
    tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
    assert [token.text for token in tokens] == [text[token.start : token.end] for token in tokens]
    assert "".join(token.text for token in tokens) == text.replace(" ", "")


def test_a_long_text_is_parsed_in_batches() -> None:
    """Stretches are gathered in order, each batch up to the characters that it may hold."""
    pieces = [Stretch("x" * 40, 40 * number, number) for number in range(7)]
    found = list(batches(pieces, most=100))
    assert [len(batch) for batch in found] == [3, 3, 1]
    assert [piece for batch in found for piece in batch] == pieces
