"""Opening a record: a SQLite file, or a PostgreSQL database by its address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from rashomon.errors import RecordError
from rashomon.store import schema
from rashomon.store.copying import Tell, copy_rows, is_empty
from rashomon.store.postgresql import PREFIX, PostgresqlDatabase
from rashomon.store.sqlite import SqliteFile
from rashomon.store.view import View
from rashomon.store.writer import Writer


class Store:
    """The record at an address; opening it checks that it is ours and of a version that this package knows.

    All raise RecordError, with the mend, where the address holds something else or can not be opened.
    """

    def __init__(self, address: str | Path) -> None:
        at_server = str(address).startswith(PREFIX)
        self._place = PostgresqlDatabase(str(address)) if at_server else SqliteFile(Path(address))
        self.address = self._place.shown

    @contextmanager
    def view(self) -> Iterator[View]:
        """The record as it stands now; what is written later does not show in it. Writes nothing."""
        with self._read() as connection:
            yield View(connection)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._place.engine(write=False).connect() as connection, connection.begin():
            found = schema.version(connection, self.address)
            if found is None:
                raise RecordError(
                    f"{self.address}: the record is still empty; fill it with: "
                    f"rashomon build PAGES --into {self.address}"
                )
            if found != schema.HEAD:
                raise RecordError(
                    f"{self.address}: an older rashomon made this record; bring it up to date with: "
                    f"rashomon build PAGES --into {self.address}"
                )
            yield connection

    @contextmanager
    def writer(self, wait: float = 0.0) -> Iterator[Writer]:
        """The one who may add to the record, which is made, or brought to this version, where that is needed.

        Raises RecordError while another builder is at work, after so many seconds of waiting for it.
        """
        self._check()
        with self._place.builder(wait):
            engine: Engine = self._place.engine(write=True)
            with engine.connect() as connection:
                with connection.begin():
                    if schema.version(connection, self.address) != schema.HEAD:
                        schema.migrate(connection)
                yield Writer(connection)

    def copy_to(self, other: "Store", tell: Tell) -> dict[str, int]:
        """Copy all of this record, as it stands now, into another one, which has to be new or empty; it holds all of it
        or nothing. Gives what `View.counts` tells of it."""
        other._check()
        made = isinstance(other._place, SqliteFile) and not other._place.path.exists()
        try:
            with (
                self._read() as source,
                other._place.builder(alone=True),
                other._place.engine(write=True).connect() as target,
                target.begin(),
            ):
                if schema.version(target, other.address) != schema.HEAD:
                    schema.migrate(target)
                if not is_empty(target):
                    raise RecordError(
                        f"{other.address}: there is a record already; "
                        "name a new file, or a database that is empty, for the copy"
                    )
                copy_rows(source, target, tell)
                return View(target).counts()
        except BaseException:
            if made and isinstance(other._place, SqliteFile):
                other._place.path.unlink(missing_ok=True)
            raise

    def building(self) -> bool:
        """Is a builder, or somebody who judges, at work on the record just now?"""
        return self._place.held()

    def _check(self) -> None:
        """Look before anything is touched, so that what is not ours stays as it is."""
        if isinstance(self._place, SqliteFile) and not self._place.path.exists():
            return
        with self._place.engine(write=False).connect() as connection, connection.begin():
            schema.version(connection, self.address)
