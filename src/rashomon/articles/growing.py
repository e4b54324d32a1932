"""Near-copies after some texts came: only texts whose candidates are not what they were are looked at again.

A text hangs on the heads before it that share a band with it (`near`). A new text concerns no other, until it becomes a
head: then the shorter texts that resemble it are looked at again, and those for which a band has become a crowd by it;
and so on where one of these becomes a head, or is one no longer. The heads are then those that `near` would find among
all texts at once. All texts are asked for what they have in common with the new ones, but by numbers alone, a few
microseconds each.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from rashomon.articles.near import BANDS, CROWD, LEAST, PARTED, Sketch, likely
from rashomon.articles.prints import Print, is_copy

Positions = NDArray[np.int64]


class Growing:
    """Texts by their ids, to which others came: the sketches of those that were there and of those that are new, the
    heads of the former, and a way to get the whole print of a text."""

    def __init__(
        self,
        known: Mapping[str, Sketch],
        new: Mapping[str, Sketch],
        heads: Mapping[str, str],
        read: Callable[[str], Print],
    ) -> None:
        both = {**known, **new}
        self._ids = sorted(both, key=lambda key: (-both[key].words, key))
        self._place = {key: at for at, key in enumerate(self._ids)}
        self._least = np.frombuffer(b"".join(both[key].least for key in self._ids), np.uint32).reshape(-1, LEAST)
        self._bands = self._least.view(np.uint64)
        self._sizes = np.array([both[key].runs for key in self._ids])
        self._head = [self._place[heads[key]] if key in heads else -1 for key in self._ids]
        self._heads = np.array([head == at for at, head in enumerate(self._head)])
        self._new = [self._place[key] for key in new]
        self._read = read
        self._prints: dict[int, Print] = {}
        orders = (np.argsort(self._bands[:, band], kind="stable") for band in range(BANDS))
        self._sorted = [(self._bands[order, band], order) for band, order in enumerate(orders)]

    def changed(self) -> dict[str, str]:
        """The heads of the new texts, and of those whose head is another than it was."""
        waiting = sorted(self._new)
        seen = set(waiting)
        moved: dict[str, str] = {}
        while waiting:
            at = heappop(waiting)
            head = self._find(at)
            if head != self._head[at]:
                moved[self._ids[at]] = self._ids[head]
            self._head[at] = head
            if self._heads[at] != (head == at):
                # Whom this one concerns is asked of the larger set of heads, that with this one.
                self._heads[at] = True
                for other in self._concerned(at) - seen:
                    seen.add(other)
                    heappush(waiting, other)
                self._heads[at] = head == at
        return moved

    def _find(self, at: int) -> int:
        """The head of a text, itself where it is no copy."""
        count: Counter[int] = Counter()
        for band in range(BANDS):
            group = self._group(at, band)
            count.update(self._waiting(group[: np.searchsorted(group, at)], at, band).tolist())
        ordered = sorted(count, key=lambda other: (-count[other], self._ids[other]))
        for other in likely(at, ordered, self._least, self._sizes):
            if is_copy(self._print(at), self._print(other)):
                return other
        return at

    def _waiting(self, before: Positions, at: int, band: int) -> Positions:
        """The heads among the texts `before` one that share the band with it, as far as they are no crowd."""
        heads: Positions = before[self._heads[before]]
        for more in range(1, PARTED + 1):
            if len(heads) <= CROWD:
                return heads
            heads = self._like(heads, at, band + more)
        first: Positions = heads[:CROWD]
        return first

    def _concerned(self, head: int) -> set[int]:
        """The later texts whose candidates are others with and without this head."""
        near: set[int] = set()
        found: set[int] = set()
        for band in range(BANDS):
            group = self._group(head, band)
            near.update(group[np.searchsorted(group, head, "right") :].tolist())
            for more in range(1, PARTED + 2):
                heads = group[self._heads[group]]
                if len(heads) <= CROWD:
                    break
                before = np.searchsorted(heads, group)
                tips = before > CROWD if more > PARTED else before == CROWD + 1
                found.update(group[tips & (group > head)].tolist())
                group = self._like(group, head, band + more)
        return found | set(self._resembling(head, np.array(sorted(near), np.int64)))

    def _resembling(self, head: int, others: Positions) -> list[int]:
        return likely(head, others.tolist(), self._least, self._sizes, tries=len(others))

    def _like(self, some: Positions, at: int, band: int) -> Positions:
        column = band % BANDS
        alike: Positions = some[self._bands[some, column] == self._bands[at, column]]
        return alike

    def _group(self, at: int, band: int) -> Positions:
        """All texts with which a text shares a band, itself among them, in their order."""
        values, order = self._sorted[band]
        value = self._bands[at, band]
        group: Positions = order[np.searchsorted(values, value) : np.searchsorted(values, value, "right")]
        return group

    def _print(self, at: int) -> Print:
        if at not in self._prints:
            self._prints[at] = self._read(self._ids[at])
        return self._prints[at]
