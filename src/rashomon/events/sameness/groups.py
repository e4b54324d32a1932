"""Groups by average linkage: the nearest are joined first; how near groups are is the mean over their members."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Nearness = NDArray[np.float64]
"""A square table, symmetric: how near each is to each, from 0 to 1."""


def grouped(nearness: Nearness, enough: float) -> list[int]:
    """The number of the group of each; groups are joined while their mean nearness is at least `enough`.

    Groups are numbered by their first member. Of equally near ones the first are joined.
    """
    of = list(range(len(nearness)))

    def note(first: int, second: int, _: float) -> None:
        of[:] = [first if group == second else group for group in of]

    _join(nearness, enough, note)
    return of


def joined_at(nearness: Nearness) -> Nearness:
    """The nearness at which average linkage brings each and each into one group."""
    out = np.eye(len(nearness))
    members = [[i] for i in range(len(nearness))]

    def note(first: int, second: int, near: float) -> None:
        out[np.ix_(members[first], members[second])] = near
        out[np.ix_(members[second], members[first])] = near
        members[first] += members[second]

    _join(nearness, -1.0, note)
    return out


def _join(nearness: Nearness, enough: float, note: Callable[[int, int, float], None]) -> None:
    """Call `note` for every join in turn: the group that stays, the one that goes into it, and their nearness."""
    number = len(nearness)
    table = np.array(nearness, dtype=np.float64)
    np.fill_diagonal(table, -np.inf)
    size = np.ones(number)
    best = table.argmax(axis=1) if number else np.zeros(0, dtype=np.int64)
    near = table[np.arange(number), best]
    for _ in range(number - 1):
        at = int(near.argmax())
        if near[at] < enough:
            return
        first, second = sorted((at, int(best[at])))
        note(first, second, float(near[at]))
        merged = (size[first] * table[first] + size[second] * table[second]) / (size[first] + size[second])
        size[first] += size[second]
        table[second], table[:, second], near[second] = -np.inf, -np.inf, -np.inf
        table[first], table[:, first] = merged, merged
        stale = np.flatnonzero((best == first) | (best == second) | (merged > near))
        for row in (first, *stale.tolist()):
            if not np.isneginf(near[row]) or row == first:
                best[row] = table[row].argmax()
                near[row] = table[row, best[row]]
        near[second] = -np.inf
