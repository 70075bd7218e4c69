"""One line of JSON Lines that every reader splits in the same places."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\u0085\u2028\u2029"}
"""What some readers take for the end of a line; JSON escapes the others itself."""


def json_line(data: Mapping[str, Any]) -> str:
    """`data` as one line of JSON, newline included."""
    return json.dumps(data, ensure_ascii=False).translate(_BREAKS) + "\n"
