"""How many statements a second are put into a record, in both stores, beside merely writing the same rows to a file.

All in one run, as the machine is not always as quick: the ratios tell. A statement goes in with its share of its
article, with its actors and its places. The times of making the rows up are not counted.
"""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import psycopg
from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine, make_url
from sqlalchemy.engine import URL

from benchmarks.made import TOGETHER, Making, additions
from benchmarks.server import Server, running
from rashomon.store import Store, postgresql, sqlite
from rashomon.store import tables as t
from rashomon.store.batches import batches

WANTED = 20_000
"""Statements a second that are to go into PostgreSQL."""

BLOCK = 2**20
"""Bytes of a file sent at once."""

READ = [table for table in t.metadata.sorted_tables if table not in t.VIEWS]
"""The tables of what was read."""


def measure_load(statements: int, console: Console) -> bool:
    """Put so many statements into records, in every way that there is; print the numbers; whether `rashomon copy` into
    PostgreSQL is as quick as it should be."""
    with TemporaryDirectory() as folder, running() as server:
        record, file = Path(folder) / "made.record", Path(folder) / "rows.csv"
        times = {
            "rows to a CSV file": 0.0,
            "COPY of the same rows from files, into bare tables": 0.0,
            "rashomon copy: SQLite to PostgreSQL": 0.0,
            "shards into SQLite": _added(str(record), statements),
            "shards into PostgreSQL": _added(address := server.new(), statements),
        }
        times["rows to a CSV file"] = _timed(lambda: _write_csv(record, file))
        times["COPY of the same rows from files, into bare tables"] = _sent(address, server, Path(folder))
        copied, back = server.new(), Path(folder) / "back.record"
        times["rashomon copy: SQLite to PostgreSQL"] = _timed(
            lambda: Store(record).copy_to(Store(copied), lambda done, whole: None)
        )
        times["rashomon copy: PostgreSQL to SQLite"] = _timed(
            lambda: Store(copied).copy_to(Store(back), lambda done, whole: None)
        )
        bytes_ = file.stat().st_size
    table = Table("way", "seconds", "statements a second", "times the CSV file")
    plain = times["rows to a CSV file"]
    for way, seconds in times.items():
        table.add_row(way, f"{seconds:.1f}", f"{statements / seconds:,.0f}", f"{seconds / plain:.2f}")
    console.print(table)
    console.print(f"{statements:,} statements, {bytes_ / statements:,.0f} bytes of CSV each")
    told = {way: round(statements / seconds) for way, seconds in times.items()}
    console.print(json.dumps(told), soft_wrap=True)
    return told["rashomon copy: SQLite to PostgreSQL"] >= WANTED


def _added(address: str, statements: int) -> float:
    """Seconds that it takes to add the articles a shard at a time, as a build by several workers does."""
    seconds = 0.0
    with Store(address).writer() as writer:
        for some in batches(additions(Making(statements)), TOGETHER):
            begun = monotonic()
            writer.add_all(some)
            seconds += monotonic() - begun
    return seconds


def _write_csv(record: Path, file: Path) -> None:
    engine = create_engine(URL.create("sqlite", database=str(record)))
    with engine.connect() as connection, file.open("w", newline="") as out:
        writer = csv.writer(out)
        for table in READ:
            writer.writerows(sqlite.lines_of(connection, table))
    engine.dispose()


def _sent(address: str, server: Server, folder: Path) -> float:
    """Seconds that it takes to send the rows of a record, from files of PostgreSQL's own form, into tables without
    indexes: what `psql` does with \\copy."""
    bare = server.new()
    with Store(bare).writer():
        pass
    seconds = 0.0
    with psycopg.connect(address) as source, psycopg.connect(bare) as target:
        for table in READ:
            file = folder / table.name
            with file.open("wb") as out, source.cursor().copy(f"COPY {table.name} TO STDOUT".encode()) as copy:
                for block in copy:
                    out.write(block)
        engine = create_engine(make_url(bare).set(drivername="postgresql+psycopg"), creator=lambda: target)
        with engine.connect() as connection, connection.begin():
            constraints = postgresql.unindexed(connection)
            constraints.__enter__()
            begun = monotonic()
            for table in READ:
                with target.cursor().copy(f"COPY {table.name} FROM STDIN".encode()) as copy:
                    for block in _blocks(folder / table.name):
                        copy.write(block)
            seconds = monotonic() - begun
            connection.rollback()
    return seconds


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while block := opened.read(BLOCK):
            yield block


def _timed(do: Callable[[], Any]) -> float:
    begun = monotonic()
    do()
    return monotonic() - begun
