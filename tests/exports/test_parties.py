"""Who takes part, as ACLED's columns name them."""

import pytest

from makers import KARSA, a_day, a_role, a_statement, an_article, an_event
from rashomon.exports import acled
from rashomon.exports.facts import Facts
from rashomon.record import Actor

PARTIES = [
    ("a minister of a state", "person", ("state",), "State forces"),
    ("a commander of a militia", "person", ("militia",), "Rebel group"),
    ("a ministry", "office", ("state",), "State forces"),
    ("a militia that a state keeps", "militia", ("state",), "Rebel group"),
    ("somebody alone", "person", (), ""),
]


@pytest.mark.parametrize(("why", "type_", "of", "inter"), PARTIES, ids=[why for why, *_ in PARTIES])
def test_acled_takes_whoever_belongs_to_a_side_for_that_side(why, type_, of, inter):
    article = an_article("Karim Saleh attacked Karsa.")
    parents = {kind: Actor(kind, kind, (), kind) for kind in of}
    who = Actor("k", "Karim Saleh", (), type_, tuple(parents))
    statement = a_statement(article, type="assault", trigger="attacked", actors=(a_role(article, "Karim Saleh", "k"),))
    facts = facts_for(statement, article, parents | {"k": who}, actors=("k",), acled=("Battles", "Armed clash"))
    (row,) = acled.rows(facts, "ucdp-like 1")
    assert (row.cells["actor1"], row.cells["inter1"] or "") == ("Karim Saleh", inter)


def test_who_stands_alone_in_what_is_no_violence_is_acleds_first_actor():
    article = an_article("The Third Brigade was sent to Karsa.")
    brigade = Actor("b", "Third Brigade", (), "force")
    statement = a_statement(article, type="mobilize", trigger="sent", targets=(a_role(article, "Third Brigade", "b"),))
    for kind, one, two in (
        (("Strategic developments", "Change to group/activity"), "Third Brigade", None),
        (("Battles", "Armed clash"), None, "Third Brigade"),
    ):
        facts = facts_for(statement, article, {"b": brigade}, targets=("b",), acled=kind)
        (row,) = acled.rows(facts, "ucdp-like 1")
        assert (row.cells["actor1"], row.cells["actor2"]) == (one, two)
        assert {column for column in ("actor1", "actor2") if row.spans[column]} == {"actor1" if one else "actor2"}


def facts_for(statement, article, known, **event):
    """The facts of an event of one statement in Karsa on a day of May 2021."""
    told = an_event(statement, time=a_day("2021-05-03"), places=(KARSA.id,), **event)
    return Facts(told, (statement,), {article.id: article}.__getitem__, known.get, {KARSA.id: KARSA}.get)
