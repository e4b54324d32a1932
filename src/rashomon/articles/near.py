"""Which texts hang together as copies: candidates by MinHash bands, each confirmed by its print.

A band is a few of a text's least hashes; texts with an equal band are candidates. The bands are gone through one after
the other, and in each the texts that share it are compared with one text of every family found there, so the cost grows
with the number of texts and not with the number of pairs. Texts are taken in the order in which they are given.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.articles.prints import Print, is_copy

_BANDS, _ROWS = 96, 2
"""Of a copy of which a quarter is left (Jaccard .25) 998 in 1,000 are candidates, of one of which a tenth is left 6 in
10; of two reports that share one run in 100 1 in 100."""
_BATCH = 256
"""Texts whose least hashes are taken at once."""
_SEED = 42
_MOST = 24
"""Families that one text is compared with in one band: a band with more is a wording that everybody has."""


class Near:
    """Texts that are to be told apart, and those that hang together."""

    def __init__(self) -> None:
        self._prints: list[Print] = []
        self._waiting: list[NDArray[np.uint64]] = []
        self._least: list[NDArray[np.uint32]] = []

    def add(self, one: Print) -> None:
        """One more text."""
        self._prints.append(one)
        self._waiting.append(np.unique(one.runs()))
        if len(self._waiting) == _BATCH:
            self._take()

    def groups(self) -> Iterator[list[int]]:
        """The numbers of the texts in each group, in the order of its first text; one that is no copy is a group."""
        if self._waiting:
            self._take()
        leaders = list(range(len(self._prints)))
        if self._least:
            least = np.concatenate(self._least)
            tried: set[tuple[int, int]] = set()
            for band in range(0, _BANDS * _ROWS, _ROWS):
                keys = least[:, band].astype(np.uint64) << np.uint64(32) | least[:, band + 1]
                for alike in _alike(keys):
                    self._join(alike, leaders, tried)
        groups: dict[int, list[int]] = {}
        for at in range(len(leaders)):
            groups.setdefault(_leader(leaders, at), []).append(at)
        yield from groups.values()

    def _take(self) -> None:
        ends = np.cumsum([0, *map(len, self._waiting)]).astype(np.uint64)
        hashes = np.concatenate(self._waiting)
        rows = RMinHash.digest_matrix_from_flat_token_hashes(hashes, ends, _BANDS * _ROWS, _SEED).to_rows()
        self._least.append(np.array(rows, np.uint32))
        self._waiting = []

    def _join(self, alike: Sequence[int], leaders: list[int], tried: set[tuple[int, int]]) -> None:
        """Compare texts with an equal band, each with one of every family."""
        families: dict[int, int] = {}
        for at in alike:
            for there in list(families.values())[:_MOST]:
                if _leader(leaders, at) == _leader(leaders, there) or (there, at) in tried:
                    continue
                if is_copy(self._prints[there], self._prints[at]):
                    first, second = sorted((_leader(leaders, at), _leader(leaders, there)))
                    leaders[second] = first
                else:
                    tried.add((there, at))
            families.setdefault(_leader(leaders, at), at)


def _alike(keys: NDArray[np.uint64]) -> Iterator[list[int]]:
    """The numbers of the texts that share a key, two at least, each list rising."""
    order = np.argsort(keys, kind="stable")
    changes = np.flatnonzero(np.diff(keys[order])) + 1
    for begin, end in zip((0, *changes), (*changes, len(keys)), strict=True):
        if end - begin > 1:
            yield order[begin:end].tolist()


def _leader(leaders: list[int], at: int) -> int:
    while leaders[at] != at:
        leaders[at] = leaders[leaders[at]]
        at = leaders[at]
    return at
