"""Where what is known beforehand, in no language of its own, lies."""

from __future__ import annotations

from pathlib import Path

AUTHORITY = Path(__file__).parent / "known"
