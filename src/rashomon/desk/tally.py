"""How many of the events that answer have each value of a kind, counted without touching a row.

For each kind the numbers of the events are laid end to end, value by value, so that a count is a sum over a stretch.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.desk.asked import Condition

KINDS = ("act", "in", "party", "origin", "clash", "place")
"""The kinds of links that are counted."""

NUMBER = np.dtype("<i4")
"""Of an event; little-endian, so that a catalogue may be moved to another machine."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A value with the events that have it, and how many of these clash."""

    value: str
    events: int
    clashing: int


def make_tallies(base: sqlite3.Connection) -> None:
    """Lay the links of each kind out, in the catalogue itself."""
    base.execute("CREATE TABLE tallies (kind TEXT PRIMARY KEY, starts BLOB NOT NULL, numbers BLOB NOT NULL)")
    base.execute("CREATE TABLE tallied (kind TEXT, place INTEGER, value TEXT, PRIMARY KEY (kind, place)) WITHOUT ROWID")
    for kind in KINDS:
        numbers: list[int] = []
        starts: list[int] = []
        values: list[str] = []
        for value, n in base.execute("SELECT value, n FROM links WHERE kind = ? ORDER BY value, n", (kind,)):
            if not values or values[-1] != value:
                values.append(value)
                starts.append(len(numbers))
            numbers.append(n)
        blobs = (np.array(told, NUMBER).tobytes() for told in (starts, numbers))
        base.execute("INSERT INTO tallies VALUES (?, ?, ?)", (kind, *blobs))
        base.executemany("INSERT INTO tallied VALUES (?, ?, ?)", ((kind, n, value) for n, value in enumerate(values)))


class Found:
    """The events that answer to a condition, as a mask over the numbers of all events."""

    def __init__(self, base: sqlite3.Connection, asked: Condition) -> None:
        self._base = base
        size = base.execute("SELECT coalesce(max(n), 0) + 1 FROM events").fetchone()[0]
        self._mask = np.zeros(size, NUMBER)
        self._clashing = np.zeros(size, NUMBER)
        rows = base.execute(f"SELECT n FROM events WHERE {asked.sql}", asked.values)
        self._mask[np.fromiter((n for (n,) in rows), NUMBER)] = 1
        self._clashing[np.fromiter((n for (n,) in base.execute("SELECT n FROM events WHERE clashing")), NUMBER)] = 1

    def tallies(self, kind: str, most: int | None = None) -> Iterator[Tally]:
        """The values of the kind that any of the events has, those of most events first, no more than `most`."""
        starts, numbers = map(
            self._array, self._base.execute("SELECT starts, numbers FROM tallies WHERE kind = ?", (kind,)).fetchone()
        )
        if not len(starts):
            return
        there = self._mask[numbers]
        events = np.add.reduceat(there, starts)
        clashing = np.add.reduceat(there * self._clashing[numbers], starts)
        values = [
            row[0] for row in self._base.execute("SELECT value FROM tallied WHERE kind = ? ORDER BY place", (kind,))
        ]
        # Values lie in their own order, so that equals keep it.
        for place in np.argsort(-events, kind="stable")[:most]:
            if not events[place]:
                return
            yield Tally(values[place], int(events[place]), int(clashing[place]))

    def without(self, column: str) -> int:
        """How many of the events lack what the column tells of."""
        lacking = np.fromiter((n for (n,) in self._base.execute(f"SELECT n FROM events WHERE NOT {column}")), NUMBER)
        return int(self._mask[lacking].sum())

    @staticmethod
    def _array(blob: bytes) -> NDArray[np.int32]:
        return np.frombuffer(blob, NUMBER)
