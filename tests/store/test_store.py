"""What goes into a record comes out of it, and what is no record is refused with the mend."""

import os
import signal
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from makers import KARSA, a_day, a_figure, a_mention, a_role, a_statement, an_article, an_event
from rashomon.errors import RecordError
from rashomon.record import (
    Actor,
    Cut,
    Disagreement,
    Dropped,
    Family,
    Merge,
    Name,
    Position,
    Reading,
    RolledFigure,
    Sayer,
)
from rashomon.store import Store


def an_added_article(**more):
    """An article with every kind of thing in it, and its reading."""
    article = an_article(
        "In Karsa “12 soldiers” deserted,\n\nAdel Marun said. 🕊 Naïve?", title="Title\u0000", url="https://e.example/ä",
        byline=("A. Writer",), cuts=(Cut("Menu", "menu"),), **more,
    )  # fmt: skip
    local = Actor(f"local-{article.id}", "Adel Marun", ("Adel Marun", "Marun"), "person", (f"group-{article.id}",))
    group = Actor(f"group-{article.id}", "soldiers", ("soldiers",), "group")
    statement = a_statement(
        article,
        actors=(a_role(article, "12 soldiers", group.id),),
        places=(a_mention(article, "Karsa", KARSA.id),),
        time=a_day("2021-05-01"),
        figures=(a_figure(12, "12", 10), a_figure(12, "12", 10, low=None, best=12.5, high=None, qualifier="about")),
        chain=(Sayer("Hill Courier", "outlet"), Sayer("Adel Marun", "official", "Adel Marun", 36, 46, actor=local.id)),
    )
    say = a_statement(article, type="say", mode=None, trigger=None)
    names = (Name("Adel Marun", 36, 46, "PERSON"),)
    reading = Reading(
        article.id, (statement, say), names, (local, group), (KARSA,), (a_mention(article, "Karsa", KARSA.id),)
    )
    return article, reading


@pytest.fixture
def store(address):
    return Store(address)


def put_views(writer, reading, **event):
    local, group = reading.actors
    merged = Actor("merged", local.name, local.names, "person", ("merged-group",))
    soldiers = Actor("merged-group", group.name, group.names, "group")
    made = an_event(*reading.statements, places=(KARSA.id,), **event)
    with writer.views() as view:
        writer.put_families([Family("family", "A or B", (reading.article,), ("A", "B"))])
        writer.put_actors(
            [merged, soldiers], [Merge(local.id, merged.id, 1.0, "same name"), Merge(group.id, soldiers.id, 0.5, "x")]
        )
        assert {s.chain[-1].actor for s in view.statements(type="defect")} == {merged.id}, "views see what was put"
        writer.put_events([made])
    return merged, soldiers, made


def test_what_goes_in_comes_out(store):
    article, reading = an_added_article()
    rolled = RolledFigure("soldiers", "deserted", 12, None, 12.5, "ucdp-like 1")
    keys = tuple(s.id for s in reading.statements)
    differs = Disagreement(
        "figure", "How many: 12 or 13.", (Position("12", keys[:1], ("A",)), Position("13", keys[1:], ("B",)))
    )
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint", "lines 1")
        merged, soldiers, event = put_views(
            writer,
            reading,
            figures=(rolled,),
            disagreements=(differs,),
            acled=("Battles", "Armed clash"),
            ucdp_violence=1,
        )
    with store.view() as view:
        assert list(view.articles()) == [article]
        assert view.article(article.id) == article
        assert view.reading(article.id) == reading, "as read: with the article's own actors"
        assert list(view.places()) == [KARSA]
        assert list(view.actors()) == [merged, soldiers]
        assert list(view.events()) == [event]
        assert list(view.families()) == [Family("family", "A or B", (article.id,), ("A", "B"))]
        assert [merge.actor for merge in view.merges()] == [soldiers.id, merged.id], "by the local id"
        assert view.counts() == {"articles": 1, "statements": 2, "events": 1, "dropped": 0}
        assert view.fresh
        first, _ = view.statements()
        assert (first.actors[0].actor, first.chain[1].actor) == (soldiers.id, merged.id), "merged in place of local"
        assert view.statements_by_id([first.id, "nobody"]) == {first.id: first}


