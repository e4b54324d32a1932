"""A record in a PostgreSQL database: all that is PostgreSQL's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Boolean, Connection, Date, DateTime, Engine, Table, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError
from sqlalchemy.exc import OperationalError as SqlError
from sqlalchemy.pool import NullPool

from rashomon.errors import RecordError

PREFIX = "postgresql://"

LOOK_AGAIN = 0.05
"""Seconds between two looks at whether another builder is done."""

LOCK = 0x7261_7368_6F6D
"""The number of the advisory lock that a builder holds: the letters `rashom`, so that no other program uses it."""

INDEX_MEMORY = "256MB"
"""What the server may sort in to make one index: enough for a million ids of 16 letters, and found on any server."""

FETCHED = 2000
"""Rows fetched from the server at once: memory stays flat."""


def copy_in(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into a table by COPY, which is several times as fast as INSERT; all have the keys of the first."""
    columns = [table.columns[name] for name in rows[0]]
    makers = [column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for column in columns]
    fields = [(column.name, make) for column, make in zip(columns, makers, strict=True)]
    lines = (tuple(make(row[name]) if make else row[name] for name, make in fields) for row in rows)
    copy_lines(connection, table, [column.name for column in columns], lines)


def copy_lines(connection: Connection, table: Table, names: Sequence[str], lines: Iterable[Sequence[Any]]) -> None:
    """The same with values in the order of the columns `names`, as the database takes them. The lines may not be read
    over the same connection."""
    quote = connection.dialect.identifier_preparer.quote
    into = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:
            for line in lines:
                copy.write_row(line)
    except Exception as error:
        # SQLAlchemy, which hears of the other errors, does not see this one.
        if isinstance(error, connection.dialect.loaded_dbapi.OperationalError):
            raise _unusable(connection.engine.url, error) from error
        raise


def lines_of(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """All rows of a table with their values as SQLite keeps them: days and times as text, truth as a number."""
    quote = connection.dialect.identifier_preparer.quote
    taken = ", ".join(_AS_IN_SQLITE.get(type(each.type), "{}").format(quote(each.name)) for each in table.columns)
    driver: Any = connection.connection.driver_connection
    with driver.cursor(name="copied") as cursor:
        cursor.itersize = FETCHED
        yield from cursor.execute(f"SELECT {taken} FROM {quote(table.name)}")


_AS_IN_SQLITE = {
    Date: "to_char({}, 'YYYY-MM-DD')",
    DateTime: "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
    Boolean: "{}::int",
}
"""Types whose values SQLite keeps as something else, and what makes that of them."""


@contextmanager
def unindexed(connection: Connection) -> Iterator[None]:
    """Take the indexes and constraints off all tables while this context lasts: making them again when the rows are
    there takes a fraction of the time. All in the transaction that is open, which nobody else sees until it ends."""
    # Times are written without their zone, which is this one.
    connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
    connection.execute(text(f"SET LOCAL maintenance_work_mem = '{INDEX_MEMORY}'"))
    constraints = list(connection.execute(text(_CONSTRAINTS)))
    indexes = list(connection.execute(text(_INDEXES)))
    for each in constraints:
        connection.exec_driver_sql(f"ALTER TABLE {each.on_table} DROP CONSTRAINT {each.name}")
    for each in indexes:
        connection.exec_driver_sql(f"DROP INDEX {each.name}")
    yield
    for each in indexes:
        connection.exec_driver_sql(each.made)
    # What others refer to first.
    for each in reversed(constraints):
        connection.exec_driver_sql(f"ALTER TABLE {each.on_table} ADD CONSTRAINT {each.name} {each.made}")
    # Without numbers of rows the server would choose wrong ways until it finds the time to count.
    connection.execute(text("ANALYZE"))


_CONSTRAINTS = """
SELECT conrelid::regclass::text AS on_table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS made
FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('f', 'p', 'u')
ORDER BY contype = 'f' DESC, conname
"""

_INDEXES = """
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE relnamespace = current_schema()::regnamespace
    AND indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE conindid <> 0)
ORDER BY relname
"""


def _shown(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _unusable(url: URL, error: BaseException | None) -> RecordError:
    words = str(error).strip().splitlines()
    return RecordError(
        f"{_shown(url)}: the database can not be used ({words[0] if words else 'no reason given'}); "
        "check the address and that the server runs"
    )


class PostgresqlDatabase:
    """The database at `address` ("postgresql://user@host/name"). Its errors are RecordErrors, without the password."""

    def __init__(self, address: str) -> None:
        try:
            self.url = make_url(address).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            raise RecordError(f"{address}: not an address of a database; write it as {PREFIX}USER@HOST/NAME") from error
        self.shown = _shown(self.url)
        self._engines: dict[bool, Engine] = {}

    def engine(self, write: bool) -> Engine:
        """The engine; a reader sees the record as it stood when its view was opened."""
        # An engine keeps the queries that it has put into SQL once, which takes longer than running them.
        if write in self._engines:
            return self._engines[write]
        try:
            engine = create_engine(
                self.url, poolclass=NullPool, isolation_level="READ COMMITTED" if write else "REPEATABLE READ"
            )
        except ModuleNotFoundError as error:
            raise RecordError(
                f"{self.shown}: PostgreSQL needs one more package; add it with: pip install 'rashomon[postgresql]'"
            ) from error

        @event.listens_for(engine, "handle_error")
        def _explain(context: ExceptionContext) -> None:
            if isinstance(context.sqlalchemy_exception, SqlError):
                raise _unusable(self.url, context.original_exception) from context.original_exception

        # Only now, so that no other thread gets it before it listens.
        self._engines[write] = engine
        return engine

    @contextmanager
    def builder(self, wait: float = 0.0, *, alone: bool = False) -> Iterator[None]:
        """Hold the record for one builder, as long as the connection lives; RecordError where another one still holds
        it after `wait` seconds."""
        until = monotonic() + wait
        with self.engine(write=True).connect() as connection:
            while not connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LOCK}).scalar_one():
                connection.commit()
                if monotonic() >= until:
                    raise RecordError(
                        f"{self.shown}: another build is adding to this record; wait until it is done, then run this "
                        "again"
                    )
                sleep(LOOK_AGAIN)
            connection.commit()
            yield

    def held(self) -> bool:
        """Does a builder hold the record just now?"""
        # The server parts a lock's number into two halves of 32 bits.
        number = "(classid::bigint << 32) + objid::bigint"
        found = text(f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND {number} = :lock")
        with self.engine(write=False).connect() as connection:
            return bool(connection.execute(found, {"lock": LOCK}).scalar_one())
