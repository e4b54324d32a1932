"""Which texts hang together as copies: candidates by MinHash bands, each confirmed by its print.

A band is a few of a text's least hashes; texts with an equal band are candidates. The bands are gone through one after
the other. In each, one text stands for every family found so far; a crowd that shares a band is parted by more of the
least hashes until it is none. So the cost grows with the number of texts and not with the number of pairs, however many
share a paragraph. Texts are taken in the order in which they are given.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.articles.prints import Print, is_copy

_BANDS, _ROWS = 96, 2
"""Of a copy of which a quarter is left (Jaccard .25) 998 in 1,000 are candidates, of one of which a tenth is left 6 in
10; of two reports that share one run in 100 1 in 100."""
_LEAST = _BANDS * _ROWS
_BATCH = 256
"""Texts whose least hashes are taken at once."""
_SEED = 42
_CROWD = 16
"""Families that share a band from which on it is parted."""
_PARTED = 3
"""How often at most: eight of the least hashes in all, which copies of which half is left share now and then."""
_FEWEST = 0.3
"""Share of the shorter text's runs that a copy has in common, most of its quotations retranslated."""
_DOUBT = 2
"""Standard deviations by which the least hashes may tell too little of what two texts share."""


class Near:
    """Texts that are to be told apart, and those that hang together."""

    def __init__(self) -> None:
        self._prints: list[Print] = []
        self._sizes: list[int] = []
        self._waiting: list[NDArray[np.uint64]] = []
        self._rows: list[NDArray[np.uint32]] = []

    def add(self, one: Print) -> None:
        """One more text."""
        runs = np.unique(one.runs())
        self._prints.append(one)
        self._sizes.append(len(runs))
        self._waiting.append(runs)
        if len(self._waiting) == _BATCH:
            self._take()

    def groups(self) -> list[list[int]]:
        """The numbers of the texts in each group, in the order of its first text; one that is no copy is a group."""
        if self._waiting:
            self._take()
        if not self._rows:
            return []
        joined = _Joined(self._prints, np.array(self._sizes), np.concatenate(self._rows))
        everything = np.arange(len(self._prints))
        for band in range(_BANDS):
            joined.join(everything, band * _ROWS)
        return joined.groups()

    def _take(self) -> None:
        ends = np.cumsum([0, *map(len, self._waiting)]).astype(np.uint64)
        hashes = np.concatenate(self._waiting)
        rows = RMinHash.digest_matrix_from_flat_token_hashes(hashes, ends, _LEAST, _SEED).to_rows()
        self._rows.append(np.array(rows, np.uint32))
        self._waiting = []


class _Joined:
    """What has been joined so far: every text has a leader, the first text of its family."""

    def __init__(self, prints: Sequence[Print], sizes: NDArray[np.int64], least: NDArray[np.uint32]) -> None:
        self._prints = prints
        self._sizes = sizes
        self._least = least
        self._leaders = list(range(len(prints)))
        self._apart: set[tuple[int, int]] = set()

    def groups(self) -> list[list[int]]:
        """The texts of each family, in their order."""
        groups: dict[int, list[int]] = {}
        for at in range(len(self._leaders)):
            groups.setdefault(self._leader(at), []).append(at)
        return list(groups.values())

    def join(self, texts: NDArray[np.int64], column: int, parted: int = 0) -> None:
        """Compare those of the texts that share the least hashes at `column` and behind it."""
        here = self._least[texts, column : column + _ROWS].astype(np.uint64)
        for alike in _alike(here[:, 0] << np.uint64(32) | here[:, 1]):
            first = {self._leader(at): at for at in texts[alike[::-1]].tolist()}
            standing = np.array(sorted(first.values()))
            if len(standing) > _CROWD and parted < _PARTED:
                self.join(standing, (column + _ROWS) % _LEAST, parted + 1)
            else:
                self._compare(standing)

    def _compare(self, texts: NDArray[np.int64]) -> None:
        """Each with those before it, of a crowd that can not be parted with the first ones."""
        for at in range(1, len(texts)):
            one, others = int(texts[at]), texts[: min(at, _CROWD)]
            for other in others[self._likely(one, others)].tolist():
                first, second = sorted((self._leader(one), self._leader(other)))
                if first == second or (other, one) in self._apart:
                    continue
                if is_copy(self._prints[other], self._prints[one]):
                    self._leaders[second] = first
                else:
                    self._apart.add((other, one))

    def _likely(self, one: int, others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the others have as many least hashes in common with the one as a copy of its length has."""
        fewest = _FEWEST * np.minimum(self._sizes[one], self._sizes[others])
        share = fewest / (self._sizes[one] + self._sizes[others] - fewest)
        common = (self._least[others] == self._least[one]).sum(axis=1)
        likely: NDArray[np.bool_] = common >= _LEAST * share - _DOUBT * np.sqrt(_LEAST * share * (1 - share))
        return likely

    def _leader(self, at: int) -> int:
        while self._leaders[at] != at:
            self._leaders[at] = self._leaders[self._leaders[at]]
            at = self._leaders[at]
        return at


def _alike(keys: NDArray[np.uint64]) -> Iterator[NDArray[np.int64]]:
    """Where keys are equal: the places of each key that more than one has, rising."""
    order = np.argsort(keys, kind="stable")
    changes = np.flatnonzero(np.diff(keys[order])) + 1
    bounds = np.concatenate(([0], changes, [len(keys)]))
    for at in np.flatnonzero(np.diff(bounds) > 1):
        yield order[bounds[at] : bounds[at + 1]]
