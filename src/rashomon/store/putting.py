"""Rows into a table, the way in which its database takes many of them fastest."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert

from rashomon.store.batches import batches
from rashomon.store.postgresql import copy_in

BATCH = 2000
"""Rows handed to the database at once: enough for speed, few enough to keep memory flat."""


def put_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Put the rows, which all have the keys of the first, into the table."""
    by_copy = connection.dialect.name == "postgresql"
    # In batches also where they could stream, as some rows are made from what is read over the same connection.
    for batch in batches(rows, BATCH):
        if by_copy:
            copy_in(connection, table, batch)
        else:
            connection.execute(insert(table), batch)
