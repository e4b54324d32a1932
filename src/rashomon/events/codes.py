"""An act in the codes of CAMEO or WEIS (data/codes.tsv, which says its sources).

Both are finer than our types: whether a request was a demand or an appeal, and an agreement a promise or a treaty,
shows in the words that told of the act. A visit has a code for the guest and one for the host.
"""

import re
from functools import cache
from typing import Literal

from rashomon.events.tables import rows

Scheme = Literal["cameo", "weis"]
_COLUMN: dict[Scheme, int] = {"cameo": 0, "weis": 1}
_HOST: dict[Scheme, str] = {"cameo": "043", "weis": "033"}
_WORD = re.compile(r"[^\W\d_]+")

Row = tuple[tuple[str, ...], tuple[str, str]]


@cache
def _table() -> dict[tuple[str, str | None], tuple[Row, ...]]:
    table: dict[tuple[str, str | None], tuple[Row, ...]] = {}
    for type_, mode, words, cameo, weis in rows("codes.tsv"):
        key = type_, None if mode == "-" else mode
        told = () if words == "-" else tuple(map(_root, words.split("|")))
        table[key] = (*table.get(key, ()), (told, (cameo, weis)))
    return table


def _root(word: str) -> str:
    """What the forms of a word begin with: `urg` of urge, urged and urging."""
    return word[:-1] if word[-1] in "ey" and len(word) > 3 else word


def code(scheme: Scheme, type_: str, mode: str | None, trigger: str = "") -> str | None:
    """The code of the act that the words `trigger` tell of, None where the scheme has none."""
    told = _WORD.findall(trigger.casefold())
    for words, codes in (*_table().get((type_, mode), ()), *_table().get((type_, None), ())):
        if not words or any(word.startswith(words) for word in told):
            return codes[_COLUMN[scheme]]
    return None


def host_code(scheme: Scheme) -> str:
    """The code of whoever is visited, towards the visitor."""
    return _HOST[scheme]