def test_an_unknown_article_is_a_key_error(store):
    with store.writer(), store.view() as view, pytest.raises(KeyError):
        view.article("nobody")


@pytest.mark.parametrize(
    ("condition", "count", "why"),
    [
        ({}, 2, "everything"),
        ({"type": "defect"}, 1, "by act"),
        ({"type": "aid"}, 0, "by an act that nobody tells of"),
        ({"actor": "merged"}, 1, "by a merged actor who speaks"),
        ({"actor": "merged-group"}, 1, "by a merged actor who takes part"),
        ({"actor": "local"}, 0, "a local id that no article has"),
        ({"place": KARSA.id}, 1, "by place"),
        ({"since": date(2021, 5, 1)}, 1, "the day itself counts; without a time there is no day"),
        ({"since": date(2021, 5, 2)}, 0, "the day after"),
        ({"until": date(2021, 5, 1)}, 1, "the day itself"),
        ({"until": date(2021, 4, 30)}, 0, "the day before"),
        ({"type": "defect", "place": "elsewhere"}, 0, "every condition counts"),
    ],
)
def test_statements_by_condition(store, condition, count, why):
    article, reading = an_added_article()
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint")
        put_views(writer, reading)
    with store.view() as view:
        assert len(list(view.statements(**condition))) == count, why


def test_an_actor_that_is_not_merged_yet_stands_for_itself(store):
    article, reading = an_added_article()
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint")
    with store.view() as view:
        assert list(view.statements()) == list(reading.statements)
        assert {actor.id for actor in view.actors()} == {actor.id for actor in reading.actors}
        assert not view.fresh


def test_a_new_article_leaves_the_old_views_and_a_new_reading_clears_them(store):
    article, reading = an_added_article()
    other, other_reading = an_added_article(file="other.txt")
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint")
        put_views(writer, reading)
        writer.add(other, other_reading, "other")
        assert (writer.fresh(), writer.counts()["events"]) == (False, 1)
        writer.add(article, replace(reading, statements=reading.statements[1:]), "fingerprint")
        assert writer.counts() == {"articles": 2, "statements": 3, "events": 0, "dropped": 0}


def test_views_that_fail_leave_the_old_ones(store):
    article, reading = an_added_article()
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint")
        _, _, event = put_views(writer, reading)
        with pytest.raises(RuntimeError), writer.views():
            raise RuntimeError
    with store.view() as view:
        assert list(view.events()) == [event]


def test_places_are_joined_whatever_the_order(new_address):
    told = [replace(KARSA, names=("Karsa", "Qarsa")), replace(KARSA, names=("Garsa", "Karsa"), lat=None, lon=None)]
    seen = []
    for order in (told, told[::-1]):
        store = Store(new_address())
        with store.writer() as writer:
            for place in order:
                article = an_article(file=f"{told.index(place)}.txt")
                writer.add(article, Reading(article.id, (), (), (), (place,)), article.id)
        with store.view() as view:
            seen += [list(view.places())]
    assert seen[0] == seen[1]
    assert seen[0][0].names == ("Garsa", "Karsa", "Qarsa")


def test_dropped_pages_are_listed_until_they_get_through(store):
    article, reading = an_added_article()
    unread = Dropped(article.file, "statement", "language de is not read yet")
    with store.writer() as writer:
        writer.drop([Dropped(article.file, "article", "first")])
        writer.drop([Dropped(article.file, "page", "second")])
        writer.drop([Dropped("b.txt", "page", "other")])
        assert writer.dropped(article.file) == (Dropped(article.file, "page", "second"),), "the last try counts"
        writer.add(article, reading, "fingerprint", dropped=unread)
        assert writer.dropped(article.file) == (unread,)
        writer.add(article, reading, "fingerprint")
    with store.view() as view:
        assert view.dropped() == (Dropped("b.txt", "page", "other"),)


