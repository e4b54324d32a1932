"""What an act is called where the word takes sides (data/framings.tsv): freed or occupied, attack or defence."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.events.tables import rows
from rashomon.record import Statement

NEEDS_DOER = "same doer"
"""What the table asks for where two framings exclude each other only of the same party."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _table() -> tuple[tuple[str, str, tuple[str, ...], frozenset[str], str], ...]:
    return tuple(
        (about, framing, () if words == "-" else tuple(words.split("|")), frozenset(acts.split("|")) - {"-"}, needs)
        for about, framing, words, acts, needs in rows("framings.tsv")
    )


def framings(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """Each question that the wording of the act answers, the answer, and what a clash of answers needs."""
    told = _WORD.findall(statement.trigger.text.casefold()) if statement.trigger else []
    act = f"{statement.type}/{statement.mode}"
    answered: set[str] = set()
    for about, framing, words, acts, needs in _table():
        if about not in answered and (act in acts or any(word.startswith(words) for word in told if words)):
            answered.add(about)
            yield about, framing, needs
