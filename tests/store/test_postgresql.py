"""What a server is spared: it knows how many rows there are, and is asked once where one answer will do."""

import psycopg
from sqlalchemy import text
from tests.run.test_build import many_pages
from tests.store.test_migrations import connected
from tests.store.test_store import an_added_article

from rashomon.run import build
from rashomon.store import Store


def test_after_a_build_the_server_knows_how_many_rows_there_are(server, tmp_path, lines):
    address = server.new()
    build([many_pages(tmp_path / "pages", 30)], address, lines)
    told = text("SELECT relname, reltuples FROM pg_class WHERE relname IN ('events', 'statements', 'event_statements')")
    with connected(address) as connection, Store(address).view() as view:
        known = {row.relname: row.reltuples for row in connection.execute(told)}
        counted = view.counts()
        assert (known["events"], known["statements"]) == (counted["events"], counted["statements"])
        assert known["event_statements"] == counted["statements"]


def test_only_whole_tables_are_fetched_bit_by_bit(server, monkeypatch):
    address = server.new()
    article, reading = an_added_article()
    with Store(address).writer() as writer:
        writer.add(article, reading, "fingerprint", "lines 1")
    opened = []
    execute = psycopg.ServerCursor.execute
    monkeypatch.setattr(
        psycopg.ServerCursor, "execute", lambda cursor, *of, **more: (opened.append(1), execute(cursor, *of, **more))[1]
    )
    with Store(address).view() as view:
        assert view.articles_by_id([article.id]) == {article.id: article}
        assert len(view.statements_by_id(one.id for one in reading.statements)) == len(reading.statements)
        assert opened == []
        assert list(view.articles()) == [article]
        assert len(opened) == 1


def test_a_store_keeps_its_engine(server):
    store = Store(server.new())
    assert store._place.engine(write=False) is store._place.engine(write=False)
    assert store._place.engine(write=False) is not store._place.engine(write=True)
