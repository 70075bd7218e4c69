"""What browsers are told not to do."""

from __future__ import annotations

import httpx
import pytest
from serving import Served


@pytest.mark.parametrize("path", ["", "ontology", "search?q=a", "page/main.js", "nulle-part"])
def test_every_answer_is_guarded(path: str, server: Served) -> None:
    """No script from elsewhere and none in the page, no guess at types, no frame."""
    headers = httpx.get(f"{server.url}{path}").headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
