"""Articles as they are usually set: the corpus has a space where a link ended."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from kg.corpus import NamedText
from kg.records import Name

_NEEDLESS = re.compile(r"(?<=[\w)»]) (?=[,.)])|(?<=[(]) |(?<=\w['’]) (?=\w)")


def tidied(text: NamedText) -> NamedText:
    """The article without spaces before commas, stops and closing brackets, or after an elision."""
    spaces = [match.start() for match in _NEEDLESS.finditer(text.document.text)]
    names = (_moved(name, spaces) for name in text.names)
    document = replace(text.document, text=_NEEDLESS.sub("", text.document.text))
    return NamedText(document, tuple(names))


def _moved(name: Name, spaces: list[int]) -> Name:
    start, end = (at - bisect_left(spaces, at) for at in (name.start, name.end))
    return replace(name, start=start, end=end)
