"""Reading what stands on a day: relations by an index of their intervals, flows, truces, and the places these name."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, Subquery, Table, func, or_, select, union_all

from rashomon.record import Flow, Relation, Truce
from rashomon.store import tables as t
from rashomon.store.forks import forks

BATCH = 500
"""Ids asked for at once, and rows fetched at once of a whole table: memory stays flat however large the record is."""


class Standing:
    """The part of a view that tells what stands; over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def relations(self, *, on: date | None = None) -> Iterator[Relation]:
        """The relations of the last build that ended, by id; or only those that hold on a day."""
        r = t.relations
        if on is None:
            return self._values(select(r.c.body).order_by(r.c.id), whole=True)
        held = _held(on)
        return self._values(select(r.c.body).join(held, held.c.id == r.c.id).order_by(r.c.id), whole=True)

    def most_told(self, on: date, most: int) -> tuple[tuple[Relation, ...], int]:
        """The relations that hold on a day, by id, as far as there are no more than `most` that more origins tell; and
        how many there are in all."""
        r, held = t.relations, _held(on)
        total = int(self._connection.execute(select(func.count()).select_from(held)).scalar_one())
        first = select(held.c.id).order_by(held.c.origins.desc(), held.c.id).limit(most).subquery()
        query = select(r.c.body).join(first, first.c.id == r.c.id).order_by(r.c.id)
        return tuple(self._values(query)), total

    def undated_relations(self, most: int) -> tuple[tuple[Relation, ...], int]:
        """Relations of which no day is known, those of most origins first, and how many there are in all."""
        r = t.relations
        total = self._connection.execute(select(func.count()).where(r.c.dated.is_(False))).scalar_one()
        query = select(r.c.body).where(r.c.dated.is_(False)).order_by(r.c.origins.desc(), r.c.id.desc())
        return tuple(self._values(query.limit(most))), int(total)

    def flows(self, until: date, most: int) -> tuple[Flow, ...]:
        """Flows that had begun by a day, the latest first, and those of which no day is known; so many of either."""
        return self._begun(t.flows, until, most)

    def truces(self, until: date, most: int) -> tuple[Truce, ...]:
        """Truces that may have begun by a day, the latest first, and those of which no day is known; so many of
        either."""
        return self._begun(t.truces, until, most)

    def turns(self) -> tuple[date, ...]:
        """The days on which a relation or a flow begins or is over, in their order."""
        days: set[date] = set()
        for table in (t.relations, t.flows):
            c = table.c
            for edge, later in ((c.earliest, timedelta(0)), (c.latest, timedelta(1))):
                told = self._connection.execute(select(edge).where(edge.is_not(None)).distinct()).scalars()
                days |= {day + later for day in told if day < date.max}
        return tuple(sorted(days))

    def _begun(self, table: Table, until: date, most: int) -> tuple[Any, ...]:
        c = table.c
        latest = select(c.body).where(c.dated.is_(True), c.earliest <= until)
        latest = latest.order_by(c.earliest.desc(), c.id.desc()).limit(most)
        since_ever = select(c.body).where(c.dated.is_(True), c.earliest.is_(None)).order_by(c.id).limit(most)
        undated = select(c.body).where(c.dated.is_(False)).order_by(c.id).limit(most)
        return (*self._values(latest), *self._values(since_ever), *self._values(undated))

    def _rows(self, query: Select[Any], *, whole: bool = False) -> Iterator[Row[Any]]:
        """The rows that answer. `whole`: they may be as many as the record has, and are fetched so many at a time, for
        which a server is asked four times as often."""
        asked = query.execution_options(yield_per=BATCH) if whole else query
        # Closed also where nobody wants the rest: on a server the rows wait in a cursor.
        with closing(self._connection.execute(asked)) as rows:
            yield from rows

    def _values(self, query: Select[Any], *, whole: bool = False) -> Iterator[Any]:
        return (row[0] for row in self._rows(query, whole=whole))


def _held(on: date) -> Subquery:
    """The relations that hold on a day, out of the indexes alone."""
    c = t.relations.c
    before, after = forks(on)
    parts = (
        select(c.id, c.origins).where(c.fork.in_(before), or_(c.latest >= on, c.latest.is_(None))),
        select(c.id, c.origins).where(c.fork.in_(after), or_(c.earliest <= on, c.earliest.is_(None))),
        select(c.id, c.origins).where(c.fork == on.toordinal()),
    )
    return union_all(*parts).subquery()
