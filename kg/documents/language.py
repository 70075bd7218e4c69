"""Which language a document is in, and whether we read it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.documents.draft import Draft
from kg.errors import LanguageError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ = ("fr",)
_SURE = 0.9
_ENOUGH = 40
_SAMPLE = 5000


def settle_language(draft: Draft) -> str:
    """The language of `draft`: what it declares, else what its words show.

    A text of few words, or that no language clearly fits, is taken to be in the first that we read.

    Raises:
        LanguageError: it is in a language that we do not read.
    """
    language = draft.language.lower()[:2] or _detect(draft.text)
    if language not in READ:
        raise LanguageError(
            f"{draft.source}: in '{language}', and kg reads {', '.join(READ)} only; leave it out, "
            'or correct its "language" if that is wrong'
        )
    return language


def _detect(text: str) -> str:
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return READ[0]
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else READ[0]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
