"""Near-copies of one text: candidates by MinHash and LSH, each confirmed by the share of word runs really shared.

Only hashes of the texts are kept. The result does not depend on the order of the articles: candidates are confirmed
pair by pair, and a family is all that hangs together by confirmed pairs.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from rensa import RMinHash, RMinHashLSH

from rashomon.record import Article, Family, content_id

_RUN = 5
"""Words of a shingle: two reporters of one event share runs of three, seldom runs of five."""
_PERMUTATIONS, _BANDS = 128, 64
"""Two rows a band: a copy of which a quarter is left (Jaccard .25) is a candidate 98 times in 100; two reports that
share one run in 200 once in 600."""
_SHARED = 0.6
"""Share of the shorter text's runs that a copy has; above what two papers share by quoting the same agency."""
_FEWEST = 20
"""Runs below which a text is too short for a share to mean anything: then only an equal text is a copy."""
_SEED = 42
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Print:
    """What is kept of an article: sorted hashes of its runs, and what tells its origin."""

    id: str
    file: str
    outlet: str | None
    published: date | None
    credit: str | None
    runs: "array[int]"


def find_families(articles: Iterable[Article]) -> tuple[Family, ...]:
    """Every article in exactly one family; families in the order of their first article's id."""
    prints = sorted({article.id: _print(article) for article in articles}.values(), key=lambda p: p.id)
    leaders = list(range(len(prints)))
    index = RMinHashLSH(0.5, _PERMUTATIONS, _BANDS)
    for at, one in enumerate(prints):
        signature = RMinHash(_PERMUTATIONS, _SEED)
        signature.update([str(run) for run in one.runs])
        for other in sorted(index.query(signature)):
            if _leader(leaders, at) != _leader(leaders, other) and _is_copy(one.runs, prints[other].runs):
                first, second = sorted((_leader(leaders, at), _leader(leaders, other)))
                leaders[second] = first
        index.insert(at, signature)
    groups: dict[int, list[_Print]] = defaultdict(list)
    for at, one in enumerate(prints):
        groups[_leader(leaders, at)].append(one)
    return tuple(_family(group) for _, group in sorted(groups.items()))


def _print(article: Article) -> _Print:
    words = _WORDS.findall(article.text.casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    hashes = {int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big") for run in runs}
    day = article.published.earliest if article.published else None
    return _Print(article.id, article.file, article.outlet, day, article.copied_from, array("Q", sorted(hashes)))


def _is_copy(one: "array[int]", other: "array[int]") -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST:
        return one == other
    return len(set(shorter).intersection(longer)) >= _SHARED * len(shorter)


def _leader(leaders: list[int], at: int) -> int:
    while leaders[at] != at:
        leaders[at] = leaders[leaders[at]]
        at = leaders[at]
    return at


def _family(group: list[_Print]) -> Family:
    ids = tuple(sorted(one.id for one in group))
    return Family(content_id("family", *ids), _origin(group), ids)


def _origin(group: list[_Print]) -> str:
    """The credit that most copies give (the first by name among equals), else the outlet that was first."""
    credits = Counter(one.credit for one in group if one.credit)
    if credits:
        return min(credits, key=lambda name: (-credits[name], name))
    known = [one for one in group if one.outlet]
    first = min(known or group, key=lambda one: (one.published or date.max, one.file, one.id))
    return first.outlet or first.file