def test_a_view_does_not_see_what_is_written_later(store):
    article, reading = an_added_article()
    with store.writer() as writer, store.view() as view:
        assert view.counts()["articles"] == 0
        writer.add(article, reading, "fingerprint")
        assert view.counts()["articles"] == 0


def test_a_finished_record_is_one_file(tmp_path):
    store = Store(tmp_path / "a b%20ü?.record")
    article, reading = an_added_article()
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint")
        assert len(list(tmp_path.iterdir())) > 1
    assert [path.name for path in tmp_path.iterdir()] == ["a b%20ü?.record"]


def test_a_record_whose_writer_was_killed_in_the_middle_opens_as_it_was_before(tmp_path):
    record = tmp_path / "r"
    with Store(record).writer() as writer:
        writer.add(an_article("a"), Reading("a", (), ()), "a")
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(record, isolation_level=None)
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE half (words)")
        connection.executemany("INSERT INTO half VALUES (?)", [("x" * 1000,)] * 500)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (tmp_path / "r-journal").stat().st_size, "the writer left its journal behind"
    with Store(record).view() as view:
        assert view.counts()["articles"] == 1


def test_a_second_builder_is_told_to_wait(store):
    with (
        store.writer(),
        pytest.raises(RecordError, match="another build is adding to this record; wait"),
        store.writer(),
    ):
        pass
    with store.writer() as writer:
        assert writer.counts()["articles"] == 0, "and may build when the first has ended"


def not_a_database(path: Path) -> None:
    path.write_text("Dear diary, today I read the news.\n" * 100)


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()


def a_newer_record(path: Path) -> None:
    with Store(path).writer():
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def a_damaged_record(path: Path) -> None:
    with Store(path).writer():
        pass
    body = bytearray(path.read_bytes())
    body[100:] = b"\xff" * (len(body) - 100)
    path.write_bytes(body)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (not_a_database, "no record of rashomon; name another file"),
        (another_database, "a database, but no record of rashomon; name another file"),
        (a_newer_record, "a newer rashomon made this record .* install the newer one"),
        (a_damaged_record, "the record is damaged; build it again"),
        (Path.mkdir, "this is a folder; name a file"),
    ],
)
def test_what_is_no_record_is_refused_and_stays_as_it_is(tmp_path, make, words):
    path = tmp_path / "some.file"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RecordError, match=words), Store(path).view():
        pass
    with pytest.raises(RecordError, match=words), Store(path).writer():
        pass
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_record_is_not_changed_by_looking(tmp_path):
    path = tmp_path / "old.record"
    a_newer_record(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    with (
        pytest.raises(RecordError, match="an older rashomon made this record; bring it up to date"),
        Store(path).view(),
    ):
        pass


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path):
    with (
        pytest.raises(RecordError, match="there is no such record; make it with: rashomon build"),
        Store(tmp_path / "no").view(),
    ):
        pass
    assert not list(tmp_path.iterdir())


def test_a_record_in_no_folder(tmp_path):
    with (
        pytest.raises(RecordError, match="there is no folder to make the record in"),
        Store(tmp_path / "no" / "r").writer(),
    ):
        pass


def test_an_empty_file_is_an_empty_record(tmp_path):
    path = tmp_path / "empty"
    path.touch()
    with pytest.raises(RecordError, match="still empty; fill it with"), Store(path).view():
        pass
    with Store(path).writer(), Store(path).view() as view:
        assert view.counts()["articles"] == 0


def test_a_wrong_postgresql_address():
    with (
        pytest.raises(RecordError, match=r"not an address of a database|one more package|can not be used"),
        Store("postgresql://:x@/y:z").view(),
    ):
        pass
