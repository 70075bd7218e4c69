"""Loads the language model; the typed face of spaCy."""

from __future__ import annotations

import spacy
from spacy.language import Language

from kg.errors import ModelError
from kg.sentences.choices import Choices


def load_model(choices: Choices) -> Language:
    """The model that `choices` names.

    Raises:
        ModelError: it is not installed or does not load.
    """
    try:
        return spacy.load(choices.name, exclude=choices.unused)
    except (OSError, ValueError, ImportError) as error:
        reason = " ".join(str(error).split())[:120]
        raise ModelError(
            f"the language model {choices.name} does not load ({reason}); "
            f"install it with: pip install {choices.package}"
        ) from None
