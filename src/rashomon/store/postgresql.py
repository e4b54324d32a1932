"""A record in a PostgreSQL database: all that is PostgreSQL's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from sqlalchemy import Engine, create_engine, event, text
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


class PostgresqlDatabase:
    """The database at `address` ("postgresql://user@host/name"). Its errors are RecordErrors, without the password."""

    def __init__(self, address: str) -> None:
        try:
            self.url = make_url(address).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            raise RecordError(f"{address}: not an address of a database; write it as {PREFIX}USER@HOST/NAME") from error
        self.shown = self.url.set(drivername="postgresql").render_as_string(hide_password=True)

    def engine(self, write: bool) -> Engine:
        """The engine; a reader sees the record as it stood when its view was opened."""
        try:
            engine = create_engine(
                self.url, poolclass=NullPool, isolation_level="READ COMMITTED" if write else "REPEATABLE READ"
            )
        except ModuleNotFoundError as error:
            raise RecordError(
                f"{self.shown}: PostgreSQL needs one more package; add it with: pip install 'psycopg[binary]'"
            ) from error

        @event.listens_for(engine, "handle_error")
        def _explain(context: ExceptionContext) -> None:
            if isinstance(context.sqlalchemy_exception, SqlError):
                words = str(context.original_exception).strip().splitlines()
                raise RecordError(
                    f"{self.shown}: the database can not be used ({words[0] if words else 'no reason given'}); "
                    "check the address and that the server runs"
                ) from context.original_exception

        return engine

    @contextmanager
    def builder(self, wait: float = 0.0) -> Iterator[None]:
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
