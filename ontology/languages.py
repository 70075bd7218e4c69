"""Where the data of each language lies."""

from __future__ import annotations

from pathlib import Path

from kg.errors import LanguageError

ROOT = Path(__file__).parent / "languages"


def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a folder."""
    return tuple(sorted(path.name for path in ROOT.iterdir() if path.is_dir()))


def folder(language: str) -> Path:
    """The folder with the data of `language`.

    Raises:
        LanguageError: no folder covers that language.
    """
    if language not in languages():
        known = ", ".join(languages())
        raise LanguageError(f"no data for the language {language!r}; use one of: {known}")
    return ROOT / language
