"""Relations are kept, and asked for by day."""

from dataclasses import replace
from datetime import date

from makers import an_article
from rashomon.record import Reading, Relation, When
from rashomon.store import Store
from rashomon.store.standing import _held


def a_relation(id_, earliest, latest):
    when = None if earliest is latest is None else When(earliest, latest, "open", "then", "stated")
    return Relation(id_, "a", "fights", None, "b", when, (), ("s",), ("A", "B"), "told")


def test_relations_come_out_as_they_went_in_and_by_day(address):
    since, until, undated = (
        a_relation("1", date(2021, 5, 3), None), a_relation("2", None, date(2021, 5, 4)), a_relation("3", None, None),
    )  # fmt: skip
    store = Store(address)
    article = an_article()
    with store.writer() as writer:
        writer.add(article, Reading(article.id, (), ()), "f")
        with writer.views():
            writer.kept().put_relations((), ((each, each.id) for each in (since, until, undated)))
    with store.view() as view:
        assert list(view.relations()) == [since, until, undated]
        assert list(view.relations(on=date(2021, 5, 2))) == [until]
        assert list(view.relations(on=date(2021, 5, 4))) == [since, until]
        assert list(view.relations(on=date(2021, 5, 5))) == [since]
        assert view.undated_relations(5) == ((undated,), 1)


def test_a_day_is_looked_up_and_not_scanned(tmp_path):
    days = [date(2021, 5, n) for n in range(1, 29)]
    told = [
        replace(a_relation(f"{n:02}", day, None if n % 9 == 0 else day), sources=("A",) * (n % 3 + 1))
        for n, day in enumerate(days)
    ]
    store = Store(tmp_path / "r")
    with store.writer() as writer, writer.views():
        writer.kept().put_relations((), ((each, each.id) for each in told))
    with store.view() as view:
        held = [each.id for each in view.relations(on=days[20])]
        assert held == ["00", "09", "18", "20"]
        most, total = view.most_told(days[20], 2)
        assert total == 4
        assert {each.id for each in most} == {"20", "00"}, "those of most origins, then by id"
        query = _held(days[20]).select().compile(view._connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in view._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]
    touched = [step for step in plan if "relations" in step]
    assert touched
    assert all(step.startswith("SEARCH") and "COVERING INDEX" in step for step in touched), plan
