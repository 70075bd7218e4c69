"""Finding the clause by which a query would write, without a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.loaders.property_graph.clauses import Clause, writing_clause

WORDS = ("CREATE", "Merge", "set", "DELETE", "detach DELETE", "REMOVE", "DROP", "FOREACH")


@pytest.mark.parametrize("word", WORDS)
def test_a_clause_is_found_where_it_stands(word: str) -> None:
    """Whatever its case; line and column are counted from 1."""
    found = writing_clause(f"MATCH (n)\n  {word} (m)")
    last = word.split()[-1]
    assert found == Clause(last.upper(), 2, 3 + len(word) - len(last))


@pytest.mark.parametrize(
    "quiet", ["'{}'", '"{}"', "`{}`", "// {}\n", "/* {}\n */", "n.{}", "(n:{})", "${}", "{{{}: 1}}"]
)
@pytest.mark.parametrize("word", WORDS)
def test_a_name_a_text_and_a_comment_are_no_clause(quiet: str, word: str) -> None:
    """They may hold any word."""
    assert writing_clause("RETURN " + quiet.format(word.split()[-1])) is None


@given(st.text(alphabet="ab'\"`/*\\\n: ."))
def test_a_quoted_text_hides_no_clause_after_it(text: str) -> None:
    """However it is escaped, what comes after its end is seen."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    found = writing_clause(f"RETURN '{escaped}' CREATE (n)")
    assert found is not None
    assert found.name == "CREATE"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", None),
        ("'", None),
        ("MATCH (n) RETURN n.settings", None),
        ("RETURN 'CREATE", Clause("CREATE", 1, 9)),
    ],
)
def test_an_open_quote_hides_nothing(query: str, found: Clause | None) -> None:
    """In doubt, a query would write."""
    assert writing_clause(query) == found
