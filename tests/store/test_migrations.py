"""A record of any earlier version, with what it holds, becomes one of this version; in both stores."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, MetaData, create_engine, delete, func, insert, make_url, select
from tests.store.test_judgements import a_judgement
from tests.store.test_store import an_added_article, put_views

from rashomon.errors import RecordError
from rashomon.store import Store, schema, tables

STEPS = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))

VERSIONS = [step.revision for step in STEPS.walk_revisions()][::-1]
"""All versions, oldest first."""


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    at_server = address.startswith("postgresql://")
    file = URL.create("sqlite", database=address)
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg") if at_server else file)
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def brought_to(version: str, connection: Connection) -> MetaData:
    """Make the tables of a version; these tables."""
    config = Config()
    config.set_main_option("script_location", STEPS.dir)
    config.attributes["connection"] = connection
    command.upgrade(config, version)
    there = MetaData()
    there.reflect(connection)
    return there


def a_record_with_everything(address: str) -> None:
    article, reading = an_added_article()
    with Store(address).writer() as writer:
        writer.add(article, reading, "fingerprint", "lines 1")
        put_views(writer, reading)
        writer.add_judgement(a_judgement())


def taken_back_to(version: str, new: str, old: str) -> None:
    """Make a record of an earlier version at `old`, with whatever of the record `new` such a one could hold."""
    with connected(old) as into, connected(new) as source:
        there = brought_to(version, into)
        for table in tables.metadata.sorted_tables:
            if table.name not in there.tables:
                continue
            earlier = there.tables[table.name]
            for n, row in enumerate(source.execute(select(*table.columns)).mappings()):
                values = {name: row[name] for name in row if name in earlier.columns}
                # Bodies are text in every version.
                for column in table.columns:
                    if isinstance(column.type, tables.Body) and column.name in values:
                        values[column.name] = column.type.process_bind_param(row[column.name], into.dialect)
                # What this version has no longer.
                values |= {column.name: n for column in earlier.columns if column.name not in table.columns}
                into.execute(insert(earlier).values(values))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_record_of_an_earlier_version_is_brought_up_with_what_it_holds(new_address, version):
    new, old = new_address(), new_address()
    a_record_with_everything(new)
    taken_back_to(version, new, old)
    article, reading = an_added_article()
    if version != schema.HEAD:
        with pytest.raises(RecordError, match="an older rashomon made this record"), Store(old).view():
            pass
    with Store(old).writer() as writer:
        assert writer.counts()["statements"] == 2
    with Store(old).view() as view:
        assert list(view.articles()) == [article]
        assert view.reading(article.id) == reading
        assert [merge.reason for merge in view.merges()] == ["x", "same name"]
        assert len(list(view.statements(type="defect", place="place-karsa"))) == 1
        assert list(view.judgements()) == ([a_judgement()] if version >= "0002" else [])
        assert not view.fresh, "the next build makes the views anew"
    # And it can be worked with as any other.
    with Store(old).writer() as writer:
        writer.add(article, reading, "fingerprint", "lines 2")
        _, _, event = put_views(writer, reading)
    with Store(old).view() as view:
        assert (list(view.events()), view.readers(), view.fresh) == ([event], ("lines 2",), True)


def test_migrations_make_the_tables_of_this_version(address):
    with Store(address).writer():
        pass
    with connected(address) as connection:
        found = compare_metadata(MigrationContext.configure(connection), tables.metadata)
        # The index of words is PostgreSQL's own: no table of both stores tells of it.
        own = connection.dialect.name == "postgresql"
        assert [(what, index.name) for what, index in found] == [("remove_index", "statements_by_words")] * own
    assert STEPS.get_current_head() == schema.HEAD


def test_a_migration_that_fails_leaves_the_record_as_it_was(address, monkeypatch):
    with connected(address) as connection:
        brought_to(VERSIONS[0], connection)

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("alembic.op.create_table", fail)
    with pytest.raises(RuntimeError), Store(address).writer():
        pass
    monkeypatch.undo()
    with connected(address) as connection:
        assert schema.version(connection, address) == VERSIONS[0]
    with Store(address).writer() as writer:
        assert writer.counts()["articles"] == 0


def test_what_an_unmerged_row_points_to_goes_with_its_article(address):
    article, reading = an_added_article()
    with Store(address).writer() as writer:
        writer.add(article, reading, "fingerprint")
    with connected(address) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.execute(delete(tables.articles))
        for table in tables.metadata.sorted_tables:
            if table.foreign_keys:
                assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0, table.name
