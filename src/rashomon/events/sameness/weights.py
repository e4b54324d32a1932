"""How much words tell within one pile of reports, and how alike two sets of words are under such weights."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, prod


def weights(documents: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Each stem's weight: the natural logarithm of documents over documents that have it, plus one in each count."""
    count: Counter[str] = Counter()
    total = 0
    for document in documents:
        count.update(document)
        total += 1
    return {word: log((total + 1) / (seen + 1)) for word, seen in count.items()}


def likeness(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two sets of stems under `weight`, 0 to 1; a stem without a weight tells nothing."""
    shared = sum(weight.get(word, 0.0) ** 2 for word in one & other)
    if not shared:
        return 0.0
    lengths = (sum(weight.get(word, 0.0) ** 2 for word in words) for words in (one, other))
    return float(shared / prod(lengths) ** 0.5)
