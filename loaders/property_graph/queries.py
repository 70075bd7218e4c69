"""A user's own queries: only reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from neo4j import ResultSummary, Session, Transaction
from neo4j.exceptions import ClientError, DatabaseError, TransientError

from kg.errors import QueryError
from kg.loaders.answer import Answer
from kg.loaders.property_graph.clauses import writing_clause
from kg.loaders.property_graph.connection import said
from kg.loaders.property_graph.dialects import Dialect
from kg.loaders.property_graph.plain import plain


def ask(
    session: Session,
    query: str,
    parameters: Mapping[str, Any],
    *,
    dialect: Dialect,
    limit: int | None,
    timeout: float,
) -> Answer:
    """The answer to a query that only reads, its values `plain`; `session` is one for reading.

    Whatever it does is rolled back, and one that has written is an error all the same.
    """
    if not dialect.enforces_reading:
        _refuse_writing(query)
    with _clear_errors(dialect, timeout), session.begin_transaction(timeout=timeout) as transaction:
        answer, summary = _run(transaction, query, parameters, limit)
        transaction.rollback()
    if summary.counters.contains_updates or summary.counters.contains_system_updates:
        raise QueryError(_ONLY_READING)
    return answer


_ONLY_READING = "the query would write; only reading is allowed (MATCH … RETURN …)"


def _run(
    transaction: Transaction, query: str, parameters: Mapping[str, Any], limit: int | None
) -> tuple[Answer, ResultSummary]:
    result = transaction.run(query, dict(parameters))
    columns = tuple(result.keys())
    rows = tuple(tuple(map(plain, record.values())) for record in islice(result, limit))
    return Answer(columns, rows), result.consume()


def _refuse_writing(query: str) -> None:
    clause = writing_clause(query)
    if clause is not None:
        raise QueryError(
            f"line {clause.line}, column {clause.column}: {clause.name}: {_ONLY_READING}"
        )


@contextmanager
def _clear_errors(dialect: Dialect, timeout: float) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = error.code or ""
        if code.startswith("Neo.ClientError.Security"):
            raise
        if code == "Neo.ClientError.Statement.AccessMode":
            raise QueryError(_ONLY_READING) from None
        if "TransactionTimedOut" in code:
            raise QueryError(_too_long(timeout)) from None
        raise QueryError(said(error, dialect)) from None
    except (DatabaseError, TransientError) as error:
        raise QueryError(said(error, dialect)) from None


def _too_long(timeout: float) -> str:
    return f"the query took more than {timeout:g} s and was stopped; ask for less, or add LIMIT"
