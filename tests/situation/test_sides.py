"""Who stands with whom."""

import pytest

from rashomon.record import Actor, Relation
from rashomon.situation import sides

ACTORS = {
    name: Actor(name, name, (name,), "militia", parents)
    for name, parents in (("A", ()), ("B", ()), ("C", ()), ("D", ()), ("A unit", ("A",)))
}


def told(subject, relation, object_, origins=1):
    sources = tuple(f"origin {n}" for n in range(origins))
    key = f"{subject} {relation} {object_}"
    return Relation(key, subject, relation, None, object_, None, (), (key,), sources, "told")


@pytest.mark.parametrize(
    ("relations", "together", "why"),
    [
        ([("A", "backs", "B"), ("B", "fights", "C")], [{"A", "B"}, {"C"}], "who backs one is of its side"),
        ([("A", "fights", "B"), ("A", "backs", "C"), ("C", "backs", "B")], [{"A", "C"}, {"B"}], "no tie joins enemies"),
        ([("A unit", "fights", "B"), ("A", "fights", "B")], [{"A", "A unit"}, {"B"}], "a unit is where it belongs"),
        ([("A", "talks-with", "B")], [], "who only talks stands nowhere"),
        ([("A", "controls", "B"), ("B", "fights", "D")], [{"A", "B"}, {"D"}], "who is controlled is of that side"),
    ],
)
def test_sides(relations, together, why):
    found = sides([told(*each) for each in relations], ACTORS)
    groups = {}
    for key, number in found.items():
        groups.setdefault(number, set()).add(key)
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, together)), why


def test_the_tie_that_more_tell_counts_where_not_all_can():
    relations = [told("A", "fights", "B"), told("A", "backs", "C"), told("C", "backs", "B", origins=3)]
    found = sides(relations, ACTORS)
    assert found["C"] == found["B"] != found["A"]
