"""Relations are kept, and asked for by day."""

from datetime import date

from makers import an_article
from rashomon.record import Reading, Relation, When
from rashomon.store import Store


def a_relation(id_, earliest, latest):
    when = None if earliest is latest is None else When(earliest, latest, "open", "then", "stated")
    return Relation(id_, "a", "fights", None, "b", when, (), ("s",), ("A", "B"), "told")


def test_relations_come_out_as_they_went_in_and_by_day(tmp_path):
    since, until, undated = (
        a_relation("1", date(2021, 5, 3), None), a_relation("2", None, date(2021, 5, 4)), a_relation("3", None, None),
    )  # fmt: skip
    store = Store(tmp_path / "r")
    article = an_article()
    with store.writer() as writer:
        writer.add(article, Reading(article.id, (), ()), "f")
        with writer.views():
            writer.put_relations([since, until, undated])
    with store.view() as view:
        assert list(view.relations()) == [since, until, undated]
        assert list(view.relations(on=date(2021, 5, 2))) == [until]
        assert list(view.relations(on=date(2021, 5, 4))) == [since, until]
        assert list(view.relations(on=date(2021, 5, 5))) == [since]
        assert view.undated_relations(5) == ((undated,), 1)
