"""The documentation site builds without a warning, and no link in it leads nowhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from kg.cli.group import commands
from kg.ontology import load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as the README says."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", out / "trees"]
    done = subprocess.run(  # noqa: S603 - our own words
        [*command, ROOT / "docs" / "site", out / "html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out / "html"


def test_no_link_leads_nowhere(site: Path) -> None:
    """Pages, anchors and pictures; only what stands in footers leads out of the site."""
    pages = {path: html.parse(path).getroot() for path in site.rglob("*.html")}
    names = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.xpath("//a/@href | //img/@src | //link/@href | //script/@src"):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("https", "data", "mailto"), (path, link)
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.exists(), (path, link)
            if parts.fragment and target in names and parts.path.endswith(".html"):
                assert unquote(parts.fragment) in names[target], (path, link)


def test_nothing_is_fetched(site: Path) -> None:
    """No picture, script or sheet of another server."""
    for path in site.rglob("*.html"):
        page = html.parse(path).getroot()
        loaded = page.xpath("//img/@src | //script/@src | //link[@rel='stylesheet']/@href")
        assert not [each for each in loaded if each.startswith(("http:", "https:", "//"))], path


def test_the_reference_holds_everything(site: Path) -> None:
    """Each command, and each class, relation and certainty of the ontology."""
    told = (site / "reference" / "genere" / "commandes.html").read_text(encoding="utf8")
    assert all(
        f">kg {name}" in told
        for name in commands.list_commands(None)
        if name not in ("neo4j", "train")
    )  # type: ignore[arg-type]
    ontology = (site / "reference" / "genere" / "ontologie.html").read_text(encoding="utf8")
    assert all(
        name in ontology for name in (*load().classes, *load().relations, *load().certainties)
    )
    api = (site / "reference" / "api.html").read_text(encoding="utf8")
    assert all(name in api for name in ("kg.connect", "camp_changes", "draw_map", "Filters"))


def test_it_is_in_french(site: Path) -> None:
    """The pages say so to readers and machines."""
    assert html.parse(site / "index.html").getroot().get("lang") == "fr"
