"""Ids made from content alone: one article gives one graph, on any day and any machine."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

from kg.records import Claim, Value

_WORD = re.compile(r"\w+")
_LOCAL = re.compile(r"[a-z]+:[0-9a-f]{16}")


def fold(text: str) -> str:
    """`text` without accents, case and punctuation: the form in which names are compared."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe"))
    text = text.casefold()
    if not text.isascii():
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(_WORD.findall(text))


def digest(*parts: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of `parts`."""
    payload = json.dumps(parts, ensure_ascii=False).encode()
    return hashlib.sha256(payload).hexdigest()[:length]


def named_id(family: str, name: str) -> str:
    """The id of a named thing: the same in every document that gives it the same `name`."""
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(name)))[:80]
    return f"{family}:{slug or digest(name)}"


def local_id(family: str, document_id: str, start: int) -> str:
    """The id of what one document alone knows (an event, a group): by where it first stands."""
    return f"{family}:{digest(document_id, str(start))}"


def is_local(identifier: str) -> bool:
    """Whether `identifier` is a `local_id`: of what has no name that others could call it by."""
    return _LOCAL.fullmatch(identifier) is not None


def claim_id(claim: Claim) -> str:
    """The id of a claim: a hash of all that it says and of where (its own `id` left out)."""
    obj = claim.object
    return "claim:" + digest(
        claim.subject,
        claim.relation,
        f"={obj.text}" if isinstance(obj, Value) else obj,
        claim.certainty,
        str(claim.attributed_to),
        claim.time,
        str(claim.qualifiers),
        claim.evidence.document,
        str(claim.evidence.start),
        str(claim.evidence.end),
    )
