"""A copy of a record holds all that the record holds, whichever store it came from and went to, or nothing."""

import os
import signal
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from tests.run.test_build import exported, many_pages
from tests.store.test_migrations import a_record_with_everything, connected

import rashomon
from makers import LinePipeline
from rashomon.errors import RecordError
from rashomon.record import judged_apart
from rashomon.run import build
from rashomon.store import Store, tables


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path) -> str:
    return request.getfixturevalue("server").new() if request.param == "postgresql" else str(tmp_path / "copy")


SCHEMA = {
    "sqlite": "SELECT type, name, sql FROM sqlite_master ORDER BY type, name",
    "postgresql": """
        SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u')
        UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2
    """,
}
"""What lists the indexes and constraints of all tables."""


def rows(address: str) -> dict[str, list[tuple[object, ...]]]:
    with connected(address) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(*table.columns).order_by(*table.primary_key))]
            for table in tables.metadata.sorted_tables
        }


def without_zone(found: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """SQLite keeps no zone; all is UTC."""
    for told in found.values():
        for n, row in enumerate(told):
            plain = (each.astimezone(UTC).replace(tzinfo=None) if _zoned(each) else each for each in row)
            told[n] = tuple(plain)
    return found


def _zoned(value: object) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None


def test_every_row_goes_over(address, target):
    a_record_with_everything(address)
    assert rashomon.copy(address, target) == {"articles": 1, "statements": 2, "events": 1, "dropped": 0}
    assert without_zone(rows(target)) == without_zone(rows(address))
    with connected(target) as copied, connected(address) as record:
        if copied.dialect.name == record.dialect.name:
            listed = SCHEMA[copied.dialect.name]
            there = [list(map(tuple, each.exec_driver_sql(listed))) for each in (copied, record)]
            assert there[0] == there[1], "indexes and constraints are there again"


def test_a_copy_gives_the_same_export_and_is_added_to_as_any_other(address, target, tmp_path, lines):
    pages = many_pages(tmp_path / "pages", 30)
    (pages / "empty.txt").write_text("")
    late = many_pages(tmp_path / "more", 40)
    build([pages], address, lines)
    with Store(address).writer() as writer:
        writer.add_judgement(
            judged_apart(("x", "X"), (["y"], "Y"), "Ana", datetime(2021, 5, 3, 23, 30, 0, 7, UTC), "“é”\t\\N\n\\")
        )
    told = []
    rashomon.copy(address, target, lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1]
    assert exported(target) == exported(address)
    with Store(target).view() as copied, Store(address).view() as view:
        assert list(copied.judgements()) == list(view.judgements())
        assert copied.dropped() == view.dropped()
        assert copied.stamp() == view.stamp()
        assert (copied.fresh, view.fresh) == (False, False)
    build([late], target, lines)
    build([late], address, lines)
    assert exported(target) == exported(address)


def test_a_place_that_holds_something_is_refused_and_stays_as_it_is(address, target):
    a_record_with_everything(address)
    a_record_with_everything(target)
    before = rows(target)
    with pytest.raises(RecordError, match="there is a record already; name a new file, or a database that is empty"):
        rashomon.copy(address, target)
    with pytest.raises(RecordError, match="there is a record already"):
        rashomon.copy(address, address)
    assert rows(target) == before


def test_an_empty_record_is_filled(address, target):
    a_record_with_everything(address)
    with Store(target).writer():
        pass
    rashomon.copy(address, target)
    assert without_zone(rows(target)) == without_zone(rows(address))


def test_a_database_of_others_and_a_record_that_is_not_there(address, target, tmp_path):
    with pytest.raises(RecordError, match="there is no such record"):
        rashomon.copy(tmp_path / "nothing", target)
    assert not (tmp_path / "copy").exists()
    with connected(target) as connection:
        connection.exec_driver_sql("CREATE TABLE songs (name TEXT)")
    a_record_with_everything(address)
    with pytest.raises(RecordError, match="no record of rashomon"):
        rashomon.copy(address, target)


def test_a_copy_that_is_stopped_leaves_nothing(address, target, tmp_path):
    a_record_with_everything(address)

    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rashomon.copy(address, target, stop)
    if not target.startswith("postgresql"):
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith("copy")] == []
    rashomon.copy(address, target)
    assert without_zone(rows(target)) == without_zone(rows(address))


def test_a_copy_that_is_killed_leaves_nothing_and_says_so(address, target, tmp_path, monkeypatch):
    build([many_pages(tmp_path / "pages", 60)], address, LinePipeline())
    monkeypatch.setattr("rashomon.store.copying.TOLD", 50)
    told = []
    rashomon.copy(address, tmp_path / "whole", lambda done, whole: told.append(done))
    for times in (1, len(told) // 2, len(told) - 1, len(told)):
        child = os.fork()
        if child == 0:
            heard = 0

            def die(done: int, whole: int, times: int = times) -> None:
                nonlocal heard
                heard += 1
                if heard == times:
                    os.kill(os.getpid(), signal.SIGKILL)

            try:
                rashomon.copy(address, target, die)
            finally:
                os._exit(0)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        with pytest.raises(RecordError, match="still empty; fill it with"), Store(target).view():
            pass
    rashomon.copy(address, target)
    assert exported(target) == exported(address)


def test_nobody_builds_where_a_copy_goes(address, target):
    a_record_with_everything(address)
    with Store(target).writer(), pytest.raises(RecordError, match="another build is adding to this record"):
        rashomon.copy(address, target)
