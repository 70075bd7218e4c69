"""The report on one thing: every claim with its sentence and source, and no word that is markup."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from war import FRONT

from kg.errors import InputError
from kg.exports.report import _text, report
from kg.exports.source import Source


def test_every_claim_is_there_with_its_source(source: Source) -> None:
    """Denials too, as such; each number is one of the list of documents."""
    thing = source.find(FRONT.name)
    text = report(source, FRONT.name)
    claims = [c for c in source.graph.claims if thing.id in (c.subject, c.object)]
    assert text.count("\n- **") == len(claims)
    assert text.count("\n  > ") == len(claims)
    cited = set(re.findall(r"\) \[(\d+)\]$", text, re.MULTILINE))
    listed = set(re.findall(r"^(\d+)\. ", text, re.MULTILINE))
    assert cited == listed
    assert len(listed) == len({claim.evidence.document for claim in claims})


def test_words_of_articles_are_no_markup(source: Source) -> None:
    """A name with HTML, code, emphasis and a link comes out as it is written."""
    text = report(source, FRONT.name)
    html = MarkdownIt("commonmark").render(text)
    assert "<b>" not in html
    assert 'href="b"' not in html
    assert "HYPERLINK" in html


def test_what_is_not_there_is_told(source: Source) -> None:
    """With what to do."""
    with pytest.raises(InputError, match="list ids"):
        report(source, "introuvable")


@pytest.mark.parametrize(
    "words", ["# titre", "- liste", "1. un", "2) deux", "=== ", "+ plus", "---"]
)
def test_no_line_begins_a_list_or_a_heading(words: str) -> None:
    """Words at the start of a quotation come out as they are."""
    html = MarkdownIt("commonmark").render(f"> {_text(words)}\n")
    assert html == f"<blockquote>\n<p>{words.strip()}</p>\n</blockquote>\n"
