"""Judgements are appended and read in the order of time; a record made before there were any is brought up."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from makers import an_article
from rashomon.errors import RecordError
from rashomon.record import Reading, judged_apart, judged_undone, standing, taken_back
from rashomon.store import Store, schema

NOON = datetime(2021, 5, 3, 12, tzinfo=UTC)


def a_judgement(minutes=0, reason="another Marun\u0000 “é”"):
    at = NOON + timedelta(minutes=minutes, microseconds=7)
    return judged_apart(("local-b", "Marun"), (["local-c", "local-a"], "Adel Marun"), "Ana", at, reason)


def test_what_goes_in_comes_out_in_the_order_of_time(tmp_path):
    store = Store(tmp_path / "r")
    first = a_judgement()
    second = judged_undone(first, "Ben", NOON + timedelta(hours=1), "the same after all")
    with store.writer() as writer:
        with writer.views():
            pass
        writer.add_judgement(second)
        writer.add_judgement(first)
    with store.view() as view:
        assert list(view.judgements()) == [first, second]
        assert not view.fresh, "the views do not know of it yet"
    assert first.object == ("local-a", "local-c"), "sorted"
    assert (second.undoes, second.subject, second.object) == (first.id, first.subject, first.object)


def test_ids_tell_judgements_apart():
    assert a_judgement().id == a_judgement().id
    assert len({a_judgement().id, a_judgement(1).id, a_judgement(reason="x").id}) == 3


def test_what_is_taken_back_can_be_given_again():
    first, other = a_judgement(), a_judgement(1)
    undone = judged_undone(first, "Ben", NOON, "no")
    given_again = judged_undone(undone, "Ana", NOON, "yes")
    assert standing([first, other]) == (first, other)
    assert standing([first, other, undone]) == (other,)
    assert taken_back([first, other, undone]) == {first.id: undone}
    assert standing([first, other, undone, given_again]) == (first, other)
    assert taken_back([first, other, undone, given_again]) == {undone.id: given_again}


def test_a_new_reading_of_a_page_keeps_the_judgements(tmp_path):
    article, judgement = an_article(), a_judgement()
    with Store(tmp_path / "r").writer() as writer:
        writer.add(article, Reading(article.id, (), ()), "fingerprint")
        writer.add_judgement(judgement)
        writer.add(article, Reading(article.id, (), ()), "another fingerprint")
    with Store(tmp_path / "r").view() as view:
        assert list(view.judgements()) == [judgement]


def test_a_record_of_the_first_version_is_brought_up(tmp_path):
    path = tmp_path / "old.record"
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", f"{schema.__file__.removesuffix('schema.py')}migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    article = an_article()
    with Store(tmp_path / "new.record").writer() as writer:
        writer.add(article, Reading(article.id, (), ()), "fingerprint")
    with sqlite3.connect(path) as connection:
        connection.execute("ATTACH ? AS new", (str(tmp_path / "new.record"),))
        for table in ("articles", "meta"):
            connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    connection.close()
    with pytest.raises(RecordError, match="an older rashomon made this record"), Store(path).view():
        pass
    with Store(path).writer() as writer:
        writer.add_judgement(a_judgement())
    with Store(path).view() as view:
        assert list(view.articles()) == [article]
        assert list(view.judgements()) == [a_judgement()]
