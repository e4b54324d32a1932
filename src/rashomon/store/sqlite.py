"""A record in a file: all that is SQLite's own, so that nothing else of the store need know of it."""

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from rashomon.errors import RecordError
from rashomon.store.batches import batches

BUSY_SECONDS = 30.0
"""How long a statement waits for another process; a builder holds the file for moments, its last step for longer."""

CACHED = 64 * 1024
"""KiB of the record that a builder keeps in memory."""

LOOK_AGAIN = 0.05
"""Seconds between two looks at whether another builder is done."""

PUT = 2000
"""Rows put in at once."""

LOCK = ".building"
"""Ending of the empty file beside a record that its builder holds locked."""

NO_ROOM = "no room left on the disk; make room and run the same command again: it goes on from here"
_RIGHTS = "check the rights of the file and of its folder"
_WORDS = {
    "SQLITE_NOTADB": "this file is no record of rashomon; name another file for the record",
    "SQLITE_CORRUPT": "the record is damaged; build it again into a new file",
    "SQLITE_FULL": NO_ROOM,
    "SQLITE_BUSY": "another program holds the record; wait for it, or stop it, and try again",
    "SQLITE_READONLY": f"the record can not be written; {_RIGHTS}",
    "SQLITE_CANTOPEN": f"the record can not be opened; {_RIGHTS}",
    "SQLITE_PERM": f"the record can not be opened; {_RIGHTS}",
    "SQLITE_IOERR": "the disk failed while the record was in use; check the disk and run the same command again",
}
"""SQLite's error codes in plain words, each with the mend."""


def lines_of(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """All rows of a table with their values as they are kept: days and times as text, truth as a number."""
    rows = connection.exec_driver_sql(f"SELECT {_columns(connection, table)} FROM {table.name}")
    # As tuples, which is all that a copy needs.
    yield from cast("Iterator[tuple[Any, ...]]", rows.cursor)


def copy_lines(connection: Connection, table: Table, names: Sequence[str], lines: Iterable[tuple[Any, ...]]) -> None:
    """Put such rows into a table, with values in the order of the columns `names`."""
    into = f"{table.name} ({', '.join(map(connection.dialect.identifier_preparer.quote, names))})"
    for batch in batches(lines, PUT):
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({', '.join('?' * len(names))})", batch)


@contextmanager
def unindexed(connection: Connection) -> Iterator[None]:
    """Take the indexes off all tables while this context lasts: making them again when the rows are there takes less
    time."""
    told = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    indexes = list(connection.exec_driver_sql(told))
    for each in indexes:
        connection.exec_driver_sql(f"DROP INDEX {each.name}")
    yield
    for each in indexes:
        connection.exec_driver_sql(each.sql)


def _columns(connection: Connection, table: Table) -> str:
    return ", ".join(connection.dialect.identifier_preparer.quote(each.name) for each in table.columns)


class SqliteFile:
    """The file at `path`, whether or not it is there yet. Its errors arrive as RecordError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shown = str(path)
        self._engines: dict[bool, Engine] = {}
        if path.is_dir():
            raise RecordError(f"{path}: this is a folder; name a file for the record")

    def engine(self, write: bool) -> Engine:
        """The engine for reading or for writing. Only the writing one makes the file, when it first connects."""
        if not write and not self.path.exists():
            raise RecordError(
                f"{self.path}: there is no such record; make it with: rashomon build PAGES --into {self.path}"
            )
        if not write:
            self._recover()
        # An engine keeps the queries that it has put into SQL once, which takes longer than running them.
        if write in self._engines:
            return self._engines[write]
        engine = create_engine("sqlite://", creator=lambda: self._connect(write), poolclass=NullPool)

        @event.listens_for(engine, "connect")
        def _prepare(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
            with closing(connection.cursor()) as cursor:
                cursor.execute("PRAGMA foreign_keys = ON")
                # A power cut may cost the last articles, which the same command reads again, but never the file.
                cursor.execute("PRAGMA synchronous = NORMAL")
                if write:
                    # A builder looks all over the record; without this it would read the same pages again and again.
                    cursor.execute(f"PRAGMA cache_size = -{CACHED}")

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

        @event.listens_for(engine, "handle_error")
        def _explain(context: ExceptionContext) -> None:
            if isinstance(context.original_exception, sqlite3.Error):
                self._explain(context.original_exception)

        # Only now, so that no other thread gets it before it listens.
        self._engines[write] = engine
        return engine

    @contextmanager
    def builder(self, wait: float = 0.0, *, alone: bool = False) -> Iterator[None]:
        """Hold the record for one builder; raises RecordError where another one still holds it after `wait` seconds.
        `alone`: nobody reads it meanwhile, so that all may go straight into the file.

        The lock is the kernel's and ends with the process, however that ends. It is taken on a file of its own, because
        closing any handle on the record itself would lift SQLite's locks on it.
        """
        lock = self.path.with_name(self.path.name + LOCK)
        handle = self._lock(lock, monotonic() + wait)
        try:
            # With a log beside the file, readers see the last whole state while a builder writes.
            self._journal("DELETE" if alone else "WAL")
            yield
            # A finished record is one file, which can be copied and be read where nothing may be written. Somebody
            # who reads just now keeps the log in use; then the next builder folds it in.
            with suppress(RecordError):
                self._journal("DELETE")
        finally:
            with suppress(OSError):
                lock.unlink()
            os.close(handle)

    def held(self) -> bool:
        """Does a builder hold the record just now?"""
        try:
            handle = os.open(self.path.with_name(self.path.name + LOCK), os.O_RDONLY)
        except OSError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False

    def _connect(self, write: bool) -> sqlite3.Connection:
        address = self.path.absolute().as_uri() + ("?mode=rwc" if write else "?mode=ro")
        # No transactions of the driver's own making: they would leave out table definitions and reading.
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)

    def _recover(self) -> None:
        """Undo what a builder left half written when it was killed: that asks for the right to write, once."""
        if self.path.with_name(self.path.name + "-journal").exists():
            with suppress(sqlite3.Error), closing(self._connect(write=True)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def _journal(self, mode: str) -> None:
        try:
            with closing(self._connect(write=True)) as connection:
                connection.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.Error as error:
            self._explain(error)
            raise

    def _explain(self, error: sqlite3.Error) -> None:
        name = getattr(error, "sqlite_errorname", "")
        for code, words in _WORDS.items():
            if name.startswith(code):
                raise RecordError(f"{self.path}: {words}") from error

    def _lock(self, lock: Path, until: float) -> int:
        while True:
            try:
                handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o666)
            except OSError as error:
                raise RecordError(f"{self.path}: {_system_words(error)}") from error
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(handle)
                if monotonic() < until:
                    sleep(LOOK_AGAIN)
                    continue
                raise RecordError(
                    f"{self.path}: another build is adding to this record; wait until it is done, then run this again"
                ) from None
            # The builder before may have removed the file between our opening and our locking it: take the new one.
            with suppress(FileNotFoundError):
                if lock.stat().st_ino == os.fstat(handle).st_ino:
                    return handle
            os.close(handle)


def _system_words(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NO_ROOM
    if error.errno == errno.ENOENT:
        return "there is no folder to make the record in; make the folder first"
    return f"the record can not be written ({error.strerror}); {_RIGHTS}"
