"""Names for the files of documents: made of their ids, and always inside their folder."""

from __future__ import annotations

import re

from kg.identity import digest

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|%]|^\.')
_LONGEST = 150


def file_name(document_id: str, ending: str) -> str:
    """A file name for `document_id`: the id itself where it is a plain one.

    What could lead elsewhere or means something to a file system is percent-encoded, so that two
    ids never share a name; a very long id is cut and told apart by a hash.
    """
    name = _UNSAFE.sub(_encode, document_id)
    if len(name.encode()) > _LONGEST:
        name = f"{name.encode()[:_LONGEST].decode(errors='ignore')}~{digest(document_id)}"
    return name + ending


def _encode(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())
