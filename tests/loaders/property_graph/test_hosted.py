"""A Neo4j as hosted ones are reached: over TLS, routed, and reading what was just written."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from stories import claim, entity, story
from tls import encrypted
from trustme import CA

from kg.errors import StoreUnreachable
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.process import BoltAddress

pytestmark = pytest.mark.neo4j

STORY = story(
    "hosted",
    [entity("organisation:front", "ArmedGroup"), entity("place:kolvar", "City")],
    [claim("organisation:front", "controls", "place:kolvar")],
)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CA:
    """An authority whose certificates this process trusts."""
    made = CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


@pytest.fixture
def door(neo4j_server: BoltAddress, authority: CA) -> Iterator[int]:
    """The port of a door with TLS before the server."""
    with encrypted(urlsplit(neo4j_server.uri).port or 0, authority) as port:
        yield port


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s", "neo4j+ssc", "bolt+ssc"])
def test_an_encrypted_server_is_written_and_read(
    scheme: str, door: int, neo4j_server: BoltAddress
) -> None:
    """With each scheme that an address of a hosted server has."""
    address = replace(neo4j_server, uri=f"{scheme}://127.0.0.1:{door}")
    store = PropertyGraph.connect(address)
    store.prepare()
    store.write([STORY])
    assert store.documents()["hosted"]
    assert STORY in list(store.read())
    store.remove("hosted")
    assert "hosted" not in store.documents()
    store.close()


def test_a_certificate_that_nobody_vouches_for_is_refused(
    door: int, neo4j_server: BoltAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    """+s means that the server is known; +ssc would take any."""
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(StoreUnreachable, match="does not answer"):
        PropertyGraph.connect(replace(neo4j_server, uri=f"neo4j+s://127.0.0.1:{door}"))


def test_what_was_written_is_read_whichever_member_answers(
    neo4j_server: BoltAddress, caplog: pytest.LogCaptureFixture
) -> None:
    """A reader tells the server the bookmark of the last writing, as a cluster needs it."""
    store = PropertyGraph.connect(neo4j_server)
    store.write([STORY])
    with caplog.at_level(logging.DEBUG, logger="neo4j.io"):
        assert store.documents()["hosted"]
    begun = [line for line in caplog.messages if "BEGIN" in line]
    assert begun
    assert all("bookmarks" in line for line in begun)
    store.remove("hosted")
    store.close()
