"""Quarters and villages that the language pipeline names nowhere, where the text itself says what they lie in.

"Basra's Maakal district", "al-Hadar village in Quneitra", "stormed Karsa village in Helmand": the word for what it is
and the surrounding name must both stand there, so "the Qibla area" alone is nothing.
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
_VILLAGE = re.compile(rf"\b[a-z]+ {_NAME} villages? (?:of|in) (?:the )?[A-Z]")
"""What a village does or suffers needs no preposition before it: "entered Karsa village in Helmand"."""
_OWNED = re.compile(rf"[A-Z]\w+['’]s {_NAME} {_SORT}\b")


def quarters(text: str) -> Iterator[PlaceMention]:
    """Names that a word for a district or a village follows and a surrounding name is told for, as open mentions."""
    spans = {hit.span("name") for pattern in (_OF, _VILLAGE, _OWNED) for hit in pattern.finditer(text)}
    for start, end in sorted(spans):
        yield PlaceMention(text[start:end], start, end)
