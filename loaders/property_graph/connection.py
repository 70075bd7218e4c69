"""The driver of a server, and its errors in words that say what to do."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Forbidden,
    Neo4jError,
)

from kg.errors import FaisceauError, StoreRefused, StoreUnreachable
from kg.loaders.property_graph.dialects import NEO4J, Dialect
from kg.loaders.servers.process import BoltAddress

_SECONDS_TO_CONNECT = 10

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # retries are no news for a user


def open_driver(address: BoltAddress) -> tuple[Driver, str]:
    """A driver that has reached the server, and what the server calls itself.

    Raises:
        StoreUnreachable: nothing answers at the address, or it is no address.
        StoreRefused: user, password or database are not accepted.
    """
    with clear_errors(address):
        driver = GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password) if address.user else None,
            connection_timeout=_SECONDS_TO_CONNECT,
            connection_acquisition_timeout=2 * _SECONDS_TO_CONNECT,
            notifications_min_severity="OFF",
        )
    try:
        with clear_errors(address):
            return driver, _agent(driver, address.database)
    except FaisceauError:
        driver.close()
        raise


def _agent(driver: Driver, database: str) -> str:
    """Ask the server once; a managed transaction would try for half a minute."""
    with (
        driver.session(database=database or None) as session,
        session.begin_transaction() as transaction,
    ):
        return transaction.run("RETURN 1").consume().server.agent


@contextmanager
def clear_errors(address: BoltAddress) -> Iterator[None]:
    """Turn errors of the driver into ours; no message holds a password."""
    try:
        yield
    except (AuthError, Forbidden) as error:
        raise StoreRefused(_refusal(address, error)) from None
    except ClientError as error:
        raise StoreRefused(f"{_shown(address)}: {said(error)}") from None
    except Neo4jError as error:
        raise StoreRefused(
            f"{_shown(address)} could not do it: {said(error)}; see the server's log"
        ) from None
    except (ConfigurationError, ValueError) as error:
        raise StoreUnreachable(
            f"{_shown(address)} is no address of a server: {_first_line(str(error))}; "
            "write one like neo4j://localhost:7687 or neo4j+s://host:7687"
        ) from None
    except (DriverError, OSError) as error:
        raise StoreUnreachable(
            f"{_shown(address)} does not answer: {_first_line(str(error))}; start the server, or "
            "check host and port"
        ) from None


def said(error: Neo4jError, dialect: Dialect = NEO4J) -> str:
    """What the server says of an error, in one line; a position in the query comes first."""
    message = error.message or error.code or "unknown error"
    line = _first_line(message)
    position = _POSITION.search(message)
    if position is None:
        return line
    column = int(position["column"]) - dialect.first_column + 1
    line = _first_line(message.replace(position[0], " ")).strip(" -")
    return f"line {position['line']}, column {column}: {' '.join(line.split())}"


_POSITION = re.compile(
    r"(?: at|\()? ?line (?P<line>\d+)(?::|, column )(?P<column>\d+)"
    r"(?: \(offset: \d+\)\))?"
)
"""Where in a query an error is, as each of the servers words it."""


def _refusal(address: BoltAddress, error: Neo4jError) -> str:
    where, user = _shown(address), address.user or "(none)"
    if error.code == "Neo.ClientError.Security.AuthenticationRateLimit":
        return f"{where} refuses user {user} after too many wrong passwords; wait a minute"
    if isinstance(error, Forbidden):
        return (
            f"{where} does not allow user {user} to do this: {said(error)}; ask its administrator"
        )
    return f"{where} refuses user {user}: check user and password"


def _shown(address: BoltAddress) -> str:
    return _first_line(address.uri) or "''"


def _first_line(text: str) -> str:
    """The first line, without the user and password that an address in it may hold."""
    line = next(iter(text.strip().splitlines()), "").rstrip(": ")
    return re.sub(r"//[^/\s]*@", "//", line)
