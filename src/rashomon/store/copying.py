"""A whole record from one store to another, row by row and as it stands, in one transaction.

So a copy that is stopped, or killed, leaves the target as empty as it was. Values go over as SQLite keeps them, which
PostgreSQL reads as well; what stands in a body is neither read nor written anew.
"""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, delete, func, select

from rashomon.store import postgresql, sqlite
from rashomon.store import tables as t

TOLD = 1000
"""Rows after which is told how far it is."""

Tell = Callable[[int, int], None]
"""Takes how many rows are copied, and how many there are."""


def is_empty(connection: Connection) -> bool:
    """Is there nothing in the record, which has the tables of this version?"""
    tables = (table for table in t.metadata.sorted_tables if table is not t.meta)
    return all(connection.execute(select(*table.columns).limit(1)).first() is None for table in tables)


def copy_rows(source: Connection, target: Connection, tell: Tell) -> None:
    """All rows of one record into the tables of another, which are empty."""
    counted = (select(func.count()).select_from(table) for table in t.metadata.sorted_tables)
    whole = sum(source.execute(query).scalar_one() for query in counted)
    done = 0

    def told(lines: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        nonlocal done
        for line in lines:
            yield line
            done += 1
            if done % TOLD == 0:
                tell(done, whole)

    target.execute(delete(t.meta))
    with _own(target).unindexed(target):
        for table in t.metadata.sorted_tables:
            names = [column.name for column in table.columns]
            _own(target).copy_lines(target, table, names, told(_own(source).lines_of(source, table)))
        tell(done, whole)


def _own(connection: Connection) -> ModuleType:
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name]
