"""Words for one act: a table of ours of near-synonyms with their nouns (data/senses.tsv), and stems for the rest.

A word may have several senses; two words may tell of one act if they share one. Senses lie in fields: a killing and an
injury are both harm, a killing and a purchase are told apart by their fields.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.events.tables import rows
from rashomon.events.words import CACHED, stem

SAYING = "speech"
"""The field of acts of speech."""

OPPOSED = ({"in", "into"}, {"out"}), ({"on"}, {"off"}), ({"up"}, {"down"}), ({"to"}, {"from"}), ({"for"}, {"against"})
"""Particles that turn one verb into its opposite: to check in, to check out."""

JOINT = "_"
"""Between the words of a phrase in the table."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The senses that a wording may have, and their fields; both empty where the table does not know it."""

    senses: frozenset[str]
    fields: frozenset[str]


UNKNOWN = Meaning(frozenset(), frozenset())


@lru_cache(maxsize=CACHED)
def meaning(word: str, wording: tuple[str, ...]) -> Meaning:
    """The meaning of the longest phrase of `wording` that is in the table, else of `word`, else of any other word."""
    table = _table()
    phrases = [JOINT.join(wording[i : i + n]) for n in (3, 2) for i in range(len(wording) - n + 1)]
    return next((table[phrase] for phrase in (*phrases, word, *wording) if phrase in table), UNKNOWN)


def opposed(one: Collection[str], other: Collection[str]) -> bool:
    """Does one wording have a particle whose opposite stands in the other?"""
    return any(
        not (left.isdisjoint(a) or right.isdisjoint(b)) and left.isdisjoint(b)
        for left, right in OPPOSED
        for a, b in ((one, other), (other, one))
    )


@lru_cache(maxsize=CACHED)
def base(word: str) -> str:
    """The stem of the word, without a doubled letter or an `e` at its end: `acquir`, `shop` for shopped."""
    cut = stem(word)
    if len(cut) > 3 and (cut[-1] == "e" or cut[-1] == cut[-2]):
        cut = cut[:-1]
    return cut


def plain(word: str) -> str:
    """The word without an ending of verbs or nouns, where only that is in the table: headlines are parsed badly."""
    if word in _table():
        return word
    for ending, instead in (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and word.removesuffix(ending) + instead in _table():
            return word.removesuffix(ending) + instead
    return word


@cache
def _table() -> dict[str, Meaning]:
    senses: dict[str, set[str]] = {}
    fields: dict[str, set[str]] = {}
    for field, sense, words in rows("senses.tsv"):
        for word in words.split():
            senses.setdefault(word, set()).add(sense)
            fields.setdefault(word, set()).add(field)
    return {word: Meaning(frozenset(senses[word]), frozenset(fields[word])) for word in senses}
