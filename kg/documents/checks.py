"""What every document must be, whatever it was read from."""

from __future__ import annotations

import re

from kg.documents.draft import Draft
from kg.errors import BinaryInput, EmptyInput, OversizeInput

LONGEST = 1_000_000
"""Code points; the longest articles have a tenth of that."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")


def check(draft: Draft) -> None:
    """Raise the InputError that says why `draft` is no article, if so."""
    if not draft.text.strip():
        raise EmptyInput(f"{draft.source}: no text; give it a text, or leave it out")
    if len(draft.text) > LONGEST:
        raise OversizeInput(
            f"{draft.source}: {len(draft.text):,} characters, more than {LONGEST:,}; "
            "split it into articles"
        )
    for field in (draft.id, draft.text, draft.title, draft.url):
        if _UNSTORABLE.search(field):
            raise BinaryInput(
                f"{draft.source}: holds code points that no text has (NUL, lone surrogates); "
                "remove them"
            )
