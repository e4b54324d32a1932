"""Which texts are copies of which: candidates by MinHash bands, each confirmed by its print.

The longest texts come first. Each text is a copy of one that came before, or one that others may be copies of; all
copies of a group are copies of its longest text, its head, so that no chain of likenesses joins what is not alike. A
band is a few of a text's least hashes, and only texts that are no copies wait in it for others, so a thousand reprints
cost no more than a thousand texts. Where many wait in one band it is parted by more of the least hashes: a paragraph
that everybody prints makes nobody a candidate.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.articles.prints import Print, is_copy

BANDS, ROWS = 96, 2
"""Of a copy of which a quarter is left (Jaccard .25) 998 in 1,000 are candidates, of one of which a tenth is left 6 in
10; of two reports that share one run in 100 1 in 100."""
LEAST = BANDS * ROWS
_BATCH = 256
"""Texts whose least hashes are taken at once."""
_SEED = 42
CROWD = 16
"""Texts that wait in one band from which on it is parted."""
PARTED = 3
"""How often at most: eight of the least hashes in all, which copies of which half is left share now and then."""
_FEWEST = 0.3
"""Share of the shorter text's runs that a copy has in common, most of its quotations retranslated."""
_DOUBT = 2
"""Standard deviations by which the least hashes may tell too little of what two texts share."""
_TRIES = 12
"""Candidates that a text is compared with, those first with which it shares most bands."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies among texts that come later: how many words and different runs it has,
    and its least hashes."""

    words: int
    runs: int
    least: bytes


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

    def heads(self) -> list[int]:
        """For each text, in the order in which they were added, the number of the head of its group."""
        sizes = np.array(self._sizes)
        least = self._least()
        bands = _Bands(least)
        heads = list(range(len(sizes)))
        for at in sorted(heads, key=lambda at: (-len(self._prints[at].words), at)):
            for other in likely(at, bands.candidates(at), least, sizes):
                if is_copy(self._prints[at], self._prints[other]):
                    heads[at] = other
                    break
            else:
                bands.wait(at)
        return heads

    def sketches(self) -> list[Sketch]:
        """The sketches of the texts, in the order in which they were added."""
        told = zip(self._prints, self._sizes, self._least(), strict=True)
        return [Sketch(len(one.words), runs, least.tobytes()) for one, runs, least in told]

    def _least(self) -> NDArray[np.uint32]:
        if self._waiting:
            self._take()
        return np.concatenate(self._rows) if self._rows else np.zeros((0, LEAST), np.uint32)

    def _take(self) -> None:
        ends = np.cumsum([0, *map(len, self._waiting)]).astype(np.uint64)
        hashes = np.concatenate(self._waiting)
        rows = RMinHash.digest_matrix_from_flat_token_hashes(hashes, ends, LEAST, _SEED).to_rows()
        self._rows.append(np.array(rows, np.uint32))
        self._waiting = []


class _Bands:
    """The texts that wait for copies, by what they share; None in place of a crowd that was parted."""

    def __init__(self, least: NDArray[np.uint32]) -> None:
        self._least = least
        self._step = ROWS * least.itemsize
        self._shared = np.column_stack([_shared(least[:, at : at + ROWS]) for at in range(0, LEAST, ROWS)])
        self._texts: dict[bytes, list[int] | None] = {}

    def candidates(self, at: int) -> list[int]:
        """Those that share a band with the text, those first that share most."""
        count: Counter[int] = Counter()
        for keys in self._keys(at):
            for key in keys:
                found = self._texts.get(key, [])
                if found is not None:
                    count.update(found)
                    break
        return sorted(count, key=lambda other: (-count[other], other))

    def wait(self, at: int) -> None:
        """Let the text wait for its copies."""
        for keys in self._keys(at):
            self._put(at, keys, 0)

    def _put(self, at: int, keys: list[bytes], parted: int) -> None:
        here = self._texts.setdefault(keys[parted], [])
        last = parted == PARTED
        if here is None:
            self._put(at, keys, parted + 1)
        elif len(here) < CROWD:
            here.append(at)
        elif not last:
            self._texts[keys[parted]] = None
            band = keys[0][0]
            for other in (*here, at):
                self._put(other, self._key(self._row(other), band), parted + 1)

    def _keys(self, at: int) -> Iterator[list[bytes]]:
        """For each band that any other text shares its keys, from the shortest on."""
        row = self._row(at)
        for band in np.flatnonzero(self._shared[at]).tolist():
            yield self._key(row, band)

    def _row(self, at: int) -> bytes:
        """The least hashes of a text, and the first of them again behind the last."""
        row: bytes = self._least[at].tobytes()
        return row + row[: PARTED * self._step]

    def _key(self, row: bytes, band: int) -> list[bytes]:
        begin = band * self._step
        return [bytes([band]) + row[begin : begin + self._step * part] for part in range(1, PARTED + 2)]


def _shared(columns: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which rows have these columns in common with another one."""
    keys = columns[:, 0].astype(np.uint64) << np.uint64(32) | columns[:, 1]
    _, places, counts = np.unique(keys, return_inverse=True, return_counts=True)
    shared: NDArray[np.bool_] = counts[places] > 1
    return shared


def likely(
    at: int, others: list[int], least: NDArray[np.uint32], sizes: NDArray[np.int64], tries: int = _TRIES
) -> list[int]:
    """The others, at most so many, that have as many least hashes in common with the text as a copy of its length
    has."""
    if not others:
        return []
    there = np.array(others)
    fewest = _FEWEST * np.minimum(sizes[at], sizes[there])
    share = fewest / (sizes[at] + sizes[there] - fewest)
    common = (least[there] == least[at]).sum(axis=1)
    likely = common >= LEAST * share - _DOUBT * np.sqrt(LEAST * share * (1 - share))
    return [other for other, may in zip(others, likely, strict=True) if may][:tries]
