"""Quarters and villages that the language pipeline names nowhere, where the text itself says what they lie in.

"Basra's Maakal district", "al-Hadar village in Quneitra": the word for what it is and the surrounding name must both
stand there, so "the Qibla area" alone is nothing.
"""

import re
from collections.abc import Iterator

from rashomon.record import PlaceMention

_WORD = r"(?:(?:al|el|ad|as|ash|an|ar|ez|at)-)?[A-Z][\w'’-]*\w"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}}?)"
_SORT = r"(?:districts?|neighbou?rhoods?|suburb|quarter|area|slum|camp|village|town)"
_OF = re.compile(
    rf"(?:\b[Tt]he|\b(?:in|at|on|of|from|into|to|near|and|nearby)) {_NAME} {_SORT} (?:of|in) (?:the )?[A-Z]"
)
_OWNED = re.compile(rf"[A-Z]\w+['’]s {_NAME} {_SORT}\b")


def quarters(text: str) -> Iterator[PlaceMention]:
    """Names that a word for a district or a village follows and a surrounding name is told for, as open mentions."""
    for pattern in (_OF, _OWNED):
        for hit in pattern.finditer(text):
            yield PlaceMention(hit["name"], hit.start("name"), hit.end("name"))
