"""How many died: rows of an event brought to one toll, and whose dead they were."""

import pytest

from makers import a_statement, an_article, an_event
from rashomon.exports.tolls import Toll, toll
from rashomon.record import RolledFigure

TOLLS = [
    ("nobody tells", [], Toll()),
    ("one number", [("people", 5, 5, 5)], Toll(5, 5, 5)),
    ("a range without a best", [("people", 5, None, 9)], Toll(5, None, 9)),
    ("everybody and a part", [("people", 9, 10, 12), ("civilians", 4, 4, 4)], Toll(9, 10, 12, 4)),
    ("parts are added up", [("soldiers", 3, 3, 3), ("civilians", 4, 5, 6)], Toll(7, 8, 9, 5)),
    ("a part without a bound", [("soldiers", None, 3, None), ("civilians", 4, 5, 6)], Toll(None, 8, None, 5)),
    ("more civilians than dead", [("people", 3, 3, 3), ("civilians", 5, 5, 5)], Toll(3, 3, 5, 3)),
    ("a share is no number of people", [("percent of civilians", 5, 5, 5)], Toll()),
    ("rockets are no people", [("rockets (rockets)", 5, 5, 5)], Toll()),
    ("two rows of everybody", [("dead", 5, 5, 5), ("bodies", 7, 7, 7)], Toll(7, 7, 7)),
    ("women are civilians", [("women and children", 2, 2, 2)], Toll(2, 2, 2, 2)),
    ("children are some of the civilians", [("civilians", 7, 7, 7), ("children", 3, 3, 3)], Toll(7, 7, 7, 7)),
    ("children alone", [("children", 3, 3, 3), ("soldiers", 1, 1, 1)], Toll(4, 4, 4, 3)),
    ("police are some of the security forces", [("security forces", 9, 9, 9), ("policemen", 4, 4, 4)], Toll(9, 9, 9)),
    ("both sorts in one number", [("soldiers and civilians", 30, 30, 30)], Toll(30, 30, 30)),
    ("a lower bound has no best to take parts from", [("people", 9, None, None), ("policemen", 4, 4, 4)], Toll(9)),
]

SIDES = [
    ("soldiers and rebels", [("soldiers", 3, 3, 3), ("rebels", 5, 5, 6)], "state", "armed", (8, 3, 5, None, 0)),
    ("and civilians", [("people", 9, 9, 9), ("militants", 5, 5, 5), ("civilians", 2, 2, 2)], "state", "armed",
     (9, None, 5, 2, 2)),
    ("both sides have fighters", [("rebels", 5, 5, 5)], "armed", "armed", (5, None, None, None, 5)),
    ("nobody known on the other side", [("policemen", 2, 2, 2)], "armed", None, (2, None, None, None, 2)),
    ("fighters against nobody known", [("gunmen", 2, 2, 2)], "armed", None, (2, 2, None, None, 0)),
    ("security forces and soldiers", [("security forces", 9, 9, 9), ("soldiers", 4, 4, 4)], "armed", "state",
     (9, None, 9, None, 0)),
    ("parts that do not fit the whole", [("people", 6, 6, 6), ("soldiers", 4, 4, 4), ("rebels", 4, 4, 4)],
     "state", "armed", (6, None, None, None, 6)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "told", "one", "two", "expected"), SIDES, ids=[why for why, *_ in SIDES])
def test_the_dead_of_each_side(why, told, one, two, expected):
    figures = tuple(RolledFigure(counts, "killed", *bounds, "ucdp-like 1") for counts, *bounds in told)
    found = toll(an_event(a_statement(an_article()), figures=figures), "killed", (one, two))
    assert (found.best, found.side_a, found.side_b, found.civilians, found.unknown) == expected


@pytest.mark.parametrize("rule", ["acled-lowest 1", "latest 1"])
def test_a_rule_of_one_number_gives_one(rule):
    figures = tuple(RolledFigure(counts, "killed", n, n, n, rule) for counts, n in (("people", 6), ("civilians", 7)))
    assert toll(an_event(a_statement(an_article()), figures=figures), "killed") == Toll(6, 6, 6, 6)


@pytest.mark.parametrize(("why", "told", "expected"), TOLLS, ids=[why for why, *_ in TOLLS])
def test_tolls(why, told, expected):
    article = an_article()
    figures = tuple(RolledFigure(counts, "killed", *bounds, "ucdp-like 1") for counts, *bounds in told)
    assert toll(an_event(a_statement(article), figures=figures), "killed") == expected


def test_unknown_of_best_is_what_is_not_civilian():
    assert Toll(9, 10, 12, 4).unknown == 6
    assert Toll().unknown is None
