"""Is this database a record of ours, and of which version; and how it is brought to this version."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from rashomon.errors import RecordError

HEAD = "0016"
"""The version of the tables that this package reads and writes; a test keeps it equal to the last migration."""

OURS = "alembic_version"
"""Alembic's table, which holds the version; with `meta` beside it the database is a record."""


def version(connection: Connection, address: str) -> str | None:
    """The version of the record at `address`, None where the database holds nothing at all.

    Raises RecordError where it holds something else, or a version that this package does not know.
    """
    there = set(inspect(connection).get_table_names())
    if not there:
        return None
    if not {OURS, "meta"} <= there:
        raise RecordError(f"{address}: this is a database, but no record of rashomon; name another file for the record")
    found: str = connection.execute(text(f"SELECT version_num FROM {OURS}")).scalar_one()
    if found > HEAD:
        raise RecordError(
            f"{address}: a newer rashomon made this record (version {found}, this one reads up to {HEAD}); "
            "install the newer one: pip install --upgrade rashomon"
        )
    return found


def migrate(connection: Connection) -> None:
    """Bring the database to `HEAD` within the transaction that is open on `connection`."""
    # Alembic takes a tenth of a second to import, and only the making of a record needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
