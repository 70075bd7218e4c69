"""From bytes to text, whatever the encoding, without garbling."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

from kg.errors import BinaryInput, EmptyInput, EncodingError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(name: str, data: bytes, notify: Callable[[str], None], *, declared: str = "") -> str:
    """`data` as text with plain newlines and composed accents (NFC).

    UTF-8 and byte order marks are tried first, then the `declared` encoding, then the Western
    encodings of old news files; `notify` is told of a guess.

    Raises:
        EmptyInput, BinaryInput, EncodingError: `data` is no text; the message names `name`.
    """
    if not data.strip():
        raise EmptyInput(f"{name}: the file is empty; give it a text, or leave it out")
    text = _decode_marked(data) or _decode_plain(name, data, notify, declared)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _decode_plain(name: str, data: bytes, notify: Callable[[str], None], declared: str) -> str:
    if _CONTROL.search(data):
        raise BinaryInput(f"{name}: this is binary data, no text; convert it to .txt or .html")
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    encoding = _guess(name, data)
    notify(f"{name}: not UTF-8; read as {encoding}; convert it if accents look wrong")
    return data.decode(encoding)


def _guess(name: str, data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_WESTERN).best()
    if best is None:
        raise EncodingError(f"{name}: unknown encoding; convert the file to UTF-8")
    return str(best.encoding)
