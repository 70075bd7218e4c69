"""What no query may do."""

import pytest

from kg.errors import QueryError
from kg.loaders.sparql.checking import check


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "select * { service silent ?where { ?s ?p ?o } }",
        "SELECT * {SERVICE<http://example.org/sparql>{}}",
        "SELECT * { \\u0053ERVICE <http://example.org/> {} }",
        "SELECT * { ?s ?p ?o . # text\nSERVICE <http://example.org/> {} }",
        "SELECT * { ?s ?p '''it''s''' . SERVICE <http://example.org/> {} }",
        'SELECT * { ?s ?p "\\"" . SERVICE <http://example.org/> {} }',
        "SELECT * { ?s ?p 1.SERVICE <http://example.org/> {} }",
        "SELECT * { FILTER(?a<?b) SERVICE fa:x {} FILTER(?a>?b) }",
    ],
)
def test_no_other_server_is_asked(query: str) -> None:
    """However it is written, SERVICE is refused."""
    with pytest.raises(QueryError, match="SERVICE"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "PREFIX a: <b:c> clear all",
        "DROP ALL",
    ],
)
def test_no_query_writes(query: str) -> None:
    """An update is refused, and what to do is said."""
    with pytest.raises(QueryError, match="may only read"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service rdfs:label ?insert }",
        'SELECT * { ?s rdfs:label "SERVICE" }',
        "SELECT * { ?s rdfs:label '''DROP\nALL''' }",
        "SELECT * { ?s a <http://example.org/SERVICE> } # DELETE",
        "SELECT * { ?s service:delete fa:SERVICE, _:load }",
        'SELECT * { ?s rdfs:label "au"@fr-SERVICE }',
        "SELECT * { ?s rdfs:label \"C:\\\\uSERVICE 'DROP'\" }",
    ],
)
def test_the_same_words_as_names_or_text_are_harmless(query: str) -> None:
    """Only a keyword is one."""
    check(query)
