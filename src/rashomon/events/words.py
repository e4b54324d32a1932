"""Words brought to a form in which two reports of one thing can be compared: stems and their weights.

A stem only has to be the same for `desert`, `deserted` and `desertions`; it need not be a word.
"""

import re
from functools import cache, lru_cache
from math import fsum

from rashomon.models import Linear, load_model

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ions", "ings", "ion", "ing", "ers", "ments",
    "ment", "ed", "es", "er", "al", "ly", "e", "s",
)  # fmt: skip
"""English endings, longest first; only the first that fits is cut."""

CACHED = 2**16
"""Wordings remembered at a time: those of roles and figures come again and again, sentences do not."""

SHORTEST_STEM = 4
"""Letters that must be left of a stem: shorter ones ("fir", "kil") fall together with other words."""

RAREST = 7.0
"""Weight of a stem that the counted reports do not have, or have once: the logarithm of about a thousand."""

_EMPTY = frozenset(
    "about above across after again against ahead all almost along also although always am among an and another any are"
    " around as at away back be because been before being below between both but by came can come could day days did do"
    " does down during each either else even ever every few first for former found from further gave get give given go"
    " going had has have he her here him his how however i if in including inside into is it its itself just know known"
    " last later least less like made make many may me might more most much must my near never new next no nor not now"
    " of off often on once one only or other our out outside over own part people per put rather said same saw say says"
    " second see seen several she should since so some still such take taken than that the their them then there these"
    " they thing this those though three through time to today told too took toward towards two under until up upon us"
    " very was way we week weeks well went were what when where whether which while who whom whose why will with within"
    " without would year years yesterday yet you your according".split()
)
"""Words that tell nothing of what is reported."""


@cache
def stem(word: str) -> str:
    """`word` in lower case without its ending."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= SHORTEST_STEM:
            return low.removesuffix(ending)
    return low


@lru_cache(maxsize=CACHED)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that tell something."""
    return frozenset(stem(word) for word in _WORD.findall(text) if len(word) > 2 and word.casefold() not in _EMPTY)


@cache
def _weights() -> Linear:
    return load_model("stem_weights")


@lru_cache(maxsize=CACHED)
def weight(word: str) -> float:
    """How much a stem tells: the natural logarithm of reports over reports that have it, in news at large. It is the
    same in every record, so that another report changes nothing between two that are there."""
    return RAREST + _weights().margin(word)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Cosine of two sets of weighted stems, 0 to 1."""
    # Exact sums, since a set has no order.
    shared = fsum(map(_squared, one & other))
    if not shared:
        return 0.0
    return float(shared / (_square(one) * _square(other)) ** 0.5)


@lru_cache(maxsize=CACHED)
def _squared(word: str) -> float:
    return weight(word) ** 2


@lru_cache(maxsize=CACHED)
def _square(words: frozenset[str]) -> float:
    return fsum(map(_squared, words))
