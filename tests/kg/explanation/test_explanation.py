"""Every claim can tell how it came about, and every sentence without one why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from parsing import parse

from kg.demo import DISPATCHES
from kg.documents import read_documents
from kg.explanation import Explanation, explanation
from kg.explanation.places import place_of_name
from kg.explanation.steps import ClaimSteps, SentenceSteps
from kg.pipeline import explain, extract, graph_of
from kg.records import Document
from kg.trace import Trace

ROOT = Path(__file__).parents[3]


@cache
def explained(text: str) -> Explanation:
    """The explanation of `text`, by the real stages."""
    analysis, trace = parse(text), Trace()
    return explanation(analysis, graph_of(analysis, trace=trace), trace)


def claim(text: str, relation: str) -> ClaimSteps:
    """The first claim of `relation` that `text` gives."""
    return next(each for each in explained(text).claims if each.relation == relation)


def nothing(text: str) -> SentenceSteps:
    """The only sentence of `text`, which gives no claim."""
    assert explained(text).claims == ()
    (sentence,) = explained(text).sentences
    return sentence


def reasons(text: str) -> dict[str, str]:
    """Why each rule failed in the only sentence of `text`."""
    return {failure.rule: failure.why for failure in nothing(text).failures}


TEXTS = (
    "L'armée turque a repris la ville d'Alep. Elle aurait bombardé Homs, selon l'ONU.",
    "Boko Haram a tué dix soldats lundi à Maiduguri, a annoncé le ministre Ali Traoré.",
    "Le Hezbollah soutient le Hamas. Le mouvement dément avoir attaqué Israël.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_asking_for_the_steps_changes_nothing(text: str) -> None:
    """The graph is the same with and without a trace: both come from one code path."""
    assert graph_of(parse(text), trace=Trace()) == graph_of(parse(text))


@pytest.mark.parametrize("text", TEXTS)
def test_every_claim_is_explained(text: str) -> None:
    """Each has the place of its rule, the words of both ends, and a reason where it is hedged."""
    claims = explained(text).claims
    assert claims
    for each in claims:
        assert each.place is not None
        assert each.subject_steps.text in text
        assert each.object_steps.text in text
        assert (each.certainty.value == "asserted") == (not each.certainty.rule)


def test_a_frame_is_named_with_file_and_line() -> None:
    """The line is that of the entry that the rule is named after."""
    place = claim("Le Hezbollah soutient le Hamas.", "supports").place
    assert place is not None
    line = (ROOT / place.file).read_text(encoding="utf8").splitlines()[place.line - 1]
    assert line == f"- name: {place.entry}"


def test_an_event_names_the_entry_of_its_word() -> None:
    """The line of events.yaml lists the word that tells the event."""
    place = claim("Boko Haram a mené un raid contre Maiduguri.", "participatesIn").place
    assert place is not None
    line = (ROOT / place.file).read_text(encoding="utf8").splitlines()[place.line - 1]
    assert "raid" in line


def test_an_end_tells_slot_word_and_mention() -> None:
    """A transparent noun leads from the subject to the name behind it."""
    subject = claim("Les combattants du Hezbollah soutiennent le Hamas.", "supports").subject_steps
    assert (subject.slot, subject.word, subject.text) == ("subject", "combattants", "Hezbollah")
    assert subject.mention is not None
    assert (subject.mention.found_by, subject.mention.joined_by) == ("lexicon", "name")
    assert subject.mention.place is not None
    assert subject.mention.place.file.endswith("names/organisations.yaml")


def test_what_is_enumerated_has_no_word_of_its_own() -> None:
    """The second name of an enumeration came by the first."""
    claims = explained("Le Hezbollah soutient le Hamas et le Fatah.").claims
    words = {each.object_steps.text: each.object_steps.word for each in claims}
    assert words == {"Hamas": "Hamas", "Fatah": ""}


def test_a_pronoun_tells_its_rule() -> None:
    """A personal pronoun was resolved, and to whom."""
    text = "Le Hezbollah a quitté Alep. Il soutient le Hamas."
    mention = claim(text, "supports").subject_steps.mention
    assert mention is not None
    assert (mention.text, mention.name, mention.joined_by) == ("Il", "Hezbollah", "personal")


@pytest.mark.parametrize(
    ("text", "value", "rule", "words"),
    [
        ("Le Hezbollah soutient le Hamas.", "asserted", "", ()),
        ("Le Hezbollah ne soutient pas le Hamas.", "negated", "negation", ("ne", "pas")),
        ("Le Hezbollah soutiendrait le Hamas.", "reported", "mood", ("soutiendrait",)),
        ("Le Hezbollah soutient le Hamas, selon l'ONU.", "reported", "source", ("selon",)),
        ("Le Hezbollah soutient-il le Hamas ?", "possible", "question", ("?",)),
        ("Le Hezbollah dément soutenir le Hamas.", "negated", "governor", ("dément",)),
    ],
)
def test_the_words_that_decide_certainty_are_named(
    text: str, value: str, rule: str, words: tuple[str, ...]
) -> None:
    """The hedge is the word that a reader would point at."""
    certainty = claim(text, "supports").certainty
    assert (certainty.value, certainty.rule, certainty.words) == (value, rule, words)


def test_speaker_and_date_name_their_words() -> None:
    """Who says it by which words, and the words of the date."""
    told = claim("Selon l'ONU, le Hezbollah a soutenu le Hamas en 2017.", "supports")
    assert told.speaker is not None
    assert (told.speaker.value, told.speaker.rule) == ("ONU", "source")
    assert "Selon" in told.speaker.words
    assert told.time is not None
    assert (told.time.value, told.time.words) == ("2017", ("en 2017",))


def test_a_sentence_without_any_word_of_a_rule_says_so() -> None:
    """No rule began: no failure, but the words as the parser reads them."""
    sentence = nothing("Le soleil brille sur la plage.")
    assert sentence.failures == ()
    assert "plage" in [word.text for word in sentence.words]


@pytest.mark.parametrize(
    ("text", "rule", "why"),
    [
        (
            "Elle soutient le Hamas.",
            "supports.verb.soutenir",
            "no subject: « Elle » (subject) is a pronoun that refers to nothing named before",
        ),
        (
            "Le Hezbollah soutient la paix.",
            "supports.verb.soutenir",
            "no object: « paix » (object) is no entity",
        ),
        (
            "Le Hezbollah a pris la parole.",
            "controls.verb.prendre",
            "no object: « parole » (object) is no entity",
        ),
        (
            "Le Hamas assure le contrôle des comptes.",
            "controls.noun.sous-controle",
            "none of the words that it asks for (having) stands beside it",
        ),
    ],
)
def test_a_failure_names_what_was_missing(text: str, rule: str, why: str) -> None:
    """Which end was not filled and by which words, or which condition was not met."""
    assert reasons(text)[rule].startswith(why)


def test_an_entity_of_the_wrong_class_is_named() -> None:
    """What stood there and of which class it is."""
    why = reasons("Le Hezbollah contrôlait Vladimir Poutine.")["controls.verb.tenir"]
    assert "Vladimir Poutine, a Person, which it does not take" in why


def test_a_claim_told_twice_is_explained_once() -> None:
    """The second sentence says that the first has told it."""
    sentences = explained(
        "Le Hezbollah soutient le Hamas. Le Hezbollah soutient le Hamas."
    ).sentences
    assert [len(each.claims) for each in sentences] == [1, 0]
    assert "repeated" in [failure.reason for failure in sentences[1].failures]


def test_names_without_a_line_have_no_place() -> None:
    """Countries of the standard lists stand in no file of ours."""
    assert place_of_name("France métropolitaine et autres", "fr") is None


def test_the_dispatches_are_explained() -> None:
    """Every claim of whole articles, whatever made it, and every rule that failed in them."""
    for item in read_documents([str(DISPATCHES)]):
        assert isinstance(item, Document)
        told = explain(item)
        assert [each.id for each in told.claims] == [each.id for each in extract(item).claims]
        assert all(failure.why for each in told.sentences for failure in each.failures)
